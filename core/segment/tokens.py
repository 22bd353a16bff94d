"""Cut a sentence into words and single punctuation characters.

Pure: offsets into the given text. A word is a run of letters and digits with single apostrophes, hyphens, dots, or
(between digits) commas inside; combining marks, invisible joiners and what fills up a disguised word belong to their
word. Dashes and underscores split. A script written without spaces gives one token a character.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from core.lexis import PAD
from core.model import Token
from core.segment.words import abbreviations

_BEYOND_LATIN = re.compile("[\u0300-\u1dff\u20d0-\u20ff\u2c00-\U0010ffff]")
_JOINERS = "\u00ad\u200b-\u200d\u2060\ufeff"
_UNSPACED = "\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_INSIDE = "'’.\\-‐‑"
_ACRONYM = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]")


def tokenise(text: str, start: int, end: int) -> list[Token]:
    """Return the tokens of one sentence ``text[start:end]``, in order, covering all but its spaces."""
    pattern = _pattern(plain=not _BEYOND_LATIN.search(text, start, end))
    dot = text.find(".", start, end)
    # Only from the first dot on may one belong to its word; no token holds a space. The only group is the word's.
    sure = end if dot < 0 else max(start, text.rfind(" ", start, dot))
    tokens = [Token(m.start(), m.end(), m.lastindex is not None) for m in pattern.finditer(text, start, sure)]
    found = pattern.finditer(text, sure, end)
    for match in found:
        first, last = match.span()
        word = match.lastindex is not None
        if word and last < end and text[last] == "." and _keeps_dot(text, first, last, end):
            last += 1
            next(found)
        tokens.append(Token(first, last, word))
    return tokens


@lru_cache(maxsize=2)
def _pattern(*, plain: bool) -> re.Pattern[str]:
    letter, one, marks = "[^\\W_]", "", _JOINERS
    if not plain:
        marks += _combining()
        letter = f"[^\\W_{_UNSPACED}]"
        one = f"(?=[^\\W_])[{_UNSPACED}][{marks}]*|"
    more = f"[{marks}]+(?={letter}|[{marks}]){letter}*" if plain else f"[{marks}]+{letter}*"
    run = f"{letter}+(?:{more})*"
    word = f"{PAD}*{run}(?:(?:[{_INSIDE}]|(?<=\\d),(?=\\d)){run})*{PAD}*"
    return re.compile(f"(?P<word>{one}{word})|\\S")


@lru_cache(maxsize=1)
def _combining() -> str:
    """Return the combining marks as the inside of a character class; Python's idea of a word leaves them out."""
    codes = [c for c in range(0x300, 0x20000) if unicodedata.category(chr(c))[0] == "M"] + [*range(0xE0100, 0xE01F0)]
    ranges: list[list[int]] = []
    for code in codes:
        if ranges and ranges[-1][1] == code - 1:
            ranges[-1][1] = code
        else:
            ranges.append([code, code])
    return "".join(f"{chr(a)}-{chr(b)}" for a, b in ranges)


def _keeps_dot(text: str, first: int, last: int, end: int) -> bool:
    """Return whether the dot after a word belongs to it: it does in an abbreviation, not at a sentence's end."""
    if last - first > _LONGEST:
        return False
    word = text[first:last]
    if _ACRONYM.fullmatch(word):
        return True
    # Where only closing marks follow, the dot ends the sentence.
    final = not any(c.isalnum() for c in text[last + 1 : end][:_LOOK_AHEAD])
    if len(word) == 1 and word.isupper():
        return not final
    known = abbreviations()
    lower = word.lower()
    return lower in known.every and not (final and lower in known.also_words)


_LONGEST = 12
_LOOK_AHEAD = 20
