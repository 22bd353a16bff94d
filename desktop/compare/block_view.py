"""The rows of one column: which they are, how they are laid out, how they look. What the reader does is not its own."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QPoint, QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from core.case.review import Verdict
from desktop.compare.blocks import Block, row_of
from desktop.compare.layout import BlockLayouts, flow_of
from desktop.compare.model import BlockModel
from desktop.compare.painting import BlockPainter, BlockState, HitBox, paint_fades, paint_placeholder
from desktop.compare.pixellist import PixelList
from desktop.compare.scene import Side
from desktop.compare.search import Hit
from desktop.compare.style import Metrics
from desktop.theme import Theme

_NO_UPDATE = QItemSelectionModel.SelectionFlag.NoUpdate


class BlockView(PixelList):
    """Shows one side's blocks; sentences are 0-based."""

    def __init__(self, theme: Theme, *, rail_right: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rail_right = rail_right
        self._blocks = BlockModel(self)
        self._selected: frozenset[int] = frozenset()
        self._verdicts: Mapping[int, Verdict] = {}
        self._noted: Collection[int] = ()
        self._said: dict[int, tuple[Verdict | None, bool]] = {}
        self._hits: Mapping[int, Sequence[Hit]] = {}
        self._current_hit: Hit | None = None
        self._aim = -1
        self._hover = -1
        self._keyboard = False
        self.picking = False
        """A sentence is being chosen for a link: any will do."""
        self.reflow = False
        self._numbered: set[int] = set()
        self.placeholder = ""
        self.setModel(self._blocks)
        self._theme = theme
        self._dress()
        theme.changed.connect(self._dress)

    def _dress(self) -> None:
        """Take the theme's fonts and lengths as they are now."""
        self._metrics = Metrics.of(self._theme)
        if self.reflow:
            self._metrics = replace(self._metrics, pad_top=0, pad_bottom=0, gap=0)
        self.most_overlap = self._metrics.line if self.reflow else 0
        self._painter = BlockPainter(self._theme, self._metrics, rail_right=self._rail_right)
        self._layouts = BlockLayouts(self._theme, self._metrics)
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
        self._lay_out_blocks()
        if place is not None and (row := self.row_of(held)) >= 0:
            self.place_row(row, place[0])
        else:
            self.scroll_to(self.offset if keep_place else 0)
        self.set_current(current)
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

    def set_reflow(self, on: bool) -> None:  # noqa: FBT001 - a setter as Qt has them
        """Let the sentences of a paragraph follow each other on one line, or give each lines of its own."""
        if on != self.reflow:
            place = self.keep_place()
            self.reflow = on
            self._dress()
            if place is not None:
                self.place_row(*place)

    def overlap(self, row: int) -> int:
        """Return a line where a row begins on the last line of the one before it."""
        block = self.blocks[row]
        if not self.reflow or block.folded:
            return 0
        laid = self._layouts.lay_out(block.first, self._blocks.sentence(block.first))
        return self._metrics.line if laid.shared else 0

    def row_at(self, point: QPoint) -> int:
        """Return the row at a place of the viewport; of those on one line the one whose words stand there."""
        row = super().row_at(point)
        while self.reflow and 0 <= row < len(self.blocks) - 1 and self._begins_before(row + 1, point):
            row += 1
        return row

    def _begins_before(self, row: int, point: QPoint) -> bool:
        """Return whether a row begins on the line at a place, and not behind that place."""
        block, rect = self.blocks[row], self.row_rect(row)
        if block.folded or not self.overlap(row) or point.y() < rect.top():
            return False
        laid = self._layouts.lay_out(block.first, self._blocks.sentence(block.first))
        first = self._layouts.fragments(laid)[0]
        x = point.x() - self._painter.text_left(rect)
        return x <= first.right() if laid.from_right else x >= first.left()

    def set_verdicts(self, verdicts: Mapping[int, Verdict], noted: Collection[int] = (), *, shown: bool) -> None:
        """Say what was decided and noted, by sentence: ``shown`` in the margin, and in names in any case."""
        self._verdicts, self._noted = (verdicts, noted) if shown else ({}, ())
        said = {n: (verdicts.get(n), n in noted) for n in {*verdicts, *noted}}
        others = {n for n, _ in said.items() ^ self._said.items()}
        self._said = said
        for row in sorted({self.row_of(n) for n in others}):
            if row >= 0:  # row by row: of a range Qt asks where each row of it stands
                place = self._blocks.index(row, 0)
                self._blocks.dataChanged.emit(place, place, [Qt.ItemDataRole.AccessibleTextRole])
        self.viewport().update()

    def set_hits(self, hits: Mapping[int, Sequence[Hit]], current: Hit | None) -> None:
        """Mark words that were searched for, by sentence."""
        self._hits, self._current_hit = hits, current
        self.viewport().update()

    def set_aim(self, sentence: int) -> None:
        """Mark the sentence that a link would go to, −1 for none."""
        if sentence != self._aim:
            self._aim = sentence
            self.viewport().update()

    def sentence_at(self, place: QPoint) -> int:
        """Return the sentence at a place on screen, −1 where there is none or only a folded row."""
        inside = self.viewport().mapFromGlobal(place)
        row = self.row_at(inside) if self.viewport().rect().contains(inside) else -1
        return self.blocks[row].first if row >= 0 and not self.blocks[row].folded else -1

    def line_of(self, hit: Hit) -> int:
        """Return how far a hit's first line stands below its row's upper edge."""
        view = self._blocks.sentence(hit.sentence)
        boxes = self._layouts.boxes(view, self._layouts.lay_out(hit.sentence, view), hit.start, hit.end)
        return self._metrics.pad_top + (round(boxes[0].top()) if boxes else 0)

    def disguise_at(self, point: QPoint) -> str:
        """Return what is to be known of the disguised word at a place of the viewport; "" where there is none."""
        row = self.row_at(point)
        if row < 0 or self.blocks[row].folded:
            return ""
        rect, sentence = self.row_rect(row), self.blocks[row].first
        laid = self._layouts.lay_out(sentence, self._blocks.sentence(sentence))
        x, y = point.x() - self._painter.text_left(rect), point.y() - rect.top() - self._metrics.pad_top
        over = (b for b in laid.brackets if b.start <= x <= b.end and b.top <= y < b.top + self._metrics.line)
        return next((bracket.disguise.said() for bracket in over), "")

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
        return self.row_top(row) - self.offset, self.rows.bottom(row) - self.offset

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

    def row_height(self, row: int) -> int:
        """Return the height of a row."""
        block = self.blocks[row]
        if block.folded:
            return self._metrics.folded
        return self._layouts.height(block.first, self._blocks.sentence(block.first))

    def estimates(self) -> Sequence[int]:
        """Return about how high every row is."""
        heights, folded = self._layouts.estimates(self._blocks.lengths), self._metrics.folded
        return [folded if block.folded else heights[block.first] for block in self.blocks]

    def _lay_out_blocks(self) -> None:
        self._layouts.set_width(self._painter.text_width(self.row_ends()[1]))
        self._layouts.set_flow(flow_of(self.blocks, self._blocks.sentence) if self.reflow else None)
        gap, wide = self._metrics.gap, self._metrics.paragraph_gap
        gaps = [0 if n == 0 else wide if b.new_paragraph else gap for n, b in enumerate(self.blocks)]
        if self.reflow:
            near = Metrics().gap
            gaps = [
                near if n and (b.folded or self.blocks[n - 1].folded) else gaps[n] for n, b in enumerate(self.blocks)
            ]
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

    # --- painting ------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the blocks in view."""
        area = self.viewport().rect()
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self._theme.color("paper"))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not self._blocks.blocks:
            paint_placeholder(painter, area, self.placeholder, self._theme)
        else:
            self._numbered.clear()
            for row in self.shown_rows():
                self._paint_row(painter, row)
            above, below = self.beyond()
            paint_fades(painter, area, self._theme.color("paper"), above=above, below=below)
            self._paint_focus(painter, area)
        painter.end()

    def _paint_row(self, painter: QPainter, row: int) -> None:
        block, rect = self._blocks.blocks[row], self.row_rect(row)
        aimed = block.first == self._aim or (self.picking and row == self._hover)
        state = BlockState(block.first in self._selected, row == self._hover, aimed)
        if block.folded:
            self._painter.folded(painter, rect, block, state)
            middle = rect.center().y() + 1 + painter.fontMetrics().capHeight() // 2
            self._painter.number(painter, rect, block.first + 1, middle, selected=False)
            return
        view = self._blocks.sentence(block.first)
        laid = self._layouts.lay_out(block.first, view)
        hits = [
            HitBox(box, hit is self._current_hit)
            for hit in self._hits.get(block.first, ())
            for box in self._layouts.boxes(view, laid, hit.start, hit.end)
        ]
        inline = self._layouts.fragments(laid) if self.reflow else ()
        self._painter.sentence(painter, rect, view, laid, state, hits, inline)
        baseline = rect.top() + self._metrics.pad_top + self._layouts.baseline
        if baseline in self._numbered:  # a short sentence began on this line already
            return
        self._numbered.add(baseline)
        self._painter.number(painter, rect, block.first + 1, baseline, selected=state.selected)
        if (verdict := self._verdicts.get(block.first)) is not None:
            self._painter.verdict(painter, rect, verdict, baseline)
        if block.first in self._noted:
            self._painter.note(painter, rect, baseline, beside=verdict is not None)

    def _paint_focus(self, painter: QPainter, area: QRect) -> None:
        current = self.currentIndex()
        if self._keyboard and self.hasFocus() and current.isValid():
            self._painter.focus_ring(painter, self.row_rect(current.row()), area)
