"""What the desktop asks of the engine, as one interface, and the engine of this installation behind it.

The engine's libraries load on the worker thread that first needs them: the window is up before they are.
"""

# ruff: noqa: PLC0415 - see above

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from core.case.review import FindingKey, Review
from core.model import Analysis, Article, Document, Exclusions, Pair
from core.options import Options
from core.progress import Progress

if TYPE_CHECKING:
    from core.align.closest import Closest
    from core.ingest import Expansion
    from core.report.model import Report
    from core.report.options import ReportOptions
    from core.similarity.encoder import Encoder
    from desktop.exports import Order, Target


Still = Callable[[], None]
"""Called some times a second while a file is read; what it raises ends the reading."""


def wanted() -> None:
    """Go on reading whatever happens."""


@dataclass(frozen=True, slots=True)
class Wishes:
    """How a case is to be compared and counted."""

    options: Options = field(default_factory=Options)
    exclusions: Exclusions = field(default_factory=Exclusions)
    subject: int | None = None
    """The place of the article under review; None lets the engine choose it."""
    licensed: tuple[int, ...] = ()
    """The places of the articles whose reuse was agreed."""

    def link_alike(self, other: Wishes) -> bool:
        """Return whether both lead to the same links; only what is counted from them may differ."""
        mine = self.options
        limits = {"wholly_derived": mine.wholly_derived, "partially_derived": mine.partially_derived}
        return replace(other.options, **limits) == mine

    def count_alike(self, other: Wishes) -> bool:
        """Return whether the same links give the same scores."""
        return self.exclusions == other.exclusions and self.options == other.options


@dataclass(frozen=True, slots=True)
class Made:
    """An analysis, and what it was made with."""

    analysis: Analysis
    wishes: Wishes
    by_hand: Mapping[FindingKey, bool]


class Engine(Protocol):
    """The work that the window has done on its worker threads."""

    def expand(self, path: Path, still: Still = wanted) -> Expansion:
        """Return the places of the articles that a file, a folder or an archive stands for."""

    def read(self, path: Path, encoding: str | None = None, still: Still = wanted) -> Article:
        """Return a file as an article; raises :class:`~core.errors.ArticleError`, and what ``still`` raises.

        ``encoding`` is one that an editor chose; ``still`` is called some times a second while there is work.
        """

    def paste(self, text: str) -> Article:
        """Return pasted text as an article; raises :class:`~core.errors.ArticleError`."""

    def analyse(
        self,
        documents: Sequence[Document],
        progress: Progress,
        wishes: Wishes = Wishes(),
    ) -> Analysis:
        """Return what the articles took from each other; a cancelled run gives what was finished."""

    def use_model(self, folder: Path | None) -> None:
        """Take the language model from a folder for the comparisons to come; None is the one that came along."""

    def segment(self, document: Document) -> Article:
        """Return what was read before as an article."""

    def recount(self, analysis: Analysis, wishes: Wishes) -> Analysis:
        """Return the analysis with its scores counted anew: the limits and exclusions of ``wishes``, the same links."""

    def without(self, analysis: Analysis, article_id: str, wishes: Wishes) -> Analysis:
        """Return the analysis without an article that is not under review; what the others share stays as it is."""

    def set_by_hand(self, analysis: Analysis, links: Mapping[FindingKey, bool], wishes: Wishes) -> Analysis:
        """Return the analysis with an editor's links put in (True) and taken out (False)."""

    def closest(self, analysis: Analysis, pair: Pair, progress: Progress) -> Closest:
        """Return the pairs of sentences that came closest to a link and are none; raises what ``progress`` raises."""

    def export_pdf(
        self,
        analysis: Analysis,
        path: Path,
        title: str,
        options: ReportOptions | None = None,
        review: Review = Review(),  # noqa: B008 - a frozen value
    ) -> None:
        """Write the report; raises :class:`~core.errors.ExportError`."""

    def report(self, analysis: Analysis, title: str, options: ReportOptions, review: Review) -> Report:
        """Return the report; raises :class:`~core.errors.UsageError` where the options' logo cannot be used."""

    def write_report(self, target: Target, order: Order, report: Report, progress: Progress) -> None:
        """Write one target of an order; raises :class:`~core.errors.ExportError`, and what ``progress`` raises."""

    def findings(self, report: Report) -> tuple[str, str]:
        """Return a report's findings for an e-mail, as plain text and as HTML."""


