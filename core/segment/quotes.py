"""Find quotation marks in a paragraph, decide which open and which close, and pair them.

Pure: offsets into the given text. Direction comes from the neighbours of a mark, then from the balance of the
paragraph, then from the mark's own shape; scraped pages often carry marks that point the wrong way or lost a space
(``munitions.”Russia is in urgent need``). Apostrophes are no marks.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from types import MappingProxyType
from typing import NamedTuple


class Side(Enum):
    """What a mark does."""

    OPEN = "open"
    CLOSE = "close"


@dataclass(frozen=True, slots=True)
class QuotePair:
    """An opening mark and its closing one: where they begin and where the quoted words do.

    The mark stands at ``[open, start)``, the closing one at ``[end, close)``; both are None when it never comes.
    """

    open: int
    start: int
    end: int | None
    close: int | None
    double: bool


@dataclass(frozen=True, slots=True)
class QuoteMarks:
    """The marks of one paragraph: what each of their characters does, and the outermost pairs in order."""

    sides: Mapping[int, Side]
    pairs: tuple[QuotePair, ...]


NO_MARKS = QuoteMarks(MappingProxyType({}), ())
QUOTES = "\"“”„‟«»‹›「」『』＂〝〞'‘’‚‛`"

_SINGLE = "'‘’‚‛"
# Two straight single marks in a row are a double one: old wire systems had no other.
_MARK = re.compile(f"''|``|[{QUOTES[:-1]}]")
_ALWAYS_OPEN = "„‟「『〝``"
_ALWAYS_CLOSE = "」』〞"
_SHAPED_OPEN = "“«‹"
_SHAPED_CLOSE = "”»›"
_STRAIGHT = ('"', "''", "＂")
_BEFORE_OPEN = "([{<¿¡=/" + "“‘„‟«‹「『—–-―\"'"
_AFTER_CLOSE = ")]}>.,;:?!…/" + "”»›」』。、—–-―\"'’"
_SENTENCE_END = ".?!…"
# Words that begin with an apostrophe, without it.
_ELIDED = re.compile(
    r"(?:em|til|tis|twas|cause|bout|round|n|im|er|twere|s|re|ve|ll|d|m|t)\b|\d{2,4}s?\b", re.IGNORECASE
)
_LONGEST_SINGLE = 1000
_LOOK_AHEAD = 6


class _Mark(NamedTuple):
    at: int
    end: int
    shape: str
    before: str
    after: str
    last: bool
    """Whether nothing follows in the paragraph."""

    @property
    def double(self) -> bool:
        return self.shape not in _SINGLE

    @property
    def at_start(self) -> bool:
        """Whether it stands in front of a word, going by its neighbours."""
        return (self.before.isspace() or self.before in _BEFORE_OPEN) and not self.after.isspace()

    @property
    def at_end(self) -> bool:
        """Whether it stands behind a word."""
        return (self.after.isspace() or self.after in _AFTER_CLOSE) and not self.before.isspace()

    @property
    def inches(self) -> bool:
        """Whether it may be the sign for inches."""
        return self.shape in _STRAIGHT and self.before.isdigit()

    def look(self) -> Side | None:
        """Return what a double mark must be by its shape and neighbours, None when only the balance can tell."""
        opens, closes = self.at_start, self.at_end
        if self.last or self.shape in _ALWAYS_CLOSE:
            return Side.CLOSE
        if self.shape in _ALWAYS_OPEN:
            return Side.OPEN
        if self.shape in _SHAPED_OPEN:
            return None if closes and not opens else Side.OPEN
        if self.shape in _SHAPED_CLOSE:
            glued = self.before in _SENTENCE_END and not closes
            return None if glued or (opens and not closes) else Side.CLOSE
        if opens != closes:
            return Side.OPEN if opens else Side.CLOSE
        return None


def quote_marks(text: str, start: int, end: int) -> QuoteMarks:
    """Return the quotation marks of the paragraph ``text[start:end]``."""
    marks = [
        _Mark(
            m.start(),
            m.end(),
            m[0],
            text[m.start() - 1] if m.start() > start else " ",
            text[m.end()] if m.end() < end else " ",
            m.end() == end,
        )
        for m in _MARK.finditer(text, start, end)
    ]
    return _Pairing(text, end, marks).run() if marks else NO_MARKS


class _Pairing:
    """The walk over one paragraph's marks with a stack of those still open.

    A single mark only ever lies on top of the stack or right above a double one, so that looking for the innermost
    open double mark takes two steps at most.
    """

    def __init__(self, text: str, end: int, marks: list[_Mark]) -> None:
        self._text, self._end, self._marks = text, end, marks
        self._sides: dict[int, Side] = {}
        self._pairs: list[QuotePair] = []
        self._stack: list[_Mark] = []

    def run(self) -> QuoteMarks:
        """Return the marks with their sides, and the outermost pairs."""
        for index, mark in enumerate(self._marks):
            if mark.double:
                self._double(index, mark)
            elif not (mark.before.isalnum() and mark.after.isalnum()):
                self._single(index, mark)
        while self._stack:
            self._give_up(self._stack.pop())
        outer: list[QuotePair] = []
        for pair in sorted(self._pairs, key=lambda p: p.open):
            last = outer[-1].close if outer else None
            if last is None or pair.open >= last:
                outer.append(pair)
        return QuoteMarks(self._sides, tuple(outer))

    def _double(self, index: int, mark: _Mark) -> None:
        is_open = any(m.double for m in self._stack[-2:])
        side = mark.look()
        if side is None:
            side = Side.CLOSE if is_open else self._by_next(index, mark)
        self._put(mark, side)
        if side is Side.OPEN:
            self._stack.append(mark)
        elif is_open:
            while not (mate := self._stack.pop()).double:
                self._give_up(mate)
            self._pairs.append(QuotePair(mate.at, mate.end, mark.at, mark.end, double=True))

    def _by_next(self, index: int, mark: _Mark) -> Side:
        """Decide a doubtful mark outside a quotation: it opens when the next one can close it."""
        shaped_close = mark.shape in _SHAPED_CLOSE
        if mark.at_start and not mark.at_end and shaped_close:
            return Side.OPEN
        following = next((m for m in self._marks[index + 1 : index + _LOOK_AHEAD] if m.double), None)
        if following is None:
            return Side.OPEN if not shaped_close and mark.after.isalnum() and not mark.inches else Side.CLOSE
        return Side.CLOSE if following.look() is Side.OPEN or mark.inches else Side.OPEN

    def _single(self, index: int, mark: _Mark) -> None:
        top = self._stack[-1] if self._stack and not self._stack[-1].double else None
        if top is not None and mark.at - top.at > _LONGEST_SINGLE:
            self._stack.pop()
            top = None
        if top is not None and not mark.before.isspace() and (mark.at_end or mark.before in ".?!,…"):
            if not self._possessive(index, mark):
                self._stack.pop()
                self._put(top, Side.OPEN)
                self._put(mark, Side.CLOSE)
                self._pairs.append(QuotePair(top.at, top.end, mark.at, mark.end, double=False))
            return
        glued = mark.shape == "’" and mark.before in _SENTENCE_END and mark.after.isupper()
        opening = mark.shape in "‘‚‛" or (mark.shape == "'" and mark.at_start) or glued
        worded = mark.after.isalnum() or mark.after in _BEFORE_OPEN
        if opening and worded and not mark.before.isalnum() and not _ELIDED.match(self._text, mark.end, self._end):
            if top is not None:
                self._stack.pop()
            self._stack.append(mark)

    def _possessive(self, index: int, mark: _Mark) -> bool:
        """Return whether a mark after an s is an apostrophe, which it is when a better closing one follows."""
        if mark.before not in "sS":
            return False
        for later in self._marks[index + 1 : index + _LOOK_AHEAD]:
            if later.shape not in "'’" or later.at - mark.at > _LONGEST_SINGLE:
                return False
            if not later.after.isalnum():
                return True
        return False

    def _put(self, mark: _Mark, side: Side) -> None:
        for at in range(mark.at, mark.end):
            self._sides[at] = side

    def _give_up(self, mark: _Mark) -> None:
        """Leave a mark without a partner: a double one stays unclosed, a single one was an apostrophe."""
        if mark.double:
            self._pairs.append(QuotePair(mark.at, mark.end, None, None, double=True))
