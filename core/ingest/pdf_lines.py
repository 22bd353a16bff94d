"""What a PDF's page comes to: lines of words with where they stand. Pure values."""

from __future__ import annotations

from dataclasses import dataclass, field

from core.ingest.looks import Concealed

SOFT_HYPHEN = "\u00ad"
Piece = tuple[str, Concealed | None]
"""Words that look alike, and how they are hidden if they are."""


@dataclass(slots=True)
class Line:
    """Words on one line without a wide gap; points from the page's top left corner as it is shown."""

    left: float
    top: float
    right: float
    bottom: float
    pieces: list[Piece] = field(default_factory=list)
    artifact: bool = False
    """Whether the file marks it as no part of its text (a running head)."""

    @property
    def size(self) -> float:
        """Return the height, which goes with the size of the type."""
        return self.bottom - self.top

    @property
    def width(self) -> float:
        """Return the width."""
        return self.right - self.left

    @property
    def text(self) -> str:
        """Return the words that show."""
        return "".join(words for words, how in self.pieces if how is None)

    def beside(self, other: Line) -> bool:
        """Return whether both stand at the same height."""
        overlap = min(self.bottom, other.bottom) - max(self.top, other.top)
        return overlap > min(self.size, other.size) / 2


@dataclass(slots=True)
class Page:
    """A page as it was read. ``width`` and ``height`` in points."""

    width: float
    height: float
    lines: list[Line] = field(default_factory=list)
    comments: list[tuple[str, str]] = field(default_factory=list)
    """The words of each annotation and its author."""
    pictures: int = 0
    scanned: bool = False
    """Whether a picture fills most of the page."""
    recognised: bool = False
    """Whether its words lie unseen over such a picture, as OCR puts them there."""
    unknown: int = 0
    """How many characters the file's fonts do not tell the meaning of."""
