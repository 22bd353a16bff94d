"""What the matrix and its twin, the plain table, have in common: keys, clicks, corners."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QRectF, Qt, Signal
from PySide6.QtGui import (
    QKeyEvent,
    QPainterPath,
    QRegion,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QSizePolicy, QTableView

from desktop.language import tr
from desktop.models.overview_matrix import Cell, CellKind
from desktop.models.overview_matrix_model import CellRole
from desktop.theme import Theme

_RADIUS = 9
"""Of the corners: those of the card around, less its edge."""
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class CellTable(QTableView):
    """A table in which Enter or a double click chooses a cell's pair, and Tab leaves."""

    cellChosen = Signal(object)  # noqa: N815 - signals are named as Qt names them
    """The :class:`Cell` whose two articles are to be compared."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self._theme = theme
        self.setAccessibleName(name)
        self.setAccessibleDescription(tr("Enter opens the two articles side by side."))
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setMouseTracking(True)
        self.setCornerButtonEnabled(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.doubleClicked.connect(self._choose)
        corner = self.findChild(QAbstractButton)
        if corner is not None:
            corner.setAccessibleName(tr("Corner"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose the cell that the keyboard is on."""
        if event.key() in _ENTER and self.currentIndex().isValid():
            self._choose(self.currentIndex())
            event.accept()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Round the corners, as those of the card around are."""
        super().resizeEvent(event)
        outline = QPainterPath()
        outline.addRoundedRect(QRectF(self.rect()), _RADIUS, _RADIUS)
        self.setMask(QRegion(outline.toFillPolygon().toPolygon()))

    def _choose(self, index: QModelIndex) -> None:
        cell = index.data(CellRole.RECORD)
        if isinstance(cell, Cell) and cell.kind is not CellKind.ITSELF:
            self.cellChosen.emit(cell)
