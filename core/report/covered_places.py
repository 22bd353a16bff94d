"""Where in the texts of a case the names of its authors and outlets, addresses and its headlines stand.

Pure. No place runs over the end of a sentence or a paragraph, so that each stays one.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence

from core.model import Analysis, Article, SentenceKind, Span
from core.report.newsroom_names import named_makers, short_credits
from core.report.short_outlets import ShortOutlets

Places = tuple[tuple[Span, str], ...]
ADDRESS = "[address]"
ADDRESSES = re.compile(
    r"(?:https?://|www\.)[^\s<>\"”’)\]]*[^\s<>\"”’)\].,;:!?]|[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
    r"|(?<![\w@])@\w{2,}|\b(?:[\w-]+\.)+(?:com|org|net|news|co\.[a-z]{2})(?:/[^\s<>\"”’)\]]*)?(?!\w)",
    re.IGNORECASE,
)
_TITLE_WORDS = 4
"""Words from which a headline is looked for in running text too: shorter ones are turns of phrase."""
_TOP = 6
"""Sentences among which an article's own headline stands."""


def places_to_cover(analysis: Analysis, credited: Mapping[str, str], short: ShortOutlets) -> tuple[Places, ...]:
    """Return for each article what is to be replaced, in order and apart, and by what.

    Args:
        analysis: the case with its names.
        credited: what stands for each author and outlet.
        short: what the outlets are called for short.
    """
    called = {a.id: f"headline of article {analysis.letter(a.id)}" for a in analysis.articles}
    heads = {_one_line(_headline(a)): called[a.id] for a in reversed(analysis.articles) if _headline(a)}
    names = _Names(credited)
    return tuple(_places(article, called[article.id], heads, names, short) for article in analysis.articles)


class _Names:
    """Finds every name of a case in a text."""

    def __init__(self, credited: Mapping[str, str]) -> None:
        self.called = {name.casefold(): what for name, what in credited.items()}
        full = [name for name in credited if len(name.split()) > 1]
        # A lone word is a name only as it is written, or in capitals: “Reuters”, and no “time” for Time.
        lone = {form for name in credited if len(name.split()) == 1 for form in (name, name.upper())}
        self._patterns = [_any_of(full, re.IGNORECASE), _any_of(sorted(lone), 0)]

    def within(self, text: str) -> Iterator[tuple[Span, str]]:
        """Yield where each name stands, and what is to stand there."""
        for pattern in self._patterns:
            for found in pattern.finditer(text) if pattern else ():
                yield Span(*found.span()), self.called[" ".join(found.group().split()).casefold()]

    def of(self, name: str) -> str:
        """Return what stands for a name, nothing where none does."""
        return self.called.get(name.casefold(), "")


def _any_of(names: Sequence[str], flags: int) -> re.Pattern[str] | None:
    if not names:
        return None
    wanted = "|".join(r"\s+".join(map(re.escape, name.split())) for name in sorted(names, key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{wanted})(?!\w)", flags)


def _places(article: Article, called: str, heads: Mapping[str, str], names: _Names, short: ShortOutlets) -> Places:
    text = article.text
    # What comes first here stays where two meet.
    wanted = [*_own_headline(article, called), *_headlines(article, heads)]
    wanted += [(Span(*m.span()), ADDRESS) for m in ADDRESSES.finditer(text)]
    wanted += sorted(names.within(text), key=lambda place: (-len(place[0]), place[0]))
    for named in named_makers(article):
        wanted.append((named.span, names.of(named.name) or ("[outlet]" if named.outlet else "[name]")))
    wanted += [(span, names.of(name) or "[outlet]") for span, name in short_credits(article)]
    wanted += short.within(text)
    ends = sorted(
        {end for s in (*article.paragraphs, *(x.span for x in article.sentences)) for end in (s.start, s.end)}
    )
    taken: list[Span] = []
    found: list[tuple[Span, str]] = []
    for span, what in wanted:
        at = bisect_left(taken, span)
        if any(other.overlaps(span) for other in taken[max(0, at - 1) : at + 1]):
            continue
        taken.insert(at, span)
        found += [(part, what) for part in _cut(span, ends) if part.of(text).strip()]
    return tuple(sorted(found, key=lambda place: place[0]))


def _own_headline(article: Article, called: str) -> Iterator[tuple[Span, str]]:
    """Yield the sentences of the article's own headline."""
    top = _headline_place(article)
    inside = [s.span for s in article.sentences if top is not None and top.contains(s.span)]
    for number, span in enumerate(inside):
        yield span, f"[{called}]" if not number else f"[rest of the {called}]"


def _headlines(article: Article, heads: Mapping[str, str]) -> Iterator[tuple[Span, str]]:
    """Yield where the headline of any article of the case stands, as a headline or in the text."""
    for sentence in article.sentences:
        if sentence.kind is SentenceKind.HEADLINE and (what := heads.get(_one_line(sentence.span.of(article.text)))):
            yield sentence.span, f"[{what}]"
    for head, what in sorted(heads.items(), key=lambda item: -len(item[0])):
        if len(head.split()) >= _TITLE_WORDS and (pattern := _any_of([head], re.IGNORECASE)):
            for found in pattern.finditer(article.text):
                yield Span(*found.span()), f"[{what}]"


def _headline(article: Article) -> str:
    """Return the wording of the article's headline, nothing where it has none."""
    place = _headline_place(article)
    return place.of(article.text) if place else article.document.title or ""


def _headline_place(article: Article) -> Span | None:
    """Return the paragraph that is the article's headline."""
    for index, sentence in enumerate(article.sentences[:_TOP]):
        if sentence.kind is SentenceKind.HEADLINE:
            return next((p for p in article.paragraphs if p.contains(sentence.span)), sentence.span)
        if sentence.kind is SentenceKind.BODY and index:
            break
    return None


def _one_line(wording: str) -> str:
    return " ".join(wording.split()).casefold()


def _cut(span: Span, ends: Sequence[int]) -> Iterator[Span]:
    """Yield the parts of a stretch between the ends of sentences and paragraphs."""
    inside = ends[bisect_right(ends, span.start) : bisect_left(ends, span.end)]
    start = span.start
    for end in (*inside, span.end):
        yield Span(start, end)
        start = end
