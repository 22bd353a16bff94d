"""What became of every quotation between two articles: kept, altered, moved, unquoted, dropped or new.

Pure: works from word keys and from the links, whose words are aligned. It only says what the texts have, never which
of them had it first. A quotation split by “she said” is two rows. One that is cut short is kept, for every quotation
is; words that the other article has nowhere in its marks alter it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from core.lexis import is_function, key, shared_runs, stem
from core.model import (
    Article,
    Link,
    MatchClass,
    Quotation,
    QuotationRow,
    QuotationStatus,
    SentenceKind,
    Side,
    Span,
    Token,
)
from core.originality.quoted_words import (
    SHORTEST,
    Quoted,
    closeness,
    closest,
    quoted_in,
    same_words,
    shortens,
    told_changes,
)
from core.originality.speakers import Speaker, Speakers, differ
from resources.lists import word_list

LINKED = 0.5
"""Closeness from which two quotations in linked sentences are versions of one."""
APART = 0.6
"""The same in sentences that are not linked …"""
APART_WORDS = 4
"""… where the shorter one must have as many words."""
ALONE = 0.3
"""The same where a quotation link has but one quotation on either side."""
CONTENT = 2
"""Content words that two versions share, unless they are the same."""
UNQUOTED_RUN = 4
"""Words in a row that show a quotation in prose."""
UNQUOTED_SHARE = 0.5
"""Share of a quotation's content words, in another order or in other words, that shows it too."""

_SAYERS = frozenset({"he", "she", "they"})


@dataclass(frozen=True, slots=True)
class _Prose:
    """Where a quotation stands outside marks: the sentence and the stretch."""

    sentence: int
    span: Span


def audit_quotations(a: Article, b: Article, links: Sequence[Link], derived: Side = Side.A) -> tuple[QuotationRow, ...]:
    """Return a row for each quotation of B in text order, then one for each of A that none of them answers to.

    Where A was not made from B, it may quote more of what was said than B does; words that it adds to a quotation
    taken from B alter it.
    """
    return tuple(_Audit(a, b, links, fuller=derived is not Side.A).rows())


