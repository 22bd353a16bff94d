"""Word alignment inside one link: which words of A stand for which words of B.

Pure: tokens and a matrix of similarities in, aligned stretches out. The score of a pair of words adds what
Sultan et al. 2014 found to matter (same word, similar word, similar neighbours) to the cosine of their
vectors in context; unchanged words in order come from the word difference.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import JaroWinkler
from rapidfuzz.process import cdist

from core.lexis import is_function, key, stem
from core.model import AlignedWords, Article, Span, WordMatch
from core.wording.diff import equal_places

Floats = NDArray[np.float32]

SAME_WORD = 0.8
"""Added to the score of two equal words; equal stems get seven eighths of it."""
SPELLING = 0.35
"""Added in proportion to likeness of spelling above ALIKE (Jaro-Winkler): misspelt names and derived forms."""
ALIKE = 0.8
IN_ORDER = 0.3
"""Added where the word difference leaves the pair unchanged."""
NEIGHBOURS = 0.6
"""Added in proportion to how well the words before and after correspond."""
DISTANCE = 0.25
"""Taken off in proportion to the difference of relative places in the sentence."""
ACCEPT = 0.38
"""Lowest score of an aligned pair; from the development figures of the alignment corpora."""
ACCEPT_FUNCTION = 0.55
"""The same for function words, which are similar to everything."""
SYNONYM = 0.22
"""Lowest centred cosine in context at which different words count as synonyms; by eye on own and sample links."""
SLOT = 3
"""Most words of an unaligned stretch that may be matched with the stretch in the same slot."""


@dataclass(frozen=True, slots=True)
class Word:
    """A token of one side: where it stands and its wording."""

    span: Span
    text: str
    word: bool


def align_words(a: Sequence[Word], b: Sequence[Word], similarity: Floats | None) -> tuple[AlignedWords, ...]:
    """Return the corresponding words of A and B, in A's order; each word stands in at most one stretch.

    Args:
        a: the tokens of A's sentences in the link, in order.
        b: the tokens of B's.
        similarity: (a, b) cosines of the word vectors in context, None without the encoder.
    """
    if not a or not b:
        return ()
    close = _centred(similarity) if similarity is not None else np.zeros((len(a), len(b)), dtype=np.float32)
    base = _base(a, b, close)
    score = base + NEIGHBOURS * _support(np.clip(base, 0, 1.5)) - DISTANCE * _distance(len(a), len(b))
    first = _mutual(score, a, b)
    support = np.zeros_like(base)
    for i, j in first:
        for d in (-2, -1, 1, 2):
            if 0 <= i + d < len(a) and 0 <= j + d < len(b):
                support[i + d, j + d] += 0.5 if abs(d) == 1 else 0.25
    score = base + NEIGHBOURS * support - DISTANCE * _distance(len(a), len(b))
    chosen = _mutual(score, a, b)
    return _stretches(a, b, chosen, close)


def align_link(
    a: Article, of_a: Sequence[int], b: Article, of_b: Sequence[int], similarity: Floats | None
) -> tuple[AlignedWords, ...]:
    """Align the words of two groups of sentences; ``similarity`` as in :func:`align_words`."""
    return align_words(_words(a, of_a), _words(b, of_b), similarity)


def _words(article: Article, indices: Sequence[int]) -> list[Word]:
    return [Word(t.span, t.span.of(article.text), t.word) for i in indices for t in article.sentence_tokens(i)]


def _centred(similarity: Floats) -> Floats:
    """Take off each word's mean similarity to the other side, so that hub words do not attract everything."""
    rows = similarity.mean(axis=1, keepdims=True)
    columns = similarity.mean(axis=0, keepdims=True)
    centred: Floats = np.clip(similarity - (rows + columns) / 2, -0.5, 1.0)
    return centred


def _base(a: Sequence[Word], b: Sequence[Word], close: Floats) -> Floats:
    keys_a, keys_b = [key(w.text) for w in a], [key(w.text) for w in b]
    word_a, word_b = np.array([w.word for w in a])[:, None], np.array([w.word for w in b])[None, :]
    same = np.array(keys_a, dtype=object)[:, None] == np.array(keys_b, dtype=object)[None, :]
    stems = [[stem(w.text) for w in side] for side in (a, b)]
    inflected = np.array(stems[0], dtype=object)[:, None] == np.array(stems[1], dtype=object)[None, :]
    long = _long(keys_a)[:, None] & _long(keys_b)[None, :]
    spelling = cdist(keys_a, keys_b, scorer=JaroWinkler.normalized_similarity, score_cutoff=ALIKE) - ALIKE
    base = close + SPELLING / (1 - ALIKE) * np.where(long & ~same & ~inflected, np.maximum(spelling, 0), 0)
    base += np.where(same, SAME_WORD, np.where(inflected, SAME_WORD * 7 / 8, 0))
    base[(word_a != word_b) | (~word_a & ~same)] = -1.0
    for i, j in equal_places(keys_a, keys_b):
        base[i, j] += IN_ORDER
    return base.astype(np.float32)


