"""Ask pdfium about the objects of a PDF's page: how words are drawn, what lies under them, which are pictures.

pdfium is asked through its C interface, for its Python one has no way to ask for a single character's object.
"""

from __future__ import annotations

from ctypes import addressof, byref, c_float, c_int, c_uint, c_ulong
from math import hypot
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

from core.ingest.limits import SMALLEST
from core.ingest.looks import WHITE, Colour, Concealed, faint

if TYPE_CHECKING:
    from pypdfium2 import PdfPage

Handle: TypeAlias = Any
"""A pointer of pdfium's."""
Bounds: TypeAlias = tuple[float, float, float, float]
"""Left, low, right and high, in the page's own coordinates."""

UNDRAWN = Concealed("hidden-text", "drawn invisibly", leaves_gap=True)
_CLEAR = Concealed("hidden-text", "fully transparent", leaves_gap=True)
_WHITE = Concealed("hidden-text", "white on white", leaves_gap=True)
_TINY = Concealed("tiny-text", f"set in {SMALLEST:g} point or less")
_INVISIBLE, _CLIP = 3, 7
_FILLED = frozenset({0, 4})
_MOST_MARKS = 8
_NAME = 32
"""The longest name of a mark that is read, in characters."""


class Thing(NamedTuple):
    """One object of a page."""

    key: int
    kind: int
    bounds: Bounds
    handle: Handle


class Made(NamedTuple):
    """What holds for all characters that one instruction of the page draws."""

    how: Concealed | None
    artifact: bool
    size: float
    """The size of the type in points, 0 where it is not known."""


PLAIN = Made(None, artifact=False, size=0.0)


class Objects:
    """The objects of a page."""

    def __init__(self, page: PdfPage) -> None:
        from pypdfium2 import raw  # noqa: PLC0415 - not at start-up

        self._pdfium = raw
        self._page = page
        self._made: dict[int, Made] = {}
        self._things: list[Thing] | None = None

    def made(self, drawn: Handle, key: int) -> Made:
        """Return how a text object draws its characters; ``key`` is its address."""
        if not key:
            return PLAIN
        made = self._made.get(key)
        if made is None:
            size = self._size(drawn)
            how = _TINY if 0 < size <= SMALLEST else self._hidden(drawn, key)
            made = self._made[key] = Made(how, self._artifact(drawn), size)
        return made

    def pictures(self) -> list[Bounds]:
        """Return where the page's pictures stand."""
        return [thing.bounds for thing in self._all() if thing.kind == self._pdfium.FPDF_PAGEOBJ_IMAGE]

    def _size(self, drawn: Handle) -> float:
        size, matrix = c_float(), self._pdfium.FS_MATRIX()
        if not self._pdfium.FPDFTextObj_GetFontSize(drawn, byref(size)):
            return 0.0
        if not self._pdfium.FPDFPageObj_GetMatrix(drawn, matrix):
            return 0.0
        return abs(size.value) * hypot(matrix.c, matrix.d)

    def _hidden(self, drawn: Handle, key: int) -> Concealed | None:
        mode = self._pdfium.FPDFTextObj_GetTextRenderMode(drawn)
        if mode in {_INVISIBLE, _CLIP}:
            return UNDRAWN
        colour = self._filling(drawn)
        if mode not in _FILLED or colour is None:
            return None
        fill, opacity = colour
        if not opacity:
            return _CLEAR
        # Only what can hardly be seen on white is looked at closer: the ground costs time to find.
        if not faint(fill, WHITE):
            return None
        ground = self._ground(drawn, key)
        return _WHITE if ground and faint(fill, ground) else None

    def _filling(self, drawn: Handle) -> tuple[Colour, int] | None:
        """Return an object's colour and opacity, None where it is filled with a pattern."""
        red, green, blue, opacity = c_uint(), c_uint(), c_uint(), c_uint()
        if not self._pdfium.FPDFPageObj_GetFillColor(drawn, byref(red), byref(green), byref(blue), byref(opacity)):
            return None
        return (red.value, green.value, blue.value), opacity.value

    def _artifact(self, drawn: Handle) -> bool:
        """Return whether the file marks words as no part of its text."""
        for number in range(min(self._pdfium.FPDFPageObj_CountMarks(drawn), _MOST_MARKS)):
            mark = self._pdfium.FPDFPageObj_GetMark(drawn, number)
            length, name = c_ulong(), (self._pdfium.FPDF_WCHAR * _NAME)()
            if not mark or not self._pdfium.FPDFPageObjMark_GetName(mark, name, 2 * _NAME, byref(length)):
                continue
            if bytes(name)[: length.value].decode("utf-16-le", "replace").rstrip("\x00") == "Artifact":
                return True
        return False

    def _ground(self, drawn: Handle, key: int) -> Colour | None:
        """Return the colour that lies under words, white where nothing does; None where it is not known."""
        bounds = self._bounds(drawn)
        if bounds is None:
            return None
        across, up = (bounds[0] + bounds[2]) / 2, (bounds[1] + bounds[3]) / 2
        ground: Colour | None = WHITE
        for thing in self._all():
            if thing.key == key:
                break
            left, low, right, high = thing.bounds
            if left <= across <= right and low <= up <= high:
                ground = self._painted(thing, ground)
        return ground

    def _painted(self, thing: Thing, below: Colour | None) -> Colour | None:
        """Return the ground once an object is drawn over another; None where it is not known."""
        pdfium = self._pdfium
        if thing.kind == pdfium.FPDF_PAGEOBJ_TEXT:
            return below
        if thing.kind == pdfium.FPDF_PAGEOBJ_FORM:
            count = pdfium.FPDFFormObj_CountObjects(thing.handle)
            inner = (pdfium.FPDFFormObj_GetObject(thing.handle, number) for number in range(max(count, 0)))
            return None if any(pdfium.FPDFPageObj_GetType(i) != pdfium.FPDF_PAGEOBJ_TEXT for i in inner) else below
        if thing.kind != pdfium.FPDF_PAGEOBJ_PATH:
            return None
        fill, stroke = c_int(), c_int()
        if not pdfium.FPDFPath_GetDrawMode(thing.handle, byref(fill), byref(stroke)) or not fill.value:
            return below
        colour = self._filling(thing.handle)
        if colour is None:
            return None
        return colour[0] if colour[1] else below

    def _all(self) -> list[Thing]:
        """Return the page's objects in the order in which they are drawn."""
        if self._things is None:
            self._things = []
            for number in range(max(self._pdfium.FPDFPage_CountObjects(self._page), 0)):
                handle = self._pdfium.FPDFPage_GetObject(self._page, number)
                bounds = self._bounds(handle) if handle else None
                if bounds:
                    kind = self._pdfium.FPDFPageObj_GetType(handle)
                    self._things.append(Thing(addressof(handle.contents), kind, bounds, handle))
        return self._things

    def _bounds(self, handle: Handle) -> Bounds | None:
        left, low, right, high = c_float(), c_float(), c_float(), c_float()
        if not self._pdfium.FPDFPageObj_GetBounds(handle, byref(left), byref(low), byref(right), byref(high)):
            return None
        return left.value, low.value, right.value, high.value
