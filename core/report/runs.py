"""The runs of words that an article shares with its sources, one by one: the ones that its ledger counts.

Pure. A run that an editor's exclusions cut is told as what they leave of it, as the ledger does it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from core.lexis import is_function
from core.model import Analysis, Article, MentionKind, Pair, Side, Span
from core.originality.ledger import derives
from core.originality.seen import Run, View, seen_words, word_key
from resources.lists import word_list


@dataclass(frozen=True, slots=True)
class SharedRun:
    """Words in a row that an article and a source have in common."""

    span: Span
    """Where they stand in the article."""
    words: int
    sentences: tuple[int, ...]
    """The article's sentences that they stand in."""
    pair: Pair
    link: int
    """Which link of the pair shares them."""
    places: tuple[int, ...]
    """The words as indices into the article's tokens."""
    name: bool
    """Whether they are but a name and its titles."""


def views_of(analysis: Analysis, article_id: str) -> tuple[View, ...]:
    """Return the pairs from which the article's ledger is made, each seen from the article."""
    own = analysis.article(article_id)
    return tuple(
        View(own, analysis.article(pair.b if side is Side.A else pair.a), pair, side)
        for pair in analysis.pairs
        for side in (Side.A, Side.B)
        if (pair.a if side is Side.A else pair.b) == article_id and derives(pair, side, analysis.subject)
    )


def shared_runs_in(analysis: Analysis, article_id: str) -> tuple[SharedRun, ...]:
    """Return the article's shared runs, the longest first.

    Words that several sources have are told once, of the source that has most of them in a row.
    """
    excluded = [stretch.span for stretch in analysis.ledger(article_id).excluded]
    found = [run for view in views_of(analysis, article_id) for run in _runs(view, excluded)]
    kept: list[SharedRun] = []
    taken: set[int] = set()
    for run in sorted(found, key=lambda r: (-r.words, r.span)):
        if not taken.issuperset(run.places):
            taken.update(run.places)
            kept.append(run)
    return tuple(kept)


def words_in(runs: Sequence[SharedRun]) -> int:
    """Return how many words of the article stand in these runs, each counted once."""
    return len({place for run in runs for place in run.places})


def _runs(view: View, excluded: Sequence[Span]) -> Iterator[SharedRun]:
    links: dict[tuple[int, int], int] = {}
    for number, link in enumerate(view.pair.links):
        own, other = view.sentences(link)
        if link.match.derived:
            links |= {(i, j): number for i in own for j in other}
    left_out = _Stretches(excluded)
    names = _Stretches([m.span for m in view.own.mentions if m.kind is MentionKind.NAME])
    for run in seen_words([view]).runs:
        shared = links[_sentence(view.own, run.own[0]), _sentence(view.other, run.other[0])]
        for part in _left(run, view.own, left_out):
            span = Span(view.own.tokens[part[0]].start, view.own.tokens[part[-1]].end)
            sentences = tuple(dict.fromkeys(_sentence(view.own, place) for place in part))
            yield SharedRun(span, len(part), sentences, view.pair, shared, part, _is_name(view.own, part, names))


def _left(run: Run, article: Article, excluded: _Stretches) -> Iterator[tuple[int, ...]]:
    """Yield what excluded words leave of a run."""
    for gone, part in groupby(run.own, key=lambda k: excluded.hold(article.tokens[k].start)):
        if not gone:
            yield tuple(part)


def _sentence(article: Article, place: int) -> int:
    """Return the sentence that a token stands in."""
    return bisect_right(article.sentences, place, key=lambda s: s.first_token) - 1


def _is_name(article: Article, places: Sequence[int], names: _Stretches) -> bool:
    """Return whether the words are a name, with titles before it and grammar between its parts."""
    titles = word_list("name_titles") | word_list("title_modifiers")
    held = [names.hold(article.tokens[k].start) for k in places]
    rest = [k for k, inside in zip(places, held, strict=True) if not inside]
    plain = [k for k in rest if word_key(article, k) not in titles]
    return any(held) and all(is_function(article.tokens[k].span.of(article.text)) for k in plain)


class _Stretches:
    """Spans that do not overlap, quick to ask whether they hold a place."""

    def __init__(self, spans: Sequence[Span]) -> None:
        self._spans = sorted(spans)

    def hold(self, place: int) -> bool:
        """Return whether some span holds that place."""
        at = bisect_right(self._spans, place, key=lambda s: s.start) - 1
        return at >= 0 and place < self._spans[at].end
