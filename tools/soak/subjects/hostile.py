"""Files that are made to do harm: each ends in an article or a clear sentence, in time and in memory."""

from __future__ import annotations

import json
from contextlib import ExitStack
from pathlib import Path

from core import scratch
from tests.hostile.corpus import KINDS
from tests.hostile.watched import ROOT, Watched, check
from tools.soak.subject import Subject

COSTS = ROOT / "build" / "soak" / "hostile-costs.json"
_NAMES = tuple(KINDS)


class Corpus:
    """The files, read by one process, which is there from the first of them on."""

    def __init__(self) -> None:
        self._kept = ExitStack()
        self._process: Watched | None = None
        self._costs: dict[str, dict[str, float]] = {}

    def attempt(self, seed: int, folder: Path) -> str:
        """Have the file of that number read."""
        name = _NAMES[seed % len(_NAMES)]
        if self._process is None:
            self._process = Watched(self._kept.enter_context(scratch.folder("tests")))
        told = self._process.read(name, folder)
        self._costs[name] = {
            "seconds": round(told["seconds"], 2),
            "processor": told["processor"],
            "megabytes": (told["own"] + told["beside"]) // 1024,
        }
        check(name, told)
        return "read" if told["articles"] else "told"

    def close(self) -> None:
        """End the process and keep what each file took."""
        if self._process is None:
            return
        with self._kept:
            self._process.end()
        self._process = None
        COSTS.write_text(json.dumps(self._costs, indent=1), "utf-8")


_corpus = Corpus()
SUBJECTS = (
    Subject(
        "hostile",
        f"each of {len(_NAMES)} hostile files is an article or a sentence, in time and in memory",
        _corpus.attempt,
        counted=True,
        close=_corpus.close,
    ),
)
