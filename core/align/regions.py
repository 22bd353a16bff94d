"""Regions: stretches of words of one article that were taken from the other, found by wording alone.

For articles that have little else in common, where sentence scores have nothing to be compared with. Units alike in
wording are seeds; seeds that lie near each other on both sides are a fragment (Sanchez-Perez et al. 2014); its bounds
are the maximum-sum stretch of words weighted by rarity, and a long run of equal words is a region by itself. A region
counts by the log-likelihood ratio of finding its words in the other's region: as often as inside it, against as often
as elsewhere in the same article. A stretch that sums up the whole other article is a region too.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from math import log

import numpy as np

from core.align.clusters import clusters
from core.align.found import Point
from core.align.runs import exact_runs
from core.align.stream import Flags, Stream, Stretch, best_stretch, common, length, log_odds, rates
from core.align.summaries import find_summary
from core.align.units import make_units, seeds
from core.evidence import Floats
from core.options import Options

FOUND_AT_EDGES = 0.92
"""Share of the rate at which a region's words are found that its edges need: rewording is uneven."""
LEAST_FOUND, MOST_FOUND = 0.63, 0.75
"""Rates at the edges lie between these; less takes in what stands around, more cuts reworded ends off."""
NEVER = 5.0
"""What a word that is not found costs, beside what one that is gains, where chance finds as many."""
MARGIN = 30
"""Words beyond the outermost seeds that bounds may move by."""
RUN = 6
"""Words in a row that make an exact run."""
JOIN = 3
"""Changed words that a run steps over."""
COVERED = 0.6
"""Share of a fragment from which the exact runs inside it replace it: they are exact to the word."""
FAINT = 0.2
"""Share of the best region's score below which another is likeness of topic."""
ROUNDS = 2
"""How often each side's bounds are found from the other's."""
QUOTED_RUN = 4
"""Quoted words in a row that make a quotation which both articles give."""
RUN_WORTH = 3.0
"""Log-likelihood ratio of a word of an exact run, by weight: all but certain against one in twenty."""


@dataclass(frozen=True, slots=True)
class Region:
    """A stretch of A's tokens and the stretch of B's that it was taken from."""

    a: Stretch
    b: Stretch
    score: float
    """Log-likelihood ratio, in nats."""
    summary: bool = False
    """It sums B up, so most of B's stretch has no part in it."""


def find_regions(a: Stream, b: Stream, options: Options) -> list[Region]:
    """Return the regions that count, in A's order."""
    if not (len(a.stem) and len(b.stem)):
        return []
    size = int(max(a.stem.max(), b.stem.max())) + 1
    search = _Search(*_with_kept_quotations(a, b), size, options)
    runs = search.exact()
    reworded = [r for r in search.reworded() if _covered(r, runs) < COVERED]
    alone = [r for r in runs if not any(_meet(r, other) for other in reworded)]
    chosen = _apart([r for r in (*reworded, *alone) if r.score >= options.region_score])
    summary = find_summary(a, b, size, [r.a for r in chosen], options)
    if summary is not None:
        of_a, of_b, score = summary
        chosen = [r for r in chosen if 2 * common(r.a, of_a) <= length(r.a)]
        chosen.append(Region(of_a, of_b, score, summary=True))
    return sorted(chosen, key=lambda r: (r.a, r.b))


