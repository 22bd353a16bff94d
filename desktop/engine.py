"""What the desktop asks of the engine, as one interface, and the engine of this installation behind it.

The engine's libraries load on the worker thread that first needs them: the window is up before they are.
"""

# ruff: noqa: PLC0415 - see above

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from core.case.review import FindingKey, Review
from core.model import Analysis, Article, Document, Exclusions
from core.options import Options
from core.progress import Progress

if TYPE_CHECKING:
    from core.report.options import ReportOptions
    from core.similarity.encoder import Encoder


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

    def read(self, path: Path) -> Article:
        """Return a file as an article; raises :class:`~core.errors.ArticleError`."""

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

    def set_by_hand(self, analysis: Analysis, links: Mapping[FindingKey, bool], wishes: Wishes) -> Analysis:
        """Return the analysis with an editor's links put in (True) and taken out (False)."""

    def export_pdf(
        self,
        analysis: Analysis,
        path: Path,
        title: str,
        options: ReportOptions | None = None,
        review: Review = Review(),  # noqa: B008 - a frozen value
    ) -> None:
        """Write the report; raises :class:`~core.errors.ExportError`."""


class CoreEngine:
    """The engine of this installation; the encoder is kept from one comparison to the next."""

    def __init__(self) -> None:
        self._folder: Path | None = None

    @cached_property
    def _encoder(self) -> Encoder:
        from core.similarity.encoder import default_encoder

        return default_encoder(folder=self._folder)

    def use_model(self, folder: Path | None) -> None:
        """Take the language model from a folder for the comparisons to come; None is the one that came along."""
        if folder != self._folder:
            self._folder = folder
            self.__dict__.pop("_encoder", None)

    def read(self, path: Path) -> Article:
        """Return a file as an article; raises :class:`~core.errors.ArticleError`."""
        from core.ingest import read
        from core.segment import segment

        return segment(read(path), "a1")

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

    def set_by_hand(self, analysis: Analysis, links: Mapping[FindingKey, bool], wishes: Wishes) -> Analysis:
        """Return the analysis with an editor's links put in and taken out."""
        from core.reworking import set_by_hand

        return set_by_hand(analysis, links, wishes.options, self._encoder)

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
