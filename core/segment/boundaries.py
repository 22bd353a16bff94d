"""Cut a paragraph into sentences.

Pure: offsets into the given text. Punkt proposes, rules dispose: each place with a stop is decided by the first rule
that knows it, and by Punkt where none does. Together the sentences hold every character that is no space.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from core.languages import ENGLISH, in_english
from core.model import Span
from core.segment.candidates import Candidate, candidates
from core.segment.foreign import ends_abroad
from core.segment.items import item_starts
from core.segment.openings import dateline_end, heading_end
from core.segment.place import Place
from core.segment.punkt import ends_sentence
from core.segment.quotes import QuoteMarks
from core.segment.stops import ends_by_rule, is_plain, next_start

_PICTURES = ("Image", "Photo", "Picture", "Illustration")
_CREDIT = re.compile(r"(?<=[\w)\"”’])\s(?=(?:Image|Photo|Picture|Photograph|Illustration)(?: credit)?: ?[A-Z])")
_MONTH_DAY = r"(?:[A-Z][a-z]{2,8} \d{1,2}|\d{1,2} [A-Z][a-z]{2,8})"
_FULL_DATE = re.compile(rf"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day, {_MONTH_DAY},? \d{{4}}\s+(?=[A-Z])")
_BRACKET = re.compile(r"[()]")
_LONGEST_BRACKET = 400
LONGEST = 2400
"""Code points, about 400 words: the longest stretch taken as one sentence. Comparing words grows with its square."""


def sentence_spans(text: str, start: int, end: int, quotes: QuoteMarks, language: str = ENGLISH) -> list[Span]:
    """Return the sentences of the paragraph ``text[start:end]``, which has no space at its edges."""
    items, item_stops = item_starts(text, start, end)
    fixed = sorted({*items, *(_unstopped(text, start, end) if in_english(language) else ())})
    found = [c for c in candidates(text, start, end, quotes) if c.stop not in item_stops]
    spans = _cut(text, start, end, {*fixed, *_decided(text, start, end, found, fixed, language)})
    return [part for span in spans for part in _parts(text, span)]


def _decided(text: str, start: int, end: int, found: list[Candidate], fixed: list[int], language: str) -> list[int]:
    """Return where sentences begin behind those candidates that end one; ``fixed`` starts are known already."""
    asides = _asides(text, start, end) if found else []
    dateline = dateline_end(text, start, end) if found else start
    starts: list[int] = []
    since, item, aside = start, 0, 0
    for c in found:
        while item < len(fixed) and fixed[item] <= c.stop:
            since = fixed[item]
            item += 1
        while aside < len(asides) and asides[aside].end <= c.end:
            aside += 1
        if c.stop < dateline or (aside < len(asides) and asides[aside].start < c.stop):
            continue
        if c.stop - len(c.before) < since:
            # over.U.S. officials: what stands in front of the second stop begins behind the first.
            c.before = text[since : c.stop]
        if (in_english(language) and is_plain(c)) or _ends(Place(text, c, since, start, end), language):
            since = next_start(text, c)
            starts.append(since)
    return starts


def _ends(place: Place, language: str) -> bool:
    if not in_english(language):
        return ends_abroad(place, language)
    verdict = ends_by_rule(place)
    if verdict is None:
        verdict = ends_sentence(place.candidate.before, place.candidate.marks, place.candidate.after or "A")
    return verdict


def _unstopped(text: str, start: int, end: int) -> list[int]:
    """Return where a sentence begins although the one before has no stop: behind a date or a heading, a credit."""
    pictured = any(text.find(word, start, end) >= 0 for word in _PICTURES)
    starts = [m.end() for m in _CREDIT.finditer(text, start, end)] if pictured else []
    if date := _FULL_DATE.match(text, start, end):
        starts.append(date.end())
    if (heading := heading_end(text, start, end)) is not None:
        starts.append(heading)
    return starts


def _asides(text: str, start: int, end: int) -> list[Span]:
    """Return the round brackets that open in the middle of a sentence; sentences inside them end nothing."""
    spans: list[Span] = []
    opened: int | None = None
    for match in _BRACKET.finditer(text, start, end):
        if match[0] == "(":
            opened = match.start() if opened is None or match.start() - opened > _LONGEST_BRACKET else opened
        elif opened is not None:
            if match.end() - opened <= _LONGEST_BRACKET and _mid_sentence(text, opened, start):
                spans.append(Span(opened, match.end()))
            opened = None
    return spans


def _mid_sentence(text: str, at: int, start: int) -> bool:
    before = text[max(start, at - 4) : at].rstrip(" \u00a0\"'”’)]")
    return bool(before) and before[-1] not in ".?!…"


def _cut(text: str, start: int, end: int, starts: set[int]) -> list[Span]:
    spans: list[Span] = []
    low = start
    for high in sorted(s for s in {*starts, end} if start < s <= end):
        # Marks without a word are no sentence: they stay with what follows, the last ones with what goes before.
        wordless = not any(ch.isalnum() for ch in text[low:high])
        if wordless and high < end:
            continue
        last = high
        while text[last - 1].isspace():
            last -= 1
        if wordless and spans:
            low = spans.pop().start
        spans.append(Span(low, last))
        low = high
    return spans


def _parts(text: str, span: Span) -> Iterator[Span]:
    """Yield the sentence, or stretches of it where it is no sentence anybody wrote, cut at spaces."""
    low = span.start
    while span.end - low > LONGEST:
        space = text.rfind(" ", low + LONGEST // 2, low + LONGEST)
        high = space if space > 0 else low + LONGEST
        last = high
        # Marks without end are read as spaces, so a stretch may hold nothing else.
        while last > low and text[last - 1].isspace():
            last -= 1
        if last > low:
            yield Span(low, last)
        low = high
        while low < span.end and text[low].isspace():
            low += 1
    if low < span.end:
        yield Span(low, span.end)
