"""The ledger of one article: what is said of each sentence, and the scores that follow.

Rules of counting stand in docs/ARCHITECTURE.md, "Shares"; every share is of the article's words.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import accumulate

from core.lexis import key, shared_runs
from core.model import (
    Article,
    Derivation,
    Ledger,
    LedgerRow,
    Link,
    MatchClass,
    Pair,
    Scores,
    Side,
    Span,
    WordMatch,
)
from core.options import Options

Inside = Callable[[Span], bool]
BY_WORDS = ("verbatim", "paraphrased", "quoted", "no_source", "unchecked")
_STRENGTH = {match: rank for rank, match in enumerate(MatchClass)}


@dataclass(frozen=True, slots=True)
class _View:
    """A pair seen from one article: its links with this article's side first."""

    own: Article
    other: Article
    pair: Pair
    side: Side

    def sentences(self, link: Link) -> tuple[tuple[int, ...], tuple[int, ...]]:
        return (link.a, link.b) if self.side is Side.A else (link.b, link.a)

    def classes(self, link: Link) -> list[tuple[int, MatchClass]]:
        return [(i if self.side is Side.A else j, match) for i, j, match in link.pairs]

    def passages(self) -> list[Span]:
        return [p.a if self.side is Side.A else p.b for p in self.pair.passages]


@dataclass(slots=True)
class _Count:
    """Which tokens of the article were seen where, by token index."""

    verbatim: set[int] = field(default_factory=set)
    quoted: set[int] = field(default_factory=set)
    longest: int = 0
    longest_at: Span | None = None


def derives(pair: Pair, side: Side, subject: str) -> bool:
    """Return whether that side of the pair gets classes and shares from its links.

    The subject always does; among other articles the side that direction calls derived, both when unknown.
    """
    if subject in (pair.a, pair.b):
        return (pair.a if side is Side.A else pair.b) == subject
    return pair.direction.derived in (side, Side.UNKNOWN)


def make_ledger(
    article: Article, articles: Mapping[str, Article], pairs: Sequence[Pair], subject: str, options: Options
) -> Ledger:
    """Return the ledger of ``article`` from all the pairs that it is part of.

    Where some of its pairs are missing (a stopped run), what matched nothing is unchecked: it was not compared
    with everything.
    """
    own = [pair for pair in pairs if article.id in (pair.a, pair.b)]
    unmatched = MatchClass.NO_SOURCE if len(own) == len(articles) - 1 else MatchClass.UNCHECKED
    views = [
        _View(article, articles[pair.b if side is Side.A else pair.a], pair, side)
        for pair in own
        for side in (Side.A, Side.B)
        if (pair.a if side is Side.A else pair.b) == article.id and derives(pair, side, subject)
    ]
    rows = _rows(article, views, unmatched)
    return Ledger(article.id, rows, _scores(article, rows, views, options))


def _rows(article: Article, views: Sequence[_View], unmatched: MatchClass) -> tuple[LedgerRow, ...]:
    found: dict[int, dict[str, MatchClass]] = defaultdict(dict)
    for view in views:
        for link in view.pair.links:
            for index, match in view.classes(link):
                known = found[index].get(view.other.id)
                if known is None or _STRENGTH[match] < _STRENGTH[known]:
                    found[index][view.other.id] = match
    rows: list[LedgerRow] = []
    for index, sentence in enumerate(article.sentences):
        if not sentence.checked:
            rows.append(LedgerRow(MatchClass.UNCHECKED))
            continue
        sources = sorted(found[index].items(), key=lambda item: _STRENGTH[item[1]])
        match = sources[0][1] if sources else unmatched
        kept = [name for name, m in sources if m.derived or match is MatchClass.SAME_FACT]
        rows.append(LedgerRow(match, tuple(kept)))
    return tuple(rows)


def _scores(article: Article, rows: Sequence[LedgerRow], views: Sequence[_View], options: Options) -> Scores:
    counts = [article.word_count(s) for s in article.sentences]
    total = sum(counts)
    of_class: dict[MatchClass, int] = {m: 0 for m in MatchClass if m is not MatchClass.UNRELATED}
    for row, n in zip(rows, counts, strict=True):
        of_class[row.match] += n
    by_class = {m: n / total if total else 0.0 for m, n in of_class.items()}
    seen = _seen_words(views)
    by_words = _by_words(article, rows, seen, total)
    if not total:
        by_class[MatchClass.UNCHECKED] = by_words["unchecked"] = 1.0
    share: dict[str, int] = defaultdict(int)
    for row, n in zip(rows, counts, strict=True):
        if row.match.derived:
            for name in row.sources:
                share[name] += n
    largest = max(share.items(), key=lambda item: item[1], default=None)
    derived = _derived_share(article, rows, counts, views)
    return Scores(
        words=total,
        by_class=by_class,
        by_words=by_words,
        sourced=sum(n for m, n in of_class.items() if m.derived) / total if total else 0.0,
        longest_run_words=seen.longest,
        longest_run=seen.longest_at,
        largest_source=(largest[0], largest[1] / total) if largest else None,
        derivation=_derivation(derived, options),
        derived_share=derived,
    )


