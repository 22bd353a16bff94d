"""A place where a sentence may end, seen in its text: what the rules ask about it.

Pure: offsets into the given text.
"""

from __future__ import annotations

import re

from core.segment.candidates import Candidate
from core.segment.words import abbreviations, starters, subjects

_SMALL = re.compile("[a-z]")
_CAPITAL = re.compile("[A-Z]")
_NUMBER = re.compile(r"\. ?\d")
_NICKNAME = re.compile(r"[\"'”’]\s[A-Z]")
_HONORIFICS = ("mr", "mrs", "ms", "mx")
_AROUND = 40
_LEAST_CAPITALS = 12
_MOST_SMALL = 2
"""Small letters that words in capitals may have among them: McHALE, 45th."""
_WORD_REACH = 30
_MARKER = 3
"""Digits of the longest number that marks an item."""


class Place:
    """A candidate in its text: the sentence so far begins at ``since``, the paragraph is ``[start, end)``."""

    __slots__ = ("after", "before", "candidate", "end", "since", "start", "text")

    def __init__(self, text: str, candidate: Candidate, since: int, start: int, end: int) -> None:
        self.text, self.candidate = text, candidate
        self.since, self.start, self.end = since, start, end
        self.after = candidate.after.lower().replace("’", "'")
        """The word behind the stop, in lower case with a straight apostrophe."""
        self.before = _abbreviated(candidate.before.lower().replace("’", "'").lstrip("'"))
        """The word in front of the stop likewise, without what a hyphen puts before an abbreviation."""

    @property
    def capital(self) -> bool:
        """Whether the word in front of the stop begins with a capital."""
        return self.candidate.before[-len(self.before) :][:1].isupper()

    @property
    def begins_anew(self) -> bool:
        """Whether the word behind the stop is one that begins sentences; in a text in capitals few words tell."""
        if self.after not in starters() or _NUMBER.match(self.text, self.candidate.after_end, self.end):
            return False
        return self.after in subjects() or not self.shouted

    @property
    def starts_new(self) -> bool:
        """Whether what follows can hardly go on an abbreviation: a sentence starter, a Mr. or Ms., a quotation."""
        c = self.candidate
        # A bracket may, "SALEM, Ore. (AP)", and so may a nickname, C.L. "Butch" Hale.
        quoted = c.openers[:1] not in ("", "(", "[", "{") and not _NICKNAME.match(self.text, c.after_end, self.end)
        return self.begins_anew or self.after in _HONORIFICS or (quoted and bool(c.after))

    @property
    def shouted(self) -> bool:
        """Whether the words around are set in capitals."""
        c = self.candidate
        if c.after[1:2].islower():
            return False
        around = self.text[max(self.start, c.stop - _AROUND) : min(self.end, c.after_end + _AROUND)]
        return len(_CAPITAL.findall(around)) >= _LEAST_CAPITALS and len(_SMALL.findall(around)) <= _MOST_SMALL

    @property
    def alone(self) -> bool:
        """Whether the sentence so far is nothing but what stands in front of the stop, an abbreviation or a number."""
        # Character by character, for a sentence that never ends would be copied at each of its stops.
        places = range(self.since, self.candidate.stop - len(self.candidate.before))
        return not any(self.text[at].isalnum() for at in places)

    def previous_word(self) -> str:
        """Return the word before the one in front of the stop, empty at the sentence's start."""
        at = self.candidate.stop - len(self.candidate.before)
        return "".join(self.text[max(self.since, at - _WORD_REACH) : at].split()[-1:])

    def marks_item(self) -> bool:
        """Return whether the sentence so far is only an item's number or letter."""
        before = self.candidate.before
        marker = (len(before) <= _MARKER and before.isdigit()) or (len(before) == 1 and before.isalpha())
        return marker and self.candidate.marks == "." and self.alone


def _abbreviated(word: str) -> str:
    """Return what stands behind the hyphen where that is an abbreviation: then-Sen., but Lt.-Gen. as a whole."""
    tail = word.rpartition("-")[2] if "-" in word else word
    return tail if tail in abbreviations().every and word not in abbreviations().every else word
