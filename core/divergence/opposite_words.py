"""Which words are opposites of which, by ``resources/words/opposites.txt`` and ``opposite_places.txt``. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from core.divergence.view import Word, base_form
from core.lexis import stem
from resources.lists import word_list


def opposed(one: Word, two: Word) -> bool | None:
    """Return None for words that are no opposites, else whether both may tell one thing from its two ends."""
    kinds = [opposites_of(one)[g] for g in _forms(two.text) if g in opposites_of(one)]
    return any(kinds) if kinds else None


def opposites_of(word: Word) -> Mapping[str, bool]:
    """Return the stems of a word's opposites, each with whether they may tell one thing from its two ends."""
    table = _opposites()
    return next((table[f] for f in _forms(word.text) if f in table), {})


def _forms(word: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys((base_form(word), stem(word))))


@cache
def _opposites() -> Mapping[str, Mapping[str, bool]]:
    """Return by stem the stems of its opposites, each with whether they may tell one thing from its two ends."""
    table: dict[str, dict[str, bool]] = {}
    for line in word_list("opposites"):
        left, mark, right = line.partition(" >< ")
        if not mark:
            left, _, right = line.partition(" | ")
        for one, two in ((x, y) for x in left.split() for y in right.split()):
            for a in _forms(one):
                for b in _forms(two):
                    of_a, of_b = table.setdefault(a, {}), table.setdefault(b, {})
                    of_a[b] = of_b[a] = bool(mark) or of_a.get(b, False)
    return table


@cache
def place_opposites() -> Mapping[str, Mapping[str, bool]]:
    """Return by word its opposites, each with whether both must stand in front of a figure."""
    table: dict[str, dict[str, bool]] = {}
    for line in word_list("opposite_places"):
        left, _, right = line.partition(" | ")
        figure = right.endswith(" number")
        for one, two in ((x, y) for x in left.split() for y in right.removesuffix(" number").split()):
            table.setdefault(one, {})[two] = table.setdefault(two, {})[one] = figure
    return table
