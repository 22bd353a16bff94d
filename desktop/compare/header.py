"""The row above the columns: letter, title, and what part each article plays."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QToolTip, QWidget

from desktop.compare.content import Heading
from desktop.plain import tooltip
from desktop.theme import Theme

HEADER_HEIGHT = 46
_BADGE = 24


class Header(QWidget):
    """Draws two headings; long titles are elided and told in full by the tooltip."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._headings: tuple[Heading | None, Heading | None] = (None, None)
        self._cells = (QRect(), QRect())
        self.setFixedHeight(theme.px(HEADER_HEIGHT))

    def show_headings(self, left: Heading | None, right: Heading | None) -> None:
        """Show what stands above the left and the right column."""
        self._headings = (left, right)
        told = [f"{h.letter}, {h.title}, {h.detail}" for h in self._headings if h is not None]
        self.setAccessibleName("; ".join(told))
        self.update()

    def set_cells(self, left: QRect, right: QRect) -> None:
        """Say where the headings belong."""
        self._cells = (left, right)
        self.update()

    def headings(self) -> tuple[Heading | None, Heading | None]:
        """Return what is shown."""
        return self._headings

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw both headings and the line below."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), self._theme.color("paper"))
        painter.fillRect(QRect(0, self.height() - 1, self.width(), 1), self._theme.color("line"))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for heading, cell in zip(self._headings, self._cells, strict=True):
            if heading is not None:
                self._paint(painter, heading, cell)
        painter.end()

    def _paint(self, painter: QPainter, heading: Heading, cell: QRect) -> None:
        badge_size = self._theme.px(_BADGE)
        badge = QRectF(cell.left() + 0.5, (cell.height() - badge_size) // 2 + 0.5, badge_size - 1, badge_size - 1)
        painter.setFont(self._theme.ui_font(12, 700))
        wide = max(badge.width(), painter.fontMetrics().horizontalAdvance(heading.letter) + 10)
        badge.setWidth(wide)
        painter.setPen(QPen(self._theme.color("ink"), 1))
        painter.setBrush(self._theme.color("paper"))
        painter.drawRoundedRect(badge, 5, 5)
        painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, heading.letter)
        left = round(badge.right()) + 9
        room = cell.right() - left
        for size, weight, token, baseline, text in (
            (13, 600, "ink", 20, heading.title),
            (11.5, 400, "ink3", 36, heading.detail),
        ):
            painter.setFont(self._theme.ui_font(size, weight))
            painter.setPen(self._theme.color(token))
            shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room)
            painter.drawText(QPointF(left, self._theme.px(baseline)), shown.replace(" …", "…"))

    def event(self, event: QEvent) -> bool:
        """Tell the full title in the tooltip, as plain text."""
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            for heading, cell in zip(self._headings, self._cells, strict=True):
                if heading is not None and cell.contains(event.pos()):
                    QToolTip.showText(event.globalPos(), tooltip(heading.title), self, cell)
                    return True
            QToolTip.hideText()
            return True
        return super().event(event)
