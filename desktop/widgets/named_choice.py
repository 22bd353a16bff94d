"""A tick or one of several ways, with its name beside it and a note below; the whole line takes the click."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QRadioButton, QSizePolicy

from desktop.delegates.painting import paint_focus
from desktop.plain import harmless
from desktop.theme import Theme

_BOX, _GAP, _LINE, _NOTE = 16, 10, 28, 17
INSET = 6
"""Pixels at the left of the box, for the focus ring; what stands above and below is set in by as much."""
_TICK = ((0.24, 0.53), (0.42, 0.71), (0.77, 0.31))


class NamedTick(QCheckBox):
    """Something that is wanted or not."""

    def __init__(self, theme: Theme, name: str, note: str = "") -> None:
        super().__init__()
        self._theme, self._note = theme, ""
        _set_up(self, theme, name)
        self.set_note(note)

    def set_note(self, note: str) -> None:
        """Show another note, none for an empty one."""
        self._note = harmless(note)
        self.setAccessibleDescription(self._note)
        self.updateGeometry()
        self.update()

    def note(self) -> str:
        """Return the note."""
        return self._note

    def sizeHint(self) -> QSize:
        """Return room for the box, the name and the note."""
        return _size(self._theme, self.accessibleName(), self._note)

    def minimumSizeHint(self) -> QSize:
        """Return the height: the width may shrink, and the note with it."""
        return QSize(self._theme.px(60), self.sizeHint().height())

    def hitButton(self, pos: QPoint) -> bool:
        """Take a click anywhere on the line."""
        return self.rect().contains(pos)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Draw the box, the name, the note."""
        painter = QPainter(self)
        _paint(painter, self, self._theme, self._note, rounded=False)
        painter.end()


class NamedWay(QRadioButton):
    """One of several ways, of which one is taken."""

    def __init__(self, theme: Theme, name: str, note: str = "") -> None:
        super().__init__()
        self._theme, self._note = theme, harmless(note)
        _set_up(self, theme, name)
        self.setAccessibleDescription(self._note)

    def sizeHint(self) -> QSize:
        """Return room for the circle, the name and the note."""
        return _size(self._theme, self.accessibleName(), self._note)

    def minimumSizeHint(self) -> QSize:
        """Return the height: the width may shrink, and the note with it."""
        return QSize(self._theme.px(60), self.sizeHint().height())

    def hitButton(self, pos: QPoint) -> bool:
        """Take a click anywhere on the line."""
        return self.rect().contains(pos)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Draw the circle, the name, the note."""
        painter = QPainter(self)
        _paint(painter, self, self._theme, self._note, rounded=True)
        painter.end()


def _set_up(button: QAbstractButton, theme: Theme, name: str) -> None:
    button.setAccessibleName(harmless(name))
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    theme.changed.connect(button.updateGeometry)


def _size(theme: Theme, name: str, note: str) -> QSize:
    name_width = QFontMetricsF(theme.ui_font(13)).horizontalAdvance(name)
    note_width = QFontMetricsF(theme.ui_font(11.5)).horizontalAdvance(note)
    width = theme.px(INSET + _BOX + _GAP) + round(max(name_width, note_width)) + 4
    return QSize(width, theme.px(_LINE + (_NOTE if note else 0)))


def _paint(painter: QPainter, button: QAbstractButton, theme: Theme, note: str, *, rounded: bool) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    side, line = theme.px(_BOX), theme.px(_LINE)
    box = QRectF(theme.px(INSET), (line - side) / 2, side, side)
    on, enabled = button.isChecked(), button.isEnabled()
    ink = theme.color("ink" if enabled else "ink3")
    painter.setPen(QPen(ink if on else theme.edge("ink3"), 1.0))
    painter.setBrush(ink if on and not rounded else theme.color("paper"))
    radius = side / 2 if rounded else 4
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
    if on and rounded:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink)
        painter.drawEllipse(box.center(), side * 0.27, side * 0.27)
    elif on:
        pen = QPen(theme.color("paper"), side / 9, c=Qt.PenCapStyle.RoundCap, j=Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.drawPolyline(QPolygonF([QPointF(box.left() + x * side, box.top() + y * side) for x, y in _TICK]))
    left = theme.px(INSET + _BOX + _GAP)
    _write(painter, theme.ui_font(13), ink, QRectF(left, 0, button.width() - left, line), button.accessibleName())
    if note:
        below = QRectF(left, line - theme.px(4), button.width() - left, theme.px(_NOTE))
        _write(painter, theme.ui_font(11.5), theme.color("ink2"), below, note)
    if button.hasFocus():
        paint_focus(painter, QRectF(button.rect()).adjusted(-1, 1, 0, -1), theme, 5)


def _write(painter: QPainter, font: QFont, ink: QColor, area: QRectF, text: str) -> None:
    painter.setFont(font)
    painter.setPen(ink)
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, round(area.width()))
    painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, shown)
