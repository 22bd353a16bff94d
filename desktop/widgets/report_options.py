"""What goes into the report and how it looks: the panel at the left of the preview."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import PurePath

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QButtonGroup,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from core.report.options import PART_NAMES, Marks, PageSize, ReportOptions
from desktop.icons import icon
from desktop.language import tr
from desktop.plain import harmless
from desktop.settings import PAGE
from desktop.theme import Theme
from desktop.widgets.buttons import ActionButton
from desktop.widgets.fields import Choice
from desktop.widgets.named_choice import INSET, NamedTick, NamedWay
from desktop.widgets.parts import Badge, ElidedText, Panel, Rule, Text

WIDTH, _LOW_BELOW = 262, 470
_LONGEST_NAME = 80


@dataclass(frozen=True, slots=True)
class Subject:
    """The article that the report is about; without a letter there is none yet."""

    letter: str = ""
    title: str = ""


class ReportOptionsPanel(Panel):
    """Every choice for a report; tells of each that is made by hand."""

    optionsChanged = Signal(object)  # noqa: N815 - signals are named as Qt names them
    """The :class:`ReportOptions` as they are now."""
    logoWanted = Signal()  # noqa: N815
    """Somebody wants to choose a logo file."""

    def __init__(self, theme: Theme, save: QAction, print_action: QAction, copy: QAction) -> None:
        super().__init__(tr("Report options"), edge="right")
        self._theme = theme
        self._options = ReportOptions()
        self._quiet = False
        self._rows: list[QHBoxLayout] = []
        self.parts = {part: NamedTick(theme, tr(name)) for part, name in PART_NAMES.items()}
        self.method = NamedTick(theme, tr("Method and limits"), tr("always included"))
        self.method.setChecked(True)
        self.method.setEnabled(False)
        self.ways = {
            Marks.COLOUR: NamedWay(theme, tr("Colour and underline styles")),
            Marks.UNDERLINE: NamedWay(theme, tr("Underline styles only"), tr("for greyscale printing")),
        }
        self._group = QButtonGroup(self)
        for way in self.ways.values():
            self._group.addButton(way)
        self.anonymise = NamedTick(theme, tr("Anonymise"), tr("names of authors and outlets"))
        self.anonymise.setToolTip(
            tr(
                "Replaces titles, files and the names of authors and outlets, in the texts too. "
                "People that the news is about keep their names"
            )
        )
        self.page = Choice(theme, tr("Page"), tuple((value, tr(name)) for value, name in PAGE.choices))
        self.prepared_by = _line(tr("Prepared by"), tr("Name"))
        self.outlet = _line(tr("Outlet"), tr("Outlet (optional)"))
        self.logo = QPushButton()
        self.no_logo = QPushButton()
        self._badge, self._title = Badge(theme, "–", 20), ElidedText(theme, "", 13)
        self.save, self.print_button = ActionButton(theme, save, "primary"), ActionButton(theme, print_action)
        self.copy = ActionButton(theme, copy)
        self._short = tuple(ActionButton(theme, action, text="") for action in (copy, print_action))
        """What stands for the long buttons where the choices need the height."""
        self._build()
        self._connect()
        self._show()
        self._dress()
        theme.changed.connect(self._dress)

    def options(self) -> ReportOptions:
        """Return the choices as they are now."""
        return self._options

    def set_options(self, options: ReportOptions) -> None:
        """Show other choices; nobody is told."""
        self._options = options
        self._show()

    def set_logo(self, path: str) -> None:
        """Take a logo file, none for an empty path, as if chosen by hand."""
        self._change(replace(self._options, logo=path))

    def show_subject(self, subject: Subject) -> None:
        """Say which article the report is about."""
        self._badge.set_letters(subject.letter or "–")
        self._title.set_full(subject.title or tr("No article yet"))

    def set_notes(self, passages: str, full_texts: str) -> None:
        """Say what the passages amount to, and what the full texts add where that is known."""
        self.parts["passages"].set_note(passages)
        self.parts["full_texts"].set_note(full_texts)

    def _build(self) -> None:
        self._inside = Panel(tr("Options"))
        self._column = QVBoxLayout(self._inside)
        column = self._column
        self._head(tr("Subject"))
        self._card = Panel(tr("Article that the report is about"), "card")
        row = QHBoxLayout(self._card)
        row.setContentsMargins(9, 6, 9, 6)
        row.setSpacing(8)
        row.addWidget(self._badge)
        row.addWidget(self._title, 1)
        self._add(self._card)
        self._head(tr("Contents"))
        for tick in (*self.parts.values(), self.method):
            column.addWidget(tick)
        self._head(tr("Marks"))
        for way in self.ways.values():
            column.addWidget(way)
        column.addWidget(self.anonymise)
        self._head(tr("Page"))
        self._add(self.page)
        self._head(tr("Prepared by"))
        for field in (self.prepared_by, self.outlet):
            self._add(field)
            column.addSpacing(6)
        self._add(self.logo).addWidget(self.no_logo)
        column.addStretch(1)
        self._scroll = QScrollArea()
        self._scroll.setAccessibleName(tr("Report options"))
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # what is in it takes the focus, and scrolls into sight
        self._scroll.setWidget(self._inside)
        foot = Panel(tr("Output"))
        self._foot = QBoxLayout(QBoxLayout.Direction.TopToBottom, foot)
        self._foot.addWidget(self.save)
        for button in (self.copy, self.print_button, *self._short):
            self._foot.addWidget(button)
        for button in self._short:
            button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
            button.hide()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 1, 0)
        whole.setSpacing(0)
        whole.addWidget(self._scroll, 1)
        whole.addWidget(Rule())
        whole.addWidget(foot)

    def _head(self, words: str) -> None:
        if self._column.count():
            self._column.addSpacing(14)
        self._add(Text(self._theme, words, 11.5, 600, "ink2"))
        self._column.addSpacing(4)

    def _add(self, widget: QWidget) -> QHBoxLayout:
        """Add a widget in line with the boxes of the ticks, and return its row."""
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(widget, 1)
        self._rows.append(row)
        self._column.addLayout(row)
        return row

    def _dress(self) -> None:
        """Set widths, fonts and icons as the theme has them now."""
        theme = self._theme
        self.setFixedWidth(theme.px(WIDTH))
        self._column.setContentsMargins(theme.px(16 - INSET), theme.px(18), theme.px(14), theme.px(14))
        for row in self._rows:
            row.setContentsMargins(theme.px(INSET), 0, 0, 0)
        self._column.setSpacing(1)
        self._foot.setContentsMargins(theme.px(16), theme.px(12), theme.px(14), theme.px(14))
        self._foot.setSpacing(8)
        for widget in (self.page, self.prepared_by, self.outlet, self.logo):
            widget.setFont(theme.ui_font(13))
        self.no_logo.setIcon(icon("close", theme.color("ink2")))
        self.no_logo.setFixedWidth(theme.px(30))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the buttons side by side, two of them without words, where the choices need the height."""
        super().resizeEvent(event)
        low = self.height() < self._theme.px(_LOW_BELOW)
        self._foot.setDirection(QBoxLayout.Direction.LeftToRight if low else QBoxLayout.Direction.TopToBottom)
        for button in (self.copy, self.print_button):
            button.setVisible(not low)
        for button in self._short:
            button.setVisible(low)

    def _connect(self) -> None:
        for part, tick in self.parts.items():
            tick.toggled.connect(lambda on, part=part: self._change(replace(self._options, **{part: on})))
        for marks, way in self.ways.items():
            way.toggled.connect(lambda on, marks=marks: self._on_marks(marks, on=on))
        self.anonymise.toggled.connect(lambda on: self._change(replace(self._options, anonymise=on)))
        self.page.currentIndexChanged.connect(lambda _: self._on_page())
        self.prepared_by.textChanged.connect(
            lambda text: self._change(replace(self._options, prepared_by=text.strip()))
        )
        self.outlet.textChanged.connect(lambda text: self._change(replace(self._options, outlet=text.strip())))
        self.logo.clicked.connect(self.logoWanted)
        self.no_logo.clicked.connect(lambda: self.set_logo(""))

    def _on_marks(self, marks: Marks, *, on: bool) -> None:
        if on:
            self._change(replace(self._options, marks=marks))

    def _on_page(self) -> None:
        self._change(replace(self._options, page=PageSize(self.page.value())))

    def _change(self, options: ReportOptions) -> None:
        if self._quiet or options == self._options:
            return
        self._options = options
        self._show_logo()
        self.optionsChanged.emit(options)

    def _show(self) -> None:
        """Show the choices without telling anybody."""
        self._quiet = True
        options = self._options
        for part, tick in self.parts.items():
            tick.setChecked(getattr(options, part))
        self.ways[options.marks].setChecked(True)
        self.anonymise.setChecked(options.anonymise)
        self.page.set_value(options.page.value)
        for field, text in ((self.prepared_by, options.prepared_by), (self.outlet, options.outlet)):
            if field.text().strip() != text:
                field.setText(text)
        self._show_logo()
        self._quiet = False

    def _show_logo(self) -> None:
        name = harmless(PurePath(self._options.logo).name)
        shown = (
            self.logo.fontMetrics().elidedText(name, Qt.TextElideMode.ElideMiddle, self._theme.px(150))
            if name
            else tr("Choose a logo…")
        )
        self.logo.setText(shown.replace("&", "&&"))
        self.logo.setAccessibleName(
            tr("Logo: {name}. Choose another").format(name=name) if name else tr("Choose a logo")
        )
        self.logo.setToolTip(tr("A PNG or SVG file for the head of the first page"))
        self.no_logo.setAccessibleName(tr("Remove the logo"))
        self.no_logo.setToolTip(tr("Remove the logo"))
        self.no_logo.setVisible(bool(name))


def _line(name: str, prompt: str) -> QLineEdit:
    field = QLineEdit()
    field.setAccessibleName(name)
    field.setPlaceholderText(prompt)
    field.setMaxLength(_LONGEST_NAME)
    return field
