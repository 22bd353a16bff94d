"""Text as a PDF can carry it: nothing that breaks the standards, nothing invisible that could mislead a reader.

Pure: text in, text out. What is changed stays visible: a control character becomes its code point in brackets,
never nothing.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

REPLACEMENT = "\ufffd"
BREAK = "\u200b"
"""Zero-width space: where a line may break inside a long word."""
_LONGEST_WORD = 28
_PIECE = 12
_MOST_MARKS = 4
_DIGEST = re.compile(r"\W*[0-9a-f]{64}\W*")
"""A SHA-256 stays whole, so that it can be copied and compared."""
_TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff")
"""Characters that turn the reading direction, and the byte-order mark, which the PDF standards forbid."""
_LANGUAGE = re.compile(r"[a-z]{2,3}")
"""An ISO 639 code."""
_LINES = frozenset("\t\n\r\x0b\x0c\x85\u2028\u2029")
_BMP_NONCHARACTERS = range(0xFDD0, 0xFDF0)
_LAST_TWO_OF_PLANE = 0xFFFE


def clean(text: str) -> str:
    """Return ``text`` on one line, with all that a PDF must not hold made visible, and long words able to wrap."""
    return breakable(visible(text))


def visible(text: str) -> str:
    """Return ``text`` on one line, with all that a document must not hold made visible, and words as they are."""
    if text.isascii() and text.isprintable():
        return text
    return _limited_marks("".join(_shown(character) for character in text))


def breakable(text: str, every: int = _PIECE) -> str:
    """Return ``text`` with a break allowed after each ``every`` characters of a longer word."""
    return re.sub(rf"\S{{{_LONGEST_WORD},}}", lambda found: _broken(found.group(), every), text)


def replace_characters(text: str, characters: Iterable[str]) -> str:
    """Return ``text`` with each of ``characters`` replaced by U+FFFD; joiners left beside one go with it."""
    replaced = text.translate({ord(character): REPLACEMENT for character in characters})
    return re.sub(f"{REPLACEMENT}[\u200d\ufe0e\ufe0f]+", REPLACEMENT, replaced) if replaced != text else text


def code_point(character: str) -> str:
    """Return ``U+1F600`` for a character."""
    return f"U+{ord(character):04X}"


def language_code(code: str) -> str:
    """Return a language code that a document may name; empty for what is none."""
    return code if _LANGUAGE.fullmatch(code) else ""


def _shown(character: str) -> str:
    if character in _LINES:
        return " "
    category = unicodedata.category(character)
    if category == "Cc" or character in _TURNING:
        return f"[{code_point(character)}]"
    point = ord(character)
    noncharacter = point in _BMP_NONCHARACTERS or point & _LAST_TWO_OF_PLANE == _LAST_TWO_OF_PLANE
    return REPLACEMENT if category in ("Cs", "Co") or noncharacter else character


def _broken(word: str, every: int) -> str:
    if _DIGEST.fullmatch(word):
        return word
    out: list[str] = []
    since = 0
    for character in word:
        # Never between a letter and its marks, nor beside a joiner: that would change how the letter looks.
        if since >= every and not unicodedata.category(character).startswith(("M", "Cf")):
            out.append(BREAK)
            since = 0
        out.append(character)
        since = 0 if character == BREAK else since + 1
    return "".join(out)


def _limited_marks(text: str) -> str:
    """Cut towers of combining marks, which would blot out the lines above and below."""
    out: list[str] = []
    marks = 0
    for character in text:
        marks = marks + 1 if unicodedata.combining(character) else 0
        if marks <= _MOST_MARKS:
            out.append(character)
        elif marks == _MOST_MARKS + 1:
            out.append(REPLACEMENT)
    return "".join(out)
