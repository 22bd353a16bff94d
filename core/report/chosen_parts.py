"""The pieces of those parts of a report that an editor may add or leave out: plain frozen values, as in ``parts``."""

from __future__ import annotations

from dataclasses import dataclass

from core.model import MatchClass, Severity
from core.report.parts import Card


@dataclass(frozen=True, slots=True)
class Decision:
    """What an editor decided about a finding: the verdict in words, the note, and who set it when."""

    verdict: str = ""
    """The verdict's key; empty where only a note was made."""
    name: str = "No verdict yet"
    note: str = ""
    signed: str = ""


@dataclass(frozen=True, slots=True)
class JudgedCard(Card):
    """A card with what an editor decided about it, and whether an editor linked it."""

    decision: Decision = Decision()
    by_hand: str = ""

    @property
    def told(self) -> bool:
        """Return whether an editor said or did anything."""
        return bool(self.decision.verdict or self.decision.note or self.by_hand)


@dataclass(frozen=True, slots=True)
class SourceChip:
    """A sentence that a row's sentence is linked to, in the class of that link."""

    label: str
    match: MatchClass
    class_name: str


@dataclass(frozen=True, slots=True)
class MainDivergence:
    """The gravest change in one sentence."""

    severity: Severity
    name: str
    change: str


@dataclass(frozen=True, slots=True)
class LedgerLine:
    """One sentence of the article: its class, its wording, where it has it from."""

    label: str
    match: MatchClass
    class_name: str
    text: str
    chips: tuple[SourceChip, ...]
    divergence: MainDivergence | None
    decision: Decision | None
    """None where there is nothing to judge, or nobody judged anything."""


@dataclass(frozen=True, slots=True)
class LedgerTable:
    """Every sentence of the article under examination."""

    summary: str
    language: str
    lines: tuple[LedgerLine, ...]


@dataclass(frozen=True, slots=True)
class MatrixCell:
    """What one article has from another: a figure, what it counts, the class that most of it is of."""

    figure: str
    detail: str
    match: MatchClass | None = None
    share: float = 0.0
    same: bool = False
    """Whether row and column are one article."""


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """One article and what it has from each of the others, in the order of their letters."""

    letter: str
    title: str
    cells: tuple[MatrixCell, ...]


@dataclass(frozen=True, slots=True)
class PairLine:
    """One pair of a large case."""

    label: str
    figure: str
    detail: str


@dataclass(frozen=True, slots=True)
class GraphEdge:
    """What joins two articles of the drawing, by their places among the letters: from the giver to the taker."""

    start: int
    end: int
    label: str
    """The share and whose it is; empty where they share facts only."""
    match: MatchClass
    share: float
    directed: bool


@dataclass(frozen=True, slots=True)
class Matrix:
    """The case at a glance: rows for a small one, else a line for each pair that shares anything."""

    summary: str
    letters: tuple[str, ...]
    rows: tuple[MatrixRow, ...]
    pairs: tuple[PairLine, ...]
    edges: tuple[GraphEdge, ...] = ()
    """The drawing of a small case in which something was taken over, empty otherwise."""
    drawn: str = ""
    """What the drawing shows, in words."""


@dataclass(frozen=True, slots=True)
class TextSentence:
    """One sentence of a text in full, with what it is linked to."""

    number: str
    match: MatchClass
    class_name: str
    text: str
    links: str


@dataclass(frozen=True, slots=True)
class FullText:
    """A whole article in its paragraphs."""

    title: str
    language: str
    paragraphs: tuple[tuple[TextSentence, ...], ...]


@dataclass(frozen=True, slots=True)
class TextPair:
    """A source and the article, each in full."""

    heading: str
    source: FullText
    article: FullText


@dataclass(frozen=True, slots=True)
class Logo:
    """A picture for the head of the first page, as it lies in its file."""

    format: str
    """``png`` or ``svg``."""
    data: bytes
    alt: str
