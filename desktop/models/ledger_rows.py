"""What the ledger says of each sentence of an article, as plain values.

Pure: an analysis in, rows out; nothing here knows of Qt or of colours.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from core.case.review import Verdict
from core.divergence.turned import turned_divergence
from core.model import (
    Analysis,
    Article,
    Divergence,
    Excluded,
    ExcludedAs,
    Link,
    MatchClass,
    Pair,
    Role,
    Sentence,
    Severity,
    Side,
    sentence_label,
)
from core.originality.seen import View
from core.report.cards import change, place_of
from core.report.phrases import flat
from core.report.runs import views_of
from desktop.language import listed, tr, tr_noop
from desktop.plain import harmless
from desktop.session import Place
from desktop.terms import change_name, class_said, kind_said, verdict_said
from desktop.verdict_signs import weightiest

_EXCLUDED = {
    ExcludedAs.QUOTATION: tr_noop("quotation"),
    ExcludedAs.NAME: tr_noop("name"),
    ExcludedAs.PHRASE: tr_noop("phrase"),
    ExcludedAs.RUN: tr_noop("short shared run"),
}
Judge = Callable[[Pair, Link], Verdict | None]


@dataclass(frozen=True, slots=True)
class SourceChip:
    """A sentence of another article that the row's sentence is linked with, and as what."""

    letter: str
    index: int
    match: MatchClass
    place: Place

    @property
    def label(self) -> str:
        """Return what people see: ``E 13``."""
        return sentence_label(self.letter, self.index)


@dataclass(frozen=True, slots=True)
class LedgerEntry:
    """One sentence of the ledger."""

    index: int
    label: str
    match: MatchClass
    text: str
    chips: tuple[SourceChip, ...] = ()
    """The strongest first."""
    known: bool = False
    """Whether it is known that the strongest was the source."""
    change: str = ""
    """The gravest divergence, "" without one."""
    kind: str = ""
    """What kind of divergence that is."""
    severity: Severity | None = None
    others: int = 0
    """How many more divergences the sentence has."""
    verdict: Verdict | None = None
    asks: bool = False
    """Whether an editor should give a verdict: it has a source, and the reuse was not agreed."""
    reason: str = ""
    """Why it is not counted, where it is not."""

    @property
    def place(self) -> Place | None:
        """Return where to go to from here: the strongest link."""
        return self.chips[0].place if self.chips else None

    @property
    def finding(self) -> bool:
        """Return whether the sentence has a source."""
        return bool(self.chips) and self.chips[0].match.derived


class _Hit(NamedTuple):
    """One sentence pair of a link, ordered from the strongest: class, confidence, letter, sentence."""

    rank: int
    doubt: float
    letter: str
    sentence: int
    view: View
    number: int
    link: Link
    match: MatchClass

    @property
    def place(self) -> Place:
        """Return where the link is shown."""
        return Place(self.view.pair.a, self.view.pair.b, self.number)


class _Change(NamedTuple):
    divergence: Divergence
    view: View


def ledger_entries(analysis: Analysis, article_id: str) -> tuple[LedgerEntry, ...]:
    """Return a row for each sentence of the article, without verdicts: those are given by :func:`judged`."""
    article = analysis.article(article_id)
    letter = analysis.letter(article_id)
    ledger = analysis.ledger(article_id)
    views = views_of(analysis, article_id)
    hits, found = _hits(analysis, views), _changes(views)
    text = harmless(article.text)  # code point for code point, so that the spans still hold
    return tuple(
        _entry(
            LedgerEntry(index, sentence_label(letter, index), row.match, flat(sentence.span.of(text))),
            sorted(hits.get(index, {}).values(), key=_strength),
            found.get(index, ()),
            _Told(analysis, _reason(sentence, ledger.excluded) if row.match is MatchClass.UNCHECKED else ""),
        )
        for index, (sentence, row) in enumerate(zip(article.sentences, ledger.rows, strict=True))
    )


def judged(entries: Sequence[LedgerEntry], analysis: Analysis, judge: Judge) -> tuple[LedgerEntry, ...]:
    """Return the rows with the verdicts that there are now; all else stays."""
    pairs = {(pair.a, pair.b): pair for pair in analysis.pairs}
    return tuple(_judged(entry, pairs, judge) if entry.chips else entry for entry in entries)


def _judged(entry: LedgerEntry, pairs: Mapping[tuple[str, str], Pair], judge: Judge) -> LedgerEntry:
    found = []
    for place in (chip.place for chip in entry.chips):
        pair = pairs[place.pair_a, place.pair_b]
        found.append(judge(pair, pair.links[place.link]))
    verdict = weightiest([v for v in found if v])
    return entry if verdict is entry.verdict else replace(entry, verdict=verdict)


def spoken(entry: LedgerEntry) -> str:
    """Return a row as it is read out: ``C 12, close, from E 13, wrong word: rockets to brackets, needs rewrite``."""
    parts = [entry.label, entry.reason.lower() or class_said(entry.match), spoken_sources(entry)]
    if entry.change:
        parts.append(spoken_change(entry))
    if entry.verdict:
        parts.append(verdict_said(entry.verdict))
    return ", ".join(part for part in parts if part)


