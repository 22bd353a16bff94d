"""Killed, on a full disk, in a folder that becomes read-only, while saving, importing, exporting: nothing is lost."""

from __future__ import annotations

import os
import random
import tempfile
import time
from functools import cache, partial
from pathlib import Path

import seeds
from tools.soak.cases import sample_case
from tools.soak.checking import lines
from tools.soak.doing import KINDS
from tools.soak.nursery import Nursery
from tools.soak.subject import BrokenError, Subject

WAYS = ("killed", "full", "read-only")
_WARM_SECONDS, _LONGEST_RUN = 20.0, 0.25
_DISK_KILOBYTES = 6_000
_SMALLEST_FILE, _LARGEST_FILE = 60_000, 250_000


@cache
def nursery() -> Nursery:
    """Return the one that all tries share, with everything loaded."""
    made = Nursery.started()
    with tempfile.TemporaryDirectory(prefix="cognate-tests-") as folder:
        made.ask("run", name="warm", **{"with": [folder, str(_case()), _articles()]})
    return made


def _articles() -> list[str]:
    return [str(path) for path in seeds.paths()]


@cache
def _case() -> Path:
    handle, name = tempfile.mkstemp(prefix="cognate-soak-", suffix=".cognate")
    with os.fdopen(handle, "wb") as file:
        file.write(sample_case())
    return Path(name)


def close() -> None:
    """Let go of what the tries shared."""
    if nursery.cache_info().currsize:
        nursery().close()
        nursery.cache_clear()
    if _case.cache_info().currsize:
        _case().unlink(missing_ok=True)
        _case.cache_clear()


def attempt(kind: str, way: str, seed: int, folder: Path) -> str:
    """Have something done, let it come to grief, and look what is left."""
    chance = random.Random(f"{kind} {way} {seed}")  # noqa: S311 - chosen, not kept secret
    ask, articles, told = nursery().ask, _articles(), folder / "told"
    folder.chmod(0o777)
    told.touch()
    told.chmod(0o666)
    (inside := folder / "inside").mkdir()
    mounted = way == "full" and ask("mount", folder=str(inside), kilobytes=_DISK_KILOBYTES)
    try:
        ask("run", name="put", **{"with": [str(inside), str(_case()), articles]})
        limit = None if way != "full" or mounted else chance.randrange(_SMALLEST_FILE, _LARGEST_FILE)
        child = ask(
            "begin", kind=kind, folder=str(inside), told=str(told), largest_file=limit, nobody=way == "read-only"
        )
        _let_run(told, chance)
        if mounted:
            ask("run", name="fill", **{"with": [str(inside)]})
        if way == "read-only":
            ask("run", name="rights", **{"with": [str(inside), 0o555]})
        code = ask("end", child=child, kill=way == "killed")
        if way == "killed" and code != -9:  # noqa: PLR2004 - the signal
            raise BrokenError(f"it ended by itself: {code}")
        if way != "killed" and code != 0:
            raise BrokenError(f"it broke down: {code}")
        ask("run", name="lift", **{"with": [str(inside)]})
        kept: str = ask("run", name="kept", **{"with": [kind, str(inside), str(told), str(_case()), articles]})
        return kept
    finally:
        if mounted:
            ask("unmount", folder=str(inside))


def _let_run(told: Path, chance: random.Random) -> None:
    """Wait until the first thing is done or refused, and then for a while that nobody can foresee."""
    until = time.monotonic() + _WARM_SECONDS
    at_first = chance.random() < 0.1  # noqa: PLR2004 - now and then it has not even begun
    while not at_first and not lines(str(told)) and time.monotonic() < until:
        time.sleep(0.001)
    time.sleep(chance.uniform(0, _LONGEST_RUN))


def _subject(kind: str, way: str) -> Subject:
    about = f"{way} during {kind}: nothing that was saved is lost"
    return Subject(f"{kind}-{way}", about, partial(attempt, kind, way), counted=True, close=close)


SUBJECTS = tuple(_subject(kind, way) for kind in KINDS for way in WAYS)
