"""Growing links to m:n: a sentence joins where it explains words that nothing explains yet."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from heapq import heappop, heappush

from core.align.found import Found, Point
from core.align.score import Explained
from core.options import Options

FAR = 4
"""Furthest a sentence may stand from a linked one to join it."""


class Growth:
    """Pairs that could still be linked, by what they would explain beyond their price."""

    def __init__(
        self, found: Found, explained: Explained, options: Options, may_link: Callable[[int, int], bool]
    ) -> None:
        self._found, self._explained, self._options, self._may_link = found, explained, options, may_link
        self._surplus: dict[Point, float] = {}
        self._rows: defaultdict[int, set[Point]] = defaultdict(set)
        self._columns: defaultdict[int, set[Point]] = defaultdict(set)
        self._heap: list[tuple[float, Point]] = []

    def grow(self, linked: Iterable[Point]) -> Iterator[tuple[Point, float, float]]:
        """Yield pairs to link, best first, with what they explain and its price; the caller links each at once."""
        for point in linked:
            self._explained.add(*point)
        self._consider(p for q in linked for p in self._near(q))
        while self._heap:
            lost, point = heappop(self._heap)
            if self._surplus.get(point) != -lost:
                continue
            if lost > 0:
                return
            price = self._price(*point)
            self._forget(point)
            yield point, price - lost, price
            self._explained.add(*point)
            touched = self._rows[point[0]] | self._columns[point[1]]
            self._consider([*touched, *self._near(point)])

    def _consider(self, points: Iterable[Point]) -> None:
        for point in dict.fromkeys(points):
            surplus = self._explained.gain(*point) - self._price(*point)
            self._surplus[point] = surplus
            self._rows[point[0]].add(point)
            self._columns[point[1]].add(point)
            heappush(self._heap, (-surplus, point))

    def _forget(self, point: Point) -> None:
        del self._surplus[point]
        self._rows[point[0]].discard(point)
        self._columns[point[1]].discard(point)

    def _near(self, point: Point) -> Iterator[Point]:
        i, j = point
        for x in range(i - FAR, i + FAR + 1):
            for y in range(j - FAR, j + FAR + 1):
                if (x, y) not in self._found and (x, y) not in self._surplus and self._may_link(x, y):
                    yield x, y

    def _price(self, i: int, j: int) -> float:
        """Return the new ground that pair must explain to be linked."""
        o = self._options
        beside_b = [abs(y - j) for y in self._found.row(i)]
        beside_a = [abs(x - i) for x in self._found.column(j)]
        if beside_a and beside_b:
            return o.grow_merge
        if not beside_a and not beside_b:
            return o.grow_fresh
        by_distance = {1: o.grow_near, 2: o.grow_far}
        return by_distance.get(min(beside_a + beside_b), o.grow_away)
