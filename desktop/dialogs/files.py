"""Ask which files to open and where to write, as an interface that tests can stand in for."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.language import tr, tr_noop
from desktop.plain import REPLACEMENT, harmless

_ARTICLES = tr_noop("Articles and archives ({patterns})")
_ALL_FILES = tr_noop("All files (*)")
_CASES = tr_noop("Cognate cases (*.cognate)")


class FileChooser(Protocol):
    """Lets people choose files."""

    def articles(self, parent: QWidget, folder: str) -> tuple[Path, ...]:
        """Return the articles to add, none when the choice was cancelled."""

    def article_folder(self, parent: QWidget, folder: str) -> Path | None:
        """Return the folder whose articles are to be added, None when the choice was cancelled."""

    def export_folder(self, parent: QWidget, folder: str) -> Path | None:
        """Return the folder to write a report to, None when the choice was cancelled."""

    def case(self, parent: QWidget, folder: str) -> Path | None:
        """Return the case to open, None when the choice was cancelled."""

    def save_case(self, parent: QWidget, suggestion: Path) -> Path | None:
        """Return where to keep a case, None when the choice was cancelled."""


class FileDialogs:
    """The desktop's own file dialogs."""

    def articles(self, parent: QWidget, folder: str) -> tuple[Path, ...]:
        """Return the articles to add, none when the choice was cancelled."""
        kinds = f"{article_files()};;{tr(_ALL_FILES)}"
        names, _ = QFileDialog.getOpenFileNames(parent, tr("Add articles"), folder, kinds)
        return tuple(Path(name) for name in names)

    def article_folder(self, parent: QWidget, folder: str) -> Path | None:
        """Return the folder whose articles are to be added."""
        name = QFileDialog.getExistingDirectory(parent, tr("Add a folder of articles"), folder)
        return Path(name) if name else None

    def export_folder(self, parent: QWidget, folder: str) -> Path | None:
        """Return the folder to write a report to."""
        name = QFileDialog.getExistingDirectory(parent, tr("Folder for the report"), folder)
        return Path(name) if name else None

    def case(self, parent: QWidget, folder: str) -> Path | None:
        """Return the case to open."""
        name, _ = QFileDialog.getOpenFileName(parent, tr("Open case"), folder, f"{tr(_CASES)};;{tr(_ALL_FILES)}")
        return Path(name) if name else None

    def save_case(self, parent: QWidget, suggestion: Path) -> Path | None:
        """Return where to keep a case; the dialog itself asks before a file is replaced."""
        return _where(parent, tr("Save case as"), suggestion, tr(_CASES), "cognate")


def article_files() -> str:
    """Return the filter for every format that is read, as file dialogs take it."""
    from core.ingest.kinds import SUFFIXES  # noqa: PLC0415 - loaded when it is asked

    return tr(_ARTICLES).format(patterns=" ".join(f"*{suffix}" for suffix in SUFFIXES))


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
    """Return a file name for a report on a case of that title, valid on every system and without a suffix."""
    return f"{_short(title)} - report"


def covered_report_name(letter: str) -> str:
    """Return a file name for an anonymised report on the article of that letter: the case's title tells what it is."""
    return f"{tr('Article {letter}').format(letter=letter)} - report"


def case_name(title: str) -> str:
    """Return a file name for a case of that title, valid on every system."""
    return f"{_short(title)}.cognate"


def _short(title: str) -> str:
    kept = "".join(" " if c in _FORBIDDEN else c for c in harmless(title))
    return " ".join(kept.split())[:_LONGEST_NAME].strip(" .") or tr("Case")
