"""Find list items that stand in one line, by their numbers, letters or bullets.

Pure: offsets into the given text.
"""

from __future__ import annotations

import re

_BULLET = "•⁃·▪‣◦●■–*-"
_MARKER = re.compile(
    rf"(?<!\S)(?P<bullet>[{_BULLET}]\s?)?(?P<label>\(?(?:(?P<number>\d{{1,3}})|(?P<letter>[A-Za-z])|(?P<roman>[ivx]{{1,5}}))"
    r"(?P<tail>\.\)|\)|\.))(?=\s)"
)
_BULLETED = re.compile(r"(?<!\S)[•⁃▪‣◦●■]\s?(?=\S)")


def item_starts(text: str, start: int, end: int) -> tuple[list[int], set[int]]:
    """Return where the items after the first begin, and where the markers' own stops stand.

    Only a paragraph that begins with a marker is a list, and only markers that count on from it are items.
    """
    first = _MARKER.match(text, start, end)
    if first is None:
        if _BULLETED.match(text, start, end):
            return [m.start() for m in _BULLETED.finditer(text, start, end)][1:], set()
        return [], set()
    if first["letter"] == "I" or ((first["letter"] or "").isupper() and first["tail"] == "."):
        # A. Smith is a name, I. Newton too.
        return [], set()
    starts: list[int] = []
    stops = {_stop(first)}
    style, value = _style(first), _value(first)
    for match in _MARKER.finditer(text, first.end(), end):
        if _style(match) == style and _value(match) == value + 1:
            value += 1
            starts.append(match.start())
            stops.add(_stop(match))
    return starts, stops


def _style(match: re.Match[str]) -> tuple[str, bool, bool, str]:
    return match["bullet"] or "", match["label"].startswith("("), match["number"] is not None, match["tail"]


def _value(match: re.Match[str]) -> int:
    return int(match["number"]) if match["number"] else ord(match["label"].strip("().")[0])


def _stop(match: re.Match[str]) -> int:
    """Return where the dot of the marker stands, or its bracket."""
    return match.start("tail")
