"""Units of comparison for regions: sentences, with headings, list items and scraps read together with what follows.

A unit needs some words to be compared at all; scraped pages are full of lines that hold two or three.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from core.align.found import Point
from core.align.stream import Stream
from core.evidence import Floats
from core.ranges import Numbers, joined_ranges

LEAST_WORDS = 8
"""Words of a unit: from 8 to 12 find the same, sentences as they are miss a tenth of the reworded passages."""


@dataclass(frozen=True, slots=True)
class Units:
    """Both articles in units, with the rarity of each stem."""

    first_a: Numbers
    """(units of A + 1,): where each unit's tokens start."""
    first_b: Numbers
    weight_a: Floats
    """(tokens of A,): inverse unit frequency of the token's stem, 1 for one that stands in one unit, 0 for punctuation.

    Function words have theirs: what frames a sentence is often all that a rewording leaves.
    """
    weight_b: Floats


def make_units(a: Stream, b: Stream, size: int) -> Units:
    """Return the units of two articles whose stems are numbered below ``size``."""
    first_a, first_b = _firsts(a), _firsts(b)
    count = np.zeros(size, dtype=np.int64)
    for side, first in ((a, first_a), (b, first_b)):
        count += np.bincount(_bags(side, first, size)[1], minlength=size)
    total = len(first_a) + len(first_b) - 2
    rarity = np.log(total / np.maximum(1, count)) / np.log(max(2, total))
    weights = ((rarity[side.stem] * (side.stem >= 0)).astype(np.float32) for side in (a, b))
    return Units(first_a, first_b, *weights)


def seeds(a: Stream, b: Stream, units: Units, size: int, dice: float, cosine: float) -> list[Point]:
    """Return the pairs of units alike in wording: by Dice of their sets of stems and by cosine weighted by rarity."""
    bag_a, bag_b = _bags(a, units.first_a, size), _bags(b, units.first_b, size)
    holders = _Holders(bag_b, size)
    rarity = np.zeros(size, dtype=np.float64)
    rarity[a.stem], rarity[b.stem] = units.weight_a, units.weight_b
    kinds_b = np.bincount(bag_b[0], minlength=len(units.first_b) - 1)
    norm_b = np.sqrt(np.bincount(bag_b[0], (bag_b[2] * rarity[bag_b[1]]) ** 2, minlength=len(units.first_b) - 1))
    bounds = np.searchsorted(bag_a[0], np.arange(len(units.first_a)))
    found: list[Point] = []
    for i in range(len(units.first_a) - 1):
        stems, times = (part[bounds[i] : bounds[i + 1]] for part in bag_a[1:])
        if not len(stems):
            continue
        unit, source = holders.of(stems)
        alike = 2 * np.bincount(unit, minlength=len(kinds_b)) / np.maximum(1, len(stems) + kinds_b)
        if alike.max() < dice:
            continue
        weight = times * rarity[stems]
        dots = np.bincount(
            unit, (weight * rarity[stems])[source] * holders.times(stems), minlength=len(kinds_b)
        ) / np.maximum(1e-9, np.sqrt((weight**2).sum()) * norm_b)
        found += [(i, int(j)) for j in np.flatnonzero((alike >= dice) & (dots >= cosine))]
    return found


class _Holders:
    """For each stem, the units of B that hold it and how often."""

    def __init__(self, bag: tuple[Numbers, Numbers, Numbers], size: int) -> None:
        order = np.argsort(bag[1], kind="stable")
        self._unit, self._times = bag[0][order], bag[2][order]
        self._bounds = np.searchsorted(bag[1][order], np.arange(size + 1))

    def of(self, stems: Numbers) -> tuple[Numbers, Numbers]:
        """Return the units that hold each stem, one stem after the other, and which of ``stems`` it is."""
        counts = self._bounds[stems + 1] - self._bounds[stems]
        return self._unit[self._places(stems)], np.repeat(np.arange(len(stems)), counts)

    def times(self, stems: Numbers) -> Numbers:
        """Return how often, in the same order."""
        return self._times[self._places(stems)]

    def _places(self, stems: Numbers) -> Numbers:
        counts = self._bounds[stems + 1] - self._bounds[stems]
        return joined_ranges(self._bounds[stems], counts)


def _bags(side: Stream, first: Numbers, size: int) -> tuple[Numbers, Numbers, Numbers]:
    """Return unit, stem and how often, for each stem of each unit, in the order of the units."""
    unit = np.repeat(np.arange(len(first) - 1), np.diff(first))
    word = side.stem >= 0
    both, times = np.unique(unit[word] * size + side.stem[word], return_counts=True)
    return both // size, both % size, times


def _firsts(side: Stream) -> Numbers:
    words = np.concatenate([[0], np.cumsum(side.stem >= 0)])
    first = [0]
    for end in side.first[1:]:
        if words[end] - words[first[-1]] >= LEAST_WORDS:
            first.append(int(end))
    if len(first) == 1:
        first.append(len(side.stem))
    first[-1] = len(side.stem)
    return np.array(first, dtype=np.int64)
