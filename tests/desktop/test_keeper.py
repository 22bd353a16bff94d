"""Keeping the case from the window: in order, off the main thread, and nothing lost when the disk says no."""

from __future__ import annotations

import re
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from core.case.contents import CaseContents, LastPlace, SavedArticle
from core.case.file import CaseFile
from core.case.review import FindingKey, Judgement, Verdict
from core.case.trouble import OpenElsewhereError
from core.case.unsaved import unfinished
from core.errors import ArticleError, CaseError
from core.model import Document
from desktop.keeper import Keeper

ROOT = Path(__file__).parents[2]
KEY = FindingKey("a" * 64, "b" * 64, (0,), (1,))
VERDICT = Judgement(Verdict.CREDIT, "Ask the desk.", "ed", "2026-11-02T09:30:00Z")
ARTICLES = (
    SavedArticle("a1", "A", "Gulls", Document("gulls.txt", "a" * 64, "Gulls returned.\n")),
    SavedArticle("a2", "B", "Flour", Document("flour.txt", "b" * 64, "Flour costs more.\n")),
)


class Heard:
    """What a keeper said, in order."""

    def __init__(self, keeper: Keeper) -> None:
        self.saved: list[str] = []
        self.failed: list[Any] = []
        self.opened: list[CaseContents] = []
        self.moved: list[Path | None] = []
        self.threads: set[int] = set()
        keeper.saved.connect(self.saved.append)
        keeper.failed.connect(self.failed.append)
        keeper.opened.connect(self.opened.append)
        keeper.moved.connect(lambda: self.moved.append(keeper.path))
        for signal in (keeper.saved, keeper.failed, keeper.opened, keeper.moved):
            signal.connect(lambda *_: self.threads.add(threading.get_ident()))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data" / "unsaved"


@pytest.fixture
def keeper(qtbot: QtBot) -> Iterator[Keeper]:  # noqa: ARG001 - brings the application
    made = Keeper()
    yield made
    made.close(discard=True)


@pytest.fixture
def heard(keeper: Keeper) -> Heard:
    return Heard(keeper)


@pytest.fixture
def begun(qtbot: QtBot, keeper: Keeper, folder: Path) -> Keeper:
    """Return a keeper with a new case that has articles."""
    with qtbot.waitSignal(keeper.moved):
        keeper.begin(folder)
    with qtbot.waitSignal(keeper.saved):
        keeper.keep_articles(ARTICLES)
    return keeper


def read(path: Path | None) -> CaseContents:
    assert path is not None
    with CaseFile.open(path, read_only=True) as case:
        return case.read()


def saved(path: Path) -> Path:
    """Write a case with two articles and return its path."""
    with CaseFile.create(path) as case:
        case.keep_articles(ARTICLES)
    return path


def full(keeper: Keeper, pages: int = 1) -> None:
    """Let the file of the keeper grow no further; SQLite takes no limit below what is there."""
    file = keeper._clerk._file
    assert file is not None
    keeper._pool.submit(lambda: file._db.execute(f"PRAGMA max_page_count = {pages}").fetchall()).result()


def test_a_new_case_is_on_disk_from_the_first_moment(begun: Keeper, heard: Heard, folder: Path) -> None:
    assert begun.path is not None
    assert begun.path.parent == folder
    assert begun.untitled
    assert not begun.read_only
    assert read(begun.path).articles == ARTICLES
    assert heard.failed == []


def test_everything_that_is_kept_comes_back(qtbot: QtBot, begun: Keeper, heard: Heard) -> None:
    begun.keep_judgement(KEY, VERDICT)
    begun.keep_hand_link(KEY, linked=True)
    begun.keep_problems([ArticleError("bad.pdf", "No article.", "Add another.")])
    begun.keep_setting("title", "Harbour")
    begun.keep_place(LastPlace("ledger"))
    begun.keep_analysis(None)
    with qtbot.waitSignal(begun.saved):
        begun.keep_judgement(KEY, Judgement(Verdict.DISMISS))
    contents = read(begun.path)
    assert contents.review.judgements == {KEY: Judgement(Verdict.DISMISS)}
    assert contents.review.set_by_hand == {KEY: True}
    assert [p.path for p in contents.problems] == ["bad.pdf"]
    assert (contents.title, contents.place) == ("Harbour", LastPlace("ledger"))
    assert all(re.fullmatch(r"\d\d:\d\d", time) for time in heard.saved)
    assert heard.threads == {threading.get_ident()}


def test_saved_is_said_only_when_nothing_waits(qtbot: QtBot, begun: Keeper) -> None:
    waiting: list[bool] = []
    begun.saved.connect(lambda _: waiting.append(begun.waiting))
    for number in range(20):
        begun.keep_judgement(FindingKey("a", "b", (number,), (0,)), VERDICT)
    qtbot.waitUntil(lambda: bool(waiting))
    assert not any(waiting)
    assert begun.flush()
    assert len(read(begun.path).review.judgements) == 20


