"""How words look in a Word file: what its defaults, its styles and the words themselves say, one over the other."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from core.ingest.docx_names import attribute, bare_name, child, number, switch, word_name
from core.ingest.looks import WHITE, Colour, Look, colour_of

if TYPE_CHECKING:
    from lxml.etree import _Element

_HIGHLIGHTS = {
    "black": (0, 0, 0),
    "blue": (0, 0, 255),
    "cyan": (0, 255, 255),
    "darkBlue": (0, 0, 128),
    "darkCyan": (0, 128, 128),
    "darkGray": (128, 128, 128),
    "darkGreen": (0, 128, 0),
    "darkMagenta": (128, 0, 128),
    "darkRed": (128, 0, 0),
    "darkYellow": (128, 128, 0),
    "green": (0, 255, 0),
    "lightGray": (192, 192, 192),
    "magenta": (255, 0, 255),
    "red": (255, 0, 0),
    "white": WHITE,
    "yellow": (255, 255, 0),
}
_CHAIN = 32
"""The longest row of styles that stand on one another; a circle ends here."""


@dataclass(frozen=True, slots=True)
class Says:
    """What one place says of words; None leaves it to what stands below. Sizes in points, scale in per cent."""

    hidden: bool | None = None
    colour: str | None = None
    ground: str | None = None
    points: float | None = None
    scale: float | None = None

    def over(self, below: Says) -> Says:
        """Return this laid over what stands below it."""
        return Says(
            below.hidden if self.hidden is None else self.hidden,
            self.colour or below.colour,
            self.ground or below.ground,
            below.points if self.points is None else self.points,
            below.scale if self.scale is None else self.scale,
        )


NOTHING = Says()


class Styles:
    """The styles of a Word file by name; ``root`` is that of its styles part, None where it has none."""

    def __init__(self, root: _Element | None) -> None:
        self._elements: dict[str, _Element] = {}
        self._made: dict[str, Says] = {}
        self._paragraph: str | None = None
        defaults = None
        for element in root if root is not None else ():
            name = word_name(element)
            if name == "docDefaults":
                defaults = child(child(element, "rPrDefault"), "rPr")
            elif name == "style":
                self._keep(element)
        self._defaults = said(defaults)
        usual = child(self._elements.get(self._paragraph or ""), "rPr")
        self.language = attribute(child(usual, "lang"), "val") or attribute(child(defaults, "lang"), "val")

    def look(self, ground: Colour | None, paragraph: _Element | None, run: _Element | None) -> Look:
        """Return how a run looks on a ground, by its paragraph's and its own properties."""
        style = attribute(child(paragraph, "pStyle"), "val") or self._paragraph
        shade = said(None, paragraph)
        says = shade.over(self._style(style)).over(self._defaults)
        if run is not None:
            says = said(run).over(self._style(attribute(child(run, "rStyle"), "val"))).over(says)
        points = says.points
        if points is not None and says.scale is not None:
            points = min(points, points * says.scale / 100)
        if says.ground == "none":
            ground = None
        elif says.ground:
            ground = colour_of(says.ground)
        return Look(bool(says.hidden), colour_of(says.colour), ground, points)

    def shaded_table(self, table: _Element | None) -> bool:
        """Return whether a table's style colours cells, which then may have any ground."""
        name = attribute(child(table, "tblStyle"), "val")
        for _ in range(_CHAIN):
            element = self._elements.get(name or "")
            if element is None:
                return False
            if any(_fill(shade) for shade in element.iter("{*}shd")):
                return True
            name = attribute(child(element, "basedOn"), "val")
        return False

    def _keep(self, element: _Element) -> None:
        name = attribute(element, "styleId")
        if name is None:
            return
        self._elements[name] = element
        if attribute(element, "type") == "paragraph" and attribute(element, "default") in {"1", "true", "on"}:
            self._paragraph = name

    def _style(self, name: str | None) -> Says:
        """Return what a style says with all that it is based on."""
        if not name:
            return NOTHING
        made = self._made.get(name)
        if made is not None:
            return made
        says, at = NOTHING, name
        for _ in range(_CHAIN):
            element = self._elements.get(at)
            if element is None:
                break
            says = says.over(said(child(element, "rPr"), child(element, "pPr")))
            at = attribute(child(element, "basedOn"), "val") or ""
        self._made[name] = says
        return says


def said(run: _Element | None, paragraph: _Element | None = None) -> Says:
    """Return what properties of a run, and of the paragraph around it, say."""
    ground = _fill(child(paragraph, "shd"))
    if run is None:
        return replace(NOTHING, ground=ground) if ground else NOTHING
    hidden = switch(child(run, "vanish"))
    if any(bare_name(e) == "textFill" and any(bare_name(f) == "noFill" for f in e) for e in run):
        hidden = True
    half_points = number(attribute(child(run, "sz"), "val"))
    highlight = attribute(child(run, "highlight"), "val")
    marked = _HIGHLIGHTS.get(highlight or "")
    ground = bytes(marked).hex() if marked else _fill(child(run, "shd")) or ground
    return Says(
        hidden=hidden,
        colour=attribute(child(run, "color"), "val"),
        ground=ground,
        points=None if half_points is None else half_points / 2,
        scale=number((attribute(child(run, "w"), "val") or "").rstrip("%")),
    )


def shading(properties: _Element | None, below: Colour | None) -> Colour | None:
    """Return the ground that shading puts over another; None where it is not known."""
    fill = _fill(child(properties, "shd"))
    return colour_of(fill) if fill else below


def _fill(shade: _Element | None) -> str | None:
    """Return a shading's colour, None where it has none and “none” where a pattern makes it uncertain."""
    if shade is None:
        return None
    pattern, fill = attribute(shade, "val"), attribute(shade, "fill")
    if pattern not in {None, "clear", "nil"}:
        return "none"
    return fill if colour_of(fill) else None