class CoreEngine:
    """The engine of this installation; the encoder is kept from one comparison to the next."""

    def __init__(self) -> None:
        self._folder: Path | None = None
        self._kept: Encoder | None = None
        self._choosing = threading.Lock()

    @property
    def _encoder(self) -> Encoder:
        from core.similarity.encoder import default_encoder

        with self._choosing:  # two workers that ask at once get the same
            if self._kept is None:
                self._kept = default_encoder(folder=self._folder)
            return self._kept

    def use_model(self, folder: Path | None) -> None:
        """Take the language model from a folder for the comparisons to come; None is the one that came along."""
        with self._choosing:
            if folder != self._folder:
                self._folder, self._kept = folder, None

    def expand(self, path: Path, still: Still = wanted) -> Expansion:
        """Return the places of the articles that a file, a folder or an archive stands for."""
        from core.ingest import expand

        return expand(path, still)

    def read(self, path: Path, encoding: str | None = None, still: Still = wanted) -> Article:
        """Return a file as an article; raises :class:`~core.errors.ArticleError`, and what ``still`` raises."""
        from core.ingest import read
        from core.segment import segment

        document = read(path, encoding, still)
        still()
        return segment(document, "a1")

    def paste(self, text: str) -> Article:
        """Return pasted text as an article."""
        from core.ingest import pasted
        from core.segment import segment

        return segment(pasted(text), "a1")

    def segment(self, document: Document) -> Article:
        """Return what was read before as an article."""
        from core.segment import segment

        return segment(document, "a1")

    def analyse(
        self,
        documents: Sequence[Document],
        progress: Progress,
        wishes: Wishes = Wishes(),
    ) -> Analysis:
        """Return what the articles took from each other."""
        from core.pipeline import analyse

        progress.step("Loading the language model", 0.0)
        return analyse(
            documents,
            wishes.options,
            progress,
            encoder=self._encoder,
            subject=wishes.subject,
            licensed=wishes.licensed,
            exclusions=wishes.exclusions,
        )

    def recount(self, analysis: Analysis, wishes: Wishes) -> Analysis:
        """Return the analysis with its scores counted anew."""
        from core.reworking import recount

        return recount(analysis, wishes.options, wishes.exclusions)

    def without(self, analysis: Analysis, article_id: str, wishes: Wishes) -> Analysis:
        """Return the analysis without an article that is not under review."""
        from core.reworking import without

        return without(analysis, article_id, wishes.options, wishes.exclusions)

    def set_by_hand(self, analysis: Analysis, links: Mapping[FindingKey, bool], wishes: Wishes) -> Analysis:
        """Return the analysis with an editor's links put in and taken out."""
        from core.reworking import set_by_hand

        return set_by_hand(analysis, links, wishes.options, self._encoder)

    def closest(self, analysis: Analysis, pair: Pair, progress: Progress) -> Closest:
        """Return the pairs of sentences that came closest to a link and are none; raises what ``progress`` raises."""
        from core.reworking import closest_of

        return closest_of(analysis, pair, self._encoder, progress)

    def export_pdf(
        self,
        analysis: Analysis,
        path: Path,
        title: str,
        options: ReportOptions | None = None,
        review: Review = Review(),  # noqa: B008 - a frozen value
    ) -> None:
        """Write the report; raises :class:`~core.errors.ExportError`."""
        from core.report.options import ReportOptions
        from core.report.pdf import write_pdf

        write_pdf(analysis, path, case_title=title, options=options or ReportOptions(), review=review)

    def report(self, analysis: Analysis, title: str, options: ReportOptions, review: Review) -> Report:
        """Return the report as it stands now; raises :class:`~core.errors.UsageError`."""
        from core.report.dated import report_date
        from core.report.logo import read_logo
        from core.report.model import build_report

        logo = read_logo(options.logo, options.outlet)
        return build_report(analysis, case_title=title, when=report_date(), options=options, review=review, logo=logo)

    def write_report(self, target: Target, order: Order, report: Report, progress: Progress) -> None:
        """Write one target of an order; raises :class:`~core.errors.ExportError`."""
        from core.report.formats import write_format

        write_format(target.format, order.analysis, report, order.review, target.path, progress)

    def findings(self, report: Report) -> tuple[str, str]:
        """Return a report's findings for an e-mail, as plain text and as HTML."""
        from core.report.findings_text import findings_html, findings_text

        return findings_text(report), findings_html(report)
