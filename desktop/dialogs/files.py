"""Ask which files to open and where to write, as an interface that tests can stand in for."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.plain import REPLACEMENT, harmless

_TEXT_FILES = "Text files (*.txt *.text)"
_ALL_FILES = "All files (*)"
_REPORTS = "PDF files (*.pdf)"
_CASES = "Cognate cases (*.cognate)"


class FileChooser(Protocol):
    """Lets people choose files."""

    def articles(self, parent: QWidget, folder: str) -> tuple[Path, ...]:
        """Return the articles to add, none when the choice was cancelled."""

    def report(self, parent: QWidget, suggestion: Path) -> Path | None:
        """Return where to write a report, None when the choice was cancelled."""

    def case(self, parent: QWidget, folder: str) -> Path | None:
        """Return the case to open, None when the choice was cancelled."""

    def save_case(self, parent: QWidget, suggestion: Path) -> Path | None:
        """Return where to keep a case, None when the choice was cancelled."""


class FileDialogs:
    """The desktop's own file dialogs."""

    def articles(self, parent: QWidget, folder: str) -> tuple[Path, ...]:
        """Return the articles to add, none when the choice was cancelled."""
        names, _ = QFileDialog.getOpenFileNames(parent, "Add articles", folder, f"{_TEXT_FILES};;{_ALL_FILES}")
        return tuple(Path(name) for name in names)

    def report(self, parent: QWidget, suggestion: Path) -> Path | None:
        """Return where to write a report; the dialog itself asks before a file is replaced."""
        return _where(parent, "Export report", suggestion, _REPORTS, "pdf")

    def case(self, parent: QWidget, folder: str) -> Path | None:
        """Return the case to open."""
        name, _ = QFileDialog.getOpenFileName(parent, "Open case", folder, f"{_CASES};;{_ALL_FILES}")
        return Path(name) if name else None

    def save_case(self, parent: QWidget, suggestion: Path) -> Path | None:
        """Return where to keep a case; the dialog itself asks before a file is replaced."""
        return _where(parent, "Save case as", suggestion, _CASES, "cognate")


def _where(parent: QWidget, title: str, suggestion: Path, kinds: str, suffix: str) -> Path | None:
    dialog = QFileDialog(parent, title, str(suggestion.parent), kinds)
    dialog.setAccessibleName(title)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(suffix)
    dialog.selectFile(suggestion.name)
    chosen = dialog.selectedFiles() if dialog.exec() else []
    dialog.deleteLater()
    return Path(chosen[0]) if chosen else None


_FORBIDDEN = '<>:"/\\|?*' + REPLACEMENT
_LONGEST_NAME = 80


def report_name(title: str) -> str:
    """Return a file name for a report on a case of that title, valid on every system."""
    return f"{_short(title)} - report.pdf"


def case_name(title: str) -> str:
    """Return a file name for a case of that title, valid on every system."""
    return f"{_short(title)}.cognate"


def _short(title: str) -> str:
    kept = "".join(" " if c in _FORBIDDEN else c for c in harmless(title))
    return " ".join(kept.split())[:_LONGEST_NAME].strip(" .") or "Case"
