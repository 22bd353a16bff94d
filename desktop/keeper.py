"""Keeps the case on disk: every change is written at once, in order, on a thread of its own.

A change that cannot be written stays in memory and is tried again with the next one, or on :meth:`Keeper.retry`; of
two changes of one thing only the newer waits. Everything that the thread reports is queued to the main thread.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal, Slot

from core import faults
from core.case import unsaved
from core.case.contents import LastPlace, SavedArticle, SettingName
from core.case.review import FindingKey, Judgement
from core.errors import ArticleError, CognateError
from core.model import Analysis
from desktop.clerk import Clerk, Opening, Place
from desktop.language import tr

_log = logging.getLogger(__name__)


class Keeper(QObject):
    """The case's file as the window knows it."""

    saved = Signal(str)
    """The time, ``14:05``: everything that was asked so far is on the disk."""
    failed = Signal(object)
    """A :class:`CognateError`; nothing that was asked is lost while the program runs."""
    opened = Signal(object)
    """The :class:`~core.case.contents.CaseContents` of the case that was opened."""
    found = Signal(object)
    """The paths of cases that a crash left, as :meth:`look_for_unfinished` asked."""
    moved = Signal()
    """Path, untitled and read_only are of another file now."""

    _reported = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clerk = Clerk()
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="keep")
        self._place = Place()
        self._closed = False
        # Called on the main thread, whichever thread emits.
        self._reported.connect(self._on_report, Qt.ConnectionType.QueuedConnection)

    @property
    def path(self) -> Path | None:
        """Return the file that the case is kept in; None before there is one."""
        return self._place.path

    @property
    def untitled(self) -> bool:
        """Return whether the case has no name of its own yet."""
        return self._place.untitled

    @property
    def read_only(self) -> bool:
        """Return whether the case was opened only to read."""
        return self._place.read_only

    @property
    def waiting(self) -> bool:
        """Return whether something that was asked is not on the disk yet."""
        return self._clerk.waiting

    def look_for_unfinished(self, folder: Path) -> None:
        """Look which cases without a name a crash left in the folder; ``found`` follows, the newest first.

        Each is opened for that, which may take its time on a slow disk: this happens on the thread.
        """

        def work() -> None:
            left = unsaved.unfinished(folder)
            self._reported.emit(lambda: self.found.emit(left))

        self._submit(work)

    @staticmethod
    def forget(path: Path) -> None:
        """Delete such a case; raises :class:`~core.errors.CaseError`."""
        unsaved.forget(path)

    def begin(self, folder: Path | None = None, *, discard: bool = False) -> None:
        """Start a new case; ``moved`` follows.

        Args:
            folder: where it is kept until it has a name; None is the program's own.
            discard: whether the case that was open, where it has no name, is deleted, and what waits forgotten.
        """
        place = unsaved.unsaved_folder() if folder is None else folder
        self._submit(lambda: self._clerk.begin(place, discard=discard))

    def open(
        self,
        path: Path,
        *,
        read_only: bool = False,
        untitled: bool = False,
        discard: bool = False,
        folder: Path | None = None,
    ) -> None:
        """Open a case; ``moved`` and ``opened`` follow, or ``failed``, and the one before stays.

        What can be read of a damaged one goes into a new case without a name, as its contents say.

        Args:
            path: a case file.
            read_only: to open what another window has open
                (failed with :class:`~core.case.trouble.OpenElsewhereError`).
            untitled: for a case that a crash left: it has no name yet.
            discard: as for :meth:`begin`.
            folder: where a case that is saved from a damaged file is kept; None is the program's own.
        """
        rescued = unsaved.unsaved_folder() if folder is None else folder

        def work() -> None:
            how = Opening(read_only=read_only, untitled=untitled, rescued=rescued)
            contents = self._clerk.open(path, how, discard=discard)
            place = self._clerk.place
            self._reported.emit(lambda: self._on_opened(place, contents))

        self._submit(work)

    def save_as(self, path: Path, title: str = "") -> None:
        """Write the whole case to a file, what waits included, and go on there; a file without a name is deleted.

        ``title`` is what the case is called in the new file; empty is what it was called before.
        """
        self._submit(lambda: self._clerk.save_as(path, title))

    def keep_articles(self, articles: Sequence[SavedArticle]) -> None:
        """Keep these articles instead of those before."""
        kept = tuple(articles)
        self._ask("articles", lambda case: case.keep_articles(kept))

    def keep_analysis(self, analysis: Analysis | None) -> None:
        """Keep the newest analysis, or that there is none."""
        self._ask("analysis", lambda case: case.keep_analysis(analysis))

    def keep_judgement(self, key: FindingKey, judgement: Judgement) -> None:
        """Keep a verdict and a note; an empty judgement takes them away."""
        self._ask(("judgement", key), lambda case: case.keep_judgement(key, judgement))

    def keep_hand_link(self, key: FindingKey, linked: bool | None) -> None:  # noqa: FBT001 - a value, not a mode
        """Keep that sentences were linked or unlinked by hand; None takes it back."""
        self._ask(("link", key), lambda case: case.keep_hand_link(key, linked))

    def keep_problems(self, problems: Sequence[ArticleError]) -> None:
        """Keep which files could not be read."""
        kept = tuple(problems)
        self._ask("problems", lambda case: case.keep_problems(kept))

    def keep_setting(self, name: str, value: object) -> None:
        """Keep a setting that JSON or a frozen dataclass can hold; None takes it away."""
        self._ask(("setting", str(name)), lambda case: case.keep_setting(name, value))

    def keep_place(self, place: LastPlace | None) -> None:
        """Keep where the editor is."""
        self.keep_setting(SettingName.PLACE, place)

    def retry(self) -> None:
        """Try again to write what waits."""
        self._submit(self._clerk.write)

    def flush(self, seconds: float | None = None) -> bool:
        """Wait until everything was tried, or for so long; return whether it is all on the disk."""
        future = self._submit(self._clerk.write)
        if future is not None:
            with suppress(TimeoutError):
                future.result(seconds)
        return not self._clerk.waiting

    def close(self, *, discard: bool = False) -> bool:
        """Write what waits and let the file go; for closing the window.

        Returns:
            False where something cannot be written: then the case stays open, for it would be lost. With ``discard``
            a case without a name is deleted, what waits forgotten, and the case closed in any case.
        """
        if self._closed:
            return True
        if not discard and not self.flush():
            return False
        future = self._submit(lambda: self._clerk.leave(discard=discard))
        if future is not None:
            future.result()
        self._closed = True
        self._pool.shutdown(wait=True)
        return True

    def _ask(self, thing: object, change: Callable[..., None]) -> None:
        self._clerk.ask(thing, change)
        self._submit(self._clerk.write)

    def _submit(self, work: Callable[[], None]) -> Future[None] | None:
        return None if self._closed else self._pool.submit(self._run, work)

    def _run(self, work: Callable[[], None]) -> None:
        """Do some work on the thread and report how it ended."""
        error: CognateError | None = None
        try:
            work()
        except Exception as caught:  # noqa: BLE001 - whatever it is, the window has to hear of it
            error = _for_people(caught)
        place = self._clerk.place
        self._reported.emit(lambda: self._on_end(place, error))

    @Slot(object)
    def _on_report(self, tell: Callable[[], None]) -> None:
        tell()

    def _on_opened(self, place: Place, contents: object) -> None:
        # The place first, so that whoever hears of the contents finds the path.
        self._settle(place)
        self.opened.emit(contents)

    def _on_end(self, place: Place, error: CognateError | None) -> None:
        self._settle(place)
        if error is not None:
            self.failed.emit(error)
        elif not self._clerk.waiting and place.path is not None and not place.read_only:
            self.saved.emit(f"{datetime.now().astimezone():%H:%M}")

    def _settle(self, place: Place) -> None:
        if place != self._place:
            self._place = place
            self.moved.emit()


def _for_people(error: Exception) -> CognateError:
    """Return the error itself where it speaks to people, else one that says that the fault is ours."""
    if isinstance(error, CognateError):
        return error
    _log.error("unexpected failure while keeping the case: %s", faults.described(error))
    return CognateError(
        tr("Cognate could not keep a change because of a fault of its own ({fault}).").format(
            fault=faults.short(error)
        ),
        tr("Save the case under another name; if it happens again, report it with this sentence."),
    )