def _seen_words(views: Sequence[_View]) -> _Count:
    seen = _Count()
    for view in views:
        quoted = _quoted(view.own), _quoted(view.other)
        for link in view.pair.links:
            if link.match.derived:
                _add_runs(view, link, seen)
                _add_quoted(view, link, quoted, seen)
    return seen


def _add_runs(view: _View, link: Link, seen: _Count) -> None:
    own, other = view.sentences(link)
    at = word_places(view.own, own)
    texts = [key(view.own.tokens[k].span.of(view.own.text)) for k in at]
    others = [key(view.other.tokens[k].span.of(view.other.text)) for k in word_places(view.other, other)]
    for start, _, n in shared_runs(texts, others, least=4):
        seen.verbatim.update(at[start : start + n])
        if n > seen.longest:
            seen.longest = n
            seen.longest_at = Span(view.own.tokens[at[start]].start, view.own.tokens[at[start + n - 1]].end)


def _add_quoted(view: _View, link: Link, quoted: tuple[Inside, Inside], seen: _Count) -> None:
    """Count words that stand inside quotation marks on both sides and correspond."""
    own_indices, _ = view.sentences(link)
    in_own, in_other = quoted
    matched = [
        (x.a, x.b) if view.side is Side.A else (x.b, x.a) for x in link.alignment if x.match is not WordMatch.CHANGED
    ]
    covered = {at for own, other in matched if in_own(own) and in_other(other) for at in range(own.start, own.end)}
    seen.quoted.update(k for k in word_places(view.own, own_indices) if view.own.tokens[k].start in covered)


def _quoted(article: Article) -> Inside:
    """Return whether a stretch stands inside one of the article's quotations, as a question that is quick to ask."""
    spans = sorted(q.span for q in article.quotations)
    starts = [span.start for span in spans]
    furthest = list(accumulate((span.end for span in spans), max))

    def inside(span: Span) -> bool:
        before = bisect_right(starts, span.start)
        return before > 0 and span.end <= furthest[before - 1]

    return inside


def word_places(article: Article, indices: Sequence[int]) -> list[int]:
    """Return the indices into ``article.tokens`` of the words of those sentences, in order."""
    return [
        k
        for i in indices
        for k in range(article.sentences[i].first_token, article.sentences[i].last_token)
        if article.tokens[k].word
    ]


def _by_words(article: Article, rows: Sequence[LedgerRow], seen: _Count, total: int) -> dict[str, float]:
    counts = dict.fromkeys(BY_WORDS, 0)
    for index, row in enumerate(rows):
        for k in word_places(article, [index]):
            if row.match is MatchClass.UNCHECKED:
                counts["unchecked"] += 1
            elif not row.match.derived:
                counts["no_source"] += 1
            elif k in seen.quoted:
                counts["quoted"] += 1
            elif k in seen.verbatim:
                counts["verbatim"] += 1
            else:
                counts["paraphrased"] += 1
    return {name: n / total if total else 0.0 for name, n in counts.items()}


def _derived_share(article: Article, rows: Sequence[LedgerRow], counts: Sequence[int], views: Sequence[_View]) -> float:
    """Return the share of the checked words that were derived; quotations count inside a passage only."""
    passages = [span for view in views for span in view.passages()]
    derived = checked = 0
    for sentence, row, n in zip(article.sentences, rows, counts, strict=True):
        checked += n if row.match is not MatchClass.UNCHECKED else 0
        if row.match.derived and (
            row.match is not MatchClass.QUOTATION or any(p.overlaps(sentence.span) for p in passages)
        ):
            derived += n
    return derived / checked if checked else 0.0


def _derivation(share: float, options: Options) -> Derivation:
    if share >= options.wholly_derived:
        return Derivation.WHOLLY
    return Derivation.NOT if share < options.partially_derived else Derivation.PARTIALLY
