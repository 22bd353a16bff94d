"""What the window has done for it: reading, comparing, exporting, each on its own lane.

Holds the session and changes it only on the main thread, from results; no widgets in here.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal

from core.case.contents import CaseContents
from core.case.review import FindingKey
from core.errors import CognateError
from core.model import Analysis, Article, Severity
from core.options import Options
from core.progress import Progress
from core.report.options import ReportOptions
from core.report.phrases import some
from desktop.engine import Engine, Wishes
from desktop.intake import FileState, Intake, Source, read_sources
from desktop.jobs import Lane
from desktop.message import Message, failure
from desktop.readying import ready, uncollected
from desktop.session import Session

_ENOUGH_TO_COMPARE = 2


@dataclass(frozen=True, slots=True)
class Written:
    """A report that was written."""

    path: Path
    missing: str = ""
    """That pairs are not in it, where that is so."""


@dataclass(frozen=True, slots=True)
class Restored:
    """A saved case whose texts were read."""

    articles: tuple[Article, ...]
    contents: CaseContents


@dataclass(frozen=True, slots=True)
class Reread:
    """An article before and after its file was read again."""

    before: Article
    now: Article


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
    articles_changed = Signal()
    """Articles came, went, moved, or are called or meant otherwise."""
    analysis_changed = Signal()
    """There is another analysis, or none any more."""
    file_told = Signal(object)
    """A :class:`FileState` of a reading that runs."""
    reading_began = Signal()
    restored = Signal(object)
    """The :class:`CaseContents` that the session shows now."""

    _told = Signal(int, object)

    def __init__(self, engine: Engine, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._reads = self._first = 0
        self._told.connect(self._on_told, Qt.ConnectionType.QueuedConnection)
        self.session = Session()
        self.options = Options()
        """The thresholds that comparisons to come use."""
        self._engine = engine
        self._queue: tuple[Source, ...] = ()
        names = ("read", "compare", "export", "count", "restore")
        self._reading, self._comparing, self._writing, self._counting, self._restoring = (
            Lane(name, self) for name in names
        )
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
        self._counting.succeeded.connect(self._on_analysis)
        self._counting.failed.connect(lambda error: self._on_failure(error, "count"))
        self._restoring.succeeded.connect(self._on_restored)
        self._restoring.failed.connect(lambda error: self._on_failure(error, "open"))

    @property
    def _lanes(self) -> tuple[Lane, ...]:
        return self._reading, self._comparing, self._writing, self._counting, self._restoring

    def wishes(self) -> Wishes:
        """Return how the case is to be compared and counted now."""
        session = self.session
        return Wishes(self.options, session.exclusions, session.reviewed, session.licensed)

    @property
    def engine(self) -> Engine:
        """Return what does the work; call it on a worker only."""
        return self._engine

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

    def add(self, sources: Sequence[Source], first: int = 0) -> None:
        """Read these; a request that is still being read is read with it, for the newest wins.

        ``first`` is the place from which :attr:`file_told` counts the files.
        """
        if not sources:
            return
        if not self._reading.running:
            self._first = first
        self._queue, self._reads = (*self._queue, *sources), self._reads + 1
        queue, present, engine = self._queue, self.session.articles, self._engine
        number, place = self._reads, self._first

        def tell(state: FileState) -> None:
            self._told.emit(number, state)

        self.reading_began.emit()
        self._begin(self._reading, lambda progress: read_sources(queue, present, engine, progress, tell, place))

    def _on_told(self, number: int, state: FileState) -> None:
        if number == self._reads and self._reading.running:  # nothing of a cancelled or overtaken run
            self.file_told.emit(state)

    def stop_comparing(self) -> None:
        """Drop the comparison that runs: its articles are not those of the case any more."""
        self._comparing.cancel()

    def recount(self) -> None:
        """Count the scores anew; a comparison that runs does so anyway."""
        analysis, wishes, engine = self.session.analysis, self.wishes(), self._engine
        if analysis is not None and not self._comparing.running:
            self._begin(self._counting, lambda _: ready(engine.recount(analysis, wishes)))

    def set_by_hand(self, links: Mapping[FindingKey, bool]) -> None:
        """Put links by hand in or out of the analysis on screen."""
        analysis, wishes, engine = self.session.analysis, self.wishes(), self._engine
        if analysis is not None and not self._comparing.running:
            self._begin(self._counting, lambda _: ready(engine.set_by_hand(analysis, links, wishes)))

    def restore(self, contents: CaseContents) -> None:
        """Show a saved case; texts without an analysis are read again first."""
        for lane in self._lanes:
            lane.cancel()
        self._queue = ()
        engine = self._engine

        def work(progress: Progress) -> Restored:
            known = {a.id: a for a in contents.analysis.articles} if contents.analysis else {}
            articles: list[Article] = []
            for done, saved in enumerate(contents.articles):
                progress.step("Opening the case", done / len(contents.articles))
                found = known.get(saved.id) or engine.segment(saved.document)
                articles.append(replace(found, id=saved.id, title=saved.title))
            if contents.analysis is not None:
                ready(contents.analysis)
            return Restored(tuple(articles), contents)

        self._begin(self._restoring, work)

    def reread(self, article_id: str) -> None:
        """Read an article's file again, and compare if it changed."""
        before = self.session.article(article_id)
        path, engine = Path(before.document.path), self._engine
        if before.document.path:
            self._begin(self._reading, lambda _: Reread(before, engine.read(path)))

    def settle(self, analysis: Analysis | None = None) -> None:
        """Compare what there is now, unless this analysis is of it, or show that there is nothing to compare."""
        self.articles_changed.emit()
        sha256 = [a.document.sha256 for a in self.session.articles]
        if analysis is not None and [a.document.sha256 for a in analysis.articles] == sha256:
            self._on_analysis(analysis)
        elif len(self.session.articles) >= _ENOUGH_TO_COMPARE:
            self.compare()
        else:
            self.analysis_changed.emit()
        self.changed.emit()

    def compare(self) -> None:
        """Compare all articles of the case."""
        documents = tuple(article.document for article in self.session.articles)
        engine, wishes = self._engine, self.wishes()
        by_hand = self.session.review_state.set_by_hand
        self.withdrawn.emit("compare")
        self.session.show_any()
        self._counting.cancel()

        def work(progress: Progress) -> Analysis:
            analysis = engine.analyse(documents, progress, wishes)
            return ready(engine.set_by_hand(analysis, by_hand, wishes) if by_hand and analysis.complete else analysis)

        self._begin(self._comparing, work)

    def review(self, article_id: str) -> None:
        """Put an article under review and compare again."""
        if self.session.can_review(article_id):
            self.session.review(article_id)
            self.compare()

    def export(self, path: Path, options: ReportOptions | None = None) -> None:
        """Write the report to ``path``."""
        analysis, title, engine = self.session.analysis, self.session.title, self._engine
        review = self.session.review_state
        if analysis is None:
            return

        def write(progress: Progress) -> Written:
            progress.step("Writing the report", 0.0)
            engine.export_pdf(analysis, path, title, options, review)
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
        def undisturbed(progress: Progress) -> object:
            with uncollected():
                return work(progress)

        self._shown = lane
        lane.start(undisturbed)
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

    def _on_read(self, intake: Intake | Reread) -> None:
        if isinstance(intake, Reread):
            self._on_reread(intake)
            return
        self._queue = ()
        for error in reversed(intake.errors):
            self.said.emit(failure(error))
        if intake.errors:
            self.session.problems = (*self.session.problems, *intake.errors)
        if intake.articles:
            self.session.add(intake.articles, intake.name)
            self.settle()

    def _on_reread(self, reread: Reread) -> None:
        ids = [a.id for a in self.session.articles if a.document is reread.before.document]
        if not ids:
            return
        if reread.now.document.sha256 == reread.before.document.sha256:
            self.said.emit(Message("The file has not changed.", severity=Severity.LOW, topic="reread"))
            return
        self._comparing.cancel()
        self.session.exchange(ids[0], reread.now)
        self.settle()

    def _on_restored(self, restored: Restored) -> None:
        contents = restored.contents
        self.session.load(restored.articles, contents)
        self.restored.emit(contents)
        if contents.outdated or (contents.analysis is None and len(self.session.articles) >= _ENOUGH_TO_COMPARE):
            self.compare()
        self.changed.emit()

    def _on_analysis(self, analysis: Analysis) -> None:
        self.session.set_analysis(analysis)
        self.analysis_changed.emit()
        self.changed.emit()

    def _on_comparison_stopped(self, analysis: Analysis | None) -> None:
        if analysis is not None and analysis.complete:
            self._on_analysis(analysis)
            return
        kept = "The articles stay in the case."
        if analysis is not None and analysis.pairs:
            self.session.set_analysis(analysis)
            self.analysis_changed.emit()
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
