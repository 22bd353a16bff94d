"""Buttons that stand for an action."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QAction, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton

from desktop.actions import key_text
from desktop.delegates.painting import KEY_CAP_HEIGHT, key_cap_width, paint_key_cap
from desktop.icons import pixmap
from desktop.theme import Theme

HEIGHT = 30
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
        self._icon = str(action.property("icon_name") or "") if kind != "status" else ""
        self._font = theme.ui_font(11.5 if kind == "status" else 13, 400 if kind in ("row", "status") else 500)
        self.setProperty("kind", kind)
        self.setAccessibleName(action.text().rstrip("…"))
        self.setAccessibleDescription(action.statusTip())
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.clicked.connect(action.trigger)
        action.changed.connect(self._follow)
        self._follow()

    def _follow(self) -> None:
        self.setEnabled(self._action.isEnabled())
        self.setToolTip(self._action.toolTip())

    def set_text(self, text: str) -> None:
        """Show another text, which is the button's name then."""
        self._text = text
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the size of the content with room at both sides; a button without text is square."""
        height = 24 if self._kind == "status" else HEIGHT
        if not self._text:
            return QSize(height, height)
        return QSize(round(self._content_width() + 2 * self._pad()), height)

    def minimumSizeHint(self) -> QSize:
        """Return the same: a button does not shrink."""
        return self.sizeHint()

    def _pad(self) -> float:
        return _SIDE_PADS.get(self._kind, _USUAL_PAD)

    def _content_width(self) -> float:
        parts = [QFontMetricsF(self._font).horizontalAdvance(self._text)] if self._text else []
        parts += [_ICON] if self._icon else []
        parts += [key_cap_width(self._key, self._theme)] if self._key else []
        return sum(parts) + _GAP * (len(parts) - 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground, then icon, text and key over it."""
        super().paintEvent(event)
        painter = QPainter(self)
        token = _INKS.get(self._kind, "ink") if self.isEnabled() else "ink3"
        x = self._pad() if self._kind == "row" else (self.width() - self._content_width()) / 2
        if self._icon:
            faded = not self.isEnabled() and not self._text
            drawn = pixmap(self._icon, self._theme.color("line2" if faded else token), _ICON, self.devicePixelRatioF())
            painter.drawPixmap(round(x), round((self.height() - _ICON) / 2), drawn)
            x += _ICON + _GAP
        if self._text:
            painter.setFont(self._font)
            painter.setPen(self._theme.color(token))
            painter.drawText(QRectF(x, 0, self.width() - x, self.height()), Qt.AlignmentFlag.AlignVCenter, self._text)
            x += QFontMetricsF(self._font).horizontalAdvance(self._text) + _GAP
        if self._key:
            top = (self.height() - KEY_CAP_HEIGHT) / 2
            cap = QRectF(round(x), top, key_cap_width(self._key, self._theme), KEY_CAP_HEIGHT)
            paint_key_cap(painter, cap, self._key, self._theme, on_ink=self._kind == "primary")
        painter.end()
