"""What is asked of the pairs of an analysis: which one it is, how many of its links count, who took from whom.

Pure: values in, values out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.model import Analysis, Article, MatchClass, Pair, Side
from core.report.in_common import strongest_classes
from desktop.remembering import remembered

if TYPE_CHECKING:
    from desktop.session import View

_SIDES = 8
"""Of how many texts on one side of a pair figures are kept: those on screen and some more."""


def find_pair(analysis: Analysis, one: str, other: str) -> Pair | None:
    """Return the pair of two articles, in whichever order it is kept."""
    return next((p for p in analysis.pairs if {p.a, p.b} == {one, other}), None)


def strongest_pair(analysis: Analysis, article_id: str) -> Pair | None:
    """Return the pair of an article with the most derived links."""
    pairs = [p for p in analysis.pairs if article_id in (p.a, p.b)]
    return max(pairs, key=lambda p: (p.derived_links, len(p.links)), default=None)


def first_pair(analysis: Analysis, view: View | None) -> Pair | None:
    """Return the pair that is shown first: the one of ``view`` if it was compared, else the subject's strongest."""
    chosen = find_pair(analysis, view.left, view.right) if view is not None else None
    return chosen or strongest_pair(analysis, analysis.subject)


def ranked_pairs(analysis: Analysis) -> tuple[Pair, ...]:
    """Return all pairs, those with the most links first, else by letter."""
    order = {a.id: i for i, a in enumerate(analysis.articles)}
    return tuple(sorted(analysis.pairs, key=lambda p: (-p.derived_links, -len(p.links), order[p.a], order[p.b])))


@remembered(_SIDES)
def sentence_classes(pair: Pair, article: Article) -> tuple[MatchClass, ...]:
    """Return the strongest class of each sentence of one of the pair's articles, within this pair."""
    found = strongest_classes(pair, article.id)
    return tuple(
        found.get(i) or (MatchClass.NO_SOURCE if sentence.checked else MatchClass.UNCHECKED)
        for i, sentence in enumerate(article.sentences)
    )


def source_of(pair: Pair) -> str | None:
    """Return the id of the article that direction calls the source, or None where it does not say."""
    return {Side.A: pair.b, Side.B: pair.a, Side.UNKNOWN: None}[taker(pair)]


def taker(pair: Pair) -> Side:
    """Return which side took from the other, as far as direction says; where nothing was taken, neither did."""
    return pair.direction.derived if pair.derived_links else Side.UNKNOWN
