"""What became of the quotations of each source, for people: what went wrong first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from core.model import Analysis, Article, QuotationRow, QuotationStatus, Severity, Span
from core.report.parts import QuotationLine, QuotationTable
from core.report.phrases import closed, flat, labels, listed, shorten, some
from core.report.sources import Source

ORDER = (
    QuotationStatus.MOVED,
    QuotationStatus.ALTERED,
    QuotationStatus.UNQUOTED,
    QuotationStatus.DROPPED,
    QuotationStatus.NEW,
    QuotationStatus.KEPT,
)
"""What became of quotations, what went wrong first."""
GRAVE = {
    QuotationStatus.MOVED: Severity.HIGH,
    QuotationStatus.ALTERED: Severity.MEDIUM,
    QuotationStatus.UNQUOTED: Severity.MEDIUM,
}
"""How severe that is where something went wrong; the others ask for nothing."""
_MOST = 8
"""Rows that are shown of each status that asks for nothing."""
_LONG, _SHORT = 260, 120
_SPEAKER = 50


def quotation_tables(analysis: Analysis, sources: Sequence[Source]) -> tuple[QuotationTable, ...]:
    """Return a table for each source with reuse, where either article quotes anybody."""
    subject = analysis.article(analysis.subject)
    letter = analysis.letter(subject.id)
    return tuple(_table(s, subject, letter) for s in sources if s.links and s.pair.quotations)


def _table(source: Source, subject: Article, letter: str) -> QuotationTable:
    rows = source.pair.quotations
    counts = Counter(row.status for row in rows)
    shown = [row for status in ORDER for row in _first([r for r in rows if r.status is status])]
    kinds = listed([f"{counts[s]} {s.value}" for s in ORDER if counts[s]])
    hidden = len(rows) - len(shown)
    rest = f" {some(hidden, 'more row')} that ask for nothing are not shown." if hidden > 1 else ""
    rest = " One more row that asks for nothing is not shown." if hidden == 1 else rest
    return QuotationTable(
        letter=source.letter,
        summary=f"{letter} and {source.letter}: {kinds}.{rest}",
        source_title=f"Article {source.letter}",
        article_title=f"Article {letter}",
        lines=tuple(_line(row, subject, source.article, source.letter) for row in shown),
    )


def _first(rows: list[QuotationRow]) -> list[QuotationRow]:
    return rows if rows and rows[0].status in GRAVE else rows[:_MOST]


def told(row: QuotationRow, source: Article, letter: str) -> str:
    """Return what the audit says of a row; where the other article has the words as prose, in which sentence."""
    if row.status is not QuotationStatus.NEW or row.b is None:
        return row.why
    where = [i for i, s in enumerate(source.sentences) if s.span.overlaps(row.b)]
    return f"The words stand as prose in {labels(letter, where)}: the marks are new here."


def _line(row: QuotationRow, subject: Article, source: Article, letter: str) -> QuotationLine:
    severe = row.status in GRAVE
    limit = _LONG if severe else _SHORT
    marked = row.status is not QuotationStatus.UNQUOTED
    prose = row.status is QuotationStatus.NEW
    return QuotationLine(
        status=row.status.value,
        name=row.status.value.capitalize(),
        severity=GRAVE.get(row.status),
        source=_wording(row.b, source, limit, marked=not prose),
        source_speaker=_speaker(row.speaker_b, source),
        article=_wording(row.a, subject, limit, marked=marked),
        article_speaker=_speaker(row.speaker_a, subject),
        why=told(row, source, letter),
    )


def _wording(span: Span | None, article: Article, limit: int, *, marked: bool) -> str:
    if span is None:
        return ""
    words = shorten(flat(span.of(article.text)).rstrip(","), limit)
    return closed(f"“{words}”" if marked else words)


def _speaker(span: Span | None, article: Article) -> str:
    return closed(shorten(span.of(article.text), _SPEAKER)) if span else ""
