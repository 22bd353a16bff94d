"""What the compare view says of a pair: each sentence's class, links and marks, and the ties between sentences.

Pure: values of the model in, values to paint out. Left and right are places on screen, A and B articles of the pair;
A (under review) stands right unless the sides are swapped. Sentences are 0-based indices.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from types import MappingProxyType

from core.model import Article, Divergence, Link, MatchClass, Pair, SentenceKind, Severity, Span, sentence_label
from desktop.compare.geometry import WHOLE, Slot, longest_chain
from desktop.compare.text import shown
from desktop.compare.wording import is_source
from desktop.rank import strongest

NOT_REUSED = "not reused"
_LACKS = {True: NOT_REUSED, False: "without a source here", None: "without a match here"}


@dataclass(frozen=True, slots=True)
class Mark:
    """Words of a sentence that diverge; code points into the sentence."""

    start: int
    end: int
    severity: Severity


@dataclass(frozen=True, slots=True)
class SentenceView:
    """One sentence as it is shown. ``match`` is None before the pair was analysed."""

    label: str
    text: str
    kind: SentenceKind
    new_paragraph: bool
    match: MatchClass | None = None
    hidden: bool = False
    """The class filter takes its colours away."""
    links: tuple[int, ...] = ()
    """Its links in the order of the other side."""
    marks: tuple[Mark, ...] = ()
    left_out: tuple[tuple[int, int], ...] = ()
    """Stretches that an exclusion leaves out of the scores; code points into the sentence."""

    @property
    def reused(self) -> bool:
        """Return whether wording or content of the sentence was taken over."""
        return self.match is not None and self.match.derived


@dataclass(frozen=True, slots=True)
class Side:
    """One column: an article's letter and sentences."""

    article: str
    letter: str
    sentences: tuple[SentenceView, ...]
    lacks: str = NOT_REUSED
    """What is said of its sentences that match nothing."""


@dataclass(frozen=True, slots=True)
class Tie:
    """One pair of corresponding sentences, drawn as a ribbon (or as a line where only the facts agree)."""

    link: int
    left: int
    right: int
    match: MatchClass
    left_slot: Slot = WHOLE
    right_slot: Slot = WHOLE
    severity: Severity | None = None
    """What the icon in its middle tells; only high and medium are shown."""


@dataclass(frozen=True, slots=True)
class Filter:
    """What of a pair has colours and ribbons."""

    hidden: frozenset[MatchClass] = frozenset()
    diverging_only: bool = False
    """Leave out what has no high or medium divergence."""

    def link(self, link: Link) -> bool:
        """Return whether a link shows."""
        return self._diverges(link) and any(match not in self.hidden for _, _, match in link.pairs)

    def pair(self, link: Link, match: MatchClass) -> bool:
        """Return whether a sentence pair of that class shows within a link."""
        return match not in self.hidden and self._diverges(link)

    def _diverges(self, link: Link) -> bool:
        return not self.diverging_only or any(d.severity is not Severity.LOW for d in link.divergences)


@dataclass(frozen=True, slots=True)
class Scene:
    """Both columns and everything between them."""

    left: Side | None = None
    right: Side | None = None
    ties: tuple[Tie, ...] = ()
    chain: tuple[tuple[int, int], ...] = ()
    """Sentence pairs ``(left, right)`` by which scrolling is synchronized, increasing on both sides."""
    order: tuple[int, ...] = ()
    """The links that show, by their place in the right article."""


def plain_scene(left: Article | None, right: Article | None, letters: tuple[str, str]) -> Scene:
    """Return both texts before anything is known of them."""
    return Scene(_plain_side(left, letters[0]), _plain_side(right, letters[1]))


