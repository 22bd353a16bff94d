"""The button at the end of the top bar, with every action in a menu."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QMenu, QPushButton

from desktop.actions import Actions
from desktop.icons import pixmap
from desktop.language import tr
from desktop.theme import Theme

SIZE = 30
_ICON = 16


class MenuButton(QPushButton):
    """Opens a menu of all actions by group; the first group stands in the menu itself."""

    def __init__(self, theme: Theme, actions: Actions) -> None:
        super().__init__()
        self._theme = theme
        self.setProperty("kind", "quiet")
        self.setAccessibleName(tr("Menu"))
        self.setToolTip(tr("Everything that can be done (F10)"))
        self.setShortcut("F10")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        menu = QMenu(self)
        menu.setAccessibleName(tr("Menu"))
        groups: dict[str, QMenu] = {}
        for action in actions.all().values():
            group = str(action.property("group") or "")
            if group and not groups:
                groups[group] = menu
            elif group not in groups:
                if len(groups) == 1:
                    menu.addSeparator()
                groups[group] = menu.addMenu(tr(group))
                groups[group].setAccessibleName(tr(group))
            groups[group].addAction(action)
        self.setMenu(menu)
        theme.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """Return a square as high as the other buttons."""
        return QSize(self._theme.px(SIZE), self._theme.px(SIZE))

    def minimumSizeHint(self) -> QSize:
        """Return the same."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the button's ground and the sign, without the arrow that Qt would add."""
        super().paintEvent(event)
        painter = QPainter(self)
        size = self._theme.px(_ICON)
        sign = pixmap("menu", self._theme.color("ink2"), size, self.devicePixelRatioF())
        box = QRectF((self.width() - size) / 2, (self.height() - size) / 2, size, size)
        painter.drawPixmap(box.topLeft(), sign)
        painter.end()
