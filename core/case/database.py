"""Connections to case files: opened with care, their tables made, checked and brought to the present version.

Connections are in autocommit mode; whoever writes does so in a :func:`transaction`. :class:`CaseError` is raised
where a file does not open; errors of SQLite later on are the caller's to explain.
"""

from __future__ import annotations

import errno
import os
import sqlite3
import stat
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from urllib.parse import quote

from core.case import rows, trouble
from core.case.migrations import APPLICATION_ID, VERSION, migrate, tables, version_of

BUSY_SECONDS = 5.0
"""How long a write waits for somebody who reads the file at that moment."""


def may_write(path: Path) -> bool:
    """Return whether file and folder can be written to; raises :class:`CaseError` where there is no file to read."""
    try:
        mode = path.stat().st_mode
    except (OSError, ValueError) as error:
        raise trouble.from_system(path, error) from None
    if stat.S_ISDIR(mode):
        raise trouble.from_system(path, IsADirectoryError(errno.EISDIR, "is a folder"))
    if not stat.S_ISREG(mode):
        raise trouble.no_case(path)
    return os.access(path, os.W_OK) and os.access(path.resolve().parent, os.W_OK)


def connected(path: Path, named: Path, *, read_only: bool = False) -> sqlite3.Connection:
    """Open the database at a path that is there; errors name it as people know it."""
    try:
        db = _connection(path, "mode=ro" if read_only else "mode=rw")
        try:
            _prepare(db)
            if not read_only:
                db.execute("PRAGMA journal_mode = DELETE")
        except BaseException:
            db.close()
            raise
    except trouble.DATABASE_ERRORS as error:
        raise trouble.from_database(named, error) from error
    return db


def _connection(path: Path, how: str) -> sqlite3.Connection:
    address = f"file:{quote(os.fsencode(path.absolute()))}?{how}"
    return sqlite3.connect(address, uri=True, isolation_level=None, timeout=BUSY_SECONDS)


def _prepare(db: sqlite3.Connection) -> None:
    db.text_factory = rows.words_of
    db.execute("PRAGMA trusted_schema = OFF")
    db.execute("PRAGMA cell_size_check = ON")
    db.execute("PRAGMA foreign_keys = ON")
    # EXTRA is FULL and the folder too: without it a power cut may bring a finished transaction's journal back.
    db.execute("PRAGMA synchronous = EXTRA")


def _memory() -> sqlite3.Connection:
    db = sqlite3.connect(":memory:", isolation_level=None)
    _prepare(db)
    return db


def made(path: Path | None) -> sqlite3.Connection:
    """Return a connection to an empty file, or to none, with the tables of a case."""
    db = _memory() if path is None else connected(path, path)
    try:
        with transaction(db):
            migrate(db)
    except trouble.DATABASE_ERRORS as error:
        db.close()
        raise trouble.from_database(path or Path(), error) from error
    return db


def take_back(path: Path) -> None:
    """Undo a write that a crash cut short, as SQLite does when the file is opened to write."""
    _check_kind(path)
    connected(path, path).close()


def opened(path: Path, *, read_only: bool) -> sqlite3.Connection:
    """Return a connection to a case of the present version, its tables checked."""
    _check_kind(path)
    db = connected(path, path, read_only=read_only)
    try:
        _check(db, path)
        if version_of(db) < VERSION:
            db = _copied(db) if read_only else db
            with transaction(db):
                migrate(db)
    except trouble.DATABASE_ERRORS as error:
        db.close()
        raise trouble.from_database(path, error) from error
    except BaseException:
        db.close()
        raise
    return db


def _check_kind(path: Path) -> None:
    """See that this is a case that this version reads, without touching what may be another program's database."""
    try:
        with closing(_connection(path, "mode=ro&immutable=1")) as db:
            if db.execute("PRAGMA application_id").fetchone() != (APPLICATION_ID,):
                raise trouble.no_case(path)
            if version_of(db) > VERSION:
                raise trouble.newer(path)
    except trouble.DATABASE_ERRORS as error:
        raise trouble.from_database(path, error) from error


def _check(db: sqlite3.Connection, path: Path) -> None:
    """See that the pages are whole and the tables those of the file's version; raises :class:`CaseError`."""
    version = version_of(db)
    with closing(_memory()) as model:
        migrate(model, version)
        expected = tables(model)
    if version < 1 or tables(db) != expected or db.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
        raise trouble.damaged(path)


def _copied(db: sqlite3.Connection) -> sqlite3.Connection:
    """Return the same case in memory, where one that may only be read can be brought to the present version."""
    with closing(db):
        copy = _memory()
        db.backup(copy)
        return copy


@contextmanager
def transaction(db: sqlite3.Connection) -> Iterator[None]:
    """Run one transaction; when this is left without an error, it is on the disk, else nothing of it is."""
    db.execute("BEGIN IMMEDIATE")
    try:
        yield
        db.execute("COMMIT")
    except BaseException:
        with suppress(sqlite3.Error):  # on a full disk SQLite has rolled back already
            db.execute("ROLLBACK")
        raise
