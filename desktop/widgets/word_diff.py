"""The two sentences of a link over each other, word by word, and what the marks mean."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from core.model import Analysis, Link, Pair, Span
from core.wording.marks import Mark, MarkKind, word_marks
from desktop.language import tr, tr_noop
from desktop.models.explain import sentence_heading
from desktop.plain import harmless
from desktop.theme import Theme
from desktop.widgets.flow import partners
from desktop.widgets.marked_text import MarkedText
from desktop.widgets.parts import Badge, Text

_LEGEND = (
    (tr_noop("same"), MarkKind.SAME),
    (tr_noop("inflected"), MarkKind.INFLECTED),
    (tr_noop("synonym"), MarkKind.SYNONYM),
    (tr_noop("changed"), MarkKind.CHANGED),
    (tr_noop("added"), MarkKind.ADDED),
    (tr_noop("missing"), MarkKind.MISSING),
    (tr_noop("wrong word"), MarkKind.WRONG),
)
_EXCHANGED = {MarkKind.ADDED: MarkKind.MISSING, MarkKind.MISSING: MarkKind.ADDED}
_SAID = {
    MarkKind.SAME: tr_noop("same"),
    MarkKind.INFLECTED: tr_noop("other form"),
    MarkKind.SYNONYM: tr_noop("synonym"),
    MarkKind.CHANGED: tr_noop("changed"),
    MarkKind.ADDED: tr_noop("added"),
    MarkKind.MISSING: tr_noop("missing"),
    MarkKind.WRONG: tr_noop("wrong word"),
}


@dataclass(frozen=True, slots=True)
class DiffSide:
    """One of the two sentences: whose it is, its heading, and its marked wording."""

    letter: str
    heading: str
    text: str
    marks: tuple[Mark, ...]


def diff_sides(analysis: Analysis, pair: Pair, link: Link) -> tuple[DiffSide, DiffSide]:
    """Return the source's side and the article's, in this order.

    The marks are made with B as the source. Where direction says that A is, what stands only in B was added to it.
    """
    a, b = analysis.article(pair.a), analysis.article(pair.b)
    marks_a, marks_b = word_marks(link, a, b)
    if pair.flipped():
        marks_a, marks_b = _exchanged(marks_a), _exchanged(marks_b)
    heading_a = sentence_heading(analysis, pair, pair.a, link.a)
    heading_b = sentence_heading(analysis, pair, pair.b, link.b)
    side_a = DiffSide(analysis.letter(pair.a), heading_a, harmless(a.text), marks_a)
    side_b = DiffSide(analysis.letter(pair.b), heading_b, harmless(b.text), marks_b)
    return (side_a, side_b) if pair.flipped() else (side_b, side_a)


def _exchanged(marks: tuple[Mark, ...]) -> tuple[Mark, ...]:
    return tuple(replace(mark, kind=_EXCHANGED.get(mark.kind, mark.kind)) for mark in marks)


def described(side: DiffSide) -> str:
    """Return what is marked on a side, for screen readers; what stayed the same is not told."""
    told = (m for m in side.marks if m.kind not in (MarkKind.PLAIN, MarkKind.SAME))
    return "; ".join(f"{tr(_SAID[m.kind])}: {' '.join(m.span.of(side.text).split())}" for m in told)


class WordDiff(QWidget):
    """Two marked passages; lighting a word on one side lights its partner on the other."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setAccessibleName(tr("Word by word"))
        self._badges = (Badge(theme), Badge(theme))
        self._headings = tuple(Text(theme, "", 11.5, tone="ink2").wrapped() for _ in (0, 1))
        self.passages = (MarkedText(theme), MarkedText(theme))
        self._sides = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._sides.setSpacing(2)
        for number in (0, 1):
            side = QVBoxLayout()
            side.setSpacing(2)
            side.addLayout(self._heading_row(number))
            side.addWidget(self.passages[number])
            side.addStretch(1)
            self._sides.addLayout(side, 1)
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(self._sides)
        self.legend = MarkedText(theme, 12, 20, legend=True)
        column.addWidget(self.legend)
        self.passages[0].lit.connect(lambda mark: self._light(0, mark))
        self.passages[1].lit.connect(lambda mark: self._light(1, mark))

    def _heading_row(self, number: int) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(4, 0, 4, 0)
        row.setSpacing(7)
        row.addWidget(self._badges[number], 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._headings[number], 1)
        return row

    def set_wide(self, *, wide: bool) -> None:
        """Put the two passages side by side, or over each other."""
        direction = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        self._sides.setDirection(direction)
        self._sides.setSpacing(12 if wide else 2)

    def take_legend_back(self) -> None:
        """Put the legend under the passages again, after it stood elsewhere."""
        if self._column.indexOf(self.legend) < 0:
            self._column.addWidget(self.legend)

    def show_sides(self, sides: tuple[DiffSide, DiffSide]) -> None:
        """Show the upper and the lower side."""
        for number, side in enumerate(sides):
            self._badges[number].set_letters(side.letter)
            self._headings[number].setText(side.heading)
            passage = self.passages[number]
            passage.show_marks(side.text, side.marks, source_side=number == 0)
            wording = " ".join(" ".join(m.span.of(side.text).split()) for m in side.marks)
            passage.setAccessibleName(
                tr("Article {letter}, {heading}: {wording}").format(
                    letter=side.letter, heading=side.heading, wording=wording
                )
            )
            passage.setAccessibleDescription(described(side))
        self._show_legend({mark.kind for side in sides for mark in side.marks})

    def _show_legend(self, kinds: Collection[MarkKind]) -> None:
        names, text, marks = legend(kinds)
        self.legend.setVisible(bool(names))
        self.legend.show_marks(text, marks, source_side=False)
        self.legend.setAccessibleName(
            tr("What the marks mean: {names}").format(names=", ".join(names)) if names else tr("No marks")
        )

    def _light(self, number: int, mark: int) -> None:
        own, other = self.passages[number], self.passages[1 - number]
        other.glow(partners(own.marks[mark], other.marks) if mark >= 0 else ())


def legend(kinds: Collection[MarkKind]) -> tuple[list[str], str, list[Mark]]:
    """Return the names of the kinds of marks that occur, as one line in which each name bears its own mark."""
    names, text, marks = [], "", []
    for called, kind in _LEGEND:
        if kind in kinds:
            name = tr(called)
            marks.append(Mark(Span(len(text), len(text) + len(name)), kind))
            names.append(name)
            text += f"{name} "
    return names, text, marks
