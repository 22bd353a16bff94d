"""Sections of short sentences, each with a sign: a severity, a tick, or a dash."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop.glyphs import paint_severity
from desktop.language import tr
from desktop.models.notes import Act, ActKind, Note, tied
from desktop.theme import Theme
from desktop.widgets.parts import Sign, Text, severity_sign

_INSET = (18, 14, 18, 14)


class NotesSection(QWidget):
    """A heading, perhaps a sentence in bold, and the notes; what can be done about one has a button behind it."""

    acted = Signal(object)
    """The :class:`~desktop.models.notes.Act` of a note, to be done now."""

    def __init__(self, theme: Theme, title: str, *, inset: bool = True) -> None:
        """Make a section; one that is not ``inset`` stands in a form, under that form's own heading."""
        super().__init__()
        self._theme = theme
        self._lines: list[QWidget] = []
        self._title = Text(theme, title, 11.5, 600, tone="ink2").wrapped()
        self.setAccessibleName(title)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(*(_INSET if inset else (0, 0, 0, 0)))
        self._column.setSpacing(8)
        self._column.addWidget(self._title)
        self._title.setVisible(inset)

    def show_notes(self, title: str, notes: Sequence[Note], lead: str = "") -> None:
        """Show these notes in place of the last ones."""
        self._title.setText(title)
        self.setAccessibleName(title)
        for line in self._lines:
            self._column.removeWidget(line)
            line.hide()
            line.deleteLater()
        first: list[QWidget] = [Text(self._theme, lead, 13, 600).wrapped()] if lead else []
        self._lines = first + [self._line(note) for note in notes]
        for line in self._lines:
            self._column.addWidget(line)

    def _line(self, note: Note) -> QWidget:
        line = QWidget()
        line.setAccessibleName(note.text)
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(9)
        text = Text(self._theme, tied(note.text), 12.5).wrapped()
        button = None if note.act is None else self._button(note, note.act)
        # The first line, and the sign, stand at the height of the button's words.
        line_height = text.fontMetrics().height()
        above = 0 if button is None else max(0, (button.sizeHint().height() - line_height) // 2)
        signs = QVBoxLayout()
        signs.setContentsMargins(0, above, 0, 0)
        signs.addWidget(note_sign(self._theme, note))
        signs.addStretch()
        row.addLayout(signs)
        text.setContentsMargins(0, above, 0, 0)
        row.addWidget(text, 1, Qt.AlignmentFlag.AlignTop)
        if button is not None:
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        return line

    def _button(self, note: Note, act: Act) -> QPushButton:
        made = QPushButton(act.name, self)
        made.setFont(self._theme.ui_font(12, 500))
        made.setAccessibleName(f"{act.name}: {note.text}")
        made.setAutoDefault(False)
        if act.kind is ActKind.SHOW:  # there may be dozens, and they change nothing
            made.setProperty("kind", "quiet")
        made.ensurePolished()
        if act.kind is ActKind.SHOW and len(act.places) > 1:
            made.setToolTip(tr("Go to the first place; again, to the next"))
        made.clicked.connect(lambda: self.acted.emit(act))
        return made


def note_sign(theme: Theme, note: Note) -> Sign:
    """Return the sign before a note."""
    if note.severity is not None:
        return severity_sign(theme, note.severity)
    if note.good:
        return Sign(tr("Tick"), lambda painter, rect: paint_severity(painter, rect, None, theme), theme=theme)

    def dash(painter: QPainter, rect: QRectF) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.color("ink2"), 1.4))
        middle, third = rect.center(), rect.width() / 4
        painter.drawLine(QPointF(middle.x() - third, middle.y()), QPointF(middle.x() + third, middle.y()))

    return Sign(tr("Note"), dash, theme=theme)
