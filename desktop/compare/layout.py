"""Lines of text inside blocks: laid out when first needed, kept while they are near the viewport.

Text is plain and painted with QTextLayout. Line height is fixed, so that a block's height is a whole number of pixels.
"""

from __future__ import annotations

import math
from collections import OrderedDict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import cast

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QTextCharFormat, QTextLayout, QTextLine, QTextOption

from core.model import SentenceKind, Severity
from desktop.compare.blocks import Block
from desktop.compare.disguised import Disguise
from desktop.compare.scene import SentenceView
from desktop.compare.style import Metrics
from desktop.compare.text import Utf16
from desktop.plain import right_to_left
from desktop.theme import Theme

_KEPT = 400
_SLACK = 1.0
_LONGEST_RUN = 40
_SAMPLE = "The quick ministers of eleven countries met in Geneva on Thursday to discuss sanctions, officials said. "


@dataclass(frozen=True, slots=True)
class Stroke:
    """The stretch of one line that diverging words take: from, to, and the baseline."""

    start: float
    end: float
    baseline: float
    severity: Severity


@dataclass(frozen=True, slots=True)
class Bracket:
    """The stretch of one line that disguised words take: from, to, and the line's upper edge."""

    start: float
    end: float
    top: float
    disguise: Disguise


@dataclass(frozen=True, slots=True)
class LaidOut:
    """A sentence broken into lines; places are relative to the text's upper left corner."""

    layout: QTextLayout
    lines: int
    strokes: tuple[Stroke, ...]
    shared: bool = False
    """Its first line is the last one of the sentence before it."""

    end: float = 0.0
    """How much of its last line is taken, from where one begins to read."""
    from_right: bool = False
    brackets: tuple[Bracket, ...] = ()


@dataclass(frozen=True, slots=True)
class Flow:
    """Running text: which sentences begin a line of their own, and the sentence of a number."""

    starts: frozenset[int]
    view: Callable[[int], SentenceView]

    def begins(self, number: int) -> bool:
        """Return whether a sentence begins a line whatever stands before it."""
        return number in self.starts


def flow_of(blocks: Sequence[Block], view: Callable[[int], SentenceView]) -> Flow:
    """Return how the sentences of these rows follow each other; a long run begins anew now and then."""
    starts: set[int] = set()
    run = 0
    for place, block in enumerate(blocks):
        after_fold = place == 0 or blocks[place - 1].folded
        other_kind = not (block.folded or after_fold) and view(block.first).kind is not view(block.first - 1).kind
        run = 0 if block.new_paragraph or block.folded or after_fold or other_kind or run >= _LONGEST_RUN else run + 1
        if run == 0:
            starts.add(block.first)
    return Flow(frozenset(starts), view)


def _same_lines(one: SentenceView, other: SentenceView) -> bool:
    """Return whether two sentences take the same lines: their words are the same, and which are marked."""
    if one is other:
        return True
    return (one.text, one.kind, one.marks, one.disguised) == (other.text, other.kind, other.marks, other.disguised)


