"""Read a text file whose beginning and end are in different encodings, as two files that were put into one. Pure.

One part is UTF-8, which nothing else looks like; the other is not, and begins or ends with a line.
"""

from __future__ import annotations

import codecs
from itertools import pairwise
from typing import NamedTuple

from core.ingest.decode import decode, guessed, unmarked_utf16

_LEAST = 4
"""The fewest characters beyond ASCII that show what a part is in."""
_RARELY = 0.1
"""The share of what is no UTF-8 that may be: a damaged file has both in the same lines."""
_WIDE = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)


class Parts(NamedTuple):
    """A text in two encodings; ``line`` is the number of the first line of the second part."""

    text: str
    first: str
    second: str
    line: int


def in_parts(data: bytes) -> Parts | None:
    """Return the text where it is in UTF-8 up to a line and in another encoding from there on, or the other way round.

    None where it is in one encoding, or where the cut cannot be told.
    """
    if data.startswith(_WIDE) or _is_utf8(data) or unmarked_utf16(data):
        return None
    lines = data.split(b"\n")
    kinds = [(number, _is_utf8(line)) for number, line in enumerate(lines) if not line.isascii()]
    cuts = [after for (_, before), after in pairwise(kinds) if before != after[1]]
    if len(cuts) != 1:
        return None
    line, second_is_utf8 = cuts[0]
    at = sum(len(before) + 1 for before in lines[:line])
    first, second = data[:at], data[at:]
    utf8, other = (second, first) if second_is_utf8 else (first, second)
    if sum(not c.isascii() for c in utf8.decode("utf-8")) < _LEAST or not _is_other(other):
        return None
    text, encoding = decode(other)
    if not guessed(encoding):
        return None
    whole = utf8.decode("utf-8").removeprefix("\ufeff")
    if second_is_utf8:
        return Parts(text + whole, encoding, "utf-8", line + 1)
    return Parts(whole + text, "utf-8", encoding, line + 1)


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _is_other(data: bytes) -> bool:
    """Return whether bytes are in another encoding, and no damaged UTF-8."""
    text = data.decode("utf-8", "replace")
    lost = text.count("\ufffd")
    return lost >= _LEAST and sum(not c.isascii() for c in text) - lost <= _RARELY * lost
