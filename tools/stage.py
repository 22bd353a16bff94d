"""The real window with the real engine, in a settings file and folders of its own, brought into any state.

The engine is the program's; it only waits at an agreed point where a picture of work in progress is wanted.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QEventLoop, QPoint, Qt, QTimer
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from core.model import Analysis, Document
from core.progress import Progress
from core.report.model import Report
from desktop.app import dress, make_application
from desktop.dressing import Wardrobe
from desktop.engine import CoreEngine, Wishes
from desktop.exports import Order, Target
from desktop.intake import Source
from desktop.main_window import MainWindow
from desktop.screens import Screen
from desktop.settings import THEME, ZOOM, Settings
from desktop.theme import load_theme

PATIENCE_MS = 120_000
_TICK_MS, _SETTLE_MS = 25, 350


class StageError(Exception):
    """A state did not come about in time."""


class Halting(CoreEngine):
    """The program's engine, which stops and waits once a comparison has come as far as ``halt_at``."""

    def __init__(self) -> None:
        super().__init__()
        self.halt_at: float | None = None
        self.halt_before: str | None = None
        """Before which format an export waits, by its name."""
        self.halted, self.go_on = threading.Event(), threading.Event()

    def analyse(self, documents: Sequence[Document], progress: Progress, wishes: Wishes = Wishes()) -> Analysis:  # noqa: B008 - a frozen value
        """Return what the articles took from each other."""
        return super().analyse(documents, _HaltingProgress(progress, self), wishes)

    def write_report(self, target: Target, order: Order, report: Report, progress: Progress) -> None:
        """Write one target of an order."""
        if target.format.name == self.halt_before:
            progress.step("", 0.0)
            self.halted.set()
            self.go_on.wait()
        super().write_report(target, order, report, progress)

    def release(self) -> None:
        """Go on, and wait nowhere any more."""
        self.halt_at = self.halt_before = None
        self.go_on.set()


class _HaltingProgress:
    """Hands progress on, and waits where the engine is to wait."""

    def __init__(self, inner: Progress, engine: Halting) -> None:
        self._inner, self._engine = inner, engine

    def step(self, stage: str, done: float) -> None:
        """Report, then wait if it is time to."""
        self._inner.step(stage, done)
        halt_at = self._engine.halt_at
        if halt_at is not None and done >= halt_at:
            self._engine.halted.set()
            self._engine.go_on.wait()
            self._inner.step(stage, done)


class Chooser:
    """Answers instead of the file dialogs."""

    def __init__(self) -> None:
        self.answer: Path | None = None

    def articles(self, parent: QWidget, folder: str) -> tuple[Path, ...]:  # noqa: ARG002 - the interface's
        """Return the answer, if any."""
        return () if self.answer is None else (self.answer,)

    def article_folder(self, parent: QWidget, folder: str) -> Path | None:  # noqa: ARG002 - the interface's
        """Return the answer."""
        return self.answer

    def export_folder(self, parent: QWidget, folder: str) -> Path | None:  # noqa: ARG002 - the interface's
        """Return the answer."""
        return self.answer

    def case(self, parent: QWidget, folder: str) -> Path | None:  # noqa: ARG002 - the interface's
        """Return the answer."""
        return self.answer

    def save_case(self, parent: QWidget, suggestion: Path) -> Path | None:  # noqa: ARG002 - the interface's
        """Return the answer."""
        return self.answer


