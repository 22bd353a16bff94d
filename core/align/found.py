"""The sentence pairs that were linked so far, by row and by column."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

Point = tuple[int, int]
"""Sentence of A, sentence of B."""


@dataclass(frozen=True, slots=True)
class Accepted:
    """A linked pair: its confidence, what carried it, and whether reuse is established around it."""

    confidence: float
    reason: str
    reuse: bool


class Found:
    """Linked pairs with their neighbourhoods at hand."""

    def __init__(self) -> None:
        self._pairs: dict[Point, Accepted] = {}
        self._rows: defaultdict[int, set[int]] = defaultdict(set)
        self._columns: defaultdict[int, set[int]] = defaultdict(set)

    def __contains__(self, point: Point) -> bool:
        return point in self._pairs

    def __iter__(self) -> Iterator[Point]:
        return iter(self._pairs)

    def __getitem__(self, point: Point) -> Accepted:
        return self._pairs[point]

    def add(self, point: Point, accepted: Accepted) -> None:
        """Link a pair, or say anew what carries it."""
        self._pairs[point] = accepted
        self._rows[point[0]].add(point[1])
        self._columns[point[1]].add(point[0])

    def row(self, i: int) -> set[int]:
        """Return the sentences of B that A's sentence ``i`` is linked with."""
        return self._rows.get(i, set())

    def column(self, j: int) -> set[int]:
        """Return the sentences of A that B's sentence ``j`` is linked with."""
        return self._columns.get(j, set())

    def in_order(self, i: int, j: int, reach: int) -> int:
        """Return how many linked pairs stand before or after on both sides, within ``reach`` sentences."""
        steps = [d for d in range(-reach, reach + 1) if d]
        return sum((i + d, j + e) in self._pairs for d in steps for e in steps if (d > 0) == (e > 0))


def components(points: Iterable[Point]) -> list[list[Point]]:
    """Return the points in groups that share a row or a column, each in order, by their first point."""
    rows: dict[int, list[Point]] = defaultdict(list)
    columns: dict[int, list[Point]] = defaultdict(list)
    ordered = sorted(points)
    for point in ordered:
        rows[point[0]].append(point)
        columns[point[1]].append(point)
    groups: list[list[Point]] = []
    seen: set[Point] = set()
    for point in ordered:
        if point in seen:
            continue
        group, open_ends = [], [point]
        seen.add(point)
        while open_ends:
            at = open_ends.pop()
            group.append(at)
            for near in (*rows[at[0]], *columns[at[1]]):
                if near not in seen:
                    seen.add(near)
                    open_ends.append(near)
        groups.append(sorted(group))
    return groups
