"""A label that says the same in fewer words where there is little room, before it is cut off."""

from __future__ import annotations

from PySide6.QtGui import QFontMetricsF

from desktop.plain import harmless, tooltip
from desktop.theme import Theme
from desktop.widgets.parts import ElidedText


class ShorterText(ElidedText):
    """Shows the first of several wordings that fits; the first of all is the tooltip and the accessible name.

    Where none fits, the first is cut off, or left out if only ``whole`` ones are to be shown.
    """

    def __init__(
        self, theme: Theme, size: float = 13, weight: int = 400, tone: str = "ink", *, whole: bool = False
    ) -> None:
        self._shorter: tuple[str, ...] = ()
        self._whole = whole
        super().__init__(theme, "", size, weight, tone)

    def set_shorter(self, text: str, *shorter: str) -> None:
        """Show ``text``, or the first of the others that has room."""
        ways = tuple(harmless(way) for way in shorter if way)
        others, self._shorter = ways != self._shorter, ways
        self.set_full(text)
        if others:
            self.updateGeometry()
            self._fit()

    def least_width(self) -> int:
        """Return the width that the shortest wording takes."""
        metrics = QFontMetricsF(self.font())
        return round(min(metrics.horizontalAdvance(way) for way in (self._full, *self._shorter))) + 2

    def _fit(self) -> None:
        metrics = QFontMetricsF(self.font())
        fitting = (way for way in (self._full, *self._shorter) if metrics.horizontalAdvance(way) <= self.width())
        if (way := next(fitting, "" if self._whole else None)) is None:
            super()._fit()
            return
        self.setText(way)
        self.setToolTip(tooltip(self._full) if way != self._full else "")
