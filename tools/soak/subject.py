"""What can be tried again and again: one thing that has to hold, with a number for each try, so that it comes again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

Attempt = Callable[[int, Path], str]
"""One try with a seed, in an empty folder of its own; returns what came of it, in a word or two, to be counted."""


class BrokenError(AssertionError):
    """What has to hold does not."""


@dataclass(frozen=True)
class Subject:
    """One thing to try. A module of ``tools/soak/subjects`` names its own in ``SUBJECTS``.

    Args:
        name: as it is named on the command line.
        about: what has to hold, in a line.
        attempt: one try; raises :class:`BrokenError`, or anything else, where it does not hold.
        counted: whether a number of tries is enough (``--times``), or it goes on as long as there is time
            (``--minutes``).
        close: lets go of what the tries shared; called once at the end.
    """

    name: str
    about: str
    attempt: Attempt
    counted: bool = False
    close: Callable[[], None] = lambda: None
