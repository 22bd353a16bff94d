"""The overview of a case: what was found, who took how much from whom, what to check first, and why."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout

from core.case.review import Review, Verdict
from core.errors import ArticleError
from core.model import Analysis, Article
from core.report.phrases import some
from desktop.actions import Actions
from desktop.models.overview_findings import Findings, findings
from desktop.models.overview_findings_model import FindingModel
from desktop.models.overview_graph import overview_graph
from desktop.models.overview_matrix import Cell, Matrix, overview_matrix
from desktop.models.overview_matrix_model import MatrixModel
from desktop.models.overview_notes import credit_notes, opening, problem_notes, reasonings
from desktop.models.overview_table import PairTableModel, table_rows
from desktop.session import Place, Session, find_pair
from desktop.theme import Theme
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
_MARGIN = 24


@dataclass(frozen=True, slots=True)
class _OnScreen:
    """What the page was last given, so that it only shows what changed; compared by identity, for texts are long."""

    analysis: Analysis | None
    articles: tuple[Article, ...]
    problems: tuple[ArticleError, ...]
    comparing: bool

    def same(self, other: _OnScreen) -> bool:
        """Return whether both show the same."""
        return (
            self.analysis is other.analysis
            and self.comparing == other.comparing
            and self.problems is other.problems
            and [id(a) for a in self.articles] == [id(a) for a in other.articles]
        )


class OverviewPage(Panel):
    """Statement, matrix and passages at the left; graph, reasons, credit and text problems at the right or below."""

    findingChosen = Signal(object)  # noqa: N815 - signals are named as Qt names them
    """A :class:`~desktop.session.Place` to compare."""
    articleChosen = Signal(str)  # noqa: N815

    def __init__(self, theme: Theme, actions: Actions) -> None:
        super().__init__("Overview", "bg")
        self._theme, self._actions = theme, actions
        self._on_screen = _OnScreen(None, (), (), comparing=False)
        self._review: Review | None = None
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
        self._show_state(())

    def _lay_out(self) -> None:
        card = Panel("Who took how much from whom", "card")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.setSpacing(0)
        inside.addWidget(self.matrix)
        inside.addWidget(self.table)
        self.table.hide()
        left = Panel("What was found", "bg")
        self._column = QVBoxLayout(left)
        self._column.setContentsMargins(_MARGIN, 18, _MARGIN, _MARGIN)
        self._column.setSpacing(16)
        for widget in (self.head, card, self.findings):
            self._column.addWidget(widget)
        self._column.addStretch(1)
        self._scroll = _scroll_area("Overview")
        self._scroll.setWidget(left)
        self._side_scroll = _scroll_area("Reasons")
        full = Panel("Overview of the case", "bg")
        row = QHBoxLayout(full)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._scroll, 1)
        row.addWidget(self._side_scroll)
        self._states = QStackedWidget()
        self._states.setAccessibleName("Overview")
        self._states.addWidget(self.empty)
        self._states.addWidget(full)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._states)

    def _connect(self) -> None:
        self.head.tableWanted.connect(self.toggle_table)
        self.matrix.cellChosen.connect(self._choose_cell)
        self.table.cellChosen.connect(self._choose_cell)
        self.findings.list.findingChosen.connect(self.findingChosen)
        self.side.graph.articleChosen.connect(self.articleChosen)
        self._theme.changed.connect(self._arrange)
        for view in (self.matrix, self.table, self.findings.list):
            view.selectionModel().currentChanged.connect(lambda index, _before, view=view: self._follow(view, index))

    def show_case(self, session: Session, *, comparing: bool) -> None:
        """Show the session as it stands."""
        self._session = session
        wanted = _OnScreen(session.analysis, session.articles, session.problems, comparing)
        if not wanted.same(self._on_screen):
            self._on_screen = wanted
            self._show_state(session.articles)
        if session.review_state is not self._review:
            self._review = session.review_state
            self._finding_model.tell_verdicts()

    def toggle_table(self) -> None:
        """Show the matrix as a plain table, or as a matrix again; the keyboard stays with it."""
        old, new = (self.matrix, self.table) if self.table.isHidden() else (self.table, self.matrix)
        focused = old.hasFocus()
        old.hide()
        new.show()
        self.head.show_table(shown=new is self.table)
        if focused:
            new.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_state(self, articles: tuple[Article, ...]) -> None:
        """Show the case, or that a comparison needs more articles."""
        if len(articles) < _ENOUGH:
            self._show_too_few(len(articles))
            return
        shown = self._on_screen
        matrix = overview_matrix(articles, shown.analysis, comparing=shown.comparing)
        self._matrix_model.set_matrix(matrix)
        self._table_model.set_rows(table_rows(matrix))
        analysis = shown.analysis
        letter = analysis.letter(analysis.subject) if analysis else ""
        self.head.show_headline(letter, opening(articles, analysis, comparing=shown.comparing))
        self._show_findings(analysis)
        self._show_side(matrix, analysis, letter)
        self._states.setCurrentIndex(1)

    def _show_too_few(self, count: int) -> None:
        if count:
            title = "Add a second article to compare"
            detail = "With a second one, Cognate shows what one owes to the other."
        else:
            title = "No articles yet"
            detail = "Add at least two articles to see what one owes to the other."
        self.empty.show_state(title, detail, self._actions["open"])
        self._states.setCurrentIndex(0)

    def _show_findings(self, analysis: Analysis | None) -> None:
        found = findings(analysis) if analysis else Findings()
        self._finding_model.set_findings(analysis, found.places, self._verdict)
        none = "Nothing is compared yet." if analysis is None else _no_passage(found, complete=analysis.complete)
        aside = f"{some(found.licensed, 'passage')} from or in licensed reprints ask for nothing, and are not listed."
        if found.licensed == 1:
            aside = "One passage from or in a licensed reprint asks for nothing, and is not listed."
        self.findings.show_words(none, aside if found.licensed and found.places else "")

    def _show_side(self, matrix: Matrix, analysis: Analysis | None, letter: str) -> None:
        subject = analysis.subject if analysis else ""
        graph = overview_graph(matrix)
        self.side.graph.show_graph(graph, matrix.heads, subject)
        self.side.show_graph(shown=bool(graph.arrows or graph.facts))
        problems = problem_notes(self._on_screen.articles, self._on_screen.problems)
        if analysis is None:
            self.side.show_notes((), ("Credit and quotations", ()), problems)
            return
        title = f"Credit and quotations in {letter}"
        self.side.show_notes(reasonings(analysis), (title, credit_notes(analysis)), problems)

    def _verdict(self, place: Place) -> Verdict | None:
        analysis = self._session.analysis
        pair = find_pair(analysis, place.pair_a, place.pair_b) if analysis else None
        return self._session.verdict(pair, pair.links[place.link]) if pair else None

    def _choose_cell(self, cell: Cell) -> None:
        analysis = self._on_screen.analysis
        pair = find_pair(analysis, cell.row, cell.column) if analysis else None
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


def _no_passage(found: Findings, *, complete: bool) -> str:
    """Return why no passage is listed."""
    if found.licensed:
        return "Nothing to check: all reuse is from or in a licensed reprint."
    if not complete:
        return "No passage with a source was found in the pairs that are compared."
    return "No passage has its source in another article here. That does not prove that the articles are original."


def _scroll_area(name: str) -> QScrollArea:
    area = QScrollArea()
    area.setAccessibleName(name)
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return area
