"""What a worker does with a result so that the window is not held by it later. No Qt in here."""

from __future__ import annotations

import gc

from core.model import Analysis


def ready(analysis: Analysis) -> Analysis:
    """Return the analysis after looking up each article's words and mentions, which the engine keeps for findings."""
    from core.divergence.facts import facts_of  # noqa: PLC0415 - loaded on the worker, not with the window

    for article in analysis.articles:
        facts_of(article)
    return analysis


def load_stemmer() -> None:
    """Load what some findings are told with; a comparison has loaded it, a case that was opened has not."""
    from core.lexis import stem  # noqa: PLC0415 - takes half a second

    stem("words")


def lay_aside() -> None:
    """Have nothing that there is now looked through for unreachable cycles any more.

    Of a long text that is millions of values. They are trees and go with their last reference, looked through or not.
    """
    gc.freeze()
