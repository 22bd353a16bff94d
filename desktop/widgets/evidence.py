"""How strong one kind of evidence is, as a bar."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.language import tr
from desktop.theme import Theme

_NAME_WIDTH, _VALUE_WIDTH, _HEIGHT = 66.0, 58.0, 18
_THICK = 5.0
_NAME_GAP = 4
_TICK, _TICK_OVER = 1.5, 3.0


class EvidenceBar(QWidget):
    """One figure between 0 and ``most`` under its name, and the lowest accepted as a tick; None was not used."""

    def __init__(self, theme: Theme, name: str, most: float = 1.0) -> None:
        super().__init__()
        self._theme, self._name, self._most = theme, name, most
        self._value: float | None = None
        self._needed: float | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)
        self.show_value(None)

    def show_value(self, value: float | None, needed: float | None = None) -> None:
        """Show another figure and what it needed to be."""
        self._value, self._needed = value, needed
        tick = "" if needed is None else tr(", {needed:.2f} needed").format(needed=needed)
        self.setAccessibleName(f"{self._name}: {self._shown()}{tick}")
        self.update()

    def _shown(self) -> str:
        return tr("not used") if self._value is None else f"{self._value:.2f}"

    def sizeHint(self) -> QSize:
        """Return one line's height."""
        return QSize(240, self._theme.px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Return a width that leaves some of the bar."""
        return QSize(self._theme.px(_NAME_WIDTH + _VALUE_WIDTH) + 40, self._theme.px(_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Draw name, bar and figure."""
        area = QRectF(self.rect())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._theme.ui_font(12))
        painter.setPen(self._theme.color("ink"))
        room = self._theme.px(_NAME_WIDTH) - _NAME_GAP
        name = painter.fontMetrics().elidedText(self._name, Qt.TextElideMode.ElideRight, round(room))
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, name)
        painter.setPen(self._theme.color("ink" if self._value is not None else "ink3"))
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, self._shown())
        over = (self.height() - _THICK) / 2
        track = area.adjusted(self._theme.px(_NAME_WIDTH), over, -self._theme.px(_VALUE_WIDTH), -over)
        self._paint_bar(painter, track)
        painter.end()

    def _paint_bar(self, painter: QPainter, track: QRectF) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color("line"))
        painter.drawRoundedRect(track, 2, 2)
        if self._value is not None:
            filled = QRectF(track)
            filled.setWidth(max(2.0, track.width() * self._part(self._value)))
            painter.setBrush(self._theme.color("ink2"))
            painter.drawRoundedRect(filled, 2, 2)
        if self._needed is not None:
            at = track.left() + track.width() * self._part(self._needed)
            painter.setBrush(self._theme.color("ink"))
            painter.drawRect(QRectF(at - _TICK / 2, track.top() - _TICK_OVER, _TICK, track.height() + 2 * _TICK_OVER))

    def _part(self, value: float) -> float:
        return min(1.0, max(0.0, value / self._most))
