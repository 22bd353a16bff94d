"""What the window has done for it: reading, comparing, exporting, each on its own lane.

Holds the session and changes it only on the main thread, from results; no widgets in here.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from core.errors import CognateError
from core.model import Analysis, Article, Severity, article_letter
from core.progress import Progress
from core.report.phrases import some
from desktop.engine import Engine
from desktop.intake import Intake, Source, read_sources
from desktop.jobs import Lane
from desktop.message import Message, failure
from desktop.session import Session

_ENOUGH_TO_COMPARE = 2


@dataclass(frozen=True, slots=True)
class Written:
    """A report that was written."""

    path: Path
    missing: str = ""
    """That pairs are not in it, where that is so."""


class Work(QObject):
    """The case and the jobs on it."""

    changed = Signal()
    """The session, or whether something runs, is not what it was."""
    progressed = Signal(str, float)
    idle = Signal()
    said = Signal(object)
    """A :class:`Message`."""
    exported = Signal(object)
    """A :class:`Written`."""
    withdrawn = Signal(str)
    """A topic whose message no longer holds."""

    def __init__(self, engine: Engine, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.session = Session()
        self._engine = engine
        self._queue: tuple[Source, ...] = ()
        self._reading, self._comparing, self._writing = (Lane(name, self) for name in ("read", "compare", "export"))
        self._shown = self._reading
        for lane in self._lanes:
            lane.progressed.connect(lambda stage, done, lane=lane: self._on_progress(lane, stage, done))
            lane.ended.connect(self._on_end)
        self._reading.succeeded.connect(self._on_read)
        self._reading.failed.connect(lambda error: self._on_failure(error, "read"))
        self._comparing.succeeded.connect(self._on_analysis)
        self._comparing.stopped.connect(self._on_comparison_stopped)
        self._comparing.failed.connect(lambda error: self._on_failure(error, "compare"))
        self._writing.succeeded.connect(self.exported)
        self._writing.stopped.connect(self._on_writing_stopped)
        self._writing.failed.connect(lambda error: self._on_failure(error, "export"))

    @property
    def _lanes(self) -> tuple[Lane, Lane, Lane]:
        return self._reading, self._comparing, self._writing

    @property
    def busy(self) -> bool:
        """Return whether anything runs."""
        return any(lane.running for lane in self._lanes)

    @property
    def comparing(self) -> bool:
        """Return whether a comparison runs."""
        return self._comparing.running

    @property
    def can_export(self) -> bool:
        """Return whether there is something to report and nothing is being written."""
        analysis = self.session.analysis
        return analysis is not None and bool(analysis.pairs) and not self._writing.running

    @property
    def can_compare(self) -> bool:
        """Return whether a comparison would tell something new."""
        return self.session.stale and not self._comparing.running

    def add(self, sources: Sequence[Source]) -> None:
        """Read these; a request that is still being read is read with it, for the newest wins."""
        if not sources:
            return
        self._queue = (*self._queue, *sources)
        queue, present, engine = self._queue, self.session.articles, self._engine
        self._begin(self._reading, lambda progress: read_sources(queue, present, engine, progress))

    def remove(self, article_id: str) -> None:
        """Take an article out and compare the rest; a message offers to put it back."""
        ids = [a.id for a in self.session.articles]
        if article_id not in ids:
            return
        place = ids.index(article_id)
        article = self.session.article(article_id)
        self._comparing.cancel()
        self.session.remove(article_id)
        text = f"Article {article_letter(place)}, “{article.title}”, was taken out of the case."
        file = "Its file is unchanged." if article.document.path else ""
        letters = "The letters of the others moved up." if place < len(self.session.articles) else ""
        remedy = f"{file} {letters}".strip()
        back = Message(text, remedy, Severity.LOW, "Put back", lambda: self._put_back(article, place), "removed")
        self.said.emit(back)
        self._settle()

    def _put_back(self, article: Article, place: int) -> None:
        self._comparing.cancel()
        self.session.insert(place, article)
        self.withdrawn.emit("removed")
        self._settle()

    def _settle(self) -> None:
        """Compare what there is now, or show that there is nothing to compare."""
        if len(self.session.articles) >= _ENOUGH_TO_COMPARE:
            self.compare()
        self.changed.emit()

    def compare(self) -> None:
        """Compare all articles of the case."""
        documents = tuple(article.document for article in self.session.articles)
        engine, subject = self._engine, self.session.reviewed
        self.withdrawn.emit("compare")
        self.session.show_any()
        self._begin(self._comparing, lambda progress: engine.analyse(documents, progress, subject))

    def review(self, article_id: str) -> None:
        """Put an article under review and compare again."""
        if self.session.can_review(article_id):
            self.session.review(article_id)
            self.compare()

    def export(self, path: Path) -> None:
        """Write the report to ``path``."""
        analysis, title, engine = self.session.analysis, self.session.title, self._engine
        if analysis is None:
            return

        def write(progress: Progress) -> Written:
            progress.step("Writing the report", 0.0)
            engine.export_pdf(analysis, path, title)
            return Written(path, _missing_pairs(analysis))

        self.withdrawn.emit("export")
        self._begin(self._writing, write)

    def cancel(self) -> None:
        """Stop what the progress bar shows."""
        if self._shown is self._reading:
            self._queue = ()
            self._reading.cancel()
        else:
            self._shown.stop()

    def shutdown(self) -> None:
        """Cancel everything, then wait for the threads."""
        for lane in self._lanes:
            lane.cancel()
        for lane in self._lanes:
            lane.shutdown()

    def _begin(self, lane: Lane, work: Callable[[Progress], object]) -> None:
        self._shown = lane
        lane.start(work)
        self.progressed.emit("Starting", 0.0)
        self.changed.emit()

    def _on_progress(self, lane: Lane, stage: str, done: float) -> None:
        self._shown = lane
        self.progressed.emit(stage, done)

    def _on_end(self) -> None:
        running = [lane for lane in self._lanes if lane.running]
        if running:
            self._shown = running[0]
        else:
            self.idle.emit()
        self.changed.emit()

    def _on_failure(self, error: CognateError, topic: str) -> None:
        if topic == "read":
            self._queue = ()
        self.said.emit(failure(error, topic))

    def _on_read(self, intake: Intake) -> None:
        self._queue = ()
        for error in reversed(intake.errors):
            self.said.emit(failure(error))
        if intake.articles:
            self.session.add(intake.articles, intake.name)
            self._settle()

    def _on_analysis(self, analysis: Analysis) -> None:
        self.session.set_analysis(analysis)
        self.changed.emit()

    def _on_comparison_stopped(self, analysis: Analysis | None) -> None:
        if analysis is not None and analysis.complete:
            self._on_analysis(analysis)
            return
        kept = "The articles stay in the case."
        if analysis is not None and analysis.pairs:
            self.session.set_analysis(analysis)
            kept = f"{_pairs_done(analysis)} are compared; a report holds only those."
        self.said.emit(
            Message("The comparison was stopped.", kept, Severity.LOW, "Compare again", self.compare, "compare")
        )
        self.changed.emit()

    def _on_writing_stopped(self, written: Written | None) -> None:
        if written is not None:  # the wish to stop came too late
            self.exported.emit(written)
            return
        self.said.emit(Message("The export was stopped.", "No report was written.", Severity.LOW, topic="export"))


def _pairs_done(analysis: Analysis) -> str:
    """Return how many of all pairs are compared: ``1 of 3 pairs``."""
    count = len(analysis.articles)
    return f"{len(analysis.pairs)} of {some(count * (count - 1) // 2, 'pair')}"


def _missing_pairs(analysis: Analysis) -> str:
    return "" if analysis.complete else f"The comparison was stopped: {_pairs_done(analysis)} are in the report."
