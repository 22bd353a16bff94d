"""Closeness in meaning between the sentences of two articles, by the encoder's vectors."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from core.evidence import Floats, Meaning
from core.model import Article
from core.similarity.encoder import Encoder
from core.similarity.vectors import DIMENSIONS, Encoded

CELLS = 4_000_000
"""Token similarities held at once: 16 MB."""


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


def compare_meaning(
    vectors_a: SentenceVectors, weights_a: Floats, vectors_b: SentenceVectors, weights_b: Floats
) -> Meaning:
    """Compare every sentence of A with every sentence of B; weights are per token, as the word vectors are."""
    cosine = vectors_a.sentences @ vectors_b.sentences.T
    forward = _best(vectors_a, weights_a, vectors_b)
    backward = _best(vectors_b, weights_b, vectors_a).T
    return Meaning(cosine, forward, backward)


def _best(own: SentenceVectors, weights: Floats, other: SentenceVectors) -> Floats:
    """Return (own sentences, other sentences): weighted mean of each own word's best match over there."""
    out = np.zeros((len(own.first) - 1, len(other.first) - 1), dtype=np.float32)
    filled = [j for j in range(len(other.first) - 1) if other.first[j + 1] > other.first[j]]
    if not filled:
        return out
    edges = [other.first[j] for j in filled]
    rows = max(1, CELLS // max(1, len(other.words)))
    for i in _groups(own.first, rows):
        low, high = own.first[i.start], own.first[i.stop]
        if low == high:
            continue
        best = np.maximum.reduceat(own.words[low:high] @ other.words.T, edges, axis=1)
        for k in i:
            s, e = own.first[k] - low, own.first[k + 1] - low
            if e > s:
                w = weights[own.first[k] : own.first[k + 1]]
                out[k, filled] = w @ best[s:e] / max(float(w.sum()), 1e-9)
    return out


def _groups(first: Sequence[int], rows: int) -> list[range]:
    """Cut the sentences into runs of about ``rows`` words."""
    out: list[range] = []
    start = 0
    for i in range(1, len(first)):
        if first[i] - first[start] >= rows or i == len(first) - 1:
            out.append(range(start, i))
            start = i
    return out
