"""Read a sentence's tokens as the words that names are made of.

Pure. Only words that may be part of a name, or stand right behind one, are looked at closely: they are few.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from core.model import Token
from resources.lists import word_list

_POSSESSIVES = ("'s", "’s")
_APOSTROPHES = ("'", "’")
_COMPOUND = re.compile(
    r"-(?:based|era|born|style|made|led|backed|starred|owned|run|controlled|held|speaking|trained|bound|funded|sponsored"
    r"|occupied|wide|like|linked|friendly|brokered|built|inspired|related|area|themed)$"
)
"""What makes an adjective of a name: Soviet-era, Stockholm-based."""
_OPENERS = frozenset("“‘\"'«„:•*-–—")
_LINKS = frozenset(("of", "for"))
_LONGER = 4


class NameWord(NamedTuple):
    """A word token as the name finder sees it; there are so many that a dataclass would cost half of the search."""

    start: int
    end: int
    bare: str
    """Without possessive and final dot."""
    capital: bool
    opens: bool
    """Whether its capital may be due to its place alone."""
    closes: bool
    """Whether a name cannot go on after it (possessive)."""
    joined: bool
    """Whether only blanks, an abbreviation's dot, or a plural's apostrophe part it from the word before."""


_PLAIN = NameWord(0, 0, "", capital=False, opens=False, closes=False, joined=False)
"""Stands for every word in small letters that no name can reach."""


class NameWords(NamedTuple):
    """The words of one sentence."""

    words: list[NameWord]
    inside: list[str]
    """Those whose capital is not due to their place."""
    longer: int
    """How many are of some length."""
    capitals: int
    """How many of these begin with a capital."""


def name_words(text: str, tokens: Sequence[Token], days: set[int], lower: set[str]) -> NameWords:
    """Return the words of a sentence; what is written in small letters joins ``lower``.

    A weekday or month, which begins in ``days``, counts as written in small letters.
    """
    words: list[NameWord] = []
    inside: list[str] = []
    opens, near, last, before = True, False, 0, ""
    longer = capitals = 0
    linking = _linking()
    for token in tokens:
        start, end = token.start, token.end
        wording = text[start:end]
        if not token.word:
            behind = wording == "'" and start == last and bool(words)  # a plural's apostrophe opens nothing
            opens = opens or (wording in _OPENERS and not behind)
            continue
        if not near and wording.islower() and wording.isalpha():
            longer += len(wording) >= _LONGER
            lower.add(wording)
            words.append(_PLAIN)
            last, opens, before = end, False, wording
            continue
        plain = wording.isalnum()
        bare = wording if plain else _bare(wording)
        capital = bare[0].isupper() and bare != "I" and start not in days
        if len(bare) >= _LONGER:
            longer += 1
            capitals += capital
        if not capital:
            lower.add(bare)
        elif not opens:
            inside.append(bare)
        if capital or near:
            between = text[last:start].strip(" \u00a0") if words else "."
            words.append(
                NameWord(
                    start,
                    start + len(bare),
                    bare,
                    capital=capital,
                    opens=opens,
                    closes=text[end : end + 1] in _APOSTROPHES or (not plain and wording.endswith(_POSSESSIVES)),
                    joined=not between
                    or (between == "." and bool(words) and is_title(before))
                    or (between in _APOSTROPHES and before.endswith("s")),
                )
            )
            near = capital or bare in linking
        else:
            words.append(_PLAIN)
        last, opens, before = end, False, bare
    return NameWords(words, inside, longer, capitals)


@cache
def _linking() -> frozenset[str]:
    return word_list("name_particles") | _LINKS


def is_title(bare: str) -> bool:
    """Return whether a word is a title or rank: Mr, Gen, President."""
    return bare.lower().rstrip(".") in word_list("name_titles")


def _bare(wording: str) -> str:
    """Return the word without its possessive, and without a final dot that no acronym needs."""
    for ending in _POSSESSIVES:
        wording = wording.removesuffix(ending) or wording
    if "-" in wording:
        wording = _COMPOUND.sub("", wording) or wording
    return wording if "." in wording[:-1] else wording.rstrip(".") or wording
