"""Work off the main thread, in one idiom: the newest request wins and nothing arrives after a cancel.

A :class:`Lane` runs one piece of work at a time on its own thread. Work is a function of a
:class:`~core.progress.Progress`; it gets snapshots, never widgets or models. Everything it reports is queued to the
main thread and checked there against the number of the newest request, so what a cancelled or overtaken run still
sends is dropped. Three ends exist: ``succeeded``, ``failed`` and ``stopped``. A window that is closed waits for its
threads (:meth:`Lane.shutdown`), a dialog does not (:meth:`Lane.leave`).
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from enum import Enum, auto
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal, Slot

from core import faults
from core.errors import CognateError
from core.progress import Cancelled, Progress
from desktop.language import tr

_REPORT_EVERY_SECONDS = 0.03
_log = logging.getLogger(__name__)

Work = Callable[[Progress], object]


class _Kind(Enum):
    PROGRESS = auto()
    TOLD = auto()
    END = auto()


@dataclass(frozen=True, slots=True)
class _Report:
    """What crosses from the worker to the main thread."""

    generation: int
    kind: _Kind
    stage: str = ""
    done: float = 0.0
    result: object = None
    error: BaseException | None = None
    stopped: bool = False


class _JobProgress:
    """Hand progress on, at most some thirty times a second, and raise where the run is to stop."""

    def __init__(self, send: Callable[[str, float], None], wanted_stop: threading.Event) -> None:
        self._send, self._wanted_stop = send, wanted_stop
        self._stage, self._sent_at = "", 0.0

    def step(self, stage: str, done: float) -> None:
        """Report; raises :class:`Cancelled` when a stop was asked for."""
        if self._wanted_stop.is_set():
            raise Cancelled
        now = time.monotonic()
        if stage != self._stage or now - self._sent_at >= _REPORT_EVERY_SECONDS:
            self._stage, self._sent_at = stage, now
            self._send(stage, min(1.0, max(0.0, done)))


class Lane(QObject):
    """One worker thread for one kind of work."""

    started = Signal()
    progressed = Signal(str, float)
    """Stage, in words for people, and the share done (0 … 1)."""
    told = Signal(object)
    """Something that is done before the whole is; see :meth:`telling`."""
    succeeded = Signal(object)
    failed = Signal(object)
    """A :class:`CognateError`."""
    stopped = Signal(object)
    """After :meth:`stop`: what the work gave back when it was told to end, or None."""
    ended = Signal()
    """After any of the ends, and after a cancel."""

    _reported = Signal(object)

    def __init__(self, name: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix=name)
        self._generation = 0
        self._running = False
        self._shut = False
        self._unfinished = 0
        """Requests whose work may still run on the thread, overtaken and cancelled ones among them."""
        self._stop = threading.Event()
        self._reported.connect(self._on_report, Qt.ConnectionType.QueuedConnection)

    @property
    def running(self) -> bool:
        """Return whether a request is on its way whose end has not arrived."""
        return self._running

    def telling(self) -> Callable[[object], None]:
        """Return what the work that is started next can tell things with as it goes; they arrive as :attr:`told`."""
        generation = self._generation + 1
        return lambda thing: self._reported.emit(_Report(generation, _Kind.TOLD, result=thing))

    def start(self, work: Work) -> None:
        """Run ``work``; whatever ran before is overtaken and will not arrive. After :meth:`shutdown` nothing runs."""
        if self._shut:
            return
        self._stop.set()
        self._generation += 1
        self._stop = threading.Event()
        self._running = True
        self.started.emit()
        self._unfinished += 1
        generation, stop = self._generation, self._stop
        progress = _JobProgress(
            lambda stage, done: self._reported.emit(_Report(generation, _Kind.PROGRESS, stage, done)), stop
        )
        future = self._pool.submit(_run, work, progress, stop)
        future.add_done_callback(lambda f: self._reported.emit(_end_report(f, generation, stop)))

    def stop(self) -> None:
        """Ask the work to end soon and keep what it has; ``stopped`` follows."""
        self._stop.set()

    def cancel(self) -> None:
        """End at once: nothing of the running request arrives any more."""
        if not self._running:
            return
        self._stop.set()
        self._generation += 1
        self._running = False
        self.ended.emit()

    def shutdown(self) -> None:
        """Cancel and wait for the thread; for closing the window."""
        self.cancel()
        self._shut = True  # a window that was closed may still take in what changed while it did
        self._generation += 1
        self._pool.shutdown(wait=True, cancel_futures=True)

    def leave(self) -> None:
        """Cancel and go, though the thread may still wait for a slow disk; for closing a dialog.

        Nothing arrives any more and nothing is waited for. The lane outlives what it belonged to until its work ends.
        """
        if self._shut:
            return
        self.cancel()
        self._shut = True
        self._generation += 1
        if self._unfinished:
            self.setParent(None)
            _left.add(self)
            self.destroyed.connect(partial(_left.discard, self))  # not before, else a worker might destroy it
        self._pool.shutdown(wait=False, cancel_futures=True)

    @Slot(object)
    def _on_report(self, report: _Report) -> None:
        if report.kind is _Kind.END:
            self._unfinished -= 1
            if not self._unfinished and self in _left:
                self.deleteLater()
        if report.generation != self._generation:
            return
        if report.kind is _Kind.PROGRESS:
            self.progressed.emit(report.stage, report.done)
            return
        if report.kind is _Kind.TOLD:
            self.told.emit(report.result)
            return
        self._running = False
        self.ended.emit()
        if report.stopped:
            self.stopped.emit(report.result)
        elif report.error is None:
            self.succeeded.emit(report.result)
        else:
            self.failed.emit(_for_people(report.error))


_left: set[Lane] = set()
"""Lanes that were left while work still ran on their threads, which reports to them until it ends."""


def _run(work: Work, progress: Progress, stop: threading.Event) -> object:
    if stop.is_set():
        raise Cancelled
    return work(progress)


def _end_report(future: Future[object], generation: int, stop: threading.Event) -> _Report:
    if future.cancelled():
        return _Report(generation, _Kind.END, stopped=True)
    error = future.exception()
    if error is None:
        return _Report(generation, _Kind.END, result=future.result(), stopped=stop.is_set())
    return _Report(generation, _Kind.END, error=error, stopped=isinstance(error, Cancelled))


def _for_people(error: BaseException) -> CognateError:
    """Return the error itself where it speaks to people, else one that says that the fault is ours."""
    if isinstance(error, CognateError):
        return error
    _log.error("unexpected failure in a worker: %s", faults.described(error))
    return CognateError(
        tr("Cognate stopped this step because of a fault of its own ({fault}).").format(fault=faults.short(error)),
        tr("Your files are unchanged. Try again; if it happens again, report it with this sentence."),
    )
