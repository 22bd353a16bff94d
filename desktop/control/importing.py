"""The import screen: shown while the articles of an empty case are read and first compared."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from core.model import Severity
from desktop.intake import Pasted
from desktop.message import Message
from desktop.pages.importing import ImportPage
from desktop.work import Work


class Importing(QObject):
    """Tells the page what the work does, and the window when to show it."""

    said = Signal(object)
    """A :class:`Message`."""
    changed = Signal()
    """Whether the page is to be shown is not what it was."""

    def __init__(self, work: Work, page: ImportPage, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._work, self._page = work, page
        self.shown = False
        """Whether the page is to be on screen."""
        work.reading_began.connect(self._on_begin)
        work.file_told.connect(page.tell_file)
        work.progressed.connect(page.tell_progress)
        work.articles_changed.connect(self._on_articles)
        work.idle.connect(lambda: QTimer.singleShot(0, self._end))
        page.openWanted.connect(self._leave)
        page.skipWanted.connect(self._forget)
        page.pasteWanted.connect(self._paste)

    def _on_begin(self) -> None:
        if not self._work.session.articles:  # also when an overtaken reading starts again
            self._page.begin(())
            self._show(shown=True)

    def _on_articles(self) -> None:
        if self.shown:
            self._page.show_articles(self._work.session.articles)

    def _end(self) -> None:
        # Idle is told between reading and comparing too.
        if self.shown and not self._work.busy:
            self._page.finish()
            self._show(shown=False)

    def _leave(self) -> None:
        self._show(shown=False)

    def _show(self, *, shown: bool) -> None:
        if shown != self.shown:
            self.shown = shown
            self.changed.emit()

    def _forget(self, path: str) -> None:
        session = self._work.session
        session.problems = tuple(error for error in session.problems if error.path != path)

    def _paste(self, path: str) -> None:
        """Take the text on the clipboard instead of a file that could not be read."""
        text = QGuiApplication.clipboard().text()
        if not text.strip():
            self.said.emit(
                Message("There is no text on the clipboard.", "Copy the article first.", Severity.LOW, topic="paste")
            )
            return
        self._page.forget(path)
        self._forget(path)
        self._work.add([Pasted(text)], self._page.next_place)
