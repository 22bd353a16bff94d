"""The choices for an export: formats, folder and name; which files come of them and what goes into these."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from core.model import Severity
from core.report.formats import Format
from desktop.dialogs.frame import make_button
from desktop.exports import Target
from desktop.language import tr
from desktop.models.exporting import (
    PURPOSES,
    Proposal,
    contents_said,
    file_said,
    replaced_said,
    stem,
    targets,
    trouble,
)
from desktop.terms import format_name
from desktop.theme import Theme
from desktop.widgets.named_choice import NamedTick
from desktop.widgets.parts import Badge, ElidedText, Panel, Rule, Text, severity_sign

_MARGIN, _LABEL = 24, 74


class FileLine(QWidget):
    """One file that will be written, and whether one that is there goes for it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._sign = severity_sign(theme, Severity.MEDIUM)
        self._name = ElidedText(theme, "", 12.5)
        self._note = Text(theme, "", 12.5, 600)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self._name)
        row.addWidget(self._sign)
        row.addWidget(self._note, 1)

    def show_target(self, target: Target, *, replaced: bool) -> None:
        """Show a target."""
        note = replaced_said(target) if replaced else ""
        self._sign.setVisible(replaced)
        self._name.set_full(file_said(target))
        self._note.setText(note)
        self._note.setVisible(replaced)
        self.setAccessibleName(", ".join(filter(None, (self._name.full(), note))))


