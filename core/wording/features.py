"""What is measured of a pair of words, one from each side: the same for fitting the weights and for using them.

Pure. Each feature is a matrix (words of A, words of B), about 0 … 1, and comes with its name. Those of
:func:`pair_features` look at the two words, those of :func:`neighbour_features` at what a first round said of the
words around them. What matters was found by Sultan et al. 2014 (same word, similar word, similar neighbours) and by
Yao et al. 2013 (relative place, neighbours, kinds of words).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import inf

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import JaroWinkler
from rapidfuzz.process import cdist

from core.wording.diff import equal_places
from core.wording.word import CLASSES, Traits, Word, traits

Floats = NDArray[np.float32]
Bools = NDArray[np.bool_]
Named = Iterator[tuple[str, Floats]]

ALIKE = 0.7
"""Jaro-Winkler likeness from which two spellings count as alike."""
SHARPNESS = 0.08
"""Temperature of the softmax over cosines: the differences of .1 between words in context decide."""
AROUND = 3
"""Words before and after that make the surroundings of a word."""
FAR = 6
"""Words from the expected place from which further away is no worse."""
_WORD, _FUNCTION, _DIGIT, _CAPITAL = range(4)


@dataclass(frozen=True, slots=True)
class Field:
    """All pairs of words of a link: what several features need."""

    a: Sequence[Traits]
    b: Sequence[Traits]
    flags_a: Bools
    """(flags, words of A): word, function, digit, capital, and the classes of :class:`Traits`."""
    flags_b: Bools
    cosine: Floats
    """In context; all 0 without the encoder."""
    centred: Floats
    """The same less each word's mean cosine with the other side, so that hub words do not attract everything."""
    possible: Bools
    """Both words, or the same punctuation mark."""
    same: Bools
    kin: Bools
    """Forms of one word, but not the same."""
    kinds: Mapping[str, Floats]
    """1 where both are function words, where one of them is, where both are punctuation marks; else 0."""


def pair_field(a: Sequence[Word], b: Sequence[Word], similarity: Floats | None) -> Field:
    """Return the field of two sides; ``similarity`` (a, b) holds cosines, None without the encoder."""
    own, other = ([traits(w.text, word=w.word, language=w.language) for w in side] for side in (a, b))
    cosine = np.zeros((len(a), len(b)), dtype=np.float32) if similarity is None else similarity
    flags_a, flags_b = _flags(own), _flags(other)
    word_a, word_b = flags_a[_WORD][:, None], flags_b[_WORD][None, :]
    function_a, function_b = flags_a[_FUNCTION][:, None], flags_b[_FUNCTION][None, :]
    marks = ~(word_a | word_b)
    same = _equal([t.key for t in own], [t.key for t in other])
    akin = _equal([t.base for t in own], [t.base for t in other])
    kinds = {"functions": function_a & function_b, "mixed": (function_a ^ function_b) & word_a & word_b, "marks": marks}
    return Field(
        own,
        other,
        flags_a,
        flags_b,
        cosine,
        centred(cosine),
        (word_a & word_b) | (marks & akin),
        same,
        akin & ~same,
        {name: _float(kind) for name, kind in kinds.items()},
    )


def pair_features(field: Field) -> Named:
    """Yield what two words have in common by themselves, by their places, and by the words next to them."""
    same, kin, cosine, near = field.same, field.kin, field.cosine, field.centred
    akin = same | kin
    yield "one", np.ones(same.shape, dtype=np.float32)
    yield "same", _float(same)
    yield "kin", _float(kin)
    yield "spelling", _spelling(field, ~akin)
    yield "acronym", _acronyms(field)
    yield "centred", near
    yield "softmax", _softmax(cosine)
    yield "ahead in row", cosine - best_other(cosine, 1)
    yield "ahead in column", cosine - best_other(cosine, 0)
    yield "distance", _distance(*same.shape)
    yield from _marked(field, same)
    yield from _uniqueness(field, akin)
    yield "unchanged", _unchanged(field)
    equal, likely = _float(akin), np.maximum(near, 0)
    yield "equal beside", _diagonal(equal, 1)
    yield "equal two away", _diagonal(equal, 2)
    yield "alike beside", _diagonal(likely, 1)
    yield "equal around", _around(equal * (1 - sum(field.kinds.values())))
    yield "alike across", _across(likely)
    yield from field.kinds.items()
    yield "functions same", field.kinds["functions"] * same


