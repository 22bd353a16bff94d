"""The row of screens in the top bar: one is shown, the others are one click or key away; a menu where it is narrow."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QAction, QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QWidget

from desktop.actions import Actions
from desktop.icons import pixmap
from desktop.language import tr
from desktop.screens import Screen
from desktop.theme import Theme

HEIGHT = 30
_PAD, _RADIUS, _ARROW = 12, 6, 16


class ScreenButton(QPushButton):
    """One screen; raised like paper where it is the one that is shown, and bold."""

    def __init__(self, theme: Theme, action: QAction) -> None:
        super().__init__()
        self._theme, self._action = theme, action
        self.setCheckable(True)
        self.setProperty("kind", "bare")
        self.setAccessibleName(action.text())
        self.setAccessibleDescription(action.statusTip())
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.clicked.connect(self._choose)
        action.changed.connect(self._follow)
        theme.changed.connect(self.updateGeometry)
        self._follow()

    def _choose(self) -> None:
        if not self._action.isChecked():
            self._action.trigger()
        self._follow()

    def _follow(self) -> None:
        self.setEnabled(self._action.isEnabled())
        self.setChecked(self._action.isChecked())
        self.setToolTip(self._action.toolTip())
        self.update()

    def _type(self) -> QFont:
        return self._theme.ui_font(13, 600 if self.isChecked() else 500)

    def sizeHint(self) -> QSize:
        """Return the size of the bold name with room at both sides, so that choosing moves nothing."""
        width = QFontMetricsF(self._theme.ui_font(13, 600)).horizontalAdvance(self._action.text())
        return QSize(round(width) + 2 * self._theme.px(_PAD), self._theme.px(HEIGHT - 4))

    def minimumSizeHint(self) -> QSize:
        """Return the same."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Draw the name, on paper where the screen is shown."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        if self.isChecked():
            painter.setPen(self._theme.color("line2"))
            painter.setBrush(self._theme.color("paper"))
            painter.drawRoundedRect(box, _RADIUS, _RADIUS)
        if self.hasFocus():
            painter.setPen(self._theme.color("focus"))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), _RADIUS, _RADIUS)
        painter.setFont(self._type())
        painter.setPen(self._theme.color("ink" if self.isChecked() else "ink2" if self.isEnabled() else "line2"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._action.text())
        painter.end()


class ScreenMenu(QPushButton):
    """The screen that is shown, with a menu of all."""

    def __init__(self, theme: Theme, actions: Actions) -> None:
        super().__init__()
        self._theme, self._actions = theme, [actions[screen.value] for screen in Screen]
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setToolTip(tr("Choose what is shown of the case"))
        menu = QMenu(self)
        menu.setAccessibleName(tr("Screens of the case"))
        menu.addActions(self._actions)
        self.setMenu(menu)
        for action in self._actions:
            action.changed.connect(self._follow)
        theme.changed.connect(self._follow)
        self._follow()

    def _shown(self) -> str:
        return next((action.text() for action in self._actions if action.isChecked()), tr("Screen"))

    def _follow(self) -> None:
        self.setEnabled(any(action.isEnabled() for action in self._actions))
        self.setAccessibleName(tr("Screen shown: {shown}").format(shown=self._shown()))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the size of the name and the arrow."""
        px, width = self._theme.px, QFontMetricsF(self._theme.ui_font(13, 600)).horizontalAdvance(self._shown())
        return QSize(round(width) + 2 * px(_PAD) + px(_ARROW), px(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Return the same."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the button's ground, then the name and the arrow over it."""
        super().paintEvent(event)
        painter = QPainter(self)
        px, side = self._theme.px, self._theme.px(_ARROW)
        painter.setFont(self._theme.ui_font(13, 600))
        painter.setPen(self._theme.color("ink"))
        painter.drawText(self.rect().adjusted(px(_PAD), 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, self._shown())
        arrow = pixmap("down", self._theme.color("ink2"), side, self.devicePixelRatioF())
        painter.drawPixmap(self.width() - px(_PAD) - side + px(4), round((self.height() - side) / 2), arrow)
        painter.end()


class ScreenSwitch(QWidget):
    """All screens side by side."""

    def __init__(self, theme: Theme, actions: Actions) -> None:
        super().__init__()
        self._theme = theme
        self.setAccessibleName(tr("Screens of the case"))
        self.buttons = {screen: ScreenButton(theme, actions[screen.value]) for screen in Screen}
        row = QHBoxLayout(self)
        row.setContentsMargins(2, 2, 2, 2)
        row.setSpacing(0)
        for button in self.buttons.values():
            row.addWidget(button)
        self.menu = ScreenMenu(theme, actions)
        self.menu.hide()
        row.addWidget(self.menu)
        self._row = row
        theme.changed.connect(self._resize)

    def _resize(self) -> None:
        self._row.invalidate()
        self.updateGeometry()

    def set_short(self, *, short: bool) -> None:
        """Show one button with a menu instead of the names side by side."""
        for button in self.buttons.values():
            button.setVisible(not short)
        self.menu.setVisible(short)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Draw the ground that holds the names together."""
        if not self.menu.isHidden():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color("hover"))
        painter.drawRoundedRect(QRectF(self.rect()), 8, 8)
        painter.end()
