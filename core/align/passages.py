"""Passages: maximal runs of linked text, one for each stretch of reuse.

Linked sentence pairs are points in the plane of both articles; points that lie close on both sides are one
passage (the extension step of Sanchez-Perez et al. 2014). Lone quotations and shared facts make none. Between
articles that are otherwise apart a passage is a region, whose bounds are exact to the word.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from core.align.clusters import clusters
from core.align.found import Point
from core.model import Article, Link, MatchClass, Passage, Span
from core.options import Options


@dataclass(frozen=True, slots=True)
class Taken:
    """A stretch of A that was taken from a stretch of B, and the sentences that it touches."""

    a: Span
    b: Span
    rows: range
    columns: range
    summary: bool
    """It sums up the other, so most of that has no part in it."""
    score: float
    """Log-likelihood ratio, in nats."""

    def holds(self, point: Point) -> bool:
        """Return whether a sentence pair lies in it."""
        return point[0] in self.rows and point[1] in self.columns

    def touches(self, point: Point) -> bool:
        """Return whether either sentence of a pair does."""
        return point[0] in self.rows or point[1] in self.columns


def find_passages(
    a: Article, b: Article, links: Sequence[Link], taken: Sequence[Taken], options: Options
) -> tuple[Passage, ...]:
    """Return the pair's passages in A's order; ``taken`` are those whose bounds are known already."""
    found = {(i, j): (match, link.confidence) for link in links for i, j, match in link.pairs if match.derived}
    passages: list[Passage] = []
    left = dict(found)
    for stretch in taken:
        inside = [point for point in found if stretch.holds(point)]
        passages += _passage(a, stretch.a, stretch.b, inside, found)
        for point in inside:
            left.pop(point, None)
    for cluster in clusters(sorted(left), int(options.passage_gap)) if left else ():
        spans = _cover(a, {i for i, _ in cluster}), _cover(b, {j for _, j in cluster})
        if not taken or max(map(len, spans)) >= options.passage_length:
            passages += _passage(a, *spans, cluster, found)
    return tuple(sorted(passages, key=lambda p: (p.a, p.b)))


def _passage(
    a: Article, of_a: Span, of_b: Span, points: Sequence[Point], found: Mapping[Point, tuple[MatchClass, float]]
) -> list[Passage]:
    """Return the passage that those linked pairs make, if they make one."""
    words: Counter[MatchClass] = Counter()
    for i, j in points:
        words[found[i, j][0]] += a.word_count(a.sentences[i])
    if not set(words) - {MatchClass.QUOTATION}:
        return []
    confidence = sum(found[p][1] for p in points) / len(points)
    return [Passage(of_a, of_b, max(words, key=lambda m: words[m]), confidence)]


def _cover(article: Article, indices: Iterable[int]) -> Span:
    chosen = sorted(indices)
    return Span(article.sentences[chosen[0]].span.start, article.sentences[chosen[-1]].span.end)
