"""Tell the page's own words, which no one wrote for the article: links, buttons, labels, notes, rights.

Pure: one line or sentence in. A sentence of the article that is taken for the page's is never compared, while the
reverse costs little: what may be either is the article's, and what somebody is said to have said always is.
"""

from __future__ import annotations

import re
from functools import cache

from core.segment.wishes import is_wish
from resources.lists import word_list

_WORD = re.compile("[a-z]+")
_APART = re.compile(r"\s*[|•·–—/]\s*|\s+-\s+|\s{2,}")
_COUNTED = re.compile(
    r"(?:comments?|shares?|replies)\s*\(?\d+\)?|\d+\s+(?:comments?|shares?|views|likes|replies)"
    r"|(?:reading time:?\s*)?\d+[\s-]min(?:ute)?s?(?:\s+read)?",
    re.IGNORECASE,
)
_TRAIL = re.compile(r"[\w &'’-]+(?:\s*[>»›]\s*[\w &'’:,-]+){1,6}")
_LABEL = re.compile(r"\W*(?P<label>[a-z][a-z' ]{2,30}?)\s*(?P<mark>[:|»>]|\s[–—-]\s)\s*(?P<rest>.*)", re.IGNORECASE)
_MARK = re.compile("[:|»>–—]| - ")
_LONGEST_LABEL = 50
_HANDLE = re.compile(r"\W*(?:twitter|facebook|instagram|e-?mail|contact)\s*:\s*\S*@\S+\W*", re.IGNORECASE)
_VIA = re.compile(r"\W*(?:h/t|hat tip)\b[\s/:].*", re.IGNORECASE)
_SAID = re.compile(
    r",[\"'”’]*\s+(?:[\w.'’\-]+\s+){0,5}?(?:said|says|told|asked|added|wrote|shouted|joked|urged|replied|tweeted|warned"
    r"|insisted|argued|announced|explained)\b"
)
_TEXT = r"(?:story|article|post|piece|report|column|dispatch)"
_NOTE = re.compile(
    r"\W*(?:(?:correction|clarification|update|note)\s*:\s*)?(?:"
    rf"this\s+{_TEXT}\s+(?:has\s+been|was|is\s+being|will\s+be)\s+(?:also\s+)?"
    r"(?:updated|corrected|amended|clarified|revised|(?:originally|first)\s+(?:published|posted|written|produced)"
    r"|republished|auto-?generated|not\s+edited)"
    rf"|this\s+{_TEXT}\s+(?:has\s+not\s+been\s+edited|(?:originally\s+|first\s+)+appeared\s+[io]n)"
    rf"|(?:an\s+)?(?:earlier|previous|original)\s+version\s+of\s+this\s+{_TEXT})\b",
    re.IGNORECASE,
)
_COPYRIGHT = re.compile(
    r"\W*(?:©|\(c\)\s*(?:19|20)\d\d|copyright\s*(?:©|\(c\)|(?:19|20)\d\d)[\s,.\d–-]*(?:©|by\b|(?-i:[A-Z])|$)"
    r"|copyright\s+(?:by\s+)?(?-i:[A-Z])[^.!?]*$)",
    re.IGNORECASE,
)
_RIGHTS = re.compile(r"\ball rights reserved\W*$", re.IGNORECASE)
_NOTING = frozenset(("this", "an", "earlier", "previous", "original", "correction", "clarification", "update", "note"))
"""The words that a note begins with."""
_QUOTES = "\"“”'‘"
_MOST_WORDS = 45
_MOST_LABEL = 30
_LONGEST_BUTTON = 120


def is_page_line(line: str, words: int, *, stopped: bool) -> bool:
    """Return whether a line is a link, a button or a label of the page."""
    if words > _MOST_LABEL:
        return False
    return _is_button(line) or is_labelled(line, stopped=stopped)


def _is_button(line: str) -> bool:
    """Return whether a line is one of the page's fixed wordings, or several side by side."""
    if len(line) > _LONGEST_BUTTON:
        return False
    plain = _plain(line)
    pieces = [_plain(p) for p in _APART.split(plain)]
    if all(not p or p in word_list("boilerplate_alone") for p in pieces) and any(pieces):
        return True
    return any(rule.fullmatch(line) for rule in (_HANDLE, _VIA, _TRAIL)) or _COUNTED.fullmatch(plain) is not None


def is_header(line: str) -> bool:
    """Return whether a line stands above a list of other stories."""
    return _plain(line) in word_list("boilerplate_headers")


def is_page_sentence(sentence: str) -> bool:
    """Return whether a sentence is the page's wherever it stands."""
    straight = sentence.replace("’", "'")
    lower = straight.lower()
    first = _WORD.search(lower)
    told = _tells(straight, lower, first[0] if first else "")
    return told and sentence[0] not in _QUOTES and len(sentence.split()) <= _MOST_WORDS and not _SAID.search(sentence)


def _tells(straight: str, lower: str, first: str) -> bool:
    if first in _NOTING and _NOTE.match(straight):
        return True
    if (first in ("c", "copyright") or "©" in straight) and _COPYRIGHT.match(straight):
        return True
    if "rights reserved" in lower and _RIGHTS.search(straight):
        return True
    if is_wish(straight, first):
        return True
    # A plain loop: it runs for every sentence there is.
    for notice in _notices():  # noqa: SIM110
        if notice in lower:
            return True
    return False


def is_labelled(line: str, *, stopped: bool, alone: bool = True) -> bool:
    """Return whether a line or sentence is a label of the page with another story's title, or tags, behind it.

    A label of one word (More, Watch) may open a sentence of the article too: it counts for lines of their own only.
    """
    found = _LABEL.match(line.replace("’", "'")) if _MARK.search(line, 0, _LONGEST_LABEL) else None
    label = found["label"].lower().strip() if found else ""
    if found is None or label not in word_list("boilerplate_labels"):
        return False
    listed = label in word_list("boilerplate_lists")
    plain_word = " " not in label and not listed
    if (plain_word and (stopped or not alone or _SAID.search(line))) or (stopped and found["mark"].strip() in "–—-"):
        return False
    rest = found["rest"].lstrip("\"'“‘#@(")
    return not rest or not rest[0].islower() or listed


def _plain(line: str) -> str:
    return line.lower().replace("’", "'").strip(" .:…!?»>→-–—|[](){}*#_\u00a0")


@cache
def _notices() -> tuple[str, ...]:
    return tuple(sorted(word_list("boilerplate_inside")))