def neighbour_features(field: Field, odds: Floats, chances: Floats, links: Sequence[tuple[int, int]]) -> Named:
    """Yield what a first round tells of a pair: its own odds, its rivals, its neighbours, its expected place.

    Args:
        field: of :func:`pair_field`.
        odds: (a, b) log odds of the first round.
        chances: (a, b) the same as probabilities.
        links: pairs chosen in the first round.
    """
    yield "chance beside", _diagonal(chances, 1)
    yield "chance two away", _diagonal(chances, 2)
    yield "chance across", _across(chances)
    yield "chance around", _around(chances)
    of_a, of_b = [-1] * len(field.a), [-1] * len(field.b)
    for i, j in links:
        of_a[i], of_b[j] = j, i
    general = {
        "odds": np.clip(odds, -9, 9),
        "rival in row": best_other(chances, 1),
        "rival in column": best_other(chances, 0),
        "from A's place": _from_expected(of_a, len(field.b)),
        "from B's place": _from_expected(of_b, len(field.a)).T,
    }
    for name, feature in general.items():
        yield name, feature
        for of, kind in field.kinds.items():
            yield f"{of} {name}", feature * kind


def centred(similarity: Floats) -> Floats:
    """Take off each word's mean similarity to the other side."""
    rows = similarity.mean(axis=1, keepdims=True)
    columns = similarity.mean(axis=0, keepdims=True)
    result: Floats = similarity - (rows + columns) / 2
    return result


def best_other(values: Floats, axis: int) -> Floats:
    """Return for each place the highest of the others in its row (axis 1) or column (axis 0); 0 where it is alone."""
    if values.shape[axis] == 1:
        return np.zeros_like(values)
    ranked = np.partition(values, -2, axis=axis)
    first, second = (ranked[:, -1:], ranked[:, -2:-1]) if axis else (ranked[-1:], ranked[-2:-1])
    other: Floats = np.where(values >= first, second, first)
    return other


def _flags(side: Sequence[Traits]) -> Bools:
    return np.array([(t.word, t.function, t.digit, t.capital, *t.classes) for t in side]).T


def _float(values: Bools) -> Floats:
    return values.astype(np.float32)


def _equal(a: Sequence[str], b: Sequence[str]) -> Bools:
    numbers: dict[str, int] = {}
    one = np.array([numbers.setdefault(x, len(numbers)) for x in a])
    two = np.array([numbers.setdefault(x, len(numbers)) for x in b])
    equal: Bools = one[:, None] == two[None, :]
    return equal


def _spelling(field: Field, different: Bools) -> Floats:
    a, b = [t.spelling for t in field.a], [t.spelling for t in field.b]
    likeness = cdist(a, b, scorer=JaroWinkler.normalized_similarity, score_cutoff=ALIKE, dtype=np.float32)
    long = np.array([bool(x) for x in a])[:, None] & np.array([bool(x) for x in b])[None, :] & different
    spelling: Floats = np.maximum(likeness - np.float32(ALIKE), 0) * long / np.float32(1 - ALIKE)
    return spelling


def _acronyms(field: Field) -> Floats:
    """Return 1 where one word's letters are the initials of consecutive words, the function words told or not."""
    found = np.zeros(field.same.shape, dtype=np.float32)
    for one, two, into in ((field.a, field.b, found), (field.b, field.a, found.T)):
        places = [k for k, t in enumerate(two) if not t.function]
        every = "".join(t.initial for t in two), range(len(two))
        content = "".join(two[k].initial for k in places), places
        for i, word in enumerate(one):
            for initials, at in (every, content) if word.acronym else ():
                start = initials.find(word.acronym)
                if start >= 0:
                    into[i, at[start] : at[start + len(word.acronym) - 1] + 1] = 1
    return found


def _softmax(cosine: Floats) -> Floats:
    """Return the geometric mean of how much a pair takes of its row's similarity and of its column's."""
    grown = np.exp((cosine - cosine.max()) / np.float32(SHARPNESS))
    shares = grown / np.sqrt(grown.sum(axis=1, keepdims=True) * grown.sum(axis=0, keepdims=True))
    return shares if cosine.any() else np.zeros_like(cosine)