class _Audit:
    """The quotations of a pair, who says them, and what is linked to what."""

    def __init__(self, a: Article, b: Article, links: Sequence[Link], *, fuller: bool) -> None:
        self._a, self._b, self._fuller = a, b, fuller
        self._own, self._other = quoted_in(a), quoted_in(b)
        self._free_of_b: dict[int, frozenset[str]] = {}
        self._speakers_a, self._speakers_b = Speakers(a), Speakers(b)
        self._links = [link for link in links if link.match.derived]
        self._pairs = {(i, j) for link in self._links for i in link.a for j in link.b}
        self._lone = {
            (i, j)
            for link in self._links
            if link.match is MatchClass.QUOTATION and self._count(link.a, self._own) == 1
            if self._count(link.b, self._other) == 1
            for i in link.a
            for j in link.b
        }

    def rows(self) -> Iterator[QuotationRow]:
        """Yield the rows."""
        parts = self._matched()
        for at, quoted in enumerate(self._other):
            yield self._told(at, [self._own[p] for p in parts[at]]) if parts[at] else self._alone(quoted)
        met = {p for found in parts.values() for p in found}
        for at, quoted in enumerate(self._own):
            if at not in met:
                yield self._new(quoted)

    @staticmethod
    def _count(sentences: Sequence[int], quotations: Sequence[Quoted]) -> int:
        return sum(not set(q.sentences).isdisjoint(sentences) for q in quotations)

    def _matched(self) -> dict[int, list[int]]:
        """Return, for each quotation of B, those of A that are versions or parts of it."""
        best_of_a: dict[int, tuple[float, int]] = {}
        best_of_b: dict[int, tuple[float, int]] = {}
        for p, q in self._candidates():
            near = self._likeness(self._own[p], self._other[q])
            if near:
                best_of_a[p] = max(best_of_a.get(p, (near, -q)), (near, -q))
                best_of_b[q] = max(best_of_b.get(q, (near, -p)), (near, -p))
        parts: dict[int, list[int]] = {q: [] for q in range(len(self._other))}
        for p, (_, q) in sorted(best_of_a.items()):
            parts[-q].append(p)
        for q, (_, p) in best_of_b.items():
            if not parts[q]:
                parts[q].append(-p)  # A has as one what B parts by “she said”
        return parts

    def _candidates(self) -> Iterator[tuple[int, int]]:
        """Yield the quotations of A and B that share a content word or stand in linked sentences, as indices."""
        places: dict[str, set[int]] = defaultdict(set)
        standing: dict[int, set[int]] = defaultdict(set)
        for at, quoted in enumerate(self._other):
            for word in quoted.keys:
                places[word].add(at)
            for j in quoted.sentences:
                standing[j].add(at)
        beside: dict[int, set[int]] = defaultdict(set)
        for i, j in self._pairs:
            beside[i].update(standing.get(j, ()))
        for p, quoted in enumerate(self._own):
            content = {k for k in quoted.keys if not is_function(k)} or set(quoted.keys)
            sharing = {q for k in content for q in places.get(k, ())}
            yield from ((p, q) for q in sharing.union(*(beside.get(i, set()) for i in quoted.sentences)))

    def _likeness(self, own: Quoted, other: Quoted) -> float:
        """Return how close two quotations are, a little more where they are linked; 0 where they are not versions."""
        linked = self._meet(own, other, self._pairs)
        if own.keys == other.keys:
            return 2.0 + linked
        shorter = min(len(own.keys), len(other.keys))
        if shorter < SHORTEST and not linked:
            return 0.0
        if not linked and (shorter < APART_WORDS or closest(own, other) < APART):
            return 0.0
        near = max(closeness(own, other), self._aligned_share(own, other) if linked else 0.0)
        common = {k for k in own.keys if not is_function(k)} & set(other.keys)
        if not linked and len(common) < min(CONTENT, own.content, other.content):
            return 0.0
        alone = self._meet(own, other, self._lone)
        enough = ALONE if alone else LINKED if linked else APART
        return near + 0.5 * linked if near >= enough else 0.0

    def _aligned_share(self, own: Quoted, other: Quoted) -> float:
        """Return which share of the shorter one's content words stand for words of the other."""
        mine, theirs = own.quotation.span, other.quotation.span
        met = [
            w
            for link in self._links
            if not set(link.a).isdisjoint(own.sentences) and not set(link.b).isdisjoint(other.sentences)
            for w in link.alignment
            if mine.contains(w.a) and theirs.contains(w.b)
        ]
        count = len({w.b for w in met if not is_function(w.b.of(self._b.text))})
        return min(0.99, count / max(CONTENT, min(own.content, other.content)))

    @staticmethod
    def _meet(own: Quoted, other: Quoted, pairs: set[tuple[int, int]]) -> bool:
        return any((i, j) in pairs for i in own.sentences for j in other.sentences)

    def _told(self, at: int, parts: Sequence[Quoted]) -> QuotationRow:
        """Return the row of a quotation of B that A has in marks; of several parts the one that differs tells."""
        other = self._other[at]
        said = self._speakers_b.of(other.quotation)
        around = tuple(k for q in self._other[max(0, at - 1) : at + 2] for k in q.keys)
        longest = max(parts, key=lambda p: (len(p.keys), -p.quotation.span.start))
        moved = next((p for p in parts if self._given_away(p, other, said)), None)
        apart = [p for p in parts if not self._same(p, other) and not same_words(p, around)]
        whole = any(same_words(other, p.keys) for p in parts)
        altered = next((p for p in apart if not (whole and self._is_trimmed(p, other))), None)
        own = moved or altered or longest
        speaker = self._speakers_a.of(own.quotation)
        status = QuotationStatus.ALTERED if altered else QuotationStatus.KEPT
        why = told_changes(altered, other) if altered else _kept(other, parts, joined=same_words(longest, around))
        if moved:
            status = QuotationStatus.MOVED
            who = f"{speaker.name} says it here, {said.name} in the other article."
            why = f"{who} {why}" if altered else who
        return QuotationRow(status, own.quotation.span, other.quotation.span, speaker.span, said.span, why)

    def _is_trimmed(self, own: Quoted, other: Quoted) -> bool:
        """Return whether a headline of A only shortens a quotation, with no content word of its own."""
        headline = self._a.sentences[own.sentences[0]].kind is SentenceKind.HEADLINE
        return headline and shortens(own, other)

    def _same(self, own: Quoted, other: Quoted) -> bool:
        """Return whether A has the words of a quotation of B, or more of the same statement where it may."""
        return same_words(own, other.keys) or (self._fuller and same_words(other, own.keys))

    def _given_away(self, own: Quoted, other: Quoted, said: Speaker) -> bool:
        """Return whether the names differ and neither article names the other's speaker beside the quotation."""
        speaker = self._speakers_a.of(own.quotation)
        if not differ(speaker, said):
            return False
        return speaker.keys.isdisjoint(_beside(self._b, other)) and said.keys.isdisjoint(_beside(self._a, own))

    def _alone(self, other: Quoted) -> QuotationRow:
        """Return the row of a quotation that A has not in marks: as prose, or not at all."""
        said = self._speakers_b.of(other.quotation)
        prose = self._prose(other)
        if prose is None:
            linked = any(j in other.sentences for _, j in self._pairs)
            why = "Its sentence is taken up here without it." if linked else "Nothing here stands for it."
            return QuotationRow(QuotationStatus.DROPPED, None, other.quotation.span, None, said.span, why)
        named = self._speaker_in_prose(prose, said)
        same = bool(_run_in_prose(other, self._a, prose.sentence))
        why = "The words stand here without quotation marks" if same else "It is told here in the writer's own words"
        told = named or said.span is None or self._says_a_pronoun(prose)
        why += "." if told else ", and their speaker is not named."
        return QuotationRow(QuotationStatus.UNQUOTED, prose.span, other.quotation.span, named, said.span, why)

    def _new(self, own: Quoted) -> QuotationRow:
        speaker = self._speakers_a.of(own.quotation)
        prose = self._prose_in_b(own)
        why = "It stands as prose in the other article: the marks are new here." if prose else "Only here."
        return QuotationRow(QuotationStatus.NEW, own.quotation.span, prose, speaker.span, None, why)

    def _prose_in_b(self, own: Quoted) -> Span | None:
        """Return where B has the words of a quotation of A as prose.

        A few of them are enough in a linked sentence; in any other all must stand there.
        """
        linked = sorted({j for i, j in self._pairs if i in own.sentences})
        runs = {j: _run_in_prose(own, self._b, j) for j in linked}
        if not any(runs.values()) and len(own.keys) >= UNQUOTED_RUN:
            rest = (j for j in range(len(self._b.sentences)) if self._vocabulary(j) >= own.vocabulary)
            found = ((j, _run_in_prose(own, self._b, j)) for j in rest)
            runs = dict([next(((j, run) for j, run in found if len(run) == len(own.keys)), (-1, []))])
        tokens = sorted((t for run in runs.values() for t in run), key=lambda t: t.start)
        return Span(tokens[0].start, tokens[-1].end) if tokens else None

    def _vocabulary(self, sentence: int) -> frozenset[str]:
        """Return the words of a sentence of B outside marks, in normal form."""
        known = self._free_of_b.get(sentence)
        if known is None:
            known = frozenset(_prose_key(self._b, t) for t in _unmarked(self._b, sentence))
            self._free_of_b[sentence] = known
        return known

    def _prose(self, other: Quoted) -> _Prose | None:
        """Return where the quotation stands as prose in a linked sentence of A, the fullest place first."""
        sentences = sorted({i for i, j in self._pairs if j in other.sentences})
        found: list[tuple[int, _Prose]] = []
        for i in sentences:
            run = _run_in_prose(other, self._a, i)
            taken = self._taken_up(other, i) if len(other.keys) >= UNQUOTED_RUN else []
            if len(taken) < max(CONTENT, UNQUOTED_SHARE * other.content):
                taken = []
            tokens = sorted({*run, *taken}, key=lambda t: t.start)
            if tokens:
                found.append((len(tokens), _Prose(i, Span(tokens[0].start, tokens[-1].end))))
        return max(found, key=lambda x: (x[0], -x[1].sentence))[1] if found else None

    def _taken_up(self, other: Quoted, sentence: int) -> list[Token]:
        """Return the unmarked words of a sentence of A that stand for content words of a quotation of B."""
        free = _unmarked(self._a, sentence)
        wanted = {stem(k) for k in other.keys if not is_function(k)}
        span = other.quotation.span
        aligned = [
            w.a
            for link in self._links
            if sentence in link.a and not set(link.b).isdisjoint(other.sentences)
            for w in link.alignment
            if w.b.overlaps(span) and not is_function(w.b.of(self._b.text))
        ]
        taken: dict[str, Token] = {}
        for token in free:
            word = token.of(self._a.text)
            if not is_function(word) and (
                stem(word) in wanted or any(stretch.overlaps(token.span) for stretch in aligned)
            ):
                taken.setdefault(stem(word), token)
        return sorted(taken.values(), key=lambda t: t.start)

    def _says_a_pronoun(self, prose: _Prose) -> bool:
        """Return whether a pronoun says the words in A, so that their speaker is told, by name or not."""
        words = [key(t.of(self._a.text)) for t in _unmarked(self._a, prose.sentence)]
        return not _SAYERS.isdisjoint(words) and not word_list("speech_verbs").isdisjoint(words)

    def _speaker_in_prose(self, prose: _Prose, said: Speaker) -> Span | None:
        """Return where A's sentence still names who said the words."""
        if said.span is None:
            return None
        wanted = said.keys or {key(w) for w in said.span.of(self._b.text).split() if not is_function(w)}
        sentence = self._a.sentences[prose.sentence].span
        for mention in self._speakers_a.named_in(sentence):
            if not wanted.isdisjoint(key(w) for w in mention.value.split()):
                return mention.span
        free = _unmarked(self._a, prose.sentence)
        return next((t.span for t in free if key(t.of(self._a.text)) in wanted), None)