class Stage:
    """The application, its looks, and one window at a time."""

    def __init__(self, folder: Path, application: QApplication | None = None, rest_ms: int = _SETTLE_MS) -> None:
        self.folder = folder
        self._rest_ms = rest_ms
        """How long the window is left alone before it is looked at."""
        self.application: QApplication = application or make_application(["cognate"])
        self.settings = Settings(folder / "settings.ini")
        self.theme = load_theme("light")
        dress(self.application, self.theme)
        self._wardrobe = Wardrobe(self.application, self.theme, self.settings)
        self._windows = 0
        self._open_window()

    def _open_window(self) -> None:
        self._windows += 1
        self.engine, self.chooser = Halting(), Chooser()
        self.window = MainWindow(
            self.theme, self.engine, self.settings, self.chooser, self.folder / f"cases {self._windows}"
        )
        self.window.looks.wardrobe = self._wardrobe
        self.window.case.view.set_animated(False)
        self.window.show()
        self.wait()

    def fresh(self) -> None:
        """Close the window and open an empty one."""
        self.close()
        self._open_window()

    def close(self) -> None:
        """Close the window, whatever is still running."""
        self.engine.release()
        self.window.close()
        self.window.deleteLater()
        self.wait()

    # waiting

    def wait(self, milliseconds: int | None = None) -> None:
        """Let the window and its worker threads work."""
        loop = QEventLoop()
        QTimer.singleShot(self._rest_ms if milliseconds is None else milliseconds, loop.quit)
        loop.exec()  # QTest.qWait would keep the interpreter's lock, and the threads would starve

    def until(self, what: str, holds: Callable[[], bool]) -> None:
        """Let the window work until something holds; raises :class:`StageError` where it does not in time."""
        for _ in range(PATIENCE_MS // _TICK_MS):
            if holds():
                return
            self.wait(_TICK_MS)
        raise StageError(f"waited in vain: {what}")

    def idle(self) -> None:
        """Wait until nothing runs any more."""
        self.until("the work to end", lambda: not self.window.work.busy)
        self.wait()

    # doing

    def add(self, *sources: Source) -> None:
        """Add articles and wait until they are compared."""
        self.window.work.add(sources)
        self.idle()

    def add_halting(self, at: float, *sources: Source) -> None:
        """Add articles and wait until the comparison has come so far."""
        self.engine.halt_at = at
        self.window.work.add(sources)
        self.until("the comparison to halt", self.engine.halted.is_set)
        self.wait()

    def run(self, action: str) -> None:
        """Do what an action of the window does."""
        self.window.actions_by_name[action].trigger()
        self.wait()

    def show(self, screen: Screen) -> None:
        """Show a screen of the case; the report once its pages are drawn."""
        self.window.navigation.show(screen)
        self.wait()
        self.settle()

    def settle(self) -> None:
        """Wait until what is shown is whole."""
        if self.window.case.current is Screen.REPORT and self.window.case.report.isVisible():
            report = self.window.case.report
            self.until("the report’s pages", lambda: report.view is not None and report.view.count > 0)
            self.wait()
            self.until("the pages to be drawn", lambda: report.view is not None and report.view.ready)
        self.wait()

    @contextmanager
    def dialog(self, action: str) -> Iterator[None]:
        """Open a dialog, and close it again."""
        self.run(action)
        yield
        for dialog in self.window.findChildren(QDialog):
            dialog.reject()
        self.wait()

    # looking

    def wear(self, theme: str, zoom: int, size: tuple[int, int]) -> None:
        """Put on a theme and a zoom, in percent, and give the window a size."""
        self.settings.set(THEME, theme)
        self.settings.set(ZOOM, zoom)
        self.window.resize(*size)
        self.wait()
        self.settle()

    def picture(self) -> QImage:
        """Return the window as it looks, with an open dialog in its middle."""
        picture = self.window.grab().toImage()
        for dialog in self.window.findChildren(QDialog):
            if dialog.isVisible():
                _lay_over(picture, dialog.grab().toImage())
        return picture


def _lay_over(picture: QImage, dialog: QImage) -> None:
    """Draw a dialog over the middle of a picture of its window, with a hairline as a system would frame it."""
    at = QPoint(max(0, picture.width() - dialog.width()) // 2, max(0, picture.height() - dialog.height()) // 2)
    painter = QPainter(picture)
    painter.drawImage(at, dialog)
    painter.setPen(Qt.GlobalColor.gray)
    painter.drawRect(at.x() - 1, at.y() - 1, dialog.width() + 1, dialog.height() + 1)
    painter.end()


def first_page(path: Path, width: int) -> QImage:
    """Return the first page of a PDF."""
    document = QPdfDocument()
    document.load(str(path))
    page = document.pagePointSize(0)
    size = page.scaled(width, width * 2, Qt.AspectRatioMode.KeepAspectRatio).toSize()
    drawn = document.render(0, size)
    paper = QImage(size, QImage.Format.Format_RGB32)
    paper.fill(Qt.GlobalColor.white)
    painter = QPainter(paper)
    painter.drawImage(0, 0, drawn)
    painter.end()
    return paper
