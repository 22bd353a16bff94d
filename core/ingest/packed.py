"""Take the parts of a packed document (DOCX, ODT, EPUB) out, within limits, and parse them without expanding anything.

A part is unpacked when it is asked for and no further than its limit, whatever the archive says of its size. XML with
a document type is refused: none of these formats needs one, and it is where entities and outside files come in.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from typing import TYPE_CHECKING

from core.errors import ArticleError
from core.ingest.limits import MAX_FILE, MAX_NODES, MAX_PARTS, MAX_RATIO, MAX_UNPACKED, MAX_XML
from core.ingest.source import Source

if TYPE_CHECKING:
    from lxml.etree import _Element

SAVE_AGAIN = "Open it in the program that made it, save it again and add that."
_RATIO_FROM = 1024 * 1024
"""A part that is smaller than this unpacked does no harm, however well it was packed."""
_ENTRY = b"PK\x01\x02"
_ENCRYPTED = 0x1
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_MARK = b"<!DOCTYPE"


Data = bytes
"""The type, under a name that the method below does not hide."""


class Parts:
    """The parts of a packed document by name. Everything raises :class:`~core.errors.ArticleError`."""

    def __init__(self, source: Source, archive: zipfile.ZipFile) -> None:
        self._source = source
        self._archive = archive
        # A name that occurs twice is read as its last entry, as other programs do.
        self._entries = {entry.filename: entry for entry in archive.infolist()}
        self._left = MAX_UNPACKED

    @property
    def names(self) -> tuple[str, ...]:
        """Return the names of all parts, in the archive's order."""
        return tuple(self._entries)

    def bytes(self, name: str) -> bytes:
        """Return a part unpacked."""
        return self._taken(name, MAX_FILE)

    def xml(self, name: str) -> _Element:
        """Return the root of a part that is XML, without its comments and processing instructions."""
        return hardened(self._source, self._taken(name, MAX_XML), name)

    def size(self, name: str) -> int:
        """Return what the archive says a part comes to unpacked, in bytes; 0 for one that it does not have."""
        entry = self._entries.get(name)
        return entry.file_size if entry else 0

    def _taken(self, name: str, most: int) -> Data:
        entry = self._entries.get(name)
        if entry is None:
            raise self._source.error(f"is damaged: its part “{name}” is missing", SAVE_AGAIN)
        if entry.flag_bits & _ENCRYPTED:
            raise locked(self._source)
        if entry.compress_type not in _METHODS:
            raise self._source.error("is packed in a way that is not read", SAVE_AGAIN)
        most = min(most, self._left)
        limit = min(most, max(_RATIO_FROM, entry.compress_size * MAX_RATIO))
        try:
            with self._archive.open(entry) as part:
                data = part.read(limit + 1)
        # What the standard library lets through for a broken archive.
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, RuntimeError):
            raise self._source.error(f"is damaged: its part “{name}” cannot be unpacked", SAVE_AGAIN) from None
        if len(data) > limit:
            raise too_large(self._source, most if limit == most else None)
        self._left -= len(data)
        return data


def parts(source: Source) -> Parts:
    """Return the parts of a packed document; raises :class:`~core.errors.ArticleError`."""
    # Counted before the directory is read, for every entry costs some hundred bytes of memory then.
    if source.data.count(_ENTRY) > MAX_PARTS:
        raise source.error(f"holds more than {MAX_PARTS:,} parts", "Save the article alone and add that.")
    try:
        return Parts(source, zipfile.ZipFile(io.BytesIO(source.data)))
    except (zipfile.BadZipFile, EOFError, OSError, ValueError, NotImplementedError, OverflowError):
        raise source.error("is damaged: it cannot be unpacked", SAVE_AGAIN) from None


def hardened(source: Source, data: bytes, name: str = "") -> _Element:
    """Return the root of XML that is parsed without a document type, entities, files or the network.

    ``name`` is the part's, for the sentence; raises :class:`~core.errors.ArticleError`.
    """
    from lxml import etree  # noqa: PLC0415 - not at start-up

    # Before parsing, for entities in attributes are expanded whatever the parser is told; and after it, for the part
    # may be in an encoding in which the mark looks different. Without its zero bytes UTF-16 reads like ASCII.
    if _MARK in (data.replace(b"\x00", b"") if b"\x00" in data else data):
        raise _typed(source)
    if data.count(b"<") + data.count(b"=") > MAX_NODES:
        raise source.error(f"has more than {MAX_NODES:,} marks", "Save the article’s text alone and add that.")
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(data, parser)
    # ValueError: a declared encoding that is unknown or that the bytes contradict.
    except (etree.XMLSyntaxError, ValueError):
        what = f"its part “{name}” is not valid XML" if name else "it is not valid XML"
        raise source.error(f"is damaged: {what}", SAVE_AGAIN) from None
    if root.getroottree().docinfo.doctype:
        raise _typed(source)
    return root


def locked(source: Source) -> ArticleError:
    """Return the error for a file that only opens with a password."""
    return source.error("is protected by a password", "Save it without the password and add that.")


def too_large(source: Source, limit: int | None) -> ArticleError:
    """Return the error for a part larger than ``limit`` bytes; None where it is far larger than it was packed."""
    if limit is None:
        what = f"unpacks to more than {MAX_RATIO} times its size, as no article does"
    else:
        what = f"holds more than {limit // (1024 * 1024)} MB unpacked"
    return source.error(what, "Save the article’s text alone and add that.")


def _typed(source: Source) -> ArticleError:
    return source.error("declares a document type, which an article’s file never needs", SAVE_AGAIN)
