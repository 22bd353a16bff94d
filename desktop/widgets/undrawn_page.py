"""What stands on a page of the preview that could not be drawn: a sentence, and another try."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from desktop.language import tr
from desktop.theme import Theme
from desktop.widgets.parts import Panel, Text

_WIDEST = 280
_AWAY = 12
"""From the page's edges."""


class UndrawnPage(Panel):
    """A card in the middle of its page."""

    def __init__(self, theme: Theme, page: int, parent: QWidget) -> None:
        self.said = tr("Page {number} could not be drawn.").format(number=page + 1)
        super().__init__(self.said, "card")
        self._theme = theme
        self._words = Text(theme, self.said, 13, 500).wrapped()
        self._words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.again = QPushButton(tr("Try again"))
        self.again.setFont(theme.ui_font(12, 500))
        self.again.setAccessibleName(tr("Try to draw page {number} again").format(number=page + 1))
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(10)
        column.addWidget(self._words)
        column.addWidget(self.again, 0, Qt.AlignmentFlag.AlignHCenter)
        self.setParent(parent)

    def stand_on(self, page: QRect) -> None:
        """Take the middle of a page that is there in the view; one that is small has less room for the words."""
        wide = max(1, min(self._theme.px(_WIDEST), page.width() - 2 * _AWAY))
        size = QSize(wide, max(self.minimumSizeHint().height(), self.heightForWidth(wide)))
        place = QRect(page.topLeft(), size)
        place.moveCenter(page.center())
        self.setGeometry(place)
