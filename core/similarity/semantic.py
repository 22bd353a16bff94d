"""Closeness in meaning between the sentences of two articles, by the encoder's vectors."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.evidence import Floats, Meaning, WordField, Wording
from core.model import Article
from core.similarity.encoder import Encoder
from core.similarity.vectors import DIMENSIONS, Encoded

Places = NDArray[np.intp]
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
    size = next((len(e.vector) for e in encoded.values()), DIMENSIONS)
    sentences = np.zeros((len(article.sentences), size), dtype=np.float32)
    words: list[Floats] = []
    first = [0]
    for i in range(len(article.sentences)):
        if i in encoded:
            sentences[i] = encoded[i].vector
            words.append(word_vectors(article, i, encoded[i]))
        first.append(first[-1] + (len(words[-1]) if i in encoded else 0))
    stacked = np.concatenate(words) if words else np.zeros((0, size), dtype=np.float32)
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
    if kept.any():
        # Pieces stand in text order, so those of a word are neighbours.
        words, first = np.unique(owner[kept], return_index=True)
        rows[words] = np.add.reduceat(encoded.pieces[kept].astype(np.float32), first, axis=0)
        rows /= np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-9)
    return rows


def compare_meaning(a: SentenceVectors, b: SentenceVectors, wording: Wording, words: WordField) -> Meaning:
    """Compare the sentences of A with those of B: all by their vectors, the nearest by their words."""
    cosine: Floats = a.sentences @ b.sentences.T
    tokens = np.zeros_like(cosine)
    first_b = np.asarray(b.first)
    for i, near in enumerate(_nearest(cosine + wording.dice)):
        own = slice(a.first[i], a.first[i + 1])
        columns = np.flatnonzero(near & (first_b[1:] > first_b[:-1]))
        if columns.size and own.start < own.stop:
            # The words of all those sentences of B in a row, so that their cosines are one product and not many.
            rows, starts = _in_a_row(first_b, columns)
            cosines = a.words[own] @ b.words[rows].T
            tokens[i, columns] = _matching(cosines, starts, words.weight_a[own], words.weight_b[rows])
    return Meaning(cosine, tokens)


def _in_a_row(first: Places, chosen: Places) -> tuple[Places, Places]:
    """Return the places of all the words of some sentences, and where among them each sentence starts."""
    sizes = first[chosen + 1] - first[chosen]
    starts = np.cumsum(sizes) - sizes
    return np.repeat(first[chosen] - starts, sizes) + np.arange(sizes.sum()), starts


def _matching(cosines: Floats, starts: Places, weight_a: Floats, weight_b: Floats) -> Floats:
    """Return how well the words of a sentence (rows) and of others, one behind the other (columns), match: F1."""
    recall = weight_a @ np.maximum.reduceat(cosines, starts, axis=1) / max(float(weight_a.sum()), 1e-9)
    matched = np.add.reduceat(weight_b * cosines.max(axis=0), starts)
    precision = matched / np.maximum(np.add.reduceat(weight_b, starts), 1e-9)
    one, other = np.maximum(recall, 0), np.maximum(precision, 0)
    harmonic: Floats = 2 * one * other / np.maximum(one + other, 1e-9)
    return harmonic


def _nearest(scores: Floats) -> NDArray[np.bool_]:
    """Return where a score is among the highest of its row or of its column."""
    if not scores.size:
        return np.zeros(scores.shape, dtype=bool)
    rows = np.partition(scores, -min(NEAREST, scores.shape[1]), axis=1)[:, -min(NEAREST, scores.shape[1])]
    columns = np.partition(scores, -min(NEAREST, scores.shape[0]), axis=0)[-min(NEAREST, scores.shape[0])]
    nearest: NDArray[np.bool_] = (scores >= rows[:, None]) | (scores >= columns[None, :])
    return nearest
