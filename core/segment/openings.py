"""Find what stands in front of a paragraph's first sentence on the same line: a dateline, a heading or a caption.

Pure: offsets into the given text.
"""

from __future__ import annotations

import re

from core.segment.candidates import STOPS

MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)\b\.?"
)
_CAPITALS = r"(?:(?:[A-Z]{1,3}\.)+|[A-Z][A-Z'’\-]+)"
_REGION = r"(?:, [A-Z][\w.'’\-]*(?: [A-Z][\w.'’\-]*){0,2}){0,2}"
_DATE = rf"(?:,? (?:{MONTH} \d{{1,2}}|\d{{1,2}} {MONTH})(?:,? \d{{4}})?)?"
_AGENCY = r" ?\([A-Z][\w.,&/ ]{1,40}\)"
_DASH = r"\s{0,2}(?:[—–]|--|[-_](?=\s))\s{0,2}"
_DATELINE = re.compile(
    rf"(?:{_CAPITALS}(?: {_CAPITALS}){{0,3}}{_REGION}{_DATE},?(?:{_AGENCY})?"
    rf"|[A-Z][a-z'’\-]+(?: [A-Z][a-z'’\-]+){{0,2}}{_REGION}{_DATE}{_AGENCY}){_DASH}"
)
_CAPITAL = r"[A-Z\d][\w.'’&\-]*"
_SMALL = r"of|de|del|der|van|von|and|the|for|in|on|at|to|an?|&"
_FOLLOWERS = (
    "The|He|She|It|They|We|There|This|These|His|Their|Its|In|At|On|During|After|Since|Despite|Following|According"
)
_HEADING = re.compile(
    rf"{_CAPITAL}(?: (?:{_CAPITAL}|{_SMALL})){{0,10}}? (?!(?:{_FOLLOWERS})\b){_CAPITAL}\s(?=(?:{_FOLLOWERS}) [a-z])"
)
_ENDING = 4


def dateline_end(text: str, start: int, end: int) -> int:
    """Return where the dateline that opens the paragraph ends, ``start`` where there is none."""
    match = _DATELINE.match(text, start, end)
    return match.end() if match else start


def heading_end(text: str, start: int, end: int) -> int | None:
    """Return where the first sentence begins behind a heading or caption without a stop, None where there is none.

    "Ana Ruiz of the Centre Party In the north, …": words with capitals, then one that only a sentence gives a capital.
    """
    match = _HEADING.match(text, start, end)
    if match is None or match[0].rstrip().endswith(("'s", "’s", ".")):
        return None
    stopped = any(ch in STOPS for ch in text[max(match.end(), end - _ENDING) : end])
    return match.end() if stopped else None
