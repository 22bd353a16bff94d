"""JSON from a file that anyone may have written: no numbers that are none, nothing too deep or too long."""

from __future__ import annotations

import json
import math

from core.case.limits import LONGEST_JSON


def loads(words: str | bytes) -> object:
    """Return the value; raises :class:`ValueError` for whatever is not plain JSON of a bounded length and depth."""
    if len(words) > LONGEST_JSON:
        raise ValueError("JSON that is too long")
    return loads_any(words)


def loads_any(words: str | bytes) -> object:
    """Return the value, whatever its length."""
    try:
        return json.loads(words, parse_constant=_no_number, parse_float=_finite)
    except RecursionError:
        raise ValueError("JSON that is too deep") from None


def _no_number(word: str) -> object:
    raise ValueError(f"“{word}” is no number")


def _finite(digits: str) -> float:
    value = float(digits)
    if not math.isfinite(value):
        raise ValueError("a number without end")
    return value
