"""Small shapes that several delegates and widgets draw: letter badges, chips, bars of classes.

Rectangles and heights are pixels on screen, at the zoom there is: callers take them from ``theme.px``.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from core.model import MatchClass
from desktop import fonts
from desktop.theme import Theme

BADGE = 22.0
KEY_CAP_HEIGHT = 18
"""Both at a zoom of 100 %."""
_LETTER = 0.53
"""Height of a badge's letter as a share of the badge."""
_STRIPED = {MatchClass.CLOSE: 4.0, MatchClass.SAME_FACT: 2.0}
"""Classes whose bar is cut by thin gaps, and how many pixels apart, so that no bar differs by colour alone."""


def badge_width(letters: str, theme: Theme, size: float = BADGE) -> float:
    """Return how wide a badge of that height on screen is: square for one letter, longer for more."""
    del theme  # the letter follows the height
    return max(size, QFontMetricsF(fonts.ui_font(size * _LETTER, 600)).horizontalAdvance(letters) + size * 0.5)


def paint_badge(painter: QPainter, rect: QRectF, letters: str, theme: Theme) -> None:
    """Draw an article's letter in a rounded box."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.color("ink"), 1.0))
    painter.setBrush(theme.color("paper"))
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
    painter.setFont(fonts.ui_font(rect.height() * _LETTER, 600))
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, letters)
    painter.restore()


def chip_width(text: str, theme: Theme) -> float:
    """Return how wide :func:`paint_chip` draws ``text``."""
    return QFontMetricsF(theme.ui_font(11)).horizontalAdvance(text) + theme.px(12)


def paint_chip(painter: QPainter, rect: QRectF, text: str, theme: Theme) -> None:
    """Draw a small outlined word, such as an article's role."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.edge(), 1.0))
    painter.setBrush(theme.color("paper"))
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
    painter.setPen(theme.color("ink2"))
    painter.setFont(theme.ui_font(11))
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, text)
    painter.restore()


def key_cap_width(key: str, theme: Theme) -> float:
    """Return how wide :func:`paint_key_cap` draws a key."""
    return max(theme.px(19), QFontMetricsF(theme.ui_font(11, 500)).horizontalAdvance(key) + theme.px(10))


def paint_key_cap(painter: QPainter, rect: QRectF, key: str, theme: Theme, *, on_ink: bool = False) -> None:
    """Draw a key as it stands on the keyboard; ``on_ink`` is for a dark button."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.color("line2") if on_ink else theme.edge(), 1.0))
    painter.setBrush(Qt.BrushStyle.NoBrush if on_ink else theme.color("paper"))
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
    painter.setPen(theme.color("hover" if on_ink else "ink2"))
    painter.setFont(theme.ui_font(11, 500))
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, key)
    painter.restore()


def bar_segments(
    shares: Sequence[tuple[MatchClass, float]], width: float
) -> tuple[tuple[MatchClass, float, float], ...]:
    """Return where each class of a stacked bar starts and ends; a share that exists is at least 2 px wide.

    The last segment gives way, so that the segments together are never wider than ``width``.
    """
    segments = []
    x = 0.0
    for match, share in shares:
        end = min(width, max(x + share * width, x + 2.0)) if share > 0 else x
        if end > x:
            segments.append((match, x, end))
        x = end
    return tuple(segments)


def paint_class_bar(painter: QPainter, rect: QRectF, shares: Sequence[tuple[MatchClass, float]], theme: Theme) -> None:
    """Draw a stacked bar of an article's classes; without shares only its ground.

    Where the theme is edged, a line of ink goes round the bar and between its parts.
    """
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.fillRect(rect, theme.color("no_source.bar" if shares else "line"))
    for match, start, end in bar_segments(shares, rect.width()):
        painter.fillRect(
            QRectF(rect.left() + start, rect.top(), end - start, rect.height()), theme.class_color(match, "bar")
        )
        step = _STRIPED.get(match)
        if step:
            painter.setPen(QPen(theme.color("paper"), 1.0))
            x = rect.left() + start + step
            while x < rect.left() + end:
                painter.drawLine(QPointF(x, rect.top()), QPointF(x, rect.bottom()))
                x += step
    if theme.edged:
        painter.setPen(QPen(theme.color("ink"), 1.0))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(rect.adjusted(0, 0, -1, -1))
        for _, _, end in bar_segments(shares, rect.width() - 1):
            painter.drawLine(QPointF(rect.left() + end, rect.top()), QPointF(rect.left() + end, rect.bottom() - 1))
    painter.restore()


def paint_focus(painter: QPainter, rect: QRectF, theme: Theme, radius: float = 7) -> None:
    """Draw the focus ring just inside ``rect``."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.color("focus"), 2.0))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), radius, radius)
    painter.restore()
