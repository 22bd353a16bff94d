"""What the window shows while the articles of an empty case are read and first compared."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from core.model import Article
from desktop.actions import Actions
from desktop.intake import FileState
from desktop.language import tr, tr_noop
from desktop.models.importing import Run, advanced, line, step_bars, title
from desktop.models.importing_model import FileModel
from desktop.models.notes import ActKind, Note, problem_notes
from desktop.plain import harmless
from desktop.theme import Theme
from desktop.widgets.buttons import ActionButton
from desktop.widgets.import_files import FileList
from desktop.widgets.notes import NotesSection
from desktop.widgets.parts import Panel, Text
from desktop.widgets.stages import Stages

ENOUGH_TO_OPEN = 2
_ASKING = (ActKind.ENCODING, ActKind.ATTACHMENTS)
KEPT = tr_noop("Cancel keeps the files in the case and stops the comparison. Finished pairs stay finished.")
_WIDEST, _MARGIN, _NARROW_MARGIN = 860, 32, 20
_NARROW_BELOW = 920
"""Widths at a zoom of 100 %."""
_MOST_NOTES = 6
_SHOWN_EVERY_MS = 80
"""Progress is shown some twelve times a second: painting takes its time from the comparison."""


class ImportPage(Panel):
    """Title and buttons; a card with the steps and a row for each file; what was noticed while reading."""

    openWanted = Signal()  # noqa: N815 - signals are named as Qt names them
    """The texts that are read are to be shown, and the work goes on."""
    pasteWanted = Signal(str)  # noqa: N815
    """The clipboard's text is to stand in for the file of this path; :meth:`forget` takes its row away."""
    skipWanted = Signal(str)  # noqa: N815
    """The file of this path is to be left out; its row is gone already."""

    def __init__(self, theme: Theme, actions: Actions, clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__(tr("Reading and comparing"), "bg")
        self._theme, self._clock = theme, clock
        self._run = Run()
        self._articles: tuple[Article, ...] = ()
        self._left_out: tuple[str, ...] = ()
        self._model = FileModel(self)
        self._title = Text(theme, "").serif(theme, 24, 600).wrapped()
        self._line = Text(theme, "", 12.5, tone="ink2").wrapped()
        self.open_action = QAction(tr("Open what is ready"), self)
        self.open_action.setToolTip(tr("Read the texts; comparing goes on"))
        self.open_action.setStatusTip(tr("Read the texts while comparing goes on"))
        self.open_action.triggered.connect(self.openWanted)
        self.open_button = ActionButton(theme, self.open_action)
        self.cancel_button = ActionButton(theme, actions["cancel"], keyed=True)
        self.stages = Stages(theme, step_bars(self._run))
        self.files = FileList(theme, self._model)
        self.files.pasteWanted.connect(self.pasteWanted)
        self.files.skipWanted.connect(self._on_skipped)
        self.files.heightChanged.connect(self._arrange)
        self.notes = NotesSection(theme, tr("Noticed while reading"))
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_SHOWN_EVERY_MS)
        self._soon.timeout.connect(self._show)
        self._lay_out()
        theme.changed.connect(self._arrange)
        self.begin(())

    def _lay_out(self) -> None:
        self._files_card = Panel(tr("Steps and files"), "card")
        inside = QVBoxLayout(self._files_card)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.setSpacing(0)
        inside.addWidget(self.stages, 0)
        inside.addWidget(self.files, 1)
        self._notes_card = Panel(tr("Noticed while reading"), "card")
        noted = QVBoxLayout(self._notes_card)
        noted.setContentsMargins(1, 1, 1, 1)
        noted.addWidget(self.notes)
        block = QWidget()
        block.setAccessibleName(tr("Reading and comparing"))
        self._block = block
        column = QVBoxLayout(block)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addLayout(self._head())
        column.addWidget(self._files_card, 100)
        column.addWidget(self._notes_card)
        column.addWidget(Text(self._theme, tr(KEPT), 11.5, tone="ink2").wrapped())
        column.addStretch(1)
        ground = Panel(tr("Reading and comparing"), "bg")
        self._outer = QHBoxLayout(ground)
        self._outer.addStretch(1)
        self._outer.addWidget(block, 100)
        self._outer.addStretch(1)
        self._scroll = QScrollArea()
        self._scroll.setAccessibleName(tr("Reading and comparing"))
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(ground)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._scroll)

    def _head(self) -> QHBoxLayout:
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._title)
        words.addWidget(self._line)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addLayout(words, 1)
        row.addWidget(self.open_button, 0, Qt.AlignmentFlag.AlignBottom)
        row.addWidget(self.cancel_button, 0, Qt.AlignmentFlag.AlignBottom)
        return row

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the rows as much room as a narrow window has."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        px = self._theme.px
        margin = _NARROW_MARGIN if self.width() < px(_NARROW_BELOW) else _MARGIN
        self._outer.setContentsMargins(margin, margin, margin, margin)
        width = min(px(_WIDEST), self._scroll.viewport().width() - 2 * margin)
        self._block.setMaximumWidth(px(_WIDEST))
        rows = self.files.maximumHeight() if self._model.states else 0
        self._files_card.setMaximumHeight(self.stages.heightForWidth(width - 2) + rows + 2)  # no higher than its rows

    # what is told

    def begin(self, names: Sequence[str]) -> None:
        """Show these files as waiting, and nothing of what was before."""
        self._run = Run(began=self._clock())
        self._articles, self._left_out = (), ()
        self._model.begin(names)
        self._show_notes()
        self._show()

    @property
    def next_place(self) -> int:
        """Return the place of a file that would come after all others."""
        states = self._model.states
        return states[-1].place + 1 if states else 0

    def tell_file(self, state: FileState) -> None:
        """Show how one file fares; one that was not known yet gets a row."""
        self._model.tell_file(state)
        self._show()

    def tell_progress(self, stage: str, done: float) -> None:
        """Show how far the work is, in the words and shares that lanes report."""
        step = self._run.step
        self._run = advanced(self._run, stage, done, self._clock())
        if self._run.step is not step:
            self._show()
        elif not self._soon.isActive():
            self._soon.start()

    def show_articles(self, articles: Sequence[Article]) -> None:
        """Show what was noticed in the articles that were read; from two on they can be opened."""
        if [id(a) for a in articles] == [id(a) for a in self._articles]:
            return
        self._articles = tuple(articles)
        self._show_notes()
        self._show()

    def show_left_out(self, notices: Sequence[str]) -> None:
        """Show sentences about what was left out of folders and archives."""
        self._left_out = tuple(notices)
        self._show_notes()

    def forget(self, path: str) -> None:
        """Take the row of a file away that could not be read: something else stands in for it."""
        self._model.forget(path)
        self._show()

    def finish(self) -> None:
        """Show that all is done."""
        self._run = Run(finished=True)
        self._show()

    def _on_skipped(self, path: str) -> None:
        self._show()
        self.skipWanted.emit(path)

    # what is shown

    def _show(self) -> None:
        self._soon.stop()
        states = self._model.states
        self._model.set_run(self._run)
        self._title.setText(title(states, self._run))
        self._line.setText(line(states, self._run, self._clock()) or " ")
        self.stages.show_steps(step_bars(self._run))
        self.files.setVisible(bool(states))
        self.open_action.setEnabled(len(self._articles) >= ENOUGH_TO_OPEN)

    def _show_notes(self) -> None:
        told = (*problem_notes(self._articles, ()), *(Note(harmless(notice)) for notice in self._left_out))
        notes = tuple(sorted(told, key=_urgency))
        self._notes_card.setVisible(bool(notes))
        if len(notes) > _MOST_NOTES:
            left = len(notes) - _MOST_NOTES + 1
            notes = (*notes[: _MOST_NOTES - 1], Note(tr("{n} more line(s) in the overview.", "", left)))
        self.notes.show_notes(tr("Noticed while reading"), notes)


def _urgency(note: Note) -> int:
    """Return where a note stands among others, of which only the first are shown: what asks for something first."""
    if note.act is not None and note.act.kind in _ASKING:
        return 0
    return 1 if note.severity is not None else 2
