"""Fixed expressions of English: which two words belong together, and which words mean the same.

The lists are data with a notice of their own (``resources/expressions``); ``tools/make_expressions.py`` makes them.
"""

from __future__ import annotations

import gzip
from collections import defaultdict
from collections.abc import Mapping
from functools import cache, lru_cache
from importlib.resources import files

from core.divergence.view import base_form

LEXICAL = 99
"""Strength of what a dictionary lists as one word of two parts (field hospital)."""
_ENDINGS = (("ies", "y"), ("es", ""), ("s", ""), ("ed", ""), ("ed", "e"), ("ing", ""), ("ing", "e"))
SHORTEST_BASE = 2


@lru_cache(maxsize=4096)
def strength(first: str, second: str) -> int:
    """Return how much more often than by chance two words stand together, in tenths of a log; 0 for never seen.

    Inflected forms count as their base forms.
    """
    pairs = _pairs()
    return max(pairs.get((one, two), 0) for one in _forms(first) for two in _forms(second))


def mean_the_same(one: str, other: str) -> bool:
    """Return whether both words have their most frequent sense in common."""
    groups = _groups()
    return any(groups.get(a, frozenset()) & groups.get(b, frozenset()) for a in _forms(one) for b in _forms(other))


@cache
def _forms(word: str) -> frozenset[str]:
    """Return the word and what it may be an inflection of."""
    bases = {word.removesuffix(ending) + new for ending, new in _ENDINGS if word.endswith(ending)}
    return frozenset({word, base_form(word), *(b for b in bases if len(b) >= SHORTEST_BASE)})


@cache
def _pairs() -> Mapping[tuple[str, str], int]:
    rows = (line.split() for line in _lines("expressions"))
    return {(first, second): int(value) for first, second, value in rows}


@cache
def _groups() -> Mapping[str, frozenset[int]]:
    found: defaultdict[str, set[int]] = defaultdict(set)
    for number, line in enumerate(_lines("synonyms")):
        for word in line.split():
            found[word].add(number)
    return {word: frozenset(numbers) for word, numbers in found.items()}


def _lines(name: str) -> list[str]:
    packed = (files("resources") / "expressions" / f"{name}.txt.gz").read_bytes()
    return gzip.decompress(packed).decode().splitlines()
