import hashlib
import io
import os
import pickle
import re
import subprocess
import sys
import time
import zipfile
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from importlib.resources import files
from types import SimpleNamespace

import pytest
from docx.oxml.ns import qn

from core.case.review import Judgement, Verdict
from core.errors import ExportError
from core.model import Analysis, Article, Link, MatchClass
from core.report.chosen_parts import Logo
from core.report.docx import render_docx
from core.report.model import Report, build_report
from core.report.options import Marks, PageSize, ReportOptions
from core.report.word.inks import inks
from tests.core.report.word_file import PNG, cells_of, heads, judged, opened, parts, text_of, under

WHEN = datetime(2026, 11, 21, 19, 4)  # noqa: DTZ001 - a report prints the date it is given
AT = "2026-11-21T18:40:00+00:00"
NOTHING = ReportOptions(summary=False, passages=False, ledger=False, audit=False, matrix=False, omissions=False)
Two = tuple[Article, Article]


@pytest.fixture(scope="module")
def report(rewrite_case: Analysis) -> Report:
    review = judged(
        rewrite_case,
        Judgement(Verdict.REWRITE, "“12” must be “20”.", "Ana Lopez", AT),
        Judgement(Verdict.DISMISS, "", "Ana Lopez", AT),
        Judgement(None, "Ask the crew.", "Ben", AT),
    )
    options = ReportOptions(full_texts=True)
    return build_report(
        rewrite_case, case_title="Bridge", prepared_by="Desk editor", when=WHEN, review=review, options=options
    )


@pytest.fixture(scope="module")
def data(report: Report) -> bytes:
    return render_docx(report)


def test_the_file_says_what_the_model_says(data: bytes, report: Report) -> None:
    text = text_of(data)
    told = (
        report.title,
        report.subtitle,
        " ".join(report.statement),
        *(x.text for x in report.actions),
        *(f"{x.name} {x.text}" if not x.applies else f"✓ {x.name} Applies: {x.text}" for x in report.scale),
        *(f"{x.name}\u00a0{x.percent}%".replace("\u00a0", " ") for x in report.bar),
        *(x.verdict for x in report.direction),
        *report.method,
        *report.limits,
        report.engine,
        f"Digest {report.digest}.",
        *(line.text for part in (*report.omitted, *report.added) for line in part.lines),
        *(part.summary for part in (*report.omitted, *report.added)),
    )
    for sentence in told:
        assert sentence in text


def test_scores_files_and_settings_equal_the_model(data: bytes, report: Report) -> None:
    document = opened(data)
    (scores, _bar) = under(document, "Scores")
    assert cells_of(scores)[1:] == [[c.figure, c.name, c.text] for c in report.scores]
    (files,) = under(document, "Files")
    rows = [[cell.strip() for cell in row] for row in cells_of(files)[1:]]
    assert rows == [
        [f.letter, "\n".join(filter(None, (f.name, f.title, f.told))), str(f.words), f.sha256] for f in report.files
    ]
    (settings,) = under(document, "Settings")
    assert cells_of(settings)[1:] == [[s.name, s.value, s.why] for s in report.settings]


def test_every_card_is_there_with_both_wordings_and_what_changed(data: bytes, report: Report) -> None:
    (section,) = report.sections
    (table,) = under(opened(data), section.heading)
    rows = cells_of(table)
    assert rows[0] == ["Passage", section.cards[0].source_title, section.cards[0].article_title]
    text = [" ".join(row) for row in rows[1:]]
    for card in section.cards:
        row = next(line for line in rows[1:] if card.label in line[0])
        assert card.class_name in row[0]
        assert card.strength in row[0]
        assert card.because in row[0]
        assert row[1].replace("!", "").replace("+", "") == card.source.text
        assert row[2].replace("!", "").replace("+", "") == card.article.text
        for line in card.divergences:
            assert any(f"{line.name}  {line.change}\n{line.why}" in row for row in text)


def test_verdicts_and_notes_stand_by_their_passages(data: bytes, report: Report) -> None:
    (table,) = under(opened(data), report.sections[0].heading)
    text = " ".join(" ".join(row) for row in cells_of(table))
    assert "Needs rewrite\nAna Lopez, 21 Nov 2026, 18:40 UTC" in text
    assert "Note: “12” must be “20”." in text
    assert "Dismissed" in text
    assert "Note: Ask the crew." in text
    assert "No verdict yet" in text


