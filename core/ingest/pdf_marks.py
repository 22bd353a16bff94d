"""Tell the numbers of notes, which stand small and raised beside a word, from a PDF's words. Pure.

As in the other formats the note is text and its number is not. Powers and squares are told by what they stand at.
"""

from __future__ import annotations

import re
from typing import NamedTuple

_MARK = re.compile(r"\[?\d{1,3}(?:\s*[,–-]\s*\d{1,3}){0,5}\]?|[*†‡§]{1,3}")
_MORE = re.compile(r"[\d\s,–\-\]*†‡§]{1,12}")
"""How a mark goes on that is drawn in pieces."""
SMALL = 0.87
"""The share of the type's size up to which words are set small; browsers and word processors take .8 and less."""
_RISE = (0.2, 1.0)
"""How far above the base line it stands, in sizes of the type."""
_NEAR = 0.35
"""How far from the end of its word, in sizes of the type."""
_BEFORE = 1.0
"""How far before the first word of its note."""
_POWERED = re.compile(r"(?:^|[^\d.,])\d{1,2}$|(?:^|\W)\w$")
"""What has powers: numbers of two figures and what is called by one letter."""
_UNIT = re.compile(r"(?:^|\W)[^\W\d_]{1,2}$")
_TOLD_BY = 12
"""The last characters of a word that are looked at."""
_SQUARED = frozenset({"2", "3"})


class Set(NamedTuple):
    """Words as they are set. Points in the page's own coordinates; ``size`` 0 is not known."""

    words: str
    left: float
    right: float
    base: float
    size: float


def may_mark(words: str, *, more: bool) -> bool:
    """Return whether words may be the number or the sign of a note; ``more``: one stands before them."""
    return (_MORE if more else _MARK).fullmatch(words.strip()) is not None


def follows(mark: Set, word: Set) -> bool:
    """Return whether a number or a sign stands raised at the end of a word."""
    return _raised(mark, word) and abs(mark.left - word.right) <= _NEAR * word.size


def is_power(mark: Set, word: Set) -> bool:
    """Return whether a number at the end of a word tells how often that is taken, and marks no note."""
    number, at = mark.words.strip(), word.words[-_TOLD_BY:].rstrip()
    return bool(_POWERED.search(at) or (number in _SQUARED and _UNIT.search(at)))


def leads(mark: Set, word: Set) -> bool:
    """Return whether a number or a sign stands raised in front of its note's first word."""
    return _raised(mark, word) and -_NEAR * word.size <= word.left - mark.right <= _BEFORE * word.size


def _raised(mark: Set, word: Set) -> bool:
    rise = mark.base - word.base
    return 0 < mark.size <= SMALL * word.size and _RISE[0] * word.size <= rise <= _RISE[1] * word.size
