"""The rows of a column as a Qt item model, so that every block is a list item for screen readers."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop.compare.blocks import Block, folded_text
from desktop.compare.scene import SentenceView, Side

Index = QModelIndex | QPersistentModelIndex
_NONE = QModelIndex()


class BlockModel(QAbstractListModel):
    """Blocks of one side; names are made when asked for."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._side: Side | None = None
        self._blocks: list[Block] = []
        self._name: Callable[[Block], str] = _no_name

    def show(self, side: Side | None, blocks: Sequence[Block], name: Callable[[Block], str]) -> None:
        """Replace every row; ``name`` says a row in words."""
        self.beginResetModel()
        self._side, self._blocks, self._name = side, list(blocks), name
        self.endResetModel()

    @property
    def blocks(self) -> list[Block]:
        """Return the rows."""
        return self._blocks

    def sentence(self, number: int) -> SentenceView:
        """Return a sentence of the side that is shown."""
        if self._side is None:
            raise IndexError(number)
        return self._side.sentences[number]

    @property
    def lengths(self) -> Sequence[int]:
        """Return how many letters each sentence of the side has."""
        return self._side.outline.lengths if self._side is not None else ()

    def rowCount(self, parent: Index = _NONE) -> int:
        """Return the number of rows; a list's items have none."""
        return 0 if parent.isValid() else len(self._blocks)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        """Return a row's text, or what a screen reader says of it."""
        if not index.isValid():
            return None
        block = self._blocks[index.row()]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._name(block)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleDescriptionRole):
            return " ".join(folded_text(block)) if block.folded else self.sentence(block.first).text
        return None


def _no_name(_: Block) -> str:
    return ""
