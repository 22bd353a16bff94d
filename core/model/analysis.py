"""The result of a run: every pair of articles with all that was found between them, and the ledgers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from core.model.ledger import Exclusions, Ledger
from core.model.links import Divergence, Link, Passage
from core.model.origin import Credit, Direction, QuotationRow, Side
from core.model.text import Article, article_letter


class _Counted:
    """Has a place for a count that follows from a pair's links: no field, so never compared, copied or written."""

    __slots__ = ("_derived_links",)
    _derived_links: int


@dataclass(frozen=True, slots=True)
class Pair(_Counted):
    """Everything found between two articles; ``a`` is the one under examination of the two."""

    a: str
    b: str
    links: tuple[Link, ...] = ()
    omitted: tuple[int, ...] = ()
    added: tuple[int, ...] = ()
    passages: tuple[Passage, ...] = ()
    divergences: tuple[Divergence, ...] = ()
    direction: Direction = Direction(Side.UNKNOWN)
    credit: Credit = Credit(present=False)
    quotations: tuple[QuotationRow, ...] = ()
    """One row for each quotation of B, and for each of A that has no counterpart there, in text order."""

    @property
    def derived_links(self) -> int:
        """Return how many links count as taken from a source, which is counted once."""
        try:
            return self._derived_links
        except AttributeError:
            object.__setattr__(self, "_derived_links", sum(link.match.derived for link in self.links))
            return self._derived_links

    def flipped(self) -> bool:
        """Return whether direction says that B derives from A."""
        return self.direction.derived is Side.B


@dataclass(frozen=True, slots=True)
class Engine:
    """What made the analysis; ``notice`` is a plain sentence where the encoder could not be used."""

    version: str
    encoder: str | None
    encoder_sha256: str | None
    notice: str | None = None


@dataclass(frozen=True, slots=True)
class Analysis:
    """The result of one run. ``complete`` is False when it was cancelled: pairs then holds what was done."""

    articles: tuple[Article, ...]
    pairs: tuple[Pair, ...]
    ledgers: tuple[Ledger, ...]
    subject: str
    engine: Engine
    options: Mapping[str, object] = field(default_factory=dict)
    complete: bool = True
    exclusions: Exclusions = Exclusions()

    def article(self, article_id: str) -> Article:
        """Return the article of that id."""
        return next(a for a in self.articles if a.id == article_id)

    def ledger(self, article_id: str) -> Ledger:
        """Return the ledger of the article of that id."""
        return next(ledger for ledger in self.ledgers if ledger.article == article_id)

    def letter(self, article_id: str) -> str:
        """Return the letter people see for the article: A … Z, AA and so on."""
        return article_letter([a.id for a in self.articles].index(article_id))
