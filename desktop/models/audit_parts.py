"""The pieces that the audits beside the ledger are made of: plain frozen values, ready to be shown."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from core.model import Article, Severity, Span
from desktop.language import tr
from desktop.models.explain import numbers
from desktop.session import Place


class Sign(Enum):
    """What stands before a row."""

    HIGH = Severity.HIGH
    MEDIUM = Severity.MEDIUM
    LOW = Severity.LOW
    KEPT = None
    """The tick of something kept."""


@dataclass(frozen=True, slots=True)
class AuditLine:
    """A line under a row's title; with a place of its own it goes there."""

    text: str
    letter: str = ""
    """The article whose wording this is; then it is set in the reading face."""
    label: str = ""
    """Where that stands: ``C 2``."""
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class AuditRow:
    """One thing that an audit found; a row without a sign is wording with its place."""

    title: str
    label: str = ""
    sign: Sign | None = None
    lines: tuple[AuditLine, ...] = ()
    place: Place | None = None

    @property
    def spoken(self) -> str:
        """Return the row as it is read out."""
        marks = {Sign.HIGH: tr("Severity high"), Sign.MEDIUM: tr("Severity medium"), Sign.LOW: tr("Severity low")}
        parts = [marks.get(self.sign, "") if self.sign else "", self.title, self.label]
        parts += [f"{line.letter} {line.text} {line.label}".strip() for line in self.lines]
        return ". ".join(part.rstrip(".") for part in parts if part)

    @property
    def copied(self) -> str:
        """Return the row as it is copied."""
        lines = ["\t".join(part for part in (line.letter, line.text, line.label) if part) for line in self.lines]
        return "\n".join(["\t".join(part for part in (self.title, self.label) if part), *lines])


@dataclass(frozen=True, slots=True)
class AuditSection:
    """One audit: its heading, what it comes to, its rows."""

    title: str
    note: str = ""
    rows: tuple[AuditRow, ...] = ()
    intro: tuple[str, ...] = ()
    nothing: str = ""
    """Said where there are no rows."""
    alarming: bool = False
    """Whether the note is a serious finding."""


@dataclass(frozen=True, slots=True)
class Audits:
    """All three audits of an article."""

    credit: AuditSection
    quotations: AuditSection
    runs: AuditSection

    @property
    def sections(self) -> tuple[AuditSection, AuditSection, AuditSection]:
        """Return the audits in the order in which they are read."""
        return self.credit, self.quotations, self.runs


def standing(letter: str, sentences: Sequence[int]) -> str:
    """Return where something stands: ``E 14–15``, "" where that is not in a sentence."""
    return f"{letter} {numbers(sentences)}" if sentences else ""


class Places:
    """The sentences of an article, quick to ask which of them a stretch stands in."""

    def __init__(self, article: Article) -> None:
        self._sentences = article.sentences

    def of(self, span: Span | None) -> tuple[int, ...]:
        """Return the sentences that a stretch overlaps."""
        if span is None:
            return ()
        first = bisect_right(self._sentences, span.start, key=lambda s: s.span.end)
        return tuple(range(first, bisect_left(self._sentences, span.end, key=lambda s: s.span.start)))
