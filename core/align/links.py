"""Links: which sentences of A correspond to which of B, and whether they were derived.

1. Pairs that are each other's best partner are candidates.
2. How much speaks for reuse is summed over the whole pair and over each block of neighbours; two newsrooms on
   one event score high here and there, a rewrite scores high throughout. Order is not needed for it.
3. The more speaks for reuse, the lower the score a pair needs; linked neighbours lower it further.
4. Further sentences join a linked one when they explain words of it that nothing explains yet (m:n).
5. Shared quotations are linked whatever the articles' relation; what is left of the candidates is the same fact.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import exp

import numpy as np

from core.align.classes import pair_class
from core.align.quoted import sentence_words, shared_quotation
from core.align.score import Explained, mutual_best, sentence_scores
from core.evidence import Floats, PairEvidence
from core.lexis import is_function, shared_runs
from core.model import Article, Evidence, Link, MatchClass, NextBest, SentenceKind
from core.options import Options

Point = tuple[int, int]

QUOTED = "quotation"
"""The reason of a pair that is linked by its quoted words alone."""
BLOCK = 3
"""Sentences on either side that count as a pair's block."""
NEIGHBOURS = 2
"""Sentences on either side within which a linked pair in the same order gives context."""
FAR = 4
"""Furthest a sentence may stand from a linked one to join it."""
CONTEXT_ENOUGH = 2
"""Linked neighbours that give full context."""
LEAST_CONTENT = 3
"""Content words that a sentence needs to be linked by its own score; "He agreed." says too little."""
SOFTNESS = 0.12
"""Score per unit of log-odds around the score needed."""
HEADLINE_APART = 0.15
"""Taken off the score of a headline and a body sentence: a headline sums up and is near to everything."""
LENGTH_POWER = 0.75
"""Between a sum, which long articles reach by chance, and a mean, which a copied part of an article never reaches."""
CAPTURE = 0.75
"""Share of the evidence wanted from which single pairs need less; below it only near-verbatim ones pass."""


@dataclass(frozen=True, slots=True)
class _Found:
    """An accepted pair: its confidence, what carried it, and whether reuse is established around it."""

    confidence: float
    reason: str
    reuse: bool


