"""``cognate [FILES]``: hand over to the desktop."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from importlib import import_module


def run(files: Sequence[str]) -> int:
    """Open the desktop with the files and return its exit code: 2 where there is no display."""
    # By name and only now: the engine must load, and be packaged, without Qt. The desktop knows the engine;
    # this one door is all that the engine knows of the desktop.
    opened: Callable[[Sequence[str]], int] = import_module("desktop.__main__").main
    return opened(files)
