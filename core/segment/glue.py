"""Decide stops without a space after them: a lost space between sentences, or the inside of a name or address.

Pure. Scraped pages lose the space where one paragraph was cut from the next (``collapsed.Russian Defense``).
"""

from __future__ import annotations

import re

from core.segment.candidates import Candidate
from core.segment.words import abbreviations, starters
from resources.lists import word_list

_ACRONYM = re.compile(r"(?:[A-Z]\.)+[A-Z]")
_DOTTED = re.compile(r"(?:[A-Z]\.){2,}")
_ADDRESS = re.compile(r"://|www\.|\w@\w|\w[=#]\w|[~\\]|\.[\w\-]+/|/[\w\-.]+/", re.IGNORECASE)
_WHOLE_ADDRESS = re.compile(r"[A-Z]?[^A-Z]*[a-z\d]\.(?P<domain>[a-z]{2,})(?:/[^A-Z]*)?")
_NEW_WORD = re.compile(r"[“\"]?(?:[A-Z][a-z'’]+|[AI])[”\"]?[,;:]?(?=\s)")
_CLOSED = '"”’»)]'
_REACH = 80
_SHORT = 2


def splits_glued(text: str, candidate: Candidate, start: int, end: int) -> bool:
    """Return whether a sentence ends at a stop that no space follows, inside the paragraph ``text[start:end]``."""
    c = candidate
    first = text[c.next]
    if c.openers and c.after:
        first = c.after[0]
    # A quotation or a bracket may have closed in front of the stop: in a "state of war".The report.
    closed = text[c.stop - 1] in _CLOSED
    if not first.isupper() or not (c.before or c.closers or closed):
        return False
    if (inside := _inside_address(text, c, start, end)) is not None:
        return not inside
    if _in_ticker(c):
        return False
    if closed and not c.before:
        return len(c.after) > 1 or c.after in ("A", "I")
    if _ACRONYM.fullmatch(c.before):
        return _after_acronym(text, c, end)
    return _after_word(text, c, end)


def _in_ticker(c: Candidate) -> bool:
    """Return whether the stop stands in a share's symbol: <.FTSE>, <0001.HK>, AMES.PK."""
    if c.before.startswith("<") and ">" not in c.before:
        return True
    if not (c.before.isupper() and c.after.isupper() and len(c.after) == _SHORT):
        return False
    # What stands for the exchange is no word and no country: HE, US.
    return c.after.lower() not in starters() and ".".join(c.after.lower()) not in word_list("acronyms_dotted")


def _inside_address(text: str, c: Candidate, start: int, end: int) -> bool | None:
    """Return whether the stop stands inside a web or mail address or a file's name, or ends one; None where none is."""
    left, right = _chunks(text, c.stop, start, end)
    after, follower = c.after.lower(), text[c.after_end : c.after_end + 1]
    ends_here = not follower or not follower.isalnum()
    whole = _WHOLE_ADDRESS.fullmatch(left)
    if _ADDRESS.search(left + right) or (whole and whole["domain"] in word_list("name_domains")):
        # www.example.org.He left: an address all in small letters ends where an ordinary word begins.
        known = after in word_list("name_domains") or after in word_list("file_endings")
        return known or not whole or _NEW_WORD.match(text, c.end, end) is None
    if c.closers or c.openers or c.marks != ".":
        return None
    title = follower == "." and after in abbreviations().title
    if after in word_list("name_domains") and ends_here and not title:
        return True
    named = after in word_list("file_endings") and ends_here and (c.after.isupper() or follower in "/?")
    return True if named else None


def _after_acronym(text: str, c: Candidate, end: int) -> bool:
    """Decide behind ``U.S.``: what follows without a space was a new sentence, unless it goes on the acronym."""
    following = _ACRONYM.match(text, c.next, end)
    if following and text[following.end() : following.end() + 1] == ".":
        # U.S.U.S. officials, U.N.U.S. officials: a second acronym begins; N.A.A.C.P. is one.
        known = word_list("acronyms_dotted")
        return c.before == following[0] or {c.before.lower(), following[0].lower()} <= known
    if len(c.after) == 1 or c.before.lower() not in word_list("acronyms_dotted"):
        # A.B.Olsen: rather initials than an acronym.
        return len(c.after) > 1 and c.after.lower() in starters()
    return c.after.lower() not in word_list("acronym_companions")


def _after_word(text: str, c: Candidate, end: int) -> bool:
    word = c.before
    bare = word.rpartition(".")[2] if "." in word else word
    lower = bare.lower().lstrip("'’")
    known = abbreviations()
    plain_stop = c.marks == "." and not c.closers
    if plain_stop and len(c.after) == 1 and not _lone_word(text, c, end) and not _dotted(text, c, bare, end):
        return False
    if not plain_stop:
        return not (lower in word_list("exclaimed_names") and c.after.lower() not in starters())
    if lower in known.title and lower not in known.also_words:
        return False
    # Behind Fig. or No. a figure follows: a word means that they are words themselves.
    counted = lower in known.numbered and lower in known.also_words and len(c.after) > 1
    if lower in known.every and not counted and (lower not in known.also_words or bare[:1].isupper()):
        return c.after.lower() in starters()
    if len(bare) == 1 and bare.isalpha():
        return c.after.lower() in starters() and len(c.after) > 1
    # java.util.List: a word between two dots is part of a name, and no sentence has one word in front of another.
    plain = "." not in word.rstrip(".") or any(ch.isdigit() for ch in word)
    return plain or (bare in word_list("file_endings") and _NEW_WORD.match(text, c.end, end) is not None)


def _dotted(text: str, c: Candidate, word: str, end: int) -> bool:
    """Return whether an ordinary word is followed by an acronym (over.U.S. officials), which is no part of it."""
    ordinary = len(word) > _SHORT and word[1:].islower() and word.lower() not in abbreviations().every
    return ordinary and _DOTTED.match(text, c.end, end) is not None


def _lone_word(text: str, c: Candidate, end: int) -> bool:
    """Return whether a single capital is the word A or I, or opens a name like P&G; else it is an initial (Ph.D)."""
    follower = text[c.after_end : c.after_end + 1] if c.after_end < end else ""
    worded = (c.after in ("A", "I") and follower.isspace()) or follower == "&"
    return worded and len(c.before) > 1 and not c.before[-1].isupper()


def _chunks(text: str, at: int, start: int, end: int) -> tuple[str, str]:
    """Return what is written in front of ``at`` and from there on without a space, a bounded stretch of it."""
    low, high = max(start, at - _REACH), min(end, at + _REACH)
    left = text[low:at].rsplit(maxsplit=1)[-1:] if at > low and not text[at - 1].isspace() else []
    right = text[at:high].split(maxsplit=1)[:1]
    return "".join(left), "".join(right)
