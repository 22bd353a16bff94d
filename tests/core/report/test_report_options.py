import io
import re
import struct
import zlib
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from types import SimpleNamespace

import pikepdf
import pypdf
import pytest

from core.case.review import FindingKey, Judgement, Review, Verdict
from core.errors import UsageError
from core.model import (
    Analysis,
    Article,
    Credit,
    CreditDetail,
    CreditPlace,
    CreditStrength,
    Link,
    MatchClass,
    Side,
    Span,
)
from core.report.anonymise import cover
from core.report.judged import moment, passages_note
from core.report.logo import read_logo
from core.report.matrix import WIDEST, matrix
from core.report.model import build_report
from core.report.options import Marks, PageSize, ReportOptions
from core.report.pdf import write_pdf
from tests.core.report.word_file import judged

WHEN = datetime(2026, 11, 21, 19, 4)  # noqa: DTZ001 - a report prints the date it is given
NOTHING = ReportOptions(summary=False, passages=False, ledger=False, audit=False, matrix=False, omissions=False)
SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="10"><rect width="40" height="10" fill="#225"/></svg>'
Two = tuple[Article, Article]


def written(analysis: Analysis, path: Path, **wanted: object) -> bytes:
    write_pdf(analysis, path / "report.pdf", when=WHEN, **wanted)  # type: ignore[arg-type]
    return (path / "report.pdf").read_bytes()


def text_of(data: bytes) -> str:
    pages = pypdf.PdfReader(io.BytesIO(data)).pages
    return re.sub(r"\s+", " ", " ".join(page.extract_text() for page in pages).replace("\u200b", ""))


def headings(data: bytes) -> set[str]:
    """Return the bookmarks below the title's, without those of single passages."""
    _, below = pypdf.PdfReader(io.BytesIO(data)).outline
    return {str(item["/Title"]) for item in below if not isinstance(item, list)}


def credited(analysis: Analysis, name: str) -> Analysis:
    span = Span(0, 4)
    detail = CreditDetail(name, span, 1, CreditPlace.IN, CreditStrength.TEXT, (1,))
    credit = Credit(present=True, spans=(span,), names=(name,), covers=(1,), details=(detail,))
    return replace(analysis, pairs=tuple(replace(p, credit=credit) for p in analysis.pairs))


def test_every_part_is_there_as_usual_and_the_full_texts_on_demand(rewrite_case: Analysis, tmp_path: Path) -> None:
    credit = credited(rewrite_case, "Harbor Wire")
    usual = headings(written(credit, tmp_path))
    assert {"Scores", "Passages from article B", "Sentence ledger", "Credit", "Overview of the case"} <= usual
    assert "Articles B and A in full" not in usual
    data = written(credit, tmp_path, options=ReportOptions(full_texts=True))
    assert "Articles B and A in full" in headings(data)
    assert "Ruiz built the northern tunnel." in text_of(data)


def test_parts_can_be_left_out_and_the_report_says_so(rewrite_case: Analysis, tmp_path: Path) -> None:
    data = written(rewrite_case, tmp_path, options=NOTHING)
    text = text_of(data)
    assert headings(data) == {"Files", "Method", "What this report cannot establish", "Settings"}
    assert "A 2 from B 2" not in text
    assert "have a source here" not in text
    assert "Left out of this report by choice: summary and scores; aligned passages; sentence ledger" in text


def test_the_standards_hold_with_every_part_in_either_way_of_marking(rewrite_case: Analysis, tmp_path: Path) -> None:
    review = judged(rewrite_case, Judgement(Verdict.REWRITE, "Mind the beams.", "Desk", "2026-11-21T18:40:00+00:00"))
    (tmp_path / "logo.svg").write_text(SVG, "utf-8")
    for marks in Marks:
        options = ReportOptions(full_texts=True, marks=marks, logo=str(tmp_path / "logo.svg"), outlet="Bugle")
        data = written(rewrite_case, tmp_path, options=options, review=review)
        assert data == written(rewrite_case, tmp_path, options=options, review=review)
        with pikepdf.open(io.BytesIO(data)) as pdf, pdf.open_metadata() as metadata:
            assert metadata["pdfuaid:part"] == "1"
            assert (metadata["pdfaid:part"], metadata["pdfaid:conformance"]) == ("2", "A")
            alternatives = {str(x.Alt) for x in pdf.objects if isinstance(x, pikepdf.Dictionary) and "/Alt" in x}
        assert "Bugle" in alternatives
        assert "Paraphrase:" in alternatives


