"""The verdicts on a pair are the same, found from the verdicts or asked of every finding."""

from __future__ import annotations

from core.case.review import FindingKey, Judgement, Review, Verdict
from core.model import Analysis
from desktop.models.decided import Findings


def test_verdicts_are_those_of_each_finding(sample: Analysis) -> None:
    review = Review()
    verdicts = tuple(Verdict)
    for pair in sample.pairs:
        for number, link in enumerate(pair.links[::2]):
            review = review.judged(FindingKey.of(sample, pair, link), Judgement(verdicts[number % 4]))
    given = 0
    for pair in sample.pairs:
        asked = {n: review.verdict(FindingKey.of(sample, pair, link)) for n, link in enumerate(pair.links)}
        found = Findings(sample, pair).verdicts(review)
        assert found == {n: verdict for n, verdict in asked.items() if verdict is not None}
        assert list(found) == sorted(found)
        given += len(found)
    assert given > 15


def test_a_note_alone_is_no_verdict(sample: Analysis) -> None:
    pair = next(p for p in sample.pairs if p.links)
    review = Review().judged(FindingKey.of(sample, pair, pair.links[0]), Judgement(note="Ask."))
    assert Findings(sample, pair).verdicts(review) == {}
