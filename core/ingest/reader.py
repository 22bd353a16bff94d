"""Read one article from a file or from pasted text.

The only place that opens article files. A format is a function in :data:`FORMATS`, chosen by suffix; whatever
has no format of its own is tried as plain text, which says what the file is when it is none.
"""

from __future__ import annotations

import errno
import hashlib
import os
import stat
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType

from core.errors import ArticleError
from core.ingest.plain import holds_words, read_plain
from core.model import Document

Reader = Callable[[str, bytes, str], Document]
"""Path as given, the file's bytes, their SHA-256 -> document; raises ArticleError."""

FORMATS: Mapping[str, Reader] = MappingProxyType({".txt": read_plain, ".text": read_plain})
"""Suffix in lower case -> reader. Plain text takes every other suffix."""

MAX_BYTES = 1024 * 1024
"""The largest file that is read: some 170,000 words, a thick book; comparing grows with the square of the length."""


def read(path: str | Path) -> Document:
    """Return the document in a file; raises :class:`ArticleError` with what is wrong and what to do."""
    name = str(path)
    data = _bytes(name)
    reader = FORMATS.get(Path(name).suffix.lower(), read_plain)
    return reader(name, data, hashlib.sha256(data).hexdigest())


def pasted(text: str, title: str = "") -> Document:
    """Return the document of text that came without a file; raises :class:`ArticleError` as :func:`read` does."""
    name = title or "the text"
    if len(text) > MAX_BYTES:
        raise _too_large(name)
    if not holds_words(text):
        raise ArticleError(title, f"“{name}” holds no words.", "Paste the article's text.")
    # Text from a clipboard may hold lone surrogates; they are kept and hashed as they are.
    sha256 = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return Document(path="", sha256=sha256, text=text, title=title or None)


def _bytes(name: str) -> bytes:
    try:
        # Asked before opening, for opening some devices already does something; and again once open, for the
        # file may have changed meanwhile. O_NONBLOCK keeps a pipe that slipped in from holding the program.
        _check(name, Path(name).stat())
        handle = os.open(name, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
        with os.fdopen(handle, "rb") as file:
            _check(name, os.fstat(file.fileno()))
            data = file.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        raise _unopened(name, error) from None
    if len(data) > MAX_BYTES:
        raise _too_large(name)
    if not data:
        raise ArticleError(name, f"“{name}” is empty.", "Add a file with the article's text.")
    return data


def _check(name: str, status: os.stat_result) -> None:
    if stat.S_ISDIR(status.st_mode):
        raise ArticleError(name, f"“{name}” is a folder.", "Add the articles inside it.")
    if not stat.S_ISREG(status.st_mode):
        kind = next((what for test, what in _IRREGULAR if test(status.st_mode)), "not a file")
        raise ArticleError(name, f"“{name}” is {kind}.", "Add a file that holds the article.")
    if status.st_size > MAX_BYTES:
        raise _too_large(name)


def _too_large(name: str) -> ArticleError:
    limit = MAX_BYTES // (1024 * 1024)
    return ArticleError(name, f"“{name}” is larger than {limit} MB.", "Add the part of it that you want to compare.")


def _unopened(name: str, error: OSError | ValueError) -> ArticleError:
    if isinstance(error, ValueError):
        # A zero character or a lone surrogate in the path.
        return ArticleError(name, f"“{name}” is not a valid file name.", "Check the path.")
    reason = {
        errno.ENOENT: ("does not exist", "Check the path; the file may have been moved or renamed."),
        errno.ENOTDIR: ("does not exist", "Check the path; a part of it is no folder."),
        errno.EACCES: ("may not be read by you", "Ask for the right to read it, or copy it to a folder of yours."),
        errno.EPERM: ("may not be read by you", "Ask for the right to read it, or copy it to a folder of yours."),
        errno.ELOOP: ("is a link that leads back to itself", "Add the file that it should lead to."),
        errno.ENAMETOOLONG: ("is too long for a file name", "Check the path."),
    }
    what, remedy = reason.get(
        error.errno or 0, (f"cannot be read ({error.strerror})", "Check the disk or the network.")
    )
    return ArticleError(name, f"“{name}” {what}.", remedy)


_IRREGULAR = (
    (stat.S_ISFIFO, "a pipe"),
    (stat.S_ISSOCK, "a socket"),
    (stat.S_ISCHR, "a device"),
    (stat.S_ISBLK, "a device"),
)
