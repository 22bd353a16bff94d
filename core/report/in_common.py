"""How much of an article's words it has in common with another, as its scores count them. Pure."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from core.model import Analysis, Article, Ledger, MatchClass, Pair, Side


@dataclass(frozen=True, slots=True)
class InCommon:
    """Words and sentences of one article of a pair that have their source, or their use, in the other."""

    words: Mapping[MatchClass, int]
    """By class, the strongest first; only classes that some words are of."""
    sentences: int
    total: int
    """Words of the article."""

    @property
    def share(self) -> float:
        """Return the share of the article's words, 0 … 1."""
        return sum(self.words.values()) / self.total if self.total else 0.0

    @property
    def shares(self) -> tuple[tuple[MatchClass, float], ...]:
        """Return the share of each class."""
        return tuple((match, count / self.total) for match, count in self.words.items())

    @property
    def main(self) -> MatchClass | None:
        """Return the class that most of the words are of."""
        return max(self.words, key=lambda match: self.words[match], default=None)


class Commons:
    """Counts what the pairs of an analysis have in common; only articles that share something are looked through."""

    def __init__(self, analysis: Analysis) -> None:
        self._articles = {a.id: a for a in analysis.articles}
        self._ledgers = {x.article: x for x in analysis.ledgers}
        self._counted: dict[str, tuple[int | None, ...]] = {}

    def of(self, pair: Pair, article_id: str) -> InCommon:
        """Return what one article of a pair has in common with the other."""
        article = self._articles[article_id]
        if article_id not in self._counted:
            self._counted[article_id] = _counted_words(article, self._ledgers[article_id])
        counted = self._counted[article_id]
        words: Counter[MatchClass] = Counter()
        sentences = 0
        for index, match in strongest_classes(pair, article_id).items():
            count = counted[index]
            if match.derived and count is not None:
                words[match] += count
                sentences += 1
        ranked = {match: words[match] for match in sorted(words, key=lambda match: match.rank) if words[match]}
        return InCommon(ranked, sentences, article.words)


def strongest_classes(pair: Pair, article_id: str) -> dict[int, MatchClass]:
    """Return, by sentence of one of the pair's articles, the strongest class that it has in this pair."""
    found: dict[int, MatchClass] = {}
    for link in pair.links:
        for index, match in link.classes(Side.A if article_id == pair.a else Side.B).items():
            known = found.get(index)
            if known is None or match.rank < known.rank:
                found[index] = match
    return found


def _counted_words(article: Article, ledger: Ledger) -> tuple[int | None, ...]:
    """Return how many words of each sentence the scores count, None for a sentence that is left out as a whole."""
    excluded = [x.span for x in ledger.excluded]
    starts = [span.start for span in excluded]

    def counts(start: int) -> bool:
        at = bisect_right(starts, start) - 1
        return at < 0 or start >= excluded[at].end

    return tuple(
        sum(t.word and counts(t.start) for t in article.sentence_tokens(i))
        if row.match is not MatchClass.UNCHECKED
        else None
        for i, row in enumerate(ledger.rows)
    )
