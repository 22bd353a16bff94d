"""The classes of the article on the right as an item model: how many sentences each has, shown or hidden."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from core.model import MatchClass
from desktop.language import tr
from desktop.terms import class_name

Index = QModelIndex | QPersistentModelIndex
FILTERED = (
    MatchClass.VERBATIM,
    MatchClass.CLOSE,
    MatchClass.PARAPHRASE,
    MatchClass.QUOTATION,
    MatchClass.SAME_FACT,
    MatchClass.NO_SOURCE,
)


class ClassRole(IntEnum):
    """What else a row can be asked for."""

    RECORD = Qt.ItemDataRole.UserRole + 1
    SORT = Qt.ItemDataRole.UserRole + 2


@dataclass(frozen=True, slots=True)
class ClassRow:
    """One class, its count and whether it is shown."""

    match: MatchClass
    count: int | None
    """Sentences of that class; None before the pair was compared."""
    hidden: bool
    source: bool = False
    """The sentences counted are the source's, of which none lacks a source: what matches nothing was not reused."""

    @property
    def name(self) -> str:
        """Return what the class is called here."""
        return tr("Not reused") if self.source and self.match is MatchClass.NO_SOURCE else class_name(self.match)


class ClassModel(QAbstractListModel):
    """The rows of the class filter; a row's check box says whether the class is shown."""

    hiddenChanged = Signal(object)  # noqa: N815 - signals are named as Qt names them
    """The frozen set of classes that are hidden."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._counts: Counter[MatchClass] | None = None
        self._hidden: frozenset[MatchClass] = frozenset()
        self._source = False

    @property
    def hidden(self) -> frozenset[MatchClass]:
        """Return the classes that are not shown."""
        return self._hidden

    def set_classes(self, classes: Sequence[MatchClass] | None, *, source: bool = False) -> None:
        """Count these classes, one a sentence: of a ``source`` or not, None where nothing was compared."""
        self._counts, self._source = None if classes is None else Counter(classes), source
        self.dataChanged.emit(self.index(0), self.index(len(FILTERED) - 1))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return how many classes there are; a list has no children."""
        return 0 if parent.isValid() else len(FILTERED)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return that every row can be checked."""
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsUserCheckable if index.isValid() else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's QVariant
        """Return one fact of a row."""
        if not index.isValid() or not 0 <= index.row() < len(FILTERED):
            return None
        row = self.row(index.row())
        state = Qt.CheckState.Unchecked if row.hidden else Qt.CheckState.Checked
        facts: dict[int, object] = {
            Qt.ItemDataRole.DisplayRole: row.name,
            Qt.ItemDataRole.CheckStateRole: state.value,  # Qt wants the number, not Python's enum
            Qt.ItemDataRole.ToolTipRole: _describe(row),
            Qt.ItemDataRole.AccessibleTextRole: _describe(row),
            ClassRole.RECORD: row,
            ClassRole.SORT: index.row(),
        }
        return facts.get(role)

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:  # noqa: ANN401
        """Show or hide a class by its check state."""
        if not index.isValid() or role != Qt.ItemDataRole.CheckStateRole:
            return False
        match = FILTERED[index.row()]
        shown = Qt.CheckState(value) is Qt.CheckState.Checked
        self._hidden = self._hidden - {match} if shown else self._hidden | {match}
        self.dataChanged.emit(index, index)
        self.hiddenChanged.emit(self._hidden)
        return True

    def toggle(self, index: Index) -> None:
        """Hide a class that is shown, show one that is hidden."""
        hidden = FILTERED[index.row()] in self._hidden
        state = Qt.CheckState.Checked if hidden else Qt.CheckState.Unchecked
        self.setData(index, state, Qt.ItemDataRole.CheckStateRole)

    def row(self, number: int) -> ClassRow:
        """Return the record of a row."""
        match = FILTERED[number]
        count = None if self._counts is None else self._counts[match]
        return ClassRow(match, count, match in self._hidden, self._source)


def _describe(row: ClassRow) -> str:
    count = [] if row.count is None else [tr("{n} sentence(s)", "", row.count)]
    return ", ".join([row.name, *count, tr("hidden") if row.hidden else tr("shown")])
