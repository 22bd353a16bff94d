"""Fixed expressions of English: which two words belong together, which mean the same, and which name people.

The lists are data with a notice of their own (``resources/expressions``); ``tools/make_expressions.py`` makes them.
"""

from __future__ import annotations

import gzip
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple

from core.divergence.view import base_form

LEXICAL = 99
"""Strength of what a dictionary lists as one word of two parts (field hospital)."""
_ENDINGS = (("ies", "y"), ("es", ""), ("s", ""), ("ed", ""), ("ed", "e"), ("ing", ""), ("ing", "e"))
SHORTEST_BASE = 2
_FREQUENT = "*"
_GROUP = "+"


@lru_cache(maxsize=4096)
def strength(first: str, second: str) -> int:
    """Return how much more often than by chance two words stand together, in tenths of a log; 0 for never seen.

    Inflected forms count as their base forms.
    """
    return max(_strength(one, two) for one in _forms(first) for two in _forms(second))


def mean_the_same(one: str, other: str) -> bool:
    """Return whether both words have their most frequent sense in common."""
    return _in_common(one, other, _groups().frequent)


def may_mean_the_same(one: str, other: str) -> bool:
    """Return whether both words have any sense in common, as a thesaurus has it."""
    return _in_common(one, other, _groups().every)


def both_people(one: str, other: str) -> bool:
    """Return whether both nouns name people or bodies of people."""
    people, _ = _people()
    return all(_forms(word) & people for word in (one, other))


def body_and_members(one: str, other: str) -> bool:
    """Return whether both nouns name people and at least one a body of them: council and councillors."""
    _, groups = _people()
    return both_people(one, other) and any(_forms(word) & groups for word in (one, other))


def _in_common(one: str, other: str, groups: Mapping[str, frozenset[int]]) -> bool:
    return any(groups.get(a, frozenset()) & groups.get(b, frozenset()) for a in _forms(one) for b in _forms(other))


@cache
def _forms(word: str) -> frozenset[str]:
    """Return the word and what it may be an inflection of."""
    bases = {word.removesuffix(ending) + new for ending, new in _ENDINGS if word.endswith(ending)}
    return frozenset({word, base_form(word), *(b for b in bases if len(b) >= SHORTEST_BASE)})


def _strength(first: str, second: str) -> int:
    pairs, wanted = _lines("expressions"), f"{first} {second} "
    place = bisect_left(pairs, wanted)  # the lines are sorted, and a table of them would take a fifth of a second
    found = pairs[place] if place < len(pairs) else ""
    return int(found.removeprefix(wanted)) if found.startswith(wanted) else 0


class _Groups(NamedTuple):
    """By word, the numbers of the senses that it has, and of its most frequent one for each part of speech."""

    every: Mapping[str, frozenset[int]]
    frequent: Mapping[str, frozenset[int]]


@cache
def _groups() -> _Groups:
    every: defaultdict[str, set[int]] = defaultdict(set)
    frequent: defaultdict[str, set[int]] = defaultdict(set)
    for number, line in enumerate(_lines("synonyms")):
        for marked in line.split():
            word = marked.removesuffix(_FREQUENT)
            every[word].add(number)
            if marked.endswith(_FREQUENT):
                frequent[word].add(number)
    return _Groups({w: frozenset(n) for w, n in every.items()}, {w: frozenset(n) for w, n in frequent.items()})


@cache
def _people() -> tuple[frozenset[str], frozenset[str]]:
    """Return the nouns that name people, and those of them that name bodies of people."""
    lines = _lines("people")
    groups = frozenset(line.removesuffix(_GROUP) for line in lines if line.endswith(_GROUP))
    return frozenset(line.removesuffix(_GROUP) for line in lines), groups


@cache
def _lines(name: str) -> list[str]:
    packed = (files("resources") / "expressions" / f"{name}.txt.gz").read_bytes()
    return gzip.decompress(packed).decode().splitlines()
