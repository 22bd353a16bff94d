"""What the report page says where there is no preview, or one that a reader must know something about.

Pure: how things stand in, sentences out.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from core.model import Analysis
from desktop.language import tr, tr_noop

MAKING = tr_noop("Making the preview…")


class Way(Enum):
    """What can be done about it."""

    NOTHING = "nothing"
    RETRY = "retry"
    COMPARE = "compare"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Standing:
    """How things stand with the case and its preview."""

    analysis: Analysis | None
    articles: int
    comparing: bool
    working: bool
    """Whether a preview is due."""
    shown: bool
    """Whether there is one, be it of earlier choices."""
    error: str
    """Why the newest could not be made, else empty."""

    @property
    def reportable(self) -> bool:
        """Return whether there is anything to report."""
        return self.analysis is not None and bool(self.analysis.pairs)


@dataclass(frozen=True, slots=True)
class Empty:
    """What stands where the pages would."""

    title: str
    detail: str
    way: Way = Way.NOTHING


def empty_state(standing: Standing) -> Empty:
    """Return why there are no pages."""
    if standing.error and not standing.working:
        return Empty(tr("There is no preview"), standing.error, Way.RETRY)
    if standing.working or standing.reportable:
        return Empty(tr(MAKING), tr("Its pages show here in a moment."))
    if standing.comparing:
        return Empty(tr("Comparing"), tr("The report can be made as soon as the articles are compared."))
    if standing.articles > 1:
        return Empty(
            tr("Nothing is compared yet"), tr("A report says what was found between the articles."), Way.COMPARE
        )
    return Empty(tr("Nothing to report yet"), tr("A report needs two articles that were compared."), Way.OPEN)


def notice(standing: Standing) -> str:
    """Return what must be said over the pages, else nothing."""
    analysis = standing.analysis
    if standing.error and standing.shown:
        return tr("{error} The pages below are those of the last preview.").format(error=standing.error)
    if analysis is None or not standing.reportable:
        return ""
    if not analysis.complete:
        count = len(analysis.articles)
        done = tr("{pairs} of {n} pair(s)", "", count * (count - 1) // 2).format(pairs=len(analysis.pairs))
        return tr("The comparison was stopped: {done} are compared. The report holds only those.").format(done=done)
    if standing.comparing:
        return tr("The articles are being compared again. This is the report of the last comparison.")
    return ""
