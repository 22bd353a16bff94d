"""How the dialog of an export looks: room in every theme at every zoom, and the names of its rows."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from core.report.formats import Format
from core.report.options import ReportOptions
from desktop.dialogs.export import ExportDialog
from desktop.dialogs.export_result import TargetRow, shortened
from desktop.dressing import dress_again
from desktop.exports import Target
from desktop.jobs import Lane
from desktop.settings import EXPORT_FORMATS, Settings
from desktop.theme import Theme, load_theme, theme_names


@pytest.fixture
def worn(qapp: QApplication, light: Theme) -> Iterator[Callable[[str, float], Theme]]:
    """Return a function that gives a theme at a zoom, dressed."""

    def wear(name: str, zoom: float) -> Theme:
        made = load_theme(name)
        made.wear(zoom=zoom)
        dress_again(qapp, made)
        return made

    yield wear
    dress_again(qapp, light)


@pytest.mark.parametrize("zoom", [0.8, 1.0, 1.5, 2.0])
@pytest.mark.parametrize("name", theme_names())
def test_nothing_is_cut_off_at_the_right_in_any_theme_at_any_zoom(
    qtbot: QtBot,
    qapp: QApplication,
    worn: Callable[[str, float], Theme],
    files: Any,
    tmp_path: Path,
    name: str,
    zoom: float,
) -> None:
    from desktop.models.exporting import Proposal  # noqa: PLC0415 - only needed here

    proposal = Proposal("C", "A title " * 30, str(tmp_path), "name " * 12, frozenset(Format), ReportOptions())
    dialog = ExportDialog(worn(name, zoom), proposal, files, Lane("look", qapp), open_it=lambda _: False)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(lambda: not dialog._looking.running)
    fits(dialog.choice)
    dialog.export.click()
    qtbot.waitUntil(lambda: bool(dialog.course.rows))
    for row in dialog.course.rows:
        row.show_end()
    fits(dialog.course)
    row = dialog.course.rows[0]
    dialog.course._open(row.target.path)
    assert dialog.course.note() == f"No program opened it. It is at {row.target.path}"
    dialog._running = False
    dialog.reject()


def fits(page: QWidget) -> None:
    around = page.parentWidget()
    assert around is not None
    assert page.minimumSizeHint().width() <= around.width()


def test_a_folder_of_ones_own_is_named_from_home(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", "/home/ana")
    assert shortened(Path("/home/ana/Reports")) == "~/Reports"
    assert shortened(Path("/media/Desk share")) == "/media/Desk share"


def test_a_row_is_named_by_format_file_and_state(qtbot: QtBot, light: Theme) -> None:
    row = TargetRow(light, Target(Format.CSV, Path("/x/dusk")), lambda _: None)
    qtbot.addWidget(row)
    assert re.fullmatch(r"Tables \(CSV\), dusk[/\\], waiting", row.accessibleName())


def test_nothing_of_the_choice_is_in_the_preferences(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "settings.ini")
    assert EXPORT_FORMATS.group is None
    assert settings.get(EXPORT_FORMATS) == "pdf"
