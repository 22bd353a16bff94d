"""Cut a text into paragraphs: one a line, as news pages give them, or a block of hard-wrapped lines.

Pure: offsets into the given text. Blank lines always end a paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from core.lexis import is_function
from core.model import Span

# Python also ends lines at U+001C to U+001E; in news those are curly quotation marks cut to their last byte.
_LINE_END = re.compile("\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
_ITEM = re.compile(r"[•⁃·▪‣◦●■*–—-]\s|\(?(?:\d{1,3}|[a-zA-Z])[.)]\s|>")
_STOPPED = re.compile(r"[.!?…:][\"'”’»)\]]*$")
_HYPHENATED = re.compile(r"[^\W\d_.]\.?[-‐\u00ad]$")
_LAST_WORD = re.compile(r"[a-z]+$")
_NARROWEST, _WIDEST = 24, 130
_COLUMN = 40
"""Lines shorter than this are as often a list or verse, so that a column of them needs more to show."""
_LEAST_IN_COLUMN = 4
_OUTLIERS = 20
"""One line in so many may be longer than the width: an address, a table's row."""
_WORD = re.compile(r"[^\W\d_]+(?:['’.-][^\W\d_]+)*")
_LEAST_TITLE = 5
"""Words with a capital, and none without one that carries content, that make a block's first lines its headline."""
_GOING_ON = 0.5
_OPEN = 1 / 3
_SLACK = 6
"""A few characters: some programs break early at a hyphen or count differently."""
_BROKEN = 40
"""Code points from which a line without a stop is rather a piece of running text than an item of a list."""


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    end: int
    indent: int

    def __len__(self) -> int:
        return self.end - self.start


_Block = Sequence[_Line]


def paragraphs(text: str) -> list[Span]:
    """Return the paragraphs, in order, without the space around them."""
    blocks = list(_blocks(text))
    width = _width(text, blocks)
    return [p for block in blocks for p in _join(text, block, width or _width(text, [block]))]


def _blocks(text: str) -> Iterator[list[_Line]]:
    """Yield runs of lines without a blank line between them, each line without the space around it."""
    block: list[_Line] = []
    at = 0
    while at <= len(text):
        match = _LINE_END.search(text, at)
        end = match.start() if match else len(text)
        line = text[at:end]
        bare = line.strip()
        if bare:
            indent = len(line) - len(line.lstrip())
            block.append(_Line(at + indent, at + indent + len(bare), indent))
        elif block:
            yield block
            block = []
        if match is None:
            break
        at = match.end()
    if block:
        yield block


def _width(text: str, blocks: Sequence[_Block]) -> int:
    """Return the width to which lines were broken, 0 where they were not.

    They were where the next line's first word would not have fitted, and most such lines go on in the middle of a
    sentence.
    """
    lengths = sorted(len(line) for block in blocks if len(block) > 1 for line in block)
    if not lengths:
        return 0
    width = lengths[-1 - len(lengths) // _OUTLIERS]
    if not _NARROWEST <= width <= _WIDEST:
        return 0
    breaks = [pair for block in blocks for pair in pairwise(block)]
    open_breaks = [(a, b) for a, b in breaks if not _stopped(text, a) and _full(text, a, b, width)]
    going_on = sum(_mid_sentence(text, a, b) for a, b in open_breaks)
    enough = going_on >= (1 if width >= _COLUMN else _LEAST_IN_COLUMN)
    wrapped = enough and going_on >= _GOING_ON * len(open_breaks) and len(open_breaks) >= _OPEN * len(breaks)
    return width if wrapped else 0


def _join(text: str, block: _Block, width: int) -> Iterator[Span]:
    """Yield the paragraphs of a block, whose lines were broken to a width or, where that is 0, are one each."""
    first = block[0]
    headline = _headline(text, block) if width else None
    for line, following in pairwise(block):
        if line is headline or not _goes_on(text, first, line, following, width):
            yield Span(first.start, line.end)
            first = following
    yield Span(first.start, block[-1].end)


def _goes_on(text: str, first: _Line, line: _Line, following: _Line, width: int) -> bool:
    """Return whether the paragraph that begins with the line ``first`` goes on from ``line`` to the next."""
    broken = _broken(text, line, following)
    full = width > 0 and _full(text, line, following, width)
    in_list = _ITEM.match(text, first.start, first.end) is not None
    if _ITEM.match(text, following.start, following.end) and (in_list or not full or _stopped(text, line)):
        return False
    # The first line of a paragraph stands further in than the one before, unless that one carries an item's mark.
    if width and following.indent > line.indent + 1 and not (in_list and line is first):
        return False
    return full or broken


def _headline(text: str, block: _Block) -> _Line | None:
    """Return the last of the lines in title case that a block begins with, where something new begins behind it."""
    last = 0
    while last < len(block) and _titled(text, block[last], 1 if last else _LEAST_TITLE):
        last += 1
    if not 0 < last < len(block) or not text[block[last].start].isupper() or _ends_open(text, block[last - 1]):
        return None
    return block[last - 1]


def _titled(text: str, line: _Line, least: int) -> bool:
    words = [w for w in _WORD.findall(text, line.start, line.end) if not is_function(w)]
    return len(words) >= least and all(w[0].isupper() for w in words)


def _full(text: str, line: _Line, following: _Line, width: int) -> bool:
    word = text[following.start : min(following.end, following.start + width)].split(maxsplit=1)[0]
    return len(line) + 1 + len(word) + _SLACK > width


def _stopped(text: str, line: _Line) -> bool:
    return _STOPPED.search(text, max(line.start, line.end - 6), line.end) is not None


def _mid_sentence(text: str, line: _Line, following: _Line) -> bool:
    """Return whether the words on both sides of a line's end belong to one sentence."""
    return text[following.start].islower() or _ends_open(text, line)


def _broken(text: str, line: _Line, following: _Line) -> bool:
    """Return whether a line ends in the middle of a word or a sentence, however long the lines are."""
    if not text[following.start].islower():
        return False
    if _HYPHENATED.search(text, max(line.start, line.end - 3), line.end):
        return True
    return len(line) >= _BROKEN and (text[line.end - 1].isalnum() or _ends_open(text, line))


def _ends_open(text: str, line: _Line) -> bool:
    """Return whether a line ends with a comma, or a word that another must follow (of, the)."""
    if text[line.end - 1] == ",":
        return True
    last = _LAST_WORD.search(text, max(line.start, line.end - _SLACK), line.end)
    return last is not None and is_function(last[0])
