"""The places of a report as a page: what its parts are called, and which sentence is told of where.

Pure: a report in, names of places out; they are made of article letters and numbers only.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from core.report.model import Report


@dataclass(frozen=True, slots=True)
class Places:
    """Where the links within a page lead."""

    sentences: dict[str, str]
    """The place in the ledger of each sentence, by its label."""
    told: dict[str, dict[str, None]]
    """The passages and shared facts that tell of each sentence on either side, in the order of the page."""

    def of(self, label: str, other: str) -> str:
        """Return the first place that tells of both sentences, empty where none does."""
        there = self.told.get(other, {})
        return next((place for place in self.told.get(label, {}) if place in there), "")


def passage(letter: str, number: int) -> str:
    """Return the place of a card, counted from 1 within its source."""
    return f"passage-{letter}-{number}"


def fact(number: int) -> str:
    """Return the place of a row of shared facts, counted from 1."""
    return f"fact-{number}"


def places(report: Report) -> Places:
    """Return where each sentence is told of."""
    told: dict[str, dict[str, None]] = {}
    for place, labels in _telling(report):
        for label in labels:
            told.setdefault(label, {})[place] = None
    lines = report.ledger.lines if report.ledger else ()
    return Places({line.label: f"sentence-{line.label.replace(' ', '-')}" for line in lines}, told)


def _telling(report: Report) -> Iterator[tuple[str, tuple[str, ...]]]:
    for section in report.sections:
        for number, card in enumerate(section.cards, start=1):
            yield passage(section.letter, number), card.sentences
    for number, row in enumerate(report.same_facts, start=1):
        yield fact(number), row.sentences


def contents(report: Report) -> dict[str, str]:
    """Return the headings of the parts that the report has, by their places, in the order of the page."""
    found = (
        ("scores", "Scores", report.with_summary),
        ("action", "What needs action", report.with_summary),
        ("direction", "Direction", report.with_summary and bool(report.direction)),
        ("credit", "Credit", bool(report.credit)),
        ("files", "Files", True),
        *((f"passages-{x.letter}", x.heading, True) for x in report.sections),
        ("facts", "Same facts", bool(report.same_facts)),
        ("ledger", "Sentence ledger", report.ledger is not None),
        ("quotations", "Quotations", bool(report.quotations)),
        ("overview", "Overview of the case", report.matrix is not None),
        ("omitted", "Omitted and added", bool(report.omitted or report.added)),
        *((f"texts-{number}", x.heading, True) for number, x in enumerate(report.texts, start=1)),
        ("method", "Method", True),
        ("limits", "What this report cannot establish", True),
        ("settings", "Settings", True),
    )
    return {place: heading for place, heading, there in found if there}
