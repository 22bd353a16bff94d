"""The compare view as people use it: selecting, folding, keys, names, what is shown before there are links."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QColor
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot

from core.model import MatchClass, Role, SentenceKind
from desktop.compare.blocks import Block
from desktop.compare.column import Column
from desktop.compare.geometry import READING_LINE
from desktop.compare.header import Header
from desktop.compare.model import BlockModel
from desktop.compare.scene import SentenceView, Side
from desktop.theme import Theme
from tests.desktop.compare.view_parts import MakeView, Story, columns, gutter, strips, tops


def click_sentence(column: Column, sentence: int) -> None:
    rect = column.row_rect(column.row_of(sentence))
    QTest.mouseClick(column.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())


def test_selecting_brings_both_ends_to_the_reading_line(make_view: MakeView, story: Story, qtbot: QtBot) -> None:
    view = make_view()
    view.show_pair(*story)
    with qtbot.waitSignal(view.linkSelected) as told:
        view.select_link(4)
    assert told.args == [4]
    line = round(columns(view)[0].page * READING_LINE)
    assert tops(view, 10, 5) == (line, line)
    assert view.selected_link() == 4
    with qtbot.assertNotEmitted(view.linkSelected):
        view.select_link(4)


def test_every_link_can_be_brought_level(make_view: MakeView, story: Story) -> None:
    view = make_view()
    view.show_pair(*story)
    for index, link in enumerate(story[1].links):
        view.select_link(index)
        left, right = tops(view, link.b[0], link.a[0])
        assert left == right
        assert 0 <= left < columns(view)[0].page


def test_unknown_links_are_refused_and_none_clears(make_view: MakeView, story: Story) -> None:
    view = make_view()
    view.show_pair(*story)
    with pytest.raises(IndexError):
        view.select_link(99)
    view.select_link(0)
    view.select_link(-1)
    assert view.selected_link() == -1


def test_the_keyboard_shows_a_ring_and_the_mouse_takes_it_away(
    make_view: MakeView, story: Story, qtbot: QtBot, theme: Theme
) -> None:
    view = make_view()
    view.show_pair(*story)
    left, right = columns(view)
    view.activateWindow()
    right.setFocus()
    qtbot.waitUntil(right.hasFocus)
    QTest.keyClick(right, Qt.Key.Key_Backtab)
    qtbot.waitUntil(left.hasFocus)
    rect = left.row_rect(0)

    def ring() -> QColor:
        return QColor(left.viewport().grab().toImage().pixel(rect.left() - 3, rect.center().y()))

    assert ring() == theme.color("focus")
    click_sentence(left, 0)
    assert ring() == theme.color("paper")


def test_a_click_selects_cycles_and_leaves_the_clicked_sentence_where_it_is(make_view: MakeView, story: Story) -> None:
    view = make_view(868, 1400)
    view.show_pair(*story)
    right = columns(view)[1]
    before = right.extent(6)
    seen = []
    for _ in range(3):
        click_sentence(right, 6)
        seen.append(view.selected_link())
        assert right.extent(6) == before
    assert seen == [6, 5, 6]
    click_sentence(right, 2)
    assert view.selected_link() == -1


def test_a_click_brings_the_partner_level(make_view: MakeView, story: Story) -> None:
    view = make_view(868, 900)
    view.show_pair(*story)
    right = columns(view)[1]
    right.drive(200)
    place = right.extent(5)
    click_sentence(right, 5)
    assert right.extent(5) == place
    assert tops(view, 10, 5) == (place[0], place[0]) if place else False


def test_runs_fold_open_by_click_and_never_hide_the_selection(make_view: MakeView, cases: Any) -> None:
    a = cases.article("a", [["One one.", "Two two."]], Role.REVIEW)
    b = cases.article("b", [[f"Number {n}." for n in range(8)]])
    analysis, pair = cases.analysis(a, b, [cases.link([0], [0]), cases.link([1], [4], MatchClass.SAME_FACT)])
    view = make_view()
    view.show_pair(analysis, pair)
    left = columns(view)[0]
    assert [(x.first, x.last, x.folded) for x in left.blocks] == [(0, 0, False), (1, 7, True)]
    click_sentence(left, 5)
    assert len(left.blocks) == 8
    view.set_folding(False)
    view.set_folding(True)
    assert len(left.blocks) == 2
    view.select_link(1)
    assert len(left.blocks) == 8
    assert tops(view, 4, 1)[0] == tops(view, 4, 1)[1]
    view.set_folding(False)
    view.set_folding(True)
    assert len(left.blocks) == 8, "the selection keeps its run open"


def test_folding_keeps_the_first_sentence_in_view_in_place(make_view: MakeView, story: Story) -> None:
    view = make_view()
    view.show_pair(*story)
    left = columns(view)[0]
    left.drive(350)
    place = left.extent(8)
    view.set_folding(False)
    assert left.extent(8) == place
    assert len(left.blocks) == 24


def test_an_opened_run_begins_where_its_row_stood(make_view: MakeView, story: Story) -> None:
    view = make_view()
    view.show_pair(*story)
    left = columns(view)[0]
    left.drive(300)
    row = left.extent(5)
    click_sentence(left, 5)
    opened = left.extent(3)
    assert row is not None
    assert opened is not None
    assert opened[0] == row[0]


def test_swapping_exchanges_columns_headings_and_keeps_the_selection(
    make_view: MakeView, story: Story, qtbot: QtBot
) -> None:
    view = make_view()
    view.show_pair(*story)
    view.select_link(4)
    before = tops(view, 10, 5)
    with qtbot.waitSignal(view.stateChanged):
        view.swap_sides()
    assert tops(view, 5, 10) == before
    assert view.selected_link() == 4
    headings = view.findChildren(Header)[0].headings()
    assert [h.letter if h else None for h in headings] == ["B", "A"]
    assert view.visible_links() == (0, 1, 3, 2, 4, 6, 5, 7)
    view.swap_sides()
    assert tops(view, 10, 5) == before


def test_keys_move_choose_and_change_columns(make_view: MakeView, story: Story, qtbot: QtBot) -> None:
    view = make_view(868, 900)
    view.show_pair(*story)
    left, right = columns(view)
    view.activateWindow()
    left.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(left.hasFocus)
    assert left.current_sentence() == 0
    QTest.keyClick(left, Qt.Key.Key_Down)
    QTest.keyClick(left, Qt.Key.Key_Return)
    assert (left.current_sentence(), view.selected_link()) == (1, 1)
    QTest.keyClick(left, Qt.Key.Key_Tab)
    qtbot.waitUntil(right.hasFocus)
    for key, sentence in ((Qt.Key.Key_End, 19), (Qt.Key.Key_Home, 0), (Qt.Key.Key_PageDown, None)):
        QTest.keyClick(right, key)
        current = right.current_sentence()
        assert current == sentence if sentence is not None else current > 0
        extent = right.extent(current)
        assert extent is not None
        assert extent[0] >= 0
        assert extent[1] <= right.page
    QTest.keyClick(right, Qt.Key.Key_J)
    assert right.current_sentence() == current, "letters belong to the window"


def test_the_keyboard_goes_to_a_column_and_tab_goes_on_from_there(
    make_view: MakeView, story: Story, qtbot: QtBot
) -> None:
    view = make_view(868, 900)
    view.show_pair(*story)
    left, right = columns(view)
    view.activateWindow()
    view.setFocus()
    qtbot.waitUntil(right.hasFocus)
    QTest.mouseClick(strips(view)[0], Qt.MouseButton.LeftButton, pos=QPoint(7, 9))
    qtbot.waitUntil(left.hasFocus)
    QTest.mouseClick(gutter(view), Qt.MouseButton.LeftButton, pos=QPoint(40, 300))
    qtbot.waitUntil(right.hasFocus)
    assert not any(part.focusProxy() for part in (view, gutter(view), *strips(view)))


def test_enter_opens_a_folded_row(make_view: MakeView, story: Story) -> None:
    view = make_view()
    view.show_pair(*story)
    left = columns(view)[0]
    left.set_current(5)
    QTest.keyClick(left, Qt.Key.Key_Return)
    assert left.row_of(5) >= 0
    assert not left.blocks[left.row_of(5)].folded
    assert left.current_sentence() == 3, "the keyboard stays with the run"


def test_blocks_are_list_items_with_names(make_view: MakeView, story: Story) -> None:
    view = make_view()
    view.show_pair(*story)
    right = columns(view)[1]
    view.select_link(0)
    listed = QAccessible.queryAccessibleInterface(right)
    assert listed is not None
    assert listed.role() is QAccessible.Role.List
    assert listed.childCount() == len(right.blocks)
    item = listed.child(0)
    assert item is not None
    assert item.role() is QAccessible.Role.ListItem
    assert item.text(QAccessible.Text.Name) == "B 1, verbatim, from A 1"
    assert item.text(QAccessible.Text.Description).startswith("Sentence100 ")
    names = [c.accessibleName() for c in columns(view)]
    assert names == ["A, Title of source", "B, Title of review"]
    assert [i.row() for i in right.selectionModel().selectedIndexes()] == [0]


def test_texts_show_before_the_analysis_and_keep_their_place_when_it_comes(make_view: MakeView, story: Story) -> None:
    analysis, pair = story
    view = make_view(868, 420)
    view.show_articles(analysis.article("source"), analysis.article("review"), ("A", "B"))
    left, right = columns(view)
    assert (len(left.blocks), len(right.blocks)) == (24, 20)
    assert gutter(view).shapes().bands == ()
    assert view.visible_links() == ()
    right.drive(160)
    place = right.extent(2)
    view.show_pair(analysis, pair)
    assert right.extent(2) == place
    assert view.visible_links()


def test_one_article_none_and_an_empty_one(make_view: MakeView, cases: Any) -> None:
    view = make_view()
    view.show_articles(cases.article("a", [["Only this."]]), None)
    left, right = columns(view)
    assert (len(left.blocks), len(right.blocks)) == (1, 0)
    assert right.placeholder == "Add a second article to compare"
    view.grab()
    empty = cases.article("empty", [])
    other = cases.article("b", [["One."]], kinds={0: SentenceKind.BOILERPLATE})
    view.show_pair(*cases.analysis(empty, other, []))
    assert columns(view)[1].placeholder == "This article has no text"
    assert view.visible_links() == ()
    view.swap_sides()
    view.grab()
    view.clear()
    assert [c.placeholder for c in columns(view)] == ["", ""]
    view.grab()


@pytest.mark.usefixtures("qapp")
def test_the_model_behaves_as_qt_expects() -> None:
    model = BlockModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    view = SentenceView("A 1", "One.", SentenceKind.BODY, new_paragraph=True)
    side = Side("a", "A", (view,) * 6)
    model.show(
        side,
        [Block(0, 0, folded=False, new_paragraph=True), Block(1, 5, folded=True, new_paragraph=False)],
        lambda b: f"{b.first}–{b.last}",
    )
    assert model.index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole) == "1–5"
    assert model.index(1, 0).data() == "5 sentences not reused 2–6"
    assert model.index(1, 0).data(Qt.ItemDataRole.DecorationRole) is None
    model.show(None, [], lambda _: "")
    assert model.rowCount() == 0
    assert tester.model() is model
