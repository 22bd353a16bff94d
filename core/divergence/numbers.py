"""Numbers that changed on the way: a figure of the source became another in the same place.

Equal values in other words are no divergence, nor is a rounded figure that says so (“nearly 400,000”).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from core.divergence.bounds import bounded, same_limit
from core.divergence.facts import facts_of
from core.divergence.measures import same_measure
from core.divergence.results import find_results
from core.divergence.view import LinkView, SideView, same_stem
from core.model import Divergence, DivergenceType, Mention, MentionKind, Severity

ROUNDING = Decimal("0.06")
"""Largest relative difference that “about” and the like excuse."""
ROUNDING_PARTS = Decimal("0.12")
"""The same where one side is a fraction in words: “around a third” of 30 %."""
ROUNDING_DOZEN = Decimal("0.2")
"""The same where one side counts in dozens, which says by itself that it is rounded."""
LARGE_AMOUNT = 1000
"""From here on an equal amount is the same one with or without its currency."""
MOST_APART = 3
"""Ratio up to which two numbers that nothing but their sentences ties together may be one figure."""
LARGE_CHANGE = Decimal("1.2")
"""Ratio from which a changed count makes a reader believe something else."""
_APPROXIMATE = frozenset(
    {
        "about",
        "around",
        "nearly",
        "almost",
        "roughly",
        "some",
        "approximately",
        "over",
        "than",
        "least",
        "most",
        "excess",
    }
    | {"up", "under", "close", "upwards", "estimated", "approaching", "topping", "just"}
)
_UNITS = frozenset(
    {
        "second",
        "minute",
        "hour",
        "day",
        "night",
        "week",
        "month",
        "year",
        "decade",
        "mile",
        "kilometer",
        "kilometre",
        "km",
    }
    | {
        "meter",
        "metre",
        "foot",
        "feet",
        "inch",
        "yard",
        "acre",
        "hectare",
        "page",
        "mph",
        "degree",
        "ton",
        "tonne",
        "pound",
    }
)
"""Measures: two of them are never one another, and a changed measure is a lesser fact than a changed count."""


def find_numbers(view: LinkView) -> Iterator[Divergence]:
    """Yield the numbers of A that contradict a number of B in the same role."""
    of_a, of_b = view.a.mentioned(MentionKind.NUMBER), view.b.mentioned(MentionKind.NUMBER)
    values_a, values_b = {m.value for m in of_a}, {m.value for m in of_b}
    own = [m for m in of_a if m.value not in values_b and not _without_currency(m, of_b)]
    other = [m for m in of_b if m.value not in values_a and not _without_currency(m, of_a)]
    scored = sorted(
        ((_fit(view, x, y), -abs(n - m), x, y) for n, x in enumerate(own) for m, y in enumerate(other)),
        key=lambda row: (-row[0], -row[1], row[2].span, row[3].span),
    )
    used: list[Mention] = []
    told: list[Divergence] = []
    for fit, _, x, y in scored:
        if fit > 0 and x not in used and y not in used:
            used += [x, y]
            told += _changed(view, x, y)
    told += _points(view, own, other)
    for x, y in _left_over(view, [m for m in own if m not in used], [m for m in other if m not in used]):
        told += _changed(view, x, y)
    # A figure of a result may stand in the other's too (1-1, 1-2) and is no new value then: it is told as a whole.
    results = [*find_results(view)]
    yield from results
    yield from (d for d in told if not any(d.a and r.a and d.a.overlaps(r.a) for r in results))


def _points(view: LinkView, own: Sequence[Mention], other: Sequence[Mention]) -> Iterator[Divergence]:
    """Yield a figure that is the same but percentage points on one side and a percentage on the other."""
    for x in own:
        for y in other:
            worded = any("percentage" in side.of(m.span).casefold() for side, m in ((view.a, x), (view.b, y)))
            if (
                worded
                and {_unit(x), _unit(y)} == {"points", "%"}
                and _amount(x) == _amount(y)
                and view.meet(x.span, y.span)
            ):
                why = f"{view.became(x.span, y.span)}: a percentage point is not a percent."
                yield Divergence(DivergenceType.NUMBER, x.span, y.span, Severity.HIGH, why)


def _changed(view: LinkView, x: Mention, y: Mention) -> Iterator[Divergence]:
    told_alike = _rounded(view, x, y) or _converted(view, x, y) or same_limit(bounded(view.a, x), bounded(view.b, y))
    if not told_alike:
        why = f"{view.became(x.span, y.span)}."
        yield Divergence(DivergenceType.NUMBER, x.span, y.span, _severity(view, x, y), why)


def _left_over(view: LinkView, own: Sequence[Mention], other: Sequence[Mention]) -> Iterator[tuple[Mention, Mention]]:
    """Yield two numbers of a pair of sentences that can only be one another, however their role is worded."""
    told: set[Mention] = set()
    for i, j, _ in view.link.pairs:
        mine = [m for m in own if view.a.article.sentences[i].span.contains(m.span) and m not in told]
        theirs = [m for m in other if view.b.article.sentences[j].span.contains(m.span) and m not in told]
        fits = [(x, y) for x in mine for y in theirs if _comparable(view, x, y)]
        for x, y in fits:
            if sum(x is m or y is n for m, n in fits) == 1:
                told |= {x, y}
                yield x, y


def _comparable(view: LinkView, x: Mention, y: Mention) -> bool:
    """Return whether two numbers could be one figure: a like unit, or a currency that one side leaves out."""
    if (_occurs(view.b, x) and _occurs(view.a, y)) or _label(view.a, x) or _label(view.b, y):
        return False
    if "1" in (x.value, y.value) or "ordinal" in (_unit(x), _unit(y)) or _same_figure(view, x, y):
        return False
    if _compares(view.a, x) or _compares(view.b, y):
        return False
    low, high = sorted((abs(_amount(x)), abs(_amount(y))))
    if high > MOST_APART * low:
        return False
    one, two = _unit(x), _unit(y)
    if one != two and ("%" in (one, two) or "" not in (one, two)):
        return False
    return _digits(view, x, y) or _same_word_behind(view, x, y)


def _same_word_behind(view: LinkView, x: Mention, y: Mention) -> bool:
    """Return whether the same word follows both, whatever it is: “five in intensive care”, “three of them in …”."""
    own, other = view.a.inside(x.span), view.b.inside(y.span)
    behind_a = {w.key for w in view.a.words[own[-1].at + 1 : own[-1].at + 4] if w.word} if own else set()
    behind_b = {w.key for w in view.b.words[other[-1].at + 1 : other[-1].at + 4] if w.word} if other else set()
    return bool(behind_a & behind_b)


def _fit(view: LinkView, x: Mention, y: Mention) -> float:
    """Return how surely two different numbers stand in the same role; 0 is not at all."""
    if _unit(x) != _unit(y) or _label(view.a, x) or _label(view.b, y) or _same_figure(view, x, y):
        return 0.0
    if _compares(view.a, x) != _compares(view.b, y):
        return 0.0
    aligned = view.meet(x.span, y.span)
    counted = _same_neighbour(view, x, y, 1)
    before = _same_neighbour(view, x, y, -1)
    if x.value == "1" or y.value == "1" or _unit(x) == "ordinal":
        return 2.0 if aligned and counted else 0.0
    if not counted and not _unit(x) and _neighbour(view.a, x, 1) is not None and _neighbour(view.b, y, 1) is not None:
        return 0.0  # they count different things
    if aligned:
        return 2.0 + counted + before if counted or before or _unit(x) or _digits(view, x, y) else 0.0
    known = _occurs(view.b, x) or _occurs(view.a, y)
    return 0.0 if known or not counted else 1.0 + before


def _compares(side: SideView, mention: Mention) -> bool:
    """Return whether the number tells a difference: “three cents more than a year ago”."""
    inside = side.inside(mention.span)
    after = side.words[inside[-1].at + 1 : inside[-1].at + 4] if inside else ()
    return any(w.key in ("more", "less", "fewer", "higher", "lower", "earlier", "later", "longer") for w in after)


def _without_currency(mention: Mention, others: Sequence[Mention]) -> bool:
    """Return whether the other side has the same amount and one of both leaves its currency out."""
    return any(
        _amount(mention) == _amount(m) and "" in (_unit(mention), _unit(m)) and _amount(m) >= LARGE_AMOUNT
        for m in others
        if "ordinal" not in (_unit(mention), _unit(m))
    )


def _label(side: SideView, mention: Mention) -> bool:
    """Return whether the number only counts off a paragraph: “7 Terrible tea”, “2. Open the lid”."""
    opens = any(side.article.sentences[i].span.start == mention.span.start for i in side.sentences)
    after = side.article.text[mention.span.end : mention.span.end + 3].lstrip(".) ")
    return opens and side.of(mention.span).isdigit() and after[:1].isupper()


def _same_figure(view: LinkView, x: Mention, y: Mention) -> bool:
    """Return whether both are one figure of which one has an “m” that may be millions or metres."""
    one, two = view.a.of(x.span), view.b.of(y.span)
    return one != two and one.removesuffix("m") == two.removesuffix("m")


def _unit(mention: Mention) -> str:
    if mention.value.startswith("ordinal"):
        return "ordinal"
    return mention.value.partition(" ")[2]


def _amount(mention: Mention) -> Decimal:
    return Decimal(mention.value.removeprefix("ordinal:").partition(" ")[0])


def _occurs(side: SideView, mention: Mention) -> bool:
    return mention.value in facts_of(side.article).numbers


def _digits(view: LinkView, x: Mention, y: Mention) -> bool:
    """Return whether both are written in digits: two figures in one slot are meant to be the same figure."""
    return view.a.of(x.span)[0].isdigit() and view.b.of(y.span)[0].isdigit()


def _same_neighbour(view: LinkView, x: Mention, y: Mention, step: int) -> bool:
    """Return whether the next content words on one side of both numbers correspond."""
    own, other = _neighbour(view.a, x, step), _neighbour(view.b, y, step)
    if own is None or other is None:
        return False
    one, two = view.a.words[own], view.b.words[other]
    if same_stem(one.text, two.text):
        return True
    return other in view.to_b.get(own, ()) and not (_singular(one.key) in _UNITS and _singular(two.key) in _UNITS)


def _neighbour(side: SideView, mention: Mention, step: int) -> int | None:
    inside = side.inside(mention.span)
    if not inside:
        return None
    text = inside[-1].text
    if step > 0 and "-" in text and not side.of(mention.span).endswith(text):
        return inside[-1].at
    at = (inside[-1] if step > 0 else inside[0]).at + step
    for _ in range(2):
        if not 0 <= at < len(side.words) or not side.words[at].word:
            return None
        if side.words[at].content:
            return at
        at += step
    return None


def _rounded(view: LinkView, x: Mention, y: Mention) -> bool:
    """Return whether one side says that its figure is rounded and both are close."""
    one, two = _amount(x), _amount(y)
    worded = any(not side.of(m.span)[0].isdigit() and m.value.endswith("%") for side, m in ((view.a, x), (view.b, y)))
    apart = abs(one - two) / max(abs(one), abs(two), Decimal(1))
    if any("dozen" in side.of(m.span).lower() for side, m in ((view.a, x), (view.b, y))):
        return apart <= ROUNDING_DOZEN
    near = apart <= (ROUNDING_PARTS if worded else ROUNDING)
    return near and (_approximate(view.a, x) or _approximate(view.b, y))


def _converted(view: LinkView, x: Mention, y: Mention) -> bool:
    """Return whether both are one figure in two measures: 2,500 kilograms, two and a half tonnes."""
    return same_measure(_amount(x), _measure(view.a, x), _amount(y), _measure(view.b, y))


def _measure(side: SideView, mention: Mention) -> str:
    at = _neighbour(side, mention, 1)
    return _singular(side.words[at].key) if at is not None else ""


def _approximate(side: SideView, mention: Mention) -> bool:
    inside = side.inside(mention.span)
    before = side.words[max(0, inside[0].at - 3) : inside[0].at] if inside else ()
    return any(w.key in _APPROXIMATE for w in before)


def _singular(word: str) -> str:
    return word.removesuffix("s")


def _severity(view: LinkView, x: Mention, y: Mention) -> Severity:
    if _unit(x):
        return Severity.HIGH
    at = _neighbour(view.b, y, 1)
    if at is not None and _singular(view.b.words[at].key) in _UNITS:
        return Severity.MEDIUM
    low, high = sorted((_amount(x), _amount(y)))
    return Severity.HIGH if low <= 0 or high / low >= LARGE_CHANGE else Severity.MEDIUM
