"""The ledger on screen: what it shows, how it is walked through, where it leads."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from core.case.review import Judgement, Verdict
from core.model import Analysis, MatchClass, Pair
from core.report.parts import BarPart
from desktop.delegates.ledger import MOST_CHIPS, row_height, shown_chips
from desktop.models.audit_parts import AuditLine, AuditRow, Audits, AuditSection, Sign
from desktop.models.ledger import Column, LedgerFilter, LedgerModel
from desktop.models.ledger_rows import LedgerEntry, SourceChip
from desktop.pages.ledger import LedgerPage
from desktop.session import Place, Session
from desktop.theme import Theme, load_theme
from desktop.widgets.article_bar import ArticleBar, said
from desktop.widgets.audit_item import AuditItem, CopyText, PlaceButton
from desktop.widgets.audits import FIRST, AuditPanel
from desktop.widgets.empty import EmptyState
from desktop.widgets.ledger_table import LedgerTable

Wait = Callable[[LedgerPage], None]


def sentences(page: LedgerPage) -> list[int]:
    model = page.filter
    return [int(model.index(row, 0).data()) for row in range(model.rowCount())]


def press(widget: QWidget, key: Qt.Key, times: int = 1) -> None:
    for _ in range(times):
        QTest.keyClick(widget, key)


def state(page: LedgerPage) -> str:
    shown = page._pages.currentWidget()
    return shown.title() if isinstance(shown, EmptyState) else ""


def test_the_article_under_review_is_shown_with_its_figures(audited: LedgerPage) -> None:
    assert audited.article == "a3"
    assert audited.model.rowCount() == 21
    assert "Largest single source: E" in audited.head.detail()
    assert audited.controls.count.text() == "21 sentences"
    assert state(audited) == ""


def test_the_same_case_again_costs_nothing(audited: LedgerPage, session: Session) -> None:
    rows = audited.model.rows
    audited.show_case(session, comparing=False)
    assert audited.model.rows is rows
    assert not audited.auditing


def test_enter_and_double_click_open_the_strongest_link(audited: LedgerPage, qtbot: QtBot, taken: Pair) -> None:
    link = next(n for n, x in enumerate(taken.links) if x.a == (11,))
    audited.table.select(11)
    with qtbot.waitSignal(audited.findingChosen) as chosen:
        press(audited.table, Qt.Key.Key_Return)
    assert chosen.args == [Place("a3", "a5", link)]
    index = audited.table.currentIndex()
    with qtbot.waitSignal(audited.findingChosen) as chosen:
        audited.table.doubleClicked.emit(index)
    assert chosen.args == [Place("a3", "a5", link)]
    audited.table.select(20)
    with qtbot.assertNotEmitted(audited.findingChosen):
        press(audited.table, Qt.Key.Key_Return)
    assert audited.current_place() is None


def test_steps_go_over_sentences_without_a_source(audited: LedgerPage) -> None:
    audited.table.select(15)
    assert not audited.step(1)
    assert audited.step(-1)
    current = audited.table.current()
    assert current is not None
    assert current.label == "C 15"


def test_the_first_step_goes_to_the_first_finding_in_the_order_on_screen(audited: LedgerPage) -> None:
    audited.table.sortByColumn(Column.NUMBER, Qt.SortOrder.DescendingOrder)
    audited.table.clearSelection()
    audited.table.setCurrentIndex(QModelIndex())
    assert audited.step(1)
    current = audited.table.current()
    assert current is not None
    assert current.label == "C 16"


def test_headings_sort_by_keyboard_and_by_click(audited: LedgerPage) -> None:
    header = audited.table.horizontalHeader()
    header.setFocus()
    press(header, Qt.Key.Key_Right, Column.CHANGE)
    press(header, Qt.Key.Key_Return)
    assert header.sortIndicatorSection() == Column.CHANGE
    first = audited.filter.index(0, Column.CHANGE).data()
    assert first in ("may meet → Meet", "may travel → embarked", "rockets → brackets")
    press(header, Qt.Key.Key_Space)
    assert header.sortIndicatorOrder() is Qt.SortOrder.DescendingOrder
    place = QPoint(header.sectionViewportPosition(Column.NUMBER) + 10, header.height() // 2)
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert sentences(audited) == list(range(1, 22))


def test_words_find_sentences_and_the_row_stays_marked(audited: LedgerPage) -> None:
    audited.table.select(11)
    audited.focus_filter()
    assert audited.focusWidget() is audited.controls.search
    QTest.keyClicks(audited.controls.search, "officials rocket")
    assert sentences(audited) == []
    audited.controls.search.setText("u.s. OFFICIALS since")
    assert sentences(audited) == [12]
    assert audited.controls.count.text() == "1 of 21 sentences"
    audited.controls.clear()
    assert len(sentences(audited)) == 21
    audited.table.select(11)
    audited.controls.search.setText("suspicions")
    current = audited.table.current()
    assert current is not None
    assert current.index == 11


def test_only_divergences_only_without_verdict_only_some_classes(
    audited: LedgerPage, session: Session, taken: Pair
) -> None:
    audited.controls.divergent.click()
    assert 12 in sentences(audited)
    assert 5 not in sentences(audited)
    audited.controls.unjudged.click()
    link = next(x for x in taken.links if x.a == (11,))
    session.review_state = session.review_state.judged(session.key(taken, link), Judgement(Verdict.CREDIT))
    audited.show_case(session, comparing=False)
    assert 12 not in sentences(audited)
    audited.controls.clear()
    audited.set_hidden_classes(frozenset(MatchClass) - {MatchClass.NO_SOURCE})
    assert sentences(audited) == [19, 20, 21]
    audited.set_hidden_classes(frozenset(MatchClass))
    assert audited._no_rows.title() == "No sentence is left by the filter"


def test_the_class_menu_says_what_it_hides(audited: LedgerPage) -> None:
    classes = audited.controls.classes
    classes._menu.aboutToShow.emit()
    action = next(a for a in classes._menu.actions() if a.text().startswith("Paraphrase"))
    action.trigger()
    assert classes.accessibleName() == "Classes shown: 6 of 7 classes"
    assert all(audited.model.rows[n - 1].match is not MatchClass.PARAPHRASE for n in sentences(audited))
    classes._menu.aboutToShow.emit()
    next(a for a in classes._menu.actions() if a.text() == "Show all").trigger()
    assert classes.accessibleName() == "Classes shown: All classes"


def test_a_verdict_shows_without_moving_anything(audited: LedgerPage, session: Session, taken: Pair) -> None:
    audited.table.select(11)
    link = next(x for x in taken.links if x.a == (11,))
    session.review_state = session.review_state.judged(session.key(taken, link), Judgement(Verdict.REWRITE))
    audited.show_case(session, comparing=False)
    current = audited.table.current()
    assert current is not None
    assert (current.index, current.verdict) == (11, Verdict.REWRITE)
    cell = audited.filter.index(11, Column.VERDICT)
    assert cell.data(Qt.ItemDataRole.AccessibleTextRole) == "Needs rewrite"


def test_another_article_is_chosen_by_menu(audited: LedgerPage, qtbot: QtBot, wait_for_audits: Wait) -> None:
    picker = audited.controls.picker
    picker._menu.aboutToShow.emit()
    with qtbot.waitSignal(audited.articleChosen) as chosen:
        next(a for a in picker._menu.actions() if a.text().startswith("E ")).trigger()
    assert chosen.args == ["a5"]
    wait_for_audits(audited)
    assert audited.article == "a5"
    assert audited.head.notice() == "What C took from E is shown in C’s ledger."
    button = next(b for b in audited.head.findChildren(QPushButton) if b.text() == "Ledger of C")
    with qtbot.waitSignal(audited.articleChosen) as chosen:
        button.click()
    assert chosen.args == ["a3"]
    audited.offer_articles(offered=False)
    assert not picker.isVisible()


def test_an_article_that_is_gone_changes_nothing(audited: LedgerPage) -> None:
    audited.show_article("a99")
    assert audited.article == "a3"


def test_audits_lead_to_their_places(audited: LedgerPage, qtbot: QtBot) -> None:
    quotations = audited.audits.sections[1]
    item = next(i for i in quotations.items() if i.row.label == "C 15 from E 22")
    button = next(b for b in item.findChildren(PlaceButton) if b.text() == "C 15 from E 22")
    with qtbot.waitSignal(audited.findingChosen) as chosen:
        press(button, Qt.Key.Key_Space)
    assert chosen.args == [item.row.place]
    words = item.findChildren(CopyText)[0]
    with qtbot.waitSignal(audited.findingChosen):
        QTest.mouseClick(words, Qt.MouseButton.LeftButton)
    words.setSelection(0, 5)
    assert words.selectedText() == words.text()[:5]


def test_narrow_pages_have_the_audits_below_one_at_a_time(audited: LedgerPage) -> None:
    assert [s.isVisible() for s in audited.audits.sections] == [True, True, True]
    audited.resize(970, 620)
    assert [s.isVisible() for s in audited.audits.sections] == [True, False, False]
    press(audited.audits.tabs[2], Qt.Key.Key_Space)
    assert [s.isVisible() for s in audited.audits.sections] == [False, False, True]
    assert audited.table.height() > 3 * row_height(audited.table._theme)


def test_states_say_what_is_missing(page: LedgerPage, sample: Analysis) -> None:
    session = Session()
    page.show_case(session, comparing=False)
    assert state(page) == "No articles yet"
    session.add(sample.articles[:1])
    page.show_case(session, comparing=False)
    assert state(page) == "One article so far"
    session.add(sample.articles[1:2])
    page.show_case(session, comparing=True)
    assert state(page) == "Comparing"
    page.show_case(session, comparing=False)
    assert state(page) == "Nothing was compared yet"


def test_an_article_that_came_later_was_not_compared(audited: LedgerPage, session: Session) -> None:
    session.add(session.articles[:1])
    audited.show_case(session, comparing=False)
    audited.show_article("a6")
    assert state(audited) == "F was not compared yet"
    audited.show_article("a4")
    assert "does not prove that D is original" in audited.head.notice()
    assert state(audited) == ""


def test_every_widget_has_a_name(audited: LedgerPage) -> None:
    unnamed = [
        w
        for w in audited.findChildren(QWidget)
        if w.focusPolicy() is not Qt.FocusPolicy.NoFocus
        and not w.accessibleName()
        and not isinstance(w, QLabel)
        and not w.objectName().startswith("qt_")
    ]
    assert unnamed == []


def test_a_row_is_copied_with_its_number(audited: LedgerPage) -> None:
    audited.table.select(3)
    QTest.keyClick(audited.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text().startswith("C 4\tNorth Korea")


def test_ends_of_the_table_and_letters(audited: LedgerPage) -> None:
    audited.table.setFocus()
    press(audited.table, Qt.Key.Key_End)
    assert audited.table.currentIndex().row() == 20
    press(audited.table, Qt.Key.Key_U)
    assert audited.table.currentIndex().row() == 20
    press(audited.table, Qt.Key.Key_Home)
    assert audited.table.currentIndex().row() == 0


@pytest.mark.parametrize("theme", ["light", "dark", "contrast-light"])
def test_it_paints_in_every_theme_and_at_double_size(audited: LedgerPage, theme: str) -> None:
    look = audited.table._theme
    try:
        look.wear(theme, zoom=2.0)
        assert audited.table.rowHeight(0) == row_height(look)
        picture = audited.grab().toImage()
        assert not picture.isNull()
    finally:
        look.wear("light", zoom=1.0)
    assert audited.table.rowHeight(0) == row_height(look)


def test_at_most_three_chips_are_shown_and_one_always() -> None:
    theme = load_theme("light")
    chips = tuple(SourceChip("E", n, MatchClass.CLOSE, Place("a", "b", n)) for n in range(5))
    assert shown_chips(chips, 1000, theme) == MOST_CHIPS
    assert shown_chips(chips, 10, theme) == 1
    assert shown_chips(chips[:2], 1000, theme) == 2


def test_the_bar_says_its_shares_in_words(qtbot: QtBot, light: Theme) -> None:
    bar = ArticleBar(light)
    qtbot.addWidget(bar)
    parts = (
        BarPart(MatchClass.CLOSE, "Close", 0.2, 20),
        BarPart(MatchClass.NO_SOURCE, "No source here", 0.798, 80),
        BarPart(MatchClass.UNCHECKED, "Unchecked", 0.002, 0),
    )
    bar.show_parts(parts, 560)
    told = "Close 20%, No source here 80% and Unchecked under 1%. share of 560 words, by sentence"
    assert bar.accessibleDescription() == told
    bar.resize(200, 90)
    bar.show()
    qtbot.waitExposed(bar)
    high = bar._legend.height()
    bar.resize(900, 90)
    assert bar._legend.height() < high
    bar.show_parts((), 0)
    assert bar.accessibleDescription() == "No words. share of 0 words, by sentence"
    assert said(()) == "No words"


def many(number: int) -> Sequence[LedgerEntry]:
    chip = SourceChip("E", 1, MatchClass.CLOSE, Place("a1", "a2", 0))
    text = "A sentence that is long enough to be broken into two lines, and then some more of it. "
    return tuple(LedgerEntry(n, f"C {n + 1}", MatchClass.CLOSE, text * 2, chips=(chip,)) for n in range(number))


def test_thousands_of_rows_are_shown_at_once(qtbot: QtBot, light: Theme) -> None:
    model, rows = LedgerModel(), LedgerFilter()
    rows.setSourceModel(model)
    table = LedgerTable(light, rows)
    qtbot.addWidget(table)
    table.resize(880, 700)
    table.show()
    start = time.process_time()
    model.set_rows(many(3400))
    assert not table.grab().isNull()
    assert time.process_time() - start < 1.0
    assert table.verticalHeader().length() == 3400 * row_height(light)


def test_the_rows_of_a_long_text_come_from_a_worker(
    qtbot: QtBot, page: LedgerPage, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop.pages.ledger._AT_ONCE", 5)
    page.show_case(session, comparing=False)
    assert page._no_rows.title() == "Being put together …"
    qtbot.waitUntil(lambda: not page.auditing)
    assert page.model.rowCount() == 21
    page.show_article("a5")
    page.show_article("a3")
    assert page.model.rowCount() == 21
    page.show_article("a5")
    qtbot.waitUntil(lambda: not page.auditing)
    assert page.controls.count.text() == "26 sentences"


def test_long_audits_show_more_on_demand(qtbot: QtBot, light: Theme) -> None:
    lines = tuple(AuditLine(f"line {n}", label=f"C {n}") for n in range(20))
    rows = tuple(AuditRow(f"row {n}", "", Sign.LOW, lines) for n in range(FIRST + 5))
    nothing = AuditSection("Nothing", nothing="There is nothing.")
    panel = AuditPanel(light)
    qtbot.addWidget(panel)
    panel.show_audits(Audits(AuditSection("Many", "", rows), nothing, nothing))
    qtbot.waitUntil(lambda: not panel.growing)
    section = panel.sections[0]
    assert len(section.items()) == FIRST
    more = next(b for b in section.findChildren(QPushButton) if b.text() == "Show 5 more of 5")
    more.click()
    assert len(section.items()) == FIRST + 5
    item: AuditItem = section.items()[0]
    rest = next(b for b in item.findChildren(QPushButton) if b.text() == "Show 12 more")
    rest.click()
    assert any(text.text() == "line 19" for text in item.findChildren(CopyText))
    assert any(text.text() == "There is nothing." for text in panel.findChildren(QLabel))


def test_wording_in_audits_is_no_markup(qtbot: QtBot, light: Theme) -> None:
    item = AuditItem(light, AuditRow("<b>bold</b>", "", Sign.LOW, (AuditLine("<i>x</i>", "E"),)))
    qtbot.addWidget(item)
    assert [t.text() for t in item.findChildren(CopyText)] == ["<b>bold</b>", "<i>x</i>"]
    assert all(t.textFormat() is Qt.TextFormat.PlainText for t in item.findChildren(CopyText))


def test_the_last_ledger_stays_while_another_comparison_runs(
    page: LedgerPage, sample: Analysis, wait_for_audits: Wait
) -> None:
    session = Session()
    session.add(sample.articles)
    session.set_analysis(sample)
    page.show_case(session, comparing=True)
    assert page.head.notice().startswith("Another comparison is running")
    wait_for_audits(page)
    assert page.audits.sections[0].items()
