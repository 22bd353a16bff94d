"""The analysis as seen from the article under examination: one source per other article.

The subject is side A of every pair that it is part of; the pipeline sees to that.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from core.lexis import key
from core.model import Analysis, Article, Link, MatchClass, Pair, Role, Side
from core.originality.seen import LEAST_RUN


@dataclass(frozen=True, slots=True)
class Source:
    """One other article and what links the subject (side A of ``pair``) to it."""

    article: Article
    letter: str
    pair: Pair
    sentences: tuple[int, ...]
    """Sentences of the subject that the ledger traces to this article."""
    licensed: bool

    @property
    def links(self) -> tuple[Link, ...]:
        """Return the links that count as taken over, in the subject's order."""
        return tuple(sorted((x for x in self.pair.links if x.match.derived), key=lambda x: (x.a, x.b)))

    @property
    def same_facts(self) -> tuple[Link, ...]:
        """Return the links that only report the same thing."""
        return tuple(sorted((x for x in self.pair.links if x.match is MatchClass.SAME_FACT), key=lambda x: (x.a, x.b)))

    @property
    def taken_by_other(self) -> bool:
        """Return whether the other article likely derives from the subject."""
        return self.pair.direction.derived is Side.B

    @property
    def only_quotations(self) -> bool:
        """Return whether all that is shared are quotations."""
        return bool(self.links) and all(link.match is MatchClass.QUOTATION for link in self.links)

    @property
    def answerable(self) -> bool:
        """Return whether the subject has to answer for this reuse: its own, and not agreed."""
        return bool(self.links) and not self.taken_by_other and not self.licensed


def only_taken_by_others(sources: Sequence[Source]) -> bool:
    """Return whether all that the subject shares is in articles that likely derive from it."""
    linked = [source for source in sources if source.links]
    return bool(linked) and all(source.taken_by_other for source in linked)


def is_shared(sources: Sequence[Source], article: str = "") -> bool:
    """Return whether of no source, or not of one, the texts tell which came first: what is in common is shared."""
    linked = [s for s in sources if s.links and (not article or s.article.id == article)]
    return bool(linked) and all(s.pair.direction.derived is Side.UNKNOWN for s in linked)


def sources_of(analysis: Analysis) -> tuple[Source, ...]:
    """Return the other articles that share anything with the subject, the one that gave most first."""
    subject = analysis.article(analysis.subject)
    rows = analysis.ledger(subject.id).rows
    made = []
    for pair in analysis.pairs:
        if pair.a != subject.id:
            continue
        other = analysis.article(pair.b)
        sentences = tuple(i for i, row in enumerate(rows) if row.match.derived and other.id in row.sources)
        licensed = Role.LICENSED in (subject.role, other.role)
        made.append(Source(other, analysis.letter(other.id), pair, sentences, licensed))
    return tuple(sorted((s for s in made if s.pair.links), key=lambda s: (-len(s.sentences), -len(s.links), s.letter)))


def same_words(analysis: Analysis, source: Source) -> bool:
    """Return whether sentences that share a fact only do so in the very words: all of one stand in the other."""
    subject = analysis.article(analysis.subject)
    return any(repeats(subject, link.a, source.article, link.b) for link in source.same_facts)


def repeats(own: Article, here: Sequence[int], other: Article, there: Sequence[int]) -> bool:
    """Return whether the shorter of two groups of sentences stands word for word in the other."""
    shorter, longer = sorted((_keys(own, here), _keys(other, there)), key=len)
    size = len(shorter)
    return size >= LEAST_RUN and any(longer[k : k + size] == shorter for k in range(len(longer) - size + 1))


def _keys(article: Article, indices: Sequence[int]) -> list[str]:
    return [key(t.of(article.text)) for i in indices for t in article.sentence_tokens(i) if t.word]
