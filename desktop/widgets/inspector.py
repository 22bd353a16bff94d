"""Everything about the selected finding: its words, what changed, why it was linked, what the editor says of it."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QScrollArea, QSizePolicy, QStackedLayout, QVBoxLayout, QWidget

from core.case.review import FindingKey, Judgement, Verdict
from core.model import Analysis, Link, Pair
from desktop.language import tr
from desktop.models.explain import (
    divergence_rows,
    kept_rows,
    link_title,
    no_divergence,
    why_matched,
)
from desktop.terms import strength
from desktop.theme import Theme
from desktop.widgets.divergence_list import DivergenceList
from desktop.widgets.empty import EmptyState
from desktop.widgets.evidence import EvidenceBar
from desktop.widgets.parts import ClassChip, ElidedText, Panel, Rule, Text
from desktop.widgets.shorter import ShorterText
from desktop.widgets.verdicts import VerdictPanel
from desktop.widgets.word_diff import WordDiff, diff_sides

WIDTH = 350
HEADER_HEIGHT, LOW_HEADER_HEIGHT = 45, 36
"""At the right, with the rule below it as high as the headings over the columns; at the bottom."""
LEAST_BODY = 56
"""What a bottom dock shows at least of the finding."""
MOST_TOGETHER = 1.5
"""The highest score: meaning 1 and half of wording 1."""
_PAD, _RING = 14, 2
_ANY_SIZE = (1 << 24) - 1
"""Qt's own limit, which is none."""
_LEGEND_AWAY = 18
"""Between what is linked and the legend of the words, where that stands in the heading."""
_TITLE_PART = 84
"""What a part of the heading keeps of its width beside the verdicts."""
_WIDE_SHARES = (3, 0, 2, 0)
"""How the words, the rule, the reasons and the rest share the room side by side …"""
_TALL_SHARES = (0, 0, 0, 1)
"""… and under each other."""
Finding = tuple[Analysis, Pair, Link]


