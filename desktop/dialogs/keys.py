"""The sheet of all keys, made from the table of actions: by screen, with a search."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from desktop.actions import ACTIONS, key_text
from desktop.dialogs.fitting import fit
from desktop.language import tr, tr_noop
from desktop.theme import Theme
from desktop.widgets.fields import Search
from desktop.widgets.parts import KeyCap, Panel, Rule, Text

ONE_GROUP = tr_noop("Everywhere")
"""Heading of the actions that belong to no screen."""
_COMPARE = "Compare"
"""The group of what is done with two articles, as the table of actions calls it."""
NOTHING = tr_noop("No key matches")
_SIZE = (560, 640)
_CAPS = 132


class KeyLine:
    """One action: its keys and what it does, on one row of a grid."""

    def __init__(self, theme: Theme, keys: str, tip: str) -> None:
        self._said = f"{keys} {tip}".casefold()
        self.keys = QWidget()
        self.keys.setAccessibleName(tr("Keys {keys}").format(keys=keys))
        row = QHBoxLayout(self.keys)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for key in parts_of(keys):
            row.addWidget(KeyCap(theme, key), 0, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch()
        self.tip = Text(theme, tip).wrapped()

    def show_if(self, words: str) -> bool:
        """Show the line where every one of these words is in it; return whether it is shown."""
        shown = all(word in self._said for word in words.casefold().split())
        self.keys.setVisible(shown)
        self.tip.setVisible(shown)
        return shown


class KeyGroup(QWidget):
    """The keys of one screen under its name."""

    def __init__(self, theme: Theme, name: str, lines: list[KeyLine]) -> None:
        super().__init__()
        self._theme, self.lines = theme, lines
        self.setAccessibleName(tr("Keys: {group}").format(group=name))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(Text(theme, name).serif(theme, 15, 600))
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(1, 1)
        for row, line in enumerate(lines):
            self._grid.addWidget(line.keys, row, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(line.tip, row, 1)
        column.addLayout(self._grid)
        self._set_size()
        theme.changed.connect(self._set_size)

    def _set_size(self) -> None:
        self._grid.setColumnMinimumWidth(0, self._theme.px(_CAPS))

    def filter(self, words: str) -> bool:
        """Show the lines that match, and the group where there are any."""
        shown = [line.show_if(words) for line in self.lines]
        self.setVisible(any(shown))
        return any(shown)


class KeysDialog(QDialog):
    """Lists every action that has a key."""

    def __init__(self, theme: Theme, actions: Mapping[str, QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setWindowTitle(tr("Keys"))
        self.setAccessibleName(tr("Keys"))
        self.search = Search(theme, tr("Search keys"))
        self.groups = [KeyGroup(theme, tr(name), lines) for name, lines in _grouped(theme, actions).items()]
        self._nothing = Text(theme, tr(NOTHING), tone="ink2")
        self._close = QPushButton(tr("Close"))
        self._close.setAccessibleName(tr("Close"))
        self._close.setAutoDefault(False)
        self._close.clicked.connect(self.accept)
        self._lay_out()
        self.search.textChanged.connect(self._filter)
        theme.changed.connect(self._set_type)
        self._set_type()
        self._filter("")

    def _lay_out(self) -> None:
        inside = Panel(tr("All keys"), "bg")
        lines = QVBoxLayout(inside)
        lines.setContentsMargins(2, 0, 14, 0)
        lines.setSpacing(18)
        for group in self.groups:
            lines.addWidget(group)
        lines.addWidget(self._nothing)
        lines.addStretch(1)
        scroll = QScrollArea()
        scroll.setAccessibleName(tr("All keys"))
        scroll.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        scroll.setProperty("ring", True)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(inside)
        note = tr("Single letters act only when no text field has the focus.")
        foot = QHBoxLayout()
        foot.setSpacing(16)
        foot.addWidget(Text(self._theme, note, 12, tone="ink2").wrapped(), 1)
        foot.addWidget(self._close)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(14)
        column.addWidget(self.search)
        column.addWidget(scroll, 1)
        column.addWidget(Rule())
        column.addLayout(foot)

    def _set_type(self) -> None:
        self.search.setFont(self._theme.ui_font(13))
        self._close.setFont(self._theme.ui_font(12, 500))
        fit(self, self._theme, _SIZE)

    def _filter(self, words: str) -> None:
        shown = [group.filter(words) for group in self.groups]
        self._nothing.setVisible(not any(shown))


def _grouped(theme: Theme, actions: Mapping[str, QAction]) -> dict[str, list[KeyLine]]:
    """Return the lines by the screen they belong to, in the order of the table."""
    groups = {spec.name: str(getattr(spec, "group", "") or ONE_GROUP) for spec in ACTIONS}
    made: dict[str, list[KeyLine]] = {}
    for name, action in actions.items():
        if keys := key_text(action):
            made.setdefault(groups.get(name, ONE_GROUP), []).append(KeyLine(theme, keys, action.statusTip()))
    menu = tr("Unlink the sentence, or link it to another; a right click and a double click do the same")
    made.setdefault(_COMPARE, []).append(KeyLine(theme, tr("Menu"), menu))
    around = KeyLine(theme, tr("Tab"), tr("Go from part to part; the arrow keys move inside a part"))
    made.setdefault(ONE_GROUP, []).append(around)
    return made


def parts_of(keys: str) -> list[str]:
    """Return the single keys of ``Ctrl+Shift+E``; a plus at the end is a key itself."""
    if keys.endswith("+"):
        return [*parts_of(keys[:-1].removesuffix("+")), "+"] if len(keys) > 1 else ["+"]
    return keys.split("+")
