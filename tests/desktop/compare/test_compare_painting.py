"""What the compare view paints: parts, ribbons and pills, marks, tints and rails."""

from __future__ import annotations

from typing import Any, cast

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from core.model import MatchClass, SentenceKind, Severity
from desktop.compare.layout import BlockLayouts
from desktop.compare.scene import Mark, SentenceView
from desktop.compare.style import Metrics
from desktop.theme import Theme
from tests.desktop.compare.view_parts import MakeView, Story, columns, gutter, strips, tops


def test_parts_have_the_designed_widths(make_view: MakeView, story: Story) -> None:
    view = make_view(868, 600)
    view.show_pair(*story)
    parts = [*strips(view), *columns(view), gutter(view)]
    assert sorted((p.x(), p.width()) for p in parts) == [(0, 14), (14, 376), (390, 88), (478, 376), (854, 14)]
    left, right = columns(view)
    assert (left.row_ends(), right.row_ends()) == ((34, 342), (0, 342))


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
