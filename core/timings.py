"""Seconds that each stage of a run took by itself, handed down as an argument as progress is.

A stage that is entered inside another one stops that one's clock: the encoder may be asked from anywhere, and its time
is still its own. So the stages add up to the time that was spent in any of them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from enum import StrEnum
from time import perf_counter


class Stage(StrEnum):
    """A part of a run, in the order of the journey; the value is what people read."""

    READING = "reading"
    SENTENCES = "sentences"
    LOADING = "loading the encoder"
    ENCODING = "encoding"
    EVIDENCE = "evidence"
    """Comparing every sentence with every other, by wording and by vectors."""
    LINKING = "linking"
    WORDS = "words"
    DIVERGENCES = "divergences"
    LEDGERS = "ledgers"
    """Direction and credit too."""
    WRITING = "writing"


Seconds = Mapping[Stage, float]


class Timings:
    """Clocks of the stages, of which one runs at a time. For one thread."""

    def __init__(self, clock: Callable[[], float] = perf_counter) -> None:
        self._clock = clock
        self._seconds: defaultdict[Stage, float] = defaultdict(float)
        self._open: list[Stage] = []
        self._since = 0.0

    @contextmanager
    def stage(self, stage: Stage) -> Iterator[None]:
        """Let the clock of a stage run while this is open, but for stages that are entered meanwhile."""
        self._charge()
        self._open.append(stage)
        try:
            yield
        finally:
            self._charge()
            self._open.pop()

    def take(self) -> Seconds:
        """Return the seconds since they were last taken, and begin anew."""
        self._charge()
        taken, self._seconds = self._seconds, defaultdict(float)
        return dict(taken)

    def _charge(self) -> None:
        """Give the time since the last change to the stage that was running."""
        now = self._clock()
        if self._open:
            self._seconds[self._open[-1]] += now - self._since
        self._since = now
