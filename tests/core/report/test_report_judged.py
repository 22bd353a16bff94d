"""What a verdict changes in a report: what is asked for, never the figures."""

import io
from dataclasses import replace
from datetime import datetime, timedelta, timezone

import docx
import pytest

from core.case.review import FindingKey, Judgement, Review, Verdict
from core.model import Analysis, Direction, Severity, Side
from core.report.docx import render_docx
from core.report.findings_text import findings_text
from core.report.html import render_html
from core.report.model import Report, build_report

WHEN = datetime(2026, 11, 21, 19, 4, tzinfo=timezone(timedelta(hours=2)))


def judged(analysis: Analysis, **verdicts: Verdict) -> Report:
    """Return the report with verdicts on the links ``x0``, ``x1``, …"""
    pair = analysis.pairs[0]
    at = "2026-11-21T16:04:00+00:00"
    made = {
        FindingKey.of(analysis, pair, pair.links[int(name[1:])]): Judgement(verdict, at=at)
        for name, verdict in verdicts.items()
    }
    return build_report(analysis, when=WHEN, review=Review(made))


def test_what_is_settled_is_asked_for_no_more(rewrite_case: Analysis) -> None:
    plain = judged(rewrite_case)
    assert plain.set_aside == ""
    report = judged(rewrite_case, x0=Verdict.ACCEPTABLE, x1=Verdict.DISMISS)
    said = " ".join(a.text for a in report.actions)
    assert "A 2:" not in said
    assert "A 3:" not in said
    assert "where 1 sentence has its source" in said
    assert report.set_aside == "2 findings were judged acceptable or dismissed: A 2, A 3."
    assert (report.bar, report.scale, report.scores[:-1]) == (plain.bar, plain.scale, plain.scores[:-1])
    assert report.statement[:-1] == plain.statement[:-1]
    assert plain.statement[-1].startswith("One number differs (20 became 12), one statement changed")
    assert report.statement[-1] == "One attribution is lost or changed."


def test_where_all_is_settled_nothing_is_left(rewrite_case: Analysis) -> None:
    report = judged(rewrite_case, **{f"x{n}": Verdict.ACCEPTABLE for n in range(4)})
    assert report.actions == ()
    assert report.no_action == "Nothing else: what the comparison named was judged."
    assert report.set_aside.startswith("4 findings were judged")


def test_what_an_editor_asks_for_stands_first_and_once(rewrite_case: Analysis) -> None:
    report = judged(rewrite_case, x0=Verdict.CREDIT, x2=Verdict.CREDIT, x3=Verdict.REWRITE)
    assert [(a.severity, a.name, a.text) for a in report.actions[:3]] == [
        (Severity.HIGH, "Needs rewrite", "A 5 leaves out “according to the port authority” (B 5)."),
        (Severity.HIGH, "Needs credit", "A 2: “12” stands where B 2 has “20”."),
        (Severity.HIGH, "Needs credit", "A 4 from B 4."),
    ]
    assert sum("“12”" in a.text for a in report.actions) == 1
    assert report.set_aside == ""


def test_a_note_stands_beside_what_an_editor_asks_for(rewrite_case: Analysis) -> None:
    pair = rewrite_case.pairs[0]
    asked = Judgement(Verdict.REWRITE, note="ask the desk for\na quotation of our own", by="Ana")
    review = Review({FindingKey.of(rewrite_case, pair, pair.links[2]): asked})
    report = build_report(rewrite_case, when=WHEN, review=review)
    assert report.actions[0].text == "A 4 from B 4. Note: Ask the desk for a quotation of our own."


@pytest.mark.parametrize(
    ("derived", "said"),
    [(Side.A, "A 4 from B 4."), (Side.B, "A 4, likely the source of B 4."), (Side.UNKNOWN, "A 4 with B 4.")],
)
def test_a_verdict_accuses_nobody_whom_the_direction_does_not(rewrite_case: Analysis, derived: Side, said: str) -> None:
    (pair,) = rewrite_case.pairs
    turned = replace(rewrite_case, pairs=(replace(pair, direction=Direction(derived)),))
    action = judged(turned, x2=Verdict.CREDIT).actions[0]
    assert (action.name, action.text) == ("Needs credit", said)


def test_every_format_says_what_was_set_aside(rewrite_case: Analysis) -> None:
    report = judged(rewrite_case, x1=Verdict.DISMISS)
    words = "1 finding was judged acceptable or dismissed: A 3."
    assert report.set_aside == words
    assert words in findings_text(report)
    assert words in render_html(report).decode()
    assert words in "\n".join(p.text for p in docx.Document(io.BytesIO(render_docx(report))).paragraphs)


def test_the_report_and_its_verdicts_are_dated_in_one_zone(rewrite_case: Analysis) -> None:
    report = judged(rewrite_case, x1=Verdict.DISMISS)
    assert report.date == "21 November 2026, 17:04 UTC"
    assert report.sections[0].cards[1].decision.signed == "21 Nov 2026, 16:04 UTC"  # type: ignore[attr-defined]


def test_the_sections_have_one_order_in_every_form(rewrite_case: Analysis) -> None:
    report = replace(judged(rewrite_case), credit=("Reuters is credited in paragraph 1.",))
    text = findings_text(report)
    page = render_html(report).decode()
    paper = "\n".join(p.text for p in docx.Document(io.BytesIO(render_docx(report))).paragraphs)
    headings = ("What needs action", "Direction", "Credit")
    for lines in (text.splitlines(), paper.splitlines()):
        assert [line for line in lines if line in headings] == list(headings)
    places = [page.index(f'<section id="{name}">') for name in ("action", "direction", "credit", "files")]
    assert places == sorted(places)
