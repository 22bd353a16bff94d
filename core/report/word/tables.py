"""Tables of the Word report: fixed widths, a head that is repeated on every page, rows that stay whole. Pure.

Widths are in points; a width of 0 takes an equal share of what is left.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from core.report.word.markup import NOTHING, Xml, el, joined, paragraph, said
from core.report.word.styles import CELL, CELL_HEAD

TWIPS = 20
"""Twentieths of a point in a point: the unit of widths in Word."""
_GAP, _AIR = 90, 60
"""Twips beside and above what stands in a cell."""
_LONGEST_WHOLE_ROW = 1800
"""Characters up to which a row is held on one page."""


@dataclass(frozen=True, slots=True)
class Ground:
    """What lies behind a cell: a colour, and a pattern of lines that tells it apart without colour."""

    fill: str
    pattern: str = "clear"
    over: str = "auto"


@dataclass(frozen=True, slots=True)
class Rail:
    """The line on the left of a cell; ``weight`` in eighths of a point."""

    line: str
    weight: int
    colour: str


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in a cell, as paragraphs, and how many columns it takes."""

    content: Xml
    columns: int = 1
    ground: Ground | None = None
    rail: Rail | None = None
    inset: int = 0
    """Twips before what stands in it, where they are more than elsewhere."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row; ``breakable`` where it may be longer than a page."""

    cells: tuple[Cell, ...]
    breakable: bool = False
    opens: str = ""
    """The colour of a heavier line above it, where something new begins."""
    height: float = 0
    """In points, where it is not that of its content."""


@dataclass(frozen=True, slots=True)
class Grid:
    """How a table is ruled, and what it is called for those who hear it."""

    caption: str
    line: str
    columns: Sequence[float]
    upright: bool = False
    """Whether its columns and its outside are ruled too."""
    middle: bool = False
    """Whether what stands in a row stands on the row's middle, not at its top."""


def plain(content: Xml, style: str = CELL, *, keep: bool = False) -> Cell:
    """Return a cell of one paragraph."""
    return Cell(paragraph(content, style=style, keep=keep))


def row(*contents: Xml, letters: int = 0, keep: bool = False) -> Row:
    """Return a row of ordinary cells; ``letters`` is how much wording it holds, ``keep`` holds it beside the next."""
    return Row(tuple(plain(content, keep=keep) for content in contents), breakable=long(letters))


def long(letters: int) -> bool:
    """Return whether so much wording may not fit on one page."""
    return letters > _LONGEST_WHOLE_ROW


def table(grid: Grid, width: float, head: Sequence[str], rows: Iterable[Row]) -> Xml:
    """Return a table over ``width``; without a ``head`` it has no row that is repeated."""
    columns = _widths(grid.columns, width)
    names = Row(tuple(plain(said(name), CELL_HEAD) for name in head))
    repeated = [_row(names, grid, columns, head=True)] if head else []
    return el(
        "tbl",
        el(
            "tblPr",
            el("tblW", w=sum(columns), type="dxa"),
            _borders(grid),
            el("tblLayout", type="fixed"),
            el("tblCellMar", *(_margin(side, grid) for side in ("top", "left", "bottom", "right"))),
            el("tblLook", val="0020" if head else "0000", firstRow=int(bool(head)), noHBand=1, noVBand=1),
            el("tblCaption", val=grid.caption),
        ),
        el("tblGrid", *(el("gridCol", w=w) for w in columns)),
        *repeated,
        *(_row(r, grid, columns) for r in rows),
    )


def _widths(columns: Sequence[float], width: float) -> list[int]:
    left = width - sum(columns)
    shares = sum(not w for w in columns)
    return [round(TWIPS * (w or left / shares)) for w in columns]


def _borders(grid: Grid) -> Xml:
    sides = ("top", "left", "bottom", "right", "insideH", "insideV") if grid.upright else ("bottom", "insideH")
    return el("tblBorders", *(el(side, val="single", sz=4, space=0, color=grid.line) for side in sides))


def _margin(side: str, grid: Grid) -> Xml:
    upright = side in ("top", "bottom")
    outside = 0 if side == "left" and not grid.upright else _GAP
    return el(side, w=_AIR if upright else outside, type="dxa")


def _row(row: Row, grid: Grid, columns: Sequence[int], *, head: bool = False) -> Xml:
    made, at = [], 0
    for cell in row.cells:
        made.append(_cell(cell, sum(columns[at : at + cell.columns]), row, grid))
        at += cell.columns
    looks = joined(
        (
            NOTHING if row.breakable else el("cantSplit"),
            el("trHeight", val=round(TWIPS * row.height), hRule="exact") if row.height else NOTHING,
            el("tblHeader") if head else NOTHING,
        )
    )
    return el("tr", el("trPr", looks) if looks else NOTHING, *made)


def _cell(cell: Cell, width: int, row: Row, grid: Grid) -> Xml:
    rail, ground = cell.rail, cell.ground
    edges = joined(
        (
            el("top", val="single", sz=8, space=0, color=row.opens) if row.opens else NOTHING,
            el("left", val=rail.line, sz=rail.weight, space=0, color=rail.colour) if rail else NOTHING,
        )
    )
    looks = joined(
        (
            el("tcW", w=width, type="dxa"),
            el("gridSpan", val=cell.columns) if cell.columns > 1 else NOTHING,
            el("tcBorders", edges) if edges else NOTHING,
            el("shd", val=ground.pattern, color=ground.over, fill=ground.fill) if ground else NOTHING,
            el("tcMar", el("left", w=cell.inset, type="dxa")) if cell.inset else NOTHING,
            el("vAlign", val="center") if grid.middle else NOTHING,
        )
    )
    return el("tc", el("tcPr", looks), cell.content)
