"""The import screen: shown while the articles of an empty case are read and first compared."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePath
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from core.errors import ArticleError
from core.model import Severity
from desktop.actions import Actions
from desktop.intake import Intake, Pasted
from desktop.language import listed, tr
from desktop.message import Message, failure
from desktop.plain import harmless
from desktop.theme import Theme
from desktop.work import Work

if TYPE_CHECKING:
    from desktop.pages.importing import ImportPage

_PASTED = "paste"
"""The topic of a text on the clipboard that was not added: the next reading begins anew."""
_MOST_NAMED = 3


class Importing(QObject):
    """Tells the page what the work does, and the window when to show it."""

    said = Signal(object)
    """A :class:`Message`."""
    changed = Signal()
    """Whether the page is to be shown is not what it was."""

    reasonsWanted = Signal()  # noqa: N815 - signals are named as Qt names them
    """Why files were not added is to be shown."""
    actWanted = Signal(object)  # noqa: N815 - as above
    """The :class:`~desktop.models.notes.Act` of something that was noticed."""
    pageMade = Signal()  # noqa: N815 - signals are named as Qt names them
    """The page is there now."""

    def __init__(self, work: Work, theme: Theme, actions: Actions, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._work, self._theme, self._actions = work, theme, actions
        self._page: ImportPage | None = None
        self.shown = False
        """Whether the page is to be on screen."""
        self._untold: tuple[ArticleError, ...] = ()
        """What rows of the page tell of, and nobody else yet."""
        work.reading_began.connect(self._on_begin)
        work.articles_changed.connect(self._on_articles)
        work.not_read.connect(self._on_not_read)
        work.read.connect(self._on_read)
        work.idle.connect(lambda: QTimer.singleShot(0, self._end))

    @property
    def page(self) -> ImportPage:
        """Return the page; it is made when it is first asked for."""
        if self._page is None:
            from desktop.pages.importing import ImportPage  # noqa: PLC0415 - loaded when something is read

            page = self._page = ImportPage(self._theme, self._actions)
            self._work.file_told.connect(page.tell_file)
            self._work.progressed.connect(page.tell_progress)
            page.openWanted.connect(self.leave)
            page.notes.acted.connect(self.actWanted)
            page.skipWanted.connect(self._forget)
            page.pasteWanted.connect(self._paste)
            self.pageMade.emit()
        return self._page

    def _on_begin(self) -> None:
        self._work.withdrawn.emit(_PASTED)
        if not self._work.session.articles:  # also when an overtaken reading starts again
            self.page.begin(())
            self._show(shown=True)

    def _on_articles(self) -> None:
        if self.shown:
            self.page.show_articles(self._work.session.articles)

    def _on_read(self, intake: Intake) -> None:
        if self.shown and intake.notices:
            self.page.show_left_out(intake.notices)

    def _end(self) -> None:
        # Idle is told between reading and comparing too.
        if self.shown and not self._work.busy:
            self.page.finish()
            self._show(shown=False)

    def leave(self) -> None:
        """Take the page off the screen; the work goes on."""
        self._show(shown=False)

    def _show(self, *, shown: bool) -> None:
        if shown != self.shown:
            self.shown = shown
            self.changed.emit()
        if not shown:
            untold, self._untold = self._untold, ()
            self._tell(untold, enough_in_full=0)

    def _on_not_read(self, errors: tuple[ArticleError, ...]) -> None:
        """Leave it to the rows to tell of the files, as long as these are on screen."""
        if self.shown:
            self._untold += errors
        else:
            self._tell(errors, enough_in_full=1)

    def _tell(self, errors: tuple[ArticleError, ...], *, enough_in_full: int) -> None:
        """Tell in full of so many files, of more only how many and which: for these the overview says why."""
        session = self._work.session
        explained = {problem.path for problem in session.problems} if session.articles else set()
        short = [error for error in errors if error.path in explained]
        short = short if len(short) > enough_in_full else []
        for error in reversed(errors):
            if error not in short:
                self.said.emit(failure(error, "" if error.path else _PASTED))
        if short:
            self.said.emit(self._summary(short))

    def _summary(self, errors: Sequence[ArticleError]) -> Message:
        named = [tr("“{name}”").format(name=harmless(PurePath(error.path).name)) for error in errors[:_MOST_NAMED]]
        if left := len(errors) - len(named):
            named.append(tr("{n} more", "", left))
        what = tr("{n} file(s) not added: {names}.", "", len(errors)).format(names=listed(named))
        return Message(what, "", Severity.HIGH, tr("Show why"), self.reasonsWanted.emit, "unread")

    def _forget(self, path: str) -> None:
        self._untold = tuple(error for error in self._untold if error.path != path)
        session = self._work.session
        session.set_problems([error for error in session.problems if error.path != path])
        self._work.articles_changed.emit()

    def _paste(self, path: str) -> None:
        """Take the text on the clipboard instead of a file that could not be read."""
        text = QGuiApplication.clipboard().text()
        if not text.strip():
            self.said.emit(
                Message(
                    tr("There is no text on the clipboard."), tr("Copy the article first."), Severity.LOW, topic="paste"
                )
            )
            return
        self.page.forget(path)
        self._forget(path)
        self._work.add([Pasted(text)], self.page.next_place)
