"""Paint a file's row on the import screen: badge, name, bar, what is being done; trouble and what can be done of it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QLineF, QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from core.model import Severity
from desktop.delegates.lines import elided_lines
from desktop.delegates.painting import badge_width, paint_badge, paint_focus
from desktop.glyphs import paint_severity
from desktop.models.importing import FileRow
from desktop.models.importing_model import FileRole
from desktop.theme import Theme

ROW_HEIGHT = 58
"""At a zoom of 100 %, as all lengths here."""
_PAD, _BADGE, _NAME, _GAP = 18, 24, 58, 16
_BAR_SHARE, _BAR_LEAST, _BAR_MOST, _BAR_HEIGHT = 0.22, 150, 190, 5
_STATE, _TICK = 150, 30
_STACKED_BELOW = 660
_BUTTONS = 36
_TITLE_LINE, _DETAIL_LINE, _BELOW = 20, 17, 15
_MOST_KEPT = 1000
_MOST_LINES = 4
"""Lines of a trouble that are shown; all of it is in the tooltip and read out."""


@dataclass(frozen=True, slots=True)
class Columns:
    """Where the parts of a row begin, and how wide they are; stacked, bar and state stand below the name."""

    stacked: bool
    name: float
    name_width: float
    bar: float
    bar_width: float
    state: float
    state_width: float
    tick: float


def columns(width: float, scale: float = 1.0) -> Columns:
    """Return the columns of a row of that width; the name takes what the others leave."""
    tick, name = width - (_PAD + _TICK) * scale, _NAME * scale
    if width < _STACKED_BELOW * scale:
        bar_width = _BAR_LEAST * scale
        state = name + bar_width + _GAP * scale
        return Columns(True, name, max(40.0, tick - name), name, bar_width, state, tick - state, tick)
    state = tick - _STATE * scale
    bar_width = min(_BAR_MOST * scale, max(_BAR_LEAST * scale, width * _BAR_SHARE))
    bar = state - _GAP * scale - bar_width
    return Columns(False, name, bar - _GAP * scale - name, bar, bar_width, state, _STATE * scale, tick)


def lower_part(height: float, scale: float) -> tuple[float, float]:
    """Return top and height of the part of a stacked row that stands below the words."""
    high = _BUTTONS * scale
    return height - _BELOW / 2 * scale - high, high


class FileDelegate(QStyledItemDelegate):
    """Draws one :class:`~desktop.models.importing.FileRow`."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._broken: dict[tuple[str, float, float], tuple[str, ...]] = {}
        """Troubles as they break into lines, for every row is measured whenever one changes."""
        theme.changed.connect(self._measure_anew)

    def _measure_anew(self) -> None:
        self.sizeHintChanged.emit(QModelIndex())

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the height of a line, or what a trouble needs."""
        view = option.widget
        width = view.viewport().width() if isinstance(view, QListView) else option.rect.width()
        return QSize(width, self.height(index.data(FileRole.RECORD), width))

    def height(self, row: FileRow, width: float) -> int:
        """Return how high a row of that width is."""
        px, at = self._theme.px, columns(width, self._theme.zoom)
        below = px(_BUTTONS) if at.stacked else 0
        if not row.bad:
            return px(ROW_HEIGHT) + (below * 2 // 3)
        words = px(_TITLE_LINE) + len(self._trouble(row, at)) * px(_DETAIL_LINE)
        return max(px(ROW_HEIGHT), 2 * px(_BELOW) + words) + below

    def _trouble(self, row: FileRow, at: Columns) -> tuple[str, ...]:
        if not row.trouble:
            return ()
        key = row.trouble, at.name_width, self._theme.zoom
        if key not in self._broken:
            if len(self._broken) >= _MOST_KEPT:
                self._broken.clear()
            self._broken[key] = elided_lines(row.trouble, self._theme.ui_font(11.5), at.name_width, _MOST_LINES)
        return self._broken[key]

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw the row."""
        row: FileRow = index.data(FileRole.RECORD)
        area, theme = QRectF(option.rect), self._theme
        at = columns(area.width(), theme.zoom)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.edge("line"), 1.0))
        painter.drawLine(QLineF(area.left(), area.top() + 0.5, area.right(), area.top() + 0.5))
        upper, lower = self._halves(area, at)
        if row.bad:
            self._paint_trouble(painter, upper, at, row)
        else:
            self._paint_file(painter, upper, at, row)
            middle, high = lower.center().y(), theme.px(_BAR_HEIGHT)
            self._paint_bar(painter, QRectF(area.left() + at.bar, middle - high / 2, at.bar_width, high), row)
        state = QRectF(area.left() + at.state, lower.top(), at.state_width, lower.height())
        tone = "ok" if row.good else "verbatim.ink" if row.bad else "ink2"
        self._write(painter, state, row.state, theme.ui_font(11.5), tone)
        if option.state & QStyle.StateFlag.State_HasFocus:
            paint_focus(painter, area.adjusted(1, 2, -1, -1), theme, 5)
        painter.restore()

    def _halves(self, area: QRectF, at: Columns) -> tuple[QRectF, QRectF]:
        """Return where the words stand, and where bar and state do; both the whole row where nothing is stacked."""
        if not at.stacked:
            return area, area
        top, high = lower_part(area.height(), self._theme.zoom)
        lower = QRectF(area.left(), area.top() + top, area.width(), high)
        return QRectF(area.left(), area.top(), area.width(), top + self._theme.px(_BELOW) / 2), lower

    def _paint_file(self, painter: QPainter, area: QRectF, at: Columns, row: FileRow) -> None:
        theme, px = self._theme, self._theme.px
        middle, side = area.center().y(), px(_BADGE)
        if row.letter:
            wide = min(badge_width(row.letter, theme, side), px(_NAME - _PAD - 2))
            box = QRectF(area.left() + px(_PAD), round(middle - side / 2), wide, side)
            paint_badge(painter, box, row.letter, theme)
        name = QRectF(area.left() + at.name, area.top(), at.name_width, area.height())
        self._write(painter, name, row.name, theme.ui_font(13, 500), "ink" if row.letter else "ink2")
        if row.good:
            tick = px(16)
            paint_severity(painter, QRectF(area.left() + at.tick + px(4), middle - tick / 2, tick, tick), None, theme)

    def _paint_bar(self, painter: QPainter, box: QRectF, row: FileRow) -> None:
        theme, round_by = self._theme, box.height() / 2
        edged = theme.edged
        painter.setPen(QPen(theme.color("ink"), 1.0) if edged else Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("line"))
        painter.drawRoundedRect(box, round_by, round_by)
        if row.share > 0:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("ink"))
            full = QRectF(box.left(), box.top(), max(box.height(), box.width() * row.share), box.height())
            painter.drawRoundedRect(full, round_by, round_by)

    def _paint_trouble(self, painter: QPainter, area: QRectF, at: Columns, row: FileRow) -> None:
        theme, px = self._theme, self._theme.px
        lines = self._trouble(row, at)
        high = px(_TITLE_LINE) + len(lines) * px(_DETAIL_LINE)
        y = area.top() + (area.height() - high) / 2
        side = px(18)
        sign = QRectF(area.left() + px(_PAD + _BADGE / 2) - side / 2, area.center().y() - side / 2, side, side)
        paint_severity(painter, sign, Severity.HIGH, theme)
        left = area.left() + at.name
        name = QRectF(left, y, at.name_width, px(_TITLE_LINE))
        self._write(painter, name, row.name, theme.ui_font(13, 500), "ink")
        y += px(_TITLE_LINE)
        for text in lines:
            part = QRectF(left, y, at.name_width, px(_DETAIL_LINE))
            self._write(painter, part, text, theme.ui_font(11.5), "ink2")
            y += px(_DETAIL_LINE)

    def _write(self, painter: QPainter, area: QRectF, text: str, font: QFont, tone: str) -> None:
        painter.setFont(font)
        painter.setPen(self._theme.color(tone))
        shown = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, area.width())
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, shown)