class BlockLayouts:
    """Lays out sentences at one width in the fonts of a theme."""

    def __init__(self, theme: Theme, metrics: Metrics) -> None:
        self._metrics = metrics
        self._fonts = {False: theme.reading_font(metrics.text_size), True: theme.reading_font(metrics.text_size, 600)}
        self._bold = {
            False: theme.reading_font(metrics.text_size, 700),
            True: theme.reading_font(metrics.text_size, 700),
        }
        measured = QFontMetricsF(self._fonts[False])
        self._letter = measured.horizontalAdvance(_SAMPLE) / len(_SAMPLE)
        self._baseline = round((metrics.line - measured.height()) / 2 + measured.ascent())
        self._width = 0
        self.flow: Flow | None = None
        """Sentences of a paragraph follow each other on one line; None gives each lines of its own."""
        self._kept: OrderedDict[int, tuple[SentenceView, LaidOut]] = OrderedDict()
        self._option = QTextOption()
        self._option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)

    @property
    def baseline(self) -> int:
        """Return how far the first baseline stands below the text's upper edge."""
        return self._baseline

    def set_width(self, width: int) -> bool:
        """Break lines at that width from now on; return whether anything changed."""
        changed = width != self._width
        if changed:
            self._width = width
            self._kept.clear()
        return changed

    def set_flow(self, flow: Flow | None) -> None:
        """Let sentences follow each other on one line, or give each lines of its own.

        Where they do, each one's lines depend on those before it. Else lines of the last sentences that are shown
        once more, perhaps in other colours, are kept.
        """
        if flow is not None or self.flow is not None:
            self._kept.clear()
        self.flow = flow

    def estimates(self, lengths: Sequence[int]) -> list[int]:
        """Return a height for sentences of so many letters without laying them out."""
        known = {length: self._estimate(length) for length in set(lengths)}
        return [known[length] for length in lengths]

    def _estimate(self, letters: int) -> int:
        if self.flow is not None:
            return round(letters * self._letter / max(1.0, self._width)) * self._metrics.line
        slack = self._letter * 3
        lines = max(1, math.ceil(letters * self._letter / max(1.0, self._width - slack)))
        return self._height(lines)

    def height(self, number: int, view: SentenceView) -> int:
        """Return the true height of a sentence's block."""
        laid = self.lay_out(number, view)
        return self._height(laid.lines - laid.shared)

    def _height(self, lines: int) -> int:
        return lines * self._metrics.line + self._metrics.pad_top + self._metrics.pad_bottom

    def lay_out(self, number: int, view: SentenceView) -> LaidOut:
        """Return a sentence's lines; ``number`` names the sentence among those shown."""
        found = self._kept.get(number)
        if found is not None and _same_lines(found[0], view):
            self._kept.move_to_end(number)
            return found[1]
        made = self._broken(view, self._taken(number, view))
        self._kept[number] = view, made
        self._kept.move_to_end(number)
        if len(self._kept) > _KEPT:
            self._kept.popitem(last=False)
        return made

    def _taken(self, number: int, view: SentenceView) -> float:
        """Return how much of the last line the sentence before has taken, 0 where this one begins a line of its own."""
        if self.flow is None or self.flow.begins(number):
            return 0.0
        heading = view.kind is SentenceKind.HEADLINE
        metrics = QFontMetricsF(self._fonts[heading])
        taken = self.lay_out(number - 1, self.flow.view(number - 1)).end + metrics.horizontalAdvance(" ")
        first = view.text.split(" ", 1)[0]
        return taken if taken + metrics.horizontalAdvance(first) + _SLACK <= self._width else 0.0

    def fragments(self, laid: LaidOut) -> list[QRectF]:
        """Return the part of each line that a sentence takes."""
        step, found = self._metrics.line, []
        for number in range(laid.layout.lineCount()):
            line = laid.layout.lineAt(number)
            wide = line.naturalTextWidth()
            left = line.x() + line.width() - wide if laid.from_right else line.x()
            found.append(QRectF(left, number * step, wide, step))
        return found

    def _broken(self, view: SentenceView, taken: float = 0.0) -> LaidOut:
        heading = view.kind is SentenceKind.HEADLINE
        layout = QTextLayout(view.text, self._fonts[heading])
        option = QTextOption(self._option)
        from_right = right_to_left(view.text)
        if self.flow is not None:
            directions = Qt.LayoutDirection
            option.setTextDirection(directions.RightToLeft if from_right else directions.LeftToRight)
        layout.setTextOption(option)
        layout.setCacheEnabled(True)
        units = Utf16.of(view.text)
        bold = [m for m in view.marks if m.severity is Severity.HIGH]
        if bold:
            layout.setFormats([_bold(units.units(m.start), units.units(m.end), self._bold[heading]) for m in bold])
        layout.beginLayout()
        lines = 0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(self._width - (taken if lines == 0 else 0))
            x = taken if lines == 0 and not from_right else 0
            line.setPosition(QPointF(x, lines * self._metrics.line + self._baseline - line.ascent()))
            lines += 1
        layout.endLayout()
        end = layout.lineAt(lines - 1).naturalTextWidth() + (taken if lines == 1 else 0) if lines else taken
        strokes, brackets = self._strokes(layout, view, units), self._brackets(layout, view, units)
        return LaidOut(layout, max(1, lines), strokes, taken > 0, end, from_right, brackets)

    def _strokes(self, layout: QTextLayout, view: SentenceView, units: Utf16) -> tuple[Stroke, ...]:
        return tuple(
            Stroke(x0, x1, number * self._metrics.line + self._baseline, mark.severity)
            for mark in view.marks
            for number, x0, x1 in _stretches(layout, units.units(mark.start), units.units(mark.end))
        )

    def _brackets(self, layout: QTextLayout, view: SentenceView, units: Utf16) -> tuple[Bracket, ...]:
        return tuple(
            Bracket(x0, x1, number * self._metrics.line, disguise)
            for disguise in view.disguised
            for number, x0, x1 in _stretches(layout, units.units(disguise.start), units.units(disguise.end))
        )

    def boxes(self, view: SentenceView, laid: LaidOut, start: int, end: int) -> list[QRectF]:
        """Return where code points ``start … end`` stand, one box a line."""
        units, line = Utf16.of(view.text), self._metrics.line
        found = _stretches(laid.layout, units.units(start), units.units(end))
        return [QRectF(x0, number * line, x1 - x0, line) for number, x0, x1 in found]


def _stretches(layout: QTextLayout, start: int, end: int) -> Iterator[tuple[int, float, float]]:
    """Yield the stretches of each line ``(number, from, to)`` that UTF-16 units ``start … end`` take."""
    for number in range(layout.lineCount()):
        line = layout.lineAt(number)
        first, last = line.textStart(), line.textStart() + line.textLength()
        if start >= last or end <= first:
            continue
        ends = [_x(line, max(start, first)), _x(line, min(end, last))]
        right_edge = line.position().x() + line.naturalTextWidth()
        yield number, min(ends), min(max(ends), right_edge)


def _x(line: QTextLine, unit: int) -> float:
    return cast("tuple[float, int]", line.cursorToX(unit))[0]


def _bold(start: int, end: int, font: QFont) -> QTextLayout.FormatRange:
    made = QTextLayout.FormatRange()
    made.start, made.length = start, end - start
    words = QTextCharFormat()
    words.setFont(font)
    made.format = words
    return made
