"""The processes that read files: how one is started, asked, waited for and ended."""

from __future__ import annotations

import atexit
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from enum import Enum, auto
from pathlib import Path
from typing import IO, TYPE_CHECKING

import core
from core.ingest.limits import MEMORY

if TYPE_CHECKING:
    from core.ingest.messages import Answer

READ_ARTICLES = "--read-articles"
"""What a packaged program is started with to be such a process: it has no Python beside it to start."""
_START = "import sys; sys.path[:] = sys.argv[1:]; from core.ingest.apart_worker import main; sys.exit(main())"
_KEPT = ("SYSTEMROOT", "WINDIR", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH")
"""What of the environment a process needs to start; the last two only where a packaged program sets them."""
_PACKAGED = "_PYI_"
"""How the names begin by which a packaged program finds what it has unpacked already."""
_LOOK_EVERY = 0.1
_MOST_IDLE = 2
_END_WITHIN = 2.0
_LOOK_AGAIN = 0.005


class Gone(Enum):
    """Why there is no answer."""

    LATE = auto()
    FULL = auto()
    BROKEN = auto()


class GoneError(Exception):
    """A process ended instead of answering, or was ended."""

    def __init__(self, why: Gone) -> None:
        super().__init__(why.name)
        self.why = why


class StartError(Exception):
    """The system starts no process."""


class Child:
    """One process that reads; raises :class:`StartError`."""

    def __init__(self) -> None:
        try:
            self._process = subprocess.Popen(  # noqa: S603 - this very program
                command(),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                cwd=Path(sys.executable).anchor or None,
                env=_environment(),
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )
        except OSError as error:
            raise StartError(error.strerror or "not enough room") from None

    @property
    def pid(self) -> int:
        """Return the process's number."""
        return self._process.pid

    def ask(self, frames: tuple[bytes, ...], until: float, still: Callable[[], None]) -> Answer:
        """Return the answer to a task; raises :class:`GoneError`, and what ``still`` raises, with the process ended.

        ``until`` is a time of the monotonic clock. The pipes are used on another thread, for no system can wait for
        a pipe, a clock and a wish to stop at once in the same way.
        """
        got = _Exchange(self._pipes(), frames)
        try:
            got.start()
            late = False
            while not (late or got.wait(min(_LOOK_EVERY, until - time.monotonic()))):
                still()
                late = time.monotonic() >= until
        except BaseException:
            self.end()
            raise
        if late:
            self.end()
            raise GoneError(Gone.LATE)
        if got.answer is None:
            raise GoneError(self._why())
        return got.answer

    def end(self) -> None:
        """End the process and forget it."""
        self._process.kill()
        self._process.wait()
        for pipe in self._pipes():
            try:
                pipe.close()
            except OSError:
                continue  # what was not written yet has nowhere to go

    def _pipes(self) -> tuple[IO[bytes], IO[bytes]]:
        stdin, stdout = self._process.stdin, self._process.stdout
        assert stdin is not None  # noqa: S101 - both were asked for
        assert stdout is not None  # noqa: S101 - as above
        return stdin, stdout

    def _why(self) -> Gone:
        """Return why the process ended by itself, and see that it has."""
        code, most = self._ended()
        self.end()
        if sys.platform == "win32":
            return Gone.BROKEN
        if -code in (signal.SIGXCPU, signal.SIGALRM):
            return Gone.LATE
        # A library that gets no more memory gives up, also where it asked for all that was left at once.
        gave_up = -code == signal.SIGABRT and most > MEMORY // 2
        return Gone.FULL if gave_up or -code == signal.SIGKILL else Gone.BROKEN

    def _ended(self) -> tuple[int, int]:
        """Return how the process ended and the most memory it had, in bytes; 0 and 0 where it is there still."""
        if sys.platform != "linux":
            with suppress(subprocess.TimeoutExpired):
                return self._process.wait(_END_WITHIN), 0
            return 0, 0
        # Asked again and again: no one call waits for an end and a clock both and then tells of the memory.
        until = time.monotonic() + _END_WITHIN
        while time.monotonic() < until:
            try:
                pid, status, used = os.wait4(self.pid, os.WNOHANG)
            except ChildProcessError:  # somebody else has waited for it
                return self._process.wait(), 0
            if pid:
                self._process.returncode = os.waitstatus_to_exitcode(status)
                return self._process.returncode, used.ru_maxrss * 1024
            time.sleep(_LOOK_AGAIN)
        return 0, 0


class _Exchange(threading.Thread):
    """Sends a task and waits for its answer, None where none comes."""

    def __init__(self, pipes: tuple[IO[bytes], IO[bytes]], frames: tuple[bytes, ...]) -> None:
        super().__init__(name="reading apart", daemon=True)
        self._pipes, self._frames = pipes, frames
        self._over = threading.Event()
        self.answer: Answer | None = None

    def run(self) -> None:
        from core.ingest.messages import MAX_ANSWER, BadAnswerError, answer_of, receive, send  # noqa: PLC0415 - late

        try:
            send(self._pipes[0], *self._frames)
            frame = receive(self._pipes[1], MAX_ANSWER)
            self.answer = None if frame is None else answer_of(frame)
        except (OSError, ValueError, BadAnswerError):
            self.answer = None  # the process has gone, or was ended
        finally:
            self._over.set()

    def wait(self, seconds: float) -> bool:
        """Return whether it is over, after some seconds at most."""
        return self._over.wait(max(0.0, seconds))


_idle: list[Child] = []
_lock = threading.Lock()


def kept() -> Child | None:
    """Return a process that waits for a file, which is then the caller's alone."""
    with _lock:
        return _idle.pop() if _idle else None


def keep(child: Child) -> None:
    """Keep a process for the next file; what is too many ends."""
    with _lock:
        surplus = len(_idle) >= _MOST_IDLE
        if not surplus:
            _idle.append(child)
    if surplus:
        child.end()


@atexit.register
def end_all() -> None:
    """End every process that waits."""
    while child := kept():
        child.end()


def command() -> list[str]:
    """Return how such a process is started."""
    if getattr(sys, "frozen", False):
        return [sys.executable, READ_ARTICLES]
    # Neither the environment nor the folder that the program was started in says where modules come from, but the
    # folders that this process has them from.
    own = str(Path(core.__file__).resolve().parent.parent)
    folders = [str(Path(folder).resolve()) for folder in sys.path if folder]
    return [sys.executable, "-I", "-S", "-B", "-X", "utf8", "-c", _START, *dict.fromkeys([*folders, own])]


def _environment() -> dict[str, str]:
    """Return what a process may know of its surroundings: no names, folders, languages or settings of the editor's."""
    return {name: value for name, value in os.environ.items() if name in _KEPT or name.startswith(_PACKAGED)}
