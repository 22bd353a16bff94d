"""Where the overview's graph draws what: numbers in, numbers out."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations
from math import hypot

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from core.model import MatchClass
from desktop.models.overview_graph import (
    NODE,
    Arrow,
    Graph,
    arrow_outline,
    describe_node,
    label_place,
    lay_out,
    overview_graph,
    shaft,
    shown_facts,
    shown_labels,
    thickness,
)
from desktop.models.overview_matrix import Cell, CellKind, Head, Matrix
from desktop.theme import Theme
from desktop.widgets.graph import Legend

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def arrow(source: str, target: str, share: float = 0.5, *, known: bool = True) -> Arrow:
    label = f"{share:.0%} of {target}, direction {'likely' if known else 'open'}"
    return Arrow(source, target, share, MatchClass.CLOSE, known, label, f"{target} from {source}")


def graph(nodes: str, *arrows: Arrow, facts: tuple[tuple[str, str], ...] = ()) -> Graph:
    return Graph(tuple(nodes), arrows, facts)


def cell(kind: CellKind, row: str, column: str, share: float = 0.0, *, known: bool = True) -> Cell:
    shares = ((MatchClass.CLOSE, share),) if share else ()
    return Cell(kind, row, column, (row, column), share, None, shares, 3, 0, known)


def matrix(letters: str, *cells: Cell) -> Matrix:
    by_place = {(c.row, c.column): c for c in cells}
    nothing = CellKind.NONE
    return Matrix(
        tuple(Head(x, x, f"Title {x}") for x in letters),
        tuple(tuple(by_place.get((a, b), cell(nothing, a, b)) for b in letters) for a in letters),
    )


def test_arrows_lead_from_the_source_to_what_was_made_from_it() -> None:
    made = overview_graph(
        matrix(
            "ABC", cell(CellKind.TAKEN, "C", "A", 0.71), cell(CellKind.FACTS, "A", "B"), cell(CellKind.FACTS, "B", "A")
        )
    )
    assert [(a.source, a.target, a.match, a.known) for a in made.arrows] == [("A", "C", MatchClass.CLOSE, True)]
    assert made.arrows[0].label == "71% of C, direction likely"
    assert made.facts == (("A", "B"),)


def test_the_strongest_arrow_is_drawn_last() -> None:
    made = overview_graph(matrix("ABC", cell(CellKind.TAKEN, "C", "A", 0.9), cell(CellKind.TAKEN, "B", "A", 0.2)))
    assert [a.target for a in made.arrows] == ["B", "C"]


def test_an_open_order_is_said() -> None:
    made = overview_graph(matrix("AB", cell(CellKind.TAKEN, "B", "A", 0.4, known=False)))
    assert made.arrows[0].label == "40% of B, direction open"


def test_quotations_in_common_are_called_so() -> None:
    quoted = replace(cell(CellKind.TAKEN, "B", "A", 0.4, known=False), shares=((MatchClass.QUOTATION, 0.4),))
    assert overview_graph(matrix("AB", quoted)).arrows[0].label == "40% of B, shared quotations"
    licensed = replace(quoted, licensed=True)
    assert overview_graph(matrix("AB", licensed)).arrows[0].label == "40% of B, licensed"


def test_the_legend_explains_what_is_drawn(qtbot: QtBot, light: Theme) -> None:
    legend = Legend(light)
    qtbot.addWidget(legend)
    legend.resize(600, 20)
    legend.show()
    assert legend.said() == "Arrow: derived, in its main class. Dotted line: same facts only."
    bar = cell(CellKind.TAKEN, "B", "A", 0.4, known=False)
    legend.show_graph(overview_graph(matrix("AB", bar)))
    assert legend.accessibleName() == "Bar: shared, direction open."
    both = overview_graph(matrix("ABC", bar, cell(CellKind.TAKEN, "C", "A", 0.9), cell(CellKind.FACTS, "B", "C")))
    legend.show_graph(both)
    assert legend.said().count(":") == 3
    beside = legend.height()
    legend.resize(120, 20)
    assert legend.height() == 3 * beside


def test_sources_stand_left_and_articles_without_an_arrow_below() -> None:
    layout = lay_out(graph("ABCDE", arrow("E", "C")), 360)
    assert layout.places["E"][0] < layout.places["C"][0]
    assert layout.places["E"][1] == layout.places["C"][1]
    assert all(layout.places[x][1] > layout.places["E"][1] + NODE for x in "ABD")
    assert layout.places["B"][1] > layout.places["A"][1]  # so that the line from A to D does not run through B


def test_a_chain_is_staggered() -> None:
    layout = lay_out(graph("ABC", arrow("A", "B"), arrow("B", "C"), arrow("A", "C")), 360)
    xs = [layout.places[x][0] for x in "ABC"]
    assert xs == sorted(xs)
    assert layout.places["B"][1] - layout.places["A"][1] > NODE


def test_articles_that_derive_from_each_other_are_placed_all_the_same() -> None:
    layout = lay_out(graph("ABC", arrow("A", "B"), arrow("B", "C"), arrow("C", "A")), 360)
    assert set(layout.places) == set("ABC")


@given(
    st.integers(0, 24),
    st.floats(220, 1200),
    st.sets(st.tuples(st.integers(0, 23), st.integers(0, 23)), max_size=30),
)
def test_boxes_stay_inside_and_apart(count: int, width: float, ends: set[tuple[int, int]]) -> None:
    nodes = LETTERS[:count]
    arrows = [arrow(nodes[a], nodes[b]) for a, b in sorted(ends) if a != b and max(a, b) < count]
    layout = lay_out(graph(nodes, *arrows), width)
    assert set(layout.places) == set(nodes)
    for x, y in layout.places.values():
        assert 0 <= x <= width
        assert NODE / 2 <= y <= layout.height - NODE / 2
    for one, other in combinations(layout.places.values(), 2):
        assert hypot(one[0] - other[0], one[1] - other[1]) > 1


def test_two_articles_without_an_arrow_stand_side_by_side() -> None:
    layout = lay_out(graph("AB"), 360)
    assert layout.places["A"][1] == layout.places["B"][1]
    assert lay_out(graph(""), 360).height == 0


def test_a_line_leaves_the_box_at_its_edge() -> None:
    start, end = shaft((0, 0), (100, 0))
    assert start[0] > NODE / 2
    assert end[0] < 100 - NODE / 2
    assert shaft((5, 5), (5, 5)) == ((5, 5), (5, 5))


def test_an_arrow_ends_in_its_point() -> None:
    outline = arrow_outline((10, 20), (110, 20), 12)
    assert (110, 20) in [pytest.approx(p) for p in outline] or any(p == pytest.approx((110, 20)) for p in outline)
    assert len(outline) == 7
    ys = [y for _, y in outline]
    assert max(ys) - 20 == pytest.approx(20 - min(ys))
    assert len(arrow_outline((10, 20), (110, 20), 12, head=False)) == 4


def test_a_larger_share_makes_a_thicker_arrow() -> None:
    assert thickness(0) < thickness(0.3) < thickness(1) == thickness(7)


@given(st.floats(0, 400), st.floats(0, 400), st.floats(10, 300))
def test_a_label_stays_inside(x: float, y: float, wide: float) -> None:
    left, top = label_place((x, y), (400 - x, y), 20, (wide, 16), 400)
    assert 0 <= left <= 400 - wide + 1e-6
    assert top >= 0


def test_a_thicket_shows_the_lines_of_one_article() -> None:
    few = graph("ABC", facts=(("A", "B"), ("B", "C")))
    assert shown_facts(few, None) == few.facts
    many = graph(LETTERS[:8], facts=tuple(combinations(LETTERS[:8], 2)))
    assert len(shown_facts(many, "B")) == 7


def test_labels_are_fewer_where_there_are_many_arrows() -> None:
    one = graph("AB", arrow("A", "B"))
    assert shown_labels(one, None)[0][1] == "50% of B, direction likely"
    two = graph("ABC", arrow("A", "B"), arrow("A", "C"))
    assert [text for _, text in shown_labels(two, None)] == ["50% of B", "50% of C"]
    many = graph("ABCDE", *(arrow("A", x) for x in "BCDE"))
    assert [text for _, text in shown_labels(many, "C")] == ["50% of C"]


def test_a_box_says_what_its_lines_show() -> None:
    made = graph("ABCD", arrow("A", "C"), facts=(("A", "B"),))
    letters = {x: x for x in "ABCD"}
    assert describe_node(made, "C", letters, "T") == "Article C, T; C from A"
    assert describe_node(made, "A", letters, "T") == "Article A, T; used: C from A; same facts only as B"
    assert describe_node(made, "D", letters, "T") == "Article D, T; nothing in common with the others"
