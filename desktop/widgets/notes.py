"""Sections of short sentences, each with a sign: a severity, a tick, or a dash."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.glyphs import paint_severity
from desktop.language import tr
from desktop.models.notes import Note, tied
from desktop.theme import Theme
from desktop.widgets.parts import Sign, Text, severity_sign


class NotesSection(QWidget):
    """A heading, perhaps a sentence in bold, and the notes."""

    def __init__(self, theme: Theme, title: str) -> None:
        super().__init__()
        self._theme = theme
        self._lines: list[QWidget] = []
        self._title = Text(theme, title, 11.5, 600, tone="ink2").wrapped()
        self.setAccessibleName(title)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(18, 14, 18, 14)
        self._column.setSpacing(8)
        self._column.addWidget(self._title)

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
        row.addWidget(note_sign(self._theme, note), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(Text(self._theme, tied(note.text), 12.5).wrapped(), 1)
        return line


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
