"""Breaking marked text into lines."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.model import Span
from core.wording.marks import Mark, MarkKind
from desktop.delegates.lines import elided_lines
from desktop.theme import Theme
from desktop.widgets.flow import LONGEST_WORD, Piece, flow, partners, pieces


def _width(piece: Piece) -> float:
    return 10.0 * len(piece.text)


def _marks(text: str, kinds: list[MarkKind]) -> list[Mark]:
    marks, start = [], 0
    for word, kind in zip(text.split(" "), kinds, strict=True):
        marks.append(Mark(Span(start, start + len(word)), kind))
        start += len(word) + 1
    return marks


def test_punctuation_stays_with_its_word() -> None:
    text = "stop here, now"
    marks = [Mark(Span(0, 9), MarkKind.SAME), Mark(Span(9, 10), MarkKind.PLAIN), Mark(Span(11, 14), MarkKind.SAME)]
    found = pieces(text, marks)
    assert [(p.text, p.space) for p in found] == [("stop", False), ("here", True), (",", False), ("now", True)]
    runs, lines = flow(found, 95, 10, _width)
    assert lines == 2
    assert [(r.line, [w for _, w in r.words]) for r in runs] == [(0, ["stop"]), (1, ["here"]), (1, [","]), (1, ["now"])]


def test_a_mark_over_two_lines_is_two_runs() -> None:
    text = "aaaa bbbb"
    runs, lines = flow(pieces(text, [Mark(Span(0, 9), MarkKind.SAME)]), 50, 10, _width)
    assert lines == 2
    assert [(r.mark, r.line, r.left, r.right) for r in runs] == [(0, 0, 0.0, 40.0), (0, 1, 0.0, 40.0)]


def test_added_words_get_a_plus_and_gaps_get_dots() -> None:
    text = "one. two three. four"
    marks = [Mark(Span(0, 4), MarkKind.ADDED), Mark(Span(16, 20), MarkKind.ADDED)]
    assert [p.text for p in pieces(text, marks)] == ["+one.", "…", "+four"]


def test_no_marks_no_lines() -> None:
    assert flow(pieces("", []), 100, 10, _width) == ((), 0)


words = st.lists(st.text(st.characters(categories=["L", "N"]), min_size=1, max_size=60), min_size=1, max_size=30)


@given(words, st.integers(10, 600), st.data())
def test_every_word_is_placed_in_order_and_inside(some: list[str], width: int, data: st.DataObject) -> None:
    text = " ".join(some)
    kinds = data.draw(st.lists(st.sampled_from(list(MarkKind)), min_size=len(some), max_size=len(some)))
    found = pieces(text, _marks(text, kinds))
    runs, lines = flow(found, width, 10, _width)
    assert [word for run in runs for _, word in run.words] == [p.text for p in found]
    places = [(run.line, run.left) for run in runs]
    assert places == sorted(places)
    assert lines == runs[-1].line + 1
    for run in runs:
        assert run.right <= width or len(run.words) == 1 or run.left == 0
    assert all(len(p.text) <= LONGEST_WORD + 1 for p in found)


def test_partners_are_found_from_either_side() -> None:
    own = Mark(Span(0, 4), MarkKind.CHANGED, Span(10, 15))
    others = [Mark(Span(0, 9), MarkKind.SAME), Mark(Span(10, 15), MarkKind.CHANGED, Span(0, 4))]
    assert partners(own, others) == (1,)
    assert partners(others[1], [own]) == (0,)
    assert partners(Mark(Span(0, 2), MarkKind.ADDED), others) == (1,)
    assert partners(Mark(Span(20, 22), MarkKind.ADDED), others) == ()


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
@given(st.text(min_size=1, max_size=300), st.integers(1, 4), st.floats(1, 400))
def test_titles_break_into_few_lines_whatever_they_hold(light: Theme, title: str, most: int, width: float) -> None:
    lines = elided_lines(title, light.ui_font(13), width, most)
    assert len(lines) <= most
    whole = " ".join(title.split())
    if not any("…" in line for line in lines):
        assert "".join(lines).replace(" ", "") == whole.replace(" ", "") or len(lines) == most
