"""Temporary folders that only their user sees, and that do not outlive what made them.

Each is locked while it is used; the lock is the system's and goes with the process. So what a killed process left can
be told from what is still used, and is cleared at the next start.
"""

from __future__ import annotations

import contextlib
import fcntl
import os
import re
import shutil
import stat
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

PURPOSES = ("preview", "case", "read", "tests")
"""What there are temporary folders for; the name of each says which: ``cognate-preview-k3j2h1g0``."""
_OURS = re.compile(rf"cognate-({'|'.join(PURPOSES)})-[a-z0-9_]{{8}}")
_STALE_SECONDS = 600.0
"""How long a folder that nobody holds is left alone: its maker may be about to lock it."""


@contextmanager
def folder(purpose: str) -> Iterator[Path]:
    """Give a folder of one's own (0700), gone with all that is in it when this is left, also by an error."""
    if purpose not in PURPOSES:
        raise ValueError(f"nobody clears what is made for “{purpose}”")
    with tempfile.TemporaryDirectory(prefix=f"cognate-{purpose}-") as name:
        handle = os.open(name, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
        try:
            with contextlib.suppress(OSError):  # some file systems know no locks; the folder's age protects it then
                fcntl.flock(handle, fcntl.LOCK_SH | fcntl.LOCK_NB)
            yield Path(name)
        finally:
            os.close(handle)


def private(path: Path) -> None:
    """Make an empty file that only its user may read and write (0600), for others to write into."""
    os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600))


def clear_stale(within: Path | None = None) -> int:
    """Delete what processes that were killed left, and return how many folders that were.

    Only real folders of this user's with our name that nobody has locked or made lately; links are not followed.

    Args:
        within: the folder of temporary files, None for the system's.
    """
    cleared = 0
    with contextlib.suppress(OSError), os.scandir(within or tempfile.gettempdir()) as entries:
        for entry in entries:
            if _OURS.fullmatch(entry.name):
                cleared += _clear(Path(entry.path))
    return cleared


def _clear(path: Path) -> bool:
    with contextlib.suppress(OSError):
        handle = os.open(path, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC)
        try:
            status = os.fstat(handle)
            old = time.time() - status.st_mtime > _STALE_SECONDS
            own = status.st_uid == os.getuid() and not stat.S_IMODE(status.st_mode) & 0o077
            if old and own:
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
                shutil.rmtree(path)
                return True
        finally:
            os.close(handle)
    return False
