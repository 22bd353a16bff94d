"""A line over the preview: what a reader of it must know, and another try where it failed."""

from __future__ import annotations

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout

from core.model import Severity
from desktop.language import tr
from desktop.theme import Theme
from desktop.widgets.buttons import ActionButton
from desktop.widgets.parts import Panel, Text, severity_sign


class PreviewNotice(Panel):
    """One line over the pages that a reader must know of."""

    def __init__(self, theme: Theme, retry: QAction) -> None:
        super().__init__(tr("Note on the preview"), edge="bottom")
        self._words = Text(theme, "", 12).wrapped()
        self._button = ActionButton(theme, retry)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 14, 8)
        row.setSpacing(10)
        row.addWidget(severity_sign(theme, Severity.MEDIUM))
        row.addWidget(self._words, 1)
        row.addWidget(self._button)
        self.hide()

    def say(self, words: str, *, again: bool = False) -> None:
        """Show a sentence, nothing for an empty one; ``again`` offers another try."""
        self._words.setText(words)
        self.setAccessibleDescription(words)
        self._button.setVisible(again)
        self.setVisible(bool(words))

    def words(self) -> str:
        """Return what is said."""
        return self._words.text()
