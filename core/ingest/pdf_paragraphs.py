"""Join a PDF's lines into paragraphs and mend the words that were cut at line ends. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import pairwise

from core.ingest.pdf_lines import SOFT_HYPHEN, Line, Piece

_OTHER_SIZE = 1.12
_WIDER = 1.3
"""How much farther than usual the next paragraph's first line may stand below."""
_LOOSEST = 1.6
"""The largest leading of a paragraph, in heights of a line."""
_INDENT = (0.5, 5.0)
"""How far a first line is set in, in heights of a line."""
_AROUND = 3
"""How many lines around one tell how far its column reaches."""
_FULL = 1.5
"""How far from the column's edge a full line may end, in heights of a line."""
_BULLET = re.compile(r"\s*(?:[•◦▪▸►‣●○■□∙\uf000-\uf0ff]\s*|[·–*-]\s+)")
_NUMBERED = re.compile(r"\s*(?:\d{1,2}[.)]|[a-z]\))\s")
_ENDED = re.compile(r"[.!?:…][”’\"')\]»]*\s*$")
_HYPHEN = re.compile(r"(?<=[^\W_])[-\u00ad\u2010]\s*$")
_WORD = re.compile(r"[^\W\d_]+(?:[-\u2010][^\W\d_]+)*")


@dataclass(slots=True)
class Paragraph:
    """Lines that belong together. ``item``: it is one of a list."""

    lines: list[Line] = field(default_factory=list)
    item: bool = False
    full: bool = False
    """Whether its last line reaches the edge of its column, so that it may go on in the next."""


def paragraphs(blocks: Iterable[list[Line]]) -> list[Paragraph]:
    """Return the paragraphs of blocks in reading order; one goes on over columns and pages."""
    made: list[Paragraph] = []
    for block in blocks:
        leading = _leading(block)
        for number, line in enumerate(block):
            begins = number == 0 or _begins(block, number, leading)
            if begins and not (number == 0 and made and _goes_on(made[-1], line)):
                made.append(Paragraph(item=bool(_BULLET.match(line.text) or _NUMBERED.match(line.text))))
            made[-1].lines.append(line)
            made[-1].full = line.right > _edge(block, number) - _FULL * line.size
    return made


def words_of(lines: Iterable[Line]) -> frozenset[str]:
    """Return all words of some lines in lower case, those with a hyphen as they are."""
    found: set[str] = set()
    for line in lines:
        found.update(word.lower() for word in _WORD.findall(line.text))
    return frozenset(found)


def pieces(paragraph: Paragraph, known: frozenset[str]) -> list[Piece]:
    """Return a paragraph's words in one row: bullets left out, cut words mended. ``known``: the whole text's words."""
    row: list[Piece] = []
    for number, line in enumerate(paragraph.lines):
        parts = list(line.pieces)
        if number:
            row += _seam(row, line.text, known)
        else:
            parts = _without_bullet(parts)
        row += parts
    if row and row[-1][0].endswith(SOFT_HYPHEN):
        row[-1] = (f"{row[-1][0][:-1]}-", row[-1][1])
    return row


def _seam(row: list[Piece], following: str, known: frozenset[str]) -> list[Piece]:
    """Return what stands between two lines; takes the hyphen off the first where it only cut a word."""
    at = next((n for n in range(len(row) - 1, -1, -1) if row[n][1] is None and row[n][0].strip()), None)
    blank = [(" ", row[-1][1] if row else None)]
    if at is None:
        return blank
    words = row[at][0]
    cut = _HYPHEN.search(words)
    following = following.lstrip()
    if not cut or not following[:1].isalnum():
        return blank
    bare = words[: cut.start()]
    before, after = _WORD.findall(bare), _WORD.match(following)
    own = True
    # In front of a capital or a figure the hyphen is the word's own, and where the text has it in mid-line too.
    if before and after and following[0].islower():
        hyphened = f"{before[-1]}-{after[0]}".lower()
        own = hyphened in known and hyphened.replace("-", "") not in known
    row[at] = (f"{bare}-" if own else bare, None)
    del row[at + 1 :]
    return []


def _without_bullet(parts: list[Piece]) -> list[Piece]:
    for number, (words, how) in enumerate(parts):
        if how is None and words.strip():
            bullet = _BULLET.match(words)
            if bullet:
                parts[number] = (words[bullet.end() :], None)
            break
    return parts


def _begins(block: list[Line], number: int, leading: float) -> bool:
    """Return whether a line of a block begins a paragraph."""
    before, line = block[number - 1], block[number]
    if _BULLET.match(line.text):
        return True
    sizes = sorted((before.size, line.size))
    if sizes[1] > sizes[0] * _OTHER_SIZE:
        return True
    if _step(before, line) > leading * _WIDER:
        return True
    left = min(other.left for other in block[max(0, number - _AROUND) : number + _AROUND + 1])
    indent = (line.left - left) / max(line.size, 1.0)
    in_item = _BULLET.match(before.text) or _NUMBERED.match(before.text)
    if _INDENT[0] < indent < _INDENT[1] and before.left - left < _INDENT[0] * line.size and not in_item:
        return True
    return _had_room(block, number)


def _had_room(block: list[Line], number: int) -> bool:
    """Return whether a line's first word would have stood on the line before, had it been of the same paragraph."""
    before, line = block[number - 1], block[number]
    words = line.text.split()
    if not words or _HYPHEN.search(before.text):
        return False
    each = line.width / max(len(line.text), 1)
    return _edge(block, number - 1) - before.right > (len(words[0]) + 1.5) * each


def _edge(block: list[Line], number: int) -> float:
    """Return how far a column reaches around a line."""
    return max(line.right for line in block[max(0, number - _AROUND) : number + _AROUND + 1])


def _leading(block: list[Line]) -> float:
    """Return the usual leading of a block's paragraphs, in heights of a line.

    The lower quartile: where paragraphs are short, half of all distances lie between paragraphs.
    """
    steps = sorted(_step(line, below) for line, below in pairwise(block))
    return min(steps[len(steps) // 4], _LOOSEST) if steps else 1.0


def _step(line: Line, below: Line) -> float:
    """Return how far one line stands below another, in its own heights."""
    return (below.bottom - line.bottom) / max(below.size, 1.0)


def _goes_on(paragraph: Paragraph, line: Line) -> bool:
    """Return whether a paragraph goes on with the first line of the next column or page."""
    last = paragraph.lines[-1]
    sizes = sorted((last.size, line.size))
    words = line.text.lstrip()
    if sizes[1] > sizes[0] * _OTHER_SIZE or _ENDED.search(last.text) or not words or _BULLET.match(words):
        return False
    return words[0].islower() or paragraph.full
