"""Links: which sentences of A correspond to which of B, and whether they were derived.

1. Pairs that are each other's best partner are candidates.
2. How much speaks for reuse is summed over the whole pair and over each block of neighbours; two newsrooms on
   one event score high here and there, a rewrite scores high throughout. Order is not needed for it.
3. The more speaks for reuse, the lower the score a pair needs; linked neighbours lower it further.
4. Further sentences join a linked one when they explain words of it that nothing explains yet (m:n).
5. Shared quotations are linked whatever the articles' relation; what is left of the candidates is the same fact.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import exp

import numpy as np

from core.align.classes import pair_class
from core.align.found import Accepted, Found, Point, components
from core.align.growth import Growth
from core.align.quoted import sentence_words, sharing_quotations
from core.align.reuse import reuse_around, score_needed
from core.align.score import Explained, background, mutual_best, sentence_scores
from core.evidence import Floats, PairEvidence
from core.lexis import is_function, shared_runs
from core.model import Article, Evidence, Link, MatchClass, NextBest, SentenceKind
from core.options import Options

QUOTED = "quotation"
"""The reason of a pair that is linked by its quoted words alone."""
QUOTED_CONFIDENCE = 0.95
"""Shown as a strong match: four quoted words in a row are hardly ever chance. A choice, not a measured rate."""
NEIGHBOURS = 2
"""Sentences on either side within which a linked pair in the same order gives context."""
CONTEXT_ENOUGH = 2
"""Linked neighbours that give full context."""
LEAST_NEAR = 0.1
"""Score below which a sentence can explain nothing of another: not worth a closer look."""
LEAST_CONTENT = 3
"""Content words that a sentence needs to be linked by its own score; "He agreed." says too little."""
SOFTNESS = 0.12
"""Score per unit of log-odds around the score needed."""
GROUND_SOFTNESS = 0.24
"""The same for new ground explained."""
HEADLINE_APART = 0.15
"""Taken off the score of a headline and a body sentence: a headline sums up and is near to everything."""
SAME_FACT_CONFIDENCE = 0.45
"""Most that a pair which is not linked as derived may say of having been derived."""
SHARED_SHOWN = 8
"""Rare words in common that the evidence names."""


class _Linker:
    """The working state of one pair of articles."""

    def __init__(self, a: Article, b: Article, evidence: PairEvidence, options: Options) -> None:
        self.a, self.b, self.evidence, self.options = a, b, evidence, options
        self.words_a, self.words_b = sentence_words(a), sentence_words(b)
        self.scores = sentence_scores(evidence) - HEADLINE_APART * _kinds_differ(a, b)
        least = options.core_score - options.context_bonus
        self.candidates = [p for p in mutual_best(self.scores, least) if self._says_enough(*p)]
        self.found = Found()
        self.needed: dict[Point, float] = {}

    def _says_enough(self, i: int, j: int) -> bool:
        return all(sum(not is_function(k) for k in w.keys) >= LEAST_CONTENT for w in (self.words_a[i], self.words_b[j]))

    def quotations(self) -> None:
        """Link sentences that share quoted words."""
        for point in sharing_quotations(self.words_a, self.words_b, int(self.options.quoted_run)):
            self.found.add(point, Accepted(QUOTED_CONFIDENCE, QUOTED, reuse=False))

    def cores(self) -> None:
        """Link candidates by their own score, in two rounds: the second counts linked neighbours as context."""
        plain = [p for p in self.candidates if self._speaks_for_reuse(*p)]
        length = min(sum(s.checked for s in x.sentences) for x in (self.a, self.b))
        around = background(self.scores, self.evidence.wording.weight_a, self.evidence.wording.weight_b)
        reuse = reuse_around(self.candidates, plain, self.scores, length, around, self.options)
        quoted = {p for p in self.found if reuse.get(p, 0.0) < 1}
        for with_context in (False, True):
            accepted: dict[Point, Accepted] = {}
            for point in self.candidates:
                score, need = float(self.scores[point]), score_needed(reuse[point], self.options)
                eased = need - self.options.context_bonus * (self._context(*point) if with_context else 0.0)
                self.needed[point] = eased
                if score >= eased and point not in quoted:
                    carried = "order" if score < need else self._carrier(*point)
                    accepted[point] = Accepted(_odds(score - eased, SOFTNESS), carried, reuse=reuse[point] >= 1)
            for point, what in accepted.items():
                self.found.add(point, what)

    def _speaks_for_reuse(self, i: int, j: int) -> bool:
        """Return whether the pair is body text whose common words are not a quotation."""
        if SentenceKind.HEADLINE in (self.a.sentences[i].kind, self.b.sentences[j].kind):
            return False
        quoted = any(self.words_a[i].quoted) and any(self.words_b[j].quoted)
        return not quoted and (i, j) not in self.found

    def _context(self, i: int, j: int) -> float:
        """Return how far linked neighbours stand in the same order, 0 … 1."""
        return min(1.0, self.found.in_order(i, j, NEIGHBOURS) / CONTEXT_ENOUGH)

    def _carrier(self, i: int, j: int) -> str:
        meaning = self.evidence.meaning
        if meaning is None or self.evidence.wording.dice[i, j] >= meaning.cosine[i, j]:
            return "wording"
        return "meaning"

    def grow(self) -> None:
        """Let further sentences join where reuse is established while they explain new ground."""
        growth = Growth(self.found, Explained(self.evidence.words), self.options, self._may_link)
        for point, ground, price in growth.grow([p for p in self.found if self.found[p].reuse]):
            self.found.add(point, Accepted(_odds(ground - price, GROUND_SOFTNESS), "wording", reuse=True))

    def _may_link(self, i: int, j: int) -> bool:
        inside = 0 <= i < len(self.words_a) and 0 <= j < len(self.words_b)
        return inside and float(self.scores[i, j]) >= LEAST_NEAR

    def links(self) -> list[Link]:
        """Return the derived links: connected sentence pairs together."""
        out: list[Link] = []
        for points in components(self.found):
            pairs = tuple((i, j, self._class(i, j)) for i, j in points)
            out.append(self._link(points, pairs, max(self.found[p].confidence for p in points)))
        return out

    def _class(self, i: int, j: int) -> MatchClass:
        if self.found[i, j].reason == QUOTED:
            return MatchClass.QUOTATION
        return pair_class(self.words_a[i], self.words_b[j], self.options)

    def same_facts(self) -> list[Link]:
        """Return what is left: each other's best partner, alike, but nothing says that one was derived."""
        out: list[Link] = []
        for i, j in self.candidates:
            score = float(self.scores[i, j])
            if self.found.row(i) or self.found.column(j) or score < self.options.same_fact_score:
                continue
            confidence = min(SAME_FACT_CONFIDENCE, _odds(score - self.options.lone_score, SOFTNESS))
            out.append(self._link([(i, j)], ((i, j, MatchClass.SAME_FACT),), confidence))
        return out

    def _link(self, points: Sequence[Point], pairs: tuple[tuple[int, int, MatchClass], ...], confidence: float) -> Link:
        weight = {m: 0 for _, _, m in pairs}
        for i, _, match in pairs:
            weight[match] += len(self.words_a[i].keys)
        return Link(
            a=tuple(sorted({i for i, _ in points})),
            b=tuple(sorted({j for _, j in points})),
            pairs=pairs,
            match=max(weight, key=lambda m: weight[m]),
            confidence=confidence,
            evidence=self._evidence(points),
        )

    def _evidence(self, points: Sequence[Point]) -> Evidence:
        best = max(points, key=lambda p: float(self.scores[p]))
        meaning, wording = self.evidence.meaning, self.evidence.wording
        runs = (shared_runs(self.words_a[i].keys, self.words_b[j].keys, 1)[:1] for i, j in points)
        reasons = dict.fromkeys(self.found[p].reason for p in points if p in self.found)
        return Evidence(
            meaning=None if meaning is None else float(meaning.cosine[best]),
            tokens=None if meaning is None else float(meaning.tokens[best]),
            wording=float(wording.dice[best]),
            order=self._context(*best),
            longest_run=max((run[0][2] for run in runs if run), default=0),
            shared=self._shared(points),
            reasons=tuple(reasons),
            score=float(self.scores[best]),
            needed=self.needed.get(best),
            next_best=_next_best(self.scores[best[0]], {j for _, j in points}),
        )

    def _shared(self, points: Sequence[Point]) -> tuple[str, ...]:
        """Return the rarest words in common, at most eight."""
        own = {k for i, _ in points for k in self.words_a[i].keys}
        other = {k for _, j in points for k in self.words_b[j].keys}
        rarity = self.evidence.wording.rarity
        common = [k for k in own & other if not is_function(k)]
        return tuple(sorted(common, key=lambda k: (-rarity.get(k, 1.0), k))[:SHARED_SHOWN])


