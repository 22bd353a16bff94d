"""The printed percentages of an article: figures that count the same words are the same whole number.

Pure. The shares by sentence class are rounded once. What counts the same words in another way, the shares by words and
the share of the largest source, takes its figures from there.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import isclose

from core.model import MatchClass, Scores
from core.report.rounding import largest_remainder

BY_WORDS = ("verbatim", "paraphrased", "quoted", "no_source", "unchecked")
BY_CLASS = tuple(m for m in MatchClass if m is not MatchClass.UNRELATED)
_TAKEN = 3
"""Of the shares by words, how many are of words with a source."""
_NOTHING = 1e-9
"""Two shares that differ by less are of the same words: what adding up fractions leaves over."""


@dataclass(frozen=True, slots=True)
class Percents:
    """The printed percentages of one article: by sentence class, by words, and of all words with a source."""

    by_class: Mapping[MatchClass, int]
    by_words: Mapping[str, int]
    sourced: int
    exact: float
    """The share of words with a source before rounding, 0 … 1."""

    def whole(self, share: float) -> int | None:
        """Return the printed percentage where a share is that of all words with a source, None for any other."""
        return self.sourced if isclose(share, self.exact, abs_tol=_NOTHING) else None

    def of(self, share: float) -> int:
        """Return the percentage of some of the words with a source: the printed one where it is all of them."""
        return self.sourced if isclose(share, self.exact, abs_tol=_NOTHING) else min(round(share * 100), self.sourced)


def percents(scores: Scores) -> Percents:
    """Return the percentages of an article; those by class add up to 100, and so do those by words."""
    shares = [scores.by_class.get(match, 0.0) for match in BY_CLASS]
    by_class: dict[MatchClass, int] = dict(zip(BY_CLASS, largest_remainder(shares), strict=True))
    exact = sum(share for match, share in zip(BY_CLASS, shares, strict=True) if match.derived)
    sourced = sum(percent for match, percent in by_class.items() if match.derived)
    return Percents(by_class, _by_words(scores, exact, by_class), sourced, exact)


def _by_words(scores: Scores, exact: float, by_class: Mapping[MatchClass, int]) -> Mapping[str, int]:
    """Return the percentages by words, within the printed ones by class where both split the same words."""
    shares = [scores.by_words.get(name, 0.0) for name in BY_WORDS]
    taken, unchecked = sum(shares[:_TAKEN]), shares[-1]
    pairs = ((sum(shares), 1.0), (taken, exact), (unchecked, scores.by_class.get(MatchClass.UNCHECKED, 0.0)))
    if not all(isclose(one, other, abs_tol=_NOTHING) for one, other in pairs):
        return dict(zip(BY_WORDS, largest_remainder(shares), strict=True))
    sourced = sum(percent for match, percent in by_class.items() if match.derived)
    none, apart = by_class[MatchClass.SAME_FACT] + by_class[MatchClass.NO_SOURCE], by_class[MatchClass.UNCHECKED]
    whole = largest_remainder(shares)
    split = whole[:_TAKEN] if sum(whole[:_TAKEN]) == sourced else largest_remainder(shares[:_TAKEN], sourced)
    return dict(zip(BY_WORDS, (*split, none, apart), strict=True))
