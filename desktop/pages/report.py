"""The report before it is written: what goes into it at the left, its pages as they will be at the right.

The preview is made on a worker, the newest request wins, and the last preview stays until the next one is there.
What sets and shows pages is loaded when the page is first on screen: the start of the window does not pay for it.
"""

# ruff: noqa: PLC0415 - see above

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from core.errors import CognateError, ExportError
from core.progress import Progress
from core.report.options import ReportOptions
from desktop.actions import Actions
from desktop.jobs import Lane
from desktop.language import tr, tr_noop
from desktop.models.report_state import MAKING, Standing, Way, empty_state, notice
from desktop.pages.report_note import PassagesNote
from desktop.previews import Made, ReportCase, ReportMaker, Wanted, make_preview
from desktop.session import Session
from desktop.theme import Theme
from desktop.widgets.empty import EmptyState
from desktop.widgets.parts import Panel
from desktop.widgets.preview_bar import PreviewBar
from desktop.widgets.preview_layout import Fit
from desktop.widgets.preview_notice import PreviewNotice
from desktop.widgets.report_options import ReportOptionsPanel, Subject

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from desktop.widgets.preview import PageView

DEBOUNCE_MS = 300
_LOGOS = tr_noop("Pictures (*.png *.svg)")


class ReportPage(Panel):
    """Options, preview and what becomes of them."""

    optionsChanged = Signal(object)  # noqa: N815 - signals are named as Qt names them
    """The :class:`ReportOptions` that people chose."""
    exportWanted = Signal()  # noqa: N815
    copyWanted = Signal()  # noqa: N815
    printWanted = Signal()  # noqa: N815
    printed = Signal(int)
    """How many pages went to the printer."""
    printFailed = Signal(object)  # noqa: N815
    """A :class:`CognateError`."""
    failed = Signal(object)
    """A :class:`CognateError`: what is said beside the pages is not known."""

    def __init__(self, theme: Theme, actions: Actions) -> None:
        super().__init__(tr("Report"), "bg")
        self._theme, self._actions = theme, actions
        self._case = ReportCase()
        self._maker: ReportMaker | None = None
        self._made: Made | None = None
        self._asked: Wanted | None = None
        self._error: CognateError | None = None
        self._counts: dict[ReportOptions, int] = {}
        self.choose_logo: Callable[[QWidget], str] = _choose_logo
        """Asks for a logo file; replaced by tests."""
        self._lane, self._printing = Lane("preview", self), Lane("print", self)
        self._note = PassagesNote(self)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._start)
        self._save = _action(self, tr("Export…"), "export", actions["export"].statusTip(), actions["export"])
        self._print = _action(self, tr("Print"), "print", tr("Print the pages as they are shown"))
        copying = actions["copy_findings"]
        self._copy = _action(self, copying.text(), "copy", copying.statusTip(), copying)
        self._retry = _action(self, tr("Try again"), "", tr("Make the preview again"))
        self.panel = ReportOptionsPanel(theme, self._save, self._print, self._copy)
        self.bar = PreviewBar(theme)
        self.notice = PreviewNotice(theme, self._retry)
        self.empty = EmptyState(theme, "bg")
        self.view: PageView | None = None
        """The pages; None until this was first on screen."""
        self._stack = QStackedWidget()
        self._stack.setAccessibleName(tr("Pages"))
        self._stack.addWidget(self.empty)
        self._lay_out()
        self._connect()
        self._show_state()

    def set_maker(self, maker: ReportMaker) -> None:
        """Take what writes reports; it is called on a worker."""
        self._maker = maker
        self._ask(0)

    def options(self) -> ReportOptions:
        """Return the choices as they are now."""
        return self.panel.options()

    def set_options(self, options: ReportOptions) -> None:
        """Show other choices, such as those of an opened case; nobody is told."""
        self.panel.set_options(options)
        self._ask(0)

    def show_case(self, session: Session, *, comparing: bool) -> None:
        """Show the session as it stands."""
        case = ReportCase(session.analysis, session.review_state, session.title, comparing, len(session.articles))
        if case.same(self._case):
            return
        if case.analysis is not self._case.analysis or case.review is not self._case.review:
            self._counts.clear()
        if case.analysis is not self._case.analysis:
            self._forget()
        self._case = case
        self._show_subject()
        self._show_state()
        self._ask(0)

    def shutdown(self) -> None:
        """Cancel what runs and wait for it; for closing the window."""
        self._timer.stop()
        for ending in (self._lane, self._printing, self._note):
            ending.shutdown()

    def print_report(self) -> None:
        """Ask for a printer, and print the pages that are shown."""
        if self._made is None:
            return
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        from desktop.widgets.printing import sheet_like

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        sheet_like(self._made.data, printer)
        dialog = QPrintDialog(printer, self)
        dialog.setWindowTitle(tr("Print the report"))
        dialog.setAccessibleName(tr("Print the report"))
        dialog.setMinMax(1, max(1, self.view.count if self.view else 1))
        if dialog.exec():
            self.print_document(printer)

    def print_document(self, printer: QPrinter) -> None:
        """Print the pages that are shown; ``printed`` or ``printFailed`` follows."""
        made = self._made
        if made is None:
            return

        def work(progress: Progress) -> object:
            from desktop.widgets.printing import print_pdf

            return print_pdf(made.data, printer, progress)

        self._printing.start(work)

    @property
    def can_print(self) -> bool:
        """Return whether the pages that are shown are those of the present choices."""
        shown = self._made is not None and self._made.wanted is self._asked
        return shown and not (self._working or self._printing.running)

    @property
    def _working(self) -> bool:
        """Return whether another preview is due."""
        return self._timer.isActive() or self._lane.running

    def showEvent(self, event: QShowEvent) -> None:
        """Load what shows pages, and make the preview that is due."""
        super().showEvent(event)
        self._ask(0)

    def _lay_out(self) -> None:
        right = QVBoxLayout()
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        right.addWidget(self.bar)
        right.addWidget(self.notice)
        right.addWidget(self._stack, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.panel)
        row.addLayout(right, 1)

    def _connect(self) -> None:
        self.panel.optionsChanged.connect(self._on_options)
        self.panel.logoWanted.connect(self._on_logo)
        self._save.triggered.connect(self.exportWanted)
        self._copy.triggered.connect(self.copyWanted)
        self._print.triggered.connect(self.printWanted)
        self._retry.triggered.connect(self._on_retry)
        self.bar.stepWanted.connect(self._step)
        self.bar.fitWanted.connect(self._fit)
        self._lane.progressed.connect(lambda stage, _: self.bar.say(stage))
        self._lane.succeeded.connect(self._on_made)
        self._lane.failed.connect(self._on_failed)
        self._note.changed.connect(self._show_notes)
        self._note.failed.connect(self.failed)
        self._printing.progressed.connect(lambda stage, done: self.bar.say(f"{stage}, {done:.0%}"))
        self._printing.succeeded.connect(self._on_printed)
        self._printing.failed.connect(self.printFailed)
        self._printing.ended.connect(self._show_state)
        for key, by in ((Qt.Key.Key_PageDown, 1), (Qt.Key.Key_PageUp, -1)):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda by=by: self._step(by))

    def _on_options(self, options: ReportOptions) -> None:
        self._show_notes()
        self._ask(DEBOUNCE_MS)
        self.optionsChanged.emit(options)

    def _on_logo(self) -> None:
        path = self.choose_logo(self)
        if path:
            self.panel.set_logo(path)

    def _on_retry(self) -> None:
        self._asked = None
        self._ask(0)

    def _step(self, by: int) -> None:
        if self.view is not None:
            self.view.step(by)

    def _fit(self, fit: Fit, factor: float) -> None:
        if self.view is not None:
            self.view.set_fit(fit, factor)

    def _ask(self, wait: int) -> None:
        """Have the preview made that is due, ``wait`` milliseconds from the last change; not while nobody looks."""
        case = self._case
        if not self.isVisible() or self._maker is None or case.analysis is None or not case.analysis.pairs:
            return
        wanted = Wanted(replace(case, comparing=False), self.options())
        if self._asked is not None and self._asked.options == wanted.options and self._asked.case.same(wanted.case):
            self._timer.stop()  # a change was taken back in time
            self._show_state()
            return
        self._timer.start(wait)
        self._show_state()

    def _start(self) -> None:
        analysis, maker = self._case.analysis, self._maker
        if analysis is None or maker is None:
            return
        wanted = Wanted(replace(self._case, comparing=False), self.options())
        self._asked, self._error = wanted, None
        self._lane.start(lambda progress: make_preview(wanted, analysis, maker, progress))
        self._show_state()

    def _on_made(self, made: Made) -> None:
        from desktop.widgets.preview import UnreadablePdfError

        view = self._pages()
        try:
            view.show_pdf(made.data)
        except UnreadablePdfError:
            self._on_failed(ExportError(tr("The preview cannot be shown."), tr("Save the PDF and open it elsewhere.")))
            return
        self._made = made
        self._counts[made.wanted.options] = view.count
        self._show_notes()
        self._show_state()

    def _on_failed(self, error: CognateError) -> None:
        self._error = error
        self._show_state()

    def _on_printed(self, pages: int) -> None:
        self.printed.emit(pages)

    def _forget(self) -> None:
        """Drop the preview of an analysis that is no more."""
        self._timer.stop()
        self._lane.cancel()
        self._made = self._asked = self._error = None
        if self.view is not None:
            self.view.clear()

    def _pages(self) -> PageView:
        """Return the pages; this loads QtPdf where nothing has yet."""
        if self.view is None:
            from desktop.widgets.preview import PageView

            self.view = PageView(self._theme)
            self.view.pagesChanged.connect(self._show_pages)
            self._stack.addWidget(self.view)
            self._stack.setCurrentWidget(self.view)  # now: the first layout needs its true size
        return self.view

    def _show_subject(self) -> None:
        analysis = self._case.analysis
        if analysis is None:
            self.panel.show_subject(Subject())
        else:
            letter, article = analysis.letter(analysis.subject), analysis.article(analysis.subject)
            self.panel.show_subject(Subject(letter, article.title))
        self._note.ask(analysis, self._case.review)
        self._show_notes()

    def _show_notes(self) -> None:
        self.panel.set_notes(self._note.said, self._measured() if self._case.analysis is not None else "")

    def _measured(self) -> str:
        """Return how many pages the full texts add, where it was seen with these very choices."""
        options = self.options()
        longer = self._counts.get(replace(options, full_texts=True))
        shorter = self._counts.get(replace(options, full_texts=False))
        if longer is None or shorter is None or longer < shorter:
            return ""
        more = longer - shorter
        return tr("takes {n} page(s)", "", more) if options.full_texts else tr("adds {n} page(s)", "", more)

    def _show_pages(self) -> None:
        view = self.view
        if view is None:
            return
        self.bar.show_pages(view.pages, view.count, back=view.can_step(-1), on=view.can_step(1))
        self.bar.show_fit(view.fit, view.factor)

    def _show_state(self) -> None:
        """Show the pages, or say why there are none; and what is going on."""
        standing = self._standing()
        for action in (self._save, self._copy):
            action.setEnabled(standing.reportable)
        self._print.setEnabled(self.can_print)
        self.notice.say(notice(standing), again=bool(standing.error and standing.shown))
        if standing.shown and self.view is not None:
            self._stack.setCurrentWidget(self.view)
            self._show_pages()
            self.bar.say(tr(MAKING) if standing.working else self._summary())
            return
        self._stack.setCurrentWidget(self.empty)
        self.bar.show_pages((), 0)
        self.bar.say(tr(MAKING) if standing.working else "")
        self._show_empty(standing)

    def _summary(self) -> str:
        analysis = self._case.analysis
        if self._printing.running or analysis is None or self.view is None:
            return self.bar.said()
        return tr("Report on article {letter}, {n} page(s)", "", self.view.count).format(
            letter=analysis.letter(analysis.subject)
        )

    def _standing(self) -> Standing:
        case = self._case
        error = str(self._error) if self._error is not None and not self._working else ""
        return Standing(case.analysis, case.articles, case.comparing, self._working, self._made is not None, error)

    def _show_empty(self, standing: Standing) -> None:
        empty = empty_state(standing)
        action = {Way.RETRY: self._retry, Way.COMPARE: self._actions["compare"], Way.OPEN: self._actions["open"]}
        self.empty.show_state(empty.title, empty.detail, action.get(empty.way))


def _action(parent: QObject, text: str, icon: str, tip: str, like: QAction | None = None) -> QAction:
    action = QAction(text, parent)
    action.setProperty("icon_name", icon)
    key = like.shortcut().toString(QKeySequence.SequenceFormat.NativeText) if like is not None else ""
    action.setToolTip(f"{tip} ({key})" if key else tip)
    action.setStatusTip(tip)
    return action


def _choose_logo(parent: QWidget) -> str:
    name, _ = QFileDialog.getOpenFileName(parent, tr("Choose a logo"), "", tr(_LOGOS))
    return name