def spoken_sources(entry: LedgerEntry) -> str:
    """Return where a sentence is from: ``from E 3 and E 4``; those that share but facts only if nothing else does."""
    derived = [chip.label for chip in entry.chips if chip.match.derived]
    labels = derived or [chip.label for chip in entry.chips]
    if not labels:
        return ""
    relation = tr("from {labels}") if derived and entry.known else tr("with {labels}")
    return relation.format(labels=listed(labels))


def spoken_change(entry: LedgerEntry) -> str:
    """Return the gravest divergence as it is read out, and how many more there are."""
    if not entry.change:
        return ""
    more = tr(", {others} more").format(others=entry.others) if entry.others else ""
    change = entry.change.replace(" → ", tr(" to "))
    return f"{entry.kind.lower()}: {change}{more}"


def row_counts(entries: Sequence[LedgerEntry]) -> Counter[MatchClass]:
    """Return how many sentences each class has."""
    return Counter(entry.match for entry in entries)


def shown_of(shown: int, total: int) -> str:
    """Return how many rows a filter leaves."""
    return (
        tr("{n} sentence(s)", "", total)
        if shown == total
        else tr("{shown:,} of {n} sentence(s)", "", total).format(shown=shown)
    )


class _Told(NamedTuple):
    """What a row is told besides its links."""

    analysis: Analysis
    reason: str


def _hits(analysis: Analysis, views: Sequence[View]) -> dict[int, dict[tuple[str, int], _Hit]]:
    found: dict[int, dict[tuple[str, int], _Hit]] = defaultdict(dict)
    for view in views:
        letter, first = analysis.letter(view.other.id), view.side is Side.A
        for number, link in enumerate(view.pair.links):
            for i, j, match in link.pairs:
                own, other = (i, j) if first else (j, i)
                hit = _Hit(match.rank, -link.confidence, letter, other, view, number, link, match)
                known = found[own].get((letter, other))
                if known is None or _strength(hit) < _strength(known):
                    found[own][letter, other] = hit
    return found


def _strength(hit: _Hit) -> tuple[int, float, str, int]:
    return hit[0], hit[1], hit[2], hit[3]


def _changes(views: Sequence[View]) -> dict[int, list[_Change]]:
    """Return what changed by sentence, the gravest first; a divergence of a link belongs to one of its sentences."""
    found: dict[int, list[_Change]] = defaultdict(list)
    for view in views:
        a, b = _sides(view)
        for link in view.pair.links:
            for divergence in link.divergences:
                own = place_of(divergence, link, a, b)[0 if view.side is Side.A else 1]
                found[own].append(_Change(divergence, view))
    for items in found.values():
        items.sort(key=lambda item: item.divergence.severity.rank)
    return found


def _sides(view: View) -> tuple[Article, Article]:
    return (view.own, view.other) if view.side is Side.A else (view.other, view.own)


def _entry(plain: LedgerEntry, hits: Sequence[_Hit], found: Sequence[_Change], told: _Told) -> LedgerEntry:
    """Return the row with its sources, its gravest divergence and its verdict."""
    if not hits:
        return replace(plain, reason=told.reason) if told.reason else plain
    view = hits[0].view
    licensed = Role.LICENSED in (view.own.role, view.other.role)
    first = found[0].divergence if found else None
    return LedgerEntry(
        plain.index,
        plain.label,
        plain.match,
        plain.text,
        chips=tuple(SourceChip(hit.letter, hit.sentence, hit.match, hit.place) for hit in hits),
        known=view.pair.direction.derived is view.side,
        change=_wording(found[0], told.analysis) if found else "",
        kind=change_name(first.type) if first else "",
        severity=first.severity if first else None,
        others=max(0, len(found) - 1),
        asks=hits[0].match.derived and not licensed and plain.match is not MatchClass.UNCHECKED,
        reason=told.reason,
    )


def _wording(found: _Change, analysis: Analysis) -> str:
    """Return a divergence as the report words it, told as direction tells it."""
    divergence, pair = found.divergence, found.view.pair
    a, b = _sides(found.view)
    if pair.direction.derived is Side.B:
        return harmless(change(turned_divergence(divergence), b, a))
    letters = None if pair.direction.derived is Side.A else (analysis.letter(a.id), analysis.letter(b.id))
    return harmless(change(divergence, a, b, letters))


def _reason(sentence: Sentence, excluded: Sequence[Excluded]) -> str:
    """Return why a sentence is not counted: what it is, else what most of its words were left out as."""
    if not sentence.checked:
        return tr("Unchecked: {kind}").format(kind=kind_said(sentence.kind))
    first = bisect_right(excluded, sentence.span.start, key=lambda e: e.span.end)
    last = bisect_left(excluded, sentence.span.end, key=lambda e: e.span.start)
    sizes: Counter[ExcludedAs] = Counter()
    for stretch in excluded[first:last]:
        sizes[stretch.reason] += len(stretch.span)
    if not sizes:
        return tr("Unchecked: not compared yet")
    return tr("Excluded: {kind}").format(kind=tr(_EXCLUDED[sizes.most_common(1)[0][0]]))
