"""A fault of the program: the work is saved, people are told once, and the report holds no word of theirs."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QMessageLogContext, Qt, QtMsgType
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from core import faults
from core.ingest import pasted
from desktop.app import _saved
from desktop.control.faults import FaultWatch
from desktop.dialogs.fault import FaultDialog
from desktop.main_window import MainWindow
from desktop.theme import Theme

CANARY = "zebrafinch"


class Window(QWidget):
    """Can be closed; ``saves`` is what saving returns or raises."""

    def __init__(self) -> None:
        super().__init__()
        self.saves: list[object] = []
        self.saved = 0

    def save(self) -> bool:
        """Save, as often as is asked."""
        self.saved += 1
        answer = self.saves.pop() if self.saves else True
        if isinstance(answer, Exception):
            raise answer
        return answer is True


@pytest.fixture
def plain(qtbot: QtBot) -> Window:
    made = Window()
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def watch(plain: Window, light: Theme) -> Iterator[FaultWatch]:
    made = FaultWatch(plain, light, plain.save)
    yield made
    if made.dialog is not None:
        made.dialog.accept()


def error(words: str = CANARY) -> Exception:
    """Return an error that went through a module of ours."""
    try:
        pasted(None)  # type: ignore[arg-type] # a fault of ours
    except TypeError as caught:
        caught.args = (words,)
        return caught
    raise AssertionError


def happen(qtbot: QtBot, watch: FaultWatch, caught: Exception | None = None) -> FaultDialog:
    """Have a fault happen inside the event loop and return the dialog."""
    watch._happened.emit(faults.report(caught or error()))
    qtbot.waitUntil(lambda: watch.dialog is not None)
    assert watch.dialog is not None
    return watch.dialog


@pytest.fixture
def dialog(qtbot: QtBot, watch: FaultWatch) -> FaultDialog:
    return happen(qtbot, watch)


def test_the_work_is_saved_and_the_report_has_no_words(dialog: FaultDialog, plain: Window) -> None:
    assert plain.saved == 1
    assert dialog.safe.text() == "Everything you did is saved."
    report = dialog.report.toPlainText()
    assert CANARY not in report
    assert "TypeError" in report
    assert "core/ingest/reader.py:" in report


def test_the_report_can_be_copied(dialog: FaultDialog, qtbot: QtBot) -> None:
    qtbot.mouseClick(dialog.copy, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == dialog.report.toPlainText()
    assert dialog.copy.text() == "Copied"


def test_all_of_it_is_named_and_reached_by_keys(dialog: FaultDialog) -> None:
    assert dialog.accessibleName() == "Something went wrong in Cognate"
    for widget in (dialog.report, dialog.copy, dialog.quit, dialog.go_on):
        interface = QAccessible.queryAccessibleInterface(widget)
        assert interface is not None
        assert interface.text(QAccessible.Text.Name)
        assert widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    assert dialog.go_on.hasFocus() or dialog.focusWidget() is dialog.go_on


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_Return])
def test_going_on_leaves_the_window(dialog: FaultDialog, plain: Window, watch: FaultWatch, key: Qt.Key) -> None:
    QTest.keyClick(dialog, key)
    assert watch.dialog is None
    assert plain.isVisible()


def test_quitting_closes_the_window(dialog: FaultDialog, plain: Window, watch: FaultWatch, qtbot: QtBot) -> None:
    with qtbot.waitSignal(watch.quit):
        dialog.quit.click()
    assert not plain.isVisible()


def test_one_fault_is_told_once_and_another_again(qtbot: QtBot, watch: FaultWatch, dialog: FaultDialog) -> None:
    dialog.accept()
    watch._happened.emit(dialog.report.toPlainText())
    qtbot.wait(20)
    assert watch.dialog is None
    assert happen(qtbot, watch, ZeroDivisionError(CANARY)) is not dialog


@pytest.mark.parametrize("answer", [False, OSError(CANARY)])
def test_what_could_not_be_saved_is_told(
    qtbot: QtBot, watch: FaultWatch, plain: Window, answer: object, capsys: pytest.CaptureFixture[str]
) -> None:
    plain.saves = [answer]
    dialog = happen(qtbot, watch)
    assert dialog.safe.text() == "The last changes are not saved. Go on, and save the case under another name."
    assert CANARY not in capsys.readouterr().err


def test_it_hears_of_every_thread_and_of_qt(
    qtbot: QtBot, watch: FaultWatch, plain: Window, capsys: pytest.CaptureFixture[str]
) -> None:
    before = sys.excepthook, threading.excepthook
    watch.install()
    try:
        thread = threading.Thread(target=lambda: pasted(None))  # type: ignore[arg-type] # a fault of ours
        thread.start()
        thread.join()
        qtbot.waitUntil(lambda: watch.dialog is not None)
        watch._on_message(QtMsgType.QtFatalMsg, QMessageLogContext(), CANARY)
        assert plain.saved == 2
        sys.excepthook(ValueError, ValueError(CANARY), None)
    finally:
        watch.end()
        sys.excepthook, threading.excepthook = before
    told = capsys.readouterr().err
    assert "core/ingest/reader.py" in told
    assert "Qt gave up" in told
    assert "ValueError" in told
    assert CANARY not in told


def test_a_window_saves_what_was_decided(case: MainWindow) -> None:
    QTest.keyClick(case, Qt.Key.Key_2)
    assert _saved(case)
    assert not case.files.keeper.waiting
