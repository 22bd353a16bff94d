"""Runs of equal words that two articles share, wherever they stand."""

from __future__ import annotations

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray

from core.align.stream import Stream, Stretch
from core.ranges import Numbers, joined_ranges

_MIX = np.uint64(0x9E3779B97F4A7C15)


def exact_runs(a: Stream, b: Stream, least: int, join: int) -> list[tuple[Stretch, Stretch]]:
    """Return the runs of at least ``least`` equal stems, punctuation aside, in A's order.

    Runs that are at most ``join`` words apart on both sides are one. The work grows with the number of equal runs.
    """
    place_a, place_b = np.flatnonzero(a.stem >= 0), np.flatnonzero(b.stem >= 0)
    if min(len(place_a), len(place_b)) < least:
        return []
    at, other = _equal_windows(a.stem[place_a], b.stem[place_b], least)
    if not len(at):
        return []
    # Windows that follow each other on one diagonal are one run.
    order = np.lexsort((at, other - at))
    at, other = at[order], other[order]
    new = np.ones(len(at), dtype=bool)
    new[1:] = (np.diff(at) != 1) | (np.diff(other) != 1)
    starts = np.flatnonzero(new)
    ends = np.append(starts[1:], len(at)) - 1
    runs = sorted(
        (int(at[s]), int(at[e]) + least, int(other[s]), int(other[e]) + least)
        for s, e in zip(starts, ends, strict=True)
    )
    return [
        ((int(place_a[i]), int(place_a[k - 1]) + 1), (int(place_b[j]), int(place_b[m - 1]) + 1))
        for i, k, j, m in _joined(runs, join)
    ]


def _equal_windows(a: NDArray[np.int32], b: NDArray[np.int32], least: int) -> tuple[Numbers, Numbers]:
    """Return where windows of ``least`` equal numbers start, by A's place and B's."""
    hash_a, hash_b = window_hashes(a, least), window_hashes(b, least)
    order = np.argsort(hash_b, kind="stable")
    low, high = (np.searchsorted(hash_b[order], hash_a, side=side) for side in ("left", "right"))
    counts = high - low
    at = np.repeat(np.arange(len(hash_a)), counts)
    other = order[joined_ranges(low, counts)]
    windows_a, windows_b = sliding_window_view(a, least), sliding_window_view(b, least)
    equal = (windows_a[at] == windows_b[other]).all(axis=1)
    return at[equal], other[equal]


def window_hashes(numbers: NDArray[np.int32], size: int) -> NDArray[np.uint64]:
    """Return a hash of each window of so many numbers; equal windows have equal ones. None where there are fewer."""
    if len(numbers) < size:
        return np.empty(0, dtype=np.uint64)
    mixed = (numbers.astype(np.uint64) + np.uint64(1)) * _MIX
    hashes = np.zeros(len(numbers) - size + 1, dtype=np.uint64)
    for k in range(size):
        hashes = (hashes ^ mixed[k : k + len(hashes)]) * _MIX
    return hashes


def _joined(runs: list[tuple[int, int, int, int]], join: int) -> list[tuple[int, int, int, int]]:
    kept: list[tuple[int, int, int, int]] = []
    for run in runs:
        for k in range(len(kept) - 1, -1, -1):
            i, end_a, j, end_b = kept[k]
            if 0 <= run[0] - end_a <= join and 0 <= run[2] - end_b <= join:
                kept[k] = (i, run[1], j, run[3])
                break
            if run[0] - end_a > LOOK_BACK:
                kept.append(run)
                break
        else:
            kept.append(run)
    return kept


LOOK_BACK = 200
"""Words behind a run at which the search for one to join ends."""
