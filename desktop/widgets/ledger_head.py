"""The head of a ledger: badge, title, figures in a sentence, the bar, and what must be known first."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout

from desktop.language import tr
from desktop.models.ledger_head import LedgerHead
from desktop.theme import Theme
from desktop.widgets.article_bar import ArticleBar
from desktop.widgets.parts import Badge, ElidedText, Panel, Text

_MOST_BUTTONS = 3
_AROUND = {False: (12, 20, 10), True: (6, 20, 6)}
"""Margins over, at the right of and under the head, by whether the page is low."""


class HeadView(Panel):
    """Shows a :class:`~desktop.models.ledger_head.LedgerHead`."""

    articleChosen = Signal(str)  # noqa: N815 - signals are named as Qt names them
    """The id of an article whose ledger tells what this one does not."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(tr("Article of the ledger"), edge="bottom")
        self._badge = Badge(theme, "A", 24)
        self._title = ElidedText(theme, "", 15, 600)
        self._detail = ElidedText(theme, "", 12, tone="ink2")
        self._bar = ArticleBar(theme)
        self._notice = Text(theme, "", 12, tone="ink2").wrapped()
        self._notice.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._buttons = tuple(QPushButton() for _ in range(_MOST_BUTTONS))
        self._ids: tuple[str, ...] = ()
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(self._title)
        words.addWidget(self._detail)
        top = QHBoxLayout()
        top.setSpacing(10)
        top.addWidget(self._badge)
        top.addLayout(words, 1)
        below = QHBoxLayout()
        below.setSpacing(8)
        below.addWidget(self._notice, 1)
        for number, button in enumerate(self._buttons):
            button.setAccessibleName(tr("Show another ledger"))
            button.hide()
            button.clicked.connect(lambda _=False, n=number: self.articleChosen.emit(self._ids[n]))
            below.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(20, *_AROUND[False])
        column.setSpacing(8)
        column.addLayout(top)
        column.addWidget(self._bar)
        column.addLayout(below)

    def set_low(self, *, low: bool, lowest: bool = False, named: bool = True) -> None:
        """Tell only the bar, and the title if it is to be ``named``, where there is little height for the rows.

        The ``lowest`` heads leave the legend of the bar to its tooltip.
        """
        self._detail.setVisible(not low)
        for part in (self._badge, self._title):
            part.setVisible(named or not low)
        self._bar.set_low(low=lowest)
        self._column.setContentsMargins(20, *_AROUND[low])

    def show_head(self, head: LedgerHead) -> None:
        """Show the head of another ledger."""
        self._badge.set_letters(head.letter)
        self._title.set_full(head.title)
        self._detail.set_full(head.detail)
        self._bar.show_parts(head.bar, head.words)
        self._notice.setText(" ".join(head.notices))
        self._notice.setVisible(bool(head.notices))
        self._ids = tuple(article for _, article in head.elsewhere[:_MOST_BUTTONS])
        for number, button in enumerate(self._buttons):
            used = number < len(self._ids)
            button.setVisible(used)
            if used:
                button.setText(tr("Ledger of {elsewhere}").format(elsewhere=head.elsewhere[number][0]))
                button.setAccessibleName(
                    tr("Show the ledger of {elsewhere}").format(elsewhere=head.elsewhere[number][0])
                )

    def notice(self) -> str:
        """Return what a reader must know first."""
        return self._notice.text()

    def detail(self) -> str:
        """Return the figures in a sentence."""
        return self._detail.full()
