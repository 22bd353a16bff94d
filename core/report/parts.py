"""The pieces that a report is made of: plain frozen values, ready to be shown in any format.

Every string is finished English or the article's own wording; a format decides only how it looks.
"""

from __future__ import annotations

from dataclasses import dataclass

from core.model import MatchClass, Severity
from core.wording.marks import MarkKind


@dataclass(frozen=True, slots=True)
class ScaleCell:
    """One step of the derivation scale: its name, what it means or, where it applies, the true figure."""

    name: str
    text: str
    applies: bool


@dataclass(frozen=True, slots=True)
class ScoreCell:
    """A figure as printed, its name, and its definition."""

    figure: str
    name: str
    text: str
    by_words: bool = False
    """Whether it is one of the shares by words, which add up to 100 %."""
    aside: str = ""
    """What must be said wherever the figure stands without its definition."""


@dataclass(frozen=True, slots=True)
class BarPart:
    """The share of words in sentences of one class; ``percent`` is what is printed."""

    match: MatchClass
    name: str
    share: float
    percent: int


@dataclass(frozen=True, slots=True)
class Action:
    """Something an editor should deal with before publishing."""

    severity: Severity
    name: str
    """What is asked, or what was found; for a finding that an editor judged the verdict."""
    text: str


@dataclass(frozen=True, slots=True)
class DirectionText:
    """Who likely derives from whom, in words: the verdict, the reasons, and what speaks against it."""

    verdict: str
    reasons: tuple[str, ...]
    against: tuple[str, ...] = ()
    note: str = ""
    """What speaks for neither."""


@dataclass(frozen=True, slots=True)
class FileRow:
    """A file of the case as it was read."""

    letter: str
    name: str
    words: int
    sha256: str
    title: str = ""
    """Its headline in full, where the file is called something else."""
    told: str = ""
    """Its outlet, its author and its day, as far as the file or the text says so."""


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of wording shown in one way."""

    kind: MarkKind
    text: str
    pair: int = 0
    """Equal numbers on both sides of a card mark words that are aligned with each other; 0 where nothing is."""


@dataclass(frozen=True, slots=True)
class MarkedText:
    """The wording of one side of a link, cut into marked runs; ``language`` is its ISO 639 code."""

    runs: tuple[Run, ...]
    language: str

    @property
    def text(self) -> str:
        """Return the wording without its marks."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class DivergenceLine:
    """One change below a card: ``change`` has both wordings, ``why`` says what it does to the sense."""

    severity: Severity
    name: str
    change: str
    why: str


@dataclass(frozen=True, slots=True)
class Card:
    """A linked pair side by side, the source first: ``article`` is the one that was made from it.

    Where the texts do not tell which that is, the article under examination stands as ``article``.
    """

    match: MatchClass
    class_name: str
    label: str
    strength: str
    because: str
    source_title: str
    source: MarkedText
    article_title: str
    article: MarkedText
    divergences: tuple[DivergenceLine, ...]
    sentences: tuple[str, ...] = ()
    """The label of every sentence on either side, one by one, for links within a report."""


@dataclass(frozen=True, slots=True)
class SameFactRow:
    """A pair that reports the same thing in its own words: where, and both wordings, shortened."""

    article_label: str
    source_label: str
    article: str
    source: str
    sentences: tuple[str, ...] = ()
    """As in :class:`Card`."""


@dataclass(frozen=True, slots=True)
class LoneSentence:
    """A sentence without a counterpart, shortened; ``note`` says why it matters, and is empty where nothing does."""

    label: str
    text: str
    language: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class LoneSentences:
    """The sentences that only one article has: how many there are, and those that are shown, in text order."""

    letter: str
    """Of the article that they stand in."""
    heading: str
    summary: str
    lines: tuple[LoneSentence, ...]
    more: str
    """Says how many more there are; empty where all are shown."""


@dataclass(frozen=True, slots=True)
class QuotationLine:
    """A quotation on both sides, with its speakers; a side without it is empty."""

    status: str
    name: str
    severity: Severity | None
    """None where nothing is asked of anybody."""
    source: str
    source_speaker: str
    article: str
    article_speaker: str
    why: str


@dataclass(frozen=True, slots=True)
class QuotationTable:
    """What became of the quotations between the subject and one other article."""

    letter: str
    summary: str
    source_title: str
    article_title: str
    lines: tuple[QuotationLine, ...]


@dataclass(frozen=True, slots=True)
class SourceSection:
    """Everything that links the subject to one other article."""

    heading: str
    letter: str
    summary: str
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class Setting:
    """An option of the run: its name, its value as printed, and the reason for it."""

    name: str
    value: str
    why: str
