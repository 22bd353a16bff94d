"""Several formats in one run of ``compare`` and ``report``: what is written where, and what is refused."""

from __future__ import annotations

import json
from importlib.resources import files
from pathlib import Path

import pypdf
import pytest
from jsonschema import Draft202012Validator

from core.case.contents import SettingName
from core.case.file import CaseFile
from core.cli import main
from core.report.model import Report, build_report
from core.report.options import ReportOptions
from core.report.tables import FILES

TEXTS = {
    "rewrite.txt": "The harbour bridge will close for repairs on Monday, the port authority said.\n\n"
    "Local bakers expect to sell fewer rolls.\n",
    "wire.txt": "The harbour bridge will close for repairs on Monday, the port authority said.\n\n"
    "Engineers found cracks in three of its twelve pillars.\n",
}
SCHEMA = json.loads((files("resources") / "schema" / "cognate-analysis-1.schema.json").read_text(encoding="utf-8"))
FORMS = ("pdf", "html", "docx", "csv", "json")


@pytest.fixture
def articles(tmp_path: Path) -> list[str]:
    for name, text in TEXTS.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return [str(tmp_path / name) for name in TEXTS]


def all_of(folder: Path) -> list[str]:
    return [word for form in FORMS for word in (f"--{form}", str(folder / f"out.{form}"))]


def written(folder: Path) -> dict[str, bytes]:
    return {str(p.relative_to(folder)): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def test_every_format_and_a_case_at_once(
    articles: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1780000000")
    one, other, case = tmp_path / "one", tmp_path / "other", tmp_path / "x.cognate"
    one.mkdir()
    other.mkdir()
    built: list[Report] = []

    def count(*given: object, **named: object) -> Report:
        built.append(build_report(*given, **named))  # type: ignore[arg-type]
        return built[-1]

    monkeypatch.setattr("core.commands.exporting.build_report", count)
    assert main(["compare", *articles, *all_of(one), "--case", str(case)]) == 0
    assert len(built) == 1
    names = {*(f"out.{form}" for form in FORMS if form != "csv"), *(f"out.csv/{name}" for name in FILES)}
    assert set(written(one)) == names
    # From the case come the same bytes: the engine is not asked again, and the date is the one that is given.
    assert main(["report", str(case), *all_of(other)]) == 0
    assert written(other) == written(one)
    assert capsys.readouterr().out == ""


def test_the_choices_of_a_case_hold_for_every_format(articles: list[str], tmp_path: Path) -> None:
    case = tmp_path / "x.cognate"
    assert main(["compare", *articles, "--case", str(case)]) == 0
    with CaseFile.open(case) as opened:
        opened.keep_setting(SettingName.REPORT, ReportOptions(anonymise=True, omissions=False).as_saved())
    assert main(["report", str(case), *all_of(tmp_path)]) == 0
    pdf = " ".join(page.extract_text() for page in pypdf.PdfReader(tmp_path / "out.pdf").pages)
    told = json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))
    page = (tmp_path / "out.html").read_text(encoding="utf-8")
    table = (tmp_path / "out.csv" / "sentences.csv").read_text(encoding="utf-8-sig")
    assert "left out by choice" not in pdf
    assert "Omitted and added" not in pdf
    Draft202012Validator(SCHEMA).validate(told)
    assert [a["path"] for a in told["articles"]] == ["Article A", "Article B"]
    for text in (pdf, json.dumps(told), page, table):
        assert "rewrite.txt" not in text
        assert "Article A" in text


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--csv", "-"], "--csv needs a folder"),
        (["--csv", ""], "--csv needs a folder"),
        (["--html", ""], "--html needs a file name"),
        (["--pdf", "-", "--html", "-"], "would write over standard output"),
        (["--pdf", "{}/x", "--docx", "{}/x"], "would write over"),
        (["--csv", "{}/t", "--json", "{}/t/links.csv"], "--csv would write over"),
        (["--csv", "{}/t", "--html", "{}/t"], "--csv would write over"),
        (["--csv", "{}/t", "--case", "{}/t/./sentences.csv"], "--csv would write over"),
        (["--docx", "{}/wire.txt"], "--docx would write over"),
        (["--csv", "{}/wire.txt"], "--csv would write over"),
    ],
)
def test_exports_that_meet_are_refused_before_anything_is_compared(
    articles: list[str], tmp_path: Path, words: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    before = written(tmp_path)
    assert main(["compare", *articles, *(word.format(tmp_path) for word in words)]) == 2
    assert said in capsys.readouterr().err
    assert written(tmp_path) == before


def test_a_format_that_cannot_be_written_does_not_stop_the_others(
    articles: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bad = str(tmp_path / "missing" / "out.pdf")
    out, case = str(tmp_path / "out.json"), str(tmp_path / "x.cognate")
    assert main(["compare", *articles, "--pdf", bad, "--json", out, "--case", case]) == 1
    assert "There is no folder" in capsys.readouterr().err
    assert json.loads(Path(out).read_text(encoding="utf-8"))["schema"]
    assert main(["report", case, "--pdf", bad, "--html", str(tmp_path / "out.html")]) == 1
    assert (tmp_path / "out.html").exists()


@pytest.mark.parametrize("form", ["html", "docx"])
def test_one_format_may_go_to_standard_output(form: str, articles: list[str], capfdbinary: object) -> None:
    assert main(["compare", *articles, f"--{form}", "-"]) == 0
    data = capfdbinary.readouterr().out  # type: ignore[attr-defined]
    assert data.startswith(b"<!DOCTYPE html>" if form == "html" else b"PK")


def test_tables_may_share_a_folder_with_another_export(articles: list[str], tmp_path: Path) -> None:
    folder = tmp_path / "new"
    assert main(["compare", *articles, "--html", str(folder / "report.html"), "--csv", str(folder)]) == 0
    assert set(written(folder)) == {"report.html", *FILES}
