"""Progress and cancelling, handed down as an argument with a do-nothing default."""

from __future__ import annotations

from typing import Protocol


class Cancelled(Exception):  # noqa: N818 - a wish of the user, not an error
    """The user asked to stop; raised by :meth:`Progress.step`."""


class Progress(Protocol):
    """What a long run reports to."""

    def step(self, stage: str, done: float) -> None:
        """Tell that ``done`` (0 … 1) of the whole is finished; ``stage`` is a phrase for people.

        Raises :class:`Cancelled` when the run is to stop.
        """


class NoProgress:
    """Hear nothing, never cancel."""

    def step(self, stage: str, done: float) -> None:
        """Ignore the report."""


class PartOf:
    """Map a stage's own 0 … 1 onto ``[start, end]`` of the whole."""

    def __init__(self, whole: Progress, start: float, end: float) -> None:
        self._whole, self._start, self._end = whole, start, end

    def step(self, stage: str, done: float) -> None:
        """Report ``done`` of this part as its share of the whole."""
        self._whole.step(stage, self._start + (self._end - self._start) * done)
