"""Article text as Qt needs it: in UTF-16 units, on one line, nothing lost and nothing moved.

Pure. Offsets in Cognate count code points; Qt's strings count UTF-16 units, two for what lies beyond U+FFFF.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass

from desktop.plain import harmless

_ASTRAL = re.compile("[\U00010000-\U0010ffff]")
_BREAKS = re.compile("\\s{2,}|[^\\S \u00a0\u202f]")
"""Runs of white space, and single ones that are no space; a single space is what a text is full of."""
_INVISIBLE = "\u200b"


def shown(text: str) -> str:
    """Return the text as it stands on screen, code point for code point.

    A sentence may run over hard line ends: a run of white space shows as one space, its rest as nothing.
    """
    return _BREAKS.sub(_one_space, harmless(text))


def _one_space(found: re.Match[str]) -> str:
    return " " + _INVISIBLE * (len(found[0]) - 1)


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
