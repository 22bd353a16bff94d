"""The sheet of all keys, made from the table of actions."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QIcon
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop.actions import key_text
from desktop.theme import Theme
from desktop.widgets.parts import KeyCap, Text


class KeysDialog(QDialog):
    """Lists every action that has a key."""

    def __init__(self, theme: Theme, actions: Mapping[str, QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Keys")
        self.setAccessibleName("Keys")
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 18)
        column.setSpacing(14)
        column.addWidget(Text(theme, "Keys").serif(theme, 18, 600))
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(7)
        keyed = [action for action in actions.values() if key_text(action)]
        for row, action in enumerate(keyed):
            grid.addLayout(_caps(theme, key_text(action)), row, 0)
            grid.addWidget(Text(theme, action.statusTip()), row, 1)
        row = len(keyed)
        grid.addLayout(_caps(theme, "Tab"), row, 0)
        grid.addWidget(Text(theme, "Go from part to part; the arrow keys move inside a part"), row, 1)
        column.addLayout(grid)
        column.addWidget(Text(theme, "Single letters act only when no text field has the focus.", 12, tone="ink2"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.setAccessibleName("Buttons")
        close = buttons.button(QDialogButtonBox.StandardButton.Close)
        close.setAccessibleName("Close")
        close.setIcon(QIcon())
        close.setFont(theme.ui_font(13, 500))
        buttons.rejected.connect(self.reject)
        column.addWidget(buttons)


def _caps(theme: Theme, keys: str) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(4)
    for key in keys.split("+"):
        row.addWidget(KeyCap(theme, key), 0, Qt.AlignmentFlag.AlignVCenter)
    row.addStretch()
    return row
