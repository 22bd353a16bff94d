"""The smallest widgets: labels in the theme's type, rules, signs, badges, keys. None of them takes the focus.

Each follows the theme: its colours are asked for when it paints, its size is set again when the theme changes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget

from core.model import MatchClass, Severity
from core.report.phrases import flat
from desktop.delegates.painting import KEY_CAP_HEIGHT, badge_width, key_cap_width, paint_badge, paint_key_cap
from desktop.glyphs import paint_class_glyph, paint_severity
from desktop.icons import pixmap
from desktop.language import tr
from desktop.plain import harmless, tooltip
from desktop.terms import class_name, severity_said
from desktop.theme import Theme

_BAND = 120
"""Pixels of a hidden screen that are drawn at once."""


class Text(QLabel):
    """A label of plain text; ``tone`` is the token of its ink."""

    def __init__(self, theme: Theme, text: str = "", size: float = 13, weight: int = 400, tone: str = "ink") -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)
        self.setProperty("tone", tone)
        self._theme, self._size, self._weight, self._in_serif = theme, size, weight, False
        self._set_type()
        theme.changed.connect(self._set_type)

    def _set_type(self) -> None:
        make = self._theme.reading_font if self._in_serif else self._theme.ui_font
        self.setFont(make(self._size, self._weight))

    def setText(self, text: str) -> None:
        """Show ``text`` as it is spelled, whatever it holds."""
        super().setText(harmless(text))

    def wrapped(self) -> Text:
        """Let the text break into lines, and return the label."""
        self.setWordWrap(True)
        return self

    def serif(self, theme: Theme, size: float, weight: int = 400) -> Text:
        """Set the label in the reading face, and return it."""
        self._theme, self._size, self._weight, self._in_serif = theme, size, weight, True
        self._set_type()
        return self


class ElidedText(Text):
    """A label that shortens its text at the right; the whole of it is the tooltip and the accessible name."""

    def __init__(self, theme: Theme, text: str = "", size: float = 13, weight: int = 400, tone: str = "ink") -> None:
        self._full = ""
        super().__init__(theme, "", size, weight, tone)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.set_full(text)

    def set_full(self, text: str) -> None:
        """Show ``text``, as much of it as fits."""
        full = flat(harmless(text))
        if full == self._full:
            return
        self._full = full
        self.setAccessibleName(self._full)
        self.updateGeometry()
        self._fit()

    def _set_type(self) -> None:
        super()._set_type()
        self.updateGeometry()
        self._fit()

    def full(self) -> str:
        """Return the text without shortening."""
        return self._full

    def sizeHint(self) -> QSize:
        """Return the size of the whole text."""
        metrics = QFontMetricsF(self.font())
        return QSize(round(metrics.horizontalAdvance(self._full)) + 2, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Return a size that lets the text shrink."""
        return QSize(24, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shorten anew for the width there is."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        shown = QFontMetricsF(self.font()).elidedText(self._full, Qt.TextElideMode.ElideRight, self.width())
        self.setText(shown)
        self.setToolTip(tooltip(self._full) if shown != self._full else "")


class Panel(QWidget):
    """A named ground for other widgets; ``ground`` and ``edge`` are the style sheet's."""

    def __init__(self, name: str, ground: str = "surface", edge: str = "") -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("panel", ground)
        if edge:
            self.setProperty("edge", edge)


def polish(widget: QWidget) -> None:
    """Look up the style sheet for all in a widget now: done when it is first shown, it would hold that up."""
    for inside in widget.findChildren(QWidget):
        inside.ensurePolished()


def lay_out(widget: QWidget) -> None:
    """Lay out a widget that is not shown; drawing a single pixel of it makes Qt do so."""
    widget.grab(QRect(0, 0, 1, 1))


def settling(widget: QWidget) -> Iterator[None]:
    """Lay out a widget that is not shown, and draw it out of sight, a part at each step.

    Letters, signs and shortened words are there then by the time it is first seen.
    """
    lay_out(widget)
    yield
    for top in range(0, widget.height(), _BAND):
        widget.grab(QRect(0, top, widget.width(), _BAND))
        yield


class Rule(QFrame):
    """A hairline between sections."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("Rule"))
        self.setProperty("rule", True)
        self.setFixedHeight(1)


class Sign(QWidget):
    """A painted sign with a name; with a theme it grows with the zoom."""

    def __init__(
        self, name: str, paint: Callable[[QPainter, QRectF], None], size: int = 16, theme: Theme | None = None
    ) -> None:
        super().__init__()
        self._paint, self._side, self._theme = paint, size, theme
        self.setAccessibleName(name)
        self._set_size()
        if theme is not None:
            theme.changed.connect(self._set_size)

    def _set_size(self) -> None:
        side = self._theme.px(self._side) if self._theme is not None else self._side
        self.setFixedSize(side, side)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Draw the sign."""
        painter = QPainter(self)
        self._paint(painter, QRectF(self.rect()))
        painter.end()


def severity_sign(theme: Theme, severity: Severity | None) -> Sign:
    """Return the sign of a severity, or of something kept."""
    name = tr("Severity {severity}").format(severity=severity_said(severity)) if severity else tr("Kept")
    return Sign(name, lambda painter, rect: paint_severity(painter, rect, severity, theme), theme=theme)


def icon_sign(theme: Theme, name: str, label: str, tone: str = "ink2", size: int = 16) -> Sign:
    """Return an icon that is only looked at."""

    def paint(painter: QPainter, rect: QRectF) -> None:
        drawn = pixmap(name, theme.color(tone), theme.px(size), painter.device().devicePixelRatioF())
        painter.drawPixmap(rect.topLeft(), drawn)

    return Sign(label, paint, size, theme)


class Badge(QWidget):
    """An article's letter in a rounded box, ``size`` pixels high at a zoom of 100 %."""

    def __init__(self, theme: Theme, letters: str = "", size: int = 18) -> None:
        super().__init__()
        self._theme, self._size = theme, size
        self._letters = ""
        self.set_letters(letters)
        theme.changed.connect(self._set_size)

    def set_letters(self, letters: str) -> None:
        """Show another article's letter."""
        self._letters = letters
        self.setAccessibleName(tr("Article {letters}").format(letters=letters))
        self._set_size()

    def _set_size(self) -> None:
        high = self._theme.px(self._size)
        self.setFixedSize(round(badge_width(self._letters, self._theme, high)), high)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Draw the badge."""
        painter = QPainter(self)
        paint_badge(painter, QRectF(self.rect()), self._letters, self._theme)
        painter.end()


class ClassChip(QWidget):
    """A class by tint, glyph and name."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme, self._match = theme, MatchClass.NO_SOURCE
        self.set_match(MatchClass.NO_SOURCE)
        theme.changed.connect(self._set_size)

    def _font(self) -> QFont:
        return self._theme.ui_font(11.5, 600)

    def set_match(self, match: MatchClass) -> None:
        """Show another class."""
        self._match = match
        self.setAccessibleName(class_name(match))
        self._set_size()

    def _set_size(self) -> None:
        width = QFontMetricsF(self._font()).horizontalAdvance(class_name(self._match))
        self.setFixedSize(round(width) + self._theme.px(33), self._theme.px(22))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Draw the chip."""
        area, px = QRectF(self.rect()), self._theme.px
        ink = self._theme.class_color(self._match, "ink")
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inset = 0.5 if self._theme.edged else 0.0
        painter.setPen(QPen(self._theme.color("ink"), 1.0) if self._theme.edged else Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.class_color(self._match, "tint"))
        painter.drawRoundedRect(area.adjusted(inset, inset, -inset, -inset), 5, 5)
        side = px(16)
        paint_class_glyph(painter, QRectF(px(7), (area.height() - side) / 2, side, side), self._match, ink)
        painter.setPen(ink)
        painter.setFont(self._font())
        painter.drawText(area.adjusted(px(26), 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, class_name(self._match))
        painter.end()


class KeyCap(QWidget):
    """A key as it stands on the keyboard."""

    def __init__(self, theme: Theme, key: str) -> None:
        super().__init__()
        self._theme, self._key = theme, key
        self.setAccessibleName(tr("Key {key}").format(key=key))
        self._set_size()
        theme.changed.connect(self._set_size)

    def _set_size(self) -> None:
        self.setFixedSize(round(key_cap_width(self._key, self._theme)), self._theme.px(KEY_CAP_HEIGHT))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Draw the key."""
        painter = QPainter(self)
        paint_key_cap(painter, QRectF(self.rect()), self._key, self._theme)
        painter.end()
