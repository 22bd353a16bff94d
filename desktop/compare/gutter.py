"""The gutter between the columns: paints ribbons, stubs and pills, and tells what the pointer means.

What stands where is decided in :mod:`desktop.compare.ribbons`; nothing here is remembered between paints but shapes.
"""

from __future__ import annotations

from collections.abc import Callable, Collection

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QLinearGradient,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from core.model import MatchClass, Severity
from desktop.compare.geometry import Curve
from desktop.compare.painting import paint_fades
from desktop.compare.ribbons import Band, Gutter, Layer, Pill, Shapes, Stub, Thread
from desktop.compare.scene import Tie
from desktop.compare.style import (
    DIMMED,
    EDGE_ALPHA,
    FILL_ALPHA,
    HOVER_ALPHA,
    INK_IN_FILL,
    SELECTED_ALPHA,
    SELECTED_LINE,
    STUB_ALPHA,
    STUB_LENGTH,
    faded,
    line_pen,
    mixed,
    ribbon_edge,
)
from desktop.glyphs import paint_severity
from desktop.language import tr
from desktop.theme import Theme

_ICONS = {Severity.HIGH: 16.0, Severity.MEDIUM: 14.0, Severity.LOW: 14.0}
_DOT = 2.3
_WEAK = 1.2
"""How wide the edges of a weak link are."""
_ALPHAS = {Layer.HOVERED: HOVER_ALPHA, Layer.SELECTED: SELECTED_ALPHA}


