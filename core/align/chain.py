"""Sentences beside linked ones: too short or too freely told to say anything by themselves, they were taken over too.

“There was no deputy.” stands in many articles; where the sentences before or behind it in both were taken over, it was.
So was “Other experts urged caution.”, told as “Fellow specialists counselled prudence.”.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from core.align.found import Found, Point
from core.evidence import Floats, WordField

BESIDE = 0.55
"""Score from which each other's best partners are linked beside a linked pair …"""
BETWEEN = 0.45
"""… and between two of them."""
SYNONYMOUS = 0.35
"""Score that is enough where each word of both stands for one of the other."""
STANDS_FOR = 0.3
"""Cosine in context from which a word may stand for another."""


def in_chain(linked: Iterable[Point], alike: Callable[[int, int], bool]) -> Iterator[tuple[Point, Point]]:
    """Yield pairs of alike sentences that stand beside a linked pair or one of these, each with that linked pair.

    ``alike`` is False outside the articles.
    """
    seen: set[Point] = set()
    for i, j in linked:
        for step in (-1, 1):
            at = (i + step, j + step)
            while at not in seen and alike(*at):
                seen.add(at)
                yield at, (i, j)
                at = (at[0] + step, at[1] + step)


class Likely:
    """Tells by how much two sentences exceed what they need where their neighbours are linked in the same order."""

    def __init__(self, scores: Floats, words: WordField, found: Found) -> None:
        self._scores, self._words, self._found = scores, words, found
        self._best_b, self._best_a = scores.argmax(axis=1), scores.argmax(axis=0)

    def surplus(self, i: int, j: int) -> float:
        """Return score less what is needed, below 0 where they are not each other's best partner."""
        if self._best_b[i] != j or self._best_a[j] != i:
            return -1.0
        score = float(self._scores[i, j])
        needed = BETWEEN if self._found.in_order(i, j, 1) > 1 else BESIDE
        if SYNONYMOUS <= score < needed and self._all_stand_for_others(i, j):
            needed = SYNONYMOUS
        return score - needed

    def _all_stand_for_others(self, i: int, j: int) -> bool:
        match = self._words.match(i, j)
        weight_a, weight_b = self._words.weights(i, j)
        match = match[weight_a > 0][:, weight_b > 0]
        return bool(match.size) and min(match.max(axis=1).min(), match.max(axis=0).min()) >= STANDS_FOR
