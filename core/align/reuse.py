"""How much speaks for reuse: over the whole pair of articles, and around each pair of sentences.

Two newsrooms on one event score high here and there; a rewrite scores high throughout, or in a block. Neither
needs the sentences to stand in the same order.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

import numpy as np

from core.align.found import Point
from core.evidence import Floats
from core.options import Options

BLOCK = 3
"""Sentences on either side that count as a pair's block."""
LENGTH_POWER = 0.75
"""Between a sum, which long articles reach by chance, and a mean, which a copied part of an article never reaches."""
CAPTURE = 0.75
"""Share of the evidence wanted from which single pairs need less; below it only near-verbatim ones pass."""


def reuse_around(
    candidates: Sequence[Point],
    plain: Collection[Point],
    scores: Floats,
    length: int,
    background: float,
    options: Options,
) -> dict[Point, float]:
    """Return, for each candidate, how much of the evidence wanted for reuse there is, 0 … 1.

    Args:
        candidates: pairs that are each other's best partner, so one for each row.
        plain: those that may speak for reuse.
        scores: (a, b), of all sentence pairs.
        length: checked sentences of the shorter article.
        background: how near the articles are elsewhere; where they are further apart than two reports of one
            event, a block needs less to stand out (local scaling).
        options: the thresholds.
    """
    document = sum(max(0.0, float(scores[p]) - options.reuse_score) for p in plain)
    document /= options.reuse_document * max(1, length) ** LENGTH_POWER
    column = dict(plain)
    floor = options.block_score - min(options.most_apart, max(0.0, options.same_event - background))
    out: dict[Point, float] = {}
    for i, j in candidates:
        near = ((x, column[x]) for x in range(i - BLOCK, i + BLOCK + 1) if x in column)
        block = sum(max(0.0, float(scores[p]) - floor) for p in near if abs(p[1] - j) <= BLOCK)
        out[i, j] = min(1.0, max(document, block / options.reuse_block))
    return out


def score_needed(reuse: float, options: Options) -> float:
    """Return the score a pair needs to be linked, given how much speaks for reuse."""
    return float(np.interp(reuse, (CAPTURE, 1.0), (options.lone_score, options.core_score)))
