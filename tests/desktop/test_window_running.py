"""The window while articles are compared: stopped, overtaken, closed."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.main_window import MainWindow
from tests.desktop.window_acts import analysis_of, headings, letters, run_message, whats


@pytest.fixture
def comparing(qtbot: QtBot, window: MainWindow, engine: Any, story_files: tuple[Path, ...]) -> MainWindow:
    """Return the window with three articles that are compared for as long as the engine's gate is closed."""
    engine.gate.clear()
    window.open_paths(story_files)
    qtbot.waitUntil(lambda: window.work.comparing)
    return window


def press_escape(window: MainWindow) -> None:
    QTest.keyClick(window, Qt.Key.Key_Escape)


def test_the_texts_can_be_read_before_the_links_arrive(qtbot: QtBot, comparing: MainWindow, engine: Any) -> None:
    assert comparing.intake.page.isVisible()
    assert not comparing.job_bar.isVisible()
    comparing.intake.page.openWanted.emit()
    qtbot.waitUntil(comparing.job_bar.isVisible)
    assert comparing.case.isVisible()
    assert comparing.case.articles.rowCount() == 3
    assert comparing.work.session.analysis is None
    assert comparing.case.inspector.empty_title() == "Comparing"
    engine.gate.set()
    qtbot.waitUntil(lambda: comparing.work.session.analysis is not None)
    qtbot.waitUntil(lambda: not comparing.job_bar.isVisible())
    assert letters(comparing) == ("C", "A")


def test_cancel_leaves_no_late_result(qtbot: QtBot, comparing: MainWindow, engine: Any) -> None:
    press_escape(comparing)
    qtbot.waitUntil(lambda: not comparing.work.busy)
    engine.gate.set()
    qtbot.wait(60)
    assert comparing.work.session.analysis is None
    assert len(comparing.work.session.articles) == 3
    assert whats(comparing) == ["The comparison was stopped."]
    assert not comparing.job_bar.isVisible()
    run_message(comparing)
    qtbot.waitUntil(lambda: comparing.work.session.analysis is not None)
    assert whats(comparing) == []


def test_cancel_keeps_the_pairs_that_are_finished(
    qtbot: QtBot, window: MainWindow, engine: Any, story_files: tuple[Path, ...]
) -> None:
    engine.gate.clear()
    engine.keeps_pairs = 1
    window.open_paths(story_files)
    qtbot.waitUntil(lambda: window.work.comparing)
    press_escape(window)
    qtbot.waitUntil(lambda: not window.work.busy)
    assert len(analysis_of(window).pairs) == 1
    assert window.messages.messages[0].remedy == "1 of 3 pairs are compared; a report holds only those."
    assert window.actions_by_name["compare"].isEnabled()


def test_a_newer_request_overtakes_the_comparison(
    qtbot: QtBot, window: MainWindow, engine: Any, story_files: tuple[Path, ...]
) -> None:
    engine.gate.clear()
    window.open_paths(story_files[:2])
    qtbot.waitUntil(lambda: window.work.comparing)
    window.open_paths(story_files[2:])
    qtbot.waitUntil(lambda: len(window.work.session.articles) == 3)
    engine.gate.set()
    qtbot.waitUntil(lambda: not window.work.busy)
    assert len(analysis_of(window).articles) == 3


def test_closing_waits_for_the_work(comparing: MainWindow) -> None:
    comparing.close()
    assert not comparing.work.busy


def test_the_window_is_gone_before_the_work_is_waited_for(
    qtbot: QtBot, window: MainWindow, engine: Any, story_files: tuple[Path, ...]
) -> None:
    seen: list[bool] = []
    engine.told_to_stop = lambda: seen.append(window.isVisible())
    engine.gate.clear()
    window.open_paths(story_files)
    qtbot.waitUntil(lambda: window.work.comparing)
    window.close()
    assert seen == [False]


def test_removing_an_article_while_comparing_shows_the_ones_that_stay(qtbot: QtBot, comparing: MainWindow) -> None:
    comparing.case.sidebar.list.articleChosen.emit("a2")
    assert headings(comparing) == [("A", "The harbour closes at noon."), ("B", "Bakers met in the old hall.")]
    comparing.articles.remove("a1")
    qtbot.waitUntil(lambda: comparing.work.comparing)
    comparing.case.sidebar.list.articleChosen.emit("a2")
    assert headings(comparing) == [("A", "Bakers met in the old hall."), ("B", "The harbour closes at dusk.")]
    assert [column._blocks.sentence(0).text for column in comparing.case.view._columns] == [
        t for _, t in headings(comparing)
    ]
