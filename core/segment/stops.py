"""The rules by which a stop ends a sentence or does not.

Pure. Each rule looks at a stop and the words next to it, and says yes, no, or nothing; the first that speaks decides.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from core.segment.candidates import CASELESS_STOPS, Candidate
from core.segment.glue import splits_glued
from core.segment.place import Place
from core.segment.words import abbreviations
from resources.lists import word_list

_ACRONYM = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]")
_TIME = re.compile(r"[ap]\.?m", re.IGNORECASE)
_EARLY_TIME = re.compile(r"(?:At|By|Around|Before|After|From|Until|Since) [^ ]+ ?[ap]\.?m", re.IGNORECASE)
_ZONE = re.compile(r"[A-Z][a-z]+ time\b|(?:[A-Z]\.){1,2}T\.")
_NUMERAL = re.compile(r"\d|[IVXLC]+\b")
_ELLIPSIS = re.compile(r"\.{2,}|…|\.[ \u00a0]\.")
_STOP_THEN_ELLIPSIS = re.compile(r"\.(?:[ \u00a0]\.){3}")
_NAME_SPEAKS = re.compile(r"(?:[A-Z][\w.'’\-]*\s){1,4}(?P<verb>[a-z]+)\b")
_POSSESSIVE = re.compile(r"['’]s$")
_NAME_RUN = re.compile(r"(?P<name>[A-Z][\w'’\-]*(?:\s+[A-Z][\w'’\-]*){0,4})(?:\s+(?P<verb>[a-z]+))?")
_FAR = 80
_DOTS_OF_ELLIPSIS = 3


def is_plain(candidate: Candidate) -> bool:
    """Return whether an ordinary word, a stop, a space and a capital meet: a sentence ends there, by Punkt too."""
    c = candidate
    if c.marks != "." or c.closers or c.openers or c.end == c.next or not c.after[:1].isupper():
        return False
    return len(c.before) > 1 and c.before.isalpha() and c.before.lower() not in abbreviations().every


def ends_by_rule(place: Place) -> bool | None:
    """Return whether a sentence ends at a place, None when no rule knows."""
    for rule in _RULES:
        verdict = rule(place)
        if verdict is not None:
            return verdict
    return None


def ends_by_marks(place: Place) -> bool | None:
    """Return the same by those rules alone that know no word of English."""
    for rule in (_caseless, _glued, _symbol, _small_letter, _closed, _item):
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
    return False if word[:1].islower() and not any(ch.isupper() for ch in word) else None


def _ellipsis(place: Place) -> bool | None:
    c = place.candidate
    if not _ELLIPSIS.search(c.marks):
        return None
    if place.text[c.stop - 1] in "[(" and c.closers[:1] in ("]", ")"):
        return not c.openers and place.begins_anew
    dots = c.marks.count(".") + _DOTS_OF_ELLIPSIS * c.marks.count("…")
    if dots > _DOTS_OF_ELLIPSIS or "?" in c.marks or "!" in c.marks or c.closers or c.openers:
        return True
    # “It's... It's over”: who falters does not begin anew.
    return place.begins_anew and c.after != "I" and place.after != place.before


def _exclaimed(place: Place) -> bool | None:
    c = place.candidate
    if "?" not in c.marks and "!" not in c.marks:
        return None
    if not c.closers and place.before in word_list("exclaimed_names"):
        return place.begins_anew
    if c.closers and not c.openers and not place.begins_anew:
        # “Are you ready?” Jane Doe asked: the words that name the speaker belong to what was said.
        speaks = _NAME_SPEAKS.match(place.text, c.next, min(place.end, c.next + _FAR))
        return not (speaks and speaks["verb"] in word_list("cues"))
    return True


def _closed(place: Place) -> bool | None:
    """A closing mark behind a stop ends the sentence; an apostrophe or a bracket may belong to an abbreviation."""
    return True if place.candidate.closers.strip("’'") else None


def _item(place: Place) -> bool | None:
    """What is only a number or letter so far is the mark of an item."""
    return False if place.marks_item() else None


def _number(place: Place) -> bool | None:
    """No. 5, p. 55, Vol. IV: an abbreviation before a figure."""
    known, after = abbreviations(), place.candidate.after
    # She said no. I left.
    numeral = _NUMERAL.match(after) and not (after == "I" and place.before in known.also_words)
    return False if numeral and place.before in known.numbered else None


def _time(place: Place) -> bool | None:
    """a.m. and p.m. end a sentence before a capital, but not where it has only begun (At 5 a.m. Mr. Smith went …)."""
    c = place.candidate
    if not _TIME.fullmatch(c.before):
        return None
    if (
        c.after[:1].isdigit()
        or place.after in word_list("time_companions")
        or _ZONE.match(place.text, c.next, place.end)
    ):
        return False
    if place.shouted:
        return place.starts_new
    return _EARLY_TIME.match(place.text, place.since, c.stop) is None


def _letter(place: Place) -> bool | None:
    """An initial goes on; the word I, and a name such as Plan B before a sentence starter, may end."""
    c = place.candidate
    if len(c.before) != 1 or not c.before.isalpha():
        return None
    if c.before.islower():
        return None
    previous = place.previous_word()
    if c.before == "I" and (previous.islower() or previous in ("", "I")):
        return c.after[:1].isupper()
    return place.begins_anew and len(c.after) > 1 and not previous.endswith(".")


def _acronym(place: Place) -> bool | None:
    """U.S. and its like end a sentence only where what follows begins one."""
    if not _ACRONYM.fullmatch(place.candidate.before) or place.before in abbreviations().running:
        return None
    if place.alone:
        return False
    return place.starts_new or _label_follows(place) or (not place.shouted and _subject_follows(place))


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
    if match is None or place.before not in word_list("acronyms_dotted") or _POSSESSIVE.sub("", c.after).isupper():
        return False
    if any(_POSSESSIVE.sub("", w) in word_list("acronym_companions") for w in match["name"].lower().split()):
        return False
    previous = place.previous_word()
    if previous.lower() != "the" and not previous[:1].isupper():
        return False
    owns = match["name"].endswith(("'s", "’s"))
    return owns or match["verb"] in word_list("auxiliaries") or match["verb"] in word_list("cues")


def _title(place: Place) -> bool | None:
    """Mr., Gov., St.: a name follows; but Elm St. and 6 ft. may end a sentence."""
    known = abbreviations()
    if not _is(place, known.title):
        return None
    previous = place.previous_word()
    trails = place.before in known.other and (previous[:1].isupper() or previous[-1:].isdigit())
    return trails and place.begins_anew


def _running(place: Place) -> bool | None:
    """e.g., vs.: what they announce follows."""
    known = abbreviations()
    # "c. 1900": with a figure behind it even a word is short for something.
    figure = place.candidate.after[:1].isdigit()
    return False if place.before in (known.running if figure else known.running - known.also_words) else None


def _calendar(place: Place) -> bool | None:
    """Sept. 5 goes on; a month or weekday before a capital ends."""
    return not place.candidate.after[:1].isdigit() if _is(place, abbreviations().calendar) else None


def _company(place: Place) -> bool | None:
    """Inc., Jr. and the states end a sentence only where what follows begins one."""
    known = abbreviations()
    certain = place.before in known.company or place.before in known.other - known.also_words
    certain = certain or (place.shouted and place.before in known.every - known.also_words)
    ambiguous = place.before in (known.other & known.also_words) - known.numbered and place.capital
    if place.shouted and not certain:
        # ALBANY, ILL. POLICE SAID, but SHE FELT ILL. DOCTORS CAME.
        ambiguous = ambiguous and place.previous_word().endswith(",")
    return place.starts_new or _acronym_follows(place) if certain or ambiguous else None


def _acronym_follows(place: Place) -> bool:
    """Return whether a sentence begins with an acronym: in Boise, Idaho. U.S. officials said."""
    match = _ACRONYM.match(place.text, place.candidate.next, place.end)
    return match is not None and match[0].lower() in word_list("acronyms_dotted")


def _is(place: Place, kind: frozenset[str]) -> bool:
    """Return whether the word before the stop is an abbreviation of a kind; one that is a word too needs a capital."""
    also_word = place.before in abbreviations().also_words
    return place.before in kind and (not also_word or place.capital)


_RULES: tuple[Callable[[Place], bool | None], ...] = (
    _caseless,
    _glued,
    _symbol,
    _small_letter,
    _ellipsis,
    _exclaimed,
    _closed,
    _item,
    _number,
    _time,
    _letter,
    _acronym,
    _title,
    _running,
    _calendar,
    _company,
)
