"""What stands where there is nothing to show yet: one statement, why, and what can be done."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QPushButton, QVBoxLayout

from desktop.language import tr
from desktop.theme import Theme
from desktop.widgets.buttons import ActionButton
from desktop.widgets.parts import Panel, Text

_BESIDE, _BETWEEN = 28, 8
_ABOVE, _TIGHT, _ROOMY = 24, 2, 180


class EmptyState(Panel):
    """A statement in the reading face, a sentence under it, perhaps a button."""

    def __init__(self, theme: Theme, ground: str = "surface") -> None:
        super().__init__(tr("Nothing to show yet"), ground)
        self._theme = theme
        self._title = Text(theme).serif(theme, 16, 600).wrapped()
        self._detail = Text(theme, "", 13, tone="ink2").wrapped()
        self._title.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._detail.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._offered: tuple[QAction, ...] = ()
        self._buttons: list[QPushButton] = []
        self._column = QVBoxLayout(self)
        self._column.setSpacing(_BETWEEN)
        self._row = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._row.setSpacing(_BETWEEN)
        self._column.addStretch(2)
        self._column.addWidget(self._title)
        self._column.addWidget(self._detail)
        self._column.addLayout(self._row)
        self._column.setAlignment(self._row, Qt.AlignmentFlag.AlignHCenter)
        self._column.addStretch(3)

    def title(self) -> str:
        """Return the statement."""
        return self._title.text()

    def show_state(self, title: str, detail: str, *actions: QAction | None) -> None:
        """Say what there is not, and offer ``actions`` where there is something to do, the first one first."""
        self._title.setText(title)
        self._detail.setText(detail)
        self.setAccessibleName(f"{title}. {detail}")
        wanted = tuple(action for action in actions if action is not None)
        if wanted == self._offered:
            return  # a button that has the keyboard keeps it
        self._offered = wanted
        for button in self._buttons:
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons = [ActionButton(self._theme, action) for action in wanted]
        for button in self._buttons:
            self._row.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the buttons beside each other where there is room; in a low panel, leave the room to the words."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        roomy = self.height() >= self._theme.px(_ROOMY)
        above = _ABOVE if roomy else _TIGHT
        self._column.setContentsMargins(_BESIDE, above, _BESIDE, above)
        self._column.setSpacing(_BETWEEN if roomy else _TIGHT)
        wide = sum(button.sizeHint().width() + _BETWEEN for button in self._buttons) <= self.width() - 2 * _BESIDE
        self._row.setDirection(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom)
