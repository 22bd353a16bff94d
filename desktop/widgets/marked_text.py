"""A passage in the reading face with a line, box or weight under each kind of change."""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from core.wording.marks import Mark, MarkKind
from desktop.delegates.painting import paint_focus
from desktop.plain import harmless, right_to_left
from desktop.theme import Theme
from desktop.widgets.flow import Piece, Run, boxed, flow, pieces

_WEIGHTS = {MarkKind.SAME: 650, MarkKind.CHANGED: 600, MarkKind.WRONG: 600}
_INKS = {
    MarkKind.CHANGED: "close.ink",
    MarkKind.ADDED: "quotation.ink",
    MarkKind.MISSING: "ink3",
    MarkKind.PLAIN: "ink2",
}
_BOX_PAD = 4.0
_EDGE = 4
"""Room for the focus ring around the text."""
_NO_END = 1 << 15
"""Wider than any line."""
_LEGEND_SPACES = 2.6


class MarkedText(QWidget):
    """Draws marks; the pointer or the arrow keys light one of them.

    A legend only shows the kinds, further apart, and is not entered.
    """

    lit = Signal(int)
    """Index of the mark that is lit, −1 for none."""

    def __init__(self, theme: Theme, size: float = 14, line: float = 21, *, legend: bool = False) -> None:
        super().__init__()
        self._theme, self._measures = theme, (size, line)
        self._apart = _LEGEND_SPACES if legend else 1.0
        self._line = line
        self._fonts: dict[MarkKind, QFont] = {}
        self._metrics: dict[MarkKind, QFontMetricsF] = {}
        self._pieces: tuple[Piece, ...] = ()
        self._marks: tuple[Mark, ...] = ()
        self._source_side = False
        self._from_right = False
        self._runs: tuple[Run, ...] = ()
        self._known: dict[int, tuple[tuple[Run, ...], int]] = {}
        self._advances: dict[tuple[MarkKind, str], float] = {}
        self._lines = 0
        self._glow: frozenset[int] = frozenset()
        self._current = -1
        self.setSizePolicy(_height_follows_width())
        if not legend:
            self.setMouseTracking(True)
            self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        theme.changed.connect(self._dress)
        self._dress()

    def _dress(self) -> None:
        """Take the theme's fonts, at the size they have now."""
        size, line = self._measures
        self._line = self._theme.reading_px(line)
        self._fonts = {kind: self._theme.reading_font(size, _WEIGHTS.get(kind, 400)) for kind in MarkKind}
        self._metrics = {kind: QFontMetricsF(font) for kind, font in self._fonts.items()}
        self._known.clear()
        self._advances.clear()
        self._flow()
        self.updateGeometry()
        self.update()

    @property
    def marks(self) -> tuple[Mark, ...]:
        """Return the marks that are shown."""
        return self._marks

    def show_marks(self, text: str, marks: Sequence[Mark], *, source_side: bool) -> None:
        """Show the marked wording; on the source's side a wrong word's partner is outlined, not filled."""
        self._marks, self._source_side = tuple(marks), source_side
        self._pieces = pieces(harmless(text), self._marks)
        self._from_right = right_to_left(" ".join(piece.text for piece in self._pieces))
        self._glow, self._current = frozenset(), -1
        self._known.clear()
        self._advances.clear()
        self._flow()
        self.updateGeometry()
        self.update()

    def glowing(self) -> frozenset[int]:
        """Return which marks are lit from the other side."""
        return self._glow

    def glow(self, numbers: Sequence[int]) -> None:
        """Light these marks, as the partners of one on the other side."""
        if frozenset(numbers) != self._glow:
            self._glow = frozenset(numbers)
            self.update()

    def hasHeightForWidth(self) -> bool:
        """Return that lines break at the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of the lines at that width."""
        _, lines = self._broken(width)
        return round(lines * self._line) + 2 * _EDGE

    def line_width(self) -> int:
        """Return the width of all on one line."""
        runs, _ = self._broken(_NO_END)
        return math.ceil(max((run.right for run in runs), default=0.0)) + 2 * _EDGE

    def sizeHint(self) -> QSize:
        """Return a size for the present width."""
        return QSize(280, self.heightForWidth(max(self.width(), 200)))

    def minimumSizeHint(self) -> QSize:
        """Return a width that still reads."""
        return QSize(120, round(self._line) + 2 * _EDGE)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the lines anew."""
        super().resizeEvent(event)
        self._flow()

    def _flow(self) -> None:
        self._runs, self._lines = self._broken(self.width())

    def _broken(self, width: int) -> tuple[tuple[Run, ...], int]:
        if (known := self._known.get(width)) is not None:  # layouts ask for the same widths again and again
            return known
        space = self._metrics[MarkKind.PLAIN].horizontalAdvance(" ")
        self._known[width] = flow(self._pieces, max(40.0, width - 2 * _EDGE), space, self._measure, apart=self._apart)
        return self._known[width]

    def _kind(self, number: int) -> MarkKind:
        return self._marks[number].kind if number >= 0 else MarkKind.PLAIN

    def _measure(self, piece: Piece) -> float:
        kind = self._kind(piece.mark)
        pads = (piece.first + piece.last) * _BOX_PAD if boxed(kind) else 0.0
        return self._advance(kind, piece.text) + pads

    def _advance(self, kind: MarkKind, word: str) -> float:
        """Return a word's width; each is measured once, for a layout asks for the height at many widths."""
        if (known := self._advances.get((kind, word))) is None:
            known = self._advances[kind, word] = self._metrics[kind].horizontalAdvance(word)
        return known

    def _rect(self, run: Run) -> QRectF:
        wide = run.right - run.left
        return QRectF(self._at(run.left, wide), _EDGE + run.line * self._line, wide, self._line)

    def _at(self, start: float, wide: float) -> float:
        """Return the left end of what starts so far into its line, on the side where the text is read from."""
        return self.width() - _EDGE - start - wide if self._from_right else _EDGE + start

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the runs that the exposed region touches."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._from_right:
            painter.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        seen: set[int] = set()
        for run in self._runs:
            rect = self._rect(run)
            if rect.intersects(QRectF(event.rect()).adjusted(-8, -8, 8, 8)):
                self._paint_run(painter, rect, run, opens=run.mark not in seen)
            seen.add(run.mark)
        if self.hasFocus():
            paint_focus(painter, QRectF(self.rect()), self._theme, 4)
        painter.end()

    def _paint_run(self, painter: QPainter, rect: QRectF, run: Run, *, opens: bool) -> None:
        kind = self._kind(run.mark)
        metrics = self._metrics[kind]
        baseline = rect.top() + (self._line - metrics.ascent() - metrics.descent()) / 2 + metrics.ascent()
        lit = run.mark >= 0 and (run.mark in self._glow or run.mark == self._current)
        ink = self._paint_ground(painter, rect, kind, lit=lit)
        painter.setPen(ink)
        pad = _BOX_PAD if boxed(kind) and opens else 0.0
        self._paint_words(painter, kind, run, baseline, pad)
        self._paint_lines(painter, rect, kind, baseline, metrics)

    def _paint_ground(self, painter: QPainter, rect: QRectF, kind: MarkKind, *, lit: bool) -> QColor:
        box = rect.adjusted(0, 1.5, 0, -1.5)
        painter.setPen(Qt.PenStyle.NoPen)
        ink = self._theme.color(_INKS.get(kind, "ink"))
        if kind is MarkKind.ADDED:
            painter.setBrush(self._theme.color("quotation.tint"))
            painter.drawRoundedRect(box, 3, 3)
        elif kind is MarkKind.WRONG:
            strong = self._theme.color("verbatim.ink")
            painter.setPen(QPen(strong, 1.4))
            painter.setBrush(self._theme.color("paper") if self._source_side else strong)
            painter.drawRoundedRect(box.adjusted(0.7, 0.2, -0.7, -0.2), 3, 3)
            ink = strong if self._source_side else self._theme.color("paper")
        if lit:
            outlined = boxed(kind)
            painter.setPen(QPen(self._theme.color("ink"), 1.4) if outlined else Qt.PenStyle.NoPen)
            painter.setBrush(Qt.BrushStyle.NoBrush if outlined else self._theme.color("line2"))
            painter.drawRoundedRect(box if outlined else box.adjusted(-2, 0, 2, 0), 3, 3)
        return ink

    def _paint_words(self, painter: QPainter, kind: MarkKind, run: Run, baseline: float, pad: float) -> None:
        painter.setFont(self._fonts[kind])
        for number, (left, word) in enumerate(run.words):
            shift = pad if number == 0 else 0.0
            painter.drawText(QPointF(self._at(left + shift, self._advance(kind, word)), baseline), word)

    def _paint_lines(
        self, painter: QPainter, rect: QRectF, kind: MarkKind, baseline: float, metrics: QFontMetricsF
    ) -> None:
        def line(y: float, token: str, width: float, dashes: Sequence[float] = ()) -> None:
            pen = QPen(self._theme.color(token), width)
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            if dashes:
                pen.setDashPattern([d / width for d in dashes])
            painter.setPen(pen)
            painter.drawLine(QPointF(rect.left(), y), QPointF(rect.right(), y))

        match kind:
            case MarkKind.INFLECTED:
                line(baseline + 3.5, "ink2", 1.5, (1.5, 2.0))
            case MarkKind.SYNONYM:
                line(baseline + 3.5, "paraphrase.ink", 1.3, (4.5, 2.5))
            case MarkKind.CHANGED:
                line(baseline + 2.5, "close.ink", 1.2)
                line(baseline + 4.9, "close.ink", 1.2)
            case MarkKind.MISSING:
                line(baseline - metrics.xHeight() / 2, "ink3", 1.2)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Light the mark under the pointer."""
        at = event.position()
        self._light(next((run.mark for run in self._runs if self._rect(run).contains(at)), -1))

    def leaveEvent(self, event: QEvent) -> None:
        """Put the light out."""
        super().leaveEvent(event)
        self._light(-1)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Put the light out."""
        super().focusOutEvent(event)
        self._light(-1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Light the next or the previous mark with the arrow keys."""
        step = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        step = -step if self._from_right else step
        shown = [i for i, mark in enumerate(self._marks) if mark.kind is not MarkKind.PLAIN]
        ahead = [i for i in shown if (i - self._current) * step > 0]
        if ahead:
            self._light(ahead[0] if step > 0 else ahead[-1])
        elif shown and self._current < 0:
            self._light(shown[0 if step > 0 else -1])

    def _light(self, number: int) -> None:
        if number >= 0 and self._marks[number].kind is MarkKind.PLAIN:
            number = -1
        if number != self._current:
            self._current = number
            self.update()
            self.lit.emit(number)


def _height_follows_width() -> QSizePolicy:
    policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    return policy
