"""What an editor decided about the findings of a case: verdicts, notes, links set by hand.

Frozen values. A finding is known by the digests of its two files and its sentences there, so that it is found again
whatever letters the articles have, whichever of them is under review, and after another comparison.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from core.model import Analysis, Link, Pair


class Verdict(StrEnum):
    """What an editor says of a finding."""

    ACCEPTABLE = "acceptable"
    CREDIT = "credit"
    """It needs a credit."""
    REWRITE = "rewrite"
    """It needs to be rewritten."""
    DISMISS = "dismiss"
    """It is no finding."""

    @property
    def weight(self) -> int:
        """Return 0 for what asks most of the writer, for sorting."""
        return (Verdict.REWRITE, Verdict.CREDIT, Verdict.ACCEPTABLE, Verdict.DISMISS).index(self)


@dataclass(frozen=True, slots=True, order=True)
class FindingKey:
    """Which finding is meant: two files by their SHA-256, the smaller first, and the sentences of each, 0-based."""

    first: str
    second: str
    first_sentences: tuple[int, ...]
    second_sentences: tuple[int, ...]

    def __post_init__(self) -> None:
        if self.first > self.second:
            raise ValueError("the file with the smaller digest comes first")

    @classmethod
    def of(cls, analysis: Analysis, pair: Pair, link: Link) -> FindingKey:
        """Return the key of a link."""
        return cls.between(analysis, pair, link.a, link.b)

    @classmethod
    def between(cls, analysis: Analysis, pair: Pair, a: tuple[int, ...], b: tuple[int, ...]) -> FindingKey:
        """Return the key of sentences of the pair's two articles, linked or not."""
        one = (analysis.article(pair.a).document.sha256, tuple(sorted(a)))
        other = (analysis.article(pair.b).document.sha256, tuple(sorted(b)))
        first, second = sorted((one, other))
        return cls(first[0], second[0], first[1], second[1])


@dataclass(frozen=True, slots=True)
class Judgement:
    """A verdict and a note, who gave them and when (ISO 8601, UTC)."""

    verdict: Verdict | None = None
    note: str = ""
    by: str = ""
    at: str = ""

    @property
    def empty(self) -> bool:
        """Return whether nothing is said."""
        return self.verdict is None and not self.note


@dataclass(frozen=True, slots=True)
class Review:
    """All decisions of a case."""

    judgements: Mapping[FindingKey, Judgement] = field(default_factory=dict)
    set_by_hand: Mapping[FindingKey, bool] = field(default_factory=dict)
    """Sentences that an editor linked (True) or unlinked (False)."""

    def judged(self, key: FindingKey, judgement: Judgement) -> Review:
        """Return the review with another judgement; an empty one takes it away."""
        rest = {k: v for k, v in self.judgements.items() if k != key}
        return replace(self, judgements=rest if judgement.empty else {**rest, key: judgement})

    def linked(self, key: FindingKey, *, linked: bool | None) -> Review:
        """Return the review with sentences linked or unlinked by hand; None takes it back."""
        rest = {k: v for k, v in self.set_by_hand.items() if k != key}
        return replace(self, set_by_hand=rest if linked is None else {**rest, key: linked})

    def verdict(self, key: FindingKey) -> Verdict | None:
        """Return the verdict on a finding, None where there is none."""
        found = self.judgements.get(key)
        return found.verdict if found else None


def in_force(analysis: Analysis, links: Mapping[FindingKey, bool]) -> dict[FindingKey, bool]:
    """Return those of an editor's links that the analysis has already; keys of files that are not there count too."""
    there = {FindingKey.of(analysis, pair, link) for pair in analysis.pairs for link in pair.links}
    files = {article.document.sha256 for article in analysis.articles}
    return {
        key: linked for key, linked in links.items() if (key in there) is linked or not {key.first, key.second} <= files
    }
