"""Links: which sentences of A correspond to which of B, and whether they were derived.

0. Between articles that share no topic, only regions of shared words (``regions.py``) say what was taken over.
1. Pairs that are each other's best partner are candidates.
2. How much speaks for reuse is summed over the whole pair and over each block of neighbours; two newsrooms on
   one event score high here and there, a rewrite scores high throughout. Order is not needed for it.
3. The more speaks for reuse, the lower the score a pair needs; linked neighbours lower it further.
4. Further sentences join a linked one when they explain words of it that nothing explains yet (m:n); beside it,
   identical ones are linked however short they are, and each other's best partners for less (``chain.py``).
5. Shared quotations are linked whatever the articles' relation; what is left of the candidates is the same fact.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from math import exp
from typing import NamedTuple

from core.align.chain import Likely, in_chain
from core.align.classes import common_words, pair_class
from core.align.found import Accepted, Found, Point, components
from core.align.growth import FAR, Growth
from core.align.headlines import held_back, most_to_say
from core.align.passages import Taken, find_passages
from core.align.quoted import sentence_words, sharing_quotations
from core.align.regions import find_regions
from core.align.reuse import reuse_around, score_needed
from core.align.score import ALONE_LEAST, Explained, background, mutual_best, next_best, sentence_scores
from core.align.stream import streams
from core.evidence import PairEvidence
from core.languages import ENGLISH, in_english, shared_language
from core.lexis import is_function, shared_runs
from core.model import BY_HAND, Article, Evidence, Link, MatchClass, Passage, SentenceKind
from core.options import Options

QUOTED = "quotation"
"""The reason of a pair that is linked by its quoted words alone."""
PASSAGE = "passage"
"""The reason of a pair that is part of a stretch taken over between articles that are otherwise apart."""
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
SAME_FACT_CONFIDENCE = 0.45
"""Most that a pair which is not linked as derived may say of having been derived."""
REGION_SOFTNESS = 8.0
"""Log-likelihood ratio per unit of log-odds of a region: its words do not vouch for each other independently."""
REUSE_OUTSIDE = 0.5
"""Share of the evidence for reuse that is more than a little: half of an article rewritten leaves as much."""
MOST = 0.5
"""Share of both articles from which regions hold the whole and not a passage."""
PASSAGE_SHARE = 0.1
"""Share of either article below which regions are a passage in a text of its own, which must speak for itself."""
SHARED_SHOWN = 8
"""Rare words in common that the evidence names."""


class _Linker:
    """The working state of one pair of articles."""

    def __init__(self, a: Article, b: Article, evidence: PairEvidence, options: Options) -> None:
        self.a, self.b, self.evidence, self.options = a, b, evidence, options
        self.language = shared_language(a.language, b.language)
        """None where both are in different languages: translation is not compared."""
        self.words_a, self.words_b = sentence_words(a), sentence_words(b)
        self.scores = sentence_scores(evidence) - held_back(a, b)
        unread = evidence.meaning is None and not in_english(self.language or ENGLISH)
        self.floor = ALONE_LEAST if unread else 0.0
        self.candidates = self.partners(options.least_score)
        self.found = Found()
        self.needed: dict[Point, float] = {}
        self.taken = self._regions() if evidence.apart else []

    def partners(self, least: float) -> list[Point]:
        """Return the pairs that are each other's best partner with at least that score, and say something."""
        return [p for p in mutual_best(self.scores, least) if self._says_enough(*p)]

    def _says_enough(self, i: int, j: int) -> bool:
        language = self.language or ENGLISH
        both = self.words_a[i], self.words_b[j]
        return all(sum(not is_function(k, language) for k in w.keys) >= LEAST_CONTENT for w in both)

    def quotations(self) -> None:
        """Link sentences that share quoted words."""
        if self.language is None:
            return
        least = int(self.options.quoted_run)
        for point in sharing_quotations(self.words_a, self.words_b, least, self.language):
            self.found.add(point, Accepted(QUOTED_CONFIDENCE, QUOTED, reuse=False))

    def taken_over(self) -> None:
        """Link the sentences of each region that was taken over."""
        for stretch in self.taken:
            confidence = _odds(stretch.score - self.options.region_score, REGION_SOFTNESS)
            for point in self._inside(stretch):
                self.found.add(point, Accepted(confidence, PASSAGE, reuse=True))

    def _regions(self) -> list[Taken]:
        """Return where one article was taken from the other, as wording alone tells."""
        of_a, of_b = streams(self.a, self.b, self.evidence.words)
        return [
            Taken(of_a.span(r.a), of_b.span(r.b), of_a.sentences(r.a), of_b.sentences(r.b), r.summary, r.score)
            for r in find_regions(of_a, of_b, self.options)
        ]

    def _inside(self, stretch: Taken) -> set[Point]:
        """Return a stretch's sentence pairs: each sentence with the one that shares most wording with it."""
        rows, columns = stretch.rows, stretch.columns
        dice = self.evidence.wording.dice[rows.start : rows.stop, columns.start : columns.stop]
        least = min(LEAST_NEAR, float(dice.max()))
        points = {(i, int(j)) for i, j in enumerate(dice.argmax(axis=1))}
        if not stretch.summary:  # of which most of the other article has no part
            points |= {(int(i), j) for j, i in enumerate(dice.argmax(axis=0))}
        return {(rows.start + i, columns.start + j) for i, j in points if dice[i, j] >= least}

    def cores(self) -> None:
        """Link candidates by their own score, given how much speaks for reuse around them."""
        if self.evidence.apart:  # only regions speak for it
            self._accept(dict.fromkeys(self.candidates, 0.0))
            return
        plain = [p for p in self.candidates if self._speaks_for_reuse(*p)]
        self._accept(self._reuse(plain))
        self._hold_to_regions(plain)

    def _accept(self, reuse: Mapping[Point, float]) -> None:
        """Link candidates in two rounds: the second counts linked neighbours as context."""
        quoted = {p for p in self.found if reuse.get(p, 0.0) < 1}
        for with_context in (False, True):
            accepted: dict[Point, Accepted] = {}
            for point in (p for p in self.candidates if not self._taken_over(p)):
                score, need = float(self.scores[point]), score_needed(reuse[point], self.options)
                eased = need - self.options.context_bonus * (self._context(*point) if with_context else 0.0)
                eased = max(eased, self.floor)
                self.needed[point] = eased
                if score >= eased and point not in quoted:
                    carried = "order" if score < need else self._carrier(*point)
                    accepted[point] = Accepted(_odds(score - eased, SOFTNESS), carried, reuse=reuse[point] >= 1)
            for point, what in accepted.items():
                self.found.add(point, what)

    def _hold_to_regions(self, plain: Sequence[Point]) -> None:
        """Let regions stand for all that was taken over, unless more than a little outside them speaks for reuse.

        One passage taken over would else let every sentence on a like topic pass.
        """
        linked = [p for p in self.found if self.found[p].reuse]
        taken = [stretch for stretch in self._regions() if any(map(stretch.holds, linked))] if linked else []
        outside = [p for p in plain if not any(stretch.touches(p) for stretch in taken)]
        if not taken:
            return
        held = self._held(taken)
        if min(held) > MOST:
            return  # the article was taken over, and no passage of it
        enough = 1.0 if min(held) < PASSAGE_SHARE else REUSE_OUTSIDE
        if max(self._reuse(outside).values()) >= enough:
            return
        self.found, self.taken = Found(), taken
        self.quotations()
        self.taken_over()

    def _held(self, taken: Sequence[Taken]) -> tuple[float, float]:
        """Return the share of each article's sentences that the stretches touch."""
        rows = {i for stretch in taken for i in stretch.rows}
        columns = {j for stretch in taken for j in stretch.columns}
        return len(rows) / len(self.a.sentences), len(columns) / len(self.b.sentences)

    def _reuse(self, plain: Collection[Point]) -> dict[Point, float]:
        """Return how much of what speaks for reuse there is around each candidate, 0 … 1, as those pairs tell."""
        length = min(sum(s.checked for s in x.sentences) for x in (self.a, self.b))
        around = background(self.scores, self.evidence.wording.weight_a, self.evidence.wording.weight_b)
        return reuse_around(self.candidates, plain, self.scores, length, around, self.options)

    def _taken_over(self, point: Point) -> bool:
        return point in self.found and self.found[point].reason == PASSAGE

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

    def chain(self) -> None:
        """Link identical sentences, however short, beside those that were taken over, and likely ones."""
        whole = [w.keys for w in self.words_a] == [w.keys for w in self.words_b]
        reuse = [p for p in self.found if self.found[p].reuse]
        for point, beside in in_chain(sorted(self.found if whole else reuse), self._identical):
            if point not in self.found and not (self.found.row(point[0]) or self.found.column(point[1])):
                self.found.add(point, Accepted(self.found[beside].confidence, "wording", reuse=True))
        if self.evidence.meaning is None or not self.scores.size:
            return
        likely = Likely(self.scores, self.evidence.words, self.found)
        for point, _ in in_chain(reuse, lambda i, j: self._free_body(i, j) and likely.surplus(i, j) >= 0):
            self.found.add(point, Accepted(_odds(likely.surplus(*point), SOFTNESS), "order", reuse=True))

    def _free_body(self, i: int, j: int) -> bool:
        """Return whether both are body sentences that nothing is linked with."""
        if not self._may_link(i, j) or self.found.row(i) or self.found.column(j):
            return False
        return self.a.sentences[i].kind is self.b.sentences[j].kind is SentenceKind.BODY

    def _identical(self, i: int, j: int) -> bool:
        """Return whether two checked sentences have the same words, and any."""
        if not (0 <= i < len(self.words_a) and 0 <= j < len(self.words_b)):
            return False
        if self.taken and not any(stretch.holds((i, j)) for stretch in self.taken):
            return False
        return bool(self.words_a[i].keys) and self.words_a[i].keys == self.words_b[j].keys

    def _may_link(self, i: int, j: int) -> bool:
        if not (0 <= i < len(self.words_a) and 0 <= j < len(self.words_b)):
            return False
        if self.taken and not any(stretch.holds((i, j)) for stretch in self.taken):
            return False
        return float(self.scores[i, j]) >= max(LEAST_NEAR, self.floor) and not self._far_from_quotation(i, j)

    def _far_from_quotation(self, i: int, j: int) -> bool:
        """Return whether either stands far from the shared quotation that it is linked by.

        Who says it may be told there in the words of another passage, which is no reason to make one link of both.
        """
        far = [(i, y) for y in self.found.row(i) if abs(y - j) > FAR]
        far += [(x, j) for x in self.found.column(j) if abs(x - i) > FAR]
        return any(self._class(*point) is MatchClass.QUOTATION for point in far)

    def links(self) -> list[Link]:
        """Return the derived links: connected sentence pairs together."""
        return [self.link_of(points) for points in components(self.found)]

    def link_of(self, points: Sequence[Point]) -> Link:
        """Return the link that those found pairs make."""
        pairs = tuple((i, j, self._class(i, j)) for i, j in points)
        return self._link(points, pairs, max(min(self.found[p].confidence, self._most(p)) for p in points))

    def _most(self, point: Point) -> float:
        """Return the highest confidence that a pair may have that no editor set."""
        return 1.0 if self.found[point].reason == BY_HAND else most_to_say(self.a, self.b, *point)

    def unaccepted(self, i: int, j: int) -> Link:
        """Return a pair that was not accepted, with the evidence there is."""
        return self._link([(i, j)], ((i, j, MatchClass.UNRELATED),), 0.0)

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
        return Link(
            a=tuple(sorted({i for i, _ in points})),
            b=tuple(sorted({j for _, j in points})),
            pairs=pairs,
            match=self._match(pairs),
            confidence=confidence,
            evidence=self._evidence(points),
        )

    def _match(self, pairs: Sequence[tuple[int, int, MatchClass]]) -> MatchClass:
        """Return the class of most words of A: each sentence has that of the pair in which it shares the most."""
        if len({match for _, _, match in pairs}) == 1:
            return pairs[0][2]
        best: dict[int, tuple[int, MatchClass]] = {}
        for i, j, match in pairs:
            common = common_words(self.words_a[i].keys, self.words_b[j].keys)
            if i not in best or common > best[i][0]:
                best[i] = common, match
        weight: Counter[MatchClass] = Counter()
        for i, (_, match) in best.items():
            weight[match] += len(self.words_a[i].keys)
        return max(weight, key=lambda m: weight[m])

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
            next_best=next_best(self.scores[best[0]], {j for _, j in points}),
        )

    def _shared(self, points: Sequence[Point]) -> tuple[str, ...]:
        """Return the rarest words in common, at most eight."""
        own = {k for i, _ in points for k in self.words_a[i].keys}
        other = {k for _, j in points for k in self.words_b[j].keys}
        rarity = self.evidence.wording.rarity
        common = [k for k in own & other if not is_function(k, self.language or ENGLISH)]
        return tuple(sorted(common, key=lambda k: (-rarity.get(k, 1.0), k))[:SHARED_SHOWN])


