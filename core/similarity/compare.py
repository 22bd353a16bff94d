"""Everything the encoder and the wording tell about the articles of one case."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np

from core.evidence import Floats, PairEvidence, WordField
from core.model import Article
from core.progress import NoProgress, Progress
from core.similarity.encoder import Encoder
from core.similarity.lexical import article_tokens, compare_wording, stem_numbers, token_weights
from core.similarity.semantic import SentenceVectors, compare_meaning, sentence_vectors

CHUNK = 128
"""Sentences encoded between two reports of progress."""


class Comparison:
    """Vectors of the articles' sentences, made once, and the evidence of any pair of them."""

    def __init__(self, articles: Sequence[Article], encoder: Encoder, progress: Progress | None = None) -> None:
        self._encoder = encoder if encoder.usable else None
        self._tokens = {a.id: article_tokens(a) for a in articles}
        self._vectors: dict[str, SentenceVectors] = {}
        if self._encoder is not None:
            encode_ahead(self._encoder, articles, progress or NoProgress())
            self._vectors = {a.id: sentence_vectors(a, self._encoder) for a in articles}

    def evidence(self, a: Article, b: Article) -> PairEvidence:
        """Return the evidence for every sentence of A against every sentence of B."""
        own, other = self._tokens[a.id], self._tokens[b.id]
        wording = compare_wording(own, other)
        weights = token_weights(own, wording.rarity), token_weights(other, wording.rarity)
        stems = stem_numbers(own, other)
        if self._encoder is None:
            return PairEvidence(wording, None, WordField(own.first, other.first, *weights, *stems, None, None))
        one, two = self._vectors[a.id], self._vectors[b.id]
        words = WordField(own.first, other.first, *weights, *stems, one.words, two.words)
        return PairEvidence(wording, compare_meaning(one, two, wording, words), words)

    def word_cosines(self, a: Article, of_a: Sequence[int], b: Article, of_b: Sequence[int]) -> Floats | None:
        """Return the cosines (tokens of A's sentences, tokens of B's) in context; None without the encoder."""
        if self._encoder is None:
            return None
        cosines: Floats = self._rows(a, of_a) @ self._rows(b, of_b).T
        return cosines

    def _rows(self, article: Article, indices: Sequence[int]) -> Floats:
        vectors = self._vectors[article.id]
        return np.concatenate([vectors.words[vectors.first[i] : vectors.first[i + 1]] for i in indices])

    def learn_words(self, words: Iterable[str]) -> None:
        """Encode single words ahead, in one batch, for :meth:`alike`."""
        if self._encoder is not None:
            self._encoder.encode(sorted(set(words)))

    def alike(self, a: str, b: str) -> float | None:
        """Return the cosine of two words out of context, −1 … 1; None without the encoder."""
        if self._encoder is None:
            return None
        one, two = self._encoder.encode([a, b])
        return float(one.vector @ two.vector)


def encode_ahead(encoder: Encoder, articles: Sequence[Article], progress: Progress) -> None:
    """Encode all checked sentences in batches of like length, telling the progress in between."""
    texts = {a.sentence_text(i) for a in articles for i, s in enumerate(a.sentences) if s.checked}
    ordered = sorted(texts, key=lambda t: (len(t), t))
    for at in range(0, len(ordered), CHUNK):
        progress.step("Reading the sentences’ meaning", at / len(ordered))
        encoder.encode(ordered[at : at + CHUNK])
    progress.step("Reading the sentences’ meaning", 1.0)
