"""Take the parts of an archive or a packed document (DOCX, ODT, EPUB) out, within limits; parse XML unexpanded.

A part is unpacked when it is asked for and no further than its limit, whatever the archive says of its size. XML with
a document type is refused: none of the documents needs one, and it is where entities and outside files come in.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import KeysView
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
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, OverflowError, RuntimeError)
"""What the standard library lets through for a broken archive."""
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
    def names(self) -> KeysView[str]:
        """Return the names of all parts, in the archive's order."""
        return self._entries.keys()

    def bytes(self, name: str) -> bytes:
        """Return a part unpacked."""
        return self._taken(name, MAX_FILE)

    def xml(self, name: str) -> _Element:
        """Return the root of a part that is XML, without its comments and processing instructions."""
        return hardened(self._source, self._taken(name, MAX_XML), name)

    def optional(self, name: str | None) -> _Element | None:
        """Return the root of a part that is XML, None where there is no such part."""
        return self.xml(name) if name and name in self._entries else None

    def _taken(self, name: str, most: int) -> Data:
        entry = self._entries.get(name)
        if entry is None:
            raise self._source.error(f"is damaged: its part “{name}” is missing", SAVE_AGAIN)
        what = f"its part “{name}”"
        data = unpacked(self._source, self._archive, entry, min(most, self._left), SAVE_AGAIN, what)
        self._left -= len(data)
        return data


def parts(source: Source) -> Parts:
    """Return the parts of a packed document; raises :class:`~core.errors.ArticleError`."""
    return Parts(source, archive_of(source, "parts", "Save the article alone and add that.", SAVE_AGAIN))


def archive_of(source: Source, what: str, alone: str, again: str) -> zipfile.ZipFile:
    """Return an archive with its directory read; raises :class:`~core.errors.ArticleError`.

    ``what`` is what it holds; ``alone`` and ``again`` are the remedies where it holds too many and where it is broken.
    """
    # Counted before the directory is read, for every entry costs some hundred bytes of memory then.
    if source.data.count(_ENTRY) > MAX_PARTS:
        raise source.error(f"holds more than {MAX_PARTS:,} {what}", alone)
    try:
        return zipfile.ZipFile(io.BytesIO(source.data))
    except _BROKEN:
        raise source.error("is damaged: it cannot be unpacked", again) from None


def unpacked(
    source: Source, archive: zipfile.ZipFile, entry: zipfile.ZipInfo, most: int, again: str, what: str = "it"
) -> bytes:
    """Return a part of an archive, which may come to ``most`` bytes; raises :class:`~core.errors.ArticleError`.

    ``source`` is what the sentence is about, ``what`` names the part in it, ``again`` is the remedy.
    """
    if entry.flag_bits & _ENCRYPTED:
        raise locked(source)
    if entry.compress_type not in _METHODS:
        raise source.error("is packed in a way that is not read", again)
    limit = min(most, max(_RATIO_FROM, entry.compress_size * MAX_RATIO))
    try:
        with archive.open(entry) as part:
            data = part.read(limit + 1)
    except _BROKEN:
        raise source.error(f"is damaged: {what} cannot be unpacked", again) from None
    if len(data) > limit:
        raise too_large(source, most if limit == most else None)
    return data


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
