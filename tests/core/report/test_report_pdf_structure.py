"""The PDF read back as a reader's programs see it: its tags, its bookmarks, its links, the order of its text."""

import io
import os
import pickle
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pikepdf
import pypdf
import pypdfium2
import pytest

from core.model import Analysis, MatchClass, WordMatch
from core.report.model import Report, build_report
from core.report.options import ReportOptions
from core.report.pdf import render_pdf

WHEN = datetime(2026, 11, 21, 19, 4)  # noqa: DTZ001 - a report prints the date it is given
ROOT = Path(__file__).resolve().parents[3]
LABEL = re.compile(r"[A-Z] \d+")
BELOW = 48
"""Points below the place that a link leads to in which its sentence's label stands: a gap and a line."""


@pytest.fixture(scope="module")
def report(rewrite_case: Analysis) -> Report:
    return build_report(rewrite_case, when=WHEN, options=ReportOptions(full_texts=True))


@pytest.fixture(scope="module")
def data(report: Report) -> bytes:
    return render_pdf(report)


@pytest.fixture(scope="module")
def pdf(data: bytes) -> Iterator[pikepdf.Pdf]:
    with pikepdf.open(io.BytesIO(data)) as opened:
        yield opened


def elements(pdf: pikepdf.Pdf) -> list[pikepdf.Dictionary]:
    """Return the elements of the structure tree in reading order."""
    found: list[pikepdf.Dictionary] = []

    def walk(node: Any) -> None:
        if isinstance(node, pikepdf.Array):
            for child in node:
                walk(child)
        elif isinstance(node, pikepdf.Dictionary):
            if "/S" in node:
                found.append(node)
            if "/K" in node:
                walk(node.K)

    walk(pdf.Root.StructTreeRoot.K)
    return found


def flat(text: str) -> str:
    return re.sub(r"\s+", " ", text.replace("\u200b", ""))


def pages_of(data: bytes) -> list[str]:
    return [flat(page.extract_text()) for page in pypdf.PdfReader(io.BytesIO(data)).pages]


def test_every_heading_table_and_picture_is_told_as_one(pdf: pikepdf.Pdf) -> None:
    found = elements(pdf)
    roles = [str(e.S) for e in found]
    assert roles.count("/H1") == 1
    assert roles.index("/H1") < roles.index("/H2") < roles.index("/H3")
    assert all(str(e.get("/Alt", "")) for e in found if str(e.S) == "/Figure")
    for table in (e for e in found if str(e.S) == "/Table"):
        rows = [str(cell.S) for row in _rows(table) for cell in row]
        assert "/TH" in rows
        assert "/TD" in rows


def _rows(table: Any) -> list[list[Any]]:
    parts = table.K if isinstance(table.K, pikepdf.Array) else [table.K]
    groups = [part.K if isinstance(part.K, pikepdf.Array) else [part.K] for part in parts]
    return [list(row.K) if isinstance(row.K, pikepdf.Array) else [row.K] for group in groups for row in group]


def test_bookmarks_lead_to_every_section_and_every_passage(data: bytes, report: Report) -> None:
    reader = pypdf.PdfReader(io.BytesIO(data))

    def leaves(items: list[Any]) -> Iterator[tuple[str, int]]:
        for item in items:
            if isinstance(item, list):
                yield from leaves(item)
            else:
                page = reader.get_destination_page_number(item)
                assert page is not None
                yield flat(item.title), page

    marks = dict(leaves(reader.outline))
    pages = pages_of(data)
    assert report.ledger
    for section in report.sections:
        assert section.heading in marks
        for card in section.cards:
            title = next(title for title in marks if title.endswith(card.label))
            assert card.label in pages[marks[title]]
    for heading in ("Sentence ledger", "Overview of the case", "Method", "What this report cannot establish", "Files"):
        assert heading in pages[marks[heading]]
    assert any(title.endswith("in full") for title in marks)


def links_of(data: bytes) -> list[tuple[int, int, str, str]]:
    """Return each link within the file: from which page, to which, its words, and those below where it leads."""
    found = []
    shown = pypdfium2.PdfDocument(data)
    texts = [page.get_textpage() for page in shown]
    with pikepdf.open(io.BytesIO(data)) as pdf:
        numbers = {page.objgen: n for n, page in enumerate(pdf.pages)}
        for n, page in enumerate(pdf.pages):
            for note in page.get("/Annots", []):
                assert str(note.Subtype) == "/Link"
                assert str(note.Contents)
                target: Any = note.Dest
                there, top = numbers[target[0].objgen], float(target[3])
                words = texts[n].get_text_bounded(*(float(edge) for edge in note.Rect))
                found.append(
                    (n, there, flat(words).strip(), flat(texts[there].get_text_bounded(0, top - BELOW, 600, top)))
                )
    return found


