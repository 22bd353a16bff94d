"""The source itself under examination: what its rewrite changed is told as the rewrite's doing."""

import json
from datetime import datetime
from pathlib import Path

import pytest

import seeds
from core.ingest import read
from core.model import Analysis, Side
from core.pipeline import analyse
from core.report.analysis_json import analysis_to_dict, as_json
from core.report.model import Report, build_report

SOURCE, REWRITE = seeds.paths()[4], seeds.paths()[2]
WHEN = datetime(2026, 11, 21, 19, 4)  # noqa: DTZ001 - a report prints the date it is given


def analysed(*paths: Path) -> Analysis:
    return analyse([read(path) for path in paths])


@pytest.fixture(scope="module")
def review() -> Analysis:
    return analysed(SOURCE, REWRITE)


@pytest.fixture(scope="module")
def report(review: Analysis) -> Report:
    return build_report(review, when=WHEN)


def told(analysis: Analysis) -> set[tuple[str, str]]:
    return {(d.type.value, d.why) for pair in analysis.pairs for link in pair.links for d in link.divergences}


def test_the_same_changes_are_told_in_the_same_words_as_from_the_other_side(review: Analysis) -> None:
    assert review.pairs[0].direction.derived is Side.B
    usual = told(analysed(REWRITE, SOURCE))
    assert any("in the source became" in why for _, why in usual)
    # The other way round a link may group its sentences otherwise; what is told of the same words is the same.
    assert len(told(review) & usual) > len(told(review) ^ usual)
    turned = {why for _, why in told(review)} - {why for _, why in usual}
    for was, _, now in (why.removesuffix(".").partition(" in the source became ") for _, why in usual):
        assert not any(why.startswith(f"{now} in the source became {was}") for why in turned)


def test_spans_stay_those_of_their_articles(review: Analysis) -> None:
    a, b = review.articles
    for link in review.pairs[0].links:
        for d in link.divergences:
            if d.a is not None:
                assert any(a.sentences[i].span.overlaps(d.a) for i in link.a)
            if d.b is not None:
                assert any(b.sentences[i].span.overlaps(d.b) for i in link.b)


def test_the_report_calls_the_subject_the_source(report: Report) -> None:
    (section,) = report.sections
    assert section.heading == "Passages shared with article B"
    assert all(card.label.startswith("B ") and " from A " in card.label for card in section.cards)
    assert {card.source_title for card in section.cards} == {"Source, article A"}
    assert report.actions == ()
    assert report.notices[0].startswith("What A and B share was likely taken from A.")


def test_a_reason_reads_as_a_sentence_in_json_and_by_letter_in_the_report(review: Analysis, report: Report) -> None:
    evidence = json.loads(as_json(analysis_to_dict(review)))["pairs"][0]["direction"]["evidence"]
    title = review.articles[0].title
    assert all(title[:20] in reason["why"] and reason["why"].endswith(".") for reason in evidence)
    (direction,) = report.direction
    assert direction.verdict == "B likely derives from A."
    assert not any(title[:20] in reason for reason in direction.reasons)
    assert all(" A " in f" {reason}" for reason in direction.reasons)
