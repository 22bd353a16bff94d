"""Turn a link's alignment into marks on both texts.

Pure: spans in, marks out; which colours and lines a mark gets is the caller's.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from core.lexis import is_function
from core.model import AlignedWords, Article, DivergenceType, Link, Span, Token, WordMatch


class MarkKind(StrEnum):
    """How a stretch of words is shown."""

    SAME = "same"
    INFLECTED = "inflected"
    SYNONYM = "synonym"
    CHANGED = "changed"
    ADDED = "added"
    """Stands in A only."""
    MISSING = "missing"
    """Stands in B only."""
    WRONG = "wrong"
    """A word whose sense does not fit (A), and the word it replaced (B)."""
    PLAIN = "plain"
    """Function words and punctuation that are not worth a mark."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of one article's text, how it is shown, and its partner in the other article."""

    span: Span
    kind: MarkKind
    partner: Span | None = None


def word_marks(link: Link, a: Article, b: Article) -> tuple[tuple[Mark, ...], tuple[Mark, ...]]:
    """Return the marks of A's and of B's sentences, each in text order and covering every token.

    Neighbouring tokens that share kind and partner become one mark. ``A`` is the article under
    examination, ``B`` its possible source.
    """
    wrong = [d for d in link.divergences if d.type is DivergenceType.WRONG_WORD]
    wrong_a = [d.a for d in wrong if d.a]
    wrong_b = [d.b for d in wrong if d.b]
    side_a = _marks(a, link.a, [(x.a, x.b, x) for x in link.alignment], wrong_a, MarkKind.ADDED)
    side_b = _marks(b, link.b, [(x.b, x.a, x) for x in link.alignment], wrong_b, MarkKind.MISSING)
    return side_a, side_b


def _marks(
    article: Article,
    indices: Sequence[int],
    aligned: Sequence[tuple[Span, Span, AlignedWords]],
    wrong: Sequence[Span],
    alone: MarkKind,
) -> tuple[Mark, ...]:
    marks: list[Mark] = []
    for index in indices:
        last: Token | None = None
        tokens = article.sentence_tokens(index)
        words = _aligned(tokens, aligned)
        for number, token in enumerate(tokens):
            partner, match = words.get(number, (None, None))
            kind = _kind(article.text, token, match, wrong, alone)
            partner = partner if kind is not MarkKind.PLAIN else None
            joins = last is not None and marks and marks[-1].kind is kind and _joinable(marks[-1], partner, kind)
            if joins:
                marks[-1] = Mark(Span(marks[-1].span.start, token.end), kind, _join(marks[-1].partner, partner))
            else:
                marks.append(Mark(token.span, kind, partner))
            last = token
    return tuple(marks)


def _aligned(
    tokens: Sequence[Token], aligned: Sequence[tuple[Span, Span, AlignedWords]]
) -> dict[int, tuple[Span, AlignedWords]]:
    """Return the first stretch that each token is part of, by the token's place; tokens in none are left out."""
    starts = [token.start for token in tokens]
    found: dict[int, tuple[Span, AlignedWords]] = {}
    for own, other, words in aligned:
        for place in range(bisect_left(starts, own.start), len(tokens)):
            if tokens[place].end > own.end:
                break
            found.setdefault(place, (other, words))
    return found


def _kind(text: str, token: Token, found: AlignedWords | None, wrong: Sequence[Span], alone: MarkKind) -> MarkKind:
    if any(span.contains(token.span) for span in wrong):
        return MarkKind.WRONG
    loose = not token.word or is_function(token.of(text))
    if found is None:
        return MarkKind.PLAIN if not token.word else alone
    if found.match is WordMatch.SAME:
        return MarkKind.SAME if token.word else MarkKind.PLAIN
    if loose and len(found.a) <= _SHORT and len(found.b) <= _SHORT:
        return MarkKind.PLAIN
    return MarkKind(found.match.value)


def _joinable(mark: Mark, partner: Span | None, kind: MarkKind) -> bool:
    if kind in (MarkKind.PLAIN, MarkKind.ADDED, MarkKind.MISSING):
        return True
    if mark.partner is None or partner is None:
        return mark.partner is partner
    if kind is MarkKind.SAME:
        return 0 <= partner.start - mark.partner.end <= 1
    return mark.partner == partner


def _join(first: Span | None, second: Span | None) -> Span | None:
    if first is None or second is None:
        return first or second
    return Span(min(first.start, second.start), max(first.end, second.end))


_SHORT = 12
"""Code points; a looser match of longer words deserves a mark."""