class Alignment(NamedTuple):
    """What corresponds between two articles."""

    links: tuple[Link, ...]
    passages: tuple[Passage, ...]


def align(a: Article, b: Article, evidence: PairEvidence, options: Options) -> Alignment:
    """Return the links between two articles and their passages, each in A's order."""
    linker = _at_work(a, b, evidence, options)
    links = tuple(sorted([*linker.links(), *linker.same_facts()], key=lambda link: (link.a, link.b)))
    return Alignment(links, find_passages(a, b, links, linker.taken, options))


def _at_work(
    a: Article, b: Article, evidence: PairEvidence, options: Options, going_on: Callable[[], None] = lambda: None
) -> _Linker:
    """Return the linker of two articles once everything that speaks for links was taken in."""
    linker = _Linker(a, b, evidence, options)
    for take_in in (linker.quotations, linker.taken_over, linker.cores, linker.grow, linker.chain):
        going_on()
        take_in()
    return linker


def unaccepted(
    a: Article,
    b: Article,
    evidence: PairEvidence,
    options: Options,
    least: float,
    going_on: Callable[[], None] = lambda: None,
) -> list[Link]:
    """Return the pairs that were looked at and not accepted, best first, as links of class ``unrelated``.

    Each is of one sentence of A and one of B that are each other's best partner, with a score of at least ``least``;
    its confidence is 0. Pairs of the same fact only are among them: whoever shows them leaves out what is linked.
    ``going_on`` is called again and again, and may raise what ends the work.
    """
    linker = _at_work(a, b, evidence, options, going_on)
    points = [p for p in linker.partners(least) if p not in linker.found]
    points.sort(key=lambda p: (-float(linker.scores[p]), p))
    links = []
    for point in points:
        going_on()
        links.append(linker.unaccepted(*point))
    return links


def link_by_hand(
    a: Article, b: Article, evidence: PairEvidence, options: Options, own: Sequence[int], other: Sequence[int]
) -> Link:
    """Return the link of these sentences of A and B that an editor made: certain, and with the evidence there is."""
    linker = _Linker(a, b, evidence, options)
    points = [(i, j) for i in own for j in other]
    for point in points:
        linker.found.add(point, Accepted(1.0, BY_HAND, reuse=True))
    return linker.link_of(points)


def _odds(surplus: float, softness: float) -> float:
    """Return .5 at the threshold, rising with the distance from it (logistic)."""
    return 1 / (1 + exp(-surplus / softness))
