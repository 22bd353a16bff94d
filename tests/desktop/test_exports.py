"""A report in several formats: what is said of the choice, where each goes, and how one failure spares the others."""

from __future__ import annotations

from pathlib import Path
from typing import cast

import pytest

import seeds
from core import ingest
from core.case.review import Review
from core.errors import CognateError, ExportError, UsageError
from core.model import Analysis
from core.pipeline import analyse
from core.progress import Cancelled, NoProgress, Progress
from core.report.formats import Format
from core.report.model import Report
from core.report.options import Marks, PageSize, ReportOptions
from core.report.tables import FILES
from desktop.engine import CoreEngine
from desktop.exports import Exported, Order, Outcome, Target, export_all
from desktop.models.exporting import (
    PURPOSES,
    contents_said,
    end_said,
    existing,
    failure_said,
    kept_formats,
    remembered_formats,
    stem,
    targets,
    trouble,
)
from desktop.terms import format_name

FOLDER = "/in/the/office"
ALL = tuple(PURPOSES)


class FakeWriter:
    """Notes what it writes; fails at the formats it is told to."""

    def __init__(self, fails: dict[Format, CognateError] | None = None) -> None:
        self.fails = fails or {}
        self.calls: list[Format] = []

    def report(self, analysis: Analysis, title: str, options: ReportOptions, review: Review) -> Report:  # noqa: ARG002 - the interface
        return cast("Report", title)

    def write_report(self, target: Target, order: Order, report: Report, progress: Progress) -> None:  # noqa: ARG002 - the interface
        self.calls.append(target.format)
        progress.step("in the engine's words", 0.5)
        if target.format in self.fails:
            raise self.fails[target.format]


class Noting:
    """Notes the progress, and stops before the given share."""

    def __init__(self, stop_at: float = 2.0) -> None:
        self.steps: list[tuple[str, float]] = []
        self.stop_at = stop_at

    def step(self, stage: str, done: float) -> None:
        if done >= self.stop_at:
            raise Cancelled
        self.steps.append((stage, done))


@pytest.fixture(scope="module")
def sample() -> Analysis:
    return analyse([ingest.read(path) for path in seeds.paths()])


def order(analysis: Analysis, folder: Path, formats: tuple[Format, ...] = ALL) -> Order:
    return Order(analysis, Review(), "Sample", ReportOptions(), targets(str(folder), "report", formats))


def test_every_format_is_offered_with_a_name_and_a_purpose() -> None:
    assert set(PURPOSES) == set(Format)
    assert len({format_name(f) for f in Format}) == len(Format)


def test_each_format_goes_to_a_file_of_its_own_and_tables_to_a_folder() -> None:
    paths = [t.path for t in targets(FOLDER, " report.PDF ", ALL)]
    assert [str(p) for p in paths] == [f"{FOLDER}/report{suffix}" for suffix in (".pdf", ".html", ".docx", "", ".json")]
    assert [t.format for t in targets(FOLDER, "x", {Format.JSON, Format.PDF})] == [Format.PDF, Format.JSON]


def test_a_folder_may_be_named_from_home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    (target,) = targets("~/reports", "x", [Format.PDF])
    assert target.path == tmp_path / "reports" / "x.pdf"
    assert trouble("~/reports", "x", [Format.PDF]) == ""


@pytest.mark.parametrize(("typed", "kept"), [("a.pdf", "a"), (" a.b ", "a.b"), ("x.json", "x"), ("v1.2 .docx", "v1.2")])
def test_a_suffix_that_is_typed_is_not_written_twice(typed: str, kept: str) -> None:
    assert stem(typed) == kept


@pytest.mark.parametrize(
    ("folder", "name", "formats", "said"),
    [
        (FOLDER, "report", [Format.PDF], ""),
        (FOLDER, "report", [], "Choose at least one format."),
        ("  ", "report", [Format.PDF], "Name a folder."),
        ("somewhere", "report", [Format.PDF], "Name the folder from the root on, or choose it."),
        ("~nobody-here/reports", "report", [Format.PDF], "Name the folder from the root on, or choose it."),
        (FOLDER, " ", [Format.PDF], "Name the files."),
        (FOLDER, "..", [Format.PDF], "Name the files."),
        (FOLDER, ".pdf", [Format.PDF], "Name the files."),
        (FOLDER, "a/b", [Format.PDF], "The name of a file cannot hold “/”."),
        (FOLDER, "a\x07b", [Format.PDF], "The name of a file cannot hold “\ufffd”."),
        (FOLDER, "x" * 201, [Format.PDF], "The name is too long."),
    ],
)
def test_what_is_wrong_with_a_choice_is_said(folder: str, name: str, formats: list[Format], said: str) -> None:
    assert trouble(folder, name, formats) == said


def test_the_home_of_nobody_is_no_folder() -> None:
    assert targets("~nobody-here", "x", [Format.PDF]) == ()


def test_what_would_be_replaced_is_found(tmp_path: Path) -> None:
    wanted = targets(str(tmp_path), "report", ALL)
    (tmp_path / "report").mkdir()
    assert existing(wanted) == frozenset(), "a folder with none of the tables loses nothing"
    (tmp_path / "report" / "links.csv").touch()
    (tmp_path / "report.pdf").touch()
    (tmp_path / "report.json").symlink_to("nowhere")
    assert existing(wanted) == {tmp_path / "report", tmp_path / "report.pdf", tmp_path / "report.json"}


