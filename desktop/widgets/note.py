"""A small editor for the note on a finding, which grows with what is written."""

from __future__ import annotations

import math

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QFontMetricsF, QKeyEvent, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit

from desktop.language import tr
from desktop.theme import Theme

PAUSE = 600
"""Milliseconds without a key after which what was written counts."""
LEAST_LINES, MOST_LINES = 3, 5
_SIZE = 12.5
_FRAME, _EDGES = 6, 6
"""What the style sheet's padding, and its border and the document's margin, take of the height."""


class NoteEdit(QPlainTextEdit):
    """Plain text; tells of it after a pause, with Ctrl+Enter and when the keyboard goes elsewhere."""

    committed = Signal(str)
    left = Signal()
    """Escape was pressed; what was written has been told before."""
    finished = Signal()
    """Ctrl+Enter was pressed; what was written has been told before."""
    entered = Signal(bool)
    """Whether the keyboard is in the note now."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme, self._known, self._lines = theme, "", 0
        self.setAccessibleName(tr("Note"))
        self.setAccessibleDescription(tr("For the report. Escape leaves the note."))
        self.setPlaceholderText(tr("Note for the report"))
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)
        self.document().setDocumentMargin(1)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self.commit)
        self.textChanged.connect(self._changed)
        theme.changed.connect(self.dress)
        self.dress()

    def dress(self) -> None:
        """Take the theme's font, and the height of its lines."""
        font = self._theme.ui_font(_SIZE)
        self.setFont(font)
        self.viewport().setFont(font)  # draws the placeholder, and inherits nothing where a style sheet is set
        self._lines = 0
        self._grow()

    def show_note(self, text: str, *, keep_edit: bool) -> None:
        """Show a note; with ``keep_edit``, words that were just written are not touched."""
        self._known = text
        if keep_edit and (self._pause.isActive() or self.toPlainText().strip() == text.strip()):
            return
        if self.toPlainText() != text:
            self.setPlainText(text)
            self.moveCursor(QTextCursor.MoveOperation.End)
            self.verticalScrollBar().setValue(0)
        self._pause.stop()

    def commit(self) -> None:
        """Tell of what was written, if it is not known yet."""
        self._pause.stop()
        text = self.toPlainText()
        if text.strip() != self._known.strip():
            self._known = text
            self.committed.emit(text)

    def _changed(self) -> None:
        self._pause.start()
        self._grow()

    def _grow(self) -> None:
        lines = min(MOST_LINES, max(LEAST_LINES, round(self.document().size().height())))
        if lines != self._lines:
            self._lines = lines
            text = math.ceil(lines * QFontMetricsF(self.font()).lineSpacing())
            self.setFixedHeight(text + self._theme.px(_FRAME) + _EDGES)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Adapt the height: lines break elsewhere."""
        super().resizeEvent(event)
        self._grow()

    def event(self, event: QEvent) -> bool:
        """Claim the keys that mean something here before the window's shortcuts get them."""
        claims = event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent)
        if claims and isinstance(event, QKeyEvent) and (_leaves(event) or _tells(event)):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tell of the note with Ctrl+Enter, leave it with Escape; everything else is written."""
        if _tells(event):
            self.commit()
            self.finished.emit()
        elif _leaves(event):
            self.commit()
            self.clearFocus()
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell that there is something to be written."""
        super().focusInEvent(event)
        self.entered.emit(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell of what was written."""
        super().focusOutEvent(event)
        self.commit()
        self.entered.emit(False)


def _leaves(event: QKeyEvent) -> bool:
    return event.key() == Qt.Key.Key_Escape


def _tells(event: QKeyEvent) -> bool:
    enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
    return enter and bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
