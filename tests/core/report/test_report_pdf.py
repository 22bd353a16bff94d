import io
import re
import time
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pikepdf
import pypdf
import pytest

from core.errors import ExportError, UsageError
from core.model import Analysis, MatchClass, WordMatch
from core.report import pdf as pdf_module
from core.report.dated import report_date
from core.report.model import Report, build_report
from core.report.pdf import render_pdf, write_pdf

WHEN = datetime(2026, 11, 21, 19, 4)  # noqa: DTZ001 - a report prints the date it is given

HOSTILE = (
    'Typst #eval("1") *bold* $x^2$ `raw` @ref <label> // comment #{panic()}',
    "<b>HTML</b> &amp; <script>alert(1)</script> =SUM(A1:A9)",
    "Controls \x00 \x07 \x1b \x7f \ufeff \ue000 \uffff \ud800 end",
    "Override \u202eabc\u202c end",
    "W" * 10_000,
    "الرئيس قال إن الاجتماع سيعقد",
    "平壤领导人周二乘坐装甲列车前往俄罗斯",
    "प्रधानमंत्री ने कहा",
    "Faces \U0001f600 \U0001f468\u200d\U0001f469\u200d\U0001f467 \U0001f1e9\U0001f1ea end",
    "Unheard-of \U00012000 \u0e44\u0e17\u0e22 script",
)


def text_of(data: bytes) -> str:
    pages = pypdf.PdfReader(io.BytesIO(data)).pages
    return flat(" ".join(page.extract_text() for page in pages))


def flat(text: str) -> str:
    return re.sub(r"\s+", " ", text.replace("\u200b", ""))


@pytest.fixture(scope="module")
def report(rewrite_case: Analysis) -> Report:
    return build_report(rewrite_case, case_title="Bridge", prepared_by="Desk editor", when=WHEN)


@pytest.fixture(scope="module")
def data(report: Report) -> bytes:
    return render_pdf(report)


def test_it_is_tagged_and_names_its_language_title_and_standards(data: bytes, report: Report) -> None:
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert str(pdf.Root.Lang) == "en"
        assert bool(pdf.Root.MarkInfo.Marked)
        assert "/StructTreeRoot" in pdf.Root
        assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)
        with pdf.open_metadata() as metadata:
            assert metadata["dc:title"] == f"Originality report: {report.title}"
            assert metadata["pdfuaid:part"] == "1"
            assert (metadata["pdfaid:part"], metadata["pdfaid:conformance"]) == ("2", "A")
            assert metadata["xmp:CreateDate"].startswith("2026-11-21T19:04")


def test_pictures_say_what_they_show_and_tables_have_heads(data: bytes) -> None:
    figures: list[str] = []
    roles: set[str] = set()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for item in pdf.objects:
            if isinstance(item, pikepdf.Dictionary) and "/S" in item and "/P" in item:
                roles.add(str(item.S))
                if str(item.S) == "/Figure":
                    figures.append(str(item.get("/Alt", "")))
    assert figures
    assert all(figures)
    assert any(f.startswith("Bar of the article's words by sentence class: Close 16%") for f in figures)
    assert {"High:", "Medium:"} <= set(figures)
    assert {"/Table", "/TH", "/H1", "/H2", "/H3", "/L"} <= roles


def test_bookmarks_follow_the_headings(data: bytes) -> None:
    def titles(items: list[Any]) -> list[str]:
        return [t for item in items for t in (titles(item) if isinstance(item, list) else [item.title])]

    outline = titles(pypdf.PdfReader(io.BytesIO(data)).outline)
    for heading in ("Scores", "What needs action", "Direction", "Files", "Passages from article B", "Method"):
        assert heading in outline
    assert any("A 2 from B 2" in title for title in outline)


def test_the_pages_say_what_the_model_says(data: bytes, report: Report) -> None:
    text = text_of(data)
    for cell in report.scores:
        assert f"{cell.figure} {cell.name}" in text
        assert cell.text in text
    for part in report.bar:
        assert f"{part.name} {part.percent}%" in text
    for sentence in (*report.statement, report.subtitle, *(a.text for a in report.actions), *report.limits):
        assert sentence in text
    for file in report.files:
        assert file.sha256 in text
    for card in report.sections[0].cards:
        assert card.label in text
        assert card.strength in text
    assert "Page 1 of 3" in text
    assert report.footer in text


