"""A process that reads hostile files, from outside; and what has to hold of its answers."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

from tests.hostile.corpus import KINDS, OPEN, SAID

ROOT = Path(__file__).resolve().parent.parent.parent
WITHIN, MEMORY_KB = 15.0, 600 * 1024
USUAL = 12.0
"""The seconds that the program gives a file."""
_GROWN_KB = 150 * 1024


class Watched:
    """A process that reads what it is told to, and a folder that is empty again when it has."""

    def __init__(self, temporary: Path) -> None:
        self._temporary = temporary
        self._process = self._started()

    def read(self, name: str, folder: Path, seconds: float = USUAL) -> dict[str, Any]:
        """Make a file of a kind in a folder and return what became of it."""
        path = folder / name
        path.write_bytes(KINDS[name]())
        told = self._asked(path, seconds)
        path.unlink()
        if told["own"] > _GROWN_KB:
            # What Python keeps of a long text is not the next file's.
            self.end()
            self._process = self._started()
        return told

    def end(self) -> None:
        """End the process; see that it and its reader are gone and have left no file."""
        pid = self._process.pid
        readers = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
        self._process.communicate()
        assert self._process.returncode == 0
        assert not [pid for pid in readers if Path(f"/proc/{pid}").exists()], "a process that reads was left behind"
        assert list(self._temporary.iterdir()) == []

    def _started(self) -> subprocess.Popen[str]:
        known = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
        return subprocess.Popen(
            [sys.executable, Path(__file__).with_name("victim.py")],
            cwd=ROOT,
            env=known | {"PYTHONPATH": str(ROOT), "TMPDIR": str(self._temporary)},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def _asked(self, path: Path, seconds: float) -> dict[str, Any]:
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.write(json.dumps([str(path), seconds]) + "\n")
        self._process.stdin.flush()
        answer = self._process.stdout.readline()
        assert answer, "the program itself broke down"
        told: dict[str, Any] = json.loads(answer)
        return told


def check(name: str, told: dict[str, Any]) -> None:
    """See that a file ended in an article or a sentence, in time and in memory."""
    assert "fault" not in told, told["fault"]
    assert told["seconds"] < WITHIN
    assert told["own"] + told["beside"] < MEMORY_KB
    assert told["articles"] or told["errors"]
    for words in (word for error in told["errors"] for word in error):
        assert words.endswith(".")
        assert words.isprintable()
        assert "Traceback" not in words
        assert "/core/" not in words
        assert "Error" not in words
    assert all(notice.isprintable() for notice in told["notices"])
    if name in OPEN:
        assert told["articles"], told["errors"]
    if name in SAID:
        assert re.search(SAID[name], told["errors"][0][0]), told["errors"]
