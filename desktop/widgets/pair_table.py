"""The matrix as a plain table with a row a pair."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QPointF, QRect, QRectF, QSize, QSortFilterProxyModel, Qt
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetricsF,
    QPainter,
    QPen,
    QPolygonF,
)
from PySide6.QtWidgets import QAbstractItemView, QHeaderView

from desktop.delegates.matrix import PairDelegate
from desktop.language import tr
from desktop.models.overview_matrix_model import CellRole
from desktop.models.overview_table import PairTableModel
from desktop.theme import Theme
from desktop.widgets.cell_table import CellTable

_MOST_ROWS = 16


class _TableHead(QHeaderView):
    """Names of the columns; the one that is sorted by has a triangle."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._theme = theme
        self.setAccessibleName(tr("Columns"))
        self.setSectionsClickable(True)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.setStretchLastSection(True)
        self.setSortIndicatorShown(True)

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:  # noqa: N803 - Qt's name
        """Draw a name, and the triangle."""
        theme, area = self._theme, QRectF(rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(area, theme.color("paper"))
        painter.setPen(QPen(theme.edge("line2"), 1.0))
        painter.drawLine(QLineF(area.left(), area.bottom() - 0.5, area.right(), area.bottom() - 0.5))
        side = self.model().headerData(logicalIndex, self.orientation(), Qt.ItemDataRole.TextAlignmentRole)
        name = self.model().headerData(logicalIndex, self.orientation())
        font = theme.ui_font(11.5, 600)
        painter.setFont(font)
        painter.setPen(theme.color("ink2"))
        painter.drawText(area.adjusted(theme.px(12), 0, -theme.px(12), 0), side, name)
        if logicalIndex == self.sortIndicatorSection():
            right = bool(side & Qt.AlignmentFlag.AlignRight.value)
            wide = QFontMetricsF(font).horizontalAdvance(name)
            x = area.right() - theme.px(6) if right else area.left() + theme.px(18) + wide
            up = -1 if self.sortIndicatorOrder() is Qt.SortOrder.AscendingOrder else 1
            y = area.center().y()
            painter.setBrush(theme.color("ink2"))
            painter.drawPolygon(
                QPolygonF([QPointF(x - 3, y - 2 * up), QPointF(x + 3, y - 2 * up), QPointF(x, y + 2 * up)])
            )
        painter.restore()


class PairTable(CellTable):
    """The same as a table with a row a pair, sorted by any column."""

    def __init__(self, theme: Theme, model: PairTableModel) -> None:
        super().__init__(theme, tr("Who took how much from whom, as a table"))
        self._sorted = QSortFilterProxyModel(self)
        self._sorted.setSourceModel(model)
        self._sorted.setSortRole(CellRole.SORT)
        self.setModel(self._sorted)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setHorizontalHeader(_TableHead(theme))
        self.setItemDelegate(PairDelegate(theme, self))
        self.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)  # as the rows come
        self.setSortingEnabled(True)
        self._sorted.modelReset.connect(self._fit)
        self.horizontalScrollBar().rangeChanged.connect(self.updateGeometry)
        theme.changed.connect(self._fit)
        self._fit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Put the keyboard on the first row, so that the focus can be seen."""
        if not self.currentIndex().isValid() and self._sorted.rowCount():
            self.setCurrentIndex(self._sorted.index(0, 0))
        super().focusInEvent(event)

    def sizeHint(self) -> QSize:
        """Return the height of the rows, as far as it is not too much."""
        rows = min(_MOST_ROWS, self._sorted.rowCount())
        bar = self.horizontalScrollBar()
        high = self._theme.px(32) + rows * self._theme.px(30) + 2
        high += bar.sizeHint().height() if bar.maximum() > 0 else 0
        return QSize(self._theme.px(480), high)

    def minimumSizeHint(self) -> QSize:
        """Return the same height."""
        return QSize(self._theme.px(320), self.sizeHint().height())

    def _fit(self) -> None:
        px = self._theme.px
        self.horizontalHeader().setFixedHeight(px(32))
        self.verticalHeader().setDefaultSectionSize(px(30))
        for column, width in enumerate((86, 86, 86, 108, 130)):
            self.setColumnWidth(column, px(width))
        self.updateGeometry()
