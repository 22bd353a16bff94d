"""Pairs that came close to a link: off by default, counted, shown, explained, and made links by hand."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from core.align.closest import Closest
from core.case.contents import CaseContents
from core.errors import CognateError
from core.model import Evidence, Link, MatchClass, Pair
from core.report.analysis_json import analysis_to_dict
from desktop.compare.ribbons import Layer
from desktop.main_window import MainWindow
from desktop.models.weak import no_match, tick_of, weak_count, weak_strength, weak_title, why_weak
from desktop.pairs import find_pair
from desktop.settings import WEAK_LINKS
from tests.desktop.window_acts import analysis_of


def weak(a: int, b: int, score: float, needed: float | None = 1.35) -> Link:
    evidence = Evidence(0.5, 0.4, 0.2, 0.0, 2, score=score, needed=needed)
    return Link((a,), (b,), ((a, b, MatchClass.UNRELATED),), MatchClass.UNRELATED, 0.0, evidence)


@pytest.fixture
def engine(engine: Any) -> Any:
    engine.weak = (weak(2, 2, 0.66), weak(1, 0, 0.55))
    return engine


@pytest.fixture
def counted(qtbot: QtBot, case: MainWindow) -> MainWindow:
    """Return the case once the pair on screen was looked through for weak links."""
    qtbot.waitUntil(lambda: bool(case.status.weak()))
    return case


def pair_of(window: MainWindow) -> Pair:
    assert window.work.session.pair is not None
    return window.work.session.pair


def press(window: MainWindow, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    window.case.view.setFocus()
    QTest.keyClick(window.focusWidget() or window, key, modifier)


def names(window: MainWindow) -> list[str]:
    return [
        str(column.model().index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole))
        for column in window.case.view._columns
        for row in range(column.model().rowCount())
    ]


def test_weak_links_are_off_by_default_and_counted(counted: MainWindow, engine: Any) -> None:
    assert counted.status.weak() == "2 weak links hidden"
    assert not counted.case.view.weak_links()
    assert not any(tie.match is MatchClass.UNRELATED for tie in counted.case.view._scene.ties)
    assert engine.asked[0][2].startswith("closest")  # not the thread that draws
    assert engine.asked[0][2] != threading.current_thread().name
    assert not any("weak match" in name for name in names(counted))


def test_a_key_shows_them_and_the_choice_is_remembered(counted: MainWindow) -> None:
    press(counted, Qt.Key.Key_W)
    view = counted.case.view
    assert counted.status.weak() == "2 weak links shown"
    assert counted._settings.get(WEAK_LINKS)
    assert len(view.weak_links()) == 2
    assert view.visible_links() == tuple(range(len(pair_of(counted).links)))
    bands = [band for band in view._gutter.shapes().bands if band.tie.match is MatchClass.UNRELATED]
    assert {band.layer for band in bands} == {Layer.WEAK}
    assert "C 3, no source here, weak match with A 3, not counted" in names(counted)
    press(counted, Qt.Key.Key_W)
    assert counted.status.weak() == "2 weak links hidden"
    assert not view.weak_links()


def test_where_there_is_none_the_key_says_so(qtbot: QtBot, case: MainWindow, engine: Any) -> None:
    engine.weak = ()
    press(case, Qt.Key.Key_W)  # also before the pair was looked through
    qtbot.waitUntil(lambda: case.status.news() == "No weak links between C and A.")
    case.status._saying.timeout.emit()
    press(case, Qt.Key.Key_W)
    assert case.status.news() == "No weak links between C and A."


def test_the_status_bars_button_shows_them(counted: MainWindow, qtbot: QtBot) -> None:
    (button,) = (b for b in counted.status.findChildren(QPushButton) if b.accessibleName() == "2 weak links hidden")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert button.accessibleName() == "2 weak links shown"


def test_no_score_finding_or_verdict_knows_of_them(counted: MainWindow) -> None:
    before = analysis_to_dict(analysis_of(counted))
    press(counted, Qt.Key.Key_W)
    press(counted, Qt.Key.Key_W, Qt.KeyboardModifier.ShiftModifier)
    assert counted.case.compare.weak_place() == 0
    assert counted.case.position() == (0, len(pair_of(counted).links))
    assert not counted.reviewing.can_judge
    assert not counted.actions_by_name["verdict_1"].isEnabled()
    assert analysis_to_dict(analysis_of(counted)) == before


def test_a_selected_one_says_that_it_is_not_counted_and_why(counted: MainWindow) -> None:
    press(counted, Qt.Key.Key_W)
    press(counted, Qt.Key.Key_W, Qt.KeyboardModifier.ShiftModifier)
    card = counted.case.compare.weak
    assert card.isVisible()
    assert card.accessibleName() == "C 3 with A 3: Weak match, not counted"
    word, why = card.said()
    assert word == "Weak match, not counted"
    assert why.startswith("It scored 0.66; 1.35 was needed here")
    press(counted, Qt.Key.Key_W, Qt.KeyboardModifier.ShiftModifier)
    assert counted.case.compare.weak_place() == 1
    press(counted, Qt.Key.Key_J)  # back to the findings
    assert counted.case.position()[0] == 1
    assert not card.isVisible()


def test_one_is_made_a_link_by_hand_and_that_is_undone(
    qtbot: QtBot, counted: MainWindow, settle: Callable[[MainWindow], None]
) -> None:
    press(counted, Qt.Key.Key_W)
    press(counted, Qt.Key.Key_W, Qt.KeyboardModifier.ShiftModifier)
    before = pair_of(counted).links
    press(counted, Qt.Key.Key_H)
    settle(counted)
    qtbot.waitUntil(lambda: len(pair_of(counted).links) == len(before) + 1)
    finding = counted.case.inspector.finding()
    assert finding is not None
    assert (finding[2].a, finding[2].b, finding[2].evidence.reasons) == ((2,), (2,), ("hand",))
    assert counted.actions_by_name["undo"].text() == "Undo link C 3 and A 3"
    qtbot.waitUntil(lambda: counted.status.weak() == "1 weak link shown")
    counted.actions_by_name["undo"].trigger()
    qtbot.waitUntil(lambda: len(pair_of(counted).links) == len(before))
    qtbot.waitUntil(lambda: counted.status.weak() == "2 weak links shown")


def test_a_pair_without_a_link_offers_what_came_closest(qtbot: QtBot, counted: MainWindow, engine: Any) -> None:
    empty = find_pair(analysis_of(counted), "a1", "a2")
    assert empty is not None
    assert not empty.links
    engine.weak = (weak(0, 1, 0.58),)
    counted._show_pair(empty)
    inspector = counted.case.inspector
    qtbot.waitUntil(counted.actions_by_name["closest"].isEnabled)
    said = inspector._empty.accessibleName()
    assert "The closest pair scored 0.58; a link needed 1.35 here." in said
    assert "does not prove" in said

    def offered() -> list[str]:
        return [b.accessibleName() for b in inspector._empty.findChildren(QPushButton) if b.isVisible()]

    qtbot.waitUntil(lambda: offered() == ["Show closest pairs", "Next pair"])
    counted.actions_by_name["closest"].trigger()
    assert counted.actions_by_name["weak_links"].isChecked()
    assert counted.case.compare.weak_place() == 0
    assert counted.case.compare.weak.isVisible()


def test_a_very_long_pair_is_looked_through_only_when_it_is_asked_for(
    qtbot: QtBot, window: MainWindow, engine: Any, story_files: tuple[Path, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop.control.weak.UNASKED", 1)
    window.open_paths(story_files)
    qtbot.waitUntil(lambda: window.status.weak() == "Weak links hidden")
    qtbot.waitUntil(lambda: not window.work.busy)
    assert not window.weak._soon.isActive()
    assert not window.weak._lane.running
    assert not engine.asked
    window.actions_by_name["weak_links"].trigger()
    qtbot.waitUntil(lambda: window.status.weak() == "2 weak links shown")


def test_after_a_failure_it_is_said_once_and_looked_for_again_when_asked(
    qtbot: QtBot, window: MainWindow, engine: Any, story_files: tuple[Path, ...]
) -> None:
    engine.no_closest = CognateError("The texts could not be read.", "Try again.")
    window.open_paths(story_files)
    qtbot.waitUntil(lambda: [m.what for m in window.messages.messages] == ["The texts could not be read."])
    assert len(engine.asked) == 1
    assert not window.weak._soon.isActive(), "not over and over"
    assert window.status.weak() == ""
    assert window.actions_by_name["closest"].isEnabled()
    engine.no_closest = None
    (message,) = window.messages.messages
    assert message.button == "Try again"
    assert message.run is not None
    message.run()
    qtbot.waitUntil(lambda: window.status.weak() == "2 weak links hidden")
    assert not window.messages.messages


def test_looking_gives_way_to_a_comparison_and_is_taken_up_after_it(
    qtbot: QtBot, window: MainWindow, engine: Any, story_files: tuple[Path, ...]
) -> None:
    engine.closest_gate.clear()
    window.open_paths(story_files)
    qtbot.waitUntil(lambda: len(engine.asked) == 1)
    engine.gate.clear()
    window.work.compare()
    assert not window.weak._lane.running
    engine.gate.set()
    qtbot.waitUntil(lambda: len(engine.asked) == 2)  # the first run has ended, for there is one thread
    engine.closest_gate.set()
    qtbot.waitUntil(lambda: window.status.weak() == "2 weak links hidden")


def test_closing_the_window_does_not_wait_for_the_search(
    qtbot: QtBot, window: MainWindow, engine: Any, story_files: tuple[Path, ...]
) -> None:
    engine.closest_gate.clear()
    window.open_paths(story_files)
    qtbot.waitUntil(lambda: len(engine.asked) == 1)
    window.close()
    assert not window.weak._lane.running


def test_nothing_of_a_closed_case_is_kept(qtbot: QtBot, counted: MainWindow) -> None:
    weak_links, other = counted.weak, CaseContents(settings={"title": "Other"})
    assert weak_links._known
    counted.actions_by_name["weak_links"].trigger()
    counted.work.restore(other)
    qtbot.waitUntil(lambda: counted.work.session.title == "Other")
    assert not weak_links._known
    assert (weak_links._asked, weak_links._best_wanted) == (None, None)


def test_a_note_leaves_a_sign_beside_the_sentence(counted: MainWindow) -> None:
    counted.case.compare.go_to(0)
    view = counted.case.view
    assert not any(column._noted for column in view._columns)
    counted.reviewing._note("Ask the desk.")
    assert [set(column._noted) for column in view._columns] == [set(), {0}]
    assert any(name.startswith("C 1,") and name.endswith("has a note") for name in names(counted))
    counted.actions_by_name["undo"].trigger()
    assert not any(name.endswith("has a note") for name in names(counted))


def test_after_a_swap_every_head_tells_of_its_own_article(counted: MainWindow) -> None:
    before = counted.case.view._header.headings()
    press(counted, Qt.Key.Key_X)
    assert counted.case.view._header.headings() == before[::-1]
    rows = [counted.case.classes.row(n) for n in range(counted.case.classes.rowCount())]
    source_stands_right = before[0] is not None and "Source" in before[0].detail
    assert rows[-1].name == ("Not reused" if source_stands_right else "No source here")


def test_what_is_said_of_a_pair_depends_on_what_it_lacked(counted: MainWindow) -> None:
    analysis, pair = analysis_of(counted), pair_of(counted)
    near, below, outside = weak(0, 0, 0.58, 0.6), weak(0, 0, 0.3, None), weak(0, 0, 0.9, 0.7)
    made = Closest((near, below), 1, floor=0.5, by_wording=True)
    assert weak_title(analysis, pair, near) == ("C 1", "with", "A 1")
    assert [weak_strength(made, n) for n in (0, 1)] == ["Weak match, not counted", "Closest pair, not counted"]
    assert [tick_of(made, link) for link in (near, below)] == [0.6, 0.5]
    assert why_weak(analysis, made, near).startswith("It scored 0.58; 0.60 was needed. Longest shared run: 2 words.")
    assert why_weak(analysis, made, below).startswith("It scored 0.30. Below 0.50 no two sentences are linked")
    assert "would do" in why_weak(analysis, made, outside)
    assert "no link starts below 0.50" in no_match(analysis, pair, Closest((below,), 0, floor=0.5))
    assert "in common that counts" in no_match(analysis, pair, Closest())
    assert no_match(analysis, pair, None).startswith("Sentences compared: 3 of C with 3 of A. This")
    assert weak_count(1, shown=False) == "1 weak link hidden"
    assert weak_count(None, shown=True) == "Looking for weak links …"


def test_no_weak_link_is_gone_to_or_made_while_another_case_is_opened(
    qtbot: QtBot, counted: MainWindow, tmp_path: Path
) -> None:
    press(counted, Qt.Key.Key_W)
    press(counted, Qt.Key.Key_W, Qt.KeyboardModifier.ShiftModifier)
    of_weak = [counted.actions_by_name[name] for name in ("closest", "next_weak", "link_weak")]
    assert all(action.isEnabled() for action in of_weak)
    counted.files.open(tmp_path / "none.cognate")
    assert counted.files.loading
    counted.case.positionChanged.emit()  # as a result that arrives late makes it
    counted.weak.show_case()
    assert not any(action.isEnabled() for action in of_weak)
    qtbot.waitUntil(lambda: not counted.files.loading)
    assert all(action.isEnabled() for action in of_weak)