def _distance(n: int, m: int) -> Floats:
    rows = np.arange(n, dtype=np.float32)[:, None] / max(1, n - 1)
    columns = np.arange(m, dtype=np.float32)[None, :] / max(1, m - 1)
    distance: Floats = np.abs(rows - columns)
    return distance


def _marked(field: Field, same: Bools) -> Named:
    """Yield what the words' flags have in common."""
    a, b, different = field.flags_a[:, :, None], field.flags_b[:, None, :], ~same
    yield "two numbers", _float(a[_DIGIT] & b[_DIGIT] & different)
    yield "one number", _float(a[_DIGIT] ^ b[_DIGIT])
    yield "one capital", _float((a[_CAPITAL] ^ b[_CAPITAL]) & different)
    for number, name in enumerate(CLASSES, start=_CAPITAL + 1):
        yield f"two {name}", _float(a[number] & b[number] & different)


def _uniqueness(field: Field, akin: Bools) -> Named:
    """Yield whether a pair is the only one of its word, and if not, whether it is the n-th of both sides."""
    nth_a, count_a = _occurrences([t.base for t in field.a])
    nth_b, count_b = _occurrences([t.base for t in field.b])
    only = akin & (count_a == 1)[:, None] & (count_b == 1)[None, :]
    yield "only", _float(only)
    yield "same turn", _float(akin & ~only & (nth_a[:, None] == nth_b[None, :]))


def _occurrences(words: Sequence[str]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return each word's number among its equals, and how many they are."""
    counts: dict[str, int] = {}
    turns: list[int] = []
    for word in words:
        counts[word] = counts.get(word, 0) + 1
        turns.append(counts[word])
    return np.array(turns), np.array([counts[word] for word in words])


def _unchanged(field: Field) -> Floats:
    """Return 1 where the word difference leaves the pair as it is."""
    kept = np.zeros(field.same.shape, dtype=np.float32)
    for i, j in equal_places([t.key for t in field.a], [t.key for t in field.b]):
        kept[i, j] = 1
    return kept


def _diagonal(values: Floats, step: int) -> Floats:
    """Return the sum of what stands ``step`` words before and after on both sides."""
    result = np.zeros_like(values)
    result[step:, step:] = values[:-step, :-step]
    result[:-step, :-step] += values[step:, step:]
    return result


def _across(values: Floats) -> Floats:
    """Return the highest of a pair's four neighbours of which one word is the same: the rest of a phrase."""
    result = np.zeros_like(values)
    np.maximum(result[1:], values[:-1], out=result[1:])
    np.maximum(result[:-1], values[1:], out=result[:-1])
    np.maximum(result[:, 1:], values[:, :-1], out=result[:, 1:])
    np.maximum(result[:, :-1], values[:, 1:], out=result[:, :-1])
    return result


def _around(values: Floats) -> Floats:
    """Return the sum over the surroundings of a pair, itself left out."""
    n, m = values.shape
    side = 2 * AROUND + 1
    sums = np.zeros((n + side, m + side), dtype=np.float32)
    sums[AROUND + 1 : n + AROUND + 1, AROUND + 1 : m + AROUND + 1] = values
    sums = sums.cumsum(axis=0).cumsum(axis=1)
    result: Floats = sums[side:, side:] - sums[:-side, side:] - sums[side:, :-side] + sums[:-side, :-side] - values
    return result


def _from_expected(partner: Sequence[int], others: int) -> Floats:
    """Return how far each word of the other side is from where the nearest linked neighbours let it be expected.

    Args:
        partner: for each word the place of the linked word of the other side, below 0 where there is none.
        others: how many words the other side has.
    """
    after = _expected(partner[::-1], -1)[::-1]
    expected = np.array([_expected(partner, 1), after], dtype=np.float32)
    away = np.abs(expected[:, :, None] - np.arange(others, dtype=np.float32)).min(axis=0)
    distance: Floats = np.minimum(away, FAR) / np.float32(FAR)
    return distance


def _expected(partner: Sequence[int], step: int) -> list[float]:
    """Return the place that follows from the last linked word before each, infinity where none is."""
    expected: list[float] = []
    place = inf
    for known in partner:
        expected.append(place)
        place = (known if known >= 0 else place) + step
    return expected
