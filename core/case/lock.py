"""One window a case: a lock on a hidden file beside it.

The lock is the system's, so it goes with the process that holds it, however that ends; the file alone means nothing.
On the case itself there could be none: SQLite's own locks are lost when any other handle on it is closed. Where the
file system knows no such locks, or the folder takes no such file, the case is opened all the same: what is written
stays whole by SQLite's transactions.
"""

from __future__ import annotations

import contextlib
import fcntl
import os
import stat
from pathlib import Path
from typing import Self

from core.case.trouble import from_system, open_elsewhere

_TRIES = 20
_LONGEST_HOST = 60
_RIGHTS = 0o666  # less the user's mask: a colleague on the same share has to see that the case is open


class CaseLock:
    """Holds a case for one window until it is closed."""

    def __init__(self, path: Path, handle: int | None) -> None:
        self._path, self._handle = path, handle

    @classmethod
    def take(cls, case: Path) -> Self:
        """Hold the case at that path; raises :class:`~core.case.trouble.OpenElsewhereError`."""
        path = _beside(case)
        for _ in range(_TRIES):
            handle = _opened(path)
            if handle is None:
                break
            try:
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                host = _owner(handle)
                os.close(handle)
                raise open_elsewhere(case, "" if host == os.uname().nodename else host) from None
            except OSError:
                os.close(handle)
                break
            lock = cls(path, handle)
            if lock.guards(case):
                lock._sign()
                return lock
            # Whoever held it took the file away between our opening and locking it.
            os.close(handle)
        return cls(path, None)

    def guards(self, case: Path) -> bool:
        """Return whether this lock is the one that others meet at that path."""
        if self._handle is None:
            return False
        with contextlib.suppress(OSError):
            return os.path.samestat(os.fstat(self._handle), _beside(case).stat())
        return False

    def close(self) -> None:
        """Let the case go."""
        if self._handle is None:
            return
        with contextlib.suppress(OSError):
            if os.path.samestat(os.fstat(self._handle), self._path.stat()):
                self._path.unlink()
        os.close(self._handle)
        self._handle = None

    def _sign(self) -> None:
        """Say on which computer the case is open; a full disk may keep us from it."""
        if self._handle is not None:
            with contextlib.suppress(OSError):
                os.ftruncate(self._handle, 0)
                os.pwrite(self._handle, os.uname().nodename.encode(), 0)


def refuse_if_open(case: Path) -> None:
    """Raise :class:`~core.case.trouble.OpenElsewhereError` where a window has the case open."""
    if case.parent.is_dir():
        CaseLock.take(case).close()


def _beside(case: Path) -> Path:
    try:
        real = Path(os.path.realpath(case))
    except ValueError as error:
        raise from_system(case, error) from None
    return real.with_name(f".{real.name}.lock")


def _opened(path: Path) -> int | None:
    # A file that somebody else left can still be locked. A link that came along with a case is not followed, and a
    # pipe does not hold us up: what it leads to would be written over.
    for how in (os.O_RDWR | os.O_CREAT, os.O_RDONLY):
        with contextlib.suppress(OSError):
            handle = os.open(path, how | os.O_CLOEXEC | os.O_NOFOLLOW | os.O_NONBLOCK, _RIGHTS)
            if stat.S_ISREG(os.fstat(handle).st_mode):
                return handle
            os.close(handle)
    return None


def _owner(handle: int) -> str:
    with contextlib.suppress(OSError):
        name = os.pread(handle, _LONGEST_HOST, 0).decode("utf-8", "replace")
        return "".join(c for c in name if c.isprintable())
    return ""
