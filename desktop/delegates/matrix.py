"""Paint a cell of the matrix: share, bar and detail; hatched where an article meets itself."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop.delegates.painting import paint_class_bar, paint_focus
from desktop.glyphs import paint_class_glyph
from desktop.models.overview_matrix import Cell, CellKind
from desktop.models.overview_matrix_model import CellRole
from desktop.theme import Theme

ROW_HEIGHT = 57
COLUMN_WIDTH = 108
"""The narrowest, as :data:`ROW_HEIGHT` at a zoom of 100 %."""
_PAD = 10
_HATCH = 8
_BAR = 5
_BOX = 2.0


class MatrixDelegate(QStyledItemDelegate):
    """Draws one :class:`~desktop.models.overview_matrix.Cell`."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:  # noqa: ARG002
        """Return the smallest size of a cell."""
        return QSize(self._theme.px(COLUMN_WIDTH), self._theme.px(ROW_HEIGHT))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw the cell."""
        cell: Cell = index.data(CellRole.RECORD)
        area = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, area, cell, hovered=bool(option.state & QStyle.StateFlag.State_MouseOver))
        last = index.model().rowCount() - 1
        paint_lines(painter, area, self._theme, right=index.column() < last, bottom=index.row() < last)
        if cell.kind is CellKind.TAKEN:
            self._paint_share(painter, area, cell)
        else:
            self._paint_words(painter, area, cell)
        if cell.strongest:
            painter.setPen(QPen(self._theme.color("ink"), _BOX))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(area.adjusted(_BOX / 2, _BOX / 2, -_BOX / 2 - 1, -_BOX / 2 - 1))
        if option.state & QStyle.StateFlag.State_HasFocus:
            inset = _BOX + 1 if cell.strongest else 0.0
            paint_focus(painter, area.adjusted(inset, inset, -inset - 1, -inset - 1), self._theme, 3)
        painter.restore()

    def _paint_ground(self, painter: QPainter, area: QRectF, cell: Cell, *, hovered: bool) -> None:
        theme = self._theme
        if cell.kind is CellKind.ITSELF:
            paint_hatching(painter, area, theme)
        elif cell.kind is CellKind.TAKEN:
            painter.fillRect(area, theme.class_color(cell.main, "tint"))
        elif hovered or cell.kind is CellKind.GIVEN:
            painter.fillRect(area, theme.color("hover" if hovered else "surface"))

    def _paint_share(self, painter: QPainter, area: QRectF, cell: Cell) -> None:
        px = self._theme.px
        left, width = area.left() + px(_PAD), area.width() - 2 * px(_PAD)
        large = QRectF(left, area.top() + px(5), width, px(24))
        figure = self._theme.ui_font(19 if cell.strongest else 16, 650)
        self._text(painter, large, cell.figure, figure, "ink")
        if cell.licensed:
            after = QFontMetricsF(figure).horizontalAdvance(cell.figure) + px(6)
            self._text(painter, large.adjusted(after, px(3), 0, 0), "licensed", self._theme.ui_font(11), "ink2")
        side = px(16)
        glyph = QRectF(area.right() - px(_PAD) - side, large.center().y() - side / 2, side, side)
        paint_class_glyph(painter, glyph, cell.main, self._theme.class_color(cell.main, "ink"))
        bar = QRectF(round(left), round(area.top() + px(30)), round(width), px(_BAR))
        paint_class_bar(painter, bar, cell.shares, self._theme)
        small = QRectF(left, area.top() + px(36), width, px(18))
        self._text(painter, small, cell.detail, self._theme.ui_font(11.5), "ink")

    def _paint_words(self, painter: QPainter, area: QRectF, cell: Cell) -> None:
        px = self._theme.px
        left, width = area.left() + px(_PAD), area.width() - 2 * px(_PAD)
        given = cell.kind is CellKind.GIVEN
        font = self._theme.ui_font(13, 600) if given else self._theme.ui_font(15)
        if cell.figure:
            self._text(painter, QRectF(left, area.top() + px(8), width, px(22)), cell.figure, font, "ink2")
        top = px(31) if cell.figure else (area.height() - px(18)) / 2
        small = QRectF(left, area.top() + top, width, px(18))
        self._text(painter, small, cell.detail, self._theme.ui_font(11.5), "ink3")

    def _text(self, painter: QPainter, area: QRectF, text: str, font: QFont, tone: str) -> None:
        painter.setFont(font)
        painter.setPen(self._theme.color(tone))
        shown = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, area.width())
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, shown)


def paint_lines(painter: QPainter, area: QRectF, theme: Theme, *, right: bool = True, bottom: bool = True) -> None:
    """Draw the hairlines at the right and at the bottom of a cell."""
    painter.setPen(QPen(theme.edge("line"), 1.0))
    x, y = area.right() - 0.5, area.bottom() - 0.5
    if right:
        painter.drawLine(QLineF(x, area.top(), x, area.bottom()))
    if bottom:
        painter.drawLine(QLineF(area.left(), y, area.right(), y))


def paint_hatching(painter: QPainter, area: QRectF, theme: Theme) -> None:
    """Draw thin slanting lines."""
    painter.save()
    painter.setClipRect(area, Qt.ClipOperation.IntersectClip)
    painter.setPen(QPen(theme.color("line2"), 1.0))
    step, high = theme.px(_HATCH), area.height()
    x = area.left() - high
    while x < area.right():
        painter.drawLine(QLineF(x, area.bottom(), x + high, area.top()))
        x += step
    painter.restore()


class PairDelegate(QStyledItemDelegate):
    """Draws a cell of the plain table."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw the text, a hairline under it, and the focus ring; under the last row is the edge of the card."""
        theme, area = self._theme, QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver):
            painter.fillRect(area, theme.color("hover"))
        if index.row() < index.model().rowCount() - 1:
            paint_lines(painter, area, theme, right=False)
        cell: Cell = index.data(CellRole.RECORD)
        font = theme.ui_font(12.5, 600 if cell.share else 400)
        painter.setFont(font)
        painter.setPen(theme.color("ink" if cell.share else "ink2"))
        text_area = area.adjusted(theme.px(12), 0, -theme.px(12), 0)
        text = QFontMetricsF(font).elidedText(str(index.data()), Qt.TextElideMode.ElideRight, text_area.width())
        painter.drawText(text_area, index.data(Qt.ItemDataRole.TextAlignmentRole), text)
        if option.state & QStyle.StateFlag.State_HasFocus:
            paint_focus(painter, area.adjusted(0, 0, 0, -1), theme, 3)
        painter.restore()
