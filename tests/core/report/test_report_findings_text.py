from dataclasses import replace
from datetime import datetime
from html.parser import HTMLParser

import pytest

from core.case.review import FindingKey, Judgement, Review, Verdict
from core.model import Analysis
from core.report.findings_text import findings_html, findings_text
from core.report.model import Report, build_report
from core.report.options import ReportOptions

WHEN = datetime(2026, 11, 21, 19, 4)  # noqa: DTZ001 - a report prints the date it is given
NOTE = Judgement(Verdict.REWRITE, "Mind the <b>beams</b>.", "Ana", "2026-11-21T18:40:00+00:00")


class Seen(HTMLParser):
    """Which elements a piece of HTML has, with their attributes, and its words."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.elements: set[str] = set()
        self.attributes: set[str] = set()
        self.words = ""
        self.open: list[str] = []
        self.feed(source)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.add(tag)
        self.attributes |= {name for name, _ in attrs}
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words += data


@pytest.fixture
def report(rewrite_case: Analysis) -> Report:
    pair = rewrite_case.pairs[0]
    review = Review({FindingKey.of(rewrite_case, pair, pair.links[0]): NOTE})
    return build_report(rewrite_case, prepared_by="Ana", when=WHEN, review=review)


def test_the_text_says_what_the_report_says(report: Report) -> None:
    lines = findings_text(report).splitlines()
    assert lines[0] == f"Originality report: {report.title}"
    assert lines[2] == "21 November 2026, 19:04 UTC, prepared by Ana"
    assert " ".join(report.statement) in lines
    assert " · ".join(f"{s.name} {s.figure}" for s in report.scores) in lines
    for action in report.actions:
        assert any(line.endswith(action.text) and line.startswith("- ") for line in lines)
    for direction in report.direction:
        assert any(direction.verdict in line for line in lines)
    (card, *_) = report.sections[0].cards
    at = next(i for i, line in enumerate(lines) if line.startswith(f"- {card.label} · Paraphrase · Strong match"))
    assert "Needs rewrite · note: Mind the <b>beams</b>. · Ana, 21 Nov 2026, 18:40 UTC: “City engineers" in lines[at]
    assert lines[at + 1] == f"  - High: Number, 20 → 12. {card.divergences[0].why}"
    for file in report.files:
        assert any(file.sha256 in line and file.name in line for line in lines)
    assert report.digest in lines[-1]


def test_both_forms_have_the_same_words(report: Report) -> None:
    seen = Seen(findings_html(report))
    plain = [line.strip().removeprefix("- ") for line in findings_text(report).splitlines() if line]
    for line in plain:
        assert line in seen.words
    assert seen.elements == {"div", "p", "ul", "li"}
    assert seen.attributes == {"style", "dir", "lang"}
    assert seen.open == []


def test_what_articles_and_editors_say_is_never_markup(rewrite_case: Analysis) -> None:
    title = "<img src=x onerror=alert(1)> & \x00\ud800 \u202ebut"
    a, b = rewrite_case.articles
    report = build_report(replace(rewrite_case, articles=(replace(a, title=title), b)), when=WHEN)
    seen = Seen(findings_html(report))
    assert seen.elements == {"div", "p", "ul", "li"}
    assert "<img src=x onerror=alert(1)> & [U+0000]\ufffd [U+202E]but" in seen.words
    findings_text(report).encode("utf-8")


def test_parts_that_the_report_leaves_out_are_not_said(rewrite_case: Analysis) -> None:
    options = ReportOptions(summary=False, passages=False, anonymise=True)
    said = findings_text(build_report(rewrite_case, when=WHEN, options=options))
    assert "have a source here" not in said
    assert "A 2 from B 2" not in said
    assert rewrite_case.articles[0].title not in said
    assert "Article A" in said


def test_where_nothing_is_asked_that_is_said(rewrite_case: Analysis) -> None:
    clean = replace(rewrite_case, pairs=(replace(rewrite_case.pairs[0], links=()),))
    report = replace(build_report(clean, when=WHEN), actions=())
    assert report.no_action in findings_text(report)
