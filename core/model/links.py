"""What corresponds between two articles: links of sentences and words, what changed between them, and passages."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from core.model.origin import Side
from core.model.text import Span


class MatchClass(StrEnum):
    """How a sentence or a link relates to its source; the order is from strongest to weakest."""

    VERBATIM = "verbatim"
    CLOSE = "close"
    PARAPHRASE = "paraphrase"
    QUOTATION = "quotation"
    SAME_FACT = "same_fact"
    NO_SOURCE = "no_source"
    UNCHECKED = "unchecked"
    UNRELATED = "unrelated"

    @property
    def derived(self) -> bool:
        """Return whether the class counts as taken from a source."""
        return self in DERIVED

    @property
    def rank(self) -> int:
        """Return 0 for the strongest, for sorting."""
        return _RANK[self]


_RANK = {match: rank for rank, match in enumerate(MatchClass)}
DERIVED = frozenset({MatchClass.VERBATIM, MatchClass.CLOSE, MatchClass.PARAPHRASE, MatchClass.QUOTATION})


class WordMatch(StrEnum):
    """How two aligned stretches of words relate."""

    SAME = "same"
    INFLECTED = "inflected"
    SYNONYM = "synonym"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class AlignedWords:
    """Corresponding stretches of words in A and B; either may span several words."""

    a: Span
    b: Span
    match: WordMatch


class DivergenceType(StrEnum):
    """What kind of change a divergence is."""

    NUMBER = "number"
    DATE = "date"
    NAME = "name"
    PLACE = "place"
    QUOTATION = "quotation"
    SPEAKER = "speaker"
    UNQUOTED = "unquoted"
    ATTRIBUTION = "attribution"
    NEGATION = "negation"
    MODALITY = "modality"
    WRONG_WORD = "wrong-word"
    OMISSION = "omission"
    ADDITION = "addition"


class Severity(StrEnum):
    """How much a divergence changes what a reader believes."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"

    @property
    def rank(self) -> int:
        """Return 0 for the most severe, for sorting."""
        return ("high", "medium", "low").index(self.value)


@dataclass(frozen=True, slots=True)
class Divergence:
    """A change a reader would want to know of; spans name the words, ``None`` where nothing stands."""

    type: DivergenceType
    a: Span | None
    b: Span | None
    severity: Severity
    why: str

    def __post_init__(self) -> None:
        if self.a is None and self.b is None:
            raise ValueError("a divergence needs words on at least one side")


@dataclass(frozen=True, slots=True)
class NextBest:
    """The strongest pair that was not linked: sentence ``index`` of B, for the link's first sentence of A."""

    index: int
    score: float


BY_HAND = "hand"
"""The reason of a link that an editor set."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """Why two groups of sentences were linked; every figure is in 0 … 1 unless said otherwise."""

    meaning: float | None
    """Cosine of the sentence vectors; None without the encoder."""
    tokens: float | None
    """Idf-weighted matching of token vectors (the form of BERTScore); None without the encoder."""
    wording: float
    """Idf-weighted share of words in common (Dice)."""
    order: float
    """Support from linked neighbours in the same order."""
    longest_run: int
    """Longest run of words in common, in words."""
    shared: tuple[str, ...] = ()
    """Rare words, names and numbers that both share."""
    reasons: tuple[str, ...] = ()
    """What carried each pair, once each: "meaning", "wording", "order", "quotation", "passage", or :data:`BY_HAND`.

    Nothing carried a shared fact.
    """
    next_best: NextBest | None = None
    score: float = 0.0
    """Mean of ``meaning`` and ``tokens``, plus half of ``wording``, up to 1.5; of the wording alone without them.

    A headline beside a sentence that is none has less.
    """
    needed: float | None = None
    """Score that the pair needed here; None where words newly explained, or quoted ones, carried the link."""


@dataclass(frozen=True, slots=True)
class Link:
    """A smallest group of corresponding sentences of A and B, and the sentence pairs inside it."""

    a: tuple[int, ...]
    b: tuple[int, ...]
    pairs: tuple[tuple[int, int, MatchClass], ...]
    match: MatchClass
    confidence: float
    evidence: Evidence
    alignment: tuple[AlignedWords, ...] = ()
    divergences: tuple[Divergence, ...] = ()

    def __post_init__(self) -> None:
        if not (self.a and self.b and self.pairs):
            raise ValueError("a link needs sentences on both sides")
        if not 0.0 <= self.confidence <= 1.0:
            raise ValueError(f"confidence {self.confidence} is outside 0 … 1")

    def classes(self, side: Side) -> dict[int, MatchClass]:
        """Return the class of each sentence of a side: the link's where one of its pairs has it, else its strongest."""
        found: dict[int, MatchClass] = {}
        for i, j, match in self.pairs:
            index = i if side is Side.A else j
            known = found.get(index)
            if known is None or match is self.match or (known is not self.match and match.rank < known.rank):
                found[index] = match
        return found

    @property
    def by_hand(self) -> bool:
        """Return whether an editor set the link, whatever speaks for it."""
        return BY_HAND in self.evidence.reasons


@dataclass(frozen=True, slots=True)
class Passage:
    """One stretch of reuse, as a reader would mark it with one stroke."""

    a: Span
    b: Span
    match: MatchClass
    confidence: float
