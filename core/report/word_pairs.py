"""Which marked words of a card belong together: equal numbers on both sides, for a reader who points at one of them.

Pure: marks in, a number a mark out.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise

from core.wording.marks import Mark, MarkKind

Numbers = tuple[tuple[int, ...], tuple[int, ...]]


def pair_numbers(article: Sequence[Mark], source: Sequence[Mark], texts: tuple[str, str]) -> Numbers:
    """Return a number for each mark of both sides, from 1 in the article's order; 0 where a mark has no partner.

    Words that are aligned with each other share a number, and so do stretches of the same words that only
    punctuation parts, as long as they stand in the same order on both sides: a sentence that was copied is one pair.

    Args:
        article: the marks of one side, in text order.
        source: those of the other.
        texts: the texts of both articles.
    """
    groups = _Groups(len(article) + len(source))
    met = _join_partners(article, source, groups)
    _join_neighbours(article, source, texts, met, groups)
    numbers: dict[int, int] = {}
    of_article = [numbers.setdefault(groups.of(i), len(numbers) + 1) if i in met else 0 for i in range(len(article))]
    others = {j for partners in met.values() for j in partners}
    of_source = [numbers[groups.of(len(article) + j)] if j in others else 0 for j in range(len(source))]
    return tuple(of_article), tuple(of_source)


def _join_partners(article: Sequence[Mark], source: Sequence[Mark], groups: _Groups) -> dict[int, list[int]]:
    """Join marks that name each other; return the source's marks by the place of the article's mark."""
    order = sorted(range(len(source)), key=lambda j: source[j].span.start)
    starts = [source[j].span.start for j in order]
    met: dict[int, list[int]] = {}
    for i, mark in enumerate(article):
        if mark.partner is None:
            continue
        at = max(0, bisect_right(starts, mark.partner.start) - 1)
        while at < len(order) and starts[at] < mark.partner.end:
            j = order[at]
            back = source[j].partner
            if back is not None and back.overlaps(mark.span) and source[j].span.overlaps(mark.partner):
                groups.join(i, len(article) + j)
                met.setdefault(i, []).append(j)
            at += 1
    return met


def _join_neighbours(
    article: Sequence[Mark],
    source: Sequence[Mark],
    texts: tuple[str, str],
    met: dict[int, list[int]],
    groups: _Groups,
) -> None:
    rank = {j: place for place, j in enumerate(j for j, m in enumerate(source) if _solid(m, texts[1]))}
    solid = [i for i, mark in enumerate(article) if _solid(mark, texts[0])]
    for before, after in pairwise(solid):
        if before not in met or after not in met:
            continue
        if article[before].kind is not MarkKind.SAME or article[after].kind is not MarkKind.SAME:
            continue
        if rank[max(met[before])] + 1 == rank[min(met[after])]:
            groups.join(before, after)


def _solid(mark: Mark, text: str) -> bool:
    """Return whether a mark holds words; plain function words do, plain punctuation does not."""
    return mark.kind is not MarkKind.PLAIN or any(c.isalnum() for c in mark.span.of(text))


class _Groups:
    """Sets of things that were joined, each known by one of them."""

    def __init__(self, size: int) -> None:
        self._above = list(range(size))

    def of(self, thing: int) -> int:
        """Return which group a thing is in."""
        while self._above[thing] != thing:
            self._above[thing] = self._above[self._above[thing]]
            thing = self._above[thing]
        return thing

    def join(self, one: int, other: int) -> None:
        """Make one group of two."""
        self._above[self.of(other)] = self.of(one)
