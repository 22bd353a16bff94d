"""What can be shown of a case."""

from __future__ import annotations

from enum import StrEnum


class Screen(StrEnum):
    """A screen; the values are the names of the actions that show it."""

    OVERVIEW = "overview"
    COMPARE = "compare_screen"
    LEDGER = "ledger"
    REPORT = "report"