def test_greyscale_reports_hold_no_colour(rewrite_case: Analysis, tmp_path: Path) -> None:
    data = written(rewrite_case, tmp_path, options=ReportOptions(marks=Marks.UNDERLINE, full_texts=True))
    reds = re.compile(rb"0\.690196|0\.619607")  # of close, of what is severe
    colour = written(rewrite_case, tmp_path, options=ReportOptions(full_texts=True))
    streams = {}
    for name, pdf_bytes in (("grey", data), ("colour", colour)):
        with pikepdf.open(io.BytesIO(pdf_bytes)) as pdf:
            streams[name] = b"".join(page.Contents.read_bytes() for page in pdf.pages)
    assert reds.search(streams["colour"])
    assert not reds.search(streams["grey"])


@pytest.mark.parametrize(("page", "size"), [(PageSize.A4, (595, 842)), (PageSize.LETTER, (612, 792))])
def test_the_sheet_is_as_chosen(rewrite_case: Analysis, tmp_path: Path, page: PageSize, size: tuple[int, int]) -> None:
    for sheet in pypdf.PdfReader(io.BytesIO(written(rewrite_case, tmp_path, options=ReportOptions(page=page)))).pages:
        assert (round(sheet.mediabox.width), round(sheet.mediabox.height)) == size


def test_who_answers_for_it_stands_at_the_head(rewrite_case: Analysis, tmp_path: Path) -> None:
    options = ReportOptions(prepared_by="  Ana Lopez ", outlet="Daily Bugle")
    data = written(rewrite_case, tmp_path, options=options)
    assert "19:04 UTC · prepared by Ana Lopez, Daily Bugle" in text_of(data)
    assert pypdf.PdfReader(io.BytesIO(data)).metadata.author == "Ana Lopez, Daily Bugle"  # type: ignore[union-attr]


def test_anonymised_reports_hold_no_title_file_or_outlet(
    make: SimpleNamespace, bridge: Two, taken: list[Link], tmp_path: Path
) -> None:
    a, b = (replace(x, title=t) for x, t in zip(bridge, ("Scoop of the Day", "Wire Wonder"), strict=True))
    analysis = credited(make.case([a, b], [make.pair(a, b, taken)]), "Harbor Wire")
    note = Judgement(Verdict.CREDIT, "Ask Harbor Wire about “wire wonder”, file e.txt.", "Desk editor")
    review = judged(analysis, note)
    wanted = {"review": review, "case_title": "Scoop of the Day"}
    named = text_of(written(analysis, tmp_path, options=ReportOptions(full_texts=True), **wanted))
    hidden = text_of(written(analysis, tmp_path, options=ReportOptions(full_texts=True, anonymise=True), **wanted))
    for name in ("Scoop of the Day", "Wire Wonder", "c.txt", "e.txt", "Harbor Wire"):
        assert name in named
        assert name.casefold() not in hidden.casefold()
    assert "Outlet 1 is credited in paragraph 1" in hidden
    assert "Ask Outlet 1 about “Article B”, file Article B." in hidden
    assert "People that the news is about keep their names" in hidden
    assert "article B, “Article B”" not in hidden
    assert "City engineers said on Monday" in hidden
    assert a.document.sha256 in named
    assert a.document.sha256 not in hidden


def test_hidden_names_are_not_in_the_metadata(rewrite_case: Analysis, tmp_path: Path) -> None:
    data = written(rewrite_case, tmp_path, options=replace(NOTHING, anonymise=True))
    assert rewrite_case.articles[0].title.encode() not in data
    assert str(pypdf.PdfReader(io.BytesIO(data)).metadata.title) == "Originality report: Article A"  # type: ignore[union-attr]


def test_short_names_do_not_tear_words_apart(rewrite_case: Analysis) -> None:
    covered = cover(credited(rewrite_case, "AP"))
    assert covered.text("The AP said so; the map did not.") == "The Outlet 1 said so; the map did not."


