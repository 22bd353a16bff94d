"""What the overview says in sentences: the report's own, with what an editor decided."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

import seeds
from core.case.review import FindingKey, Judgement, Review, Verdict
from core.errors import ArticleError
from core.ingest import read
from core.model import (
    Analysis,
    Article,
    Direction,
    Finding,
    Role,
    Severity,
    Side,
    Span,
)
from core.pipeline import analyse
from core.report.findings import actions
from core.report.sources import sources_of
from desktop.models.notes import lost_spaces, problem_notes, tied
from desktop.models.overview_notes import credit_notes, headline, opening, reasonings
from tests.desktop.overview_parts import changed_pair, short_analysis, with_role


@pytest.fixture(scope="module")
def sample() -> Analysis:
    """Return the analysis of the sample case."""
    return analyse([read(path) for path in seeds.paths()])


@pytest.fixture
def analysis(engine: Any) -> Any:
    """Return three short articles, the third of which takes from the first."""
    return short_analysis(engine)


def test_the_headline_is_the_reports(sample: Analysis) -> None:
    said = headline(sample)
    assert said.statement.startswith("16 of 21 sentences reword article E")
    assert said.detail.startswith("Partially derived: 74% of its words have a source here. No outlet is credited.")
    assert said.about.endswith("560 words, 21 sentences")
    assert said.notice == ""


def test_a_stopped_run_is_said(sample: Analysis) -> None:
    stopped = replace(sample, pairs=sample.pairs[:4], complete=False)
    assert headline(stopped).notice == "The comparison was stopped: 4 of 10 pairs of articles are compared."


def test_before_a_result_only_the_state_is_said(sample: Analysis) -> None:
    assert opening(sample.articles, None, comparing=True).statement == "Comparing 5 articles."
    assert opening(sample.articles, None, comparing=False).statement == "Nothing is compared yet."
    more = (*sample.articles, replace(sample.articles[0], id="a6"))
    assert "they are being compared" in opening(more, sample, comparing=True).notice


def test_reasons_are_the_reports(sample: Analysis) -> None:
    (reasons,) = reasonings(sample)
    assert reasons.title == "Why C from E, and not the reverse"
    assert reasons.verdict == "C likely derives from E."
    assert [note.good for note in reasons.notes] == [True, True]
    assert "Du Hyeogn Cha" in reasons.notes[0].text


def test_reasons_of_an_unknown_order_speak_for_neither(analysis: Analysis) -> None:
    unknown = changed_pair(analysis, "a3", "a1", direction=Direction(Side.UNKNOWN, note="Both name Reuters."))
    (reasons,) = reasonings(unknown)
    assert reasons.title == "Which of C and A is older"
    assert [note.text for note in reasons.notes] == ["Both name Reuters."]


def test_credit_and_quotations_come_with_the_gravest_first(sample: Analysis) -> None:
    notes = credit_notes(sample)
    assert 3 <= len(notes) <= 5
    assert notes[0].severity is Severity.HIGH
    assert notes[0].text.startswith("Nothing in C credits E")
    assert any("C 15 says in its own words what E 22 has as a quotation" in note.text for note in notes)


def test_a_licence_asks_for_nothing(sample: Analysis) -> None:
    notes = credit_notes(with_role(sample, "a5", Role.LICENSED))
    assert [note.severity for note in notes] == [None] * len(notes)
    assert notes[-1].text == "What C shares with E is licensed, so its reuse needs no action."


def test_without_reuse_there_is_nothing_to_credit(analysis: Analysis) -> None:
    alone = changed_pair(analysis, "a3", "a1", links=(), direction=Direction(Side.UNKNOWN))
    assert [note.severity for note in credit_notes(alone)] == [None]
    assert reasonings(alone) == ()


def test_text_problems_of_the_sample(sample: Analysis) -> None:
    texts = [note.text for note in problem_notes(sample.articles, ())]
    assert "C 16 ends with a stray “\\”." in texts
    assert "E has 13 places where two sentences touch without a space." in texts
    assert texts[-1].startswith("Left out as boilerplate: “You can also read")


def test_stray_signs_of_a_long_text_are_told_together(engine: Any) -> None:
    few = problem_notes([engine.paste("One odd\\\nTwo odd\\\nOne more odd|")], ())
    assert [note.text for note in few] == ["A 1 and A 2 end with a stray “\\”.", "A 3 ends with a stray “|”."]
    (many,) = problem_notes([engine.paste("\n".join(f"Number {n} is odd\\" for n in range(40)))], ())
    assert many.text == "A 1, A 2, A 3, A 4 and 36 more end with a stray “\\”."


def test_unread_files_and_odd_characters_are_told(engine: Any) -> None:
    article: Article = engine.paste("A\u200bword here.")
    odd = Finding("zero-width", Span(1, 2), "it is invisible")
    article = replace(article, document=replace(article.document, findings=(odd, odd)))
    notes = problem_notes([article], (ArticleError("x.bin", "“x.bin” is not text.", "Save it as text."),))
    assert notes[0].severity is Severity.HIGH
    assert notes[0].text == "“x.bin” is not text. Save it as text."
    assert notes[1].text == "A has zero width in 2 places. It is invisible."


def test_scripts_without_spaces_have_lost_none(engine: Any) -> None:
    article: Article = engine.paste("甲。乙。")
    halves = (replace(article.sentences[0], span=Span(0, 2)), replace(article.sentences[0], span=Span(2, 4)))
    assert lost_spaces(replace(article, sentences=halves)) == 0
    assert tied("C 12 and E 3") == "C\u00a012 and E\u00a03"


def test_what_others_took_asks_the_article_under_review_for_nothing(sample: Analysis) -> None:
    turned = changed_pair(sample, "a3", "a5", direction=Direction(Side.B))
    assert [note.severity for note in credit_notes(turned)] == [None]
    assert reasonings(turned)[0].title == "Why E from C, and not the reverse"


def decided(analysis: Analysis, verdict: Verdict, *sentences: int) -> Review:
    """Return a review with a verdict on what these sentences of C, or all of them, have from E."""
    pair = next(p for p in analysis.pairs if (p.a, p.b) == ("a3", "a5"))
    links = [link for link in pair.links if not sentences or set(sentences) & set(link.a)]
    return Review({FindingKey.of(analysis, pair, link): Judgement(verdict) for link in links})


def test_what_is_settled_is_asked_for_no_more_as_in_the_report(sample: Analysis) -> None:
    sources = sources_of(sample)
    for review in (Review(), decided(sample, Verdict.DISMISS), decided(sample, Verdict.ACCEPTABLE, 14)):
        told = {note.text for note in credit_notes(sample, review)}
        asked = [a for a in actions(sample, sources, review) if a.name == "Credit"]
        assert {a.text for a in asked} <= told
        assert any("credits E" in text for text in told) is bool(asked)
    settled = credit_notes(sample, decided(sample, Verdict.ACCEPTABLE, 14))
    assert not any("C 15 says in its own words" in note.text for note in settled)


def test_changes_that_were_settled_leave_the_headline_as_they_leave_the_report(sample: Analysis) -> None:
    settled = decided(sample, Verdict.ACCEPTABLE, 11)
    assert "rockets became brackets" in headline(sample).detail
    assert headline(sample, settled).detail == opening(sample.articles, sample, settled, comparing=False).detail
    assert "rockets became brackets" not in headline(sample, settled).detail
    assert headline(sample, settled).statement == headline(sample).statement


def test_what_an_editor_marked_as_needing_a_credit_comes_first(sample: Analysis) -> None:
    first = credit_notes(sample, decided(sample, Verdict.CREDIT, 14))[0]
    report = actions(sample, sources_of(sample), decided(sample, Verdict.CREDIT, 14))[0]
    assert first.text == f"Needs credit: {report.text}"
    assert first.severity is Severity.HIGH
