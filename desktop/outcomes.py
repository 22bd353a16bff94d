"""What the jobs of the window give back, and how they are told of."""

from __future__ import annotations

from dataclasses import dataclass

from core.case.contents import CaseContents
from core.model import Analysis, Article
from desktop.language import tr


@dataclass(frozen=True, slots=True)
class Restored:
    """A saved case whose texts were read."""

    articles: tuple[Article, ...]
    contents: CaseContents


@dataclass(frozen=True, slots=True)
class Reread:
    """An article before and after its file was read again."""

    mark: int
    before: Article
    now: Article


def of_these_articles(contents: CaseContents) -> Analysis | None:
    """Return the case's analysis, or None where it is of other texts than the case's articles."""
    texts = {a.id: a.document.sha256 for a in contents.articles}
    kept = contents.analysis
    if kept is None or contents.outdated or any(texts.get(a.id) != a.document.sha256 for a in kept.articles):
        return None
    return kept


def pairs_done(analysis: Analysis) -> str:
    """Return how many of all pairs are compared: ``1 of 3 pairs``."""
    count = len(analysis.articles)
    return tr("{pairs} of {n} pair(s)", "", count * (count - 1) // 2).format(pairs=len(analysis.pairs))


def missing_pairs(analysis: Analysis) -> str:
    """Return in a sentence that pairs are not in the report, nothing where all are."""
    return (
        ""
        if analysis.complete
        else tr("The comparison was stopped: {pairs_done} are in the report.").format(pairs_done=pairs_done(analysis))
    )
