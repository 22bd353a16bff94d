"""The matrix of who took how much from whom."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetricsF,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QWidget

from desktop.delegates.lines import elided_lines
from desktop.delegates.matrix import COLUMN_WIDTH, ROW_HEIGHT, MatrixDelegate, paint_lines
from desktop.delegates.painting import BADGE, badge_width, paint_badge
from desktop.language import tr, tr_noop
from desktop.models.overview_matrix_model import CellRole, MatrixModel
from desktop.theme import Theme
from desktop.widgets.cell_table import CellTable

HEAD_WIDTH, HEAD_HEIGHT = 168, 44
_MOST_ROWS = 8
"""Rows of a large case that are on screen at once; the others scroll under the heads."""
_LINE = 16
_CORNER = tr_noop("Share of each row’s words that come from the column")


class MatrixHead(QHeaderView):
    """The articles beside the rows, or over the columns."""

    def __init__(self, theme: Theme, orientation: Qt.Orientation) -> None:
        super().__init__(orientation)
        self._theme = theme
        across = orientation is Qt.Orientation.Horizontal
        self.setAccessibleName(tr("Sources, one a column") if across else tr("Articles, one a row"))
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setSectionsClickable(False)
        self.setMinimumSectionSize(20)

    def sizeHint(self) -> QSize:
        """Return the room that badges and titles need."""
        return QSize(self._theme.px(HEAD_WIDTH), self._theme.px(HEAD_HEIGHT))

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:  # noqa: N803 - Qt's name
        """Draw an article's badge, and beside a row its title."""
        head = self.model().headerData(logicalIndex, self.orientation(), CellRole.RECORD)
        if head is None:
            return
        theme, area = self._theme, QRectF(rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(area, theme.color("paper"))
        last = logicalIndex == self.count() - 1
        across = self.orientation() is Qt.Orientation.Horizontal
        paint_lines(painter, area, theme, right=not (last and across), bottom=not (last and not across))
        side = theme.px(BADGE)
        wide = badge_width(head.letter, theme, side)
        if across:
            self._paint_over(painter, area, head.letter, wide, first=logicalIndex == 0)
        else:
            left = area.left() + theme.px(10)
            paint_badge(painter, QRectF(left, area.center().y() - side / 2, wide, side), head.letter, theme)
            self._paint_title(painter, area.adjusted(theme.px(19) + wide, 0, -theme.px(8), 0), head.title)
        painter.restore()

    def _paint_over(self, painter: QPainter, area: QRectF, letter: str, wide: float, *, first: bool) -> None:
        theme = self._theme
        side = theme.px(BADGE - 2)
        font = theme.ui_font(12.5)
        word = tr("from") if first else ""
        space = max(theme.px(36), QFontMetricsF(font).horizontalAdvance(word) + theme.px(6)) if first else 0
        left = area.center().x() - (wide + space) / 2
        painter.setFont(font)
        painter.setPen(theme.color("ink2"))
        painter.drawText(QRectF(left, area.top(), space, area.height()), Qt.AlignmentFlag.AlignVCenter, word)
        paint_badge(painter, QRectF(left + space, area.center().y() - side / 2, wide, side), letter, theme)

    def _paint_title(self, painter: QPainter, area: QRectF, title: str) -> None:
        theme = self._theme
        font, line = theme.ui_font(12, 500), theme.px(_LINE)
        lines = elided_lines(title, font, area.width(), max(1, int((area.height() - 4) / line)))
        y = area.center().y() - len(lines) * line / 2
        painter.setFont(font)
        painter.setPen(theme.color("ink"))
        for text in lines:
            painter.drawText(QRectF(area.left(), y, area.width(), line), Qt.AlignmentFlag.AlignVCenter, text)
            y += line


class _Corner(QWidget):
    """What the figures are, where both heads meet."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAccessibleName(tr(_CORNER))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Draw the words."""
        theme, area = self._theme, QRectF(self.rect())
        painter = QPainter(self)
        painter.fillRect(area, theme.color("paper"))
        paint_lines(painter, area, theme)
        painter.setFont(theme.ui_font(11))
        painter.setPen(theme.color("ink2"))
        text = area.adjusted(theme.px(10), 0, -theme.px(6), 0)
        painter.drawText(text, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap, tr(_CORNER))
        painter.end()


class MatrixView(CellTable):
    """A row and a column for each article; the heads stay where many of them scroll."""

    def __init__(self, theme: Theme, model: MatrixModel) -> None:
        super().__init__(theme, tr("Who took how much from whom, as a matrix"))
        self._cells = model
        self.setModel(model)
        self.setItemDelegate(MatrixDelegate(theme, self))
        self.setHorizontalHeader(MatrixHead(theme, Qt.Orientation.Horizontal))
        self.setVerticalHeader(MatrixHead(theme, Qt.Orientation.Vertical))
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self._corner = _Corner(theme, self)
        model.modelReset.connect(self._fit)
        theme.changed.connect(self._fit)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Put the keyboard on the strongest cell, so that the focus can be seen."""
        if not self.currentIndex().isValid() and self._cells.rowCount():
            cells = self._cells.matrix.cells
            strongest = next(((i, j) for i, row in enumerate(cells) for j, c in enumerate(row) if c.strongest), (0, 0))
            self.setCurrentIndex(self._cells.index(*strongest))
        super().focusInEvent(event)

    def sizeHint(self) -> QSize:
        """Return the height of all rows, or of as many as are on screen at once."""
        rows = min(_MOST_ROWS, self._cells.rowCount())
        half = self._theme.px(ROW_HEIGHT) // 2 if self._cells.rowCount() > _MOST_ROWS else 0  # tells that there is more
        across = self.horizontalScrollBar()
        bar = across.sizeHint().height() if across.maximum() > 0 else 0
        return QSize(self._theme.px(480), self._theme.px(HEAD_HEIGHT) + rows * self._theme.px(ROW_HEIGHT) + half + bar)

    def minimumSizeHint(self) -> QSize:
        """Return the same height, and room for the heads and two columns."""
        return QSize(self._theme.px(HEAD_WIDTH + 2 * COLUMN_WIDTH), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width among the columns."""
        super().resizeEvent(event)
        self._fit()

    def updateGeometries(self) -> None:
        """Keep the corner's words over the corner."""
        super().updateGeometries()
        if hasattr(self, "_corner"):
            self._corner.setGeometry(0, 0, self.verticalHeader().width(), self.horizontalHeader().height())
            self._corner.raise_()

    def _fit(self) -> None:
        count = self._cells.columnCount()
        self.verticalHeader().setDefaultSectionSize(self._theme.px(ROW_HEIGHT))
        if count:
            room = self.width() - self._theme.px(HEAD_WIDTH)
            least = self._theme.px(COLUMN_WIDTH)
            if self._cells.rowCount() > _MOST_ROWS:
                room -= self.verticalScrollBar().sizeHint().width()
            across = self.horizontalHeader()
            for n in range(count):
                part = room * (n + 1) // count - room * n // count
                across.resizeSection(n, max(least, part))
        self.updateGeometry()
