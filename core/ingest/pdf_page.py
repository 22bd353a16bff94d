"""Read one page of a PDF with pdfium: its characters into lines, each with how it is hidden if it is."""

from __future__ import annotations

from collections.abc import Iterator
from ctypes import addressof, byref, c_double
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from core.ingest.limits import FEW_WORDS, MAX_TEXT
from core.ingest.looks import Concealed
from core.ingest.pdf_lines import SOFT_HYPHEN, Line, Page
from core.ingest.pdf_marks import SMALL, Set, follows, is_power, leads, may_mark
from core.ingest.pdf_objects import PLAIN, UNDRAWN, Handle, Made, Objects

if TYPE_CHECKING:
    from pypdfium2 import PdfPage

_GAP = 1.0
"""The white, in heights of a line, from which words at one height are no longer one line."""
_BACK = 2.0
"""How far back, in heights of a line, a character may stand that still goes on with it (an accent, a kern)."""
_SPACE = 0.12
"""The white, in heights of a line, that parts the words before and behind a note's mark."""
_MOST_OF_IT = 0.5
"""The share of a page that a picture covers where the page is a scan."""
_UNSEEN = 0.8
"""The share of a scan's characters that are unseen where they are its recognised words."""
_FEW = 6 * FEW_WORDS
"""Fewer characters than these, and the page's pictures are counted."""
_RIGHT_ANGLE = 90
_UPSIDE_DOWN = 2
_ENDS = frozenset({10, 13})
_BLANKS = frozenset({9, 32, 0xA0})
_UNKNOWN = "\ufffd"
_LETTERS = {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB05: "st", 0xFB06: "st"} | {
    0xFFFE: SOFT_HYPHEN,
    0x02: SOFT_HYPHEN,
    0x00: _UNKNOWN,
}
"""Ligatures, what pdfium makes of a hyphen that cuts a word at the end of a line, and what has no meaning."""
_COMMENTS = frozenset({1, 3, 8, 9, 10, 11, 12, 14})
"""Annotations that hold words (notes, free text, marks, stamps), by their numbers in pdfium."""
_MOST_COMMENTS = 1000
_OUTSIDE = Concealed("hidden-text", "outside the page", leaves_gap=True)


class Box(NamedTuple):
    """Where a character stands, from the top left corner of the page as it is shown, in points."""

    left: float
    top: float
    right: float
    bottom: float


@dataclass(slots=True)
class Run:
    """Characters that one instruction draws side by side. In the page's own coordinates, in points."""

    key: int = -1
    made: Made = PLAIN
    left: float = 0.0
    right: float = 0.0
    low: float = 0.0
    high: float = 0.0
    gap: float = 0.0
    """How far the next character may stand from this one."""
    blank: bool = False
    letters: list[str] = field(default_factory=list)

    @property
    def set(self) -> Set:
        """Return the words with their place; the type's size is not known where they are turned."""
        return Set("".join(self.letters), self.left, self.right, self.low, self.made.size)


