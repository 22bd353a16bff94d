"""Open a file that may be anything: a pipe, a device, a link to itself, one that somebody else is writing to.

Everything raises :class:`~core.errors.ArticleError`. This is the only place that opens article files.
"""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

from core.errors import ArticleError
from core.ingest.limits import MAX_FILE
from core.ingest.source import shown

_MB = 1024 * 1024
LESS = "Add the part of it that you want to compare."
"""The way out where an article is too large."""
_IRREGULAR = (
    (stat.S_ISFIFO, "a pipe"),
    (stat.S_ISSOCK, "a socket"),
    (stat.S_ISCHR, "a device"),
    (stat.S_ISBLK, "a device"),
)
_REASONS = {
    errno.ENOENT: ("does not exist", "Check the path; the file may have been moved or renamed."),
    errno.ENOTDIR: ("does not exist", "Check the path; a part of it is no folder."),
    errno.EACCES: ("may not be read by you", "Ask for the right to read it, or copy it to a folder of yours."),
    errno.EPERM: ("may not be read by you", "Ask for the right to read it, or copy it to a folder of yours."),
    errno.ELOOP: ("is a link that leads back to itself", "Add the file that it should lead to."),
    errno.ENAMETOOLONG: ("is too long for a file name", "Check the path."),
}


def bytes_of(name: str) -> bytes:
    """Return what a file holds, all of it as it stood at one moment, and never nothing."""
    try:
        # Asked before opening, for opening some devices already does something; and again once open, for the
        # file may have changed meanwhile. O_NONBLOCK keeps a pipe that slipped in from holding the program.
        _check(name, Path(name).stat())
        handle = os.open(name, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
        with os.fdopen(handle, "rb") as file:
            before = os.fstat(handle)
            _check(name, before)
            # Nothing at all comes of a file of the system that would have to be waited for.
            data: bytes | None = file.read(MAX_FILE + 1)
            after = os.fstat(handle)
    except (OSError, ValueError) as error:
        raise unopened(name, error) from None
    data = data or b""
    if len(data) > MAX_FILE:
        raise too_large(name, MAX_FILE)
    # Some files of the system say that they are empty and are not.
    if _stamp(before) != _stamp(after) or (before.st_size and len(data) != before.st_size):
        what = f"“{shown(name)}” changed while it was read."
        raise ArticleError(name, what, "Add it again when the program that writes it has finished.")
    if not data:
        raise ArticleError(name, f"“{shown(name)}” is empty.", "Add a file with the article’s text.")
    return data


def too_large(name: str, limit: int) -> ArticleError:
    """Return the error for a file of more than ``limit`` bytes."""
    what = f"“{shown(name)}” is larger than {limit // _MB} MB."
    return ArticleError(name, what, LESS)


def unopened(name: str, error: OSError | ValueError) -> ArticleError:
    """Return what is said of a file or a folder that the system does not open."""
    if isinstance(error, ValueError):
        # A zero character or a lone surrogate in the path.
        return ArticleError(name, f"“{shown(name)}” is not a valid file name.", "Check the path.")
    what, remedy = _REASONS.get(
        error.errno or 0, (f"cannot be read ({error.strerror})", "Check the disk or the network.")
    )
    return ArticleError(name, f"“{shown(name)}” {what}.", remedy)


def _check(name: str, status: os.stat_result) -> None:
    if stat.S_ISDIR(status.st_mode):
        raise ArticleError(name, f"“{shown(name)}” is a folder.", "Add the articles inside it.")
    if not stat.S_ISREG(status.st_mode):
        kind = next((what for test, what in _IRREGULAR if test(status.st_mode)), "not a file")
        raise ArticleError(name, f"“{shown(name)}” is {kind}.", "Add a file that holds the article.")
    if status.st_size > MAX_FILE:
        raise too_large(name, MAX_FILE)


def _stamp(status: os.stat_result) -> tuple[int, int]:
    return status.st_size, status.st_mtime_ns
