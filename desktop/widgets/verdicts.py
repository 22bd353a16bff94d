"""What an editor says of a finding: one of four verdicts, and a note for the report."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout

from core.case.review import Judgement, Verdict
from desktop.language import tr
from desktop.theme import Theme
from desktop.verdict_signs import given
from desktop.widgets.note import NoteEdit
from desktop.widgets.parts import ElidedText, Panel
from desktop.widgets.verdict_buttons import SLIM, VerdictChoice

_BESIDE, _OVER, _UNDER, _APART = 14, 9, 12, 6
_NOTE_WIDTH = 256
"""What the note has at least where the verdicts stand beside the words."""
_ANY_WIDTH = (1 << 24) - 1
"""Qt's own limit, which is none."""


class VerdictPanel(Panel):
    """Four buttons of which at most one is pressed, who decided, and the note.

    Shows what it is given and tells what the editor wants; nothing is decided here.
    """

    verdictWanted = Signal(object)  # noqa: N815 - signals are named as Qt names them
    """A :class:`Verdict`, or None to take it away."""
    noteWanted = Signal(str)  # noqa: N815
    noteLeft = Signal()  # noqa: N815
    """The editor pressed Escape in the note: the keyboard is free to go back to the texts."""
    noteDone = Signal()  # noqa: N815
    """The editor pressed Ctrl+Enter in the note."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(tr("Verdict"))
        self._theme, self._beside, self._about = theme, False, ""
        self.choice = VerdictChoice(theme)
        self.buttons = self.choice.buttons
        self._heading = ElidedText(theme, tr("Verdict"), 11.5, 600, "ink2")
        self._given = ElidedText(theme, "", 11.5, tone="ink3")
        self._given.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._given.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)  # the heading goes first
        self.note = NoteEdit(theme)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(_BESIDE, _OVER, _BESIDE, _UNDER)
        self._column.setSpacing(_APART)
        heading = QHBoxLayout()
        heading.addWidget(self._heading)
        heading.addWidget(self._given, 1)
        self._column.addLayout(heading)
        self._column.addWidget(self.choice)
        self._column.addWidget(self.note)
        self._column.addStretch(1)
        for verdict, button in self.buttons.items():
            button.clicked.connect(partial(self._press, verdict))
        self.note.committed.connect(self.noteWanted)
        self.note.left.connect(self.noteLeft)
        self.note.finished.connect(self.noteDone)
        self.note.entered.connect(self._show_heading)

    def dress(self) -> None:
        """Take the theme's fonts again: a style sheet that is looked up anew puts back those that there were."""
        self._heading.setFont(self._theme.ui_font(11.5, 600))
        self._given.setFont(self._theme.ui_font(11.5))
        self.note.dress()

    def fits(self, height: int) -> bool:
        """Return whether a height has room for buttons with names, and for the note."""
        return self._needs(2) <= height

    def _needs(self, across: int) -> int:
        around = _OVER + _UNDER + 2 * _APART + self._heading.sizeHint().height() + self.note.minimumHeight()
        return around + self.choice.height_of(across)

    def stand_beside(self, height: int) -> None:
        """Stand at the right of the words, with the buttons under each other if the height has room for that."""
        self._beside = True
        across = 1 if self._needs(1) <= height else 2
        self._take_back(across)
        self.setFixedWidth(self.width_beside(height))

    def width_beside(self, height: int) -> int:
        """Return the width that is taken of the words in that height."""
        across = 1 if self._needs(1) <= height else 2
        return max(self._theme.px(_NOTE_WIDTH), self.choice.comfortable(across)) + 2 * _BESIDE

    def stand_under(self) -> None:
        """Stand under the words, as wide as they are."""
        self._beside = False
        self._free_width()
        self._take_back(self._fitting())

    def lend_choice(self) -> VerdictChoice:
        """Give the buttons away, as one row of icons, to stand elsewhere; the note stays."""
        self._beside = True
        self._free_width()
        self.choice.arrange(SLIM)
        self._show_heading()
        return self.choice

    def _take_back(self, across: int) -> None:
        self.choice.arrange(across)
        if self._column.indexOf(self.choice) < 0:
            self._column.insertWidget(1, self.choice)
        self._show_heading()

    def _free_width(self) -> None:
        self.setMinimumWidth(0)
        self.setMaximumWidth(_ANY_WIDTH)

    def _fitting(self) -> int:
        return 2 if self.width() >= self.choice.width_of(2) + 2 * _BESIDE else 1

    def minimumSizeHint(self) -> QSize:
        """Return the width of one button: where there is no room for two, they stand under each other."""
        lent = self._column.indexOf(self.choice) < 0
        width = 0 if lent else self.choice.width_of(1) + 2 * _BESIDE
        return QSize(width, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put two buttons beside each other where their names fit."""
        super().resizeEvent(event)
        if not self._beside:
            self.choice.arrange(self._fitting())

    def _press(self, verdict: Verdict, _: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt passes the check state
        self.flush()
        wanted = None if self.buttons[verdict].isChecked() else verdict
        self._check(wanted)
        self.verdictWanted.emit(wanted)

    def _check(self, verdict: Verdict | None) -> None:
        for own, button in self.buttons.items():
            button.show_checked(checked=own is verdict)

    def show_finding(self, about: str) -> None:
        """Know which finding the note is on: ``A 4 from C 4``."""
        self._about = about
        self.note.setAccessibleName(tr("Note on {finding}").format(finding=about))
        self._show_heading()

    def heading(self) -> str:
        """Return what stands over the verdict and the note."""
        return self._heading.full()

    def _show_heading(self) -> None:
        """Say on which finding a note is while it is written: the selection may have gone back for it."""
        if self.note.hasFocus() and self._about:
            self._heading.set_full(tr("Note on {finding}").format(finding=self._about))
        else:
            lent = self._column.indexOf(self.choice) < 0
            self._heading.set_full(tr("Note") if lent else tr("Verdict"))

    def verdict(self) -> Verdict | None:
        """Return the verdict that is shown."""
        return next((own for own, button in self.buttons.items() if button.isChecked()), None)

    def show_judgement(self, judgement: Judgement, *, same_finding: bool) -> None:
        """Show what was decided; of the ``same_finding`` as before, a note that is being written is left alone."""
        self._check(judgement.verdict)
        self._given.set_full(given(judgement))
        self.note.show_note(judgement.note, keep_edit=same_finding)

    def given(self) -> str:
        """Return who decided and when, as it is shown."""
        return self._given.full()

    def flush(self) -> None:
        """Tell of a note that was not told of yet."""
        self.note.commit()

    def focus_note(self) -> None:
        """Give the keyboard to the note."""
        self.note.setFocus(Qt.FocusReason.ShortcutFocusReason)
