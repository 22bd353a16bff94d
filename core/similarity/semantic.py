"""Closeness in meaning between the sentences of two articles, by the encoder's vectors."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.evidence import Floats, Meaning, WordField, Wording
from core.model import Article
from core.similarity.encoder import Encoder
from core.similarity.vectors import DIMENSIONS, Encoded

NEAREST = 8
"""Sentences of the other article whose words are compared, for each sentence and each side."""


@dataclass(frozen=True, slots=True)
class SentenceVectors:
    """The vectors of an article's sentences and words; rows of unchecked sentences are zero."""

    sentences: Floats
    """(sentences, 384)."""
    words: Floats
    """(words, 384): mean of each word's pieces in its sentence, of length 1."""
    first: tuple[int, ...]
    """(sentences + 1,): where each sentence's words start in ``words``."""


def sentence_vectors(article: Article, encoder: Encoder) -> SentenceVectors:
    """Encode an article's checked sentences."""
    checked = [i for i, s in enumerate(article.sentences) if s.checked]
    encoded = dict(zip(checked, encoder.encode([article.sentence_text(i) for i in checked]), strict=True))
    sentences = np.zeros((len(article.sentences), DIMENSIONS), dtype=np.float32)
    words: list[Floats] = []
    first = [0]
    for i in range(len(article.sentences)):
        if i in encoded:
            sentences[i] = encoded[i].vector
            words.append(word_vectors(article, i, encoded[i]))
        first.append(first[-1] + (len(words[-1]) if i in encoded else 0))
    stacked = np.concatenate(words) if words else np.zeros((0, DIMENSIONS), dtype=np.float32)
    return SentenceVectors(sentences, stacked, tuple(first))


def word_vectors(article: Article, index: int, encoded: Encoded) -> Floats:
    """Return one row per token of the sentence (punctuation too): the mean of its pieces, of length 1 or 0."""
    tokens = article.sentence_tokens(index)
    start = article.sentences[index].span.start
    rows = np.zeros((len(tokens), encoded.pieces.shape[1]), dtype=np.float32)
    if not len(tokens) or not len(encoded.offsets):
        return rows
    starts = np.array([t.start - start for t in tokens])
    owner = np.searchsorted(starts, encoded.offsets[:, 0], side="right") - 1
    kept = owner >= 0
    np.add.at(rows, owner[kept], encoded.pieces[kept])
    rows /= np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-9)
    return rows


def compare_meaning(a: SentenceVectors, b: SentenceVectors, wording: Wording, words: WordField) -> Meaning:
    """Compare the sentences of A with those of B: all by their vectors, the nearest by their words."""
    cosine: Floats = a.sentences @ b.sentences.T
    tokens = np.zeros_like(cosine)
    for i, j in np.argwhere(_nearest(cosine + wording.dice)):
        match = words.cosines(i, j)
        if match.size:
            weight_a, weight_b = words.weights(i, j)
            tokens[i, j] = _harmonic(_mean(match.max(axis=1), weight_a), _mean(match.max(axis=0), weight_b))
    return Meaning(cosine, tokens)


def _nearest(scores: Floats) -> NDArray[np.bool_]:
    """Return where a score is among the highest of its row or of its column."""
    if not scores.size:
        return np.zeros(scores.shape, dtype=bool)
    rows = np.partition(scores, -min(NEAREST, scores.shape[1]), axis=1)[:, -min(NEAREST, scores.shape[1])]
    columns = np.partition(scores, -min(NEAREST, scores.shape[0]), axis=0)[-min(NEAREST, scores.shape[0])]
    nearest: NDArray[np.bool_] = (scores >= rows[:, None]) | (scores >= columns[None, :])
    return nearest


def _mean(values: Floats, weights: Floats) -> float:
    return max(0.0, float(weights @ values) / max(float(weights.sum()), 1e-9))


def _harmonic(one: float, two: float) -> float:
    return 2 * one * two / max(one + two, 1e-9)