class GutterWidget(QWidget):
    """Draws what ``compose`` returns for the present scroll positions."""

    pressed = Signal()
    """Before what the press chooses: what is being written elsewhere is told of first."""
    tie_chosen = Signal(object)
    """A :class:`Tie` whose ribbon was clicked."""
    pill_chosen = Signal(object)
    """A :class:`Tie` whose far end the reader wants to see."""
    hovered = Signal(int)
    turned = Signal(QWheelEvent)

    def __init__(self, theme: Theme, compose: Callable[[Gutter], Shapes], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Ribbons between linked sentences"))
        self._compose = compose
        self._shapes = Shapes()
        self._letters = ("", "")
        self._selected = -1
        self._lit: frozenset[int] = frozenset()
        self._pointed: Tie | None = None
        self._edges = (False, False)
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._theme = theme
        self._font = theme.ui_font(11.5, 500)
        self._font_metrics = QFontMetricsF(self._font)
        theme.changed.connect(self._dress)

    def _dress(self) -> None:
        self._font = self._theme.ui_font(11.5, 500)
        self._font_metrics = QFontMetricsF(self._font)
        self.update()

    def show_links(self, letters: tuple[str, str], selected: int, lit: Collection[int]) -> None:
        """Say which letters the columns have, which link is selected and which are hovered."""
        self._letters, self._selected, self._lit = letters, selected, frozenset(lit)
        self.update()

    def set_edges(self, *, above: bool, below: bool) -> None:
        """Say whether the text goes on beyond the upper and the lower edge."""
        self._edges = (above, below)

    def shapes(self) -> Shapes:
        """Return what stands in the gutter now."""
        self._shapes = self._compose(
            Gutter(
                self.width(),
                self.height(),
                self._letters,
                self._selected,
                self._lit,
                self._pill_width,
                self._theme.px(_PILL_HEIGHT),
            )
        )
        return self._shapes

    def _pill_width(self, label: str) -> float:
        return round(self._font_metrics.horizontalAdvance(label)) + 14

    # --- painting ------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw ribbons, lines, icons and pills, in that order."""
        shapes = self.shapes()
        painter = QPainter(self)
        painter.fillRect(event.rect(), self._theme.color("paper"))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for stub in shapes.stubs:
            self._paint_stub(painter, stub)
        for band in (b for b in shapes.bands if b.layer is Layer.DERIVED):
            self._paint_band(painter, band)
        for thread in shapes.threads:
            self._paint_thread(painter, thread)
        for band in (b for b in shapes.bands if b.layer is not Layer.DERIVED):
            self._paint_band(painter, band)
        for band in shapes.bands:
            self._paint_icon(painter, band)
        painter.setOpacity(1)
        for pill in shapes.pills:
            self._paint_pill(painter, pill)
        above, below = self._edges
        paint_fades(painter, self.rect(), self._theme.color("paper"), above=above, below=below)
        painter.end()

    def _opacity(self, layer: Layer) -> float:
        return DIMMED if self._lit and layer not in (Layer.HOVERED, Layer.SELECTED) else 1.0

    def _fill(self, match: MatchClass) -> QColor:
        return mixed(self._theme.class_color(match, "bar"), self._theme.class_color(match, "ink"), INK_IN_FILL)

    def _paint_band(self, painter: QPainter, band: Band) -> None:
        painter.setOpacity(self._opacity(band.layer))
        match = band.tie.match
        if match is MatchClass.UNRELATED:
            self._paint_weak(painter, band)
            return
        painter.fillPath(_closed(band), faded(self._fill(match), _ALPHAS.get(band.layer, FILL_ALPHA)))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if band.layer is Layer.SELECTED:
            painter.setPen(QPen(self._theme.color("ink"), SELECTED_LINE))
            painter.drawPath(_path(band.upper))
            painter.drawPath(_path(band.lower))
            return
        ink = faded(self._theme.class_color(match, "ink"), EDGE_ALPHA)
        for line in ribbon_edge(match):
            painter.setPen(line_pen(line, ink))
            painter.drawPath(_path(band.upper, line.offset))
            painter.drawPath(_path(band.lower, -line.offset))

    def _paint_weak(self, painter: QPainter, band: Band) -> None:
        """Draw a weak link: two dotted edges and no fill, for it is nothing that was found."""
        near = band.layer in (Layer.SELECTED, Layer.HOVERED)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(_dotted(self._theme.color("ink" if near else "ink3"), SELECTED_LINE if near else _WEAK))
        painter.drawPath(_path(band.upper))
        painter.drawPath(_path(band.lower))

    def _paint_thread(self, painter: QPainter, thread: Thread) -> None:
        painter.setOpacity(self._opacity(thread.layer))
        strong = thread.layer in (Layer.SELECTED, Layer.HOVERED)
        ink = (
            self._theme.color("ink")
            if thread.layer is Layer.SELECTED
            else self._theme.class_color(thread.tie.match, "ink")
        )
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(_dotted(ink, 2.0 if strong else 1.5))
        painter.drawPath(_path(thread.line))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink)
        for x, y in (thread.line.start, thread.line.end):
            painter.drawEllipse(QPointF(x + (_DOT if x == 0 else -_DOT), y), _DOT, _DOT)

    def _paint_stub(self, painter: QPainter, stub: Stub) -> None:
        painter.setOpacity(self._opacity(stub.layer))
        edge, inner = (0.0, float(STUB_LENGTH)) if stub.at_left else (self.width(), self.width() - float(STUB_LENGTH))
        if stub.tie.match in (MatchClass.SAME_FACT, MatchClass.UNRELATED):
            y = (stub.top + stub.bottom) / 2
            weak = stub.tie.match is MatchClass.UNRELATED
            ink = self._theme.color("ink3") if weak else self._theme.class_color(stub.tie.match, "ink")
            painter.setPen(_dotted(ink, _WEAK if weak else 1.5))
            painter.drawLine(QPointF(edge, y), QPointF(inner, y))
            return
        color = self._fill(stub.tie.match)
        strong = faded(color, _ALPHAS.get(stub.layer, STUB_ALPHA))
        gradient = QLinearGradient(edge, 0, inner, 0)
        gradient.setColorAt(0, strong)
        gradient.setColorAt(1, faded(color, 0))
        painter.fillRect(QRectF(min(edge, inner), stub.top, STUB_LENGTH, stub.bottom - stub.top), gradient)

    def _paint_icon(self, painter: QPainter, band: Band) -> None:
        if band.tie.severity is None:
            return
        painter.setOpacity(self._opacity(band.layer))
        x, y = band.middle
        half = _ICONS[band.tie.severity] / 2
        place = QRectF(x - half, y - half, 2 * half, 2 * half)
        paint_severity(painter, place.adjusted(-2, -2, 2, 2), band.tie.severity, self._theme.halo())
        paint_severity(painter, place, band.tie.severity, self._theme)

    def _paint_pill(self, painter: QPainter, pill: Pill) -> None:
        theme = self._theme
        selected = pill.tie.link == self._selected
        painter.setPen(QPen(theme.color("ink" if selected else "line2"), 1))
        painter.setBrush(theme.color("hover" if pill.tie is self._pointed else "paper"))
        rect = QRectF(pill.left, pill.top, pill.width, pill.height)
        painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), _PILL_RADIUS, _PILL_RADIUS)
        painter.setFont(self._font)
        painter.setPen(theme.color("ink" if selected else "ink2"))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, pill.label)

    # --- the pointer ---------------------------------------------------------------------------------------------

    def _pill_at(self, place: QPointF) -> Pill | None:
        over = [p for p in self._shapes.pills if p.covers(place.x(), place.y())]
        return min(over, key=lambda p: abs(p.top + p.height / 2 - place.y()), default=None)

    def _tie_at(self, place: QPointF) -> Tie | None:
        for band in reversed(self._shapes.bands):
            if _closed(band).contains(place):
                return band.tie
        near = QRectF(place.x() - 3, place.y() - 3, 6, 6)
        for thread in reversed(self._shapes.threads):
            if _path(thread.line).intersects(near):
                return thread.tie
        return None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell which link lies under the pointer."""
        pill = self._pill_at(event.position())
        tie = pill.tie if pill else self._tie_at(event.position())
        self.setCursor(Qt.CursorShape.PointingHandCursor if tie else Qt.CursorShape.ArrowCursor)
        self._point(tie)

    def leaveEvent(self, event: QEvent) -> None:
        """Tell that the pointer is gone."""
        super().leaveEvent(event)
        self._point(None)

    def forget_pointer(self) -> None:
        """Light nothing until the pointer moves: other ribbons stand under it now."""
        self._point(None)

    def _point(self, tie: Tie | None) -> None:
        if tie is not self._pointed:
            self._pointed = tie
            self.hovered.emit(tie.link if tie else -1)
            self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the ribbon or the pill under the pointer."""
        if event.button() != Qt.MouseButton.LeftButton:
            event.ignore()
            return
        self.pressed.emit()
        if (pill := self._pill_at(event.position())) is not None:
            self.pill_chosen.emit(pill.tie)
        elif (tie := self._tie_at(event.position())) is not None:
            self.tie_chosen.emit(tie)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Hand the wheel on: the gutter scrolls with the columns."""
        self.turned.emit(event)
        event.accept()


_PILL_RADIUS = 5
_PILL_HEIGHT = 19


def _path(line: Curve, shift: float = 0.0) -> QPainterPath:
    path = QPainterPath(QPointF(line.start[0], line.start[1] + shift))
    ends = [QPointF(x, y + shift) for x, y in (line.control1, line.control2, line.end)]
    path.cubicTo(*ends)
    return path


def _closed(band: Band) -> QPainterPath:
    """Return a ribbon's outline: along the upper edge, back along the lower."""
    path = _path(band.upper)
    low = band.lower
    path.lineTo(QPointF(*low.end))
    path.cubicTo(QPointF(*low.control2), QPointF(*low.control1), QPointF(*low.start))
    path.closeSubpath()
    return path


def _dotted(color: QColor, width: float) -> QPen:
    pen = QPen(color, width)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setDashPattern([0.05, 3.4])
    return pen
