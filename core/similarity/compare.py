"""Everything the encoder and the wording tell about the articles of one case."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import partial
from itertools import combinations

import numpy as np

from core.evidence import Floats, PairEvidence, WordField, Wording, is_short
from core.languages import shared_language
from core.model import Article
from core.progress import NoProgress, PartOf, Progress
from core.similarity.encoder import Encoder
from core.similarity.lexical import Tokens, article_tokens, compare_wording, stem_numbers, token_weights, told_apart
from core.similarity.semantic import SentenceVectors, compare_meaning, sentence_vectors, word_vectors

CHUNK = 128
"""Sentences encoded at once, by length."""
KEPT = 400
"""Pairs whose wording is kept until they are asked for: about 100 KB each. Of more it is compared again."""
FINDING = 0.15
"""Share of the work that it takes to find out what is to be read."""
ALIKE, MEANING = "Finding articles that are alike", "Reading the sentences’ meaning"
"""What progress is told."""


Apart = Callable[[Article, Article, Wording, WordField], bool]
"""Tells from the wording of two articles whether they share no topic."""


class Comparison:
    """The evidence of any pair of some articles.

    Wording is compared first. Only articles that it leaves in doubt are read by the encoder as wholes; where two
    have nothing in common but perhaps a passage, wording finds that, and the encoder reads the linked sentences.
    """

    def __init__(
        self,
        articles: Sequence[Article],
        encoder: Encoder,
        progress: Progress | None = None,
        *,
        apart: Apart | None = None,
        pairs: Sequence[tuple[Article, Article]] | None = None,
    ) -> None:
        """Prepare the evidence; a pair that ``apart`` says shares no topic is not read in full.

        ``pairs`` are those that will be asked for; None is all of them.
        """
        progress = progress or NoProgress()
        self._encoder = encoder if encoder.usable else None
        self._apart = apart
        self._tokens: dict[tuple[str, str], Tokens] = {}
        self._known: dict[tuple[str, str], PairEvidence] = {}
        self._are_apart: dict[tuple[str, str], bool] = {}
        self._vectors: dict[str, SentenceVectors] = {}
        self._words: defaultdict[str, dict[int, Floats]] = defaultdict(dict)
        if self._encoder is not None:
            asked = list(combinations(articles, 2)) if pairs is None else pairs
            read = self._in_doubt(articles, asked, PartOf(progress, 0.0, FINDING))
            read = [a for a in read if self._reads(a)]
            encode_ahead(self._encoder, read, PartOf(progress, FINDING, 1.0))
            for article in read:
                progress.step(MEANING, 1.0)
                self._vectors[article.id] = sentence_vectors(article, self._encoder)

    def evidence(self, a: Article, b: Article) -> PairEvidence:
        """Return the evidence for every sentence of A against every sentence of B."""
        known = self._known.pop((a.id, b.id), None) or self._by_wording(a, b)
        if not (self._reads(a) and self._reads(b)) or known.apart or shared_language(a.language, b.language) is None:
            return known
        one, two = self._vectors[a.id], self._vectors[b.id]
        words = replace(known.words, vector_a=one.words, vector_b=two.words)
        return PairEvidence(known.wording, compare_meaning(one, two, known.wording, words), words)

    def read(self, article: Article, indices: Iterable[int]) -> None:
        """Read those sentences, in one batch, of an article that was not read as a whole."""
        if self._encoder is not None and self._reads(article) and article.id not in self._vectors:
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

    def _in_doubt(
        self, articles: Sequence[Article], pairs: Sequence[tuple[Article, Article]], progress: Progress
    ) -> list[Article]:
        """Return the articles that are in a pair which wording leaves in doubt."""
        if self._apart is None:
            return list(articles)
        read: dict[str, Article] = {}
        for done, (a, b) in enumerate(pairs):
            if a.id in read and b.id in read:
                continue
            if done:
                progress.step(ALIKE, done / len(pairs))
            known = self._by_wording(a, b)
            if len(self._known) < KEPT:
                self._known[a.id, b.id] = known
            if not known.apart:
                read |= {a.id: a, b.id: b}
        return [a for a in articles if a.id in read]

    def _by_wording(self, a: Article, b: Article) -> PairEvidence:
        """Return what wording alone tells, and whether it leaves the pair in doubt."""
        own, other = self._both(a, b)
        wording = compare_wording(own, other)
        weights = token_weights(own, wording.rarity), token_weights(other, wording.rarity)
        words = WordField(own.first, other.first, *weights, *stem_numbers(own, other), None, None)
        return PairEvidence(wording, None, words, self._told_apart(a, b, wording, words))

    def _told_apart(self, a: Article, b: Article, wording: Wording, words: WordField) -> bool:
        """Return whether two articles share no topic; found out once."""
        known = self._are_apart.get((a.id, b.id))
        if known is None:
            short = is_short(a) or is_short(b)
            known = not short and self._apart is not None and self._apart(a, b, wording, words)
            self._are_apart[a.id, b.id] = known
        return known

    def _reads(self, article: Article) -> bool:
        """Return whether the encoder reads an article's language."""
        return self._encoder is not None and self._encoder.reads(article.language)

    def _both(self, a: Article, b: Article) -> tuple[Tokens, Tokens]:
        """Return the stems of both by the rules of their language; of two languages, none in common."""
        language = shared_language(a.language, b.language)
        if language is None:
            return self._read_in(a, a.language), told_apart(self._read_in(b, b.language), b.language)
        return self._read_in(a, language), self._read_in(b, language)

    def _read_in(self, article: Article, language: str) -> Tokens:
        known = self._tokens.get((article.id, language))
        if known is None:
            known = self._tokens[article.id, language] = article_tokens(article, language)
        return known

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
        encoder.encode(ordered[at : at + CHUNK], partial(progress.step, MEANING, at / len(ordered)))
    progress.step(MEANING, 1.0)
