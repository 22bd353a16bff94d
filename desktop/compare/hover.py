"""What lights up under a resting pointer, after a moment: a pointer on its way lights nothing."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QObject, QTimer, Signal

HOVER_DELAY = 120


class Hover(QObject):
    """Tells which links are pointed at, ``HOVER_DELAY`` milliseconds after the pointer came to rest."""

    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.links: frozenset[int] = frozenset()
        self._goal: frozenset[int] = frozenset()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(HOVER_DELAY)
        self._timer.timeout.connect(self._arrive)

    def point(self, links: Collection[int]) -> None:
        """Take note of what the pointer is on."""
        self._goal = frozenset(links)
        self._timer.start()

    def forget(self) -> None:
        """Light nothing, because links have other numbers now."""
        self._timer.stop()
        self.links = self._goal = frozenset()

    def _arrive(self) -> None:
        if self.links != self._goal:
            self.links = self._goal
            self.changed.emit()