def test_a_crash_leaves_a_case_that_is_offered_again(qtbot: QtBot, keeper: Keeper, heard: Heard, folder: Path) -> None:
    program = f"""
import os, signal, sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from tests.desktop.test_keeper import ARTICLES, KEY, VERDICT
from desktop.keeper import Keeper
app = QCoreApplication([])
keeper = Keeper()
keeper.begin(Path({str(folder)!r}))
keeper.keep_articles(ARTICLES)
keeper.keep_judgement(KEY, VERDICT)
keeper.saved.connect(lambda _: os.kill(os.getpid(), signal.SIGKILL))
app.exec()
"""
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, check=False)
    assert done.returncode == -9
    (left,) = unfinished(folder)
    with qtbot.waitSignal(keeper.opened):
        keeper.open(left, untitled=True)
    assert heard.opened[0].articles == ARTICLES
    assert heard.opened[0].review.judgements == {KEY: VERDICT}
    assert keeper.untitled
    assert unfinished(folder) == ()


def test_an_empty_case_without_a_name_leaves_nothing(qtbot: QtBot, keeper: Keeper, folder: Path) -> None:
    with qtbot.waitSignal(keeper.moved):
        keeper.begin(folder)
    assert keeper.close()
    assert list(folder.iterdir()) == []


def test_what_a_crash_left_is_told_of_when_it_was_looked_for(qtbot: QtBot, begun: Keeper, folder: Path) -> None:
    path, other = begun.path, Keeper()
    told: list[tuple[Path, ...]] = []
    assert begun.close()
    other.found.connect(told.append)
    with qtbot.waitSignal(other.found):
        other.look_for_unfinished(folder)
        assert told == [], "not at once: each case is opened for it, on the thread"
    assert told == [(path,)]
    other.close()


def test_a_case_without_a_name_stays_unless_it_is_discarded(begun: Keeper, folder: Path) -> None:
    path = begun.path
    assert begun.close()
    assert begun.close()
    assert unfinished(folder) == (path,)
    assert path is not None
    Keeper.forget(path)
    assert list(folder.iterdir()) == []


def test_discarded_it_is_gone(qtbot: QtBot, begun: Keeper, folder: Path) -> None:
    old = begun.path
    with qtbot.waitSignal(begun.moved):
        begun.begin(folder, discard=True)
    assert list(folder.glob("*.cognate")) == [begun.path]
    assert begun.path != old
    begun.close(discard=True)
    assert list(folder.iterdir()) == []


def test_saved_under_a_name_it_goes_on_there(qtbot: QtBot, begun: Keeper, folder: Path, tmp_path: Path) -> None:
    begun.keep_judgement(KEY, VERDICT)
    target = tmp_path / "harbour.cognate"
    with qtbot.waitSignal(begun.moved):
        begun.save_as(target)
    assert (begun.path, begun.untitled) == (target, False)
    assert list(folder.iterdir()) == []
    with qtbot.waitSignal(begun.saved):
        begun.keep_setting("title", "Harbour")
    contents = read(target)
    assert (contents.articles, contents.title) == (ARTICLES, "Harbour")
    assert contents.review.judgements == {KEY: VERDICT}
    assert begun.close()
    assert list(tmp_path.glob("*.cognate")) == [target]


def test_saved_under_another_name_the_first_stays(qtbot: QtBot, keeper: Keeper, tmp_path: Path) -> None:
    first, second = saved(tmp_path / "first.cognate"), tmp_path / "second.cognate"
    with qtbot.waitSignal(keeper.opened):
        keeper.open(first)
    with qtbot.waitSignal(keeper.moved):
        keeper.save_as(second)
    assert read(first).articles == read(second).articles == ARTICLES


def test_a_full_disk_keeps_the_change_in_memory(qtbot: QtBot, begun: Keeper, heard: Heard) -> None:
    full(begun)
    with qtbot.waitSignal(begun.failed):
        begun.keep_judgement(KEY, Judgement(Verdict.CREDIT, "word " * 20_000))
    assert isinstance(heard.failed[0], CaseError)
    assert "no room left" in str(heard.failed[0])
    assert begun.waiting
    assert not begun.flush()
    assert not begun.close()
    assert read(begun.path).review.judgements == {}
    full(begun, 1_000_000)
    with qtbot.waitSignal(begun.saved):
        begun.retry()
    assert read(begun.path).review.judgements == {KEY: Judgement(Verdict.CREDIT, "word " * 20_000)}
    assert begun.close()


