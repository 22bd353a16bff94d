"""Decisions stay with sentences that a new version of a text keeps."""

from __future__ import annotations

from core.case.carry import carry
from core.case.review import FindingKey, Judgement, Review, Verdict
from core.ingest import pasted
from core.model import Article
from core.segment import segment

OLD = "The bridge was closed on Friday.\n\nNobody was hurt in the storm.\n\nThe mayor thanked the crews.\n"
NEW = "The bridge was closed on Saturday.\n\nA second storm is expected.\n\n" + OLD.split("\n\n", 1)[1]
OTHER = "f" * 64


def article(text: str) -> Article:
    return segment(pasted(text), "a1")


def key(of: Article, *sentences: int) -> FindingKey:
    first, second = sorted([(of.document.sha256, sentences), (OTHER, (3,))])
    return FindingKey(first[0], second[0], first[1], second[1])


def test_unchanged_sentences_keep_their_decisions_wherever_they_stand_now() -> None:
    old, new = article(OLD), article(NEW)
    review = Review().judged(key(old, 1), Judgement(Verdict.CREDIT, "Ask.")).linked(key(old, 2), linked=False)
    carried = carry(review, old, new)
    assert carried.judgements == {key(new, 2): Judgement(Verdict.CREDIT, "Ask.")}
    assert carried.set_by_hand == {key(new, 3): False}
    assert carried.left == 0


def test_a_changed_sentence_leaves_its_decision_behind() -> None:
    old, new = article(OLD), article(NEW)
    review = Review().judged(key(old, 0), Judgement(Verdict.REWRITE)).judged(key(old, 0, 1), Judgement(note="Both."))
    carried = carry(review, old, new)
    assert carried.judgements == {}
    assert carried.left == 2


def test_decisions_about_other_texts_are_not_touched() -> None:
    old, new = article(OLD), article(NEW)
    other = FindingKey("0" * 64, OTHER, (1,), (3,))
    assert carry(Review().judged(other, Judgement(Verdict.DISMISS)), old, new) == carry(Review(), old, new)
