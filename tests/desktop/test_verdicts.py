"""Verdicts and notes in the inspector."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QMainWindow, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from core.case.review import Judgement, Verdict
from core.model import Analysis, Pair
from core.months import PRINTED
from core.progress import NoProgress
from desktop import months
from desktop.pairs import strongest_pair
from desktop.terms import verdict_said
from desktop.theme import Theme
from desktop.verdict_signs import given, weightiest
from desktop.widgets.inspector import Inspector
from desktop.widgets.note import LEAST_LINES, MOST_LINES
from desktop.widgets.word_diff import legend

REWRITE = Judgement(Verdict.REWRITE, "Not brackets.", "Ana", "2026-11-26T14:02:00Z")


@pytest.fixture
def analysis(engine: Any) -> Any:
    texts = ("The harbour closes at noon.\nGulls returned.\nIt rained.", "The harbour closes at dusk.\nGulls returned.")
    return engine.analyse([engine.paste(t).document for t in texts], NoProgress())


@pytest.fixture
def pair(analysis: Analysis) -> Any:
    return strongest_pair(analysis, "a2")


@pytest.fixture
def inspector(qtbot: QtBot, light: Theme) -> Iterator[Inspector]:
    """Give an inspector beside a field that can have the keyboard."""
    window = QWidget()
    column = QVBoxLayout(window)
    column.setContentsMargins(0, 0, 0, 0)
    made = Inspector(light)
    column.addWidget(QLineEdit())
    column.addWidget(made)
    qtbot.addWidget(window)
    window.resize(350, 824)
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    yield made
    window.close()


def write(inspector: Inspector, text: str) -> None:
    inspector.focus_note()
    QTest.keyClicks(inspector.verdicts.note, text)


def test_the_verdict_its_author_and_the_note_are_shown(inspector: Inspector, analysis: Analysis, pair: Pair) -> None:
    assert inspector.finding() is None
    inspector.show_link(analysis, pair, pair.links[0], REWRITE)
    assert inspector.verdict() is Verdict.REWRITE
    assert inspector.verdicts.given().startswith("Ana · 26 Nov 2026, ")
    assert inspector.verdicts.note.toPlainText() == "Not brackets."
    inspector.show_link(analysis, pair, pair.links[1])
    assert inspector.verdict() is None
    assert (inspector.verdicts.given(), inspector.verdicts.note.toPlainText()) == ("", "")
    assert inspector.finding() == (analysis, pair, pair.links[1])


def test_pressing_tells_a_verdict_and_pressing_again_takes_it_away(
    qtbot: QtBot, inspector: Inspector, analysis: Analysis, pair: Pair
) -> None:
    inspector.show_link(analysis, pair, pair.links[0])
    button = inspector.verdicts.buttons[Verdict.CREDIT]
    with qtbot.waitSignal(inspector.verdictWanted) as told:
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert told.args == [Verdict.CREDIT]
    assert inspector.verdict() is Verdict.CREDIT
    other = inspector.verdicts.buttons[Verdict.DISMISS]
    other.setFocus(Qt.FocusReason.TabFocusReason)
    with qtbot.waitSignal(inspector.verdictWanted):
        QTest.keyClick(other, Qt.Key.Key_Space)
    assert [b.isChecked() for b in inspector.verdicts.buttons.values()] == [False, False, False, True]
    with qtbot.waitSignal(inspector.verdictWanted) as told:
        QTest.mouseClick(other, Qt.MouseButton.LeftButton)
    assert told.args == [None]
    assert inspector.verdict() is None


def test_buttons_have_names_and_room_for_them(
    qtbot: QtBot, inspector: Inspector, analysis: Analysis, pair: Pair
) -> None:
    inspector.show_link(analysis, pair, pair.links[0], REWRITE)
    buttons = inspector.verdicts.buttons.values()
    assert [b.accessibleName() for b in buttons] == ["Acceptable", "Needs credit", "Needs rewrite", "Dismiss"]
    assert all(b.width() >= b.sizeHint().width() and b.height() >= 24 for b in buttons)
    for width in (310, 260):
        inspector.window().resize(width, 824)
        qtbot.waitUntil(lambda: all(b.width() >= b.minimumSizeHint().width() for b in buttons))
    qtbot.waitUntil(lambda: len({b.x() for b in buttons}) == 1)
    plain = inspector.verdicts.buttons[Verdict.REWRITE].grab().toImage()
    inspector.show_link(analysis, pair, pair.links[0])
    assert inspector.verdicts.buttons[Verdict.REWRITE].grab().toImage() != plain


def test_a_note_is_told_after_a_pause_and_with_ctrl_enter(
    qtbot: QtBot, inspector: Inspector, analysis: Analysis, pair: Pair
) -> None:
    inspector.show_link(analysis, pair, pair.links[0])
    with qtbot.waitSignal(inspector.noteWanted, timeout=3000) as told:
        write(inspector, "One")
    assert told.args == ["One"]
    with qtbot.waitSignal(inspector.noteWanted, timeout=200) as told:
        QTest.keyClicks(inspector.verdicts.note, " two")
        QTest.keyClick(inspector.verdicts.note, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert told.args == ["One two"]
    with qtbot.assertNotEmitted(inspector.noteWanted, wait=50):
        QTest.keyClick(inspector.verdicts.note, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def test_escape_and_tab_leave_the_note(qtbot: QtBot, inspector: Inspector, analysis: Analysis, pair: Pair) -> None:
    inspector.show_link(analysis, pair, pair.links[0])
    write(inspector, "One")
    with qtbot.waitSignals([inspector.noteWanted, inspector.noteLeft], timeout=200):
        QTest.keyClick(inspector.verdicts.note, Qt.Key.Key_Escape)
    assert not inspector.verdicts.note.hasFocus()
    write(inspector, "!")
    with qtbot.waitSignal(inspector.noteWanted, timeout=200) as told:
        QTest.keyClick(inspector.verdicts.note, Qt.Key.Key_Tab)
    assert told.args == ["One!"]


def test_keys_of_the_window_do_not_reach_into_the_note(
    qtbot: QtBot, light: Theme, analysis: Analysis, pair: Pair
) -> None:
    window, pressed = QMainWindow(), []
    for key in ("Esc", "Ctrl+Return", "J"):
        action = QAction(window)
        action.setShortcut(QKeySequence(key))
        action.triggered.connect(lambda _=False, k=key: pressed.append(k))
        window.addAction(action)
    inspector = Inspector(light)
    window.setCentralWidget(inspector)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    inspector.show_link(analysis, pair, pair.links[0])
    inspector.focus_note()
    qtbot.waitUntil(inspector.verdicts.note.hasFocus)
    handle = window.windowHandle()
    QTest.keyClick(handle, Qt.Key.Key_J)
    QTest.keyClick(handle, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(handle, Qt.Key.Key_Escape)
    assert pressed == []
    assert inspector.verdicts.note.toPlainText() == "j"


def test_a_note_in_writing_belongs_to_the_finding_it_was_begun_for(
    inspector: Inspector, analysis: Analysis, pair: Pair
) -> None:
    inspector.show_link(analysis, pair, pair.links[0])
    told: list[tuple[object, str]] = []
    inspector.noteWanted.connect(lambda text: told.append((inspector.finding(), text)))
    write(inspector, "First")
    inspector.show_link(analysis, pair, pair.links[1])
    assert told == [((analysis, pair, pair.links[0]), "First")]
    assert inspector.verdicts.note.toPlainText() == ""
    write(inspector, "Second")
    inspector.show_empty("Nothing", "Select a sentence.")
    assert told[1] == ((analysis, pair, pair.links[1]), "Second")
    assert inspector.finding() is None


def test_showing_the_same_finding_again_does_not_disturb_writing(
    inspector: Inspector, analysis: Analysis, pair: Pair
) -> None:
    inspector.show_link(analysis, pair, pair.links[0], REWRITE)
    note = inspector.verdicts.note
    write(inspector, " More")
    QTest.keyClick(note, Qt.Key.Key_Home)
    place = note.textCursor().position()
    inspector.show_link(replace(analysis), pair, pair.links[0], replace(REWRITE, verdict=Verdict.CREDIT))
    assert (note.toPlainText(), note.textCursor().position()) == ("Not brackets. More", place)
    assert inspector.verdict() is Verdict.CREDIT


def test_an_undone_note_is_shown_as_it_was(inspector: Inspector, analysis: Analysis, pair: Pair) -> None:
    inspector.show_link(analysis, pair, pair.links[0], REWRITE)
    write(inspector, " More")
    QTest.keyClick(inspector.verdicts.note, Qt.Key.Key_Escape)
    inspector.show_link(analysis, pair, pair.links[0], REWRITE)
    assert inspector.verdicts.note.toPlainText() == "Not brackets."


def test_the_note_grows_with_its_lines_and_not_for_ever(
    qtbot: QtBot, inspector: Inspector, analysis: Analysis, pair: Pair
) -> None:
    note = inspector.verdicts.note
    heights = []
    for lines in (1, LEAST_LINES, MOST_LINES, MOST_LINES + 4):
        judgement = Judgement(None, "\n".join(["line"] * lines))
        inspector.show_link(analysis, pair, pair.links[lines % 2], judgement)
        inspector.show_link(analysis, pair, pair.links[0], judgement)
        qtbot.wait(1)
        heights.append(note.height())
    assert heights[0] == heights[1] < heights[2] == heights[3]


def test_the_verdict_stays_in_view_below_and_beside(
    qtbot: QtBot, inspector: Inspector, analysis: Analysis, pair: Pair
) -> None:
    inspector.show_link(analysis, pair, pair.links[0], REWRITE)
    inspector.window().resize(350, 480)
    qtbot.wait(1)

    def place() -> QPoint:
        return inspector.verdicts.mapTo(inspector, QPoint())

    assert place().x() == 0
    assert place().y() + inspector.verdicts.height() == inspector.height()
    inspector.set_wide(wide=True)
    inspector.window().resize(960, 300)
    qtbot.waitUntil(lambda: place().x() > 400)
    assert place().x() + inspector.verdicts.width() == inspector.width()


def test_everything_grows_with_the_zoom(
    qtbot: QtBot, inspector: Inspector, light: Theme, analysis: Analysis, pair: Pair
) -> None:
    inspector.show_link(analysis, pair, pair.links[0], REWRITE)
    passage, button = inspector.diff.passages[0], inspector.verdicts.buttons[Verdict.CREDIT]
    before = passage.heightForWidth(320), button.sizeHint(), inspector.verdicts.note.height()
    try:
        light.wear(zoom=1.5)
        assert passage.heightForWidth(320) > before[0]
        assert button.sizeHint().width() > before[1].width()
        assert inspector.verdicts.note.height() > before[2]
        qtbot.waitUntil(lambda: len({b.x() for b in inspector.verdicts.buttons.values()}) == 1)
    finally:
        light.wear(zoom=1.0)
    assert passage.heightForWidth(320) == before[0]


def test_a_link_set_by_hand_is_called_so(inspector: Inspector, analysis: Analysis, pair: Pair) -> None:
    inspector.show_link(analysis, pair, pair.links[0], by_hand=True)
    assert "Set by hand." in inspector._why.text()
    inspector.show_link(analysis, pair, pair.links[0])
    assert "Set by hand." not in inspector._why.text()


def test_the_legend_tells_only_the_marks_that_occur(inspector: Inspector, analysis: Analysis, pair: Pair) -> None:
    inspector.show_link(analysis, pair, pair.links[0])
    shown = {mark.kind for passage in inspector.diff.passages for mark in passage.marks}
    assert inspector.diff.legend.accessibleName() == f"What the marks mean: {', '.join(legend(shown)[0])}"
    assert legend(()) == ([], "", [])


def test_who_and_when_in_words() -> None:
    assert given(REWRITE, UTC) == "Ana · 26 Nov 2026, 14:02"
    assert given(replace(REWRITE, by=""), UTC) == "26 Nov 2026, 14:02"
    assert given(replace(REWRITE, at="2026-05-01T09:05:00"), UTC) == "Ana · 1 May 2026, 09:05"
    assert given(replace(REWRITE, at="yesterday")) == "Ana"
    assert given(Judgement(None, "", "Ana", "2026-11-26T14:02:00Z"), UTC) == ""


def test_verdicts_in_words_and_by_weight() -> None:
    assert [verdict_said(v) for v in Verdict] == ["acceptable", "needs credit", "needs rewrite", "dismissed"]
    assert weightiest([Verdict.DISMISS, Verdict.CREDIT]) is Verdict.CREDIT
    assert weightiest([]) is None


def test_the_months_are_those_that_the_report_prints() -> None:
    assert months.SHORT == PRINTED
