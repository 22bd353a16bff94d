"""Find the names, numbers and dates of an article, each with a normal form for comparing.

Names are rows of capitalised words, told from ordinary capitals by how the same words are written elsewhere in the
article: a word that opens a sentence is a name only where something else says so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from core.lexis import is_function
from core.model import Mention, MentionKind, Sentence, SentenceKind, Span, Token
from core.segment.dates import find_dates
from core.segment.numbers import find_numbers
from resources.lists import word_list

_POSSESSIVES = ("'s", "’s")
_TITLE_CASE = 0.65
"""Share of capitals among a sentence's longer words from which it is set in title case."""
_LONGER = 4
_FEW_WORDS = 4
_SHOUTED = 5
"""Letters from which a word all in capitals is a shouted word and no acronym."""
_COMPOUND = re.compile(
    r"-(?:based|era|born|style|made|led|backed|starred|owned|run|controlled|held|speaking|trained|bound|funded|sponsored"
    r"|occupied|wide|like|linked|friendly|brokered|built|inspired|related|area|themed)$"
)
"""What makes an adjective of a name: Soviet-era, Stockholm-based."""
_OPENERS = frozenset("“‘\"'«„:•*-–—")


@dataclass(frozen=True, slots=True)
class _Word:
    """A word token as the name finder sees it."""

    start: int
    end: int
    bare: str
    """Without possessive and final dot."""
    capital: bool
    opens: bool
    """Whether its capital may be due to its place alone."""
    closes: bool
    """Whether a name cannot go on after it (possessive)."""
    joined: bool
    """Whether only blanks, or an abbreviation's dot, part it from the word before."""


def find_mentions(text: str, sentences: Sequence[Sentence], tokens: Sequence[Token]) -> tuple[Mention, ...]:
    """Return the names, numbers and dates in text order; mentions of one kind never overlap.

    A number that is part of a date is no mention of its own, nor is a weekday or month a name.
    """
    found: list[Mention] = []
    dated: list[Span] = []
    for sentence in sentences:
        start, end = sentence.span.start, sentence.span.end
        dates = [Mention(Span(s, e), MentionKind.DATE, v) for s, e, v in find_dates(text, start, end)]
        dated += [d.span for d in dates]
        numbers = [Mention(Span(s, e), MentionKind.NUMBER, v) for s, e, v in find_numbers(text, start, end)]
        found += dates
        days = {place for d in dates for place in range(d.span.start, d.span.end)}
        found += [n for n in numbers if days.isdisjoint(range(n.span.start, n.span.end))]
    names = [*_names(text, sentences, tokens, dated)]
    # "Second Street" counts nothing.
    named = {i for n in names for i in range(n.span.start, n.span.end)}
    found = [m for m in found if not (m.value.startswith("ordinal:") and {m.span.start, m.span.end - 1} <= named)]
    found += names
    return tuple(sorted(found, key=lambda m: (m.span, m.kind)))


def _names(
    text: str, sentences: Sequence[Sentence], tokens: Sequence[Token], dated: Sequence[Span]
) -> Iterator[Mention]:
    days = {i for span in dated for i in range(span.start, span.end)}
    rows = [(s, _words(text, tokens[s.first_token : s.last_token], days)) for s in sentences]
    titled = [_title_case(text, s, words) for s, words in rows]
    inside = {
        w.bare
        for (_, words), title in zip(rows, titled, strict=True)
        if not title
        for w in words
        if w.capital and not w.opens
    }
    lower = {w.bare for _, words in rows for w in words if not w.capital}
    for (_, words), title in zip(rows, titled, strict=True):
        for row in _rows(words, inside, lower, known_only=title):
            yield from _cut(row)


def _words(text: str, tokens: Sequence[Token], days: set[int]) -> list[_Word]:
    words: list[_Word] = []
    opens, last = True, 0
    for token in tokens:
        wording = token.span.of(text)
        if not token.word:
            opens = opens or wording in _OPENERS
            continue
        bare = _bare(wording)
        between = text[last : token.start].strip(" \u00a0") if words else "."
        dot = bool(words) and between == "." and _is_title(words[-1].bare)
        words.append(
            _Word(
                token.start,
                token.start + len(bare),
                bare,
                capital=bare[0].isupper() and bare != "I" and token.start not in days,
                opens=opens,
                closes=wording.endswith(_POSSESSIVES) or text[token.end : token.end + 1] in ("'", "’"),
                joined=dot or not between,
            )
        )
        last, opens = token.end, False
    return words


def _bare(wording: str) -> str:
    """Return the word without its possessive, and without a final dot that no acronym needs."""
    for ending in _POSSESSIVES:
        wording = wording.removesuffix(ending) or wording
    wording = _COMPOUND.sub("", wording) or wording
    return wording if "." in wording[:-1] else wording.rstrip(".") or wording


