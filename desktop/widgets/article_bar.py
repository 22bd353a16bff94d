"""How an article's words divide by class: a stacked bar with printed figures, and its legend below."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from core.report.parts import BarPart
from desktop.delegates.painting import bar_segments, paint_class_bar
from desktop.language import listed, tr
from desktop.theme import Theme

_BAR, _LEGEND, _SWATCH, _GAP = 26, 22, 14, 18
"""At a zoom of 100 %, as all lengths here."""


class _Bar(QWidget):
    """The bar; a part prints its figure where that has room."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._parts: tuple[BarPart, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def show_parts(self, parts: Sequence[BarPart]) -> None:
        """Show other shares."""
        self._parts = tuple(parts)
        self.setAccessibleName(said(self._parts))
        self.update()

    def sizeHint(self) -> QSize:
        """Return the bar's height."""
        return QSize(200, self._theme.px(_BAR))

    def minimumSizeHint(self) -> QSize:
        """Return a width that the bar can shrink to."""
        return QSize(80, self._theme.px(_BAR))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Draw the classes, each by its pattern, and the figures on paper over them."""
        area = QRectF(self.rect())
        shares = [(part.match, part.share) for part in self._parts]
        painter = QPainter(self)
        paint_class_bar(painter, area, shares, self._theme)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = self._theme.ui_font(11.5, 600)
        painter.setFont(font)
        percents = {part.match: part.percent for part in self._parts}
        for match, start, end in bar_segments(shares, area.width()):
            text = f"{percents[match]}%"
            width = QFontMetricsF(font).horizontalAdvance(text) + self._theme.px(10)
            if width + self._theme.px(6) > end - start:
                continue
            high = self._theme.px(17)
            box = QRectF(round((start + end - width) / 2), (area.height() - high) / 2, width, high)
            painter.setPen(QPen(self._theme.color("ink"), 1.0) if self._theme.edged else Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.color("paper"))
            painter.drawRoundedRect(box, 4, 4)
            painter.setPen(self._theme.color("ink"))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
        painter.end()


class _Legend(QWidget):
    """The classes by pattern, name and figure, in as many lines as they need; what the figures are of at the right."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._parts: tuple[BarPart, ...] = ()
        self._of = ""
        self.setAccessibleName(tr("Legend"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._fit)

    def show_parts(self, parts: Sequence[BarPart], of: str) -> None:
        """Show other shares."""
        self._parts, self._of = tuple(parts), of
        self.setAccessibleName(tr("Legend: {said}. {of}").format(said=said(self._parts), of=of))
        self._fit()

    def _fit(self) -> None:
        """Take the height of all lines."""
        self.setFixedHeight((self._places(self.width())[-1][1] + 1) * self._theme.px(_LEGEND))
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break into other lines."""
        super().resizeEvent(event)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """Return a width that the legend can shrink to."""
        return QSize(120, self._theme.px(_LEGEND))

    def _font(self) -> QFont:
        return self._theme.ui_font(11.5)

    def _places(self, width: float) -> list[tuple[float, int]]:
        """Return where each entry starts, and on which line; the last is what the figures are of."""
        metrics, px = QFontMetricsF(self._font()), self._theme.px
        places: list[tuple[float, int]] = []
        x, line = 0.0, 0
        for part in self._parts:
            need = px(_SWATCH + 7) + metrics.horizontalAdvance(_entry(part))
            if x and x + need > width:
                x, line = 0.0, line + 1
            places.append((x, line))
            x += need + px(_GAP)
        need = metrics.horizontalAdvance(self._of)
        line += bool(x) and x + need > width
        places.append((max(0.0, width - need - 1), line))
        return places

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Draw the entries."""
        px, high = self._theme.px, self._theme.px(_LEGEND)
        places = self._places(self.width())
        painter = QPainter(self)
        painter.setFont(self._font())
        for part, (x, line) in zip(self._parts, places, strict=False):
            box = QRectF(round(x), line * high + (high - px(10)) / 2, px(_SWATCH), px(10))
            paint_class_bar(painter, box, [(part.match, 1.0)], self._theme)
            painter.setPen(self._theme.color("ink2"))
            words = QRectF(box.right() + px(7), line * high, self.width(), high)
            painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, _entry(part))
        x, line = places[-1]
        painter.setPen(self._theme.color("ink3"))
        painter.drawText(QRectF(x, line * high, self.width() - x, high), Qt.AlignmentFlag.AlignVCenter, self._of)
        painter.end()


class ArticleBar(QWidget):
    """Bar and legend together."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._bar, self._legend = _Bar(theme), _Legend(theme)
        self.setAccessibleName(tr("Shares by class"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._bar)
        column.addWidget(self._legend)

    def show_parts(self, parts: Sequence[BarPart], words: int) -> None:
        """Show the shares of an article of so many words."""
        of = tr("share of {n} word(s), by sentence", "", words)
        self._bar.show_parts(parts)
        self._legend.show_parts(parts, of)
        self.setAccessibleDescription(f"{said(tuple(parts))}. {of}")
        self._bar.setToolTip(f"{said(tuple(parts))}. {of}")

    def set_low(self, *, low: bool) -> None:
        """Leave the legend to the tooltip where there is little height."""
        self._legend.setVisible(not low)


def said(parts: tuple[BarPart, ...]) -> str:
    """Return the shares in words: ``Close 20%, Paraphrase 48% and No source here 32%``."""
    return listed([_entry(part) for part in parts]) or tr("No words")


def _entry(part: BarPart) -> str:
    share = f"{part.percent}%" if part.percent else tr("under 1%")
    return f"{tr(part.name)} {share}"
