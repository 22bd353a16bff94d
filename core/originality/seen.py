"""Which words of an article its links account for: shared runs, and what stands in quotation marks.

A word counts as quoted where both sides have it in marks, or where the article openly quotes the other's prose: in
marks of its own, under a credit that covers the sentence, and given to nobody but the newsroom. Pure.
Words are indices into ``article.tokens``; a view turns each pair so that the article comes first.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import accumulate, islice, takewhile

from core.lexis import key, shared_runs
from core.model import Article, Link, MatchClass, Pair, Quotation, Side, Span, WordMatch
from core.originality.credit import openly_quoted

LEAST_RUN = 4
"""Words in a row that make a shared run."""
Inside = Callable[[Span], bool]


@dataclass(frozen=True, slots=True)
class View:
    """A pair seen from one article: its links with this article's side first."""

    own: Article
    other: Article
    pair: Pair
    side: Side

    def sentences(self, link: Link) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """Return the link's sentences of this article and of the other."""
        return (link.a, link.b) if self.side is Side.A else (link.b, link.a)

    def classes(self, link: Link) -> list[tuple[int, MatchClass]]:
        """Return this article's sentences in a link, each with its class."""
        return list(link.classes(self.side).items())

    def passages(self) -> list[Span]:
        """Return where the pair's passages stand in this article."""
        return [p.a if self.side is Side.A else p.b for p in self.pair.passages]

    def matched(self, link: Link) -> list[tuple[Span, Span]]:
        """Return the stretches of both that correspond, changed ones left out."""
        kept = [x for x in link.alignment if x.match is not WordMatch.CHANGED]
        return [(x.a, x.b) if self.side is Side.A else (x.b, x.a) for x in kept]


@dataclass(frozen=True, slots=True)
class Run:
    """Words in a row that a derived link shares: those of this article, and of the other."""

    own: Sequence[int]
    other: Sequence[int]
    source: Article

    def reaches(self, article: Article, words: int) -> bool:
        """Return whether the run has so many words, counted on beyond its link as long as both texts agree."""
        missing = words - len(self.own)
        for step, end in ((-1, 0), (1, -1)):
            both = zip(_keys(article, self.own[end], step), _keys(self.source, self.other[end], step), strict=False)
            same = takewhile(lambda pair: pair[0] == pair[1], both)
            missing -= sum(1 for _ in islice(same, max(missing, 0)))
        return missing <= 0


@dataclass(slots=True)
class Seen:
    """Which words were seen where."""

    runs: list[Run] = field(default_factory=list)
    verbatim: set[int] = field(default_factory=set)
    quoted: set[int] = field(default_factory=set)


def seen_words(views: Sequence[View]) -> Seen:
    """Return what the derived links of an article account for."""
    seen = Seen()
    for view in views:
        if not view.pair.links:
            continue
        quoted = _quoted(view.own.quotations), _quoted(view.other.quotations), _quoted(_open(view))
        for link in view.pair.links:
            if link.match.derived:
                for run in _runs(view, link):
                    seen.runs.append(run)
                    seen.verbatim.update(run.own)
                _add_quoted(view, link, quoted, seen)
    return seen


def word_places(article: Article, indices: Sequence[int]) -> list[int]:
    """Return the indices into ``article.tokens`` of the words of those sentences, in order."""
    return [
        k
        for i in indices
        for k in range(article.sentences[i].first_token, article.sentences[i].last_token)
        if article.tokens[k].word
    ]


def word_key(article: Article, place: int) -> str:
    """Return the normal form of the word at a token's index."""
    return key(article.tokens[place].of(article.text))


def corresponding(view: View, link: Link) -> set[int]:
    """Return this article's words that correspond to some of the other's."""
    own, _ = view.sentences(link)
    covered = {at for span, _ in view.matched(link) for at in range(span.start, span.end)}
    return {k for k in word_places(view.own, own) if view.own.tokens[k].start in covered}


def _runs(view: View, link: Link) -> Iterator[Run]:
    own, other = (word_places(x, y) for x, y in zip((view.own, view.other), view.sentences(link), strict=True))
    texts = [word_key(view.own, k) for k in own]
    others = [word_key(view.other, k) for k in other]
    for i, j, n in shared_runs(texts, others, least=LEAST_RUN):
        yield Run(own[i : i + n], other[j : j + n], view.other)


def _add_quoted(view: View, link: Link, quoted: tuple[Inside, Inside, Inside], seen: Seen) -> None:
    """Count words that correspond and stand inside quotation marks on both sides, or openly quote the other."""
    own_indices, _ = view.sentences(link)
    in_own, in_other, openly = quoted
    both = ((x, y) for x, y in view.matched(link) if (in_own(x) and in_other(y)) or openly(x))
    covered = {at for own, _ in both for at in range(own.start, own.end)}
    seen.quoted.update(k for k in word_places(view.own, own_indices) if view.own.tokens[k].start in covered)


def _open(view: View) -> tuple[Quotation, ...]:
    """Return the quotations in which the article openly quotes the other; a pair's credit is that of its side A."""
    return openly_quoted(view.own, view.pair.credit) if view.side is Side.A else ()


def _quoted(quotations: Sequence[Quotation]) -> Inside:
    """Return whether a stretch stands inside one of some quotations, as a question that is quick to ask."""
    spans = sorted(q.span for q in quotations)
    starts = [span.start for span in spans]
    furthest = list(accumulate((span.end for span in spans), max))

    def inside(span: Span) -> bool:
        before = bisect_right(starts, span.start)
        return before > 0 and span.end <= furthest[before - 1]

    return inside


def _keys(article: Article, place: int, step: int) -> Iterator[str]:
    """Yield the normal forms of the words after a token, or before it where ``step`` is -1."""
    place += step
    while 0 <= place < len(article.tokens):
        if article.tokens[place].word:
            yield word_key(article, place)
        place += step