def _title_case(text: str, sentence: Sentence, words: Sequence[_Word]) -> bool:
    """Return whether the sentence is a line in title case, whose capitals tell nothing."""
    if sentence.span.of(text).rstrip("”\"’' ").endswith((".", "!", "?", "…")):
        return False
    longer = [w for w in words if len(w.bare) >= _LONGER]
    if len(longer) < _FEW_WORDS and sentence.kind is not SentenceKind.HEADLINE:
        return False
    return sum(w.capital for w in longer) > _TITLE_CASE * len(longer)


def _rows(words: Sequence[_Word], inside: set[str], lower: set[str], *, known_only: bool) -> Iterator[list[_Word]]:
    """Yield the rows of words that make a name, titles still among them."""
    row: list[_Word] = []
    for at, word in enumerate(words):
        if row and (not word.joined or row[-1].closes) and not _saint(row[-1]):
            yield from _trimmed(row)
            row = []
        if _counts(word, words[at + 1 : at + 2], inside, lower, known_only=known_only) or (
            row and _binds(row[-1], word, words[at + 1 : at + 2])
        ):
            row.append(word)
        elif row:
            yield from _trimmed(row)
            row = []
    yield from _trimmed(row)


def _counts(word: _Word, following: Sequence[_Word], inside: set[str], lower: set[str], *, known_only: bool) -> bool:
    """Return whether the word's capital makes it part of a name."""
    if not word.capital:
        return False
    if _is_acronym(word.bare) and not (known_only and len(word.bare) >= _SHOUTED):
        return True
    if known_only:
        return word.bare in inside and not is_function(word.bare)
    if not word.opens or word.bare in inside:
        return True
    follows = bool(following) and following[0].capital and following[0].joined and not word.closes
    plain = is_function(word.bare) or word.bare.lower() in lower or word.bare.endswith(("ing", "ly"))
    return follows and not plain


def _binds(last: _Word, word: _Word, following: Sequence[_Word]) -> bool:
    """Return whether a small word goes on with a name: Bank of England, Ursula von der Leyen."""
    if word.capital or not following or not word.joined or not following[0].joined:
        return False
    ahead = following[0].capital
    if word.bare in word_list("name_particles"):
        return ahead or following[0].bare in word_list("name_particles")
    if word.bare in ("of", "for"):
        return ahead and last.bare.lower() in word_list("organisation_heads")
    return False


def _trimmed(row: list[_Word]) -> Iterator[list[_Word]]:
    end = len(row)
    while end and not row[end - 1].capital:
        end -= 1
    if end:
        yield row[:end]


def _cut(row: list[_Word]) -> Iterator[Mention]:
    """Yield the name proper of a row and, where a title parts it, the name before the title."""
    ranks = [k for k, w in enumerate(row[:-1]) if _is_title(w.bare) and not row[k + 1].bare[0].islower()]
    if not ranks:
        if not all(_belongs_to_title(w) for w in row):
            yield _mention(row)
        return
    start, end = 0, ranks[-1]
    while end and _belongs_to_title(row[end - 1]):
        end -= 1
    while start < end and _belongs_to_title(row[start]):
        start += 1
    if start < end and row[start].capital and row[end - 1].capital:
        yield _mention(row[start:end])
    yield _mention(row[ranks[-1] + 1 :])


def _belongs_to_title(word: _Word) -> bool:
    return _is_title(word.bare) or word.bare.lower() in word_list("title_modifiers")


def _mention(row: list[_Word]) -> Mention:
    shouted = any(_shouted(w.bare) for w in row) and all(w.bare.isupper() for w in row)
    value = " ".join(w.bare.title() if shouted else w.bare for w in row).replace("’", "'")
    return Mention(Span(row[0].start, row[-1].end), MentionKind.NAME, _acronyms().get(_letters(value), value))


def _letters(name: str) -> str:
    plain = name.replace(".", "")
    return plain if plain.isupper() else ""


def _is_acronym(bare: str) -> bool:
    return len(bare) > 1 and bare.isupper()


def _shouted(bare: str) -> bool:
    return bare.isupper() and bare.isalpha() and len(bare) >= _SHOUTED


def _is_title(bare: str) -> bool:
    return bare.lower().rstrip(".") in word_list("name_titles")


def _saint(word: _Word) -> bool:
    return word.bare in ("St", "Ste", "Mt", "Ft")


@cache
def _acronyms() -> dict[str, str]:
    pairs = (line.partition(" = ") for line in word_list("acronyms"))
    return {short: full for short, _, full in pairs}
