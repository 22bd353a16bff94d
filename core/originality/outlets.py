"""Which names in an article are those of newsrooms, and which stand in its bylines.

Pure. An outlet is told by a list and by the last words of a name.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import cache

from core.lexis import key
from core.model import Article, Mention, MentionKind, SentenceKind
from core.once import once
from resources.lists import word_list

LONGEST_BYLINE = 160
"""Characters up to which a sentence that begins like a byline is one."""
_BYLINE = re.compile(r"^\W*by\s", re.IGNORECASE)
_INSTITUTIONS = frozenset(
    "kremlin ministry presidential government army police court parliament department office".split()  # noqa: SIM905 - reads as a list
)
"""Words of a name that make its press service that of an institution and no newsroom."""


@once
def own_names(article: Article) -> tuple[Mention, ...]:
    """Return the names that stand in the article's own text, not in quotations or boilerplate."""
    skipped = sorted(
        [s.span for s in article.sentences if s.kind is SentenceKind.BOILERPLATE] + [q.span for q in article.quotations]
    )
    starts = [span.start for span in skipped]
    names = [m for m in article.mentions if m.kind is MentionKind.NAME]
    told = []
    for mention in sorted((*names, *_first_words(article)), key=lambda m: m.span):
        at = bisect_right(starts, mention.span.start) - 1
        if at < 0 or skipped[at].end <= mention.span.start:
            told.append(mention)
    return tuple(told)


def _first_words(article: Article) -> Iterator[Mention]:
    """Yield the known outlets of one word that begin a sentence, where a capital alone makes no name."""
    starts = frozenset(m.span.start for m in article.mentions)
    for index in range(len(article.sentences)):
        word = next((t for t in article.sentence_tokens(index) if t.word), None)
        wording = word.of(article.text) if word else ""
        name = known_outlets().get(key(wording), "")
        if word and word.start not in starts and name == wording:
            yield Mention(word.span, MentionKind.NAME, name)


@once
def outlets_or_not(article: Article) -> tuple[tuple[Mention, str | None], ...]:
    """Return every name in the article's own text, and the outlet that it is by the list or by its last word."""

    def outlet(mention: Mention) -> str | None:
        listed = known_outlets().get(key(mention.span.of(article.text)))
        return listed or (mention.value if is_outlet(mention.value) else None)

    return tuple((mention, outlet(mention)) for mention in own_names(article))


@cache
def known_outlets() -> dict[str, str]:
    """Return the outlets of the list by their keys, and what two agencies are called for short."""
    return {key(name): name for name in word_list("outlets")} | {
        "ap": "Associated Press",
        "afp": "Agence France-Presse",
    }


def is_outlet(name: str) -> bool:
    """Return whether a name is that of an outlet, by the list or by its last words."""
    return looks_like_outlet(name) or key(name) in known_outlets()


def looks_like_outlet(name: str) -> bool:
    """Return whether a name ends as those of outlets do: Delta Press Service."""
    words = [key(w) for w in name.split()]
    endings = word_list("outlet_endings")
    both = " ".join(words[-2:])
    if len(words) > 2 and both in endings:  # noqa: PLR2004 - an ending alone names nothing
        return _INSTITUTIONS.isdisjoint(words)
    return len(words) > 1 and (words[-1] in endings or both in endings)


@once
def bylines(article: Article) -> tuple[tuple[Mention, ...], ...]:
    """Return the names that each byline holds."""
    found = []
    for index, sentence in enumerate(article.sentences):
        if len(sentence.span) <= LONGEST_BYLINE and _BYLINE.match(article.sentence_text(index)):
            first, last = (
                bisect_left(article.mentions, place, key=lambda m: m.span.start)
                for place in (sentence.span.start, sentence.span.end)
            )
            inside = [m for m in article.mentions[first:last] if sentence.span.contains(m.span)]
            found.append(tuple(m for m in inside if m.kind is MentionKind.NAME))
    return tuple(found)
