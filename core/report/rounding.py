"""Whole numbers that keep their sum. Pure: numbers in, numbers out."""

from __future__ import annotations

from collections.abc import Sequence
from math import floor


def largest_remainder(shares: Sequence[float], total: int = 100) -> tuple[int, ...]:
    """Return whole parts of ``total`` in proportion to ``shares`` (Hamilton's method).

    Each part is the exact one rounded down or up, and the parts add up to ``total``; equal remainders go to
    the earlier share. Shares that sum to nothing give zeros.
    """
    whole = sum(shares)
    if whole <= 0:
        return tuple(0 for _ in shares)
    exact = [share / whole * total for share in shares]
    parts = [floor(value) for value in exact]
    by_remainder = sorted(range(len(exact)), key=lambda i: (parts[i] - exact[i], i))
    for i in by_remainder[: total - sum(parts)]:
        parts[i] += 1
    return tuple(parts)
