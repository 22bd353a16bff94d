"""What is told to people on standard error: progress, and what went wrong. Never on standard output."""

from __future__ import annotations

import os
import shutil
import sys
import time
from types import TracebackType
from typing import Self

from core.report.sanitise import BREAK, clean

_AT_MOST_EVERY = 0.1
_START_OF_LINE = "\r\x1b[K"


def plain(text: str) -> str:
    """Return the text on one line with every control character made visible, so that it cannot steer a terminal."""
    return clean(text).replace(BREAK, "")


def tell(words: object) -> None:
    """Print one line for people."""
    sys.stderr.write(f"cognate: {plain(str(words))}\n")
    sys.stderr.flush()


class TerminalProgress:
    """Progress as one line that is written over and wiped in the end; silent where nobody watches.

    Args:
        beside: the target of lines that are written meanwhile. Where they go to the terminal, they are the progress.
    """

    def __init__(self, beside: str | None = os.devnull) -> None:
        crowded = beside in (None, "-") and sys.stdout.isatty()
        self._watched = sys.stderr.isatty() and os.environ.get("TERM") != "dumb" and not crowded
        self._last = 0.0
        self._shown = False

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.wipe()

    def step(self, stage: str, done: float) -> None:
        """Show the stage and how much of the whole is done."""
        self.show(f"{stage} … {done:.0%}")

    def show(self, words: str) -> None:
        """Show some words instead of the last ones, a few times a second at most."""
        now = time.monotonic()
        if not self._watched or now - self._last < _AT_MOST_EVERY:
            return
        self._last = now
        width = shutil.get_terminal_size().columns - 1
        sys.stderr.write(_START_OF_LINE + plain(words)[:width])
        sys.stderr.flush()
        self._shown = True

    def wipe(self) -> None:
        """Take the line away, before something else is printed."""
        if self._shown:
            sys.stderr.write(_START_OF_LINE)
            sys.stderr.flush()
            self._shown = False