class PageReader:
    """Reads one page; :meth:`read` may be asked once."""

    def __init__(self, page: PdfPage) -> None:
        from pypdfium2 import raw  # noqa: PLC0415 - not at start-up

        self._pdfium = raw
        self._page = page
        self._objects = Objects(page)
        self._left, self._bottom, self._right, self._top = page.get_bbox()
        self._turn = page.get_rotation() // _RIGHT_ANGLE
        wide, high = self._right - self._left, self._top - self._bottom
        self._read = Page(high, wide) if self._turn % 2 else Page(wide, high)
        self._line: Line | None = None
        self._last: tuple[Set, Line] | None = None
        self._mark: Run | None = None
        self._marked = False
        self._shown = self._unseen = 0

    def read(self) -> Page:
        """Return the page."""
        text = self._pdfium.FPDFText_LoadPage(self._page)
        if text:
            try:
                self._characters(text)
            finally:
                self._pdfium.FPDFText_ClosePage(text)
        page = self._read
        unseen = self._unseen > self._shown * _UNSEEN
        if unseen or self._shown < _FEW:
            self._look_at_pictures()
        if unseen and page.scanned:
            page.recognised = True
            for line in page.lines:
                line.pieces = [(words, None if how == UNDRAWN else how) for words, how in line.pieces]
        page.lines = _settled(page.lines)
        page.comments = list(self._comments())
        return page

    def _characters(self, text: Handle) -> None:
        """Read a page's characters into runs: those of one instruction without a gap, which share all but a place."""
        pdfium = self._pdfium
        code_at, box_at, object_at = (
            pdfium.FPDFText_GetUnicode,
            pdfium.FPDFText_GetLooseCharBox,
            pdfium.FPDFText_GetTextObject,
        )
        box = pdfium.FS_RECTF()
        at_box = byref(box)
        run = Run()
        blank = False
        # Every step of this loop is taken for every character of a book.
        for number in range(min(pdfium.FPDFText_CountChars(text), 2 * MAX_TEXT)):
            code = code_at(text, number)
            if code in _ENDS:
                self._taken(run)
                run = Run()
                self._line = None
            elif code in _BLANKS:
                blank = True
            elif box_at(text, number, at_box):
                drawn = object_at(text, number)
                key = addressof(drawn.contents) if drawn else 0
                gap = box.left - run.right
                if key != run.key or gap > run.gap or gap < -run.gap or not key:
                    self._taken(run)
                    run = self._begun(text, number, drawn, key, box)
                    run.blank = blank
                elif blank:
                    run.letters.append(" ")
                run.letters.append(_LETTERS.get(code) or chr(code))
                run.right = box.right
                blank = False
        self._taken(run)
        self._settle_mark(None)

    def _begun(self, text: Handle, number: int, drawn: Handle, key: int, box: Handle) -> Run:
        """Return the run that a character begins."""
        made = self._objects.made(drawn, key)
        low, high, gap = box.bottom, box.top, _GAP * made.size
        if self._turn:
            # What goes on to the right is seen where the page stands upright; elsewhere each letter is asked for.
            gap = -1.0
        elif made.size:
            # The base line and the size of the type: boxes are only as high as their letters.
            across, up = c_double(), c_double()
            if self._pdfium.FPDFText_GetCharOrigin(text, number, byref(across), byref(up)):
                low, high = up.value, up.value + made.size
        return Run(key, made, box.left, box.right, low, high, gap)

    def _taken(self, run: Run) -> None:
        """Write a run down, unless it is the mark of a note."""
        if not run.letters:
            return
        self._settle_mark(run)
        if self._turn or run.made.how or not may_mark(run.set.words, more=self._marked):
            self._written(run)
        elif self._last and follows(run.set, self._last[0]):
            word, line = self._last
            if is_power(run.set, word):
                self._written(run)
            else:
                self._last, self._marked = (word._replace(right=run.right), line), True
                line.right = max(line.right, self._placed(run.left, run.high, run.right, run.low).right)
        elif self._line is None:
            self._mark = run
        else:
            self._written(run)

    def _settle_mark(self, following: Run | None) -> None:
        """Write down what began a line like a note's mark, where no note follows it."""
        run, self._mark = self._mark, None
        if run is not None and not (following and leads(run.set, following.set)):
            self._written(run)

    def _written(self, run: Run) -> None:
        """Put a run on the line that it goes on with, or on a new one."""
        words = "".join(run.letters)
        place = self._placed(run.left, run.high, run.right, run.low)
        how = run.made.how or self._misplaced(place)
        self._unseen += len(words) if how == UNDRAWN else 0
        self._shown += len(words) if how is None else 0
        self._read.unknown += words.count(_UNKNOWN)
        line, blank = self._line, run.blank
        if self._marked and self._last:
            # pdfium ends the line at a mark, and the blank behind it goes with that.
            line = self._line = line or self._last[1]
            blank = blank or run.left - self._last[0].right > _SPACE * line.size
        self._marked = False
        if line is None or _apart(line, place):
            line = self._line = Line(*place, artifact=run.made.artifact)
            self._read.lines.append(line)
        elif blank:
            words = f" {words}"
        if line.pieces and line.pieces[-1][1] == how:
            line.pieces[-1] = (line.pieces[-1][0] + words, how)
        else:
            line.pieces.append((words, how))
        line.left, line.right = min(line.left, place.left), max(line.right, place.right)
        # What is raised or lowered within a line does not make it higher.
        if place.bottom - place.top > SMALL * line.size:
            line.top, line.bottom = min(line.top, place.top), max(line.bottom, place.bottom)
        self._last = run.set, line

    def _placed(self, left: float, top: float, right: float, bottom: float) -> Box:
        """Return a box as it is shown on a page that may be turned."""
        if self._turn == 0:
            return Box(left - self._left, self._top - top, right - self._left, self._top - bottom)
        if self._turn == 1:
            return Box(bottom - self._bottom, left - self._left, top - self._bottom, right - self._left)
        if self._turn == _UPSIDE_DOWN:
            return Box(self._right - right, bottom - self._bottom, self._right - left, top - self._bottom)
        return Box(self._top - top, self._right - right, self._top - bottom, self._right - left)

    def _misplaced(self, place: Box) -> Concealed | None:
        across = place.right < 0 or place.left > self._read.width
        return _OUTSIDE if across or place.bottom < 0 or place.top > self._read.height else None

    def _look_at_pictures(self) -> None:
        page = self._read
        for left, low, right, high in self._objects.pictures():
            page.pictures += 1
            if abs((right - left) * (high - low)) > page.width * page.height * _MOST_OF_IT:
                page.scanned = True

    def _comments(self) -> Iterator[tuple[str, str]]:
        pdfium = self._pdfium
        for number in range(min(pdfium.FPDFPage_GetAnnotCount(self._page), _MOST_COMMENTS)):
            note = pdfium.FPDFPage_GetAnnot(self._page, number)
            if not note:
                continue
            try:
                if pdfium.FPDFAnnot_GetSubtype(note) in _COMMENTS:
                    yield self._said(note, b"Contents"), self._said(note, b"T")
            finally:
                pdfium.FPDFPage_CloseAnnot(note)

    def _said(self, note: Handle, key: bytes) -> str:
        length = min(self._pdfium.FPDFAnnot_GetStringValue(note, key, None, 0), MAX_TEXT)
        words = (self._pdfium.FPDF_WCHAR * (length // 2 + 1))()
        self._pdfium.FPDFAnnot_GetStringValue(note, key, words, length)
        return decoded(words)


def decoded(words: Handle) -> str:
    """Return the text that pdfium wrote into an array of 16-bit units, up to the zero that ends it."""
    return bytes(words).decode("utf-16-le", "replace").split("\x00")[0]


def _apart(line: Line, place: Box) -> bool:
    """Return whether a character does not go on with a line."""
    overlap = min(line.bottom, place.bottom) - max(line.top, place.top)
    gap = place.left - line.right
    half = min(line.size, place.bottom - place.top) / 2
    return overlap < half or gap > _GAP * line.size or gap < -_BACK * line.size


def _settled(lines: list[Line]) -> list[Line]:
    """Return lines with those that are wholly hidden put to the end of the one drawn before, where one shows.

    What cannot be seen has no say in what stands beside or below what.
    """
    shown: list[Line] = []
    early: list[Line] = []
    for line in lines:
        if any(how is None for _, how in line.pieces):
            shown.append(line)
        elif shown:
            shown[-1].pieces += [(" ", None), *line.pieces]
        else:
            early.append(line)
    if not shown:
        return early
    for line in reversed(early):
        shown[0].pieces[:0] = [*line.pieces, (" ", None)]
    return shown
