"""What the desktop asks of the engine, as one interface, and the engine of this installation behind it.

The engine's libraries load on the worker thread that first needs them: the window is up before they are.
"""

# ruff: noqa: PLC0415 - see above

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from core.model import Analysis, Article, Document
from core.progress import Progress

if TYPE_CHECKING:
    from core.similarity.encoder import Encoder


class Engine(Protocol):
    """The work that the window has done on its worker threads."""

    def read(self, path: Path) -> Article:
        """Return a file as an article; raises :class:`~core.errors.ArticleError`."""

    def paste(self, text: str) -> Article:
        """Return pasted text as an article; raises :class:`~core.errors.ArticleError`."""

    def analyse(self, documents: Sequence[Document], progress: Progress, subject: int | None = None) -> Analysis:
        """Return what the articles took from each other; a cancelled run gives what was finished.

        ``subject`` is the place of the article under review; None lets the engine choose it.
        """

    def export_pdf(self, analysis: Analysis, path: Path, title: str) -> None:
        """Write the report; raises :class:`~core.errors.ExportError`."""


class CoreEngine:
    """The engine of this installation; the encoder is kept from one comparison to the next."""

    @cached_property
    def _encoder(self) -> Encoder:
        from core.similarity.encoder import default_encoder

        return default_encoder()

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

    def analyse(self, documents: Sequence[Document], progress: Progress, subject: int | None = None) -> Analysis:
        """Return what the articles took from each other."""
        from core.pipeline import analyse

        progress.step("Loading the language model", 0.0)
        return analyse(documents, None, progress, encoder=self._encoder, subject=subject)

    def export_pdf(self, analysis: Analysis, path: Path, title: str) -> None:
        """Write the report; raises :class:`~core.errors.ExportError`."""
        from core.report.pdf import write_pdf

        write_pdf(analysis, path, case_title=title)
