"""The article under review is the first of two, and likely the source of the other: said once, and mended at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from core.model import Analysis, Direction, DirectionEvidence, Document, Pair, Role, Side
from core.progress import Progress
from desktop.engine import Wishes
from desktop.main_window import MainWindow
from desktop.screens import Screen
from desktop.session import View
from tests.desktop.conftest import FakeEngine
from tests.desktop.window_acts import analysis_of, run_message, whats

SAID = "Article A is under review, but B likely derives from A (1 reason for it, none against)."


class FirstOfTwo(FakeEngine):
    """Takes the first article for the one under review, and says that the others derive from it."""

    def __init__(self) -> None:
        super().__init__()
        self.open = False
        """Whether direction is left open."""
        self.against = 0

    def analyse(self, documents: Sequence[Document], progress: Progress, wishes: Wishes = Wishes()) -> Analysis:  # noqa: B008 - a frozen value
        chosen = replace(wishes, subject=0) if wishes.subject is None else wishes
        made = super().analyse(documents, progress, chosen)
        return replace(made, pairs=tuple(map(self._turned, made.pairs)))

    def _turned(self, pair: Pair) -> Pair:
        derived, source = (Side.B, Side.A) if pair.a == "a1" else (Side.A, Side.B)
        told = [DirectionEvidence("detail", "It has more.", derived)]
        told += [DirectionEvidence("dates", "It is older.", source)] * self.against
        return replace(pair, direction=Direction(Side.UNKNOWN if self.open else derived, tuple(told)))


@pytest.fixture
def engine() -> FirstOfTwo:
    return FirstOfTwo()


@pytest.fixture
def two(
    qtbot: QtBot, window: MainWindow, story_files: tuple[Path, ...], settle: Callable[[MainWindow], None]
) -> MainWindow:
    """Return the window with the source and the text that took from it, in that order."""
    window.open_paths((story_files[0], story_files[2]))
    qtbot.waitUntil(lambda: window.work.session.analysis is not None and window.case.isVisible())
    settle(window)
    return window


def test_the_likely_source_under_review_is_told_on_every_screen_of_the_pair(two: MainWindow) -> None:
    assert whats(two) == [SAID]
    (message,) = two.messages.messages
    assert message.remedy == "Only when B is under review are its changes and missing credits listed as needing action."
    for screen in (Screen.OVERVIEW, Screen.COMPARE):
        two.navigation.show(screen)
        assert whats(two) == [SAID]
        assert two.messages.isVisible()


def test_the_button_puts_the_derived_article_under_review_and_undo_takes_it_back(
    qtbot: QtBot, two: MainWindow, engine: FirstOfTwo, settle: Callable[[MainWindow], None]
) -> None:
    run_message(two)
    assert whats(two) == [], "at once, not only when the articles are compared"
    qtbot.waitUntil(lambda: analysis_of(two).subject == "a2")
    settle(two)
    assert two.work.session.view == View("a1", "a2")
    assert whats(two) == []
    assert not two.actions_by_name["review_derived"].isEnabled()
    assert engine.runs == 2
    assert two.actions_by_name["undo"].text() == "Undo put B under review"
    two.actions_by_name["undo"].trigger()
    qtbot.waitUntil(lambda: analysis_of(two).subject == "a1")
    settle(two)
    assert whats(two) == [SAID]


def test_a_key_does_the_same(qtbot: QtBot, two: MainWindow, settle: Callable[[MainWindow], None]) -> None:
    assert two.actions_by_name["review_derived"].isEnabled()
    (message,) = two.messages.messages
    assert (message.button, message.tip) == ("Put B under review", "Put B under review (Shift+R)")
    QTest.keyClick(two, Qt.Key.Key_R, Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: analysis_of(two).subject == "a2")
    settle(two)
    assert whats(two) == []


def test_once_dismissed_it_does_not_come_back(
    qtbot: QtBot, two: MainWindow, settle: Callable[[MainWindow], None]
) -> None:
    (close,) = (b for b in two.messages.findChildren(QPushButton) if b.accessibleName() == "Dismiss message")
    close.click()
    assert whats(two) == []
    two.articles.review("a2")
    qtbot.waitUntil(lambda: analysis_of(two).subject == "a2")
    settle(two)
    two.actions_by_name["undo"].trigger()
    qtbot.waitUntil(lambda: analysis_of(two).subject == "a1")
    settle(two)
    assert whats(two) == []
    assert two.actions_by_name["review_derived"].isEnabled(), "the key still does it"


def test_reasons_against_are_counted(
    qtbot: QtBot, window: MainWindow, engine: FirstOfTwo, story_files: tuple[Path, ...]
) -> None:
    engine.against = 2
    window.open_paths((story_files[0], story_files[2]))
    qtbot.waitUntil(lambda: bool(whats(window)))
    assert whats(window)[0].endswith("(1 reason for it, 2 against).")


def test_nothing_is_told_where_direction_is_open(
    qtbot: QtBot, window: MainWindow, engine: FirstOfTwo, story_files: tuple[Path, ...]
) -> None:
    engine.open = True
    window.open_paths((story_files[0], story_files[2]))
    qtbot.waitUntil(lambda: window.work.session.analysis is not None and not window.work.busy)
    assert whats(window) == []
    assert not window.actions_by_name["review_derived"].isEnabled()


def test_nothing_is_told_where_nothing_was_taken_or_of_three(
    qtbot: QtBot, window: MainWindow, story_files: tuple[Path, ...], settle: Callable[[MainWindow], None]
) -> None:
    window.open_paths(story_files[:2])
    qtbot.waitUntil(lambda: window.work.session.analysis is not None and not window.work.busy)
    assert whats(window) == []
    window.open_paths(story_files[2:])
    qtbot.waitUntil(lambda: len(window.work.session.articles) == 3)
    settle(window)
    assert whats(window) == []


def test_what_an_editor_called_a_source_is_not_proposed(two: MainWindow) -> None:
    two.articles.set_role("a2", Role.LICENSED)
    assert whats(two) == []
    two.actions_by_name["undo"].trigger()
    assert whats(two) == [SAID]


def test_another_case_says_it_of_its_own(
    qtbot: QtBot, two: MainWindow, story_files: tuple[Path, ...], settle: Callable[[MainWindow], None]
) -> None:
    (close,) = (b for b in two.messages.findChildren(QPushButton) if b.accessibleName() == "Dismiss message")
    close.click()
    two.actions_by_name["new"].trigger()
    qtbot.waitUntil(lambda: not two.work.session.articles)
    two.open_paths((story_files[0], story_files[2]))
    qtbot.waitUntil(lambda: two.work.session.analysis is not None)
    settle(two)
    assert whats(two) == [SAID]


def test_nothing_is_put_under_review_while_another_case_is_opened(
    qtbot: QtBot, two: MainWindow, engine: FirstOfTwo, tmp_path: Path
) -> None:
    two.files.open(tmp_path / "none.cognate")
    assert two.files.loading
    (message,) = (m for m in two.messages.messages if m.what == SAID)
    assert message.run is not None
    message.run()
    assert analysis_of(two).subject == "a1"
    assert two.work.session.reviewed is None
    qtbot.waitUntil(lambda: not two.files.loading)
    assert engine.runs == 1
    message.run()
    assert two.work.session.reviewed == 1
