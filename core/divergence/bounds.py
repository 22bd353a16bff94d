"""What stands beside a number and opens it: at least, more than, up to, nearly, about.

Pure. A figure that stays while its “at least” is dropped, added or turned round tells another amount. Phrases that say
the same (“at least 31”, “31 or more”; “about 30”, “some 30”) are no divergence, nor is “more than four” for “at least
five”. Which phrase says what is data, in ``resources/words/bounds.txt``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import Enum
from functools import cache
from itertools import takewhile

from core.divergence.negation import hard_denial
from core.divergence.view import LinkView, SideView, Word, word_table
from core.model import Divergence, DivergenceType, Mention, MentionKind, SentenceKind, Severity, Span
from resources.lists import word_list


class Bound(Enum):
    """What is said of a figure beside its value."""

    PLAIN = ""
    LEAST = "least"
    OVER = "over"
    MOST = "most"
    UNDER = "under"
    NEARLY = "nearly"
    ABOVE = "above"
    """A little more."""
    ABOUT = "about"


_UPWARD = frozenset({Bound.LEAST, Bound.OVER, Bound.ABOVE})
_DOWNWARD = frozenset({Bound.MOST, Bound.UNDER, Bound.NEARLY})
_ROUNDED = frozenset({Bound.NEARLY, Bound.ABOVE, Bound.ABOUT})
"""Close to the figure: dropping this makes it exact, and changes it little."""
_PLACE = "…"
LONGEST = 4
"""Words of the longest phrase."""
LONGEST_BETWEEN = 2
"""Words between a number and what is said of it behind: “31 people or more”, “31 of them at least”."""
REACH = 4
"""Words before a plain number in which a hedge leaves it open."""
SURELY_ONE = 10
"""Number from which the same figure is the same one, aligned or not, where either side has it once."""
_FILLERS = frozenset({"a", "an", "another"})
_ALSO_PREPOSITIONS = frozenset({"about", "around", "over", "under", "above", "below", "beyond"})
"""They tell of a number only where no other preposition stands for them: “a film about two brothers”."""
_LASTING = frozenset({"hour", "day", "night", "week", "weekend", "month", "season", "year", "decade"})
"""Before these, “over” may mean during."""
_STILL_OPEN = frozenset({"far", "known", "confirmed", "already"})
"""What leaves a plain number of its sentence open: 31 so far, 31 known to have died."""
_OPENING = frozenset(
    {"within", "inside", "past", "passed", "passing", "crossed", "least", "most", "minimum", "maximum", "limit"}
)
"""The same before it in its clause: within 31 days, past 75, a minimum age of 18."""
_TO = frozenset({"to", "–", "-"})
_GOING_ON = frozenset({"and", "or", "("})
"""What a phrase goes on behind: at least 31 adults and 12 children, above 50 degrees (120 Fahrenheit)."""
_BEHIND = re.compile(r"(?P<least>\+|-plus\b)|(?P<about>-odd\b)")


@dataclass(frozen=True, slots=True)
class Bounded:
    """A number with what is said of it; ``phrase`` are the words before it that say so."""

    mention: Mention
    bound: Bound
    span: Span
    words: tuple[Word, ...]
    phrase: tuple[Word, ...] = ()


def bounded(side: SideView, mention: Mention) -> Bounded:
    """Return a number with the longest phrase before it that opens it, else with one behind it."""
    inside = side.inside(mention.span)
    plain = Bounded(mention, Bound.PLAIN, mention.span, tuple(inside))
    return (_before(side, plain) or _behind(side, plain) or plain) if inside else plain


def find_bounds(view: LinkView) -> Iterator[Divergence]:
    """Yield the numbers of A that are bounded in another way than the same number of B."""
    own, other = _numbers(view.a), _numbers(view.b)
    for x in own:
        y = next((y for y in other if _one_figure(view, x, y, own, other)), None)
        severity = _severity(x.bound, y.bound) if y is not None else None
        if y is None or severity is None or _both_said(x, y, own, other):
            continue
        if _left_open(view.a, x, y, own) or _left_open(view.b, y, x, other):
            continue
        if _led_otherwise(view.a, view.b, x, y) or _led_otherwise(view.b, view.a, y, x):
            continue
        if view.a.article.sentences[x.words[0].sentence].kind is SentenceKind.HEADLINE:
            severity = Severity.LOW  # headlines are short by custom
        why = f"{view.became(x.span, y.span)}: {_told(x.bound, y.bound)}."
        yield Divergence(DivergenceType.MODALITY, x.span, y.span, severity, why)


def same_limit(a: Bounded, b: Bounded) -> bool:
    """Return whether two numbers of countable things set one limit: more than four, at least five."""
    if not (a.mention.value.isdecimal() and b.mention.value.isdecimal()):
        return False
    one, two = int(a.mention.value), int(b.mention.value)
    return (a.bound, b.bound, two - one) in _ONE_LIMIT or (b.bound, a.bound, one - two) in _ONE_LIMIT


_ONE_LIMIT = {(Bound.OVER, Bound.LEAST, 1), (Bound.UNDER, Bound.MOST, -1)}


def _numbers(side: SideView) -> list[Bounded]:
    found = [
        m for m in side.mentioned(MentionKind.NUMBER) if not (m.value.startswith("ordinal") or side.quoted(m.span))
    ]
    return [b for m in found if (b := bounded(side, m)).words]


def _before(side: SideView, number: Bounded) -> Bounded | None:
    first = number.words[0]
    row = [w for w in side.words[max(0, first.at - LONGEST) : first.at] if w.sentence == first.sentence]
    while row and row[-1].key in _FILLERS:
        row.pop()
    for length in range(min(len(row), LONGEST), 0, -1):
        words = tuple(row[-length:])
        keys = " ".join(w.key for w in words)
        bound = _phrases().get(f"{keys} {_PLACE}")
        if bound is not None and not (keys == "over" and _lasts(side, number)):
            return replace(number, bound=bound, span=side.hull([*words, *number.words]), phrase=words)
    return None


def _behind(side: SideView, number: Bounded) -> Bounded | None:
    last, end = number.words[-1], number.mention.span.end
    if close := _BEHIND.match(side.article.text, end):
        span = Span(number.span.start, max(close.end(), last.span.end))
        return replace(number, bound=Bound(close.lastgroup), span=span)
    row: list[Word] = []
    for word in side.words[last.at + 1 : last.at + 1 + LONGEST_BETWEEN + LONGEST]:
        if not word.word or word.sentence != last.sentence:
            break
        row.append(word)
    for start in range(min(len(row), LONGEST_BETWEEN + 1)):
        for length in range(LONGEST, 0, -1):
            words = row[start : start + length]
            bound = _phrases().get(f"{_PLACE} {' '.join(w.key for w in words)}")
            if bound is not None:
                return replace(number, bound=bound, span=side.hull([*number.words, *words]))
    return None


def _lasts(side: SideView, number: Bounded) -> bool:
    after = side.words[number.words[-1].at + 1 : number.words[-1].at + 2]
    return any(w.key.removesuffix("s") in _LASTING for w in after)


def _one_figure(view: LinkView, x: Bounded, y: Bounded, own: Sequence[Bounded], other: Sequence[Bounded]) -> bool:
    """Return whether both are the same number of the same thing: aligned, or the only ones of their value."""
    value = x.mention.value
    if value != y.mention.value or (x.words[0].sentence, y.words[0].sentence) not in _paired(view):
        return False
    if view.meet(x.mention.span, y.mention.span):
        return True
    alone = all(sum(n.mention.value == value for n in side) == 1 for side in (own, other))
    return alone and (" " in value or Decimal(value) >= SURELY_ONE)


def _paired(view: LinkView) -> set[tuple[int, int]]:
    return {(i, j) for i, j, _ in view.link.pairs}


def _both_said(x: Bounded, y: Bounded, own: Sequence[Bounded], other: Sequence[Bounded]) -> bool:
    """Return whether either side has the number in the other's way too."""
    value = x.mention.value
    return any(n.mention.value == value and n is not x and _severity(n.bound, y.bound) is None for n in own) or any(
        n.mention.value == value and n is not y and _severity(x.bound, n.bound) is None for n in other
    )