def test_ledger_and_passages_lead_to_each_other(data: bytes, report: Report) -> None:
    pages = pages_of(data)
    cards = [card for section in report.sections for card in section.cards]
    assert report.ledger
    chips = sum(len(line.chips) for line in report.ledger.lines)
    links = links_of(data)
    from_cover = [link for link in links if link[0] == 0]
    to_rows = [link for link in links if link[2] in {card.label for card in cards}]
    assert from_cover
    assert len(to_rows) == len(cards)
    assert len(links) == len(from_cover) + len(to_rows) + chips
    assert all("Sentence ledger" in pages[page] or "No. Class Sentence" in pages[page] for _, page, _, _ in to_rows)
    for _, _, words, below in links:
        assert LABEL.findall(words)[0] in below


def test_a_link_says_what_it_leads_to(pdf: pikepdf.Pdf, report: Report) -> None:
    told = {str(note.Contents).replace("\xa0", " ") for page in pdf.pages for note in page.get("/Annots", [])}
    cards = [card for section in report.sections for card in section.cards]
    assert report.ledger
    assert {f"Passage {card.label}" for card in cards} <= told
    assert told <= {
        *(f"Passage {card.label}" for card in cards),
        *(f"Shared fact {row.article_label}" for row in report.same_facts),
        *(f"Sentence {line.label}" for line in report.ledger.lines),
    }


def test_the_wording_of_each_side_is_told_as_one_quotation(pdf: pikepdf.Pdf, report: Report) -> None:
    sides = 2 * sum(len(section.cards) for section in report.sections)
    assert [str(e.S) for e in elements(pdf)].count("/Quote") == sides


def test_head_and_foot_tell_how_many_passages_and_pages_there_are(data: bytes, report: Report) -> None:
    pages = pages_of(data)
    cards = sum(len(section.cards) for section in report.sections)
    shown = [int(n) for page in pages for n in re.findall(rf"(\d+) of {cards} on this page", page)]
    assert sum(shown) == cards
    assert all(f"Page {n} of {len(pages)}" in page for n, page in enumerate(pages, start=1))
    assert [report.running in page for page in pages] == [False, *[True] * (len(pages) - 1)]


def test_a_passage_longer_than_a_page_keeps_its_tags(make: SimpleNamespace) -> None:
    words = " ".join(f"Sentence {n} tells of the plan for the harbor" for n in range(400)) + "."
    a, b = (make.article(name, [words], title=name) for name in "TU")
    link = make.link(a, b, [0], [0], MatchClass.VERBATIM, words=[(words, words, WordMatch.SAME)])
    data = render_pdf(build_report(make.case([a, b], [make.pair(a, b, [link])]), when=WHEN))
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert "/StructTreeRoot" in pdf.Root
        assert [str(e.S) for e in elements(pdf)].count("/Quote") == 2
    assert sum("harbor" in page for page in pages_of(data)) > 2


def test_a_head_of_many_sentences_stays_on_the_page(report: Report) -> None:
    label = f"{', '.join(f'A {n}' for n in range(1, 14))} from B 1"
    section = report.sections[0]
    cards = (replace(section.cards[0], label=label), *section.cards[1:])
    data = render_pdf(replace(report, sections=(replace(section, cards=cards), *report.sections[1:])))
    page = pypdfium2.PdfDocument(data)[1]
    text = page.get_textpage()
    assert "A 12, A 13 from B 1" in flat(text.get_text_range())
    right = page.get_width() - 45
    assert all(text.get_charbox(n)[2] <= right for n in range(text.count_chars()))


@pytest.mark.parametrize("left_out", ["passages", "ledger", "summary"])
def test_what_is_left_out_is_led_to_by_nothing(rewrite_case: Analysis, left_out: str) -> None:
    options = replace(ReportOptions(), **{left_out: False})  # type: ignore[arg-type]
    links = links_of(render_pdf(build_report(rewrite_case, when=WHEN, options=options)))
    assert bool(links) is (left_out != "passages")


