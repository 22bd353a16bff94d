"""The ledger of one article as an item model, and the filter over it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import IntEnum
from operator import itemgetter
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
    Signal,
)

from core.case.review import Verdict
from core.model import MatchClass
from desktop.language import tr, tr_noop
from desktop.models.ledger_rows import LedgerEntry, spoken, spoken_change, spoken_sources
from desktop.plain import tooltip
from desktop.terms import class_name, class_said
from desktop.verdict_signs import SIGNS

Index = QModelIndex | QPersistentModelIndex
_Key = tuple[int | str, ...]
"""What a row is sorted by; empty where it has nothing of the kind."""
_VERDICTS = tuple(Verdict)


class Column(IntEnum):
    """The columns."""

    NUMBER = 0
    CLASS = 1
    SENTENCE = 2
    SOURCE = 3
    CHANGE = 4
    VERDICT = 5


TITLES = {
    Column.NUMBER: tr_noop("No."),
    Column.CLASS: tr_noop("Class"),
    Column.SENTENCE: tr_noop("Sentence"),
    Column.SOURCE: tr_noop("Best source"),
    Column.CHANGE: tr_noop("Main divergence"),
    Column.VERDICT: tr_noop("Verdict"),
}


class LedgerRole(IntEnum):
    """What else a cell can be asked for."""

    RECORD = Qt.ItemDataRole.UserRole + 1
    SORT = Qt.ItemDataRole.UserRole + 2


_COLUMNS = len(Column)
"""Asked for at every cell that is painted."""


class LedgerModel(QAbstractTableModel):
    """One row a sentence."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._text: tuple[LedgerEntry, ...] = ()
        self._rows: tuple[LedgerEntry, ...] = ()
        self._sorted = (Column.NUMBER, Qt.SortOrder.AscendingOrder)

    def set_rows(self, rows: Sequence[LedgerEntry]) -> None:
        """Show these rows; where the sentences are the same as before, selection and place stay."""
        before, after = self._text, tuple(rows)
        self._text = after
        if [(r.label, r.text) for r in before] != [(r.label, r.text) for r in after]:
            self.beginResetModel()
            self._rows = self._ordered()
            self.endResetModel()
            return
        self._rows = tuple(after[row.index] for row in self._rows)
        changed = [n for n, row in enumerate(self._rows) if row != before[row.index]]
        if changed:
            self.dataChanged.emit(self.index(changed[0], 0), self.index(changed[-1], len(Column) - 1))

    @property
    def rows(self) -> tuple[LedgerEntry, ...]:
        """Return the rows as they are sorted."""
        return self._rows

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; sorted here at once, thousands of rows take no noticeable time."""
        self._sorted = (Column(max(0, column)), order)
        self.layoutAboutToBeChanged.emit()
        old = self.persistentIndexList()
        sentences = [self._rows[index.row()].index for index in old]
        self._rows = self._ordered()
        places = {row.index: place for place, row in enumerate(self._rows)}
        new = [self.index(places[n], index.column()) for n, index in zip(sentences, old, strict=True)]
        self.changePersistentIndexList(old, new)
        self.layoutChanged.emit()

    def _ordered(self) -> tuple[LedgerEntry, ...]:
        """Return the rows by the column that they are sorted by; equal ones stay in the order of the text.

        Rows that have nothing to sort by stand last in either order.
        """
        column, order = self._sorted
        if column is Column.NUMBER and order is Qt.SortOrder.AscendingOrder:
            return self._text
        key = _KEYS[column]
        keyed = [(key(row), row) for row in self._text]
        told = sorted((x for x in keyed if x[0]), key=itemgetter(0), reverse=order is Qt.SortOrder.DescendingOrder)
        return tuple(row for _, row in told) + tuple(row for value, row in keyed if not value)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return how many sentences there are; a table has no children."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - as above
        """Return how many columns there are."""
        return 0 if parent.isValid() else _COLUMNS

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's QVariant
        """Return one fact of a cell."""
        if not index.isValid():
            return None
        number, column = index.row(), index.column()
        if role == LedgerRole.SORT:
            return _KEYS[Column(column)](self._rows[number])
        if role == LedgerRole.RECORD:
            return self._rows[number]
        says = _SAYS.get(role)
        return says(Column(column), self._rows[number]) if says else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's QVariant
        """Return a column's title."""
        said = role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
        if orientation is Qt.Orientation.Horizontal and said and 0 <= section < len(Column):
            return tr(TITLES[Column(section)])
        return None


@dataclass(frozen=True, slots=True)
class LedgerSieve:
    """Which rows are shown."""

    words: str = ""
    """Found in the sentence, in any order and whatever their case."""
    hidden: frozenset[MatchClass] = frozenset()
    divergent: bool = False
    """Only rows with a divergence."""
    unjudged: bool = False
    """Only rows that wait for a verdict."""

    def lets_through(self, entry: LedgerEntry, text: str | None = None) -> bool:
        """Return whether a row is shown; ``text`` is its :func:`sought`, where that is at hand."""
        if entry.match in self.hidden or (self.divergent and entry.severity is None):
            return False
        if self.unjudged and (not entry.asks or entry.verdict is not None):
            return False
        if not self.words:
            return True
        text = sought(entry) if text is None else text
        return all(word in text for word in self.words.casefold().split())


