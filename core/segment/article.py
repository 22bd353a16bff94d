"""Put an article together from its paragraphs, sentences, tokens, quotations and mentions.

The stage's journey on one screen; every offset is into the document's text.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import PurePath

from core.model import Article, Document, Role, Sentence, SentenceKind, Span, Token
from core.segment.boundaries import sentence_spans
from core.segment.kinds import sentence_kinds
from core.segment.language import guess_language
from core.segment.mentions import find_mentions
from core.segment.paragraphs import paragraphs
from core.segment.quotations import find_quotations
from core.segment.quotes import QuoteMarks, quote_marks
from core.segment.tokens import tokenise

_TITLE_LENGTH = 80


def segment(document: Document, article_id: str, role: Role = Role.UNKNOWN) -> Article:
    """Return the article that a document holds; takes any text, an empty one has no sentences."""
    text = document.text
    parts = paragraphs(text)
    marks = [quote_marks(text, p.start, p.end) for p in parts]
    spans = [sentence_spans(text, p.start, p.end, m) for p, m in zip(parts, marks, strict=True)]
    kinds = sentence_kinds(text, parts, spans)
    return _article(document, article_id, role, parts, marks, spans, kinds)


def one_sentence(text: str, article_id: str) -> Article:
    """Return an article whose whole text is one body sentence, for judging single sentences."""
    sha256 = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    document = Document(path="", sha256=sha256, text=text)
    start = len(text) - len(text.lstrip())
    whole = Span(start, start + len(text.strip()))
    parts = [whole] if len(whole) else []
    marks = [quote_marks(text, p.start, p.end) for p in parts]
    return _article(
        document, article_id, Role.UNKNOWN, parts, marks, [[p] for p in parts], [[SentenceKind.BODY]] * len(parts)
    )


def _article(
    document: Document,
    article_id: str,
    role: Role,
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
        language=guess_language(text),
        role=role,
        paragraphs=tuple(parts),
        sentences=tuple(sentences),
        tokens=tuple(tokens),
        quotations=find_quotations(text, parts, marks, sentences, tokens),
        mentions=find_mentions(text, sentences, tokens),
    )


def _title(document: Document, parts: Sequence[Span], sentences: Sequence[Sentence]) -> str:
    if document.title:
        return document.title
    for index, sentence in enumerate(sentences[:_TOP]):
        if sentence.kind is SentenceKind.HEADLINE:
            paragraph = next(p for p in parts if p.contains(sentence.span))
            return " ".join(paragraph.of(document.text).split())
        if sentence.kind is SentenceKind.BODY and index:
            break
    body = next((s for s in sentences if s.kind is SentenceKind.BODY), sentences[0] if sentences else None)
    if body is None:
        return PurePath(document.path).name or "Untitled"
    return _shortened(" ".join(document.text[body.span.start : body.span.end][: 4 * _TITLE_LENGTH].split()))


def _shortened(title: str) -> str:
    if len(title) <= _TITLE_LENGTH:
        return title
    cut = title[:_TITLE_LENGTH]
    # At a word's end, unless the words are too long for that.
    at = cut.rfind(" ")
    return (cut[:at] if at > _TITLE_LENGTH // 2 else cut).rstrip(" ,;:–—-") + "…"


_TOP = 6