def test_without_verdicts_none_is_missed(rewrite_case: Analysis) -> None:
    text = text_of(render_docx(build_report(rewrite_case, when=WHEN)))
    assert "No verdict yet" not in text
    assert "Findings judged" not in text


def test_ledger_overview_and_full_texts_are_there(data: bytes, report: Report) -> None:
    document = opened(data)
    (ledger,) = under(document, "Sentence ledger")
    assert report.ledger is not None
    rows = cells_of(ledger)[1:]
    assert [(row[0], row[2]) for row in rows] == [(line.label, line.text) for line in report.ledger.lines]
    for row, line in zip(rows, report.ledger.lines, strict=True):
        assert all(chip.label in row[3] for chip in line.chips)
    (overview,) = under(document, "Overview of the case")
    assert report.matrix is not None
    assert report.matrix.rows[0].cells[1].figure in cells_of(overview)[1][2]
    (texts,) = under(document, report.texts[0].heading)
    assert cells_of(texts)[0] == [report.texts[0].source.title, report.texts[0].article.title]
    assert "Ruiz built the northern tunnel." in cells_of(texts)[1][0]


def test_table_heads_are_repeated_and_rows_stay_whole(data: bytes) -> None:
    headless = {"Derivation scale"}
    for table in opened(data).element.body.iter(qn("w:tbl")):
        caption = table.find(f"{qn('w:tblPr')}/{qn('w:tblCaption')}").get(qn("w:val"))
        assert caption
        rows = table.findall(qn("w:tr"))
        repeated = [r.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None for r in rows]
        assert not any(repeated[1:])
        assert repeated[0] != (caption in headless or caption.startswith("Words by sentence class"))
        whole = [r.find(f"{qn('w:trPr')}/{qn('w:cantSplit')}") is not None for r in rows]
        assert all(whole) or caption == "Articles B and A in full"
        for cell in table.iter(qn("w:tc")):
            assert cell[-1].tag == qn("w:p")


def test_a_row_longer_than_a_page_may_break(make: SimpleNamespace) -> None:
    words = "The council met again and agreed on the plan for the harbor. " * 60
    a, b = make.article("a", [words]), make.article("b", [words])
    case = make.case([a, b], [make.pair(a, b, [make.link(a, b, [0], [0], MatchClass.VERBATIM)])])
    (table,) = under(opened(render_docx(build_report(case, when=WHEN))), "Passages from article B")
    assert table.rows[1]._tr.find(f"{qn('w:trPr')}/{qn('w:cantSplit')}") is None


def test_it_names_its_language_title_author_and_dates(data: bytes, report: Report) -> None:
    document = opened(data)
    known = document.core_properties
    assert (known.title, known.author) == (f"Originality report: {report.title}", "Desk editor")
    assert known.language == "en-GB"
    assert known.created == known.modified == WHEN.replace(tzinfo=UTC)
    assert document.styles.element.find(f".//{qn('w:lang')}").get(qn("w:val")) == "en-GB"
    assert b"python-docx" not in b"".join(parts(data).values())


def test_dates_of_other_zones_are_kept_in_utc(report: Report) -> None:
    there = replace(report, when=WHEN.replace(tzinfo=timezone(timedelta(hours=2))))
    assert opened(render_docx(there)).core_properties.created == datetime(2026, 11, 21, 17, 4, tzinfo=UTC)


@pytest.mark.parametrize(("page", "size"), [(PageSize.A4, (595, 842)), (PageSize.LETTER, (612, 792))])
def test_the_sheet_is_as_chosen_and_the_tables_fit_it(report: Report, page: PageSize, size: tuple[int, int]) -> None:
    document = opened(render_docx(replace(report, page=page)))
    (section,) = document.sections
    assert section.page_width is not None
    assert section.page_height is not None
    assert section.left_margin is not None
    assert (round(section.page_width.pt), round(section.page_height.pt)) == size
    room = (section.page_width.pt - 2 * section.left_margin.pt) * 20
    for table in document.element.body.iter(qn("w:tblGrid")):
        assert sum(int(column.get(qn("w:w"))) for column in table) == pytest.approx(room, abs=12)


