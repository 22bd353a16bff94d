"""``--timings``: what each stage took, as a table on standard error."""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Sequence

from core.timings import Seconds, Stage


class Tally:
    """The seconds of many pairs, added up as they are finished."""

    def __init__(self) -> None:
        self._sums: defaultdict[Stage, float] = defaultdict(float)
        self._pairs = 0
        self._slowest = ("", 0.0)

    def add(self, name: str, seconds: Seconds) -> None:
        """Add what one pair took."""
        self._pairs += 1
        for stage, spent in seconds.items():
            self._sums[stage] += spent
        self._slowest = max(self._slowest, (name, sum(seconds.values())), key=lambda row: row[1])

    def tell(self) -> None:
        """Print the sums, and what a pair took."""
        count = max(1, self._pairs)
        rows = [(stage, f"{spent:.3f}", f"{spent / count:.3f}") for stage, spent in _ordered(self._sums)]
        _print([("stage", "seconds", "a pair"), *rows])
        name, spent = self._slowest
        if self._pairs > 1:
            sys.stderr.write(f"the slowest is pair {name}: {spent:.3f}\n")


def tell_timings(seconds: Seconds) -> None:
    """Print what each stage of one run took."""
    _print([("stage", "seconds"), *((stage, f"{spent:.3f}") for stage, spent in _ordered(seconds))])


def _ordered(seconds: Seconds) -> list[tuple[str, float]]:
    """Return the stages in the order of the journey, and all of them together."""
    return [(stage.value, seconds[stage]) for stage in Stage if stage in seconds] + [
        ("together", sum(seconds.values()))
    ]


def _print(rows: Sequence[tuple[str, ...]]) -> None:
    """Print rows with their first cell to the left and figures to the right."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for name, *figures in rows:
        cells = [f"{figure:>{width}}" for figure, width in zip(figures, widths[1:], strict=True)]
        sys.stderr.write("  ".join([f"{name:<{widths[0]}}", *cells]).rstrip() + "\n")
