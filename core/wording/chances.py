"""How likely each word of A stands for each word of B: logistic regression in two rounds.

The first round looks at the two words, the second also at what the first said of their neighbours.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import islice

import numpy as np

from core.wording.features import Field, Floats, Named, neighbour_features, pair_features
from core.wording.weights import Weights

LINKED = 0.35
"""Chance from which the first round's mutual best pairs serve as neighbours in the second."""
AT_ONCE = 1 << 22
"""Feature values held in memory at once: a link of two long paragraphs, 16 MB."""


def word_chances(field: Field, weights: Weights) -> Floats:
    """Return the probability (a, b) of every pair of words; 0 where a word meets a punctuation mark."""
    first, second = _weighed(pair_features(field), (weights.first, weights.second))
    (more,) = _weighed(second_look(field, first), (weights.second,))
    return chances_of(field, second + more)


def second_look(field: Field, odds: Floats) -> Named:
    """Return the features that the first round's log odds give to the second."""
    chances = chances_of(field, odds)
    return neighbour_features(field, odds, chances, mutual_best(chances, LINKED))


def chances_of(field: Field, odds: Floats) -> Floats:
    """Return probabilities from log odds, 0 for pairs that are not possible."""
    chances: Floats = field.possible / (1 + np.exp(-np.clip(odds, -30, 30)))
    return chances


def mutual_best(chances: Floats, least: float) -> list[tuple[int, int]]:
    """Return the pairs that are each other's best and at least so likely, in A's order."""
    of_a, of_b = chances.argmax(axis=1), chances.argmax(axis=0)
    rows = np.arange(len(of_a))
    kept = (of_b[of_a] == rows) & (chances[rows, of_a] >= least)
    return list(zip(rows[kept].tolist(), of_a[kept].tolist(), strict=True))


def _weighed(features: Named, weights: tuple[Mapping[str, float], ...]) -> Floats:
    """Return the features' weighted sums (weights, a, b), a few features at a time where the link is large."""
    sums: Floats | None = None
    while batch := list(islice(features, 1)):
        batch += islice(features, max(0, AT_ONCE // batch[0][1].size - 1))
        table = np.array([[each[name] for name, _ in batch] for each in weights], dtype=np.float32)
        values = np.concatenate([feature.ravel() for _, feature in batch]).reshape(len(batch), -1)
        part = (table @ values).reshape(len(weights), *batch[0][1].shape)
        sums = part if sums is None else sums + part
    if sums is None:
        raise ValueError("there is at least one feature")
    return sums
