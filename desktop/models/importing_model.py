"""The files that are being read as an item model: one row a file; a row is made when it is asked for."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop.intake import FileState, FileStatus
from desktop.models.importing import FileRow, Run, file_row
from desktop.plain import tooltip

Index = QModelIndex | QPersistentModelIndex


class FileRole(IntEnum):
    """What else a row can be asked for."""

    RECORD = Qt.ItemDataRole.UserRole + 1
    SORT = Qt.ItemDataRole.UserRole + 2


MOVED = [int(FileRole.RECORD), int(Qt.ItemDataRole.AccessibleTextRole)]
"""The roles that change while the work goes on: no row comes, goes or gets another height by it."""


class FileModel(QAbstractListModel):
    """The files in the order in which they are read."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._states: list[FileState] = []
        self._run = Run()
        self._ranks: dict[int, int] = {}
        """The place among the articles, by the place of the file."""

    def begin(self, names: Sequence[str]) -> None:
        """Show these files as waiting, in place of all others."""
        self.beginResetModel()
        self._states = [FileState(i, name, FileStatus.WAITING) for i, name in enumerate(names)]
        self._run, self._ranks = Run(), {}
        self.endResetModel()

    @property
    def states(self) -> Sequence[FileState]:
        """Return what was told of each file, last."""
        return self._states

    def tell_file(self, state: FileState) -> None:
        """Take what is known of a file now."""
        at = bisect_left(self._states, state.place, key=lambda known: known.place)
        if at < len(self._states) and self._states[at].place == state.place:
            self._states[at] = state
            self._count_ranks(at)
            self.dataChanged.emit(self.index(at), self.index(at))
            return
        self.beginInsertRows(QModelIndex(), at, at)
        self._states.insert(at, state)
        self._count_ranks(at)
        self.endInsertRows()

    def forget(self, path: str) -> None:
        """Take files that could not be read off the list."""
        for at in reversed(range(len(self._states))):
            state = self._states[at]
            if state.status is FileStatus.FAILED and state.error is not None and state.error.path == path:
                self.beginRemoveRows(QModelIndex(), at, at)
                del self._states[at]
                self.endRemoveRows()

    def set_run(self, run: Run) -> None:
        """Show how far the work is."""
        self._run = run
        if self._states:
            self.dataChanged.emit(self.index(0), self.index(len(self._states) - 1), MOVED)

    def _count_ranks(self, changed: int) -> None:
        """Count the articles anew; files are read in order, so mostly the changed one is the last of them."""
        state = self._states[changed]
        if state.status is not FileStatus.READY and state.place not in self._ranks:
            return
        read = [s.place for s in self._states if s.status is FileStatus.READY]
        self._ranks = {place: rank for rank, place in enumerate(read)}

    def row(self, number: int) -> FileRow:
        """Return the record of a row."""
        state = self._states[number]
        return file_row(state, self._ranks.get(state.place, 0), len(self._ranks), self._run)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return how many files there are; a list has no children."""
        return 0 if parent.isValid() else len(self._states)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's QVariant
        """Return one fact of a row."""
        if not index.isValid() or not 0 <= index.row() < len(self._states):
            return None
        number = index.row()
        facts: dict[int, Callable[[], object]] = {
            Qt.ItemDataRole.DisplayRole: lambda: self.row(number).name,
            Qt.ItemDataRole.ToolTipRole: lambda: self._tip(number),
            Qt.ItemDataRole.AccessibleTextRole: lambda: self.row(number).spoken,
            FileRole.RECORD: lambda: self.row(number),
            FileRole.SORT: lambda: self._states[number].place,
        }
        fact = facts.get(role)
        return fact() if fact else None

    def _tip(self, number: int) -> str:
        row = self.row(number)
        return tooltip(f"{row.name}\n{row.trouble}" if row.trouble else row.name)
