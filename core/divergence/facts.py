"""What the finders need of a whole article, made once and not once a link.

Pure.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from core.model import Article, Mention, MentionKind, Span
from core.once import once
from core.quoted import keys_of, quoted_pieces
from core.vocabulary import word_counts


@dataclass(frozen=True, slots=True)
class Facts:
    """Lookups into one article; offsets and order are the article's."""

    vocabulary: frozenset[str]
    """The keys of all its words."""
    beginnings: Mapping[str, tuple[str, ...]]
    """Its words by their first three letters."""
    names: tuple[Mention, ...]
    initials: frozenset[str]
    """What its names of several words are shortened to, in lower case: dh for Department of Health."""
    numbers: frozenset[str]
    """The values of its numbers."""
    dates: tuple[Mention, ...]
    """Its dates, each value once."""
    quoted: tuple[tuple[str, ...], ...]
    """The keys of the words of each quotation, as :mod:`core.quoted` gives them."""
    mention_starts: tuple[int, ...]
    quotation_starts: tuple[int, ...]


@once
def facts_of(article: Article) -> Facts:
    """Return the lookups of an article."""
    vocabulary = frozenset(word_counts(article))
    beginnings: dict[str, list[str]] = defaultdict(list)
    for word in sorted(vocabulary):
        beginnings[word[:3]].append(word)
    kinds: dict[MentionKind, dict[str, Mention]] = {kind: {} for kind in MentionKind}
    for mention in article.mentions:
        kinds[mention.kind].setdefault(mention.value, mention)
    starts = [t.start for t in article.tokens]
    quoted = []
    for quotation in article.quotations:
        tokens = article.tokens[bisect_left(starts, quotation.span.start) : bisect_left(starts, quotation.span.end)]
        pieces = quoted_pieces(article.text, quotation.span.start, [t.span for t in tokens if t.word])
        quoted.append(tuple(k for piece in keys_of(pieces) for k in piece))
    return Facts(
        vocabulary,
        {start: tuple(words) for start, words in beginnings.items()},
        tuple(m for m in article.mentions if m.kind is MentionKind.NAME),
        frozenset(initials(name) for name in kinds[MentionKind.NAME]) - {""},
        frozenset(kinds[MentionKind.NUMBER]),
        tuple(kinds[MentionKind.DATE].values()),
        tuple(quoted),
        tuple(m.span.start for m in article.mentions),
        tuple(q.span.start for q in article.quotations),
    )


def initials(name: str) -> str:
    """Return the initials of a name's words in capitals, in lower case; nothing where it has but one."""
    words = [w for w in name.split() if w[0].isupper()]
    return "".join(w[0] for w in words).casefold() if len(words) > 1 else ""


def mentions_in(article: Article, stretch: Span) -> tuple[Mention, ...]:
    """Return the mentions that begin inside a stretch and end there, in text order."""
    starts = facts_of(article).mention_starts
    found = article.mentions[bisect_left(starts, stretch.start) : bisect_left(starts, stretch.end)]
    return tuple(m for m in found if m.span.end <= stretch.end)


def quotations_near(article: Article, stretch: Span) -> range:
    """Return the indices of the quotations that overlap a stretch; quotations never overlap each other."""
    starts = facts_of(article).quotation_starts
    first = bisect_left(starts, stretch.start)
    if first and article.quotations[first - 1].span.end > stretch.start:
        first -= 1
    return range(first, bisect_left(starts, stretch.end))


def quotation_at(article: Article, place: int) -> int | None:
    """Return the index of the quotation that a place lies in."""
    index = bisect_left(facts_of(article).quotation_starts, place + 1) - 1
    return index if index >= 0 and place < article.quotations[index].span.end else None