def test_formats_are_remembered() -> None:
    assert remembered_formats(kept_formats([Format.CSV, Format.PDF])) == {Format.PDF, Format.CSV}
    assert kept_formats([Format.JSON, Format.HTML]) == "html,json"
    assert remembered_formats("rtf,docx") == {Format.DOCX}
    assert remembered_formats("") == {Format.PDF}


def test_what_of_the_choices_holds_for_which_format_is_said() -> None:
    options = ReportOptions(ledger=False, matrix=False, omissions=False, page=PageSize.LETTER, marks=Marks.UNDERLINE)
    parts = "Summary and scores, Aligned passages, Credit and quotation audit and Method and limits"
    assert contents_said(options, [Format.PDF, Format.JSON]) == (
        f"PDF document: {parts}.",
        "Marks: Underline styles only. Page: US Letter, portrait.",
        "Data (JSON): everything, whichever parts a report has.",
    )
    web = contents_said(options, [Format.HTML])
    assert web == (f"Web page (HTML): {parts}.", "Marks: Underline styles only.")
    covered = contents_said(ReportOptions(anonymise=True), [Format.CSV])
    assert covered[-1] == (
        "Anonymised: titles, files and the names of authors and outlets are replaced, in the texts too. "
        "People in the news keep their names."
    )


def test_every_format_of_the_sample_case_is_written(sample: Analysis, tmp_path: Path) -> None:
    told: list[Outcome] = []
    exported = export_all(CoreEngine(), order(sample, tmp_path), NoProgress(), told.append)
    assert exported.failed == ()
    assert [x.target.format for x in told] == list(ALL)
    begins = {"report.pdf": b"%PDF", "report.html": b"<!", "report.docx": b"PK", "report.json": b"{"}
    for name, begin in begins.items():
        assert (tmp_path / name).read_bytes()[:400].lstrip().startswith(begin), name
    assert {path.name for path in (tmp_path / "report").iterdir()} == set(FILES)
    assert {path.name for path in tmp_path.iterdir()} == {*begins, "report"}


def test_one_that_fails_keeps_no_other_from_being_written(sample: Analysis, tmp_path: Path) -> None:
    (tmp_path / "report.pdf").mkdir()
    (tmp_path / "report.json").write_text("old", "utf-8")
    exported = export_all(CoreEngine(), order(sample, tmp_path, (Format.PDF, Format.CSV)), NoProgress(), lambda _: None)
    (failed,) = exported.failed
    assert failed.target.format is Format.PDF
    assert "is a folder, not a file. Choose a file name inside it." in failure_said(failed, replaced=False)
    assert failure_said(failed, replaced=True).endswith("What was there is unchanged.")
    assert [t.format for t in exported.written] == [Format.CSV]
    assert (tmp_path / "report.json").read_text("utf-8") == "old"


def test_progress_goes_through_all_formats_in_the_desktops_words(sample: Analysis, tmp_path: Path) -> None:
    progress = Noting()
    export_all(FakeWriter(), order(sample, tmp_path), progress, lambda _: None)
    shares = [done for _, done in progress.steps]
    assert shares == sorted(shares)
    assert 0.9 < shares[-1] <= 1.0
    stages = list(dict.fromkeys(stage for stage, _ in progress.steps))
    assert stages == ["Putting the report together", *(f"Writing: {format_name(f)}" for f in ALL)]


def test_told_to_stop_it_gives_back_what_was_written(sample: Analysis, tmp_path: Path) -> None:
    writer = FakeWriter()
    exported = export_all(writer, order(sample, tmp_path), Noting(stop_at=0.5), lambda _: None)
    assert exported.stopped
    assert [t.format for t in exported.written] == [Format.PDF, Format.HTML]
    assert Format.CSV not in writer.calls


def test_without_a_report_there_is_nothing_to_write(sample: Analysis, tmp_path: Path) -> None:
    class NoLogo(FakeWriter):
        def report(self, analysis: Analysis, title: str, options: ReportOptions, review: Review) -> Report:  # noqa: ARG002 - the interface
            raise UsageError("The logo is gone.")

    with pytest.raises(UsageError):
        export_all(NoLogo(), order(sample, tmp_path), NoProgress(), lambda _: None)


def test_the_end_is_said_in_a_sentence() -> None:
    pdf, web = targets(FOLDER, "x", [Format.PDF, Format.HTML])
    failed = Outcome(web, ExportError("The disk is full."))
    assert end_said(Exported((Outcome(pdf), Outcome(web))), 2) == "The report was written."
    assert end_said(Exported((Outcome(pdf), failed)), 2) == "1 of 2 files were written."
    assert end_said(Exported((failed,)), 1) == "The report could not be written."
    assert end_said(Exported((Outcome(pdf),), stopped=True), 2) == "The export was stopped. 1 file written before."
    assert end_said(Exported(stopped=True), 2) == "The export was stopped. Nothing was written."
