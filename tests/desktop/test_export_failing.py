"""What the dialog for exporting does when the report cannot be made, or the disk does not answer."""

from __future__ import annotations

import threading
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from core.errors import UsageError
from core.report.formats import Format
from desktop.dialogs.export import ExportDialog
from desktop.exports import Target
from desktop.main_window import MainWindow
from desktop.settings import EXPORT_FOLDER


@pytest.fixture
def dialog(qtbot: QtBot, case: MainWindow, tmp_path: Path) -> ExportDialog:
    """Return the dialog as it opens, for a PDF called dusk."""
    case._settings.set(EXPORT_FOLDER, str(tmp_path))
    case.exporting.open()
    made = case.exporting.dialog
    assert made is not None
    qtbot.waitExposed(made)
    made.choice.name.setText("dusk")
    made.choice.choose_formats([Format.PDF])
    qtbot.waitUntil(lambda: not made._looking.running)
    return made


def test_after_a_failure_it_is_looked_again_what_would_be_replaced(
    qtbot: QtBot, dialog: ExportDialog, engine: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_report(*_: object) -> None:
        (tmp_path / "dusk.pdf").write_text("by somebody else", "utf-8")
        raise UsageError("The logo is gone.")

    monkeypatch.setattr(engine, "report", no_report)
    assert dialog.export.text() == "Export"
    dialog.export.click()
    qtbot.waitUntil(lambda: dialog.export.text() == "Replace and export")
    assert dialog.choice._trouble.text() == "The logo is gone."
    assert dialog.export.isVisible()
    dialog.reject()


def test_a_disk_that_does_not_answer_does_not_keep_the_dialog_open(
    qtbot: QtBot, case: MainWindow, dialog: ExportDialog, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    gate, begun = threading.Event(), threading.Event()
    answered: list[bool] = []

    def slow(_: Iterable[Target]) -> frozenset[Path]:
        begun.set()
        answered.append(gate.wait(2))
        return frozenset()

    monkeypatch.setattr("desktop.dialogs.export.existing", slow)
    dialog.choice.name.setText("dawn")
    dialog._want()
    qtbot.waitUntil(begun.is_set)
    wanted: list[object] = []
    dialog.exportWanted.connect(wanted.append)
    dialog.reject()
    assert case.exporting.dialog is None
    assert answered == [], "nobody waited for the disk"
    gate.set()
    case.exporting._looking.shutdown()
    qtbot.wait(20)
    assert wanted == []
    assert not (tmp_path / "dawn.pdf").exists()


def test_what_could_not_be_looked_at_is_not_exported_later(
    qtbot: QtBot, dialog: ExportDialog, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def refuse(_: Iterable[Target]) -> frozenset[Path]:
        raise UsageError("The disk is gone.")

    monkeypatch.setattr("desktop.dialogs.export.existing", refuse)
    dialog.choice.name.setText("dawn")
    dialog._want()
    qtbot.waitUntil(lambda: dialog.choice._trouble.text() == "The disk is gone.")
    monkeypatch.undo()
    dialog._look()
    qtbot.waitUntil(lambda: dialog._seen[0] == dialog.choice.targets())
    assert not dialog._running
    assert list(tmp_path.glob("*.pdf")) == []
    dialog.reject()


def test_a_folder_of_somebody_who_is_not_here_is_said(dialog: ExportDialog) -> None:
    dialog.choice.folder.setText("~nobody-here")
    assert dialog.choice._trouble.text() == "Name the folder from the root on, or choose it."
    assert not dialog.export.isEnabled()
    dialog.reject()
