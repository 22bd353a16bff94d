"""Tell headlines, datelines, captions and the page's own lines from the body.

Pure: paragraphs and their sentences in, one kind a sentence out. Only what the text itself shows is used: length,
capitals, stops, place on the page and well-known phrases.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from core.model import SentenceKind, Span
from resources.lists import word_list

_WORD = re.compile(r"[^\W_]+(?:['’.\-][^\W_]+)*")
_STOP = re.compile(r"[.。…:;,][\"'”’»)\]]*$")
_QUESTION = re.compile(r"[?!？！][\"'”’»)\]]*$")
_LIST_ITEM = re.compile(r"[•⁃·▪‣◦●■*>–—-]\s|\(?\d{1,2}[.)]\s|\(?[a-z][.)]\s")
_BYLINE = re.compile(
    r"(?:By|BY|Written by|Reported by|Story by|Words by|Text by)\s+(?!the\b)[A-Z][\w.'’\-]+"
    r"(?:\s+(?:[A-Z][\w.'’\-]*|and|AND|de|van|von|der|al|bin|la|le|du|&))*(?:\s*[,|·•–—/-]\s*[^.!?]{1,80})?"
)
_STAFF = re.compile(
    r"[A-Z][\w.'’\-]+(?: [A-Z][\w.'’\-]*){1,3}, [^.!?]{0,40}\b(?:[Ss]taff [Ww]riter|[Rr]eporter|[Cc]orrespondent)"
)
_CREW = re.compile(r"\(?(?:Additional )?(?:Reporting|Writing|Editing|Compiled|Posted) by [A-Z]")
_WEEKDAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tues?|wed|thurs?|fri|sat|sun"
_MONTH = (
    r"january|february|march|april|may|june|july|august|september|october|november|december"
    r"|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec"
)
_DAY_OR_TIME = r"\d{1,4}(?:st|nd|rd|th)?|\d{1,2}:\d{2}|[ap]\.?m\.?|at|on|of|(?-i:[A-Z]{2,4})"
_DATE_PART = rf"(?:(?:{_WEEKDAY}|{_MONTH})\b\.?|{_DAY_OR_TIME})"
_DATE_LINE = re.compile(rf"{_DATE_PART}(?:[\s,/.|·–—-]+{_DATE_PART})*", re.IGNORECASE)
_STAMP = re.compile(
    r"(?:(?:first|last|originally)\s+)?(?:published|updated|posted|modified)\b[:\s]*(?:on\s+|at\s+)?", re.IGNORECASE
)
_NAMED_MONTH = rf"\b(?:{_MONTH})\b"
_HAS_DATE = re.compile(
    rf"{_NAMED_MONTH}(?=.*\d)|\d.*{_NAMED_MONTH}|\d{{1,4}}[/.-]\d{{1,2}}[/.-]\d{{1,4}}", re.IGNORECASE
)
_PLACE_LINE = re.compile(
    r"[A-Z][A-Z.'’\- ]+(?:, ?[A-Z][\w.'’\- ]+){0,2}(?:\s*\([A-Z][\w ]*\))?\s*(?:[,–—-]+.{0,25})?[–—-]*"
)
_COPYRIGHT = re.compile(r"(?:©|\(c\)|copyright\b).{0,40}\b(?:19|20)\d\d|©", re.IGNORECASE)

_HEADLINE_WORDS = 30
_SUBHEAD_WORDS = 18
_QUESTION_WORDS = 12
_SHORT_LINE_WORDS = 25
_PAGE_WORDS = 45
_BODY_WORDS = 20
_TOP_LINES = 8


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
    for i, line in enumerate(lines):
        if kinds[i] is not None:
            continue
        if i < first_body:
            # Without a body below it a line is what there is to read, not a headline.
            head = first_body < len(lines) and line.is_headline()
            kinds[i] = SentenceKind.HEADLINE if head else SentenceKind.BODY
        else:
            kinds[i] = SentenceKind.HEADLINE if _is_subhead(lines, kinds, i) else SentenceKind.BODY
    return [
        [_sentence_kind(span.of(text), kind or SentenceKind.BODY) for span in line.sentences]
        for line, kind in zip(lines, kinds, strict=True)
    ]


class _Line:
    """A paragraph and what can be seen of it; whatever is costly is only looked at in short ones."""

    def __init__(self, text: str, span: Span, sentences: Sequence[Span]) -> None:
        self.sentences = sentences
        self.long = len(span) > _LONGEST_SHORT
        self.text = span.of(text) if not self.long else text[span.start : span.start + _LONGEST_SHORT]
        self.words = len(_WORD.findall(self.text))
        tail = text[max(span.start, span.end - 8) : span.end]
        self.stopped = _STOP.search(tail) is not None
        self.asks = _QUESTION.search(tail) is not None

    def special(self) -> SentenceKind | None:
        """Return the kind that the wording alone tells."""
        if self.long or self.words > _PAGE_WORDS:
            return None
        if _is_boilerplate(self.text, self.words):
            return SentenceKind.BOILERPLATE
        if not self.stopped and (_BYLINE.fullmatch(self.text) or (self.words <= 8 and _STAFF.fullmatch(self.text))):  # noqa: PLR2004
            return SentenceKind.BOILERPLATE
        if _is_caption(self.text):
            return SentenceKind.CAPTION
        if len(self.sentences) == 1 and _is_dateline(self.text, self.words):
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


def _below_headers(lines: Sequence[_Line], kinds: list[SentenceKind | None]) -> None:
    """Mark the short lines below "Related posts" and its like as the page's own."""
    inside = False
    for i, line in enumerate(lines):
        if kinds[i] is SentenceKind.BOILERPLATE:
            inside = inside or _plain(line.text) in word_list("boilerplate_headers")
        elif inside and (line.long or line.stopped or line.words > _SHORT_LINE_WORDS or len(line.sentences) > 2):  # noqa: PLR2004
            inside = False
        elif inside:
            kinds[i] = SentenceKind.BOILERPLATE


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


