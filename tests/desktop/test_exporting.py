"""Exporting from the window: the dialog from the choice to the files, the clipboard, and what the window says of it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from core.errors import UsageError
from core.report.formats import Format
from core.report.options import ReportOptions
from desktop.dialogs.export import ExportDialog
from desktop.exports import Target
from desktop.main_window import MainWindow
from desktop.screens import Screen
from desktop.session import About
from desktop.settings import EXPORT_FOLDER, EXPORT_FORMATS
from tests.desktop.window_acts import whats

TITLE = "The harbour closes at dusk."
ENTER, ESCAPE, TAB = Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Tab


@pytest.fixture
def reports(case: MainWindow, tmp_path: Path) -> Path:
    """Return the folder that the last report went to."""
    folder = tmp_path / "reports"
    folder.mkdir()
    case._settings.set(EXPORT_FOLDER, str(folder))
    return folder


def opened(qtbot: QtBot, case: MainWindow, *formats: Format) -> ExportDialog:
    """Open the dialog by its key, with these formats ticked, and wait until it has looked at the disk."""
    case.activateWindow()
    qtbot.waitUntil(case.isActiveWindow)
    QTest.keyClick(case, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    dialog = case.exporting.dialog
    assert dialog is not None
    qtbot.waitExposed(dialog)
    if formats:
        dialog.choice.choose_formats(formats)
    qtbot.waitUntil(lambda: not dialog._looking.running)
    return dialog


def ended(qtbot: QtBot, case: MainWindow) -> None:
    qtbot.waitUntil(lambda: not case.work.exporting)


def rows(dialog: ExportDialog) -> list[str]:
    return [row.accessibleName() for row in dialog.course.rows]


def test_enter_exports_as_last_time_and_the_files_can_be_opened(
    qtbot: QtBot, case: MainWindow, engine: Any, reports: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[Path] = []

    def open_url(url: QUrl) -> bool:
        seen.append(Path(url.toLocalFile()))
        return True

    monkeypatch.setattr("desktop.dialogs.export_result.QDesktopServices.openUrl", open_url)
    case.choices._on_report(ReportOptions(ledger=False))
    dialog = opened(qtbot, case)
    assert dialog.export.text() == "Export"
    QTest.keyClick(dialog.focusWidget(), ENTER)
    ended(qtbot, case)
    path = reports / "The harbour closes at dusk - report.pdf"
    assert path.read_text("utf-8") == f"PDF of {TITLE}, 3 pairs"
    assert engine.reported[0] == ReportOptions(ledger=False)
    assert dialog.course.said() == "The report was written."
    assert dialog.accessibleDescription() == "The report was written."
    assert rows(dialog) == [f"PDF document, {path.name}, written"]
    (row,) = dialog.course.rows
    row.open.click()
    row.show_folder.click()
    assert seen == [path, reports]
    assert dialog.focusWidget() is dialog.close_it
    QTest.keyClick(dialog.close_it, ENTER)
    assert case.exporting.dialog is None
    assert whats(case) == []


def test_an_anonymised_report_is_not_called_after_the_article(qtbot: QtBot, case: MainWindow, reports: Path) -> None:
    first = opened(qtbot, case, Format.HTML)
    first.choice.name.setText("The harbour, last draft")
    first.export.click()
    qtbot.waitUntil(lambda: first.course.said() == "The report was written.")
    first.close_it.click()
    assert (reports / "The harbour, last draft.html").exists()
    case.choices._on_report(ReportOptions(anonymise=True))
    letter = case.work.session.analysis.letter(case.work.session.analysis.subject)  # type: ignore[union-attr]
    covered = opened(qtbot, case)
    assert covered.choice.name.text() == f"Article {letter} - report"
    covered.reject()
    case.choices._on_report(ReportOptions())
    again = opened(qtbot, case)
    assert again.choice.name.text() == "The harbour, last draft"
    again.reject()


def test_what_people_said_of_the_articles_goes_with_the_choices(case: MainWindow) -> None:
    case.articles.set_about(case.work.session.articles[0].id, About("The Daily", "Ana Ruiz"))
    assert (case.choices.report().authors, case.choices.report().outlets) == (("Ana Ruiz",), ("The Daily",))


def test_several_formats_are_written_and_remembered(qtbot: QtBot, case: MainWindow, reports: Path) -> None:
    dialog = opened(qtbot, case, Format.HTML, Format.CSV)
    dialog.choice.name.setText("dusk.html")
    dialog.export.click()
    qtbot.waitUntil(lambda: dialog.course.said() == "The report was written.")
    assert {p.name for p in reports.iterdir()} == {"dusk.html", "dusk"}
    dialog.close_it.click()
    assert case._settings.get(EXPORT_FORMATS) == "html,csv"
    assert case._settings.get(EXPORT_FOLDER) == str(reports)
    again = opened(qtbot, case)
    assert again.choice.chosen() == {Format.HTML, Format.CSV}
    assert again.choice.name.text() == "dusk"
    again.reject()
    assert case.exporting.dialog is None


def test_what_will_be_replaced_is_said_before(qtbot: QtBot, case: MainWindow, reports: Path) -> None:
    (reports / "dusk.pdf").write_text("old", "utf-8")
    dialog = opened(qtbot, case, Format.PDF, Format.DOCX)
    dialog.choice.name.setText("dusk")
    qtbot.waitUntil(lambda: dialog.export.text() == "Replace and export")
    shown = [line.accessibleName() for line in dialog.choice._lines if line.isVisible()]
    assert shown == ["dusk.pdf, will be replaced", "dusk.docx"]
    dialog.choice.name.setText("dawn")
    assert dialog.export.text() == "Export"
    dialog.choice.name.setText("dusk")
    dialog._want()  # before it is known that something is there
    assert not case.work.exporting
    qtbot.waitUntil(lambda: dialog.export.text() == "Replace and export")
    assert (reports / "dusk.pdf").read_text("utf-8") == "old"
    dialog.export.click()
    ended(qtbot, case)
    assert (reports / "dusk.pdf").read_text("utf-8") != "old"


def test_an_export_that_is_wanted_at_once_waits_for_the_look_at_the_disk(
    qtbot: QtBot, case: MainWindow, reports: Path
) -> None:
    dialog = opened(qtbot, case)
    dialog.choice.name.setText("new")
    dialog._want()
    qtbot.waitUntil((reports / "new.pdf").exists)
    ended(qtbot, case)


def test_what_is_wrong_with_the_choice_is_said_and_nothing_can_be_exported(
    qtbot: QtBot, case: MainWindow, reports: Path, engine: Any
) -> None:
    dialog = opened(qtbot, case)
    for tick in dialog.choice.formats.values():
        tick.setChecked(False)
    assert "Choose at least one format." in labels(dialog)
    assert not dialog.export.isEnabled()
    dialog.choice.formats[Format.PDF].setChecked(True)
    dialog.choice.name.setText("a/b")
    assert "The name of a file cannot hold “/”." in labels(dialog)
    QTest.keyClick(dialog.choice.name, ENTER)
    dialog.choice.name.setText("fine")
    assert dialog.export.isEnabled()
    dialog.reject()
    assert engine.written == []
    assert list(reports.iterdir()) == []


def labels(widget: QWidget) -> list[str]:
    return [x.accessibleName() or x.text() for x in widget.findChildren(QLabel) if x.isVisible() and x.text()]


def test_the_folder_can_be_chosen(qtbot: QtBot, case: MainWindow, files: Any, tmp_path: Path, reports: Path) -> None:
    dialog = opened(qtbot, case)
    dialog.choice.choose.click()
    assert dialog.choice.folder.text() == str(reports), "a choice that was cancelled changes nothing"
    files.folder = tmp_path
    dialog.choice.choose.click()
    assert dialog.choice.folder.text() == str(tmp_path)
    dialog.reject()


def test_one_that_fails_says_why_and_another_place_is_offered_for_it(
    qtbot: QtBot, case: MainWindow, reports: Path, tmp_path: Path
) -> None:
    (reports / "dusk.pdf").mkdir()
    dialog = opened(qtbot, case, Format.PDF, Format.JSON)
    dialog.choice.name.setText("dusk")
    qtbot.waitUntil(lambda: dialog._seen[1] == {reports / "dusk.pdf"})
    dialog.export.click()
    ended(qtbot, case)
    assert dialog.course.said() == "1 of 2 files were written."
    assert rows(dialog) == [
        "PDF document, dusk.pdf, “dusk.pdf” is a folder. What was there is unchanged.",
        "Data (JSON), dusk.json, written",
    ]
    assert (reports / "dusk.json").exists()
    assert dialog.focusWidget() is dialog.elsewhere
    QTest.keyClick(dialog.elsewhere, ENTER)
    assert dialog.choice.chosen() == {Format.PDF}
    assert dialog.focusWidget() is dialog.choice.folder
    dialog.choice.folder.setText(str(tmp_path))
    QTest.keyClick(dialog.choice.folder, ENTER)
    qtbot.waitUntil((tmp_path / "dusk.pdf").exists)
    ended(qtbot, case)
    assert dialog.course.said() == "The report was written."


def test_a_folder_that_is_not_there_fails_each_format_in_one_sentence(
    qtbot: QtBot, case: MainWindow, reports: Path
) -> None:
    dialog = opened(qtbot, case, Format.PDF, Format.HTML)
    dialog.choice.folder.setText(str(reports / "gone"))
    dialog._want()
    qtbot.waitUntil(lambda: dialog.course.said() == "The report could not be written.")
    assert all(name.endswith("The folder “gone” is not there. Choose another folder.") for name in rows(dialog))


def test_esc_stops_the_export_and_what_was_there_is_whole(
    qtbot: QtBot, case: MainWindow, engine: Any, reports: Path
) -> None:
    (reports / "dusk.pdf").write_text("old", "utf-8")
    engine.write_gate.clear()
    dialog = opened(qtbot, case, Format.PDF, Format.HTML)
    dialog.choice.name.setText("dusk")
    qtbot.waitUntil(lambda: dialog.export.text() == "Replace and export")
    dialog.export.click()
    qtbot.waitUntil(lambda: rows(dialog)[0] == "PDF document, dusk.pdf, being written")
    assert rows(dialog)[1] == "Web page (HTML), dusk.html, waiting"
    assert not case.job_bar.isVisible(), "the dialog shows it"
    QTest.keyClick(dialog.focusWidget(), ESCAPE)
    assert dialog.course.said() == "Stopping"
    ended(qtbot, case)
    assert dialog.course.said() == "The export was stopped. Nothing was written."
    assert rows(dialog)[1] == "Web page (HTML), dusk.html, not written"
    assert (reports / "dusk.pdf").read_text("utf-8") == "old"
    assert [p.name for p in reports.iterdir()] == ["dusk.pdf"]
    QTest.keyClick(dialog, ESCAPE)
    assert case.exporting.dialog is None


def test_hidden_the_export_goes_on_and_the_window_says_how_it_ended(
    qtbot: QtBot, case: MainWindow, engine: Any, reports: Path
) -> None:
    engine.write_gate.clear()
    dialog = opened(qtbot, case)
    dialog.export.click()
    qtbot.waitUntil(dialog.hide_it.isVisible)
    dialog.hide_it.click()
    qtbot.waitUntil(case.job_bar.isVisible)
    assert not case.actions_by_name["export"].isEnabled()
    case.exporting.open()
    assert case.exporting.dialog is None
    assert whats(case) == ["A report is being written."]
    engine.write_gate.set()
    qtbot.waitUntil(lambda: whats(case) == ["The report was written."])
    (message,) = case.messages.messages
    assert (message.button, message.severity) == ("Open", None)
    assert message.remedy == str(next(reports.iterdir()))


def test_the_window_says_what_failed_and_opens_the_dialog_again(qtbot: QtBot, case: MainWindow, reports: Path) -> None:
    case.exporting.write((Target(Format.PDF, reports / "a.pdf"), Target(Format.JSON, reports / "gone" / "a.json")))
    qtbot.waitUntil(lambda: len(whats(case)) == 2)
    assert whats(case) == ["1 of 2 files were written.", "The folder “gone” is not there."]
    assert case.messages.messages[1].button == "Choose another place"
    run = case.messages.messages[1].run
    assert run is not None
    run()
    assert case.exporting.dialog is not None
    case.exporting.dialog.reject()
    case.exporting.write((Target(Format.JSON, reports / "a.json"),))
    qtbot.waitUntil(lambda: whats(case) == ["The report was written."])


def test_a_report_that_cannot_be_made_says_why_in_the_dialog(
    qtbot: QtBot, case: MainWindow, engine: Any, reports: Path
) -> None:
    engine.no_report = UsageError("The logo “x.png” is damaged.", "Choose a PNG or SVG file.")
    dialog = opened(qtbot, case)
    dialog.export.click()
    qtbot.waitUntil(lambda: "The logo “x.png” is damaged. Choose a PNG or SVG file." in labels(dialog))
    assert dialog.export.isVisible()
    assert list(reports.iterdir()) == []
    dialog.reject()


def test_what_the_report_holds_is_changed_on_its_screen(qtbot: QtBot, case: MainWindow, reports: Path) -> None:  # noqa: ARG001 - the folder
    dialog = opened(qtbot, case)
    assert any("Summary and scores" in text for text in labels(dialog))
    dialog.choice.options.click()
    assert case.exporting.dialog is None
    assert case.case.current is Screen.REPORT


def test_the_dialog_opens_once(qtbot: QtBot, case: MainWindow) -> None:
    dialog = opened(qtbot, case)
    case.exporting.open()
    assert case.exporting.dialog is dialog
    dialog.reject()


def test_findings_are_copied_as_text_and_html(qtbot: QtBot, case: MainWindow, engine: Any) -> None:
    QTest.keyClick(case, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: whats(case) == ["Findings copied"])
    data = QGuiApplication.clipboard().mimeData()
    assert data.text() == f"Findings of {TITLE}, 3 pairs"
    assert data.html() == f"<p>Findings of {TITLE}, 3 pairs</p>"
    assert engine.asked_on.startswith("copy")
    assert case.messages.messages[0].severity is None
    case.exporting.copy()
    qtbot.waitUntil(lambda: not case.exporting._copying.running)
    assert whats(case) == ["Findings copied"], "said once"


def test_findings_that_cannot_be_copied_say_why(qtbot: QtBot, case: MainWindow, engine: Any) -> None:
    QGuiApplication.clipboard().setText("before")
    engine.no_report = UsageError("The logo is gone.")
    case.exporting.copy()
    qtbot.waitUntil(lambda: whats(case) == ["The logo is gone."])
    assert QGuiApplication.clipboard().text() == "before"


def test_tab_goes_through_the_choice_from_top_to_bottom_and_all_have_names(
    qtbot: QtBot, case: MainWindow, reports: Path
) -> None:
    dialog = opened(qtbot, case)
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    names = []
    for _ in range(12):
        widget = dialog.focusWidget()
        interface = QAccessible.queryAccessibleInterface(widget)
        names.append(interface.text(QAccessible.Text.Name))
        QTest.keyClick(widget, TAB)
    once = names[: names.index("PDF document", 1)]
    assert once == [
        "PDF document",
        "Web page (HTML)",
        "Word document (DOCX)",
        "Tables (CSV)",
        "Data (JSON)",
        "Folder",
        "Choose the folder",
        "Name of the files",
        "Change what the report holds",
        "Cancel",
        "Export",
    ]
    assert reports.exists()
    for widget in dialog.findChildren(QWidget):
        if isinstance(widget, QAbstractButton | QLineEdit) and widget.isVisible():
            assert widget.accessibleName(), widget
    dialog.reject()


def test_an_account_without_a_documents_folder_is_offered_its_home(
    qtbot: QtBot, case: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    case._settings.set(EXPORT_FOLDER, "")
    monkeypatch.setenv("HOME", str(tmp_path))
    dialog = opened(qtbot, case)
    assert dialog.choice.folder.text() == str(tmp_path)
