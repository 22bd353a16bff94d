"""The cells of the matrix as an item model."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop.language import tr
from desktop.models.articles import Index
from desktop.models.overview_matrix import Cell, Head, Matrix, spoken
from desktop.plain import tooltip


class CellRole(IntEnum):
    """What else a cell can be asked for."""

    RECORD = Qt.ItemDataRole.UserRole + 1
    SORT = Qt.ItemDataRole.UserRole + 2


_FACTS: dict[int, Callable[[Cell], object]] = {
    Qt.ItemDataRole.DisplayRole: lambda cell: f"{cell.figure} {cell.detail}".strip(),
    Qt.ItemDataRole.AccessibleTextRole: spoken,
    Qt.ItemDataRole.ToolTipRole: lambda cell: tooltip(spoken(cell)),
    CellRole.RECORD: lambda cell: cell,
    CellRole.SORT: lambda cell: cell.share,
}


class MatrixModel(QAbstractTableModel):
    """The cells of the matrix."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._matrix = Matrix()

    @property
    def matrix(self) -> Matrix:
        """Return what is shown."""
        return self._matrix

    def set_matrix(self, matrix: Matrix) -> None:
        """Show another case, or the same with other figures."""
        if matrix == self._matrix:
            return
        if matrix.heads == self._matrix.heads:
            self._matrix = matrix
            last = len(matrix.heads) - 1
            self.dataChanged.emit(self.index(0, 0), self.index(last, last))
            return
        self.beginResetModel()
        self._matrix = matrix
        self.endResetModel()

    def cell(self, index: Index) -> Cell:
        """Return the record of a cell."""
        return self._matrix.cells[index.row()][index.column()]

    def head(self, section: int) -> Head:
        """Return the article of a row or column."""
        return self._matrix.heads[section]

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's own
        """Return how many articles there are; a table has no children."""
        return 0 if parent.isValid() else len(self._matrix.heads)

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008 - as above
        """Return as many columns as rows."""
        return self.rowCount(parent)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's QVariant
        """Return one fact of a cell."""
        if not index.isValid() or max(index.row(), index.column()) >= len(self._matrix.heads):
            return None
        fact = _FACTS.get(role)
        return fact(self.cell(index)) if fact else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """Return the article of a row or a column."""
        if not 0 <= section < len(self._matrix.heads):
            return None
        head = self._matrix.heads[section]
        named: Mapping[int, object] = {
            Qt.ItemDataRole.DisplayRole: head.letter,
            Qt.ItemDataRole.ToolTipRole: tooltip(f"{head.letter}, {head.title}"),
            Qt.ItemDataRole.AccessibleTextRole: (
                tr("from {letter}, {title}").format(letter=head.letter, title=head.title)
                if orientation is Qt.Orientation.Horizontal
                else f"{head.letter}, {head.title}"
            ),
            CellRole.RECORD: head,
        }
        return named.get(role)