def test_pages_bear_their_number_and_what_they_are_about(data: bytes, report: Report) -> None:
    (section,) = opened(data).sections
    for foot in (section.first_page_footer, section.footer):
        assert foot.paragraphs[0].text == f"{report.footer}\tPage 1 of 1"
        fields = [code.text.strip() for code in foot.part.element.iter(qn("w:instrText"))]
        assert fields == ["PAGE", "NUMPAGES"]
    assert f"{report.date} · prepared by Desk editor" in section.first_page_header.paragraphs[0].text
    assert report.running in section.header.paragraphs[0].text


def test_headings_and_marks_are_real_styles(data: bytes, report: Report) -> None:
    document = opened(data)
    assert document.paragraphs[0].style is not None
    assert (document.paragraphs[0].text, document.paragraphs[0].style.name) == (report.title, "Title")
    assert {"Scores", "What needs action", "Direction", "Files", "Method", "Settings"} <= set(heads(document))
    known = {style.style_id for style in document.styles}
    used = {x.get(qn("w:val")) for tag in ("w:pStyle", "w:rStyle") for x in document.element.body.iter(qn(tag))}
    assert used <= known
    assert {"MarkSame", "MarkSynonym", "MarkChanged", "ClassParaphrase", "SeverityHigh", "VerdictRewrite"} <= used


def test_links_lead_to_places_that_there_are(data: bytes) -> None:
    body = opened(data).element.body
    places = [x.get(qn("w:name")) for x in body.iter(qn("w:bookmarkStart"))]
    numbers = [x.get(qn("w:id")) for x in body.iter(qn("w:bookmarkStart"))]
    links = {x.get(qn("w:anchor")) for x in body.iter(qn("w:hyperlink"))}
    assert len(set(places)) == len(places)
    assert len(set(numbers)) == len(numbers)
    assert links <= set(places)
    assert {"passage_B_1", "sentence_A_2"} <= links


def test_links_are_left_out_with_what_they_lead_to(rewrite_case: Analysis) -> None:
    for options in (ReportOptions(ledger=False), ReportOptions(passages=False)):
        body = opened(render_docx(build_report(rewrite_case, when=WHEN, options=options))).element.body
        assert not list(body.iter(qn("w:hyperlink")))


def test_parts_can_be_left_out(rewrite_case: Analysis) -> None:
    document = opened(render_docx(build_report(rewrite_case, when=WHEN, options=NOTHING)))
    assert heads(document) == ["Files", "Method", "What this report cannot establish", "Settings"]


def test_anonymised_reports_hold_no_title_or_file(make: SimpleNamespace, bridge: Two, taken: list[Link]) -> None:
    a, b = (replace(x, title=t) for x, t in zip(bridge, ("Scoop of the Day", "Wire Wonder"), strict=True))
    analysis = make.case([a, b], [make.pair(a, b, taken)])
    review = judged(analysis, Judgement(Verdict.CREDIT, "Ask about “wire wonder”, file e.txt.", "Desk editor"))
    for hidden in (False, True):
        options = ReportOptions(full_texts=True, anonymise=hidden)
        made = build_report(analysis, when=WHEN, review=review, options=options, case_title="Scoop of the Day")
        whole = b"".join(parts(render_docx(made)).values()).decode().casefold()
        for name in ("scoop of the day", "wire wonder", "c.txt", "e.txt"):
            assert (name in whole) is not hidden


GREYS = frozenset(["1D2126", "4C525A", "60666E", "DEDEDE", "C6C6C6", "FAFAFA", "FFFFFF", "EDEDED"])
GREY_BARS = frozenset(["3A3A3A", "8A8A8A", "D9D9D9", "5E5E5E", "B5B5B5", "F4F4F4"])


def test_colours_are_those_of_the_pages(report: Report) -> None:
    tokens = (files("resources") / "report" / "tokens.typ").read_text("utf-8").upper()
    for marks in Marks:
        colours = inks(marks)
        for tone in colours.classes.values():
            assert {f"#{x}" for x in (tone.ink, tone.tint, tone.bar)} <= set(re.findall("#[0-9A-F]{6}", tokens))
    greys = {f"{marks}": colours_in(render_docx(replace(report, marks=marks))) for marks in Marks}
    assert {"9E1F0B", "B04A00"} <= greys["colour"]
    assert greys["underline"] <= GREYS | GREY_BARS


