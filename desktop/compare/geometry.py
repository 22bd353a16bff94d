"""Where ribbons, pills, strip rows and scroll positions lie.

Pure: functions of numbers, no Qt and no text. Lengths are pixels; y grows downwards.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, chain, groupby
from operator import add

Point = tuple[float, float]

READING_LINE = 0.35
"""The share of the viewport's height at which scrolling is synchronized and findings are placed."""


@dataclass(frozen=True, slots=True)
class Slot:
    """Which of ``count`` equal slices of a block's height something takes, from 0."""

    index: int = 0
    count: int = 1

    def __post_init__(self) -> None:
        if not 0 <= self.index < self.count:
            raise ValueError(f"slot {self.index} of {self.count} does not exist")

    def within(self, top: float, bottom: float) -> tuple[float, float]:
        """Return the slice's upper and lower end; neighbouring slices share theirs exactly."""
        return self._edge(self.index, top, bottom), self._edge(self.index + 1, top, bottom)

    def _edge(self, number: int, top: float, bottom: float) -> float:
        return bottom if number == self.count else top + (bottom - top) * number / self.count


WHOLE = Slot()


@dataclass(frozen=True, slots=True)
class Curve:
    """A cubic from ``start`` to ``end``; both controls stand halfway, so that it leaves and arrives level."""

    start: Point
    control1: Point
    control2: Point
    end: Point

    def at(self, t: float) -> Point:
        """Return the point at ``t`` in 0 … 1."""
        s = 1.0 - t
        weights = (s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t)
        points = (self.start, self.control1, self.control2, self.end)
        x = sum(w * p[0] for w, p in zip(weights, points, strict=True))
        y = sum(w * p[1] for w, p in zip(weights, points, strict=True))
        return x, y


def curve(left_y: float, right_y: float, width: float) -> Curve:
    """Return the curve across a gutter of that width."""
    half = width / 2
    return Curve((0.0, left_y), (half, left_y), (half, right_y), (width, right_y))


def ribbon(
    left: tuple[float, float], right: tuple[float, float], width: float, inset: float = 1.0
) -> tuple[Curve, Curve]:
    """Return the upper and the lower edge of a ribbon between two stretches of the gutter's sides."""
    (l0, l1), (r0, r1) = _inset(left, inset), _inset(right, inset)
    return curve(l0, r0, width), curve(l1, r1, width)


def _inset(ends: tuple[float, float], inset: float) -> tuple[float, float]:
    by = min(inset, max(0.0, (ends[1] - ends[0]) / 2))
    return ends[0] + by, ends[1] - by


