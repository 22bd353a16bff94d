"""Turn paired quotation marks into quotations with their speakers.

Pure: offsets into the given text. Only the outermost marks make a quotation. One that runs over paragraphs, each of
which opens with a mark again, is one quotation; one that is never closed ends with its sentence or paragraph.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from core.languages import ENGLISH, in_english
from core.model import Quotation, Sentence, Span, Token
from core.segment.quotes import QuoteMarks, QuotePair
from core.segment.speakers import SpeakerFinder


def find_quotations(
    text: str,
    paragraphs: Sequence[Span],
    marks: Sequence[QuoteMarks],
    sentences: Sequence[Sentence],
    tokens: Sequence[Token],
    language: str = ENGLISH,
) -> tuple[Quotation, ...]:
    """Return the quotations of a text, in order; who says them is told by the rules of English, or not at all."""
    spans = _spans(text, paragraphs, marks, sentences)
    if not in_english(language):
        return tuple(Quotation(span) for span in spans)
    finder = SpeakerFinder(text, paragraphs, sentences, tokens)
    found: list[Quotation] = []
    for index, span in enumerate(spans):
        ends_before = spans[index - 1].end if index else 0
        begins_after = spans[index + 1].start if index + 1 < len(spans) else len(text)
        said = finder.find(span, ends_before, begins_after)
        found.append(Quotation(span, said.speaker, said.cue) if said else Quotation(span))
    return tuple(found)


def _spans(
    text: str, paragraphs: Sequence[Span], marks: Sequence[QuoteMarks], sentences: Sequence[Sentence]
) -> list[Span]:
    starts = [s.span.start for s in sentences]
    spans: list[Span] = []
    running: int | None = None
    for number, (paragraph, found) in enumerate(zip(paragraphs, marks, strict=True)):
        for index, pair in enumerate(found.pairs):
            start = pair.start if running is None else running
            running = None
            last = index + 1 == len(found.pairs)
            if pair.end is not None:
                end = pair.end
            elif last and _goes_on(paragraphs, marks, number):
                running = start
                continue
            else:
                limit = paragraph.end if last else found.pairs[index + 1].open
                own = sentences[bisect_right(starts, pair.open) - 1].span
                end = _unclosed_end(text, pair, limit, own.end)
            span = _trimmed(text, start, end)
            if span is not None:
                spans.append(span)
    return spans


def _goes_on(paragraphs: Sequence[Span], marks: Sequence[QuoteMarks], number: int) -> bool:
    """Return whether the next paragraph opens with a mark, as those of a running quotation do."""
    if number + 1 >= len(paragraphs):
        return False
    following = marks[number + 1].pairs
    return bool(following) and following[0].double and following[0].open == paragraphs[number + 1].start


def _unclosed_end(text: str, pair: QuotePair, limit: int, sentence_end: int) -> int:
    """Return where a quotation without a closing mark ends: a capital promises sentences, else its own ends it."""
    return limit if text[pair.start : pair.start + 1].isupper() else min(limit, sentence_end)


def _trimmed(text: str, start: int, end: int) -> Span | None:
    wording = text[start:end]
    if not any(c.isalnum() for c in wording):
        return None
    start += len(wording) - len(wording.lstrip())
    return Span(start, start + len(wording.strip()))
