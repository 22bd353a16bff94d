"""What an editor changes in a finished analysis: exclusions, and links put in and taken out by hand."""

from __future__ import annotations

import pytest

import seeds
from core import ingest
from core.case.review import FindingKey
from core.model import Analysis, Exclusions, MatchClass, Pair
from core.options import Options
from core.pipeline import analyse
from core.reworking import recount, set_by_hand
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
