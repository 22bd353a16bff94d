"""Previews of a report: what one is made of, and how it is made on a worker. No widgets in here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QByteArray

from core import scratch
from core.case.review import Review
from core.model import Analysis
from core.progress import Progress
from core.report.options import ReportOptions
from desktop.language import tr
from desktop.models.report_state import MAKING

ReportMaker = Callable[[Analysis, Path, ReportOptions, Review, str], None]
"""Write the report on an analysis to a file, with these choices, decisions, and the name of the case."""
_UNJUDGED = Review()


@dataclass(frozen=True, slots=True, eq=False)
class ReportCase:
    """What a report is made of, as the session has it."""

    analysis: Analysis | None = None
    review: Review = _UNJUDGED
    title: str = ""
    comparing: bool = False
    articles: int = 0

    def same(self, other: ReportCase) -> bool:
        """Return whether nothing is new; values are never changed, so that it is enough to look which they are."""
        facts = (self.title, self.comparing, self.articles) == (other.title, other.comparing, other.articles)
        return facts and self.analysis is other.analysis and self.review is other.review


@dataclass(frozen=True, slots=True)
class Wanted:
    """A preview that was asked for."""

    case: ReportCase
    options: ReportOptions


@dataclass(frozen=True, slots=True)
class Made:
    """A preview that was made."""

    wanted: Wanted
    data: QByteArray
    """The PDF; whoever reads it on another thread shares it, for a long report has megabytes."""


def make_preview(wanted: Wanted, analysis: Analysis, maker: ReportMaker, progress: Progress) -> Made:
    """Return the report as a PDF; raises what ``maker`` and ``progress`` raise.

    The file is read and gone at once: whatever happens to the window, no preview is left lying about.
    """
    progress.step(tr(MAKING), 0.0)
    with scratch.folder("preview") as folder:
        path = folder / "preview.pdf"
        scratch.private(path)
        maker(analysis, path, wanted.options, wanted.case.review, wanted.case.title)
        progress.step(tr(MAKING), 1.0)
        return Made(wanted, QByteArray(path.read_bytes()))