def test_verdicts_and_notes_stand_on_the_cards_and_are_counted(rewrite_case: Analysis, tmp_path: Path) -> None:
    at = "2026-11-21T18:40:00+00:00"
    review = judged(
        rewrite_case,
        Judgement(Verdict.REWRITE, "“12” must be “20”.", "Ana Lopez", at),
        Judgement(Verdict.DISMISS, "", "Ana Lopez", at),
        Judgement(None, "Ask the crew.", "Ben", at),
    )
    text = text_of(written(rewrite_case, tmp_path, review=review))
    assert "Needs rewrite" in text
    assert "Dismissed" in text
    assert "No verdict yet" in text
    assert "Note: “12” must be “20”. Ana Lopez, 21 Nov 2026, 18:40 UTC" in text
    assert "Note: Ask the crew. Ben" in text
    assert "2 of 4 Findings judged 2 passages are still without a verdict" in text
    assert "Verdicts and notes are an editor’s" in text
    assert passages_note(rewrite_case, review) == "4 passages, 2 without a verdict"


def test_without_verdicts_the_report_is_as_it_was(rewrite_case: Analysis, tmp_path: Path) -> None:
    text = text_of(written(rewrite_case, tmp_path))
    assert "Sentences with a source" in text
    assert "No verdict yet" not in text
    assert "Findings judged" not in text
    assert passages_note(rewrite_case, Review()) == "4 passages, 4 without a verdict"


def test_notes_are_data_and_never_run(rewrite_case: Analysis, tmp_path: Path) -> None:
    note = '#eval("1") $x$ *bold* <label> #panic()'
    review = judged(rewrite_case, Judgement(Verdict.ACCEPTABLE, note, "#panic()", "#panic()"))
    text = text_of(written(rewrite_case, tmp_path, review=review, options=ReportOptions(outlet="#panic() *x*")))
    assert text.count("#panic()") >= 3
    assert '#eval("1") $x$ *bold* <label>' in text


def test_links_set_by_hand_are_marked(rewrite_case: Analysis, tmp_path: Path) -> None:
    (pair,) = rewrite_case.pairs
    key = FindingKey.of(rewrite_case, pair, pair.links[0])
    review = judged(rewrite_case, Judgement(None, "Seen.", "Ana")).linked(key, linked=True)
    assert "Ana · Linked by hand" in text_of(written(rewrite_case, tmp_path, review=review))


def test_times_read_well_and_what_is_none_is_kept() -> None:
    assert moment("2026-11-21T19:40:00+01:00") == "21 Nov 2026, 18:40 UTC"
    assert moment("") == ""
    assert moment("yesterday") == "yesterday"


def test_the_ledger_has_a_line_for_every_sentence_with_its_sources(rewrite_case: Analysis) -> None:
    table = build_report(rewrite_case, when=WHEN).ledger
    assert table is not None
    assert [line.label for line in table.lines] == [f"A {n}" for n in range(1, 7)]
    assert [line.match for line in table.lines][:2] == [MatchClass.NO_SOURCE, MatchClass.PARAPHRASE]
    second = table.lines[1]
    assert [(c.label, c.class_name) for c in second.chips] == [("B 2", "Paraphrase")]
    assert second.divergence is not None
    assert (second.divergence.name, second.divergence.change) == ("Number", "20 → 12")
    assert table.lines[0].chips == ()
    assert "4 of 6 sentences have a source here." in table.summary


def test_the_matrix_counts_nothing_twice(rewrite_case: Analysis) -> None:
    found = matrix(rewrite_case)
    report = build_report(rewrite_case, when=WHEN)
    assert found is not None
    (a, b) = found.rows
    assert a.cells[0].same
    assert a.cells[1].figure == next(c.figure for c in report.scores if c.name == "Largest single source")
    assert a.cells[1].detail == "4 sentences"
    assert (b.cells[0].figure, b.cells[0].detail) == ("used by A", "4 sentences")


def test_the_matrix_turns_where_the_other_one_was_made_from_it(
    make: SimpleNamespace, bridge: Two, taken: list[Link]
) -> None:
    turned = matrix(make.case(bridge, [make.pair(*bridge, taken, derived=Side.B)]))
    unknown = matrix(make.case(bridge, [make.pair(*bridge, taken, derived=Side.UNKNOWN)]))
    stopped = matrix(make.case(bridge, complete=False))
    assert turned is not None
    assert unknown is not None
    assert stopped is not None
    assert turned.rows[0].cells[1].figure == "used by B"
    assert turned.rows[1].cells[0].detail == "4 sentences"
    assert unknown.rows[1].cells[0].figure == "shared with A"
    assert stopped.rows[0].cells[1].detail == "not compared"
    assert matrix(make.case(bridge[:1])) is None


