"""Decide stops without a space after them: a lost space between sentences, or the inside of a name or address.

Pure. Scraped pages lose the space where one paragraph was cut from the next (``collapsed.Russian Defense``).
"""

from __future__ import annotations

import re

from core.segment.candidates import Candidate
from core.segment.words import abbreviations, starters
from resources.lists import word_list

_ACRONYM = re.compile(r"(?:[A-Z]\.)+[A-Z]")
_ADDRESS = re.compile(r"://|www\.|@|[=&#~\\]|\w/\w", re.IGNORECASE)
_REACH = 80


def splits_glued(text: str, candidate: Candidate, start: int, end: int) -> bool:
    """Return whether a sentence ends at a stop that no space follows, inside the paragraph ``text[start:end]``."""
    c = candidate
    first = text[c.next]
    if c.openers and c.after:
        first = c.after[0]
    if not first.isupper() or not (c.before or c.closers):
        return False
    if _in_address(text, c, start, end):
        return False
    if _ACRONYM.fullmatch(c.before):
        return _after_acronym(text, c, end)
    return _after_word(text, c, end)


def _in_address(text: str, c: Candidate, start: int, end: int) -> bool:
    """Return whether the stop stands inside a web or mail address, or a file, domain or product name."""
    chunk = _chunk(text, c.stop, start, end)
    if _ADDRESS.search(chunk):
        return True
    after = c.after.lower()
    if c.closers or c.openers or c.marks != ".":
        return False
    follower = text[c.after_end : c.after_end + 1]
    ends_here = not follower or not follower.isalnum()
    if after in word_list("name_domains") and ends_here:
        return True
    return after in word_list("file_endings") and ends_here and (c.after.isupper() or follower in "/?")


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
    if plain_stop and len(c.after) == 1 and not _lone_word(text, c, end):
        return False
    if not plain_stop:
        return not (lower in word_list("exclaimed_names") and c.after.lower() not in starters())
    if lower in known.title and lower not in known.also_words:
        return False
    if lower in known.every and (lower not in known.also_words or bare[:1].isupper()):
        return c.after.lower() in starters()
    if len(bare) == 1 and bare.isalpha():
        return c.after.lower() in starters() and len(c.after) > 1
    # java.util.List: a word between two dots is part of a name, and no sentence has one word in front of another.
    return "." not in word.rstrip(".") or bare.isdigit() or any(ch.isdigit() for ch in word)


def _lone_word(text: str, c: Candidate, end: int) -> bool:
    """Return whether a single capital is the word A or I, not an initial or part of an abbreviation (Ph.D)."""
    follower = text[c.after_end : c.after_end + 1] if c.after_end < end else ""
    return c.after in ("A", "I") and follower.isspace() and len(c.before) > 1 and c.before[-1:].islower()


def _chunk(text: str, at: int, start: int, end: int) -> str:
    """Return what is written around ``at`` without a space, a bounded stretch of it."""
    low, high = max(start, at - _REACH), min(end, at + _REACH)
    left = text[low:at].rsplit(maxsplit=1)[-1:] if at > low and not text[at - 1].isspace() else []
    right = text[at:high].split(maxsplit=1)[:1]
    return "".join(left + right)