class _Linker:
    """The working state of one pair of articles."""

    def __init__(self, a: Article, b: Article, evidence: PairEvidence, options: Options) -> None:
        self.a, self.b, self.evidence, self.options = a, b, evidence, options
        self.words_a, self.words_b = sentence_words(a), sentence_words(b)
        self.scores = sentence_scores(evidence) - HEADLINE_APART * _kinds_differ(a, b)
        self.candidates = [
            p for p in mutual_best(self.scores, options.core_score - options.context_bonus) if self._says_enough(*p)
        ]
        self.found: dict[Point, _Found] = {}

    def _says_enough(self, i: int, j: int) -> bool:
        return all(sum(not is_function(k) for k in w.keys) >= LEAST_CONTENT for w in (self.words_a[i], self.words_b[j]))

    def quotations(self) -> None:
        """Link sentences that share quoted words."""
        least = int(self.options.quoted_run)
        own = [i for i, w in enumerate(self.words_a) if any(w.quoted)]
        other = [j for j, w in enumerate(self.words_b) if any(w.quoted)]
        for i in own:
            for j in other:
                if shared_quotation(self.words_a[i], self.words_b[j], least):
                    self.found[i, j] = _Found(0.95, QUOTED, reuse=False)

    def cores(self) -> None:
        """Link candidates by their own score, in two rounds: the second counts linked neighbours as context."""
        reuse = self._reuse()
        for with_context in (False, True):
            accepted: dict[Point, _Found] = {}
            for i, j in self.candidates:
                need = self._need(reuse[i, j])
                context = self._context(i, j) if with_context else 0.0
                score = float(self.scores[i, j])
                lone_quotation = (i, j) in self.found and reuse[i, j] < 1
                if score >= need - self.options.context_bonus * context and not lone_quotation:
                    carried = "order" if score < need else self._carrier(i, j)
                    confidence = _confidence(score, need - self.options.context_bonus * context)
                    accepted[i, j] = _Found(confidence, carried, reuse=reuse[i, j] >= 1)
            self.found |= accepted

    def _reuse(self) -> dict[Point, float]:
        """Return, for each candidate, how much of the evidence wanted for reuse there is, 0 … 1."""
        o = self.options
        plain = [p for p in self.candidates if self._counts(*p)]
        length = min(_checked(self.a), _checked(self.b))
        document = sum(max(0.0, float(self.scores[p]) - o.reuse_score) for p in plain)
        document /= o.reuse_document * max(1, length) ** LENGTH_POWER
        out: dict[Point, float] = {}
        for i, j in self.candidates:
            near = (p for p in plain if abs(p[0] - i) <= BLOCK and abs(p[1] - j) <= BLOCK)
            block = sum(max(0.0, float(self.scores[p]) - o.block_score) for p in near) / o.reuse_block
            out[i, j] = min(1.0, max(document, block))
        return out

    def _counts(self, i: int, j: int) -> bool:
        """Return whether the pair speaks for reuse: body text whose common words are not a quotation."""
        if SentenceKind.HEADLINE in (self.a.sentences[i].kind, self.b.sentences[j].kind):
            return False
        a, b = self.words_a[i], self.words_b[j]
        return not (any(a.quoted) and any(b.quoted)) and (i, j) not in self.found

    def _need(self, reuse: float) -> float:
        """Return the score a pair needs, given how much speaks for reuse."""
        o = self.options
        ease = min(1.0, max(0.0, (reuse - CAPTURE) / (1 - CAPTURE)))
        return o.lone_score - (o.lone_score - o.core_score) * ease

    def _context(self, i: int, j: int) -> float:
        """Return how far linked neighbours stand in the same order, 0 … 1."""
        near = sum(
            (x - i) * (y - j) > 0 and abs(x - i) <= NEIGHBOURS and abs(y - j) <= NEIGHBOURS for x, y in self.found
        )
        return min(1.0, near / CONTEXT_ENOUGH)

    def _carrier(self, i: int, j: int) -> str:
        meaning = self.evidence.meaning
        if meaning is None or self.evidence.wording.dice[i, j] >= meaning.cosine[i, j]:
            return "wording"
        return "meaning"

    def grow(self) -> None:
        """Let further sentences join linked ones while they explain new ground."""
        explained = Explained(self.evidence.words)
        for i, j in self.found:
            explained.add(i, j)
        gains: dict[Point, float] = {}
        dirty = set(self._frontier(self.found))
        while True:
            gains |= {p: explained.gain(*p) - self._price(*p) for p in dirty}
            best = max(gains, key=lambda p: gains[p], default=None)
            if best is None or gains[best] < 0:
                return
            price = self._price(*best)
            self.found[best] = _Found(_confidence((gains[best] + price) * 0.5, price * 0.5), "wording", reuse=True)
            explained.add(*best)
            del gains[best]
            dirty = {p for p in gains if p[0] == best[0] or p[1] == best[1]}
            dirty |= {p for p in self._frontier([best]) if p not in gains}

    def _frontier(self, linked: Iterable[Point]) -> list[Point]:
        """Return the pairs near a linked one that could join it."""
        out: dict[Point, None] = {}
        for i, j in linked:
            if not self.found[i, j].reuse:
                continue
            out |= dict.fromkeys((i + d, j + e) for d in range(-FAR, FAR + 1) for e in range(-FAR, FAR + 1))
        return [
            (i, j)
            for i, j in out
            if 0 <= i < len(self.words_a)
            and 0 <= j < len(self.words_b)
            and (i, j) not in self.found
            and self.words_a[i].keys
            and self.words_b[j].keys
        ]

    def _price(self, i: int, j: int) -> float:
        """Return the new ground that pair must explain to join."""
        o = self.options
        beside_b = [abs(y - j) for x, y in self.found if x == i]
        beside_a = [abs(x - i) for x, y in self.found if y == j]
        if beside_a and beside_b:
            return o.grow_merge
        if not beside_a and not beside_b:
            return o.grow_fresh
        by_distance = {1: o.grow_near, 2: o.grow_far}
        return by_distance.get(min(beside_a + beside_b), o.grow_away)

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
        rows, columns = {i for i, _ in self.found}, {j for _, j in self.found}
        out: list[Link] = []
        for i, j in self.candidates:
            score = float(self.scores[i, j])
            if i in rows or j in columns or score < self.options.same_fact_score:
                continue
            confidence = min(0.45, _confidence(score, self.options.lone_score))
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
            next_best=_next_best(self.scores[best[0]], {j for _, j in points}),
        )

    def _shared(self, points: Sequence[Point]) -> tuple[str, ...]:
        """Return the rarest words in common, at most eight."""
        own = {k for i, _ in points for k in self.words_a[i].keys}
        other = {k for _, j in points for k in self.words_b[j].keys}
        rarity = self.evidence.wording.rarity
        common = [k for k in own & other if not is_function(k)]
        return tuple(sorted(common, key=lambda k: (-rarity.get(k, 1.0), k))[:8])


def find_links(a: Article, b: Article, evidence: PairEvidence, options: Options) -> tuple[Link, ...]:
    """Return the links between two articles, in A's order."""
    linker = _Linker(a, b, evidence, options)
    linker.quotations()
    linker.cores()
    linker.grow()
    links = [*linker.links(), *linker.same_facts()]
    return tuple(sorted(links, key=lambda link: (link.a, link.b)))


def components(points: Iterable[Point]) -> list[list[Point]]:
    """Return the points in groups that share a row or a column, each in order."""
    groups: list[tuple[set[int], set[int], list[Point]]] = []
    for i, j in sorted(points):
        mine = [g for g in groups if i in g[0] or j in g[1]]
        rows, columns, members = {i}, {j}, [(i, j)]
        for group in mine:
            rows |= group[0]
            columns |= group[1]
            members += group[2]
        groups = [g for g in groups if g not in mine] + [(rows, columns, sorted(members))]
    return [members for _, _, members in groups]


def _kinds_differ(a: Article, b: Article) -> Floats:
    """Return (a, b): 1 where exactly one of both sentences is a headline."""
    rows = np.array([s.kind is SentenceKind.HEADLINE for s in a.sentences], dtype=bool)
    columns = np.array([s.kind is SentenceKind.HEADLINE for s in b.sentences], dtype=bool)
    differ: Floats = (rows[:, None] != columns[None, :]).astype(np.float32)
    return differ


def _checked(article: Article) -> int:
    return sum(s.checked for s in article.sentences)


def _next_best(row: Floats, taken: set[int]) -> NextBest | None:
    order = [int(j) for j in np.argsort(-row) if int(j) not in taken]
    return NextBest(order[0], float(row[order[0]])) if order else None


def _confidence(score: float, need: float) -> float:
    """Return .5 at the score needed, rising with the distance from it (logistic)."""
    return 1 / (1 + exp(-(score - need) / SOFTNESS))