def _beside(article: Article, quoted: Quoted) -> set[str]:
    """Return the words outside marks in the sentences of a quotation but for those who say something else there."""
    others = [
        q.speaker
        for i in quoted.sentences
        for q in _quotations_in(article, article.sentences[i].span)
        if q.speaker is not None and q.speaker != quoted.quotation.speaker
    ]
    words = (t for i in quoted.sentences for t in _unmarked(article, i))
    return {key(t.of(article.text)) for t in words if not any(s.overlaps(t.span) for s in others)}


def _kept(other: Quoted, parts: Sequence[Quoted], *, joined: bool) -> str:
    if any(p.keys == other.keys for p in parts):
        return "The same words."
    whole = sum(len(p.keys) for p in parts)
    if whole > len(other.keys) and not joined:
        return "The same words, and more of them here."
    if whole < len(other.keys):
        marked = any(len(p.pieces) > 1 for p in parts)
        return "The same words, an omission marked." if marked else "The same words, cut short."
    return "The same words, parted in two." if len(parts) > 1 else "The same words, joined with those beside them."


def _run_in_prose(quoted: Quoted, article: Article, sentence: int) -> list[Token]:
    """Return the longest run of a quotation's words that a sentence has outside marks, nothing where it is short."""
    free = _unmarked(article, sentence)
    keys = [_prose_key(article, t) for t in free]
    least = min(UNQUOTED_RUN, len(quoted.keys))
    for _, start, size in shared_runs(quoted.keys, keys, least):
        run = keys[start : start + size]
        if sum(not is_function(k) for k in run) >= min(CONTENT, quoted.content) > 0:
            return free[start : start + size]
    return []


def _prose_key(article: Article, token: Token) -> str:
    """Return a word of prose as quoted words are kept: without dots, so that “4.3” meets “4.3” and “U.S.” “US”."""
    return key(token.of(article.text)).replace(".", "")


def _unmarked(article: Article, sentence: int) -> list[Token]:
    """Return the words of a sentence that stand outside quotation marks."""
    span = article.sentences[sentence].span
    marked = [q.span for q in _quotations_in(article, span)]
    return [t for t in article.sentence_tokens(sentence) if t.word and not any(m.overlaps(t.span) for m in marked)]


def _quotations_in(article: Article, span: Span) -> Sequence[Quotation]:
    """Return the quotations that overlap a stretch or touch it."""
    first = bisect_left(article.quotations, span.start, key=lambda q: q.span.end)
    last = bisect_left(article.quotations, span.end, key=lambda q: q.span.start)
    return article.quotations[first:last]
