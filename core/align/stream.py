"""An article's checked tokens in a row, as arrays: what passages are bounded with."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.evidence import Floats, WordField
from core.model import Article, Span
from core.once import REMEMBERED, Itself, kept

Stretch = tuple[int, int]
"""Tokens ``[start, end)`` of a stream."""
Flags = NDArray[np.bool_]

CHANCE = 0.05
"""Least share of words found by chance; a small article says too little about less."""
ELSEWHERE = 50
"""Tokens outside a region that are enough to tell how often words are found by chance; with fewer it is twice that."""
BORDER = 30
"""Tokens around a stretch that are neither inside nor elsewhere: its bounds may be off."""


@dataclass(frozen=True, slots=True)
class Stream:
    """All arrays are (tokens,) but ``first``, which is (sentences + 1,)."""

    first: NDArray[np.int64]
    weight: Floats
    stem: NDArray[np.int32]
    """Below 0 for punctuation."""
    start: NDArray[np.int64]
    """Code points into the article's text."""
    end: NDArray[np.int64]
    quoted: Flags

    def sentences(self, stretch: Stretch) -> range:
        """Return the sentences that the stretch touches."""
        start, end = stretch
        return range(
            int(np.searchsorted(self.first, start, side="right")) - 1,
            int(np.searchsorted(self.first, end - 1, side="right")),
        )

    def span(self, stretch: Stretch) -> Span:
        """Return where the stretch stands in the article's text."""
        return Span(int(self.start[stretch[0]]), int(self.end[stretch[1] - 1]))

    def tidy(self, stretch: Stretch) -> Stretch:
        """Return the stretch from its first word to its last, with the punctuation that opens and closes them."""
        words = np.flatnonzero(self.stem[slice(*stretch)] >= 0) + stretch[0]
        if not len(words):
            return stretch
        start, end = int(words[0]), int(words[-1]) + 1
        opens = int(self.first[np.searchsorted(self.first, start, side="right") - 1])
        closes = int(self.first[np.searchsorted(self.first, end - 1, side="right")])
        start = opens if (self.stem[opens:start] < 0).all() else start
        while end < closes and self.stem[end] < 0:
            end += 1
        return start, end

    def has(self, stretch: Stretch, size: int) -> Flags:
        """Return (size + 1,): whether each stem occurs in the stretch; the last is punctuation, which never does."""
        found = np.zeros(size + 1, dtype=bool)
        found[self.stem[stretch[0] : stretch[1]]] = True
        found[-1] = False
        return found

    @property
    def whole(self) -> Stretch:
        """All tokens."""
        return 0, len(self.stem)


def streams(a: Article, b: Article, words: WordField) -> tuple[Stream, Stream]:
    """Return both articles' tokens, their stems numbered alike."""
    return (
        _stream(a, words.first_a, words.weight_a, words.stem_a),
        _stream(b, words.first_b, words.weight_b, words.stem_b),
    )


def _stream(article: Article, first: Sequence[int], weight: Floats, stem: NDArray[np.int32]) -> Stream:
    return Stream(np.asarray(first, dtype=np.int64), weight, stem, *_places(Itself(article)))


@kept(REMEMBERED)
def _places(itself: Itself) -> tuple[NDArray[np.int64], NDArray[np.int64], Flags]:
    """Return where each token of the checked sentences starts and ends, and whether it is quoted."""
    article = itself.article
    tokens = [t for i, s in enumerate(article.sentences) if s.checked for t in article.sentence_tokens(i)]
    start = np.fromiter((t.start for t in tokens), dtype=np.int64, count=len(tokens))
    end = np.fromiter((t.end for t in tokens), dtype=np.int64, count=len(tokens))
    quoted = np.zeros(len(tokens), dtype=bool)
    for quotation in article.quotations:
        inside = slice(*np.searchsorted(start, (quotation.span.start, quotation.span.end)))
        quoted[inside] = True
    return start, end, quoted


def best_stretch(gains: Floats) -> tuple[int, int, float]:
    """Return the contiguous stretch of the largest sum and that sum (Kadane); it is empty when every gain is a loss."""
    total = np.concatenate([[0.0], np.cumsum(gains, dtype=np.float64)])
    rise = total - np.minimum.accumulate(total)
    end = int(rise.argmax())
    start = int(total[: end + 1].argmin())
    return start, end, float(rise[end])


def length(stretch: Stretch) -> int:
    """Return the number of tokens."""
    return stretch[1] - stretch[0]


def common(one: Stretch, two: Stretch) -> int:
    """Return the number of tokens that lie in both."""
    return max(0, min(one[1], two[1]) - max(one[0], two[0]))


def log_odds(side: Stream, stretch: Stretch, found: Flags) -> float:
    """Return how much better the stretch's unquoted words are found than those elsewhere, in nats.

    It is the log-likelihood ratio of finding them as often as inside the stretch against as often as outside,
    each word weighted by its rarity; ``found`` tells of each stem whether it is.
    """
    rate, chance = rates(side, stretch, found)
    if rate <= chance:
        return 0.0
    part = slice(*stretch)
    ratio = np.where(found[side.stem[part]], np.log(rate / chance), np.log((1 - rate) / (1 - chance)))
    return float((ratio * side.weight[part])[~side.quoted[part]].sum())


def rates(side: Stream, stretch: Stretch, found: Flags) -> tuple[float, float]:
    """Return how often the stretch's words are found, and those elsewhere, weighted by rarity and kept off 0 and 1."""
    hit = found[side.stem]
    inside = np.zeros(len(hit), dtype=bool)
    inside[slice(*stretch)] = True
    away = ~inside
    away[max(0, stretch[0] - BORDER) : stretch[1] + BORDER] = False
    chance = max(CHANCE, _rate(hit, side.weight, away)) if away.sum() > ELSEWHERE else 2 * CHANCE
    return min(1 - CHANCE, _rate(hit, side.weight, inside)), chance


def _rate(hit: Flags, weight: Floats, where: Flags) -> float:
    return float(weight[hit & where].sum() / max(1e-9, float(weight[where].sum())))
