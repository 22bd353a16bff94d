"""Reading articles on a lane of its own; what was read before a cancel is kept.

A request that comes while others are read is read with them, for the newest wins.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from core.model import Article
from core.progress import Progress
from desktop.engine import Engine
from desktop.intake import Arrived, FileState, FileStatus, Intake, Source, case_name, read_sources
from desktop.jobs import Lane
from desktop.readying import counted, numbered


class Reading(QObject):
    """What is being read, and how far it is."""

    told = Signal(object)
    """A :class:`FileState`."""

    def __init__(self, engine: Engine, parent: QObject) -> None:
        super().__init__(parent)
        self.lane = Lane("read", self)
        self._engine = engine
        self._first = 0
        self._queue: tuple[Source, ...] = ()
        self._arrived: list[Article] = []
        self._states: dict[int, FileState] = {}
        self.lane.told.connect(self._on_told)

    def work(self, sources: Sequence[Source], present: Sequence[Article], first: int) -> Callable[[Progress], Intake]:
        """Return what reads these too, to be started at once; ``first`` is the place of the first of a new request."""
        if not self.lane.running:
            self._first = first
        self._queue = (*self._queue, *sources)
        self._forget()
        queue, engine, place, tell = self._queue, self._engine, self._first, self.lane.telling()

        def read(progress: Progress) -> Intake:
            intake = read_sources(queue, present, engine, progress, tell, place)
            return replace(intake, articles=tuple(counted(numbered(intake.articles, len(present)))))

        return read

    def end(self) -> None:
        """Take in that all was read, or that it failed as a whole."""
        self._queue = ()
        self._forget()

    def stop(self) -> tuple[Intake, int]:
        """End the reading; return what was read until now, and how many files are left."""
        errors = [state.error for state in self._states.values() if state.error is not None]
        open_ones = (FileStatus.WAITING, FileStatus.READING)
        left = sum(state.status in open_ones for state in self._states.values())
        kept = Intake(tuple(self._arrived), tuple(errors), case_name(self._queue))
        self.end()
        self.lane.cancel()
        return kept, left

    def _forget(self) -> None:
        self._arrived, self._states = [], {}

    def _on_told(self, thing: FileState | Arrived) -> None:
        if isinstance(thing, Arrived):
            self._arrived.append(thing.article)
            return
        self._states[thing.place] = thing
        self.told.emit(thing)
