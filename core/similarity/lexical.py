"""Wording in common between the sentences of two articles, as weighted sets of stems."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import log

import numpy as np
from numpy.typing import NDArray

from core.evidence import Floats, Wording
from core.lexis import is_function, stem
from core.model import Article

FUNCTION_WEIGHT = 0.15
"""What a function word counts beside a content word of the same rarity: frame, not content."""


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of an article's checked sentences, sentence by sentence."""

    first: tuple[int, ...]
    """(sentences + 1,): where each sentence's tokens start; unchecked sentences have none."""
    texts: tuple[str, ...]
    """Each token's stem; empty for punctuation."""
    function: tuple[bool, ...]


def article_tokens(article: Article) -> Tokens:
    """Return the stems of an article's checked sentences."""
    first, texts, function = [0], [], []
    for index, sentence in enumerate(article.sentences):
        if sentence.checked:
            for token in article.sentence_tokens(index):
                word = token.span.of(article.text)
                texts.append(stem(word) if token.word else "")
                function.append(is_function(word))
        first.append(len(texts))
    return Tokens(tuple(first), tuple(texts), tuple(function))


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


def compare_wording(a: Tokens, b: Tokens) -> Wording:
    """Compare every sentence of A with every sentence of B."""
    sets_a, sets_b = _stem_sets(a), _stem_sets(b)
    rarity = _rarity([*sets_a, *sets_b])
    weights = {
        s: w * (FUNCTION_WEIGHT if is_function(s) else 1.0) for s, w in sorted(rarity.items())
    }  # any other order would sum differently
    column = {s: k for k, s in enumerate(weights)}
    weight = np.fromiter(weights.values(), dtype=np.float32, count=len(weights))
    rows_a, rows_b = _incidence(sets_a, column), _incidence(sets_b, column)
    shared: Floats = ((rows_a * weight) @ rows_b.T).astype(np.float32)
    weight_a, weight_b = rows_a @ weight, rows_b @ weight
    total = weight_a[:, None] + weight_b[None, :]
    dice = (2 * shared / np.maximum(total, 1e-9)).astype(np.float32)
    return Wording(dice, shared, weight_a, weight_b, rarity)


def _stem_sets(tokens: Tokens) -> list[frozenset[str]]:
    return [frozenset(tokens.texts[start:end]) - {""} for start, end in pairwise(tokens.first)]


def _rarity(sets: Sequence[frozenset[str]]) -> dict[str, float]:
    """Return the inverse sentence frequency (isf in Sanchez-Perez et al. 2014), 1 for a stem that occurs once."""
    counts = Counter(s for each in sets for s in each)
    most = log(1 + len(sets))
    return {s: log(1 + len(sets) / n) / most for s, n in counts.items()}


def _incidence(sets: Sequence[frozenset[str]], column: dict[str, int]) -> Floats:
    rows = np.zeros((len(sets), len(column)), dtype=np.float32)
    for i, each in enumerate(sets):
        rows[i, [column[s] for s in each]] = 1.0
    return rows
