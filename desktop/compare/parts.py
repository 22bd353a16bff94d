"""The parts of the compare view: where they stand, how they move together, what the gutter draws between them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QWidget

from desktop.compare.column import Column
from desktop.compare.gutter import GutterWidget
from desktop.compare.header import HEADER_HEIGHT, Header
from desktop.compare.hover import Hover
from desktop.compare.placing import band_of, bar_place, places
from desktop.compare.ribbons import Gutter, Shapes, shapes
from desktop.compare.scene import Tie
from desktop.compare.strip import Strip
from desktop.compare.style import Metrics
from desktop.compare.sync import Glide, Leveller, ScrollSync
from desktop.theme import Theme


class CompareParts(QWidget):
    """Header, two strips, two columns and the gutter; bars may lie over a column."""

    stateChanged = Signal()  # noqa: N815 - a Qt signal, named as Qt names its own

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._metrics = Metrics.of(theme)
        self._ties_of: tuple[dict[int, list[Tie]], dict[int, list[Tie]]] = ({}, {})
        self._bars: dict[QWidget, int] = {}
        """Each bar, and the column over which it lies."""
        self._band: QWidget | None = None
        """A bar that takes a band of its own over the columns while it is shown."""
        self._header = Header(theme, self)
        self._left = Column(theme, rail_right=True, parent=self)
        self._right = Column(theme, rail_right=False, parent=self)
        self._gutter = GutterWidget(theme, self._compose, self)
        self._strips = (Strip(theme, self._left, self), Strip(theme, self._right, self))
        self._sync = ScrollSync(self._left, self._right)
        self._glide = Glide(self)
        self._leveller = Leveller(self._left, self._right, self._glide)
        self._hover = Hover(self)
        for column, strip in zip(self._columns, self._strips, strict=True):
            column.driven.connect(lambda delta, c=column: self._follow(c, delta))
            column.moved.connect(self._moved)
            column.hovered.connect(lambda n, c=column: self._hover.point({t.link for t in self._ties_at(c, n)}))
            strip.goal_chosen.connect(lambda goal, c=column: c.drive(round(goal) - c.offset))
            strip.turned.connect(column.turn)
            strip.pressed.connect(lambda c=column: c.setFocus(Qt.FocusReason.MouseFocusReason))
        self._gutter.turned.connect(self._right.turn)
        self._gutter.hovered.connect(lambda link: self._hover.point(() if link < 0 else (link,)))
        self._gutter.pressed.connect(lambda: self._right.setFocus(Qt.FocusReason.MouseFocusReason))
        theme.changed.connect(self._dress)
        self.setTabOrder(self._left, self._right)
        self.setMinimumSize(560, 200)

    @property
    def _columns(self) -> tuple[Column, Column]:
        return self._left, self._right

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the keyboard on to a column; focus proxies would lead the Tab key around in a circle."""
        super().focusInEvent(event)
        self._right.setFocus(event.reason())

    def _set_ties(self, ties: Sequence[Tie]) -> None:
        """Draw these ties from now on."""
        self._ties_of = ({}, {})
        for tie in ties:
            self._ties_of[0].setdefault(tie.left, []).append(tie)
            self._ties_of[1].setdefault(tie.right, []).append(tie)

    def _ties_at(self, column: Column, sentence: int) -> Sequence[Tie]:
        return self._ties_of[0 if column is self._left else 1].get(sentence, ())

    def _follow(self, column: Column, delta: int) -> None:
        self._glide.stop()
        self._sync.drive(column, delta)

    def _moved(self) -> None:
        edges = [column.beyond() for column in self._columns]
        self._gutter.set_edges(above=any(e[0] for e in edges), below=any(e[1] for e in edges))
        self._gutter.forget_pointer()
        self._gutter.update()
        for column, strip in zip(self._columns, self._strips, strict=True):
            column.forget_pointer()
            strip.update()

    def set_scroll_locked(self, locked: bool) -> None:  # noqa: FBT001 - a setter as Qt has them
        """Let the columns scroll together, or each for itself."""
        if locked != self._sync.locked:
            self._sync.locked = locked
            self.stateChanged.emit()

    def scroll_place(self) -> tuple[float, float]:
        """Return how far both columns are scrolled, in pixels."""
        return float(self._left.offset), float(self._right.offset)

    def go_to_scroll(self, place: tuple[float, float]) -> None:
        """Scroll both columns to where they were, each for itself."""
        self._glide.stop()
        locked, self._sync.locked = self._sync.locked, False
        for column, offset in zip(self._columns, place, strict=True):
            column.scroll_to(round(offset))
        self._sync.locked = locked

    def _places(self) -> tuple[tuple[int, int] | None, ...]:
        """Return for each column a sentence in view, and where its row stands; None where nothing is."""
        kept = [column.keep_place() for column in self._columns]
        return tuple((c.blocks[p[0]].first, p[1]) if p else None for c, p in zip(self._columns, kept, strict=True))

    def _go_to_places(self, places: Sequence[tuple[int, int] | None]) -> None:
        """Put the rows of these sentences where they stood."""
        for column, place in zip(self._columns, places, strict=True):
            if place is not None and (row := column.row_of(place[0])) >= 0:
                column.place_row(row, place[1])

    def set_animated(self, animated: bool) -> None:  # noqa: FBT001 - a setter as Qt has them
        """Say whether columns glide to a finding, where style and system allow it."""
        self._glide.wanted = animated

    def _compose(self, gutter: Gutter) -> Shapes:
        """Return the gutter's shapes, from the ties of the sentences in view only."""
        near: dict[Tie, None] = {}
        for column, ties in zip(self._columns, self._ties_of, strict=True):
            for row in column.shown_rows():
                block = column.blocks[row]
                for sentence in range(block.first, block.last + 1):
                    near.update(dict.fromkeys(ties.get(sentence, ())))
        return shapes(near, self._left.extent, self._right.extent, gutter)

    def _dress(self) -> None:
        """Take the theme's lengths; the parts take its fonts themselves."""
        self._metrics = Metrics.of(self._theme)
        self._header.setFixedHeight(self._theme.px(HEADER_HEIGHT))
        self._place_parts()

    def _place_parts(self) -> None:
        band = band_of(self._band.sizeHint().height()) if self._band is not None and self._band.isVisible() else 0
        there = places(self.width(), self.height(), self._header.height(), self._metrics.gutter, band)
        self._header.setGeometry(there.header)
        self._header.set_cells(*there.cells)
        self._gutter.setGeometry(there.gutter)
        for parts, rects in ((self._columns, there.columns), (self._strips, there.strips)):
            for part, rect in zip(parts, rects, strict=True):
                part.setGeometry(rect)
        self._place_bars()

    def _place_bars(self) -> None:
        """Put the bars over their columns."""
        for bar, side in self._bars.items():
            size = bar.sizeHint()
            room = self._columns[side].geometry()
            if bar is self._band:  # over both columns, where one is too narrow for it
                room.setLeft(self._left.x())
                room.moveTop(self._header.height())
            bar.setGeometry(bar_place(room, size.width(), size.height()))