def sought(entry: LedgerEntry) -> str:
    """Return in what the words of a sieve are found."""
    return f"{entry.label} {entry.text}".casefold()


class LedgerFilter(QSortFilterProxyModel):
    """The rows that a sieve lets through, in the order that the model has sorted them in."""

    sieveChanged = Signal(object)  # noqa: N815 - signals are named as Qt names them
    """The new :class:`LedgerSieve`."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._sieve = LedgerSieve()
        self._sought: tuple[tuple[LedgerEntry, ...], list[str]] = ((), [])
        """In what words are found, of the rows that it was last made for: at every key all rows are looked through."""
        self._through: tuple[tuple[LedgerEntry, ...], LedgerSieve, list[bool]] = ((), self._sieve, [])
        """Which rows a sieve lets through, of the last rows and sieve."""

    @property
    def sieve(self) -> LedgerSieve:
        """Return which rows are shown."""
        return self._sieve

    def set_sieve(self, sieve: LedgerSieve) -> None:
        """Show other rows."""
        if sieve != self._sieve:
            self._sieve = sieve
            self.invalidate()
            self.sieveChanged.emit(sieve)

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Have the model sort itself: comparing row by row from here takes a third of a second in a long text."""
        model = self.sourceModel()
        if model is not None:
            model.sort(column, order)

    def filterAcceptsRow(self, source_row: int, source_parent: Index) -> bool:  # noqa: ARG002 - Qt's signature
        """Ask the sieve."""
        model = self.sourceModel()
        return not isinstance(model, LedgerModel) or self._let_through(model.rows)[source_row]

    def _let_through(self, rows: tuple[LedgerEntry, ...]) -> list[bool]:
        if self._through[0] is not rows or self._through[1] is not self._sieve:
            if self._sieve.words and self._sought[0] is not rows:
                self._sought = (rows, [sought(row) for row in rows])
            texts = self._sought[1] if self._sieve.words else [""] * len(rows)
            passed = [self._sieve.lets_through(row, text) for row, text in zip(rows, texts, strict=True)]
            self._through = (rows, self._sieve, passed)
        return self._through[2]


def _display(column: Column, row: LedgerEntry) -> str:
    match column:
        case Column.NUMBER:
            return str(row.index + 1)
        case Column.CLASS:
            return class_name(row.match)
        case Column.SENTENCE:
            return row.text
        case Column.SOURCE:
            return ", ".join(chip.label for chip in row.chips)
        case Column.CHANGE:
            return row.change or row.reason
        case _:
            return SIGNS[row.verdict].name if row.verdict else ""


def _accessible(column: Column, row: LedgerEntry) -> str:
    """Return what a cell says aloud; the first one says the whole row."""
    match column:
        case Column.NUMBER:
            return spoken(row)
        case Column.CLASS:
            return row.reason or class_name(row.match)
        case Column.SOURCE:
            return spoken_sources(row) or tr("No source here")
        case Column.CHANGE:
            return spoken_change(row) or row.reason or tr("No divergence")
        case Column.VERDICT:
            return SIGNS[row.verdict].name if row.verdict else tr("No verdict")
        case _:
            return row.text


def _hint(column: Column, row: LedgerEntry) -> str:
    match column:
        case Column.SENTENCE:
            return tooltip(row.text)
        case Column.SOURCE:
            return tooltip(", ".join(f"{chip.label} ({class_said(chip.match)})" for chip in row.chips))
        case Column.CHANGE if row.change:
            more = tr(", and {n} more divergence(s)", "", row.others) if row.others else ""
            return tooltip(f"{row.kind}: {row.change}{more}")
        case Column.VERDICT if row.verdict:
            return SIGNS[row.verdict].name
        case Column.CLASS if row.reason:
            return tooltip(row.reason)
        case _:
            return ""


def _source_key(row: LedgerEntry) -> _Key:
    chip = row.chips[0] if row.chips else None
    return (len(chip.letter), chip.letter, chip.index) if chip else ()


def _change_key(row: LedgerEntry) -> _Key:
    return () if row.severity is None else (row.severity.rank, row.kind)


_SAYS: dict[int, Callable[[Column, LedgerEntry], object]] = {
    Qt.ItemDataRole.DisplayRole: _display,
    Qt.ItemDataRole.AccessibleTextRole: _accessible,
    Qt.ItemDataRole.ToolTipRole: _hint,
}
_KEYS: dict[Column, Callable[[LedgerEntry], _Key]] = {
    Column.NUMBER: lambda row: (row.index,),
    Column.CLASS: lambda row: (row.match.rank,),
    Column.SENTENCE: lambda row: (row.text.casefold(),),
    Column.SOURCE: _source_key,
    Column.CHANGE: _change_key,
    Column.VERDICT: lambda row: (_VERDICTS.index(row.verdict),) if row.verdict else (),
}
