"""Statements that were turned into their opposite: the source denies what A says, or the other way round.

The word a “not” governs is followed through the word alignment; any other way to deny it (“refused”, “without”,
“unable”, an opposite prefix) counts as keeping it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from core.divergence.view import LinkView, SideView, Word, same_form, same_stem, word_table
from core.model import Divergence, DivergenceType, Severity

REACH = 5
"""Words after a “not” within which the word it governs stands."""
WINDOW = 9
"""Words around the other side's word in which any denial keeps the sense."""
_SKIPPED = frozenset(
    {
        "been",
        "be",
        "have",
        "has",
        "had",
        "is",
        "was",
        "were",
        "are",
        "do",
        "did",
        "does",
        "yet",
        "ever",
        "any",
        "a",
        "the",
    }
    | {"to", "immediately", "currently", "necessarily", "longer"}
)
_SET_PHRASES = frozenset(
    {"less", "fewer", "more", "later", "only", "just", "least", "matter", "doubt", "longer", "sooner", "wonder", "one"}
    | {"everyone", "everything", "everybody", "all", "every", "always"}
)
_PREFIXES = ("un", "in", "im", "dis", "non", "ir", "il")


def find_negation(view: LinkView) -> Iterator[Divergence]:
    """Yield statements that one side denies and the other makes."""
    for denied, governed in _denials(view.b):
        for partner in view.partners_a(governed):
            if _same_statement(view, partner, governed) and not _denies(view.a, partner):
                a = view.a.hull(_phrase(view.a, partner))
                b = view.b.hull([denied, governed])
                why = f"{view.became(a, b)}: it is not denied here."
                yield Divergence(DivergenceType.NEGATION, a, b, Severity.HIGH, why)
                break
    for denied, governed in _denials(view.a):
        for partner in view.partners_b(governed):
            if _same_statement(view, governed, partner) and not _denies(view.b, partner):
                a = view.a.hull([denied, governed])
                b = view.b.hull(_phrase(view.b, partner))
                why = f"{view.became(a, b)}: it is denied here."
                yield Divergence(DivergenceType.NEGATION, a, b, Severity.HIGH, why)
                break


def _same_statement(view: LinkView, own: Word, other: Word) -> bool:
    """Return whether two words are forms of one and what follows them corresponds, so that one thing is said of it."""
    if not same_form(own.text, other.text):
        return False
    next_a, next_b = _complement(view.a, own), _complement(view.b, other)
    if next_a is None or next_b is None:
        return next_a is next_b
    return same_stem(next_a.text, next_b.text) or next_b.at in view.to_b.get(next_a.at, ())


def _complement(side: SideView, word: Word) -> Word | None:
    """Return the next content word of the clause."""
    return next((w for w in _ahead(side.words[word.at + 1 : word.at + 1 + REACH], word) if w.content), None)


def _denials(side: SideView) -> Iterator[tuple[Word, Word]]:
    """Yield denying words outside quotations, each with the word it governs."""
    for word in side.words:
        hard = word_table("negators").get(word.key) == "hard" or word.key.endswith("n't")
        if not hard or word.quotation is not None or not word.word:
            continue
        after = _ahead(side.words[word.at + 1 : word.at + 1 + REACH], word)
        if word.text == "No" and after and after[0].text[:1].isdigit():
            continue
        if (after and after[0].key in _SET_PHRASES) or (word.at and side.words[word.at - 1].key == "or"):
            continue
        governed = next((w for w in after if w.key not in _SKIPPED and not w.key.endswith("ly")), None)
        if governed is not None and governed.content and governed.text[0].islower():
            yield word, governed


def _ahead(words: Sequence[Word], start: Word) -> list[Word]:
    out: list[Word] = []
    for word in words:
        if not word.word or word.sentence != start.sentence:
            break
        out.append(word)
    return out


def _denies(side: SideView, word: Word) -> bool:
    """Return whether some denial, hard or soft, stands near the word, or in the word itself."""
    near = [w for w in side.words if w.sentence == word.sentence and abs(w.at - word.at) <= WINDOW]
    denials = word_table("negators")
    if any(w.key in denials or w.key.endswith("n't") for w in near):
        return True
    return any(w.key.startswith(_PREFIXES) and w.content and abs(w.at - word.at) <= 2 for w in near)  # noqa: PLR2004 - next but one


def _phrase(side: SideView, verb: Word) -> list[Word]:
    """Return the verb with the auxiliary before it."""
    before = side.words[verb.at - 1] if verb.at else None
    auxiliary = before is not None and before.key in {
        "had",
        "has",
        "have",
        "was",
        "were",
        "is",
        "are",
        "will",
        "did",
        "do",
    }
    return [before, verb] if auxiliary and before is not None else [verb]
