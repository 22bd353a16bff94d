"""Cut a text into paragraphs: one a line, as news pages give them, or a block of hard-wrapped lines.

Pure: offsets into the given text. Blank lines always end a paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from core.model import Span

_LINE_END = re.compile("\r\n|[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_ITEM = re.compile(r"\s*(?:[•⁃·▪‣◦●■*–—-]\s|\(?\d{1,3}[.)]|\(?[a-zA-Z][.)]\s|>)")
_STOPPED = re.compile(r"[.!?…:][\"'”’»)\]]*$")
_NARROWEST, _WIDEST = 40, 130
_SHARE = 0.5


def paragraphs(text: str) -> list[Span]:
    """Return the paragraphs, in order, without the space around them."""
    found: list[Span] = []
    for block in _blocks(text):
        if len(block) > 1 and _wrapped(text, block):
            found += _join(text, block)
        else:
            found += block
    return found


def _blocks(text: str) -> Iterator[list[Span]]:
    """Yield runs of lines without a blank line between them, each line without the space around it."""
    block: list[Span] = []
    at = 0
    while at <= len(text):
        match = _LINE_END.search(text, at)
        end = match.start() if match else len(text)
        line = _trimmed(text, at, end)
        if line is not None:
            block.append(line)
        elif block:
            yield block
            block = []
        if match is None:
            break
        at = match.end()
    if block:
        yield block


def _trimmed(text: str, start: int, end: int) -> Span | None:
    line = text[start:end]
    bare = line.strip()
    if not bare:
        return None
    start += len(line) - len(line.lstrip())
    return Span(start, start + len(bare))


def _wrapped(text: str, block: list[Span]) -> bool:
    """Return whether lines were broken to a width: the next line's first word would not have fitted, and most go on."""
    width = max(len(line) for line in block)
    if not _NARROWEST <= width <= _WIDEST:
        return False
    open_lines = going_on = 0
    for line, following in pairwise(block):
        if _stopped(text, line) or not _full(text, line, following, width):
            continue
        open_lines += 1
        going_on += not text[following.start].isupper()
    return open_lines > 0 and going_on >= _SHARE * open_lines and 2 * open_lines >= len(block) - 1


def _join(text: str, block: list[Span]) -> Iterator[Span]:
    """Yield the paragraphs of a wrapped block: a line that had room for the next word ends one."""
    width = max(len(line) for line in block)
    start = block[0].start
    for line, following in pairwise(block):
        if _ITEM.match(text, following.start, following.end) or not _full(text, line, following, width):
            yield Span(start, line.end)
            start = following.start
    yield Span(start, block[-1].end)


def _full(text: str, line: Span, following: Span, width: int) -> bool:
    word = text[following.start : min(following.end, following.start + width)].split(maxsplit=1)[0]
    # A few characters of slack: some programs break early at a hyphen or count differently.
    return len(line) + 1 + len(word) + _SLACK > width


def _stopped(text: str, line: Span) -> bool:
    return _STOPPED.search(text, max(line.start, line.end - 6), line.end) is not None


_SLACK = 6
