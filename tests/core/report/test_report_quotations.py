"""The report's words on quotations and credits."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from types import SimpleNamespace

import pytest

from core.commands.summary import print_summary
from core.model import (
    Analysis,
    Article,
    Credit,
    CreditDetail,
    CreditPlace,
    CreditStrength,
    Direction,
    Link,
    QuotationRow,
    QuotationStatus,
    Severity,
    Side,
    Span,
)
from core.report.model import build_report
from core.report.pdf import render_pdf

WHEN = datetime(2026, 11, 21, 19, 4)  # noqa: DTZ001 - a report prints the date it is given
DETAIL = CreditDetail("Associated Press", Span(0, 4), 2, CreditPlace.BEFORE, CreditStrength.TEXT, (1, 2))


def credited(analysis: Analysis, *details: CreditDetail) -> tuple[str, ...]:
    names = tuple(dict.fromkeys(d.name for d in details))
    credit = Credit(True, tuple(d.span for d in details), names, (1, 2), tuple(details))  # noqa: FBT003 - present
    [pair] = analysis.pairs
    return build_report(replace(analysis, pairs=(replace(pair, credit=credit),)), when=WHEN).credit


def test_a_credit_in_the_text_is_one_plain_sentence(rewrite_case: Analysis) -> None:
    [said] = credited(rewrite_case, DETAIL)
    assert said.startswith("The Associated Press is credited in paragraph 2, before the first borrowed sentence.")
    assert said.endswith("It covers 2 of 4 borrowed sentences.")


@pytest.mark.parametrize(
    ("strength", "how"),
    [
        (CreditStrength.NOTE, "in a note on its own"),
        (CreditStrength.DATELINE, "in the dateline of paragraph 2"),
        (CreditStrength.LINK, "by an address"),
    ],
)
def test_a_credit_outside_the_text_alone_is_said_to_be_weaker(
    rewrite_case: Analysis, strength: CreditStrength, how: str
) -> None:
    note = replace(DETAIL, strength=strength, place=CreditPlace.AFTER, name="Reuters")
    [said] = credited(rewrite_case, note)
    assert said.startswith(f"Reuters is credited only {how}, after the first borrowed sentence.")
    assert "weaker" in said


def test_what_several_credits_cover_together_is_covered(rewrite_case: Analysis) -> None:
    later = replace(DETAIL, paragraph=3, covers=(4,))
    note = replace(DETAIL, strength=CreditStrength.NOTE, covers=(3,))
    [said] = credited(rewrite_case, DETAIL, later, note)
    assert said.endswith("It covers all 4 borrowed sentences.")


def test_marks_that_are_new_say_where_the_words_stand(
    make: SimpleNamespace, bridge: tuple[Article, Article], taken: list[Link]
) -> None:
    _, b = bridge
    new = row(QuotationStatus.NEW, Span(0, 6), b.sentences[2].span)
    pair = replace(make.pair(*bridge, taken), quotations=(new,))
    [line] = build_report(make.case(bridge, [pair]), when=WHEN).quotations[0].lines
    assert line.why == "The words stand as prose in B 3: the marks are new here."
    assert not line.source.startswith("“")


def test_a_credit_in_the_text_makes_up_for_the_note(rewrite_case: Analysis) -> None:
    [said] = credited(rewrite_case, replace(DETAIL, strength=CreditStrength.NOTE), DETAIL, replace(DETAIL, paragraph=5))
    assert said.startswith("The Associated Press is credited in paragraphs 2 and 5,")
    assert "weaker" not in said


def row(status: QuotationStatus, a: Span | None = None, b: Span | None = None) -> QuotationRow:
    return QuotationRow(status, a, b, None, b and Span(b.start, b.start + 4), "Told so.")


@pytest.fixture
def quoting(make: SimpleNamespace, bridge: tuple[Article, Article], taken: list[Link]) -> Analysis:
    rows = [row(QuotationStatus.NEW, Span(0, n + 1)) for n in range(10)]
    rows += [row(QuotationStatus.KEPT, Span(0, 6), Span(0, 6)), row(QuotationStatus.UNQUOTED, Span(0, 6), Span(7, 13))]
    pair = replace(make.pair(*bridge, taken), quotations=tuple(rows))
    noted = replace(pair, direction=Direction(Side.UNKNOWN, note="Both may have it from elsewhere."))
    made: Analysis = make.case(bridge, [noted])
    return made


def test_what_went_wrong_stands_first_and_the_rest_is_counted(quoting: Analysis) -> None:
    [table] = build_report(quoting, when=WHEN).quotations
    assert [line.status for line in table.lines] == ["unquoted", *["new"] * 8, "kept"]
    assert table.summary == "A and B: 1 unquoted, 10 new and 1 kept. 2 more rows that ask for nothing are not shown."
    first = table.lines[0]
    assert (first.severity, first.source, first.article) == (Severity.MEDIUM, "“bridge”", "Harbor")
    assert (first.source_speaker, first.article_speaker) == ("brid", "")


def test_the_tables_are_in_the_pdf_and_the_summary(quoting: Analysis, capsys: pytest.CaptureFixture[str]) -> None:
    report = build_report(quoting, when=WHEN)
    assert render_pdf(report).startswith(b"%PDF")
    print_summary(quoting, report)
    told = capsys.readouterr().out
    assert "Quotations" in told
    assert "Unquoted: Told so." in told
    assert "Both may have it from elsewhere." in told


def test_wording_is_data_in_the_pdf(make: SimpleNamespace, bridge: tuple[Article, Article]) -> None:
    hostile = "#panic() $x$ *b* `r` <l> @ref"
    a = make.article("c", (hostile, "It is here.", "It is there.", "It was.", "It is.", "It is so."))
    pair = replace(
        make.pair(a, bridge[1], [make.link(a, bridge[1], [0], [0])]),
        quotations=(row(QuotationStatus.NEW, Span(0, len(hostile))),),
    )
    report = build_report(make.case([a, bridge[1]], [pair]), when=WHEN)
    assert report.quotations[0].lines[0].article == f"“{hostile}”"
    assert render_pdf(report).startswith(b"%PDF")
