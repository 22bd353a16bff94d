"""Tell who wrote, edited or helped: bylines, and the credits that agencies put below a report.

Pure: one line or sentence in. A credit is names and a small stock of words; one other word in small letters makes it
a sentence of the article ("Reporting by the Post led to his arrest").
"""

from __future__ import annotations

import re

from resources.lists import word_list

_WORD = re.compile(r"[^\W_]+(?:['’.\-][^\W_]+)*")
_WORK = r"(?:report|writ|edit|compil|contribut|research|translat|produc)(?:ing|ed|ten|ion)?"
_CREDIT_OPENS = re.compile(
    rf"\W*(?:with\s+)?(?:additional\s+)?(?:(?:{_WORK}|text|story|words|posted)(?:\s+(?:and|&)\s+(?:{_WORK}))?\s+by\b"
    r"|(?:with\s+)?(?:inputs?|files|reporting|contributions|material)\s+(?:from|by)\b"
    r"|with\s+(?:agency|agencies|wire|news agency)\s+inputs?\b|contributing\s*:|contributors?\s*:)",
    re.IGNORECASE,
)
_CREDIT_CLOSES = re.compile(
    r"\b(?:also\s+)?contributed(?:\s+(?:reporting|writing|research))?(?:\s+(?:from|in)\s+[A-Z][\w.,' -]{1,60})?"
    r"(?P<to>\s+(?:to|for)\s+this\s+(?:report|story|article|piece|post|column|dispatch))?[\s.)\]*]*$"
)
_BY = (
    r"(?:By|BY|(?:Written|Reported|Story|Words|Text|Posted) by)\s+"
    r"(?!(?:the|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|April|June|July|August|September|October"
    r"|November|December)\b)(?=[A-Z])"
)
_BYLINE_OPENS = re.compile(_BY)
_BYLINE = re.compile(
    _BY + r"[\w.'’\-]+(?:\s+(?:[A-Z][\w.'’\-]*|and|AND|de|van|von|der|al|bin|la|le|du|&))*"
    r"(?:\s*[,|·•–—/-]\s*[^.!?]{1,80})?"
)
_STAFF = re.compile(
    r"[A-Z][\w.'’\-]+(?: [A-Z][\w.'’\-]*){1,3}, [^.!?]{0,40}\b(?:[Ww]riter|[Rr]eporter|[Cc]orrespondent|[Ee]ditor)"
)
_ROLE = r"(?:writer|reporter|Reporter|correspondent|columnist|editor|journalist|producer|contributor)s?\b"
_RANK = (
    r"(?:an?|the|senior|chief|managing|deputy|executive|associate|contributing|staff|national|political|foreign"
    r"|freelance)"
)
_LIFE = re.compile(
    rf"[A-Z][\w.'’\-]+(?: [A-Z][\w.'’\-]*){{1,3}} (?:is (?:{_RANK} )?"
    rf"(?:(?!(?:of|in|who|for|to|with|by|from|and)\b)[\w'’.\-]+ ){{0,5}}{_ROLE}"
    r"|covers [\w ,'’\-]{1,60}? (?:for|at) (?:the )?[A-Z])"
)
_TOLD = re.compile(r"\b(?:was|were|had|has|been|killed|died|arrested|said|told|says)\b")
_REPORTED_FROM = re.compile(r"[A-Z][\w.'’\-]+(?: [A-Z][\w.'’\-]*){1,3} reported from [A-Z][\w.,' -]{1,60}$")
_LEAST_NAMES = 2
_MOST_STAFF = 8
_MOST_LIFE = 30


def is_byline(line: str, words: int) -> bool:
    """Return whether a line without a stop names the authors."""
    if _BYLINE_OPENS.match(line) and (_BYLINE.fullmatch(line) or _only_names(line)):
        return True
    return words <= _MOST_STAFF and _STAFF.fullmatch(line) is not None


def is_credit(sentence: str) -> bool:
    """Return whether a sentence names those who worked on the article."""
    if _CREDIT_OPENS.match(sentence):
        return _only_names(sentence)
    closes = _CREDIT_CLOSES.search(sentence) if "contributed" in sentence else None
    return closes is not None and _only_names(sentence) and _names(sentence) >= (1 if closes["to"] else _LEAST_NAMES)


def is_about_author(sentence: str) -> bool:
    """Return whether a sentence at an article's end tells who its author is, or where from it was reported."""
    if len(sentence.split()) > _MOST_LIFE:
        return False
    if _LIFE.match(sentence) and not _TOLD.search(sentence):
        return True
    return _REPORTED_FROM.match(sentence) is not None


def _only_names(sentence: str) -> bool:
    known = word_list("credit_words")
    return all(not w[0].islower() or w in known for w in _WORD.findall(sentence))


def _names(sentence: str) -> int:
    return sum(w[0].isupper() for w in _WORD.findall(sentence))
