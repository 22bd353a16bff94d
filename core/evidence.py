"""What the similarity stage found between two articles and the alignment stage decides on.

A foundation beside :mod:`core.model`; every matrix has a row for each sentence of A and a column for each of B.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.model import Article

Floats = NDArray[np.float32]
SHORT = 5
"""Checked sentences below which an article is always read in full: there is little to save, and much to miss."""


def is_short(article: Article) -> bool:
    """Return whether an article is too short to be told from others by its wording."""
    return sum(s.checked for s in article.sentences) < SHORT


@dataclass(frozen=True, slots=True, eq=False)
class CaseStems:
    """The stems of many articles' checked sentences, numbered alike."""

    first: Sequence[Sequence[int]]
    """For each article (sentences + 1,): where each sentence's tokens start."""
    stem: Sequence[NDArray[np.int32]]
    """For each article (tokens,): the same number for the same stem, counted from 0; below 0 for punctuation."""
    worth: Floats
    """(stems,): what each counts beside a content word of the same rarity."""


@dataclass(frozen=True, slots=True)
class Wording:
    """Stems in common, weighted by rarity."""

    dice: Floats
    """(a, b): twice the shared weight over the sum of both sentences' weights, 0 … 1."""
    weight_a: Floats
    """(a,): the weight of each sentence of A."""
    weight_b: Floats
    """(b,): the weight of each sentence of B."""
    rarity: Mapping[str, float]
    """Inverse sentence frequency of each stem over both articles, 0 … 1; 1 occurs in one sentence only."""
    likeness: float
    """Mean of ``dice`` over all sentences that say something: how near the articles are as wholes."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """Closeness of the encoder's vectors, −1 … 1."""

    cosine: Floats
    """(a, b): of the sentence vectors."""
    tokens: Floats
    """(a, b): greedy matching of word vectors weighted by rarity, F1 (BERTScore, Zhang et al. 2020).

    Only of pairs that are near by sentence vector or wording; 0 for the others.
    """


@dataclass(frozen=True, slots=True)
class WordField:
    """The words of both articles' checked sentences, ready to be matched sentence by sentence."""

    first_a: Sequence[int]
    """(sentences of A + 1,): where each sentence's tokens start in the arrays of A."""
    first_b: Sequence[int]
    weight_a: Floats
    """(tokens of A,): rarity, lowered for function words, 0 for punctuation."""
    weight_b: Floats
    stem_a: NDArray[np.int32]
    """(tokens of A,): the same number for the same stem; below 0 for punctuation."""
    stem_b: NDArray[np.int32]
    vector_a: Floats | None
    """(tokens of A, 384): word vectors in context; None without the encoder."""
    vector_b: Floats | None

    def weights(self, i: int, j: int) -> tuple[Floats, Floats]:
        """Return the weights of the tokens of A's sentence ``i`` and of B's sentence ``j``."""
        return (
            self.weight_a[self.first_a[i] : self.first_a[i + 1]],
            self.weight_b[self.first_b[j] : self.first_b[j + 1]],
        )

    def cosines(self, i: int, j: int) -> Floats:
        """Return (tokens of A's sentence ``i``, tokens of B's ``j``): the cosines in context, nothing without them."""
        if self.vector_a is None or self.vector_b is None:
            return np.zeros((0, 0), dtype=np.float32)
        rows, columns = slice(self.first_a[i], self.first_a[i + 1]), slice(self.first_b[j], self.first_b[j + 1])
        cosines: Floats = self.vector_a[rows] @ self.vector_b[columns].T
        return cosines

    def match(self, i: int, j: int) -> Floats:
        """Return (tokens of A's sentence ``i``, tokens of B's ``j``): 1 for equal stems, else the cosine."""
        stems_a = self.stem_a[self.first_a[i] : self.first_a[i + 1], None]
        stems_b = self.stem_b[None, self.first_b[j] : self.first_b[j + 1]]
        same = (stems_a == stems_b) & (stems_a >= 0)
        cosines = self.cosines(i, j)
        if not cosines.size:
            alone: Floats = same.astype(np.float32)
            return alone
        cosines[same] = 1.0
        return cosines


@dataclass(frozen=True, slots=True)
class PairEvidence:
    """All evidence of one pair; ``meaning`` is None when the encoder was not used."""

    wording: Wording
    meaning: Meaning | None
    words: WordField
    apart: bool = False
    """The articles share no topic: nothing can have been taken over but passages, which wording finds."""
