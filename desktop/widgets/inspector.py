"""Everything about the selected finding: its words, what changed, why it was linked."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QScrollArea, QStackedLayout, QVBoxLayout, QWidget

from core.model import Analysis, Link, Pair
from core.report.phrases import strength
from desktop.models.explain import divergence_rows, link_title, no_divergence, why_matched
from desktop.theme import Theme
from desktop.widgets.divergence_list import DivergenceList
from desktop.widgets.empty import EmptyState
from desktop.widgets.evidence import EvidenceBar
from desktop.widgets.parts import ClassChip, ElidedText, Panel, Rule, Text
from desktop.widgets.word_diff import WordDiff, diff_sides

WIDTH = 350
HEADER_HEIGHT = 45
"""With the rule below it as high as the headings over the columns."""
MOST_TOGETHER = 1.5
"""The highest score: meaning 1 and half of wording 1."""
_PAD, _RING = 14, 2
_WIDE_SHARES = (2, 0, 1, 0)
"""How the words, the rule, the reasons and the rest share the room side by side …"""
_TALL_SHARES = (0, 0, 0, 1)
"""… and under each other."""


class Inspector(Panel):
    """A column at the right, or columns side by side at the bottom of a narrow window."""

    def __init__(self, theme: Theme) -> None:
        super().__init__("Selected finding")
        self._theme = theme
        self._empty = EmptyState(theme)
        self._chip = ClassChip(theme)
        self._title = tuple(
            ElidedText(theme, "", 13, weight, tone) for weight, tone in ((600, "ink"), (400, "ink3"), (600, "ink"))
        )
        self._strength = Text(theme, "", 12, tone="ink2")
        self.diff = WordDiff(theme)
        self._divergence_count = Text(theme, "", 11.5, tone="ink3")
        self._divergences = DivergenceList(theme)
        self._meaning = EvidenceBar(theme, "Meaning")
        self._wording = EvidenceBar(theme, "Wording")
        self._together = EvidenceBar(theme, "Together", MOST_TOGETHER)
        self._tick = Text(theme, "", 11.5, tone="ink3")
        self._why = Text(theme, "", 12, tone="ink2").wrapped()
        self._notice = Text(theme, "", 12, tone="ink2").wrapped()
        self._rule = Rule()
        self._sections = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self._finding())
        self.set_wide(wide=False)
        self.setMinimumWidth(240)

    def _finding(self) -> QWidget:
        made = Panel("Finding")
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._header())
        column.addWidget(Rule())
        inside = Panel("Details of the finding")
        inside.setLayout(self._sections)
        self._sections.setContentsMargins(0, 0, 0, 0)
        self._sections.setSpacing(0)
        self._sections.addWidget(self._section("Words", self.diff))
        self._sections.addWidget(self._rule)
        self._sections.addLayout(self._reasons())
        self._sections.addStretch()
        self._scroll = QScrollArea()
        self._scroll.setAccessibleName("Details of the finding")
        self._scroll.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._scroll.setProperty("ring", True)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(inside)
        column.addWidget(self._scroll, 1)
        return made

    def _reasons(self) -> QVBoxLayout:
        """Return what changed and why it was linked, over each other."""
        column = QVBoxLayout()
        column.setSpacing(0)
        divergences = self._headed("Divergences", self._divergence_count)
        column.addWidget(self._section("Divergences", divergences, self._divergences))
        column.addWidget(Rule())
        why = self._headed("Why this matched", self._tick)
        bars = (self._meaning, self._wording, self._together, self._why, self._notice)
        column.addWidget(self._section("Why this matched", why, *bars))
        column.addStretch(1)
        return column

    def _header(self) -> QWidget:
        made = Panel("What is linked")
        made.setFixedHeight(HEADER_HEIGHT)
        row = QHBoxLayout(made)
        row.setContentsMargins(_PAD, 0, _PAD, 0)
        row.setSpacing(5)
        row.addWidget(self._chip)
        row.addSpacing(4)
        for part in self._title:
            row.addWidget(part)
        row.addStretch(1)
        row.addWidget(self._strength)
        return made

    def _headed(self, heading: str, note: Text | None = None) -> QWidget:
        made = QWidget()
        made.setAccessibleName(heading)
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 2)
        row.addWidget(Text(self._theme, heading, 11.5, 600, "ink2"), 1)
        if note is not None:
            row.addWidget(note)
        return made

    def _section(self, name: str, *widgets: QWidget) -> QWidget:
        made = QWidget()
        made.setAccessibleName(name)
        column = QVBoxLayout(made)
        column.setContentsMargins(_PAD - _RING, 11 - _RING, _PAD - _RING, 12)
        column.setSpacing(4)
        for widget in widgets:
            column.addWidget(widget)
        column.addStretch(1)
        return made

    def set_wide(self, *, wide: bool) -> None:
        """Put the sections side by side, for the bottom of a narrow window, or under each other."""
        direction = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        self._sections.setDirection(direction)
        for place, share in enumerate(_WIDE_SHARES if wide else _TALL_SHARES):
            self._sections.setStretch(place, share)
        self.diff.set_wide(wide=wide)
        self._rule.setVisible(not wide)

    def show_empty(self, title: str, detail: str, action: QAction | None = None) -> None:
        """Say why no finding is shown."""
        self._empty.show_state(title, detail, action)
        self._stack.setCurrentIndex(0)

    def empty_title(self) -> str:
        """Return why no finding is shown, or nothing where one is."""
        return self._empty.title() if self._stack.currentWidget() is self._empty else ""

    def show_link(self, analysis: Analysis, pair: Pair, link: Link) -> None:
        """Show one link of the pair."""
        self._chip.set_match(link.match)
        for part, text in zip(self._title, link_title(analysis, pair, link), strict=True):
            part.set_full(text)
        self._strength.setText(strength(link.confidence))
        self._strength.setToolTip(f"Confidence {link.confidence:.2f}")
        self.diff.show_sides(diff_sides(analysis, pair, link))
        rows = divergence_rows(analysis, pair, link)
        self._divergences.show_rows(rows, no_divergence(link))
        self._divergence_count.setText(f"{len(rows)} in this finding" if rows else "")
        self._show_evidence(analysis, pair, link)
        self._scroll.verticalScrollBar().setValue(0)
        self._stack.setCurrentIndex(1)

    def _show_evidence(self, analysis: Analysis, pair: Pair, link: Link) -> None:
        self._meaning.show_value(link.evidence.meaning)
        self._wording.show_value(link.evidence.wording)
        self._together.show_value(link.evidence.score, link.evidence.needed)
        self._tick.setText("" if link.evidence.needed is None else "tick = lowest accepted")
        self._why.setText(why_matched(analysis, pair, link))
        self._notice.setText(analysis.engine.notice or "")
        self._notice.setVisible(bool(analysis.engine.notice))
