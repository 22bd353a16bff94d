"""Buttons that stand for an action."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QAction, QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton

from desktop.actions import key_text
from desktop.delegates.painting import KEY_CAP_HEIGHT, key_cap_width, paint_key_cap
from desktop.icons import pixmap
from desktop.theme import Theme

HEIGHT = 30
"""At a zoom of 100 %, as all lengths here."""
_ICON, _GAP = 16, 8
_SIDE_PADS = {"status": 6.0, "quiet": 8.0, "row": 8.0}
_USUAL_PAD = 12.0
_INKS = {"primary": "paper", "row": "ink2", "status": "ink2"}


class ActionButton(QPushButton):
    """Shows an action's icon, text and, if wanted, its key; follows whether it can be used.

    ``kind`` is the style sheet's: primary, plain, quiet, row or status; ``text`` replaces the action's own, "" for
    none. The button paints its content itself, so that icon, text and key keep even distances.
    """

    def __init__(
        self, theme: Theme, action: QAction, kind: str = "plain", *, text: str | None = None, keyed: bool = False
    ) -> None:
        super().__init__()
        self._theme, self._action, self._kind = theme, action, kind
        self._text = action.text().rstrip("…") if text is None else text
        self._key = key_text(action) if keyed else ""
        self._told = ""
        self._icon = str(action.property("icon_name") or "") if kind != "status" else ""
        self.setProperty("kind", kind)
        self.setAccessibleName(text or action.text().rstrip("…"))  # what is read on it, where that is another name
        self.setAccessibleDescription(action.statusTip())
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.clicked.connect(action.trigger)
        action.changed.connect(self._follow)
        self._follow()
        theme.changed.connect(self._resize)

    def _resize(self) -> None:
        self.updateGeometry()
        self.update()

    def _font(self) -> QFont:
        small, light = self._kind == "status", self._kind in ("row", "status")
        return self._theme.ui_font(11.5 if small else 13, 400 if light else 500)

    def _follow(self) -> None:
        self.setEnabled(self._action.isEnabled())
        self.setToolTip("\n".join(filter(None, (self._action.toolTip(), self._told))))

    def tell(self, state: str) -> None:
        """Say how things stand, in the tooltip and to screen readers, below what the button does."""
        self._told = state
        self.setAccessibleDescription(". ".join(filter(None, (self._action.statusTip().rstrip("."), state))))
        self._follow()

    def set_text(self, text: str) -> None:
        """Show another text, which is the button's name then."""
        if text == self._text == self.accessibleName():
            return
        self._text = text
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the size of the content with room at both sides; a button without text is square."""
        height = self._theme.px(24 if self._kind == "status" else HEIGHT)
        if not self._text:
            return QSize(height, height)
        return QSize(round(self._content_width() + 2 * self._pad()), height)

    def minimumSizeHint(self) -> QSize:
        """Return the same: a button does not shrink."""
        return self.sizeHint()

    def _pad(self) -> float:
        return self._theme.px(_SIDE_PADS.get(self._kind, _USUAL_PAD))

    def _content_width(self) -> float:
        parts = [QFontMetricsF(self._font()).horizontalAdvance(self._text)] if self._text else []
        parts += [self._theme.px(_ICON)] if self._icon else []
        parts += [key_cap_width(self._key, self._theme)] if self._key else []
        return sum(parts) + self._theme.px(_GAP) * (len(parts) - 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground, then icon, text and key over it."""
        super().paintEvent(event)
        painter = QPainter(self)
        token = _INKS.get(self._kind, "ink") if self.isEnabled() else "ink3"
        icon, gap = self._theme.px(_ICON), self._theme.px(_GAP)
        x = self._pad() if self._kind == "row" else (self.width() - self._content_width()) / 2
        if self._icon:
            faded = not self.isEnabled() and not self._text
            ink = self._theme.color("line2" if faded else token)
            drawn = pixmap(self._icon, ink, icon, self.devicePixelRatioF())
            painter.drawPixmap(round(x), round((self.height() - icon) / 2), drawn)
            x += icon + gap
        if self._text:
            painter.setFont(self._font())
            painter.setPen(self._theme.color(token))
            painter.drawText(QRectF(x, 0, self.width() - x, self.height()), Qt.AlignmentFlag.AlignVCenter, self._text)
            x += QFontMetricsF(self._font()).horizontalAdvance(self._text) + gap
        if self._key:
            high = self._theme.px(KEY_CAP_HEIGHT)
            cap = QRectF(round(x), (self.height() - high) / 2, key_cap_width(self._key, self._theme), high)
            paint_key_cap(painter, cap, self._key, self._theme, on_ink=self._kind == "primary")
        painter.end()