def spread(centres: Sequence[float], height: float, low: float, high: float, gap: float = 2.0) -> list[float | None]:
    """Return a top for each pill of that height near its centre, none overlapping, all within ``low … high``.

    The order of the centres is kept. Pills for which there is no room at all get None, the last ones first.
    """
    room = int((high - low + gap) // (height + gap))
    order = sorted(range(len(centres)), key=lambda k: centres[k])[: max(0, room)]
    tops: list[float | None] = [None] * len(centres)
    placed: list[float] = []
    floor = low
    for k in order:
        placed.append(max(floor, centres[k] - height / 2))
        floor = placed[-1] + height + gap
    ceiling = high - height
    for n in reversed(range(len(placed))):
        placed[n] = min(placed[n], ceiling)
        ceiling = placed[n] - height - gap
    for k, top in zip(order, placed, strict=True):
        tops[k] = top
    return tops


def longest_chain(points: Sequence[tuple[int, int, float]]) -> list[int]:
    """Return which ``(left, right, weight)`` form the heaviest chain that increases strictly on both sides.

    The result holds positions in ``points``, in order. O(n log n): a tree of best sums over the right side.
    """
    ranks = {r: n for n, r in enumerate(sorted({p[1] for p in points}), start=1)}
    best: list[tuple[float, int]] = [(0.0, -1)] * (len(ranks) + 1)
    before = [-1] * len(points)
    end, heaviest = -1, 0.0
    order = sorted(range(len(points)), key=lambda k: points[k][:2])
    for _, group in groupby(order, key=lambda k: points[k][0]):
        found: list[tuple[int, float]] = []
        for k in group:
            total, before[k] = _best_below(best, ranks[points[k][1]] - 1)
            found.append((k, total + points[k][2]))
        for k, total in found:
            _raise_to(best, ranks[points[k][1]], (total, k))
            if total > heaviest:
                end, heaviest = k, total
    chain: list[int] = []
    while end >= 0:
        chain.append(end)
        end = before[end]
    return chain[::-1]


def _best_below(tree: Sequence[tuple[float, int]], rank: int) -> tuple[float, int]:
    best = (0.0, -1)
    while rank > 0:
        if tree[rank][0] > best[0]:
            best = tree[rank]
        rank -= rank & -rank
    return best


def _raise_to(tree: list[tuple[float, int]], rank: int, value: tuple[float, int]) -> None:
    while rank < len(tree):
        if value[0] > tree[rank][0]:
            tree[rank] = value
        rank += rank & -rank


def follow(y: float, anchors: Sequence[Point]) -> float:
    """Return where the other side stands when this one stands at ``y``; linear between neighbouring anchors.

    ``anchors`` are ``(this side, other side)``, increasing on both; beyond the ends both sides move alike.
    """
    if not anchors:
        return y
    place = bisect_right(anchors, y, key=lambda a: a[0])
    if place == 0:
        return anchors[0][1] + (y - anchors[0][0])
    here, there = anchors[place - 1]
    if place == len(anchors):
        return there + (y - here)
    next_here, next_there = anchors[place]
    return there + (y - here) / (next_here - here) * (next_there - there)


def increasing(anchors: Sequence[Point]) -> list[Point]:
    """Return the anchors without those that do not rise on this side or fall on the other."""
    kept: list[Point] = []
    for anchor in anchors:
        if not kept or (anchor[0] > kept[-1][0] and anchor[1] >= kept[-1][1]):
            kept.append(anchor)
    return kept


def fade_out(residual: float, moved: float, rate: float = 0.5) -> float:
    """Return what is left of a difference after the driving side moved that far.

    A follower that is off its place is led back within the motion of the driver, never in a jump.
    """
    step = abs(moved) * rate
    return max(0.0, residual - step) if residual > 0 else min(0.0, residual + step)


def common_place(ends: Sequence[tuple[int, int]], page: int) -> int:
    """Return where in the viewport the ends of a finding stand: at the reading line.

    ``ends`` are ``(upper edge, height of the text)`` of each column. Near the beginning or the end of the texts the
    place gives way, so that no more of the viewport stays empty than it must to bring the ends to one height.
    """
    filled = min(page - (total - top) for top, total in ends)
    return min(max(top for top, _ in ends), max(round(page * READING_LINE), filled))


def reachable_place(y: int, ends: Sequence[tuple[int, int]], page: int) -> int:
    """Return the place nearest to ``y`` to which every end can be scrolled; ``ends`` as above."""
    line = round(page * READING_LINE)
    lowest = max(line - (total - top) for top, total in ends)
    return max(lowest, min(y, *(top + line for top, _ in ends)))


@dataclass(frozen=True, slots=True)
class Bar:
    """A stretch of a strip in one class, ``rank`` 0 being the strongest."""

    top: float
    bottom: float
    rank: int


def strip_scale(total: float, height: float) -> float:
    """Return strip pixels per pixel of text; a short article is not blown up."""
    return 1.0 if total <= height else height / total


def strip_bars(rows: Sequence[tuple[float, float, int]], total: float, height: int) -> list[Bar]:
    """Return the bars of a strip for rows ``(top, bottom, rank)`` of a text ``total`` high.

    Where rows become thinner than two pixels, each pixel shows the strongest class that falls on it.
    """
    scale = strip_scale(total, height)
    if min((bottom - top for top, bottom, _ in rows), default=_THINNEST) * scale >= _THINNEST:
        return [
            Bar(round(top * scale), max(round(top * scale) + 1, round(bottom * scale)), r) for top, bottom, r in rows
        ]
    pixels, last = [_NOTHING] * height, height - 1
    for top, bottom, rank in rows:
        first, end = int(top * scale), int(bottom * scale)
        first = min(first, last)
        pixels[first] = min(pixels[first], rank)
        for y in range(first + 1, min(height, end)):
            pixels[y] = min(pixels[y], rank)
    bars: list[Bar] = []
    begin = 0
    for rank, run in groupby(pixels):
        end = begin + len(list(run))
        if rank != _NOTHING:
            bars.append(Bar(begin, end, rank))
        begin = end
    return bars


_THINNEST = 2.0
_NOTHING = 1_000
"""Weaker than any rank."""


class Rows:
    """Rows of known or estimated height, one under the other; each has a gap above it."""

    def __init__(self, heights: Sequence[int], gaps: Sequence[int], padding: int = 0) -> None:
        self._heights = list(heights)
        self._gaps = list(gaps)
        self._padding = padding
        self._tops: list[int] | None = None

    def __len__(self) -> int:
        return len(self._heights)

    @property
    def heights(self) -> Sequence[int]:
        """Return the height of every row."""
        return self._heights

    @property
    def tops(self) -> list[int]:
        """Return the upper edge of every row."""
        if self._tops is None:
            steps = map(add, self._heights, self._gaps[1:])  # from one row's top to the next one's
            first = [self._padding + gap for gap in self._gaps[:1]]
            self._tops = list(accumulate(chain(first, steps)))
        return self._tops

    @property
    def total(self) -> int:
        """Return the height of the whole."""
        return (self.bottom(len(self) - 1) if self._heights else self._padding) + self._padding

    def top(self, row: int) -> int:
        """Return a row's upper edge."""
        return self.tops[row]

    def bottom(self, row: int) -> int:
        """Return a row's lower edge."""
        return self.tops[row] + self._heights[row]

    def height(self, row: int) -> int:
        """Return a row's height."""
        return self._heights[row]

    def set_height(self, row: int, height: int) -> None:
        """Change one row's height; the rows below move."""
        if self._heights[row] != height:
            self._heights[row] = height
            self._tops = None

    def at(self, y: float) -> int:
        """Return the row that covers ``y``, −1 in a gap or outside."""
        row = bisect_right(self.tops, y) - 1
        return row if row >= 0 and y < self.bottom(row) else -1

    def between(self, top: float, bottom: float) -> range:
        """Return the rows of which something shows in ``top … bottom``."""
        first = max(0, bisect_right(self.tops, top) - 1)
        if first < len(self) and self.bottom(first) <= top:
            first += 1
        return range(first, max(first, bisect_left(self.tops, bottom)))
