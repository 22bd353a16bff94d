"""Wording in common between the sentences of two articles, as weighted sets of stems."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from math import log

import numpy as np
from numpy.typing import NDArray

from core.evidence import CaseStems, Floats, Wording
from core.languages.codes import ENGLISH, UNSPACED
from core.lexis import is_function, stem
from core.model import Article
from core.ranges import Numbers, joined_ranges

FUNCTION_WEIGHT = 0.15
"""What a function word counts beside a content word of the same rarity: frame, not content."""
TELLING = 1.0
"""Weight above which a sentence says something: more than one rare word."""


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of an article's checked sentences, sentence by sentence."""

    first: tuple[int, ...]
    """(sentences + 1,): where each sentence's tokens start; unchecked sentences have none."""
    texts: tuple[str, ...]
    """Each token's stem; empty for punctuation."""
    function: tuple[bool, ...]
    language: str = ENGLISH


def article_tokens(article: Article, language: str = ENGLISH) -> Tokens:
    """Return the stems of an article's checked sentences, by the rules of a language."""
    first, texts, function = [0], [], []
    text = article.text
    known: dict[str, tuple[str, bool]] = {}  # an article repeats most of its words
    for index, sentence in enumerate(article.sentences):
        if sentence.checked:
            for token in article.sentence_tokens(index):
                word = token.of(text)
                read = known.get(word)
                if read is None:
                    read = known[word] = stem(word, language), is_function(word, language)
                texts.append(read[0] if token.word else "")
                function.append(read[1])
        first.append(len(texts))
    if language in UNSPACED:
        texts = _in_twos(texts)
    return Tokens(tuple(first), tuple(texts), tuple(function), language)


def _in_twos(texts: Sequence[str]) -> list[str]:
    """Return each character with the next one, for single ones are shared by all texts; a longer word stays."""
    return [one + two if len(one) == len(two) == 1 else one for one, two in pairwise([*texts, ""])]


def told_apart(tokens: Tokens, mark: str) -> Tokens:
    """Return the tokens with stems that no other article has: what is in another language shares no words."""
    return replace(tokens, texts=tuple(f"{mark} {s}" if s else "" for s in tokens.texts))


def token_weights(tokens: Tokens, rarity: Mapping[str, float]) -> Floats:
    """Return each token's weight: its stem's rarity, lowered for function words, 0 for punctuation."""
    weights = (
        rarity[s] * (FUNCTION_WEIGHT if function else 1.0) if s else 0.0
        for s, function in zip(tokens.texts, tokens.function, strict=True)
    )
    return np.fromiter(weights, dtype=np.float32, count=len(tokens.texts))


def stem_numbers(a: Tokens, b: Tokens) -> tuple[NDArray[np.int32], NDArray[np.int32]]:
    """Return a number for each token of A and of B: the same for the same stem, below 0 for punctuation."""
    numbers: dict[str, int] = {"": -1}
    for s in (*a.texts, *b.texts):
        numbers.setdefault(s, len(numbers))
    return (
        np.array([numbers[s] for s in a.texts], dtype=np.int32),
        np.array([numbers[s] for s in b.texts], dtype=np.int32),
    )


def case_stems(articles: Sequence[Article], language: str = ENGLISH) -> CaseStems:
    """Return the stems of all those articles, by the rules of one language."""
    numbers: dict[str, int] = {}
    read = [article_tokens(article, language) for article in articles]
    stems = [
        np.array([numbers.setdefault(s, len(numbers)) if s else -1 for s in tokens.texts], dtype=np.int32)
        for tokens in read
    ]
    worth = np.array([FUNCTION_WEIGHT if is_function(s, language) else 1.0 for s in numbers], dtype=np.float32)
    return CaseStems([tokens.first for tokens in read], stems, worth)


def compare_wording(a: Tokens, b: Tokens) -> Wording:
    """Compare every sentence of A with every sentence of B; the work grows with the words they share."""
    sets_a, sets_b = _stem_sets(a), _stem_sets(b)
    rarity = _rarity([*sets_a, *sets_b])
    known = {s: k for k, s in enumerate(sorted(rarity))}  # any other order would sum differently
    weight = np.array(
        [rarity[s] * (FUNCTION_WEIGHT if is_function(s, a.language) else 1.0) for s in known], dtype=np.float32
    )
    rows_a, rows_b = _numbered(sets_a, known), _numbered(sets_b, known)
    weight_a, weight_b = _sums(rows_a, weight), _sums(rows_b, weight)
    dice = _shared(rows_a, rows_b, weight)
    dice *= 2
    dice /= np.maximum(weight_a[:, None] + weight_b[None, :], 1e-9)
    return Wording(dice, weight_a, weight_b, rarity, _likeness(dice, weight_a, weight_b))


def _shared(rows_a: Sequence[Numbers], rows_b: Sequence[Numbers], weight: Floats) -> Floats:
    """Return (a, b): the weight of the stems in common, by the list of B's sentences that hold each stem."""
    stems = np.concatenate([*rows_b, np.empty(0, dtype=np.int64)])
    order = np.argsort(stems, kind="stable")
    holders = np.repeat(np.arange(len(rows_b)), [len(row) for row in rows_b])[order]
    bounds = np.searchsorted(stems[order], np.arange(len(weight) + 1))
    shared = np.zeros((len(rows_a), len(rows_b)), dtype=np.float32)
    for i, row in enumerate(rows_a):
        counts = bounds[row + 1] - bounds[row]
        found = holders[joined_ranges(bounds[row], counts)]
        shared[i] = np.bincount(found, np.repeat(weight[row], counts), minlength=len(rows_b))
    return shared


def _likeness(dice: Floats, weight_a: Floats, weight_b: Floats) -> float:
    telling = dice[weight_a > TELLING][:, weight_b > TELLING]
    return float(telling.mean()) if telling.size else 0.0


def _stem_sets(tokens: Tokens) -> list[frozenset[str]]:
    return [frozenset(tokens.texts[start:end]) - {""} for start, end in pairwise(tokens.first)]


def _rarity(sets: Sequence[frozenset[str]]) -> dict[str, float]:
    """Return the inverse sentence frequency (isf in Sanchez-Perez et al. 2014), 1 for a stem that occurs once."""
    counts = Counter(s for each in sets for s in each)
    most = log(1 + len(sets))
    return {s: log(1 + len(sets) / n) / most for s, n in counts.items()}


def _numbered(sets: Sequence[frozenset[str]], known: Mapping[str, int]) -> list[Numbers]:
    return [np.array(sorted(known[s] for s in each), dtype=np.int64) for each in sets]


def _sums(rows: Sequence[Numbers], weight: Floats) -> Floats:
    return np.array([weight[row].sum() for row in rows], dtype=np.float32)
