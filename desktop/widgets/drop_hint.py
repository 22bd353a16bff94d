"""The frame that shows, while files are dragged over the window, that it takes them."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from desktop.language import tr, tr_noop
from desktop.theme import Theme

_TEXT = tr_noop("Drop to add to the case")


class DropHint(QWidget):
    """Lies over its parent and lets every event through."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._under = theme, parent
        self.setAccessibleName(tr(_TEXT))
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def cover(self) -> None:
        """Show over the whole parent."""
        self.setGeometry(self._under.rect())
        self.raise_()
        self.show()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Draw the frame and a label at its top."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.color("ink"), 3))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(4, 4, -4, -4), 10, 10)
        painter.setFont(self._theme.ui_font(14, 600))
        width = painter.fontMetrics().horizontalAdvance(tr(_TEXT)) + self._theme.px(36)
        label = QRectF((self.width() - width) / 2, 16, width, self._theme.px(36))
        painter.setBrush(self._theme.color("ink"))
        painter.drawRoundedRect(label, 7, 7)
        painter.setPen(self._theme.color("paper"))
        painter.drawText(label, Qt.AlignmentFlag.AlignCenter, tr(_TEXT))
        painter.end()
