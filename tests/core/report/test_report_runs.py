"""Shared runs one by one, and attributions that were dropped or kept."""

from __future__ import annotations

from dataclasses import replace

import pytest

import seeds
from core.ingest import read
from core.model import Analysis, Excluded, ExcludedAs, MatchClass, Pair, Role, Span
from core.pipeline import analyse
from core.report.attributions import attributions
from core.report.runs import shared_runs_in, views_of, words_in


@pytest.fixture(scope="module")
def sample() -> Analysis:
    return analyse([read(path) for path in seeds.paths()])


@pytest.fixture(scope="module")
def taken(sample: Analysis) -> Pair:
    return next(p for p in sample.pairs if (p.a, p.b) == ("a3", "a5"))


def test_the_longest_run_is_the_one_of_the_scores(sample: Analysis) -> None:
    runs = shared_runs_in(sample, "a3")
    scores = sample.ledger("a3").scores
    assert runs[0].words == scores.longest_run_words
    assert scores.longest_run in [run.span for run in runs]
    assert [run.words for run in runs] == sorted((run.words for run in runs), reverse=True)


def test_their_words_are_the_verbatim_share(sample: Analysis) -> None:
    scores = sample.ledger("a3").scores
    assert words_in(shared_runs_in(sample, "a3")) == round(scores.by_words["verbatim"] * scores.words)


def test_each_run_stands_in_the_sentences_of_its_link(sample: Analysis, taken: Pair) -> None:
    article = sample.article("a3")
    for run in shared_runs_in(sample, "a3"):
        assert run.pair is taken
        assert set(run.sentences) <= set(taken.links[run.link].a)
        assert all(article.sentences[i].span.overlaps(run.span) for i in run.sentences)
        assert len(run.places) == run.words


def test_a_run_that_is_but_a_name_says_so(sample: Analysis) -> None:
    text = sample.article("a3").text
    names = {run.span.of(text): run.name for run in shared_runs_in(sample, "a3")}
    assert names["Russian Defense Minister Sergei Shoigu"]
    assert not names["land link between the countries"]


def test_an_exclusion_cuts_a_run(sample: Analysis) -> None:
    start = sample.article("a3").text.index("land link between the countries")
    ledger = replace(sample.ledger("a3"), excluded=(Excluded(Span(start, start + 4), ExcludedAs.PHRASE),))
    cut = replace(sample, ledgers=tuple(ledger if x.article == "a3" else x for x in sample.ledgers))
    wordings = [run.span.of(sample.article("a3").text) for run in shared_runs_in(cut, "a3")]
    assert "link between the countries" in wordings
    assert "land link between the countries" not in wordings


def test_a_source_has_no_runs_of_its_own(sample: Analysis) -> None:
    assert shared_runs_in(sample, "a5") == ()
    assert "a3" not in {view.other.id for view in views_of(sample, "a5")}


def test_words_that_two_sources_have_are_told_once(sample: Analysis, taken: Pair) -> None:
    twice = replace(sample.article("a5"), id="a9", role=Role.UNKNOWN)
    doubled = replace(sample, articles=(*sample.articles, twice), pairs=(*sample.pairs, replace(taken, b="a9")))
    assert len(shared_runs_in(doubled, "a3")) == len(shared_runs_in(sample, "a3"))


def test_attributions_are_dropped_as_the_divergences_say_and_else_kept(sample: Analysis, taken: Pair) -> None:
    found = attributions(taken, sample.article("a3"), sample.article("a5"))
    dropped = [x for x in found if not x.kept]
    told = [d for link in taken.links for d in link.divergences if d.type.value == "attribution"]
    assert len(dropped) == len(told)
    assert ("experts said", 3) in [(x.words, x.own) for x in dropped]
    assert {(x.words, x.own) for x in found if x.kept} == {("U.S. officials", 6), ("Shoigu", 7), ("U.S. officials", 11)}
    assert all(x.own in taken.links[x.link].a and x.other in taken.links[x.link].b for x in found)


def test_links_that_took_nothing_have_no_attributions(sample: Analysis, taken: Pair) -> None:
    facts = tuple(replace(link, match=MatchClass.SAME_FACT) for link in taken.links)
    assert attributions(replace(taken, links=facts), sample.article("a3"), sample.article("a5")) == ()
