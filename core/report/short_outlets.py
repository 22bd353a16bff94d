"""What a newsroom is called for short: “told the Sentinel” in a text of the Evening Sentinel.

Pure. A short name is looked for only behind a word that makes it one, “the” or “told”, and never inside a longer name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from core.lexis import key
from core.model import Article, Span
from core.originality.outlets import known_outlets
from core.report.newsroom_names import bare
from resources.lists import word_list

_BEFORE = r"\b(?i:the|an?|this|our|told|tells)\s+"
_AFTER = r"(?![\w-])(?!\s+[A-Z])"
_SERVICE = (
    r"(?=\s+(?:data\s+|news\s+|wire\s+)?(?:services?|agency|newspaper|paper|magazine|website|reporters?|poll|survey)\b)"
)
_TOLD = re.compile(
    r"\b(?:told|tells|speaking\s+to|spoke\s+to|interview\s+with)\s+the\s+((?:[A-Z][\w’'-]*\s+){0,3}[A-Z][\w-]*)"
    r"(?!\w|\s+[A-Z])"
)
_COMMON = frozenset(
    "agency agencies association media network news press report reports service services".split()  # noqa: SIM905 - reads as a list
)
"""Last words of outlets that alone are no name: “the Press”."""
_LEAST = 2
"""Words of a name from which a part of it is a name for short."""


class ShortOutlets:
    """Finds what outlets are called for short, and what is to stand there."""

    def __init__(self, called: Mapping[str, str]) -> None:
        """Take what stands for each outlet, by its names in full; and of a lone word, which is short already."""
        self._last: dict[str, str] = {}
        self._first: dict[str, str] = {}
        for name, what in called.items():
            words = bare(" ".join(name.split())).split()
            if not words:
                continue
            if words[-1][0].isupper() and key(words[-1]) not in _COMMON:
                self._last.setdefault(words[-1], what)
            if len(words) > _LEAST:
                self._last.setdefault(" ".join(words[:-1]), what)
            if len(words) >= _LEAST and words[0][0].isupper():
                self._first.setdefault(words[0], what)
        self._patterns = [
            (re.compile(rf"{_BEFORE}({_any_of(names)}){after}"), names)
            for names, after in ((self._last, _AFTER), (self._first, _SERVICE))
            if names
        ]

    def within(self, text: str) -> Iterator[tuple[Span, str]]:
        """Yield where each short name stands, as it is written, and what is to stand there."""
        for pattern, names in self._patterns:
            for found in pattern.finditer(text):
                what = names.get(" ".join(found.group(1).split()))
                if what is not None:
                    yield Span(*found.span(1)), what

    def covered(self, text: str) -> str:
        """Return a text with what stands for each short name."""
        for span, what in sorted(self.within(text), reverse=True):
            text = f"{text[: span.start]}{what}{text[span.end :]}"
        return text


def told_outlets(article: Article) -> Iterator[str]:
    """Yield the outlets that somebody told what the article says: “told the Marlow Sentinel”."""
    endings = word_list("outlet_endings")
    for found in _TOLD.finditer(article.text):
        words = found.group(1).split()
        if key(words[-1]) in endings - _COMMON or key(found.group(1)) in known_outlets():
            yield " ".join(words)


def _any_of(names: Iterable[str]) -> str:
    longest = sorted(names, key=len, reverse=True)
    return "|".join(r"\s+".join(map(re.escape, name.split())) for name in longest)
