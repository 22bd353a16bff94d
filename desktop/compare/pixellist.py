"""A list view that scrolls by pixels and lays out only what is near the viewport.

It is a QListView for what that brings (items for screen readers, current index, focus), but places and scrolling are
its own. Heights outside the viewport may be estimates; when one turns out wrong, the row that the reader looks at
stays where it is. What rows are and how they look is the subclass's.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QRegion, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from desktop.compare.geometry import READING_LINE, Rows

Index = QModelIndex | QPersistentModelIndex

MEASURED_AT_ONCE = 100
"""Up to so many rows every height is exact from the start: a few screenfuls are laid out in a moment."""


class PixelList(QListView):
    """Rows one under the other, at places counted in pixels of the whole text."""

    driven = Signal(int)
    """The reader scrolled by so many pixels."""
    moved = Signal()
    """Rows stand elsewhere than before, for whatever reason."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = Rows((), ())
        self.version = 0
        """Grows whenever a height changes."""
        self.line_step = 21
        self.most_overlap = 0
        """How far a row may begin above the end of the one before it."""
        self._known: set[int] = set()
        self._moving = False
        self._wheel = 0.0
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    # --- for the subclass ----------------------------------------------------------------------------------------

    def row_height(self, row: int) -> int:
        """Return the height of a row."""
        raise NotImplementedError

    def estimates(self) -> Sequence[int]:
        """Return about how high every row is, without laying any of them out."""
        raise NotImplementedError

    def row_ends(self) -> tuple[int, int]:
        """Return where rows begin in the viewport, and their width."""
        raise NotImplementedError

    def row_margin(self) -> int:
        """Return how far beside a row the pointer still means it."""
        return 0

    def overlap(self, row: int) -> int:  # noqa: ARG002 - the subclass may look
        """Return how far a row begins above the end of the one before it."""
        return 0

    def lay_out(self, gaps: Sequence[int], padding: int) -> None:
        """Set every height anew, exact for a short text and estimated for a long one."""
        count = len(gaps)
        exact = count <= MEASURED_AT_ONCE
        self.rows = Rows([self.row_height(n) for n in range(count)] if exact else self.estimates(), gaps, padding)
        self._known = set(range(count)) if exact else set()
        self.version += 1
        self._set_range()

    # --- places --------------------------------------------------------------------------------------------------

    @property
    def offset(self) -> int:
        """Return how far the text is scrolled; negative where its beginning was pulled down."""
        return self.verticalScrollBar().value()

    @property
    def page(self) -> int:
        """Return the viewport's height."""
        return self.viewport().height()

    def shown_rows(self) -> range:
        """Return the rows of which something is in the viewport."""
        return self._rows_at(self.offset)

    def _rows_at(self, offset: int) -> range:
        return self.rows.between(offset, offset + self.page + self.most_overlap)

    def row_top(self, row: int) -> int:
        """Return where a row begins in the whole text."""
        return self.rows.top(row) - self.overlap(row)

    def row_rect(self, row: int) -> QRect:
        """Return where a row stands in the viewport."""
        left, width = self.row_ends()
        over = self.overlap(row)
        return QRect(left, self.rows.top(row) - over - self.offset, width, self.rows.height(row) + over)

    def row_at(self, point: QPoint) -> int:
        """Return the row at a place of the viewport, −1 where there is none."""
        row = self.rows.at(point.y() + self.offset)
        left, width = self.row_ends()
        inside = row >= 0 and left - self.row_margin() <= point.x() < left + width + self.row_margin()
        return row if inside else -1

    def scroll_to(self, offset: float, keep: int | None = None) -> None:
        """Scroll so that the viewport begins at ``offset``; ``keep`` is a row whose place must come out exact."""
        goal = round(offset)
        self._set_offset(goal)
        while fresh := [r for r in self._rows_at(goal) if r not in self._known]:
            held = keep if keep is not None else self._held(goal)
            before = self.rows.top(held)
            for row in fresh:
                self.rows.set_height(row, self.row_height(row))
            self._known.update(fresh)
            self.version += 1
            goal += self.rows.top(held) - before
            self._set_range()
            self._set_offset(goal)
        self.viewport().update()
        self.moved.emit()

    def _held(self, goal: int) -> int:
        """Return the row to hold still while heights are corrected: the first known one in view."""
        shown = self._rows_at(goal)
        return next((r for r in shown if r in self._known), shown.start)

    def place_row(self, row: int, y: float) -> None:
        """Scroll so that a row's upper edge stands at ``y`` of the viewport."""
        self.scroll_to(self.row_top(row) - y, keep=row)

    def drive(self, delta: int) -> None:
        """Scroll for the reader, within the text; an overhang left by a finding's place may shrink but not grow."""
        offset = self.offset
        lowest = max(offset, self.rows.total - self.page, 0)
        goal = max(min(offset, 0), min(lowest, offset + delta))
        if goal != offset:
            self.scroll_to(goal)
            self.driven.emit(goal - offset)

    def keep_place(self) -> tuple[int, int] | None:
        """Return the first row that shows its upper edge, and where that stands in the viewport."""
        shown = self.shown_rows()
        if not shown:
            return None
        row = next((r for r in shown if self.row_top(r) >= self.offset), shown.start)
        return row, self.row_top(row) - self.offset

    def _set_range(self) -> None:
        """Let any row be placed at the reading line, the first and the last too."""
        line = round(self.page * READING_LINE)
        bar = self.verticalScrollBar()
        self._moving = True
        bar.setRange(-line, max(0, self.rows.total - line))
        bar.setPageStep(max(1, self.page))
        bar.setSingleStep(self.line_step)
        self._moving = False

    def _set_offset(self, goal: int) -> None:
        self._moving = True
        self.verticalScrollBar().setValue(goal)
        self._moving = False

    # --- Qt's list view ------------------------------------------------------------------------------------------

    def doItemsLayout(self) -> None:
        """Leave the layout to :meth:`lay_out`."""

    def updateGeometries(self) -> None:
        """Leave the scroll range to :meth:`scroll_to`."""

    def visualRect(self, index: Index) -> QRect:
        """Return where a row stands in the viewport."""
        return self.row_rect(index.row()) if index.isValid() and index.row() < len(self.rows) else QRect()

    def indexAt(self, point: QPoint) -> QModelIndex:
        """Return the row at a place of the viewport."""
        row = self.row_at(point)
        return self.model().index(row, 0) if row >= 0 else QModelIndex()

    def verticalOffset(self) -> int:
        """Return how far the text is scrolled."""
        return self.offset

    def horizontalOffset(self) -> int:
        """Return 0: a column never scrolls sideways."""
        return 0

    def isIndexHidden(self, index: Index) -> bool:  # noqa: ARG002 - Qt's signature
        """Return that no row is hidden; folded ones are rows of their own."""
        return False

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        """Do nothing: links are selected, not rows."""

    def selectionCommand(
        self,
        index: Index,  # noqa: ARG002 - Qt's signature
        event: QEvent | None = None,  # noqa: ARG002 - Qt's signature
    ) -> QItemSelectionModel.SelectionFlag:
        """Return that moving the current row selects nothing."""
        return QItemSelectionModel.SelectionFlag.NoUpdate

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:  # noqa: ARG002 - Qt's signature
        """Return the whole viewport: outlines reach beyond their rows."""
        return QRegion(self.viewport().rect())

    def scrollTo(
        self,
        index: Index,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,  # noqa: ARG002 - Qt's signature
    ) -> None:
        """Bring a row into view, the other column with it."""
        if not index.isValid() or index.row() >= len(self.rows):
            return
        top, bottom = self.row_top(index.row()), self.rows.bottom(index.row())
        margin = self.line_step
        if top - margin < self.offset:
            self.drive(top - margin - self.offset)
        elif bottom + margin > self.offset + self.page:
            self.drive(min(top - margin, bottom + margin - self.page) - self.offset)

    def scrollContentsBy(self, dx: int, dy: int) -> None:  # noqa: ARG002 - Qt's signature
        """Follow the scroll bar when something else than this column moved it."""
        if not self._moving:
            self.scroll_to(self.offset)
            self.driven.emit(-dy)

    def keyboardSearch(self, search: str) -> None:
        """Do nothing: letters are shortcuts of the window."""

    def moveCursor(
        self,
        action: QAbstractItemView.CursorAction,
        modifiers: Qt.KeyboardModifier,  # noqa: ARG002 - Qt's signature
    ) -> QModelIndex:
        """Return the row that a cursor key leads to."""
        actions = QAbstractItemView.CursorAction
        row, last = self.currentIndex().row(), len(self.rows) - 1
        if last < 0:
            return QModelIndex()
        if row < 0:
            return self.model().index(max(0, self.shown_rows().start), 0)
        page = self.page - 2 * self.line_step
        goals = {
            actions.MoveUp: row - 1,
            actions.MoveDown: row + 1,
            actions.MoveHome: 0,
            actions.MoveEnd: last,
            actions.MovePageUp: self._row_near(self.rows.top(row) - page),
            actions.MovePageDown: self._row_near(self.rows.top(row) + page),
        }
        return self.model().index(min(last, max(0, goals.get(action, row))), 0)

    def _row_near(self, y: float) -> int:
        shown = self.rows.between(y, y + self.line_step)
        return shown.start if shown else len(self.rows) - 1

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Adapt the range; the subclass lays out anew where the width matters."""
        super().resizeEvent(event)
        self._set_range()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll by pixels."""
        self.turn(event)

    def turn(self, event: QWheelEvent) -> None:
        """Scroll as a turn of the wheel asks; what a fine wheel leaves over is kept."""
        if event.pixelDelta().isNull():
            self._wheel -= event.angleDelta().y() / _NOTCH * _LINES_PER_NOTCH * self.line_step
        else:
            self._wheel -= event.pixelDelta().y()
        whole = int(self._wheel)
        self._wheel -= whole
        self.drive(whole)
        event.accept()


_NOTCH = 120
_LINES_PER_NOTCH = 3
