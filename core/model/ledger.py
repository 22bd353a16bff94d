"""What is counted of one article: a row a sentence, the scores, and what an editor leaves out of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from core.model.links import MatchClass
from core.model.text import Span


class Derivation(StrEnum):
    """How much of an article is derived, on a three-step scale."""

    WHOLLY = "wholly"
    PARTIALLY = "partially"
    NOT = "not"


@dataclass(frozen=True, slots=True)
class Scores:
    """Shares of an article's words; ``by_class`` and ``by_words`` each sum to 1."""

    words: int
    by_class: Mapping[MatchClass, float]
    by_words: Mapping[str, float]
    """Keys: verbatim, paraphrased, quoted, no_source, unchecked."""
    sourced: float
    longest_run_words: int
    longest_run: Span | None
    largest_source: tuple[str, float] | None
    """Article id and the share of words that it alone accounts for."""
    derivation: Derivation
    derived_share: float = 0.0
    """Share of the checked words that derivation was judged by: lone quotations left out."""


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """What is said of one sentence: its class and the articles it came from."""

    match: MatchClass
    sources: tuple[str, ...] = ()


class ExcludedAs(StrEnum):
    """Why words are left out of the scores."""

    QUOTATION = "quotation"
    NAME = "name"
    PHRASE = "phrase"
    RUN = "run"


@dataclass(frozen=True, slots=True)
class Exclusions:
    """What an editor leaves out of the scores; nothing by default. Links stay as they are, so it can be undone."""

    quotations: bool = False
    """Words inside quotation marks that both sides share, and who says them."""
    names: bool = False
    """The words of names, and the titles before them."""
    runs_below: int = 0
    """Shared runs of fewer words; runs are counted from four words on."""
    phrases: tuple[str, ...] = ()
    """The user's own: every occurrence, word by word, whatever the case and the typography."""

    def __post_init__(self) -> None:
        if self.runs_below < 0:
            raise ValueError(f"a run has no {self.runs_below} words")

    @property
    def any(self) -> bool:
        """Return whether anything is to be left out."""
        return bool(self.quotations or self.names or self.runs_below or self.phrases)


@dataclass(frozen=True, slots=True)
class Excluded:
    """A stretch of one sentence that is left out of the scores, and why."""

    span: Span
    reason: ExcludedAs


@dataclass(frozen=True, slots=True)
class Ledger:
    """One row per sentence of an article, and the scores that follow."""

    article: str
    rows: tuple[LedgerRow, ...]
    scores: Scores
    excluded: tuple[Excluded, ...] = ()
    """In text order, none over another; words that are unchecked anyway are not among them."""
    without_exclusions: Scores | None = None
    """The scores with nothing left out, where something was to be."""