def pair_scene(
    pair: Pair,
    a: Article,
    b: Article,
    letters: tuple[str, str],
    hidden: frozenset[MatchClass],
    *,
    swapped: bool = False,
    diverging_only: bool = False,
    left_out: Mapping[str, Sequence[Span]] = MappingProxyType({}),
) -> Scene:
    """Return what is said of a pair; ``letters`` are those of A and B, ``hidden`` the classes filtered out.

    ``left_out`` are the words that exclusions leave out of the scores, by article.
    """
    chosen = Filter(hidden, diverging_only)
    a_view, b_view = (
        replace(
            _linked_side(article, letter, _Facts.of(pair, chosen, left_out.get(article.id, ()), of_a=of_a)),
            lacks=_LACKS[is_source(pair, of_a=of_a)],
        )
        for article, letter, of_a in ((a, letters[0], True), (b, letters[1], False))
    )
    left, right = (a_view, b_view) if swapped else (b_view, a_view)
    ties = _ties(pair, a, b, chosen, swapped=swapped)
    derived = [(t.left, t.right, pair.links[t.link].confidence) for t in ties if t.match.derived]
    chain = tuple(derived[k][:2] for k in longest_chain(derived))
    first = {t.link: (t.right, t.left) for t in sorted(ties, key=lambda t: (t.right, t.left), reverse=True)}
    return Scene(left, right, ties, chain, tuple(sorted(first, key=lambda link: (*first[link], link))))


def _plain_side(article: Article | None, letter: str) -> Side | None:
    return None if article is None else _read(_Known(article), letter)


class _Known:
    """An article that is told from others by being itself: comparing texts by their words would take long."""

    __slots__ = ("article",)

    def __init__(self, article: Article) -> None:
        self.article = article

    def __hash__(self) -> int:
        return id(self.article)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Known) and other.article is self.article


@lru_cache(maxsize=4)
def _read(known: _Known, letter: str) -> Side:
    """Return an article as it is shown before anything is known; the last ones are kept, for filters ask often."""
    article = known.article
    starts = _paragraph_of(article)
    views = (
        SentenceView(sentence_label(letter, n), shown(article.sentence_text(n)), s.kind, starts[n])
        for n, s in enumerate(article.sentences)
    )
    return Side(article.id, letter, tuple(views))


def _paragraph_of(article: Article) -> list[bool]:
    """Return for each sentence whether it stands in another paragraph than the one before it."""
    starts = [p.start for p in article.paragraphs]
    numbers = [bisect_right(starts, s.span.start) for s in article.sentences]
    return [n == 0 or numbers[n] != numbers[n - 1] for n in range(len(numbers))]


@dataclass(frozen=True, slots=True)
class _Facts:
    """What a pair says of one of its articles, by sentence."""

    links: dict[int, list[int]]
    classes: dict[int, list[MatchClass]]
    visible: dict[int, list[MatchClass]]
    hidden: frozenset[MatchClass]
    divergences: list[tuple[Span, Severity]]
    left_out: Sequence[Span]

    @classmethod
    def of(cls, pair: Pair, chosen: Filter, left_out: Sequence[Span], *, of_a: bool) -> _Facts:
        links: dict[int, list[tuple[int, int]]] = defaultdict(list)
        classes: dict[int, list[MatchClass]] = defaultdict(list)
        visible: dict[int, list[MatchClass]] = defaultdict(list)
        divergences: list[tuple[Span, Severity]] = []
        for number, link in enumerate(pair.links):
            shows = chosen.link(link)
            for own, other, match in _oriented(link, of_a=of_a):
                classes[own].append(match)
                if chosen.pair(link, match):
                    visible[own].append(match)
                if shows:
                    links[own].append((other, number))
            if shows:
                spans = ((d.a if of_a else d.b, d.severity) for d in link.divergences)
                divergences += [(span, severity) for span, severity in spans if span is not None]
        ordered = {own: list(dict.fromkeys(number for _, number in sorted(found))) for own, found in links.items()}
        changed = sorted(divergences, key=lambda d: d[0])
        return cls(ordered, dict(classes), dict(visible), chosen.hidden, changed, sorted(left_out))


def _oriented(link: Link, *, of_a: bool) -> list[tuple[int, int, MatchClass]]:
    """Return a link's sentence pairs as (own, other, class); sentences in no pair take the link's class."""
    pairs = [(i, j, m) if of_a else (j, i, m) for i, j, m in link.pairs]
    own, other = (link.a, link.b) if of_a else (link.b, link.a)
    paired = {p[0] for p in pairs}
    return pairs + [(i, other[0], link.match) for i in own if i not in paired]


