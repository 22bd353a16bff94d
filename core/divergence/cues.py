"""Find the words that tell who said or holds something: “experts said”, “according to the police”.

Pure: one side of a link in, cues with the words of their speakers out. Cues inside quotations are the speaker's own
and left aside.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from core.divergence.view import SideView, Word, is_irregular_past
from core.lexis import is_function
from core.model import Span
from resources.lists import word_list

LONGEST_SPEAKER = 9
"""Words up to which a speaker is followed leftwards or rightwards."""
LONGEST_SPAN = 90
"""Characters up to which speaker and verb are shown as one stretch."""
_AUXILIARIES = frozenset("has have had is are was were be been being also later then".split())  # noqa: SIM905 - reads as a list
_PASSIVE = frozenset({"be", "been", "is", "are", "was", "were", "being", "to", "it's"})
_BREAKS = frozenset(
    {"that", "which", "who", "whom", "whose", "and", "but", "as", "while", "when", "after", "before", "because", "if"}
    | {"although", "though", "where", "since", "until", "than", "so"}
)
_BELIEVED = frozenset(
    {"alleged", "believed", "claimed", "considered", "estimated", "expected", "feared", "quoted", "reported", "rumored"}
    | {"rumoured", "said", "suspected", "thought", "understood"}
)
"""Participles that with a form of “be” still say that somebody holds it."""
_NOUNS = frozenset({"blame", "state", "states", "note", "notes", "shows", "show"})
"""Verbs of saying that are more often nouns …"""
_LED_BY = frozenset({"in", "of", "across", "per", "each"})
"""… behind these."""
_MEETS = frozenset({"found", "find", "finds", "saw", "showed", "show", "shows", "revealed"})
"""Verbs that tell of a statement as often as of a thing that somebody came upon or laid open."""
_LEARNED = frozenset({"discovered", "discover", "established", "establish", "learned", "learnt", "shown"})
"""Verbs that tell of a statement only behind it (“…, scientists have discovered”) or before “that”."""
_FINITE = frozenset("would could should will can may might must did does do cannot isn't wasn't".split())  # noqa: SIM905
_COUNTS = frozenset("figure figures count counts tally data numbers reckoning calculation calculations".split()) | (  # noqa: SIM905
    frozenset("projection projections poll telling version view measure arithmetic".split())  # noqa: SIM905
)
_COUNTS_TELL = frozenset(
    {"show", "shows", "showed", "suggest", "suggests", "put", "puts", "have", "had", "say", "says"}
)
_OWN = frozenset({"its", "their", "his", "her", "own", "official"})
_ROUGHLY = frozenset(
    {"about", "around", "nearly", "almost", "roughly", "some", "more", "less", "over", "under", "between", "half", "a"}
    | {"one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "fifteen"}
    | {"twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"}
)
"""Words with which a figure begins that is not in digits."""
_HOLDS = frozenset({"blames", "blamed", "blaming", "accuses", "accused", "criticises", "criticised", "calls", "called"})
_GIVES = frozenset({"gives", "gave", "giving", "describes", "described"})
LONGEST_PUT = 8
"""Words between “put” and the “at” before its figure."""
LONGEST_STATEMENT = 12
"""Words behind “found” in which a statement has its verb."""
_PRONOUNS = frozenset({"he", "she", "they", "it", "i", "we", "you", "who", "his", "her", "their"})
_INVERTED = frozenset({"said", "says", "added", "adds", "noted", "explained", "warned", "wrote", "stated", "insisted"})


@dataclass(frozen=True, slots=True)
class Cue:
    """A verb or phrase of attribution and its speaker."""

    verb: Word
    speaker: tuple[Word, ...]
    span: Span
    sentence: int
    clause: bool
    """Whether it surely attributes a statement (and is not some other use of the verb)."""
    quotes: bool
    """Whether it belongs to a quotation."""

    @property
    def pronoun(self) -> bool:
        """Return whether the speaker is told by a pronoun or not at all."""
        return all(w.key in _PRONOUNS for w in self.speaker)


def find_cues(side: SideView) -> list[Cue]:
    """Return the cues of a side, verbs first of all those with a speaker."""
    cues: list[Cue] = []
    for index in side.sentences:
        words = side.sentence(index)
        for at, word in enumerate(words):
            if word.quotation is not None or not word.word:
                continue
            cue = _according(side, words, at) or _verb(side, words, at)
            if cue is not None:
                cues.append(cue)
    return cues


def keeps_attribution(words: Sequence[Word]) -> bool:
    """Return whether some word still tells that somebody says so: a verb or noun of saying, in any form."""
    return any(w.quotation is None and _tells(words, at) for at, w in enumerate(words))


def _tells(words: Sequence[Word], at: int) -> bool:
    """Return whether a word is one of saying; “was found” tells of nobody, “is believed” of somebody."""
    word = words[at].key
    if word in word_list("claim_nouns") or _puts_at(words, at) or _figures_of(words, at):
        return True
    if word in _LEARNED:
        return _closes_statement(words, at)
    if (word in _MEETS and not _states(words, at)) or not _of_saying(word):
        return False
    before = at - 1
    while before > 0 and words[before].key.endswith("ly"):
        before -= 1
    led = words[before].key if before >= 0 else ""
    if led in _PASSIVE - {"to"}:
        return word in _BELIEVED or (at + 1 < len(words) and words[at + 1].key == "by")
    if word == "blame" and led == "to":  # “a leaking tank is to blame” is said by nobody
        return at + 1 < len(words) and words[at + 1].word and words[at + 1].key != "for"
    return not (word in _NOUNS and (led in word_list("grammar_determiners") or led in _LED_BY))


def _puts_at(words: Sequence[Word], at: int) -> bool:
    """Return whether somebody gives a figure: “puts turnout at 40 %”, “is put at 40 %”."""
    if words[at].key not in ("put", "puts", "putting"):
        return False
    behind = [w.key for w in words[at + 1 : at + 1 + LONGEST_PUT] if w.word]
    return any(k == "at" and (n[:1].isdigit() or n in _ROUGHLY) for k, n in pairwise(behind))


def _figures_of(words: Sequence[Word], at: int) -> bool:
    """Return whether the word is a count that somebody made: “by the board’s count”, “on its own figures”."""
    if words[at].key not in _COUNTS or not at:
        return False
    near = [w for w in words[max(0, at - 2) : at] if w.word]
    led = any(w.key in ("by", "on", "per", "from", "in") for w in words[max(0, at - LONGEST_PUT) : at])
    if not led and "".join(w.key for w in words[at + 1 : at + 2]) not in _COUNTS_TELL:
        return False
    return any(w.text.endswith(("'s", "’s", "s'", "s’")) or w.key in _OWN for w in near)


def _states(words: Sequence[Word], at: int) -> bool:
    """Return whether what follows is a statement (“found that …”, “found the tests had failed”), not a thing found."""
    behind: list[Word] = []
    for word in words[at + 1 : at + 1 + LONGEST_STATEMENT]:
        if not word.word or word.key in ("who", "which", "when", "after", "while"):
            break
        behind.append(word)
    if not behind or behind[0].key in ("that", "whether", "how", "why", "no", "evidence"):
        return True
    finite = any(w.key in _AUXILIARIES or w.key in _FINITE for w in behind[1:])
    plain = [w for w in behind[1:] if not is_function(w.text)]
    return finite or any(is_irregular_past(w.text) for w in plain)


def _of_saying(word: str) -> bool:
    return word in word_list("speech_verbs") or word in word_list("claim_verbs")


def _closes_statement(words: Sequence[Word], at: int) -> bool:
    """Return whether the verb leads a statement by “that”, or ends one behind a comma and those who learned of it.

    “…, scientists who mapped it have discovered.” is one; “the wreck, which divers have discovered, …” is none.
    """
    after = words[at + 1] if at + 1 < len(words) else None
    if after is not None and after.word:
        return after.key in ("that", "whether", "how", "why") and words[max(0, at - 1)].key not in _PASSIVE
    before = words[max(0, at - LONGEST_STATEMENT) : at]
    comma = max((i for i, w in enumerate(before) if w.text == ","), default=None)
    if comma is None or before[-1].key in _PASSIVE:
        return False
    subject = [w for w in before[comma + 1 :] if w.word and w.key not in _AUXILIARIES]
    return bool(subject) and subject[0].key not in _BREAKS


def may_be_attributed(words: Sequence[Word]) -> bool:
    """Return whether words tell that somebody holds this, where it is known who might: “for the board, …”, “blames”."""
    keys = [w.key for w in words if w.word]
    if keys[:1] in (["for"], ["to"], ["per"]) and any(w.text == "," for w in words[1 : LONGEST_SPEAKER + 1]):
        return True
    for at, word in enumerate(keys):
        behind = keys[at + 1 : at + 1 + LONGEST_PUT]
        if word in _HOLDS or (word in _GIVES and "as" in behind):
            return True
        if word == "gives" and any(k[:1].isdigit() or k in ("percent", "cent") for k in behind):
            return True
    return False


def _according(side: SideView, words: Sequence[Word], at: int) -> Cue | None:
    if words[at].key != "according" or at + 1 >= len(words) or words[at + 1].key != "to":
        return None
    speaker = _rightwards(words, at + 2)
    span = side.hull([words[at], *speaker]) if speaker else words[at].span
    return Cue(words[at], tuple(speaker), span, words[at].sentence, clause=True, quotes=_quotes(side, words[at].span))


def _verb(side: SideView, words: Sequence[Word], at: int) -> Cue | None:
    word = words[at]
    speech = word.key in word_list("speech_verbs")
    if not speech and word.key not in word_list("claim_verbs"):
        return None
    before = words[at - 1] if at else None
    after = words[at + 1] if at + 1 < len(words) else None
    if before is not None and before.key in _PASSIVE:
        return None
    inverted = word.key in _INVERTED and (before is None or not before.word)
    speaker = _rightwards(words, at + 1) if inverted else []
    if not speaker or (inverted and not _noun_phrase(speaker)):
        speaker = _leftwards(words, at)
    follows = after is None or after.key in ("that", "whether") or (not after.word and after.text in ',.;:”"')
    clause = bool(speaker) and (follows or word.key in ("said", "says", "say", "told"))
    if word.key == "told":
        clause = clause and any(w.key == "that" for w in words[at + 1 : at + 8])
    if word.key.endswith("ing") or (not speech and not (after is not None and after.key in ("that", "whether"))):
        clause = False
    span = side.hull([word, *speaker]) if speaker else word.span
    if len(span) > LONGEST_SPAN:
        near = [w for w in speaker if abs(w.at - word.at) <= LONGEST_SPEAKER]
        span = side.hull([word, *near]) if near else side.hull(speaker)
    return Cue(word, tuple(speaker), span, word.sentence, clause=clause, quotes=_quotes(side, span))


def _noun_phrase(words: Sequence[Word]) -> bool:
    """Return whether the words after an inverted verb begin like a speaker."""
    first = words[0]
    return first.text[:1].isupper() or first.key in ("the", "a", "an", "one", "two", "some")


def _rightwards(words: Sequence[Word], start: int) -> list[Word]:
    speaker: list[Word] = []
    for word in words[start : start + LONGEST_SPEAKER]:
        if not word.word or word.key in _BREAKS:
            break
        speaker.append(word)
    return speaker


def _leftwards(words: Sequence[Word], at: int) -> list[Word]:
    """Return the words of the subject before a verb; an apposition between commas is stepped over."""
    at -= 1
    while at >= 0 and (words[at].key in _AUXILIARIES or (words[at].word and words[at].key.endswith("ly"))):
        at -= 1
    if at >= 0 and words[at].text == ",":
        opening = next((k for k in range(at - 1, max(-1, at - 14), -1) if words[k].text == ","), None)
        if opening is None:
            return []
        at = opening - 1
    speaker: list[Word] = []
    while at >= 0 and len(speaker) < LONGEST_SPEAKER and words[at].word and words[at].key not in _BREAKS:
        if words[at].quotation is not None:
            break
        speaker.insert(0, words[at])
        at -= 1
    return speaker


def _quotes(side: SideView, cue: Span) -> bool:
    """Return whether the cue is that of a quotation: told so, or parted from its words by marks alone."""
    for quotation in side.quotations:
        if quotation.cue is not None and quotation.cue.overlaps(cue):
            return True
        start, end = sorted((quotation.span, cue))
        if start.end <= end.start and not side.article.text[start.end : end.start].strip(_BETWEEN):
            return True
    return False


_BETWEEN = " ,:;\"'“”‘’«»—–-\u00a0"
