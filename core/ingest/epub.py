"""EPUB: the chapters of a book in reading order (EPUB 3.3, OPF), each as a page that is read whole."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import unquote

from core.ingest.kinds import Kind
from core.ingest.limits import MAX_TEXT
from core.ingest.markup import markup_text
from core.ingest.packed import SAVE_AGAIN, Parts, parts
from core.ingest.page_text import fragment_of
from core.ingest.properties import day, properties
from core.ingest.source import Source, TextBuilder
from core.model import Document

if TYPE_CHECKING:
    from lxml.etree import _Element

_DATE = "{http://purl.org/dc/elements/1.1/}date"
_EVENT = "{http://www.idpf.org/2007/opf}event"
_CONTAINER = "META-INF/container.xml"
_ENCRYPTION = "META-INF/encryption.xml"
_PAGES = frozenset({"application/xhtml+xml", "text/html", "application/x-dtbook+xml"})
_FONT_ONLY = ("http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC")
"""These methods disguise typefaces; whatever else is encrypted is a lock on the book."""
_MOST_SHEETS = 20
_TITLE_PAGE = re.compile(r"""epub:type\s*=\s*["'][^"']*\b(?:titlepage|halftitlepage|cover|toc)\b""")
_SHORT = 10_000
"""Code points of a page: a title page with more has something else on it too."""


@dataclass(frozen=True, slots=True)
class _Item:
    name: str
    kind: str
    properties: str


def read_epub(source: Source) -> Document:
    """Return the document of a book; raises :class:`~core.errors.ArticleError`."""
    archive = parts(source)
    if _ENCRYPTION in archive.names and _locked(archive.xml(_ENCRYPTION)):
        raise source.error("is locked by its seller (DRM)", "Add a copy without the lock, or paste the text.")
    root_name = _root_name(source, archive.xml(_CONTAINER))
    package = archive.xml(root_name)
    items = _items(package, posixpath.dirname(root_name))
    sheets = _sheets(archive, items)
    builder = TextBuilder()
    encoding = "utf-8"
    missing = 0
    for item in _spine(package, items):
        if item.name not in archive.names:
            missing += 1
            continue
        markup, encoding, _ = markup_text(source, archive.bytes(item.name))
        if len(markup) < _SHORT and _TITLE_PAGE.search(markup):
            continue
        fragment_of(source, markup, builder, sheets)
        if len(builder) > MAX_TEXT:
            break
    text, findings = builder.build()
    facts = properties(package)
    return Document(
        path=source.path,
        sha256=source.sha256,
        text=text,
        format=Kind.EPUB.value,
        encoding=encoding,
        title=facts.title,
        findings=findings,
        author=facts.author,
        published=_day(package),
        made=facts.made,
        language=facts.language,
        notices=(f"{missing:,} of the book’s chapters are missing in the file.",) if missing else (),
    )


def _day(package: _Element) -> str | None:
    """Return the day of publication; older books also give those on which they were made and changed."""
    dates = ((d.get(_EVENT, "publication"), day(d.text)) for d in package.iter(_DATE))
    return next((said for event, said in dates if said and event == "publication"), None)


def _locked(encryption: _Element) -> bool:
    methods = [m.get("Algorithm") for m in encryption.iter("{*}EncryptionMethod")]
    return any(m not in _FONT_ONLY for m in methods)


def _root_name(source: Source, container: _Element) -> str:
    for element in container.iter("{*}rootfile"):
        name = element.get("full-path")
        if name:
            return str(name)
    raise source.error("is damaged: it does not say where the book begins", SAVE_AGAIN)


def _items(package: _Element, folder: str) -> dict[str, _Item]:
    found = {}
    for item in package.iter("{*}item"):
        name = posixpath.normpath(posixpath.join(folder, unquote(item.get("href") or "").partition("#")[0]))
        found[item.get("id") or ""] = _Item(name, (item.get("media-type") or "").lower(), item.get("properties") or "")
    return found


def _spine(package: _Element, items: dict[str, _Item]) -> list[_Item]:
    """Return the pages in reading order, each once; the list of contents is no part of the text."""
    names = [r.get("idref") or "" for r in package.iter("{*}itemref")]
    order = dict.fromkeys(items[n] for n in names if n in items)
    return [i for i in order if i.kind in _PAGES and "nav" not in i.properties.split()]


def _sheets(archive: Parts, items: dict[str, _Item]) -> tuple[str, ...]:
    names = [i.name for i in items.values() if i.kind == "text/css" and i.name in archive.names][:_MOST_SHEETS]
    return tuple(archive.bytes(name).decode("utf-8", "replace") for name in names)
