"""A file made beside another and put in its place in one step, so that the older one survives every failure."""

from __future__ import annotations

import contextlib
import errno
import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from core.case.trouble import from_system, no_case
from core.case.vetting import harmless_journal


@contextmanager
def beside(target: Path) -> Iterator[Path]:
    """Give a name to make a file under, then put that in the place of ``target``; raises :class:`CaseError`."""
    try:
        target = Path(os.path.realpath(target))  # what a link points to is replaced, not the link
        if target.is_dir():
            raise IsADirectoryError(errno.EISDIR, "is a folder")
        if target.exists() and not target.is_file():
            raise no_case(target)
        temporary = target.parent / f".{target.name[:40]}.{os.urandom(8).hex()}.part"
        # Made here, so that a folder that takes no file says so itself.
        os.close(os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _rights(target)))
    except (OSError, ValueError) as error:
        raise from_system(target, error) from None
    try:
        yield temporary
        _put(temporary, target)
    finally:
        for left in (temporary, _journal(temporary)):
            with contextlib.suppress(OSError):
                left.unlink(missing_ok=True)


def _put(temporary: Path, target: Path) -> None:
    try:
        _sync(temporary)
        _settle(target)
        temporary.replace(target)
    except OSError as error:
        raise from_system(target, error) from None
    with contextlib.suppress(OSError):  # some file systems refuse to sync a folder; the file itself is safe
        _sync(target.parent)


def _settle(target: Path) -> None:
    """Let an interrupted write of the older file be taken back now: its journal must not meet the new file."""
    if os.path.lexists(_journal(target)):
        if harmless_journal(target):
            with contextlib.suppress(sqlite3.Error), closing(sqlite3.connect(target)) as db:
                db.execute("SELECT count(*) FROM sqlite_schema").fetchone()
        _journal(target).unlink(missing_ok=True)


def _journal(path: Path) -> Path:
    return path.with_name(path.name + "-journal")


def _rights(target: Path) -> int:
    with contextlib.suppress(OSError):
        return target.stat().st_mode & 0o777
    return 0o666


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
