"""What an article's own head tells of it: who wrote it, for whom, and on which day.

Pure. Only lines above the first sentence that tell nothing else are read, and only what is plain is taken: a byline's
names, an outlet's line, a whole date that is not that of a change. The file's own word goes before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from core.model import Article, Document, MentionKind, Sentence, SentenceKind
from core.segment.bylines import is_byline
from core.segment.stamps import is_date, may_be_outlet

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_CHANGED = re.compile(r"\b(?:updated|modified|last)\b", re.IGNORECASE)
_BY = re.compile(
    r"(?:By|BY|(?:Written|Reported|Story|Words|Text|Posted) by)\s+(?P<names>[^,|·•–—/\d]+?)\s*(?:[,|·•–—/].*)?"
)
_NOBODY = re.compile(
    r"\b(?:staff|reporters?|correspondents?|writers?|editors?|desk|newsroom|agenc(?:y|ies))\b", re.IGNORECASE
)


def with_head(article: Article) -> Document:
    """Return the article's document with what its text says of author, outlet and day where its file says nothing."""
    document, head = article.document, list(_head(article))
    if not head or (document.author and document.outlet and document.published):
        return document
    return replace(
        document,
        author=document.author or next(filter(None, (_author(line) for _, line in head)), None),
        outlet=document.outlet or next((line for s, line in head if _is_outlet(s, line)), None),
        published=document.published or next(filter(None, (_day(article, s, line) for s, line in head)), None),
    )


def _head(article: Article) -> Iterator[tuple[Sentence, str]]:
    """Yield the lines above the first sentence of the article that are not compared."""
    for index, sentence in enumerate(article.sentences):
        if sentence.kind is SentenceKind.BODY:
            return
        if not sentence.checked:
            yield sentence, " ".join(article.sentence_text(index).split())


def _author(line: str) -> str | None:
    told = _BY.fullmatch(line) if is_byline(line, len(line.split())) else None
    return told["names"] if told and not _NOBODY.search(told["names"]) else None


def _is_outlet(sentence: Sentence, line: str) -> bool:
    return (
        sentence.kind is SentenceKind.DATELINE
        and may_be_outlet(line, len(line.split()))
        and not is_date(line)
        and line[-1] not in "–—-)"
    )


def _day(article: Article, sentence: Sentence, line: str) -> str | None:
    if _CHANGED.search(line):
        return None
    dates = (m for m in article.mentions if m.kind is MentionKind.DATE and sentence.span.contains(m.span))
    return next((m.value for m in dates if _DAY.fullmatch(m.value)), None)
