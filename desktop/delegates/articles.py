"""Paint an article's row: badge, title, words, role, bar of classes; only the badge where there is no room."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop.delegates.lines import elided_lines
from desktop.delegates.painting import (
    BADGE,
    badge_width,
    chip_width,
    paint_badge,
    paint_chip,
    paint_class_bar,
    paint_focus,
)
from desktop.language import tr
from desktop.models.articles import ArticleRole, ArticleRow
from desktop.theme import Theme

COMPACT_BELOW = 120
"""Rows narrower than this, at a zoom of 100 %, show the badge alone."""
_WIDER_AT_MOST = 1.5
"""A sidebar that keeps its width when the text grows still has room for titles."""
_COMPACT_HEIGHT = 38
_LINE, _DETAIL, _BAR = 17.0, 20.0, 6.0
_PAD, _TOP, _GAP = 8.0, 8.0, 2.0
_CHIP_HEIGHT = 18.0


class ArticleDelegate(QStyledItemDelegate):
    """Draws one :class:`~desktop.models.articles.ArticleRow`."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        theme.changed.connect(self._resize_rows)

    def _resize_rows(self) -> None:
        self.sizeHintChanged.emit(QModelIndex())

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return a height for one or two lines of title."""
        width, px = _row_width(option), self._theme.px
        if is_compact(width, self._theme):
            return QSize(width, px(_COMPACT_HEIGHT))
        row: ArticleRow = index.data(ArticleRole.RECORD)
        lines = len(self._lines(row, width))
        return QSize(width, 2 * px(_TOP) + lines * px(_LINE) + 2 * px(3) + px(_DETAIL) + px(_BAR) + px(_GAP))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw the row."""
        row: ArticleRow = index.data(ArticleRole.RECORD)
        px = self._theme.px
        area = QRectF(option.rect).adjusted(0, 0, 0, -px(_GAP))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, area, option, row)
        high = px(BADGE)
        badge = badge_width(row.letter, self._theme, high)
        if is_compact(area.width(), self._theme):
            self._paint_compact(painter, area, row, badge)
        else:
            box = QRectF(area.left() + px(_PAD), area.top() + px(_TOP) - 1, badge, high)
            paint_badge(painter, box, row.letter, self._theme)
            self._paint_text(painter, area, row)
        if option.state & QStyle.StateFlag.State_HasFocus:
            paint_focus(painter, area, self._theme)
        painter.restore()

    def _paint_ground(self, painter: QPainter, area: QRectF, option: QStyleOptionViewItem, row: ArticleRow) -> None:
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        if row.shown or hovered:
            edged = self._theme.edged and row.shown
            painter.setPen(QPen(self._theme.color("ink"), 1.0) if edged else Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.color("hover" if row.shown else "bg"))
            inset = 0.5 if edged else 0.0
            painter.drawRoundedRect(area.adjusted(inset, inset, -inset, -inset), 7, 7)

    def _paint_compact(self, painter: QPainter, area: QRectF, row: ArticleRow, badge: float) -> None:
        px = self._theme.px
        left = area.center().x() - badge / 2
        paint_badge(painter, QRectF(left, area.top() + px(4), badge, px(BADGE)), row.letter, self._theme)
        bar = QRectF(area.left() + 7, area.bottom() - px(6), area.width() - 14, px(4))
        paint_class_bar(painter, bar, row.shares or (), self._theme)

    def _paint_text(self, painter: QPainter, area: QRectF, row: ArticleRow) -> None:
        left, width = area.left() + _text_left(row, self._theme), _text_width(row, area.width(), self._theme)
        px = self._theme.px
        line_height, detail_height = px(_LINE), px(_DETAIL)
        y = area.top() + px(_TOP)
        painter.setFont(self._theme.ui_font(13, 500))
        painter.setPen(self._theme.color("ink"))
        for line in self._lines(row, round(area.width())):
            painter.drawText(QRectF(left, y, width, line_height), Qt.AlignmentFlag.AlignVCenter, line)
            y += line_height
        y += px(3)
        painter.setFont(self._theme.ui_font(11.5))
        painter.setPen(self._theme.color("ink3"))
        painter.drawText(
            QRectF(left, y, width, detail_height), Qt.AlignmentFlag.AlignVCenter, tr("{n} word(s)", "", row.words)
        )
        if row.role:
            chip = chip_width(row.role, self._theme)
            high = px(_CHIP_HEIGHT)
            box = QRectF(area.right() - px(_PAD) - chip, y + (detail_height - high) / 2, chip, high)
            paint_chip(painter, box, row.role, self._theme)
        bar = QRectF(round(left), round(y + detail_height + px(3)), round(width), px(_BAR))
        paint_class_bar(painter, bar, row.shares or (), self._theme)

    def _lines(self, row: ArticleRow, width: int) -> tuple[str, ...]:
        return elided_lines(row.title, self._theme.ui_font(13, 500), _text_width(row, width, self._theme), 2)


def is_compact(width: float, theme: Theme) -> bool:
    """Return whether a row of that width shows its badge alone."""
    return width < COMPACT_BELOW * min(theme.zoom, _WIDER_AT_MOST)


def _text_left(row: ArticleRow, theme: Theme) -> float:
    return theme.px(_PAD) + badge_width(row.letter, theme, theme.px(BADGE)) + theme.px(8)


def _text_width(row: ArticleRow, width: float, theme: Theme) -> float:
    return width - _text_left(row, theme) - theme.px(_PAD)


def _row_width(option: QStyleOptionViewItem) -> int:
    view = option.widget
    return view.viewport().width() if isinstance(view, QListView) else option.rect.width()
