"""Find the places in a paragraph where a sentence may end, with what stands around each.

Pure: offsets into the given text. Whether a place does end a sentence is decided in :mod:`core.segment.boundaries`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from core.segment.quotes import QUOTES, QuoteMarks, Side

STOPS = ".!?…。！？｡‽؟۔।॥"
CASELESS_STOPS = "。！？｡؟۔।॥"
_STOP = re.compile(f"[{STOPS}]+(?:[ \\u00a0]\\.+(?!\\w))*")
_BRACKETS = ")]}"
_OPENING = "([{"
_CITATION = re.compile(r"(?:\[\d{1,3}\])+")
_WORD = re.compile(r"[^\W_](?:[^\W_]|['’\-](?=[^\W_]))*")
_EDGES = "\"'“”‘„«»(){}[]—–/|"
_REACH = 40
"""How far around a stop is looked, in code points; words that decide are shorter."""


@dataclass(slots=True)
class Candidate:
    """A place where a sentence may end."""

    stop: int
    """Where the run of stops begins."""
    end: int
    """Where the stops and the closing marks after them end: the sentence's end, if it is one."""
    next: int
    """Where the next sentence would begin: the first character after the space."""
    marks: str
    """The run of stops."""
    closers: str
    """The closing marks between the stops and ``end``."""
    before: str
    """What is written before the stop without a space, up to a quotation mark or bracket."""
    openers: str
    """The opening marks at ``next``."""
    after: str
    """The first word at ``next`` behind the opening marks."""
    after_end: int
    """Where that word ends."""

    @property
    def glued(self) -> bool:
        """Return whether no space follows."""
        return self.end == self.next


def candidates(text: str, start: int, end: int, quotes: QuoteMarks) -> Iterator[Candidate]:
    """Yield the candidates inside ``text[start:end]``, whose own end is none."""
    done = start
    for match in _STOP.finditer(text, start, end):
        stop, stop_end = match.span()
        if stop < done or stop == start:
            continue
        close = _past_closers(text, stop_end, end, quotes)
        nxt = close
        while nxt < end and text[nxt].isspace():
            nxt += 1
        if nxt >= end:
            return
        done = close
        word_at = nxt
        while word_at < min(end, nxt + 4) and (text[word_at] in _OPENING or _opens(text, word_at, quotes)):
            word_at += 1
        word = _WORD.match(text, word_at, min(end, word_at + _REACH))
        yield Candidate(
            stop=stop,
            end=close,
            next=nxt,
            marks=match[0] if stop_end - stop < _REACH else match[0][:_REACH],
            closers=text[stop_end:close],
            before=_before(text, stop, start),
            openers=text[nxt:word_at],
            after=word[0] if word else "",
            after_end=word.end() if word else word_at,
        )


def _opens(text: str, at: int, quotes: QuoteMarks) -> bool:
    return text[at] in QUOTES and (quotes.sides.get(at) is Side.OPEN or text[at] in "“‘„«")


def _past_closers(text: str, at: int, end: int, quotes: QuoteMarks) -> int:
    """Return the place behind closing quotation marks, brackets and citation numbers, a space before them allowed."""
    while at < end:
        if text[at] in _BRACKETS or (text[at] in QUOTES and quotes.sides.get(at) is not Side.OPEN):
            at += 1
        elif text[at] == "[" and (cited := _CITATION.match(text, at, end)):
            at = cited.end()
        elif text[at].isspace() and at + 1 < end and _dangles(text, at + 1, end, quotes):
            at += 2
        else:
            break
    return at


def _dangles(text: str, at: int, end: int, quotes: QuoteMarks) -> bool:
    """Return whether a closing mark stands alone behind a space."""
    closing = quotes.sides.get(at) is Side.CLOSE or text[at] in _BRACKETS
    return closing and (at + 1 >= end or text[at + 1].isspace() or text[at + 1] in ",;:.")


def _before(text: str, stop: int, start: int) -> str:
    at, floor = stop, max(start, stop - _REACH)
    word = text[floor:stop].rpartition(" ")[2]
    if word.isalpha() and len(word) < stop - floor:
        return word
    while at > floor and not text[at - 1].isspace():
        # The apostrophe in don't parts nothing.
        inside = text[at - 1] in "'’" and floor < at - 1 and text[at - 2].isalnum() and text[at : at + 1].isalnum()
        if text[at - 1] in _EDGES and not inside:
            break
        at -= 1
    return text[at:stop]
