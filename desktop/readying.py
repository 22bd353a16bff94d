"""What is done so that a long text does not hold the window later, most of it on a worker. No Qt in here."""

from __future__ import annotations

import gc
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from core.model import Analysis, Article, Pair
from core.progress import Progress
from desktop.remembering import work_out, work_out_pair


def ready(analysis: Analysis, first: Pair | None = None) -> Analysis:
    """Return the analysis after looking up each article's words and mentions, which are kept for what asks later.

    Of ``first``, the pair that is shown, what its screen asks is worked out too.
    """
    _look_up(analysis.articles)
    return ready_to_show(analysis, first)


def ready_to_show(analysis: Analysis, first: Pair | None = None) -> Analysis:
    """Return the analysis after what the screen of ``first`` asks was worked out; no other article is looked up."""
    counted(analysis.articles)
    if first is not None:
        both = analysis.article(first.a), analysis.article(first.b)
        _look_up(both)
        work_out_pair(first, *both)
    return analysis


def _look_up(articles: Sequence[Article]) -> None:
    from core.divergence.facts import facts_of  # noqa: PLC0415 - loaded on the worker, not with the window

    for article in articles:
        facts_of(article)


def counted(articles: Sequence[Article]) -> Sequence[Article]:
    """Return the articles after their words were counted, and what every screen asks of a text was worked out."""
    for article in articles:
        _ = article.words  # which keeps the figure
        work_out(article)
    return articles


def changed(article: Article, **values: Any) -> Article:  # noqa: ANN401 - any field's
    """Return the article with these values, itself where it has them: what was counted of a long text is kept."""
    has = all(getattr(article, name) == value for name, value in values.items())
    return article if has else replace(article, **values)


def numbered(articles: Sequence[Article], before: int) -> tuple[Article, ...]:
    """Return the articles with the ids that they have in a case, after as many others."""
    return tuple(changed(article, id=f"a{before + number + 1}") for number, article in enumerate(articles))


def warm(analysis: Analysis | None, progress: Progress) -> None:
    """Load and work out what a comparison has and a case that was opened was shown without; for a worker.

    Raises :class:`Cancelled` between two articles.
    """
    from core.lexis import stem  # noqa: PLC0415 - takes half a second, and tells some findings

    stem("words")
    for article in analysis.articles if analysis is not None else ():
        progress.step("", 0.0)
        _look_up(counted((article,)))


def lay_aside() -> None:
    """Have nothing that there is now looked through for unreachable cycles any more.

    Of a long text that is millions of values. They are trees and go with their last reference, looked through or not.
    """
    gc.freeze()
