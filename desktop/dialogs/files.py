"""Ask which files to open and where to write, as an interface that tests can stand in for."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.plain import REPLACEMENT, harmless

_TEXT_FILES = "Text files (*.txt *.text)"
_ALL_FILES = "All files (*)"
_REPORTS = "PDF files (*.pdf)"


class FileChooser(Protocol):
    """Lets people choose files."""

    def articles(self, parent: QWidget, folder: str) -> tuple[Path, ...]:
        """Return the articles to add, none when the choice was cancelled."""

    def report(self, parent: QWidget, suggestion: Path) -> Path | None:
        """Return where to write a report, None when the choice was cancelled."""


class FileDialogs:
    """The desktop's own file dialogs."""

    def articles(self, parent: QWidget, folder: str) -> tuple[Path, ...]:
        """Return the articles to add, none when the choice was cancelled."""
        names, _ = QFileDialog.getOpenFileNames(parent, "Add articles", folder, f"{_TEXT_FILES};;{_ALL_FILES}")
        return tuple(Path(name) for name in names)

    def report(self, parent: QWidget, suggestion: Path) -> Path | None:
        """Return where to write a report; the dialog itself asks before a file is replaced."""
        dialog = QFileDialog(parent, "Export report", str(suggestion.parent), _REPORTS)
        dialog.setAccessibleName("Export report")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("pdf")
        dialog.selectFile(suggestion.name)
        chosen = dialog.selectedFiles() if dialog.exec() else []
        dialog.deleteLater()
        return Path(chosen[0]) if chosen else None


_FORBIDDEN = '<>:"/\\|?*' + REPLACEMENT
_LONGEST_NAME = 80


def report_name(title: str) -> str:
    """Return a file name for a report on a case of that title, valid on every system."""
    kept = "".join(" " if c in _FORBIDDEN else c for c in harmless(title))
    short = " ".join(kept.split())[:_LONGEST_NAME].strip(" .")
    return f"{short or 'Case'} - report.pdf"
