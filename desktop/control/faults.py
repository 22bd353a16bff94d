"""What happens when the program itself is at fault: the work is saved, then people are told and may go on."""

from __future__ import annotations

import contextlib
import sys
import threading
from collections.abc import Callable
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QMessageLogContext, QObject, Qt, QThread, QtMsgType, Signal, qInstallMessageHandler
from PySide6.QtWidgets import QWidget

from core import faults
from desktop.theme import Theme

if TYPE_CHECKING:
    from desktop.dialogs.fault import FaultDialog


class FaultWatch(QObject):
    """Hears of every error that nothing handled, on whichever thread, and tells each once in a dialog.

    Args:
        window: what the dialog belongs to, and what is closed to quit.
        theme: of the dialog.
        save: writes what waits to the disk and returns whether that is all there; any thread may ask once Qt ends.
    """

    quit = Signal()
    """People chose to quit and the window has closed."""
    _happened = Signal(str)

    def __init__(self, window: QWidget, theme: Theme, save: Callable[[], bool]) -> None:
        super().__init__(window)
        self._window, self._theme, self._save = window, theme, save
        self._told: set[str] = set()
        self._before = sys.excepthook, threading.excepthook
        self.dialog: FaultDialog | None = None
        # Never from within the call that failed: that may be painting, or another thread.
        self._happened.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Hear of errors from now on."""
        sys.excepthook = self._on_error
        threading.excepthook = self._on_thread_error
        qInstallMessageHandler(self._on_message)

    def end(self) -> None:
        """Hear no more."""
        sys.excepthook, threading.excepthook = self._before
        qInstallMessageHandler(None)

    def _on_error(self, kind: type[BaseException], error: BaseException, at: TracebackType | None) -> None:
        if not issubclass(kind, Exception):  # Ctrl-C, or the end that was asked for
            sys.__excepthook__(kind, error, at)
            return
        report = faults.report(error)
        _write(report)
        if QThread.currentThread().loopLevel():  # else nothing is on screen yet, and what started us hears of it
            self._happened.emit(report)

    def _on_thread_error(self, args: threading.ExceptHookArgs) -> None:
        if isinstance(args.exc_value, Exception):
            report = faults.report(args.exc_value)
            _write(report)
            self._happened.emit(report)

    def _on_message(self, kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
        if kind is not QtMsgType.QtFatalMsg:
            _write(f"{message}\n")
            return
        # Qt ends the process when this returns.
        _write(f"Qt gave up ({context.file or 'unknown'}:{context.line or 0}); the case is being saved.\n")
        self._saved()

    def _tell(self, report: str) -> None:
        """Save, and show the report; one that was shown already is only written, for what paints may fail each time."""
        if report in self._told or self.dialog is not None:
            return
        self._told.add(report)
        from desktop.dialogs.fault import FaultDialog  # noqa: PLC0415 - loaded when it is needed, which is seldom

        dialog = self.dialog = FaultDialog(self._theme, report, self._window, saved=self._saved())
        dialog.finished.connect(self._on_finished)
        dialog.open()

    def _on_finished(self) -> None:
        dialog, self.dialog = self.dialog, None
        if dialog is None:
            return
        dialog.deleteLater()
        if dialog.quit_wanted and self._window.close():
            self.quit.emit()

    def _saved(self) -> bool:
        try:
            return self._save()
        except Exception as error:  # noqa: BLE001 - what is at fault may be what saves
            _write(faults.report(error))
            return False


def _write(words: str) -> None:
    with contextlib.suppress(OSError, ValueError, AttributeError):  # there may be no standard error any more
        sys.stderr.write(words)
        sys.stderr.flush()