def colours_in(data: bytes) -> set[str]:
    found = parts(data)
    text = (found["word/document.xml"] + found["word/styles.xml"]).decode()
    return set(re.findall(r'w:(?:color|fill|val)="([0-9A-F]{6})"', text))


def test_marks_differ_without_colour(report: Report) -> None:
    looks: dict[str, set[str]] = {}
    for style in opened(render_docx(replace(report, marks=Marks.UNDERLINE))).styles.element:
        name = style.get(qn("w:styleId"))
        if name and name.startswith("Mark"):
            properties = style.find(qn("w:rPr"))
            looks[name] = {
                x.tag.split("}")[1] + (x.get(qn("w:val")) or "") for x in properties if x.tag != qn("w:color")
            }
    seen = [frozenset(look) for name, look in looks.items() if name != "MarkPlain"]
    assert len(set(seen)) == len(seen) == 8


def test_the_same_report_gives_the_same_bytes(data: bytes, report: Report) -> None:
    assert render_docx(report) == data
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.namelist()[0] == "[Content_Types].xml"
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_another_process_makes_the_same_bytes(data: bytes, report: Report) -> None:
    script = (
        "import hashlib, pickle, sys; from core.report.docx import render_docx; "
        "print(hashlib.sha256(render_docx(pickle.load(sys.stdin.buffer))).hexdigest())"
    )
    for seed in ("1", "2"):
        made = subprocess.run(
            [sys.executable, "-c", script],
            env={**os.environ, "PYTHONHASHSEED": seed},
            input=pickle.dumps(report),
            capture_output=True,
            check=True,
        )
        assert made.stdout.decode().strip() == hashlib.sha256(data).hexdigest()


def test_a_logo_says_what_it_shows_and_keeps_its_shape(report: Report) -> None:
    data = render_docx(replace(report, logo=Logo("png", PNG, "Daily Bugle")))
    head = opened(data).sections[0].first_page_header
    (picture,) = head.part.element.iter(qn("wp:docPr"))
    (extent,) = head.part.element.iter(qn("wp:extent"))
    assert picture.get("descr") == "Daily Bugle"
    assert int(extent.get("cx")) == pytest.approx(2 * int(extent.get("cy")), rel=0.01)
    assert "word/media/image1.png" in parts(data)


def test_a_logo_that_word_cannot_show_is_drawn_as_one_that_it_can(report: Report) -> None:
    svg = b'<svg xmlns="http://www.w3.org/2000/svg" width="90" height="30"><rect width="45" height="30"/></svg>'
    data = render_docx(replace(report, logo=Logo("svg", svg, "Daily Bugle")))
    (picture,) = [part for name, part in parts(data).items() if "media" in name]
    assert picture.startswith(b"\x89PNG")
    assert 'descr="Daily Bugle"' in "".join(part.decode() for name, part in parts(data).items() if "header" in name)
    assert data == render_docx(replace(report, logo=Logo("svg", svg, "Daily Bugle")))


def test_a_logo_that_cannot_be_drawn_is_said(report: Report) -> None:
    with pytest.raises(ExportError, match="logo cannot be set"):
        render_docx(replace(report, logo=Logo("png", PNG[:20], "Bugle")))


def test_an_article_alone_and_one_without_text_can_be_exported(make: SimpleNamespace) -> None:
    alone, empty = make.article("a", ["One sentence."]), make.article("b", [], title="Nothing")
    text = text_of(render_docx(build_report(make.case([alone]), when=WHEN)))
    assert "There was no other article to compare with." in text
    text = text_of(render_docx(build_report(make.case([empty, alone], [make.pair(empty, alone)]), when=WHEN)))
    assert "It has no sentences." in text


def test_ten_times_the_passages_take_about_ten_times_as_long(report: Report) -> None:
    def took(number: int) -> float:
        (section,) = report.sections
        cards = (section.cards * number)[:number]
        large = replace(report, sections=(replace(section, cards=cards),))
        start = time.process_time()
        render_docx(large)
        return time.process_time() - start

    took(10)
    assert min(took(1500) for _ in range(2)) <= 12 * min(took(150) for _ in range(3))
