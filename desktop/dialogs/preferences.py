"""The preferences, made from the table of settings; every change applies at once.

Some fifty rows take a while to make: those of the page in front are there at once, the others follow one by one while
nothing else is to be done, or all together when a page or a search asks for them.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Collection, Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListWidget,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop.dialogs.fitting import fit
from desktop.dialogs.places import PlaceChooser, PlaceDialogs
from desktop.dialogs.preference_rows import PlaceRow, Row, make_row
from desktop.language import tr, tr_noop
from desktop.settings import SETTINGS, AnySetting, Group, Settings, preferences
from desktop.theme import Theme
from desktop.widgets.fields import Search
from desktop.widgets.parts import Panel, Rule, Text

_SIZE = (820, 620)
_PAGES_WIDTH = 124
_NOTES = {
    Group.COMPARISON: tr_noop(
        "A change compares the articles again; links may come and go. The report prints every value."
    ),
    Group.SCORES: tr_noop(
        "A change counts the scores again; links stay as they are. The report says what was left out."
    ),
}
"""What a change does, of a case; and what it does not, of the preferences."""
_BEGIN = tr_noop("New cases begin so. A case that is open has its own; press E to change them.")
_USUAL_NOTES = {
    Group.COMPARISON: _BEGIN,
    Group.SCORES: _BEGIN,
    Group.REPORT: tr_noop("Reports begin so. What was chosen for the report of a case stays with that case."),
}
NOTHING = tr_noop("No setting matches")


class PreferencesDialog(QDialog):
    """Pages at the left, their settings at the right, a search over all of them."""

    changed = Signal(str)
    """The key of a setting that was changed while the dialog is open."""

    def __init__(
        self,
        theme: Theme,
        settings: Settings,
        parent: QWidget | None = None,
        places: PlaceChooser | None = None,
        groups: Sequence[Group] = tuple(Group),
    ) -> None:
        """Make the dialog; with fewer ``groups`` it is about a case, which begins with what the preferences say."""
        super().__init__(parent)
        self._groups = tuple(groups)
        self._notes = _USUAL_NOTES if len(self._groups) == len(Group) else _NOTES
        self._theme, self._settings, self._places = theme, settings, places or PlaceDialogs()
        self.setWindowTitle(tr("Preferences"))
        self.setAccessibleName(tr("Preferences"))
        self.search = Search(theme, tr("Search preferences"))
        self.rows: list[Row] = []
        self._waiting = deque(setting for group in self._groups for setting in preferences(group))
        self._sections: dict[Group, QWidget] = {}
        self._columns: dict[Group, QVBoxLayout] = {}
        self._page = QVBoxLayout()
        for group in self._groups:
            self._sections[group] = self._section(group)
            self._page.addWidget(self._sections[group])
        self._nothing = Text(theme, tr(NOTHING), 13, tone="ink2")
        self._page.addWidget(self._nothing)
        self._page.addStretch(1)
        self.pages = self._page_list()
        self._scroll = self._scroller()
        self._lay_out()
        self.search.textChanged.connect(self._filter)
        self.pages.currentRowChanged.connect(self._filter)
        settings.changed.connect(self.changed)
        theme.changed.connect(self._set_sizes)
        self._set_sizes()
        self._idle = QTimer(self)
        self._idle.timeout.connect(self._make_next)
        self._idle.start()
        self.pages.setCurrentRow(0)
        self._filter()

    def _make_next(self) -> None:
        """Make one row that is still to be made."""
        if not self._waiting:
            self._idle.stop()
            return
        row = self._make_row(self._waiting.popleft())
        row.setVisible(self._shows(row))

    def _make_rows(self, groups: Collection[Group]) -> None:
        """Make what is still to be made of some pages."""
        now = [setting for setting in self._waiting if setting.group in groups]
        self._waiting = deque(setting for setting in self._waiting if setting.group not in groups)
        for setting in now:
            self._make_row(setting)

    def _make_row(self, setting: AnySetting) -> Row:
        made = make_row(self._theme, self._settings, setting, self._places)
        self.rows.append(made)
        self._columns[setting.group or Group.APPEARANCE].addWidget(made)
        return made

    def _page_list(self) -> QListWidget:
        pages = QListWidget()
        pages.setProperty("kind", "pages")
        pages.setAccessibleName(tr("Pages"))
        pages.addItems([tr(group.value) for group in self._groups])
        return pages

    def _scroller(self) -> QScrollArea:
        inside = Panel(tr("Settings"), "bg")
        inside.setLayout(self._page)
        self._page.setContentsMargins(4, 0, 14, 0)
        self._page.setSpacing(18)
        scroll = QScrollArea()
        scroll.setAccessibleName(tr("Settings"))
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(inside)
        return scroll

    def _section(self, group: Group) -> QWidget:
        made = QWidget()
        made.setAccessibleName(tr(group.value))
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head = QHBoxLayout()
        head.addWidget(Text(self._theme, tr(group.value)).serif(self._theme, 17, 600), 1)
        back = self._button(tr("Reset all of {group}").format(group=tr(group.value)), tr("Reset these"))
        back.clicked.connect(lambda: self._settings.reset(preferences(group)))
        head.addWidget(back)
        column.addLayout(head)
        if group in self._notes:
            column.addWidget(Text(self._theme, tr(self._notes[group]), 12, tone="ink2").wrapped())
        column.addSpacing(8)
        self._columns[group] = column
        return made

    def _button(self, name: str, text: str) -> QPushButton:
        made = QPushButton(text)
        made.setAccessibleName(name)
        made.setAutoDefault(False)
        return made

    def _lay_out(self) -> None:
        self._reset = self._button(tr("Reset all preferences"), tr("Reset all"))
        self._reset.clicked.connect(self.reset_all)
        self._close = self._button(tr("Close"), tr("Close"))
        self._close.clicked.connect(self.accept)
        body = QHBoxLayout()
        body.setSpacing(20)
        body.addWidget(self.pages)
        body.addWidget(self._scroll, 1)
        foot = QHBoxLayout()
        foot.addWidget(self._reset)
        foot.addStretch(1)
        foot.addWidget(self._close)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(14)
        column.addWidget(self.search)
        column.addLayout(body, 1)
        column.addWidget(Rule())
        column.addLayout(foot)

    def _set_sizes(self) -> None:
        """Take the type and the widths of the theme."""
        self.pages.setFont(self._theme.ui_font(13, 500))
        self.search.setFont(self._theme.ui_font(13))
        for button in self.findChildren(QPushButton):
            if button.property("kind") is None:
                button.setFont(self._theme.ui_font(12, 500))
        self.pages.setFixedWidth(max(self._theme.px(_PAGES_WIDTH), self.pages.sizeHintForColumn(0) + self._theme.px(8)))
        fit(self, self._theme, _SIZE)

    def show_group(self, group: Group) -> None:
        """Turn to a page."""
        self.search.clear()
        self.pages.setCurrentRow(self._groups.index(group))

    def reset_all(self) -> None:
        """Go back to all defaults that the preferences show."""
        self._settings.reset([setting for setting in SETTINGS if setting.group in self._groups])

    def _filter(self) -> None:
        """Show the chosen page, or what matches the search, from every page."""
        searching = bool(self._words())
        self.pages.setEnabled(not searching)
        self._make_rows(self._groups if searching else (self._chosen(),))
        found: set[Group | None] = set()
        for row in self.rows:
            row.setVisible(self._shows(row))
            found |= {row.setting.group} if self._shows(row) else set()
        for group, section in self._sections.items():
            section.setVisible(group in found)
        self._nothing.setVisible(not found)
        self._scroll.verticalScrollBar().setValue(0)

    def _words(self) -> str:
        return self.search.text().strip()

    def _chosen(self) -> Group:
        return self._groups[max(0, self.pages.currentRow())]

    def _shows(self, row: Row) -> bool:
        return row.matches(self._words()) if self._words() else row.setting.group is self._chosen()

    def done(self, result: int) -> None:
        """Close, with what is typed still taken; no check that runs is waited for."""
        self.setFocus()
        self._idle.stop()
        for row in self.rows:
            if isinstance(row, PlaceRow):
                row.leave()
        super().done(result)