def _severity(one: Bound, two: Bound) -> Severity | None:
    """Return how much it matters which of two bounds a number has; None where they say the same."""
    both = {one, two}
    if len(both) == 1 or both <= _UPWARD or both <= _DOWNWARD:
        return None
    if Bound.PLAIN in both:
        return Severity.LOW if both & _ROUNDED else Severity.MEDIUM
    if Bound.ABOUT in both:
        return None if both <= _ROUNDED else Severity.LOW
    return Severity.MEDIUM if both & _ROUNDED else Severity.HIGH


def _told(here: Bound, there: Bound) -> str:
    """Return what the difference comes to."""
    if there in _ROUNDED and here is Bound.PLAIN:
        return "what is rounded there is told as exact here"
    if here in _ROUNDED and there is Bound.PLAIN:
        return "what is exact there is told as rounded here"
    if here is Bound.PLAIN:
        return f"the {_end(there)} that it may be is told as what it is"
    if there is Bound.PLAIN:
        return f"what it is there is told as the {_end(here)} that it may be"
    return "the amount is open to the other side" if Bound.ABOUT not in (here, there) else "it is open in another way"


def _end(bound: Bound) -> str:
    return "least" if bound in _UPWARD else "most"


def _left_open(side: SideView, plain: Bounded, other: Bounded, numbers: Sequence[Bounded]) -> bool:
    """Return whether a plain number is open in another way: by a hedge, a range, or a phrase that goes for it too."""
    if plain.bound is not Bound.PLAIN:
        return False
    first = plain.words[0]
    before = _clause_before(side, first)
    if any(w.key in word_table("hedges") or w.key in _OPENING or hard_denial(w) for w in before):
        return True
    if other.bound in _UPWARD | {Bound.MOST} and any(w.key in _STILL_OPEN for w in side.sentence(first.sentence)):
        return True
    if _in_range(side, plain, numbers):
        return True
    return any(
        n.bound is other.bound
        and n.words[0].sentence == first.sentence
        and n.words[-1].at < first.at
        and any(w.key in _GOING_ON for w in side.words[n.words[-1].at : first.at])
        for n in numbers
    )


