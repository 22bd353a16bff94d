"""Paragraphs as running text: sentences follow each other on one line and stay rows of their own."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from core.model import Role
from desktop.compare.blocks import Block
from desktop.compare.column import Column
from desktop.compare.layout import flow_of
from desktop.compare.style import Metrics
from desktop.theme import Theme
from tests.desktop.compare.view_parts import MakeView, Story, columns


def fragments(column: Column, sentence: int) -> list[QRectF]:
    """Return the parts of lines that a sentence takes, in the viewport."""
    view = column._blocks.sentence(sentence)
    rect = column.row_rect(column.row_of(sentence))
    left, top = column._painter.text_left(rect), rect.top()
    laid = column._layouts.lay_out(sentence, view)
    return [part.translated(left, top) for part in column._layouts.fragments(laid)]


def test_sentences_of_a_paragraph_share_lines_and_never_a_place(make_view: MakeView, story: Story) -> None:
    view = make_view(868, 900)
    view.show_pair(*story)
    view.set_folding(False)
    left, _ = columns(view)
    blocks = left.rows.total
    view.set_reflow(True)
    assert view.reflow()
    assert left.rows.total < blocks
    line = left._metrics.line
    shared = [row for row in range(1, len(left.blocks)) if left.overlap(row)]
    assert len(shared) >= 12
    assert not any(left.blocks[row].new_paragraph for row in shared)
    for row in shared:
        assert left.row_top(row) == left.rows.bottom(row - 1) - line
    parts = [part for sentence in range(8) for part in fragments(left, sentence)]
    for one, other in pairwise(parts):
        assert other.top() > one.top() or (other.top() == one.top() and other.left() >= one.right())
    assert max(part.right() for part in parts) <= left.row_rect(0).right()


def test_going_back_gives_the_same_blocks(make_view: MakeView, story: Story, qtbot: QtBot) -> None:
    view = make_view()
    view.show_pair(*story)
    view.select_link(4)
    left, right = columns(view)
    before = left.rows.tops, right.rows.tops, left.offset
    with qtbot.waitSignal(view.stateChanged):
        view.set_reflow(True)
    with qtbot.assertNotEmitted(view.stateChanged):
        view.set_reflow(True)
    view.set_reflow(False)
    assert (left.rows.tops, right.rows.tops, left.offset) == before


def test_a_finding_stands_level_in_running_text_too(make_view: MakeView, story: Story) -> None:
    view = make_view()
    view.show_pair(*story)
    view.set_reflow(True)
    left, right = columns(view)
    for index, link in enumerate(story[1].links):
        view.select_link(index)
        ends = left.extent(link.b[0]), right.extent(link.a[0])
        assert ends[0] is not None
        assert ends[1] is not None
        assert ends[0][0] == ends[1][0]


def test_a_click_means_the_sentence_under_the_pointer(make_view: MakeView, story: Story) -> None:
    view = make_view(868, 900)
    view.show_pair(*story)
    view.set_reflow(True)
    left, _ = columns(view)
    assert left.overlap(left.row_of(1))
    first, second = fragments(left, 0)[-1], fragments(left, 1)[0]
    assert first.top() == second.top()
    for sentence, part in ((0, -1), (1, 0)):
        there = fragments(left, sentence)[part]  # anew, for a click brings the other column level
        place = QPoint(round(there.left()) + 3, round(there.center().y()))
        assert left.blocks[left.row_at(place)].first == sentence
        QTest.mouseClick(left.viewport(), Qt.MouseButton.LeftButton, pos=place)
        assert left.current_sentence() == sentence


def test_keys_and_names_go_by_sentence(make_view: MakeView, story: Story) -> None:
    view = make_view(868, 900)
    view.show_pair(*story)
    view.set_reflow(True)
    left, _ = columns(view)
    left.set_current(0)
    QTest.keyClick(left, Qt.Key.Key_Down)
    assert left.current_sentence() == 1
    assert left.model().rowCount() == len(left.blocks)
    name = left.model().index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert name == "A 2, paraphrase, reused in B 2"


def test_words_are_tinted_inline_and_the_rail_stays_at_the_gutter(
    make_view: MakeView, story: Story, theme: Theme
) -> None:
    view = make_view(868, 900)
    view.show_pair(*story)
    view.set_reflow(True)
    left, _ = columns(view)
    image = left.viewport().grab().toImage()
    rect, last = left.row_rect(0), fragments(left, 0)[-1]
    assert QColor(image.pixel(rect.right() - 1, rect.top() + 4)) == theme.color("verbatim.ink")
    line = fragments(left, 0)[0]
    assert QColor(image.pixel(round(line.left()) + 1, round(line.top()) + 1)) == theme.color("verbatim.tint")
    following = fragments(left, 1)[0]
    assert following.top() == last.top()
    middle = QPoint(round(following.right()) - 2, round(following.top()) + 1)
    assert QColor(image.pixel(middle.x(), middle.y())) == theme.color("paraphrase.tint")


def test_a_word_that_does_not_fit_begins_the_next_line(make_view: MakeView, cases: Any) -> None:
    long = "Incomprehensibilitiesincomprehensible begins here."
    a = cases.article("a", [["A sentence of some words that fill a line.", long]], Role.REVIEW)
    view = make_view()
    view.show_articles(a, a)
    view.set_reflow(True)
    left, _ = columns(view)
    second = fragments(left, 1)[0]
    assert second.left() == fragments(left, 0)[0].left()
    assert not left.overlap(1)


def test_text_from_the_right_runs_on_at_the_left(make_view: MakeView, cases: Any) -> None:
    a = cases.article("a", [["הנמל נסגר היום.", "הגשר פתוח.", "הכול כרגיל."]])
    view = make_view()
    view.show_articles(a, a)
    view.set_reflow(True)
    left, _ = columns(view)
    first, second = fragments(left, 0)[0], fragments(left, 1)[0]
    assert first.top() == second.top()
    assert second.right() <= first.left()
    middle = QPoint(round(second.center().x()), round(second.center().y()))
    assert left.row_at(middle) == 1
    assert left.row_at(QPoint(round(first.center().x()), middle.y())) == 0


def test_a_run_begins_anew_after_folds_and_now_and_then(make_view: MakeView, story: Story, cases: Any) -> None:
    long = cases.article("long", [[f"Sentence {n}." for n in range(130)]])
    view = make_view()
    view.show_articles(long, long)
    left, _ = columns(view)
    view.set_reflow(True)
    flow = left._layouts.flow
    assert flow is not None
    assert sorted(flow.starts) == [0, 41, 82, 123]
    sentence = left._blocks.sentence
    rows = [
        Block(first, last, folded=first < last, new_paragraph=first == 0)
        for first, last in ((0, 0), (1, 3), (4, 4), (5, 5))
    ]
    assert flow_of(rows, sentence).starts == {0, 1, 4}
    view.show_pair(*story)
    assert any(b.folded for b in left.blocks)
    assert not view.grab().isNull()


def test_searching_folding_swapping_and_zoom_work_in_running_text(
    make_view: MakeView, story: Story, theme: Theme
) -> None:
    view = make_view()
    view.show_pair(*story)
    view.set_reflow(True)
    state = view.find_text("sentence119")
    assert state.count == 1
    right = columns(view)[1]
    extent = right.extent(19)
    assert extent is not None
    assert 0 <= extent[0] < right.page
    view.swap_sides()
    view.set_folding(False)
    view.resize(700, 500)
    try:
        theme.wear(zoom=1.25)
        assert right._metrics.pad_top == 0
        assert right._metrics.line > Metrics().line
        assert not view.grab().isNull()
    finally:
        theme.wear(zoom=1.0)
    view.set_reflow(False)
    assert right._metrics.pad_top == Metrics().pad_top


def test_a_long_text_is_laid_out_near_the_viewport_only(make_view: MakeView, cases: Any) -> None:
    words = "The harbour council met on Thursday to discuss the bridge, the grain and the winter ahead, number"
    long = cases.article("long", [[f"{words} {n}." for n in range(k, k + 5)] for k in range(0, 1500, 5)])
    view = make_view()
    view.show_articles(long, long)
    view.set_reflow(True)
    left, right = columns(view)
    right.drive(10_000)
    assert len(left._layouts._kept) < 300
    rows = list(right.shown_rows())
    tops = [right.row_top(row) for row in rows]
    assert tops == sorted(tops)
    for row in rows[1:]:
        gap = right.row_top(row) - right.rows.bottom(row - 1)
        assert gap in (0, -right._metrics.line, right._metrics.paragraph_gap)
