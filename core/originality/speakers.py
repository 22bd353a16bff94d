"""Who says a quotation, by name where the text tells it.

Pure. “He” or “she” stands for the only person named before it in its paragraph, else in the one before; where there
is none or more than one, who speaks is not known. Nor is it with any other pronoun: “one called it …”. A phrase
without a name (“the mayor”) stays what it is: it may be anybody who has a name elsewhere.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from rapidfuzz import fuzz

from core.lexis import key
from core.model import Article, Mention, MentionKind, Quotation, Span
from resources.lists import word_list

SPELLED_ALIKE = 70.0
"""Likeness of spelling from which two names are one that was misspelled."""
_PRONOUNS = frozenset({"he", "she", "they", "it", "who", "i", "we", "you", "one", "his", "her", "their", "him", "them"})
_RESOLVED = frozenset({"he", "she", "his", "her", "him"})
"""Pronouns of one person; “one” and “they” are somebody else than the person named before."""
_PREPOSITIONS = frozenset({"of", "for", "from", "at", "in", "with", "to", "on", "by"})
_TOLD = re.compile(r",\s+(?:who|whose|an?|the|\d{1,3})\b")
"""What follows a person's name when the text introduces them."""


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who says something: where the text tells it, and the name where there is one."""

    span: Span | None = None
    name: str = ""

    @property
    def keys(self) -> frozenset[str]:
        """Return the keys of the name's words."""
        return frozenset(key(w) for w in self.name.split())


class Speakers:
    """Looks up who speaks in one article."""

    def __init__(self, article: Article) -> None:
        self._article = article
        self._names = [m for m in article.mentions if m.kind is MentionKind.NAME]
        self._starts = [m.span.start for m in self._names]
        spoken = (self._named(q.speaker) for q in article.quotations if q.speaker is not None)
        self._known = {key(m.value.split()[-1]) for m in spoken if m is not None} | _called_by_last_names(self._names)

    def of(self, quotation: Quotation) -> Speaker:
        """Return who says a quotation; nobody where that is a pronoun that cannot be resolved."""
        span = quotation.speaker
        if span is None:
            return Speaker()
        words = {key(w).strip(".,") for w in span.of(self._article.text).split()}
        if words <= _PRONOUNS:
            found = self._meant(span) if words and words <= _RESOLVED else None
            return Speaker() if found is None else Speaker(found.span, found.value)
        named = self._named(span)
        return Speaker(span, named.value if named else "")

    def named_in(self, stretch: Span) -> list[Mention]:
        """Return the names that begin in a stretch of text."""
        return self._names[bisect_left(self._starts, stretch.start) : bisect_left(self._starts, stretch.end)]

    def _named(self, span: Span) -> Mention | None:
        """Return the name that a phrase is about: not that of the office, place or firm in it."""
        text = self._article.text
        for mention in self.named_in(span):
            before = [key(w) for w in text[span.start : mention.span.start].split()]
            after = text[mention.span.end : span.end].partition(",")[0].strip(" ’'s")
            # “the Warsaw biologist” and “a spokesman for the Grid” name no person.
            if not after and not _PREPOSITIONS & set(before) and _proper(mention.value):
                return mention
        return None

    def _meant(self, pronoun: Span) -> Mention | None:
        """Return the only person named before a pronoun in its paragraph, else in the one before."""
        at = bisect_right(self._article.paragraphs, pronoun.start, key=lambda p: p.start) - 1
        for paragraph in (p for p in (at, at - 1) if p >= 0):
            place = self._article.paragraphs[paragraph]
            names = self.named_in(Span(place.start, min(place.end, pronoun.start)))
            people = [m for m in names if self._is_person(m)]
            if people:
                return people[-1] if all(_one(m.value, people[-1].value) for m in people) else None
            if any(self._may_be_person(m) for m in names):
                return None
        return None

    def _may_be_person(self, mention: Mention) -> bool:
        """Return whether a name stands where a person's would, though nothing else says that it is one."""
        quoted = any(q.span.contains(mention.span) for q in self._article.quotations)
        words = {key(w) for w in mention.value.split()}
        if quoted or not _proper(mention.value) or not words.isdisjoint(_bodies()):
            return False
        before = key("".join(self._article.text[: mention.span.start].rsplit(maxsplit=1)[-1:]))
        return before not in _PREPOSITIONS | word_list("locatives") | {"the"}

    def _is_person(self, mention: Mention) -> bool:
        text, words = self._article.text, mention.value.split()
        quoted = any(q.span.contains(mention.span) for q in self._article.quotations)
        if quoted or not _proper(mention.value):
            return False
        before = text[: mention.span.start].rsplit(maxsplit=1)[-1:] if mention.span.start else []
        titled = bool(before) and key(before[0]) in word_list("name_titles")
        return titled or key(words[-1]) in self._known or _TOLD.match(text, mention.span.end) is not None


def _called_by_last_names(names: Sequence[Mention]) -> set[str]:
    """Return the last names of those who are told by a full name once and by the last alone elsewhere."""
    alone = {key(m.value) for m in names if " " not in m.value}
    full = ([key(w) for w in m.value.split()] for m in names if " " in m.value)
    return {words[-1] for words in full if words[-1] in alone and _bodies().isdisjoint(words)}


def differ(a: Speaker, b: Speaker) -> bool:
    """Return whether both are known by name and the names have nothing in common."""
    return bool(a.name and b.name) and not _one(a.name, b.name)


def _one(a: str, b: str) -> bool:
    """Return whether two names may be one person's: a word in common, initials, or a slip of spelling."""
    keys_a, keys_b = [key(w) for w in a.split()], [key(w) for w in b.split()]
    if set(keys_a) & set(keys_b) or _initials(a) == _short(b) != "" or _initials(b) == _short(a) != "":
        return True
    return any(fuzz.ratio(x, y) >= SPELLED_ALIKE for x in keys_a for y in keys_b)


def _initials(name: str) -> str:
    words = [w for w in name.split() if w[0].isupper()]
    return "".join(w[0] for w in words).casefold() if len(words) > 1 else ""


def _short(name: str) -> str:
    return name.replace(".", "").casefold()


def _proper(name: str) -> bool:
    """Return whether a name is more than an office (“Russian President”) or a nationality."""
    words = [key(w) for w in name.split()]
    return bool(words) and words[-1] not in word_list("name_titles") and not all(w in _peoples() for w in words)


@cache
def _bodies() -> frozenset[str]:
    return word_list("organisation_heads") | word_list("place_words")


@cache
def _peoples() -> frozenset[str]:
    return frozenset(line.partition(" = ")[0].strip() for line in word_list("demonyms"))
