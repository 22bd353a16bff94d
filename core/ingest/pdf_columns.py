"""Put the lines of a PDF's page into reading order: columns found by the white between them. Pure."""

from __future__ import annotations

from collections import Counter
from statistics import median

from core.ingest.pdf_lines import Line

_LEAST = 3
"""Fewer lines on a side make no column."""
_GUTTER = 0.7
"""The least white between columns, in heights of a line."""
_WIDE = 5.0
"""The least width of a column's lines, in heights of a line; what is narrower is a table or a list's bullets."""
_NEAR = 1.0
"""How far apart, in points, lines of one column may begin."""
_DEEPEST = 8
_TRIED = 12
"""How many places are tried for the white, those where most lines begin first."""


def blocks(lines: list[Line], depth: int = 0) -> list[list[Line]]:
    """Return a page's lines in blocks of one column each, in reading order."""
    lines = sorted(lines, key=lambda line: (line.top, line.left))
    found = _columns(lines) if depth < _DEEPEST else None
    if found is None:
        return [rows(lines)] if lines else []
    parted: list[list[Line]] = []
    for part in found:
        parted += blocks(part, depth + 1)
    return parted


def rows(lines: list[Line]) -> list[Line]:
    """Return lines of one column from top to bottom, with those that stand side by side joined into one."""
    made: list[Line] = []
    for line in sorted(lines, key=lambda line: (line.top, line.left)):
        if made and made[-1].beside(line):
            made[-1] = _joined(made[-1], line)
        else:
            made.append(line)
    return made


def _joined(one: Line, other: Line) -> Line:
    first, second = (one, other) if one.left <= other.left else (other, one)
    return Line(
        min(one.left, other.left),
        min(one.top, other.top),
        max(one.right, other.right),
        max(one.bottom, other.bottom),
        [*first.pieces, (" ", None), *second.pieces],
    )


def _columns(lines: list[Line]) -> tuple[list[Line], list[Line], list[Line], list[Line]] | None:
    """Return the lines above columns, those of the left, of the right ones, and below; None where there are none."""
    if len(lines) < 2 * _LEAST:
        return None
    height = median(line.size for line in lines)
    starts = Counter(round(line.left / _NEAR) for line in lines)
    best: tuple[int, int, float] | None = None
    most = 0
    common = sorted((s for s, n in starts.items() if n >= _LEAST), key=lambda s: -starts[s])[:_TRIED]
    for start in common:
        edge = start * _NEAR - _NEAR
        begin = 0
        for at in range(len(lines) + 1):
            if at < len(lines) and not _crosses(lines[at], edge, height):
                continue
            size = _sides(lines[begin:at], edge, height)
            if size > most:
                most, best = size, (begin, at, edge)
            begin = at + 1
    if best is None:
        return None
    begin, end, edge = best
    left = [line for line in lines[begin:end] if line.left < edge]
    right = [line for line in lines[begin:end] if line.left >= edge]
    return lines[:begin], left, right, lines[end:]


def _crosses(line: Line, edge: float, height: float) -> bool:
    return line.left < edge and line.right > edge - _GUTTER * height


def _sides(lines: list[Line], edge: float, height: float) -> int:
    """Return how many lines stand in columns on both sides of an edge, 0 where they are none."""
    left = [line for line in lines if line.left < edge]
    right = [line for line in lines if line.left >= edge]
    if min(len(left), len(right)) < _LEAST:
        return 0
    if min(median(line.width for line in side) for side in (left, right)) < _WIDE * height:
        return 0
    # Side by side, not a part below another that is set in.
    shared = min(left[-1].bottom, right[-1].bottom) - max(left[0].top, right[0].top)
    return len(lines) if shared > height else 0
