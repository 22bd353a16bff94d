"""The window with the user guide: contents at the left, the text at the right, a line to find words in it.

It is no modal dialog, so that one can do what one reads. No address is ever opened: it is shown, to be copied.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from desktop.dialogs.fitting import fit
from desktop.dialogs.frame import make_button
from desktop.language import tr
from desktop.theme import Theme
from desktop.widgets.find_bar import FindBar
from desktop.widgets.guide_text import GuideText
from desktop.widgets.parts import Rule, Text

_SIZE = (1000, 690)
_LIST_WIDTH, _LIST_SHARE = 250, 0.3
_INDENT = "\u2003"
"""An em space before each heading of the third level."""


class GuideWindow(QDialog):
    """Shows the guide; ``zoom`` are the actions that change the size of everything."""

    def __init__(
        self, theme: Theme, zoom: Sequence[QAction] = (), parent: QWidget | None = None, text: str | None = None
    ) -> None:
        super().__init__(parent)
        self._theme, self._address = theme, ""
        self.setWindowTitle(tr("User guide"))
        self.setAccessibleName(tr("User guide"))
        self.text = GuideText(theme, text)
        self.contents = QListWidget()
        self.contents.setProperty("kind", "works")
        self.contents.setAccessibleName(tr("Contents"))
        self.contents.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.contents.setWordWrap(True)
        for number, heading in enumerate(self.text.headings):
            item = QListWidgetItem(_INDENT * (heading.level - 2) + heading.text)
            item.setData(Qt.ItemDataRole.UserRole, number)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, heading.text)
            self.contents.addItem(item)
        self.finder = FindBar(theme, prompt=tr("Find in the guide"))
        self.finder.hide()
        self.note = Text(theme, "", 12, tone="ink2").wrapped()
        self.copy = make_button(tr("Copy address"))
        self.close_button = make_button(tr("Close"))
        self.find_button = make_button(tr("Find"))
        self._lay_out()
        self._connect()
        for action in zoom:
            self.addAction(action)
        self._say_nothing_special()
        self._set_sizes()
        self.contents.setCurrentRow(0)
        self.text.setFocus()

    def _lay_out(self) -> None:
        right = QVBoxLayout()
        right.setSpacing(8)
        right.addWidget(self.finder, 0, Qt.AlignmentFlag.AlignRight)
        right.addWidget(self.text, 1)
        body = QHBoxLayout()
        body.setSpacing(16)
        body.addWidget(self.contents)
        body.addLayout(right, 1)
        foot = QHBoxLayout()
        foot.setSpacing(12)
        foot.addWidget(self.note, 1)
        for button in (self.copy, self.find_button, self.close_button):
            foot.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 14)
        column.setSpacing(12)
        column.addLayout(body, 1)
        column.addWidget(Rule())
        column.addLayout(foot)

    def _connect(self) -> None:
        self.contents.currentRowChanged.connect(self.text.go_to_heading)
        self.text.placeChanged.connect(self._show_place)
        self.text.outsideClicked.connect(self._show_address)
        self.copy.clicked.connect(self._copy)
        self.close_button.clicked.connect(self.close)
        self.find_button.clicked.connect(self.begin_find)
        self.finder.searched.connect(self._look)
        self.finder.closed.connect(self._end_find)
        find = QAction(tr("Find"), self)
        find.setShortcut(QKeySequence("Ctrl+F"))
        find.triggered.connect(self.begin_find)
        self.addAction(find)
        self._theme.changed.connect(self._set_sizes)

    def _set_sizes(self) -> None:
        self.contents.setFont(self._theme.ui_font(13))
        for button in (self.copy, self.find_button, self.close_button):
            button.setFont(self._theme.ui_font(12, 500))
        fit(self, self._theme, _SIZE)
        self._set_list_width()

    def _set_list_width(self) -> None:
        self.contents.setFixedWidth(min(self._theme.px(_LIST_WIDTH), round(self.width() * _LIST_SHARE)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the text most of the width."""
        super().resizeEvent(event)
        self._set_list_width()

    # going about

    def show_section(self, slug: str) -> None:
        """Show the guide at a heading, by what links call it; at its beginning for ""."""
        if slug:
            self.text.go_to_slug(slug)
        self.show()
        self.raise_()
        self.activateWindow()

    def _show_place(self, number: int) -> None:
        """Mark the heading that is read under, without going there."""
        if number >= 0:
            with QSignalBlocker(self.contents):
                self.contents.setCurrentRow(number)

    def begin_find(self) -> None:
        """Show the line to search with, and give it the keyboard."""
        self.finder.show()
        self.finder.begin()

    def _look(self, words: str, forward: bool) -> None:  # noqa: FBT001 - a slot gets what the signal has
        count, place = self.text.look_for(words, forward=forward)
        self.finder.show_state(count, place)

    def _end_find(self) -> None:
        self.finder.hide()
        self.text.look_for("")
        self.text.setFocus()

    # addresses

    def _say_nothing_special(self) -> None:
        self.copy.hide()
        self.note.setText(tr("The guide is part of Cognate and needs no network."))

    def _show_address(self, address: str) -> None:
        """Say where a link leads; nothing is opened."""
        self._address = address
        self.note.setText(tr("{address} is outside Cognate and is not opened.").format(address=address))
        self.copy.setText(tr("Copy address"))
        self.copy.setAccessibleName(self.copy.text())
        self.copy.show()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._address)
        self.copy.setText(tr("Copied"))
        self.copy.setAccessibleName(self.copy.text())
