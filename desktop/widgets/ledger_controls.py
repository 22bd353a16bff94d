"""The row over the ledger: whose ledger, words to find, which rows to show."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget, QWidgetItem

from core.model import MatchClass
from desktop.language import tr
from desktop.models.ledger import LedgerSieve
from desktop.theme import Theme
from desktop.widgets.article_picker import ArticleChoice, ArticlePicker
from desktop.widgets.fields import Search
from desktop.widgets.parts import Panel, Text
from desktop.widgets.toggles import ClassMenu, Toggle

_MARGINS, _SPACING = (20, 8, 16, 9), 8


class LedgerControls(Panel):
    """Makes a :class:`~desktop.models.ledger.LedgerSieve` of what people choose."""

    sieveChanged = Signal(object)  # noqa: N815 - signals are named as Qt names them

    def __init__(self, theme: Theme) -> None:
        super().__init__(tr("Filter of the ledger"), edge="bottom")
        self.picker = ArticlePicker(theme)
        self.search = Search(theme, tr("Find in sentences"))
        self.search.setToolTip(tr("Show only sentences with these words (Ctrl+F)"))
        self.classes = ClassMenu(theme)
        self.divergent = Toggle(theme, tr("Divergences"), tr("Show only sentences with a divergence"))
        self.divergent.setAccessibleName(tr("Only with divergences"))
        self.unjudged = Toggle(theme, tr("No verdict yet"), tr("Show only sentences that wait for a verdict"))
        self.unjudged.setAccessibleName(tr("Only without verdict"))
        self.count = Text(theme, "", 11.5, tone="ink3")
        self._theme = theme
        find, show = QHBoxLayout(), QHBoxLayout()
        for part in (find, show):
            part.setSpacing(_SPACING)
        find.addWidget(self.picker)
        find.addWidget(self.search, 1)
        for widget in (self.classes, self.divergent, self.unjudged):
            show.addWidget(widget)
        show.addSpacing(4)
        show.addWidget(self.count)
        show.addStretch(1)
        self._lines = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._lines.setContentsMargins(*_MARGINS)
        self._lines.setSpacing(_SPACING)
        self._lines.addLayout(find, 1)
        self._lines.addLayout(show)
        self._fit()
        theme.changed.connect(self._fit)
        self.search.textChanged.connect(self._tell)
        self.classes.hiddenChanged.connect(self._tell)
        self.divergent.toggled.connect(self._tell)
        self.unjudged.toggled.connect(self._tell)

    def minimumSizeHint(self) -> QSize:
        """Return no width: in a narrow page the row becomes two."""
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the row in two where it is too long."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        px = self._theme.px
        self.search.setMinimumWidth(px(130))
        self.search.setMaximumWidth(px(300))
        show = _row((self.classes, self.divergent, self.unjudged))
        counted = show + self.count.sizeHint().width() + 2 * _SPACING
        room = self.width() - sum(_MARGINS[::2])
        two = _row((self.picker, self.search)) + counted > room
        self._lines.setDirection(QBoxLayout.Direction.TopToBottom if two else QBoxLayout.Direction.LeftToRight)
        self.count.setVisible(counted <= room)

    def sieve(self) -> LedgerSieve:
        """Return which rows are wanted."""
        return LedgerSieve(
            self.search.text(), self.classes.hidden_classes, self.divergent.isChecked(), self.unjudged.isChecked()
        )

    def clear(self) -> None:
        """Show all rows again."""
        self.search.clear()
        self.classes.set_hidden(frozenset())
        self.divergent.setChecked(False)
        self.unjudged.setChecked(False)

    def show_articles(self, choices: Sequence[ArticleChoice], current: str) -> None:
        """Offer these articles."""
        self.picker.set_articles(choices, current)

    def show_counts(self, counts: Mapping[MatchClass, int]) -> None:
        """Tell how many sentences each class has."""
        self.classes.set_counts(counts)

    def show_count(self, text: str) -> None:
        """Say how many sentences are shown, where there is room for it."""
        if text != self.count.text():
            self.count.setText(text)
            self._fit()

    def _tell(self) -> None:
        self.sieveChanged.emit(self.sieve())


def _row(widgets: Sequence[QWidget]) -> int:
    """Return the width that widgets need beside each other, each with the space behind it."""
    return sum(QWidgetItem(widget).minimumSize().width() + _SPACING for widget in widgets if not widget.isHidden())
