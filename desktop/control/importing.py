"""The import screen: shown while the articles of an empty case are read and first compared."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from core.model import Severity
from desktop.actions import Actions
from desktop.intake import Pasted
from desktop.message import Message
from desktop.theme import Theme
from desktop.work import Work

if TYPE_CHECKING:
    from desktop.pages.importing import ImportPage


class Importing(QObject):
    """Tells the page what the work does, and the window when to show it."""

    said = Signal(object)
    """A :class:`Message`."""
    changed = Signal()
    """Whether the page is to be shown is not what it was."""

    pageMade = Signal()  # noqa: N815 - signals are named as Qt names them
    """The page is there now."""

    def __init__(self, work: Work, theme: Theme, actions: Actions, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._work, self._theme, self._actions = work, theme, actions
        self._page: ImportPage | None = None
        self.shown = False
        """Whether the page is to be on screen."""
        work.reading_began.connect(self._on_begin)
        work.articles_changed.connect(self._on_articles)
        work.idle.connect(lambda: QTimer.singleShot(0, self._end))

    @property
    def page(self) -> ImportPage:
        """Return the page; it is made when it is first asked for."""
        if self._page is None:
            from desktop.pages.importing import ImportPage  # noqa: PLC0415 - loaded when something is read

            page = self._page = ImportPage(self._theme, self._actions)
            self._work.file_told.connect(page.tell_file)
            self._work.progressed.connect(page.tell_progress)
            page.openWanted.connect(self._leave)
            page.skipWanted.connect(self._forget)
            page.pasteWanted.connect(self._paste)
            self.pageMade.emit()
        return self._page

    def _on_begin(self) -> None:
        if not self._work.session.articles:  # also when an overtaken reading starts again
            self.page.begin(())
            self._show(shown=True)

    def _on_articles(self) -> None:
        if self.shown:
            self.page.show_articles(self._work.session.articles)

    def _end(self) -> None:
        # Idle is told between reading and comparing too.
        if self.shown and not self._work.busy:
            self.page.finish()
            self._show(shown=False)

    def _leave(self) -> None:
        self._show(shown=False)

    def _show(self, *, shown: bool) -> None:
        if shown != self.shown:
            self.shown = shown
            self.changed.emit()

    def _forget(self, path: str) -> None:
        session = self._work.session
        session.set_problems([error for error in session.problems if error.path != path])
        self._work.articles_changed.emit()

    def _paste(self, path: str) -> None:
        """Take the text on the clipboard instead of a file that could not be read."""
        text = QGuiApplication.clipboard().text()
        if not text.strip():
            self.said.emit(
                Message("There is no text on the clipboard.", "Copy the article first.", Severity.LOW, topic="paste")
            )
            return
        self.page.forget(path)
        self._forget(path)
        self._work.add([Pasted(text)], self.page.next_place)