class Inspector(Panel):
    """A column at the right, or columns side by side at the bottom of a narrow window.

    The verdict stays in view while the rest is scrolled: where the bottom has no room for its four names, it stands as
    a row of icons in the heading, and the note is scrolled with the rest.
    """

    verdictWanted = Signal(object)  # noqa: N815 - signals are named as Qt names them
    """A :class:`Verdict` for the finding that :meth:`finding` returns, or None to take it away."""
    noteWanted = Signal(str)  # noqa: N815
    """A note for the finding that :meth:`finding` returns: not always the selected one any more, for a note that is
    still being written is told of just before another finding is shown."""
    noteLeft = Signal()  # noqa: N815
    """Escape was pressed in the note."""
    noteDone = Signal()  # noqa: N815
    """Ctrl+Enter was pressed in it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(tr("Selected finding"))
        self._theme = theme
        self._empty = EmptyState(theme)
        self._chip = ClassChip(theme)
        self._title = tuple(
            ElidedText(theme, "", 13, weight, tone) for weight, tone in ((600, "ink"), (400, "ink3"), (600, "ink"))
        )
        self._strength = ShorterText(theme, 12, tone="ink2", whole=True)
        self.diff = WordDiff(theme)
        self._divergence_count = ElidedText(theme, "", 11.5, tone="ink3")
        self._divergences = DivergenceList(theme)
        self._meaning = EvidenceBar(theme, tr("Meaning"))
        self._wording = EvidenceBar(theme, tr("Wording"))
        self._together = EvidenceBar(theme, tr("Together"), MOST_TOGETHER)
        self._tick = Text(theme, "", 11.5, tone="ink3").wrapped()
        self._why = Text(theme, "", 12, tone="ink2").wrapped()
        self._notice = Text(theme, "", 12, tone="ink2").wrapped()
        self._shown: Finding | None = None
        self._by_hand = self._wide = False
        self._slim: bool | None = None
        self._reasoning = QTimer(self, singleShot=True, interval=0)
        self._reasoning.timeout.connect(self._show_reasons)
        self._keeping = QTimer(self, singleShot=True, interval=0)
        self._keeping.timeout.connect(self._keep_note)
        self.verdicts = VerdictPanel(theme)
        self.verdicts.verdictWanted.connect(self.verdictWanted)
        self.verdicts.noteWanted.connect(self.noteWanted)
        self.verdicts.noteLeft.connect(self.noteLeft)
        self.verdicts.noteDone.connect(self.noteDone)
        self._rule = Rule()
        self._body = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._sections = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self._finding())
        self.set_wide(wide=False)
        self.setMinimumWidth(240)

    def _finding(self) -> QWidget:
        made = Panel(tr("Finding"))
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._header())
        column.addWidget(Rule())
        inside = self._inside = Panel(tr("Details of the finding"))
        inside.setLayout(self._sections)
        self._sections.setContentsMargins(0, 0, 0, 0)
        self._sections.setSpacing(0)
        self._sections.addWidget(self._section(tr("Words"), self.diff))
        self._sections.addWidget(self._rule)
        self._sections.addLayout(self._reasons())
        self._sections.addStretch()
        self._scroll = QScrollArea()
        self._scroll.setAccessibleName(tr("Details of the finding"))
        self._scroll.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._scroll.setProperty("ring", True)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(inside)
        self._scroll.verticalScrollBar().rangeChanged.connect(lambda *_: self._keeping.start())
        self.verdicts.note.cursorPositionChanged.connect(self._keep_note)
        self._body.setSpacing(0)
        self._body.addWidget(self._scroll, 1)
        self._body.addWidget(self.verdicts)
        column.addLayout(self._body, 1)
        return made

    def _reasons(self) -> QVBoxLayout:
        """Return what changed and why it was linked, over each other."""
        column = QVBoxLayout()
        column.setSpacing(0)
        divergences = self._headed(tr("Divergences"), self._divergence_count)
        column.addWidget(self._section(tr("Divergences"), divergences, self._divergences))
        column.addWidget(Rule())
        why = self._headed(tr("Why this matched"), self._tick)
        bars = (self._meaning, self._wording, self._together, self._why, self._notice)
        column.addWidget(self._section(tr("Why this matched"), why, *bars))
        column.addStretch(1)
        self._last = column
        return column

    def _header(self) -> QWidget:
        made = self._heading = Panel(tr("What is linked"))
        row = self._heading_row = QHBoxLayout(made)
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
        return made

    def _dress(self) -> None:
        self._heading.setFixedHeight(self._header_height())
        self.setMinimumHeight(self._header_height() + self._theme.px(LEAST_BODY) if self._wide else 0)
        self._arrange()

    def _header_height(self) -> int:
        return self._theme.px(LOW_HEADER_HEIGHT if self._wide else HEADER_HEIGHT)

    def _headed(self, heading: str, note: Text | None = None) -> QWidget:
        made = QWidget()
        made.setAccessibleName(heading)
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 2)
        row.addWidget(Text(self._theme, heading, 11.5, 600, "ink2"), 0, Qt.AlignmentFlag.AlignTop)
        if note is not None:
            note.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
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
        self._wide, self._slim = wide, None
        self.diff.set_wide(wide=wide)
        self._rule.setVisible(not wide)
        direction = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        self._sections.setDirection(direction)
        for place, share in enumerate(_WIDE_SHARES if wide else _TALL_SHARES):
            self._sections.setStretch(place, share)
        self._body.setDirection(direction)
        self._dress()

    def _arrange(self) -> None:
        """Find a place for verdict and note in the room there is."""
        room = self.height() - self._header_height() - 1
        slim = self._wide and not self._has_room(room)
        if slim is not self._slim:
            self._slim = slim
            self._place_verdicts(slim=slim)
        self._keep_title()
        if self._wide and not slim:
            self.verdicts.stand_beside(room)
        self._place_legend()

    def _place_legend(self) -> None:
        """Let the word legend stand in the heading of a low finding, where it is not scrolled away with the words."""
        legend, row = self.diff.legend, self._heading_row
        taken = sum(widget.sizeHint().width() + row.spacing() for widget in (self._chip, *self._title, self._strength))
        room = self.width() - taken - 2 * _PAD - _LEGEND_AWAY
        lent = row.indexOf(legend) >= 0
        if self._wide and not self._slim and (width := legend.line_width()) <= room:
            if not lent:
                row.insertWidget(row.indexOf(self._strength), legend, 0, Qt.AlignmentFlag.AlignVCenter)
                row.insertSpacing(row.indexOf(legend), _LEGEND_AWAY)
            legend.setFixedSize(width, legend.heightForWidth(width))
        elif lent:
            row.takeAt(row.indexOf(legend) - 1)
            row.removeWidget(legend)
            legend.setMinimumSize(0, 0)
            legend.setMaximumSize(_ANY_SIZE, _ANY_SIZE)
            self.diff.take_legend_back()

    def _keep_title(self) -> None:
        """Let the keys in the heading give way before the numbers of the sentences do."""
        for part in self._title:
            part.setMinimumWidth(min(part.sizeHint().width(), self._theme.px(_TITLE_PART)) if self._slim else 0)

    def _has_room(self, height: int) -> bool:
        """Return whether verdict and note can stand beside the words, and leave these the width they need."""
        left = self.width() - self.verdicts.width_beside(height)
        return self.verdicts.fits(height) and left >= self._inside.minimumSizeHint().width()

    def _place_verdicts(self, *, slim: bool) -> None:
        verdicts = self.verdicts
        self._strength.setVisible(not slim)
        if slim:
            self._heading_row.addStretch(1)
            self._heading_row.addWidget(verdicts.lend_choice())
            self._last.insertWidget(self._last.count() - 1, verdicts)
        else:
            if self._heading_row.indexOf(verdicts.choice) >= 0:
                self._heading_row.removeWidget(verdicts.choice)
                self._heading_row.takeAt(self._heading_row.count() - 1)
            self._body.addWidget(verdicts)
            if not self._wide:
                verdicts.stand_under()
        verdicts.setProperty("edge", "left" if self._wide and not slim else "top")
        verdicts.style().unpolish(verdicts)
        verdicts.style().polish(verdicts)
        verdicts.dress()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the verdict anew where the room for it is another."""
        super().resizeEvent(event)
        self._arrange()

    def show_empty(self, title: str, detail: str, *actions: QAction | None) -> None:
        """Say why no finding is shown, and offer what can be done."""
        self.verdicts.flush()
        self._shown = None
        self._reasoning.stop()
        self._empty.show_state(title, detail, *actions)
        self._stack.setCurrentIndex(0)

    def show_card(self, card: QWidget) -> None:
        """Show something else than a finding in its place."""
        self.verdicts.flush()
        self._shown = None
        self._reasoning.stop()
        if self._stack.indexOf(card) < 0:
            self._stack.addWidget(card)
        self._stack.setCurrentWidget(card)

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
            self._keeping.start()

    def _keep_note(self) -> None:
        """Keep the note in sight while it has the keyboard, also where what stands over it grows."""
        note = self.verdicts.note
        if not (self._slim and note.hasFocus()):
            return
        self._scroll.ensureWidgetVisible(note, 0, _RING)  # which is only the line that is written
        bar, high = self._scroll.verticalScrollBar(), self._scroll.viewport().height()
        top = note.mapTo(self._inside, QPoint()).y() - _RING
        if (end := note.height() + 2 * _RING) <= high:
            bar.setValue(min(top, max(bar.value(), top + end - high)))

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
        Where another finding is on screen, what changed and why it was linked follow when the words are painted.
        """
        by_hand = by_hand or link.by_hand
        same = _same(self._shown, (analysis, pair, link))
        if not same:
            self.verdicts.flush()
        known = same and self._shown is not None and self._shown[0] is analysis and self._by_hand == by_hand
        self._shown, self._by_hand = (analysis, pair, link), by_hand
        self.verdicts.show_judgement(judgement, same_finding=same)
        if not known:
            self._show_finding(analysis, pair, link, another=not same)
        self._stack.setCurrentIndex(1)

    def _show_finding(self, analysis: Analysis, pair: Pair, link: Link, *, another: bool) -> None:
        self._chip.set_match(link.match)
        for part, text in zip(self._title, link_title(analysis, pair, link), strict=True):
            part.set_full(text)
        self.verdicts.show_finding(" ".join(part.full() for part in self._title))
        self._keep_title()
        sure = strength(link.confidence)
        self._strength.set_shorter(*((tr("Set by hand"), tr("By hand")) if self._by_hand else (sure, sure.split()[0])))
        self._strength.setAccessibleDescription(
            "" if self._by_hand else tr("Confidence {confidence:.2f}").format(confidence=link.confidence)
        )
        self.diff.show_sides(diff_sides(analysis, pair, link))
        self._place_legend()
        self._scroll.verticalScrollBar().setValue(0)
        if another and self.isVisible() and self._stack.currentIndex() == 1:
            self._reasoning.start()
        else:
            self._show_reasons()

    def _show_reasons(self) -> None:
        """Show what changed in the finding on screen, and why it was linked."""
        self._reasoning.stop()
        if self._shown is None:
            return
        analysis, pair, link = self._shown
        rows = divergence_rows(analysis, pair, link)
        self._divergences.show_rows(rows, kept_rows(analysis, pair, link), no_divergence(link))
        self._divergence_count.set_full(tr("{rows} in this finding").format(rows=len(rows)) if rows else "")
        self._show_evidence(analysis, pair, link)
        self._keeping.start()

    def _show_evidence(self, analysis: Analysis, pair: Pair, link: Link) -> None:
        self._meaning.show_value(link.evidence.meaning)
        self._wording.show_value(link.evidence.wording)
        self._together.show_value(link.evidence.score, link.evidence.needed)
        self._tick.setText("" if link.evidence.needed is None else tr("tick = lowest accepted"))
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
