"""Closing the window while a report is written, and its size when it is first opened."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QMainWindow, QMessageBox
from pytestqt.qtbot import QtBot

from core.report.formats import Format
from desktop.dialogs.export_result import place_said
from desktop.dialogs.fitting import fit_first
from desktop.exports import Target
from desktop.main_window import MainWindow


@pytest.fixture
def writing(qtbot: QtBot, case: MainWindow, engine: Any, tmp_path: Path) -> Iterator[MainWindow]:
    """Return a window whose report is being written until the engine's gate opens."""
    engine.write_gate.clear()
    case.exporting.write((Target(Format.PDF, tmp_path / "dusk.pdf"),))
    qtbot.waitUntil(lambda: case.work.exporting)
    yield case
    engine.write_gate.set()


def answer(window: MainWindow, button: str) -> list[str]:
    """Have the next question answered with a button; return what it asks, once it did."""
    asked: list[str] = []

    def press() -> None:
        box = window.findChild(QMessageBox)
        assert box is not None
        asked.append(box.text())
        next(b for b in box.buttons() if b.text() == button).click()

    QTimer.singleShot(50, press)
    return asked


def test_closing_asks_while_a_report_is_written_and_waits(
    qtbot: QtBot, writing: MainWindow, engine: Any, tmp_path: Path
) -> None:
    asked = answer(writing, "Wait")
    assert not writing.close()
    assert asked == ["A report is being written."]
    assert writing.isVisible()
    assert writing.job_bar.isVisible()
    engine.write_gate.set()
    qtbot.waitUntil(lambda: not writing.work.exporting)
    assert (tmp_path / "dusk.pdf").exists()
    assert writing.close()  # nothing to ask any more


def test_closing_can_stop_the_report(writing: MainWindow, tmp_path: Path) -> None:
    asked = answer(writing, "Stop and close")
    assert writing.close()
    assert asked == ["A report is being written."]
    assert not (tmp_path / "dusk.pdf").exists()


def test_hidden_the_export_is_shown_at_once_and_can_be_stopped(
    qtbot: QtBot, case: MainWindow, engine: Any, tmp_path: Path
) -> None:
    engine.write_gate.clear()
    case.exporting.open()
    dialog = case.exporting.dialog
    assert dialog is not None
    dialog.choice.folder.setText(str(tmp_path))
    qtbot.waitUntil(lambda: not dialog._looking.running)
    dialog.export.click()
    qtbot.waitUntil(dialog.hide_it.isVisible)
    case.work.progressed.disconnect(case._show_progress)  # no step follows: the long one is under way
    case.job_bar.hide()
    case.work.progressed.connect(case._show_progress)
    dialog.hide_it.click()
    assert case.job_bar.isVisible()
    case.actions_by_name["cancel"].trigger()
    qtbot.waitUntil(lambda: not case.work.exporting)
    assert "The export was stopped. Nothing was written." in [m.what for m in case.messages.messages]


def test_the_home_folder_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", "/home/ana")
    assert place_said(Path("/home/ana")) == "Home folder (/home/ana)"
    assert place_said(Path("/home/ana/Reports")) == "In ~/Reports"


def test_a_window_without_room_for_its_frame_fills_the_screen_at_first(qtbot: QtBot) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    room = window.screen().availableSize()
    window.resize(room.width() - 100, room.height() - 100)
    fit_first(window)
    assert not window.isMaximized()
    window.resize(room)
    fit_first(window)
    assert window.isMaximized()
    assert window.normalGeometry().height() < room.height()
