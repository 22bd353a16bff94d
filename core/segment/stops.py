"""The rules by which a stop ends a sentence or does not.

Pure. Each rule looks at a stop and the words next to it, and says yes, no, or nothing; the first that speaks decides.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from core.segment.candidates import CASELESS_STOPS, Candidate
from core.segment.glue import splits_glued
from core.segment.words import abbreviations, starters
from resources.lists import word_list

_ACRONYM = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]")
_TIME = re.compile(r"[ap]\.?m", re.IGNORECASE)
_EARLY_TIME = re.compile(r"(?:At|By|Around|Before|After|From|Until|Since) [^ ]+ ?[ap]\.?m", re.IGNORECASE)
_NUMERAL = re.compile(r"\d|[IVXLC]+\b")
_ELLIPSIS = re.compile(r"\.{2,}|…|\.[ \u00a0]\.")
_STOP_THEN_ELLIPSIS = re.compile(r"\.(?:[ \u00a0]\.){3}")
_SPOKEN = "said|says|asked|asks|added|told|wrote|writes|replied|tweeted|shouted|wondered|joked"
_NAME_SPEAKS = re.compile(rf"(?:[A-Z][\w.'’\-]*\s){{1,4}}(?:{_SPOKEN})\b")
_NAME_RUN = re.compile(r"(?P<name>[A-Z][\w'’\-]*(?:\s+[A-Z][\w'’\-]*){0,4})(?:\s+(?P<verb>[a-z]+))?")
_FAR = 80
_WORD_REACH = 30
_DOTS_OF_ELLIPSIS = 3


@dataclass(frozen=True, slots=True)
class Place:
    """A candidate in its text: the sentence so far begins at ``since``, the paragraph is ``[start, end)``."""

    text: str
    candidate: Candidate
    since: int
    start: int
    end: int

    @property
    def after(self) -> str:
        """The word behind the stop, in lower case."""
        return self.candidate.after.lower()

    @property
    def before(self) -> str:
        """The word in front of the stop, in lower case."""
        return self.candidate.before.lower().lstrip("'’")

    @property
    def starts_new(self) -> bool:
        """Whether what follows can hardly go on an abbreviation: a sentence starter or an opening quotation mark."""
        # A bracket may: "SALEM, Ore. (AP)".
        quoted = self.candidate.openers[:1] not in ("", "(", "[", "{")
        return self.after in starters() or (quoted and bool(self.candidate.after))

    def previous_word(self) -> str:
        """Return the word before the one in front of the stop, empty at the sentence's start."""
        at = self.candidate.stop - len(self.candidate.before)
        return "".join(self.text[max(self.since, at - _WORD_REACH) : at].split()[-1:])


def ends_by_rule(place: Place) -> bool | None:
    """Return whether a sentence ends at a place, None when no rule knows."""
    for rule in _RULES:
        verdict = rule(place)
        if verdict is not None:
            return verdict
    return None


def next_start(text: str, candidate: Candidate) -> int:
    """Return where the next sentence begins: an ellipsis behind a full stop belongs to it."""
    attached = not candidate.closers and not text[candidate.stop - 1].isspace()
    if attached and _STOP_THEN_ELLIPSIS.fullmatch(candidate.marks):
        return candidate.stop + 2
    return candidate.next


def _caseless(place: Place) -> bool | None:
    """The stops of scripts without capitals always end a sentence, with a space behind them or not."""
    return True if place.candidate.marks[-1] in CASELESS_STOPS else None


def _glued(place: Place) -> bool | None:
    c = place.candidate
    return splits_glued(place.text, c, place.start, place.end) if c.glued else None


def _symbol(place: Place) -> bool | None:
    """Decide before a sign: a comma goes on, a $ or a bullet may begin a sentence when words follow it."""
    c = place.candidate
    if c.openers or c.after:
        return None
    first = place.text[c.next]
    rest = place.text[c.next : min(place.end, c.next + 8)]
    if first in ",;:%&+=/)]}" or not any(ch.isalnum() for ch in rest):
        return False
    if first in "—–-":
        # A dash behind a quotation names the speaker, one behind an abbreviation belongs to a dateline
        # (ALBANY, N.Y. - The …); behind a plain stop it begins an item or an aside.
        abbreviated = c.marks == "." and (_ACRONYM.fullmatch(c.before) or place.before in abbreviations().every)
        return rest.lstrip("—–- \u00a0")[:1].isupper() and not c.closers and not abbreviated
    return None


def _small_letter(place: Place) -> bool | None:
    """A small letter goes on, names such as iPhone aside."""
    word = place.candidate.after
    return False if word[:1].islower() and not any(ch.isupper() for ch in word[1:3]) else None


