"""The whole verb group around a word: “will not be awarded”, “may yet have been sold”. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from core.divergence.view import SideView, Word
from core.lexis import is_function

_AUXILIARIES = frozenset(
    {"had", "has", "have", "having", "was", "were", "is", "are", "be", "been", "being", "will", "did", "do", "does"}
    | {"may", "might", "can", "could", "would", "should", "shall", "must", "cannot"}
)
_BETWEEN = frozenset(
    {"not", "n't", "never", "yet", "also", "still", "now", "soon", "then", "ever", "likely", "already"}
)
"""Words that may stand inside a verb group beside adverbs in “-ly”."""


def verb_group(side: SideView, verb: Word) -> list[Word]:
    """Return a verb with the auxiliaries before it and the adverbs between them, in text order."""
    first = at = verb.at
    while at > 0:
        before = side.words[at - 1]
        if before.sentence != verb.sentence or not before.word or before.quotation != verb.quotation:
            break
        if _is_auxiliary(before):
            first = at - 1
        elif not (before.key in _BETWEEN or before.key.endswith("ly")):
            break
        at -= 1
    return list(side.words[first : verb.at + 1])


def with_groups(side: SideView, words: Sequence[Word]) -> list[Word]:
    """Return words with the verb group of the last of them, which is a verb."""
    return sorted({w.at: w for w in (*words, *verb_group(side, words[-1]))}.values(), key=lambda w: w.at)


def _is_auxiliary(word: Word) -> bool:
    return word.key in _AUXILIARIES or (word.key.endswith("n't") and is_function(word.text))