def test_what_was_taken_is_drawn_and_told_in_words(
    make: SimpleNamespace, bridge: Two, taken: list[Link], rewrite_case: Analysis, tmp_path: Path
) -> None:
    apart = make.article("x", ["The council met."])

    def with_one_apart(*links: Link, derived: Side = Side.A) -> Analysis:
        pairs = [make.pair(*bridge, links, derived=derived), *(make.pair(article, apart) for article in bridge)]
        made: Analysis = make.case([*bridge, apart], pairs)
        return made

    drawn = with_one_apart(*taken)
    found, unknown = matrix(drawn), matrix(with_one_apart(*taken, derived=Side.UNKNOWN))
    nothing, two = matrix(with_one_apart()), matrix(rewrite_case)
    assert two is not None
    assert (two.edges, two.drawn) == ((), "")  # the table of two articles says as much
    assert found is not None
    assert unknown is not None
    assert nothing is not None
    (edge,) = found.edges
    assert (edge.start, edge.end, edge.directed) == (1, 0, True)
    assert found.drawn == f"Drawing of the articles: B gave {edge.label}."
    assert not unknown.edges[0].directed
    assert "do not tell which came first" in unknown.drawn
    assert (nothing.edges, nothing.drawn) == ((), "")
    with pikepdf.open(io.BytesIO(written(drawn, tmp_path))) as pdf:
        assert found.drawn in {str(x.Alt) for x in pdf.objects if isinstance(x, pikepdf.Dictionary) and "/Alt" in x}


def test_a_large_case_lists_its_pairs_instead(make: SimpleNamespace, tmp_path: Path) -> None:
    articles = [make.article(f"x{n}", ["The council met.", f"Nobody spoke of {n}."]) for n in range(WIDEST + 2)]
    pairs = [make.pair(articles[0], other, [make.link(articles[0], other, [0], [0])]) for other in articles[1:4]]
    pairs += [make.pair(articles[0], other) for other in articles[4:]]
    analysis = make.case(articles, pairs)
    found = matrix(analysis)
    assert found is not None
    assert found.rows == ()
    assert [p.label for p in found.pairs] == ["A from B", "A from C", "A from D"]
    assert "share nothing" in found.summary
    assert "A from B" in text_of(written(analysis, tmp_path))


def test_a_logo_stands_in_place_of_the_sign(rewrite_case: Analysis, tmp_path: Path) -> None:
    (tmp_path / "logo.png").write_bytes(_png(8, 4))
    (tmp_path / "logo.svg").write_text(SVG, "utf-8")
    for name in ("logo.png", "logo.svg"):
        data = written(rewrite_case, tmp_path, options=ReportOptions(logo=str(tmp_path / name), outlet="Bugle"))
        with pikepdf.open(io.BytesIO(data)) as pdf:
            alternatives = {str(x.Alt) for x in pdf.objects if isinstance(x, pikepdf.Dictionary) and "/Alt" in x}
        assert "Bugle" in alternatives


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("gone.png", None, "cannot be read"),
        ("text.png", b"no picture", "neither PNG nor SVG"),
        ("cut.png", b"\x89PNG\r\n\x1a\n", "is damaged"),
        ("broken.png", b"\x89PNG\r\n\x1a\n" + b"\0" * 40, "is damaged"),
        ("broken.svg", b"<svg><rect", "is damaged"),
        ("large.svg", b"<svg>" + b" " * 2_000_001, "larger than 2 MB"),
        ("wide.png", b"\x89PNG\r\n\x1a\n" + struct.pack(">I4sII", 13, b"IHDR", 90_000, 10), "pixels wide or high"),
    ],
)
def test_a_bad_logo_is_told_in_one_sentence_and_nothing_is_written(
    rewrite_case: Analysis, tmp_path: Path, name: str, data: bytes | None, said: str
) -> None:
    path = tmp_path / name
    if data is not None:
        path.write_bytes(data)
    with pytest.raises(UsageError, match=said) as error:
        written(rewrite_case, tmp_path, options=ReportOptions(logo=str(path)))
    assert len(str(error.value)) < 160
    assert not (tmp_path / "report.pdf").exists()
    assert read_logo("") is None


def _png(width: int, height: int) -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = b"".join(b"\0" + b"\x20\x30\x40" * width for _ in range(height))
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")
