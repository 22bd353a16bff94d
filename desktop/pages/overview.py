"""The overview of a case: what was found, who took how much from whom, what to check first, and why."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout

from core.case.review import Review, Verdict
from core.errors import CognateError
from core.model import article_letter
from desktop.actions import Actions
from desktop.jobs import Lane
from desktop.language import tr
from desktop.models.facing import safe_title
from desktop.models.overview import Overview, OverviewCase, overview, reviewed
from desktop.models.overview_findings import Findings
from desktop.models.overview_findings_model import FindingModel
from desktop.models.overview_matrix import Cell
from desktop.models.overview_matrix_model import MatrixModel
from desktop.models.overview_table import PairTableModel
from desktop.pairs import find_pair
from desktop.session import Place, Session
from desktop.theme import Theme
from desktop.widgets.article_picker import ArticleChoice
from desktop.widgets.empty import EmptyState
from desktop.widgets.findings_table import FindingsCard
from desktop.widgets.matrix import MatrixView
from desktop.widgets.overview_head import OverviewHead
from desktop.widgets.overview_side import SIDE_WIDTH, OverviewSide
from desktop.widgets.pair_table import PairTable
from desktop.widgets.parts import Panel

BESIDE_FROM = 1100
"""Pixels of the page, at a zoom of 100 %, from which the reasons stand at the right; else they follow below."""
_ENOUGH = 2
_AT_ONCE = 400
"""Sentences up to which the overview is made here and now; that of longer texts comes from a worker."""
_CALM_MS = 150
"""What is there sooner than this is not waited for in words."""
_MARGIN = 24


class OverviewPage(Panel):
    """Statement, matrix and passages at the left; graph, reasons, credit and text problems at the right or below."""

    findingChosen = Signal(object)  # noqa: N815 - signals are named as Qt names them
    """A :class:`~desktop.session.Place` to compare."""
    articleChosen = Signal(str)  # noqa: N815
    failed = Signal(object)
    """A :class:`CognateError`: what was decided since is not in what is said of credit."""

    def __init__(self, theme: Theme, actions: Actions) -> None:
        super().__init__(tr("Overview"), "bg")
        self._theme, self._actions = theme, actions
        self._wanted = OverviewCase()
        self._shown: Overview | None = None
        self._lane, self._decided_lane = Lane("overview", self), Lane("decided", self)
        self._patience = QTimer(self, singleShot=True, interval=_CALM_MS)
        self._rest = QTimer(self, singleShot=True, interval=0)
        self._review = Review()
        self._session = Session()
        self._matrix_model, self._table_model = MatrixModel(self), PairTableModel(self)
        self._finding_model = FindingModel(self)
        self.head = OverviewHead(theme)
        self.matrix = MatrixView(theme, self._matrix_model)
        self.table = PairTable(theme, self._table_model)
        self.findings = FindingsCard(theme, self._finding_model)
        self.side = OverviewSide(theme)
        self.empty = EmptyState(theme, "bg")
        self._beside: bool | None = None
        self._lay_out()
        self._connect()
        self._show_too_few(0)

    def _lay_out(self) -> None:
        """Put the parts together from without to within: Qt looks up the style of all in a part that is put in."""
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        self._states = QStackedWidget()
        self._states.setAccessibleName(tr("Overview"))
        outer.addWidget(self._states)
        full = Panel(tr("Overview of the case"), "bg")
        self._states.addWidget(self.empty)
        self._states.addWidget(full)
        row = QHBoxLayout(full)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self._scroll, self._side_scroll = _scroll_area(tr("Overview")), _scroll_area(tr("Reasons"))
        row.addWidget(self._scroll, 1)
        row.addWidget(self._side_scroll)
        left = Panel(tr("What was found"), "bg")
        self._scroll.setWidget(left)
        self._column = QVBoxLayout(left)
        self._column.setContentsMargins(_MARGIN, 18, _MARGIN, _MARGIN)
        self._column.setSpacing(16)
        card = Panel(tr("Who took how much from whom"), "card")
        for widget in (self.head, card, self.findings):
            self._column.addWidget(widget)
        self._column.addStretch(1)
        inside = QVBoxLayout(card)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.setSpacing(0)
        inside.addWidget(self.matrix)
        inside.addWidget(self.table)
        self.table.hide()

    def _connect(self) -> None:
        self.head.tableWanted.connect(self.toggle_table)
        self.matrix.cellChosen.connect(self._choose_cell)
        self.table.cellChosen.connect(self._choose_cell)
        self.findings.list.findingChosen.connect(self._choose)
        self._lane.succeeded.connect(self._show)
        self._lane.failed.connect(self._show_failure)
        self._decided_lane.succeeded.connect(self._show_decided)
        self._decided_lane.failed.connect(self.failed)
        self._patience.timeout.connect(self._ask_for_patience)
        self._rest.timeout.connect(self._show_rest)
        self.side.graph.articleChosen.connect(self.articleChosen)
        self._theme.changed.connect(self._arrange)
        for view in (self.matrix, self.table, self.findings.list):
            view.selectionModel().currentChanged.connect(lambda index, _before, view=view: self._follow(view, index))

    @property
    def pending(self) -> bool:
        """Return whether the overview of what there is now is still being made."""
        return self._lane.running or self._rest.isActive() or self._decided_lane.running

    def show_case(self, session: Session, *, comparing: bool) -> None:
        """Show the session as it stands; of a long text as soon as it is put together."""
        self._session = session
        self._arrange()  # a page that was not shown yet was not resized either
        decided = session.review_state is not self._review
        self._review = session.review_state
        wanted = OverviewCase(session.analysis, session.articles, session.problems, comparing)
        if not wanted.same(self._wanted):
            self._wanted = wanted
            self._begin(wanted)
        if decided:
            self._finding_model.tell_verdicts()
            self._ask_for_decided()

    def shutdown(self) -> None:
        """Wait for what still runs; for closing the window."""
        self._lane.shutdown()
        self._decided_lane.shutdown()

    def _begin(self, wanted: OverviewCase) -> None:
        """Put the overview together, or say that a comparison needs more articles."""
        self._patience.stop()
        self._rest.stop()
        self._lane.cancel()
        self._decided_lane.cancel()
        review = self._review
        if len(wanted.articles) < _ENOUGH:
            self._shown = None
            self._show_too_few(len(wanted.articles))
        elif _short(wanted):
            self._show(overview(wanted, review))
            self._show_rest()
        else:
            if self._shown is None or not wanted.related(self._shown.case):
                self._shown = None
                self.empty.show_state("", "")
                self._states.setCurrentWidget(self.empty)
                self._patience.start()
            self._lane.start(lambda _: overview(wanted, review))

    def _ask_for_patience(self) -> None:
        self.empty.show_state(tr("Being put together …"), tr("This is a long text."))

    def _show_failure(self, error: CognateError) -> None:
        self._patience.stop()
        self._shown = None
        self.empty.show_state(error.what, error.remedy)
        self._states.setCurrentWidget(self.empty)

    def toggle_table(self) -> None:
        """Show the matrix as a plain table, or as a matrix again; the keyboard stays with it."""
        old, new = (self.matrix, self.table) if self.table.isHidden() else (self.table, self.matrix)
        focused = old.hasFocus()
        old.hide()
        new.show()
        self.head.show_table(shown=new is self.table)
        if focused:
            new.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self, made: object) -> None:
        """Show an overview, unless another was asked for meanwhile; the rest of it follows in a step of its own."""
        if not isinstance(made, Overview) or made.case is not self._wanted:
            return
        self._patience.stop()
        self._shown = made
        self._matrix_model.set_matrix(made.matrix)
        self._table_model.set_rows(made.rows)
        self.head.show_headline(made.letter, made.headline)
        self._show_choices()
        self._show_findings(made)
        self._rest.start()

    def _show_rest(self) -> None:
        self._rest.stop()
        if self._shown is not None:
            self._show_side(self._shown)
            self._states.setCurrentIndex(1)
            self._ask_for_decided()

    def _ask_for_decided(self) -> None:
        """Say anew what is asked for, where an editor decided something since; of a long text a worker does it."""
        made, review = self._current, self._review
        if made is None or made.review is review:
            return
        if _short(made.case):
            self._show_decided(reviewed(made, review))
        else:
            self._decided_lane.start(lambda _: reviewed(made, review))

    def _show_decided(self, made: object) -> None:
        if isinstance(made, Overview) and made.case is self._wanted and made.review is self._review:
            before, self._shown = self._shown, made
            if before is None or before.headline != made.headline:
                self.head.show_headline(made.letter, made.headline)
            if before is None or before.credit != made.credit:
                self._show_notes(made)

    def _show_too_few(self, count: int) -> None:
        if count:
            title = tr("Add a second article to compare")
            detail = tr("With a second one, Cognate shows what one owes to the other.")
        else:
            title = tr("No articles yet")
            detail = tr("Add at least two articles to see what one owes to the other.")
        self.empty.show_state(title, detail, self._actions["open"])
        self._states.setCurrentIndex(0)

    def _show_choices(self) -> None:
        session, analysis = self._session, self._session.analysis
        choices = [ArticleChoice(a.id, article_letter(n), safe_title(a)) for n, a in enumerate(session.articles)]
        # Of two articles the first is taken, whatever they hold: that is not recognising it.
        recognised = session.reviewed is None and len(choices) > _ENOUGH
        self.head.change.show_choices(choices, analysis.subject if analysis else "", recognised=recognised)

    def _show_findings(self, made: Overview) -> None:
        analysis, found = made.case.analysis, made.found
        self._finding_model.set_findings(analysis, found.places, self._verdict, made.first)
        none = tr("Nothing is compared yet.") if analysis is None else _no_passage(found, complete=analysis.complete)
        aside = tr(
            "{n} passage(s) from or in licensed reprints ask for nothing, and are not listed.", "", found.licensed
        )
        if found.licensed == 1:
            aside = tr("One passage from or in a licensed reprint asks for nothing, and is not listed.")
        self.findings.show_words(none, aside if found.licensed and found.places else "")

    def _show_side(self, made: Overview) -> None:
        analysis = made.case.analysis
        self.side.graph.show_graph(made.graph, made.matrix.heads, analysis.subject if analysis else "")
        self.side.legend.show_graph(made.graph)
        self.side.show_graph(shown=bool(made.graph.arrows or made.graph.facts))
        self._show_notes(made)

    def _show_notes(self, made: Overview) -> None:
        if made.case.analysis is None:
            self.side.show_notes((), (tr("Credit and quotations"), ()), made.problems)
            return
        title = tr("Credit and quotations in {letter}").format(letter=made.letter)
        self.side.show_notes(made.reasons, (title, made.credit), made.problems)

    @property
    def _current(self) -> Overview | None:
        """Return what is on screen, unless it waits for what is newer: then its places lead nowhere."""
        return self._shown if self._shown is not None and self._shown.case is self._wanted else None

    def _verdict(self, place: Place) -> Verdict | None:
        analysis = self._session.analysis
        if self._current is None or analysis is None:
            return None
        pair = find_pair(analysis, place.pair_a, place.pair_b)
        return self._session.verdict(pair, pair.links[place.link]) if pair else None

    def _choose(self, place: Place) -> None:
        if self._current is not None:
            self.findingChosen.emit(place)

    def _choose_cell(self, cell: Cell) -> None:
        analysis = self._wanted.analysis
        pair = find_pair(analysis, cell.row, cell.column) if analysis and self._current else None
        if pair is not None:
            self.findingChosen.emit(Place(pair.a, pair.b))

    def _follow(self, view: QAbstractItemView, index: QModelIndex) -> None:
        """Scroll the page to where the keyboard is."""
        inside = self._scroll.widget()
        if not index.isValid() or not view.hasFocus() or inside is None:
            return
        area = view.visualRect(index)
        middle = view.viewport().mapTo(inside, area.center())
        view.scrollTo(index)
        self._scroll.ensureVisible(middle.x(), middle.y(), 0, area.height() // 2 + _MARGIN)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Move the reasons below the page where it is narrow."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        beside = self.width() >= self._theme.px(BESIDE_FROM)
        self._side_scroll.setFixedWidth(self._theme.px(SIDE_WIDTH))
        if beside == self._beside:
            return
        self._beside = beside
        self._side_scroll.takeWidget()
        self._column.removeWidget(self.side)
        self.side.set_below(below=not beside)
        if beside:
            self._side_scroll.setWidget(self.side)
        else:
            self._column.insertWidget(self._column.count() - 1, self.side)
        self.side.show()
        self._side_scroll.setVisible(beside)


def _short(case: OverviewCase) -> bool:
    """Return whether a case is small enough for its overview to be put together at once."""
    return sum(len(a.sentences) for a in case.articles) <= _AT_ONCE


def _no_passage(found: Findings, *, complete: bool) -> str:
    """Return why no passage is listed."""
    if found.licensed:
        return tr("Nothing to check: all reuse is from or in a licensed reprint.")
    if not complete:
        return tr("No passage with a source was found in the pairs that are compared.")
    return tr("No passage has its source in another article here. That does not prove that the articles are original.")


def _scroll_area(name: str) -> QScrollArea:
    area = QScrollArea()
    area.setAccessibleName(name)
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return area
