"""What an editor changes in a finished analysis: exclusions, and links put in and taken out by hand."""

from __future__ import annotations

import pytest

import seeds
from core import ingest
from core.case.review import FindingKey
from core.model import Analysis, Exclusions, MatchClass, Pair
from core.options import Options
from core.pipeline import analyse
from core.progress import Cancelled
from core.reworking import closest_of, recount, set_by_hand, without
from core.similarity.encoder import default_encoder


@pytest.fixture(scope="module")
def analysis() -> Analysis:
    paths = seeds.paths()
    return analyse([ingest.read(paths[2]), ingest.read(paths[4])])


def pair(analysis: Analysis) -> Pair:
    return analysis.pairs[0]


def test_what_is_excluded_can_be_put_back(analysis: Analysis) -> None:
    without = recount(analysis, Options(), Exclusions(names=True))
    assert without.ledger("a1").scores.by_class[MatchClass.UNCHECKED] > 0
    assert without.pairs == analysis.pairs
    assert recount(without, Options(), Exclusions()).ledgers == analysis.ledgers


def test_a_link_taken_out_leaves_its_sentences_without_a_source(analysis: Analysis) -> None:
    link = next(x for x in pair(analysis).links if x.match.derived and len(x.a) == len(x.b) == 1)
    key = FindingKey.of(analysis, pair(analysis), link)
    after = set_by_hand(analysis, {key: False}, Options(), default_encoder())
    assert link not in pair(after).links
    assert after.ledger("a1").rows[link.a[0]].match is MatchClass.NO_SOURCE
    assert link.a[0] in pair(after).added
    assert after.ledger("a1").scores.sourced < analysis.ledger("a1").scores.sourced


def test_a_link_put_in_is_described_like_any_other(analysis: Analysis) -> None:
    own, other = pair(analysis).added[0], pair(analysis).omitted[0]
    key = FindingKey.between(analysis, pair(analysis), (own,), (other,))
    after = set_by_hand(analysis, {key: True}, Options(), default_encoder())
    link = next(x for x in pair(after).links if x.a == (own,) and x.b == (other,))
    assert link.evidence.reasons == ("hand",)
    assert link.confidence == 1
    assert link.match.derived
    assert link.alignment
    assert own not in pair(after).added
    assert after.ledger("a1").rows[own].sources == ("a2",)


def test_keys_of_other_files_change_nothing(analysis: Analysis) -> None:
    key = FindingKey("0" * 64, "1" * 64, (0,), (0,))
    assert set_by_hand(analysis, {key: True}, Options(), default_encoder()) is analysis


def test_sentences_that_are_not_there_change_nothing(analysis: Analysis) -> None:
    key = FindingKey.between(analysis, pair(analysis), (9999,), (9999,))
    assert set_by_hand(analysis, {key: True}, Options(), default_encoder()) is analysis


def test_what_came_close_is_scored_as_the_comparison_did_and_counts_nowhere() -> None:
    paths = seeds.paths()
    analysis = analyse([ingest.read(paths[0]), ingest.read(paths[1])])
    found = closest_of(analysis, pair(analysis), default_encoder())
    inside = {(i, j) for link in pair(analysis).links for i in link.a for j in link.b}
    scores = [link.evidence.score for link in found.pairs]
    assert found.weak == len(found.pairs) > 0
    assert scores == sorted(scores, reverse=True)
    assert all(
        found.floor <= score < (link.evidence.needed or 0) for score, link in zip(scores, found.pairs, strict=True)
    )
    assert inside.isdisjoint((link.a[0], link.b[0]) for link in found.pairs)
    assert {link.match for link in found.pairs} == {MatchClass.UNRELATED}
    assert all(link.alignment for link in found.pairs)
    told = {
        (min(x.a), x.evidence.next_best.index): x.evidence.next_best.score
        for x in pair(analysis).links
        if x.evidence.next_best
    }
    for link in found.pairs:  # the very figures that findings give for their next best
        assert told.get((link.a[0], link.b[0]), link.evidence.score) == pytest.approx(link.evidence.score)


def test_a_link_that_an_editor_took_out_does_not_come_back_as_a_weak_one(analysis: Analysis) -> None:
    before = closest_of(analysis, pair(analysis), default_encoder())
    link = next(x for x in pair(analysis).links if x.match.derived and len(x.a) == len(x.b) == 1)
    key = FindingKey.of(analysis, pair(analysis), link)
    after = set_by_hand(analysis, {key: False}, Options(), default_encoder())
    assert closest_of(after, pair(after), default_encoder()).pairs == before.pairs


def test_a_weak_link_made_by_hand_is_none_any_more() -> None:
    paths = seeds.paths()
    analysis = analyse([ingest.read(paths[0]), ingest.read(paths[1])])
    best, *rest = closest_of(analysis, pair(analysis), default_encoder()).pairs
    key = FindingKey.between(analysis, pair(analysis), best.a, best.b)
    after = set_by_hand(analysis, {key: True}, Options(), default_encoder())
    assert [x.evidence.reasons for x in pair(after).links if (x.a, x.b) == (best.a, best.b)] == [("hand",)]
    left = closest_of(after, pair(after), default_encoder()).pairs
    assert [(x.a, x.b) for x in left] == [(x.a, x.b) for x in rest]


def test_thresholds_of_the_analysis_decide_and_unknown_ones_are_left_aside() -> None:
    options = Options.of({"core_score": 0.7, "context_bonus": 0.1, "of_another_version": 3})
    assert options.least_score == pytest.approx(0.6)
    assert Options.of({}) == Options()


def test_looking_for_what_came_close_can_be_stopped_at_every_step(analysis: Analysis) -> None:
    heard: list[float] = []

    class Hears:
        def step(self, stage: str, done: float) -> None:
            assert stage
            heard.append(done)

    class Stops:
        def __init__(self, at: float) -> None:
            self._at = at

        def step(self, stage: str, done: float) -> None:  # noqa: ARG002 - the interface
            if done >= self._at:
                raise Cancelled

    closest_of(analysis, pair(analysis), default_encoder(), Hears())
    assert heard == sorted(heard)
    assert len(set(heard)) > 3
    for at in set(heard):
        with pytest.raises(Cancelled):
            closest_of(analysis, pair(analysis), default_encoder(), Stops(at))


def test_an_article_is_taken_out_and_the_pairs_of_the_others_stay() -> None:
    paths = seeds.paths()
    documents = [ingest.read(paths[n]) for n in (2, 4, 0, 3)]
    whole = analyse(documents, subject=0)
    after = without(whole, "a2", Options(), Exclusions())
    anew = analyse([documents[n] for n in (0, 2, 3)], subject=0)
    assert [(p.a, p.b) for p in after.pairs] == [(p.a, p.b) for p in anew.pairs]
    assert [[(x.a, x.b, x.match) for x in p.links] for p in after.pairs] == [
        [(x.a, x.b, x.match) for x in p.links] for p in anew.pairs
    ]
    assert after.ledgers == anew.ledgers
    assert after.articles == anew.articles
    assert (after.subject, after.complete) == ("a1", True)
    with pytest.raises(ValueError, match="under review"):
        without(whole, "a1", Options(), Exclusions())
