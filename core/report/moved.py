"""An article with other wording at some places, and every offset into it moved so that it still tells the same place.

Pure. What begins or ends inside a replaced stretch is widened to the whole of what stands there now: half a
replacement names nothing. Words are counted as before, so that no figure of an analysis changes.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TypeVar

from core.model import (
    AlignedWords,
    Article,
    Divergence,
    Excluded,
    Ledger,
    Mention,
    Quotation,
    Scores,
    Sentence,
    Span,
    Token,
    WordMatch,
)
from core.segment.tokens import tokenise

Spanned = TypeVar("Spanned", Mention, Quotation, Excluded)


@dataclass(frozen=True, slots=True)
class Move:
    """From one text to another: stretches of the first, in order and apart, and what stands there in the second."""

    before: str
    after: str
    stretches: tuple[Span, ...]
    now: tuple[Span, ...]

    @classmethod
    def of(cls, text: str, wanted: Sequence[tuple[Span, str]]) -> Move:
        """Return the move that replaces these stretches, which are in order and apart."""
        parts: list[str] = []
        now: list[Span] = []
        done = length = 0
        for span, wording in wanted:
            kept = text[done : span.start]
            length += len(kept)
            now.append(Span(length, length + len(wording)))
            length += len(wording)
            parts += [kept, wording]
            done = span.end
        return cls(text, "".join([*parts, text[done:]]), tuple(span for span, _ in wanted), tuple(now))

    def span(self, span: Span) -> Span:
        """Return where a stretch of the first text stands in the second."""
        start, end = self._place(span.start, end=False), self._place(span.end, end=True)
        return Span(start, max(start, end))

    def maybe(self, span: Span | None) -> Span | None:
        """Return the same of a stretch that may not be there."""
        return None if span is None else self.span(span)

    def touches(self, span: Span) -> bool:
        """Return whether any of a stretch is replaced."""
        at = bisect_right(self.stretches, span.start, key=lambda s: s.end)
        return at < len(self.stretches) and self.stretches[at].overlaps(span)

    def _place(self, place: int, *, end: bool) -> int:
        at = bisect_right(self.stretches, place, key=lambda s: s.start) - 1
        if at < 0:
            return place
        old, new = self.stretches[at], self.now[at]
        if place >= old.end:
            return new.end + place - old.end
        return new.end if end and place > old.start else new.start


def moved_article(article: Article, move: Move) -> Article:
    """Return the article with the move's second text."""
    if not move.stretches:
        return article
    tokens: list[Token] = []
    sentences: list[Sentence] = []
    for index, sentence in enumerate(article.sentences):
        first = len(tokens)
        tokens += _tokens(article.sentence_tokens(index), move)
        sentences.append(Sentence(move.span(sentence.span), sentence.kind, first, len(tokens)))
    mentions = (
        replace(m, span=move.span(m.span), value=move.span(m.span).of(move.after) if move.touches(m.span) else m.value)
        for m in article.mentions
    )
    quotations = (Quotation(move.span(q.span), move.maybe(q.speaker), move.maybe(q.cue)) for q in article.quotations)
    document = article.document
    findings = tuple(replace(f, span=move.span(f.span)) for f in document.findings)
    return replace(
        article,
        document=replace(document, text=move.after, findings=findings),
        paragraphs=tuple(move.span(p) for p in article.paragraphs),
        sentences=tuple(sentences),
        tokens=tuple(tokens),
        mentions=_once(mentions),
        quotations=_once(quotations),
    )


def moved_ledger(ledger: Ledger, move: Move) -> Ledger:
    """Return the ledger of an article that was moved."""

    def scores(of: Scores) -> Scores:
        return replace(of, longest_run=move.maybe(of.longest_run))

    return replace(
        ledger,
        scores=scores(ledger.scores),
        excluded=_once(replace(x, span=move.span(x.span)) for x in ledger.excluded),
        without_exclusions=scores(ledger.without_exclusions) if ledger.without_exclusions else None,
    )


def moved_alignment(alignment: Iterable[AlignedWords], a: Move, b: Move) -> tuple[AlignedWords, ...]:
    """Return the alignment of two moved articles, each of its stretches in it once.

    Words that were replaced together are aligned together: as the same where the same stands there now.
    """
    kept: list[AlignedWords] = []
    for words in alignment:
        now = AlignedWords(a.span(words.a), b.span(words.b), words.match)
        if not (a.touches(words.a) or b.touches(words.b)):
            kept.append(now)
        elif not any(now.a.overlaps(k.a) or now.b.overlaps(k.b) for k in kept):
            same = now.a.of(a.after) == now.b.of(b.after)
            match = WordMatch.CHANGED if words.match is WordMatch.SAME else words.match
            kept.append(replace(now, match=WordMatch.SAME if same else match))
    return tuple(kept)


def moved_divergence(divergence: Divergence, a: Move, b: Move) -> Divergence:
    """Return the divergence of two moved articles; where its reason quotes what was replaced it quotes what is now."""
    why = divergence.why
    for span, move in ((divergence.a, a), (divergence.b, b)):
        if span is not None and len(span) and move.touches(span):
            why = why.replace(span.of(move.before), move.span(span).of(move.after))
    return replace(divergence, a=a.maybe(divergence.a), b=b.maybe(divergence.b), why=why)


def _tokens(tokens: Sequence[Token], move: Move) -> Iterator[Token]:
    """Yield a sentence's tokens in the new text; what was replaced has as many words as it had before."""
    inside: list[Token] = []
    at = -1
    for token in tokens:
        if move.touches(token.span):
            place = bisect_right(move.stretches, token.start, key=lambda s: s.end)
            if place != at and inside:
                yield from _shared_out(inside, move, at)
                inside = []
            at = place
            inside.append(token)
            continue
        if inside:
            yield from _shared_out(inside, move, at)
            inside = []
        now = move.span(token.span)
        yield Token(now.start, now.end, token.word)
    if inside:
        yield from _shared_out(inside, move, at)


def _shared_out(tokens: Sequence[Token], move: Move, at: int) -> Iterator[Token]:
    """Yield as many words over a replacement as there were, in its own words where the numbers agree."""
    # A possessive may belong to the name's last word: “the Herald's”.
    start, end = move.span(tokens[0].span).start, move.span(tokens[-1].span).end
    words = sum(t.word for t in tokens)
    own = [t for t in tokenise(move.after, *_ends(move.now[at])) if t.word]
    count = max(1, min(words, end - start))
    cuts = [start + (end - start) * k // count for k in range(1, count)]
    if len(own) == count:
        cuts = [t.start for t in own[1:]]
    for first, last in pairwise([start, *cuts, end]):
        yield Token(first, last, words > 0)


def _ends(span: Span) -> tuple[int, int]:
    return span.start, span.end


def _once(spanned: Iterable[Spanned]) -> tuple[Spanned, ...]:
    """Return what does not overlap an earlier one, in text order."""
    kept: list[Spanned] = []
    for one in spanned:
        if not (kept and kept[-1].span.overlaps(one.span)):
            kept.append(one)
    return tuple(kept)
