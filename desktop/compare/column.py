"""One column of sentence blocks: paints them and tells what the reader does with them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from desktop.compare.blocks import Block, row_of
from desktop.compare.layout import BlockLayouts
from desktop.compare.model import BlockModel
from desktop.compare.painting import BlockPainter, BlockState, paint_fades, paint_placeholder
from desktop.compare.pixellist import PixelList
from desktop.compare.scene import Side
from desktop.compare.style import Metrics
from desktop.theme import Theme

_NO_UPDATE = QItemSelectionModel.SelectionFlag.NoUpdate


class Column(PixelList):
    """Shows one side. Signals carry 0-based sentence indices, −1 for none."""

    sentence_chosen = Signal(int)
    fold_opened = Signal(int)
    hovered = Signal(int)

    def __init__(self, theme: Theme, *, rail_right: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rail_right = rail_right
        self._blocks = BlockModel(self)
        self._selected: frozenset[int] = frozenset()
        self._hover = -1
        self._keyboard = False
        self.placeholder = ""
        self.setModel(self._blocks)
        self._theme, self._metrics = theme, Metrics()
        self._painter = BlockPainter(theme, self._metrics, rail_right=rail_right)
        self._layouts = BlockLayouts(theme, self._metrics)
        self.line_step = self._metrics.line
        self._lay_out_in_place()

    # --- what is shown -------------------------------------------------------------------------------------------

    def show_blocks(
        self,
        side: Side | None,
        blocks: Sequence[Block],
        name: Callable[[Block], str],
        *,
        keep_place: bool,
        hold: int = -1,
    ) -> None:
        """Show these rows.

        ``keep_place`` leaves what the reader looks at where it stands: the sentence ``hold``, else the selection,
        else the first sentence in view that no row stands for with others. Without it the text begins anew.
        """
        held = self._held_sentence(hold) if keep_place else -1
        place = self.extent(held)
        current = self.current_sentence() if keep_place else -1
        self._hover = -1
        self._blocks.show(side, blocks, name)
        self._layouts.forget()
        self._lay_out_blocks()
        if place is not None and (row := self.row_of(held)) >= 0:
            self.place_row(row, place[0])
        else:
            self.scroll_to(self.offset if keep_place else 0)
        if (row := self.row_of(current)) >= 0:
            self.selectionModel().setCurrentIndex(self._blocks.index(row, 0), _NO_UPDATE)
        self.set_selected(self._selected)

    def _held_sentence(self, hold: int) -> int:
        shown = [self.blocks[row] for row in self.shown_rows()]
        inside = [b for b in shown if self.rows.top(self.row_of(b.first)) >= self.offset] or shown
        single = [b.first for b in inside if not b.folded] or [b.first for b in inside]
        wanted = [n for n in (hold, *sorted(self._selected)) if any(b.first <= n <= b.last for b in shown)]
        return next(iter([*wanted, *single]), -1)

    def set_selected(self, sentences: Collection[int]) -> None:
        """Outline these sentences."""
        self._selected = frozenset(sentences)
        selection = QItemSelection()
        for sentence in self._selected:
            if (row := self.row_of(sentence)) >= 0:
                index = self._blocks.index(row, 0)
                selection.select(index, index)
        self.selectionModel().select(selection, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.viewport().update()

    def set_current(self, sentence: int) -> None:
        """Give the keyboard to a sentence without scrolling."""
        if (row := self.row_of(sentence)) >= 0:
            self.setAutoScroll(False)
            self.selectionModel().setCurrentIndex(self._blocks.index(row, 0), _NO_UPDATE)
            self.setAutoScroll(True)

    @property
    def blocks(self) -> list[Block]:
        """Return the rows."""
        return self._blocks.blocks

    def row_of(self, sentence: int) -> int:
        """Return the row that shows a sentence, −1 where there is none."""
        return row_of(self._blocks.blocks, sentence)

    def current_sentence(self) -> int:
        """Return the sentence that has the keyboard, −1 before there is one."""
        row = self.currentIndex().row()
        return self.blocks[row].first if 0 <= row < len(self.blocks) else -1

    def extent(self, sentence: int) -> tuple[int, int] | None:
        """Return the upper and lower edge, on screen, of the row that shows a sentence."""
        row = self.row_of(sentence)
        if row < 0:
            return None
        return self.rows.top(row) - self.offset, self.rows.bottom(row) - self.offset

    def beyond(self) -> tuple[bool, bool]:
        """Return whether text goes on above and below the viewport."""
        padding = self._metrics.padding
        return self.offset > padding, self.offset + self.page < self.rows.total - padding

    # --- the layout ----------------------------------------------------------------------------------------------

    def row_ends(self) -> tuple[int, int]:
        """Return where blocks begin, and their width: up to the gutter, but no wider than reads well."""
        room = self.viewport().width() - self._metrics.margin
        width = max(1, min(room, self._metrics.widest_block))
        return (self.viewport().width() - width if self._rail_right else 0), width

    def row_margin(self) -> int:
        """Return the width of the numbers' margin."""
        return self._metrics.margin

    def row_height(self, row: int, *, exact: bool) -> int:
        """Return the height of a row."""
        block = self.blocks[row]
        if block.folded:
            return self._metrics.folded
        view = self._blocks.sentence(block.first)
        return self._layouts.height(block.first, view) if exact else self._layouts.estimate(view)

    def _lay_out_blocks(self) -> None:
        self._layouts.set_width(self._painter.text_width(self.row_ends()[1]))
        gap, wide = self._metrics.gap, self._metrics.paragraph_gap
        gaps = [0 if n == 0 else wide if b.new_paragraph else gap for n, b in enumerate(self.blocks)]
        self.lay_out(gaps, self._metrics.padding)

    def _lay_out_in_place(self) -> None:
        place = self.keep_place()
        self._lay_out_blocks()
        if place is None:
            self.scroll_to(self.offset)
        else:
            self.place_row(*place)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the lines anew and keep the sentence at the top where it stands."""
        super().resizeEvent(event)
        if event.oldSize().width() == event.size().width():
            self.scroll_to(self.offset)
        else:
            self._lay_out_in_place()

    # --- events --------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the blocks in view."""
        area = self.viewport().rect()
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self._theme.color("paper"))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not self._blocks.blocks:
            paint_placeholder(painter, area, self.placeholder, self._theme)
        else:
            for row in self.shown_rows():
                self._paint_row(painter, row)
            above, below = self.beyond()
            paint_fades(painter, area, self._theme.color("paper"), above=above, below=below)
            self._paint_focus(painter, area)
        painter.end()

    def _paint_row(self, painter: QPainter, row: int) -> None:
        block, rect = self._blocks.blocks[row], self.row_rect(row)
        state = BlockState(selected=block.first in self._selected, hovered=row == self._hover)
        if block.folded:
            self._painter.folded(painter, rect, block, state)
            middle = rect.center().y() + 1 + painter.fontMetrics().capHeight() // 2
            self._painter.number(painter, rect, block.first + 1, middle, selected=False)
            return
        view = self._blocks.sentence(block.first)
        laid = self._layouts.lay_out(block.first, view)
        self._painter.sentence(painter, rect, view, laid, state)
        baseline = rect.top() + self._metrics.pad_top + self._layouts.baseline
        self._painter.number(painter, rect, block.first + 1, baseline, selected=state.selected)

    def _paint_focus(self, painter: QPainter, area: QRect) -> None:
        current = self.currentIndex()
        if self._keyboard and self.hasFocus() and current.isValid():
            self._painter.focus_ring(painter, self.row_rect(current.row()), area)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose a sentence, or open a folded row."""
        row = self.row_at(event.position().toPoint())
        if event.button() != Qt.MouseButton.LeftButton or row < 0:
            event.ignore()
            return
        self._keyboard = False
        self.set_current(self.blocks[row].first)
        self._activate(row)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Take the second click of a double click like any other."""
        self.mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Do nothing: the press did it."""
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell which sentence lies under the pointer."""
        self._set_hover(self.row_at(event.position().toPoint()))

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
        clickable = block is not None and (block.folded or bool(self._blocks.sentence(block.first).links))
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if clickable else Qt.CursorShape.ArrowCursor)
        self.hovered.emit(block.first if block is not None and not block.folded else -1)
        self.viewport().update()

    def _activate(self, row: int) -> None:
        block = self._blocks.blocks[row]
        if block.folded:
            self.fold_opened.emit(block.first)
        else:
            self.sentence_chosen.emit(block.first)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move between sentences, choose one with Enter; everything else is the window's."""
        self._keyboard = True
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            if self.currentIndex().isValid():
                self._activate(self.currentIndex().row())
        elif event.key() in _CURSOR_KEYS:
            super().keyPressEvent(event)
        else:
            event.ignore()
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
