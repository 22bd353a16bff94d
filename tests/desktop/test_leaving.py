"""Another case is opened: nothing that was chosen for the one before, or worked out of it, gets into it."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from core.case.file import CaseFile
from core.case.review import Review
from core.errors import ExportError
from core.options import Options
from core.report.formats import Format
from core.report.options import ReportOptions
from desktop.control.case_files import CaseFiles
from desktop.dialogs.preferences import PreferencesDialog
from desktop.exports import Order, Outcome, Target
from desktop.intake import Pasted
from desktop.main_window import MainWindow
from desktop.screens import Screen
from desktop.settings import LOGO, MODEL_FOLDER, SKIP_RUNS, THRESHOLDS

TEXTS = ("Bread is dear.\nBakers met.", "Bread is dear.\nBakers met at noon.")


def named(qtbot: QtBot, files: CaseFiles, chooser: Any, path: Path) -> Path:
    """Keep the case on screen under a name."""
    chooser.case_saved = path
    files.save_as()
    qtbot.waitUntil(lambda: files.keeper.path == path)
    qtbot.waitUntil(lambda: bool(files.saved_at) and not files.keeper.waiting)
    return path


def ready(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.waitUntil(lambda: not window.files.loading and not window.work.busy, timeout=5000)


@pytest.fixture
def first(qtbot: QtBot, case: MainWindow, files: Any, tmp_path: Path) -> Path:
    """Return the file of a case of three articles; one of two others is on screen, also named."""
    path = named(qtbot, case.files, files, tmp_path / "harbour.cognate")
    case.files.new()
    ready(qtbot, case)
    case.work.add([Pasted(text) for text in TEXTS])
    qtbot.waitUntil(lambda: case.work.session.analysis is not None and not case.work.busy)
    named(qtbot, case.files, files, tmp_path / "bread.cognate")
    return path


def texts(window: MainWindow) -> tuple[list[str], list[str]]:
    """Return the texts of the case, and those that its analysis is of."""
    analysis = window.work.session.analysis
    assert analysis is not None
    return [a.text for a in window.work.session.articles], [a.text for a in analysis.articles]


def test_a_choice_that_waits_when_another_case_is_opened_is_of_the_one_that_is_left(
    qtbot: QtBot, case: MainWindow, first: Path
) -> None:
    left = case.files.keeper.path
    assert left is not None
    before = case.work.options.wholly_derived
    case.choices.of_case.set(SKIP_RUNS, 9)
    case.choices.of_case.set(THRESHOLDS["wholly_derived"], 0.75)
    case.files.open(first)
    ready(qtbot, case)
    assert case.work.options.wholly_derived == before
    assert case.work.session.exclusions.runs_below != 9
    assert not case.choices._timer.isActive()
    with CaseFile.open(left, read_only=True) as kept:
        contents = kept.read()
    assert contents.exclusions.runs_below == 9
    assert Options.from_saved(contents.options or {}).wholly_derived == 0.75


def test_what_is_chosen_while_a_case_is_being_opened_counts_nothing(
    qtbot: QtBot, case: MainWindow, engine: Any, first: Path, tmp_path: Path
) -> None:
    runs, begun = engine.runs, []

    def choose() -> None:
        case.choices.of_case.set(SKIP_RUNS, 9)
        case.choices._apply()
        case._settings.set(MODEL_FOLDER, str(tmp_path))
        case.looks._compare_again()
        begun.append(case.work.comparing or case.work._counting.running)

    case.files.keeper.opened.connect(lambda _: choose())
    case.files.open(first)
    ready(qtbot, case)
    assert begun == [False]
    assert engine.runs == runs
    assert not case.looks._timer.isActive()
    assert case.work.session.exclusions.runs_below != 9
    in_case, compared = texts(case)
    assert in_case == compared


def test_a_comparison_that_begins_while_a_case_is_being_opened_does_not_reach_it(
    qtbot: QtBot, case: MainWindow, engine: Any, first: Path
) -> None:
    engine.gate.clear()
    case.files.keeper.opened.connect(lambda _: case.work.compare())
    case.files.open(first)
    qtbot.waitUntil(lambda: not case.files.loading)
    assert not case.work.comparing
    engine.gate.set()
    ready(qtbot, case)
    qtbot.wait(50)
    in_case, compared = texts(case)
    assert len(in_case) == 3
    assert compared == in_case


def test_a_choice_is_kept_though_the_window_is_closed_at_once(qtbot: QtBot, case: MainWindow, first: Path) -> None:
    left = case.files.keeper.path
    assert left is not None
    assert first.exists()
    case.choices.of_case.set(SKIP_RUNS, 9)
    case.close()
    with CaseFile.open(left, read_only=True) as kept:
        assert kept.read().exclusions.runs_below == 9
    assert not case.isVisible()
    qtbot.waitUntil(lambda: not case.work.busy)


def test_a_choice_is_kept_with_nothing_to_compare(qtbot: QtBot, window: MainWindow, files: Any, tmp_path: Path) -> None:
    window.work.add([Pasted(TEXTS[0])])
    qtbot.waitUntil(lambda: bool(window.work.session.articles) and not window.work.busy)
    path = named(qtbot, window.files, files, tmp_path / "one.cognate")
    window.choices.of_case.set(THRESHOLDS["wholly_derived"], 0.75)
    window.choices.flush()
    qtbot.waitUntil(lambda: bool(window.files.saved_at) and not window.files.keeper.waiting)
    with CaseFile.open(path, read_only=True) as kept:
        assert Options.from_saved(kept.read().options or {}).wholly_derived == 0.75


def test_a_choice_is_applied_when_its_dialog_ends(case: MainWindow) -> None:
    case.actions_by_name["exclusions"].trigger()
    (dialog,) = case.findChildren(PreferencesDialog)
    case.choices.of_case.set(SKIP_RUNS, 9)
    dialog.accept()
    assert case.work.session.exclusions.runs_below == 9
    assert not case.choices._timer.isActive()


def test_findings_of_a_case_that_was_left_are_not_copied(
    qtbot: QtBot, case: MainWindow, engine: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate, asked, found = threading.Event(), threading.Event(), threading.Event()

    def findings(report: object) -> tuple[str, str]:
        asked.set()
        gate.wait(10)
        found.set()
        return f"Findings of {report}", ""

    monkeypatch.setattr(engine, "findings", findings)
    QGuiApplication.clipboard().setText("before")
    case.exporting.copy()
    qtbot.waitUntil(asked.is_set)
    case.files.new()
    ready(qtbot, case)
    gate.set()
    qtbot.waitUntil(found.is_set)
    qtbot.wait(50)
    assert QGuiApplication.clipboard().text() == "before"


def test_a_report_goes_on_though_another_case_is_opened(
    qtbot: QtBot, case: MainWindow, engine: Any, tmp_path: Path
) -> None:
    engine.write_gate.clear()
    targets = Target(Format.PDF, tmp_path / "a.pdf"), Target(Format.JSON, tmp_path / "gone" / "a.json")
    case.exporting.write(targets)
    qtbot.waitUntil(lambda: case.work.exporting)
    case.files.new()
    qtbot.waitUntil(lambda: not case.files.loading)
    assert case.work.exporting
    engine.write_gate.set()
    qtbot.waitUntil(lambda: len(case.messages.messages) == 2)
    assert {m.what: m.button for m in case.messages.messages} == {
        "1 of 2 files were written.": "Open",
        "The folder “gone” is not there.": "",
    }
    assert (tmp_path / "a.pdf").exists()


def test_what_an_overtaken_export_still_wrote_is_not_told_of_the_new_one(
    qtbot: QtBot, case: MainWindow, engine: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate, begun = threading.Event(), threading.Event()

    def write(_target: Target, order: Order, *_: object) -> None:
        begun.set()
        gate.wait(10)
        if order.title == "old":
            raise ExportError("The disk is full.")

    monkeypatch.setattr(engine, "write_report", write)
    analysis = case.work.session.analysis
    assert analysis is not None
    told: list[Outcome] = []
    case.work.target_done.connect(told.append)
    target = Target(Format.PDF, tmp_path / "a.pdf")
    for title in ("old", "new"):
        case.work.export(Order(analysis, Review(), title, ReportOptions(), (target,)))
        qtbot.waitUntil(begun.is_set)
    gate.set()
    qtbot.waitUntil(lambda: not case.work.exporting)
    assert told == [Outcome(target)]


def test_no_logo_on_the_reports_screen_is_none_in_the_export_either(case: MainWindow, tmp_path: Path) -> None:
    usual, own = str(tmp_path / "usual.svg"), str(tmp_path / "own.svg")
    case._settings.set(LOGO, usual)
    case.navigation.show(Screen.REPORT)
    page = case.case.report
    page.panel.parts["ledger"].click()
    assert case.choices.report() == page.options() == ReportOptions(ledger=False, logo=usual)
    for chosen in ("", own):
        page.panel.set_logo(chosen)
        assert case.choices.report() == page.options() == ReportOptions(ledger=False, logo=chosen)
    page.panel.set_logo("")
    case.choices.show_report()
    assert page.options().logo == ""
