"""What an editor chooses about a report: which parts it has, how it looks, who answers for it.

Pure values; imports nothing of the report, so that a window can offer the choices without loading what sets pages.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
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
    omissions: bool = True
    """What the article left out of its sources, and what it has that stands in none of them."""
    full_texts: bool = False
    """Source and article in full, side by side."""
    marks: Marks = Marks.COLOUR
    anonymise: bool = False
    """Whether letters and numbers stand for titles, files, outlets and authors, in the texts too."""
    page: PageSize = PageSize.A4
    prepared_by: str = ""
    outlet: str = ""
    logo: str = ""
    """The path of a PNG or SVG file for the head of the first page; empty for none."""
    authors: tuple[str, ...] = ()
    """Who wrote the articles as people said it, to be covered where the report is anonymised; not kept with a case."""
    outlets: tuple[str, ...] = ()
    """The same of who published them."""

    @classmethod
    def from_saved(cls, saved: Mapping[str, object], logo: str = "") -> ReportOptions:
        """Return the choices that a case was kept with; what this version does not know, or refuses, is the default."""
        named: dict[str, dict[str, StrEnum]] = {
            "marks": {m.value: m for m in Marks},
            "page": {p.value: p for p in PageSize},
        }
        values: dict[str, object] = {}
        for f in fields(cls):
            value = saved.get(f.name)
            if f.name in named:
                values[f.name] = named[f.name].get(str(value), f.default)
            elif type(value) is type(f.default):
                values[f.name] = value
        return cls(**{**values, "logo": logo})  # type: ignore[arg-type]

    def as_saved(self) -> dict[str, bool | str]:
        """Return the choices as a case keeps them.

        The logo is not among them: it is a file of this computer, and a case that comes from elsewhere names none. Nor
        are authors and outlets, which the case has with its articles.
        """
        return {name: value for name, value in asdict(self).items() if name not in _OF_THE_DAY}


_OF_THE_DAY = frozenset({"logo", "authors", "outlets"})
PART_NAMES = {
    "summary": "Summary and scores",
    "passages": "Aligned passages",
    "ledger": "Sentence ledger",
    "audit": "Credit and quotation audit",
    "matrix": "Overview matrix",
    "omissions": "Omitted and added",
    "full_texts": "Full texts, side by side",
}
"""What people read for each part that can be left out, by its option, in the order of the pages."""
