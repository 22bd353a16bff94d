"""Dates and times that changed on the way.

Two dates contradict each other when they tell the same parts (month and day, weekday …) and one part differs;
a date told less fully does not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from core.divergence.facts import facts_of
from core.divergence.view import LinkView
from core.model import Divergence, DivergenceType, Mention, MentionKind, Severity

Parts = Mapping[str, str]

_FORMS = (
    re.compile(r"weekday:(?P<weekday>\d)"),
    re.compile(r"T(?P<clock>\d\d:\d\d)"),
    re.compile(r"(?P<decade>\d{4})s"),
    re.compile(r"(?P<year>\d{4})-(?P<season>[a-z]+)"),
    re.compile(r"(?:(?P<year>\d{4})|-)-(?P<month>\d\d)(?:-(?P<day>\d\d))?"),
    re.compile(r"(?P<year>\d{4})"),
)


def find_dates(view: LinkView) -> Iterator[Divergence]:
    """Yield the dates of A that contradict a date of B in the same role."""
    of_a, of_b = view.a.mentioned(MentionKind.DATE), view.b.mentioned(MentionKind.DATE)
    own = [x for x in of_a if not any(_agree(x, y) for y in of_b)]
    other = [y for y in of_b if not any(_agree(x, y) for x in of_a)]
    for x in own:
        rivals = [y for y in other if _comparable(x, y)]
        if not rivals:
            continue
        aligned = [y for y in rivals if view.meet(x.span, y.span)]
        y = (aligned or rivals)[0]
        alone = len(rivals) == 1 and sum(_comparable(z, y) for z in own) == 1
        if aligned or (alone and not _told(view, x)):
            other.remove(y)
            why = f"{view.became(x.span, y.span)}."
            yield Divergence(DivergenceType.DATE, x.span, y.span, _severity(x, y), why)


def _parts(mention: Mention) -> Parts:
    for form in _FORMS:
        if match := form.fullmatch(mention.value):
            return {name: value for name, value in match.groupdict().items() if value}
    return {}


def _comparable(x: Mention, y: Mention) -> bool:
    """Return whether both tell the same parts, the year aside."""
    own, other = _parts(x), _parts(y)
    return own.keys() - {"year"} == other.keys() - {"year"} and bool(own.keys() & other.keys())


def _agree(x: Mention, y: Mention) -> bool:
    """Return whether both tell something in common and contradict each other in nothing."""
    own, other = _parts(x), _parts(y)
    common = own.keys() & other.keys()
    return bool(common) and all(own[name] == other[name] for name in common)


def _told(view: LinkView, x: Mention) -> bool:
    """Return whether the source tells A's date elsewhere, so that it may have come from there."""
    return any(_agree(x, m) for m in facts_of(view.b.article).dates)


def _severity(x: Mention, y: Mention) -> Severity:
    """Return high where the day or year of an event changed, medium for a month, a weekday or an hour alone."""
    return Severity.HIGH if {"day", "year"} & _parts(x).keys() & _parts(y).keys() else Severity.MEDIUM
