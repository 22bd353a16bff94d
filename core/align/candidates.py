"""Candidates: which pairs of many articles are worth aligning, found by looking at all of them at once.

A pair is a candidate where anything could link its articles, so no test is stricter than what it stands for:

- the articles may be on one topic: vocabulary in common, as ``topic.py`` has it;
- two of their sentences are alike in wording, which every region and copied sentence begins with;
- one may sum up the other: the best stretch of its words that the other explains as a whole;
- they share runs of equal words, or quoted words;
- one of them is too short to be told apart by its wording.

Pure numbers but for the quotations. Rarity is taken over the whole case, as if every pair were two articles of its mean
length; the tests of a pair by itself, which follow, have their own.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Sequence
from itertools import combinations, pairwise

import numpy as np
from numpy.typing import NDArray

from core.align.quoted import quoted_runs
from core.align.regions import RUN
from core.align.runs import window_hashes
from core.align.stream import CHANCE, Flags
from core.align.topic import vocabularies_in_common
from core.align.units import LEAST_WORDS
from core.evidence import CaseStems, Floats, is_short
from core.languages import ENGLISH, UNSURE
from core.model import Article
from core.options import Options
from core.progress import NoProgress, PartOf, Progress
from core.ranges import Numbers, joined_ranges

LEAST_STEMS = 3
"""Stems of a sentence that could be linked by its own score."""
COMMON = 400
"""Stems of the most sentences, which are compared by a product of matrices; of the others, by lists of who holds them.

Fewer make the lists long, more the product: with 200 articles of 800 words anything from 200 to 800 takes as long.
"""
RUNS = 2
"""Runs of :data:`~core.align.regions.RUN` equal words, overlapping ones too, that a region of them needs at least."""
ALIKE = 0.33
"""Wording in common (Dice) of two sentences that a region or a copied sentence begins with.