@pytest.mark.parametrize("links", [0, 1, 6, 30])
def test_pages_are_numbered_as_they_lie(make: SimpleNamespace, links: int) -> None:
    sentences = [f"{i}. The council met again and agreed on the plan for the harbor." for i in range(30)]
    a, b = make.article("a", sentences), make.article("b", sentences)
    case = make.case([a, b], [make.pair(a, b, [make.link(a, b, [i], [i]) for i in range(links)])])
    pages = pypdf.PdfReader(io.BytesIO(render_pdf(build_report(case, when=WHEN)))).pages
    for number, page in enumerate(pages, start=1):
        assert f"Page {number} of {len(pages)}" in flat(page.extract_text())
    if links:
        assert "Passages from article B" in flat(pages[1].extract_text())


def test_the_same_report_gives_the_same_bytes(data: bytes, report: Report) -> None:
    assert render_pdf(report) == data


def test_the_date_can_be_given_from_outside(
    rewrite_case: Analysis, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    assert report_date().isoformat() == "2023-11-14T22:13:20+00:00"
    for name in ("one.pdf", "two.pdf"):
        write_pdf(rewrite_case, tmp_path / name)
    assert (tmp_path / "one.pdf").read_bytes() == (tmp_path / "two.pdf").read_bytes()
    assert "14 November 2023, 22:13" in text_of((tmp_path / "one.pdf").read_bytes())


@pytest.mark.parametrize("epoch", ["99999999999999", "9" * 5000, "yesterday", "-99999999999999"])
def test_what_is_no_date_is_said_in_a_sentence(monkeypatch: pytest.MonkeyPatch, epoch: str) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    with pytest.raises(UsageError, match="SOURCE_DATE_EPOCH is") as error:
        report_date()
    assert len(str(error.value)) < 200


@pytest.fixture(scope="module")
def hostile_case(make: SimpleNamespace) -> Analysis:
    a = make.article("a", HOSTILE, title='Title #eval("1") *x* ' + "X" * 300)
    b = make.article("b", HOSTILE[::-1], language="zz-??")
    last = len(HOSTILE) - 1
    links = [make.link(a, b, [i], [last - i], MatchClass.VERBATIM) for i in range(len(HOSTILE))]
    case: Analysis = make.case([a, b], [make.pair(a, b, links)])
    return case


def test_hostile_wording_is_shown_and_never_run(hostile_case: Analysis) -> None:
    report = build_report(hostile_case, case_title="#panic() \u202e", prepared_by='Desk\x00 "*editor*"', when=WHEN)
    text = text_of(render_pdf(report))
    for words in ('#eval("1")', "*bold*", "<script>alert(1)</script>", "=SUM(A1:A9)", "#panic()", '"*editor*"'):
        assert words in text
    assert "Controls [U+0000] [U+0007] [U+001B] [U+007F]" in text
    assert "Override [U+202E]abc" in text
    assert text.replace(" ", "").count("W") >= 20_000
    assert "do not hold" in text


@pytest.mark.parametrize("index", range(len(HOSTILE)))
def test_any_single_sentence_can_be_exported(make: SimpleNamespace, index: int) -> None:
    words = HOSTILE[index][:300]
    a, b = make.article("a", [words]), make.article("b", [words])
    case = make.case([a, b], [make.pair(a, b, [make.link(a, b, [0], [0], MatchClass.VERBATIM)])])
    data = render_pdf(build_report(case, when=WHEN))
    assert data.startswith(b"%PDF-")
    with pikepdf.open(io.BytesIO(data)) as pdf, pdf.open_metadata() as metadata:
        assert metadata["pdfuaid:part"] == "1"


def test_an_article_alone_and_one_without_text_can_be_exported(make: SimpleNamespace) -> None:
    alone, empty = make.article("a", ["One sentence."]), make.article("b", [], title="Nothing")
    text = text_of(render_pdf(build_report(make.case([alone]), when=WHEN)))
    assert "There was no other article to compare with." in text
    text = text_of(render_pdf(build_report(make.case([empty, alone], [make.pair(empty, alone)]), when=WHEN)))
    assert "It has no sentences." in text


def test_other_languages_are_set_in_their_own_direction(make: SimpleNamespace) -> None:
    words = "الرئيس قال إن الاجتماع سيعقد في موسكو"
    a, b = make.article("a", [words], language="ar"), make.article("b", [words], language="ar")
    link = make.link(a, b, [0], [0], MatchClass.VERBATIM, words=[(words, words, WordMatch.SAME)])
    case = make.case([a, b], [make.pair(a, b, [link])])
    with pikepdf.open(io.BytesIO(render_pdf(build_report(case, when=WHEN)))) as pdf:
        languages = {str(x.Lang) for x in pdf.objects if isinstance(x, pikepdf.Dictionary) and "/Lang" in x}
    assert "ar" in languages


def test_what_no_font_shows_is_told_on_the_first_page_and_once(make: SimpleNamespace) -> None:
    a, b = (make.article(name, ("It rained \U00012000 all day.", "It snowed.")) for name in "ab")
    links = [make.link(a, b, [0], [0])]
    pages = pypdf.PdfReader(
        io.BytesIO(render_pdf(build_report(make.case([a, b], [make.pair(a, b, links)]), when=WHEN)))
    ).pages
    told = [flat(page.extract_text()).count("Some characters are in scripts") for page in pages]
    assert told == [1, *[0] * (len(told) - 1)]


@pytest.mark.parametrize("sentences", range(6, 34, 3))
def test_the_picture_of_the_case_stands_under_its_heading(make: SimpleNamespace, sentences: int) -> None:
    a, b, c = (make.article(name, [f"Sentence {n} tells of something." for n in range(sentences)]) for name in "abc")
    links = [make.link(a, b, [n], [n]) for n in range(4)]
    analysis = make.case([a, b, c], [make.pair(a, b, links), make.pair(a, c), make.pair(b, c)])
    report = replace(build_report(analysis, when=WHEN), quotations=(), omitted=(), added=())
    pages = [flat(page.extract_text()) for page in pypdf.PdfReader(io.BytesIO(render_pdf(report))).pages]
    (heading,) = [n for n, text in enumerate(pages) if "Overview of the case" in text]
    (picture,) = [n for n, text in enumerate(pages) if "Arrow: taken over" in text]
    assert heading == picture


def test_ordinary_reports_need_no_font_of_the_computer(data: bytes) -> None:
    assert "fonts of this computer" not in text_of(data)


def test_an_unusable_place_keeps_the_old_file(rewrite_case: Analysis, tmp_path: Path) -> None:
    (tmp_path / "taken").mkdir()
    with pytest.raises(ExportError):
        write_pdf(rewrite_case, tmp_path / "taken", when=WHEN)
    with pytest.raises(ExportError):
        write_pdf(rewrite_case, tmp_path / "nowhere" / "report.pdf", when=WHEN)
    assert list((tmp_path / "taken").iterdir()) == []


def test_ten_pages_take_less_than_a_second(make: SimpleNamespace) -> None:
    sentences = [f"{i}. " + "The council met again and agreed on the plan for the harbor. " * 3 for i in range(50)]
    a, b = make.article("a", sentences), make.article("b", sentences)
    case = make.case([a, b], [make.pair(a, b, [make.link(a, b, [i], [i]) for i in range(50)])])
    report = build_report(case, when=WHEN)
    render_pdf(replace(report, title="warm"))
    start = time.process_time()
    data = render_pdf(report)
    assert time.process_time() - start < 1
    assert len(pypdf.PdfReader(io.BytesIO(data)).pages) >= 10


def test_ten_times_the_passages_take_at_most_twelve_times_the_time(make: SimpleNamespace) -> None:
    def seconds(links: int, word: str) -> float:
        # Other words each time: the typesetter remembers what it has set.
        sentences = [f"{i}. " + f"The {word} met again and agreed on the plan. " * 2 for i in range(links)]
        a, b = make.article("a", sentences), make.article("b", sentences)
        case = make.case([a, b], [make.pair(a, b, [make.link(a, b, [i], [i]) for i in range(links)])])
        report = build_report(case, when=WHEN)
        start = time.process_time()
        render_pdf(report)
        return time.process_time() - start

    few = min(seconds(30, word) for word in ("board", "crew", "council"))
    assert min(seconds(300, word) for word in ("team", "jury")) <= 12 * few


FOREIGN = (
    "الرئيس قال إن الاجتماع",
    "平壤领导人周二乘坐装甲列车",
    "प्रधानमंत्री ने कहा",
    "Faces \U0001f600 end",
    "\U00012000",
)


def test_what_no_font_shows_is_found_before_the_report_is_set(
    make: SimpleNamespace, monkeypatch: pytest.MonkeyPatch
) -> None:
    compiled: list[bool] = []
    compile_ = pdf_module._compile

    def counted(*args: Any) -> bytes:
        compiled.append(True)
        return compile_(*args)

    monkeypatch.setattr(pdf_module, "_compile", counted)
    a, b = make.article("a", FOREIGN), make.article("b", FOREIGN)
    links = [make.link(a, b, [i], [i], MatchClass.VERBATIM) for i in range(len(FOREIGN))]
    text = text_of(render_pdf(build_report(make.case([a, b], [make.pair(a, b, links)]), when=WHEN)))
    assert len(compiled) == 1
    assert "do not hold" in text
    assert "U+12000" in text or "\U00012000" in text
