"""Tell lines that are nothing but a date, a place or an outlet: a dateline of its own, or when the page was made.

Pure: one line in.
"""

from __future__ import annotations

import re

from core.segment.openings import MONTH
from resources.lists import word_list

_WEEKDAY = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tues?|wed|thurs?|fri|sat|sun)\b\.?"
_PART = (
    rf"(?:{_WEEKDAY}|{MONTH}|\d{{1,2}}[:.]\d{{2}}(?::\d{{2}})?|\d{{1,4}}(?:st|nd|rd|th)?|[ap]\.?m\b\.?|at|on|of"
    r"|(?-i:[A-Z]{2,4})\b)"
)
# Nothing is given back once it is taken: figures in a row can be cut in as many ways as there are places between them.
_DATE = re.compile(rf"(?>{_PART})(?:[\s,/.|·–—-]*+(?>{_PART}))*+", re.IGNORECASE)
_NAMED = re.compile(rf"\b{MONTH}(?=.*\d)|\d.*\b{MONTH}|\d{{1,4}}[/.-]\d{{1,2}}[/.-]\d{{1,4}}", re.IGNORECASE)
_STAMP = re.compile(
    r"\b(?:(?:first|last|originally)\s+)?(?:published|updated|posted|modified)\b[:\s]*(?:(?:on|at)\s+)?", re.IGNORECASE
)
_BY = re.compile(r"\s+by\s+[\w.'’ -]{2,40}$", re.IGNORECASE)
_PLACE = re.compile(r"[A-Z][A-Z.'’\- ]+(?:, ?[A-Z][\w.'’\- ]+){0,2}(?:\s*\([A-Z][\w ]*\))?\s*(?:[,–—-]+.{0,25})?[–—-]*")
_PLACE_AND = re.compile(r"[A-Z][\w.'’\-]*(?: [A-Z][\w.'’\-]*){0,2}(?:, [A-Z][\w.'’\- ]*)?, (?=\w)")
_OUTLET = re.compile(r"[A-Z\d][\w.'’&\-]*(?: (?:[A-Z\d][\w.'’&\-]*|of|the|and|for|on|in|&))*")
_BESIDE = re.compile(r"\s*[|·•]\s*")
_DOMAIN = re.compile(r"(?:www\.)?[\w-]+(?:\.[\w-]+)*\.[A-Za-z]{2,}")
_MOST_WORDS = 12
_MOST_OUTLET = 6
_LONGEST = 80


def is_dateline(line: str, words: int) -> bool:
    """Return whether a line is a date, or a place as it stands in front of a report, or names beside a date."""
    if words > _MOST_WORDS or len(line) > _LONGEST:
        return False
    place = _PLACE_AND.match(line)
    return (
        is_date(line)
        or _is_place(line)
        or (place is not None and is_date(line[place.end() :]))
        or _is_names_and_date(line)
    )


def _is_names_and_date(line: str) -> bool:
    """Return whether a line has names and a date side by side: Ann Low | The Leeds Post | 14 October 2025."""
    pieces = [piece for piece in _BESIDE.split(line) if piece]
    dates = [piece for piece in pieces if is_date(piece)]
    return len(dates) == 1 < len(pieces) and all(_OUTLET.fullmatch(p) for p in pieces if p is not dates[0])


def is_stamp(line: str, words: int) -> bool:
    """Return whether a line tells when the page was published or changed."""
    if words > _MOST_WORDS or len(line) > _LONGEST:
        return False
    bare = _STAMP.sub(" ", line).strip()
    stamped, rest = bare != line, _BY.sub("", bare)
    return (stamped and not rest) or ((stamped or rest != bare) and is_date(rest))


def may_be_outlet(line: str, words: int) -> bool:
    """Return whether a line could be an outlet's name: a few words with capitals, or an address."""
    return words <= _MOST_OUTLET and _OUTLET.fullmatch(line) is not None


def is_outlet(line: str, words: int) -> bool:
    """Return whether a line reads as an outlet's name: known, ending like one, or an address."""
    if not may_be_outlet(line, words):
        return False
    keys = line.lower().replace("’", "'").split()
    endings = word_list("outlet_endings")
    ends = len(keys) > 1 and (keys[-1] in endings or " ".join(keys[-2:]) in endings)
    return ends or line in word_list("outlets") or _DOMAIN.fullmatch(line) is not None


def is_date(line: str) -> bool:
    """Return whether a line is a date and nothing else."""
    return _DATE.fullmatch(line) is not None and _NAMED.search(line) is not None


def _is_place(line: str) -> bool:
    return line[-1] in "–—-)" and _PLACE.fullmatch(line) is not None
