"""Text of articles and names of files is never markup and never steers what shows it; where Qt would guess, it is told.

Pure: text in, text out.
"""

from __future__ import annotations

import html
import re
import unicodedata
from functools import lru_cache

REPLACEMENT = "\ufffd"
_HARMFUL = re.compile(
    "["
    "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"  # controls, but for tab and line ends
    "\u202a-\u202e\u2066-\u2069"  # turn the reading direction of what follows, beyond their own text
    "\ufffc"  # stands for an object that there is not
    "\ud800-\udfff"  # half a character: Qt drops it, and every offset after it is wrong
    "]"
)


_LONG = 5_000


def harmless(text: str) -> str:
    """Return the text, code point for code point, with a visible sign for each that must not reach Qt.

    Controls that are white space become a space.
    """
    return _kept(text) if len(text) > _LONG else _without_harm(text)


@lru_cache(maxsize=8)
def _kept(text: str) -> str:
    """Return the same for a whole article, which each finding on screen asks for anew."""
    return _without_harm(text)


def _without_harm(text: str) -> str:
    return _HARMFUL.sub(lambda found: " " if found[0].isspace() else REPLACEMENT, text)


def right_to_left(text: str) -> bool:
    """Return whether the text is read from right to left: its first letter says it."""
    strong = next((kind for c in text if (kind := unicodedata.bidirectional(c)) in ("L", "R", "AL")), "L")
    return strong != "L"


def tooltip(text: str) -> str:
    """Return ``text`` as a tooltip that shows it letter by letter."""
    return f"<qt>{html.escape(harmless(text))}</qt>" if text else ""
