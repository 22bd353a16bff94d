"""The ledger as a table: rows to walk through, headings to sort by."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPoint, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetricsF,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QTableView

from desktop.delegates.ledger import LedgerDelegate, row_height
from desktop.delegates.painting import paint_focus
from desktop.language import tr
from desktop.models.ledger import TITLES, Column, LedgerFilter, LedgerRole
from desktop.models.ledger_rows import LedgerEntry
from desktop.theme import Theme

_WIDTHS = {Column.NUMBER: 50, Column.CLASS: 112, Column.SOURCE: 146, Column.CHANGE: 206, Column.VERDICT: 64}
_NARROW = {Column.NUMBER: 46, Column.CLASS: 108, Column.SOURCE: 112, Column.CHANGE: 160, Column.VERDICT: 58}
_NARROW_BELOW, _LEAST_SENTENCE = 780, 200
"""With less room for the sentence the table is scrolled sideways."""
_HEADER = 27
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_PRESSES = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space, Qt.Key.Key_Select)


class LedgerHeader(QHeaderView):
    """The headings; with the focus, Left and Right choose one and Enter sorts by it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._theme, self._marked = theme, int(Column.NUMBER)
        self.setAccessibleName(tr("Columns of the ledger"))
        self.setAccessibleDescription(tr("Left and Right choose a column, Enter sorts by it"))
        self.setSectionsClickable(True)
        self.setSortIndicatorShown(True)
        self.setHighlightSections(False)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Draw a heading, the arrow of the one that the rows are sorted by, and the focus."""
        theme, area = self._theme, QRectF(rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(area, theme.color("surface"))
        painter.fillRect(QRectF(area.left(), area.bottom() - 1, area.width(), 1), theme.edge("line"))
        title, font = tr(TITLES[Column(section)]), theme.ui_font(11, 600)
        sorted_by = self.sortIndicatorSection() == section
        painter.setFont(font)
        painter.setPen(theme.color("ink" if sorted_by else "ink3"))
        box = area.adjusted(0, 0, -theme.px(6), 0)
        if section == Column.NUMBER:
            box.setLeft(area.left() + theme.px(16))
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, title)
        if sorted_by:
            x = box.left() + QFontMetricsF(font).horizontalAdvance(title) + theme.px(4)
            self._paint_arrow(painter, x, area.center().y())
        if self.hasFocus() and section == self._marked:
            paint_focus(painter, area.adjusted(0, 0, -1, -1), theme, 4)
        painter.restore()

    def _paint_arrow(self, painter: QPainter, x: float, middle: float) -> None:
        up = self.sortIndicatorOrder() is Qt.SortOrder.AscendingOrder
        half, tip = self._theme.px(3), self._theme.px(2)
        painter.setPen(QPen(self._theme.color("ink"), 1.4, c=Qt.PenCapStyle.RoundCap, j=Qt.PenJoinStyle.RoundJoin))
        base, point = (middle + tip, middle - tip) if up else (middle - tip, middle + tip)
        arrow = [QPointF(x, base), QPointF(x + half, point), QPointF(x + 2 * half, base)]
        painter.drawPolyline(QPolygonF(arrow))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose a column, or sort by the chosen one; again turns the order round."""
        key = Qt.Key(event.key())
        if key in _STEPS:
            self._marked = min(len(Column) - 1, max(0, self._marked + _STEPS[key]))
            self.viewport().update()
        elif key in _PRESSES:
            same = self.sortIndicatorSection() == self._marked
            up = same and self.sortIndicatorOrder() is Qt.SortOrder.AscendingOrder
            self.setSortIndicator(self._marked, Qt.SortOrder.DescendingOrder if up else Qt.SortOrder.AscendingOrder)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring."""
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        super().focusOutEvent(event)
        self.viewport().update()


class LedgerTable(QTableView):
    """The rows of a :class:`~desktop.models.ledger.LedgerFilter`."""

    rowOpened = Signal(object)  # noqa: N815 - signals are named as Qt names them
    """A :class:`~desktop.models.ledger_rows.LedgerEntry` that people want to see in Compare."""

    def __init__(self, theme: Theme, model: LedgerFilter) -> None:
        super().__init__()
        self._theme, self._model = theme, model
        self.setAccessibleName(tr("Ledger"))
        self.setAccessibleDescription(tr("One row a sentence. Enter opens its strongest link in Compare."))
        header = LedgerHeader(theme)
        self.setHorizontalHeader(header)
        self.setModel(model)
        self.setItemDelegate(LedgerDelegate(theme, self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.viewport().setAutoFillBackground(False)  # the paper is the panel's behind it
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setMinimumSectionSize(theme.px(40))
        for column in Column:
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
        header.setSortIndicator(Column.NUMBER, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._open_menu)
        self.doubleClicked.connect(self._open)
        theme.changed.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        self.verticalHeader().setDefaultSectionSize(row_height(self._theme))
        self.verticalScrollBar().setSingleStep(row_height(self._theme) // 2)
        self.horizontalHeader().setFixedHeight(self._theme.px(_HEADER))
        narrow = self.width() < self._theme.px(_NARROW_BELOW)
        left = self.viewport().width()
        for column, width in (_NARROW if narrow else _WIDTHS).items():
            self.setColumnWidth(column, self._theme.px(width))
            left -= self._theme.px(width)
        self.setColumnWidth(Column.SENTENCE, max(left, self._theme.px(_LEAST_SENTENCE)))
        self.horizontalScrollBar().setSingleStep(self._theme.px(_LEAST_SENTENCE) // 2)
        self.viewport().update()

    def current(self) -> LedgerEntry | None:
        """Return the row that the keyboard is on."""
        entry = self.currentIndex().data(LedgerRole.RECORD)
        return entry if isinstance(entry, LedgerEntry) else None

    def select(self, index: int) -> bool:
        """Put the keyboard on the sentence of that number, 0-based; return whether it is shown."""
        for row in range(self._model.rowCount()):
            if self._entry(row).index == index:
                self._go_to(row)
                return True
        return False

    def step(self, by: int) -> bool:
        """Go to the next or previous row with a source in the order on screen; return whether there was one."""
        at = self.currentIndex().row() if self.currentIndex().isValid() else (-1 if by > 0 else self._model.rowCount())
        row = at + (1 if by > 0 else -1)
        while 0 <= row < self._model.rowCount():
            if self._entry(row).finding:
                self._go_to(row)
                return True
            row += 1 if by > 0 else -1
        return False

    def _entry(self, row: int) -> LedgerEntry:
        entry: LedgerEntry = self._model.index(row, 0).data(LedgerRole.RECORD)
        return entry

    def _go_to(self, row: int) -> None:
        index = self._model.index(row, max(self.currentIndex().column(), Column.NUMBER))
        aside = self.horizontalScrollBar().value()
        self.setCurrentIndex(index)
        self.scrollTo(index, QAbstractItemView.ScrollHint.EnsureVisible)
        self.horizontalScrollBar().setValue(aside)  # a step goes down, not back to the first column

    def _open(self, index: QModelIndex) -> None:
        entry = index.data(LedgerRole.RECORD)
        if isinstance(entry, LedgerEntry) and entry.place is not None:
            self.rowOpened.emit(entry)

    def _open_menu(self, at: QPoint) -> None:
        index = self.indexAt(at)
        if not index.isValid():
            return
        self.setCurrentIndex(index)
        entry = self.current()
        menu = QMenu(self)
        menu.setAccessibleName(tr("Sentence"))
        shown = menu.addAction(tr("Open in Compare"))
        shown.setEnabled(entry is not None and entry.place is not None)
        shown.triggered.connect(lambda: self._open(self.currentIndex()))
        menu.addAction(tr("Copy sentence")).triggered.connect(self.copy)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._model.modelReset.connect(menu.close)
        menu.popup(self.viewport().mapToGlobal(at))

    def copy(self) -> None:
        """Put the current row's sentence on the clipboard, with its number."""
        entry = self.current()
        if entry is not None:
            QGuiApplication.clipboard().setText(f"{entry.label}\t{entry.text}")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open, copy, or go to an end of the table."""
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.currentIndex())
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End) and self._model.rowCount():
            self._go_to(0 if key == Qt.Key.Key_Home else self._model.rowCount() - 1)
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Leave single letters to the window's keys."""

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Put the keyboard on a row, so that the focus can be seen."""
        if not self.currentIndex().isValid() and self._model.rowCount():
            self.setCurrentIndex(self._model.index(max(0, self.rowAt(0)), 0))
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        super().focusOutEvent(event)
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the rows, then the bar and the ring of the current one, which go over all its cells."""
        super().paintEvent(event)
        index = self.currentIndex()
        if not index.isValid() or not self.selectionModel().isRowSelected(index.row(), QModelIndex()):
            return
        top, high = self.rowViewportPosition(index.row()), self.rowHeight(index.row())
        painter = QPainter(self.viewport())
        painter.fillRect(QRectF(0, top, 3, high), self._theme.color("ink"))
        if self.hasFocus():
            paint_focus(painter, QRectF(0, top, self.viewport().width(), high), self._theme, 4)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the columns less where there is little room."""
        super().resizeEvent(event)
        self._fit()
