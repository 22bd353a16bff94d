"""A pair of sentences that came close to a link and is none: its words, its score, how to make it one by hand."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from core.align.closest import Closest
from core.model import Analysis, Pair
from desktop.actions import Actions
from desktop.language import tr
from desktop.models.weak import tick_of, weak_strength, weak_title, why_weak
from desktop.theme import Theme
from desktop.widgets.buttons import ActionButton
from desktop.widgets.evidence import EvidenceBar
from desktop.widgets.inspector import HEADER_HEIGHT, LOW_HEADER_HEIGHT
from desktop.widgets.parts import ElidedText, Panel, Rule, Text
from desktop.widgets.word_diff import WordDiff, diff_sides

_PAD, _RING = 14, 2
_WIDE_SHARES, _TALL_SHARES = (3, 0, 2, 0), (0, 0, 0, 1)
"""How words, rule, reasons and the rest share the room, beside and under each other."""


class WeakLinkCard(Panel):
    """Stands where a finding would; it has no verdict, for it is none."""

    def __init__(self, theme: Theme, actions: Actions, most: float) -> None:
        """Make the card; ``most`` is the highest score there is."""
        super().__init__(tr("Weak match"))
        self._theme, self._wide = theme, False
        self._title = tuple(
            ElidedText(theme, "", 13, weight, tone) for weight, tone in ((600, "ink"), (400, "ink3"), (600, "ink"))
        )
        self._strength = ElidedText(theme, "", 12, tone="ink2")
        self.diff = WordDiff(theme)
        self._bars = (EvidenceBar(theme, tr("Meaning")), EvidenceBar(theme, tr("Wording")))
        self._together = EvidenceBar(theme, tr("Together"), most)
        self._why = Text(theme, "", 12, tone="ink2").wrapped()
        self._place = ElidedText(theme, "", 11.5, tone="ink3")
        self._rule = Rule()
        self._sections = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._link = ActionButton(theme, actions["link_weak"], keyed=True)
        self._next = ActionButton(theme, actions["next_weak"], keyed=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._header())
        column.addWidget(Rule())
        column.addWidget(self._details(), 1)
        theme.changed.connect(self._dress)
        self.set_wide(wide=False)

    def _header(self) -> QWidget:
        made = self._heading = Panel(tr("What came close"))
        row = QHBoxLayout(made)
        row.setContentsMargins(_PAD, 0, _PAD, 0)
        row.setSpacing(5)
        for part in self._title:
            row.addWidget(part)
        row.addWidget(self._strength, 1)
        self._strength.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._strength.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        return made

    def _details(self) -> QScrollArea:
        inside = Panel(tr("Details of the weak match"))
        inside.setLayout(self._sections)
        self._sections.setContentsMargins(0, 0, 0, 0)
        self._sections.setSpacing(0)
        self._sections.addLayout(_column(self.diff))
        self._sections.addWidget(self._rule)
        heading = QHBoxLayout()
        heading.addWidget(Text(self._theme, tr("Why this is no link"), 11.5, 600, "ink2"))
        tick = Text(self._theme, tr("tick = lowest accepted"), 11.5, tone="ink3").wrapped()
        tick.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        heading.addWidget(tick, 1)
        reasons = _column(*self._bars, self._together, self._why)
        reasons.insertLayout(0, heading)
        buttons = QVBoxLayout()
        buttons.setContentsMargins(0, 6, 0, 0)
        buttons.setSpacing(6)
        for widget in (self._link, self._next, self._place):
            buttons.addWidget(widget, 0, Qt.AlignmentFlag.AlignLeft)
        reasons.insertLayout(reasons.count() - 1, buttons)
        self._sections.addLayout(reasons)
        self._sections.addStretch()
        area = self._scroll = QScrollArea()
        area.setAccessibleName(tr("Details of the weak match"))
        area.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        area.setProperty("ring", True)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inside)
        return area

    def _dress(self) -> None:
        self._heading.setFixedHeight(self._theme.px(LOW_HEADER_HEIGHT if self._wide else HEADER_HEIGHT))

    def set_wide(self, *, wide: bool) -> None:
        """Put words and reasons beside each other, for the bottom of a narrow window, or under each other."""
        self._sections.setDirection(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom)
        self._wide = wide
        self._dress()
        for place, share in enumerate(_WIDE_SHARES if wide else _TALL_SHARES):
            self._sections.setStretch(place, share)
        self._rule.setVisible(not wide)
        self.diff.set_wide(wide=wide)

    def show_weak(self, analysis: Analysis, pair: Pair, closest: Closest, place: int) -> None:
        """Show one of the closest pairs, by its 0-based place among them."""
        link = closest.pairs[place]
        for part, text in zip(self._title, weak_title(analysis, pair, link), strict=True):
            part.set_full(text)
        self._strength.set_full(weak_strength(closest, place))
        self.diff.show_sides(diff_sides(analysis, pair, link))
        for bar, value in zip(self._bars, (link.evidence.meaning, link.evidence.wording), strict=True):
            bar.show_value(value)
        self._together.show_value(link.evidence.score, tick_of(closest, link))
        self._why.setText(why_weak(analysis, closest, link))
        count = len(closest.pairs)
        text = tr("{place} of {count}, best first") if count > 1 else ""
        if closest.left_out:
            text = tr("{place} of the best {count} of {all}")
        self._place.set_full(text.format(place=place + 1, count=count, all=f"{count + closest.left_out:,}"))
        self.setAccessibleName(f"{' '.join(part.full() for part in self._title)}: {self._strength.full()}")
        self._scroll.verticalScrollBar().setValue(0)

    def said(self) -> tuple[str, str]:
        """Return what the pair is in a word, and why it is no link."""
        return self._strength.full(), self._why.text()


def _column(*widgets: QWidget) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setContentsMargins(_PAD - _RING, 11 - _RING, _PAD - _RING, 12)
    column.setSpacing(3)
    for widget in widgets:
        column.addWidget(widget)
    column.addStretch(1)
    return column
