"""Tell the captions and credits of pictures.

Pure: one line or sentence in. A caption is told by its label ("Photo:"), or by the credit that it ends with.
"""

from __future__ import annotations

import re

from resources.lists import word_list

_PICTURE = (
    r"(?:photo(?:graph)?s?|images?|pictures?|pics?|illustrations?|graphics?|video|maps?|charts?|screenshots?|artwork)"
)
_LABEL = re.compile(
    rf"\W*(?:(?:file|handout|courtesy|stock|cover|lead|main|featured?)\s+)?(?:{_PICTURE}|caption|credits?|pictured)"
    r"(?:\s+(?:credits?|source|caption|copyright|courtesy|by))?\s*(?::|(?<=source),|(?<=caption),)\s*(?P<rest>.*)",
    re.IGNORECASE | re.DOTALL,
)
_FILE = re.compile(r"\W*(?:FILE\s*[-–—:]|FILE (?:PHOTO|IMAGE|PICTURE)\b|File (?:photo|image|picture)\s*[-–—:])")
_WORK_OF = re.compile(
    rf"\W*(?:{_PICTURE}\s+(?:by|credit|copyright|courtesy(?:\s+of)?)|courtesy(?:\s+of)?)\s+(?-i:[A-Z©])(?P<rest>.*)",
    re.IGNORECASE,
)
_SMALL = re.compile(r"\b(?!(?:and|of|by|for|the|via|with|from|de|van|von|der|file|photo|courtesy)\b)[a-z]{2,}")
_NAME = r"[A-Z][\w.'’\-]*(?: [A-Z][\w.'’\-]*){0,4}"
_AGENCY = (
    r"(?:AP(?: Photo| Images)?|AFP|Reuters|REUTERS|Getty(?: Images)?|EPA(?:-EFE)?|PA(?: Wire| Images)?|DPA|ANSA|Xinhua"
    r"|TASS|Bloomberg|Shutterstock|Alamy|NurPhoto|Anadolu|Zuma(?: Press)?|Corbis|Flickr|Wikimedia(?: Commons)?"
    r"|Unsplash|iStock|Rex)"
)
_BRACKETED = re.compile(
    rf"[(\[](?:[^()\[\]]{{0,80}}\b(?i:{_PICTURE}|handout)(?i:\s+(?:by|credit|courtesy)\b|\s?[:/])[^()\[\]]{{1,120}}"
    rf"|(?i:courtesy (?:of )?)?{_NAME}\s?/\s?(?=[^()\[\]]*[a-z]){_NAME}(?:\s?[/,]\s?{_NAME})?"
    rf"|[^()\[\]]{{0,80}}\bvia {_AGENCY}"
    rf"|Getty Images|Shutterstock)[)\]]\W*$"
)
_AT_END = re.compile(
    rf"(?:^|[.!?](?:\s*|(?=Credit))|[,;”\"’')\]]\s+|\s[-–—|]\s?)"
    rf"(?:REUTERS/{_NAME}(?:/(?:File|Handout|Pool)(?: Photo)?)?"
    rf"|{_NAME}\s?/\s?{_AGENCY}(?:/{_NAME})?|{_NAME}(?:\s?/\s?{_AGENCY})? via {_AGENCY}"
    rf"|(?i:photo(?:graph)?s?|images?|pictures?|illustration|graphic|credit)"
    rf"(?: credit| by| courtesy(?: of)?)?: ?{_NAME}"
    rf"(?:\s?[/,]\s?{_NAME}){{0,2}})\.?\W*$"
)
_MOST_WORDS = 45
_MOST_SENTENCE = 12
_MOST_SENTENCES = 3
_LONGEST_CREDIT = 160
_SIGNS = ("/", ":", " via ")
"""One of them stands in every credit without brackets."""


def is_caption(line: str, words: int, sentences: int, *, stopped: bool) -> bool:
    """Return whether a line is a picture's caption or credit."""
    if words > _MOST_WORDS or sentences > _MOST_SENTENCES:
        return False
    if line.lower().strip(" .:()[]*-–—") in word_list("caption_alone") or _FILE.match(line):
        return True
    tail = max(0, len(line) - _LONGEST_CREDIT)
    if _opens(line, stopped=stopped) or _BRACKETED.search(line, tail):
        return True
    return any(sign in line for sign in _SIGNS) and _AT_END.search(line, tail) is not None


def is_credit_sentence(sentence: str) -> bool:
    """Return whether a sentence in a longer paragraph is a picture's credit."""
    return _opens(sentence, stopped=True) and len(sentence.split()) <= _MOST_SENTENCE


def _opens(line: str, *, stopped: bool) -> bool:
    if label := _LABEL.match(line):
        # "Illustration: a man who earns ten pays two." goes on in small letters.
        return not stopped or not label["rest"][:1].islower()
    work = _WORK_OF.match(line)
    return work is not None and (not _SMALL.search(work["rest"]) or not stopped)
