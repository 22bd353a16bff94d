from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any, cast

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QColor, QWheelEvent
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QProxyStyle, QStyle, QWidget
from pytestqt.qtbot import QtBot

from core.model import Analysis, MatchClass, Pair, Role, SentenceKind, Severity
from desktop.compare import CompareView
from desktop.compare.blocks import Block
from desktop.compare.column import Column
from desktop.compare.geometry import READING_LINE
from desktop.compare.gutter import GutterWidget
from desktop.compare.header import Header
from desktop.compare.layout import BlockLayouts
from desktop.compare.model import BlockModel
from desktop.compare.scene import Mark, SentenceView, Side
from desktop.compare.strip import Strip
from desktop.compare.style import Metrics
from desktop.compare.sync import DURATION
from desktop.theme import Theme

MakeView = Callable[..., CompareView]
Story = tuple[Analysis, Pair]


def columns(view: CompareView) -> tuple[Column, Column]:
    left, right = sorted(view.findChildren(Column), key=QWidget.x)
    return left, right


def gutter(view: CompareView) -> GutterWidget:
    return view.findChildren(GutterWidget)[0]


def strips(view: CompareView) -> tuple[Strip, Strip]:
    left, right = sorted(view.findChildren(Strip), key=QWidget.x)
    return left, right


def tops(view: CompareView, left: int, right: int) -> tuple[int, int]:
    ends = columns(view)[0].extent(left), columns(view)[1].extent(right)
    assert ends[0] is not None
    assert ends[1] is not None
    return ends[0][0], ends[1][0]


def click_sentence(column: Column, sentence: int) -> None:
    rect = column.row_rect(column.row_of(sentence))
    QTest.mouseClick(column.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())


def test_parts_have_the_designed_widths(make_view: MakeView, story: Story) -> None:
    view = make_view(868, 600)
    view.show_pair(*story)
    parts = [*strips(view), *columns(view), gutter(view)]
    assert sorted((p.x(), p.width()) for p in parts) == [(0, 14), (14, 376), (390, 88), (478, 376), (854, 14)]
    left, right = columns(view)
    assert (left.row_ends(), right.row_ends()) == ((34, 342), (0, 342))


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


def test_the_glide_takes_its_time_and_arrives(make_view: MakeView, story: Story, qtbot: QtBot) -> None:
    view = make_view()
    view.show_pair(*story)
    view.set_animated(True)
    view.select_link(4)
    assert tops(view, 10, 5)[0] != tops(view, 10, 5)[1]
    qtbot.waitUntil(lambda: tops(view, 10, 5)[0] == tops(view, 10, 5)[1], timeout=DURATION * 20)


class Still(QProxyStyle):
    """A style that wants no animation."""

    def styleHint(self, hint: QStyle.StyleHint, *rest: Any) -> int:  # noqa: N802 - Qt's name
        return 0 if hint is QStyle.StyleHint.SH_Widget_Animation_Duration else super().styleHint(hint, *rest)


def test_reduced_motion_goes_there_at_once(make_view: MakeView, story: Story) -> None:
    view = make_view()
    view.show_pair(*story)
    still = Still()
    view.setStyle(still)
    view.set_animated(True)
    view.select_link(4)
    assert tops(view, 10, 5)[0] == tops(view, 10, 5)[1]


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


def test_hidden_classes_lose_ribbons_and_links_and_keep_their_text(
    make_view: MakeView, story: Story, qtbot: QtBot
) -> None:
    view = make_view(868, 1000)
    view.show_pair(*story)
    view.select_link(2)
    with qtbot.waitSignals([view.linkSelected, view.stateChanged]):
        view.set_hidden_classes(frozenset({MatchClass.CLOSE}))
    assert view.selected_link() == -1
    assert view.visible_links() == (0, 1, 4, 6, 5)
    assert all(b.tie.match is not MatchClass.CLOSE for b in gutter(view).shapes().bands)
    assert columns(view)[1].row_of(3) >= 0
    view.set_hidden_classes(frozenset())
    assert view.visible_links() == (0, 1, 2, 3, 4, 6, 5, 7)


def test_crossing_ribbons_are_both_drawn(make_view: MakeView, story: Story) -> None:
    view = make_view(868, 1400)
    view.show_pair(*story)
    bands = {b.tie.link: b for b in gutter(view).shapes().bands}
    first, second = bands[2], bands[3]
    assert first.upper.start[1] > second.upper.start[1]
    assert first.upper.end[1] < second.upper.end[1]


def test_a_pill_goes_to_what_is_out_of_view(make_view: MakeView, story: Story) -> None:
    view = make_view(868, 420)
    view.show_pair(*story)
    view.set_scroll_locked(False)
    columns(view)[1].drive(2000)
    pill = next(p for p in gutter(view).shapes().pills if p.tie.link == 7)
    assert pill.label == "A 24 ↓"
    view.repaint()
    centre = QPoint(round(pill.left + pill.width / 2), round(pill.top + pill.height / 2))
    QTest.mouseClick(gutter(view), Qt.MouseButton.LeftButton, pos=centre)
    assert view.selected_link() == 7
    left, right = tops(view, 23, 19)
    assert left == right
    assert not [p for p in gutter(view).shapes().pills if p.tie.link == 7]


