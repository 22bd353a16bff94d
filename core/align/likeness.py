"""How much one sentence looks like a rewrite of another, when nothing but the two is known.

Pure: two sentences and their evidence in, one figure out. There is no rarity to weigh words by (of two sentences every
word is rare), so what counts is how much of both is accounted for, and what is not: a rewriter leaves no long stretch
without a counterpart, and seldom a figure.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby, pairwise
from math import log1p, sqrt

import numpy as np
from numpy.typing import NDArray

from core.evidence import Floats, PairEvidence, WordField
from core.lexis import is_function
from core.model import Article, MentionKind

SAME = 0.8
"""Added to the centred cosine of two words with the same stem; without the encoder it stands alone."""
NEIGHBOURS = 0.6
"""Added in proportion to how well the words before and after match (Sultan et al. 2014): a word between two that are
the same on both sides stands for the one between them, whatever it is."""
PLACE = 0.1
"""Taken off in proportion to the difference of relative places: of words that fit alike, the one in the same place."""
ACCEPT, ACCEPT_FUNCTION = 0.4, 0.55
"""Lowest score of a match, and of one with a function word, which is near to everything."""
FUNCTION = 0.5
"""What a function word counts beside any other: it says less, but a rewriter keeps many of them."""
SLOT = 4
"""Most words of a stretch that may stand for the stretch in the same place of the other sentence."""
REWORDED = 0.5
"""How far such a word is accounted for: it may as well be new."""
GAP = 0.15
"""Taken off for each log-unit of the longest stretch without a match: the longer it is, the less one more word says."""
FIGURE = 0.12
"""Taken off for the numbers and dates that stand on one side only, by the root of how many: the first says most."""
ALONE = 0.15
"""Added without the encoder, which would match that much more of the same pairs."""

Flags = NDArray[np.bool_]


def likeness(a: Article, b: Article, evidence: PairEvidence) -> float:
    """Return how much A's only sentence and B's look like one rewritten: 1 for the same, 0 and below for unrelated.

    The mean of the share of words accounted for and the sentence cosine, less what stands on one side only; 0 where a
    side has no words.
    """
    function_a, function_b = _function_words(a), _function_words(b)
    if not (function_a.size and function_b.size):
        return 0.0
    pairs = _matches(evidence.words, function_a, function_b)
    for_a, for_b = _accounted(pairs, len(function_a), len(function_b))
    weight_a, weight_b = np.where(function_a, FUNCTION, 1.0), np.where(function_b, FUNCTION, 1.0)
    share = float(weight_a @ for_a + weight_b @ for_b) / float(weight_a.sum() + weight_b.sum())
    meaning = evidence.meaning
    alike = share + ALONE if meaning is None else (share + float(meaning.cosine[0, 0])) / 2
    gap = max(_gap(weight_a.tolist(), for_a.tolist()), _gap(weight_b.tolist(), for_b.tolist()))
    return alike - GAP * log1p(gap) - FIGURE * sqrt(len(_figures(a) ^ _figures(b)))


def _function_words(article: Article) -> Flags:
    """Return (words,): whether each word of the only sentence is a function word."""
    return np.array([is_function(t.of(article.text)) for t in article.sentence_tokens(0) if t.word], dtype=bool)


def _matches(field: WordField, function_a: Flags, function_b: Flags) -> list[tuple[int, int]]:
    """Return the words that are each other's best match and good enough, in A's order.

    Each word's mean nearness to the other side is taken off first, so that hub words do not attract everything.
    """
    rows, columns = np.flatnonzero(field.stem_a >= 0), np.flatnonzero(field.stem_b >= 0)
    same = field.stem_a[rows, None] == field.stem_b[None, columns]
    near = field.cosines(0, 0)
    near = near[np.ix_(rows, columns)] if near.size else np.zeros(same.shape, dtype=np.float32)
    score = near - (near.mean(axis=1, keepdims=True) + near.mean(axis=0, keepdims=True)) / 2 + SAME * same
    around = np.pad(np.clip(score, 0, 1.5), 1)
    score += NEIGHBOURS * (around[:-2, :-2] + around[2:, 2:]) / 2
    score -= PLACE * np.abs(_places(len(rows))[:, None] - _places(len(columns))[None, :])
    enough = score >= np.where(function_a[:, None] | function_b[None, :], ACCEPT_FUNCTION, ACCEPT)
    best_b, best_a = score.argmax(axis=1), score.argmax(axis=0)
    return [(i, int(j)) for i, j in enumerate(best_b) if best_a[j] == i and enough[i, j]]


def _places(n: int) -> Floats:
    """Return each word's relative place, 0 … 1."""
    places: Floats = np.arange(n, dtype=np.float32) / np.float32(max(1, n - 1))
    return places


def _accounted(pairs: Sequence[tuple[int, int]], n: int, m: int) -> tuple[Floats, Floats]:
    """Return how far each of A's ``n`` words and of B's ``m`` is accounted for, 0 … 1.

    Short stretches between the same two matches (or a match and the end) on both sides are taken for rewordings.
    """
    for_a, for_b = np.zeros(n, dtype=np.float32), np.zeros(m, dtype=np.float32)
    for i, j in pairs:
        for_a[i] = for_b[j] = 1.0
    taken = for_b > 0
    for (i, j), (after_i, after_j) in pairwise([(-1, -1), *pairs, (n, m)] if pairs else []):
        own, other = slice(i + 1, after_i), slice(j + 1, after_j)
        lengths = after_i - i - 1, after_j - j - 1
        if min(lengths) > 0 and max(lengths) <= SLOT and not taken[other].any():
            for_a[own] = for_b[other] = REWORDED
    return for_a, for_b


def _gap(weights: Sequence[float], accounted: Sequence[float]) -> float:
    """Return the weight of the longest stretch of words without a match."""
    runs = groupby(zip(weights, accounted, strict=True), key=lambda word: word[1] < 1)
    return max((sum(weight for weight, _ in run) for open_, run in runs if open_), default=0.0)


def _figures(article: Article) -> set[str]:
    """Return the article's numbers and dates in normal form."""
    return {m.value for m in article.mentions if m.kind is not MentionKind.NAME}
