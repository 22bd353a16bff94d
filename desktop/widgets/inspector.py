"""Everything about the selected finding: its words, what changed, why it was linked, what the editor says of it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QScrollArea, QSizePolicy, QStackedLayout, QVBoxLayout, QWidget

from core.case.review import FindingKey, Judgement, Verdict
from core.model import Analysis, Link, Pair
from core.report.phrases import strength
from desktop.models.explain import (
    divergence_rows,
    kept_rows,
    link_title,
    linked_by_hand,
    no_divergence,
    why_matched,
)
from desktop.theme import Theme
from desktop.widgets.divergence_list import DivergenceList
from desktop.widgets.empty import EmptyState
from desktop.widgets.evidence import EvidenceBar
from desktop.widgets.parts import ClassChip, ElidedText, Panel, Rule, Text
from desktop.widgets.verdicts import VerdictPanel
from desktop.widgets.word_diff import WordDiff, diff_sides

WIDTH = 350
HEADER_HEIGHT = 45
"""With the rule below it as high as the headings over the columns."""
MOST_TOGETHER = 1.5
"""The highest score: meaning 1 and half of wording 1."""
_PAD, _RING = 14, 2
_WIDE_SHARES = (3, 0, 2, 0)
"""How the words, the rule, the reasons and the rest share the room side by side …"""
_TALL_SHARES = (0, 0, 0, 1)
"""… and under each other."""
Finding = tuple[Analysis, Pair, Link]


class Inspector(Panel):
    """A column at the right, or columns side by side at the bottom of a narrow window.

    The verdict stays in view while the rest is scrolled.
    """

    verdictWanted = Signal(object)  # noqa: N815 - signals are named as Qt names them
    """A :class:`Verdict` for the finding that :meth:`finding` returns, or None to take it away."""
    noteWanted = Signal(str)  # noqa: N815
    """A note for the finding that :meth:`finding` returns: not always the selected one any more, for a note that is
    still being written is told of just before another finding is shown."""
    noteLeft = Signal()  # noqa: N815
    """Escape was pressed in the note."""

    def __init__(self, theme: Theme) -> None:
        super().__init__("Selected finding")
        self._theme = theme
        self._empty = EmptyState(theme)
        self._chip = ClassChip(theme)
        self._title = tuple(
            ElidedText(theme, "", 13, weight, tone) for weight, tone in ((600, "ink"), (400, "ink3"), (600, "ink"))
        )
        self._strength = ElidedText(theme, "", 12, tone="ink2")
        self.diff = WordDiff(theme)
        self._divergence_count = ElidedText(theme, "", 11.5, tone="ink3")
        self._divergences = DivergenceList(theme)
        self._meaning = EvidenceBar(theme, "Meaning")
        self._wording = EvidenceBar(theme, "Wording")
        self._together = EvidenceBar(theme, "Together", MOST_TOGETHER)
        self._tick = ElidedText(theme, "", 11.5, tone="ink3")
        self._why = Text(theme, "", 12, tone="ink2").wrapped()
        self._notice = Text(theme, "", 12, tone="ink2").wrapped()
        self._shown: Finding | None = None
        self._by_hand = False
        self.verdicts = VerdictPanel(theme)
        self.verdicts.verdictWanted.connect(self.verdictWanted)
        self.verdicts.noteWanted.connect(self.noteWanted)
        self.verdicts.noteLeft.connect(self.noteLeft)
        self._rule = Rule()
        self._body = QBoxLayout(QBoxLayout.Direction.TopToBottom)
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
        self._body.setSpacing(0)
        self._body.addWidget(self._scroll, 1)
        self._body.addWidget(self.verdicts)
        column.addLayout(self._body, 1)
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
        made = self._heading = Panel("What is linked")
        row = QHBoxLayout(made)
        row.setContentsMargins(_PAD, 0, _PAD, 0)
        row.setSpacing(5)
        row.addWidget(self._chip)
        row.addSpacing(4)
        for part in self._title:
            row.addWidget(part)
        row.addWidget(self._strength, 1)
        self._strength.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._strength.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._theme.changed.connect(self._dress)
        self._dress()
        return made

    def _dress(self) -> None:
        self._heading.setFixedHeight(self._theme.px(HEADER_HEIGHT))

    def _headed(self, heading: str, note: ElidedText | None = None) -> QWidget:
        made = QWidget()
        made.setAccessibleName(heading)
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 2)
        row.addWidget(Text(self._theme, heading, 11.5, 600, "ink2"))
        if note is not None:
            note.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            row.addWidget(note, 1)
        return made

    def _section(self, name: str, *widgets: QWidget) -> QWidget:
        made = QWidget()
        made.setAccessibleName(name)
        column = QVBoxLayout(made)
        column.setContentsMargins(_PAD - _RING, 11 - _RING, _PAD - _RING, 12)
        column.setSpacing(3)
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
        self._body.setDirection(direction)
        self._place_verdicts(wide=wide)
        self.diff.set_wide(wide=wide)
        self._rule.setVisible(not wide)

    def _place_verdicts(self, *, wide: bool) -> None:
        self.verdicts.setProperty("edge", "left" if wide else "top")
        self.verdicts.style().unpolish(self.verdicts)
        self.verdicts.style().polish(self.verdicts)
        across = QSizePolicy.Policy.Fixed if wide else QSizePolicy.Policy.Preferred
        self.verdicts.setSizePolicy(across, QSizePolicy.Policy.Preferred)

    def show_empty(self, title: str, detail: str, action: QAction | None = None) -> None:
        """Say why no finding is shown."""
        self.verdicts.flush()
        self._shown = None
        self._empty.show_state(title, detail, action)
        self._stack.setCurrentIndex(0)

    def empty_title(self) -> str:
        """Return why no finding is shown, or nothing where one is."""
        return self._empty.title() if self._stack.currentWidget() is self._empty else ""

    def finding(self) -> Finding | None:
        """Return what is shown."""
        return self._shown

    def focus_note(self) -> None:
        """Give the keyboard to the note, where a finding is shown."""
        if self._shown is not None:
            self.verdicts.focus_note()

    def verdict(self) -> Verdict | None:
        """Return the verdict that is shown."""
        return self.verdicts.verdict() if self._shown is not None else None

    def show_link(
        self,
        analysis: Analysis,
        pair: Pair,
        link: Link,
        judgement: Judgement = Judgement(),  # noqa: B008 - a frozen value
        *,
        by_hand: bool = False,
    ) -> None:
        """Show one link of the pair and what was decided about it; ``by_hand`` says that an editor linked it.

        Called again for the same link, only what changed is shown anew: a note that is being written stays as it is.
        """
        by_hand = by_hand or linked_by_hand(link)
        same = _same(self._shown, (analysis, pair, link))
        if not same:
            self.verdicts.flush()
        known = same and self._shown is not None and self._shown[0] is analysis and self._by_hand == by_hand
        self._shown, self._by_hand = (analysis, pair, link), by_hand
        self.verdicts.show_judgement(judgement, same_finding=same)
        if not known:
            self._show_finding(analysis, pair, link)
        self._stack.setCurrentIndex(1)

    def _show_finding(self, analysis: Analysis, pair: Pair, link: Link) -> None:
        self._chip.set_match(link.match)
        for part, text in zip(self._title, link_title(analysis, pair, link), strict=True):
            part.set_full(text)
        self._strength.set_full("Set by hand" if self._by_hand else strength(link.confidence))
        self._strength.setAccessibleDescription("" if self._by_hand else f"Confidence {link.confidence:.2f}")
        self.diff.show_sides(diff_sides(analysis, pair, link))
        rows = divergence_rows(analysis, pair, link)
        self._divergences.show_rows(rows, kept_rows(analysis, pair, link), no_divergence(link))
        self._divergence_count.set_full(f"{len(rows)} in this finding" if rows else "")
        self._show_evidence(analysis, pair, link)
        self._scroll.verticalScrollBar().setValue(0)

    def _show_evidence(self, analysis: Analysis, pair: Pair, link: Link) -> None:
        self._meaning.show_value(link.evidence.meaning)
        self._wording.show_value(link.evidence.wording)
        self._together.show_value(link.evidence.score, link.evidence.needed)
        self._tick.set_full("" if link.evidence.needed is None else "tick = lowest accepted")
        self._why.setText(why_matched(analysis, pair, link, by_hand=self._by_hand))
        self._notice.setText(analysis.engine.notice or "")
        self._notice.setVisible(bool(analysis.engine.notice))


def _same(one: Finding | None, other: Finding) -> bool:
    """Return whether both are the same sentences of the same files, perhaps after another comparison."""
    if one is None:
        return False
    if one[0] is other[0] and one[1] is other[1] and one[2] is other[2]:
        return True
    return FindingKey.of(*one) == FindingKey.of(*other)
