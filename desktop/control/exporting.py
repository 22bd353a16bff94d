"""What leaves the window: reports in files, findings on the clipboard, pages on a printer."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QMimeData, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from core.case.review import Review
from core.errors import CognateError, ExportError
from core.model import Analysis, Severity
from core.progress import Progress
from core.report.options import ReportOptions
from desktop.control.choices import Choices
from desktop.control.navigation import Navigation
from desktop.dialogs.files import FileChooser, covered_report_name, report_name
from desktop.jobs import Lane
from desktop.language import tr
from desktop.message import Message, failure
from desktop.outcomes import missing_pairs
from desktop.pages.case import CasePage
from desktop.screens import Screen
from desktop.settings import EXPORT_FOLDER, EXPORT_FORMATS, Settings, own_documents
from desktop.theme import Theme
from desktop.work import Work

if TYPE_CHECKING:
    from desktop.dialogs.export import ExportDialog
    from desktop.exports import Exported, Outcome, Target
    from desktop.models.exporting import Proposal


class Exporting(QObject):
    """Exports, copies and prints the report as it is chosen, and tells what came of it."""

    said = Signal(object)
    """A :class:`Message`."""
    withdrawn = Signal(str)
    """A topic whose message no longer holds."""

    def __init__(
        self,
        work: Work,
        case: CasePage,
        choices: Choices,
        navigation: Navigation,
        theme: Theme,
        settings: Settings,
        files: FileChooser,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._work, self._case, self._choices, self._navigation = work, case, choices, navigation
        self._theme, self._settings, self._files, self._window = theme, settings, files, window
        self.dialog: ExportDialog | None = None
        """The dialog while it is open."""
        self._named = ("", "")
        """What was proposed as a name for the last export's files, and what they were called."""
        self._reached = (tr("Starting"), 0.0)
        """How far the export is that runs."""
        self._topics: list[str] = []
        """Of what the window says of targets that failed."""
        self._left = False
        """Whether another case was opened since the last export began."""
        self._copying = Lane("copy", self)
        self._copying.succeeded.connect(lambda found: self._on_copied(*cast("tuple[str, str]", found)))
        self._copying.failed.connect(lambda error: self.said.emit(failure(error, "copy")))
        self._looking = Lane("look", self)
        work.progressed.connect(self._on_progress)
        work.target_done.connect(self._on_target)
        work.exported.connect(self._on_exported)
        work.export_failed.connect(self._on_failed)
        work.restored.connect(lambda _: self._on_restored())
        work.ending.connect(self._copying.shutdown)
        work.ending.connect(self._looking.shutdown)
        case.pageMade.connect(self._on_page)

    @property
    def watched(self) -> bool:
        """Return whether the dialog shows an export that runs."""
        return self.dialog is not None and self._work.exporting

    def handlers(self) -> dict[str, Callable[[], None]]:
        """Return what the actions of this kind do."""
        return {"export": self.open, "copy_findings": self.copy, "print": self.print_report}

    # files

    def open(self) -> None:
        """Ask in which formats the report is wanted, and where."""
        from desktop.dialogs.export import ExportDialog  # noqa: PLC0415 - dialogs are loaded when they open

        analysis = self._work.session.analysis
        if analysis is None or self.dialog is not None:
            return
        if self._work.exporting:
            wait = tr("Wait for it to end, or stop it.")
            self.said.emit(Message(tr("A report is being written."), wait, Severity.LOW, topic="export"))
            return
        dialog = self.dialog = ExportDialog(
            self._theme, self._proposal(analysis), self._files, self._looking, self._window
        )
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.exportWanted.connect(self._on_wanted)
        dialog.stopWanted.connect(self._work.stop_exporting)
        dialog.optionsWanted.connect(lambda: self._navigation.show(Screen.REPORT))
        dialog.finished.connect(self._on_closed)
        dialog.open()

    def write(self, targets: tuple[Target, ...]) -> None:
        """Write the report as it is chosen now to these targets."""
        for topic in self._topics:
            self.withdrawn.emit(topic)
        self._topics = []
        session = self._work.session
        if session.analysis is None or not session.analysis.pairs:
            self._on_failed(ExportError(tr("The articles are being compared again."), tr("Export when that is done.")))
            return
        from desktop.exports import Order  # noqa: PLC0415 - loaded with the first report

        self._left = False
        order = Order(session.analysis, session.review_state, session.title, self._choices.report(), targets)
        self._work.export(order)

    def _proposal(self, analysis: Analysis) -> Proposal:
        from desktop.models.exporting import Proposal, remembered_formats  # noqa: PLC0415 - as above

        proposed, name = self._named
        usual = self._usual_name(analysis)
        return Proposal(
            analysis.letter(analysis.subject),
            analysis.article(analysis.subject).title,
            self._settings.get(EXPORT_FOLDER) or own_documents(),
            name if name and proposed == usual else usual,
            remembered_formats(self._settings.get(EXPORT_FORMATS)),
            self._choices.report(),
            missing_pairs(analysis),
        )

    def _usual_name(self, analysis: Analysis) -> str:
        """Return what a report's files are called; a name that was typed for one holds as long as this is the same."""
        if self._choices.report().anonymise:
            return covered_report_name(analysis.letter(analysis.subject))
        return report_name(self._work.session.title)

    def _on_wanted(self, targets: tuple[Target, ...]) -> None:
        from desktop.models.exporting import kept_formats  # noqa: PLC0415 - as above

        analysis = self._work.session.analysis
        if self.dialog is not None and analysis is not None:
            self._named = self._usual_name(analysis), self.dialog.choice.stem()
        self._settings.set(EXPORT_FOLDER, str(targets[0].path.parent))
        self._settings.set(EXPORT_FORMATS, kept_formats([target.format for target in targets]))
        self.write(targets)

    def _on_closed(self) -> None:
        """Have the window show how far the export is, where it goes on: its next step may take a while."""
        self.dialog = None
        if self._work.exporting:
            self._work.progressed.emit(*self._reached)

    def _on_restored(self) -> None:
        """Drop what is being copied of the case before: who pastes would take it for this one's."""
        self._copying.cancel()
        self._left = True

    def _on_progress(self, stage: str, done: float) -> None:
        if self.dialog is not None and self.watched:
            self._reached = stage, done
            self.dialog.show_progress(stage, done)

    def _on_target(self, outcome: Outcome) -> None:
        if self.dialog is not None:
            self.dialog.show_outcome(outcome)

    def _on_exported(self, exported: Exported) -> None:
        if self.dialog is not None:
            self.dialog.show_end(exported)
        else:
            self._tell(exported)

    def _on_failed(self, error: CognateError) -> None:
        if self.dialog is not None:
            self.dialog.show_failure(error)
        else:
            self.said.emit(failure(error, "export"))

    def _tell(self, exported: Exported) -> None:
        """Say in the window what came of an export whose dialog was closed."""
        from desktop.models.exporting import end_said  # noqa: PLC0415 - as above

        for n, outcome in enumerate(exported.failed):
            if outcome.error is not None:
                error, topic = outcome.error, f"export {n}"
                again, run = ("", None) if self._left else (tr("Choose another place"), self.open)
                self._topics.append(topic)
                self.said.emit(Message(error.what, error.remedy, Severity.HIGH, again, run, topic))
        written = exported.written
        if not written and not exported.stopped:
            return
        one = len(written) == 1
        shown = written[0].path if one else written[0].path.parent if written else Path()
        quiet = Severity.LOW if exported.stopped else Severity.MEDIUM if exported.missing else None
        remedy = f"{exported.missing} {shown}".strip() if written else ""
        said = end_said(exported, len(exported.outcomes))
        button = (tr("Open") if one else tr("Show in folder")) if written else ""
        show = (lambda: self._show(shown)) if written else None
        self.said.emit(Message(said, remedy, quiet, button, show, "export"))

    def _show(self, path: Path) -> None:
        from desktop.dialogs.export_result import open_path  # noqa: PLC0415 - as above

        if not open_path(path):
            where = tr("It is at {path}.").format(path=path)
            self.said.emit(Message(tr("No program opened the report."), where, Severity.LOW))

    # clipboard

    def copy(self) -> None:
        """Put the report's findings on the clipboard, as text and as HTML."""
        session, engine, options = self._work.session, self._work.engine, self._choices.report()
        analysis, title, review = session.analysis, session.title, session.review_state
        if analysis is None:
            return

        def work(progress: Progress) -> tuple[str, str]:
            progress.step(tr("Copying the findings"), 0.0)
            return engine.findings(engine.report(analysis, title, options, review))

        self._copying.start(work)

    def _on_copied(self, text: str, html: str) -> None:
        data = QMimeData()
        data.setText(text)
        data.setHtml(html)
        QGuiApplication.clipboard().setMimeData(data)
        self.said.emit(Message(tr("Findings copied"), severity=None, topic="copy"))

    # the report's screen, and paper

    def print_report(self) -> None:
        """Show the report as it would be printed; from there it is printed."""
        if self._case.current is Screen.REPORT and self._case.report.can_print:
            self._case.report.print_report()
        else:
            self._navigation.show(Screen.REPORT)

    def _on_page(self, screen: Screen) -> None:
        if screen is not Screen.REPORT:
            return
        report = self._case.report
        report.set_maker(self._make_report)
        report.printWanted.connect(report.print_report)
        report.exportWanted.connect(self.open)
        report.copyWanted.connect(self.copy)
        report.printFailed.connect(lambda error: self.said.emit(failure(error, "print")))

    def _make_report(self, analysis: Analysis, path: Path, options: ReportOptions, review: Review, title: str) -> None:
        """Write the preview; called on the page's worker."""
        self._work.engine.export_pdf(analysis, path, title, options, review)
