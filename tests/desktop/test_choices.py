"""What a case is compared, counted and reported with is its own; the preferences are for new ones."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.case.file import CaseFile
from core.model import Exclusions
from core.report.options import Marks, PageSize, ReportOptions
from desktop.dialogs.preferences import PreferencesDialog
from desktop.intake import Pasted
from desktop.main_window import MainWindow
from desktop.screens import Screen
from desktop.settings import EDITOR, LOGO, MARKS, PAGE, REPORT_PARTS, SKIP_NAMES, SKIP_RUNS, THRESHOLDS, Group, Settings
from desktop.theme import Theme

TEXTS = ("The harbour closes at noon.\nGulls returned.", "The harbour closes at dusk.\nGulls returned.")


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(tmp_path / "settings.ini")


@pytest.fixture
def start(
    qtbot: QtBot, light: Theme, engine: Any, files: Any, settings: Settings, tmp_path: Path
) -> Callable[[], MainWindow]:
    """Return what opens a window with two articles, compared and kept."""

    def run() -> MainWindow:
        window = MainWindow(light, engine, settings, files, tmp_path / "unsaved")
        qtbot.addWidget(window)
        window.show()
        window.work.add([Pasted(text) for text in TEXTS])
        qtbot.waitUntil(lambda: window.work.session.analysis is not None and not window.work.busy)
        qtbot.waitUntil(lambda: bool(window.files.saved_at))
        return window

    return run


def settle(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.waitUntil(lambda: not window.choices._timer.isActive() and not window.work.busy, timeout=5000)
    qtbot.waitUntil(lambda: not window.files.keeper.waiting and bool(window.files.saved_at), timeout=5000)


def test_a_new_case_begins_with_the_preferences_and_then_has_its_own(
    qtbot: QtBot, settings: Settings, start: Callable[[], MainWindow]
) -> None:
    settings.set(SKIP_NAMES, value=True)
    settings.set(THRESHOLDS["wholly_derived"], 0.8)
    window = start()
    assert window.work.session.exclusions == Exclusions(names=True)
    assert window.work.options.wholly_derived == 0.8

    settings.set(SKIP_RUNS, 6)
    settings.set(THRESHOLDS["wholly_derived"], 0.7)
    settle(qtbot, window)

    assert window.work.session.exclusions == Exclusions(names=True)
    assert window.work.options.wholly_derived == 0.8
    window.actions_by_name["new"].trigger()
    qtbot.waitUntil(lambda: not window.files.loading)
    assert window.work.session.exclusions == Exclusions(names=True, runs_below=6)
    assert window.work.options.wholly_derived == 0.7


def test_opening_a_case_leaves_the_preferences_alone(
    qtbot: QtBot, settings: Settings, start: Callable[[], MainWindow]
) -> None:
    window = start()
    window.choices.of_case.set(SKIP_RUNS, 9)
    window.choices.of_case.set(THRESHOLDS["wholly_derived"], 0.75)
    qtbot.waitUntil(lambda: window.work.session.exclusions.runs_below == 9)
    settle(qtbot, window)
    path = window.files.keeper.path
    assert path is not None
    window.articles.rename("a1", "Kept")  # so that the case is worth keeping
    window.work.session.set_name("Kept")
    window.files.keeper.save_as(path.with_name("kept.cognate"), "Kept")
    qtbot.waitUntil(lambda: window.files.keeper.path == path.with_name("kept.cognate"))
    window.files.new()
    qtbot.waitUntil(lambda: not window.files.loading)
    assert window.work.session.exclusions == Exclusions()

    window.files.open(path.with_name("kept.cognate"))
    qtbot.waitUntil(lambda: not window.files.loading)

    assert window.work.session.exclusions.runs_below == 9
    assert window.work.options.wholly_derived == 0.75
    assert settings.get(SKIP_RUNS) == 0
    assert settings.get(THRESHOLDS["wholly_derived"]) == 0.9


def test_the_dialog_of_the_case_follows_what_is_undone(qtbot: QtBot, start: Callable[[], MainWindow]) -> None:
    window = start()
    window.actions_by_name["exclusions"].trigger()
    dialog = next(w for w in QApplication.topLevelWidgets() if isinstance(w, PreferencesDialog))
    assert dialog.accessibleName() == "Exclusions and thresholds of this case"
    assert [dialog.pages.item(n).text() for n in range(dialog.pages.count())] == ["Scores", "Comparison"]
    dialog.show_group(Group.SCORES)
    window.choices.of_case.set(SKIP_NAMES, value=True)
    qtbot.waitUntil(lambda: window.work.session.exclusions.names)

    window.actions_by_name["undo"].trigger()

    assert not window.work.session.exclusions.names
    assert not window.choices.of_case.get(SKIP_NAMES)
    dialog.accept()


def test_what_is_chosen_for_a_report_stays_with_the_case(
    qtbot: QtBot, settings: Settings, start: Callable[[], MainWindow]
) -> None:
    settings.set(EDITOR, "Ana")
    settings.set(PAGE, PageSize.LETTER.value)
    settings.set(REPORT_PARTS["matrix"], value=False)
    window = start()
    window.navigation.show(Screen.REPORT)
    page = window.case.report
    assert page.options() == ReportOptions(matrix=False, page=PageSize.LETTER, prepared_by="Ana")

    page.panel.parts["ledger"].setChecked(False)
    page.panel.ways[Marks.UNDERLINE].setChecked(True)
    settings.set(MARKS, Marks.COLOUR.value)
    settings.set(EDITOR, "Ben")
    settle(qtbot, window)

    chosen = ReportOptions(ledger=False, matrix=False, marks=Marks.UNDERLINE, page=PageSize.LETTER, prepared_by="Ana")
    assert page.options() == chosen
    path = window.files.keeper.path
    assert path is not None
    with CaseFile.open(path, read_only=True) as kept:
        assert ReportOptions.from_saved(kept.read().report or {}) == chosen
    window.files.keeper.save_as(path.with_name("kept.cognate"), "Kept")
    qtbot.waitUntil(lambda: window.files.keeper.path == path.with_name("kept.cognate"))
    window.files.new()
    qtbot.waitUntil(lambda: not window.files.loading)
    assert page.options().prepared_by == "Ben"
    window.files.open(path.with_name("kept.cognate"))
    qtbot.waitUntil(lambda: not window.files.loading)
    assert page.options() == chosen


def test_a_case_names_no_logo_and_takes_that_of_the_preferences(
    settings: Settings, start: Callable[[], MainWindow]
) -> None:
    window = start()
    window.work.session.report = ReportOptions.from_saved({"logo": "/elsewhere/logo.png", "ledger": False})
    settings.set(LOGO, "mine.svg")
    assert window.choices.report() == ReportOptions(ledger=False, logo="mine.svg")
