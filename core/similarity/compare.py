"""Everything the encoder and the wording tell about the articles of one case."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations

import numpy as np

from core.evidence import Floats, PairEvidence, WordField, Wording
from core.model import Article
from core.progress import NoProgress, Progress
from core.similarity.encoder import Encoder
from core.similarity.lexical import article_tokens, compare_wording, stem_numbers, token_weights
from core.similarity.semantic import SentenceVectors, compare_meaning, sentence_vectors, word_vectors

CHUNK = 128
"""Sentences encoded between two reports of progress."""
SHORT = 5
"""Checked sentences below which an article is always read in full: there is little to save, and much to miss."""


class Comparison:
    """The evidence of any pair of some articles.

    Wording is compared first. Only articles that it leaves in doubt are read by the encoder as wholes; where two
    have nothing in common but perhaps a passage, wording finds that, and the encoder reads the linked sentences.
    """

    def __init__(
        self, articles: Sequence[Article], encoder: Encoder, progress: Progress | None = None, *, apart: float = 0.0
    ) -> None:
        """Prepare the evidence; ``apart`` is the likeness in wording below which a pair is not read in full."""
        self._encoder = encoder if encoder.usable else None
        self._apart = apart
        self._tokens = {a.id: article_tokens(a) for a in articles}
        self._wording: dict[tuple[str, str], Wording] = {}
        self._vectors: dict[str, SentenceVectors] = {}
        self._words: defaultdict[str, dict[int, Floats]] = defaultdict(dict)
        if self._encoder is not None:
            read = self._in_doubt(articles)
            encode_ahead(self._encoder, read, progress or NoProgress())
            self._vectors = {a.id: sentence_vectors(a, self._encoder) for a in read}

    def evidence(self, a: Article, b: Article) -> PairEvidence:
        """Return the evidence for every sentence of A against every sentence of B."""
        own, other = self._tokens[a.id], self._tokens[b.id]
        wording = self._wording.pop((a.id, b.id), None) or compare_wording(own, other)
        weights = token_weights(own, wording.rarity), token_weights(other, wording.rarity)
        stems = stem_numbers(own, other)
        apart = not self._doubtful(a, b, wording)
        if self._encoder is None or apart:
            return PairEvidence(wording, None, WordField(own.first, other.first, *weights, *stems, None, None), apart)
        one, two = self._vectors[a.id], self._vectors[b.id]
        words = WordField(own.first, other.first, *weights, *stems, one.words, two.words)
        return PairEvidence(wording, compare_meaning(one, two, wording, words), words)

    def read(self, article: Article, indices: Iterable[int]) -> None:
        """Read those sentences, in one batch, of an article that was not read as a whole."""
        if self._encoder is not None and article.id not in self._vectors:
            wanted = sorted(set(indices) - self._words[article.id].keys())
            encoded = self._encoder.encode([article.sentence_text(i) for i in wanted])
            self._words[article.id] |= {i: word_vectors(article, i, e) for i, e in zip(wanted, encoded, strict=True)}

    def word_cosines(self, a: Article, of_a: Sequence[int], b: Article, of_b: Sequence[int]) -> Floats | None:
        """Return the cosines (tokens of A's sentences, tokens of B's) in context; None where one was not read."""
        rows, columns = self._rows(a, of_a), self._rows(b, of_b)
        if rows is None or columns is None:
            return None
        cosines: Floats = rows @ columns.T
        return cosines

    def alike(self, a: str, b: str) -> float | None:
        """Return the cosine of two words out of context, −1 … 1; None without the encoder."""
        if self._encoder is None:
            return None
        one, two = self._encoder.encode([a, b])
        return float(one.vector @ two.vector)

    def _in_doubt(self, articles: Sequence[Article]) -> list[Article]:
        """Return the articles that are in a pair which wording leaves in doubt."""
        if self._apart <= 0:
            return list(articles)
        read: dict[str, Article] = {}
        for a, b in combinations(articles, 2):
            if a.id in read and b.id in read:
                continue
            wording = self._wording[a.id, b.id] = compare_wording(self._tokens[a.id], self._tokens[b.id])
            if self._doubtful(a, b, wording):
                read |= {a.id: a, b.id: b}
        return [a for a in articles if a.id in read]

    def _doubtful(self, a: Article, b: Article, wording: Wording) -> bool:
        short = min(sum(s.checked for s in x.sentences) for x in (a, b)) < SHORT
        return short or wording.likeness >= self._apart

    def _rows(self, article: Article, indices: Sequence[int]) -> Floats | None:
        vectors = self._vectors.get(article.id)
        if vectors is not None:
            return np.concatenate([vectors.words[vectors.first[i] : vectors.first[i + 1]] for i in indices])
        known = self._words[article.id]
        return np.concatenate([known[i] for i in indices]) if all(i in known for i in indices) else None


def encode_ahead(encoder: Encoder, articles: Sequence[Article], progress: Progress) -> None:
    """Encode all checked sentences in batches of like length, telling the progress in between."""
    texts = {a.sentence_text(i) for a in articles for i, s in enumerate(a.sentences) if s.checked}
    ordered = sorted(texts, key=lambda t: (len(t), t))
    for at in range(0, len(ordered), CHUNK):
        progress.step("Reading the sentences’ meaning", at / len(ordered))
        encoder.encode(ordered[at : at + CHUNK])
    progress.step("Reading the sentences’ meaning", 1.0)
