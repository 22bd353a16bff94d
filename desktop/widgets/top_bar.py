"""The bar at the top: the case, the pair on screen, the way through its findings, the report."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from core.model import Analysis
from core.report.phrases import some
from desktop.actions import Actions
from desktop.session import Session
from desktop.theme import Theme
from desktop.widgets.buttons import ActionButton
from desktop.widgets.pair_picker import PairChoice, PairPicker, pair_choices
from desktop.widgets.parts import ElidedText, Panel, Text, icon_sign

HEIGHT = 52


class Position(QWidget):
    """Says ``Finding 11 of 15``."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._parts = (Text(theme, "", 12, tone="ink2"), Text(theme, "", 12, 600), Text(theme, "", 12, tone="ink2"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addStretch()
        for part in self._parts:
            row.addWidget(part)
        row.addStretch()
        self.setMinimumWidth(round(QFontMetricsF(theme.ui_font(12, 600)).horizontalAdvance("Finding 000 of 000")) + 4)
        self.show_position(0, 0)

    def show_position(self, position: int, count: int) -> None:
        """Show the place; ``position`` is 1-based, 0 where none is selected."""
        number, noun = some(count, "finding").split(" ", 1)
        words = ("Finding", str(position), f"of {count}") if position else ("", number if count else "No", noun)
        for part, word in zip(self._parts, words, strict=True):
            part.setText(word)
            part.setVisible(bool(word))
        self.setAccessibleName(" ".join(filter(None, words)))


class TopBar(Panel):
    """Shows where the reader is; every button stands for an action."""

    def __init__(self, theme: Theme, actions: Actions) -> None:
        super().__init__("Case and pair", edge="bottom")
        self._theme = theme
        self._analysis: Analysis | None = None
        self._choices: tuple[PairChoice, ...] = ()
        self.setFixedHeight(HEIGHT)
        self._title = ElidedText(theme, "Cognate", 14, 600)
        # On the left also where the title is written from right to left, over the line that tells of the case.
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute
        self._title.setAlignment(left | Qt.AlignmentFlag.AlignVCenter)
        self._detail = Text(theme, "", 11.5, tone="ink3")
        self.picker = PairPicker(theme)
        self._position = Position(theme)
        self._case_only = self._case_controls(actions)
        self._lay_out()

    def _case_controls(self, actions: Actions) -> tuple[QWidget, ...]:
        self._swap = ActionButton(self._theme, actions["swap"], "quiet", text="")
        self._previous = ActionButton(self._theme, actions["previous_finding"], text="")
        self._next = ActionButton(self._theme, actions["next_finding"], text="")
        self._export = ActionButton(self._theme, actions["export"], "primary")
        return self.picker, self._swap, self._previous, self._position, self._next, self._export

    def _lay_out(self) -> None:
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addStretch()
        names.addWidget(self._title)
        names.addWidget(self._detail)
        names.addStretch()
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 0, 14, 0)
        row.setSpacing(8)
        row.addWidget(icon_sign(self._theme, "logo", "Cognate", size=27))
        row.addSpacing(2)
        row.addLayout(names, 1)
        row.addSpacing(16)
        for widget in self._case_only:
            row.addWidget(widget)
        row.insertSpacing(row.indexOf(self._previous), 8)
        row.insertSpacing(row.indexOf(self._export), 8)

    def show_case(self, session: Session) -> None:
        """Show the case's name and the pair on screen; without articles, only the program's name."""
        count = len(session.articles)
        self._title.set_full(session.title if count else "Cognate")
        self._detail.setText(some(count, "article") if count else "")
        self._detail.setVisible(bool(count))
        analysis = session.analysis
        for widget in self._case_only:
            widget.setVisible(analysis is not None)
        if analysis is not self._analysis:
            self._analysis = analysis
            self._choices = pair_choices(analysis) if analysis else ()
        self.picker.set_pairs(self._choices, session.pair, swapped=session.swapped)

    def show_position(self, position: int, count: int) -> None:
        """Show that the reader is at finding ``position`` (1-based, 0 for none) of ``count``."""
        self._position.show_position(position, count)
