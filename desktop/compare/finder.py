"""Searching in both columns: marks every hit, brings the current one to the reading line, opens and closes the bar."""

from __future__ import annotations

from collections.abc import Callable, Collection

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from desktop.compare.column import Column
from desktop.compare.geometry import READING_LINE
from desktop.compare.scene import Side
from desktop.compare.search import FindState, Hit, Search
from desktop.theme import Theme
from desktop.widgets.find_bar import FindBar

_TRIES = 4
Sides = tuple[Side | None, Side | None]


class Finder(QObject):
    """Wires the bar, the search and the columns; which rows are folded is the view's."""

    foldsChanged = Signal(object)  # noqa: N815 - signals are named as Qt names them
    """Rows are to be made anew; a :class:`Hit` that is to stay where it stands, or None."""

    def __init__(
        self, theme: Theme, columns: tuple[Column, Column], sides: Callable[[], Sides], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._columns, self._sides = columns, sides
        self._search = Search()
        self.bar = FindBar(theme, parent)
        self.bar.hide()
        self.bar.searched.connect(self._typed)
        self.bar.closed.connect(self.close)

    def open(self) -> None:
        """Show the bar and give it the keyboard."""
        self.bar.show()
        self.bar.raise_()
        self.bar.begin()
        self._typed(self.bar.text(), forward=True)

    def close(self) -> None:
        """Put the bar away; the keyboard goes to the sentence that was found."""
        hit = self._search.current
        self.bar.hide()
        self.clear()
        self._columns[hit.side if hit is not None else 1].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _typed(self, text: str, forward: bool) -> None:  # noqa: FBT001 - a slot gets what the signal has
        state = self.find(text, forward=forward)
        self.bar.show_state(state.count, state.place, capped=state.capped)

    def find(self, text: str, *, forward: bool = True) -> FindState:
        """Mark a text and go to a place where it stands; the same text again goes to the next one."""
        if text == self._search.text:
            self._search.step(1 if forward else -1)
            self.show()
        else:
            before = self.kept(0), self.kept(1)
            seen = [_in_view(column) for column in self._columns]
            self._search.begin(self._sides(), text, seen)
            if before != (self.kept(0), self.kept(1)):
                self.foldsChanged.emit(None)
            self.show()
        if (hit := self._search.current) is not None:
            self._bring(hit)
        return self._search.state

    def clear(self) -> None:
        """Mark nothing; runs that were opened for a hit close again, but for the current one."""
        hit = self._search.current
        if self._search.text:
            self._search = Search()
            self.foldsChanged.emit(hit)
            self.show()

    def again(self) -> None:
        """Search once more, because the texts are others now."""
        if self._search.text:
            self._search.again(self._sides())
            state = self._search.state
            self.bar.show_state(state.count, state.place, capped=state.capped)

    def kept(self, side: int) -> Collection[int]:
        """Return the sentences of a side that would be folded away but for the search."""
        shown = self._sides()[side]
        return {n for n in self._search.of(side) if shown is not None and not shown.reused(n)}

    def show(self) -> None:
        """Mark the hits in both columns."""
        for place, column in enumerate(self._columns):
            column.set_hits(self._search.of(place), self._search.current)

    def _bring(self, hit: Hit) -> None:
        """Bring a hit to the reading line, as near as the text allows, and the other column along."""
        column = self._columns[hit.side]
        bring(column, hit.sentence, lambda: column.line_of(hit))


def bring(column: Column, sentence: int, line: Callable[[], float] = lambda: 0) -> None:
    """Bring a sentence, or a line of it, to the reading line; the keyboard's place goes along."""
    for _ in range(_TRIES):  # heights in a long text are estimates until they come into view
        extent, before = column.extent(sentence), column.offset
        if extent is not None:
            column.drive(round(extent[0] + line() - column.page * READING_LINE))
        if column.offset == before:
            break
    column.set_current(sentence)


def _in_view(column: Column) -> Collection[int]:
    shown = (column.blocks[row] for row in column.shown_rows())
    return {block.first for block in shown if not block.folded}