def _long(keys: Sequence[str]) -> NDArray[np.bool_]:
    return np.array([len(k) > SLOT for k in keys])


def _support(base: Floats) -> Floats:
    """Return how well the direct neighbours of each pair correspond, 0 … 1.5."""
    padded = np.pad(base, 1)
    support: Floats = ((padded[:-2, :-2] + padded[2:, 2:]) / 2).astype(np.float32)
    return support


def _distance(n: int, m: int) -> Floats:
    rows = np.arange(n, dtype=np.float32)[:, None] / max(1, n - 1)
    columns = np.arange(m, dtype=np.float32)[None, :] / max(1, m - 1)
    distance: Floats = np.abs(rows - columns).astype(np.float32)
    return distance


def _mutual(score: Floats, a: Sequence[Word], b: Sequence[Word]) -> list[tuple[int, int]]:
    """Return the pairs that are each other's best and good enough."""
    best_b = score.argmax(axis=1)
    best_a = score.argmax(axis=0)
    pairs: list[tuple[int, int]] = []
    for i, j in enumerate(best_b):
        loose = not a[i].word or is_function(a[i].text) or is_function(b[j].text)
        if best_a[j] == i and score[i, j] >= (ACCEPT_FUNCTION if loose else ACCEPT):
            pairs.append((i, int(j)))
    return pairs


def _stretches(
    a: Sequence[Word], b: Sequence[Word], chosen: list[tuple[int, int]], close: Floats
) -> tuple[AlignedWords, ...]:
    out = [AlignedWords(a[i].span, b[j].span, word_match(a[i].text, b[j].text, float(close[i, j]))) for i, j in chosen]
    for (i0, i1), (j0, j1) in _slots(chosen, len(a), len(b)):
        own = [k for k in range(i0, i1) if a[k].word]
        other = [k for k in range(j0, j1) if b[k].word]
        if not own or not other:
            continue
        content = [w.text for w in (*[a[k] for k in own], *[b[k] for k in other]) if not is_function(w.text)]
        if not content or len(own) > SLOT or len(other) > SLOT:
            continue
        span_a = Span(a[own[0]].span.start, a[own[-1]].span.end)
        span_b = Span(b[other[0]].span.start, b[other[-1]].span.end)
        near = float(close[own[0] : own[-1] + 1, other[0] : other[-1] + 1].max())
        out.append(AlignedWords(span_a, span_b, WordMatch.SYNONYM if near >= SYNONYM else WordMatch.CHANGED))
    return tuple(sorted(out, key=lambda x: (x.a, x.b)))


def _slots(chosen: list[tuple[int, int]], n: int, m: int) -> list[tuple[tuple[int, int], tuple[int, int]]]:
    """Return the unaligned stretches that lie between the same two neighbours on both sides."""
    partner = dict(chosen)
    taken = set(partner.values())
    slots: list[tuple[tuple[int, int], tuple[int, int]]] = []
    at = 0
    while at < n:
        if at in partner:
            at += 1
            continue
        end = at
        while end < n and end not in partner:
            end += 1
        before = partner.get(at - 1, -1 if at == 0 else None)
        after = partner.get(end, m if end == n else None)
        if (
            before is not None
            and after is not None
            and before + 1 < after
            and not taken & set(range(before + 1, after))
        ):
            slots.append(((at, end), (before + 1, after)))
        at = end
    return slots


def word_match(a: str, b: str, close: float) -> WordMatch:
    """Return how two aligned words relate; ``close`` is their centred cosine in context."""
    if key(a) == key(b):
        return WordMatch.SAME
    if stem(a) == stem(b):
        return WordMatch.INFLECTED
    if any(c.isdigit() for c in a + b) or (a[:1].isupper() and b[:1].isupper() and not is_function(a)):
        return WordMatch.CHANGED  # figures and names have no synonyms
    return WordMatch.SYNONYM if close >= SYNONYM else WordMatch.CHANGED
