"""MHTML: a page and what it shows as the parts of one mail (RFC 2557). Takes the page and its style sheets out."""

from __future__ import annotations

from typing import NamedTuple

from core.ingest.mail_parts import charset_of, decoded, header, kind_of_part, leaves, parameter, parsed
from core.ingest.source import Source

_PAGES = frozenset({"text/html", "application/xhtml+xml"})
_MOST_SHEETS = 100


class MainPart(NamedTuple):
    """The page: its bytes, the encoding that its envelope names, its style sheets, where it was saved from."""

    data: bytes
    charset: str | None
    sheets: tuple[str, ...]
    location: str | None


def main_part(source: Source) -> MainPart:
    """Return the page that the file was saved for; raises :class:`~core.errors.ArticleError`."""
    message = parsed(source, source.data)
    parts = list(leaves(message))
    pages = [p for p in parts if kind_of_part(p) in _PAGES]
    if not pages:
        raise source.error("holds no page", "Save the page again, as one file or as HTML.")
    start = parameter(message, "start")
    saved_from = header(message, "Snapshot-Content-Location") or header(message, "Content-Location")
    # The root is what “start” names (RFC 2387), else what the file was saved from, else the first page.
    page = next((p for p in pages if start and (header(p, "Content-ID") or "").lower() == start), None)
    page = page or next((p for p in pages if saved_from and header(p, "Content-Location") == saved_from), pages[0])
    sheets = [decoded(p).decode("utf-8", "replace") for p in parts if kind_of_part(p) == "text/css"][:_MOST_SHEETS]
    return MainPart(decoded(page), charset_of(page), tuple(sheets), header(page, "Content-Location") or saved_from)
