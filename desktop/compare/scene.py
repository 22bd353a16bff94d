"""What the compare view says of a pair: each sentence's class, links and marks, and the ties between sentences.

Pure: values of the model in, values to paint out. Left and right are places on screen, A and B articles of the pair;
A (under review) stands right unless the sides are swapped. Sentences are 0-based indices.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from types import MappingProxyType
from typing import overload

from core.model import Article, Divergence, Link, MatchClass, Pair, SentenceKind, Severity, Span, sentence_label
from desktop.compare.disguised import Disguise, disguises_of, inside
from desktop.compare.facts import Facts, Filter, Said, facts_of
from desktop.compare.geometry import WHOLE, Slot, longest_chain
from desktop.compare.outline import EMPTY, Outline, outline_of
from desktop.compare.text import shown
from desktop.compare.wording import is_source
from desktop.language import tr_noop
from desktop.remembering import early_of_pair, remembered

NOT_REUSED = tr_noop("not reused")
_LACKS = {True: NOT_REUSED, False: tr_noop("without a source here"), None: tr_noop("without a match here")}


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
    disguised: tuple[Disguise, ...] = ()

    @property
    def reused(self) -> bool:
        """Return whether wording or content of the sentence was taken over."""
        return self.match is not None and self.match.derived


@dataclass(frozen=True, slots=True)
class Side:
    """One column: an article's letter and sentences."""

    article: str
    letter: str
    sentences: Sequence[SentenceView]
    """Made one by one when they are looked at; what is asked of all at once is in the columns below."""
    lacks: str = NOT_REUSED
    """What is said of its sentences that match nothing."""
    source: Article | None = None
    outline: Outline = EMPTY
    said: Mapping[int, Said] = field(default_factory=dict)
    """What is said of the sentences that are in a link."""
    linked: Sequence[tuple[int, ...]] = ()
    """The sentences of each link, whether it shows or not."""
    hidden: frozenset[MatchClass] = frozenset()
    """The classes that the filter takes the colours of."""
    analysed: bool = False

    def find(self, wanted: re.Pattern[str]) -> Iterator[tuple[int, int, int]]:
        """Yield where a pattern stands: the sentence, and from where to where in it.

        It is looked for in the article itself, which is shown code point for code point.
        """
        text = self.source.text if self.source is not None else ""
        for number, sentence in enumerate(self.source.sentences if self.source is not None else ()):
            start = sentence.span.start
            for found in wanted.finditer(text, start, sentence.span.end):
                yield number, found.start() - start, found.end() - start

    def reused(self, number: int) -> bool:
        """Return whether wording or content of a sentence was taken over."""
        return number in self.said and self.said[number].derived

    def told(self, number: int) -> tuple[MatchClass | None, bool, tuple[int, ...]]:
        """Return a sentence's class, whether its colours are hidden, and its links."""
        said = self.said.get(number)
        if said is not None and said.match is not None:
            return said.match, said.hidden, said.links
        if not self.analysed:
            return None, False, ()
        match = MatchClass.UNCHECKED if number in self.outline.unchecked else MatchClass.NO_SOURCE
        return match, match in self.hidden, said.links if said is not None else ()


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


@dataclass(frozen=True)
class Scene:
    """Both columns and everything between them."""

    left: Side | None = None
    right: Side | None = None
    ties: tuple[Tie, ...] = ()
    order: tuple[int, ...] = ()
    """The links that show, by their place in the right article."""
    weak: tuple[int, ...] = ()
    """The weak links that show, best first: numbered on from the pair's links, and no findings."""
    weights: Sequence[float] = ()
    """How sure each link is."""

    @cached_property
    def chain(self) -> tuple[tuple[int, int], ...]:
        """Return the sentence pairs ``(left, right)`` by which scrolling is synchronized, increasing on both sides.

        Worked out when the reader first scrolls.
        """
        derived = [(t.left, t.right, self.weights[t.link]) for t in self.ties if t.match.derived]
        return tuple(derived[k][:2] for k in longest_chain(derived))


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
    weak: Sequence[Link] = (),
) -> Scene:
    """Return what is said of a pair; ``letters`` are those of A and B, ``hidden`` the classes filtered out.

    ``left_out`` are the words that exclusions leave out of the scores, by article; ``weak`` are links of class
    ``unrelated`` to be shown besides the pair's own, which change no sentence's class.
    """
    if weak:
        pair = _widened(pair, weak)
    chosen = Filter.of(pair, hidden, diverging_only=diverging_only)
    sources = (is_source(pair, of_a=True), is_source(pair, of_a=False))
    a_view, b_view = (
        _linked_side(article, letter, facts, chosen, sorted(left_out.get(article.id, ())), _LACKS[source])
        for article, letter, facts, source in zip((a, b), letters, facts_of(pair), sources, strict=True)
    )
    ties = _ties(pair, a, b, chosen)
    left, right = (a_view, b_view) if swapped else (b_view, a_view)
    if swapped:
        ties = tuple(Tie(t.link, t.right, t.left, t.match, t.right_slot, t.left_slot, t.severity) for t in ties)
    shown_weak = tuple(t.link for t in ties if t.match is MatchClass.UNRELATED)
    return Scene(left, right, ties, _order(ties), shown_weak, [link.confidence for link in pair.links])


@remembered(2)
def _widened(pair: Pair, weak: Sequence[Link]) -> Pair:
    """Return the pair with weak links behind its own."""
    return replace(pair, links=(*pair.links, *weak))


