"""Painting of one block: ground, rail, number, words, the lines under diverging words, outlines.

Which colours and marks a block gets was decided before; this only draws.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QLinearGradient,
    QPainter,
    QPainterPath,
    QPen,
    QPixmap,
    QTextCharFormat,
    QTextLayout,
)

from core.case.review import Verdict
from core.model import MatchClass, Severity
from desktop.compare.blocks import Block, folded_text
from desktop.compare.layout import Bracket, LaidOut, Stroke
from desktop.compare.scene import SentenceView
from desktop.compare.style import SELECTED_LINE, Metrics, RailLine, line_pen, rail
from desktop.compare.text import Utf16
from desktop.glyphs import severity_color
from desktop.icons import pixmap
from desktop.theme import Theme
from desktop.verdict_signs import SIGNS

_FADE = 20
_CHEVRON = 4.0


@dataclass(frozen=True, slots=True)
class BlockState:
    """What the reader did with a block."""

    selected: bool = False
    hovered: bool = False
    aimed: bool = False
    """A link would go there."""


@dataclass(frozen=True, slots=True)
class HitBox:
    """Where words that were searched for stand, relative to the text's upper left corner."""

    rect: QRectF
    current: bool


class BlockPainter:
    """Draws the blocks of one column; ``rail_right`` tells on which side the gutter lies."""

    def __init__(self, theme: Theme, metrics: Metrics, *, rail_right: bool) -> None:
        self._theme = theme
        self._metrics = metrics
        self._rail_right = rail_right
        self._number = theme.ui_font(metrics.number_size)
        self._number_bold = theme.ui_font(metrics.number_size, 700)
        self._detail = theme.ui_font(12.5, 500)
        self._icons: dict[tuple[str, int, float], QPixmap] = {}

    def text_left(self, block: QRect) -> int:
        """Return where the text of a block begins."""
        return block.left() + (self._metrics.pad_outer if self._rail_right else self._metrics.pad_rail)

    def text_width(self, width: int) -> int:
        """Return the width of the text in a block of that width."""
        return max(1, width - self._metrics.pad_outer - self._metrics.pad_rail)

    def sentence(
        self,
        painter: QPainter,
        rect: QRect,
        view: SentenceView,
        laid: LaidOut,
        state: BlockState,
        hits: Sequence[HitBox] = (),
        inline: Sequence[QRectF] = (),
    ) -> None:
        """Draw a sentence's ground, rail and words; ``inline`` are its parts of lines where text runs on."""
        if view.match is not None and not view.hidden:
            if inline:
                self._inline_ground(painter, rect, view.match, inline, shared=laid.shared)
            else:
                self._ground(painter, rect, view.match)
        origin = QPointF(self.text_left(rect), rect.top() + self._metrics.pad_top)
        for hit in hits:
            self._hit(painter, hit.rect.translated(origin), current=hit.current)
        painter.setPen(self._ink(view))
        laid.layout.draw(painter, origin, self._greyed(view))
        for stroke in laid.strokes:
            self._stroke(painter, origin, stroke)
        for bracket in laid.brackets:
            self._bracket(painter, origin, bracket)
        if state.selected and inline:
            painter.setPen(QPen(self._theme.color("ink"), SELECTED_LINE))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPath(_around([part.translated(origin) for part in inline]))
        elif state.selected:
            self._outline(painter, rect)
        if state.aimed:
            self._aim(painter, rect)

    def _greyed(self, view: SentenceView) -> list[QTextLayout.FormatRange]:
        """Return the words that are left out of the scores, in the ink they get."""
        if not view.left_out:
            return []
        units, made = Utf16.of(view.text), []
        for start, end in view.left_out:
            grey = QTextLayout.FormatRange()
            grey.start, grey.length = units.units(start), units.units(end) - units.units(start)
            ink = QTextCharFormat()
            ink.setForeground(self._theme.color("ink3"))
            grey.format = ink
            made.append(grey)
        return made

    def _hit(self, painter: QPainter, rect: QRectF, *, current: bool) -> None:
        """Draw a box and a line under words that were searched for; both are stronger for the current hit."""
        box = rect.adjusted(-0.5, 1, 0.5, -1)
        painter.setPen(QPen(self._theme.color("ink" if current else "ink3"), 1.6 if current else 1.0))
        painter.setBrush(self._theme.color("paper"))
        painter.drawRoundedRect(box, 2, 2)
        thick = 2.6 if current else 1.4
        line = QRectF(box.left(), box.bottom() - thick, box.width(), thick)
        painter.fillRect(line, self._theme.color("ink" if current else "ink3"))

    def _aim(self, painter: QPainter, rect: QRect) -> None:
        """Draw a broken outline around a sentence that a link would go to."""
        pen = QPen(self._theme.color("ink"), 2)
        pen.setDashPattern([3, 2])
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -1), self._metrics.radius, self._metrics.radius)

    def verdict(self, painter: QPainter, rect: QRect, verdict: Verdict, baseline: int) -> None:
        """Draw a verdict's icon in the outer margin, under the sentence's number."""
        sign = SIGNS[verdict]
        self._icon(painter, rect, baseline, sign.icon, self._theme.color(sign.tone))

    def note(self, painter: QPainter, rect: QRect, baseline: int, *, beside: bool) -> None:
        """Draw the sign that there is a note, under the sentence's number or ``beside`` the verdict's icon."""
        self._icon(painter, rect, baseline, _NOTE, self._theme.color("ink2"), place=int(beside))

    def _icon(self, painter: QPainter, rect: QRect, baseline: int, icon: str, ink: QColor, place: int = 0) -> None:
        """Draw an icon in the outer margin, under the sentence's number; ``place`` counts them outwards."""
        size, scale = self._metrics.verdict, painter.device().devicePixelRatioF()
        known = (icon, ink.rgba(), scale)
        if known not in self._icons:
            self._icons[known] = pixmap(icon, ink, size, scale)
        out = _NUMBER_GAP + place * (size + _BETWEEN_ICONS)
        left = rect.left() - out - size if self._rail_right else rect.right() + 1 + out
        painter.drawPixmap(QPointF(left, baseline + _UNDER_NUMBER), self._icons[known])

    def folded(self, painter: QPainter, rect: QRect, block: Block, state: BlockState) -> None:
        """Draw the row that stands for a run of sentences."""
        theme = self._theme
        painter.setPen(QPen(theme.color("line"), 1))
        painter.setBrush(theme.color("hover" if state.hovered else "surface"))
        radius = self._metrics.radius
        painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        pen = QPen(theme.color("ink2"), 1.4)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        middle = QPointF(rect.left() + 15, rect.center().y() + 1.5)
        painter.drawPolyline([middle + QPointF(-_CHEVRON, -2), middle + QPointF(0, 2), middle + QPointF(_CHEVRON, -2)])
        text, which = folded_text(block)
        painter.setFont(self._detail)
        painter.setPen(theme.color("ink2"))
        inside = rect.adjusted(29, 0, -12, 0)
        painter.drawText(inside, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, which)
        room = inside.adjusted(0, 0, -painter.fontMetrics().horizontalAdvance(which) - 8, 0)
        text = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)

    def number(self, painter: QPainter, rect: QRect, number: int, baseline: int, *, selected: bool) -> None:
        """Draw a sentence's number in the outer margin, on the first line's baseline."""
        painter.setFont(self._number_bold if selected else self._number)
        painter.setPen(self._theme.color("ink" if selected else "ink3"))
        text = str(number)
        x = rect.right() + 1 + _NUMBER_GAP
        if self._rail_right:
            x = rect.left() - _NUMBER_GAP - painter.fontMetrics().horizontalAdvance(text)
        painter.drawText(QPointF(x, baseline), text)

    def focus_ring(self, painter: QPainter, rect: QRect, bounds: QRect) -> None:
        """Draw the ring around the block with the keyboard; it stays inside the column."""
        ring = QRectF(rect).adjusted(-3, -3, 3, 3).intersected(QRectF(bounds).adjusted(1, 1, -1, -1))
        painter.setPen(QPen(self._theme.color("focus"), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(ring, self._metrics.radius + 2, self._metrics.radius + 2)

    def _inline_ground(
        self, painter: QPainter, rect: QRect, match: MatchClass, inline: Sequence[QRectF], *, shared: bool
    ) -> None:
        """Draw the tint under a sentence's words, its rail where it begins, and beside the lines that are its own."""
        origin = QPointF(self.text_left(rect), rect.top())
        if match.derived:
            for part in inline:
                painter.fillRect(part.translated(origin).adjusted(-1, 0, 1, 0), self._theme.class_color(match, "tint"))
        ink, lines = self._theme.class_color(match, "ink"), rail(match)
        first = inline[0].translated(origin)
        for line in lines[:1]:
            painter.setPen(line_pen(RailLine(0, 1.5, line.dashes and (3, 2)), ink))
            painter.drawLine(
                QPointF(first.left() - 1.5, first.top() + 2), QPointF(first.left() - 1.5, first.bottom() - 2)
            )
        own = rect.adjusted(0, round(first.height()) if shared else 0, 0, 0)
        if own.height() > 0:
            self._rail(painter, own, match)

    def _ground(self, painter: QPainter, rect: QRect, match: MatchClass) -> None:
        if match.derived:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.class_color(match, "tint"))
            painter.drawPath(_outer_corners(QRectF(rect), self._metrics.radius, rail_right=self._rail_right))
            if self._theme.edged:
                painter.setPen(QPen(self._theme.color("ink"), 1))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5))
        self._rail(painter, rect, match)

    def _rail(self, painter: QPainter, rect: QRect, match: MatchClass) -> None:
        ink = self._theme.class_color(match, "ink")
        scale = painter.device().devicePixelRatio()
        for line in rail(match):
            width = max(1, math.floor(line.width * scale)) / scale
            outer = line.offset + line.width
            x = rect.right() + 1 - outer if self._rail_right else rect.left() + outer - width
            if line.dashes:
                painter.setPen(line_pen(RailLine(0, width, line.dashes), ink))
                painter.drawLine(QPointF(x + width / 2, rect.top()), QPointF(x + width / 2, rect.bottom() + 1))
            else:
                painter.fillRect(QRectF(x, rect.top(), width, rect.height()), ink)

    def _ink(self, view: SentenceView) -> QColor:
        if not view.kind.checked:
            return self._theme.color("ink3")
        return self._theme.color("ink" if view.match is None or (view.reused and not view.hidden) else "ink2")

    def _stroke(self, painter: QPainter, origin: QPointF, stroke: Stroke) -> None:
        color = severity_color(stroke.severity, self._theme)
        y = origin.y() + stroke.baseline + _UNDER
        start, end = origin.x() + stroke.start, origin.x() + stroke.end
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if stroke.severity is Severity.HIGH:
            painter.setPen(QPen(color, 1.1))
            painter.drawPath(_wave(start, end, y + 1))
            return
        pen = QPen(color, 1.3)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        pen.setDashPattern([3.2 / 1.3, 2 / 1.3])
        painter.setPen(pen)
        painter.drawLine(QPointF(start, y), QPointF(end, y))

    def _bracket(self, painter: QPainter, origin: QPointF, bracket: Bracket) -> None:
        """Draw a bracket over disguised words, clear of the letters and of the lines below them."""
        ink = self._theme.color("ink")
        left, top = round(origin.x() + bracket.start), round(origin.y() + bracket.top) + _OVER
        wide = max(round(bracket.end - bracket.start), _NARROWEST)
        thick, hook = self._theme.px(1), self._theme.px(_HOOK)
        painter.fillRect(left, top, wide, thick, ink)
        for x in (left, left + wide - thick):
            painter.fillRect(x, top, thick, hook, ink)

    def _outline(self, painter: QPainter, rect: QRect) -> None:
        """Draw a line around the block, open towards the gutter: a selected ribbon goes on from there."""
        painter.setPen(QPen(self._theme.color("ink"), SELECTED_LINE))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        half, turn = SELECTED_LINE / 2, 2.0 * self._metrics.radius
        top, bottom = rect.top() - half, rect.bottom() + 1 + half
        inner, outer = rect.right() + 1.0, rect.left() - half
        if not self._rail_right:
            inner, outer = float(rect.left()), rect.right() + 1 + half
        corner = outer if self._rail_right else outer - turn
        sweep = 90 if self._rail_right else -90
        path = QPainterPath(QPointF(inner, top))
        path.arcTo(QRectF(corner, top, turn, turn), 90, sweep)
        path.arcTo(QRectF(corner, bottom - turn, turn, turn), 180 if self._rail_right else 0, sweep)
        path.lineTo(inner, bottom)
        painter.drawPath(path)


