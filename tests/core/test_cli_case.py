"""``compare --case`` and ``report``: a case file is written, and exported from without comparing again."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pypdf
import pytest

from core.case.contents import SettingName
from core.case.file import CaseFile
from core.cli import main
from core.options import Options
from core.report.options import Marks, PageSize, ReportOptions

TEXTS = {
    "rewrite.txt": "The harbour bridge will close for repairs on Monday, the port authority said.\n\n"
    "Local bakers expect to sell fewer rolls.\n",
    "wire.txt": "The harbour bridge will close for repairs on Monday, the port authority said.\n\n"
    "Engineers found cracks in three of its twelve pillars.\n",
}


@pytest.fixture
def articles(tmp_path: Path) -> list[str]:
    for name, text in TEXTS.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return [str(tmp_path / name) for name in TEXTS]


@pytest.fixture
def case(articles: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """Return a case of both, its articles gone."""
    path = tmp_path / "bridge.cognate"
    assert main(["compare", *articles, "--case", str(path), "--title", "Bridge", "--exclude", "names"]) == 0
    assert capsys.readouterr().out == ""
    for name in articles:
        Path(name).unlink()
    return path


def test_a_case_holds_the_comparison(case: Path) -> None:
    with CaseFile.open(case) as opened:
        contents = opened.read()
    assert [(a.letter, a.document.text) for a in contents.articles] == list(zip("AB", TEXTS.values(), strict=True))
    assert contents.analysis is not None
    assert (contents.title, contents.subject, contents.exclusions.names) == ("Bridge", None, True)
    assert contents.options == contents.analysis.options


def test_the_subject_and_what_failed_are_kept(articles: list[str], tmp_path: Path) -> None:
    path, gone = tmp_path / "x.cognate", str(tmp_path / "gone.txt")
    assert main(["compare", gone, *articles, "--subject", articles[1], "--case", str(path)]) == 1
    with CaseFile.open(path) as opened:
        contents = opened.read()
    assert contents.subject == "a2"
    assert [p.path for p in contents.problems] == [gone]


def test_the_report_of_a_case_is_that_of_the_comparison(
    articles: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = str(tmp_path / "x.cognate")
    assert main(["compare", *articles, "--case", path, "--json", "-"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert main(["report", path, "--json", "-"]) == 0
    assert json.loads(capsys.readouterr().out) == told


def test_a_pdf_is_made_from_a_case(case: Path, tmp_path: Path) -> None:
    pdf = tmp_path / "again.pdf"
    assert main(["report", str(case), "--pdf", str(pdf)]) == 0
    words = " ".join(page.extract_text() for page in pypdf.PdfReader(pdf).pages)
    assert "Bridge" in words
    assert "harbour bridge will close" in words


def test_without_an_export_a_summary_is_printed(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["report", str(case)]) == 0
    assert "The harbour bridge will close" in capsys.readouterr().out


def test_a_case_goes_to_standard_output(articles: list[str], tmp_path: Path, capfdbinary: Any) -> None:
    assert main(["compare", *articles, "--case", "-"]) == 0
    path = tmp_path / "piped.cognate"
    path.write_bytes(capfdbinary.readouterr().out)
    with CaseFile.open(path) as opened:
        assert len(opened.read().articles) == 2


def test_a_case_that_is_open_can_be_reported_but_not_written_over(
    articles: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "x.cognate"
    assert main(["compare", *articles, "--case", str(path)]) == 0
    with CaseFile.open(path):
        assert main(["report", str(path)]) == 0
        assert main(["compare", *articles, "--case", str(path)]) == 1
    assert "is open in another window" in capsys.readouterr().err


def test_a_case_that_is_not_compared_is_told(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with CaseFile.open(case) as opened:
        opened.keep_analysis(None)
    assert main(["report", str(case), "--json", "-"]) == 1
    assert "are not compared yet. Open it in Cognate and compare them." in capsys.readouterr().err


@pytest.mark.parametrize("words", [["--pdf"], ["--json"]])
def test_a_case_is_not_written_over_by_its_report(
    case: Path, words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    before = case.read_bytes()
    assert main(["report", str(case), *words, str(case)]) == 2
    assert "would write over" in capsys.readouterr().err
    assert case.read_bytes() == before


def test_what_is_no_case_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (path := tmp_path / "story.txt").write_text("Gulls returned.")
    assert main(["report", str(path)]) == 1
    assert capsys.readouterr().err == "cognate: “story.txt” is not a Cognate case. Choose a file that Cognate saved.\n"


def test_a_folder_that_is_not_there_is_told(articles: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["compare", *articles, "--case", "/nowhere/x.cognate"]) == 1
    assert "The folder “/nowhere” is not there" in capsys.readouterr().err


def words_of(pdf: Path) -> str:
    return " ".join(page.extract_text() for page in pypdf.PdfReader(pdf).pages)


def test_a_report_has_what_was_chosen_for_the_case_unless_told_otherwise(case: Path, tmp_path: Path) -> None:
    chosen = ReportOptions(ledger=False, anonymise=True, prepared_by="Ana", page=PageSize.LETTER, logo="logo.png")
    with CaseFile.open(case) as opened:
        opened.keep_setting(SettingName.REPORT, chosen.as_saved())
    kept, usual, full = (tmp_path / f"{name}.pdf" for name in ("kept", "usual", "full"))
    assert main(["report", str(case), "--pdf", str(kept)]) == 0
    assert main(["report", str(case), "--pdf", str(usual), "--usual"]) == 0
    assert main(["report", str(case), "--pdf", str(full), "--no-anonymise", "--full-texts", "--page", "a4"]) == 0
    assert "Ana" in words_of(kept)
    assert "rewrite" not in words_of(kept), "anonymised"
    assert "rewrite" in words_of(usual)
    assert "Ana" not in words_of(usual)
    assert "rewrite" in words_of(full)
    widths = [round(float(pypdf.PdfReader(pdf).pages[0].mediabox.width)) for pdf in (kept, usual, full)]
    assert widths == [612, 595, 595]


def test_choices_that_this_version_does_not_know_are_the_usual_ones() -> None:
    saved = {"marks": "glitter", "page": 7, "ledger": "no", "summary": False, "later": True, "logo": "/etc/logo.png"}
    assert ReportOptions.from_saved(saved) == ReportOptions(summary=False)
    chosen = ReportOptions(marks=Marks.UNDERLINE, full_texts=True, outlet="The Wire", logo="here.svg")
    assert ReportOptions.from_saved(chosen.as_saved(), logo="mine.svg") == replace(chosen, logo="mine.svg")
    assert Options.from_saved({"wholly_derived": 0.8, "gone": 1, "core_score": "x"}) == Options(wholly_derived=0.8)
    assert Options.from_saved({"wholly_derived": 80}) == Options()