def test_a_ribbon_can_be_clicked_and_hovered(make_view: MakeView, story: Story, qtbot: QtBot) -> None:
    view = make_view(868, 900)
    view.show_pair(*story)
    view.repaint()
    band = next(b for b in gutter(view).shapes().bands if b.tie.link == 0)
    place = QPoint(round(band.middle[0]), round(band.middle[1]))
    with qtbot.waitSignal(gutter(view).hovered) as told:
        QTest.mouseMove(gutter(view), place)
    assert told.args == [0]
    qtbot.waitUntil(lambda: any(b.layer.name == "HOVERED" for b in gutter(view).shapes().bands), timeout=2000)
    QTest.mouseClick(gutter(view), Qt.MouseButton.LeftButton, pos=place)
    assert view.selected_link() == 0


def test_hovering_a_sentence_lights_its_ribbons_after_a_moment(make_view: MakeView, story: Story, qtbot: QtBot) -> None:
    view = make_view(868, 900)
    view.show_pair(*story)
    right = columns(view)[1]
    QTest.mouseMove(right.viewport(), right.row_rect(right.row_of(1)).center())
    qtbot.waitUntil(
        lambda: {b.tie.link for b in gutter(view).shapes().bands if b.layer.name == "HOVERED"} == {1}, timeout=2000
    )


def test_scrolling_leads_the_other_column_along_and_never_back(make_view: MakeView, story: Story) -> None:
    view = make_view(868, 420)
    view.show_pair(*story)
    view.select_link(4)
    left, right = columns(view)
    places = []
    for _ in range(60):
        before = right.offset
        right.drive(7)
        assert 0 <= right.offset - before <= 7, "the driving column moves one to one"
        places.append(left.offset)
    assert right.offset == right.rows.total - right.page
    assert places == sorted(places)
    assert places[-1] > places[0]
    view.set_scroll_locked(False)
    there = left.offset
    right.drive(-100)
    assert left.offset == there


def test_after_scrolling_far_enough_anchors_meet_at_the_reading_line(make_view: MakeView, story: Story) -> None:
    view = make_view(868, 420)
    view.show_pair(*story)
    left, right = columns(view)
    line = right.page * READING_LINE
    for _ in range(400):
        extent = right.extent(5)
        assert extent is not None
        if extent[0] <= line:
            break
        right.drive(2)
    assert abs(tops(view, 10, 5)[0] - tops(view, 10, 5)[1]) <= 2
    assert left.offset > 0


def test_scrolling_stops_at_the_ends_of_the_text(make_view: MakeView, story: Story) -> None:
    view = make_view(868, 420)
    view.show_pair(*story)
    right = columns(view)[1]
    right.drive(-500)
    assert right.offset == 0
    right.drive(100_000)
    assert right.offset == right.rows.total - right.page


def test_a_strip_drags_its_column(make_view: MakeView, story: Story) -> None:
    view = make_view(868, 420)
    view.show_pair(*story)
    strip, right = strips(view)[1], columns(view)[1]
    QTest.mouseClick(strip, Qt.MouseButton.LeftButton, pos=QPoint(7, strip.height() - 2))
    assert right.offset == right.rows.total - right.page
    QTest.mouseClick(strip, Qt.MouseButton.LeftButton, pos=QPoint(7, 1))
    assert right.offset == 0
    assert len(strip.bars()) == len(right.blocks)


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


def test_resizing_keeps_the_ends_level(make_view: MakeView, story: Story) -> None:
    view = make_view()
    view.show_pair(*story)
    view.select_link(4)
    for width, height in ((1200, 500), (700, 800), (868, 600)):
        view.resize(width, height)
        assert tops(view, 10, 5)[0] == tops(view, 10, 5)[1]
    view.grab()


def test_marks_lie_under_their_words_beyond_an_emoji(theme: Theme) -> None:
    layouts = BlockLayouts(theme, Metrics())
    layouts.set_width(2000)
    text = "🚀🚀🚀 rockets fly"
    start = text.index("rockets")
    view = SentenceView(
        "A 1",
        text,
        SentenceKind.BODY,
        new_paragraph=True,
        match=MatchClass.CLOSE,
        marks=(Mark(start, start + 7, Severity.MEDIUM),),
    )
    stroke = layouts.lay_out(0, view).strokes[0]
    line = layouts.lay_out(0, view).layout.lineAt(0)
    assert stroke.start == cast("tuple[float, int]", line.cursorToX(start + 3))[0]
    assert stroke.end == cast("tuple[float, int]", line.cursorToX(start + 10))[0]
    assert stroke.end > stroke.start > 0


