"""The reader of each format: loaded when the first file of it comes, for most bring a library along."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from types import MappingProxyType

from core.ingest.kinds import Kind
from core.ingest.source import Source
from core.model import Document

Reader = Callable[[Source], Document]
"""A file's bytes -> its document; raises :class:`~core.errors.ArticleError`."""

FORMATS = MappingProxyType(
    {
        Kind.TEXT: ("core.ingest.plain", "read_plain"),
        Kind.MARKDOWN: ("core.ingest.markdown", "read_markdown"),
        Kind.HTML: ("core.ingest.page", "read_html"),
        Kind.MHTML: ("core.ingest.page", "read_mhtml"),
        Kind.DOCX: ("core.ingest.docx", "read_docx"),
        Kind.ODT: ("core.ingest.odt", "read_odt"),
        Kind.RTF: ("core.ingest.rtf", "read_rtf"),
        Kind.PDF: ("core.ingest.pdf", "read_pdf"),
        Kind.EML: ("core.ingest.mail", "read_eml"),
        Kind.MSG: ("core.ingest.mail", "read_msg"),
        Kind.EPUB: ("core.ingest.epub", "read_epub"),
    }
)
"""What is read -> the module and the function that read it. A ZIP is no article; its members are."""


def reader_of(kind: Kind) -> Reader:
    """Return the function that reads a format."""
    module, name = FORMATS[kind]
    reader: Reader = getattr(import_module(module), name)
    return reader
