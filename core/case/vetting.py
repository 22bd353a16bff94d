"""What a case file looks like from outside, before SQLite is let near it.

A file that came from somewhere may bring others that SQLite would open by itself: a journal that names a further file,
which SQLite would delete; one that is a link, through which it would write; a write-ahead log. None of these is ours.
"""

from __future__ import annotations

import os
import stat
from pathlib import Path

from core.case import trouble
from core.case.limits import LARGEST_FILE
from core.case.migrations import APPLICATION_ID, VERSION

HEADING = 100
"""Bytes at the beginning of a SQLite file that say how it is made (https://www.sqlite.org/fileformat2.html)."""
MAGIC = b"SQLite format 3\0"
_OWN_TABLE = b"CREATE TABLE judgements"
"""Stands near the beginning of every case, whatever happened to its heading."""
_NEAR = 65536
_NAMES_ANOTHER = b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7"
"""How a journal ends that names a further file."""
_UTF_8 = 1


def check(path: Path) -> None:
    """See that this may be a case that this version reads; raises :class:`~core.errors.CaseError`."""
    heading, size = _heading(path)
    if size > LARGEST_FILE:
        raise trouble.too_large_file(path)
    ours = _number(heading, 68, 4) == APPLICATION_ID and heading.startswith(MAGIC)
    if not ours:
        raise trouble.damaged(path) if _has_own_table(path) else trouble.no_case(path)
    if _number(heading, 60, 4) > VERSION:
        raise trouble.newer(path)
    if not (heading[18] == heading[19] == 1 and _number(heading, 56, 4) == _UTF_8) or _brings_others(path):
        raise trouble.damaged(path)


def _has_own_table(path: Path) -> bool:
    """Return whether the file, whatever its heading says, begins like a case."""
    try:
        with path.open("rb") as file:
            return _OWN_TABLE in file.read(_NEAR)
    except OSError as error:
        raise trouble.from_system(path, error) from None


def journal(path: Path) -> Path:
    """Return where the journal of an unfinished write lies."""
    return path.with_name(path.name + "-journal")


def harmless_journal(path: Path) -> bool:
    """Return whether there is no journal, or one that SQLite may use: a file that names no other."""
    beside = journal(path)
    try:
        if not stat.S_ISREG(beside.lstat().st_mode):
            return False
        with beside.open("rb") as file:
            file.seek(max(0, beside.stat().st_size - len(_NAMES_ANOTHER)))
            return file.read() != _NAMES_ANOTHER
    except FileNotFoundError:
        return True
    except OSError:
        return False


def _brings_others(path: Path) -> bool:
    logs = any(os.path.lexists(path.with_name(path.name + end)) for end in ("-wal", "-shm"))
    return logs or not harmless_journal(path)


def _heading(path: Path) -> tuple[bytes, int]:
    try:
        with path.open("rb") as file:
            return file.read(HEADING).ljust(HEADING, b"\0"), os.fstat(file.fileno()).st_size
    except OSError as error:
        raise trouble.from_system(path, error) from None


def _number(heading: bytes, at: int, length: int) -> int:
    return int.from_bytes(heading[at : at + length], "big")
