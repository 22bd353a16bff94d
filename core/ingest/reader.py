"""Read one article from a file or from pasted text.

What a file is, its bytes tell (:mod:`core.ingest.kinds`); plain text is decoded here, every other format is left to a
process of its own (:mod:`core.ingest.apart`), for its parser may be led astray by a hostile file.
"""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path

from core.disguise import disguises
from core.errors import ArticleError
from core.ingest.apart import Still, Wait, read_apart, wanted
from core.ingest.container import opened
from core.ingest.kinds import DECODED, Kind, foreign_kind, kind_of
from core.ingest.limits import MAX_BYTES
from core.ingest.opening import LESS, too_large
from core.ingest.plain import read_plain
from core.ingest.source import Source, checked, holds_words
from core.model import Document

_PACKED = (Kind.DOCX, Kind.ODT, Kind.PDF, Kind.EPUB, Kind.MSG, Kind.EML, Kind.MHTML, Kind.HTML, Kind.RTF)
"""Formats whose files are much larger than their text."""


def read(path: str | Path, encoding: str | None = None, still: Still = wanted) -> Document:
    """Return the document in a file; raises :class:`ArticleError` with what is wrong and what to do.

    The path may go on inside an archive or a mail, as :func:`core.ingest.expand` and ``Document.attachments`` give it.
    ``encoding`` is one that an editor chose for a text file; None finds it out. ``still`` is called some times a
    second while another process reads; what it raises ends the reading.
    """
    wait = Wait(still)
    source = opened(str(path), wait, encoding)
    document = checked(source, _extracted(source, wait))
    return replace(document, encoding_chosen=encoding is not None and document.format in DECODED)


def pasted(text: str, title: str = "") -> Document:
    """Return the document of text that came without a file; raises :class:`ArticleError` as :func:`read` does."""
    name = f"“{title}”" if title else "The pasted text"
    if len(text) > MAX_BYTES:
        raise ArticleError(title, f"{name} is larger than {MAX_BYTES >> 20} MB.", LESS)
    if not holds_words(text):
        raise ArticleError(title, f"{name} holds no words.", "Paste the article’s text.")
    # Text from a clipboard may hold lone surrogates; they are kept and hashed as they are.
    sha256 = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return Document(path="", sha256=sha256, text=text, title=title or None, findings=disguises(text))


def _extracted(source: Source, wait: Wait) -> Document:
    kind = kind_of(source.data, source.suffix)
    if kind is None:
        what = foreign_kind(source.data) or "a binary file"
        raise source.error(f"is {what}, which is not read", "Save it as text, DOCX or PDF and add that.")
    if kind is Kind.ZIP:
        raise source.error("is an archive, not an article", "Add the articles inside it.")
    if kind not in _PACKED and len(source.data) > MAX_BYTES:
        raise too_large(source.path, MAX_BYTES)
    return read_plain(source) if kind is Kind.TEXT else read_apart(kind, source, wait)
