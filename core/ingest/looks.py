"""How words look on the page, and whether a reader could see them. Pure.

Word, Writer and RTF files say the same few things of their words in different spellings; this is what they come to.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple

from core.ingest.limits import FAINTEST, SMALLEST

Colour = tuple[int, int, int]
"""Red, green and blue, 0 … 255."""
WHITE: Colour = (255, 255, 255)
_HEX = re.compile(r"#?([0-9A-Fa-f]{6})$")


class Concealed(NamedTuple):
    """The type of a finding and the phrase that says how its words are hidden."""

    type: str
    how: str
    leaves_gap: bool = False
    """Whether the hidden words take up room, so that the words around them stand apart."""


@dataclass(frozen=True, slots=True)
class Look:
    """What a file says of some words; ``colour`` None is its own, which shows; ``ground`` None is not known."""

    hidden: bool = False
    colour: Colour | None = None
    ground: Colour | None = WHITE
    points: float | None = None

    def concealed(self) -> Concealed | None:
        """Return how the words are hidden, None where they show."""
        if self.hidden:
            return Concealed("hidden-text", "formatted as hidden")
        if self.points is not None and self.points <= SMALLEST:
            return Concealed("tiny-text", f"set in {self.points:g} point")
        if self.colour and self.ground and faint(self.colour, self.ground):
            where = "white on white" if self.ground == WHITE else "in the colour of its background"
            return Concealed("hidden-text", where, leaves_gap=True)
        return None


def colour_of(value: str | None) -> Colour | None:
    """Return the colour of six hexadecimal digits, with or without a number sign; None for anything else."""
    found = _HEX.match(value or "")
    if not found:
        return None
    red, green, blue = bytes.fromhex(found[1])
    return red, green, blue


def faint(colour: Colour, ground: Colour) -> bool:
    """Return whether words of a colour cannot be seen on a ground, by WCAG's contrast ratio."""
    light, dark = sorted((_luminance(colour), _luminance(ground)), reverse=True)
    return (light + 0.05) / (dark + 0.05) < FAINTEST


def _luminance(colour: Colour) -> float:
    """Return the relative luminance (WCAG 2.2), 0 … 1."""
    shares = [c / 255 for c in colour]
    red, green, blue = (s / 12.92 if s <= 0.04045 else ((s + 0.055) / 1.055) ** 2.4 for s in shares)  # noqa: PLR2004 - as the standard defines it
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
