"""Paint an article's row: badge, title, words, role, bar of classes; only the badge where there is no room."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from core.report.phrases import some
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
from desktop.models.articles import ArticleRole, ArticleRow
from desktop.theme import Theme

COMPACT_BELOW = 120
"""Rows narrower than this show the badge alone."""
_COMPACT_HEIGHT = 38
_LINE, _DETAIL, _BAR = 17.0, 20.0, 6.0
_PAD, _TOP, _GAP = 8.0, 8.0, 2.0
_CHIP_HEIGHT = 18.0


class ArticleDelegate(QStyledItemDelegate):
    """Draws one :class:`~desktop.models.articles.ArticleRow`."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._title_font = theme.ui_font(13, 500)
        self._detail_font = theme.ui_font(11.5)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return a height for one or two lines of title."""
        width = _row_width(option)
        if width < COMPACT_BELOW:
            return QSize(width, _COMPACT_HEIGHT)
        row: ArticleRow = index.data(ArticleRole.RECORD)
        lines = len(self._lines(row, width))
        return QSize(width, round(2 * _TOP + lines * _LINE + 3 + _DETAIL + 3 + _BAR + _GAP))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw the row."""
        row: ArticleRow = index.data(ArticleRole.RECORD)
        area = QRectF(option.rect).adjusted(0, 0, 0, -_GAP)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, area, option, row)
        badge = badge_width(row.letter, self._theme)
        if area.width() < COMPACT_BELOW:
            self._paint_compact(painter, area, row, badge)
        else:
            paint_badge(
                painter, QRectF(area.left() + _PAD, area.top() + _TOP - 1, badge, BADGE), row.letter, self._theme
            )
            self._paint_text(painter, area, row)
        if option.state & QStyle.StateFlag.State_HasFocus:
            paint_focus(painter, area, self._theme)
        painter.restore()

    def _paint_ground(self, painter: QPainter, area: QRectF, option: QStyleOptionViewItem, row: ArticleRow) -> None:
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        if row.shown or hovered:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.color("hover" if row.shown else "bg"))
            painter.drawRoundedRect(area, 7, 7)

    def _paint_compact(self, painter: QPainter, area: QRectF, row: ArticleRow, badge: float) -> None:
        left = area.center().x() - badge / 2
        paint_badge(painter, QRectF(left, area.top() + 4, badge, BADGE), row.letter, self._theme)
        bar = QRectF(area.left() + 7, area.bottom() - 6, area.width() - 14, 4)
        paint_class_bar(painter, bar, row.shares or (), self._theme)

    def _paint_text(self, painter: QPainter, area: QRectF, row: ArticleRow) -> None:
        left, width = area.left() + _text_left(row, self._theme), _text_width(row, area.width(), self._theme)
        y = area.top() + _TOP
        painter.setFont(self._title_font)
        painter.setPen(self._theme.color("ink"))
        for line in self._lines(row, round(area.width())):
            painter.drawText(QRectF(left, y, width, _LINE), Qt.AlignmentFlag.AlignVCenter, line)
            y += _LINE
        y += 3
        painter.setFont(self._detail_font)
        painter.setPen(self._theme.color("ink3"))
        painter.drawText(QRectF(left, y, width, _DETAIL), Qt.AlignmentFlag.AlignVCenter, some(row.words, "word"))
        if row.role:
            chip = chip_width(row.role, self._theme)
            box = QRectF(area.right() - _PAD - chip, y + (_DETAIL - _CHIP_HEIGHT) / 2, chip, _CHIP_HEIGHT)
            paint_chip(painter, box, row.role, self._theme)
        bar = QRectF(round(left), round(y + _DETAIL + 3), round(width), _BAR)
        paint_class_bar(painter, bar, row.shares or (), self._theme)

    def _lines(self, row: ArticleRow, width: int) -> tuple[str, ...]:
        return elided_lines(row.title, self._title_font, _text_width(row, width, self._theme), 2)


def _text_left(row: ArticleRow, theme: Theme) -> float:
    return _PAD + badge_width(row.letter, theme) + 8


def _text_width(row: ArticleRow, width: float, theme: Theme) -> float:
    return width - _text_left(row, theme) - _PAD


def _row_width(option: QStyleOptionViewItem) -> int:
    view = option.widget
    return view.viewport().width() if isinstance(view, QListView) else option.rect.width()
