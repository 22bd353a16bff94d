"""Write a file whole or not at all: an older file of that name survives every failure."""

from __future__ import annotations

import contextlib
import errno
import os
import tempfile
from pathlib import Path

from core.errors import ExportError

_DEFAULT_MODE = 0o666
_IS_FOLDER = (errno.EISDIR,)
_FORBIDDEN = (errno.EACCES, errno.EPERM, errno.EROFS)
_MISSING = (errno.ENOENT, errno.ENOTDIR)
_FULL = (errno.ENOSPC, errno.EDQUOT)
_TOO_LONG = (errno.ENAMETOOLONG,)


def write_whole(path: str | os.PathLike[str], data: bytes) -> None:
    """Replace ``path`` by ``data`` in one step; raises :class:`ExportError` and leaves the old file as it was."""
    target = Path(path)
    temporary = ""
    try:
        handle, temporary = tempfile.mkstemp(prefix=f".{target.name[:40]}.", suffix=".part", dir=target.parent)
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fchmod(file.fileno(), _mode(target))
            os.fsync(file.fileno())
        Path(temporary).replace(target)
        temporary = ""
        _sync_folder(target.parent)
    except (OSError, ValueError) as error:
        raise _explained(target, error) from error
    finally:
        if temporary:
            with contextlib.suppress(OSError):
                Path(temporary).unlink(missing_ok=True)


def _mode(target: Path) -> int:
    """Return the rights of the file that is replaced, else what a new file gets."""
    with contextlib.suppress(OSError):
        return target.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return _DEFAULT_MODE & ~mask


def _sync_folder(folder: Path) -> None:
    # Some file systems refuse to sync a folder; the file itself is already safe.
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _explained(target: Path, error: OSError | ValueError) -> ExportError:
    if isinstance(error, ValueError):
        return ExportError(f"“{target}” is not a name that a file can have.", "Choose another name.")
    folder = target.parent
    for numbers, what, remedy in (
        (_IS_FOLDER, f"“{target}” is a folder, not a file.", "Choose a file name inside it."),
        (_FORBIDDEN, f"The folder “{folder}” cannot be written to.", "Choose another folder."),
        (_MISSING, f"There is no folder “{folder}”.", "Create it or choose another."),
        (_FULL, f"The disk of “{folder}” is full.", "Free some space or choose another disk."),
        (_TOO_LONG, f"The name “{target.name[:40]}…” is too long.", "Choose a shorter one."),
    ):
        if error.errno in numbers:
            return ExportError(what, remedy)
    return ExportError(f"“{target}” could not be written: {(error.strerror or str(error)).lower()}.")
