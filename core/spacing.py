"""Spaces that are not what they seem: fine ones between the letters of one word, zero-width ones in place of blanks.

Pure: text in, places out; a foundation beside :mod:`core.disguise`, which says what the places read as. Fine spaces
belong to typesetting, zero-width ones to long addresses and to scripts without blanks: a single one tells nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from core.model import Span
from resources.lists import word_list

ZERO_WIDTH = "\u200b"
FINE = "\u2006\u2008\u2009\u200a\u202f\u205f"
"""Spaces of a sixth of the type's size and less."""
_HAIR = "\u200a"
_UNSEEN = "\u00ad\u200b-\u200d\u2060\ufeff"
_LETTERS = (
    "A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u0300-\u0373\u0376-\u037d\u0386-\u0481\u048a-\u052f\u1e00-\u1fff"
    "\uff21-\uff3a\uff41-\uff5a\U0001d400-\U0001d7cb"
)
"""Latin, Greek and Cyrillic ones with their marks, and what stands for Latin ones."""
_FINELY = re.compile(f"(?<![\\w{_LETTERS}])[{_LETTERS}]+(?:[{FINE}{_UNSEEN}]+[{_LETTERS}]+)+(?![\\w{_LETTERS}])")
_BETWEEN = re.compile(f"([{FINE}{_UNSEEN}]+)")
_LONGEST = 30
"""Letters: what is longer is no word."""
_SHORT = 2
"""Letters of a part up to which a word is spelled out rather than two words set close together."""
_PARTS, _WORD = 4, 5
"""The parts and the letters of a word from which spelling it out tells; kg m s are units."""
_OFTEN = 3
"""From this many such words on, a text has them all."""
_MARKS = "'’.,;:!?…\"“”‘()–—\\-"
_JOINED = re.compile(f"[{_LETTERS}\\d{_MARKS}]+(?:{ZERO_WIDTH}+[{_LETTERS}\\d{_MARKS}]+)+")
_BARE = re.compile(f"(?<=[{_LETTERS}]){ZERO_WIDTH}+(?=[{_LETTERS}])")
_OF_ADDRESSES = frozenset("/@#=&%_~\\")
_MOSTLY = 0.6
"""The share of zero-width spaces that stand between letters; in addresses they follow marks."""
_PIECES = 6
_LOWER = 0.5
"""The share of words that begin small; names in programs join words that begin large."""
_MEAN = (2.5, 9.0)
"""The mean length of words, in letters."""
_GRAMMAR, _LEAST_GRAMMAR = 0.15, 3
"""The share of English function words among what is joined; of the parts of words few are."""


class Parted(NamedTuple):
    """A word whose letters stand apart: where, its letters, and the spaces between them."""

    span: Span
    word: str
    spaces: str


def finely_parted(text: str) -> list[Parted]:
    """Return the words whose letters fine spaces part, in text order."""
    if not any(space in text for space in FINE):
        return []
    likely: list[tuple[Parted, bool]] = []
    for match in _FINELY.finditer(text):
        pieces = _BETWEEN.split(match.group())
        spaces = "".join(c for gap in pieces[1::2] for c in gap if c in FINE)
        sure = _spelled_out(pieces)
        if spaces and (sure is not None):
            likely.append((Parted(Span(*match.span()), "".join(pieces[::2]), spaces), sure))
    often = len([p for p, sure in likely if sure or _HAIR in p.spaces]) >= _OFTEN
    return [parted for parted, sure in likely if sure or often]


def _spelled_out(pieces: list[str]) -> bool | None:
    """Return whether parts (and what stands between them) are one word for sure, None where they are none."""
    parts: list[str] = []
    fine = ""
    for at, piece in enumerate(pieces):
        if at % 2:
            fine = "".join(c for c in piece if c in FINE)
        elif at and not fine:
            parts[-1] += piece
        else:
            parts.append(piece)
    word = "".join(parts)
    if len(parts) == 1 or len(word) > _LONGEST or not (word.isupper() or all(p[0].islower() for p in parts[1:])):
        return None
    short = all(len(p) <= _SHORT for p in parts)
    if not short and any(c in FINE and c != _HAIR for gap in pieces[1::2] for c in gap):
        return None
    return short and len(parts) >= _PARTS and len(word) >= _WORD


def zero_width_blanks(text: str) -> list[Span]:
    """Return the stretches of text in which zero-width spaces part the words, in text order."""
    if ZERO_WIDTH not in text:
        return []
    spans = [Span(*m.span()) for m in _JOINED.finditer(text)]
    long = [span for span in spans if _is_sentence(span.of(text))]
    joined = sorted({*long, *(span for span in spans if not _in_address(text, span))})
    if _holding(text, long) * 2 >= _holding(text, joined) or _reads(text, joined):
        return joined
    return long


def _in_address(text: str, span: Span) -> bool:
    return not _OF_ADDRESSES.isdisjoint(text[max(0, span.start - 1) : span.start] + text[span.end : span.end + 1])


def _is_sentence(wording: str) -> bool:
    """Return whether words joined are too many and too much like words to be the parts of one."""
    words = list(_words(wording))
    letters = sum(map(len, words))
    return (
        len(words) >= _PIECES
        and letters > _LONGEST
        and _MEAN[0] <= letters / len(words) <= _MEAN[1]
        and sum(w[0].islower() for w in words) >= _LOWER * len(words)
        and len(_BARE.findall(wording)) >= _MOSTLY * (len(words) - 1)
    )


def _reads(text: str, joined: list[Span]) -> bool:
    """Return whether what is joined are English words, by their grammar."""
    known = word_list("function_words")
    words = [w.lower() for span in joined for w in _words(span.of(text))]
    grammar = sum(len(w) >= _LEAST_GRAMMAR and w in known for w in words)
    return len(words) >= 2 * _PIECES and grammar >= _GRAMMAR * len(words)


def _words(wording: str) -> Iterator[str]:
    words = (word.strip(".,;:!?…\"“”‘’()–—-'") for word in wording.split(ZERO_WIDTH))
    return (word for word in words if word)


def _holding(text: str, spans: list[Span]) -> int:
    return sum(span.of(text).count(ZERO_WIDTH) for span in spans)
