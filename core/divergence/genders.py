"""Men told as women, and women as men: “his brother” became “his sister”.

Pure. Two such words tell of a change only where they correspond and stand in the same relation to the same people:
“her husband” may be told as “his wife”, “Tom’s sister Anna” as “Anna’s brother Tom”.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache

from core.divergence.opposites import counterparts
from core.divergence.view import LinkView, SideView, Word, same_stem
from core.model import Divergence, DivergenceType, Severity
from resources.lists import word_list

REACH = 3
"""Words before one of these in which its owner or its possessive stands."""
_BEGINNINGS = ("great-grand", "great-", "grand", "step-", "step", "half-", "god", "foster-", "ex-", "co-")
_END = "-in-law"
_COMPOUNDS = ("woman", "women", "man", "men", "girls", "girl", "boys", "boy")
_POSSESSIVES = frozenset({"his", "her", "hers", "their", "my", "our", "your", "its", "whose"})
_TITLES = frozenset({"mr", "mrs", "ms", "miss", "monsieur", "madame", "señor", "señora", "herr", "frau", "sir", "dame"})


def find_genders(view: LinkView) -> Iterator[Divergence]:
    """Yield words for men that stand for words for women, and the other way round."""
    for word in view.a.words:
        if word.quotation is not None or not _told_of(word.key):
            continue
        for other in counterparts(view, word):
            if other.quotation is None and _other_gender(word.key, other.key) and _same_person(view, word, other):
                why = f"{view.became(word.span, other.span)}: another person is meant."
                yield Divergence(DivergenceType.WRONG_WORD, word.span, other.span, Severity.HIGH, why)
                break


def _other_gender(one: str, two: str) -> bool:
    return any(
        rest_one == rest_two and b in _genders()[a] for rest_one, a in _told_of(one) for rest_two, b in _told_of(two)
    )


@lru_cache(maxsize=4096)
def _told_of(word: str) -> tuple[tuple[str, str], ...]:
    """Return what a word for a man or a woman may be made of: what it begins and ends with, and the listed word."""
    compound = next((c for c in _COMPOUNDS if word.endswith(c) and len(word) > len(c)), "")
    plural = "s" if compound.endswith("s") else ""
    made = ((word.removesuffix(compound) + plural, compound.removesuffix(plural)),) if compound else ()
    return _listed(word) or made


@lru_cache(maxsize=4096)
def _listed(word: str) -> tuple[tuple[str, str], ...]:
    found: list[tuple[str, str]] = []
    bare = word.removesuffix(_END)
    end = word.removeprefix(bare)
    for beginning in ("", *(b for b in _BEGINNINGS if bare.startswith(b))):
        rest = bare.removeprefix(beginning)
        plural = "s" if rest not in _genders() and rest.endswith("s") else ""
        if rest.removesuffix(plural) in _genders():
            found.append((beginning.rstrip("-") + end + plural, rest.removesuffix(plural)))
    return tuple(found)


def _same_person(view: LinkView, word: Word, other: Word) -> bool:
    """Return whether nothing but the gender tells two people apart."""
    own = [w for w in view.a.sentence(word.sentence) if w is not word]
    others = [w for w in view.b.sentence(other.sentence) if w is not other]
    more = [n - m for n, m in zip(_women_and_men(own), _women_and_men(others), strict=True)]
    woman = _told_of(word.key)[0][1] in _women()
    if more[woman] > 0 > more[not woman]:
        return False  # “a woman and her husband”, “a man and his wife”
    if any(_other_gender(w.key, word.key) for w in own) or any(_other_gender(w.key, other.key) for w in others):
        return False  # both are told of
    if word.key in _TITLES:
        return _follows(view, word, other)
    owner_a, owner_b = _owner(view.a, word), _owner(view.b, other)
    if owner_a is not None and owner_b is not None and not _one(view, owner_a, owner_b):
        return False
    of_a, of_b = _after_of(view.a, word), _after_of(view.b, other)
    return of_a is None or of_b is None or _one(view, of_a, of_b)


def _women_and_men(words: Sequence[Word]) -> tuple[int, int]:
    """Return how many words of the list are for women, and how many for men."""
    listed = [found[0][1] for w in words if w.word and (found := _listed(w.key))]
    women = sum(w in _women() for w in listed)
    return women, len(listed) - women


def _follows(view: LinkView, word: Word, other: Word) -> bool:
    """Return whether the same name follows both titles."""
    name_a, name_b = _next(view.a, word), _next(view.b, other)
    return name_a is not None and name_b is not None and name_a.key == name_b.key


def _next(side: SideView, word: Word) -> Word | None:
    """Return the word after a word and its stop."""
    after = side.words[word.at + 1 : word.at + 3]
    return next((w for w in after if w.word), None)


def _owner(side: SideView, word: Word) -> Word | None:
    """Return the possessive or the owner before a word: his brother, Tom’s older brother."""
    before = side.words[max(0, word.at - REACH) : word.at]
    for near in reversed(before):
        if not near.word or near.sentence != word.sentence:
            return None
        if near.key in _POSSESSIVES or near.text.endswith(("’s", "'s", "s’", "s'")):
            return near
    return None


def _after_of(side: SideView, word: Word) -> Word | None:
    """Return the content word that follows “of” behind a word: the wife of the mayor."""
    after = side.words[word.at + 1 : word.at + 2 + REACH]
    if not after or after[0].key != "of":
        return None
    return next((w for w in after[1:] if w.content), None)


def _one(view: LinkView, own: Word, other: Word) -> bool:
    """Return whether two words correspond or are forms of one word; of two possessives, whether they are the same."""
    if own.key in _POSSESSIVES and other.key in _POSSESSIVES:
        return own.key == other.key
    named = own.text[:1].isupper() and other.text[:1].isupper()
    return same_stem(own.text, other.text) or (not named and other in view.partners_b(own))


@cache
def _genders() -> Mapping[str, frozenset[str]]:
    """Return by word those of the other gender that may stand in its place."""
    table: dict[str, frozenset[str]] = {}
    for line in word_list("genders"):
        men, _, women = line.partition(" | ")
        for one, others in ((men, women), (women, men)):
            for word in one.split():
                table[word] = table.get(word, frozenset()) | frozenset(others.split())
    return table


@cache
def _women() -> frozenset[str]:
    return frozenset(word for line in word_list("genders") for word in line.partition(" | ")[2].split())
