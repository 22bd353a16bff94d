"""The line at the bottom: that nothing leaves the computer, what is on screen, the main keys of the screen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from core.model import Analysis, Severity
from core.report.phrases import some
from desktop.actions import Actions, key_text
from desktop.screens import Screen
from desktop.theme import Theme
from desktop.widgets.buttons import ActionButton
from desktop.widgets.parts import ElidedText, KeyCap, Panel, Text, icon_sign, severity_sign

HEIGHT = 26
_SIZE = 11.5
_LEFT, _RIGHT, _SPACING, _WIDER = 14, 10, 5, 7
_STATEMENT_WIDTH = 150
"""Room at a zoom of 100 % that the statement has before hints take any."""
_OFFLINE, _OFFLINE_SHORT = "Offline: nothing leaves this computer", "Offline"


def compared_statement(analysis: Analysis) -> str:
    """Return how much is compared: ``5 articles, 10 pairs compared``, ``5 articles, 3 of 10 pairs compared``."""
    count = len(analysis.articles)
    pairs = some(count * (count - 1) // 2, "pair")
    done = pairs if analysis.complete else f"{len(analysis.pairs)} of {pairs}"
    return f"{some(count, 'article')}, {done} compared"


class Hint(QWidget):
    """Keys and what they do; wanted only while one of the actions can be used."""

    def __init__(self, theme: Theme, screens: Sequence[Screen], keys: Sequence[str], does: str, *on: QAction) -> None:
        super().__init__()
        self._screens, self.on = frozenset(screens), on
        self.setAccessibleName(f"{' '.join(keys)} {does}")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, _WIDER, 0)
        row.setSpacing(_SPACING)
        for key in keys:
            row.addWidget(Text(theme, key, _SIZE, tone="ink3") if key == "–" else KeyCap(theme, key))
        row.addWidget(Text(theme, does, _SIZE, tone="ink2"))
        self.hide()

    def wanted(self, screen: Screen | None) -> bool:
        """Return whether the keys do something on that screen now."""
        return screen in self._screens and any(action.isEnabled() for action in self.on)


def _hints(theme: Theme, actions: Actions) -> tuple[Hint, ...]:
    """Return all hints, those first that stay longest where there is little room."""
    findings = (Screen.COMPARE, Screen.LEDGER)
    table, out, step = actions["matrix_table"], actions["print"], (actions["next_finding"], actions["previous_finding"])
    verdicts = (actions["verdict_1"], actions["verdict_4"])
    first, last = (key_text(action) for action in verdicts)
    return (
        Hint(theme, (Screen.OVERVIEW,), ("↑", "↓", "←", "→"), "cell", table),
        Hint(theme, (Screen.OVERVIEW,), ("Enter",), "compare", table),
        Hint(theme, (Screen.OVERVIEW,), (key_text(table),), "table view", table),
        Hint(theme, findings, [key_text(action) for action in step], "finding", *step),
        Hint(theme, findings, (first, "–", last), "verdict", *verdicts),
        Hint(theme, findings, (key_text(actions["note"]),), "note", actions["note"]),
        Hint(theme, (Screen.REPORT,), ("PgUp", "PgDn"), "page", out),
        Hint(theme, (Screen.REPORT,), (key_text(out),), "print", out),
    )


class StatusBar(Panel):
    """Quiet facts; the controls lock or free the scrolling, and open the sheet of keys."""

    def __init__(self, theme: Theme, actions: Actions) -> None:
        super().__init__("Status", edge="top")
        self._theme = theme
        self._screen: Screen | None = Screen.COMPARE
        self._offline = Text(theme, _OFFLINE, _SIZE, tone="ink2")
        self._statement = ElidedText(theme, "", _SIZE, tone="ink2")
        self._notice_sign = severity_sign(theme, Severity.MEDIUM)
        self._notice = ElidedText(theme, "", _SIZE, tone="ink")
        self._hints = _hints(theme, actions)
        self._lock = actions["lock"]
        self._lock_key = KeyCap(theme, key_text(self._lock))
        self._scrolling = ActionButton(theme, self._lock, "status")
        self._always = (
            icon_sign(theme, "lock", "Offline", size=14),
            KeyCap(theme, key_text(actions["keys"])),
            ActionButton(theme, actions["keys"], "status", text="all keys"),
        )
        self._lay_out()
        self.show_pair("", "")
        self._lock.changed.connect(self._show_scrolling)
        self._show_scrolling()
        for action in {action for hint in self._hints for action in hint.on}:
            action.changed.connect(self._fit)
        self._set_height()
        theme.changed.connect(self._set_height)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(_LEFT, 0, _RIGHT, 0)
        row.setSpacing(_SPACING)
        sign, *keys = self._always
        row.addWidget(sign)
        row.addWidget(self._offline)
        row.addSpacing(_LEFT)
        row.addWidget(self._statement, 2)
        row.addWidget(self._notice_sign)
        row.addWidget(self._notice, 3)
        row.addStretch(1)
        for widget in (self._lock_key, self._scrolling, *self._hints, *keys):
            row.addWidget(widget)

    def _set_height(self) -> None:
        self.setFixedHeight(self._theme.px(HEIGHT))
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """Return no width: what has no room is left out."""
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave hints out where there is no room for them."""
        super().resizeEvent(event)
        self._fit()

    def show_hints(self, screen: Screen | None) -> None:
        """Show the keys of a screen; None is the window without a case."""
        self._screen = screen
        self._show_scrolling()

    def hints(self) -> tuple[str, ...]:
        """Return the hints on screen, each with its keys."""
        return tuple(hint.accessibleName() for hint in self._hints if not hint.isHidden())

    def _fit(self) -> None:
        """Show as many of the hints as there is room for."""
        wanted = [hint for hint in self._hints if hint.wanted(self._screen)]
        fixed = [w for w in (*self._always, self._lock_key, self._scrolling) if w in self._always or not w.isHidden()]
        room = self.width() - 2 * _LEFT - _RIGHT - sum(w.sizeHint().width() + _SPACING for w in fixed)
        told = self._statement.sizeHint().width() + self._notice.sizeHint().width()
        room -= min(told, self._theme.px(_STATEMENT_WIDTH))
        widths = [hint.sizeHint().width() + _SPACING for hint in wanted]
        self._offline.setText(_OFFLINE)
        if self._offline.sizeHint().width() + sum(widths) > room:
            self._offline.setText(_OFFLINE_SHORT)
        room -= self._offline.sizeHint().width()
        while sum(widths) > room and widths:
            widths.pop()
        for hint in self._hints:
            hint.setVisible(hint in wanted[: len(widths)])

    def scrolling(self) -> str:
        """Return how the two columns scroll, or nothing where there are not two."""
        return "" if self._scrolling.isHidden() else self._scrolling.accessibleName()

    def _show_scrolling(self) -> None:
        """Say how the two columns scroll, where there are two."""
        self._scrolling.set_text("Scrolling together" if self._lock.isChecked() else "Scrolling freely")
        for widget in (self._lock_key, self._scrolling):
            widget.setVisible(self._lock.isEnabled() and self._screen is Screen.COMPARE)
        self._fit()

    def statement(self) -> str:
        """Return what the pair, or the case, comes to."""
        return self._statement.full()

    def notice(self) -> str:
        """Return the engine's notice."""
        return self._notice.full()

    def show_pair(self, statement: str, notice: str) -> None:
        """Show what the pair, or the case, comes to, and a notice of the engine where there is one."""
        self._statement.set_full(statement)
        self._statement.setVisible(bool(statement))
        self._notice.set_full(notice)
        self._notice.setVisible(bool(notice))
        self._notice_sign.setVisible(bool(notice))
        self._fit()
