"""Where the pages of a document lie in a scrolled view.

Pure: page sizes in points and the size of the view in, rectangles in pixels out.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

MARGIN = 18.0
GAP = 22.0
PIXELS_PER_POINT = 96 / 72
"""At 100 %: the size on paper, as a screen of the usual density shows it."""
LEAST, MOST = 0.25, 4.0
_WORTH_A_PAIR = 0.68
"""Two pages stand side by side where each is at least this much of the size that one alone would have."""

Size = tuple[float, float]


class Fit(StrEnum):
    """What the scale follows."""

    PAGE = "page"
    WIDTH = "width"
    NONE = "none"
    """The factor that was chosen."""


@dataclass(frozen=True, slots=True)
class Box:
    """A page in the scrolled content, in pixels."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Sheet:
    """All pages laid out: in rows of ``columns``, which is what one step goes on by."""

    boxes: tuple[Box, ...]
    columns: int
    width: float
    height: float
    factor: float
    """1 is 100 %."""

    def row_of(self, page: int) -> int:
        """Return the row that a page is in."""
        return page // self.columns

    @property
    def rows(self) -> int:
        """Return how many rows there are."""
        return -(-len(self.boxes) // self.columns)

    def pages(self, row: int) -> tuple[int, ...]:
        """Return the pages of a row."""
        return tuple(range(row * self.columns, min((row + 1) * self.columns, len(self.boxes))))

    def top(self, row: int) -> float:
        """Return where to scroll to for a row to stand at the top."""
        return max(0.0, self.boxes[row * self.columns].y - MARGIN) if self.boxes else 0.0

    def row_at(self, y: float) -> int:
        """Return the row that reaches down to ``y``."""
        for row in range(self.rows):
            if max(self.boxes[p].y + self.boxes[p].height for p in self.pages(row)) + GAP / 2 > y:
                return row
        return max(0, self.rows - 1)

    def shown(self, top: float, bottom: float) -> tuple[int, ...]:
        """Return the pages that a stretch of the content shows."""
        return tuple(n for n, box in enumerate(self.boxes) if box.y < bottom and box.y + box.height > top)


def arrange(sizes: Sequence[Size], view: Size, fit: Fit, factor: float = 1.0) -> Sheet:
    """Return the pages laid out for a view."""
    if not sizes:
        return Sheet((), 1, view[0], view[1], factor)
    widest, tallest = max(w for w, _ in sizes), max(h for _, h in sizes)
    columns, scale = _scale(len(sizes), (widest, tallest), view, fit, factor)
    row_width = columns * widest * scale + (columns - 1) * GAP
    width = max(view[0], row_width + 2 * MARGIN)
    boxes: list[Box] = []
    y = MARGIN
    for start in range(0, len(sizes), columns):
        row = sizes[start : start + columns]
        x = (width - row_width) / 2
        for w, h in row:
            boxes.append(Box(round(x), round(y), round(w * scale), round(h * scale)))
            x += widest * scale + GAP
        y += max(h for _, h in row) * scale + GAP
    return Sheet(tuple(boxes), columns, width, max(view[1], y - GAP + MARGIN), scale / PIXELS_PER_POINT)


def _scale(count: int, page: Size, view: Size, fit: Fit, factor: float) -> tuple[int, float]:
    """Return how many pages stand in a row, and pixels per point."""
    room_x, room_y = max(1.0, view[0] - 2 * MARGIN), max(1.0, view[1] - 2 * MARGIN)
    low, high = LEAST * PIXELS_PER_POINT, MOST * PIXELS_PER_POINT
    half = (room_x - GAP) / 2 / page[0]
    if fit is Fit.WIDTH:
        return 1, min(high, max(low, room_x / page[0]))
    if fit is Fit.PAGE:
        alone = min(room_x / page[0], room_y / page[1])
        beside = min(half, room_y / page[1])
        pair = count > 1 and beside >= alone * _WORTH_A_PAIR
        return (2, max(low, beside)) if pair else (1, min(high, max(low, alone)))
    scale = min(high, max(low, factor * PIXELS_PER_POINT))
    return (2 if count > 1 and half >= scale else 1), scale
