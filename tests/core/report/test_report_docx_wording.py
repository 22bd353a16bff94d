from dataclasses import replace
from datetime import datetime
from types import SimpleNamespace

import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import qn

from core.case.review import Judgement, Verdict
from core.model import Analysis, MatchClass, WordMatch
from core.report.chosen_parts import Logo
from core.report.docx import render_docx
from core.report.model import Report, build_report
from core.report.options import ReportOptions
from core.report.word.direction import first_is_rtl, stretches
from tests.core.report.word_file import PNG, judged, opened, parts, text_of, under

WHEN = datetime(2026, 11, 21, 19, 4)  # noqa: DTZ001 - a report prints the date it is given
HOSTILE = (
    'Typst #eval("1") *bold* { PAGE } {IF 1=1 "x"} MERGEFIELD',
    "<b>HTML</b> &amp; <w:p/> ]]> <script>alert(1)</script> =SUM(A1:A9)",
    "Controls \x00 \x07 \x1b \x7f \ufeff \ue000 \uffff \ud800 end",
    "Override \u202eabc\u202c end",
    "W" * 10_000,
    "الرئيس قال 20 مرة إن Moscow سيعقد",
    "Faces \U0001f600 \U0001f468\u200d\U0001f469\u200d\U0001f467 end",
    "平壤领导人周二乘坐装甲列车前往俄罗斯",
)


@pytest.fixture(scope="module")
def hostile(make: SimpleNamespace) -> Report:
    a = make.article("a", HOSTILE, title="Title \x0b <w:r> " + "X" * 300)
    b = make.article("b", HOSTILE[::-1], language="zz-??")
    last = len(HOSTILE) - 1
    links = [make.link(a, b, [i], [last - i], MatchClass.VERBATIM) for i in range(len(HOSTILE))]
    case: Analysis = make.case([a, b], [make.pair(a, b, links)])
    review = judged(case, Judgement(Verdict.ACCEPTABLE, "Note \x00 <w:br/> \ud800", "By \x1b", "when \x07"))
    options = ReportOptions(full_texts=True, outlet="Out\x00let")
    return build_report(
        case, case_title="C \u202e", prepared_by="\x01 & <x>", when=WHEN, review=review, options=options
    )


def test_hostile_wording_is_shown_and_makes_nothing(hostile: Report) -> None:
    data = render_docx(replace(hostile, logo=Logo("png", PNG, "\x00 <logo>")))
    text = text_of(data)
    for words in ('#eval("1")', "{ PAGE }", '{IF 1=1 "x"}', "<w:p/> ]]> <script>alert(1)</script>", "&amp;", "=SUM(A1"):
        assert words in text
    assert "Controls [U+0000] [U+0007] [U+001B] [U+007F]" in text
    assert "Override [U+202E]abc" in text
    assert "W" * 10_000 in text
    assert "Note [U+0000] <w:br/> \ufffd" in text
    for part in parts(data).values():
        if part.startswith(b"<?xml"):
            parse_xml(part)
    body = opened(data).element.body
    assert not list(body.iter(qn("w:instrText"), qn("w:fldSimple"), qn("w:fldChar"), qn("w:br")))


def test_wording_from_right_to_left_is_marked_as_such(make: SimpleNamespace) -> None:
    words = "الرئيس قال إن الاجتماع سيعقد في Moscow"
    a, b = make.article("a", [words], language="ar"), make.article("b", [words], language="ar")
    link = make.link(a, b, [0], [0], MatchClass.VERBATIM, words=[(words, words, WordMatch.SAME)])
    case = make.case([a, b], [make.pair(a, b, [link])])
    (table,) = under(opened(render_docx(build_report(case, when=WHEN))), "Passages from article B")
    (wording,) = table.rows[1].cells[1].paragraphs
    assert wording._p.find(f"{qn('w:pPr')}/{qn('w:bidi')}") is not None
    assert [(run.text.strip(), bool(run.font.rtl)) for run in wording.runs] == [(words[:-7], True), ("Moscow", False)]
    languages = {x.get(qn("w:bidi")) for x in wording._p.iter(qn("w:lang"))} - {None}
    assert languages == {"ar"}


@pytest.mark.parametrize(
    ("text", "rtl_base", "cut"),
    [
        ("", False, []),
        ("plain", False, ["plain"]),
        ("A اب ج, B", False, ["A ", "<اب ج>", ", B"]),
        ("اب 20 ج", False, ["<اب 20 ج>"]),
        ("اب.", False, ["<اب>", "."]),
        ("اب.", True, ["<اب.>"]),
        ("20 A", True, ["<20 >", "A"]),
    ],
)
def test_a_text_is_cut_where_its_direction_changes(text: str, rtl_base: bool, cut: list[str]) -> None:  # noqa: FBT001
    found = [f"<{text[a:b]}>" if rtl else text[a:b] for a, b, rtl in stretches(text, rtl_base=rtl_base)]
    assert found == cut
    assert first_is_rtl("20, اب A")
    assert not first_is_rtl("20, A اب")
