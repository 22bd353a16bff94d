"""Find the noun phrase that names a speaker, by the shape of the words around a verb of speaking.

Pure. No grammar is parsed: names are rows of capitals, other phrases reach from their article to the noun.
"""

from __future__ import annotations

from collections.abc import Sequence

from core.model import Span, Token
from core.segment.words import starters
from resources.lists import word_list

_PRONOUNS = word_list("grammar_pronouns")
_DETERMINERS = word_list("grammar_determiners")
_PREPOSITIONS = word_list("grammar_prepositions")
_BREAKS = word_list("grammar_breaks")
_ADVERBS = word_list("grammar_adverbs")
_WEEKDAYS = word_list("grammar_weekdays")
_NAME_LINKS = word_list("grammar_name_links")
_LINKS = frozenset(("of", "for", "at", "in", "from", "with"))
_TIMES = frozenset(("hours", "days", "weeks", "minutes", "moments", "speaking"))
_NO_SUBJECT = _PREPOSITIONS | _BREAKS | _DETERMINERS | _WEEKDAYS | _TIMES | starters()
_EDGE_WORDS = frozenset(("and", "but", "while", "as", "when", "the", "that"))
_ALSO_PRONOUNS = frozenset(("this", "that", "all", "both", "one", "some", "many", "most", "few"))
_NOUNS_IN_LY = frozenset(
    ("ally", "anomaly", "assembly", "bully", "family", "monopoly", "rally", "reply", "supply", "tally")
)
_APOSTROPHES = ("'", "’")
_DASHES = frozenset(("—", "–", "―", "-", "--"))
_CONTRACTED = frozenset(("it's", "it’s", "he's", "he’s", "she's", "she’s"))
_SHORT_PHRASE = 5
_BRACKETED = 8
_SHORT_WORD = 3
_LONGEST = 14
_WIDEST = 40


class Words:
    """The tokens of a text, read by index; an index outside gives an empty word."""

    def __init__(self, text: str, tokens: Sequence[Token]) -> None:
        self._text, self._tokens = text, tokens

    def text(self, index: int) -> str:
        """Return a token's wording."""
        if not 0 <= index < len(self._tokens):
            return ""
        token = self._tokens[index]
        return self._text[token.start : token.end]

    def lower(self, index: int) -> str:
        """Return a token's wording in lower case."""
        return self.text(index).lower()

    def is_word(self, index: int) -> bool:
        """Return whether the token is a word."""
        return 0 <= index < len(self._tokens) and self._tokens[index].word

    def capital(self, index: int) -> bool:
        """Return whether the token is a word that begins with a capital."""
        return self.is_word(index) and self.text(index)[0].isupper()

    def of_members(self, index: int) -> bool:
        """Return whether the token is the apostrophe inside a body's name: the Transport Workers’ Union."""
        if self.text(index) not in _APOSTROPHES or not self.capital(index - 1) or not self.capital(index + 1):
            return False
        head = self.lower(index + 1) in word_list("organisation_heads")
        return head and self.lower(index - 1).endswith("s") and self._tokens[index - 1].end == self._tokens[index].start

    def span(self, first: int, last: int) -> Span:
        """Return the stretch of text from token ``first`` up to before token ``last``."""
        return Span(self._tokens[first].start, self._tokens[last - 1].end)


def is_nominal(words: Words, index: int) -> bool:
    """Return whether a word that could be a verb of speaking stands as a noun (the claims, Moscow's demands)."""
    previous = words.lower(index - 1)
    if previous in _DETERMINERS - _ALSO_PRONOUNS:
        return True
    return previous.endswith(("'s", "’s")) and previous not in _CONTRACTED


def phrase_after(words: Words, start: int, high: int) -> Span | None:
    """Return the noun phrase that begins at token ``start``, None when none does."""
    if words.lower(start) in _PRONOUNS and words.lower(start) != "who":
        return words.span(start, start + 1)
    if not _opens_phrase(words, start):
        return None
    last_capital: int | None = None
    at = start
    while at < min(high, start + _LONGEST) and not _ends_phrase(words, at, start, last_capital, high):
        if words.capital(at) and not (at == start and words.lower(at) in _DETERMINERS):
            last_capital = at
        at += 1
    end = last_capital + 1 if last_capital is not None else at
    # The Egyptian minister, …: the capital is no name's, a noun stands behind it.
    noun = last_capital is None or (words.lower(start) in _DETERMINERS and last_capital < at - 1)
    if noun and words.text(at) == "," and at + 1 < high and words.capital(at + 1):
        # said the lead author, Jane Doe, …: the name behind the comma is who it is.
        name = phrase_after(words, at + 1, high)
        if name is not None:
            return Span(words.span(start, at).start, name.end)
    return words.span(start, end) if end > start else None


def _ends_phrase(words: Words, at: int, start: int, last_capital: int | None, high: int) -> bool:
    """Return whether token ``at`` cannot belong to the phrase that begins at ``start``."""
    lower = words.lower(at)
    if at > start and words.of_members(at):
        return False
    if not words.is_word(at) or (at > start and lower in _WEEKDAYS | _PRONOUNS):
        return True
    named = words.capital(start) and words.lower(start) not in _DETERMINERS
    linked = lower in _LINKS and not named and last_capital is None
    inside_name = lower in _NAME_LINKS and words.capital(at + 1) and words.capital(at - 1)
    if at == start or words.capital(at) or linked or inside_name:
        return False
    if lower in _BREAKS or lower in _PREPOSITIONS or (lower in word_list("cues") and not is_nominal(words, at)):
        return True
    # "Kim Taewoo told": a small word behind a name ends it, unless another name follows (CNN host Jane Doe).
    behind_name = named and words.capital(at - 1) and not words.capital(at + 1)
    return behind_name and not any(words.capital(i) for i in range(at + 1, min(high, at + 3)))


