"""The strip beside a column: the whole article in small, where the viewport is, what is selected."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import QEvent, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from core.model import MatchClass
from desktop.compare.column import Column
from desktop.compare.geometry import Bar, strip_bars, strip_scale
from desktop.compare.scene import Side
from desktop.compare.style import STRIP_WIDTH
from desktop.rank import CLASSES
from desktop.theme import Theme

_BAR = QRect(3, 0, 8, 0)
_HATCH = 4
_ROOM_FOR_GAP = 4
_SMALLEST_BOX = 5
_PATIENCE = 200
_AT_ONCE = 600
"""Rows up to which the bars are painted together with the texts."""


def _ranks(side: Side) -> list[int]:
    """Return how strong the class of each sentence is that shows."""
    plain, unchecked = MatchClass.NO_SOURCE.rank, MatchClass.UNCHECKED.rank
    ranks = [plain] * len(side.outline)
    if side.analysed and MatchClass.UNCHECKED not in side.hidden:
        for number in side.outline.unchecked:
            ranks[number] = unchecked
    for number, said in side.said.items():
        if said.match is not None:
            ranks[number] = plain if said.hidden else said.match.rank
    return ranks


class Strip(QWidget):
    """Shows a column's rows in proportion; the bars are painted once and kept until rows or size change."""

    pressed = Signal()
    goal_chosen = Signal(float)
    """The reader wants the viewport to begin there: pixels of the text."""
    turned = Signal(QWheelEvent)

    def __init__(self, theme: Theme, column: Column, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._column = theme, column
        self._side: Side | None = None
        self._selected: frozenset[int] = frozenset()
        self._painted: QPixmap | None = None
        self._painted_version = 0
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(_PATIENCE)
        self._patience.timeout.connect(self._repaint_bars)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._repaint_bars)
        self._grip = 0.0
        self.setFixedWidth(STRIP_WIDTH)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        theme.changed.connect(self._forget_bars)

    def show_side(self, side: Side | None) -> None:
        """Show the rows of the column, which were made from this side."""
        self._side = side
        self._repaint_soon()

    def set_selected(self, sentences: Collection[int]) -> None:
        """Box these sentences."""
        self._selected = frozenset(sentences)
        self.update()

    def bars(self) -> list[Bar]:
        """Return the bars, by the column's present heights."""
        if self._side is None:
            return []
        rows, ranks = self._column.rows, _ranks(self._side)
        bounds = [
            (top, top + height, min(ranks[block.first : block.last + 1]) if block.folded else ranks[block.first])
            for top, height, block in zip(rows.tops, rows.heights, self._column.blocks, strict=True)
        ]
        return strip_bars(bounds, rows.total, self.height())

    def _scale(self) -> float:
        return strip_scale(self._column.rows.total, self.height())

    def _viewport_box(self) -> tuple[float, float]:
        top = self._column.offset * self._scale()
        return top, top + self._column.page * self._scale()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw ground, viewport, bars and the box around the selection."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), self._theme.color("surface"))
        if self._side is not None and self._side.sentences:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint_viewport(painter)
            if (bars := self._bars_pixmap()) is not None:
                painter.drawPixmap(self.rect(), bars)
            self._paint_selection(painter)
        painter.end()

    def _paint_viewport(self, painter: QPainter) -> None:
        top, bottom = self._viewport_box()
        box = QRectF(0.5, max(0.0, top) + 0.5, self.width() - 1, min(self.height(), bottom) - max(0.0, top) - 1)
        painter.setPen(QPen(self._theme.color("ink3"), 1))
        painter.setBrush(self._theme.color("hover"))
        painter.drawRoundedRect(box, 3, 3)

    def _bars_pixmap(self) -> QPixmap | None:
        """Return the painted bars; small corrections of heights wait until scrolling rests.

        Of a long text the first ones come when the texts beside them are painted.
        """
        if self._painted is not None and self._painted_version != self._column.version:
            self._patience.start()
        if self._painted is None and len(self._column.rows) <= _AT_ONCE:
            self._keep_bars()
        elif self._painted is None:
            self._soon.start()
        return self._painted

    def _keep_bars(self) -> None:
        self._painted, self._painted_version = self._paint_bars(), self._column.version

    def _paint_bars(self) -> QPixmap:
        pixmap = QPixmap(self.size() * self.devicePixelRatio())
        pixmap.setDevicePixelRatio(self.devicePixelRatio())
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        rects: dict[MatchClass, list[QRect]] = {}
        for bar in self.bars():
            height = round(bar.bottom - bar.top)
            shown = height - 1 if height >= _ROOM_FOR_GAP else height
            rect = QRect(_BAR.left(), round(bar.top), _BAR.width(), shown)
            rects.setdefault(CLASSES[bar.rank], []).append(rect)
        for match, found in rects.items():
            self._paint_class(painter, match, found)
        painter.end()
        return pixmap

    def _repaint_soon(self) -> None:
        """Paint the bars anew, but first let the texts be painted: these are what the reader looks at."""
        if self._painted is not None and self.isVisible():
            self._soon.start()
        else:
            self._painted = None
        self.update()

    def _repaint_bars(self) -> None:
        self._keep_bars()
        self.update()

    def _forget_bars(self) -> None:
        self._painted = None
        self.update()

    def _paint_class(self, painter: QPainter, match: MatchClass, rects: Sequence[QRect]) -> None:
        """Draw the bars of one class."""
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.class_color(match, "bar"))
        painter.drawRects(rects)
        if self._theme.edged:
            painter.setPen(QPen(self._theme.color("ink"), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRects([rect.adjusted(0, 0, -1, -1) for rect in rects])
        if match is MatchClass.PARAPHRASE:
            pale = self._theme.color("paper")
            pale.setAlphaF(0.55)
            for rect in rects:
                for y in range(rect.top() + _HATCH - 1, rect.top() + rect.height(), _HATCH):
                    painter.fillRect(rect.left(), y, rect.width(), 1, pale)

    def _paint_selection(self, painter: QPainter) -> None:
        rows, scale = self._column.rows, self._scale()
        painter.setPen(QPen(self._theme.color("ink"), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for row in sorted({self._column.row_of(s) for s in self._selected}):
            if row >= 0:
                top, bottom = rows.top(row) * scale, rows.bottom(row) * scale
                extra = max(1.0, (_SMALLEST_BOX - (bottom - top)) / 2)
                box = QRectF(1, round(top - extra), self.width() - 2, round(bottom - top + 2 * extra))
                painter.drawRoundedRect(box, 2, 2)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the viewport, or bring its middle to the pointer first."""
        if event.button() != Qt.MouseButton.LeftButton:
            event.ignore()
            return
        self.pressed.emit()
        top, bottom = self._viewport_box()
        y = event.position().y()
        self._grip = y - top if top <= y <= bottom else (bottom - top) / 2
        self._go(y)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag the viewport."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._go(event.position().y())

    def _go(self, y: float) -> None:
        if self._scale() > 0:
            self.goal_chosen.emit((y - self._grip) / self._scale())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Hand the wheel on to the column."""
        self.turned.emit(event)
        event.accept()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stretch the painted bars until they are painted anew."""
        super().resizeEvent(event)
        self._repaint_soon()

    def changeEvent(self, event: QEvent) -> None:
        """Drop the painted bars when the screen's scale or the palette changes."""
        super().changeEvent(event)
        self._painted = None