@early_of_pair
def _known(pair: Pair, a: Article, b: Article) -> None:
    """Work out what both columns and the ribbons are made of, whatever the filter."""
    facts_of(pair)
    _all_ties(pair, a, b)
    _all_severities(pair, a, b)


def _order(ties: Iterable[Tie]) -> tuple[int, ...]:
    """Return the links, but for weak ones, by where they first stand on the right, and then on the left."""
    first: dict[int, tuple[int, int]] = {}
    for tie in ties:
        place = (tie.right, tie.left)
        if tie.match is not MatchClass.UNRELATED and (tie.link not in first or place < first[tie.link]):
            first[tie.link] = place
    return tuple(sorted(first, key=lambda link: (*first[link], link)))


class _Views(Sequence[SentenceView]):
    """One article's sentences as they are shown, each made when it is first looked at."""

    def __init__(self, article: Article, letter: str, make: Callable[[int, str], SentenceView]) -> None:
        self._article, self._letter, self._make = article, letter, make
        self._made: dict[int, SentenceView] = {}

    def __len__(self) -> int:
        return len(self._article.sentences)

    @overload
    def __getitem__(self, number: int) -> SentenceView: ...

    @overload
    def __getitem__(self, number: slice) -> tuple[SentenceView, ...]: ...

    def __getitem__(self, number: int | slice) -> SentenceView | tuple[SentenceView, ...]:
        if isinstance(number, slice):
            return tuple(self[n] for n in range(*number.indices(len(self))))
        number = range(len(self))[number]
        if number not in self._made:
            self._made[number] = self._make(number, sentence_label(self._letter, number))
        return self._made[number]


def _plain_side(article: Article | None, letter: str) -> Side | None:
    if article is None:
        return None
    outline, disguised = outline_of(article), disguises_of(article)

    def view(number: int, label: str) -> SentenceView:
        span = article.sentences[number].span
        plain = (label, shown(span.of(article.text)), outline.kinds[number], outline.starts[number])
        return SentenceView(*plain, disguised=inside(span, disguised))

    return Side(article.id, letter, _Views(article, letter, view), source=article, outline=outline)


def _linked_side(
    article: Article, letter: str, facts: Facts, chosen: Filter, left_out: Sequence[Span], lacks: str
) -> Side:
    """Return one article as the pair shows it; ``lacks`` is what is said of sentences that match nothing."""
    outline, disguised = outline_of(article), disguises_of(article)

    def view(number: int, label: str) -> SentenceView:
        span = article.sentences[number].span
        plain = (label, shown(span.of(article.text)), outline.kinds[number], outline.starts[number])
        marks, excluded = _marks(span, facts.near(span, chosen)), _inside(span, left_out)
        return SentenceView(*plain, *side.told(number), marks, excluded, inside(span, disguised))

    views = _Views(article, letter, view)
    said = facts.said(chosen)
    columns = (article, outline, said, facts.owns, chosen.hidden)
    side = Side(article.id, letter, views, lacks, *columns, analysed=True)
    return side


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


def _ties(pair: Pair, a: Article, b: Article, chosen: Filter) -> tuple[Tie, ...]:
    """Return what is drawn between the sentences of B, on the left, and of A."""
    return _all_ties(pair, a, b) if all(chosen.clear) else _made_ties(pair, a, b, chosen)


@remembered(4)
def _all_ties(pair: Pair, a: Article, b: Article) -> tuple[Tie, ...]:
    return _made_ties(pair, a, b, Filter.of(pair, frozenset(), diverging_only=False))


def _made_ties(pair: Pair, a: Article, b: Article, chosen: Filter) -> tuple[Tie, ...]:
    raw = [
        (number, j, i, match)
        for number, link in enumerate(pair.links)
        if chosen.shows[number]
        for i, j, match in link.pairs
        if chosen.lets(number, match)
    ]
    filled = [(n, left, right) for n, (_, left, right, match) in enumerate(raw) if match.derived]
    left_slots = _slots([(left, right, n) for n, left, right in filled])
    right_slots = _slots([(right, left, n) for n, left, right in filled])
    severities = _all_severities(pair, a, b)
    return tuple(
        Tie(
            number,
            left,
            right,
            match,
            left_slots.get(n, WHOLE),
            right_slots.get(n, WHOLE),
            severities.get((number, right, left)),
        )
        for n, (number, left, right, match) in enumerate(raw)
    )


def _slots(ends: Iterable[tuple[int, int, int]]) -> dict[int, Slot]:
    """Cut each sentence's height among its ties ``(own, other, tie)`` in the order of the other side.

    Ties that have a sentence to themselves are left out.
    """
    by_sentence: dict[int, list[int]] = defaultdict(list)
    for own, _, tie in sorted(ends):
        by_sentence[own].append(tie)
    shared = [ties for ties in by_sentence.values() if len(ties) > 1]
    return {tie: Slot(k, len(ties)) for ties in shared for k, tie in enumerate(ties)}


@remembered(4)
def _all_severities(pair: Pair, a: Article, b: Article) -> dict[tuple[int, int, int], Severity]:
    """Return the most severe divergence of each sentence pair ``(link, of A, of B)`` that has one."""
    return {
        (number, *place): severity
        for number, link in enumerate(pair.links)
        if link.divergences
        for place, severity in _severities(link, a, b).items()
    }


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
