"""Find the names, numbers and dates of an article, each with a normal form for comparing.

Names are rows of capitalised words, told from ordinary capitals by how the same words are written elsewhere in the
article: a word that opens a sentence is a name only where something else says so.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from core.languages import ENGLISH, in_english
from core.lexis import is_function
from core.model import Mention, MentionKind, Sentence, SentenceKind, Span, Token
from core.segment.dates import find_dates
from core.segment.figures import dates_in_digits, numbers_in_digits
from core.segment.name_words import NameWord, NameWords, is_title, name_words
from core.segment.numbers import find_numbers
from resources.lists import word_list

_ORDINAL = "ordinal:"
_TITLE_CASE = 0.65
"""Share of capitals among a sentence's longer words from which it is set in title case."""
_FEW_WORDS = 4
_MARKS = 8
"""Closing marks that a sentence may end with, and its stop."""
_SHOUTED = 5
"""Letters from which a word all in capitals is a shouted word and no acronym."""


def find_mentions(
    text: str, sentences: Sequence[Sentence], tokens: Sequence[Token], language: str = ENGLISH
) -> tuple[Mention, ...]:
    """Return the names, numbers and dates in text order; mentions of one kind never overlap.

    A number that is part of a date is no mention of its own, nor is a weekday or month a name.
    """
    if not in_english(language):
        return _in_digits(text, sentences, language)
    found: list[Mention] = []
    dated: list[Span] = []
    for sentence in sentences:
        start, end = sentence.span.start, sentence.span.end
        dates = [Mention(Span(s, e), MentionKind.DATE, v) for s, e, v in find_dates(text, start, end)]
        days = {place for d in dates for place in range(d.span.start, d.span.end)}
        found += dates
        dated += [d.span for d in dates]
        for s, e, value in find_numbers(text, start, end):
            if days.isdisjoint(range(s, e)):
                found.append(Mention(Span(s, e), MentionKind.NUMBER, value))
    names = [*_names(text, sentences, tokens, dated)]
    if any(m.value.startswith(_ORDINAL) for m in found):
        # "Second Street" counts nothing.
        named = {i for n in names for i in range(n.span.start, n.span.end)}
        found = [m for m in found if not (m.value.startswith(_ORDINAL) and {m.span.start, m.span.end - 1} <= named)]
    found += names
    return tuple(sorted(found, key=lambda m: (m.span.start, m.span.end, m.kind)))


def _in_digits(text: str, sentences: Sequence[Sentence], language: str) -> tuple[Mention, ...]:
    """Return what digits tell in any language; a capital makes no name where nouns have one, or names are inflected."""
    found: list[Mention] = []
    for sentence in sentences:
        start, end = sentence.span.start, sentence.span.end
        dates = [Mention(Span(s, e), MentionKind.DATE, v) for s, e, v in dates_in_digits(text, start, end)]
        found += dates
        for s, e, value in numbers_in_digits(text, start, end, language):
            if not any(s < d.span.end and d.span.start < e for d in dates):
                found.append(Mention(Span(s, e), MentionKind.NUMBER, value))
    return tuple(sorted(found, key=lambda m: (m.span.start, m.span.end, m.kind)))


def _names(
    text: str, sentences: Sequence[Sentence], tokens: Sequence[Token], dated: Sequence[Span]
) -> Iterator[Mention]:
    days = {i for span in dated for i in range(span.start, span.end)}
    lower: set[str] = set()
    rows = [name_words(text, tokens[s.first_token : s.last_token], days, lower) for s in sentences]
    titled = [_title_case(text, s, found) for s, found in zip(sentences, rows, strict=True)]
    inside = {bare for found, title in zip(rows, titled, strict=True) if not title for bare in found.inside}
    for found, title in zip(rows, titled, strict=True):
        for row in _rows(found.words, inside, lower, known_only=title):
            yield from _cut(row)


def _title_case(text: str, sentence: Sentence, found: NameWords) -> bool:
    """Return whether the sentence is a line in title case, whose capitals tell nothing."""
    end = sentence.span.end
    if text[max(sentence.span.start, end - _MARKS) : end].rstrip("”\"’' ").endswith((".", "!", "?", "…")):
        return False
    if found.longer < _FEW_WORDS and sentence.kind is not SentenceKind.HEADLINE:
        return False
    return found.capitals > _TITLE_CASE * found.longer


def _rows(
    words: Sequence[NameWord], inside: set[str], lower: set[str], *, known_only: bool
) -> Iterator[list[NameWord]]:
    """Yield the rows of words that make a name, titles still among them."""
    row: list[NameWord] = []
    for at, word in enumerate(words):
        if not row and not word.capital:
            continue
        if row and (not word.joined or row[-1].closes) and not _saint(row[-1]) and not _of_members(row[-1], word):
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


def _counts(
    word: NameWord, following: Sequence[NameWord], inside: set[str], lower: set[str], *, known_only: bool
) -> bool:
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


def _binds(last: NameWord, word: NameWord, following: Sequence[NameWord]) -> bool:
    """Return whether a small word goes on with a name: Bank of England, Ursula von der Leyen."""
    if word.capital or not following or not word.joined or not following[0].joined:
        return False
    ahead = following[0].capital
    if word.bare in word_list("name_particles"):
        return ahead or following[0].bare in word_list("name_particles")
    if word.bare in ("of", "for"):
        return ahead and last.bare.lower() in word_list("organisation_heads")
    return False


def _trimmed(row: list[NameWord]) -> Iterator[list[NameWord]]:
    end = len(row)
    while end and not row[end - 1].capital:
        end -= 1
    if end:
        yield row[:end]


def _cut(row: list[NameWord]) -> Iterator[Mention]:
    """Yield the name proper of a row and, where a title parts it, the name before the title."""
    ranks = [k for k, w in enumerate(row[:-1]) if is_title(w.bare) and not row[k + 1].bare[0].islower()]
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


def _belongs_to_title(word: NameWord) -> bool:
    return is_title(word.bare) or word.bare.lower() in word_list("title_modifiers")


def _mention(row: list[NameWord]) -> Mention:
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


def _of_members(last: NameWord, word: NameWord) -> bool:
    """Return whether a body is named after its members: the Transport Workers’ Union."""
    return word.joined and last.bare.endswith("s") and word.bare.lower() in word_list("organisation_heads")


def _saint(word: NameWord) -> bool:
    return word.bare in ("St", "Ste", "Mt", "Ft")


@cache
def _acronyms() -> dict[str, str]:
    pairs = (line.partition(" = ") for line in word_list("acronyms"))
    return {short: full for short, _, full in pairs}
