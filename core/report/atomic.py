"""Write a file whole or not at all: an older file of that name survives every failure."""

from __future__ import annotations

import contextlib
import errno
import os
import secrets
from pathlib import Path

from core.errors import ExportError

_DEFAULT_RIGHTS = 0o666
_IS_FOLDER = (errno.EISDIR,)
_FORBIDDEN = (errno.EACCES, errno.EPERM, errno.EROFS)
_MISSING = (errno.ENOENT, errno.ENOTDIR)
_FULL = (errno.ENOSPC, errno.EDQUOT)
_TOO_LONG = (errno.ENAMETOOLONG,)


def write_whole(path: str | os.PathLike[str], data: bytes) -> None:
    """Replace ``path`` by ``data`` in one step; raises :class:`ExportError` and leaves the old file as it was."""
    target = Path(path)
    temporary: Path | None = None
    try:
        rights = _rights(target)
        made = target.parent / f".{target.name[:40]}.{secrets.token_hex(8)}.part"
        # Made with no more rights than it keeps, so that nobody reads along meanwhile; for a new file the system
        # takes the user's mask off, which no thread could ask for without setting it.
        handle = os.open(made, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _DEFAULT_RIGHTS if rights is None else rights)
        temporary = made
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            if rights is not None:
                os.fchmod(file.fileno(), rights)
            os.fsync(file.fileno())
        temporary.replace(target)
        temporary = None
        _sync_folder(target.parent)
    except (OSError, ValueError) as error:
        raise _explained(target, error) from error
    finally:
        if temporary is not None:
            with contextlib.suppress(OSError):
                temporary.unlink(missing_ok=True)


def _rights(target: Path) -> int | None:
    """Return the rights of the file that is replaced, None where there is none."""
    with contextlib.suppress(OSError):
        return target.stat().st_mode & 0o777
    return None


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
