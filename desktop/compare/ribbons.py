"""Which ribbons, stubs and pills stand in the gutter at the present scroll positions.

Pure: ties and the places of their sentences in, shapes out. Places are pixels of the viewport.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from enum import IntEnum

from core.model import MatchClass, sentence_label
from desktop.compare.geometry import Curve, Point, curve, ribbon, spread
from desktop.compare.scene import Tie

Extent = tuple[float, float]
ExtentOf = Callable[[int], Extent | None]


class Layer(IntEnum):
    """In which order ribbons are drawn: the higher, the later."""

    WEAK = -1
    DERIVED = 0
    SAME_FACT = 1
    HOVERED = 2
    SELECTED = 3


@dataclass(frozen=True, slots=True)
class Band:
    """A ribbon between two blocks that are both in view."""

    tie: Tie
    layer: Layer
    upper: Curve
    lower: Curve

    @property
    def middle(self) -> Point:
        """Return the point halfway along and between the edges."""
        (x, y0), (_, y1) = self.upper.at(0.5), self.lower.at(0.5)
        return x, (y0 + y1) / 2


@dataclass(frozen=True, slots=True)
class Thread:
    """A line between two blocks that report the same fact."""

    tie: Tie
    layer: Layer
    line: Curve


@dataclass(frozen=True, slots=True)
class Stub:
    """The beginning of a ribbon whose other end is out of view."""

    tie: Tie
    layer: Layer
    at_left: bool
    top: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Pill:
    """The button beside a stub: what lies out of view, where, and the button's place."""

    tie: Tie
    at_left: bool
    label: str
    left: float
    top: float
    width: float
    height: float

    def covers(self, x: float, y: float, least: float = 24.0) -> bool:
        """Return whether a pointer at a place means this pill; the target is never lower than ``least``."""
        extra = max(0.0, least - self.height) / 2
        return self.left <= x <= self.left + self.width and self.top - extra <= y <= self.top + self.height + extra


@dataclass(frozen=True, slots=True)
class Shapes:
    """Everything in the gutter, in drawing order."""

    bands: tuple[Band, ...] = ()
    threads: tuple[Thread, ...] = ()
    stubs: tuple[Stub, ...] = ()
    pills: tuple[Pill, ...] = ()


@dataclass(frozen=True, slots=True)
class Gutter:
    """The gutter's size, and what is lit in it."""

    width: float
    height: float
    letters: tuple[str, str]
    selected: int = -1
    hovered: Collection[int] = ()
    pill_width: Callable[[str], float] = len
    pill_height: float = 19.0


def shapes(ties: Iterable[Tie], left: ExtentOf, right: ExtentOf, gutter: Gutter) -> Shapes:
    """Return what is to be drawn for these ties; those with both ends out of view are left out."""
    bands: list[Band] = []
    threads: list[Thread] = []
    stubs: list[Stub] = []
    far: list[bool] = []
    for tie in ties:
        l_end, r_end = left(tie.left), right(tie.right)
        if l_end is None or r_end is None:
            continue
        l_seen, r_seen = _seen(l_end, gutter.height), _seen(r_end, gutter.height)
        layer = _layer(tie, gutter)
        if l_seen and r_seen:
            if tie.match is MatchClass.SAME_FACT:
                threads.append(Thread(tie, layer, curve(_centre(l_end), _centre(r_end), gutter.width)))
            else:
                ends = tie.left_slot.within(*l_end), tie.right_slot.within(*r_end)
                inset = SELECTED_INSET if layer is Layer.SELECTED else 1.0
                bands.append(Band(tie, layer, *ribbon(*ends, gutter.width, inset)))
        elif l_seen or r_seen:
            top, bottom = tie.left_slot.within(*l_end) if l_seen else tie.right_slot.within(*r_end)
            stubs.append(Stub(tie, layer, l_seen, top + 1, bottom - 1))
            far.append((r_end if l_seen else l_end)[0] < 0)
    bands.sort(key=lambda b: (b.layer, -b.tie.match.rank, b.tie.left, b.tie.right))
    return Shapes(tuple(bands), tuple(threads), tuple(stubs), _pills(stubs, far, gutter))


def _seen(extent: Extent, height: float) -> bool:
    return extent[1] > 0 and extent[0] < height


def _centre(extent: Extent) -> float:
    return (extent[0] + extent[1]) / 2


def _layer(tie: Tie, gutter: Gutter) -> Layer:
    if tie.link == gutter.selected:
        return Layer.SELECTED
    if tie.link in gutter.hovered:
        return Layer.HOVERED
    return _LAYERS.get(tie.match, Layer.DERIVED)


def _pills(stubs: list[Stub], far_above: list[bool], gutter: Gutter) -> tuple[Pill, ...]:
    centres = [(max(0.0, s.top) + min(gutter.height, s.bottom)) / 2 for s in stubs]
    tops = spread(centres, gutter.pill_height, 2, gutter.height - 2)
    pills: list[Pill] = []
    for stub, above, top in zip(stubs, far_above, tops, strict=True):
        if top is None:
            continue
        tie = stub.tie
        where = (
            sentence_label(gutter.letters[1], tie.right)
            if stub.at_left
            else sentence_label(gutter.letters[0], tie.left)
        )
        label = f"{where} {'↑' if above else '↓'}"
        width = gutter.pill_width(label)
        left = PILL_INSET if stub.at_left else gutter.width - PILL_INSET - width
        pills.append(Pill(tie, stub.at_left, label, left, round(top), width, gutter.pill_height))
    return tuple(pills)


_LAYERS = {MatchClass.SAME_FACT: Layer.SAME_FACT, MatchClass.UNRELATED: Layer.WEAK}
PILL_INSET = 12
SELECTED_INSET = -0.75
"""The edge of a selected ribbon goes on where the outlines of its blocks end."""
