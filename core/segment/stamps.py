"""Tell lines that are nothing but a date or a place: a dateline of its own, or when the page was made.

Pure: one line in.
"""

from __future__ import annotations

import re

from core.segment.openings import MONTH

_WEEKDAY = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tues?|wed|thurs?|fri|sat|sun)\b\.?"
_PART = (
    rf"(?:{_WEEKDAY}|{MONTH}|\d{{1,2}}[:.]\d{{2}}(?::\d{{2}})?|\d{{1,4}}(?:st|nd|rd|th)?|[ap]\.?m\b\.?|at|on|of"
    r"|(?-i:[A-Z]{2,4})\b)"
)
# Nothing is given back once it is taken: figures in a row can be cut in as many ways as there are places between them.
_DATE = re.compile(rf"(?>{_PART})(?:[\s,/.|·–—-]*+(?>{_PART}))*+", re.IGNORECASE)
_NAMED = re.compile(rf"\b{MONTH}(?=.*\d)|\d.*\b{MONTH}|\d{{1,4}}[/.-]\d{{1,2}}[/.-]\d{{1,4}}", re.IGNORECASE)
_STAMP = re.compile(
    r"(?:(?:first|last|originally)\s+)?(?:published|updated|posted|modified)\b[:\s]*(?:(?:on|at)\s+)?", re.IGNORECASE
)
_BY = re.compile(r"\s+by\s+[\w.'’ -]{2,40}$", re.IGNORECASE)
_PLACE = re.compile(r"[A-Z][A-Z.'’\- ]+(?:, ?[A-Z][\w.'’\- ]+){0,2}(?:\s*\([A-Z][\w ]*\))?\s*(?:[,–—-]+.{0,25})?[–—-]*")
_PLACE_AND = re.compile(r"[A-Z][\w.'’\-]*(?: [A-Z][\w.'’\-]*){0,2}(?:, [A-Z][\w.'’\- ]*)?, (?=\w)")
_MOST_WORDS = 12
_LONGEST = 80


def is_dateline(line: str, words: int) -> bool:
    """Return whether a line is a date, or a place as it stands in front of a report."""
    if words > _MOST_WORDS or len(line) > _LONGEST:
        return False
    place = _PLACE_AND.match(line)
    return is_date(line) or _is_place(line) or (place is not None and is_date(line[place.end() :]))


def is_stamp(line: str, words: int) -> bool:
    """Return whether a line tells when the page was published or changed."""
    if words > _MOST_WORDS:
        return False
    stamp = _STAMP.match(line)
    rest = _BY.sub("", line[stamp.end() if stamp else 0 :])
    by = rest != line[stamp.end() if stamp else 0 :]
    return (stamp is not None and not rest) or ((stamp is not None or by) and is_date(rest))


def is_date(line: str) -> bool:
    """Return whether a line is a date and nothing else."""
    return _DATE.fullmatch(line) is not None and _NAMED.search(line) is not None


def _is_place(line: str) -> bool:
    return line[-1] in "–—-)" and _PLACE.fullmatch(line) is not None
