"""One modal verb for another of other strength: what may, might or could happen is told as what will, would or must.

Pure. The verb behind both must be the same; any other hedge beside the stronger one keeps the doubt. In reported
speech “would” is “will”, and elsewhere it is weaker.
"""

from __future__ import annotations

from collections.abc import Iterator

from core.divergence.cues import find_cues
from core.divergence.modality import MONTH
from core.divergence.verbs import verb_group
from core.divergence.view import LinkView, SideView, Word, same_stem, word_table
from core.model import Divergence, DivergenceType, Severity

OPEN = frozenset({"may", "might", "could", "can"})
"""Modals that leave open whether it is so."""
SURE = frozenset({"will", "would", "must", "shall", "won't"})
WINDOW = 8
"""Words around the stronger modal in which any hedge keeps the doubt."""
REACH = 5
"""Words behind a modal within which its verb stands."""


def find_modals(view: LinkView) -> Iterator[Divergence]:
    """Yield a modal that leaves it open on one side and one that does not on the other."""
    for _, verb in _led(view.b, OPEN):
        for sure, other in _led(view.a, SURE):
            if other in view.partners_a(verb) and same_stem(other.text, verb.text) and not _hedged(view.a, sure):
                yield _told(view, other, verb, _severity(view.a, sure), "what is left open there is told as certain")
    for _, verb in _led(view.a, OPEN):
        for sure, other in _led(view.b, SURE):
            if other in view.partners_b(verb) and same_stem(other.text, verb.text) and not _hedged(view.b, sure):
                yield _told(view, verb, other, _severity(view.b, sure), "what is certain there is told as doubtful")


def _told(view: LinkView, own: Word, other: Word, severity: Severity, what: str) -> Divergence:
    a, b = view.a.hull(verb_group(view.a, own)), view.b.hull(verb_group(view.b, other))
    return Divergence(DivergenceType.MODALITY, a, b, severity, f"{view.became(a, b)}: {what} here.")


def _led(side: SideView, modals: frozenset[str]) -> Iterator[tuple[Word, Word]]:
    """Yield modals outside quotations, each with the verb whose group it opens."""
    for word in side.words:
        if word.key not in modals or word.quotation is not None or word.text == MONTH:
            continue
        for verb in side.words[word.at + 1 : word.at + 1 + REACH]:
            if not verb.word or verb.sentence != word.sentence:
                break
            if verb.content and not verb.key.endswith("ly") and word in verb_group(side, verb):
                yield word, verb
                break


def _hedged(side: SideView, modal: Word) -> bool:
    """Return whether some other hedge stands near a modal."""
    near = side.words[max(0, modal.at - WINDOW) : modal.at + WINDOW + 1]
    return any(
        w.key in word_table("hedges") and w.text != MONTH and w.quotation is None and w.sentence == modal.sentence
        for w in near
        if w is not modal
    )


def _severity(side: SideView, modal: Word) -> Severity:
    reported = any(c.sentence == modal.sentence and c.verb.at < modal.at for c in find_cues(side))
    return Severity.HIGH if modal.key != "would" or reported else Severity.MEDIUM
