"""The months' short names, as the desktop says them."""

from __future__ import annotations

from desktop.language import tr, tr_noop

SHORT = (
    tr_noop("Jan"),
    tr_noop("Feb"),
    tr_noop("Mar"),
    tr_noop("Apr"),
    tr_noop("May"),
    tr_noop("June"),
    tr_noop("July"),
    tr_noop("Aug"),
    tr_noop("Sept"),
    tr_noop("Oct"),
    tr_noop("Nov"),
    tr_noop("Dec"),
)
"""Those that the engine prints, for the translators; a test holds them to it."""


def short(month: int) -> str:
    """Return the short name of a month, 1 … 12."""
    return tr(SHORT[month - 1])