def _opens_phrase(words: Words, at: int) -> bool:
    if not words.is_word(at):
        return False
    lower = words.lower(at)
    if words.capital(at) or lower in _DETERMINERS:
        return lower not in _PREPOSITIONS and lower not in _WEEKDAYS and lower != "that"
    # officials, experts: a plural in small letters; or a title before a name.
    if lower in _BREAKS:
        return False
    plural = lower.endswith("s") and len(lower) > _SHORT_WORD
    return plural or any(words.capital(i) for i in range(at + 1, at + 4))


def phrase_before(words: Words, end: int, low: int) -> Span | None:
    """Return the noun phrase that ends before token ``end``, adverbs and auxiliaries between them left out."""
    last = _before_adverbs(words, end - 1, low)
    if last < low or not words.is_word(last) or words.lower(last) in _WEEKDAYS:
        return None
    if words.lower(last) in _PRONOUNS:
        return words.span(last, last + 1)
    if not words.capital(last):
        return _common_phrase(words, last, last, low)
    start = _name_start(words, last, low)
    head = start - 2 if words.lower(start - 1) == "the" else start - 1
    if words.lower(head) in _PREPOSITIONS:
        # officials in Moscow: the speaker is what stands before the preposition.
        return _common_phrase(words, head - 1, last, low)
    return words.span(start, last + 1)


def _before_adverbs(words: Words, at: int, low: int) -> int:
    while at >= low and not words.capital(at) and _is_adverb(words.lower(at)):
        at -= 1
    return at


def _is_adverb(word: str) -> bool:
    return word in _ADVERBS or (word.endswith("ly") and word not in _NOUNS_IN_LY)


def _name_start(words: Words, at: int, low: int) -> int:
    while at > low:
        linked = words.lower(at - 1) in _NAME_LINKS or words.of_members(at - 1)
        if words.capital(at - 1):
            at -= 1
        elif at - 2 >= low and linked and words.capital(at - 2):
            at -= 2
        else:
            break
    return at


def _common_phrase(words: Words, at: int, last: int, low: int) -> Span | None:
    """Return the phrase from its article or boundary to token ``last``, looking leftwards from ``at``."""
    if at < low or not words.is_word(at) or words.lower(at) in _BREAKS | _PREPOSITIONS:
        return None
    start = at
    while start > low and at - start < _SHORT_PHRASE:
        previous = words.lower(start - 1)
        if not words.is_word(start - 1) or previous in _BREAKS or previous in _PREPOSITIONS:
            break
        start -= 1
        if previous in _DETERMINERS:
            break
    return words.span(start, last + 1)


def subject_of(words: Words, verb: int, low: int) -> Span | None:
    """Return the subject of the verb at token ``verb``, whose sentence begins at token ``low``."""
    at = verb - 1
    while at >= low and words.lower(at) != "who" and _before_adverbs(words, at, at) < at:
        at -= 1
    relative = words.lower(at) == "who"
    if relative:
        at -= 1
    if words.text(at) == ")":
        # Gov. Jane Doe (D-Ore.) said: what stands in brackets is passed over.
        at = next((i - 1 for i in range(at, max(low, at - _BRACKETED), -1) if words.text(i) == "("), at)
    if at >= low and words.text(at) == ",":
        return phrase_before(words, at, low) if relative else main_subject(words, at, low)
    if words.lower(verb).endswith("ing"):
        return _absolute_subject(words, verb, low) or main_subject(words, verb, low)
    if words.lower(at) in ("and", "but", "then"):
        return main_subject(words, verb, low)
    return phrase_before(words, at + 1, low)


def _absolute_subject(words: Words, verb: int, low: int) -> Span | None:
    """Return the name that “with” gives a verb in -ing as its own subject (…, with Jane Doe calling it …)."""
    if not words.capital(verb - 1):
        return None
    start = _name_start(words, verb - 1, low)
    return words.span(start, verb) if start > low and words.lower(start - 1) == "with" else None


def main_subject(words: Words, end: int, low: int) -> Span | None:
    """Return the earliest name or pronoun that can be the subject: behind a comma, a conjunction or at the start."""
    low = _behind_dateline(words, low, end)
    for at in range(max(low, end - _WIDEST), end):
        previous = words.lower(at - 1) if at > low else ""
        edge = at == low or not words.is_word(at - 1) or previous in _EDGE_WORDS
        if not edge or (previous == "the" and words.lower(at - 2) in _PREPOSITIONS):
            continue
        lower = words.lower(at)
        if lower in _PRONOUNS and lower not in ("who", "it"):
            return words.span(at, at + 1)
        if words.capital(at) and lower not in _NO_SUBJECT and not _is_dateline(words, at):
            return phrase_after(words, at, end)
        if lower in ("a", "an", "the") and (at == low or words.text(at - 1) == ","):
            return phrase_after(words, at, end)
    return None


def _behind_dateline(words: Words, low: int, end: int) -> int:
    """Return where a sentence begins that opens with a place in capitals and a dash (OSLO, Norway (AP) — …)."""
    place = words.text(low)
    if not place.isupper() or len(place) < _SHORT_WORD:
        return low
    return next((at + 1 for at in range(low + 1, min(end, low + _BRACKETED)) if words.text(at) in _DASHES), low)


def _is_dateline(words: Words, at: int) -> bool:
    """Return whether a word in capitals stands before a dash, a comma or a bracket, as a dateline's place does."""
    word = words.text(at)
    return word.isupper() and len(word) >= _SHORT_WORD and words.text(at + 1) in _DASHES | {",", "("}
