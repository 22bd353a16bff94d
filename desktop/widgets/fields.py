"""What people enter values with: a choice, a figure, a tick, a line to search with; arrows are the theme's icons."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen, QPolygonF, QWheelEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QDoubleSpinBox, QLineEdit, QWidget

from desktop.icons import pixmap
from desktop.theme import Theme

_BOX, _ICON, _INSET = 18, 16, 7


class Choice(QComboBox):
    """One of several values; the wheel changes it only where it has the focus, as a page scrolls under it."""

    def __init__(self, theme: Theme, name: str, choices: tuple[tuple[str, str], ...]) -> None:
        super().__init__()
        self._theme = theme
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        for value, text in choices:
            self.addItem(text, value)

    def value(self) -> str:
        """Return the chosen value."""
        return str(self.currentData())

    def set_value(self, value: str) -> None:
        """Choose a value."""
        self.setCurrentIndex(self.findData(value))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the field and its arrow."""
        super().paintEvent(event)
        side = self._theme.px(_ICON)
        x, y = self.width() - side - self._theme.px(_INSET), (self.height() - side) / 2
        _paint_icon(self, self._theme, "down", QRectF(x, y, side, side))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the page scroll where this has not the focus."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class Figure(QDoubleSpinBox):
    """A number with its unit; it is told when it is complete, not with every digit."""

    def __init__(self, theme: Theme, name: str, low: float, high: float, step: float, unit: str = "") -> None:
        super().__init__()
        self._theme = theme
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setKeyboardTracking(False)
        self.setDecimals(0 if step >= 1 else 1 if step == _TENTHS else 3 if step < _HUNDREDTH else 2)
        self.setRange(low, high)
        self.setSingleStep(step)
        self.setSuffix(unit if unit in ("", "%") else f" {unit}")
        self._set_type()
        theme.changed.connect(self._set_type)

    def _set_type(self) -> None:
        """Set the type of the line inside too: the style sheet, which knows it, keeps it from following."""
        self.setFont(self._theme.ui_font(13))
        self.lineEdit().setFont(self._theme.ui_font(13))
        self.lineEdit().setTextMargins(self._theme.px(6), 0, 0, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the field and its two arrows."""
        super().paintEvent(event)
        side, half = self._theme.px(12), self.height() / 2
        x = self.width() - side - self._theme.px(_INSET)
        _paint_icon(self, self._theme, "up", QRectF(x, half - side, side, side))
        _paint_icon(self, self._theme, "down", QRectF(x, half, side, side))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the page scroll where this has not the focus."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


_TENTHS, _HUNDREDTH = 0.5, 0.01


class Tick(QCheckBox):
    """A box with a tick, drawn by the theme; what it means stands beside it and is its name."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self._theme = theme
        self.setAccessibleName(name)
        theme.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """Return a target that is easy to hit."""
        side = self._theme.px(_BOX) + 8
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        """Return the same."""
        return self.sizeHint()

    def hitButton(self, pos: object) -> bool:  # noqa: ARG002 - Qt's signature
        """Take a click anywhere in the widget."""
        return True

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Draw the box, its tick and the focus ring."""
        theme, side = self._theme, self._theme.px(_BOX)
        box = QRectF(4, (self.height() - side) / 2, side, side)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on = self.isChecked()
        painter.setPen(QPen(theme.color("ink") if on else theme.edge("ink3"), 1.0))
        painter.setBrush(theme.color("ink" if on else "paper"))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        if on:
            painter.setPen(QPen(theme.color("paper"), side / 9, c=Qt.PenCapStyle.RoundCap, j=Qt.PenJoinStyle.RoundJoin))
            points = ((0.25, 0.53), (0.43, 0.70), (0.76, 0.31))
            painter.drawPolyline(QPolygonF([QPointF(box.left() + x * side, box.top() + y * side) for x, y in points]))
        if self.hasFocus():
            painter.setPen(QPen(theme.color("focus"), 2.0))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(-3, -3, 3, 3), 6, 6)
        painter.end()


class Search(QLineEdit):
    """A line that filters what is below it; Esc empties it before it closes anything."""

    def __init__(self, theme: Theme, prompt: str) -> None:
        super().__init__()
        self._theme = theme
        self.setPlaceholderText(prompt)
        self.setAccessibleName(prompt)
        self._set_room()
        theme.changed.connect(self._set_room)

    def _set_room(self) -> None:
        self.setTextMargins(self._theme.px(_ICON) + 4, 0, 0, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the field and a lens at its start."""
        super().paintEvent(event)
        side = self._theme.px(_ICON)
        _paint_icon(self, self._theme, "find", QRectF(self._theme.px(8), (self.height() - side) / 2, side, side))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Empty the line on Esc."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)


def _paint_icon(widget: QWidget, theme: Theme, name: str, box: QRectF) -> None:
    painter = QPainter(widget)
    ink = theme.color("ink2" if widget.isEnabled() else "line2")
    drawn = pixmap(name, ink, round(box.width()), widget.devicePixelRatioF())
    painter.drawPixmap(round(box.x()), round(box.y()), drawn)
    painter.end()
