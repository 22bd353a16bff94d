"""Tell headlines, datelines, captions and the page's own lines from the body.

Pure: paragraphs and their sentences in, one kind a sentence out. Only what the text itself shows is used: length,
capitals, stops, place on the page and well-known phrases.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from core.model import SentenceKind, Span
from core.segment.bylines import is_about_author, is_byline, is_credit
from core.segment.captions import is_caption, is_credit_sentence
from core.segment.page import is_header, is_labelled, is_page_line, is_page_sentence
from core.segment.stamps import is_date, is_dateline, is_outlet, is_stamp, may_be_outlet

_STOP = re.compile(r"[.。…:;,]\s?[\"'”’»)\]]*$")
_QUESTION = re.compile(r"[?!？！]\s?[\"'”’»)\]]*$")
_LIST_ITEM = re.compile(r"[•⁃·▪‣◦●■*>–—-]\s|\(?\d{1,2}[.)]\s|\(?[a-z][.)]\s")
_HEADLINE_WORDS = 30
_SUBHEAD_WORDS = 18
_QUESTION_WORDS = 12
_SHORT_LINE_WORDS = 25
_PAGE_WORDS = 45
_BODY_WORDS = 20


def sentence_kinds(
    text: str, paragraphs: Sequence[Span], sentences: Sequence[Sequence[Span]]
) -> list[list[SentenceKind]]:
    """Return the kind of every sentence, grouped by paragraph as ``sentences`` are."""
    lines = [_Line(text, p, s) for p, s in zip(paragraphs, sentences, strict=True)]
    kinds: list[SentenceKind | None] = [line.special() for line in lines]
    _below_headers(lines, kinds)
    first_body = next(
        (i for i, line in enumerate(lines) if kinds[i] is None and line.is_prose() and not line.is_headline()),
        len(lines),
    )
    _outlets(lines, kinds, first_body)
    _parts_by_day(lines, kinds, first_body)
    for i, line in enumerate(lines):
        if kinds[i] is not None:
            continue
        if i < first_body:
            # Without a body below it a line is what there is to read, not a headline.
            head = first_body < len(lines) and line.is_headline() and (i == 0 or line.is_brief())
            kinds[i] = SentenceKind.HEADLINE if head else SentenceKind.BODY
        else:
            kinds[i] = SentenceKind.HEADLINE if _is_subhead(lines, kinds, i) else SentenceKind.BODY
    return [
        [
            _own_kind(span.of(text), kind or SentenceKind.BODY, last=number + _END >= len(lines))
            for span in line.sentences
        ]
        for number, (line, kind) in enumerate(zip(lines, kinds, strict=True))
    ]


class _Line:
    """A paragraph and what can be seen of it; whatever is costly is only looked at in short ones."""

    def __init__(self, text: str, span: Span, sentences: Sequence[Span]) -> None:
        self.sentences = sentences
        self.long = len(span) > _LONGEST_SHORT
        self.text = span.of(text) if not self.long else text[span.start : span.start + _LONGEST_SHORT]
        self.words = _words(self.text)
        tail = text[max(span.start, span.end - 8) : span.end]
        self.stopped = _STOP.search(tail) is not None
        self.asks = _QUESTION.search(tail) is not None

    def special(self) -> SentenceKind | None:
        """Return the kind that the wording alone tells."""
        if self.long or self.words > _PAGE_WORDS:
            return None
        if is_stamp(self.text, self.words) or (not self.stopped and is_byline(self.text, self.words)):
            return SentenceKind.BOILERPLATE
        if is_page_line(self.text, self.words, stopped=self.stopped):
            return SentenceKind.BOILERPLATE
        if is_caption(self.text, self.words, len(self.sentences), stopped=self.stopped):
            return SentenceKind.CAPTION
        if len(self.sentences) == 1 and is_dateline(self.text, self.words):
            return SentenceKind.DATELINE
        return None

    def is_prose(self) -> bool:
        """Return whether the line reads as running text."""
        return self.long or self.words >= _BODY_WORDS or self.stopped or len(self.sentences) > 1

    def is_headline(self) -> bool:
        """Return whether the line could stand above an article."""
        return (
            not self.long and not self.stopped and 0 < self.words <= _HEADLINE_WORDS and not _LIST_ITEM.match(self.text)
        )

    def is_brief(self) -> bool:
        """Return whether a line below the headline may be one too: a longer question begins the article."""
        return not self.asks or (len(self.sentences) == 1 and self.words <= _QUESTION_WORDS)


def _below_headers(lines: Sequence[_Line], kinds: list[SentenceKind | None]) -> None:
    """Mark the short lines below "Related posts" and its like as the page's own."""
    inside = False
    for i, line in enumerate(lines):
        if kinds[i] is SentenceKind.BOILERPLATE:
            inside = inside or is_header(line.text)
        elif inside and (line.long or line.stopped or line.words > _SHORT_LINE_WORDS or len(line.sentences) > 2):  # noqa: PLR2004
            inside = False
        elif inside:
            kinds[i] = SentenceKind.BOILERPLATE


