"""The matrix and the graph as a plain table: one row a pair, so that nothing counts twice."""

from __future__ import annotations

from collections.abc import Callable
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop.language import tr, tr_noop
from desktop.models.articles import Index
from desktop.models.overview_matrix import Cell, CellKind, Matrix, spoken
from desktop.models.overview_matrix_model import CellRole
from desktop.plain import tooltip


class Column(IntEnum):
    """The columns of the table."""

    ARTICLE = 0
    FROM = 1
    SHARE = 2
    SENTENCES = 3
    FACTS = 4
    DIRECTION = 5


NAMES = (
    tr_noop("Article"),
    tr_noop("From"),
    tr_noop("Share"),
    tr_noop("Sentences"),
    tr_noop("Shared facts"),
    tr_noop("Direction"),
)


def table_rows(matrix: Matrix) -> tuple[Cell, ...]:
    """Return one cell for each pair: the one that carries the share, else the one of the earlier letter."""
    rows: list[Cell] = []
    for i in range(len(matrix.heads)):
        for j in range(i):
            both = (matrix.cells[i][j], matrix.cells[j][i])
            rows.append(next((cell for cell in both if cell.kind is CellKind.TAKEN), both[1]))
    return tuple(sorted(rows, key=lambda cell: (-cell.share, -cell.facts)))


def direction_text(cell: Cell) -> str:
    """Return who likely derives from whom, shortly."""
    row, column = cell.letters
    match cell.kind:
        case CellKind.TAKEN:
            said = (
                tr("{row} likely derives from {column}").format(row=row, column=column)
                if cell.known
                else tr("cannot be told")
            )
            return tr("{said}, licensed").format(said=said) if cell.licensed else said
        case CellKind.FACTS:
            return tr("none, same facts only")
        case CellKind.NONE:
            return tr("none")
        case _:
            return cell.detail


_TEXTS: dict[Column, Callable[[Cell], str]] = {
    Column.ARTICLE: lambda cell: cell.letters[0],
    Column.FROM: lambda cell: cell.letters[1],
    Column.SHARE: lambda cell: cell.figure or "–",
    Column.SENTENCES: lambda cell: f"{cell.sentences:,}" if cell.figure else "–",
    Column.FACTS: lambda cell: f"{cell.facts:,}" if cell.figure else "–",
    Column.DIRECTION: direction_text,
}
_SORTS: dict[Column, Callable[[Cell], object]] = {
    Column.ARTICLE: lambda cell: _letter_order(cell.letters[0]),
    Column.FROM: lambda cell: _letter_order(cell.letters[1]),
    Column.SHARE: lambda cell: cell.share,
    Column.SENTENCES: lambda cell: cell.sentences,
    Column.FACTS: lambda cell: cell.facts,
    Column.DIRECTION: direction_text,
}


def _alignment(column: Column) -> int:
    number = column in (Column.SHARE, Column.SENTENCES, Column.FACTS)
    side = Qt.AlignmentFlag.AlignRight if number else Qt.AlignmentFlag.AlignLeft
    return (side | Qt.AlignmentFlag.AlignVCenter).value  # Qt wants the number


_FACTS: dict[int, Callable[[Cell, Column], object]] = {
    Qt.ItemDataRole.DisplayRole: lambda cell, column: _TEXTS[column](cell),
    Qt.ItemDataRole.AccessibleTextRole: lambda cell, column: f"{tr(NAMES[column])}: {_TEXTS[column](cell)}",
    Qt.ItemDataRole.ToolTipRole: lambda cell, _column: tooltip(spoken(cell)),
    Qt.ItemDataRole.TextAlignmentRole: lambda _cell, column: _alignment(column),
    CellRole.RECORD: lambda cell, _column: cell,
    CellRole.SORT: lambda cell, column: _SORTS[column](cell),
}


def _letter_order(letters: str) -> str:
    """Return what sorts Z before AA."""
    return f"{len(letters)}{letters}"


class PairTableModel(QAbstractTableModel):
    """The rows of the table; sorted by a proxy, by what :attr:`CellRole.SORT` gives."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[Cell, ...] = ()

    def set_rows(self, rows: tuple[Cell, ...]) -> None:
        """Show these rows."""
        if rows == self._rows:
            return
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's own
        """Return how many rows there are; a table has no children."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008 - as above
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(Column)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's QVariant
        """Return one fact of a row."""
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        fact = _FACTS.get(role)
        return fact(self._rows[index.row()], Column(index.column())) if fact else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """Return the name of a column; of a row, for screen readers alone, what it says as a sentence."""
        if orientation is Qt.Orientation.Vertical:
            told = role == Qt.ItemDataRole.AccessibleTextRole and 0 <= section < len(self._rows)
            return spoken(self._rows[section]) if told else None
        named = orientation is Qt.Orientation.Horizontal and 0 <= section < len(Column)
        if named and role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return tr(NAMES[section])
        if named and role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(Column(section))
        return None
