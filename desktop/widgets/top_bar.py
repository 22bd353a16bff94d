"""The bar at the top: the case, the pair on screen, the way through its findings, the report."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from core.model import Analysis, Exclusions
from desktop.actions import Actions
from desktop.language import tr
from desktop.screens import Screen
from desktop.session import Session
from desktop.theme import Theme
from desktop.widgets.buttons import ActionButton
from desktop.widgets.menu_button import MenuButton
from desktop.widgets.pair_picker import PairChoice, PairPicker, pair_choices
from desktop.widgets.parts import ElidedText, Panel, Text, icon_sign
from desktop.widgets.screen_switch import ScreenSwitch
from desktop.widgets.shorter import ShorterText

HEIGHT = 52
NAME_WIDTH, LEAST_NAME_WIDTH = 230, 48
"""Most room of the case's name, and least: with less of it, it is left out."""
WORDS_FROM = 1300
"""Width from which buttons have words."""
_HERE = "\0"
"""Stands for the number that is set in bold, while the words around it are parted."""


def _left_out(exclusions: Exclusions) -> int:
    """Return how many kinds of words the scores leave out."""
    return sum(map(bool, (exclusions.quotations, exclusions.names, exclusions.runs_below, exclusions.phrases)))


class Position(QWidget):
    """Says ``Finding 11 of 15``."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._parts = (Text(theme, "", 12, tone="ink2"), Text(theme, "", 12, 600), Text(theme, "", 12, tone="ink2"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addStretch()
        for part in self._parts:
            row.addWidget(part)
        row.addStretch()
        self._set_width()
        theme.changed.connect(self._set_width)
        self.show_position(0, 0)

    def _set_width(self) -> None:
        longest = tr("Finding {position} of {count}").format(position="000", count="000")
        width = QFontMetricsF(self._theme.ui_font(12, 600)).horizontalAdvance(longest)
        self.setMinimumWidth(round(width) + 4)

    def show_position(self, position: int, count: int) -> None:
        """Show the place; ``position`` is 1-based, 0 where none is selected."""
        told, strong = tr("{n} finding(s)", "", count), f"{count:,}"
        if position:
            told, strong = tr("Finding {position} of {count}").format(position=_HERE, count=count), _HERE
        elif not count:
            told = strong = tr("No findings")
        before, _, after = told.partition(strong)
        words = (before.strip(), str(position) if position else strong, after.strip())
        for part, word in zip(self._parts, words, strict=True):
            part.setText(word)
            part.setVisible(bool(word))
        self.setAccessibleName(" ".join(filter(None, words)))


class TopBar(Panel):
    """Shows where the reader is; every button stands for an action."""

    positionLeftOut = Signal(bool)  # noqa: N815 - signals are named as Qt names them
    """Whether the bar has no room to say which finding is shown."""

    def __init__(self, theme: Theme, actions: Actions) -> None:
        super().__init__(tr("Case and pair"), edge="bottom")
        self._theme = theme
        self._analysis: Analysis | None = None
        self._choices: tuple[PairChoice, ...] = ()
        self._title = ElidedText(theme, "Cognate", 14, 600)
        # On the left also where the title is written from right to left, over the line that tells of the case.
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute
        self._title.setAlignment(left | Qt.AlignmentFlag.AlignVCenter)
        self._detail = ShorterText(theme, 11.5, tone="ink3")
        self.picker = PairPicker(theme)
        self._position = Position(theme)
        self._pair_only = self._pair_controls(actions)
        self._case_only = self._case_controls(actions)
        self.screens = ScreenSwitch(theme, actions)
        self.menu = MenuButton(theme, actions)
        self._shown_screen = Screen.COMPARE
        self._count = 0
        self._saved: tuple[str, ...] = ("",)
        """What is said of the file, and the same in fewer words."""
        self._told_position: bool | None = None
        self._lay_out()
        self._set_height()
        theme.changed.connect(self._set_height)

    def _set_height(self) -> None:
        self.setFixedHeight(self._theme.px(HEIGHT))
        for line in (self._title, self._detail):
            line.setMaximumWidth(self._theme.px(NAME_WIDTH))
            line.setMinimumWidth(self._theme.px(LEAST_NAME_WIDTH))
        self._show_controls()

    def _pair_controls(self, actions: Actions) -> tuple[QWidget, ...]:
        self._swap = ActionButton(self._theme, actions["swap"], "quiet", text="")
        self._previous = ActionButton(self._theme, actions["previous_finding"], text="")
        self._next = ActionButton(self._theme, actions["next_finding"], text="")
        return self.picker, self._swap, self._previous, self._position, self._next

    def _case_controls(self, actions: Actions) -> tuple[QWidget, ...]:
        self._exclusions = ActionButton(self._theme, actions["exclusions"])
        self._exclusions_short = ActionButton(self._theme, actions["exclusions"], text="")
        self._export = ActionButton(self._theme, actions["export"], "primary")
        self._export_short = ActionButton(self._theme, actions["export"], "primary", text="")
        return self._exclusions, self._exclusions_short, self._export, self._export_short

    def _lay_out(self) -> None:
        self._names = QWidget()
        self._names.setAccessibleName(tr("Name of the case"))
        names = QVBoxLayout(self._names)
        names.setContentsMargins(0, 0, 0, 0)
        names.setSpacing(0)
        names.addStretch()
        names.addWidget(self._title)
        names.addWidget(self._detail)
        names.addStretch()
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(14, 0, 14, 0)
        row.setSpacing(8)
        row.addWidget(icon_sign(self._theme, "logo", "Cognate", size=27))
        row.addSpacing(2)
        row.addWidget(self._names)
        row.addSpacing(4)
        row.addWidget(self.screens, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch(1)
        for widget in (*self._pair_only, *self._case_only, self.menu):
            row.addWidget(widget)
        row.insertSpacing(row.indexOf(self._previous), 4)
        row.insertSpacing(row.indexOf(self._exclusions), 4)

    def show_case(self, session: Session, screen: Screen) -> None:
        """Show the case's name, its screens, and on Compare the pair; without articles, only the program's name."""
        self._count, self._shown_screen = len(session.articles), screen
        self._title.set_full(session.title if self._count else "Cognate")
        self._show_detail()
        self.screens.setVisible(bool(self._count))
        analysis = session.analysis
        if analysis is not self._analysis:
            self._analysis = analysis
            self._choices = pair_choices(analysis) if analysis else ()
        left_out = _left_out(session.exclusions)
        self._exclusions.set_text(
            tr("Exclusions  {left_out} on").format(left_out=left_out) if left_out else tr("Exclusions")
        )
        self.picker.set_pairs(self._choices, session.pair, swapped=session.swapped)
        self._show_controls()

    def show_saved(self, time: str, name: str, *, read_only: bool = False) -> None:
        """Say whether everything is on the disk: since when, and under which name; empty without a file."""
        if read_only:
            self._saved = (tr("only to read"),)
        elif name:
            saved = tr("saved {time}").format(time=time) if time else tr("saving …")
            self._saved = (f"{name}, {saved}", saved)
        elif time:
            self._saved = (tr("kept {time}, no name yet").format(time=time), tr("kept {time}").format(time=time))
        else:
            self._saved = ("",)
        self._show_detail()

    def _show_detail(self) -> None:
        count, saved = tr("{n} article(s)", "", self._count), self._saved
        ways = [" · ".join(filter(None, (count, way))) for way in saved] if self._count else [""]
        self._detail.set_shorter(*ways, *saved)
        self._detail.setVisible(bool(self._count))

    def _show_controls(self) -> None:
        """Show what the screen needs, with words where there is room, and less where there is little."""
        compared, screen = self._analysis is not None, self._shown_screen
        for widget in self._pair_only:
            widget.setVisible(compared and screen is Screen.COMPARE)
        room = self.width() >= self._theme.px(WORDS_FROM)
        counted = compared and screen is not Screen.REPORT
        self._exclusions.setVisible(counted and room)
        self._exclusions_short.setVisible(counted and not room)
        self._export.setVisible(compared and room)
        self._export_short.setVisible(compared and not room)
        self._names.show()
        self.screens.set_short(short=False)
        give_up: tuple[Callable[[], None], ...] = (
            self._names.hide,
            lambda: self.screens.set_short(short=True),
            self._position.hide,
            self._swap.hide,
        )
        for less in give_up:
            self._row.invalidate()
            if self._row.minimumSize().width() <= self.width():
                break
            less()
        self._tell_position()

    def _tell_position(self) -> None:
        left_out = self._position.isHidden() and not self.picker.isHidden()
        if left_out is not self._told_position:
            self._told_position = left_out
            self.positionLeftOut.emit(left_out)

    def minimumSizeHint(self) -> QSize:
        """Return no width: what has no room is left out."""
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave words out where there is no room for them."""
        super().resizeEvent(event)
        self._show_controls()

    def show_position(self, position: int, count: int) -> None:
        """Show that the reader is at finding ``position`` (1-based, 0 for none) of ``count``."""
        self._position.show_position(position, count)
        for button in (self._previous, self._next):
            button.tell(self._position.accessibleName())
