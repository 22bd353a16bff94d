"""Which class is the stronger one: the order in which the model names them, as ranks."""

from __future__ import annotations

from collections.abc import Iterable

from core.model import MatchClass

CLASSES = tuple(MatchClass)
"""Every class by its rank, 0 the strongest."""


def strongest(classes: Iterable[MatchClass]) -> MatchClass | None:
    """Return the strongest of these classes, None of none."""
    return min(classes, key=lambda match: match.rank, default=None)