class ExportChoice(Panel):
    """What is chosen; tells of each change."""

    changed = Signal()
    folderWanted = Signal()  # noqa: N815 - signals are named as Qt names them
    """Somebody wants to choose a folder."""
    optionsWanted = Signal()  # noqa: N815
    """Somebody wants to choose what the report holds."""

    def __init__(self, theme: Theme, proposal: Proposal) -> None:
        super().__init__(tr("What to export"), "bg")
        self._theme, self._proposal = theme, proposal
        self._replaced: frozenset[Path] = frozenset()
        self.formats = {f: NamedTick(theme, format_name(f), tr(purpose)) for f, purpose in PURPOSES.items()}
        for of, tick in self.formats.items():
            tick.setToolTip(tr(PURPOSES[of]))
            tick.setChecked(of in proposal.formats)
        self.folder = _line(tr("Folder"), proposal.folder)
        self.choose = make_button(tr("Choose…"), name=tr("Choose the folder"))
        self.name = _line(tr("Name of the files"), proposal.name)
        self.options = make_button(tr("Change…"), name=tr("Change what the report holds"))
        self.options.setToolTip(tr("Go to the Report screen, where this is chosen"))
        self._lines = [FileLine(theme) for _ in PURPOSES]
        self._contents = Text(theme, "", 12.5, tone="ink2").wrapped()
        self._trouble = Text(theme, "", 12.5, 600).wrapped()
        self._trouble_sign = severity_sign(theme, Severity.HIGH)
        self._labels: list[Text] = []
        self._grid = QGridLayout()
        self._lay_out()
        self._connect()
        theme.changed.connect(self._set_sizes)
        self._set_sizes()
        self._show()

    def chosen(self) -> frozenset[Format]:
        """Return the formats that are ticked."""
        return frozenset(of for of, tick in self.formats.items() if tick.isChecked())

    def targets(self) -> tuple[Target, ...]:
        """Return what is to be written; nothing where something is wrong with the choice."""
        if self.trouble():
            return ()
        return targets(self.folder.text(), self.name.text(), self.chosen())

    def trouble(self) -> str:
        """Return in a sentence what is wrong with the choice, if anything is."""
        return trouble(self.folder.text(), self.name.text(), self.chosen())

    def stem(self) -> str:
        """Return the name of the files without a suffix."""
        return stem(self.name.text())

    def show_replaced(self, replaced: frozenset[Path]) -> None:
        """Say which targets are there already."""
        self._replaced = replaced
        self._show_files()

    def choose_formats(self, formats: Sequence[Format]) -> None:
        """Tick these formats and no others."""
        for of, tick in self.formats.items():
            tick.setChecked(of in formats)

    def say(self, trouble: str) -> None:
        """Say what went wrong, or what is missing."""
        self._trouble.setText(trouble)
        for widget in (self._trouble, self._trouble_sign):
            widget.setVisible(bool(trouble))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN, 18, _MARGIN, 18)
        column.setSpacing(14)
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(Badge(self._theme, self._proposal.letter, 24))
        head.addWidget(ElidedText(self._theme, self._proposal.title).serif(self._theme, 17, 600), 1)
        column.addLayout(head)
        if self._proposal.notice:
            column.addLayout(_signed(severity_sign(self._theme, Severity.MEDIUM), self._notice()))
        grid = self._grid
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        ticks = QVBoxLayout()
        ticks.setSpacing(0)
        for tick in self.formats.values():
            ticks.addWidget(tick)
        where = QHBoxLayout()
        where.setSpacing(8)
        where.addWidget(self.folder, 1)
        where.addWidget(self.choose)
        files = QVBoxLayout()
        files.setSpacing(3)
        for line in self._lines:
            files.addWidget(line)
        files.addLayout(_signed(self._trouble_sign, self._trouble))
        contents = QHBoxLayout()
        contents.setSpacing(8)
        contents.addWidget(self._contents, 1)
        contents.addWidget(self.options, 0, Qt.AlignmentFlag.AlignTop)
        top = Qt.AlignmentFlag.AlignTop
        self._add(tr("Formats"), ticks, top)
        self._add(tr("Folder"), where, Qt.AlignmentFlag.AlignVCenter, self.folder)
        name = QHBoxLayout()
        name.addWidget(self.name)
        self._add(tr("Name"), name, Qt.AlignmentFlag.AlignVCenter, self.name)
        self._add(tr("Files"), files, top)
        column.addLayout(grid)
        column.addWidget(Rule())
        below = self._below = QGridLayout()
        below.setHorizontalSpacing(16)
        below.setColumnStretch(1, 1)
        label = Text(self._theme, tr("Contents"), 12.5, tone="ink2")
        below.addWidget(label, 0, 0, top)
        below.addLayout(contents, 0, 1)
        column.addLayout(below)
        column.addStretch(1)

    def _notice(self) -> Text:
        return Text(self._theme, self._proposal.notice, 12.5).wrapped()

    def _add(
        self, words: str, field: QVBoxLayout | QHBoxLayout, beside: Qt.AlignmentFlag, buddy: QWidget | None = None
    ) -> None:
        label = Text(self._theme, words, 12.5, tone="ink2")
        if buddy is not None:
            label.setBuddy(buddy)
        self._labels.append(label)
        row = len(self._labels) - 1
        self._grid.addWidget(label, row, 0, beside)
        self._grid.addLayout(field, row, 1)

    def _connect(self) -> None:
        for tick in self.formats.values():
            tick.toggled.connect(lambda _: self._on_change())
        for line in (self.folder, self.name):
            line.textChanged.connect(lambda _: self._on_change())
        self.choose.clicked.connect(self.folderWanted)
        self.options.clicked.connect(self.optionsWanted)

    def _on_change(self) -> None:
        self._replaced = frozenset()
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        self.say(self.trouble())
        self._show_files()
        self._contents.setText("\n".join(contents_said(self._proposal.options, self.chosen())))

    def _show_files(self) -> None:
        shown = self.targets()
        for n, line in enumerate(self._lines):
            line.setVisible(n < len(shown))
            if n < len(shown):
                line.show_target(shown[n], replaced=shown[n].path in self._replaced)

    def _set_sizes(self) -> None:
        px = self._theme.px
        self._grid.setColumnMinimumWidth(0, px(_LABEL))
        self._below.setColumnMinimumWidth(0, px(_LABEL))
        self._labels[0].setContentsMargins(0, px(6), 0, 0)
        for field in (self.folder, self.name):
            field.setFont(self._theme.ui_font(13))
        for button in (self.choose, self.options):
            button.setFont(self._theme.ui_font(12.5, 500))


def _signed(sign: QWidget, words: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(6)
    row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(words, 1)
    return row


def _line(name: str, text: str) -> QLineEdit:
    made = QLineEdit(text)
    made.setAccessibleName(name)
    made.setCursorPosition(0)
    return made
