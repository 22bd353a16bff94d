"""What people change in a case: articles, links, what is under review; each is kept, and can be undone."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from core.case.file import CaseFile
from core.case.review import Verdict
from core.model import Exclusions, Role
from desktop.main_window import MainWindow
from desktop.session import About
from tests.desktop.window_acts import wait_saved

CONTROL = Qt.KeyboardModifier.ControlModifier


def role(window: MainWindow) -> Role:
    """Return the role of the first article."""
    return window.work.session.articles[0].role


def test_articles_are_renamed_meant_and_moved_and_that_is_undone(qtbot: QtBot, case: MainWindow) -> None:
    before = case.work.session.articles[0].title
    case.articles.rename("a1", "  Harbour  story ")
    case.articles.set_role("a1", Role.LICENSED)
    case.articles.set_about("a1", About("Coast Daily", "A. Reporter", "2026-11-20"))
    assert case.work.session.articles[0].title == "Harbour story"
    assert role(case) is Role.LICENSED
    assert case.work.session.about("a1").outlet == "Coast Daily"
    wait_saved(qtbot, case)
    path = case.files.keeper.path
    assert path is not None
    with CaseFile.open(path, read_only=True) as kept:
        saved = kept.read().articles[0]
    assert (saved.title, saved.role, saved.outlet, saved.author) == (
        "Harbour story",
        Role.LICENSED,
        "Coast Daily",
        "A. Reporter",
    )
    case.articles.move("a1", 1)
    assert [a.title for a in case.work.session.articles][1] == "Harbour story"
    for _ in range(4):
        QTest.keyClick(case, Qt.Key.Key_Z, CONTROL)
    assert case.work.session.articles[0].title == before
    assert role(case) is Role.UNKNOWN
    assert case.work.session.about("a1") == About()
    qtbot.waitUntil(lambda: not case.work.busy)


def test_a_file_that_changed_is_read_again(qtbot: QtBot, case: MainWindow, story_files: tuple[Path, ...]) -> None:
    case.work.reread("a2")
    qtbot.waitUntil(lambda: bool(case.messages.messages))
    assert case.messages.messages[0].what == "The file has not changed."
    story_files[1].write_text("Bakers went home.\nFlour costs less.", "utf-8")
    case.work.reread("a2")
    qtbot.waitUntil(lambda: case.work.session.articles[1].title == "Bakers went home.")
    qtbot.waitUntil(lambda: not case.work.busy)
    assert case.work.session.analysis is not None


def test_unlinking_takes_the_finding_away_until_it_is_undone(qtbot: QtBot, case: MainWindow) -> None:
    pair = case.work.session.pair
    assert pair is not None
    count = len(pair.links)
    case.case.view.unlinkWanted.emit(case.case.selected_link())
    qtbot.waitUntil(lambda: case.work.session.pair is not None and len(case.work.session.pair.links) == count - 1)
    wait_saved(qtbot, case)
    QTest.keyClick(case, Qt.Key.Key_Z, CONTROL)
    qtbot.waitUntil(lambda: case.work.session.pair is not None and len(case.work.session.pair.links) == count)
    qtbot.waitUntil(lambda: not case.work.busy)


def test_what_was_put_under_review_is_kept_and_can_be_undone(qtbot: QtBot, case: MainWindow) -> None:
    case.articles.review("a2")
    qtbot.waitUntil(lambda: not case.work.busy)
    wait_saved(qtbot, case)
    path = case.files.keeper.path
    assert path is not None
    with CaseFile.open(path, read_only=True) as kept:
        assert kept.read().subject == "a2"
    QTest.keyClick(case, Qt.Key.Key_Z, CONTROL)
    qtbot.waitUntil(lambda: not case.work.busy)
    assert case.work.session.reviewed is None
    assert case.work.session.analysis is not None
    assert case.work.session.analysis.subject == "a3"


def test_two_links_taken_out_at_once_are_both_out(qtbot: QtBot, case: MainWindow) -> None:
    pair = case.work.session.pair
    assert pair is not None
    assert len(pair.links) == 2
    case.case.view.unlinkWanted.emit(0)
    case.case.view.unlinkWanted.emit(1)
    case.articles.exclude(Exclusions(names=True))
    qtbot.waitUntil(lambda: not case.work.busy)
    assert case.work.session.pair is not None
    assert case.work.session.pair.links == ()
    assert case.work.session.analysis is not None
    assert case.work.session.analysis.exclusions.names


def test_what_is_excluded_while_comparing_is_excluded_afterwards(qtbot: QtBot, case: MainWindow, engine: Any) -> None:
    engine.gate.clear()
    case.work.compare()
    case.articles.exclude(Exclusions(quotations=True))
    engine.gate.set()
    qtbot.waitUntil(lambda: not case.work.busy)
    assert case.work.session.analysis is not None
    assert case.work.session.analysis.exclusions.quotations


def test_put_back_is_only_offered_while_it_would_put_back(qtbot: QtBot, case: MainWindow) -> None:
    case.articles.remove("a2")
    qtbot.waitUntil(lambda: not case.work.busy)
    assert [m.button for m in case.messages.messages] == ["Put back"]
    QTest.keyClick(case, Qt.Key.Key_2)
    assert [m.button for m in case.messages.messages if m.topic == "removed"] == []


def test_removing_is_done_again_after_a_rename(qtbot: QtBot, case: MainWindow) -> None:
    stack = case.reviewing.decisions.undo_stack
    case.articles.rename("a1", "Another name")
    case.articles.remove("a1")
    stack.undo()
    stack.undo()
    stack.redo()
    stack.redo()
    qtbot.waitUntil(lambda: not case.work.busy)
    assert len(case.work.session.articles) == 2
    stack.undo()
    qtbot.waitUntil(lambda: not case.work.busy)
    assert len(case.work.session.articles) == 3


def test_decisions_stay_with_sentences_that_a_new_version_keeps(
    qtbot: QtBot, case: MainWindow, story_files: tuple[Path, ...]
) -> None:
    pair = case.work.session.pair
    assert pair is not None
    case.case.compare.go_to(1)
    QTest.keyClick(case, Qt.Key.Key_3)
    case.case.compare.go_to(0)
    QTest.keyClick(case, Qt.Key.Key_2)
    story_files[2].write_text("The harbour closes at nine.\nGulls returned to the pier.\nTickets stay cheap.", "utf-8")
    case.work.reread("a3")
    qtbot.waitUntil(lambda: case.work.session.articles[2].title == "The harbour closes at nine.")
    qtbot.waitUntil(lambda: not case.work.busy)
    pair = case.work.session.pair
    assert pair is not None
    assert [case.work.session.verdict(pair, link) for link in pair.links] == [None, Verdict.REWRITE]
    (message,) = [m for m in case.messages.messages if m.topic == "reread"]
    assert message.what == "Decisions carried over to the new version: 1."
    assert message.remedy == "1 decision about changed sentences must be given anew."
