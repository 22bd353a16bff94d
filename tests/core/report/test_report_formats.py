import json
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from docx.exceptions import InvalidXmlError
from jinja2 import UndefinedError
from typst import TypstError

from core.case.review import Review
from core.commands.exporting import exporter
from core.commands.terminal import TerminalProgress
from core.errors import ExportError
from core.model import Analysis, Credit, Direction, DirectionEvidence, Exclusions, Side, Span
from core.progress import Cancelled
from core.report.formats import Format, rendered, write_format
from core.report.model import Report, build_report
from core.report.options import ReportOptions
from core.report.tables import FILES

WHEN = datetime(2026, 11, 21, 19, 4)  # noqa: DTZ001 - a report prints the date it is given
BEGINS = {Format.PDF: b"%PDF-", Format.HTML: b"<!DOCTYPE html>", Format.DOCX: b"PK\x03\x04", Format.JSON: b"{"}


class Heard:
    """Remembers what it is told; stops the run at a stage."""

    def __init__(self, stop_at: str = "") -> None:
        self.steps: list[tuple[str, float]] = []
        self._stop_at = stop_at

    def step(self, stage: str, done: float) -> None:
        self.steps.append((stage, done))
        if stage == self._stop_at:
            raise Cancelled


def built(analysis: Analysis, **wanted: object) -> Report:
    return build_report(analysis, when=WHEN, options=ReportOptions(**wanted))  # type: ignore[arg-type]


@pytest.mark.parametrize("form", list(BEGINS))
def test_every_format_is_written(rewrite_case: Analysis, tmp_path: Path, form: Format) -> None:
    heard, path = Heard(), tmp_path / f"report{form.suffix}"
    write_format(form, rewrite_case, built(rewrite_case), Review(), path, heard)
    assert path.read_bytes().startswith(BEGINS[form])
    assert path.read_bytes() == rendered(form, rewrite_case, built(rewrite_case))
    assert heard.steps == [(f"Making: {form.title}", 0.0), ("Writing", 0.95)]
    assert list(tmp_path.iterdir()) == [path]


def test_tables_are_written_into_a_folder(rewrite_case: Analysis, tmp_path: Path) -> None:
    write_format(Format.CSV, rewrite_case, built(rewrite_case), Review(), tmp_path / "tables")
    assert {path.name for path in (tmp_path / "tables").iterdir()} == set(FILES)
    with pytest.raises(ValueError, match="several files"):
        rendered(Format.CSV, rewrite_case, built(rewrite_case))


def test_formats_have_names_for_people_and_for_files() -> None:
    assert [form.suffix for form in Format] == [".pdf", ".html", ".docx", "", ".json"]
    assert len({form.title for form in Format}) == len(Format)


@pytest.mark.parametrize("form", [Format.CSV, Format.JSON])
def test_who_stops_or_names_a_bad_place_keeps_the_old_file(
    rewrite_case: Analysis, tmp_path: Path, form: Format
) -> None:
    with pytest.raises(Cancelled):
        write_format(form, rewrite_case, built(rewrite_case), Review(), tmp_path / "x", Heard("Writing"))
    with pytest.raises(ExportError, match="There is no folder"):
        write_format(form, rewrite_case, built(rewrite_case), Review(), tmp_path / "no" / "x")
    assert list(tmp_path.iterdir()) == []


def test_parts_left_out_do_not_change_the_analysis(rewrite_case: Analysis) -> None:
    nothing = built(rewrite_case, summary=False, passages=False, ledger=False, omissions=False)
    usual = rendered(Format.JSON, rewrite_case, built(rewrite_case))
    assert rendered(Format.JSON, rewrite_case, nothing) == usual
    assert json.loads(usual)["articles"][0]["path"] == "/desk/c.txt"


def test_an_anonymised_analysis_holds_no_title_file_or_outlet(rewrite_case: Analysis) -> None:
    a, b = (replace(x, title=t) for x, t in zip(rewrite_case.articles, ("Scoop", "Wire Wonder"), strict=True))
    why = "“Wire Wonder” credits Harbor Wire."
    reason = DirectionEvidence("credit", why, Side.A, Side.B, Span(0, 13))
    pair = replace(
        rewrite_case.pairs[0],
        credit=Credit(present=True, names=("Harbor Wire",)),
        direction=Direction(Side.A, (reason,), "Both name Harbor Wire."),
    )
    case = replace(rewrite_case, articles=(a, b), pairs=(pair,), exclusions=Exclusions(phrases=("says Harbor Wire",)))
    hidden = rendered(Format.JSON, case, built(case, anonymise=True)).decode()
    for name in ("Scoop", "Wire Wonder", "c.txt", "e.txt", "/desk", "Harbor Wire"):
        assert name in rendered(Format.JSON, case, built(case)).decode()
        assert name not in hidden
    told = json.loads(hidden)
    assert [x["title"] for x in told["articles"]] == ["Article A", "Article B"]
    assert told["pairs"][0]["direction"]["evidence"][0]["why"] == "Article B credits Outlet 1."
    assert told["pairs"][0]["direction"]["note"] == "Both name Outlet 1."
    assert told["exclusions"]["phrases"] == ["says Outlet 1"]
    assert [x["text"] for x in told["articles"]] == [a.text, b.text]
    assert built(case, anonymise=True).direction[0].reasons == ("B credits Outlet 1.",)


FAULTS = [
    (Format.PDF, "core.report.pdf.render_pdf", TypstError("no such thing", "no such thing")),
    (Format.HTML, "core.report.html.render_html", UndefinedError("no such thing")),
    (Format.DOCX, "core.report.docx.render_docx", InvalidXmlError("no such thing")),
    (Format.DOCX, "core.report.docx.render_docx", KeyError("no such thing")),
    (Format.CSV, "core.report.formats.csv_files", ZeroDivisionError("no such thing")),
    (Format.JSON, "core.report.formats.as_json", RecursionError("no such thing")),
]


@pytest.mark.parametrize(("form", "what", "fault"), FAULTS)
def test_a_fault_of_one_format_is_a_refusal_of_it(
    rewrite_case: Analysis,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    form: Format,
    what: str,
    fault: Exception,
) -> None:
    def break_down(*_: object) -> None:
        raise fault

    monkeypatch.setattr(what, break_down)
    with pytest.raises(ExportError) as refused:
        write_format(form, rewrite_case, built(rewrite_case), Review(), tmp_path / "x")
    said = str(refused.value)
    because = f"because of a fault of Cognate's own ({type(fault).__name__} in core/report/formats.py:"
    assert said.startswith(f"{form.title}: not made, {because}")
    assert "no such thing" not in said
    assert list(tmp_path.iterdir()) == []


def test_a_format_that_breaks_down_does_not_keep_the_others_from_being_written(
    rewrite_case: Analysis, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def break_down(*_: object) -> None:
        raise KeyError("style")

    monkeypatch.setattr("core.report.docx.render_docx", break_down)
    monkeypatch.setattr("core.report.formats.csv_files", break_down)
    targets = {form: str(tmp_path / f"report{form.suffix}") for form in (Format.CSV, Format.DOCX, Format.JSON)}
    assert exporter(targets, "Case")(rewrite_case, TerminalProgress()) == 2
    assert [path.name for path in tmp_path.iterdir()] == ["report.json"]
    told = capsys.readouterr().err
    assert "Tables (CSV): not made" in told
    assert "Word document (DOCX): not made" in told