def test_a_mark_over_two_lines_has_a_stroke_on_each(theme: Theme) -> None:
    layouts = BlockLayouts(theme, Metrics())
    layouts.set_width(150)
    text = "The minister said that the harbour would open again in the spring."
    view = SentenceView("A 1", text, SentenceKind.BODY, new_paragraph=True, marks=(Mark(0, len(text), Severity.HIGH),))
    laid = layouts.lay_out(0, view)
    assert laid.lines > 2
    assert [s.baseline - laid.strokes[0].baseline for s in laid.strokes] == [21 * n for n in range(laid.lines)]
    assert all(0 <= s.start < s.end <= 150 for s in laid.strokes)


def test_tints_rails_and_outline_are_painted_from_the_theme(make_view: MakeView, story: Story, theme: Theme) -> None:
    view = make_view(868, 700)
    view.show_pair(*story)
    left = columns(view)[0]
    view.select_link(0)
    image = left.viewport().grab().toImage()
    rect = left.row_rect(0)
    assert QColor(image.pixel(rect.left() + 4, rect.center().y())) == theme.color("verbatim.tint")
    assert QColor(image.pixel(rect.right(), rect.center().y())) == theme.color("verbatim.ink")
    assert QColor(image.pixel(rect.center().x(), rect.top() - 1)) == theme.color("ink")
    below = left.row_rect(left.row_of(1))
    assert QColor(image.pixel(below.right(), below.top() + 2)) == theme.color("paraphrase.ink")
    assert QColor(image.pixel(below.right(), below.top() + 9)) == theme.color("paraphrase.tint")


def test_markup_in_an_article_is_text(make_view: MakeView, cases: Any) -> None:
    a = cases.article("a", [["<b>Bold</b> &amp; <img src='x'>."]])
    view = make_view()
    view.show_articles(a, a)
    assert columns(view)[0].model().index(0, 0).data() == "<b>Bold</b> &amp; <img src='x'>."


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


@pytest.fixture(scope="module")
def novel() -> list[list[str]]:
    """About 61,000 words in 2,400 sentences."""
    stems = ("harbour", "council", "review", "minister", "grain", "winter", "signal", "bridge", "quarter", "letter")
    line = [" ".join(stems[(n * 7 + k * k) % 10] for k in range(12 + n * 5 % 27)) for n in range(2400)]
    return [[f"Sentence {n} {text}." for n, text in enumerate(line)][k : k + 6] for k in range(0, 2400, 6)]


def test_very_long_articles_open_and_scroll_quickly(make_view: MakeView, cases: Any, novel: list[list[str]]) -> None:
    a = cases.article("long-a", novel, Role.REVIEW)
    b = cases.article("long-b", novel)
    assert a.words > 55_000
    links = [cases.link([n], [n + (n % 7 == 0)], MatchClass.CLOSE) for n in range(0, 2390, 2)]
    analysis, pair = cases.analysis(a, b, links)
    view = make_view(868, 822)
    start = time.perf_counter()
    view.show_pair(analysis, pair)
    view.repaint()
    assert time.perf_counter() - start < 3, "one second on a quiet machine"
    right = columns(view)[1]
    start = time.perf_counter()
    for _ in range(60):
        right.drive(90)
        view.repaint()
    assert (time.perf_counter() - start) / 60 < 0.1, "16 ms on a quiet machine"
    for index in (600, 1190, 3):
        view.select_link(index)
        link = pair.links[index]
        assert tops(view, link.b[0], link.a[0])[0] == tops(view, link.b[0], link.a[0])[1]


def test_correcting_estimates_never_moves_what_is_read(make_view: MakeView, cases: Any, novel: list[list[str]]) -> None:
    a = cases.article("long-a", novel)
    view = make_view(868, 600)
    view.show_articles(a, a)
    view.set_scroll_locked(False)
    right = columns(view)[1]
    right.scroll_to(right.rows.total // 2)
    for _ in range(80):
        shown = right.shown_rows()
        middle = right.blocks[shown[len(shown) // 2]].first
        before = right.extent(middle)
        right.drive(-40)
        after = right.extent(middle)
        assert before is not None
        assert after is not None
        assert after[0] - before[0] == 40


def test_the_wheel_scrolls_columns_from_everywhere(make_view: MakeView, story: Story) -> None:
    view = make_view(868, 420)
    view.show_pair(*story)
    view.set_scroll_locked(False)
    left, right = columns(view)
    targets = ((left.viewport(), left), (right.viewport(), right), (gutter(view), right), (strips(view)[0], left))
    for widget, column in targets:
        before = column.offset
        event = QWheelEvent(
            QPointF(5, 60), QPointF(widget.mapToGlobal(QPoint(5, 60))), QPoint(), QPoint(0, -120),
            Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,  # noqa: FBT003 - Qt takes it by place only
        )  # fmt: skip
        QCoreApplication.sendEvent(widget, event)
        assert column.offset == before + 63
