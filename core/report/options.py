"""What an editor chooses about a report: which parts it has, how it looks, who answers for it.

Pure values; imports nothing of the report, so that a window can offer the choices without loading what sets pages.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Marks(StrEnum):
    """How classes and word marks are told apart on paper."""

    COLOUR = "colour"
    """By colour and by underline styles, patterns and signs."""
    UNDERLINE = "underline"
    """By the latter alone, for greyscale printing."""


class PageSize(StrEnum):
    """The sheet; the values are the typesetter's names."""

    A4 = "a4"
    LETTER = "us-letter"


@dataclass(frozen=True, slots=True)
class ReportOptions:
    """The choices for one report. Files, method and limits are always in it."""

    summary: bool = True
    """The statement, the scores, what needs action and the direction."""
    passages: bool = True
    """Linked passages side by side, with the verdicts on them, and the sentences that share facts only."""
    ledger: bool = True
    """Every sentence of the article with its class and its sources."""
    audit: bool = True
    """Who is credited, and what became of the quotations."""
    matrix: bool = True
    """What each article of the case has from each other one."""
    full_texts: bool = False
    """Source and article in full, side by side."""
    marks: Marks = Marks.COLOUR
    anonymise: bool = False
    """Whether letters stand for titles, files, outlets and authors."""
    page: PageSize = PageSize.A4
    prepared_by: str = ""
    outlet: str = ""
    logo: str = ""
    """The path of a PNG or SVG file for the head of the first page; empty for none."""


PART_NAMES = {
    "summary": "Summary and scores",
    "passages": "Aligned passages",
    "ledger": "Sentence ledger",
    "audit": "Credit and quotation audit",
    "matrix": "Overview matrix",
    "full_texts": "Full texts, side by side",
}
"""What people read for each part that can be left out, by its option, in the order of the pages."""
