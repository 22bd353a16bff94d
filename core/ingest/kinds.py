"""Recognise files that are not plain text, so that the reader can say what they are.

Pure: bytes in, a phrase for people out.
"""

from __future__ import annotations

from core.ingest.decode import unmarked_utf16

_MAGIC = (
    (b"%PDF-", "a PDF"),
    (b"{\\rtf", "an RTF document"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office document (DOC, XLS or PPT)"),
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
_LOOK_AT = 65536
_TOO_MANY = 0.02
_STRAY_ZEROS = 0.001
_CONTROLS = bytes(c for c in range(32) if c not in b"\t\n\r\x0b\x0c\x1b\x1a") + b"\x7f"


def foreign_kind(data: bytes) -> str | None:
    """Return what a file is when it is not plain text ("a PDF", "a binary file"), else None."""
    for magic, name in _MAGIC:
        if data.startswith(magic):
            return name
    if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
        return "a WebP image"
    if data.startswith(b"PK\x03\x04"):
        return _zipped(data)
    if data.startswith(_WIDE_MARKS) or unmarked_utf16(data):
        return None
    # A scraped page may hold a stray zero byte; a file with many is no text, wherever they stand.
    if data.count(b"\x00") > _STRAY_ZEROS * len(data):
        return "a binary file"
    head = data[:_LOOK_AT]
    controls = len(head) - len(head.translate(None, _CONTROLS))
    return "a binary file" if controls > _TOO_MANY * len(head) else None


def _zipped(data: bytes) -> str:
    head = data[:_LOOK_AT]
    if b"mimetypeapplication/epub" in head:
        return "an EPUB book"
    if b"mimetypeapplication/vnd.oasis.opendocument" in head:
        return "an OpenDocument file (ODT)"
    # The names of a DOCX's parts stand in the archive's directory at its end.
    if b"word/" in head or b"word/document.xml" in data[-_LOOK_AT:]:
        return "a Word document (DOCX)"
    return "a ZIP archive"
