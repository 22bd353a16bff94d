"""Article text as Qt needs it: in UTF-16 units, on one line, nothing lost and nothing moved.

Pure. Offsets in Cognate count code points; Qt's strings count UTF-16 units, two for what lies beyond U+FFFF.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass

_ASTRAL = re.compile("[\U00010000-\U0010ffff]")
_BREAKS = re.compile("[\\s\x00-\x1f\x7f-\x9f\u2028\u2029]+")
_LONE_SURROGATES = re.compile("[\ud800-\udfff]")
_INVISIBLE = "\u200b"


def shown(text: str) -> str:
    """Return the text as it stands on screen, code point for code point.

    A sentence may run over hard line ends: a run of white space shows as one space, its rest as nothing.
    What Qt cannot take (lone surrogates) shows as the replacement character.
    """
    flat = _BREAKS.sub(_one_space, text)
    return _LONE_SURROGATES.sub("\ufffd", flat)


def _one_space(found: re.Match[str]) -> str:
    run = found[0]
    return run if run in (" ", "\u00a0", "\u202f") else " " + _INVISIBLE * (len(run) - 1)


@dataclass(frozen=True, slots=True)
class Utf16:
    """Maps code-point offsets of one text to UTF-16 offsets."""

    astral: tuple[int, ...]

    @classmethod
    def of(cls, text: str) -> Utf16:
        """Return the map of a text."""
        return cls(tuple(found.start() for found in _ASTRAL.finditer(text)))

    def units(self, offset: int) -> int:
        """Return the UTF-16 offset of a code-point offset."""
        return offset + bisect_left(self.astral, offset)
