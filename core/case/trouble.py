"""What can go wrong with a case file, each as one sentence and what to do about it."""

from __future__ import annotations

import errno
import os
import sqlite3
from pathlib import Path

from core.case.limits import LARGEST_FILE
from core.errors import CaseError

DATABASE_ERRORS = (sqlite3.Error, UnicodeDecodeError)
"""What SQLite raises; the latter where damaged names stand in what it has to say."""
_DAMAGE = ("SQLITE_CORRUPT", "SQLITE_ERROR", "SQLITE_TOOBIG", "SQLITE_INTERRUPT", "SQLITE_MISMATCH")
"""Also where a value is too large, or SQLite was stopped because the file kept it for too long."""
_ELSEWHERE = "Save the case under another name."


class OpenElsewhereError(CaseError):
    """Another window has the case open; it can still be read."""


class DamagedError(CaseError):
    """The file does not hold together; what can be read of it can still be saved (:mod:`core.case.salvage`)."""


class TooLargeError(CaseError):
    """A change is larger than what would be read again; it cannot be kept however often that is tried."""


def open_elsewhere(path: Path, host: str = "") -> OpenElsewhereError:
    """Return that another window, on another computer where ``host`` names one, has the case open."""
    where = f" on the computer “{host}”" if host else ""
    return OpenElsewhereError(
        f"“{path.name}” is open in another window{where}.", "Close it there, or open it here only to read."
    )


def damaged(path: Path) -> DamagedError:
    """Return that the file does not hold together."""
    return DamagedError(
        f"The case file “{path.name}” is damaged and was left as it is.",
        "Open it in the window, which saves what can be read, or take a copy of it from a backup.",
    )


def lost(path: Path) -> CaseError:
    """Return that nothing can be saved of a damaged file."""
    return CaseError(
        f"The case file “{path.name}” is damaged and was left as it is. No article in it can be read.",
        "Take a copy of it from a backup, or compare the articles again.",
    )


def too_large_file(path: Path) -> CaseError:
    """Return that a file is larger than any case."""
    return CaseError(
        f"“{path.name}” is larger than any case that Cognate opens ({LARGEST_FILE // 1024 // 1024} MB).",
        "It was left as it is. Take a copy of it from a backup, or compare the articles again.",
    )


def no_case(path: Path) -> CaseError:
    """Return that the file is something else."""
    return CaseError(f"“{path.name}” is not a Cognate case.", "Choose a file that Cognate saved.")


def newer(path: Path) -> CaseError:
    """Return that a later version of the program wrote the file."""
    return CaseError(
        f"“{path.name}” was saved by a newer version of Cognate, which this one cannot read.",
        "Update Cognate, then open it again.",
    )


def only_read(path: Path) -> CaseError:
    """Return that the case was opened only to read, or that the system lets it only be read."""
    return CaseError(f"“{path.name}” may only be read.", _ELSEWHERE)


def too_large(path: Path) -> TooLargeError:
    """Return that an analysis is larger than what is read again."""
    return TooLargeError(f"The analysis is too large to be kept in “{path.name}”.", "Compare fewer articles at a time.")


def too_long(path: Path) -> TooLargeError:
    """Return that some words, or how many there are of something, are more than what is read again."""
    return TooLargeError(f"What was to be kept in “{path.name}” is too long for a case.", "Shorten it.")


def from_system(path: Path, error: OSError | ValueError) -> CaseError:
    """Return in words why the system did not open, write or put in place the file."""
    number = error.errno if isinstance(error, OSError) else None
    if number is None:
        return CaseError(f"“{path}” is not a name that a file can have.", "Choose another name.")
    gone = not path.parent.is_dir()
    for numbers, what, remedy in (
        ((errno.EEXIST,), f"There is already a file “{path.name}”.", "Choose another name."),
        ((errno.EISDIR,), f"“{path.name}” is a folder, not a file.", "Choose a case file."),
        ((errno.ENOSPC, errno.EDQUOT, errno.EFBIG), *_full(path)),
        ((errno.EROFS, errno.EACCES, errno.EPERM), *_forbidden(path)),
        ((errno.ENAMETOOLONG,), f"The name “{path.name[:40]}…” is too long.", "Choose a shorter one."),
        ((errno.ENOENT, errno.ENOTDIR), *(_no_folder(path) if gone else _no_file(path))),
    ):
        if number in numbers:
            return CaseError(what, remedy)
    return CaseError(f"“{path.name}” could not be written or read: {(os.strerror(number)).lower()}.", _ELSEWHERE)


def from_database(path: Path, error: sqlite3.Error | UnicodeDecodeError, *, making: bool = False) -> CaseError:
    """Return in words why SQLite did not do what was asked; ``making`` says that the file need not be there yet."""
    name = getattr(error, "sqlite_errorname", "") or ""
    found: CaseError | None = None
    if name.startswith("SQLITE_NOTADB"):
        found = no_case(path)
    elif isinstance(error, UnicodeDecodeError) or name.startswith(_DAMAGE):
        found = damaged(path)
    elif name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        found = open_elsewhere(path)
    return found or CaseError(*_refused(path, name, error, making=making))


def _refused(path: Path, name: str, error: Exception, *, making: bool) -> tuple[str, str]:
    for applies, words in (
        (not path.parent.is_dir(), _no_folder(path)),
        (name == "SQLITE_READONLY_DBMOVED" or not (making or path.exists()), _moved(path)),
        (name.startswith("SQLITE_READONLY") and _journal(path).exists(), _unfinished(path)),
        (name.startswith("SQLITE_CANTOPEN") and _journal(path).exists(), _unfinished(path)),
        (name.startswith("SQLITE_FULL"), _full(path)),
        (name.startswith(("SQLITE_READONLY", "SQLITE_PERM", "SQLITE_AUTH", "SQLITE_CANTOPEN")), _forbidden(path)),
        (name.startswith("SQLITE_IOERR"), _refused_by_disk(path)),
    ):
        if applies:
            return words
    return f"“{path.name}” could not be written or read ({error}).", _ELSEWHERE


def _journal(path: Path) -> Path:
    return path.with_name(path.name + "-journal")


def _full(path: Path) -> tuple[str, str]:
    return f"There is no room left for “{path.name}” on its disk.", "Free some space, or save the case elsewhere."


def _moved(path: Path) -> tuple[str, str]:
    return f"“{path.name}” was moved, deleted or replaced while it was open.", _ELSEWHERE


def _unfinished(path: Path) -> tuple[str, str]:
    return (
        f"“{path.name}” was not closed properly and cannot be mended where it lies.",
        "Copy it, and the file beside it that ends in “-journal”, to a folder of yours and open it there.",
    )


def _refused_by_disk(path: Path) -> tuple[str, str]:
    return (
        f"The disk refused to write or read “{path.name}”.",
        "See whether it is full or was taken out; then try again, or save the case elsewhere.",
    )


def _forbidden(path: Path) -> tuple[str, str]:
    return (
        f"“{path.name}” or its folder “{path.parent.name}” may not be written to, or not be read.",
        "Choose another folder, or ask for the right to use this one.",
    )


def _no_folder(path: Path) -> tuple[str, str]:
    return f"The folder “{path.parent}” is not there.", "Connect its disk or choose another folder."


def _no_file(path: Path) -> tuple[str, str]:
    return f"There is no file “{path}”.", "It may have been moved or renamed."
