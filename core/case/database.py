"""Connections to case files: opened with care, their tables made, checked and brought to the present version.

A file may come from anyone, so it is looked at from outside first (:mod:`core.case.vetting`), and SQLite is told to
trust nothing in it. Connections are in autocommit mode; whoever writes does so in a :func:`transaction`.
:class:`CaseError` is raised where a file does not open; errors of SQLite later on are the caller's to explain.
"""

from __future__ import annotations

import errno
import os
import shutil
import sqlite3
import stat
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from urllib.parse import quote

from core import scratch
from core.case import rows, trouble, vetting
from core.case.limits import LARGEST_FILE, LARGEST_VALUE, SECONDS
from core.case.migrations import VERSION, migrate, tables, version_of

BUSY_SECONDS = 5.0
"""How long a write waits for somebody who reads the file at that moment."""
_STEPS = 10_000
"""Of SQLite's, between looks at the clock."""
_LIMITS = {
    sqlite3.SQLITE_LIMIT_LENGTH: LARGEST_VALUE,
    sqlite3.SQLITE_LIMIT_SQL_LENGTH: 20_000,
    sqlite3.SQLITE_LIMIT_COLUMN: 100,
    sqlite3.SQLITE_LIMIT_EXPR_DEPTH: 50,
    sqlite3.SQLITE_LIMIT_COMPOUND_SELECT: 5,
    sqlite3.SQLITE_LIMIT_VDBE_OP: 100_000,
    sqlite3.SQLITE_LIMIT_FUNCTION_ARG: 10,
    sqlite3.SQLITE_LIMIT_ATTACHED: 1,  # a copy is made with one
    sqlite3.SQLITE_LIMIT_LIKE_PATTERN_LENGTH: 100,
    sqlite3.SQLITE_LIMIT_VARIABLE_NUMBER: 100,
    sqlite3.SQLITE_LIMIT_TRIGGER_DEPTH: 5,  # that of a reference counts as one
    sqlite3.SQLITE_LIMIT_WORKER_THREADS: 0,
}
"""What SQLite does for us at most: several times what our own tables and questions need."""


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
        address = f"file:{quote(os.fsencode(path.absolute()))}?{'mode=ro' if read_only else 'mode=rw'}"
        db = sqlite3.connect(address, uri=True, isolation_level=None, timeout=BUSY_SECONDS)
        try:
            prepare(db)
        except BaseException:
            db.close()
            raise
    except trouble.DATABASE_ERRORS as error:
        raise trouble.from_database(named, error) from error
    return db


def prepare(db: sqlite3.Connection) -> None:
    """Have a connection trust nothing in its file, and write so that what was written stays."""
    db.text_factory = rows.words_of
    for limit, value in _LIMITS.items():
        db.setlimit(limit, value)
    if sys.version_info >= (3, 12):
        db.setconfig(sqlite3.SQLITE_DBCONFIG_DEFENSIVE, True)  # noqa: FBT003 - takes nothing else
    db.execute("PRAGMA trusted_schema = OFF")
    db.execute("PRAGMA cell_size_check = ON")
    db.execute("PRAGMA mmap_size = 0")
    db.execute("PRAGMA temp_store = MEMORY")
    db.execute("PRAGMA foreign_keys = ON")
    # EXTRA is FULL and the folder too: without it a power cut may bring a finished transaction's journal back.
    db.execute("PRAGMA synchronous = EXTRA")


@contextmanager
def in_time(db: sqlite3.Connection) -> Iterator[None]:
    """Stop what SQLite does inside where it takes too long; an error of SQLite says so."""
    end = time.monotonic() + SECONDS
    db.set_progress_handler(lambda: time.monotonic() > end, _STEPS)
    try:
        yield
    finally:
        db.set_progress_handler(None, 0)


def _memory() -> sqlite3.Connection:
    db = sqlite3.connect(":memory:", isolation_level=None)
    prepare(db)
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
    vetting.check(path)
    _try_apart(path)
    with closing(connected(path, path)) as db, _told(path):
        db.execute("SELECT count(*) FROM sqlite_schema").fetchone()


def opened(path: Path, *, read_only: bool) -> sqlite3.Connection:
    """Return a connection to a case of the present version, its pages and tables checked.

    Nothing is written before that: a write that was cut short is taken back in a copy first, and an older case is
    brought to the present version only where all of it can be read.
    """
    vetting.check(path)
    if not read_only and vetting.journal(path).exists():
        _try_apart(path)
    db = connected(path, path, read_only=read_only)
    try:
        with _told(path):
            _check(db, path)
            if version_of(db) < VERSION:
                copy = _migrated_copy(db, path)
                if read_only:
                    db.close()
                    return copy
                copy.close()
                with transaction(db):
                    migrate(db)
    except BaseException:
        db.close()
        raise
    return db


@contextmanager
def _told(path: Path) -> Iterator[None]:
    try:
        yield
    except trouble.DATABASE_ERRORS as error:
        raise trouble.from_database(path, error) from error


def _try_apart(path: Path) -> None:
    """See in a copy that taking back an unfinished write gives a whole case; raises :class:`CaseError`."""
    with scratch.folder("case") as folder:
        copy = folder / "case"
        try:
            for source, target in ((path, copy), (vetting.journal(path), vetting.journal(copy))):
                if source.stat().st_size > LARGEST_FILE:
                    raise trouble.too_large_file(path)
                scratch.private(target)
                shutil.copyfile(source, target)
        except FileNotFoundError:
            return  # somebody finished meanwhile
        except OSError as error:
            raise trouble.from_system(path, error) from None
        with closing(connected(copy, path)) as db, _told(path):
            _check(db, path)


def _check(db: sqlite3.Connection, path: Path) -> None:
    """See that the pages are whole and the tables those of the file's version; raises :class:`CaseError`."""
    with in_time(db):
        version = version_of(db)
        with closing(_memory()) as model:
            migrate(model, version)
            expected = tables(model)
        if version < 1 or tables(db) != expected or not rows.few(db):
            raise trouble.damaged(path)
        if db.execute("PRAGMA integrity_check(1)").fetchone() != ("ok",):
            raise trouble.damaged(path)


def _migrated_copy(db: sqlite3.Connection, path: Path) -> sqlite3.Connection:
    """Return the same case in memory, brought to the present version and read once."""
    copy = _memory()
    try:
        db.backup(copy)
        with transaction(copy):
            migrate(copy)
        rows.contents(copy)
    except (ValueError, TypeError, RecursionError) as error:
        copy.close()
        raise trouble.damaged(path) from error
    except BaseException:
        copy.close()
        raise
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
