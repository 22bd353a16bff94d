from types import SimpleNamespace

import pytest

from core.model import Analysis, Article, Link, WordMatch
from core.report.cards import card
from core.report.parts import Card, MarkedText, Run
from core.wording.marks import MarkKind

Two = tuple[Article, Article]


def by_pair(side: MarkedText) -> dict[int, list[str]]:
    found: dict[int, list[str]] = {}
    for run in side.runs:
        found.setdefault(run.pair, []).append(run.text.strip())
    found.pop(0, None)
    return found


def made(link: Link, two: Two) -> Card:
    return card(link, two[0], "A", two[1], "B")


def test_words_that_are_aligned_share_a_number(bridge: Two, taken: list[Link]) -> None:
    shown = made(taken[0], bridge)
    here, there = by_pair(shown.article), by_pair(shown.source)
    assert here.keys() == there.keys() == set(range(1, len(here) + 1))
    both = {(" ".join(here[n]), " ".join(there[n])) for n in here}
    assert {("City engineers", "city engineers"), ("12", "20"), ("beams", "girders"), ("said", "reported")} <= both


def test_what_only_one_side_has_has_no_number(rewrite_case: Analysis, bridge: Two) -> None:
    for link in rewrite_case.pairs[0].links:
        shown = made(link, bridge)
        alone = [r for side in (shown.article, shown.source) for r in side.runs if r.kind in _ALONE]
        assert alone
        assert all(run.pair == 0 for run in alone)


_ALONE = (MarkKind.ADDED, MarkKind.MISSING, MarkKind.PLAIN)


def same(make: SimpleNamespace, one: str, other: str, *words: tuple[str, str]) -> Card:
    a, b = make.article("a", [one]), make.article("b", [other])
    return made(make.link(a, b, [0], [0], words=[(x, y, WordMatch.SAME) for x, y in words]), (a, b))


def test_a_copied_sentence_is_one_pair_across_its_punctuation(make: SimpleNamespace) -> None:
    words = [(w, w) for w in ("Rain", "fell", "heavily", "Tuesday", "night")]
    shown = same(make, "Rain fell, heavily, Tuesday night.", "Rain fell heavily; Tuesday night!", *words)
    assert by_pair(shown.article) == {1: ["Rain fell, heavily, Tuesday night"]}
    assert by_pair(shown.source) == {1: ["Rain fell heavily; Tuesday night"]}


@pytest.mark.parametrize("between", [", ", " "])
def test_words_that_changed_places_keep_numbers_of_their_own(make: SimpleNamespace, between: str) -> None:
    shown = same(
        make, f"Rain fell{between}Tuesday.", "Tuesday rain fell.", ("Rain fell", "rain fell"), ("Tuesday",) * 2
    )
    assert by_pair(shown.article) == {1: ["Rain fell"], 2: ["Tuesday"]}
    assert by_pair(shown.source) == {2: ["Tuesday"], 1: ["rain fell"]}


def test_several_words_for_one_are_one_pair(make: SimpleNamespace) -> None:
    a, b = make.article("a", ["It cost 20,000 crowns."]), make.article("b", ["It cost twenty thousand crowns."])
    shown = made(make.link(a, b, [0], [0], words=[("20,000", "twenty thousand", WordMatch.SYNONYM)]), (a, b))
    assert by_pair(shown.article) == {1: ["20,000"]}
    assert " ".join(by_pair(shown.source)[1]) == "twenty thousand"


def test_the_runs_still_give_the_wording_back(rewrite_case: Analysis, bridge: Two) -> None:
    for link in rewrite_case.pairs[0].links:
        shown = made(link, bridge)
        assert shown.article.text == bridge[0].sentence_text(link.a[0])
        assert shown.source.text == bridge[1].sentence_text(link.b[0])
        assert all(isinstance(run, Run) and run.text for run in shown.article.runs)
