"""The door of a running desktop: a later start hands its files in and ends, and no second window opens.

No Qt in here, for whoever hands files over needs none. The door is a socket in the folder that the system keeps for
this person alone (XDG_RUNTIME_DIR), one for each display; only Linux has it. Whoever holds the lock beside it is the
desktop that is running, so what a crash left behind is told from a door that is kept. Never a network.
"""

from __future__ import annotations

import contextlib
import os
import re
import socket
import stat
import struct
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

MOST_BYTES = 1024 * 1024
"""Of one message: some thousand paths."""
MOST_FILES = 1000
LONGEST_PATH = 4096
LONGEST_TOKEN = 256
TAKEN = b"1"
"""What the running desktop answers once it has the files."""
_FORMAT = 1
_LONGEST_ADDRESS = 100
"""Bytes; the system allows 107."""
_OTHERS = 0o077
_NOT_SAFE = re.compile(r"[^A-Za-z0-9.-]+")
_ANSWER_SECONDS = 10.0
"""A desktop that is just starting opens its door before its window, and answers when that is there."""
_OPENING_SECONDS = 1.0
_LOOK_EVERY = 0.02
_WAITING = 8


@dataclass(frozen=True, slots=True)
class Visit:
    """What a later start hands in; ``token`` is the desktop environment's leave to come to the front, or nothing."""

    files: tuple[Path, ...]
    token: str = ""


def place_of(environment: Mapping[str, str], platform: str) -> Path | None:
    """Return where the door of this display is, None where there is none: no private folder, or no real display."""
    folder = environment.get("XDG_RUNTIME_DIR", "")
    display = environment.get("WAYLAND_DISPLAY") or environment.get("DISPLAY") or ""
    chosen = re.split("[:;]", environment.get("QT_QPA_PLATFORM", ""))[0]
    if not platform.startswith("linux") or not display or chosen not in ("", "xcb", "wayland"):
        return None
    if not os.path.isabs(folder) or not _private(Path(folder)):  # noqa: PTH117 - before it is a path at all
        return None
    place = Path(folder, f"cognate-{_NOT_SAFE.sub('_', display)}.sock")
    return place if len(os.fsencode(place)) <= _LONGEST_ADDRESS else None


def token_of(environment: Mapping[str, str]) -> str:
    """Return the leave to come to the front that the environment gave this start, if it gave one."""
    return environment.get("XDG_ACTIVATION_TOKEN", "")[:LONGEST_TOKEN]


def packed(visit: Visit) -> bytes:
    """Return a visit as it goes through the door."""
    import json  # noqa: PLC0415 - the first start of all needs none

    files = [os.path.abspath(file) for file in visit.files]  # noqa: PTH100 - links stay as they were named
    return json.dumps({"cognate": _FORMAT, "files": files, "token": visit.token}).encode("ascii")


def visit_in(data: bytes) -> Visit | None:
    """Return the visit that a message holds, None where it is not one."""
    import json  # noqa: PLC0415 - as above

    try:
        told = json.loads(data)
    except (ValueError, RecursionError):
        return None
    if not isinstance(told, dict) or told.get("cognate") != _FORMAT:
        return None
    files, token = told.get("files"), told.get("token")
    if not isinstance(files, list) or len(files) > MOST_FILES or not all(_is_path(file) for file in files):
        return None
    if not isinstance(token, str) or len(token) > LONGEST_TOKEN or not token.isprintable():
        return None
    return Visit(tuple(Path(file) for file in files), token)


class Door:
    """The door that this desktop keeps; taken down by :meth:`close`, and by the next start where this one crashed."""

    def __init__(self, place: Path, lock: int, listening: socket.socket) -> None:
        self._place, self._lock, self._listening = place, lock, listening

    def fileno(self) -> int:
        """Return the handle that becomes readable when somebody is at the door."""
        return self._listening.fileno()

    def guest(self) -> socket.socket | None:
        """Return the connection of whoever waits, if they are the same person; never waits itself."""
        try:
            connection = self._listening.accept()[0]
        except OSError:
            return None
        connection.setblocking(False)
        if _same_person(connection):
            return connection
        connection.close()
        return None

    def close(self) -> None:
        """Take the door down; the lock goes last, so that nobody takes down another's."""
        self._listening.close()
        with contextlib.suppress(OSError):
            self._place.unlink()
        os.close(self._lock)


def open_door(place: Path) -> Door | None:
    """Return a door of one's own, None where another desktop keeps one already or the system allows none."""
    import fcntl  # noqa: PLC0415 - Windows has none

    try:
        flags = os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW | os.O_CLOEXEC
        lock = os.open(place.with_suffix(".lock"), flags, 0o600)
    except OSError:
        return None
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        with contextlib.suppress(FileNotFoundError):
            place.unlink()  # left by one that crashed: whoever is running has the lock
        listening = _listening(place)
    except OSError:
        os.close(lock)
        return None
    return Door(place, lock, listening)


def hand_over(place: Path, visit: Visit, answer_seconds: float = _ANSWER_SECONDS) -> bool:
    """Hand files to the desktop that keeps this door; return whether it took them."""
    message = packed(visit)
    if len(message) > MOST_BYTES or len(visit.files) > MOST_FILES:
        return False
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as connection:
        connection.settimeout(answer_seconds)
        if not _reached(connection, place) or not _same_person(connection):
            return False
        try:
            connection.sendall(message)
            connection.shutdown(socket.SHUT_WR)
            return connection.recv(len(TAKEN)) == TAKEN
        except OSError:
            return False


def _reached(connection: socket.socket, place: Path) -> bool:
    """Connect; for a moment there may be a lock and no door yet."""
    until = time.monotonic() + _OPENING_SECONDS
    while True:
        try:
            connection.connect(str(place))
        except (FileNotFoundError, ConnectionRefusedError):
            if time.monotonic() >= until:
                return False
            time.sleep(_LOOK_EVERY)
        except OSError:
            return False
        else:
            return True


def _listening(place: Path) -> socket.socket:
    listening = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    try:
        listening.bind(str(place))
        place.chmod(0o600)  # the folder is private, too
        listening.listen(_WAITING)
    except OSError:
        listening.close()
        raise
    listening.setblocking(False)
    return listening


def _private(folder: Path) -> bool:
    try:
        told = folder.stat()
    except (OSError, ValueError):
        return False
    return stat.S_ISDIR(told.st_mode) and told.st_uid == os.getuid() and not told.st_mode & _OTHERS


def _same_person(connection: socket.socket) -> bool:
    wanted = struct.Struct("3i")  # process, user, group
    try:
        told = connection.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, wanted.size)
    except OSError:
        return False
    user: int = wanted.unpack(told)[1]
    return user == os.getuid()


def _is_path(file: object) -> bool:
    return isinstance(file, str) and 0 < len(file) <= LONGEST_PATH and os.path.isabs(file) and "\0" not in file  # noqa: PTH117 - a word yet
