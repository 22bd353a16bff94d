"""Write files whole or not at all: an older file of that name survives every failure."""

from __future__ import annotations

import contextlib
import errno
import os
import secrets
from collections.abc import Mapping
from pathlib import Path

from core.errors import ExportError

_DEFAULT_RIGHTS = 0o666
_IS_FOLDER = (errno.EISDIR,)
_IS_FILE = (errno.EEXIST,)
_FORBIDDEN = (errno.EACCES, errno.EPERM, errno.EROFS)
_MISSING = (errno.ENOENT, errno.ENOTDIR)
_FULL = (errno.ENOSPC, errno.EDQUOT)
_TOO_LONG = (errno.ENAMETOOLONG,)


def write_whole(path: str | os.PathLike[str], data: bytes) -> None:
    """Replace ``path`` by ``data`` in one step; raises :class:`ExportError` and leaves the old file as it was.

    Where ``path`` is a link, what it points to is replaced, and the link stays.
    """
    target = Path(path)
    try:
        target = _pointed_at(target)
        _replace_all({target: data})
        _sync_folder(target.parent)
    except (OSError, ValueError) as error:
        raise _explained(target, error) from error


def _pointed_at(target: Path) -> Path:
    return Path(os.path.realpath(target)) if target.is_symlink() else target


def write_folder(path: str | os.PathLike[str], files: Mapping[str, bytes]) -> None:
    """Write some files into a folder, which is made where there is none; what else is in it stays.

    Everything is written beside the old files before the first of these is replaced, and those are kept until the
    last one is: what goes wrong leaves them all as they were. Raises :class:`ExportError`, which says so, or under
    which names they are kept where the disk does not even let them be put back.
    """
    folder = Path(path)
    made = False
    try:
        made = _make(folder)
        _replace_all({folder / name: data for name, data in files.items()})
        _sync_folder(folder)
    except (OSError, ValueError) as error:
        if made:
            with contextlib.suppress(OSError):
                folder.rmdir()
        raise _explained(folder / next(iter(files)), error, of_folder=folder) from error


def _make(folder: Path) -> bool:
    """Make the folder where there is none, and return whether that was so."""
    if folder.is_dir():
        return False
    folder.mkdir()
    return True


def _replace_all(files: Mapping[Path, bytes]) -> None:
    """Write every file under another name, then give all of them their own; of that, all or nothing."""
    written: dict[Path, Path] = {}
    kept: dict[Path, Path | None] = {}
    whole = False
    try:
        for target, data in files.items():
            if target.is_dir():
                raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(target))
            written[target] = _beside(target)
            _write(written[target], data, _rights(target))
        for target, temporary in list(written.items()):
            if len(written) > 1:  # what comes after it can still fail
                kept[target] = _set_aside(target)
            temporary.replace(target)
            del written[target]
        whole = True
    finally:
        for needless in (*written.values(), *(filter(None, kept.values()) if whole else ())):
            with contextlib.suppress(OSError):
                needless.unlink(missing_ok=True)
        if not whole:
            _put_back(kept)


def _set_aside(target: Path) -> Path | None:
    """Keep what is at ``target`` under another name as well, and return that; None where nothing is there."""
    if not os.path.lexists(target):
        return None
    aside = _beside(target)
    try:
        os.link(target, aside, follow_symlinks=False)  # so that there is no moment without a file of its name
    except (OSError, NotImplementedError):
        target.rename(aside)  # the file system knows no second names
    return aside


def _put_back(kept: Mapping[Path, Path | None]) -> None:
    """Give what was set aside its name back, and take away what was new."""
    lost: dict[Path, Path] = {}
    for target, aside in kept.items():
        try:
            if aside is None:
                target.unlink(missing_ok=True)
            else:
                aside.replace(target)
                aside.unlink(missing_ok=True)  # two names of one file are both left by the line above
        except OSError:
            if aside is not None:
                lost[target] = aside
    if lost:
        names = ", ".join(f"“{aside}” (was “{target.name}”)" for target, aside in lost.items())
        raise ExportError(f"Not all files could be written; what was there before is kept as {names}.", "Rename it.")


def _beside(target: Path) -> Path:
    return target.parent / f".{target.name[:40]}.{secrets.token_hex(8)}.part"


def _write(path: Path, data: bytes, rights: int | None) -> None:
    # Made with no more rights than it keeps, so that nobody reads along meanwhile; for a new file the system
    # takes the user's mask off, which no thread could ask for without setting it.
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _DEFAULT_RIGHTS if rights is None else rights)
    with os.fdopen(handle, "wb") as file:
        file.write(data)
        file.flush()
        if rights is not None:
            os.fchmod(file.fileno(), rights)
        os.fsync(file.fileno())


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


def _explained(target: Path, error: OSError | ValueError, of_folder: Path | None = None) -> ExportError:
    """Return what went wrong as a sentence, which also says what became of the file that was there."""
    if isinstance(error, ValueError):
        return ExportError(f"“{of_folder or target}” is not a name that a file can have.", "Choose another name.")
    folder = target.parent
    kept = "; what was there before is unchanged" if _exists(target) else ""
    for numbers, what, remedy in (
        (_IS_FOLDER, f"“{error.filename or target}” is a folder, not a file.", "Choose a file name inside it."),
        (_IS_FILE, f"“{folder}” is a file, not a folder.", "Choose another name."),
        (_FORBIDDEN, f"The folder “{folder}” cannot be written to{kept}.", "Choose another folder."),
        (_MISSING, f"There is no folder “{folder.parent if of_folder else folder}”.", "Create it or choose another."),
        (_FULL, f"The disk of “{folder}” is full{kept}.", "Free some space or choose another disk."),
        (_TOO_LONG, f"The name “{(of_folder or target).name[:40]}…” is too long.", "Choose a shorter one."),
    ):
        if error.errno in numbers:
            return ExportError(what, remedy)
    reason = (error.strerror or str(error)).lower()
    return ExportError(f"“{of_folder or target}” could not be written: {reason}{kept}.")


def _exists(target: Path) -> bool:
    with contextlib.suppress(OSError, ValueError):
        return target.exists()
    return False
