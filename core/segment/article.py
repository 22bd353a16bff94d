"""Put an article together from its paragraphs, sentences, tokens, quotations and mentions.

The stage's journey on one screen; every offset is into the document's text.
"""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Sequence
from dataclasses import replace
from pathlib import PurePath

from core.disguise import readable
from core.languages.detect import guess_language
from core.lexis import PAD
from core.model import Article, Document, Role, Sentence, SentenceKind, Span, Token
from core.segment.boundaries import sentence_spans
from core.segment.kinds import sentence_kinds
from core.segment.mentions import find_mentions
from core.segment.paragraphs import paragraphs
from core.segment.quotations import find_quotations
from core.segment.quotes import QuoteMarks, quote_marks
from core.segment.tokens import tokenise
from core.segment.told import with_head

_TITLE_LENGTH = 80


def segment(document: Document, article_id: str, role: Role = Role.UNKNOWN) -> Article:
    """Return the article that a document holds; takes any text, an empty one has no sentences.

    Disguised words are cut and told as they read (:func:`core.disguise.readable`). What the file says nothing of is
    filled in from the article's head (:func:`core.segment.told.with_head`).
    """
    text = readable(document.text)
    language = guess_language(text, document.language)
    parts = [_whole(text, part) for part in paragraphs(text)]
    marks = [quote_marks(text, p.start, p.end) for p in parts]
    cut = [sentence_spans(text, p.start, p.end, m, language) for p, m in zip(parts, marks, strict=True)]
    spans = [[_whole(text, span) for span in group] for group in cut]
    kinds = sentence_kinds(text, parts, spans)
    read = document if text is document.text else replace(document, text=text)
    article = _article(read, article_id, role, language, parts, marks, spans, kinds)
    return replace(article, document=replace(with_head(article), text=document.text))


def _whole(text: str, span: Span) -> Span:
    """Return the span with the rest of the disguised words at its ends, which the text they read as leaves blank.

    What fills up stands beside a letter or a figure of its own word, with the accents that follow it.
    """
    start, end = span.start, span.end
    if text[start : start + 1].isalnum():
        while start and text[start - 1] == PAD:
            start -= 1
    if end and (text[end - 1].isalnum() or unicodedata.combining(text[end - 1])):
        while text[end : end + 1] == PAD:
            end += 1
    return Span(start, end)


def one_sentence(text: str, article_id: str) -> Article:
    """Return an article whose whole text is one body sentence, for judging single sentences."""
    sha256 = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    document = Document(path="", sha256=sha256, text=text)
    start = len(text) - len(text.lstrip())
    whole = Span(start, start + len(text.strip()))
    parts = [whole] if len(whole) else []
    marks = [quote_marks(text, p.start, p.end) for p in parts]
    spans, kinds = [[p] for p in parts], [[SentenceKind.BODY]] * len(parts)
    return _article(document, article_id, Role.UNKNOWN, guess_language(text), parts, marks, spans, kinds)


def _article(
    document: Document,
    article_id: str,
    role: Role,
    language: str,
    parts: Sequence[Span],
    marks: Sequence[QuoteMarks],
    spans: Sequence[Sequence[Span]],
    kinds: Sequence[Sequence[SentenceKind]],
) -> Article:
    text = document.text
    tokens: list[Token] = []
    sentences: list[Sentence] = []
    for group, group_kinds in zip(spans, kinds, strict=True):
        for span, kind in zip(group, group_kinds, strict=True):
            first = len(tokens)
            tokens += tokenise(text, span.start, span.end)
            sentences.append(Sentence(span, kind, first, len(tokens)))
    return Article(
        id=article_id,
        document=document,
        title=_title(document, parts, sentences),
        language=language,
        role=role,
        paragraphs=tuple(parts),
        sentences=tuple(sentences),
        tokens=tuple(tokens),
        quotations=tuple(
            replace(found, span=_whole(text, found.span))
            for found in find_quotations(text, parts, marks, sentences, tokens, language)
        ),
        mentions=find_mentions(text, sentences, tokens, language),
    )


def _title(document: Document, parts: Sequence[Span], sentences: Sequence[Sentence]) -> str:
    if document.title:
        return document.title
    for index, sentence in enumerate(sentences[:_TOP]):
        if sentence.kind is SentenceKind.HEADLINE:
            paragraph = next(p for p in parts if p.contains(sentence.span))
            return " ".join(paragraph.of(document.text).replace(PAD, "").split())
        if sentence.kind is SentenceKind.BODY and index:
            break
    body = next((s for s in sentences if s.kind is SentenceKind.BODY), sentences[0] if sentences else None)
    if body is None:
        return PurePath(document.path).name or "Untitled"
    wording = document.text[body.span.start : body.span.end][: 4 * _TITLE_LENGTH]
    return _shortened(" ".join(wording.replace(PAD, "").split()))


def _shortened(title: str) -> str:
    if len(title) <= _TITLE_LENGTH:
        return title
    cut = title[:_TITLE_LENGTH]
    # At a word's end, unless the words are too long for that.
    at = cut.rfind(" ")
    return (cut[:at] if at > _TITLE_LENGTH // 2 else cut).rstrip(" ,;:–—-") + "…"


_TOP = 6
