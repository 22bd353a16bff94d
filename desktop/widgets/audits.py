"""The audits beside the ledger, or below it one at a time where there is little room."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from desktop.language import tr, tr_noop
from desktop.models.audit_parts import AuditRow, Audits, AuditSection
from desktop.theme import Theme
from desktop.widgets.audit_item import AuditItem
from desktop.widgets.parts import Panel, Rule, Text, lay_out, polish
from desktop.widgets.toggles import Opener, Tab

WIDTH = 336
_TAB_ROOM = 2
FIRST, MORE = 6, 12
"""Rows of a section that are shown at first, and with each wish for more."""
_SETTLED = 30
"""Milliseconds after which new rows have found their height."""
_TABS = (tr_noop("Credit audit"), tr_noop("Quotation audit"), tr_noop("Shared runs"))


class SectionView(QWidget):
    """One audit: heading, what it comes to, rows."""

    placeChosen = Signal(object)  # noqa: N815 - signals are named as Qt names them

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._section = AuditSection("")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(16, 12, 16, 14)
        self._column.setSpacing(6)
        self._shown = self._goal = 0
        self._titled = True
        self._title: Text | None = None

    def begin_again(self) -> None:
        """Show the same audit anew, at another zoom; :meth:`add_next` makes its rows."""
        section, self._section = self._section, AuditSection("")
        self.begin_section(section)

    def set_titled(self, *, titled: bool) -> None:
        """Show the heading, or leave that to a tab."""
        self._titled = titled
        if self._title is not None:
            self._title.setVisible(titled)

    def show_section(self, section: AuditSection) -> None:
        """Show another audit in place of the last one."""
        self.begin_section(section)
        while self.add_next():
            pass

    def begin_section(self, section: AuditSection) -> None:
        """Show another audit, as yet without its rows; :meth:`add_next` makes them."""
        if section == self._section:
            return
        self._section, self._shown = section, 0
        while self._column.count():
            item = self._column.takeAt(0)
            old = item.widget() if item is not None else None
            if old is not None:
                old.hide()
                old.deleteLater()
        self.setAccessibleName(f"{section.title}. {section.note}".rstrip(". "))
        self._column.addWidget(self._heading(section))
        for text in section.intro:
            self._column.addWidget(Text(self._theme, text, 11.5, tone="ink3").wrapped())
        if not section.rows:
            self._column.addWidget(Text(self._theme, section.nothing, 12, tone="ink2").wrapped())
        self._goal = min(FIRST, len(section.rows))

    def add_next(self) -> bool:
        """Make one more of the rows that are to be shown; return whether there was one.

        A row is some ten labels, and many at once would hold the window.
        """
        if self._shown >= self._goal:
            return False
        self._add_row(self._section.rows[self._shown])
        if self._shown == self._goal:
            self._offer_more()
        return True

    def items(self) -> list[AuditItem]:
        """Return the rows on screen."""
        return [item for item in self.findChildren(AuditItem) if self._column.indexOf(item) >= 0]

    def _heading(self, section: AuditSection) -> QWidget:
        made = QWidget()
        made.setAccessibleName(section.title)
        line = QHBoxLayout(made)
        line.setContentsMargins(0, 0, 0, 2)
        line.setSpacing(8)
        title = self._title = Text(self._theme, section.title, 11, 600, tone="ink3")
        note = Text(self._theme, section.note, 11.5, 600 if section.alarming else 400).wrapped()
        note.setProperty("tone", "high" if section.alarming else "ink3")
        note.setAlignment(Qt.AlignmentFlag.AlignRight)
        line.addWidget(title)
        title.setVisible(self._titled)  # only now: without a parent it would be a window of its own
        line.addWidget(note, 1)
        return made

    def _offer_more(self) -> None:
        left = len(self._section.rows) - self._shown
        if left > 0:
            more = QPushButton(tr("Show {more:,} more of {left:,}").format(more=min(left, MORE), left=left))
            more.setAccessibleName(tr("{more} rows of {title}").format(more=more.text(), title=self._section.title))
            more.clicked.connect(lambda: self._show_more(more))
            self._column.addWidget(more)

    def _add_row(self, row: AuditRow) -> None:
        if self._shown and row.sign is not None and any(line.letter for line in row.lines):
            self._column.addWidget(Rule())
        item = AuditItem(self._theme, row)
        item.placeChosen.connect(self.placeChosen)
        self._column.addWidget(item)
        polish(item)
        self._shown += 1

    def _show_more(self, more: QPushButton) -> None:
        self._column.removeWidget(more)
        more.hide()
        more.deleteLater()
        self._goal = min(self._shown + MORE, len(self._section.rows))
        while self.add_next():
            pass


class AuditPanel(Panel):
    """Three audits under each other, or one at a time under tabs."""

    placeChosen = Signal(object)  # noqa: N815 - signals are named as Qt names them
    """A :class:`~desktop.session.Place` to go to."""
    openWanted = Signal(bool)  # noqa: N815
    """Where only the tabs have room: whether people want an audit in place of the sentences."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(tr("Audits"))
        self._theme = theme
        self._sections = tuple(SectionView(theme) for _ in _TABS)
        self._rules = tuple(Rule() for _ in _TABS[1:])
        self._tabs = tuple(Tab(theme, tr(name)) for name in _TABS)
        self.opener = Opener(theme)
        self._group = QButtonGroup(self)
        self._stacked = True
        self._growing = QTimer(self, interval=0)
        self._growing.timeout.connect(self._grow)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._tab_row = self._make_tabs()
        column.addWidget(self._tab_row)
        column.addWidget(self._make_scroll(), 1)
        for section in self._sections:
            section.placeChosen.connect(self.placeChosen)
        self._group.idToggled.connect(self._apply)
        self._tabs[0].setChecked(True)
        self._apply()
        theme.changed.connect(self._make_again)

    def _make_tabs(self) -> Panel:
        bar = Panel(tr("Audits to choose from"), edge="bottom")
        line = QHBoxLayout(bar)
        line.setContentsMargins(10, _TAB_ROOM, 10, _TAB_ROOM)
        line.setSpacing(4)
        for number, tab in enumerate(self._tabs):
            self._group.addButton(tab, number)
            line.addWidget(tab)
        line.addStretch(1)
        line.addWidget(self.opener)
        self.opener.hide()
        self.opener.clicked.connect(self.openWanted)
        self._group.buttonClicked.connect(self._open)
        return bar

    def _make_scroll(self) -> QScrollArea:
        inside = QWidget()
        inside.setAccessibleName(tr("Audits"))
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for number, section in enumerate(self._sections):
            if number:
                column.addWidget(self._rules[number - 1])
            column.addWidget(section)
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setProperty("ring", True)
        scroll.setAccessibleName(tr("Audits"))
        scroll.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        scroll.setWidgetResizable(True)
        scroll.setMinimumHeight(1)  # it gives way to the tabs where only these have room
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(inside)
        return scroll

    @property
    def sections(self) -> tuple[SectionView, ...]:
        """Return the views of the three audits."""
        return self._sections

    @property
    def tabs(self) -> tuple[Tab, ...]:
        """Return the tabs, which show only where the audits do not stand under each other."""
        return self._tabs

    def tabs_height(self) -> int:
        """Return the height of the tabs alone, from which the panel can be drawn up."""
        return max(tab.sizeHint().height() for tab in self._tabs) + 2 * _TAB_ROOM + 1

    def show_audits(self, audits: Audits) -> None:
        """Show the audits of another article, row by row; nothing is painted until all have found their height."""
        for view, section in zip(self._sections, audits.sections, strict=True):
            view.begin_section(section)
        self._begin_to_grow()

    def _make_again(self) -> None:
        """Make the rows anew: their lengths are those of the zoom that there was."""
        for view in self._sections:
            view.begin_again()
        self._apply()
        self._begin_to_grow()

    def _begin_to_grow(self) -> None:
        self.setUpdatesEnabled(False)
        self._growing.start()

    @property
    def growing(self) -> bool:
        """Return whether rows are still being made."""
        return self._growing.isActive()

    def _grow(self) -> None:
        if any(view.add_next() for view in self._sections):
            if not self.isVisible():
                lay_out(self)  # row by row: all at once would hold the window when it is first shown
        else:
            self._growing.stop()
            QTimer.singleShot(_SETTLED, self, self._settle)

    def _settle(self) -> None:
        if not self.growing:
            self.setUpdatesEnabled(True)

    def show_pending(self) -> None:
        """Say that the audits are being made."""
        self._growing.stop()
        self.setUpdatesEnabled(True)
        for view, name in zip(self._sections, _TABS, strict=True):
            view.show_section(AuditSection(name, nothing=tr("Being put together …")))

    def set_stacked(self, *, stacked: bool) -> None:
        """Show all audits under each other, or one at a time."""
        self._stacked = stacked
        self._apply()

    def _open(self) -> None:
        """Ask for room for the audit whose tab was pressed, where there is none."""
        if not self.opener.isHidden():
            self.openWanted.emit(True)

    def set_closed(self, *, closed: bool | None) -> None:
        """Show how the audits are opened and closed where only their tabs have room; None where more has."""
        self.opener.setVisible(closed is not None)
        self.opener.show_open(opened=closed is False)
        for tab in self._tabs:
            tab.set_quiet(quiet=closed is True)

    def _apply(self) -> None:
        chosen = self._group.checkedId()
        self._tab_row.setVisible(not self._stacked)
        for number, section in enumerate(self._sections):
            section.setVisible(self._stacked or number == chosen)
            section.set_titled(titled=self._stacked)
        for rule in self._rules:
            rule.setVisible(self._stacked)
