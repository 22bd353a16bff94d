"""What stands where there is nothing to show yet: one statement, why, and what can be done."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QPushButton, QVBoxLayout

from desktop.theme import Theme
from desktop.widgets.buttons import ActionButton
from desktop.widgets.parts import Panel, Text


class EmptyState(Panel):
    """A statement in the reading face, a sentence under it, perhaps a button."""

    def __init__(self, theme: Theme, ground: str = "surface") -> None:
        super().__init__("Nothing to show yet", ground)
        self._theme = theme
        self._title = Text(theme).serif(theme, 16, 600).wrapped()
        self._detail = Text(theme, "", 13, tone="ink2").wrapped()
        self._title.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._detail.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._button: QPushButton | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(28, 24, 28, 24)
        self._column.setSpacing(8)
        self._column.addStretch(2)
        self._column.addWidget(self._title)
        self._column.addWidget(self._detail)
        self._column.addStretch(3)

    def title(self) -> str:
        """Return the statement."""
        return self._title.text()

    def show_state(self, title: str, detail: str, action: QAction | None = None) -> None:
        """Say what there is not, and offer ``action`` where there is something to do."""
        self._title.setText(title)
        self._detail.setText(detail)
        self.setAccessibleName(f"{title}. {detail}")
        if self._button is not None:
            self._column.removeWidget(self._button)
            self._button.hide()
            self._button.deleteLater()
            self._button = None
        if action is not None:
            self._button = ActionButton(self._theme, action)
            self._column.insertWidget(3, self._button, 0, Qt.AlignmentFlag.AlignHCenter)
