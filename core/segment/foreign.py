"""Where a sentence ends in other languages than English: by the marks, by abbreviations, and by Punkt.

Pure. No word of English decides. A stop behind a figure is an ordinal where the language writes them so: am 3. Mai.
"""

from __future__ import annotations

from core.languages.words import abbreviations_in
from core.segment.place import Place
from core.segment.punkt import ends_sentence_in
from core.segment.stops import ends_by_marks

_ORDINALS = frozenset({"cs", "da", "de", "et", "fi", "hr", "hu", "is", "lb", "lv", "no", "pl", "sk", "sl", "sr", "tr"})
"""Languages that write an ordinal as a figure with a stop."""
_LONGEST_ORDINAL = 2
"""Digits of it: behind a year the sentence ends."""


def ends_abroad(place: Place, language: str) -> bool:
    """Return whether a sentence of that language ends at a place."""
    c = place.candidate
    verdict = ends_by_marks(place)
    if verdict is not None:
        return verdict
    if c.marks != ".":
        return True
    if c.before.isdigit():
        return language not in _ORDINALS or len(c.before) > _LONGEST_ORDINAL
    # An initial, or “z. B.”: a single letter is short for something.
    if (len(c.before) == 1 and c.before.isalpha()) or c.before.lower() in abbreviations_in(language):
        return False
    return ends_sentence_in(language, c.before, c.marks, c.after or "A")