def find_links(a: Article, b: Article, evidence: PairEvidence, options: Options) -> tuple[Link, ...]:
    """Return the links between two articles, in A's order."""
    linker = _Linker(a, b, evidence, options)
    linker.quotations()
    linker.cores()
    linker.grow()
    links = [*linker.links(), *linker.same_facts()]
    return tuple(sorted(links, key=lambda link: (link.a, link.b)))


def _kinds_differ(a: Article, b: Article) -> Floats:
    """Return (a, b): 1 where exactly one of both sentences is a headline."""
    rows = np.array([s.kind is SentenceKind.HEADLINE for s in a.sentences], dtype=bool)
    columns = np.array([s.kind is SentenceKind.HEADLINE for s in b.sentences], dtype=bool)
    differ: Floats = (rows[:, None] != columns[None, :]).astype(np.float32)
    return differ


def _next_best(row: Floats, taken: set[int]) -> NextBest | None:
    left = np.where(np.isin(np.arange(len(row)), list(taken)), -np.inf, row)
    best = int(left.argmax())
    return NextBest(best, float(row[best])) if np.isfinite(left[best]) else None


def _odds(surplus: float, softness: float) -> float:
    """Return .5 at the threshold, rising with the distance from it (logistic)."""
    return 1 / (1 + exp(-surplus / softness))
