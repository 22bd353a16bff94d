"""One column of sentence blocks, and what the reader does with them: pointer and keys."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QToolTip, QWidget

from desktop.compare.block_view import BlockView
from desktop.plain import tooltip
from desktop.theme import Theme


class Column(BlockView):
    """Shows one side. Signals carry 0-based sentence indices, −1 for none."""

    sentence_chosen = Signal(int)
    fold_opened = Signal(int)
    hovered = Signal(int)
    edit_asked = Signal(int, QPoint)
    """The reader wants to do something with a sentence; the place on screen where to offer it."""
    dragged = Signal(int, QPoint)
    """A sentence is dragged, and the pointer is at that place on screen."""
    dropped = Signal(int, QPoint)
    escaped = Signal()
    """Escape, while :attr:`picking`."""

    def __init__(self, theme: Theme, *, rail_right: bool, parent: QWidget | None = None) -> None:
        super().__init__(theme, rail_right=rail_right, parent=parent)
        self._grip: tuple[int, QPoint] | None = None
        self._dragging = False

    # --- the pointer ---------------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose a sentence, or open a folded row."""
        row = self.row_at(event.position().toPoint())
        if event.button() != Qt.MouseButton.LeftButton or row < 0:
            event.ignore()
            return
        self._keyboard = False
        self.set_current(self.blocks[row].first)
        self._grip = (self.blocks[row].first, event.globalPosition().toPoint()) if self._linked(row) else None
        self._activate(row)

    def _linked(self, row: int) -> bool:
        return not self.blocks[row].folded and bool(self._blocks.sentence(self.blocks[row].first).links)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Offer what can be done with a link; anywhere else take the second click like any other."""
        row = self.row_at(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and row >= 0 and self._linked(row) and not self.picking:
            self._grip = None
            self.edit_asked.emit(self.blocks[row].first, event.globalPosition().toPoint())
        else:
            self.mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go of what was dragged; else the press did it all."""
        grip, self._grip = self._grip, None
        if grip is not None and self._dragging:
            self._dragging = False
            self.dropped.emit(grip[0], event.globalPosition().toPoint())
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell which sentence lies under the pointer, or where one is dragged to."""
        place = event.globalPosition().toPoint()
        if self._grip is not None and event.buttons() & Qt.MouseButton.LeftButton:
            far = (place - self._grip[1]).manhattanLength() >= QApplication.startDragDistance()
            self._dragging = self._dragging or far
            if self._dragging:
                self.dragged.emit(self._grip[0], place)
            return
        self._set_hover(self.row_at(event.position().toPoint()))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done with the sentence under the pointer, or with the one that has the keyboard."""
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            row = self.currentIndex().row()
            place = self.viewport().mapToGlobal(self.row_rect(row).center()) if row >= 0 else QPoint()
        else:
            row, place = self.row_at(event.pos()), event.globalPos()
        if 0 <= row < len(self.blocks) and not self.blocks[row].folded:
            self.edit_asked.emit(self.blocks[row].first, place)
        event.accept()

    def leaveEvent(self, event: QEvent) -> None:
        """Tell that the pointer is gone."""
        super().leaveEvent(event)
        self._set_hover(-1)

    def forget_pointer(self) -> None:
        """Light nothing until the pointer moves: other rows stand under it now."""
        self._set_hover(-1)

    def _set_hover(self, row: int) -> None:
        if row == self._hover:
            return
        self._hover = row
        block = self._blocks.blocks[row] if 0 <= row < len(self._blocks.blocks) else None
        clickable = block is not None and (block.folded or self.picking or self._linked(row))
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if clickable else Qt.CursorShape.ArrowCursor)
        self.hovered.emit(block.first if block is not None and not block.folded else -1)
        self.viewport().update()

    def _activate(self, row: int) -> None:
        block = self._blocks.blocks[row]
        if block.folded:
            self.fold_opened.emit(block.first)
        else:
            self.sentence_chosen.emit(block.first)

    def viewportEvent(self, event: QEvent) -> bool:
        """Tell in the tooltip how a disguised word reads."""
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), tooltip(self.disguise_at(event.pos())), self.viewport())
            return True
        return super().viewportEvent(event)

    # --- keys ----------------------------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        """Claim Escape before the window's shortcut gets it, while a sentence is being chosen."""
        asked = event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent)
        if asked and self.picking and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move between sentences, choose one with Enter; everything else is the window's."""
        self._keyboard = True
        if self.picking and event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            if self.currentIndex().isValid():
                self._activate(self.currentIndex().row())
        elif event.key() in _CURSOR_KEYS:
            super().keyPressEvent(event)
        else:
            event.ignore()
        self.viewport().update()

    def take_keyboard(self) -> None:
        """Take the keyboard and show the ring around the current sentence, whatever brought it there."""
        self._keyboard = True
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.viewport().update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring when the keyboard brought the focus; begin at the first sentence in view."""
        super().focusInEvent(event)
        if event.reason() in _KEYBOARD_REASONS:
            self._keyboard = True
        if not self.currentIndex().isValid() and self.shown_rows():
            self.set_current(self.blocks[self.shown_rows().start].first)
        self.viewport().update()


_CURSOR_KEYS = frozenset(
    (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
)
_KEYBOARD_REASONS = frozenset(
    (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.ShortcutFocusReason)
)
