"""A case as one file: SQLite as the application's file format (https://www.sqlite.org/appfileformat.html).

Every writer is one transaction that is on the disk when it returns, so a process that is killed loses nothing that
was kept. A file may come from anyone: its pages, its tables, its values and what they point to are checked before they
are used, and it is left as it is where they do not hold together (:mod:`core.case.salvage` gets out what there is).
A connection belongs to the thread that opened it.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from types import TracebackType
from typing import Self

from core.case import database, rows, trouble, vetting
from core.case.contents import CaseContents, LastPlace, SavedArticle, SettingName
from core.case.lock import CaseLock
from core.case.placing import beside
from core.case.review import FindingKey, Judgement
from core.errors import ArticleError
from core.model import Analysis

SUFFIX = ".cognate"
_RIGHTS = 0o666
_OWN_RIGHTS = 0o600


class CaseFile:
    """An open case. Every method raises :class:`~core.errors.CaseError` where it cannot do what it says."""

    def __init__(self, path: Path, db: sqlite3.Connection, lock: CaseLock | None, *, read_only: bool = False) -> None:
        self._path, self._db, self._lock, self._read_only = path, db, lock, read_only

    @classmethod
    def create(cls, path: str | os.PathLike[str], *, private: bool = False) -> Self:
        """Make an empty case where no file is yet, and open it; a private one only its user may read."""
        place = Path(path)
        lock = CaseLock.take(place)
        try:
            try:
                os.close(os.open(place, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _OWN_RIGHTS if private else _RIGHTS))
            except (OSError, ValueError) as error:
                raise trouble.from_system(place, error) from None
            try:
                return cls(place, database.made(place), lock)
            except BaseException:
                place.unlink(missing_ok=True)
                raise
        except BaseException:
            lock.close()
            raise

    @classmethod
    def in_memory(cls) -> Self:
        """Make an empty case that is nowhere yet: :meth:`save_as` and :meth:`as_bytes` bring it out."""
        return cls(Path(SUFFIX), database.made(None), None)

    @classmethod
    def open(cls, path: str | os.PathLike[str], *, read_only: bool = False) -> Self:
        """Open a case, to read only where that is asked for or the system allows no more.

        Raises:
            OpenElsewhereError: another window has it open; it can be opened to read only.
        """
        place = Path(path)
        writable = database.may_write(place)
        if read_only and writable and vetting.journal(place).exists():
            with suppress(trouble.OpenElsewhereError), closing(CaseLock.take(place)):
                database.take_back(place)
        read_only = read_only or not writable
        lock = None if read_only else CaseLock.take(place)
        try:
            return cls(place, database.opened(place, read_only=read_only), lock, read_only=read_only)
        except BaseException:
            if lock is not None:
                lock.close()
            raise

    @property
    def path(self) -> Path:
        """Return where the case lies."""
        return self._path

    @property
    def read_only(self) -> bool:
        """Return whether nothing can be kept in this file."""
        return self._read_only

    @property
    def empty(self) -> bool:
        """Return whether no article is in the case."""
        with self._explained():
            return self._db.execute("SELECT 1 FROM articles LIMIT 1").fetchone() is None

    def read(self) -> CaseContents:
        """Return everything in the case."""
        with self._explained(), database.in_time(self._db):
            self._db.execute("BEGIN")
            try:
                return rows.contents(self._db)
            except (ValueError, TypeError, RecursionError) as error:
                raise trouble.damaged(self._path) from error
            finally:
                self._db.execute("ROLLBACK")

    def keep_articles(self, articles: Sequence[SavedArticle]) -> None:
        """Keep these articles, in this order, instead of those before."""
        with self._change() as db:
            rows.put_articles(db, articles)

    def keep_analysis(self, analysis: Analysis | None) -> None:
        """Keep the newest analysis, or that there is none."""
        try:
            data = rows.encoded(analysis)
        except ValueError as error:
            raise trouble.too_large(self._path) from error
        with self._change() as db:
            rows.put_analysis(db, data)

    def keep_judgement(self, key: FindingKey, judgement: Judgement) -> None:
        """Keep a verdict and a note; an empty judgement takes them away."""
        with self._change() as db:
            rows.put_judgement(db, key, judgement)

    def keep_hand_link(self, key: FindingKey, linked: bool | None) -> None:  # noqa: FBT001 - a value, not a mode
        """Keep that sentences were linked (True) or unlinked (False) by hand; None takes it back."""
        with self._change() as db:
            rows.put_hand_link(db, key, linked)

    def keep_problems(self, problems: Iterable[ArticleError]) -> None:
        """Keep which files could not be read, instead of those before."""
        with self._change() as db:
            rows.put_problems(db, problems)

    def keep_setting(self, name: str, value: object) -> None:
        """Keep a setting that JSON or a frozen dataclass can hold; None takes it away."""
        with self._change() as db:
            rows.put_setting(db, name, value)

    def keep_place(self, place: LastPlace | None) -> None:
        """Keep where the editor is."""
        self.keep_setting(SettingName.PLACE, place)

    def keep_all(self, contents: CaseContents) -> None:
        """Keep all that a case holds; for an empty file."""
        self.keep_articles(contents.articles)
        self.keep_analysis(contents.analysis)
        self.keep_problems(contents.problems)
        for key, judgement in contents.review.judgements.items():
            self.keep_judgement(key, judgement)
        for key, linked in contents.review.set_by_hand.items():
            self.keep_hand_link(key, linked)
        for name, value in contents.settings.items():
            self.keep_setting(name, value)

    def as_bytes(self) -> bytes:
        """Return the whole file."""
        with self._explained():
            return self._db.serialize()

    def save_as(self, path: str | os.PathLike[str], changes: Iterable[Callable[[CaseFile], None]] = ()) -> CaseFile:
        """Write the whole case to another place in one step and return it open; this one stays as it is.

        Args:
            path: a file there is replaced, and whole until it is.
            changes: what this file could not take, kept in the new one before it is put in place.
        """
        target = Path(path)
        same = self._lock is not None and self._lock.guards(target)
        lock = self._lock if same and self._lock is not None else CaseLock.take(target)
        try:
            with beside(target) as temporary:
                self._copy(temporary, target)
                with closing(database.connected(temporary, target)) as db:
                    copy = CaseFile(target, db, None)
                    for change in changes:
                        change(copy)
            made = CaseFile(target, database.opened(target, read_only=False), lock)
        except BaseException:
            if not same:
                lock.close()
            raise
        if same:
            self._lock = None
        return made

    def _copy(self, temporary: Path, target: Path) -> None:
        try:
            self._db.execute("VACUUM INTO CAST(? AS TEXT)", (os.fsencode(temporary),))
        except trouble.DATABASE_ERRORS as error:
            raise trouble.from_database(target, error, making=True) from error

    def close(self) -> None:
        """Let the file go; twice does no harm."""
        self._db.close()
        if self._lock is not None:
            self._lock.close()
            self._lock = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    @contextmanager
    def _change(self) -> Iterator[sqlite3.Connection]:
        """Give the connection for one transaction; when this is left without an error, it is on the disk."""
        if self._read_only:
            raise trouble.only_read(self._path)
        try:
            with self._explained(), database.transaction(self._db):
                yield self._db
        except rows.TooLongError as error:
            raise trouble.too_long(self._path) from error

    @contextmanager
    def _explained(self) -> Iterator[None]:
        try:
            yield
        except trouble.DATABASE_ERRORS as error:
            raise trouble.from_database(self._path, error) from error


def case_bytes(contents: CaseContents) -> bytes:
    """Return a case file with those contents."""
    with CaseFile.in_memory() as case:
        case.keep_all(contents)
        return case.as_bytes()
