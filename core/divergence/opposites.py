"""Words of the source that stand as their opposite: opposed, supported; rose, fell; before, after; more, less.

Pure. Two opposites tell of a change only where they correspond, what they govern corresponds, and nothing else turns
the sense back: “did not oppose” may become “supported”, and “opposed closing it” may become “backed keeping it open”.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from core.divergence.negation import complement, hard_denial
from core.divergence.opposite_words import opposed, opposites_of, place_opposites
from core.divergence.view import LinkView, SideView, Word, base_form, same_stem, word_table
from core.lexis import stem
from core.model import Divergence, DivergenceType, MentionKind, Severity, Span

NEAR = 6
"""Words around an opposite within which something must correspond, and within which two opposites make up for one
another."""
REACH = 5
"""Words before an opposite in which a denial turns it round."""
_BREAKS = frozenset({"and", "but", "while", "whereas", "which", "who", "as", "when", "because", "although", "though"})
_TURNING = frozenset(
    {"stop", "halt", "end", "prevent", "avoid", "curb", "revers", "abandon", "scrap", "ban", "block", "cancel", "lift"}
    | {"hard", "bare", "rare", "seldom", "scarc", "little", "few", "fewer", "less", "least"}
    | {"against", "instead", "than"}
)
"""Stems of words that turn what follows round without being a plain denial."""


@dataclass(frozen=True, slots=True)
class _Pair:
    """A word of A and the word of B whose opposite it is."""

    a: Word
    b: Word
    ends: bool
    """Whether the two may tell one thing from its two ends: sold to, bought from."""


def find_opposites(view: LinkView) -> Iterator[Divergence]:
    """Yield words of A that are the opposite of what stands in their place in the source."""
    pairs = [p for p in _corresponding(view) if not _both_said(view, p)]
    places = list(_places(view))
    turned = pairs + [p for p in places if p.a.key in _SIDES]
    for pair in pairs:
        if _governs_the_same(view, pair) and _in_place(view, pair) and _stays_turned(view, pair, turned, pairs):
            yield _told(view, view.a.hull([pair.a]), view.b.hull([pair.b]))
    for pair in places:
        if pair.a.key not in _SIDES or _stays_turned(view, pair, turned, pairs):
            led_a, led_b = _led(view.a, pair.a), _led(view.b, pair.b)
            yield _told(view, view.a.hull(led_a), view.b.hull(led_b))


_SIDES = frozenset({"for", "against", "with", "without"})
"""Prepositions that tell which side is taken, so that another opposite can make up for them."""


def _told(view: LinkView, a: Span, b: Span) -> Divergence:
    return Divergence(DivergenceType.NEGATION, a, b, Severity.HIGH, view.opposed(a, b))


def _corresponding(view: LinkView) -> Iterator[_Pair]:
    """Yield the content words that stand for their opposite."""
    for word in view.a.words:
        if not word.content or word.quotation is not None or not opposites_of(word) or _measured(view.a, word):
            continue
        for other in counterparts(view, word):
            ends = opposed(word, other)
            if ends is not None and other.content and not _measured(view.b, other):
                yield _Pair(word, other, ends)
                break


def _measured(side: SideView, word: Word) -> bool:
    """Return whether an adjective only tells a measure: ten years old, 23-year old, two metres high."""
    return word.key in _MEASURING and word.at > 0 and stem(side.words[word.at - 1].key.rpartition("-")[2]) in _MEASURES


_MEASURING = frozenset({"old", "long", "high", "late", "later", "earlier", "early"})
_MEASURES = frozenset(
    {"year", "month", "week", "day", "hour", "minut", "metr", "meter", "feet", "foot", "mile", "inch"}
)


def counterparts(view: LinkView, word: Word) -> list[Word]:
    """Return the words of B for a word of A: the aligned ones, else the one that alone fills the same gap."""
    if partners := view.partners_b(word):
        return partners
    if not 0 < word.at < len(view.a.words) - 1:
        return []
    before, after = view.partners_b(view.a.words[word.at - 1]), view.partners_b(view.a.words[word.at + 1])
    gaps = {w.at + 1 for w in before} & {w.at - 1 for w in after}
    return [view.b.words[at] for at in gaps if at not in view.to_a]


def _both_said(view: LinkView, pair: _Pair) -> bool:
    """Return whether one side has both words, so that the two hardly stand for each other."""
    one, two = pair.a.text, pair.b.text
    return any(same_stem(w.text, two) for w in view.a.words if w.content) or any(
        same_stem(w.text, one) for w in view.b.words if w.content
    )


def _governs_the_same(view: LinkView, pair: _Pair) -> bool:
    """Return whether what follows both corresponds; of another verb form it must be the same word."""
    next_a, next_b = complement(view.a, pair.a), complement(view.b, pair.b)
    if next_a is None or next_b is None:
        return next_a is next_b or bool(view.partners_b(next_a) if next_a else view.partners_a(next_b or pair.b))
    if same_stem(next_a.text, next_b.text) or opposed(next_a, next_b) is not None:
        return True
    if next_a.key.endswith("ing") or next_b.key.endswith("ing"):
        return False
    return any(w.sentence == pair.b.sentence for w in view.partners_b(next_a)) and any(
        w.sentence == pair.a.sentence for w in view.partners_a(next_b)
    )


def _in_place(view: LinkView, pair: _Pair) -> bool:
    """Return whether words around both correspond, and in the same order where that makes the sense."""
    same = crossed = 0
    for word in view.a.words[max(0, pair.a.at - NEAR) : pair.a.at + NEAR + 1]:
        if not word.content or word is pair.a or word.sentence != pair.a.sentence:
            continue
        for other in view.partners_b(word):
            if other.sentence == pair.b.sentence and 0 < abs(other.at - pair.b.at) <= NEAR + 2:
                ordered = (word.at < pair.a.at) == (other.at < pair.b.at)
                same, crossed = same + ordered, crossed + (not ordered)
    if not pair.ends:
        return same + crossed > 0
    return same > 0 and not crossed and _same_subject(view, pair)


def _same_subject(view: LinkView, pair: _Pair) -> bool:
    """Return whether something right before both corresponds, so that it is told from the same end."""
    own, other = _before(view.a, pair.a), _before(view.b, pair.b)
    return own == other == [] or any(v in other for w in own for v in view.partners_b(w))


def _before(side: SideView, word: Word) -> list[Word]:
    """Return the last two content words of the sentence before a word."""
    return [w for w in side.words[: word.at] if w.content and w.sentence == word.sentence][-2:]


def _stays_turned(view: LinkView, pair: _Pair, turned: Sequence[_Pair], pairs: Sequence[_Pair]) -> bool:
    """Return whether nothing else in the clause of either word turns the sense back."""
    if _denials(view.a, pair.a, {p.a.at for p in pairs}) != _denials(view.b, pair.b, {p.b.at for p in pairs}):
        return False
    others = [p for p in turned if p is not pair and _one_clause(view.a, p.a, pair.a)]
    return len(others) % 2 == 0


def _denials(side: SideView, word: Word, opposites: set[int]) -> int:
    """Return how many words before a word deny it."""
    near = side.words[max(0, word.at - REACH) : word.at]
    return sum(
        w.at not in opposites
        and _one_clause(side, w, word)
        and (hard_denial(w) or w.key in word_table("negators") or bool({base_form(w.text), stem(w.text)} & _TURNING))
        for w in near
    )


def _one_clause(side: SideView, one: Word, two: Word) -> bool:
    low, high = sorted((one, two), key=lambda w: w.at)
    between = side.words[low.at + 1 : high.at]
    return (
        low.sentence == high.sentence
        and high.at - low.at <= NEAR
        and all(w.word and w.key not in _BREAKS for w in between)
    )


def _places(view: LinkView) -> Iterator[_Pair]:
    """Yield prepositions and words of quantity that stand for their opposite in front of the same thing."""
    table = place_opposites()
    for word in view.a.words:
        if word.quotation is not None or word.key not in table:
            continue
        for other in counterparts(view, word):
            if other.key in table[word.key] and _lead_the_same(view, word, other, figure=table[word.key][other.key]):
                yield _Pair(word, other, ends=False)
                break


def _lead_the_same(view: LinkView, word: Word, other: Word, *, figure: bool) -> bool:
    """Return whether what both govern corresponds, a figure as the same one; ``figure`` says that it must be one."""
    next_a, next_b = complement(view.a, word), complement(view.b, other)
    if next_a is None or next_b is None or next_b not in view.partners_b(next_a):
        return False
    number_a, number_b = _figure(view.a, next_a), _figure(view.b, next_b)
    if (figure and not number_a) or number_a != number_b:
        return False
    if word.key in ("most", "least") and not (_led_by_at(view.a, word) and _led_by_at(view.b, other)):
        return False
    return not _denials(view.a, word, set()) and not _denials(view.b, other, set())


def _figure(side: SideView, word: Word) -> str:
    numbers = [m.value for m in side.mentioned(MentionKind.NUMBER) if m.span.overlaps(word.span)]
    return numbers[0] if numbers else ""


def _led_by_at(side: SideView, word: Word) -> bool:
    return word.at > 0 and side.words[word.at - 1].key == "at"


def _led(side: SideView, word: Word) -> list[Word]:
    """Return a preposition or quantity with what makes it readable: “at least”, “more than”."""
    words = [word]
    if word.key in ("most", "least") and _led_by_at(side, word):
        words.insert(0, side.words[word.at - 1])
    if word.at + 1 < len(side.words) and side.words[word.at + 1].key == "than":
        words.append(side.words[word.at + 1])
    return words
