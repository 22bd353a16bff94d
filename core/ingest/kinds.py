"""Tell what a file is: by its first bytes, then by its suffix; or say in a phrase what it is that cannot be read.

Pure: bytes and a suffix in.
"""

from __future__ import annotations

from enum import StrEnum

from core.ingest.decode import unmarked_utf16


class Kind(StrEnum):
    """The formats that are read, as ``Document.format`` names them."""

    TEXT = "text"
    MARKDOWN = "markdown"
    HTML = "html"
    MHTML = "mhtml"
    DOCX = "docx"
    ODT = "odt"
    RTF = "rtf"
    PDF = "pdf"
    EML = "eml"
    MSG = "msg"
    EPUB = "epub"
    ZIP = "zip"


SUFFIXES = {
    ".txt": Kind.TEXT,
    ".text": Kind.TEXT,
    ".md": Kind.MARKDOWN,
    ".markdown": Kind.MARKDOWN,
    ".html": Kind.HTML,
    ".htm": Kind.HTML,
    ".xhtml": Kind.HTML,
    ".mht": Kind.MHTML,
    ".mhtml": Kind.MHTML,
    ".docx": Kind.DOCX,
    ".docm": Kind.DOCX,
    ".odt": Kind.ODT,
    ".rtf": Kind.RTF,
    ".pdf": Kind.PDF,
    ".eml": Kind.EML,
    ".msg": Kind.MSG,
    ".epub": Kind.EPUB,
    ".zip": Kind.ZIP,
}
"""Suffix in lower case -> what a file of it should be. The bytes have the last word where they tell."""
DECODED = frozenset({Kind.TEXT, Kind.MARKDOWN, Kind.HTML, Kind.MHTML, Kind.EML})
"""Formats whose files may not say how their characters are encoded, so that an editor can choose."""
_TEXTUAL = (Kind.MARKDOWN, Kind.HTML, Kind.MHTML, Kind.EML)
_DOCTYPE = (b"<!doctype html", b"<html")

OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How an old office file begins, a mail of Outlook's, and a newer file with a password."""
_LOCKED = "EncryptedPackage".encode("utf-16-le")
"""What an office file with a password holds, in the container of an old one; its reader says so."""
_MAGIC = (
    (OLD_OFFICE, "an old Office document (DOC, XLS or PPT)"),
    (b"\x89PNG\r\n\x1a\n", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF87a", "a GIF image"),
    (b"GIF89a", "a GIF image"),
    (b"II*\x00", "a TIFF image"),
    (b"MM\x00*", "a TIFF image"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ\x00", "an xz archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90\x00", "a program"),
    (b"OggS", "an audio file"),
    (b"ID3", "an audio file"),
    (b"SQLite format 3\x00", "a database"),
)
_WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")
_PDF_MARK_WITHIN = 1024
"""The standard lets other bytes stand before the mark, up to here."""
_LOOK_AT = 65536
_OF_BOOKS = frozenset({"mimetype", "META-INF", "OEBPS", "EPUB", "OPS", "Configurations2"})
_OF_DOCX = frozenset({"[Content_Types].xml", "_rels", "word", "docProps", "customXml", "mimetype"})
"""The parts, or the folders of parts, of which one stands first in a book, an OpenDocument text and a DOCX."""
_TOO_MANY = 0.02
_STRAY_ZEROS = 0.001
_CONTROLS = bytes(c for c in range(32) if c not in b"\t\n\r\x0b\x0c\x1b\x1a") + b"\x7f"


def kind_of(data: bytes, suffix: str) -> Kind | None:
    """Return what a file is, None where it is nothing that is read (:func:`foreign_kind` then says what).

    A PDF, RTF or office file is told by its bytes, whatever it is called. Text of whatever markup is told by its
    suffix, and a page or mail that has the wrong one by how it begins.
    """
    named = SUFFIXES.get(suffix)
    marked = _marked(data, named)
    if marked:
        return marked
    if data.startswith(OLD_OFFICE) and named is Kind.MSG:
        return Kind.MSG
    if data.startswith(OLD_OFFICE) and _LOCKED in data:
        return Kind.DOCX
    if foreign_kind(data):
        return None
    if named in _TEXTUAL:
        return named
    return Kind.HTML if data[:_LOOK_AT].lstrip(b"\xef\xbb\xbf \t\r\n").lower().startswith(_DOCTYPE) else Kind.TEXT


def foreign_kind(data: bytes) -> str | None:
    """Return what a file is that is not read ("a PNG image", "a binary file"), None for whatever may be text."""
    for magic, name in _MAGIC:
        if data.startswith(magic):
            return name
    if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
        return "a WebP image"
    if data.startswith(_WIDE_MARKS) or unmarked_utf16(data):
        return None
    # A scraped page may hold a stray zero byte; a file with many is no text, wherever they stand.
    if data.count(b"\x00") > _STRAY_ZEROS * len(data):
        return "a binary file"
    head = data[:_LOOK_AT]
    controls = len(head) - len(head.translate(None, _CONTROLS))
    return "a binary file" if controls > _TOO_MANY * len(head) else None


def _marked(data: bytes, named: Kind | None) -> Kind | None:
    # An article about files may name the mark in its first words.
    if data.startswith(b"%PDF-") or (named not in DECODED and b"%PDF-" in data[:_PDF_MARK_WITHIN]):
        return Kind.PDF
    if data.startswith(b"{\\rtf"):
        return Kind.RTF
    return _zipped(data) if data.startswith((b"PK\x03\x04", b"PK\x05\x06")) else None


def _zipped(data: bytes) -> Kind:
    head, first = data[:_LOOK_AT], _first_part(data)
    folder = first.partition("/")[0]
    # An archive may hold such documents unpacked: then all that tells one stands in the archive's own bytes too.
    if folder in _OF_BOOKS or not _is_article(first):
        if b"mimetypeapplication/epub" in head:
            return Kind.EPUB
        if b"mimetypeapplication/vnd.oasis.opendocument.text" in head:
            return Kind.ODT
    # The names of a DOCX's parts stand in the archive's directory at its end.
    if folder in _OF_DOCX and (b"word/document" in head or b"word/document" in data[-_LOOK_AT:]):
        return Kind.DOCX
    return Kind.ZIP


def _is_article(name: str) -> bool:
    """Return whether a part of an archive is an article by its name, or a folder; books have pages inside them."""
    kind = SUFFIXES.get(name[name.rfind(".") :].lower())
    return name.endswith("/") or kind not in (None, Kind.HTML)


def _first_part(data: bytes) -> str:
    """Return the name of the first part of an archive."""
    length = int.from_bytes(data[26:28], "little")
    return data[30 : 30 + length].decode("utf-8", "replace")
