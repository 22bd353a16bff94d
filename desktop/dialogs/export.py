"""Asks in which formats a report is wanted and where, says what would be replaced, and shows how it goes.

Writes nothing itself: it tells what is wanted, and is told what comes of it. Closed meanwhile, the export goes on.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QPushButton, QScrollArea, QStackedWidget, QWidget

from core.errors import CognateError
from desktop.dialogs.export_choice import ExportChoice
from desktop.dialogs.export_result import ExportResult, open_path
from desktop.dialogs.files import FileChooser
from desktop.dialogs.fitting import fit
from desktop.dialogs.frame import lay_out, make_button
from desktop.exports import Exported, Outcome, Target
from desktop.jobs import Lane
from desktop.language import tr
from desktop.models.exporting import Proposal, existing
from desktop.theme import Theme

_SIZE = (700, 650)
_NONE: frozenset[Path] = frozenset()
_Looked = tuple[tuple[Target, ...], frozenset[Path]]
"""Targets, and those of them that are there."""


class ExportDialog(QDialog):
    """The choice, then the export."""

    exportWanted = Signal(object)  # noqa: N815 - signals are named as Qt names them
    """The targets to write, a tuple of :class:`Target`."""
    stopWanted = Signal()  # noqa: N815
    optionsWanted = Signal()  # noqa: N815
    """Somebody wants to choose what the report holds; the dialog is closed."""

    def __init__(
        self,
        theme: Theme,
        proposal: Proposal,
        files: FileChooser,
        looking: Lane,
        parent: QWidget | None = None,
        open_it: Callable[[Path], bool] = open_path,
    ) -> None:
        """Make the dialog; ``looking`` looks at the disk and outlives it: no folder that is slow holds up its end."""
        super().__init__(parent)
        self._theme, self._files = theme, files
        self.setWindowTitle(tr("Export report"))
        self.setAccessibleName(tr("Export report"))
        self.choice = ExportChoice(theme, proposal)
        self.course = ExportResult(theme, open_it)
        self.cancel = make_button(tr("Cancel"), "plain")
        self.export = make_button(tr("Export"), "primary")
        self.hide_it = make_button(tr("Hide"), "plain")
        self.hide_it.setToolTip(tr("Close this and let the export go on"))
        self.close_it = make_button(tr("Close"), "plain")
        self.elsewhere = make_button(tr("Choose another place"), "primary")
        self._running = self._stopping = self._wanted = False
        self._ordered: tuple[Target, ...] = ()
        self._failed: tuple[Target, ...] = ()
        self._seen: _Looked = ((), _NONE)
        """What was last looked for on the disk, and what of it was there."""
        self._looking = looking
        looking.succeeded.connect(self._on_looked)
        looking.failed.connect(self._on_not_looked)
        self._lay_out()
        self._connect()
        theme.changed.connect(self._set_sizes)
        self._set_sizes()
        self._show_choice()
        self._look()

    def show_progress(self, stage: str, done: float) -> None:
        """Show how far the export is."""
        if self._running:
            self.course.show_progress(stage, done)

    def show_outcome(self, outcome: Outcome) -> None:
        """Show what came of one target."""
        if self._running:
            self.course.show_outcome(outcome)

    def show_end(self, exported: Exported) -> None:
        """Show what came of the export."""
        self._running = self._stopping = False
        self._failed = tuple(x.target for x in exported.failed)
        self.course.show_end(exported)
        self.setAccessibleDescription(self.course.said())
        self._show_buttons()
        (self.elsewhere if self._failed else self.close_it).setFocus()

    def show_failure(self, error: CognateError) -> None:
        """Show that there is no report to write, and why."""
        self._running = self._stopping = False
        self._seen = (), _NONE  # something may be there now
        self._show_choice()
        self.choice.say(str(error))
        self._look()

    def reject(self) -> None:
        """Stop what runs, and close when there is nothing to wait for or nobody wants to wait."""
        if self._running and not self._stopping:
            self._stopping = True
            self.course.show_stopping()
            self.cancel.setEnabled(False)
            self.hide_it.setFocus()
            self.stopWanted.emit()
        else:
            super().reject()

    def done(self, result: int) -> None:
        """Close, and wait for nothing: what is still being looked for does not arrive any more."""
        self._wanted = False
        self._looking.cancel()
        super().done(result)

    # parts

    def _lay_out(self) -> None:
        self._pages = QStackedWidget()
        self._pages.setAccessibleName(tr("Pages"))
        for page in (self.choice, self.course):
            scroll = QScrollArea()
            scroll.setAccessibleName(page.accessibleName())
            scroll.setWidgetResizable(True)
            scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # what is in it takes the focus, and scrolls into sight
            scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            scroll.setWidget(page)
            self._pages.addWidget(scroll)
        lay_out(self, self._pages, *self._buttons())

    def _buttons(self) -> tuple[QPushButton, ...]:
        return self.hide_it, self.cancel, self.export, self.close_it, self.elsewhere

    def _connect(self) -> None:
        self.choice.changed.connect(self._on_change)
        self.choice.folderWanted.connect(self._choose_folder)
        self.choice.optionsWanted.connect(self._leave_for_options)
        self.cancel.clicked.connect(self.reject)
        self.export.clicked.connect(self._want)
        self.hide_it.clicked.connect(self.accept)
        self.elsewhere.clicked.connect(self._go_elsewhere)
        self.close_it.clicked.connect(self.accept)

    def _set_sizes(self) -> None:
        fit(self, self._theme, _SIZE)
        for button in self._buttons():
            button.setFont(self._theme.ui_font(13, 500))

    # the choice

    def _show_choice(self) -> None:
        self._pages.setCurrentIndex(0)
        self._show_buttons()
        next((tick for tick in self.choice.formats.values() if tick.isChecked()), self.choice.folder).setFocus()

    def _show_buttons(self) -> None:
        """Show what can be done now, one of it on Enter."""
        choosing, ended = self._pages.currentIndex() == 0, not self._running
        shown = {
            self.export: choosing,
            self.cancel: choosing or not ended,
            self.hide_it: not choosing and not ended,
            self.elsewhere: not choosing and ended and bool(self._failed),
            self.close_it: not choosing and ended,
        }
        for button, visible in shown.items():
            button.setVisible(visible)
            button.setDefault(False)
        self.cancel.setEnabled(True)
        default = self.export if choosing else self.elsewhere if self._failed else self.close_it
        default.setDefault(choosing or ended)
        replacing = bool(self._seen[1]) and self._seen[0] == self.choice.targets()
        self.export.setEnabled(not self.choice.trouble())
        self.export.setText(tr("Replace and export") if replacing else tr("Export"))
        self.export.setAccessibleName(self.export.text())

    def _on_change(self) -> None:
        self._wanted = False
        self._seen = (), _NONE
        self._show_buttons()
        self._look()

    def _look(self) -> None:
        """See on a worker which targets are there: the folder may be on another computer."""
        wanted = self.choice.targets()
        if wanted:
            self._looking.start(lambda _progress: (wanted, existing(wanted)))
        else:
            self._looking.cancel()

    def _on_not_looked(self, error: CognateError) -> None:
        self._wanted = False
        self.choice.say(str(error))

    def _on_looked(self, looked: _Looked) -> None:
        self._seen = looked
        self.choice.show_replaced(looked[1])
        self._show_buttons()
        if self._wanted and not looked[1]:
            self._start()
        self._wanted = False

    def _want(self) -> None:
        """Export; where it is not known yet whether something would be replaced, only if nothing is."""
        if self._seen[0] == self.choice.targets():
            self._start()
        else:
            self._wanted = True

    def _start(self) -> None:
        self._ordered, replaced = self._seen
        if not self._ordered or self._running:
            return
        self._running, self._failed = True, ()
        self._pages.setCurrentIndex(1)
        self.course.begin(self._ordered, replaced)
        self._show_buttons()
        self.cancel.setFocus()
        self.exportWanted.emit(self._ordered)

    def _choose_folder(self) -> None:
        chosen = self._files.export_folder(self, self.choice.folder.text())
        if chosen is not None:
            self.choice.folder.setText(str(chosen))

    def _go_elsewhere(self) -> None:
        """Go back to the choice with the formats that failed."""
        self.choice.choose_formats([target.format for target in self._failed])
        self._seen = (), _NONE
        self._show_choice()
        self._look()
        self.choice.folder.setFocus()
        self.choice.folder.selectAll()

    def _leave_for_options(self) -> None:
        self.accept()
        self.optionsWanted.emit()