Of pairs apart with something taken over, those that nothing else tells of have .42 and more; of pairs that have nothing
to do with each other, nine of ten have less than .33. Some of these share a fact, which is lost.
"""
LAXER = 0.6
"""Share of the score of a summary that makes a candidate: rarity over a whole case is not that of two articles."""

ROUNDING = 1e-9
"""What a sum may be off that was taken in another order."""
STAGE = "Finding articles that are alike"
"""What progress is told meanwhile."""

Places = tuple[int, int]
"""Two articles by their places, the first one first."""
StemsOf = Callable[[Sequence[Article], str], CaseStems]
"""Reads some articles by the rules of a language."""


def candidate_pairs(
    articles: Sequence[Article], stems_of: StemsOf, options: Options, progress: Progress | None = None
) -> list[Places]:
    """Return the pairs that may have links, in order; all of them where the articles are few.

    ``stems_of`` reads some articles by the rules of one language. Of many, what is in two languages is no candidate.
    """
    progress = progress or NoProgress()
    progress.step(STAGE, 0.0)
    both = list(combinations(range(len(articles)), 2))
    if len(articles) <= options.all_pairs:
        return both
    chosen = np.zeros((len(articles), len(articles)), dtype=bool)
    languages = sorted({ENGLISH if a.language == UNSURE else a.language for a in articles})
    for number, language in enumerate(languages):
        part = PartOf(progress, number / len(languages), (number + 1) / len(languages))
        places = [at for at, a in enumerate(articles) if a.language in (language, UNSURE)]
        members = [articles[at] for at in places]
        found = _in_one_language(members, stems_of(members, language), language, options, part)
        chosen[np.ix_(places, places)] |= found
    chosen |= chosen.T
    return [pair for pair in both if chosen[pair]]


def _in_one_language(
    articles: Sequence[Article], stems: CaseStems, language: str, options: Options, progress: Progress
) -> Flags:
    """Return (articles, articles): which pairs are candidates, at least one way round."""
    chosen = _quoting_alike([quoted_runs(a, int(options.quoted_run), language) for a in articles])
    progress.step(STAGE, 0.0)
    chosen |= vocabularies_in_common(articles, stems, language) >= options.same_vocabulary - ROUNDING
    short = np.array([is_short(a) for a in articles], dtype=bool)
    chosen |= short[:, None] | short[None, :]
    progress.step(STAGE, 0.0)
    rows = _Rows(stems)
    progress.step(STAGE, 0.0)
    summaries = _Summaries(stems, rows.rarity)
    runs = _Holders([np.unique(window_hashes(stem[stem >= 0], RUN)) for stem in stems.stem])
    for at in range(len(articles)):
        progress.step(STAGE, at / len(articles))
        chosen[at] |= rows.likeness(at) >= ALIKE
        chosen[at] |= summaries.scores(at) >= LAXER * options.summary_score
        chosen[at] |= runs.in_common(at) >= RUNS
    return chosen


def _quoting_alike(quoted: Sequence[Collection[tuple[str, ...]]]) -> Flags:
    """Return (articles, articles): whether both quote the same words in a row."""
    holders: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for at, found in enumerate(quoted):
        for run in found:
            holders[run].append(at)
    alike = np.zeros((len(quoted), len(quoted)), dtype=bool)
    for places in holders.values():
        if len(places) > 1:
            alike[np.ix_(places, places)] = True
    return alike


class _Rows:
    """The sentences of all articles as sets of stems: those that say little with what follows, short ones alone too."""

    def __init__(self, stems: CaseStems) -> None:
        found = [list(_row_bounds(first, stem)) for first, stem in zip(stems.first, stems.stem, strict=True)]
        sets = [_set(stem[x:y]) for bounds, stem in zip(found, stems.stem, strict=True) for x, y in bounds]
        self.first = np.cumsum([0, *map(len, found)])
        count, kinds = len(sets), len(stems.worth)
        self._stem = np.concatenate([*sets, np.empty(0, dtype=np.int64)])
        self._row = np.repeat(np.arange(count), [len(s) for s in sets])
        held = np.bincount(self._stem, minlength=kinds)
        self.rarity = _rarity(held, count, len(found))
        self._worth = self.rarity * stems.worth
        self._weight = np.bincount(self._row, self._worth[self._stem], minlength=count)
        place = np.full(kinds, -1)
        common = np.argsort(-held, kind="stable")[:COMMON]
        place[common] = np.arange(len(common))
        often = place[self._stem] >= 0
        self._dense = np.zeros((count, len(common)), dtype=np.float32)
        self._dense[self._row[often], place[self._stem[often]]] = np.sqrt(self._worth[self._stem[often]])
        self._stem, self._row = self._stem[~often], self._row[~often]
        order = np.argsort(self._stem, kind="stable")
        self._holder = self._row[order]
        self._bounds = np.searchsorted(self._stem[order], np.arange(kinds + 1))

    def likeness(self, at: int) -> Floats:
        """Return (articles,): the most that a sentence of that article has in common with one of another (Dice)."""
        start, end = self.first[at], self.first[at + 1]
        size, count = end - start, len(self._weight)
        if not size:
            return np.zeros(len(self.first) - 1, dtype=np.float32)
        shared = self._dense[start:end] @ self._dense.T
        part = slice(*np.searchsorted(self._row, (start, end)))
        stem = self._stem[part]
        times = self._bounds[stem + 1] - self._bounds[stem]
        places = np.repeat(self._row[part] - start, times) * count
        places += self._holder[joined_ranges(self._bounds[stem], times)]
        shared += np.bincount(places, np.repeat(self._worth[stem], times), minlength=size * count).reshape(size, count)
        shared *= 2
        shared /= np.maximum(self._weight[start:end, None] + self._weight[None, :], 1e-9)
        return _most(shared.max(axis=0), self.first)


class _Summaries:
    """All articles as words in a row, to find the stretch of one that another explains as a whole."""

    def __init__(self, stems: CaseStems, rarity: NDArray[np.float64]) -> None:
        self._stems = [stem[stem >= 0] for stem in stems.stem]
        self._rarity = rarity
        self._has = np.zeros((len(self._stems), len(rarity)), dtype=bool)
        for at, stem in enumerate(self._stems):
            self._has[at, stem] = True

    def scores(self, at: int) -> NDArray[np.float64]:
        """Return (articles,): how much better its best stretch is found in each than the rest of it, in nats.

        As ``summaries.py`` has it, with the words beside the stretch counted as elsewhere.
        """
        stem = self._stems[at]
        if not len(stem):
            return np.zeros(len(self._has))
        weight = self._rarity[stem]
        found = self._has[:, stem]
        total = np.zeros((len(found), len(stem) + 1))
        np.cumsum(np.where(found, weight, -weight), axis=1, out=total[:, 1:])
        end = (total - np.minimum.accumulate(total, axis=1)).argmax(axis=1)
        lowest = np.where(np.arange(len(stem) + 1) <= end[:, None], total, np.inf).argmin(axis=1)
        gained = np.take_along_axis(total, end[:, None], 1)[:, 0] - np.take_along_axis(total, lowest[:, None], 1)[:, 0]
        whole = np.concatenate([[0.0], np.cumsum(weight)])
        inside = whole[end] - whole[lowest]
        hits = (inside + gained) / 2
        hits_elsewhere = (total[:, -1] + whole[-1]) / 2 - hits
        rate = np.minimum(1 - CHANCE, hits / np.maximum(1e-9, inside))
        chance = np.clip(hits_elsewhere / np.maximum(1e-9, whole[-1] - inside), CHANCE, 1 - CHANCE)
        score = hits * np.log(rate.clip(CHANCE) / chance) + (inside - hits) * np.log((1 - rate) / (1 - chance))
        return np.where(rate > chance, score, 0.0)


class _Holders:
    """Which articles hold what."""

    def __init__(self, held: Sequence[NDArray[np.uint64]]) -> None:
        _, self._number = np.unique(np.concatenate([*held, np.empty(0, dtype=np.uint64)]), return_inverse=True)
        self._first = np.cumsum([0, *map(len, held)])
        self._article = np.repeat(np.arange(len(held)), [len(h) for h in held])
        order = np.argsort(self._number, kind="stable")
        self._holder = self._article[order]
        self._bounds = np.searchsorted(self._number[order], np.arange(len(self._number) + 1))

    def in_common(self, at: int) -> Numbers:
        """Return (articles,): how many of that article's things each holds."""
        own = self._number[self._first[at] : self._first[at + 1]]
        counts = self._bounds[own + 1] - self._bounds[own]
        return np.bincount(self._holder[joined_ranges(self._bounds[own], counts)], minlength=len(self._first) - 1)


