"""Take running heads, feet and page numbers out of a PDF's pages. Pure."""

from __future__ import annotations

import re
from collections import Counter

from core.ingest.pdf_lines import Line, Page

_EDGE = 0.12
"""The share of a page's height, at its top and at its bottom, in which heads and feet stand."""
_LEAST_EDGE = 60.0
"""The least height of such an edge in points, for small pages."""
_REPEATED = 0.5
"""The share of the pages on which a head stands; with one for left pages and one for right, it is half."""
_SAME_PLACE = 4.0
"""How far apart, in points, the same head may stand on two pages."""
_DIGITS = re.compile(r"\d+")
_NUMBER = re.compile(
    r"\W*(?:page\s+|seite\s+|p\.\s*)?(?:\d{1,4}|[ivxlc]{1,6})(?:\s*(?:of|/|von|\|)\s*\d{1,4})?\W*$", re.IGNORECASE
)
_PRINTED = re.compile(r"\d{1,2}[./]\d{1,2}[./]\d{2,4},? \d{1,2}:\d{2}")
"""What a browser puts above a page that it prints: day and time."""
_ADDRESS = re.compile(r"(?:https?|file)://\S+(?:\s+\d+\s*/\s*\d+)?$")


def without_furniture(pages: list[Page]) -> int:
    """Take heads, feet and page numbers out of pages and return how many lines went."""
    seen: Counter[tuple[str, int]] = Counter()
    for page in pages:
        seen.update({key for line in page.lines if _at_edge(page, line) for key in _keys(line)})
    least = max(2, round(len(pages) * _REPEATED * 0.8))
    taken = 0
    for page in pages:
        printed = any(_at_edge(page, line) and _PRINTED.match(line.text.strip()) for line in page.lines)
        kept = []
        for line in page.lines:
            repeated = len(pages) > 1 and any(seen[key] >= least for key in _keys(line))
            if _at_edge(page, line) and (repeated or line.artifact or _alone(line, printed=printed)):
                taken += 1
            else:
                kept.append(line)
        page.lines = kept
    return taken


def _at_edge(page: Page, line: Line) -> bool:
    edge = max(page.height * _EDGE, _LEAST_EDGE)
    return line.bottom < edge or line.top > page.height - edge


def _alone(line: Line, *, printed: bool) -> bool:
    """Return whether a line is no text by itself: a page number, or what a browser prints around a page."""
    words = line.text.strip()
    return bool(_NUMBER.match(words)) or (printed and bool(_PRINTED.match(words) or _ADDRESS.match(words)))


def _keys(line: Line) -> tuple[tuple[str, int], ...]:
    """Return what is the same for the same head on two pages: its words without figures, and about where it stands."""
    words = _DIGITS.sub("#", line.text.strip())
    place = int(line.top // _SAME_PLACE)
    return ((words, place), (words, place + 1)) if words else ()
