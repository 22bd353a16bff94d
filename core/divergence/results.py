"""Results of matches and votes that changed: “Rovers 1-1 City” became “Rovers 1 City 2”, “won 2-1” became “won 2-2”.

Pure. On a line of its own a result gives each side its figure; in prose it may be told from either side, in digits or
words (31-14, by thirty-one votes to fourteen), and only the two figures are compared.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from core.divergence.view import LinkView, SideView
from core.lexis import is_function, key
from core.model import Divergence, DivergenceType, MentionKind, Severity, Span

LONGEST_LINE = 120
"""Characters of a line that is a result and nothing else."""
_DASH = "[-–—‐‑:]"
_BETWEEN = re.compile(rf"(?P<home>\D+?)\s+(?P<own>\d{{1,3}})\s?{_DASH}\s?(?P<other>\d{{1,3}})\s+(?P<away>[^\d]+)")
_BEHIND = re.compile(r"(?P<home>\D+?)\s+(?P<own>\d{1,3}),?\s+(?P<away>\D+?)\s+(?P<other>\d{1,3})\W*")
_PROSE = re.compile(r"(?<![\w.,/:$£€-])(?P<own>\d{1,3})[-–—](?P<other>\d{1,3})(?![\w/%–—-]|[.,:]\d)")
_TO = re.compile(r"\s+(?P<votes>votes?\s+)?(?:to|against)\s+", re.IGNORECASE)
_BEFORE_RANGE = re.compile(r"\b(?:from|between)\s+$", re.IGNORECASE)
_LONGEST_BEFORE = 12
"""Characters before a figure in which the word stands that makes it the beginning of a range."""


@dataclass(frozen=True, slots=True)
class _Result:
    """A result, and where it is told on a line of its own who has which figure."""

    span: Span
    figures: tuple[int, int]
    sides: tuple[frozenset[str], frozenset[str]] | None = None


def find_results(view: LinkView) -> Iterator[Divergence]:
    """Yield the results of A that are not those of the sentence of B it is linked with."""
    for i, j, _ in view.link.pairs:
        a, b = _result(view.a, i), _result(view.b, j)
        if a is not None and b is not None and _differ(view, a, b):
            yield Divergence(DivergenceType.NUMBER, a.span, b.span, Severity.HIGH, f"{view.became(a.span, b.span)}.")


def _result(side: SideView, index: int) -> _Result | None:
    sentence = side.article.sentences[index].span
    text = side.of(sentence)
    for pattern in (_BETWEEN, _BEHIND) if len(text) <= LONGEST_LINE else ():
        line = pattern.fullmatch(text)
        if line and _is_side(line["home"]) and _is_side(line["away"]):
            figures = int(line["own"]), int(line["other"])
            return _Result(sentence, figures, (_names(line["home"]), _names(line["away"])))
    start = sentence.start
    found = [
        _Result(Span(start + m.start(), start + m.end()), (int(m["own"]), int(m["other"])))
        for m in _PROSE.finditer(text)
    ]
    found += _with_to(side, sentence)
    if len(found) != 1:
        return None
    dated = any(d.span.overlaps(found[0].span) for d in side.mentioned(MentionKind.DATE))
    return None if dated or side.quoted(found[0].span) else found[0]


def _with_to(side: SideView, sentence: Span) -> Iterator[_Result]:
    """Yield results told as “31 to 14”, in digits or words; but “20 to 30” without votes is a range."""
    text = side.article.text
    figures = [m for m in side.mentioned(MentionKind.NUMBER) if sentence.contains(m.span) and m.value.isdecimal()]
    for own, other in pairwise(figures):
        between = _TO.fullmatch(text, own.span.end, other.span.start)
        if between is None or _BEFORE_RANGE.search(
            text, max(sentence.start, own.span.start - _LONGEST_BEFORE), own.span.start
        ):
            continue
        if between["votes"] or int(own.value) >= int(other.value):
            yield _Result(Span(own.span.start, other.span.end), (int(own.value), int(other.value)))


def _is_side(text: str) -> bool:
    """Return whether words are the name of a team: in capitals throughout."""
    words = [w.strip(".,()&") for w in text.split()]
    return bool(words) and all(not w or w[0].isupper() or is_function(w) for w in words) and not is_function(words[-1])


def _names(text: str) -> frozenset[str]:
    return frozenset(key(w) for w in text.split() if not is_function(w))


def _differ(view: LinkView, a: _Result, b: _Result) -> bool:
    if a.sides is None or b.sides is None:
        return view.meet(a.span, b.span) and sorted(a.figures) != sorted(b.figures)
    if a.sides[0] & b.sides[0] and a.sides[1] & b.sides[1]:
        return a.figures != b.figures
    if a.sides[0] & b.sides[1] and a.sides[1] & b.sides[0]:
        return a.figures != b.figures[::-1]
    return False
