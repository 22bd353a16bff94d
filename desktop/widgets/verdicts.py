"""What an editor says of a finding: one of four verdicts, and a note for the report."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout

from core.case.review import Judgement, Verdict
from desktop.delegates.painting import KEY_CAP_HEIGHT, key_cap_width, paint_key_cap
from desktop.icons import pixmap
from desktop.theme import Theme
from desktop.verdict_signs import SIGNS, given
from desktop.widgets.note import NoteEdit
from desktop.widgets.parts import ElidedText, Panel, Text

_HEIGHT, _PAD, _ICON, _GAP, _CAP_PAD = 30, 10, 16, 6, 8
_BESIDE, _BETWEEN = 14, 6


class VerdictButton(QPushButton):
    """A verdict's icon and name, and its key at the right; ink where it is the finding's."""

    def __init__(self, theme: Theme, verdict: Verdict) -> None:
        super().__init__()
        self._theme, self._sign = theme, SIGNS[verdict]
        self.verdict = verdict
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(self._sign.name)
        self.setAccessibleDescription(f"Verdict, key {self._sign.key}; the same again takes it away")
        self.setToolTip(f"{self._sign.name} ({self._sign.key})")
        self.setProperty("kind", "plain")
        theme.changed.connect(self.updateGeometry)

    def nextCheckState(self) -> None:
        """Stay as it is: which one is checked follows from the finding's verdict."""

    def show_checked(self, *, checked: bool) -> None:
        """Show whether this is the finding's verdict."""
        if checked != self.isChecked():
            self.setChecked(checked)
            self.setProperty("kind", "primary" if checked else "plain")
            self.style().unpolish(self)
            self.style().polish(self)
            self.update()

    def _plain_width(self) -> int:
        wide = QFontMetricsF(self._theme.ui_font(13, 500)).horizontalAdvance(self._sign.name)
        return round(wide) + self._theme.px(2 * _PAD + _ICON + _GAP)

    def sizeHint(self) -> QSize:
        """Return the size of icon, name and key with room around them."""
        cap = round(key_cap_width(self._sign.key, self._theme)) + self._theme.px(_GAP + _CAP_PAD - _PAD)
        return QSize(self._plain_width() + cap, self._theme.px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Return a size that tells the name in full; the key gives way."""
        return QSize(self._plain_width(), self._theme.px(_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground, then icon, name and key over it."""
        super().paintEvent(event)
        theme, on_ink = self._theme, self.isChecked()
        ink = theme.color("paper" if on_ink else "ink" if self.isEnabled() else "ink3")
        size, pad = theme.px(_ICON), theme.px(_PAD)
        painter = QPainter(self)
        drawn = pixmap(self._sign.icon, ink, size, self.devicePixelRatioF())
        painter.drawPixmap(pad, (self.height() - size) // 2, drawn)
        painter.setPen(ink)
        painter.setFont(theme.ui_font(13, 500))
        left = pad + size + theme.px(_GAP)
        painter.drawText(QRectF(left, 0, self.width() - left, self.height()), _MIDDLE, self._sign.name)
        if self.width() < self.sizeHint().width():
            painter.end()
            return
        wide = key_cap_width(self._sign.key, theme)
        right, top = self.width() - theme.px(_CAP_PAD), (self.height() - KEY_CAP_HEIGHT) / 2
        cap = QRectF(round(right - wide), round(top), wide, KEY_CAP_HEIGHT)
        paint_key_cap(painter, cap, self._sign.key, theme, on_ink=on_ink)
        painter.end()


_MIDDLE = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


class VerdictPanel(Panel):
    """Four buttons of which at most one is pressed, who decided, and the note.

    Shows what it is given and tells what the editor wants; nothing is decided here.
    """

    verdictWanted = Signal(object)  # noqa: N815 - signals are named as Qt names them
    """A :class:`Verdict`, or None to take it away."""
    noteWanted = Signal(str)  # noqa: N815
    noteLeft = Signal()  # noqa: N815
    """The editor pressed Escape in the note: the keyboard is free to go back to the texts."""

    def __init__(self, theme: Theme) -> None:
        super().__init__("Verdict")
        self.buttons = {verdict: VerdictButton(theme, verdict) for verdict in Verdict}
        self._given = ElidedText(theme, "", 11.5, tone="ink3")
        self._given.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.note = NoteEdit(theme)
        column = QVBoxLayout(self)
        column.setContentsMargins(_BESIDE, 9, _BESIDE, 12)
        column.setSpacing(6)
        heading = QHBoxLayout()
        heading.addWidget(Text(theme, "Verdict", 11.5, 600, "ink2"))
        heading.addWidget(self._given, 1)
        column.addLayout(heading)
        self._grid = QGridLayout()
        self._grid.setSpacing(_BETWEEN)
        self._across = 0
        self._arrange(2)
        for verdict, button in self.buttons.items():
            button.clicked.connect(partial(self._press, verdict))
        column.addLayout(self._grid)
        column.addWidget(self.note)
        column.addStretch(1)
        self.note.committed.connect(self.noteWanted)
        self.note.left.connect(self.noteLeft)

    def _arrange(self, across: int) -> None:
        """Put so many buttons beside each other."""
        if across != self._across:
            self._across = across
            for place, button in enumerate(self.buttons.values()):
                self._grid.removeWidget(button)
                self._grid.addWidget(button, place // across, place % across)

    def minimumSizeHint(self) -> QSize:
        """Return the width of one button: where there is no room for two, they stand under each other."""
        widest = max(button.minimumSizeHint().width() for button in self.buttons.values())
        return QSize(widest + 2 * _BESIDE, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put two buttons beside each other where their names fit."""
        super().resizeEvent(event)
        widest = max(button.minimumSizeHint().width() for button in self.buttons.values())
        self._arrange(2 if self.width() >= 2 * (widest + _BESIDE) + _BETWEEN else 1)

    def _press(self, verdict: Verdict, _: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt passes the check state
        self.flush()
        wanted = None if self.buttons[verdict].isChecked() else verdict
        self._check(wanted)
        self.verdictWanted.emit(wanted)

    def _check(self, verdict: Verdict | None) -> None:
        for own, button in self.buttons.items():
            button.show_checked(checked=own is verdict)

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
