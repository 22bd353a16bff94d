"""Where an article has its matter from: who derives from whom, whom it credits, what became of quotations."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from core.model.text import Span


class Side(StrEnum):
    """Which article of a pair."""

    A = "a"
    B = "b"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class DirectionEvidence:
    """One reason to believe that ``derived`` was made from the other.

    ``why`` is a sentence that calls one article by its title. Where people know the articles by letters,
    :meth:`naming` says it with those.
    """

    kind: str
    why: str
    derived: Side
    about: Side = Side.UNKNOWN
    """Which article ``why`` names; unknown where it names none."""
    named: Span = Span(0, 0)
    """Where in ``why`` that name stands."""

    def naming(self, name: str) -> str:
        """Return the reason with another name for the article that it is about."""
        if self.about is Side.UNKNOWN:
            return self.why
        return self.why[: self.named.start] + name + self.why[self.named.end :]


@dataclass(frozen=True, slots=True)
class Direction:
    """Who likely derives from whom, with reasons for and against."""

    derived: Side
    evidence: tuple[DirectionEvidence, ...] = ()
    note: str = ""
    """What speaks for neither: a common third source, slips that both have. Whole sentences, else nothing."""


class CreditStrength(StrEnum):
    """How plainly a credit is given, the plainest first."""

    TEXT = "text"
    DATELINE = "dateline"
    NOTE = "note"
    """A line of its own, or a bracket that closes a paragraph."""
    LINK = "link"
    """An address alone."""

    @property
    def weak(self) -> bool:
        """Return whether readers are likely to miss it."""
        return self is not CreditStrength.TEXT


class CreditPlace(StrEnum):
    """Where a credit stands, seen from the first borrowed sentence that is no headline."""

    BEFORE = "before"
    IN = "in"
    AFTER = "after"


@dataclass(frozen=True, slots=True)
class CreditDetail:
    """One credit: whom, by which words, and what it does for the borrowed sentences."""

    name: str
    span: Span
    paragraph: int
    """1-based, among the paragraphs that hold body text, as a reader counts them."""
    place: CreditPlace | None
    """None where nothing is borrowed."""
    strength: CreditStrength
    covers: tuple[int, ...] = ()
    """The borrowed sentences of A that it covers."""


@dataclass(frozen=True, slots=True)
class Credit:
    """Whether A names its source: where, whom, and which of A's sentences that covers."""

    present: bool
    spans: tuple[Span, ...] = ()
    names: tuple[str, ...] = ()
    covers: tuple[int, ...] = ()
    details: tuple[CreditDetail, ...] = ()
    """One for each of ``spans``, in text order."""


class QuotationStatus(StrEnum):
    """What became of a quotation between two articles."""

    KEPT = "kept"
    ALTERED = "altered"
    MOVED = "moved"
    """Kept or altered, but given to another speaker."""
    UNQUOTED = "unquoted"
    """A quotation of B that stands as prose in A."""
    DROPPED = "dropped"
    """In B only."""
    NEW = "new"
    """In A only."""


@dataclass(frozen=True, slots=True)
class QuotationRow:
    """A quotation of B and what A has for it, or one that A alone has; spans as in the articles."""

    status: QuotationStatus
    a: Span | None
    b: Span | None
    speaker_a: Span | None
    """Who says it: the name where a pronoun stands for it, None where that is not known."""
    speaker_b: Span | None
    why: str

    def __post_init__(self) -> None:
        if self.a is None and self.b is None:
            raise ValueError("a quotation stands on at least one side")
