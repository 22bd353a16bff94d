"""The overview on screen: its states, its keys, its names."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAccessible, QColor
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QScrollBar, QWidget
from pytestqt.qtbot import QtBot

from core.case.review import Judgement, Review, Verdict
from core.errors import ArticleError
from core.model import Analysis, Article, Direction, LedgerRow, MatchClass, Role, Side
from core.progress import NoProgress
from desktop.actions import Actions
from desktop.models.overview_findings_model import FindingModel, FindingRole
from desktop.models.overview_matrix import CellKind
from desktop.models.overview_matrix_model import CellRole
from desktop.models.overview_notes import credit_notes, headline
from desktop.pages.overview import OverviewPage
from desktop.session import Place, Session
from desktop.theme import Theme

TEXTS = (
    "The harbour closes at noon.\nGulls returned to the pier.\nNobody was hurt.",
    "Bakers met in the old hall.\nFlour costs more.",
    "The harbour closes at dusk.\nGulls returned to the pier.\nTickets stay cheap.",
)
PLACE = Place("a3", "a1", 0)


@pytest.fixture
def analysis(engine: Any) -> Any:
    made = engine.analyse([engine.paste(text).document for text in TEXTS], NoProgress())
    rows = (
        LedgerRow(MatchClass.CLOSE, ("a1",)),
        LedgerRow(MatchClass.VERBATIM, ("a1",)),
        LedgerRow(MatchClass.NO_SOURCE),
    )
    ledgers = tuple(replace(x, rows=rows) if x.article == "a3" else x for x in made.ledgers)
    return replace(made, ledgers=ledgers)


@pytest.fixture
def session(analysis: Analysis) -> Session:
    made = Session()
    made.set_analysis(analysis)
    return made


@pytest.fixture
def page(qtbot: QtBot, light: Theme) -> Iterator[OverviewPage]:
    owner = QObject()
    made = OverviewPage(light, Actions(owner))
    qtbot.addWidget(made)
    made.resize(1218, 820)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    owner.deleteLater()


@pytest.fixture
def shown(page: OverviewPage, session: Session) -> OverviewPage:
    page.show_case(session, comparing=False)
    return page


def session_of(articles: tuple[Article, ...]) -> Session:
    made = Session()
    made.add(articles)
    return made


def press(qtbot: QtBot, widget: QWidget, key: Qt.Key) -> None:
    qtbot.keyClick(widget, key)


def texts(widget: QWidget) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget)]


# states


def test_without_articles_it_asks_for_some(page: OverviewPage) -> None:
    page.show_case(Session(), comparing=False)
    assert page.empty.isVisible()
    assert page.empty.title() == "No articles yet"


def test_one_article_needs_a_second(page: OverviewPage, analysis: Analysis) -> None:
    page.show_case(session_of(analysis.articles[:1]), comparing=False)
    assert page.empty.title() == "Add a second article to compare"


def test_while_comparing_the_articles_are_there_and_no_figures(page: OverviewPage, analysis: Analysis) -> None:
    page.show_case(session_of(analysis.articles), comparing=True)
    assert page.head.statement() == "Comparing 3 articles."
    assert page.matrix.model().index(0, 1).data() == "comparing"
    assert not page.side.graph.isVisible()
    assert page.findings.list.isHidden()


def test_a_result_shows_statement_figures_and_passages(shown: OverviewPage) -> None:
    assert "article A" in shown.head.statement()
    assert shown.matrix.model().index(2, 0).data(CellRole.RECORD).kind is CellKind.TAKEN
    assert "2 of 2" in texts(shown.findings)
    assert shown.side.graph.isVisible()
    assert shown.findings.all_button.isHidden()


def test_without_any_match_it_does_not_call_anything_original(page: OverviewPage, analysis: Analysis) -> None:
    nothing = tuple(replace(p, links=(), direction=Direction(Side.UNKNOWN)) for p in analysis.pairs)
    session = Session()
    session.set_analysis(replace(analysis, pairs=nothing))
    page.show_case(session, comparing=False)
    assert any("does not prove that the articles are original" in text for text in texts(page.findings))
    assert not page.side.graph.isVisible()
    assert page.side.graph.accessibleDescription() == "No article here derives from another."


def test_a_stopped_run_says_which_pairs_are_missing(page: OverviewPage, analysis: Analysis) -> None:
    session = Session()
    session.set_analysis(replace(analysis, pairs=analysis.pairs[:1], complete=False))
    page.show_case(session, comparing=False)
    assert page.head.notice() == "The comparison was stopped: 1 of 3 pairs of articles are compared."
    assert page.matrix.model().index(2, 0).data() == "not compared"


def test_licensed_reuse_is_shown_and_asks_for_nothing(page: OverviewPage, analysis: Analysis) -> None:
    articles = tuple(replace(a, role=Role.LICENSED) if a.id == "a1" else a for a in analysis.articles)
    session = Session()
    session.set_analysis(replace(analysis, articles=articles))
    page.show_case(session, comparing=False)
    assert page.matrix.model().index(2, 0).data(CellRole.RECORD).licensed
    assert "Nothing to check: all reuse is from or in a licensed reprint." in texts(page.findings)


def test_unread_files_are_told(page: OverviewPage, session: Session) -> None:
    session.problems = (ArticleError("x.bin", "“x.bin” is not text.", "Save it as text."),)
    page.show_case(session, comparing=False)
    assert "“x.bin” is not text. Save it as text." in texts(page.side.problems)


def test_articles_that_came_later_are_told(page: OverviewPage, session: Session, engine: Any) -> None:
    session.add([engine.paste("A fourth one.")])
    page.show_case(session, comparing=True)
    assert "Articles have come since these figures" in page.head.notice()
    assert page.matrix.model().rowCount() == 4


def test_the_same_case_again_costs_nothing(shown: OverviewPage, session: Session) -> None:
    changes: list[object] = []
    model = shown.findings.list.model()
    model.modelReset.connect(lambda: changes.append("rows"))
    shown.show_case(session, comparing=False)
    assert changes == []


def test_a_verdict_shows_without_another_result(qtbot: QtBot, shown: OverviewPage, session: Session) -> None:
    model = shown.findings.list.model()
    assert isinstance(model, FindingModel)
    assert session.analysis is not None
    pair = next(p for p in session.analysis.pairs if p.links)
    key = session.key(pair, pair.links[0])
    session.review_state = Review().judged(key, Judgement(Verdict.REWRITE))
    with qtbot.waitSignal(model.dataChanged):
        shown.show_case(session, comparing=False)
    assert model.index(0).data(FindingRole.VERDICT) == Verdict.REWRITE
    assert model.index(0).data(Qt.ItemDataRole.AccessibleTextRole).endswith("needs rewrite")


def test_a_verdict_changes_what_is_asked_for(shown: OverviewPage, session: Session) -> None:
    assert session.analysis is not None
    pair = next(p for p in session.analysis.pairs if p.links)
    before = shown._shown.credit if shown._shown else ()
    for link in pair.links:
        judged = session.review_state.judged(session.key(pair, link), Judgement(Verdict.DISMISS))
        session.review_state = judged
    shown.show_case(session, comparing=False)
    assert shown._shown is not None
    assert shown._shown.credit != before
    assert shown._shown.credit == credit_notes(session.analysis, session.review_state)
    assert shown._shown.headline == headline(session.analysis, session.review_state)


def test_its_models_keep_qts_rules(page: OverviewPage, session: Session, analysis: Analysis) -> None:
    fatal = QAbstractItemModelTester.FailureReportingMode.Fatal
    for view in (page.matrix, page.table, page.findings.list):
        QAbstractItemModelTester(view.model(), fatal, view)
    page.show_case(session_of(analysis.articles), comparing=True)
    page.show_case(session, comparing=False)
    page.show_case(Session(), comparing=False)
    page.show_case(session, comparing=False)
    assert page.matrix.model().rowCount() == 3


def test_nothing_opens_a_window_of_its_own(
    qtbot: QtBot, qapp: QApplication, shown: OverviewPage, session: Session
) -> None:
    before = set(QApplication.topLevelWidgets())
    with qtbot.assertNotEmitted(qapp.focusWindowChanged, wait=20):
        shown.show_case(Session(), comparing=False)
        shown.show_case(session, comparing=False)
    assert [w for w in set(QApplication.topLevelWidgets()) - before if w.isVisible()] == []


# keys


def test_the_matrix_is_walked_with_arrows_and_opened_with_enter(qtbot: QtBot, shown: OverviewPage) -> None:
    shown.matrix.setFocus()
    assert shown.matrix.currentIndex().data(CellRole.RECORD).strongest
    with qtbot.waitSignal(shown.findingChosen) as chosen:
        press(qtbot, shown.matrix, Qt.Key.Key_Return)
    assert chosen.args == [Place("a3", "a1")]
    press(qtbot, shown.matrix, Qt.Key.Key_Right)
    press(qtbot, shown.matrix, Qt.Key.Key_Up)
    assert (shown.matrix.currentIndex().row(), shown.matrix.currentIndex().column()) == (1, 1)
    with qtbot.assertNotEmitted(shown.findingChosen):
        press(qtbot, shown.matrix, Qt.Key.Key_Return)  # an article and itself


def test_a_double_click_opens_a_cell(qtbot: QtBot, shown: OverviewPage) -> None:
    view = shown.matrix
    at = view.visualRect(view.model().index(2, 0)).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    with qtbot.waitSignal(shown.findingChosen) as chosen:
        qtbot.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert chosen.args == [Place("a3", "a1")]


def test_tab_leaves_the_matrix(qtbot: QtBot, shown: OverviewPage) -> None:
    shown.matrix.setFocus()
    press(qtbot, shown.matrix, Qt.Key.Key_Tab)
    assert not shown.matrix.hasFocus()


def test_a_passage_opens_with_enter_and_with_a_double_click(qtbot: QtBot, shown: OverviewPage) -> None:
    rows = shown.findings.list
    rows.setFocus()
    assert rows.currentIndex().row() == 0
    with qtbot.waitSignal(shown.findingChosen) as chosen:
        press(qtbot, rows, Qt.Key.Key_Return)
    assert chosen.args == [PLACE]
    at = rows.visualRect(rows.model().index(1, 0)).center()
    qtbot.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=at)
    with qtbot.waitSignal(shown.findingChosen) as chosen:
        qtbot.mouseDClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert chosen.args == [Place("a3", "a1", 1)]


def test_the_table_takes_the_matrixs_place_and_its_focus(qtbot: QtBot, shown: OverviewPage) -> None:
    shown.matrix.setFocus()
    shown.toggle_table()
    assert shown.matrix.isHidden()
    assert shown.table.hasFocus()
    assert shown.table.currentIndex().data() == "C"
    with qtbot.waitSignal(shown.findingChosen) as chosen:
        press(qtbot, shown.table, Qt.Key.Key_Return)
    assert chosen.args == [Place("a3", "a1")]
    assert shown.head.button.accessibleName() == "Show as matrix"
    qtbot.mouseClick(shown.head.button, Qt.MouseButton.LeftButton)
    assert shown.matrix.isVisible()


def test_the_table_is_sorted_by_any_column(shown: OverviewPage) -> None:
    shown.toggle_table()
    model = shown.table.model()
    assert [model.index(n, 0).data() for n in range(3)] == ["C", "A", "B"]
    shown.table.sortByColumn(0, Qt.SortOrder.AscendingOrder)
    assert [model.index(n, 0).data() for n in range(3)] == ["A", "B", "C"]


def test_the_graph_is_walked_with_arrows(qtbot: QtBot, shown: OverviewPage) -> None:
    graph = shown.side.graph
    assert graph.node("a3").focusPolicy() is Qt.FocusPolicy.StrongFocus
    graph.node("a3").setFocus()
    press(qtbot, graph.node("a3"), Qt.Key.Key_Right)
    assert graph.node("a1").hasFocus()
    assert graph.node("a3").focusPolicy() is Qt.FocusPolicy.NoFocus
    with qtbot.waitSignal(shown.articleChosen) as chosen:
        press(qtbot, graph.node("a1"), Qt.Key.Key_Return)
    assert chosen.args == ["a1"]


@pytest.fixture
def many(engine: Any) -> Session:
    """Return a case of ten alike articles."""
    lines = "The harbour closes at {}.\nGulls returned to the pier."
    words = ("noon", "dusk", "dawn", "nine", "ten", "two", "six", "five", "four", "one")
    made = Session()
    made.set_analysis(engine.analyse([engine.paste(lines.format(w)).document for w in words], NoProgress()))
    return made


def test_all_passages_are_shown_on_request(qtbot: QtBot, page: OverviewPage, many: Session) -> None:
    page.show_case(many, comparing=False)
    assert "6 of 90" in texts(page.findings)
    assert page.findings.all_button.accessibleName() == "Show all 90 passages"
    page.findings.all_button.setFocus()
    press(qtbot, page.findings.all_button, Qt.Key.Key_Space)
    assert page.findings.list.model().rowCount() == 90
    page.findings.list.setFocus()
    qtbot.waitUntil(lambda: page._scroll.verticalScrollBar().maximum() > 4000)
    press(qtbot, page.findings.list, Qt.Key.Key_End)
    at = page.findings.list.visualRect(page.findings.list.currentIndex()).center()
    in_page = page.findings.list.viewport().mapTo(page, at)
    assert page.rect().contains(in_page)  # the page has scrolled there


def test_a_large_matrix_scrolls_under_its_heads(qtbot: QtBot, page: OverviewPage, many: Session) -> None:
    page.show_case(many, comparing=False)
    qtbot.waitUntil(lambda: page.matrix.verticalScrollBar().maximum() > 0 and page.matrix.viewport().height() > 0)
    assert page.matrix.height() < page.height()
    page.matrix.setFocus()
    page.matrix.setCurrentIndex(page.matrix.model().index(9, 9))
    assert page.matrix.visualRect(page.matrix.currentIndex()).bottom() <= page.matrix.viewport().height()


# names, sizes, looks


def name_of(widget: QWidget) -> str:
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name) if interface else widget.accessibleName()


@pytest.mark.parametrize("size", [(1218, 822), (952, 600)])
def test_everything_has_a_name_and_a_size_to_hit(qtbot: QtBot, shown: OverviewPage, size: tuple[int, int]) -> None:
    shown.resize(*size)
    for _ in range(2):
        qtbot.wait(10)
        seen = [w for w in shown.findChildren(QWidget) if w.isVisible() and not isinstance(w, QScrollBar)]
        own = [w for w in seen if not w.objectName().startswith("qt_")]
        nameless = [
            f"{type(w).__name__} in {type(w.parent()).__name__}"
            for w in own
            if not name_of(w) and not (isinstance(w, QLabel) and not w.text())
        ]
        assert nameless == []
        buttons = [w for w in own if isinstance(w, QAbstractButton) and w.focusPolicy() is not Qt.FocusPolicy.NoFocus]
        assert all(min(b.width(), b.height()) >= 24 for b in buttons)
        shown.toggle_table()


def test_cells_and_boxes_speak_in_sentences(shown: OverviewPage) -> None:
    cell = QAccessible.queryAccessibleInterface(shown.matrix)
    assert cell is not None
    spoken = shown.matrix.model().index(2, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("C from A: ")
    assert spoken in shown.side.graph.accessibleDescription()
    assert shown.side.graph.node("a3").accessibleName().startswith("Article C, The harbour closes at dusk.; C from A: ")


def test_the_reasons_move_below_where_it_is_narrow(qtbot: QtBot, shown: OverviewPage) -> None:
    beside = shown.side.mapTo(shown, shown.side.rect().topLeft())
    assert beside.x() > shown.matrix.width()
    shown.resize(952, 640)
    qtbot.wait(20)
    below = shown.side.mapTo(shown, shown.side.rect().topLeft())
    assert below.y() > shown.findings.mapTo(shown, shown.findings.rect().bottomLeft()).y()
    assert shown.side.isVisible()
    shown.resize(1218, 820)
    qtbot.wait(20)
    assert shown.side.mapTo(shown, shown.side.rect().topLeft()) == beside


def test_another_look_is_worn_at_once(
    qtbot: QtBot, shown: OverviewPage, light: Theme, session: Session, grab: Callable[[QWidget], set[int]]
) -> None:
    before = grab(shown.matrix)
    light.wear("dark", zoom=1.25)
    try:
        qtbot.wait(20)
        assert QColor(light.color("paper")).rgb() in grab(shown.matrix)
        assert QColor("#FFFFFF").rgb() in before
        assert shown.matrix.rowHeight(0) == light.px(57)
    finally:
        light.wear("light", zoom=1.0)
    shown.show_case(session, comparing=False)


@pytest.fixture
def grab(qapp: QApplication) -> Callable[[QWidget], set[int]]:
    """Return a function that tells the colours that a widget shows."""

    def colours(widget: QWidget) -> set[int]:
        qapp.processEvents()
        image = widget.grab().toImage()
        return {image.pixel(x, y) for x in range(0, image.width(), 3) for y in range(0, image.height(), 3)}

    return colours
