"""English words with dots and other marks below their letters, which readers look past and comparisons do not.

Pure: text in, words or a text of the same length out; a foundation beside :mod:`core.disguise`. Names and terms of many
languages have such letters (Yorùbá, Vietnamese, transliterated Arabic and Sanskrit), so a text is judged as a whole.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import NamedTuple

from core.model import Span
from resources.lists import word_list

_BELOW = 220
"""The combining class of what stands below a letter and does not touch it; cedillas and ogoneks do."""
_PLACES = (range(0xC0, 0x250), range(0x1E00, 0x1F00))
_DOTTED = re.compile("[\u0218-\u021b\u1e00-\u1eff]")
_MARKED = re.compile(
    "[\u0218-\u021b\u1e00-\u1eff\u0316-\u0333\u0339-\u033c\u0347-\u0349\u034d\u034e\u0353-\u0356\u0359\u035a]"
)
_WORD = re.compile(r"[^\W\d_]+")
_LEAST_GRAMMAR = 3
"""Letters of a function word that no name and no word of another language is but for its marks."""
_ENGLISH = 0.2
"""The share of function words from which a text is in English; news has twice that."""
_TELLING = 3
"""Different function words with such marks that tell: no text has one by itself."""
_FEW = 10
_MOSTLY = 0.15
"""The share of small words with such marks that foreign terms do not explain; a paper on Sanskrit has some 1 in 20."""


class Dotted(NamedTuple):
    """A word with marks below its letters: where, and which marks."""

    span: Span
    marks: str


def may_be_dotted(text: str) -> bool:
    """Return whether a text has such letters, in one piece or with their marks apart."""
    return _MARKED.search(text) is not None


def undotted(text: str) -> str:
    """Return an English text without the marks below its letters where they are a disguise, else the text."""
    return text.translate(_bare()) if _words(text) else text


def dotted_words(text: str) -> list[Dotted]:
    """Return the words that such marks disguise, in text order."""
    return [Dotted(Span(*m.span()), _marks(m.group())) for m in _words(text)]


def _words(text: str) -> list[re.Match[str]]:
    if not _DOTTED.search(text):
        return []
    words = [*_WORD.finditer(text)]
    bare = [m.group().translate(_bare()).lower() for m in words]
    grammar = word_list("function_words")
    if sum(w in grammar for w in bare) < _ENGLISH * len(bare):
        return []
    dotted = [(m, w) for m, w in zip(words, bare, strict=True) if m.group().lower() != w]
    telling = {w for _, w in dotted if len(w) >= _LEAST_GRAMMAR and w in grammar}
    small = [w for m, w in dotted if m.group()[0].islower() and w.isascii()]
    most = max(_FEW, _MOSTLY * sum(m.group()[0].islower() for m in words))
    return [m for m, _ in dotted] if len(telling) >= _TELLING or len(small) >= most else []


def _marks(word: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFD", word) if unicodedata.combining(c) == _BELOW)


@cache
def _bare() -> dict[int, str]:
    """Return each letter with something below it, with the letter that is left without."""
    table: dict[int, str] = {}
    for code in (c for places in _PLACES for c in places):
        apart = unicodedata.normalize("NFD", chr(code))
        bare = "".join(c for c in apart if unicodedata.combining(c) != _BELOW)
        if bare != apart:
            table[code] = unicodedata.normalize("NFC", bare)
    return table