def _ellipsis(place: Place) -> bool | None:
    c = place.candidate
    if not _ELLIPSIS.search(c.marks):
        return None
    if place.text[c.stop - 1] in "[(" and c.closers[:1] in ("]", ")"):
        return not c.openers and place.after in starters()
    dots = c.marks.count(".") + _DOTS_OF_ELLIPSIS * c.marks.count("…")
    if dots > _DOTS_OF_ELLIPSIS or "?" in c.marks or "!" in c.marks or c.closers or c.openers:
        return True
    return place.after in starters() and c.after != "I"


def _exclaimed(place: Place) -> bool | None:
    c = place.candidate
    if "?" not in c.marks and "!" not in c.marks:
        return None
    if not c.closers and place.before in word_list("exclaimed_names"):
        return place.after in starters()
    if c.closers and not c.openers and place.after not in starters():
        # “Are you ready?” Jane Doe asked: the words that name the speaker belong to what was said.
        return not _NAME_SPEAKS.match(place.text, c.next, min(place.end, c.next + _FAR))
    return True


def _closed(place: Place) -> bool | None:
    """A closing mark behind a stop ends the sentence; an apostrophe or a bracket may belong to an abbreviation."""
    return True if place.candidate.closers.strip("’'") else None


def _number(place: Place) -> bool | None:
    """No. 5, p. 55, Vol. IV: an abbreviation before a figure."""
    numbered = place.before in abbreviations().numbered and _NUMERAL.match(place.candidate.after)
    return False if numbered else None


def _time(place: Place) -> bool | None:
    """a.m. and p.m. end a sentence before a capital, but not where it has only begun (At 5 a.m. Mr. Smith went …)."""
    c = place.candidate
    if not _TIME.fullmatch(c.before):
        return None
    if c.after[:1].isdigit() or place.after in word_list("time_companions"):
        return False
    return _EARLY_TIME.match(place.text, place.since, c.stop) is None


def _letter(place: Place) -> bool | None:
    """An initial goes on; the word I, and a name such as Plan B before a sentence starter, may end."""
    c = place.candidate
    if len(c.before) != 1 or not c.before.isalpha():
        return None
    if c.stop - 1 == place.since:
        return False
    if c.before.islower():
        return None
    previous = place.previous_word()
    if c.before == "I" and (previous.islower() or previous in ("", "I")):
        return c.after[:1].isupper()
    return place.after in starters() and len(c.after) > 1 and not previous.endswith(".")


def _acronym(place: Place) -> bool | None:
    """U.S. and its like end a sentence only where what follows begins one."""
    if not _ACRONYM.fullmatch(place.candidate.before) or place.before in abbreviations().running:
        return None
    return place.starts_new or _label_follows(place) or _subject_follows(place)


def _label_follows(place: Place) -> bool:
    """Return whether a word with a colon follows (``Image: …``), which begins something new."""
    c = place.candidate
    return c.after[:1].isupper() and place.text[c.after_end : c.after_end + 1] == ":"


def _subject_follows(place: Place) -> bool:
    """Return whether the capitals behind an acronym are the subject of a new sentence.

    "… disputes with the U.S. North Korea's offer …" goes on with a name that owns or does something, while
    "the U.S. Chess Federation said" goes on the acronym.
    """
    c = place.candidate
    match = _NAME_RUN.match(place.text, c.next, min(place.end, c.next + _FAR))
    if match is None or any(w in word_list("acronym_companions") for w in match["name"].lower().split()):
        return False
    previous = place.previous_word()
    if previous.lower() != "the" and not previous[:1].isupper():
        return False
    owns = match["name"].endswith(("'s", "’s"))
    return owns or match["verb"] in word_list("auxiliaries") or match["verb"] in word_list("cues")


def _title(place: Place) -> bool | None:
    """Mr., Gov., St.: a name follows."""
    return False if _is(place, abbreviations().title) else None


def _running(place: Place) -> bool | None:
    """e.g., vs.: what they announce follows."""
    known = abbreviations()
    return False if place.before in known.running - known.also_words else None


def _calendar(place: Place) -> bool | None:
    """Sept. 5 goes on; a month or weekday before a capital ends."""
    return not place.candidate.after[:1].isdigit() if _is(place, abbreviations().calendar) else None


def _company(place: Place) -> bool | None:
    """Inc., Jr. and the states end a sentence only where what follows begins one."""
    known = abbreviations()
    ambiguous = place.before in (known.other & known.also_words) - known.numbered
    if place.before in known.company or (ambiguous and place.candidate.before[:1].isupper()):
        return place.starts_new
    return None


def _is(place: Place, kind: frozenset[str]) -> bool:
    """Return whether the word before the stop is an abbreviation of a kind; one that is a word too needs a capital."""
    also_word = place.before in abbreviations().also_words
    return place.before in kind and (not also_word or place.candidate.before[:1].isupper())


_RULES: tuple[Callable[[Place], bool | None], ...] = (
    _caseless,
    _glued,
    _symbol,
    _small_letter,
    _ellipsis,
    _exclaimed,
    _closed,
    _number,
    _time,
    _letter,
    _acronym,
    _title,
    _running,
    _calendar,
    _company,
)
