"""Changing a link by hand: what a sentence offers, and choosing the sentence that a link is to go to.

Nothing is changed here; what the reader wants is told.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from desktop.compare.column import Column
from desktop.compare.scene import Side
from desktop.language import tr
from desktop.theme import Theme
from desktop.widgets.buttons import ActionButton
from desktop.widgets.parts import ElidedText, Panel

NO_LINK = -1


@dataclass(frozen=True, slots=True)
class Offer:
    """A sentence and the link of it that is meant, if it has one."""

    side: int
    """0 left, 1 right."""
    sentence: int
    link: int
    label: str
    """The sentence as people know it: ``C 12``."""
    partners: str
    """What the link joins it with: ``E 13``."""


class HintBar(Panel):
    """Says what is being chosen, and lets go of it."""

    cancelled = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(tr("Choose a sentence"), "card")
        self.setParent(parent)
        self._text = ElidedText(theme, "", 12.5)
        cancel = QAction(tr("Cancel"), self)
        cancel.triggered.connect(self.cancelled)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 6, 6)
        row.setSpacing(8)
        row.addWidget(self._text, 1)
        row.addWidget(ActionButton(theme, cancel))
        self.hide()

    def say(self, text: str) -> None:
        """Show what is being chosen."""
        self._text.set_full(text)
        self.setAccessibleName(tr("{text}. Escape cancels.").format(text=text))

    def text(self) -> str:
        """Return what is said."""
        return self._text.full()


class LinkEditor(QObject):
    """Offers a menu for a sentence, and follows the reader who chooses another sentence for its link."""

    unlinkWanted = Signal(int)  # noqa: N815 - signals are named as Qt names them
    relinkWanted = Signal(int, int, int)  # noqa: N815
    """Link (−1: none yet), sentence of the left column, sentence of the right one."""
    hintChanged = Signal()  # noqa: N815
    """The hint came, went or changed its size."""

    def __init__(self, theme: Theme, columns: tuple[Column, Column], parent: QWidget) -> None:
        super().__init__(parent)
        self._columns = columns
        self._moving: Offer | None = None
        self._menu: QMenu | None = None
        self.hint = HintBar(theme, parent)
        self.hint.cancelled.connect(self.cancel)
        for column in columns:
            column.escaped.connect(self.cancel)

    def moving(self) -> Offer | None:
        """Return the sentence for whose link another one is being chosen."""
        return self._moving

    def target(self) -> int:
        """Return in which column a sentence is being chosen."""
        return 1 - self._moving.side if self._moving is not None else 1

    def offer(self, offer: Offer, other: Side, place: QPoint) -> QMenu:
        """Show the menu of a sentence at a place on screen, and return it."""
        if self._menu is not None:
            self._menu.deleteLater()
        menu = self._menu = QMenu(self._columns[offer.side])
        menu.setAccessibleName(tr("Link of {label}").format(label=offer.label))
        if offer.link != NO_LINK:
            menu.addAction(
                tr("Unlink {label} from {partners}").format(label=offer.label, partners=offer.partners),
                lambda: self.unlinkWanted.emit(offer.link),
            )
            menu.addAction(tr("Link to another sentence…"), lambda: self.begin(offer, other))
        else:
            menu.addAction(
                tr("Link to a sentence of {letter}…").format(letter=other.letter), lambda: self.begin(offer, other)
            )
        menu.popup(place)
        return menu

    def begin(self, offer: Offer, other: Side, *, dragged: bool = False) -> None:
        """Let the reader choose a sentence of the other side."""
        self._moving = offer
        column = self._columns[1 - offer.side]
        column.picking = not dragged
        wish = (
            tr("Drop it on the sentence of {letter} for {label}")
            if dragged
            else tr("Choose the sentence of {letter} for {label}")
        )
        self.hint.say(wish.format(letter=other.letter, label=offer.label))
        self.hint.show()
        self.hint.raise_()
        self.hintChanged.emit()
        if not dragged:
            column.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def take(self, side: int, sentence: int) -> bool:
        """Link a sentence that was chosen; return whether one was being chosen at all."""
        if self._moving is None:
            return False
        if side != self._moving.side and sentence >= 0:
            moving = self._moving
            self.cancel()
            ends = (sentence, moving.sentence) if side == 0 else (moving.sentence, sentence)
            self.relinkWanted.emit(moving.link, *ends)
        return True

    def drag(self, offer: Offer, other: Side, place: QPoint) -> None:
        """Follow a sentence that is dragged."""
        if self._moving is None:
            self.begin(offer, other, dragged=True)
        column = self._columns[1 - offer.side]
        column.set_aim(column.sentence_at(place))

    def drop(self, place: QPoint) -> None:
        """Link the sentence that another one was dropped on; anywhere else nothing happens."""
        if self._moving is not None:
            side = 1 - self._moving.side
            sentence = self._columns[side].sentence_at(place)
            if sentence >= 0:
                self.take(side, sentence)
        self.cancel()

    def cancel(self) -> None:
        """Choose nothing."""
        if self._moving is None:
            return
        back = self._columns[self._moving.side]
        picked = self._columns[1 - self._moving.side]
        had_keyboard = picked.hasFocus()
        self._moving = None
        for column in self._columns:
            column.picking = False
            column.set_aim(-1)
        self.hint.hide()
        self.hintChanged.emit()
        if had_keyboard:
            back.setFocus(Qt.FocusReason.OtherFocusReason)


def partners_of(letter: str, sentences: Sequence[int]) -> str:
    """Return sentences as people know them: ``E 13`` or ``E 22, 23``."""
    return f"{letter} {', '.join(str(n + 1) for n in sentences)}"