def _outlets(lines: Sequence[_Line], kinds: list[SentenceKind | None], first_body: int) -> None:
    """Mark the outlet's name below the headline: between the byline and the date, or beside one of them.

    Between the two any name will do; beside one alone it must read as an outlet's.
    """
    headed = False
    for i in range(1, min(first_body, len(lines) - 1)):
        headed = headed or (kinds[i - 1] is None and lines[i - 1].is_headline())
        line, above, below = lines[i], kinds[i - 1] in _ASIDE, kinds[i + 1] in _ASIDE
        if kinds[i] is not None or not headed or not (above or below) or len(line.sentences) != 1:
            continue
        if may_be_outlet(line.text, line.words) if above and below else is_outlet(line.text, line.words):
            kinds[i] = SentenceKind.DATELINE


def _parts_by_day(lines: Sequence[_Line], kinds: list[SentenceKind | None], first_body: int) -> None:
    """Mark several dates between the article's own paragraphs as headings: they tell when what stands below was."""
    days = [
        i
        for i in range(first_body + 1, len(lines) - 1)
        if kinds[i] is SentenceKind.DATELINE
        and kinds[i + 1] is None
        and lines[i + 1].is_prose()
        and is_date(lines[i].text)
    ]
    for i in days if len(days) > 1 else ():
        kinds[i] = SentenceKind.HEADLINE


def _is_subhead(lines: Sequence[_Line], kinds: Sequence[SentenceKind | None], i: int) -> bool:
    """Return whether a line stands above a later part of the article: short, open-ended, alone between longer ones."""
    line = lines[i]
    if len(line.sentences) != 1 or not line.is_headline() or i + 1 >= len(lines):
        return False
    if line.words > (_QUESTION_WORDS if line.asks else _SUBHEAD_WORDS) or line.text[0] in _QUOTES:
        return False
    if not (line.text[0].isupper() or line.text[0].isdigit()):
        return False
    before, after = lines[i - 1], lines[i + 1]
    if kinds[i + 1] is not None or not (before.is_prose() and after.is_prose()):
        return False
    if line.asks:
        # A question in the running text, or in an interview, has its answer below it.
        loose = line.text.split()[0].lower() in _CONJUNCTIONS or _SPEAKER.match(line.text) or line.text[-1] not in "?!"
        return not loose and after.text[0] not in _QUOTES and not _SPEAKER.match(after.text)
    return before.long or not before.text.endswith(":")


def _own_kind(sentence: str, kind: SentenceKind, *, last: bool) -> SentenceKind:
    """Return a sentence's own kind where its wording tells, else its paragraph's."""
    if kind is SentenceKind.BOILERPLATE or len(sentence) > _LONGEST_SHORT:
        return kind
    if is_page_sentence(sentence) or is_credit(sentence) or (last and is_about_author(sentence)):
        return SentenceKind.BOILERPLATE
    if kind is SentenceKind.BODY and is_labelled(sentence, stopped=True, alone=False):
        return SentenceKind.BOILERPLATE
    if kind is SentenceKind.BODY and is_credit_sentence(sentence):
        return SentenceKind.CAPTION
    return kind


def _words(text: str) -> int:
    """Return how many words a line has: dashes and other signs that stand alone are none."""
    parts = text.split()
    return len(parts) - sum(map(parts.count, _SIGNS))


_ASIDE = (SentenceKind.BOILERPLATE, SentenceKind.DATELINE)
_CONJUNCTIONS = ("but", "and", "so", "or", "then", "yet", "nor")
_SPEAKER = re.compile(r"[QA]\b[.:]?|[A-Z][\w. ]{0,30}:")
_SIGNS = "–—-|•·/&»>*"
_QUOTES = "\"'“”„«‘’"
_LONGEST_SHORT = 400
_END = 2
"""Paragraphs at an article's end that may tell about its author."""
