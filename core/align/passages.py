"""Passages: maximal runs of linked text, one for each stretch of reuse.

Linked sentence pairs are points in the plane of both articles; points that lie close on both sides are one
passage (the extension step of Sanchez-Perez et al. 2014). Lone quotations and shared facts make none.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from core.model import Article, Link, MatchClass, Passage, Span
from core.options import Options

Point = tuple[int, int]


def find_passages(a: Article, b: Article, links: Sequence[Link], options: Options) -> tuple[Passage, ...]:
    """Return the pair's passages in A's order."""
    found: dict[Point, tuple[MatchClass, float]] = {}
    for link in links:
        for i, j, match in link.pairs:
            if match.derived:
                found[i, j] = (match, link.confidence)
    passages: list[Passage] = []
    for cluster in clusters(sorted(found), int(options.passage_gap)):
        words: Counter[MatchClass] = Counter()
        for i, j in cluster:
            words[found[i, j][0]] += a.word_count(a.sentences[i])
        if set(words) == {MatchClass.QUOTATION}:
            continue
        passages.append(
            Passage(
                _cover(a, [i for i, _ in cluster]),
                _cover(b, [j for _, j in cluster]),
                max(words, key=lambda m: words[m]),
                sum(found[p][1] for p in cluster) / len(cluster),
            )
        )
    return tuple(sorted(passages, key=lambda p: (p.a, p.b)))


def clusters(points: Sequence[Point], gap: int) -> list[list[Point]]:
    """Return the points in groups that hang together: at most ``gap`` sentences between neighbours on each side."""
    groups: list[list[Point]] = []
    for side_a in _runs(sorted(points), 0, gap):
        for group in _runs(sorted(side_a, key=lambda p: p[1]), 1, gap):
            if len(group) == len(points):
                groups.append(sorted(group))
            else:
                groups += clusters(group, gap)
    return groups


def _runs(points: Sequence[Point], side: int, gap: int) -> list[list[Point]]:
    runs: list[list[Point]] = []
    for point in points:
        if runs and point[side] - runs[-1][-1][side] <= gap + 1:
            runs[-1].append(point)
        else:
            runs.append([point])
    return runs


def _cover(article: Article, indices: Sequence[int]) -> Span:
    return Span(article.sentences[min(indices)].span.start, article.sentences[max(indices)].span.end)