def _clause_before(side: SideView, word: Word) -> list[Word]:
    before = side.words[max(0, word.at - REACH) : word.at]
    return list(takewhile(lambda w: w.word and w.sentence == word.sentence, reversed(before)))


def _in_range(side: SideView, number: Bounded, numbers: Sequence[Bounded]) -> bool:
    """Return whether the number is an end of a range: 30 to 40, between 30 and 40."""
    own = number.words
    for n in numbers:
        low, high = sorted((own, n.words), key=lambda words: words[0].at)
        joint = [w.key for w in side.words[low[-1].at + 1 : high[0].at]]
        ahead = [w.key for w in side.words[max(0, low[0].at - 1) : low[0].at]]
        if len(joint) == 1 and (joint[0] in _TO or (joint == ["and"] and ahead == ["between"])):
            return True
    return False


def _led_otherwise(side: SideView, against: SideView, number: Bounded, plain: Bounded) -> bool:
    """Return whether the word before a number is a preposition that another one stands for, and says nothing of it."""
    if plain.bound is not Bound.PLAIN or [w.key for w in number.phrase] not in [[p] for p in _ALSO_PREPOSITIONS]:
        return False
    led = [w.key for w in against.words[max(0, plain.words[0].at - 1) : plain.words[0].at]]
    kept = [w.key for w in side.words[max(0, number.phrase[0].at - 1) : number.phrase[0].at]]
    return led != kept and any(k in word_list("grammar_prepositions") or k in _TO for k in led)


@cache
def _phrases() -> Mapping[str, Bound]:
    return {phrase: Bound(name) for phrase, name in word_table("bounds").items()}
