"""Points in the plane of two articles that lie near each other on both sides."""

from __future__ import annotations

from collections.abc import Sequence

from core.align.found import Point


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
