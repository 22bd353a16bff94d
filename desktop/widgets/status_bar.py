"""The line at the bottom: that nothing leaves the computer, what the pair comes to, the main keys."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout

from core.model import Severity
from desktop.actions import Actions, key_text
from desktop.theme import Theme
from desktop.widgets.buttons import ActionButton
from desktop.widgets.parts import ElidedText, KeyCap, Panel, Text, icon_sign, severity_sign

HEIGHT = 26
_SIZE = 11.5


class StatusBar(Panel):
    """Quiet facts; the controls lock or free the scrolling, and open the sheet of keys."""

    def __init__(self, theme: Theme, actions: Actions) -> None:
        super().__init__("Status", edge="top")
        self._theme = theme
        self._statement = ElidedText(theme, "", _SIZE, tone="ink2")
        self._notice_sign = severity_sign(theme, Severity.MEDIUM)
        self._notice = ElidedText(theme, "", _SIZE, tone="ink")
        self._finding_keys = [
            KeyCap(theme, key_text(actions["next_finding"])),
            KeyCap(theme, key_text(actions["previous_finding"])),
            Text(theme, "finding", _SIZE, tone="ink2"),
        ]
        self._lock = actions["lock"]
        self._lock_key = KeyCap(theme, key_text(self._lock))
        self._scrolling = ActionButton(theme, self._lock, "status")
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 0, 10, 0)
        row.setSpacing(5)
        row.addWidget(icon_sign(theme, "lock", "Offline", size=14))
        row.addWidget(Text(theme, "Offline: nothing leaves this computer", _SIZE, tone="ink2"))
        row.addSpacing(14)
        row.addWidget(self._statement, 2)
        row.addWidget(self._notice_sign)
        row.addWidget(self._notice, 3)
        row.addStretch(1)
        for widget in (self._lock_key, self._scrolling, *self._finding_keys):
            row.addWidget(widget)
        row.addSpacing(8)
        row.addWidget(KeyCap(theme, key_text(actions["keys"])))
        row.addWidget(ActionButton(theme, actions["keys"], "status", text="all keys"))
        self.show_pair("", "")
        self._lock.changed.connect(self._show_scrolling)
        self._show_scrolling()
        self._set_height()
        theme.changed.connect(self._set_height)

    def _set_height(self) -> None:
        self.setFixedHeight(self._theme.px(HEIGHT))

    def scrolling(self) -> str:
        """Return how the two columns scroll, or nothing where there are not two."""
        return "" if self._scrolling.isHidden() else self._scrolling.accessibleName()

    def _show_scrolling(self) -> None:
        """Say how the two columns scroll, where there are two."""
        self._scrolling.set_text("Scrolling together" if self._lock.isChecked() else "Scrolling freely")
        for widget in (self._lock_key, self._scrolling):
            widget.setVisible(self._lock.isEnabled())

    def statement(self) -> str:
        """Return what the pair on screen comes to."""
        return self._statement.full()

    def notice(self) -> str:
        """Return the engine's notice."""
        return self._notice.full()

    def show_pair(self, statement: str, notice: str) -> None:
        """Show what the pair on screen comes to, and a notice of the engine where there is one."""
        self._statement.set_full(statement)
        self._statement.setVisible(bool(statement))
        self._notice.set_full(notice)
        self._notice.setVisible(bool(notice))
        self._notice_sign.setVisible(bool(notice))
        for widget in self._finding_keys:
            widget.setVisible(bool(statement))
