"""Files that the system asks a running program to open."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QUrl
from PySide6.QtGui import QFileOpenEvent

from desktop.control.openings import Openings


def test_a_file_that_the_system_names_is_opened_and_nothing_else(tmp_path: Path) -> None:
    application, taken = QObject(), list[Path]()

    def take(paths: Sequence[Path]) -> None:
        taken.extend(paths)

    Openings(application, take)
    for event in (
        QFileOpenEvent(str(tmp_path / "a.cognate")),
        QFileOpenEvent(QUrl("https://example.org/b.html")),
        QEvent(QEvent.Type.User),
    ):
        QCoreApplication.sendEvent(application, event)

    assert taken == [tmp_path / "a.cognate"]
