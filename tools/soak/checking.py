"""What has to be there after a crash; called in the nursery, which alone sees the small disks."""

from __future__ import annotations

import json
import os
import zipfile
from itertools import islice
from pathlib import Path

from core.case.contents import CaseContents
from core.case.file import CaseFile
from tools.soak.doing import CASE, FORMATS, IMPORTED_TOGETHER, IMPORTS, KINDS, REPORTS, SAVED, TARGETS, judgement, key
from tools.soak.subject import BrokenError

_SECTOR = 65536


def put(folder: str, case: str, articles: list[str]) -> None:
    """Put a case, articles and an empty folder for reports into a folder, for anybody to change."""
    inside = Path(folder)
    (inside / CASE).write_bytes(Path(case).read_bytes())
    for name in (IMPORTS, REPORTS):
        (inside / name).mkdir()
    for path in articles:
        (inside / IMPORTS / Path(path).name).write_bytes(Path(path).read_bytes())
    rights(folder, 0o777)


def warm(folder: str, case: str, articles: list[str]) -> None:
    """Do a few things of each kind, so that all that they load is loaded: a child need not, and may not be let to."""
    for kind, things in KINDS.items():
        (inside := Path(folder) / kind).mkdir()
        put(str(inside), case, articles)
        for thing in islice(things(inside), len(FORMATS)):
            thing()


def fill(folder: str) -> None:
    """Take all the room that is left."""
    handle = os.open(Path(folder) / "ballast", os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    size = _SECTOR
    try:
        while size:
            try:
                os.write(handle, bytes(size))
            except OSError:
                size //= 2
    finally:
        os.close(handle)


def lift(folder: str) -> None:
    """Give the room back, and let the folders be written to."""
    (Path(folder) / "ballast").unlink(missing_ok=True)
    rights(folder, 0o777)


def rights(folder: str, mode: int) -> None:
    """Set the rights of the folder and those in it, and of the files the same but for entering."""
    inside = Path(folder)
    inside.chmod(mode)
    for path in inside.rglob("*"):
        path.chmod(mode if path.is_dir() else mode & 0o666)


def lines(told: str) -> list[dict[str, str]]:
    """Return what a child told, but for a line that it did not finish."""
    data = Path(told).read_bytes() if Path(told).exists() else b""
    return [json.loads(line) for line in data.split(b"\n")[:-1]]


def kept(kind: str, folder: str, told: str, case: str, articles: list[str]) -> str:
    """See that nothing that was told as saved is lost, and return a word on how far it got."""
    done = [line["done"] for line in lines(told) if "done" in line]
    before = _read(Path(case))
    check = {"save": _verdicts, "import": _articles, "export": _reports}[kind]
    check(Path(folder), done, before)
    for path in articles:
        copy = Path(folder) / IMPORTS / Path(path).name
        if copy.read_bytes() != Path(path).read_bytes():
            raise BrokenError(f"an article’s file is changed: {copy.name}")
    return "kept" if done else "nothing begun"


def _read(path: Path) -> CaseContents:
    with CaseFile.open(path) as case:
        return case.read()


def _verdicts(folder: Path, done: list[str], before: CaseContents) -> None:
    path: Path = folder / CASE
    names = [line.split()[1] for line in done if " " in line]
    if names:
        path = folder / names[-1]
    numbers = [int(line.split()[0]) for line in done]
    # It may have gone on under the next name just before it could tell.
    following = folder / SAVED.format(len(names) % TARGETS)
    places = [path, following] if following.exists() else [path]
    found = [_read(place) for place in places]
    for contents in found:
        if contents.articles != before.articles or contents.analysis != before.analysis:
            raise BrokenError("the articles are not as they were")
    last = max(numbers, default=-1)
    missing = [
        number
        for number in range(last + 1)
        if number in numbers and all(c.review.judgements.get(key(number)) != judgement(number) for c in found)
    ]
    if missing:
        raise BrokenError(f"verdicts are lost: {missing}")


def _articles(folder: Path, done: list[str], before: CaseContents) -> None:
    contents = _read(folder / CASE)
    told = int(done[-1]) if done else len(before.articles)
    count = len(contents.articles)
    if not told <= count <= told + IMPORTED_TOGETHER:
        raise BrokenError(f"{told} articles were kept, {count} are there")
    if contents.articles[: len(before.articles)] != before.articles or contents.review != before.review:
        raise BrokenError("what was in the case is not as it was")
    if any(not a.document.text for a in contents.articles):
        raise BrokenError("an article has lost its text")


def _reports(folder: Path, done: list[str], before: CaseContents) -> None:
    if _read(folder / CASE).review != before.review:
        raise BrokenError("the case is not as it was")
    for path in (folder / REPORTS).iterdir():
        if not path.name.startswith("."):  # else one that a killed process was still writing
            _whole(path)
    for name in set(done):
        _whole(folder / REPORTS / name)


def _whole(path: Path) -> None:
    if path.is_dir():
        tables = [p for p in path.iterdir() if not p.name.startswith(".")]
        # A new folder is made before its tables; of those that were told all are there.
        if any(not p.read_bytes().endswith(b"\n") for p in tables):
            raise BrokenError(f"a table in {path.name} is cut short")
    elif path.suffix == ".docx":
        with zipfile.ZipFile(path) as archive:
            if archive.testzip() is not None:
                raise BrokenError(f"{path.name} is damaged")
    elif path.suffix == ".json":
        json.loads(path.read_bytes())
    elif not path.read_bytes().rstrip().endswith(b"</html>"):
        raise BrokenError(f"{path.name} is cut short")
