"""Where the parts of the compare view stand. Pure: a size in, rectangles out."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRect

from desktop.compare.style import STRIP_WIDTH

_CELL_INSETS = (14, 2)
"""How far the headings stand in from their columns."""
_BAR_INSET = 8


@dataclass(frozen=True, slots=True)
class Places:
    """From left to right; the header lies above them, its cells are relative to it."""

    header: QRect
    strips: tuple[QRect, QRect]
    columns: tuple[QRect, QRect]
    gutter: QRect
    cells: tuple[QRect, QRect]


def places(width: int, height: int, header: int, gutter: int, band: int = 0) -> Places:
    """Return the places in a view of that size: columns are equal, the gutter takes what is left over.

    ``band`` is left free between the header and what is below it.
    """
    top = header + band
    below = max(0, height - top)
    column = max(1, (width - 2 * STRIP_WIDTH - gutter) // 2)
    spare = width - 2 * STRIP_WIDTH - 2 * column
    x, made = 0, []
    for wide in (STRIP_WIDTH, column, spare, column, STRIP_WIDTH):
        made.append(QRect(x, top, wide, below))
        x += wide
    left, right = made[1], made[3]
    cells = [
        QRect(c.x() + inset, 0, column - inset, header) for c, inset in zip((left, right), _CELL_INSETS, strict=True)
    ]
    return Places(QRect(0, 0, width, header), (made[0], made[4]), (left, right), made[2], (cells[0], cells[1]))


def band_of(bar: int) -> int:
    """Return the height of a band that has room for a bar of that height."""
    return bar + 2 * _BAR_INSET


def bar_place(column: QRect, width: int, height: int) -> QRect:
    """Return where a bar over a column stands: at the top, towards the right, never wider than the column."""
    width = min(width, column.width() - 2 * _BAR_INSET)
    return QRect(column.right() + 1 - width - _BAR_INSET, column.y() + _BAR_INSET, width, height)