def test_what_waits_is_written_with_the_next_change_in_order(qtbot: QtBot, begun: Keeper) -> None:
    full(begun)
    with qtbot.waitSignal(begun.failed):
        begun.keep_setting("note", "word " * 20_000)
    full(begun, 1_000_000)
    with qtbot.waitSignal(begun.saved):
        begun.keep_judgement(KEY, VERDICT)
    contents = read(begun.path)
    assert contents.settings["note"] == "word " * 20_000
    assert contents.review.judgements == {KEY: VERDICT}


def test_what_waits_is_saved_under_another_name(qtbot: QtBot, begun: Keeper, tmp_path: Path) -> None:
    full(begun)
    with qtbot.waitSignal(begun.failed):
        begun.keep_setting("note", "word " * 20_000)
    target = tmp_path / "rescued.cognate"
    with qtbot.waitSignals([begun.moved, begun.saved]):
        begun.save_as(target)
    assert read(target).settings["note"] == "word " * 20_000
    assert read(target).articles == ARTICLES


def test_a_folder_that_cannot_be_made_is_told_and_tried_again(
    qtbot: QtBot, keeper: Keeper, heard: Heard, folder: Path
) -> None:
    folder.parent.write_text("in the way")
    with qtbot.waitSignal(keeper.failed):
        keeper.begin(folder)
    keeper.keep_articles(ARTICLES)
    assert not keeper.flush()
    assert keeper.path is None
    folder.parent.unlink()
    with qtbot.waitSignals([keeper.moved, keeper.saved]):
        keeper.keep_judgement(KEY, VERDICT)
    assert read(keeper.path).articles == ARTICLES
    assert read(keeper.path).review.judgements == {KEY: VERDICT}
    assert all(isinstance(error, CaseError) for error in heard.failed)


def test_without_any_folder_it_is_saved_under_a_name(
    qtbot: QtBot, keeper: Keeper, folder: Path, tmp_path: Path
) -> None:
    folder.parent.write_text("in the way")
    keeper.begin(folder)
    keeper.keep_articles(ARTICLES)
    with qtbot.waitSignal(keeper.moved):
        keeper.save_as(tmp_path / "harbour.cognate")
    assert read(keeper.path).articles == ARTICLES


def test_a_file_that_does_not_open_leaves_the_present_one(
    qtbot: QtBot, begun: Keeper, heard: Heard, tmp_path: Path
) -> None:
    (wrong := tmp_path / "story.cognate").write_text("Gulls returned.")
    before = begun.path
    with qtbot.waitSignal(begun.failed):
        begun.open(wrong)
    assert "is not a Cognate case" in str(heard.failed[0])
    assert (begun.path, heard.opened) == (before, [])
    with qtbot.waitSignal(begun.saved):
        begun.keep_judgement(KEY, VERDICT)
    assert read(before).review.judgements == {KEY: VERDICT}


def test_the_second_window_may_read_and_save_elsewhere(
    qtbot: QtBot, keeper: Keeper, heard: Heard, tmp_path: Path
) -> None:
    path = saved(tmp_path / "first.cognate")
    with CaseFile.open(path):
        with qtbot.waitSignal(keeper.failed):
            keeper.open(path)
        assert isinstance(heard.failed[0], OpenElsewhereError)
        assert keeper.path is None
        with qtbot.waitSignal(keeper.opened):
            keeper.open(path, read_only=True)
        only_read = keeper.read_only
        assert only_read
        with qtbot.waitSignal(keeper.failed):
            keeper.keep_judgement(KEY, VERDICT)
        assert "may only be read" in str(heard.failed[1])
        assert heard.saved == []
        with qtbot.waitSignal(keeper.saved):
            keeper.save_as(tmp_path / "second.cognate")
    assert not keeper.read_only
    assert read(keeper.path).review.judgements == {KEY: VERDICT}
    assert read(path).review.judgements == {}


def test_opening_what_is_open_reads_it_again(qtbot: QtBot, begun: Keeper, heard: Heard) -> None:
    assert begun.path is not None
    with qtbot.waitSignal(begun.opened):
        begun.open(begun.path, untitled=True)
    assert heard.opened[0].articles == ARTICLES
    assert heard.failed == []


def test_a_fault_of_ours_is_told_and_holds_up_nothing(qtbot: QtBot, begun: Keeper, heard: Heard) -> None:
    with qtbot.waitSignal(begun.failed):
        begun.keep_setting("odd", object())
    assert "a fault of its own (TypeError" in str(heard.failed[0])
    with qtbot.waitSignal(begun.saved):
        begun.keep_judgement(KEY, VERDICT)
    assert read(begun.path).review.judgements == {KEY: VERDICT}


def test_after_closing_nothing_is_written(begun: Keeper) -> None:
    path = begun.path
    assert begun.close()
    begun.keep_judgement(KEY, VERDICT)
    assert read(path).review.judgements == {}
