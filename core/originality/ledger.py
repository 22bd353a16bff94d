"""The ledger of one article: what is said of each sentence, and the scores that follow.

Rules of counting stand in docs/engine.md, "Shares"; every share is of the article's words.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from core.model import (
    Article,
    Derivation,
    Exclusions,
    Ledger,
    LedgerRow,
    MatchClass,
    Pair,
    Scores,
    Side,
    Span,
)
from core.options import Options
from core.originality.exclusions import Words, excluded_spans, excluded_words
from core.originality.seen import Seen, View, seen_words, word_places

BY_WORDS = ("verbatim", "paraphrased", "quoted", "no_source", "unchecked")
_NOTHING = Exclusions()


def derives(pair: Pair, side: Side, subject: str) -> bool:
    """Return whether that side of the pair gets classes and shares from its links.

    The subject always does; among other articles the side that direction calls derived, both when unknown.
    """
    if subject in (pair.a, pair.b):
        return (pair.a if side is Side.A else pair.b) == subject
    return pair.direction.derived in (side, Side.UNKNOWN)


def make_ledger(
    article: Article,
    articles: Mapping[str, Article],
    pairs: Sequence[Pair],
    subject: str,
    options: Options,
    exclusions: Exclusions = _NOTHING,
    phrases: Sequence[Sequence[str]] = (),
) -> Ledger:
    """Return the ledger of ``article`` from all the pairs that it is part of.

    Where some of its pairs are missing (a stopped run), what matched nothing is unchecked: it was not compared
    with everything. ``phrases`` are those of ``exclusions``, each as its words in normal form
    (:func:`core.lexis.key`).
    """
    own = [pair for pair in pairs if article.id in (pair.a, pair.b)]
    unmatched = MatchClass.NO_SOURCE if len(own) == len(articles) - 1 else MatchClass.UNCHECKED
    views = [
        View(article, articles[pair.b if side is Side.A else pair.a], pair, side)
        for pair in own
        for side in (Side.A, Side.B)
        if (pair.a if side is Side.A else pair.b) == article.id and derives(pair, side, subject)
    ]
    rows, seen = _rows(article, views, unmatched), seen_words(views)
    scores = _scores(article, rows, views, seen, options, {})
    if not exclusions.any:
        return Ledger(article.id, rows, scores)
    words = excluded_words(article, rows, views, seen, exclusions, phrases)
    left = _without(article, rows, words)
    changed = _scores(article, left, views, seen, options, words)
    return Ledger(article.id, left, changed, excluded_spans(article, words), without_exclusions=scores)


def _rows(article: Article, views: Sequence[View], unmatched: MatchClass) -> tuple[LedgerRow, ...]:
    found: dict[int, dict[str, MatchClass]] = defaultdict(dict)
    for view in views:
        for link in view.pair.links:
            for index, match in view.classes(link):
                known = found[index].get(view.other.id)
                if known is None or match.rank < known.rank:
                    found[index][view.other.id] = match
    rows: list[LedgerRow] = []
    for index, sentence in enumerate(article.sentences):
        if not sentence.checked:
            rows.append(LedgerRow(MatchClass.UNCHECKED))
            continue
        sources = sorted(found[index].items(), key=lambda item: item[1].rank)
        match = sources[0][1] if sources else unmatched
        kept = [name for name, m in sources if m.derived or match is MatchClass.SAME_FACT]
        rows.append(LedgerRow(match, tuple(kept)))
    return tuple(rows)


def _without(article: Article, rows: Sequence[LedgerRow], excluded: Words) -> tuple[LedgerRow, ...]:
    """Return the rows with those unchecked whose words are all left out."""
    made: list[LedgerRow] = []
    for index, row in enumerate(rows):
        words = word_places(article, [index])
        made.append(LedgerRow(MatchClass.UNCHECKED) if words and excluded.keys() >= set(words) else row)
    return tuple(made)


def _scores(
    article: Article,
    rows: Sequence[LedgerRow],
    views: Sequence[View],
    seen: Seen,
    options: Options,
    excluded: Words,
) -> Scores:
    places = [word_places(article, [index]) for index in range(len(rows))]
    total = sum(len(words) for words in places)
    counts = [sum(k not in excluded for k in words) for words in places]
    of_class: dict[MatchClass, int] = {m: 0 for m in MatchClass if m is not MatchClass.UNRELATED}
    for row, n in zip(rows, counts, strict=True):
        of_class[row.match] += n
    of_class[MatchClass.UNCHECKED] += total - sum(counts)
    by_class = {m: n / total if total else 0.0 for m, n in of_class.items()}
    by_words = _by_words(rows, places, seen, excluded)
    if not total:
        by_class[MatchClass.UNCHECKED] = by_words["unchecked"] = 1.0
    share: dict[str, int] = defaultdict(int)
    for row, n in zip(rows, counts, strict=True):
        if row.match.derived:
            for name in row.sources:
                share[name] += n
    largest = max(share.items(), key=lambda item: item[1], default=None)
    longest = max(_runs(seen, excluded), key=len, default=())
    derived = _derived_share(article, rows, counts, views)
    return Scores(
        words=total,
        by_class=by_class,
        by_words=by_words,
        sourced=sum(n for m, n in of_class.items() if m.derived) / total if total else 0.0,
        longest_run_words=len(longest),
        longest_run=Span(article.tokens[longest[0]].start, article.tokens[longest[-1]].end) if longest else None,
        largest_source=(largest[0], largest[1] / total) if largest else None,
        derivation=_derivation(derived, options),
        derived_share=derived,
    )


def _runs(seen: Seen, excluded: Words) -> Iterator[Sequence[int]]:
    """Yield the shared runs, or what excluded words leave of them."""
    for run in seen.runs:
        for gone, part in groupby(run.own, key=lambda k: k in excluded):
            if not gone:
                yield tuple(part)


def _by_words(
    rows: Sequence[LedgerRow], places: Sequence[Sequence[int]], seen: Seen, excluded: Words
) -> dict[str, float]:
    counts = dict.fromkeys(BY_WORDS, 0)
    for row, words in zip(rows, places, strict=True):
        for k in words:
            if row.match is MatchClass.UNCHECKED or k in excluded:
                counts["unchecked"] += 1
            elif not row.match.derived:
                counts["no_source"] += 1
            elif k in seen.quoted:
                counts["quoted"] += 1
            elif k in seen.verbatim:
                counts["verbatim"] += 1
            else:
                counts["paraphrased"] += 1
    total = sum(len(words) for words in places)
    return {name: n / total if total else 0.0 for name, n in counts.items()}


def _derived_share(article: Article, rows: Sequence[LedgerRow], counts: Sequence[int], views: Sequence[View]) -> float:
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
