"""One score for two sentences, and how much of each the other explains."""

from __future__ import annotations

import numpy as np

from core.align.stream import best_stretch
from core.evidence import Floats, PairEvidence, WordField
from core.model import NextBest

WORDING = 0.5
"""What full agreement in wording adds to the closeness in meaning."""
ALONE_BASE, ALONE_SLOPE = 0.35, 1.15
"""Without the encoder the wording stands for both: fitted by eye to the scores of the same pairs with it."""
ALONE_LEAST = 0.7
"""Score that a pair then needs in any case where the encoder does not read the language: three of ten words in common.

Without the meaning nothing tells sentences about one place, which share two or three words of it, from reworded ones.
"""
FLOOR = 0.5
"""A word counts as explained by the other sentence as far as its best match there exceeds this cosine."""


def sentence_scores(evidence: PairEvidence) -> Floats:
    """Return (a, b): mean of sentence cosine and token matching, plus half the wording; 0 … 1.5."""
    dice = evidence.wording.dice
    if evidence.meaning is None:
        alone: Floats = np.where(dice > 0, ALONE_BASE + ALONE_SLOPE * dice, 0).astype(np.float32)
        return alone
    scores: Floats = (evidence.meaning.cosine + evidence.meaning.tokens) / 2 + WORDING * dice
    return scores


def background(scores: Floats, weight_a: Floats, weight_b: Floats) -> float:
    """Return how near the articles' sentences are that have nothing to do with each other: local scaling.

    It is the lower quartile of every sentence's best score; two reports of one event stand well above two articles
    on different ones.
    """
    best = np.concatenate([scores.max(axis=1, initial=0)[weight_a > 1], scores.max(axis=0, initial=0)[weight_b > 1]])
    return float(np.quantile(best, 0.25)) if best.size else 0.0


def mutual_best(scores: Floats, least: float) -> list[tuple[int, int]]:
    """Return the pairs that are each other's best partner with at least that score, in A's order."""
    if not scores.size:
        return []
    best_b, best_a = scores.argmax(axis=1), scores.argmax(axis=0)
    return [(i, int(j)) for i, j in enumerate(best_b) if best_a[j] == i and scores[i, j] >= least]


def next_best(row: Floats, taken: set[int]) -> NextBest | None:
    """Return the best partner of a sentence beside those that it is linked with."""
    left = np.where(np.isin(np.arange(len(row)), list(taken)), -np.inf, row)
    best = int(left.argmax())
    return NextBest(best, float(row[best])) if np.isfinite(left[best]) else None


class Explained:
    """How well each word is already explained by the links so far, so that only new ground counts."""

    def __init__(self, field: WordField) -> None:
        self._field = field
        self._a = np.full(len(field.weight_a), FLOOR, dtype=np.float32)
        self._b = np.full(len(field.weight_b), FLOOR, dtype=np.float32)

    def gain(self, i: int, j: int) -> float:
        """Return the weight of the best stretch of words that only this pair explains, the poorer side's.

        In units of a word that occurs in one sentence only.
        """
        match = self._field.match(i, j)
        if not match.size:
            return 0.0
        weight_a, weight_b = self._field.weights(i, j)
        rows, columns = self._ranges(i, j)
        gain_a = weight_a * (match.max(axis=1) - self._a[rows])
        gain_b = weight_b * (match.max(axis=0) - self._b[columns])
        return min(best_stretch(gain_a)[2], best_stretch(gain_b)[2])

    def add(self, i: int, j: int) -> None:
        """Take note of a link."""
        match = self._field.match(i, j)
        if match.size:
            rows, columns = self._ranges(i, j)
            self._a[rows] = np.maximum(self._a[rows], match.max(axis=1))
            self._b[columns] = np.maximum(self._b[columns], match.max(axis=0))

    def _ranges(self, i: int, j: int) -> tuple[slice, slice]:
        first_a, first_b = self._field.first_a, self._field.first_b
        return slice(first_a[i], first_a[i + 1]), slice(first_b[j], first_b[j + 1])
