"""Verdicts, exclusions, divergences only, and the theme's zoom in the compare view."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from core.case.review import Verdict
from core.model import Divergence, DivergenceType, MatchClass, Role, Severity, Span
from desktop.compare.blocks import blocks_of
from desktop.compare.column import Column
from desktop.compare.content import Namer, Shown
from desktop.compare.gutter import GutterWidget
from desktop.compare.header import Header
from desktop.compare.marginal import Marginal
from desktop.compare.scene import pair_scene
from desktop.theme import Theme, load_theme
from tests.desktop.compare.view_parts import MakeView, Story, columns


@pytest.fixture
def theme(qapp: object) -> Iterator[Theme]:  # noqa: ARG001 - fonts need the application
    made = load_theme("light")
    yield made
    made.wear("light", zoom=1.0)


def name_of(column: Column, sentence: int) -> str:
    index = column.model().index(column.row_of(sentence), 0)
    return str(index.data(Qt.ItemDataRole.AccessibleTextRole))


def margin(column: Column, sentence: int) -> QImage:
    """Return what stands beside a row, in the outer margin."""
    row = column.row_rect(column.row_of(sentence))
    room = column.viewport().rect()
    left, right = (0, row.left()) if row.left() > 0 else (row.right() + 1, room.right())
    return column.viewport().grab().toImage().copy(left, row.top(), right - left, row.height())


def colours(image: QImage) -> set[int]:
    return {image.pixel(x, y) for x in range(image.width()) for y in range(image.height())}


def test_a_verdict_stands_in_the_margin_of_the_article_under_review(
    make_view: MakeView, story: Story, theme: Theme, qtbot: QtBot
) -> None:
    view = make_view(868, 900)
    view.show_pair(*story)
    left, right = columns(view)
    QAbstractItemModelTester(right.model(), QAbstractItemModelTester.FailureReportingMode.Fatal)
    before = margin(left, 0), margin(right, 0), margin(right, 1)
    with qtbot.waitSignal(right.model().dataChanged):
        view.set_verdicts({0: Verdict.REWRITE})
    assert margin(left, 0) == before[0]
    assert margin(right, 0) != before[1]
    assert margin(right, 1) == before[2]
    assert theme.color("verbatim.ink").rgb() in colours(margin(right, 0))
    assert name_of(right, 0) == "B 1, verbatim, from A 1, needs rewrite"
    assert name_of(left, 0) == "A 1, verbatim, reused in B 1, needs rewrite"
    view.set_verdicts({})
    assert margin(right, 0) == before[1]
    assert name_of(right, 0) == "B 1, verbatim, from A 1"


def test_swapped_the_icon_moves_with_the_article(make_view: MakeView, story: Story) -> None:
    view = make_view(868, 900)
    view.show_pair(*story)
    view.set_verdicts({0: Verdict.CREDIT})
    view.swap_sides()
    left, right = columns(view)
    with_icons = margin(left, 0), margin(right, 0)
    view.set_verdicts({})
    assert margin(left, 0) != with_icons[0]
    assert margin(right, 0) == with_icons[1]


def test_of_two_findings_of_a_sentence_the_graver_verdict_is_told(make_view: MakeView, story: Story) -> None:
    view = make_view()
    view.show_pair(*story)
    view.set_verdicts({5: Verdict.DISMISS, 6: Verdict.CREDIT})
    assert name_of(columns(view)[1], 6).endswith(", needs credit")


def test_a_judged_sentence_is_not_folded_away(make_view: MakeView, cases: Any) -> None:
    a = cases.article("a", [["One one.", "Two two."]], Role.REVIEW)
    b = cases.article("b", [[f"Number {n}." for n in range(8)]])
    analysis, pair = cases.analysis(a, b, [cases.link([0], [0]), cases.link([1], [4], MatchClass.SAME_FACT)])
    view = make_view()
    view.show_pair(analysis, pair)
    left = columns(view)[0]
    assert left.blocks[left.row_of(4)].folded
    view.set_verdicts({1: Verdict.ACCEPTABLE})
    assert not left.blocks[left.row_of(4)].folded
    view.set_verdicts({})
    view.show_pair(*cases.analysis(a, b, [cases.link([0], [0])]))
    assert left.blocks[left.row_of(4)].folded, "verdicts go with their pair"


@pytest.fixture
def changed(cases: Any) -> Any:
    """Return three links: a high, a low and no divergence."""
    a = cases.article("a", [["He sold brackets.", "She left early.", "They stayed."]], Role.REVIEW)
    b = cases.article("b", [["He sold rockets.", "She left soon.", "They stayed."]])

    def divergence(words: str, severity: Severity) -> Divergence:
        return Divergence(DivergenceType.WRONG_WORD, cases.span(a, words), None, severity, "w")

    links = [
        cases.link([0], [0], MatchClass.CLOSE, divergences=[divergence("brackets", Severity.HIGH)]),
        cases.link([1], [1], MatchClass.CLOSE, divergences=[divergence("early", Severity.LOW)]),
        cases.link([2], [2], MatchClass.VERBATIM),
    ]
    return cases.analysis(a, b, links)


def test_divergences_only_leaves_colour_to_what_changed(make_view: MakeView, changed: Story, qtbot: QtBot) -> None:
    view = make_view()
    view.show_pair(*changed)
    view.select_link(2)
    with qtbot.waitSignals([view.stateChanged, view.linkSelected]):
        view.set_divergences_only(True)
    assert view.divergences_only()
    assert view.visible_links() == (0,)
    assert view.selected_link() == -1
    gutter = view.findChildren(GutterWidget)[0]
    assert {b.tie.link for b in gutter.shapes().bands} == {0}
    sides = view._sides
    assert [s.hidden for s in sides[1].sentences] == [False, True, True] if sides[1] else False
    assert len(columns(view)[1].blocks) == 3, "the rest stays readable"
    view.set_divergences_only(False)
    assert view.visible_links() == (0, 1, 2)


def test_excluded_words_are_grey_and_told(make_view: MakeView, changed: Story, theme: Theme) -> None:
    analysis, pair = changed
    view = make_view()
    view.show_pair(analysis, pair)
    right = columns(view)[1]

    def darkest(sentence: int) -> int:
        rect = right.row_rect(right.row_of(sentence))
        image = right.viewport().grab(rect.adjusted(14, 3, -200, -3)).toImage()
        return min(QColor(pixel).lightness() for pixel in colours(image))

    before = darkest(2)
    text = analysis.article(pair.a).text
    start = text.index("They stayed.")
    view.set_excluded({pair.a: (Span(start, start + 12),), pair.b: ()})
    assert before < theme.color("ink3").lightness() <= darkest(2) + 2
    assert name_of(right, 2) == "B 3, verbatim, from A 3, 2 words left out of the scores"
    view.set_excluded({})
    assert darkest(2) == before


def test_excluded_stretches_are_cut_to_their_sentences(cases: Any, changed: Story) -> None:
    analysis, pair = changed
    a, b = analysis.article(pair.a), analysis.article(pair.b)
    over = Span(a.text.index("brackets"), a.text.index("left") + 4)
    made = pair_scene(pair, a, b, ("B", "A"), frozenset(), left_out={a.id: (over, cases.span(a, "stayed"))})
    assert made.right is not None
    assert made.left is not None
    assert [s.left_out for s in made.right.sentences] == [((8, 17),), ((0, 8),), ((5, 11),)]
    assert [s.left_out for s in made.left.sentences] == [(), (), ()]


def test_a_name_asks_for_verdicts_when_it_is_asked_for(changed: Story) -> None:
    analysis, pair = changed
    a, b = analysis.article(pair.a), analysis.article(pair.b)
    made = pair_scene(pair, a, b, ("B", "A"), frozenset())
    assert made.right is not None
    marginal = Marginal()
    namer = Namer(Shown(a, b, ("B", "A"), analysis, pair), made.right, marginal)
    row = blocks_of(made.right, folding=True)[2]
    assert namer(row) == "B 3, verbatim, from A 3"
    marginal.set_verdicts({2: Verdict.DISMISS})
    assert namer(row) == "B 3, verbatim, from A 3, dismissed"
    marginal.set_notes([2])
    assert namer(row) == "B 3, verbatim, from A 3, dismissed, has a note"


def test_the_view_grows_with_the_themes_zoom_and_stays_at_its_place(
    make_view: MakeView, story: Story, theme: Theme
) -> None:
    view = make_view(868, 600)
    view.show_pair(*story)
    view.select_link(4)
    left, right = columns(view)
    height, header = right.rows.height(right.row_of(5)), view.findChildren(Header)[0].height()
    theme.wear(zoom=1.5)
    assert right.rows.height(right.row_of(5)) > height * 1.4
    assert view.findChildren(Header)[0].height() == round(header * 1.5)
    assert left.y() == view.findChildren(Header)[0].height()
    assert not view.grab().isNull()


def test_another_theme_is_painted_at_once(make_view: MakeView, story: Story, theme: Theme) -> None:
    view = make_view()
    view.show_pair(*story)
    left = columns(view)[0]
    rect = left.row_rect(0)

    def tint() -> QColor:
        return QColor(left.viewport().grab().toImage().pixel(rect.left() + 4, rect.center().y()))

    assert tint() == theme.color("verbatim.tint")
    light = theme.color("verbatim.tint")
    theme.wear("dark")
    assert tint() == theme.color("verbatim.tint") != light
