"""A small bar to search in both texts: what for, how many hits, previous and next."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from desktop.language import tr
from desktop.theme import Theme
from desktop.widgets.buttons import ActionButton
from desktop.widgets.parts import Panel, Text

WIDTH = 350
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class FindLine(QLineEdit):
    """Tells of Enter, Shift+Enter and Escape before the window's shortcuts get them."""

    stepped = Signal(bool)
    """Forward or not."""
    escaped = Signal()

    def event(self, event: QEvent) -> bool:
        """Claim the keys that mean something here."""
        asked = event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent)
        if asked and isinstance(event, QKeyEvent) and event.key() in (*_ENTER, Qt.Key.Key_Escape):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on with Enter, back with Shift+Enter, leave with Escape."""
        if event.key() in _ENTER:
            self.stepped.emit(not event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        elif event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        else:
            super().keyPressEvent(event)


class FindBar(Panel):
    """Asks for hits and shows how many there are; who searches is not its business."""

    searched = Signal(str, bool)
    """What to look for, and whether forward; the same text again means the next hit."""
    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None, prompt: str = "") -> None:
        prompt = prompt or tr("Find in both texts")
        super().__init__(prompt, "card")
        self._theme = theme
        self.setParent(parent)
        self.line = FindLine()
        self.line.setPlaceholderText(prompt)
        self.line.setAccessibleName(prompt)
        self.line.setAccessibleDescription(
            tr("Enter for the next place, Shift and Enter for the last one, Escape closes")
        )
        self._count = Text(theme, "", 12, tone="ink2")
        self._count.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._previous = self._action(tr("Previous place"), "up")
        self._next = self._action(tr("Next place"), "down")
        close = self._action(tr("Close"), "close")
        row = QHBoxLayout(self)
        row.setContentsMargins(7, 6, 6, 6)
        row.setSpacing(2)
        row.addWidget(self.line, 1)
        row.addWidget(self._count)
        row.addSpacing(4)
        for action in (self._previous, self._next, close):
            row.addWidget(ActionButton(theme, action, "quiet", text=""))
        self.line.textChanged.connect(lambda text: self.searched.emit(text, True))
        self.line.stepped.connect(self._step)
        self.line.escaped.connect(self.closed)
        self._next.triggered.connect(lambda: self._step(forward=True))
        self._previous.triggered.connect(lambda: self._step(forward=False))
        close.triggered.connect(self.closed)
        theme.changed.connect(self._dress)
        self._dress()
        self.show_state(0, 0)

    def _dress(self) -> None:
        self._count.setMinimumWidth(self._theme.px(76))
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Return a width that leaves room for some words."""
        return QSize(self._theme.px(WIDTH), super().sizeHint().height())

    def _action(self, text: str, icon: str) -> QAction:
        action = QAction(text, self)
        action.setProperty("icon_name", icon)
        return action

    def _step(self, forward: bool) -> None:  # noqa: FBT001 - a slot gets what the signal has
        if self.line.text().strip():
            self.searched.emit(self.line.text(), forward)

    def text(self) -> str:
        """Return what is looked for."""
        return self.line.text()

    def begin(self) -> None:
        """Take the keyboard, with the last text ready to be replaced."""
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.line.selectAll()

    def show_state(self, count: int, place: int, *, capped: bool = False) -> None:
        """Show which of how many hits is the current one; ``capped`` says that there may be more."""
        told = f"{count:,}{'+' if capped else ''}"
        shown = (
            tr("{place:,} of {told}").format(place=place, told=told)
            if count
            else tr("Nothing found")
            if self.line.text().strip()
            else ""
        )
        self._count.setText(shown)
        self._count.setAccessibleName(shown or tr("No search"))
        for action in (self._previous, self._next):
            action.setEnabled(count > 0)

    def count_text(self) -> str:
        """Return what is said of the hits."""
        return self._count.text()
