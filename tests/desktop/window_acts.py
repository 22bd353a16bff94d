"""What tests of the whole window do in it and read from it."""

from __future__ import annotations

from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from core.model import Analysis
from desktop.main_window import MainWindow


def letters(window: MainWindow) -> tuple[str, str]:
    pair = window.work.session.pair
    assert pair is not None
    return analysis_of(window).letter(pair.a), analysis_of(window).letter(pair.b)


def analysis_of(window: MainWindow) -> Analysis:
    assert window.work.session.analysis is not None
    return window.work.session.analysis


def run_message(window: MainWindow) -> None:
    """Press the button of the one message there is."""
    (message,) = window.messages.messages
    assert message.run is not None
    message.run()


def whats(window: MainWindow) -> list[str]:
    return [message.what for message in window.messages.messages]


def press(window: MainWindow, key: str) -> None:
    QTest.keyClicks(window, key)


def headings(window: MainWindow) -> list[tuple[str, str]]:
    return [(h.letter, h.title) for h in window.case.view._header.headings() if h is not None]


def wait_saved(qtbot: QtBot, window: MainWindow) -> None:
    """Wait until everything is on the disk."""
    qtbot.waitUntil(lambda: bool(window.files.saved_at) and not window.files.keeper.waiting)
