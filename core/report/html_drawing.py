"""The drawing of a small case: where its articles stand, and the arrows, bars and lines between them.

Pure: a matrix in, numbers and points out, in the units of the drawing; how they are painted is the template's.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, hypot, pi, sin

from core.report.chosen_parts import GraphEdge, Matrix

WIDTH, HEIGHT, NODE = 360, 132, 20
_SIDE_ROOM, _TOP_ROOM = 24, 16
"""Between the ellipse that the articles stand on and the edges of the drawing."""
_GAP = 13
"""From the middle of an article to where a line begins."""
_THINNEST, _THICKER = 2, 5
_HEAD, _HEAD_SIDE = 9, 3.4

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Line:
    """What joins two articles: ``points`` is the outline of an arrow or a bar, else the two ends of a dotted line."""

    points: str
    match: str
    label: str
    """Empty for a dotted line."""
    middle: Point


@dataclass(frozen=True, slots=True)
class Drawing:
    """Everything to paint, the lines first."""

    lines: tuple[Line, ...]
    letters: tuple[tuple[str, Point], ...]
    legend: tuple[str, ...]


def drawing(matrix: Matrix | None) -> Drawing | None:
    """Return the drawing of a matrix, None where it has none."""
    if matrix is None or not matrix.edges:
        return None
    places = [_place(i, len(matrix.letters)) for i in range(len(matrix.letters))]
    lines = tuple(_line(edge, places[edge.start], places[edge.end]) for edge in matrix.edges)
    letters = tuple((letter, _round(place)) for letter, place in zip(matrix.letters, places, strict=True))
    return Drawing(lines, letters, _legend(matrix.edges))


def _place(index: int, count: int) -> Point:
    angle = -pi / 2 + 2 * pi * (index + 0.5) / count
    x = WIDTH / 2 + cos(angle) * (WIDTH / 2 - _SIDE_ROOM)
    return x, HEIGHT / 2 + sin(angle) * (HEIGHT / 2 - _TOP_ROOM)


def _line(edge: GraphEdge, start: Point, end: Point) -> Line:
    (x1, y1), (x2, y2) = start, end
    long = max(1.0, hypot(x2 - x1, y2 - y1))
    ux, uy = (x2 - x1) / long, (y2 - y1) / long
    ax, ay = x1 + ux * _GAP, y1 + uy * _GAP
    bx, by = x2 - ux * _GAP, y2 - uy * _GAP
    middle = _round(((x1 + x2) / 2, (y1 + y2) / 2))
    if not edge.label:
        return Line(_points([(ax, ay), (bx, by)]), edge.match.value, "", middle)
    half = _THINNEST / 2 + _THICKER / 2 * edge.share
    wide = half + _HEAD_SIDE
    head = _HEAD if edge.directed else 0
    cx, cy = bx - ux * head, by - uy * head
    tip = [(cx - uy * wide, cy + ux * wide), (bx, by), (cx + uy * wide, cy - ux * wide)] if edge.directed else []
    outline = [
        (ax - uy * half, ay + ux * half),
        (cx - uy * half, cy + ux * half),
        *tip,
        (cx + uy * half, cy - ux * half),
        (ax + uy * half, ay - ux * half),
    ]
    return Line(_points(outline), edge.match.value, edge.label, middle)


def _legend(edges: Sequence[GraphEdge]) -> tuple[str, ...]:
    said = (
        ("Arrow: taken over, as wide as the share", any(e.directed for e in edges)),
        ("Bar: in common, as wide as the share", any(e.label and not e.directed for e in edges)),
        ("Dotted: the same facts only", any(not e.label for e in edges)),
    )
    return tuple(text for text, applies in said if applies)


def _round(point: Point) -> Point:
    # One decimal is finer than a screen shows, and the same on every machine.
    return round(point[0], 1), round(point[1], 1)


def _points(points: Sequence[Point]) -> str:
    return " ".join("{:.1f},{:.1f}".format(*_round(point)) for point in points)