class _Search:
    """The working state of one pair of articles."""

    def __init__(self, a: Stream, b: Stream, size: int, options: Options) -> None:
        self.units = make_units(a, b, size)
        self.a, self.b = replace(a, weight=self.units.weight_a), replace(b, weight=self.units.weight_b)
        self.size, self.options = size, options

    def exact(self) -> list[Region]:
        """Return the runs of equal words that are long enough for a passage."""
        return [
            Region(self.a.tidy(x), self.b.tidy(y), RUN_WORTH * _unquoted(self.a, x))
            for x, y in exact_runs(self.a, self.b, RUN, JOIN)
            if self._long_enough(x, y)
        ]

    def reworded(self) -> Iterator[Region]:
        """Yield what grows from seeds."""
        o = self.options
        found = seeds(self.a, self.b, self.units, self.size, o.seed_dice, o.seed_cosine)
        for x, y in self._fragments(found, int(o.region_gap)) if found else ():
            region = self._bounded(x, y)
            if self._long_enough(region.a, region.b):
                yield region

    def _long_enough(self, x: Stretch, y: Stretch) -> bool:
        return min(len(self.a.span(x)), len(self.b.span(y))) >= self.options.passage_length

    def _fragments(self, found: Sequence[Point], gap: int) -> Iterator[tuple[Stretch, Stretch]]:
        """Yield clusters of seeds as stretches; one whose sides are too unlike is tried again more tightly."""
        for cluster in clusters(found, gap):
            rows, columns = [i for i, _ in cluster], [j for _, j in cluster]
            x = int(self.units.first_a[min(rows)]), int(self.units.first_a[max(rows) + 1])
            y = int(self.units.first_b[min(columns)]), int(self.units.first_b[max(columns) + 1])
            if self._cosine(x, y) >= self.options.region_likeness:
                yield x, y
            elif gap > 0:
                yield from self._fragments(cluster, gap - 1)

    def _cosine(self, x: Stretch, y: Stretch) -> float:
        one, two = self._bag(self.a, x), self._bag(self.b, y)
        return float(one @ two / max(1e-9, float(np.linalg.norm(one) * np.linalg.norm(two))))

    def _bag(self, side: Stream, stretch: Stretch) -> Floats:
        stems, weight = side.stem[slice(*stretch)], side.weight[slice(*stretch)]
        return np.bincount(stems[stems >= 0], weight[stems >= 0], minlength=self.size).astype(np.float32)

    def _bounded(self, x: Stretch, y: Stretch) -> Region:
        """Return the fragment with each side's bounds found from the other's."""
        for _ in range(ROUNDS):
            x = _bounds(self.a, x, self.b.has(y, self.size))
            y = _bounds(self.b, y, self.a.has(x, self.size))
        score = min(log_odds(self.a, x, self.b.has(y, self.size)), log_odds(self.b, y, self.a.has(x, self.size)))
        return Region(self.a.tidy(x), self.b.tidy(y), score)


def _with_kept_quotations(a: Stream, b: Stream) -> tuple[Stream, Stream]:
    """Return both with those words as quoted only that are quoted on both sides, and in the same words."""
    kept_a, kept_b = np.zeros(len(a.stem), dtype=bool), np.zeros(len(b.stem), dtype=bool)
    for x, y in exact_runs(a, b, QUOTED_RUN, 0):
        if a.quoted[slice(*x)].all() and b.quoted[slice(*y)].all():
            kept_a[slice(*x)] = kept_b[slice(*y)] = True
    return replace(a, quoted=kept_a), replace(b, quoted=kept_b)


def _bounds(side: Stream, stretch: Stretch, found: Flags) -> Stretch:
    """Return the stretch with better bounds; as it was where nothing of it is found.

    They are those of the largest log-likelihood ratio of finding words as often as inside, against as by chance.
    """
    inside, chance = rates(side, stretch, found)
    rate = min(MOST_FOUND, max(LEAST_FOUND, inside * FOUND_AT_EDGES))
    loss = log((1 - chance) / (1 - rate)) / log(rate / chance) if chance < rate else NEVER
    low, high = max(0, stretch[0] - MARGIN), min(len(side.stem), stretch[1] + MARGIN)
    gains = np.where(found[side.stem[low:high]], 1.0, -loss) * side.weight[low:high]
    start, end, _ = best_stretch(gains)
    return (low + start, low + end) if end > start else stretch


def _unquoted(side: Stream, stretch: Stretch) -> float:
    part = slice(*stretch)
    return float(side.weight[part][~side.quoted[part]].sum())


def _apart(regions: Sequence[Region]) -> list[Region]:
    """Keep the best regions: a stretch was taken from one place, and what is faint beside the best is topic."""
    ordered = sorted(regions, key=lambda r: (-r.score, r.a, r.b))
    kept: list[Region] = []
    for region in ordered:
        if region.score < FAINT * ordered[0].score:
            break
        if not any(common(region.a, other.a) for other in kept):
            kept.append(region)
    return kept


def _covered(region: Region, runs: Sequence[Region]) -> float:
    """Return the share of the region's tokens of A that lie in runs."""
    inside = np.zeros(length(region.a), dtype=bool)
    for run in runs:
        if _meet(region, run):
            inside[max(0, run.a[0] - region.a[0]) : max(0, run.a[1] - region.a[0])] = True
    return float(inside.mean())


def _meet(one: Region, two: Region) -> bool:
    return common(one.a, two.a) > 0 and common(one.b, two.b) > 0
