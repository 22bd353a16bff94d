"""Web pages: saved alone (HTML) or in one file with what they show (MHTML). No address is ever followed."""

from __future__ import annotations

from core.ingest.kinds import Kind
from core.ingest.markup import markup_text
from core.ingest.page_archive import main_part
from core.ingest.page_facts import address
from core.ingest.page_text import page_of
from core.ingest.source import Source
from core.model import Document


def read_html(source: Source) -> Document:
    """Return the article of a page; raises :class:`~core.errors.ArticleError`."""
    return _document(source, source.data, Kind.HTML)


def read_mhtml(source: Source) -> Document:
    """Return the article of a page that was saved in one file; raises :class:`~core.errors.ArticleError`."""
    part = main_part(source)
    return _document(source, part.data, Kind.MHTML, part.charset, part.sheets, part.location)


def _document(
    source: Source,
    data: bytes,
    kind: Kind,
    charset: str | None = None,
    sheets: tuple[str, ...] = (),
    location: str | None = None,
) -> Document:
    markup, encoding, notice = markup_text(source, data, charset)
    page = page_of(source, markup, sheets)
    facts = page.facts
    return Document(
        path=source.path,
        sha256=source.sha256,
        text=page.text,
        format=kind.value,
        encoding=encoding,
        title=facts.title,
        findings=page.findings,
        author=facts.author,
        outlet=facts.outlet,
        published=facts.published,
        made=facts.made,
        address=facts.address or address(location),
        language=facts.language,
        notices=(*((notice,) if notice else ()), *page.notices),
    )
