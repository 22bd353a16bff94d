"""Words whose sense does not fit: a slip of the hand or of a spinning machine.

Four ways to know one: a word in the place of another that is spelled alike and means something else (rockets,
brackets); a pair that is often confused (martial, marital); a fixed expression with one member swapped for a synonym
(“main executive” for “chief executive”); and two words that belong together in English, of which A keeps one beside a
word that is never seen there (“bearing wall”, “demeanor wall”).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from rapidfuzz import fuzz

from core.divergence.expressions import (
    LEXICAL,
    body_and_members,
    both_people,
    may_mean_the_same,
    mean_the_same,
    strength,
)
from core.divergence.view import LinkView, SideView, Similar, Word, same_spelling, same_stem
from core.lexis import key, stem
from core.model import Divergence, DivergenceType, Severity, Span
from core.set_phrases import memberships
from resources.lists import word_list

SPELLED_ALIKE = 72.0
"""Likeness of spelling (Indel ratio) of two words that may be slips for each other."""
UNRELATED = 0.4
"""Cosine below which two words have nothing to do with each other."""
SAME_SENSE = 0.8
"""Cosine of two expressions from which the swapped word did no harm."""
SHORTEST = 5
"""Letters from which spelling says anything."""
BELONG = 55
"""Strength from which two words belong together; below it, any adjective that fits would do."""
COMMON_START = 0.6
"""Share of the longer word from which a common beginning means one root (landslip, landslide)."""


def find_wrong_words(view: LinkView, *, similar: Similar) -> Iterator[Divergence]:
    """Yield words of A that cannot be meant."""
    for word in view.a.words:
        if not _ordinary(view.a, word):
            continue
        partners = view.partners_b(word)
        for other in partners:
            if not _ordinary(view.b, other) or same_stem(word.text, other.text):
                continue
            if len(partners) > 1 or len(view.partners_a(other)) > 1:
                continue  # a phrase is meant as a whole
            if _slip(view, word, other, similar):
                yield _told(view, word.span, other.span, Severity.HIGH)
            elif _same_people(view, word, other):
                continue
            elif expression := _swapped(view, word, other) or _broken(view, word, other):
                own, source = expression
                near = similar(view.a.of(own), view.b.of(source))
                if near is not None and near >= SAME_SENSE:
                    continue
                yield _told(view, own, source, Severity.MEDIUM)


def _ordinary(side: SideView, word: Word) -> bool:
    """Return whether the word is neither quoted nor a name, number or function word."""
    if not word.content or word.quotation is not None or any(c.isdigit() for c in word.text):
        return False
    return not any(m.span.overlaps(word.span) for m in side.mentions)


def _slip(view: LinkView, word: Word, other: Word, similar: Similar) -> bool:
    pair = tuple(sorted((_singular(word.key), _singular(other.key))))
    if pair in _confusables():
        return True
    if word.key in view.b.vocabulary or same_spelling(word.key, other.key):
        return False  # a word of the source's own is meant
    # Compared without endings too: “-ing” and “-ed” make any two verbs alike.
    own, source = stem(word.text), stem(other.text)
    likeness = min(fuzz.ratio(own, source), fuzz.ratio(word.key, other.key))
    if min(len(own), len(source)) < SHORTEST or likeness < SPELLED_ALIKE:
        return False
    longer = max(len(own), len(source))
    if _common_start(own, source) >= COMMON_START * longer or _common_end(own, source):
        return False
    near = similar(word.text, other.text)
    return near is not None and near < UNRELATED


def _common_start(a: str, b: str) -> int:
    return next((n for n, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))


def _common_end(a: str, b: str) -> bool:
    """Return whether both share all but a prefix, which makes them one root (build, rebuild)."""
    short, long = sorted((a, b), key=len)
    return long.endswith(short)


def _same_people(view: LinkView, word: Word, other: Word) -> bool:
    """Return whether the same people are told with another noun behind the same word, or a body by its members.

    “Federal agents”, “federal investigators”; “council leader”, “councillors’ leader”. Two nouns that a thesaurus gives
    for one another may still be a machine's choice, and of a “pilot boat” no “aviator boat” can be made.
    """
    if may_mean_the_same(word.key, other.key) or not both_people(word.key, other.key):
        return False
    own, source = _beside(view.a, word, -1), _beside(view.b, other, -1)
    behind = own is not None and source is not None and same_stem(own.text, source.text)
    return behind or body_and_members(word.key, other.key)


def _swapped(view: LinkView, word: Word, other: Word) -> tuple[Span, Span] | None:
    """Return both expressions when A's word broke a fixed expression of the source, whose rest A keeps."""
    for place, keys, fine in memberships().get(other.key, ()):
        source = view.b.words[other.at - place : other.at - place + len(keys)]
        own = view.a.words[word.at - place : word.at - place + len(keys)] if word.at >= place else ()
        if _common_start(word.key, other.key) >= min(len(word.key), len(other.key)):
            continue  # “venture capitalists” is no slip
        if other.at < place or tuple(w.key for w in source) != keys or len(own) != len(keys) or word.key in fine:
            continue
        if all(same_stem(w.text, k) for w, k in zip(own, keys, strict=True) if w is not word):
            return view.a.hull(own), view.b.hull(source)
    return None


def _broken(view: LinkView, word: Word, other: Word) -> tuple[Span, Span] | None:
    """Return both pairs of words when B's belong together and A's are never seen together.

    What a dictionary lists is broken by any other word. What only often stands together is broken by a word that a
    thesaurus gives for B's in another sense: any writer may choose another word, only a machine chooses such a one.
    """
    if mean_the_same(word.key, other.key):
        return None
    swap = may_mean_the_same(word.key, other.key)
    for step in (-1, 1):
        own, source = _beside(view.a, word, step), _beside(view.b, other, step)
        if own is None or source is None or not same_stem(own.text, source.text):
            continue
        if step > 0 and own.key in word_list("speech_verbs"):
            continue  # whoever says it
        before, after = ((source, own), (other, word)) if step < 0 else ((other, word), (source, own))
        needed = BELONG if swap else LEXICAL
        if strength(before[0].key, after[0].key) >= needed and not strength(before[1].key, after[1].key):
            return view.a.hull([word, own]), view.b.hull([other, source])
    return None


def _beside(side: SideView, word: Word, step: int) -> Word | None:
    """Return the content word right before or after a word, in its sentence."""
    at = word.at + step
    near = side.words[at] if 0 <= at < len(side.words) else None
    return near if near is not None and near.content and near.sentence == word.sentence else None


def _told(view: LinkView, a: Span, b: Span, severity: Severity) -> Divergence:
    why = f"{view.became(a, b)}, which does not mean the same."
    return Divergence(DivergenceType.WRONG_WORD, a, b, severity, why)


def _singular(word: str) -> str:
    return word.removesuffix("s") if len(word) > SHORTEST else word


@cache
def _confusables() -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(sorted(_singular(key(w)) for w in line.split())) for line in word_list("confusables"))
