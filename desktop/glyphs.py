"""The small signs that stand beside every colour: classes and severities, drawn on a 16 px grid."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

from core.model import MatchClass, Severity
from desktop.theme import Theme

GRID = 16.0
STROKE = 1.4


def paint_class_glyph(painter: QPainter, rect: QRect | QRectF, match: MatchClass, color: QColor) -> None:
    """Draw the sign of a class centred in ``rect``, scaled to its smaller side."""
    _begin(painter, rect, color)
    match match:
        case MatchClass.VERBATIM:
            painter.drawLine(QPointF(4, 6), QPointF(12, 6))
            painter.drawLine(QPointF(4, 10), QPointF(12, 10))
        case MatchClass.CLOSE:
            painter.drawPath(_wave(5.9))
            painter.drawPath(_wave(10.1))
        case MatchClass.PARAPHRASE:
            painter.drawPath(_wave(8))
        case MatchClass.QUOTATION:
            painter.setBrush(color)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.drawPath(_comma(5.4))
            painter.drawPath(_comma(10.8))
        case MatchClass.SAME_FACT:
            painter.setBrush(color)
            painter.setPen(Qt.PenStyle.NoPen)
            for x in (4.4, 8.0, 11.6):
                painter.drawEllipse(QPointF(x, 8), 1.3, 1.3)
        case _:
            painter.drawLine(QPointF(4.5, 8), QPointF(11.5, 8))
    painter.restore()


def paint_severity(painter: QPainter, rect: QRect | QRectF, severity: Severity | None, theme: Theme) -> None:
    """Draw the sign of a severity centred in ``rect``; None draws the tick of something kept."""
    color = severity_color(severity, theme)
    _begin(painter, rect, color)
    match severity:
        case Severity.HIGH:
            painter.setBrush(color)
            painter.drawPolygon(QPolygonF([QPointF(8, 3.4), QPointF(13, 12.4), QPointF(3, 12.4)]))
        case Severity.MEDIUM:
            painter.setBrush(color)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.drawPolygon(QPolygonF([QPointF(8, 3), QPointF(13, 8), QPointF(8, 13), QPointF(3, 8)]))
        case Severity.LOW:
            painter.drawEllipse(QPointF(8, 8), 2.9, 2.9)
        case _:
            painter.drawPolyline(QPolygonF([QPointF(3.4, 8.6), QPointF(6.6, 11.8), QPointF(12.8, 4.8)]))
    painter.restore()


def severity_color(severity: Severity | None, theme: Theme) -> QColor:
    """Return the colour of a severity; None is the tick of something kept."""
    tokens = {Severity.HIGH: "verbatim.ink", Severity.MEDIUM: "close.ink", Severity.LOW: "ink2", None: "ok"}
    return theme.color(tokens[severity])


def _begin(painter: QPainter, rect: QRect | QRectF, color: QColor) -> None:
    """Save the painter and map the 16 px grid onto ``rect``."""
    area = QRectF(rect)
    side = min(area.width(), area.height())
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(area.center() - QPointF(side / 2, side / 2))
    painter.scale(side / GRID, side / GRID)
    pen = QPen(color, STROKE)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)


def _wave(y: float) -> QPainterPath:
    path = QPainterPath(QPointF(3.4, y + 0.9))
    path.cubicTo(QPointF(5.0, y - 2.0), QPointF(6.4, y - 1.6), QPointF(8, y))
    path.cubicTo(QPointF(9.6, y + 1.6), QPointF(11.0, y + 2.0), QPointF(12.6, y - 0.9))
    return path


def _comma(x: float) -> QPainterPath:
    """Return one half of a closing quotation mark around ``x``."""
    path = QPainterPath()
    path.addEllipse(QPointF(x, 6.6), 1.8, 1.8)
    tail = QPainterPath(QPointF(x + 1.8, 6.4))
    tail.cubicTo(QPointF(x + 1.9, 8.9), QPointF(x + 0.9, 10.6), QPointF(x - 1.1, 11.4))
    tail.lineTo(QPointF(x - 1.5, 10.5))
    tail.cubicTo(QPointF(x - 0.3, 9.9), QPointF(x + 0.2, 9.2), QPointF(x + 0.2, 8.2))
    tail.closeSubpath()
    return path.united(tail)
