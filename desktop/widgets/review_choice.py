"""The button that puts another article under review, and says why this one is."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QMenu, QPushButton

from desktop.language import tr
from desktop.plain import harmless
from desktop.theme import Theme
from desktop.widgets.article_picker import ArticleChoice

_LONGEST_TITLE = 60
_PAD, _HEIGHT = 13, 28


class ReviewChoice(QPushButton):
    """Opens a menu of the other articles; hidden while there is none."""

    articleChosen = Signal(str)  # noqa: N815 - signals are named as Qt names them
    """The id of the article that is to be under review."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(tr("Change"))
        self._theme = theme
        self.setProperty("kind", "quiet")
        self.setAccessibleName(tr("Put another article under review"))
        self._menu = QMenu(self)
        self._menu.setAccessibleName(tr("Put under review"))
        self.setMenu(self._menu)
        self.hide()
        theme.changed.connect(self._dress)
        self._dress()

    def _dress(self) -> None:
        self.setFont(self._theme.ui_font(12, 500))
        self._menu.setFont(self._theme.ui_font(13))
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Return the size of the word with room around it."""
        wide = QFontMetricsF(self._theme.ui_font(12, 500)).horizontalAdvance(self.text())
        return QSize(round(wide) + self._theme.px(2 * _PAD), self._theme.px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Return the same size."""
        return self.sizeHint()

    def show_choices(self, choices: Sequence[ArticleChoice], subject: str, *, recognised: bool) -> None:
        """Offer the articles but the subject; ``recognised`` says that Cognate chose this one itself."""
        letter = next((choice.letter for choice in choices if choice.id == subject), "")
        self.setVisible(bool(letter) and len(choices) > 1)
        why = (
            tr("{letter} was recognised as the article under review: the largest share of its words has a source here.")
            if recognised
            else tr("{letter} was put under review.")
        )
        self.setToolTip(" ".join([why.format(letter=letter), tr("Choose another one.")]))
        self.setAccessibleDescription(self.toolTip())
        self._menu.clear()
        for choice in choices:
            if choice.id != subject:
                title = harmless(choice.title)
                short = title if len(title) <= _LONGEST_TITLE else f"{title[: _LONGEST_TITLE - 1].rstrip()}…"
                action = self._menu.addAction(f"{choice.letter}   {short}".replace("&", "&&"))
                action.triggered.connect(partial(self._choose, choice.id))

    def _choose(self, article: str, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt passes the check state
        self.articleChosen.emit(article)
