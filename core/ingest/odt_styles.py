"""How words look in an ODF text: what its styles say, each over the one that it is based on."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from core.ingest.looks import WHITE, Colour, Look, colour_of

if TYPE_CHECKING:
    from lxml.etree import _Element

STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
FO = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
DRAW = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"
_CHAIN = 32
"""The longest row of styles that stand on one another; a circle ends here."""
_MEASURE = re.compile(r"([\d.]+)(pt|cm|mm|in|pc|px|%)$")
_POINTS = {"pt": 1.0, "cm": 72 / 2.54, "mm": 7.2 / 2.54, "in": 72.0, "pc": 12.0, "px": 0.75}
_USUAL = 12.0


@dataclass(frozen=True, slots=True)
class Says:
    """What one style says of words; None leaves it to what stands below. ``size`` as written; ``clear`` in per cent."""

    hidden: bool | None = None
    colour: str | None = None
    ground: str | None = None
    around: str | None = None
    size: str | None = None
    clear: float | None = None

    def over(self, below: Says) -> Says:
        """Return this laid over what stands below it."""
        return Says(
            below.hidden if self.hidden is None else self.hidden,
            self.colour or below.colour,
            self.ground or below.ground,
            self.around or below.around,
            self.size or below.size,
            below.clear if self.clear is None else self.clear,
        )


NOTHING = Says()


class Styles:
    """The styles of an ODF text by family and name; ``roots`` are those of its parts that hold any."""

    def __init__(self, *roots: _Element) -> None:
        self._elements: dict[tuple[str, str], _Element] = {}
        self._made: dict[tuple[str, str], Says] = {}
        self._defaults: dict[str, Says] = {}
        self.page: Colour | None = WHITE
        self.language: str | None = None
        for root in roots:
            for element in root.iter(f"{STYLE}style"):
                self._elements[_family(element), element.get(f"{STYLE}name") or ""] = element
            for element in root.iter(f"{STYLE}default-style"):
                self._defaults[_family(element)] = said(element)
                self.language = self.language or (_language(element) if _family(element) == "paragraph" else None)
            for element in root.iter(f"{STYLE}page-layout-properties"):
                self.page = _ground(element.get(f"{FO}background-color"), self.page)

    def of(self, family: str, name: str | None) -> Says:
        """Return what a style says with all that it is based on, and the family's defaults."""
        key = family, name or ""
        made = self._made.get(key)
        if made is not None:
            return made
        says = NOTHING
        at = name or ""
        for _ in range(_CHAIN):
            element = self._elements.get((family, at))
            if element is None:
                break
            says = says.over(said(element))
            at = element.get(f"{STYLE}parent-style-name") or ""
        self._made[key] = says.over(self._defaults.get(family, NOTHING))
        return self._made[key]

    def ground(self, family: str, name: str | None, below: Colour | None) -> Colour | None:
        """Return the ground that a cell, a section or a frame puts over another; None where it is not known."""
        return _ground(self.of(family, name).around, below)


def look(says: Says, ground: Colour | None) -> Look:
    """Return how words look on the ground of what stands around their paragraph."""
    hidden = bool(says.hidden) or says.clear == 0
    ground = _ground(says.ground, _ground(says.around, ground))
    return Look(hidden, colour_of(says.colour), ground, points(says.size))


def points(size: str | None) -> float | None:
    """Return a size in points; one in per cent is of the usual size. None where it is not told."""
    found = _MEASURE.match(size or "")
    if not found:
        return None
    try:
        number = float(found[1])
    except ValueError:
        return None
    return number * _USUAL / 100 if found[2] == "%" else number * _POINTS[found[2]]


def said(style: _Element) -> Says:
    """Return what one style says of the words in it."""
    says = NOTHING
    for element in style:
        name = element.tag.rpartition("}")[2]
        if name == "text-properties":
            shown = element.get(f"{TEXT}display")
            own = element.get(f"{STYLE}use-window-font-color") == "true"
            says = Says(
                hidden=None if shown is None else shown == "none",
                colour="own" if own else element.get(f"{FO}color"),
                ground=element.get(f"{FO}background-color"),
                size=element.get(f"{FO}font-size"),
                clear=None if own else _clear(element),
            ).over(says)
        elif name in {"paragraph-properties", "table-cell-properties", "section-properties", "graphic-properties"}:
            around = element.get(f"{FO}background-color")
            if name == "graphic-properties":
                around = _filling(element) or around
            says = says.over(Says(around=around))
    return says


def _filling(element: _Element) -> str | None:
    kind = element.get(f"{DRAW}fill")
    if kind == "solid":
        colour: str | None = element.get(f"{DRAW}fill-color")
        return colour
    return None if kind in {None, "none"} else "pattern"


def _clear(element: _Element) -> float | None:
    """Return how opaque words are in per cent; LibreOffice writes it in a namespace of its own.

    Beside no colour, or the window's own, it writes 0 for words that show.
    """
    if not element.get(f"{FO}color"):
        return None
    for name, value in element.items():
        if name.endswith("}opacity"):
            try:
                return float(value.rstrip("%"))
            except ValueError:
                return None
    return None


def _ground(fill: str | None, below: Colour | None) -> Colour | None:
    if fill in {None, "", "transparent"}:
        return below
    return colour_of(fill)


def _family(element: _Element) -> str:
    return element.get(f"{STYLE}family") or ""


def _language(element: _Element) -> str | None:
    for properties in element:
        language, country = properties.get(f"{FO}language"), properties.get(f"{FO}country")
        if language and language != "none":
            return f"{language}-{country}" if country and country != "none" else language
    return None
