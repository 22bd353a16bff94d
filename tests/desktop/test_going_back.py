"""Going back to a finding: for a note on what was just judged, for what was taken back, and where one was unlinked."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from core.case.review import Verdict
from core.model import Pair
from desktop.main_window import MainWindow
from desktop.screens import Screen

CONTROL = Qt.KeyboardModifier.ControlModifier
SOURCE = (
    "Bread is dear this year.",
    "Bakers met in the old hall.",
    "Nobody was hurt at all.",
    "Gulls came to the pier.",
    "Rain fell on the town.",
)


@pytest.fixture
def judging(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> MainWindow:
    """Return a window on two articles with five findings, the first selected."""
    for name, word in (("a.txt", "year"), ("b.txt", "month")):
        (tmp_path / name).write_text("\n".join((SOURCE[0].replace("year", word), *SOURCE[1:])), "utf-8")
    window.open_paths((tmp_path / "a.txt", tmp_path / "b.txt"))
    qtbot.waitUntil(lambda: window.work.session.analysis is not None and not window.work.busy)
    qtbot.waitUntil(window.case.isVisible)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.case.view.setFocus()
    assert [len(pair_of(window).links), window.case.selected_link()] == [5, 0]
    return window


def pair_of(window: MainWindow) -> Pair:
    assert window.work.session.pair is not None
    return window.work.session.pair


def key(window: MainWindow, pressed: str) -> None:
    QTest.keyClicks(window.focusWidget(), pressed)


def notes(window: MainWindow) -> list[str]:
    """Return the notes on the findings in order."""
    window.case.inspector.verdicts.flush()
    return [window.work.session.judgement(pair_of(window), link).note for link in pair_of(window).links]


@pytest.mark.parametrize(("end", "modifier"), [(Qt.Key.Key_Return, CONTROL), (Qt.Key.Key_Escape, None)])
def test_a_note_right_after_a_verdict_key_is_on_the_finding_just_judged(
    judging: MainWindow, end: Qt.Key, modifier: Qt.KeyboardModifier | None
) -> None:
    panel = judging.case.inspector.verdicts
    key(judging, "3")
    assert judging.case.selected_link() == 1
    key(judging, "n")
    assert judging.case.selected_link() == 0
    assert panel.note.hasFocus()
    assert panel.heading() == panel.note.accessibleName() == "Note on B 1 from A 1"
    QTest.keyClicks(panel.note, "not our words")
    QTest.keyClick(panel.note, end, modifier or Qt.KeyboardModifier.NoModifier)
    assert judging.case.selected_link() == 1
    assert panel.heading() == "Verdict"
    assert not panel.note.hasFocus()
    assert notes(judging) == ["not our words", "", "", "", ""]
    key(judging, "1")
    assert judging.work.session.verdict(pair_of(judging), pair_of(judging).links[1]) is Verdict.ACCEPTABLE


def test_a_note_is_on_the_finding_that_was_chosen_since_the_verdict(judging: MainWindow) -> None:
    panel = judging.case.inspector.verdicts
    key(judging, "3")
    key(judging, "j")
    key(judging, "k")
    key(judging, "n")
    assert judging.case.selected_link() == 1
    QTest.keyClicks(panel.note, "own")
    QTest.keyClick(panel.note, Qt.Key.Key_Return, CONTROL)
    assert panel.note.hasFocus()  # the editor chose this finding: the note stays open
    assert judging.case.selected_link() == 1
    assert notes(judging) == ["", "own", "", "", ""]


def test_leaving_the_screen_ends_the_way_back(judging: MainWindow) -> None:
    key(judging, "3")
    judging.navigation.show(Screen.OVERVIEW)
    judging.navigation.show(Screen.COMPARE)
    judging.reviewing.write_note()
    assert judging.case.selected_link() == 1


def test_taking_a_verdict_back_goes_to_its_finding_and_says_what_was_undone(judging: MainWindow) -> None:
    key(judging, "2")
    key(judging, "4")
    assert judging.case.selected_link() == 2
    judging.actions_by_name["undo"].trigger()
    assert judging.case.selected_link() == 1
    assert judging.status.news() == "Undone: dismiss for B 2."
    judging.actions_by_name["undo"].trigger()
    assert judging.case.selected_link() == 0
    assert judging.status.news() == "Undone: needs credit for B 1."
    judging.actions_by_name["redo"].trigger()
    assert judging.case.selected_link() == 0
    assert judging.status.news() == "Done again: needs credit for B 1."
    assert judging.status.statement().startswith("B ← A")
    judging.status._saying.timeout.emit()
    assert judging.status.news() == ""


def test_unlinking_stays_at_the_place_and_undoing_comes_back(qtbot: QtBot, judging: MainWindow) -> None:
    judging.case.compare.go_to(3)
    judging.case.view.unlinkWanted.emit(3)
    qtbot.waitUntil(lambda: len(pair_of(judging).links) == 4 and not judging.work.busy)
    assert judging.case.selected_link() == 3
    assert pair_of(judging).links[3].a == (4,)
    judging.case.compare.go_to(0)
    judging.actions_by_name["undo"].trigger()
    qtbot.waitUntil(lambda: len(pair_of(judging).links) == 5 and not judging.work.busy)
    assert judging.case.selected_link() == 3
    assert judging.status.news() == "Undone: unlink B 4."
    judging.actions_by_name["redo"].trigger()
    qtbot.waitUntil(lambda: len(pair_of(judging).links) == 4 and not judging.work.busy)
    assert pair_of(judging).links[judging.case.selected_link()].a == (4,)


def test_unlinking_the_last_finding_shows_the_one_before(qtbot: QtBot, judging: MainWindow) -> None:
    judging.case.compare.go_to(4)
    judging.case.view.unlinkWanted.emit(4)
    qtbot.waitUntil(lambda: len(pair_of(judging).links) == 4 and not judging.work.busy)
    assert judging.case.selected_link() == 3


def test_what_was_waited_for_is_not_shown_once_another_finding_was_chosen(qtbot: QtBot, judging: MainWindow) -> None:
    judging.case.view.unlinkWanted.emit(3)
    qtbot.waitUntil(lambda: len(pair_of(judging).links) == 4 and not judging.work.busy)
    judging.actions_by_name["undo"].trigger()
    judging.case.compare.go_to(2)
    qtbot.waitUntil(lambda: len(pair_of(judging).links) == 5 and not judging.work.busy)
    assert judging.case.selected_link() == 2
