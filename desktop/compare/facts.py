"""What a pair says of each sentence of one of its articles, and what of it shows through a filter.

Pure. What does not depend on the filter is worked out once a pair; of sentences in no link nothing is kept.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from core.model import Link, MatchClass, Pair, Severity, Span
from desktop.rank import strongest
from desktop.remembering import remembered

End = tuple[int, int, MatchClass]
"""The other sentence of a pair of sentences, the number of its link, and its class."""
Change = tuple[Span, Severity, int]
"""Where something diverges, how severe that is, and the number of its link."""


@dataclass(frozen=True, slots=True)
class Said:
    """What is said of a sentence that is in a link."""

    match: MatchClass | None
    """None where only weak links join it: they say nothing of it."""
    hidden: bool
    """The filter takes its colours away."""
    links: tuple[int, ...]
    """Those that show, in the order of the other side and weak ones last."""

    @property
    def derived(self) -> bool:
        """Return whether wording or content was taken over."""
        return self.match is not None and self.match.derived


@dataclass(frozen=True, slots=True)
class Filter:
    """What of a pair has colours and ribbons, and which links that leaves."""

    hidden: frozenset[MatchClass] = frozenset()
    diverging: Sequence[bool] = ()
    """By link: whether it is not left out for having no high or medium divergence."""
    shows: Sequence[bool] = ()
    """By link: whether anything of it shows."""
    clear: Sequence[bool] = ()
    """By link: whether all of it shows."""

    @classmethod
    def of(cls, pair: Pair, hidden: frozenset[MatchClass], *, diverging_only: bool) -> Filter:
        """Return what shows of a pair; ``diverging_only`` leaves out what has no high or medium divergence."""
        diverging = [not diverging_only or _diverges(link) for link in pair.links]
        classes = _classes(pair)
        shows = [kept and not found <= hidden for kept, found in zip(diverging, classes, strict=True)]
        clear = [
            kept and hidden.isdisjoint(found) and link.match not in hidden
            for kept, found, link in zip(diverging, classes, pair.links, strict=True)
        ]
        return cls(hidden, diverging, shows, clear)

    def lets(self, link: int, match: MatchClass) -> bool:
        """Return whether a sentence pair of that class shows within a link."""
        return match not in self.hidden and self.diverging[link]


def _diverges(link: Link) -> bool:
    return any(d.severity is not Severity.LOW for d in link.divergences)


@remembered(4)
def _classes(pair: Pair) -> list[frozenset[MatchClass]]:
    """Return the classes of each link's sentence pairs; of none there is nothing to show."""
    return [frozenset(match for _, _, match in link.pairs) for link in pair.links]


@dataclass(frozen=True, slots=True)
class Facts:
    """What a pair says of one of its articles, whatever the filter."""

    ends: Mapping[int, Sequence[End]]
    """By sentence, in the order of the other side and weak ones last."""
    changes: Sequence[Change]
    """In text order."""
    starts: Sequence[int]
    longest: int
    owns: Sequence[tuple[int, ...]]
    """The sentences of each link."""
    plain: Mapping[int, Said]
    """What is said of each linked sentence without a filter."""

    def said(self, chosen: Filter) -> Mapping[int, Said]:
        """Return what is said of each linked sentence."""
        touched = [n for n, clear in enumerate(chosen.clear) if not clear]
        made = dict(self.plain)
        made |= {own: _said(self.ends[own], chosen) for number in touched for own in self.owns[number]}
        return made

    def near(self, sentence: Span, chosen: Filter) -> list[tuple[Span, Severity]]:
        """Return what diverges in a sentence or close to it, in the links that show."""
        first, last = (
            bisect_right(self.starts, sentence.start - self.longest - 1),
            bisect_right(self.starts, sentence.end),
        )
        return [(span, severity) for span, severity, number in self.changes[first:last] if chosen.shows[number]]


def _said(ends: Sequence[End], chosen: Filter) -> Said:
    if len(ends) == 1 and (match := ends[0][2]) is not MatchClass.UNRELATED:
        number = ends[0][1]
        return Said(match, not chosen.lets(number, match), (number,) if chosen.shows[number] else ())
    counted = [(number, match) for _, number, match in ends if match is not MatchClass.UNRELATED]
    seen = [match for number, match in counted if chosen.lets(number, match)]
    links = tuple(dict.fromkeys([number for _, number, _ in ends if chosen.shows[number]]))
    return Said(strongest(seen or [match for _, match in counted]), not seen, links)


@remembered(4)
def facts_of(pair: Pair) -> tuple[Facts, Facts]:
    """Return what a pair says of A and of B; the last ones are kept, for every filter asks again."""
    return _of(pair, of_a=True), _of(pair, of_a=False)


def _of(pair: Pair, *, of_a: bool) -> Facts:
    ends: dict[int, list[End]] = defaultdict(list)
    changes: list[Change] = []
    for number, link in enumerate(pair.links):
        for own, other, match in _oriented(link, of_a=of_a):
            ends[own].append((other, number, match))
        for divergence in link.divergences:
            span = divergence.a if of_a else divergence.b
            if span is not None:
                changes.append((span, divergence.severity, number))
    for found in ends.values():
        if len(found) > 1:
            found.sort(key=lambda end: (end[2] is MatchClass.UNRELATED, *end[:2]))
    changes.sort(key=lambda change: change[0])
    starts = [span.start for span, _, _ in changes]
    longest = max((len(span) for span, _, _ in changes), default=0)
    everything = Filter.of(pair, frozenset(), diverging_only=False)
    plain = {own: _said(found, everything) for own, found in ends.items()}
    owns = [link.a if of_a else link.b for link in pair.links]
    return Facts(dict(ends), changes, starts, longest, owns, plain)


def _oriented(link: Link, *, of_a: bool) -> list[tuple[int, int, MatchClass]]:
    """Return a link's sentence pairs as (own, other, class); sentences in no pair take the link's class."""
    pairs = list(link.pairs) if of_a else [(j, i, m) for i, j, m in link.pairs]
    own, other = (link.a, link.b) if of_a else (link.b, link.a)
    paired = {p[0] for p in pairs}
    return pairs + [(i, other[0], link.match) for i in own if i not in paired]
