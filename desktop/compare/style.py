"""The measures of the compare view, and how each class is drawn: rails, ribbon edges, fills."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPen

from core.model import MatchClass
from desktop.theme import Theme

STRIP_WIDTH = 14
FILL_ALPHA = 0.22
STUB_ALPHA = 0.29
INK_IN_FILL = 0.15
"""Ribbons are a little deeper than their bars, so that they stand off the blocks' tints."""
HOVER_ALPHA = 0.35
SELECTED_ALPHA = 0.5
EDGE_ALPHA = 0.55
DIMMED = 0.4
STUB_LENGTH = 40
SELECTED_LINE = 1.5


@dataclass(frozen=True, slots=True)
class Metrics:
    """Lengths in pixels."""

    text_size: float = 14.5
    line: int = 21
    pad_top: int = 3
    pad_bottom: int = 3
    pad_outer: int = 8
    pad_rail: int = 12
    gap: int = 3
    paragraph_gap: int = 14
    margin: int = 34
    widest_block: int = 680
    folded: int = 28
    gutter: int = 88
    padding: int = 12
    number_size: float = 11
    verdict: int = 13
    radius: int = 3

    @classmethod
    def of(cls, theme: Theme) -> Metrics:
        """Return the lengths at the theme's zoom; fonts ask the theme themselves."""
        plain = cls()
        scaled = ("pad_top", "pad_bottom", "pad_outer", "pad_rail", "gap", "paragraph_gap", "margin", "folded")
        lengths = {name: theme.px(getattr(plain, name)) for name in (*scaled, "padding", "verdict")}
        widest = theme.reading_px(plain.widest_block)
        return replace(plain, line=theme.reading_px(plain.line), widest_block=widest, **lengths)


def faded(color: QColor, alpha: float) -> QColor:
    """Return the colour with its opacity multiplied."""
    result = QColor(color)
    result.setAlphaF(color.alphaF() * alpha)
    return result


def mixed(color: QColor, other: QColor, share: float) -> QColor:
    """Return a colour with that share of another in it."""
    keep = 1 - share
    return QColor.fromRgbF(
        keep * color.redF() + share * other.redF(),
        keep * color.greenF() + share * other.greenF(),
        keep * color.blueF() + share * other.blueF(),
    )


@dataclass(frozen=True, slots=True)
class RailLine:
    """One line of a rail: how far its outer edge stands from the gutter, and how wide it is."""

    offset: float
    width: float
    dashes: tuple[float, ...] = ()


_RAILS: dict[MatchClass, tuple[RailLine, ...]] = {
    MatchClass.VERBATIM: (RailLine(0, 4),),
    MatchClass.CLOSE: (RailLine(0, 1.5), RailLine(2.5, 1.5)),
    MatchClass.PARAPHRASE: (RailLine(0, 2, (7, 4)),),
    MatchClass.QUOTATION: (RailLine(0, 3),),
    MatchClass.SAME_FACT: (RailLine(0, 2, (2, 3)),),
}

_EDGES: dict[MatchClass, tuple[RailLine, ...]] = {
    MatchClass.VERBATIM: (RailLine(0, 2),),
    MatchClass.CLOSE: (RailLine(0, 1), RailLine(3, 1)),
    MatchClass.PARAPHRASE: (RailLine(0, 1, (7, 4)),),
    MatchClass.QUOTATION: (RailLine(0, 1.5),),
}


def rail(match: MatchClass) -> tuple[RailLine, ...]:
    """Return the lines of a class's rail, from the gutter inwards; none where nothing matches."""
    return _RAILS.get(match, ())


def ribbon_edge(match: MatchClass) -> tuple[RailLine, ...]:
    """Return the lines of a ribbon's edge, from the edge inwards."""
    return _EDGES.get(match, ())


def line_pen(line: RailLine, color: QColor) -> QPen:
    """Return the pen of a rail's or an edge's line; dashes are given in pixels."""
    pen = QPen(color, line.width)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    if line.dashes:
        pen.setDashPattern([length / line.width for length in line.dashes])
    return pen
