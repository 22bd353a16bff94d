"""What a page says of itself: title, author, outlet, day, address, language. Data only: no address is ever followed."""

from __future__ import annotations

import contextlib
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from core.ingest.properties import day, one_line

if TYPE_CHECKING:
    from lxml.etree import _Element

FAILURES = (ValueError, TypeError, AttributeError, LookupError, AssertionError, ArithmeticError, RecursionError)
"""What a library for wild pages lets through for the wildest of them."""
_MOST = 300
"""Code points of one fact; whatever is longer is no name."""
_MOST_ADDRESS = 2000
_DATES = {"original_date": True, "extensive_search": False}
"""The day that the page gives, not one that is guessed from its words."""
_OFFICE = re.compile(r"LibreOffice|OpenOffice")
_LANGUAGE = re.compile(r"^[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{1,8}){0,3}$")


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of a page, None where it does not say."""

    title: str | None = None
    author: str | None = None
    outlet: str | None = None
    published: str | None = None
    made: str | None = None
    address: str | None = None
    language: str | None = None


def facts_of(root: _Element) -> Facts:
    """Return what a page's head, its markup for search engines and its visible byline say."""
    from lxml import etree  # noqa: PLC0415 - not at start-up
    from trafilatura import metadata  # noqa: PLC0415 - not at start-up

    found: Any = None
    made = _made(root)
    # A page's own data may be of any shape, and the library does not expect every one.
    with contextlib.suppress(*FAILURES, etree.LxmlError):
        found = metadata.extract_metadata(root, None, _DATES, extensive=False)
    if found is None:
        return Facts(title=_short(root.findtext(".//title")), made=made, language=language_of(root))
    return Facts(
        title=_short(found.title),
        author=_short((found.author or "").replace("; ", ", ")),
        outlet=_short(found.sitename),
        published=day(found.date),
        made=made,
        address=address(found.url) or _canonical(root),
        language=language_of(root),
    )


def _made(root: _Element) -> str | None:
    """Return the day on which an office program made a page, and take it out: it would pass for that of publication."""
    named = {(meta.get("name") or "").lower(): meta for meta in root.iter("meta")}
    generator = named.get("generator")
    if generator is None or not _OFFICE.search(generator.get("content") or ""):
        return None
    times = [named[name] for name in ("created", "changed") if name in named]
    made = day(named["created"].get("content")) if "created" in named else None
    for meta in times:
        meta.getparent().remove(meta)
    return made


def address(value: object) -> str | None:
    """Return a web address as it was written, None for anything else."""
    text = value.strip() if isinstance(value, str) else ""
    plain = text.isprintable() and " " not in text and len(text) <= _MOST_ADDRESS
    return text if plain and text.lower().startswith(("http://", "https://")) else None


def language_of(root: _Element) -> str | None:
    """Return the language that a page claims, as it writes it ("en-GB")."""
    claims = [root.get("lang"), root.get("{http://www.w3.org/XML/1998/namespace}lang"), root.get("xml:lang")]
    claims += [body.get("lang") for body in root.iter("body")]
    for meta in root.iter("meta"):
        told = (meta.get("http-equiv") or meta.get("property") or meta.get("name") or "").lower()
        if told in {"content-language", "og:locale", "dc.language"}:
            claims.append(meta.get("content"))
    for claim in claims:
        if claim and _LANGUAGE.match(claim.strip()):
            return str(claim.strip().replace("_", "-"))
    return None


def _canonical(root: _Element) -> str | None:
    for link in root.iter("link"):
        if "canonical" in (link.get("rel") or "").lower().split():
            return address(link.get("href"))
    return None


def _short(value: object) -> str | None:
    words = one_line(value) if isinstance(value, str) else None
    return words if words is None or len(words) <= _MOST else f"{words[: _MOST - 1]}…"
