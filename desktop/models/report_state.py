"""What the report page says where there is no preview, or one that a reader must know something about.

Pure: how things stand in, sentences out.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from core.model import Analysis
from core.report.phrases import some

MAKING = "Making the preview…"


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
        return Empty("There is no preview", standing.error, Way.RETRY)
    if standing.working or standing.reportable:
        return Empty(MAKING, "Its pages show here in a moment.")
    if standing.comparing:
        return Empty("Comparing", "The report can be made as soon as the articles are compared.")
    if standing.articles > 1:
        return Empty("Nothing is compared yet", "A report says what was found between the articles.", Way.COMPARE)
    return Empty("Nothing to report yet", "A report needs two articles that were compared.", Way.OPEN)


def notice(standing: Standing) -> str:
    """Return what must be said over the pages, else nothing."""
    analysis = standing.analysis
    if standing.error and standing.shown:
        return f"{standing.error} The pages below are those of the last preview."
    if analysis is None or not standing.reportable:
        return ""
    if not analysis.complete:
        count = len(analysis.articles)
        done = f"{len(analysis.pairs)} of {some(count * (count - 1) // 2, 'pair')}"
        return f"The comparison was stopped: {done} are compared. The report holds only those."
    if standing.comparing:
        return "The articles are being compared again. This is the report of the last comparison."
    return ""