def _row_bounds(first: Sequence[int], stem: NDArray[np.int32]) -> Iterator[Places]:
    """Yield where the units of an article start and end, as ``units.py`` has them, and its short sentences."""
    words = np.concatenate([[0], np.cumsum(stem >= 0)])
    start = 0
    for x, y in pairwise(first):
        if LEAST_STEMS <= words[y] - words[x] < LEAST_WORDS:
            yield x, y
        if words[y] - words[start] >= LEAST_WORDS:
            yield start, y
            start = y
    if start < len(stem):
        yield start, len(stem)


def _set(stem: NDArray[np.int32]) -> Numbers:
    return np.unique(stem[stem >= 0]).astype(np.int64)


def _rarity(held: Numbers, rows: int, articles: int) -> NDArray[np.float64]:
    """Return the inverse sentence frequency that each stem has in two articles, if it is in at least a row of each."""
    size = max(2.0, 2 * rows / articles)
    share = np.clip(held * 2 / articles, 2, size)
    rarity: NDArray[np.float64] = np.log(size / share) / np.log(size)
    return rarity


def _most(values: Floats, first: Numbers) -> Floats:
    """Return the largest value of each article's rows; 0 where it has none."""
    out = np.zeros(len(first) - 1, dtype=np.float32)
    some = np.flatnonzero(np.diff(first))
    if len(some):
        out[some] = np.maximum.reduceat(values, first[:-1][some])
    return out
