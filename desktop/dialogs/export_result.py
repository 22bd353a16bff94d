"""An export while it runs and when it has ended: how far it is, and what came of each file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from core.model import Severity
from desktop.dialogs.frame import make_button
from desktop.exports import Exported, Outcome, Target
from desktop.language import tr
from desktop.models.exporting import end_said, failure_said, file_said
from desktop.terms import format_name
from desktop.theme import Theme
from desktop.widgets.parts import ElidedText, Panel, Text, severity_sign

_MARGIN, _STEPS = 24, 1000


def open_path(path: Path) -> bool:
    """Have the system open a file or a folder; return whether a program took it."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def place_said(folder: Path) -> str:
    """Return in which folder the files are: ``In ~/Reports``."""
    if folder == Path.home():
        return tr("Home folder ({folder})").format(folder=folder)
    return tr("In {folder}").format(folder=shortened(folder))


def shortened(folder: Path) -> str:
    """Return a folder as people name it, one of their own without the way to it."""
    home = Path.home()
    return str(Path("~") / folder.relative_to(home)) if folder.is_relative_to(home) else str(folder)


class TargetRow(QWidget):
    """One target: waiting, being written, written or failed."""

    def __init__(self, theme: Theme, target: Target, open_it: Callable[[Path], None]) -> None:
        super().__init__()
        self._theme, self.target = theme, target
        self.outcome: Outcome | None = None
        self._signs = {done: severity_sign(theme, None if done else Severity.HIGH) for done in (True, False)}
        self._format = ElidedText(theme, format_name(target.format), 13, 500)
        self._file = ElidedText(theme, file_said(target), 12.5, tone="ink2")
        self._state = Text(theme, "", 12.5, tone="ink2")
        self._error = Text(theme, "", 12.5).wrapped()
        name = file_said(target)
        self.open = make_button(tr("Open"), name=tr("Open {name}").format(name=name))
        self.show_folder = make_button(tr("Show in folder"), name=tr("Show {name} in its folder").format(name=name))
        self.open.clicked.connect(lambda: open_it(target.path))
        self.show_folder.clicked.connect(lambda: open_it(target.path.parent))
        for made in (self.open, self.show_folder):
            made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._place = QWidget()
        self._lay_out()
        theme.changed.connect(self._set_sizes)
        self._set_sizes()
        self.show_state(tr("waiting"))

    def show_state(self, state: str) -> None:
        """Say what happens to it now."""
        self._state.setText(state)
        self._show()

    def show_outcome(self, outcome: Outcome, *, replaced: bool) -> None:
        """Show what came of it; ``replaced``: something was there before."""
        self.outcome = outcome
        self._state.setText("" if outcome.error else tr("written"))
        self._error.setText(failure_said(outcome, replaced=replaced))
        self._show()

    def show_end(self) -> None:
        """Offer to open what was written; what was not reached never will be."""
        if self.outcome is None:
            self._state.setText(tr("not written"))
        self._show(ended=True)

    def _show(self, *, ended: bool = False) -> None:
        failed = self.outcome is not None and self.outcome.error is not None
        written = self.outcome is not None and not failed
        self._signs[True].setVisible(written)
        self._signs[False].setVisible(failed)
        self._error.setVisible(failed)
        self._state.setVisible(not failed and not (ended and written))
        for button in (self.open, self.show_folder):
            button.setVisible(ended and written)
        words = (self._format.full(), self._file.full(), self._error.text() if failed else self._state.text())
        self.setAccessibleName(", ".join(filter(None, words)))

    def _lay_out(self) -> None:
        self._place.setAccessibleName(tr("State"))
        place = QHBoxLayout(self._place)
        place.setContentsMargins(0, 0, 0, 0)
        for sign in self._signs.values():
            place.addWidget(sign)
        words = QVBoxLayout()
        words.setSpacing(1)
        for label in (self._format, self._file, self._error):
            words.addWidget(label)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 4, 0, 4)
        line.setSpacing(8)
        line.addWidget(self._place, 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(words, 1)
        for widget in (self._state, self.open, self.show_folder):
            line.addWidget(widget)

    def _set_sizes(self) -> None:
        px = self._theme.px
        self._place.setFixedSize(px(16), px(20))
        for button in (self.open, self.show_folder):
            button.setFont(self._theme.ui_font(12, 500))


class ExportResult(Panel):
    """How an export goes, and how it went."""

    def __init__(self, theme: Theme, open_it: Callable[[Path], bool]) -> None:
        super().__init__(tr("The export"), "bg")
        self._theme, self._open_it = theme, open_it
        self.rows: list[TargetRow] = []
        self._replaced: frozenset[Path] = frozenset()
        self._head = Text(theme).serif(theme, 17, 600).wrapped()
        self._where = ElidedText(theme, "", 12.5, tone="ink2")
        self._stage, self._share = ElidedText(theme, "", 12.5, tone="ink2"), Text(theme, "", 12.5, tone="ink2")
        self._bar = QProgressBar()
        self._bar.setRange(0, _STEPS)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(tr("Progress"))
        self._note = Text(theme, "", 12.5).wrapped()
        self._list = QVBoxLayout()
        self._list.setSpacing(4)
        told = QHBoxLayout()
        told.addWidget(self._stage, 1)
        told.addWidget(self._share)
        column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN, 18, _MARGIN, 18)
        column.setSpacing(10)
        top = QVBoxLayout()
        top.setSpacing(2)
        top.addWidget(self._head)
        top.addWidget(self._where)
        column.addLayout(top)
        column.addWidget(self._bar)
        column.addLayout(told)
        column.addSpacing(4)
        column.addLayout(self._list)
        column.addWidget(self._note)
        column.addStretch(1)

    def said(self) -> str:
        """Return the sentence at the top."""
        return self._head.text()

    def note(self) -> str:
        """Return what is said below the files."""
        return self._note.text()

    def begin(self, targets: tuple[Target, ...], replaced: frozenset[Path]) -> None:
        """Show an export that begins; ``replaced`` are the targets that were there."""
        for row in self.rows:
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._replaced = replaced
        self.rows = [TargetRow(self._theme, target, self._open) for target in targets]
        for row in self.rows:
            self._list.addWidget(row)
        self._where.set_full(place_said(targets[0].path.parent))
        self._head.setText(tr("Writing the report"))
        self._say("")
        self._running(on=True)
        self.show_progress(tr("Starting"), 0.0)

    def show_progress(self, stage: str, done: float) -> None:
        """Show the stage and the share done (0 … 1)."""
        self._stage.set_full(stage)
        self._bar.setValue(round(done * _STEPS))
        self._share.setText(f"{done:.0%}")
        self._bar.setAccessibleDescription(f"{stage}, {done:.0%}")
        self._show_turn(begun=done > 0)

    def show_stopping(self) -> None:
        """Say that the export ends as soon as it can."""
        self._head.setText(tr("Stopping"))

    def show_outcome(self, outcome: Outcome) -> None:
        """Show what came of one target."""
        for row in self.rows:
            if row.target == outcome.target:
                row.show_outcome(outcome, replaced=outcome.target.path in self._replaced)
        self._show_turn(begun=True)

    def show_end(self, exported: Exported) -> None:
        """Show what came of the whole."""
        for outcome in exported.outcomes:
            self.show_outcome(outcome)
        for row in self.rows:
            row.show_end()
        self._head.setText(end_said(exported, len(self.rows)))
        self._say(exported.missing if exported.written else "")
        self._running(on=False)

    def _show_turn(self, *, begun: bool) -> None:
        """Say of the first target without an outcome that it is being written."""
        waiting = [row for row in self.rows if row.outcome is None]
        if waiting and begun:
            waiting[0].show_state(tr("being written"))

    def _running(self, *, on: bool) -> None:
        for widget in (self._bar, self._stage, self._share):
            widget.setVisible(on)

    def _open(self, path: Path) -> None:
        opened = self._open_it(path)
        self._say("" if opened else tr("No program opened it. It is at {path}").format(path=path))

    def _say(self, words: str) -> None:
        self._note.setText(words)
        self._note.setVisible(bool(words))
