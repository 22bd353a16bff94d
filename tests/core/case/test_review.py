"""What an editor decided is found again by the texts and the sentences, whatever the articles are called."""

from __future__ import annotations

import pytest

from core.case.review import FindingKey, Judgement, Review, Verdict

KEY = FindingKey("aa", "bb", (1,), (2, 3))


def test_a_judgement_is_kept_and_an_empty_one_takes_it_away() -> None:
    review = Review().judged(KEY, Judgement(Verdict.CREDIT, "Name the wire."))
    assert review.verdict(KEY) is Verdict.CREDIT
    assert review.judged(KEY, Judgement()).judgements == {}


def test_a_note_alone_is_a_judgement() -> None:
    review = Review().judged(KEY, Judgement(note="Ask the desk."))
    assert review.verdict(KEY) is None
    assert review.judgements[KEY].note == "Ask the desk."


def test_links_set_by_hand_can_be_taken_back() -> None:
    review = Review().linked(KEY, linked=False)
    assert review.set_by_hand == {KEY: False}
    assert review.linked(KEY, linked=None).set_by_hand == {}


def test_the_smaller_digest_comes_first() -> None:
    with pytest.raises(ValueError, match="smaller"):
        FindingKey("bb", "aa", (), ())
