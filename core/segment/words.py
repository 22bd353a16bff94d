"""The abbreviations and other words by which sentence boundaries are decided, each list loaded once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from resources.lists import word_list


@dataclass(frozen=True, slots=True)
class Abbreviations:
    """Abbreviations in lower case without their last dot, by how they behave."""

    title: frozenset[str]
    numbered: frozenset[str]
    calendar: frozenset[str]
    company: frozenset[str]
    running: frozenset[str]
    other: frozenset[str]
    also_words: frozenset[str]
    every: frozenset[str]


@cache
def abbreviations() -> Abbreviations:
    """Return the abbreviations of English news."""
    kinds = {
        kind: word_list(f"abbreviations_{kind}")
        for kind in ("title", "numbered", "calendar", "company", "running", "other")
    }
    every = frozenset().union(*kinds.values())
    return Abbreviations(also_words=word_list("abbreviations_words"), every=every, **kinds)


@cache
def starters() -> frozenset[str]:
    """Return words that begin a sentence when they stand with a capital after an abbreviation."""
    return word_list("sentence_starters")


@cache
def subjects() -> frozenset[str]:
    """Return the starters that hardly ever stand elsewhere behind an abbreviation."""
    return word_list("sentence_subjects")
