"""Markup from bytes to a tree: which encoding, how much of it, nothing fetched and nothing expanded."""

from __future__ import annotations

import codecs
import re
from typing import TYPE_CHECKING

from core.ingest.decode import UndecodableError, decode, guessed
from core.ingest.source import Source
from core.notices import damage_notice, guess_notice

if TYPE_CHECKING:
    from lxml.etree import _Element

MAX_MARKUP = 8 * 1024 * 1024
"""The most markup of one page, pictures inside it left out: its tree takes some ten times that."""
MAX_ATTRIBUTES = 2000
"""The most attributes of one tag: libxml2 compares each with every other."""
MAX_ELEMENTS = 60_000
"""The most elements of a page: an article has some thousand, and each costs memory several times over."""
MAX_VALUE = 20_000
"""The longest value of an attribute that is kept; longer ones are data for scripts, and searching them takes long."""
_LONG_TAG = re.compile(r"<[^<>]{4000,}")
_QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'")
_DECLARED = re.compile(rb"""charset\s*=\s*["']?\s*([A-Za-z0-9_:.+-]{1,40})""", re.IGNORECASE)
_XML_DECLARED = re.compile(rb"""^\s*<\?xml[^>]{0,200}encoding\s*=\s*["']([A-Za-z0-9_:.+-]{1,40})""")
_LOOK_AT = 4096
"""Browsers look for a page's encoding in its first 1,024 bytes; pages that put it later are common enough."""
_READ_AS = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "euc_kr": "cp949",
    "shift_jis": "cp932",
    "utf-16": "utf-8",
    "utf-16-le": "utf-8",
    "utf-16-be": "utf-8",
}
"""Encoding that a page names -> the one that browsers take, by the WHATWG Encoding standard."""
_PICTURE_DATA = re.compile(r"data:[a-z]+/[\w.+-]{1,60};base64,[A-Za-z0-9+/=%\s]{120,}")
_XML_DECLARATION = re.compile(r"^\s*<\?xml[^>]*>")
_TOO_DEEP = "Excessive depth"
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
"""What XML has no place for; libxml2 ends a page at a zero."""


def markup_text(
    source: Source, data: bytes, declared: str | None = None, *, named: bool = True
) -> tuple[str, str, str | None]:
    """Return a page's text, its encoding, and a notice where it is not the one that the page names.

    What the editor chose wins, then a byte-order mark, then UTF-8 where the bytes are nothing else, then what the
    page names (``declared`` is what its envelope says), then a guess. ``named`` False: the bytes name none, as a page.
    Raises :class:`~core.errors.ArticleError`.
    """
    if source.encoding:
        known = _known(source.encoding)
        if known is None:
            raise source.error(f"cannot be read as {source.encoding}", "Choose another encoding.")
        return data.decode(known, "replace").removeprefix("\ufeff"), known, None
    claim = declared or (_claim(data[:_LOOK_AT]) if named else None)
    known = _known(claim) if claim else None
    taken = _READ_AS.get(known, known) if known else None
    if taken and not data.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        text = _strictly(data, "utf-8") if not data.isascii() else None
        if text is not None:
            return text, "utf-8", None if taken == "utf-8" else _otherwise(claim, "UTF-8")
        text = _strictly(data, taken)
        if text is not None:
            return text, taken, None
    try:
        text, encoding = decode(data)
    except UndecodableError as error:
        raise source.error(
            f"begins like {error.encoding.upper()} text, but its bytes are damaged", "Save the page again."
        ) from None
    if claim:
        return text, encoding, _otherwise(claim, encoding.upper()) if taken != encoding else damage_notice(text) or None
    return text, encoding, guess_notice(encoding) if guessed(encoding) else damage_notice(text) or None


def tree_of(source: Source, text: str) -> _Element:
    """Return the root element of a page; raises :class:`~core.errors.ArticleError` where there is none."""
    from lxml import etree, html  # noqa: PLC0415 - not at start-up

    text = _FORBIDDEN.sub("", _XML_DECLARATION.sub("", _PICTURE_DATA.sub("data:,", text.replace("\f", " "))))
    if len(text) > MAX_MARKUP:
        raise source.error(
            f"is a page of more than {MAX_MARKUP // (1024 * 1024)} MB", "Copy the article out of it and paste that."
        )
    if any(len(_QUOTED.sub("", tag[0]).split()) > MAX_ATTRIBUTES for tag in _LONG_TAG.finditer(text)):
        raise source.error("has a tag with too many attributes to be read", "Paste the article’s text instead.")
    # Some builders of pages nest deeper than libxml2's first limit of 256; its second of 2,048 holds.
    parser = html.HTMLParser(encoding="utf-8", no_network=True, remove_pis=True, remove_comments=True, huge_tree=True)
    try:
        root: _Element | None = etree.fromstring(text.encode("utf-8") or b" ", parser)
    except etree.LxmlError:
        root = None
    if any(entry.message.startswith(_TOO_DEEP) for entry in parser.error_log):
        raise source.error("nests its parts too deeply to be read", "Paste the article’s text instead.")
    if root is None:
        raise source.error("holds no page that can be read", "Save the page again, or paste the article’s text.")
    _trim(source, root)
    return root


def _trim(source: Source, root: _Element) -> None:
    """Take out what no article has: values too long to search, characters that only a reference can spell."""
    for number, element in enumerate(root.iter()):
        if number > MAX_ELEMENTS:
            raise source.error(f"is a page of more than {MAX_ELEMENTS:,} parts", "Paste the article’s text instead.")
        for name in [n for n, value in element.attrib.items() if len(value) > MAX_VALUE]:
            del element.attrib[name]
        if element.text and _FORBIDDEN.search(element.text):
            element.text = _FORBIDDEN.sub("", element.text)
        if element.tail and _FORBIDDEN.search(element.tail):
            element.tail = _FORBIDDEN.sub("", element.tail)


def _claim(head: bytes) -> str | None:
    found = _XML_DECLARED.search(head) or _DECLARED.search(head)
    return found[1].decode("ascii") if found else None


def _known(name: str) -> str | None:
    try:
        info = codecs.lookup(name)
    except (LookupError, ValueError):
        return None
    # Some codecs of Python turn bytes into bytes and are no encoding.
    return info.name if info._is_text_encoding else None  # noqa: SLF001 - told nowhere else


def _strictly(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except ValueError:  # UnicodeError among them
        return None


def _otherwise(named: str | None, taken: str) -> str:
    return f"The page says that it is in {(named or '').upper()}, but its bytes are not; it was read as {taken}."
