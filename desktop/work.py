"""What the window has done for it: reading, comparing, exporting, each on its own lane.

Holds the session and changes it only on the main thread, from results; no widgets in here.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from core.case.contents import CaseContents
from core.errors import CognateError
from core.model import Severity
from core.once import forget_others
from core.options import Options
from core.progress import Progress
from desktop.engine import Engine, Made, Wishes
from desktop.intake import Intake, Source
from desktop.jobs import Lane
from desktop.language import tr
from desktop.message import Message, failure
from desktop.outcomes import (
    Kept,
    Reread,
    Restored,
    comparison_stopped,
    read_again,
    reading_left,
    reading_stopped,
    restored,
    texts_of,
)
from desktop.pairs import first_pair
from desktop.reading import Reading
from desktop.readying import lay_aside, ready, warm
from desktop.session import Session
from desktop.sweeping import Sweeper

if TYPE_CHECKING:
    from desktop.exports import Exported, Order

_ENOUGH_TO_COMPARE = 2
_WARM_AFTER_MS = 400
"""When what was opened is on screen: loading more would hold that up."""


class Work(QObject):
    """The case and the jobs on it."""

    changed = Signal()
    """The session, or whether something runs, is not what it was."""
    progressed = Signal(str, float)
    idle = Signal()
    ending = Signal()
    """Whatever still works for the window is to end now."""
    said = Signal(object)
    """A :class:`Message`."""
    exported = Signal(object)
    """An :class:`Exported`."""
    export_failed = Signal(object)
    """A :class:`CognateError`: there is no report to write."""
    target_done = Signal(object)
    """The :class:`~desktop.exports.Outcome` of one target of an export that runs."""
    withdrawn = Signal(str)
    """A topic whose message no longer holds."""
    articles_changed = Signal()
    """Articles came, went, moved, or are called or meant otherwise."""
    analysis_changed = Signal()
    """There is another analysis, or none any more."""
    file_told = Signal(object)
    """A :class:`FileState` of a reading that runs."""
    reading_began = Signal()
    read = Signal(object)
    """The :class:`Intake` that came of reading, also where it was stopped."""
    not_read = Signal(object)
    """The :class:`ArticleError` of each file that was not added, as a tuple."""
    exchanged = Signal(object, object)
    """An article, and what it is now that its file was read again."""
    restore_failed = Signal()
    restored = Signal(object)
    """The :class:`CaseContents` that the session shows now."""

    def __init__(self, engine: Engine, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.session = Session()
        self.options = Options()
        """The thresholds that comparisons to come use."""
        self._engine = engine
        self._made: Made | None = None
        self._files = Reading(engine, self)
        self._reading = self._files.lane
        self._comparing, self._writing = (Lane(name, self) for name in ("compare", "export"))
        self._counting, self._rereading, self._restoring = (Lane(name, self) for name in ("count", "reread", "restore"))
        self._warming = Lane("warm", self)  # nobody waits for it, and nothing says that it runs
        self._warm_soon = QTimer(self, singleShot=True, interval=_WARM_AFTER_MS)
        self._warm_soon.timeout.connect(lambda: self._warming.start(partial(warm, self.session.analysis)))
        # A worker that was told to stop may keep what it found out about a closed case when all of that was let go.
        self._sweeper = Sweeper(lambda: self.busy, self, lambda: forget_others(self.session.articles))
        self._shown = self._reading
        for lane in self._lanes:
            lane.progressed.connect(lambda stage, done, lane=lane: self._on_progress(lane, stage, done))
            lane.ended.connect(self._on_end)
        self._files.told.connect(self.file_told)
        self._writing.told.connect(self.target_done)
        self._reading.succeeded.connect(self._on_read)
        self._reading.failed.connect(lambda error: self._on_failure(error, "read"))
        self._comparing.succeeded.connect(self._on_made)
        self._comparing.stopped.connect(self._on_comparison_stopped)
        self._comparing.failed.connect(lambda error: self._on_failure(error, "compare"))
        self._writing.succeeded.connect(self.exported)
        self._writing.stopped.connect(self._on_export_stopped)
        self._writing.failed.connect(self.export_failed)
        self._counting.succeeded.connect(self._on_made)
        self._counting.failed.connect(lambda error: self._on_failure(error, "count"))
        self._rereading.succeeded.connect(self._on_reread)
        self._rereading.failed.connect(lambda error: self._on_failure(error, "reread"))
        self._restoring.succeeded.connect(self._on_restored)
        self._restoring.failed.connect(self._on_restore_failed)

    @property
    def _lanes(self) -> tuple[Lane, ...]:
        first = self._reading, self._comparing, self._writing
        return *first, self._counting, self._rereading, self._restoring

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
    def exporting(self) -> bool:
        """Return whether a report is being written."""
        return self._writing.running

    @property
    def made(self) -> Made | None:
        """Return the newest analysis as it was made, with what it was made with."""
        return self._made

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
        self.withdrawn.emit("read")
        self.reading_began.emit()
        self._begin(self._reading, self._files.work(sources, self.session.articles, first))

    def leave(self) -> None:
        """Stop reading for this case, for another one is wanted; what was read stays, and what was not is told."""
        self._rereading.cancel()
        if self._reading.running:
            case = self.session.title
            kept, left = self._stop_reading()
            self.said.emit(reading_left(len(kept.articles), left, case))

    def _stop_reading(self) -> tuple[Intake, int]:
        """Take in what was read until now; return it, and how many files were not."""
        kept, left = self._files.stop()
        self._take_in(kept)
        if kept.articles:
            self.session.show_any()
            self.articles_changed.emit()
            self.changed.emit()
        return kept, left

    def stop_comparing(self) -> None:
        """Drop what runs on the articles: they are not those of the case any more."""
        self._comparing.cancel()
        self._counting.cancel()

    def follow_up(self) -> None:
        """Bring the analysis in line with what people want by now: links by hand, exclusions, thresholds.

        What was being compared or counted meanwhile did not know of it, so this is asked after each of both too.
        """
        analysis, made = self.session.analysis, self._made
        if analysis is None or made is None or self._comparing.running or self._counting.running:
            return
        wishes, by_hand = self.wishes(), dict(self.session.review_state.set_by_hand)
        view = self.session.chosen_view
        taken_back = any(by_hand.get(key) is not linked for key, linked in made.by_hand.items())
        if taken_back or not made.wishes.link_alike(wishes):
            self.compare()
        elif made.by_hand != by_hand or not made.wishes.count_alike(wishes):
            engine = self._engine

            def work(_: Progress) -> Made:
                linked = engine.set_by_hand(analysis, by_hand, wishes) if by_hand != made.by_hand else analysis
                counted_anew = engine.recount(linked, wishes)
                return Made(ready(counted_anew, first_pair(counted_anew, view)), wishes, by_hand)

            self._begin(self._counting, work)

    def restore(self, contents: CaseContents) -> None:
        """Show a saved case; texts without an analysis are read again first.

        What runs on the case before ends, but for its report: that is made of what was ordered, and is wanted still.
        """
        for lane in self._lanes:
            if lane is not self._writing:
                lane.cancel()
        self._files.end()
        engine = self._engine
        self._begin(self._restoring, lambda progress: restored(contents, engine, progress))

    def reread(self, article_id: str) -> None:
        """Read an article's file again, and compare if it changed."""
        before, mark = self.session.article(article_id), self.session.mark(article_id)
        engine = self._engine
        if before.document.path:
            self._begin(self._rereading, lambda progress: read_again(engine, mark, before, progress))

    def settle(self, made: Made | None = None, kept: Kept | None = None) -> None:
        """Compare what there is now but for what was kept, unless ``made`` is of it, or show that it is alone."""
        self.articles_changed.emit()
        texts = texts_of(self.session.articles)
        if made is not None and texts_of(made.analysis.articles) == texts:
            self._on_made(made)
        else:
            self.analysis_changed.emit()  # the last one does not hold any more, in the case's file neither
            if len(texts) >= _ENOUGH_TO_COMPARE:
                self.compare(kept)
        self.changed.emit()

    def compare(self, kept: Kept | None = None) -> None:
        """Compare all articles of the case, or take what was kept."""
        documents = tuple(article.document for article in self.session.articles)
        engine, wishes = self._engine, self.wishes()
        by_hand, view = dict(self.session.review_state.set_by_hand), self.session.chosen_view
        self.withdrawn.emit("compare")
        self.withdrawn.emit("read")
        self.session.show_any()
        self._counting.cancel()

        def work(progress: Progress) -> Made:
            analysis = engine.without(*kept, wishes) if kept else engine.analyse(documents, progress, wishes)
            if by_hand and analysis.complete:
                analysis = engine.set_by_hand(analysis, by_hand, wishes)
            return Made(ready(analysis, first_pair(analysis, view)), wishes, by_hand)

        self._begin(self._comparing, work)

    def export(self, order: Order) -> None:
        """Write a report; what comes of it is told by :attr:`target_done`, then :attr:`exported`."""
        from desktop.exports import export_all  # noqa: PLC0415 - loaded with the first report

        engine, tell = self._engine, self._writing.telling()
        self.withdrawn.emit("export")
        self._begin(self._writing, lambda progress: export_all(engine, order, progress, tell))

    def _on_export_stopped(self, exported: Exported | None) -> None:
        from desktop.exports import Exported  # noqa: PLC0415 - as above

        self.exported.emit(exported or Exported(stopped=True))

    def stop_exporting(self) -> None:
        """Ask the export to end; :attr:`exported` follows with what was written until then."""
        self._writing.stop()

    def cancel(self) -> None:
        """Stop what the progress bar shows."""
        if self._shown is self._reading:
            kept, left = self._stop_reading()
            self.said.emit(reading_stopped(len(kept.articles), left, self.compare if self.can_compare else None))
        elif self._shown is self._rereading:
            self._rereading.cancel()
        elif self._shown in (self._comparing, self._writing):  # the rest is short, and half of it would be no case
            self._shown.stop()

    def shutdown(self) -> None:
        """Cancel everything, then wait for the threads."""
        self.ending.emit()
        self._warm_soon.stop()
        for lane in (*self._lanes, self._warming):
            lane.cancel()
        for lane in (*self._lanes, self._warming):
            lane.shutdown()
        self._sweeper.end()

    def _begin(self, lane: Lane, work: Callable[[Progress], object]) -> None:
        def laid_aside(progress: Progress) -> object:
            result = work(progress)
            lay_aside()
            return result

        self._shown = lane
        lane.start(laid_aside)
        self.progressed.emit(tr("Starting"), 0.0)
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
            self._files.end()
        self.said.emit(failure(error, topic))

    def _on_read(self, intake: Intake) -> None:
        self._files.end()
        self._take_in(intake)
        if intake.articles:
            self.settle()
        else:
            self.articles_changed.emit()

    def _take_in(self, intake: Intake) -> None:
        self.session.set_problems((*self.session.problems, *intake.unreadable))
        if intake.articles:
            self.session.add(intake.articles, intake.name)
        if intake.errors:
            self.not_read.emit(intake.errors)
        self.read.emit(intake)

    def _on_reread(self, reread: Reread) -> None:
        now = self.session.marked(reread.mark)
        if now is None:
            return
        if reread.unchanged:
            self.said.emit(Message(tr("The file has not changed."), severity=Severity.LOW, topic="reread"))
            return
        self.stop_comparing()
        self.session.exchange(now, reread.now, reread.own_title)
        self.exchanged.emit(reread.before, self.session.article(now))
        self.settle()

    def _on_restored(self, restored: Restored) -> None:
        contents = restored.contents
        self.stop_comparing()  # what was begun meanwhile is of the case before, and letters tell the two not apart
        self.session.load(restored.articles, contents)
        if named := contents.options or (contents.analysis.options if contents.analysis is not None else {}):
            self.options = Options.from_saved(named)
        self._made = None
        if contents.analysis is not None:
            made = contents.analysis
            options = Options.from_saved(made.options) if made.options else self.options
            before = replace(self.wishes(), exclusions=made.exclusions, options=options)
            self._made = Made(contents.analysis, before, restored.by_hand)
        self.restored.emit(contents)
        if contents.analysis is None and len(self.session.articles) >= _ENOUGH_TO_COMPARE:
            self.compare()
        else:
            self.follow_up()
        self.changed.emit()
        self._warm_soon.start()

    def _on_restore_failed(self, error: CognateError) -> None:
        self.said.emit(failure(error, "open"))
        self.restore_failed.emit()

    def _on_made(self, made: Made) -> None:
        self._made = made
        self.session.set_analysis(made.analysis)
        self.analysis_changed.emit()
        self.changed.emit()
        self.follow_up()

    def _on_comparison_stopped(self, made: Made | None) -> None:
        if made is not None and made.analysis.complete:
            self._on_made(made)
            return
        finished = made if made is not None and made.analysis.pairs else None
        if finished is not None:
            self._made = finished
            self.session.set_analysis(finished.analysis)
            self.analysis_changed.emit()
        self.said.emit(comparison_stopped(finished.analysis if finished is not None else None, self.compare))
        self.changed.emit()
