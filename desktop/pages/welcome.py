"""What the window shows before there is a case: drop, choose, paste, or look at the sample."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from core.model import MatchClass
from desktop.actions import Actions
from desktop.language import tr, tr_noop
from desktop.models.recent import RecentCase
from desktop.theme import Theme
from desktop.widgets.buttons import ActionButton
from desktop.widgets.parts import Panel, Rule, Text, icon_sign
from desktop.widgets.recent import RecentRow

_SIDE_WIDTH, _NARROW_SIDE_WIDTH = 358, 288
_MARGIN, _NARROW_MARGIN = 64, 36
_NARROW_BELOW = 1200
_STACKED_BELOW = 800
"""Widths at a zoom of 100 %: narrower windows have slimmer margins, and still narrower ones the side below."""
_WIDEST = 980
_ANY_WIDTH = 16_777_215
"""Qt's own greatest width."""
_FACTS = (
    ("lock", tr_noop("Offline"), tr_noop("No text leaves this computer. No account.")),
    ("article", tr_noop("Your files stay as they are"), tr_noop("Cognate reads them and never changes them.")),
    ("pen", tr_noop("You decide"), tr_noop("Cognate shows evidence. The verdict is yours.")),
)


class Illustration(QWidget):
    """Two texts and the ribbons between them."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setAccessibleName(tr("Two articles with two linked passages"))
        self._set_size()
        theme.changed.connect(self._set_size)

    def _set_size(self) -> None:
        self.setFixedSize(self._theme.px(276), self._theme.px(86))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Draw five lines a side, two of them linked."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(self._theme.zoom, self._theme.zoom)
        plain = self._theme.color("line2")
        close, paraphrase = (self._theme.class_color(m, "bar") for m in (MatchClass.CLOSE, MatchClass.PARAPHRASE))
        left = (plain, plain, close, paraphrase, plain)
        right = (plain, close, paraphrase, plain, plain)
        edge = QPen(self._theme.color("ink"), 1.0) if self._theme.edged else QPen(Qt.PenStyle.NoPen)
        painter.setPen(edge)
        for row in range(5):
            y = 4.0 + row * 18
            painter.setBrush(left[row])
            painter.drawRoundedRect(QRectF(0, y, 90, 6), 3, 3)
            painter.setBrush(right[row])
            painter.drawRoundedRect(QRectF(186, y, 66 if row == 4 else 90, 6), 3, 3)  # noqa: PLR2004 - a short last line
        self._ribbon(painter, 43.0, 25.0, MatchClass.CLOSE, dashed=False)
        self._ribbon(painter, 61.0, 43.0, MatchClass.PARAPHRASE, dashed=True)
        painter.end()

    def _ribbon(self, painter: QPainter, start: float, end: float, match: MatchClass, *, dashed: bool) -> None:
        path = QPainterPath(QPointF(92, start - 6))
        path.cubicTo(QPointF(140, start - 6), QPointF(136, end - 6), QPointF(184, end - 6))
        path.lineTo(QPointF(184, end + 6))
        path.cubicTo(QPointF(136, end + 6), QPointF(140, start + 6), QPointF(92, start + 6))
        path.closeSubpath()
        pen = QPen(self._theme.class_color(match, "ink"), 1.0)
        if dashed:
            pen.setDashPattern([5.0, 3.0])
        painter.setPen(pen)
        painter.setBrush(self._theme.class_color(match, "tint"))
        painter.drawPath(path)


class DropArea(QWidget):
    """The dashed field that says what can be dropped; the window itself takes the drop."""

    def __init__(self, theme: Theme, actions: Actions) -> None:
        super().__init__()
        self._theme = theme
        self.setAccessibleName(tr("Drop articles here"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        center = Qt.AlignmentFlag.AlignHCenter
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(8)
        column.addStretch()
        column.addWidget(Illustration(theme), 0, center)
        column.addSpacing(22)
        column.addWidget(Text(theme, tr("Drop two or more articles here"), 17, 600), 0, center)
        read = tr("Text, web pages, Word, OpenDocument, RTF, PDF, mails, books; folders and ZIP archives.")
        formats = Text(theme, read, 13, tone="ink2").wrapped()
        formats.setAlignment(center)
        column.addWidget(formats)
        column.addSpacing(8)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch()
        buttons.addWidget(ActionButton(theme, actions["open"], "primary", text=tr("Choose files"), keyed=True))
        buttons.addWidget(ActionButton(theme, actions["paste"], keyed=True))
        buttons.addStretch()
        column.addLayout(buttons)
        column.addWidget(ActionButton(theme, actions["open_folder"], "quiet", text=tr("Choose a folder")), 0, center)
        column.addStretch()
        self._set_size()
        theme.changed.connect(self._set_size)  # last: what is in here is of its new size by then

    def _set_size(self) -> None:
        self.setMinimumHeight(max(self._theme.px(270), self.minimumSizeHint().height()))
        self.setMaximumHeight(max(self._theme.px(350), self.minimumHeight()))

    def sizeHint(self) -> QSize:
        """Return the size in a window of the usual size."""
        return QSize(940, self._theme.px(346))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Draw the ground and its dashed edge."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(self._theme.edge(), 2.0)
        pen.setDashPattern([3.5, 2.5])
        painter.setPen(pen)
        painter.setBrush(self._theme.color("paper"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 14, 14)
        painter.end()


class WelcomePage(QScrollArea):
    """The first page."""

    recentChosen = Signal(object)  # noqa: N815 - signals are named as Qt names them
    """The :class:`~desktop.models.recent.RecentCase` to open …"""
    recentRemoved = Signal(object)  # noqa: N815
    """… and the one to take from the list."""

    def __init__(self, theme: Theme, actions: Actions) -> None:
        super().__init__()
        self._theme = theme
        self.setAccessibleName(tr("Welcome"))
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.drop_area = DropArea(theme, actions)
        inside = Panel(tr("Welcome"), "bg")
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, inside)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._cards = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._recent: list[RecentRow] = []
        self._recent_heading = Text(theme, tr("Recent cases"), 11.5, 600, "ink2")
        self._recent_column = QVBoxLayout()
        self._recent_column.setSpacing(2)
        self._outer = self._main()
        self._example = self._side(actions)
        self._row.addLayout(self._outer, 1)
        self._row.addWidget(self._example)
        self.setWidget(inside)
        self.set_recent(())
        theme.changed.connect(self._arrange)

    def _main(self) -> QHBoxLayout:
        title = Text(self._theme, tr("See what one article owes to another.")).serif(self._theme, 32, 600).wrapped()
        lead = Text(
            self._theme,
            tr(
                "Cognate lines up reworded passages sentence by sentence, shows where the wording and the facts part"
                " ways, and writes the report."
            ),
            14,
            tone="ink2",
        ).wrapped()
        block = QWidget()
        block.setAccessibleName(tr("Start"))
        self._block = block
        column = QVBoxLayout(block)
        column.setContentsMargins(0, 16, 0, 16)
        column.setSpacing(8)
        column.addStretch(3)
        column.addWidget(title)
        column.addWidget(lead)
        column.addSpacing(14)
        column.addWidget(self.drop_area, 10)
        column.addSpacing(14)
        column.addLayout(self._facts())
        column.addStretch(3)
        outer = QHBoxLayout()
        outer.addStretch(1)
        outer.addWidget(block, 100)
        outer.addStretch(1)
        return outer

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the start as much room as a narrow window has."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """Lay the parts out for the width and the zoom there are."""
        px, width = self._theme.px, self.viewport().width()
        narrow, stacked = width < px(_NARROW_BELOW), width < px(_STACKED_BELOW)
        margin = _NARROW_MARGIN if narrow else _MARGIN
        self._outer.setContentsMargins(margin, 0, margin, 0)
        self._block.setMaximumWidth(px(_WIDEST))
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._row.setDirection(down if stacked else across)
        self._cards.setDirection(down if stacked else across)
        self._example.setMinimumWidth(0 if stacked else px(_NARROW_SIDE_WIDTH if narrow else _SIDE_WIDTH))
        self._example.setMaximumWidth(_ANY_WIDTH if stacked else self._example.minimumWidth())
        edge = "top" if stacked else "left"
        if self._example.property("edge") != edge:
            self._example.setProperty("edge", edge)
            self._example.style().polish(self._example)

    def recent(self) -> tuple[RecentCase, ...]:
        """Return the cases that are listed."""
        return tuple(row.case for row in self._recent)

    def set_recent(self, cases: Sequence[RecentCase]) -> None:
        """List these cases, in this order."""
        for row in self._recent:
            self._recent_column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._recent = [RecentRow(self._theme, case) for case in cases]
        for row in self._recent:
            row.chosen.connect(self.recentChosen)
            row.removed.connect(self.recentRemoved)
            self._recent_column.addWidget(row)
            row.show()
        self._recent_heading.setVisible(bool(cases))

    def _facts(self) -> QBoxLayout:
        row = self._cards
        row.setSpacing(14)
        for name, *said in _FACTS:
            heading, detail = (tr(text) for text in said)
            card = Panel(heading, "card")
            line = QHBoxLayout(card)
            line.setContentsMargins(16, 14, 16, 14)
            line.setSpacing(12)
            line.addWidget(icon_sign(self._theme, name, heading, "ink", 18), 0, Qt.AlignmentFlag.AlignTop)
            words = QVBoxLayout()
            words.setSpacing(2)
            words.addWidget(Text(self._theme, heading, 13, 600).wrapped())
            words.addWidget(Text(self._theme, detail, 11.5, tone="ink2").wrapped())
            words.addStretch()
            line.addLayout(words, 1)
            row.addWidget(card, 1)
        return row

    def _side(self, actions: Actions) -> Panel:
        side = Panel(tr("Start with an example"), "surface", "left")
        column = QVBoxLayout(side)
        column.setContentsMargins(28, 34, 28, 28)
        column.setSpacing(10)
        column.addWidget(Text(self._theme, tr("Start with an example"), 11.5, 600, "ink2"))
        card = QHBoxLayout()
        card.setSpacing(12)
        card.addWidget(icon_sign(self._theme, "logo", tr("Sample case"), size=34))
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(Text(self._theme, tr("Sample case"), 13, 600))
        about = tr("News articles on one event, one of them a rewrite")
        words.addWidget(Text(self._theme, about, 11.5, tone="ink2").wrapped())
        card.addLayout(words, 1)
        column.addLayout(card)
        column.addSpacing(2)
        column.addWidget(ActionButton(self._theme, actions["sample"]), 0, Qt.AlignmentFlag.AlignLeft)
        column.addSpacing(18)
        column.addWidget(self._recent_heading)
        recent = QWidget()
        recent.setAccessibleName(tr("Recent cases"))
        recent.setLayout(self._recent_column)
        self._recent_column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(recent)
        column.addStretch(1)
        column.addWidget(Rule())
        note = tr(
            "A match is not a finding of plagiarism. Wire copy, shared quotations and press releases match by design."
        )
        column.addWidget(Text(self._theme, note, 11.5, tone="ink2").wrapped())
        return side
