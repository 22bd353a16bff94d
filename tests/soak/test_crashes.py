"""Ten crashes of each kind, and that lost work would be seen; ``make soak`` has two hundred."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

import seeds
from core import scratch
from tools.soak import checking
from tools.soak.__main__ import found
from tools.soak.cases import sample_case
from tools.soak.doing import CASE, KINDS
from tools.soak.subject import BrokenError, Subject
from tools.soak.subjects import crashes

TIMES = 10


@pytest.fixture(scope="module", autouse=True)
def _nursery() -> Iterator[None]:
    yield
    crashes.close()


@pytest.mark.parametrize("subject", crashes.SUBJECTS, ids=lambda subject: subject.name)
def test_nothing_that_was_saved_is_lost(subject: Subject) -> None:
    came = []
    for seed in range(TIMES):
        with scratch.folder("tests") as folder:  # whose way there anybody may go, unlike pytest's own
            came.append(subject.attempt(seed, folder))
    assert came.count("kept") > TIMES // 2


def test_all_that_has_to_hold_is_tried_by_make_soak() -> None:
    known = found()
    assert {subject.name for subject in crashes.SUBJECTS} < set(known)
    assert all(subject.about and subject.name == name for name, subject in known.items())


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("case") / "sample.cognate"
    path.write_bytes(sample_case())
    return path


@pytest.fixture
def inside(tmp_path: Path, case: Path) -> Path:
    """Return a folder in which two things of each kind were done."""
    (folder := tmp_path / "inside").mkdir()
    checking.put(str(folder), str(case), [str(path) for path in seeds.paths()])
    return folder


def told(inside: Path, kind: str, more: list[str]) -> str:
    things = KINDS[kind](inside)
    lines = [next(things)() for _ in range(2)] + more
    del things
    (path := inside.parent / "told").write_text("".join(json.dumps({"done": line}) + "\n" for line in lines))
    return str(path)


@pytest.mark.parametrize(("kind", "lost"), [("save", "9"), ("import", "90"), ("export", "9.html")])
def test_lost_work_would_be_seen(kind: str, lost: str, inside: Path, case: Path) -> None:
    articles = [str(path) for path in seeds.paths()]
    assert checking.kept(kind, str(inside), told(inside, kind, []), str(case), articles) == "kept"
    with pytest.raises((BrokenError, FileNotFoundError)):
        checking.kept(kind, str(inside), told(inside, kind, [lost]), str(case), articles)


def test_a_damaged_case_would_be_seen(inside: Path, case: Path) -> None:
    heard = told(inside, "save", [])
    with (inside / CASE).open("r+b") as file:
        file.truncate(50_000)
    with pytest.raises(Exception, match="is damaged"):
        checking.kept("save", str(inside), heard, str(case), [])
