"""A word of one side of a link, and what is known of a word by itself."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache

from core.languages import ENGLISH, in_english
from core.lexis import is_function, key, stem
from core.model import Span
from resources.lists import word_list

SHORT = 3
"""Letters of the longest word whose likeness of spelling says nothing."""
_ACRONYM = range(2, 7)
"""Letters of an acronym."""
_NUMERALS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
    " eighteen nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_TYPEWRITER = str.maketrans("“”„«»‘’–—", '"""""\'\'--')
CLASSES = {"determiners": "grammar_determiners", "prepositions": "grammar_prepositions"}
"""Function words that may stand for one another, and the lists that hold them."""


@dataclass(frozen=True, slots=True)
class Word:
    """A token of one side: where it stands and its wording."""

    span: Span
    text: str
    word: bool
    language: str = ENGLISH


@dataclass(frozen=True, slots=True)
class Traits:
    """What a word's letters tell."""

    key: str
    """Case, typography and possessive aside."""
    base: str
    """The same for the forms of one word: inflected, irregular, a number in digits or letters."""
    spelling: str
    """The key of a word long enough to be compared by spelling, else empty."""
    initial: str
    """Its first letter; a space for what is not a word."""
    acronym: str
    """Its letters, if they may be the initials of a name."""
    word: bool
    function: bool
    """Whether it is a word that carries grammar rather than content."""
    digit: bool
    """Whether it holds a digit."""
    capital: bool
    """Whether it begins with a capital."""
    classes: tuple[bool, ...]
    """Whether it is in each of CLASSES."""

    @property
    def content(self) -> bool:
        """Return whether it is a word that carries content."""
        return self.word and not self.function

    @property
    def proper(self) -> bool:
        """Return whether it may belong to a name."""
        return self.content and self.capital and not self.digit


@lru_cache(maxsize=1 << 16)
def traits(text: str, *, word: bool, language: str = ENGLISH) -> Traits:
    """Return what a token's letters tell."""
    plain, function = key(text) if word else text.translate(_TYPEWRITER), word and is_function(text, language)
    forms = _forms() if in_english(language) else {}
    return Traits(
        key=plain,
        base=(forms.get(plain) or stem(text, language)) if word else plain,
        spelling=plain if word and len(plain) > SHORT else "",
        initial=plain[0] if word else " ",
        acronym=_acronym(text, plain, function=function) if word else "",
        word=word,
        function=function,
        digit=any(c.isdigit() for c in text),
        capital=text[:1].isupper(),
        classes=tuple(in_english(language) and plain in words for words in _classes()),
    )


def _acronym(text: str, plain: str, *, function: bool) -> str:
    letters = plain.replace(".", "")
    shouted = sum(c.isupper() for c in text) > 1
    likely = shouted or (len(letters) > _ACRONYM.start and not function)
    return letters if likely and letters.isalpha() and len(letters) in _ACRONYM else ""


@cache
def _classes() -> tuple[frozenset[str], ...]:
    return tuple(word_list(name) for name in CLASSES.values())


@cache
def _forms() -> dict[str, str]:
    rows = (line.split() for line in word_list("irregular_verbs"))
    forms = {form: stem(base) for base, *others in rows for form in (base, *others)}
    return forms | {"an": "a"} | _numerals()


def _numerals() -> dict[str, str]:
    """Return the numbers up to 99 in words, each with its digits."""
    small = _NUMERALS.split()
    values = {word: n for n, word in enumerate(small)}
    for tens, word in enumerate(_TENS.split(), start=2):
        values[word] = 10 * tens
        values |= {f"{word}-{ones}": 10 * tens + n for n, ones in enumerate(small[1:10], start=1)}
    return {word: str(value) for word, value in values.items()}