def _sentence_kind(sentence: str, kind: SentenceKind) -> SentenceKind:
    """Return a sentence's own kind where its wording tells, else its paragraph's."""
    if kind is not SentenceKind.BODY or len(sentence) > _LONGEST_NOTE:
        return kind
    words = len(_WORD.findall(sentence))
    if _is_agency_note(sentence):
        return SentenceKind.BOILERPLATE
    if words <= _QUESTION_WORDS and sentence.lower().startswith(tuple(_phrases("caption_openings"))):
        return SentenceKind.CAPTION
    return kind


def _is_agency_note(sentence: str) -> bool:
    lower = sentence.lower()
    if _CREW.match(sentence) or lower.startswith(_NOTES):
        return True
    return "all rights reserved" in lower or _COPYRIGHT.match(sentence) is not None


def _is_boilerplate(line: str, words: int) -> bool:
    plain = _plain(line)
    if plain in word_list("boilerplate_alone") or _COPYRIGHT.match(line) or _CREW.match(line):
        return True
    straight = line.lower().replace("’", "'")
    opening = next((o for o in _phrases("boilerplate_openings") if straight.startswith(o)), None)
    # Without a colon or a bracket the same words may open a sentence of the article.
    if opening and (words <= _BODY_WORDS or not opening[0].isalpha() or opening[-1] == ":"):
        return True
    stamp = _STAMP.match(straight) if words <= _QUESTION_WORDS else None
    if stamp and (not straight[stamp.end() :] or _is_date(straight[stamp.end() :])):
        return True
    return any(p in straight for p in _phrases("boilerplate_inside"))


def _is_caption(line: str) -> bool:
    straight = line.lower().replace("’", "'")
    return straight.startswith(_phrases("caption_openings")) or any(p in straight for p in _phrases("caption_inside"))


def _is_dateline(line: str, words: int) -> bool:
    if words > _QUESTION_WORDS or len(line) > _LONGEST_DATELINE:
        return False
    return _is_date(line) or _is_place(line)


def _is_date(line: str) -> bool:
    return _DATE_LINE.fullmatch(line) is not None and _HAS_DATE.search(line) is not None


def _is_place(line: str) -> bool:
    return line[-1] in "–—-)" and _PLACE_LINE.fullmatch(line) is not None


def _plain(line: str) -> str:
    return line.lower().replace("’", "'").strip(" .:…!?»>→-–—|[]()*#\u00a0")


@cache
def _phrases(name: str) -> tuple[str, ...]:
    return tuple(sorted(word_list(name)))


_CONJUNCTIONS = ("but", "and", "so", "or", "then", "yet", "nor")
_SPEAKER = re.compile(r"[QA]\b[.:]?|[A-Z][\w. ]{0,30}:")
_QUOTES = "\"'“”„«‘’"
_NOTES = ("you can also read:", "read more:", "also read:", "sign up for our newsletter")
_LONGEST_SHORT = 400
_LONGEST_NOTE = 300
_LONGEST_DATELINE = 80