def test_text_is_read_source_first_and_no_column_into_the_other(data: bytes, report: Report) -> None:
    whole = " ".join(pages_of(data))
    for card in report.sections[0].cards:
        source, article = (flat(_read(side.runs)) for side in (card.source, card.article))
        at = whole.index(source)
        assert at < whole.index(article, at)
        assert whole.rindex(card.label, 0, at) < at
        for line in card.divergences:
            assert whole.index(line.name, at) > at


def _read(runs: Any) -> str:
    return "".join(f"+{run.text}" if run.kind == "added" else run.text for run in runs).strip()


def test_head_and_foot_are_no_part_of_the_text(pdf: pikepdf.Pdf, report: Report) -> None:
    foot = f"Page 2 of {len(pdf.pages)}"
    assert foot in flat(pypdf.PdfReader(_saved(pdf)).pages[1].extract_text())
    depth = marked = 0
    for step in pikepdf.parse_content_stream(pdf.pages[1]):
        operands, operator = step.operands, step.operator
        if str(operator) in ("BDC", "BMC"):
            depth += 1
            marked += str(operands[0]) == "/Artifact"
        elif str(operator) == "EMC":
            depth -= 1
        elif str(operator) in ("Tj", "TJ"):
            assert depth > 0
    assert marked
    assert report.footer


def _saved(pdf: pikepdf.Pdf) -> io.BytesIO:
    out = io.BytesIO()
    pdf.save(out)
    return out


RTL = {"ar": "الرئيس قال إن الاجتماع سيعقد في موسكو", "he": "ראש הממשלה אמר כי הפגישה תתקיים מחר"}


@pytest.mark.parametrize("language", sorted(RTL))
@pytest.mark.parametrize("said_to_be", ["its own", "en", "??"])
def test_wording_from_right_to_left_stands_at_the_right(make: SimpleNamespace, language: str, said_to_be: str) -> None:
    code = language if said_to_be == "its own" else said_to_be
    words = RTL[language]
    a, b = make.article("a", [words], language=code, title="T"), make.article("b", [words], language=code, title="U")
    case = make.case([a, b], [make.pair(a, b, [make.link(a, b, [0], [0], MatchClass.VERBATIM)])])
    data = render_pdf(build_report(case, when=WHEN, options=ReportOptions(ledger=False)))
    # The left side of a card begins at 54.5 points and is 233 wide; the wording takes two thirds of that, at the right.
    assert 90 < _left_edge(data) < 260


def test_each_sentence_of_a_full_text_runs_as_its_letters_do(make: SimpleNamespace) -> None:
    a, b = (make.article(name, ["The ferry sails.", RTL["he"]], title=name) for name in "TU")
    case = make.case([a, b], [make.pair(a, b, [make.link(a, b, [0], [0], MatchClass.VERBATIM)])])
    options = ReportOptions(summary=False, passages=False, ledger=False, audit=False, matrix=False, omissions=False)
    data = render_pdf(build_report(case, when=WHEN, options=replace(options, full_texts=True)))
    # The left column begins at 45 points and is 243 wide; the sentence with its number takes three quarters of that.
    assert 80 < _left_edge(data, page=0) < 260


def _left_edge(data: bytes, page: int = 1) -> float:
    """Return where the wording of the left column begins on a page, in points."""
    found: list[float] = []

    def visit(text: str, outer: Any, inner: Any, *_: Any) -> None:
        if re.search("[\u0590-\u06ff]", text):
            found.append(inner[4] * outer[0] + inner[5] * outer[2] + outer[4])

    pypdf.PdfReader(io.BytesIO(data)).pages[page].extract_text(visitor_text=visit)
    return min(found)


PROGRAM = """
import pickle, sys
from core.report.pdf import render_pdf
sys.stdout.buffer.write(render_pdf(pickle.load(open(sys.argv[1], "rb"))))
"""


def test_another_process_gives_the_same_bytes(data: bytes, report: Report, tmp_path: Path) -> None:
    (tmp_path / "report").write_bytes(pickle.dumps(report))
    for seed in ("1", "77"):
        environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)}
        command = [sys.executable, "-c", PROGRAM, str(tmp_path / "report")]
        assert subprocess.run(command, env=environment, capture_output=True, check=True).stdout == data
