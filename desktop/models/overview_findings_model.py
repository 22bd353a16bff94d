"""The passages to check as an item model; a row is made when it is asked for, for a case may have thousands."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from core.case.review import Verdict
from core.model import Analysis
from desktop.models.articles import Index
from desktop.models.overview_findings import FindingRow, describe, finding_row
from desktop.plain import tooltip
from desktop.session import Place

FIRST = 6
"""Rows that are shown until people ask for all."""


class FindingRole(IntEnum):
    """What else a row can be asked for."""

    RECORD = Qt.ItemDataRole.UserRole + 1
    SORT = Qt.ItemDataRole.UserRole + 2
    VERDICT = Qt.ItemDataRole.UserRole + 3


class FindingModel(QAbstractListModel):
    """The passages to check, the first ones or all."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._analysis: Analysis | None = None
        self._places: tuple[Place, ...] = ()
        self._verdict: Callable[[Place], Verdict | None] = lambda _place: None
        self._made: dict[int, FindingRow] = {}
        self._all = False

    def set_findings(
        self,
        analysis: Analysis | None,
        places: Sequence[Place],
        verdict: Callable[[Place], Verdict | None],
        first: Sequence[FindingRow] = (),
    ) -> None:
        """Show the passages of another analysis; ``verdict`` tells what was decided about one.

        ``first`` are the first rows where they are made already.
        """
        self.beginResetModel()
        self._analysis, self._places, self._verdict = analysis, tuple(places), verdict
        self._made, self._all = dict(enumerate(first)), False
        self.endResetModel()

    def tell_verdicts(self) -> None:
        """Say that verdicts may have changed."""
        if self.rowCount():
            self.dataChanged.emit(self.index(0), self.index(self.rowCount() - 1))

    @property
    def total(self) -> int:
        """Return how many passages there are, shown or not."""
        return len(self._places)

    @property
    def shows_all(self) -> bool:
        """Return whether people asked for all."""
        return self._all

    def show_all(self, *, wanted: bool) -> None:
        """Show all passages or the first ones; the rows that stay are not told anew."""
        if wanted == self._all:
            return
        few, many = min(FIRST, self.total), self.total
        if few == many:
            self._all = wanted
        elif wanted:
            self.beginInsertRows(QModelIndex(), few, many - 1)
            self._all = True
            self.endInsertRows()
        else:
            self.beginRemoveRows(QModelIndex(), few, many - 1)
            self._all = False
            self.endRemoveRows()

    def row(self, number: int) -> FindingRow:
        """Return the record of a row."""
        if number not in self._made:
            if self._analysis is None:
                raise LookupError("there is no analysis")
            self._made[number] = finding_row(self._analysis, self._places[number])
        return self._made[number]

    def place(self, number: int) -> Place:
        """Return where a row's passage is."""
        return self._places[number]

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's own
        """Return how many passages are shown; a list has no children."""
        if parent.isValid():
            return 0
        return self.total if self._all else min(FIRST, self.total)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's QVariant
        """Return one fact of a row."""
        if not index.isValid() or index.row() >= self.rowCount():
            return None
        number = index.row()
        facts: dict[int, Callable[[], object]] = {
            Qt.ItemDataRole.DisplayRole: lambda: self.row(number).title,
            Qt.ItemDataRole.AccessibleTextRole: lambda: self._describe(number),
            Qt.ItemDataRole.ToolTipRole: lambda: tooltip(self._describe(number)),
            FindingRole.RECORD: lambda: self.row(number),
            FindingRole.SORT: lambda: number,
            FindingRole.VERDICT: lambda: self._verdict(self._places[number]),
        }
        fact = facts.get(role)
        return fact() if fact else None

    def _describe(self, number: int) -> str:
        return describe(self.row(number), self._verdict(self._places[number]))
