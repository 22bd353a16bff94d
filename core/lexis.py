"""Words in normal form, and the runs that two word sequences share.

A foundation beside :mod:`core.model`: every stage may use it, it knows none of them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from core.languages import ENGLISH, in_english
from core.languages.words import is_grammar, stem_in
from resources.lists import word_list

if TYPE_CHECKING:
    from nltk.stem.snowball import SnowballStemmer

PAD = "\u1680"
"""What fills up a disguised word that reads shorter (:mod:`core.disguise`): a space no article holds, so that the word
keeps its length."""
_TYPOGRAPHY = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "‐": "-", "‑": "-", "ı": "i", "\u00ad": None, PAD: None})


@lru_cache(maxsize=1 << 17)
def key(word: str) -> str:
    """Return the form in which two words are the same word: case, typography and possessive aside."""
    plain = word.translate(_TYPOGRAPHY).casefold().rstrip(".")
    for ending in ("'s", "s'"):
        if plain.endswith(ending) and len(plain) > len(ending):
            plain = plain[: -len(ending)] + ("s" if ending == "s'" else "")
            break
    return plain or word


@lru_cache(maxsize=1 << 17)
def stem(word: str, language: str = ENGLISH) -> str:
    """Return the stem of a word's key (Porter 2, Snowball), so that inflected forms meet; what is not a word stays."""
    plain = key(word)
    if not in_english(language):
        return stem_in(plain, language)
    return _stemmer().stem(plain) if plain.isalpha() else plain.replace(",", "").replace("-", "")


@cache
def _stemmer() -> SnowballStemmer:
    from nltk.stem.snowball import SnowballStemmer  # noqa: PLC0415 - nltk takes .25 s to import

    return SnowballStemmer("english")


def is_function(word: str, language: str = ENGLISH) -> bool:
    """Return whether the word carries grammar rather than content."""
    if not in_english(language):
        return is_grammar(key(word), language)
    return key(word) in word_list("function_words")


def shared_runs(a: Sequence[str], b: Sequence[str], least: int) -> list[tuple[int, int, int]]:
    """Return runs ``(start in a, start in b, length)`` of at least ``least`` equal items, longest first.

    No two runs overlap on either side. Time grows with the number of equal pairs of items.
    """
    places: dict[str, list[int]] = defaultdict(list)
    for j, item in enumerate(b):
        places[item].append(j)
    ends: dict[int, int] = {}
    runs: list[tuple[int, int, int]] = []
    for i, item in enumerate(a):
        now: dict[int, int] = {}
        for j in places.get(item, ()):
            now[j] = ends.get(j - 1, 0) + 1
        runs += [(i - n, j - n + 1, n) for j, n in ends.items() if n >= least and now.get(j + 1) != n + 1]
        ends = now
    runs += [(len(a) - n, j - n + 1, n) for j, n in ends.items() if n >= least]
    return _apart(runs, least)


def _apart(runs: list[tuple[int, int, int]], least: int) -> list[tuple[int, int, int]]:
    """Keep the longest runs, cut what overlaps them."""
    taken_a: set[int] = set()
    taken_b: set[int] = set()
    kept: list[tuple[int, int, int]] = []
    for i, j, n in sorted(runs, key=lambda r: (-r[2], r[0], r[1])):
        start = 0
        for k in range(n + 1):
            if k < n and i + k not in taken_a and j + k not in taken_b:
                continue
            if k - start >= least:
                kept.append((i + start, j + start, k - start))
                taken_a.update(range(i + start, i + k))
                taken_b.update(range(j + start, j + k))
            start = k + 1
    return sorted(kept, key=lambda r: (-r[2], r[0], r[1]))
