"""Carry an editor's decisions over to the next version of a text: sentences that stayed the same keep theirs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from core.case.review import FindingKey, Judgement, Review
from core.model import Article


@dataclass(frozen=True, slots=True)
class Carried:
    """The decisions under their new keys, and how many are about sentences that are not there any more."""

    judgements: Mapping[FindingKey, Judgement] = field(default_factory=dict)
    set_by_hand: Mapping[FindingKey, bool] = field(default_factory=dict)
    left: int = 0


def carry(review: Review, before: Article, after: Article) -> Carried:
    """Return the decisions about ``before`` as decisions about ``after``, another version of the same article.

    A finding is carried where all its sentences of the article stand, word for word, in the new version too.
    """
    places = _places(before, after)
    keys = {
        key for key in (*review.judgements, *review.set_by_hand) if before.document.sha256 in (key.first, key.second)
    }
    moved = {key: _moved(key, before.document.sha256, after.document.sha256, places) for key in keys}
    return Carried(
        {new: review.judgements[key] for key, new in moved.items() if new is not None and key in review.judgements},
        {new: review.set_by_hand[key] for key, new in moved.items() if new is not None and key in review.set_by_hand},
        sum(new is None for new in moved.values()),
    )


def _places(before: Article, after: Article) -> dict[int, int]:
    """Return where each sentence that stayed the same stands now."""
    one, other = ([" ".join(a.sentence_text(i).split()) for i in range(len(a.sentences))] for a in (before, after))
    blocks = SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks()
    kept = {block.a + n: block.b + n for block in blocks for n in range(block.size)}
    # A sentence that was moved: only where its wording stands once in both.
    for i, text in enumerate(one):
        if i not in kept and one.count(text) == other.count(text) == 1:
            kept[i] = other.index(text)
    return kept


def _moved(key: FindingKey, before: str, after: str, places: Mapping[int, int]) -> FindingKey | None:
    sides = []
    for sha256, sentences in ((key.first, key.first_sentences), (key.second, key.second_sentences)):
        if sha256 == before:
            if any(i not in places for i in sentences):
                return None
            sides.append((after, tuple(sorted(places[i] for i in sentences))))
        else:
            sides.append((sha256, sentences))
    first, second = sorted(sides)
    return FindingKey(first[0], second[0], first[1], second[1])
