"""A long case: what is done for it grows with what is in view and with what changes, not with the text."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest

import desktop.compare.scene as scenes
from core.case.review import Verdict
from core.model import Analysis, Divergence, DivergenceType, MatchClass, Pair, Role, Severity
from desktop.compare.layout import BlockLayouts
from desktop.compare.pixellist import MEASURED_AT_ONCE
from desktop.compare.scene import pair_scene
from tests.desktop.compare.conftest import filler
from tests.desktop.compare.view_parts import MakeView, columns

LONG = 1500
"""Sentences in each article."""
IN_VIEW = 60
"""More than ever stand in both columns of a window of that size, and around them."""


@pytest.fixture
def long_case(cases: Any) -> tuple[Analysis, Pair]:
    """Return a pair of long articles: every second sentence is linked, every tenth link has a divergence."""
    texts = [[filler(n, 9) for n in range(k, k + 6)] for k in range(0, LONG, 6)]
    a, b = cases.article("long-a", texts, Role.REVIEW), cases.article("long-b", texts)
    links = []
    for n in range(0, LONG, 2):
        spans = (a.sentences[n].span, b.sentences[n].span)
        changed = [Divergence(DivergenceType.NUMBER, *spans, Severity.HIGH, "why")] if n % 20 == 0 else []
        match = MatchClass.CLOSE if n % 4 else MatchClass.PARAPHRASE
        links.append(cases.link([n], [n], match, divergences=changed))
    made: tuple[Analysis, Pair] = cases.analysis(a, b, links)
    return made


class Counter:
    """Counts how often sentences are laid out and made ready to be painted."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.laid = self.made = 0
        break_lines, view = BlockLayouts._broken, scenes.SentenceView

        def broken(*given: Any, **named: Any) -> Any:
            self.laid += 1
            return break_lines(*given, **named)

        def made(*given: Any, **named: Any) -> Any:
            self.made += 1
            return view(*given, **named)

        monkeypatch.setattr(BlockLayouts, "_broken", broken)
        monkeypatch.setattr(scenes, "SentenceView", made)

    @contextmanager
    def most(self, laid: int = IN_VIEW, made: int = IN_VIEW) -> Iterator[None]:
        """Allow so many inside."""
        self.laid = self.made = 0
        yield
        assert self.laid <= laid
        assert self.made <= made


@pytest.fixture
def counter(monkeypatch: pytest.MonkeyPatch) -> Counter:
    return Counter(monkeypatch)


def test_only_what_is_in_view_is_made_and_laid_out(
    make_view: MakeView, long_case: tuple[Analysis, Pair], counter: Counter
) -> None:
    analysis, pair = long_case
    view = make_view()
    with counter.most():
        view.show_pair(analysis, pair)
        view.grab()
    assert counter.laid
    assert counter.made
    with counter.most():
        view.select_link(400)
        view.grab()
    with counter.most():
        view.swap_sides()
        view.grab()
    for change in (view.set_folding, view.set_divergences_only):
        for on in (False, True):
            with counter.most():
                change(on)
                view.grab()
    with counter.most():
        view.set_hidden_classes(frozenset({MatchClass.CLOSE}))
        view.grab()
    with counter.most():
        view.resize(900, 600)
        view.grab()
    with counter.most():
        assert view.find_text("council").count > LONG


def test_what_keeps_its_words_keeps_its_lines(
    make_view: MakeView, long_case: tuple[Analysis, Pair], counter: Counter
) -> None:
    view = make_view()
    view.show_pair(*long_case)
    view.select_link(401)
    view.grab()
    with counter.most(laid=4):  # those whose words are marked no more
        view.set_hidden_classes(frozenset({MatchClass.CLOSE}))
        view.grab()
    with counter.most(laid=0, made=0):
        view.set_verdicts({401: Verdict.CREDIT})
        view.grab()


def test_a_verdict_tells_of_its_own_rows(make_view: MakeView, long_case: tuple[Analysis, Pair]) -> None:
    view = make_view()
    view.show_pair(*long_case)
    told: list[tuple[int, int]] = []
    for column in columns(view):
        column.model().dataChanged.connect(lambda first, last, *_: told.append((first.row(), last.row())))
    view.set_verdicts({400: Verdict.CREDIT, 401: Verdict.ACCEPTABLE})
    rows = [column.row_of(2 * link) for column in columns(view) for link in (400, 401)]
    assert sorted(told) == sorted((row, row) for row in rows)
    told.clear()
    view.set_verdicts({400: Verdict.CREDIT})
    assert len(told) == 2


def test_a_fold_makes_no_other_scene(make_view: MakeView, long_case: tuple[Analysis, Pair]) -> None:
    view = make_view()
    view.show_pair(*long_case)
    scene = view._scene
    view.set_folding(False)
    view.set_folding(True)
    assert view._scene is scene
    assert "chain" not in vars(scene), "made when the reader first scrolls"
    columns(view)[1].drive(40)
    assert len(scene.chain) == len(long_case[1].links)


def test_what_a_pair_says_is_worked_out_once(long_case: tuple[Analysis, Pair]) -> None:
    analysis, pair = long_case
    a, b = analysis.article(pair.a), analysis.article(pair.b)

    def scene(*, swapped: bool = False, hidden: frozenset[MatchClass] = frozenset()) -> scenes.Scene:
        return pair_scene(pair, a, b, ("B", "A"), hidden, swapped=swapped)

    first, again, swapped = scene(), scene(), scene(swapped=True)
    assert first.ties is again.ties
    assert first.left is not None
    assert swapped.right is not None
    assert first.left.outline is swapped.right.outline
    assert swapped.chain == first.chain
    some = scene(hidden=frozenset({MatchClass.CLOSE})).left
    assert some is not None
    kept = [n for n in first.left.said if some.said[n] is first.left.said[n]]
    assert kept == [n for n in first.left.said if n % 4 == 0], "what a filter does not touch is not said anew"


def test_texts_of_a_few_screenfuls_are_measured_whole(make_view: MakeView, cases: Any) -> None:
    view = make_view()
    for count in (MEASURED_AT_ONCE, MEASURED_AT_ONCE + 1):
        text = cases.article(f"of {count}", [[filler(n, 40) for n in range(count)]])
        view.show_articles(text, text)
        exact = len(columns(view)[0]._known) == count
        assert exact == (count == MEASURED_AT_ONCE)
