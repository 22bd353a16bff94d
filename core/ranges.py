"""Many runs of numbers in a row, without a loop.

A foundation beside :mod:`core.model`: every stage may use it, it knows none of them.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.int64]


def joined_ranges(starts: Numbers, counts: Numbers) -> Numbers:
    """Return ``starts[k] … starts[k] + counts[k] - 1`` for each k, one range after the other."""
    return np.repeat(starts - np.cumsum(counts) + counts, counts) + np.arange(counts.sum())
