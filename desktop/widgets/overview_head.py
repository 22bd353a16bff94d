"""The head of the overview: which article is under review, what was found in it, and what is to be known of that."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from core.model import Severity
from desktop.language import tr, tr_noop
from desktop.models.overview_notes import Headline
from desktop.theme import Theme
from desktop.widgets.buttons import ActionButton
from desktop.widgets.parts import Badge, ElidedText, Text, severity_sign
from desktop.widgets.review_choice import ReviewChoice

STATEMENT_SIZE = 22
_TABLE, _MATRIX = tr_noop("Show as table"), tr_noop("Show as matrix")


class OverviewHead(QWidget):
    """Badge and title, the statement, a line of detail, and a notice where something is missing."""

    tableWanted = Signal()  # noqa: N815 - signals are named as Qt names them

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setAccessibleName(tr("What was found"))
        self._badge = Badge(theme, "A", 20)
        self._about = ElidedText(theme, "", 12.5, 500, tone="ink2")
        self._statement = Text(theme).serif(theme, STATEMENT_SIZE, 600).wrapped()
        self._detail = Text(theme, "", 13, tone="ink2").wrapped()
        self._notice = QWidget()
        self._notice_text = Text(theme, "", 13, 500).wrapped()
        self._toggle = QAction(tr(_TABLE), self)
        self._toggle.triggered.connect(self._want_table)
        self.button = ActionButton(theme, self._toggle, "quiet")
        self.change = ReviewChoice(theme)
        self._lay_out()
        self.show_table(shown=False)

    def _lay_out(self) -> None:
        above = QHBoxLayout()
        above.setSpacing(9)
        above.addWidget(self._badge)
        above.addWidget(self._about)
        above.addWidget(self.change)
        above.addStretch(1)
        above.addWidget(self.button)
        notice = QHBoxLayout(self._notice)
        notice.setContentsMargins(0, 4, 0, 0)
        notice.setSpacing(8)
        notice.addWidget(severity_sign(self._theme, Severity.MEDIUM), 0, Qt.AlignmentFlag.AlignTop)
        notice.addWidget(self._notice_text, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(above)
        for widget in (self._statement, self._detail, self._notice):
            column.addWidget(widget)

    def _want_table(self) -> None:
        self.tableWanted.emit()

    def statement(self) -> str:
        """Return what was found, in one sentence."""
        return self._statement.text()

    def notice(self) -> str:
        """Return what is missing, if anything."""
        return self._notice_text.text()

    def show_headline(self, letter: str, said: Headline) -> None:
        """Say this; without a letter no article is named."""
        self._badge.setVisible(bool(letter))
        if letter:
            self._badge.set_letters(letter)
        self._about.set_full(said.about)
        self._statement.setText(said.statement)
        self._detail.setText(said.detail)
        self._detail.setVisible(bool(said.detail))
        self._notice_text.setText(said.notice)
        self._notice.setAccessibleName(said.notice or tr("Notice"))
        self._notice.setVisible(bool(said.notice))

    def show_table(self, *, shown: bool) -> None:
        """Offer the matrix where the table is shown, and the other way round."""
        text = tr(_MATRIX) if shown else tr(_TABLE)
        self._toggle.setToolTip(f"{text} (T)")
        self.button.set_text(text)
