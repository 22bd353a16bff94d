"""The installed engine behind the window: from two small files to a report."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from pytestqt.qtbot import QtBot

from core.report.formats import Format
from desktop.engine import CoreEngine
from desktop.exports import Target
from desktop.main_window import MainWindow
from desktop.settings import Settings
from desktop.theme import Theme

SOURCE = """Ferry runs aground near Skar

A passenger ferry ran aground off the island of Skar on Monday evening with 84 people on board, the coast guard said.
Nobody was injured, and all passengers were brought ashore by midnight.
The captain told investigators that the steering had failed shortly before the accident.
"""
REWRITE = """Passengers rescued after ferry accident

The coast guard said a passenger ferry with 48 people on board ran aground off the island of Skar on Monday evening.
All of the passengers were brought ashore by midnight, and nobody was injured.
Shares in the operator were not traded.
"""


def test_a_case_goes_from_files_to_a_report(qtbot: QtBot, light: Theme, files: Any, tmp_path: Path) -> None:
    for name, text in (("source.txt", SOURCE), ("rewrite.txt", REWRITE)):
        (tmp_path / name).write_text(text, "utf-8")
    window = MainWindow(light, CoreEngine(), Settings(tmp_path / "settings.ini"), files)
    qtbot.addWidget(window)
    window.show()
    window.open_paths([tmp_path / "rewrite.txt", tmp_path / "source.txt"])
    qtbot.waitUntil(lambda: window.work.session.analysis is not None, timeout=60_000)
    place, count = window.case.position()
    assert place == 1
    assert count >= 2
    assert window.case.inspector.empty_title() == ""
    window.exporting.write((Target(Format.PDF, tmp_path / "report.pdf"),))
    qtbot.waitUntil(lambda: bool(window.messages.messages), timeout=60_000)
    assert [m.what for m in window.messages.messages] == ["The report was written."]
    assert (tmp_path / "report.pdf").read_bytes().startswith(b"%PDF")
    window.work.shutdown()


def test_pasted_text_becomes_an_article() -> None:
    article = CoreEngine().paste(REWRITE)
    assert article.title == "Passengers rescued after ferry accident"
    assert article.document.path == ""