def _linked_side(article: Article, letter: str, facts: _Facts) -> Side:
    plain = _plain_side(article, letter)
    views: list[SentenceView] = []
    starts = [span.start for span, _ in facts.divergences]
    longest = max((len(span) for span, _ in facts.divergences), default=0)
    for number, view in enumerate(plain.sentences if plain else ()):
        span = article.sentences[number].span
        match = strongest(facts.classes.get(number, ()))
        visible = facts.visible.get(number, [])
        if match is None:
            match = MatchClass.NO_SOURCE if article.sentences[number].checked else MatchClass.UNCHECKED
            hidden = match in facts.hidden
        else:
            hidden = not visible
            match = strongest(visible) or match
        near = facts.divergences[bisect_right(starts, span.start - longest - 1) : bisect_right(starts, span.end)]
        links = tuple(facts.links.get(number, ()))
        said = (match, hidden, links, _marks(span, near), _inside(span, facts.left_out))
        views.append(SentenceView(view.label, view.text, view.kind, view.new_paragraph, *said))
    return Side(article.id, letter, tuple(views))


def _inside(sentence: Span, spans: Sequence[Span]) -> tuple[tuple[int, int], ...]:
    """Return the parts of spans, in text order and none over another, inside a sentence."""
    if not spans:
        return ()
    found: list[tuple[int, int]] = []
    for span in spans[bisect_right(spans, sentence.start, key=lambda s: s.end) :]:
        if span.start >= sentence.end:
            break
        start = max(span.start, sentence.start)
        found.append((start - sentence.start, min(span.end, sentence.end) - sentence.start))
    return tuple(found)


def _marks(sentence: Span, divergences: Sequence[tuple[Span, Severity]]) -> tuple[Mark, ...]:
    """Return the parts of high and medium divergences inside a sentence; the more severe wins an overlap."""
    marks: list[Mark] = []
    if not divergences:
        return ()
    for span, severity in sorted(divergences, key=lambda d: (d[1].rank, d[0])):
        start, end = max(span.start, sentence.start) - sentence.start, min(span.end, sentence.end) - sentence.start
        if severity is Severity.LOW or start >= end or any(m.start < end and start < m.end for m in marks):
            continue
        marks.append(Mark(start, end, severity))
    return tuple(sorted(marks, key=lambda m: m.start))


def _ties(pair: Pair, a: Article, b: Article, chosen: Filter, *, swapped: bool) -> tuple[Tie, ...]:
    raw = [
        (number, i, j, match)
        for number, link in enumerate(pair.links)
        for i, j, match in link.pairs
        if chosen.pair(link, match)
    ]
    if swapped:
        sided = [(number, i, j, match, i, j) for number, i, j, match in raw]
    else:
        sided = [(number, j, i, match, i, j) for number, i, j, match in raw]
    filled = [(n, left, right) for n, (_, left, right, match, _, _) in enumerate(sided) if match.derived]
    left_slots = _slots([(left, right, n) for n, left, right in filled])
    right_slots = _slots([(right, left, n) for n, left, right in filled])
    severities = {number: _severities(link, a, b) for number, link in enumerate(pair.links) if link.divergences}
    return tuple(
        Tie(
            number,
            left,
            right,
            match,
            left_slots.get(n, WHOLE),
            right_slots.get(n, WHOLE),
            severities.get(number, {}).get((i, j)),
        )
        for n, (number, left, right, match, i, j) in enumerate(sided)
    )


def _slots(ends: Iterable[tuple[int, int, int]]) -> dict[int, Slot]:
    """Cut each sentence's height among its ties ``(own, other, tie)`` in the order of the other side."""
    by_sentence: dict[int, list[int]] = defaultdict(list)
    for own, _, tie in sorted(ends):
        by_sentence[own].append(tie)
    return {tie: Slot(k, len(ties)) for ties in by_sentence.values() for k, tie in enumerate(ties)}


def _severities(link: Link, a: Article, b: Article) -> dict[tuple[int, int], Severity]:
    """Return the most severe divergence of each sentence pair; what fits no pair counts for the first."""
    found: dict[tuple[int, int], Severity] = {}
    for divergence in link.divergences:
        if divergence.severity is Severity.LOW:
            continue
        places = [(i, j) for i, j, _ in link.pairs]
        place = next((p for p in places if _stands_in(divergence, a, b, p)), places[0])
        known = found.get(place)
        if known is None or divergence.severity.rank < known.rank:
            found[place] = divergence.severity
    return found


def _stands_in(divergence: Divergence, a: Article, b: Article, pair: tuple[int, int]) -> bool:
    in_a = divergence.a is None or a.sentences[pair[0]].span.overlaps(divergence.a)
    in_b = divergence.b is None or b.sentences[pair[1]].span.overlaps(divergence.b)
    return in_a and in_b
