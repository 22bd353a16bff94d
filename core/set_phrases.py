"""Fixed expressions of English, as the list of them says (``resources/words/fixed_expressions.txt``).

A foundation beside :mod:`core.lexis`: a changed member is a divergence, and tells which of two articles was made from
the other.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache
from typing import NamedTuple

from core.lexis import key
from resources.lists import word_list


class Member(NamedTuple):
    """A word in its place of a fixed expression."""

    place: int
    expression: tuple[str, ...]
    """The keys of all its words."""
    fine: frozenset[str]
    """What may stand for a member without harm."""


@cache
def memberships() -> Mapping[str, Sequence[Member]]:
    """Return, by key, the fixed expressions that a word is a member of."""
    found: defaultdict[str, list[Member]] = defaultdict(list)
    for line in sorted(word_list("fixed_expressions")):
        expression, _, fine = line.partition("=")
        keys = tuple(key(w) for w in expression.split())
        for place, word in enumerate(keys):
            found[word].append(Member(place, keys, frozenset(fine.split())))
    return dict(found)
