"""The line at the bottom: that nothing leaves the computer, what is on screen, the main keys of the screen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QSize, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAction, QFontMetricsF, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from core.model import Analysis, Severity
from desktop.actions import Actions, key_text
from desktop.language import tr, tr_noop
from desktop.models.weak import weak_count
from desktop.screens import Screen
from desktop.theme import Theme
from desktop.widgets.buttons import ActionButton
from desktop.widgets.parts import ElidedText, KeyCap, Panel, Text, icon_sign, severity_sign
from desktop.widgets.shorter import ShorterText

HEIGHT = 26
_SIZE = 11.5
_LEFT, _RIGHT, _SPACING, _WIDER = 14, 10, 5, 7
_STATEMENT_WIDTH = 150
"""Room at a zoom of 100 % that the statement has before hints take any."""
SAID_MS = 8000
"""How long the line tells of something that was just done, in the place of what the pair comes to."""
_OFFLINE, _OFFLINE_SHORT = tr_noop("Offline: nothing leaves this computer"), tr_noop("Offline")


def compared_figures(analysis: Analysis) -> str:
    """Return the number of pairs that are compared: ``10 pairs``."""
    count = len(analysis.pairs)
    return tr("{n} pair(s)", "", count)


def compared_statement(analysis: Analysis) -> str:
    """Return how much is compared: ``5 articles, 10 pairs compared``, ``5 articles, 3 of 10 pairs compared``."""
    count = len(analysis.articles)
    whole = count * (count - 1) // 2
    pairs = tr("{n} pair(s)", "", whole) if analysis.complete else tr("{done} of {n} pair(s)", "", whole)
    articles = tr("{n} article(s)", "", count)
    return tr("{articles}, {pairs} compared").format(articles=articles, pairs=pairs.format(done=len(analysis.pairs)))


class Hint(QWidget):
    """Keys and what they do; wanted only while one of the actions can be used."""

    def __init__(self, theme: Theme, screens: Sequence[Screen], keys: Sequence[str], does: str, *on: QAction) -> None:
        super().__init__()
        self._screens, self.on = frozenset(screens), on
        self._keys, self._does = " ".join(keys), Text(theme, does, _SIZE, tone="ink2")
        self.setAccessibleName(f"{self._keys} {does}")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, _WIDER, 0)
        row.setSpacing(_SPACING)
        for key in keys:
            row.addWidget(Text(theme, key, _SIZE, tone="ink3") if key == "–" else KeyCap(theme, key))
        row.addWidget(self._does)
        self.hide()

    def say(self, does: str) -> None:
        """Say something else of what the keys do."""
        self._does.setText(does)
        self.updateGeometry()
        self.setAccessibleName(f"{self._keys} {does}")

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
        Hint(theme, (Screen.OVERVIEW,), ("↑", "↓", "←", "→"), tr("cell"), table),
        Hint(theme, (Screen.OVERVIEW,), (tr("Enter"),), tr("compare"), table),
        Hint(theme, (Screen.OVERVIEW,), (key_text(table),), tr("table view"), table),
        Hint(theme, findings, [key_text(action) for action in step], tr("finding"), *step),
        Hint(theme, findings, (first, "–", last), tr("verdict"), *verdicts),
        Hint(theme, findings, (key_text(actions["note"]),), tr("note"), actions["note"]),
        Hint(theme, (Screen.REPORT,), ("PgUp", "PgDn"), tr("page"), out),
        Hint(theme, (Screen.REPORT,), (key_text(out),), tr("print"), out),
    )


class StatusBar(Panel):
    """Quiet facts; the controls lock or free the scrolling, and open the sheet of keys."""

    def __init__(self, theme: Theme, actions: Actions) -> None:
        super().__init__(tr("Status"), edge="top")
        self._theme = theme
        self._screen: Screen | None = Screen.COMPARE
        self._stands: tuple[str, str] = ("", "")
        """What the pair comes to, and that in fewer words."""
        self._news = ""
        self._saying = QTimer(self, singleShot=True, interval=SAID_MS)
        self._saying.timeout.connect(self._say_no_more)
        self._offline = Text(theme, tr(_OFFLINE), _SIZE, tone="ink2")
        self._statement = ShorterText(theme, _SIZE, tone="ink2")
        self._notice_sign = severity_sign(theme, Severity.MEDIUM)
        self._notice = ElidedText(theme, "", _SIZE, tone="ink")
        self._hints = _hints(theme, actions)
        self._steps = next(hint for hint in self._hints if actions["next_finding"] in hint.on)
        self._position, self._counted = (0, 0), False
        self._lock = actions["lock"]
        self._lock_key = KeyCap(theme, key_text(self._lock))
        self._scrolling = ActionButton(theme, self._lock, "status")
        self._weak_key = KeyCap(theme, key_text(actions["weak_links"]))
        self._weak = ActionButton(theme, actions["weak_links"], "status")
        self._weak_links: tuple[int | None, bool] = (0, False)
        self._always = (
            icon_sign(theme, "lock", tr("Offline"), size=14),
            KeyCap(theme, key_text(actions["keys"])),
            ActionButton(theme, actions["keys"], "status", text=tr("all keys")),
        )
        self._lay_out()
        self.show_pair("", "")
        self._lock.changed.connect(self._show_scrolling)
        self._show_scrolling()
        for action in {action for hint in self._hints for action in hint.on}:
            action.changed.connect(self._fit_soon)
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
        for widget in (self._weak_key, self._weak, self._lock_key, self._scrolling, *self._hints, *keys):
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

    def event(self, event: QEvent) -> bool:
        """Choose the hints anew where one of the parts has another size."""
        if event.type() is QEvent.Type.LayoutRequest:
            self._fit()
        return super().event(event)

    def show_hints(self, screen: Screen | None) -> None:
        """Show the keys of a screen; None is the window without a case."""
        self._screen = screen
        self._show_scrolling()

    def hints(self) -> tuple[str, ...]:
        """Return the hints on screen, each with its keys."""
        QCoreApplication.sendPostedEvents(self, QEvent.Type.LayoutRequest)
        return tuple(hint.accessibleName() for hint in self._hints if not hint.isHidden())

    def _fit_soon(self) -> None:
        """Choose the hints anew before the next paint, once for all the actions that change until then."""
        QCoreApplication.postEvent(self, QEvent(QEvent.Type.LayoutRequest))

    def _fit(self) -> None:
        """Show as many of the hints as there is room for."""
        wanted = [hint for hint in self._hints if hint.wanted(self._screen)]
        controls = (self._weak_key, self._weak, self._lock_key, self._scrolling)
        fixed = [*self._always, *(w for w in controls if not w.isHidden())]
        room = self.width() - 2 * _LEFT - _RIGHT - sum(_least(w) + _SPACING for w in fixed)
        told = self._statement.least_width() + self._notice.sizeHint().width()
        room -= told if self._news else min(told, self._theme.px(_STATEMENT_WIDTH))
        widths = [hint.sizeHint().width() + _SPACING for hint in wanted]
        metrics = QFontMetricsF(self._offline.font())
        offline, short = tr(_OFFLINE), tr(_OFFLINE_SHORT)
        spare = self._statement.sizeHint().width() - self._statement.least_width()
        if metrics.horizontalAdvance(offline) + sum(widths) + spare > room:
            offline = short
        self._offline.setText(offline)
        room -= round(metrics.horizontalAdvance(offline))
        while sum(widths) > room and widths:
            widths.pop()
        for hint in self._hints:
            hint.setVisible(hint in wanted[: len(widths)])

    def scrolling(self) -> str:
        """Return how the two columns scroll, or nothing where there are not two."""
        return "" if self._scrolling.isHidden() else self._scrolling.accessibleName()

    def _show_scrolling(self) -> None:
        """Say how the two columns scroll, where there are two."""
        self._scrolling.set_text(tr("Scrolling together") if self._lock.isChecked() else tr("Scrolling freely"))
        for widget in (self._lock_key, self._scrolling):
            widget.setVisible(self._lock.isEnabled() and self._screen is Screen.COMPARE)
        self._show_weak()

    def weak(self) -> str:
        """Return what is said of weak links, or nothing where there are none."""
        return "" if self._weak.isHidden() else self._weak.accessibleName()

    def show_weak(self, count: int | None, *, shown: bool) -> None:
        """Say how many pairs of sentences came close and are not counted, and whether they are shown.

        None is for a pair in which nobody looked for them yet.
        """
        self._weak_links = (count, shown)
        self._show_weak()

    def _show_weak(self) -> None:
        count, shown = self._weak_links
        self._weak.set_text(weak_count(count, shown=shown))
        for widget in (self._weak_key, self._weak):
            widget.setVisible(count != 0 and self._screen is Screen.COMPARE)
        self._fit()

    def statement(self) -> str:
        """Return what the pair, or the case, comes to."""
        return self._stands[0]

    def say(self, news: str) -> None:
        """Tell for a while of something that was just done, or could not be."""
        self._news = news
        self._saying.start()
        self._show_statement()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, news))

    def news(self) -> str:
        """Return what is being told of that was just done."""
        return self._news

    def _say_no_more(self) -> None:
        self._news = ""
        self._show_statement()

    def _show_statement(self) -> None:
        statement, shorter = (self._news, "") if self._news else self._stands
        self._statement.set_shorter(statement, shorter)
        self._statement.setVisible(bool(statement))
        most = self.width() // 2
        self._statement.setMinimumWidth(min(most, self._statement.sizeHint().width()) if self._news else 0)
        self._fit()

    def notice(self) -> str:
        """Return the engine's notice."""
        return self._notice.full()

    def show_position(self, position: int, count: int) -> None:
        """Know which finding is shown, 1-based and 0 for none, of how many."""
        self._position = position, count
        self._show_steps()

    def count_findings(self, wanted: bool) -> None:  # noqa: FBT001 - a signal's
        """Say at the keys which finding is shown, where the bar at the top has no room for that."""
        self._counted = wanted
        self._show_steps()

    def _show_steps(self) -> None:
        position, count = self._position
        said = tr("finding {position} of {count}").format(position=position, count=f"{count:,}")
        self._steps.say(said if self._counted and position else tr("finding"))
        self._fit()

    def show_pair(self, statement: str, notice: str, shorter: str = "") -> None:
        """Show what the pair, or the case, comes to, or that in fewer words, and a notice of the engine if any."""
        self._stands = statement, shorter
        self._notice.set_full(notice)
        self._notice.setVisible(bool(notice))
        self._notice_sign.setVisible(bool(notice))
        self._show_statement()


def _least(widget: QWidget) -> int:
    """Return the width that a widget takes; one of a fixed size hints at none."""
    return max(widget.sizeHint().width(), widget.minimumWidth())
