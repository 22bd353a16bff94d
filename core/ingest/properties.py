"""What an office document says of itself: Dublin Core elements, as Word and Writer keep them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

_PROGRAMS = ("python-docx",)
_DAY = re.compile(r"\s*(\d{4})-(\d{2})-(\d{2})(?=$|[T\s])")
_MONTHS, _DAYS = 12, 31


@dataclass(frozen=True, slots=True)
class Properties:
    """Title, author, the day it was made (ISO 8601) and language, None where the file does not say."""

    title: str | None = None
    author: str | None = None
    made: str | None = None
    language: str | None = None


def properties(root: _Element) -> Properties:
    """Return what the elements anywhere below ``root`` say; the first that says anything counts.

    A program that left its own template's author left that template's day too, and neither is the article's.
    """
    author = _first(root, "initial-creator", "creator")
    template = author in _PROGRAMS
    return Properties(
        title=_first(root, "title"),
        author=None if template else author,
        made=None if template else day(_first(root, "creation-date", "created")),
        language=_first(root, "language"),
    )


def day(value: str | None) -> str | None:
    """Return the day of an ISO 8601 time, None where there is none."""
    found = _DAY.match(value or "")
    if not found or not (1 <= int(found[2]) <= _MONTHS and 1 <= int(found[3]) <= _DAYS):
        return None
    return f"{found[1]}-{found[2]}-{found[3]}"


def one_line(value: str | None) -> str | None:
    """Return words with single spaces, None for nothing."""
    return " ".join((value or "").split()) or None


def _first(root: _Element, *names: str) -> str | None:
    for name in names:
        for element in root.iter(f"{{*}}{name}"):
            value = one_line("".join(element.itertext()))
            if value:
                return value
    return None
