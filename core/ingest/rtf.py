"""Rich text (RTF): text as a word processor shows it, and apart from it what is hidden, deleted or commented."""

from __future__ import annotations

from core.ingest.kinds import Kind
from core.ingest.packed import SAVE_AGAIN
from core.ingest.properties import day, one_line
from core.ingest.rtf_groups import AUTHOR, TITLE, NestedError, Reading
from core.ingest.source import Source
from core.ingest.writer import change_notices, picture_findings
from core.model import Document


def read_rtf(source: Source) -> Document:
    """Return the document of a rich text file; raises :class:`~core.errors.ArticleError`."""
    reading = Reading()
    try:
        reading.all(source.data)
    except NestedError:
        raise source.error("is nested too deeply", SAVE_AGAIN) from None
    text, findings = reading.writer.build()
    begun = reading.made
    stamp = f"{begun.get('yr', 0):04d}-{begun.get('mo', 0):02d}-{begun.get('dy', 0):02d}"
    cut = ("The file ends before its text does; what comes after may be missing.",) if reading.depth else ()
    return Document(
        path=source.path,
        sha256=source.sha256,
        text=text,
        format=Kind.RTF,
        encoding=reading.page,
        title=one_line(reading.said(TITLE)),
        author=one_line(reading.said(AUTHOR)),
        made=day(stamp),
        findings=(*findings, *picture_findings(text, reading.pictures)),
        notices=(*change_notices(reading.writer.counts["inserted"], reading.writer.counts["deleted"]), *cut),
    )