_NUMBER_GAP = 7
_UNDER_NUMBER = 4
_BETWEEN_ICONS = 1
_NOTE = "note"
_UNDER = 4.5
_OVER, _HOOK = 1, 4
_NARROWEST = 4
"""Signs that nobody sees may take no room at all."""
_WAVE = 3.0


def _outer_corners(rect: QRectF, radius: float, *, rail_right: bool) -> QPainterPath:
    """Return a rectangle with round corners on the side away from the rail."""
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    path.addRoundedRect(rect, radius, radius)
    half = rect.width() / 2
    path.addRect(rect.adjusted(half, 0, 0, 0) if rail_right else rect.adjusted(0, 0, -half, 0))
    return path


def _around(parts: Sequence[QRectF]) -> QPainterPath:
    """Return the outline of neighbouring parts of lines."""
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    for part in parts:
        path.addRect(part.adjusted(-3, 0, 3, 0))
    return path.simplified()


def _wave(start: float, end: float, y: float) -> QPainterPath:
    path = QPainterPath(QPointF(start, y))
    for step in range(1, math.ceil((end - start) / _WAVE) + 1):
        path.lineTo(min(end, start + step * _WAVE), y + (1.3 if step % 2 else -1.3))
    return path


def paint_fades(painter: QPainter, area: QRect, paper: QColor, *, above: bool, below: bool) -> None:
    """Let content that goes on beyond the viewport fade into the paper at its edges."""
    clear = QColor(paper)
    clear.setAlpha(0)
    for shown, edge, inner in (
        (above, area.top(), area.top() + _FADE),
        (below, area.bottom() + 1, area.bottom() + 1 - _FADE),
    ):
        if not shown:
            continue
        gradient = QLinearGradient(0, edge, 0, inner)
        gradient.setColorAt(0, paper)
        gradient.setColorAt(1, clear)
        painter.fillRect(QRect(area.left(), min(edge, inner), area.width(), _FADE), gradient)


def paint_placeholder(painter: QPainter, area: QRect, text: str, theme: Theme) -> None:
    """Say in an empty column what belongs there."""
    font: QFont = theme.ui_font(13)
    painter.setFont(font)
    painter.setPen(theme.color("ink3"))
    flags = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
    painter.drawText(area.adjusted(24, area.height() // 3, -24, 0), flags, text)
