"""The button that says whose ledger is shown, and its menu of all articles."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QMenu, QPushButton

from core.report.phrases import shorten
from desktop.delegates.painting import badge_width, paint_badge
from desktop.icons import pixmap
from desktop.language import tr
from desktop.plain import harmless, tooltip
from desktop.theme import Theme

_BADGE, _GAP, _PAD, _WIDTH, _HEIGHT = 20, 8, 10, 190, 30
_LONGEST = 70


@dataclass(frozen=True, slots=True)
class ArticleChoice:
    """One article that can be chosen."""

    id: str
    letter: str
    title: str


class ArticlePicker(QPushButton):
    """Shows a letter and a title and lets any other article be chosen."""

    articleChosen = Signal(str)  # noqa: N815 - signals are named as Qt names them

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._choices: tuple[ArticleChoice, ...] = ()
        self._current: ArticleChoice | None = None
        self._menu = QMenu(self)
        self._menu.setAccessibleName(tr("Articles"))
        self._menu.aboutToShow.connect(self._fill)
        self.setMenu(self._menu)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        theme.changed.connect(self.updateGeometry)
        self.set_articles((), "")

    def set_articles(self, choices: Sequence[ArticleChoice], current: str) -> None:
        """Offer these articles and mark the one on screen."""
        self._choices = tuple(choices)
        self._current = next((c for c in choices if c.id == current), None)
        shown = f"{self._current.letter}, {harmless(self._current.title)}" if self._current else tr("none")
        self.setAccessibleName(tr("Ledger of article {shown}").format(shown=shown))
        self.setToolTip(tooltip(self._current.title) if self._current else "")
        self.setEnabled(len(choices) > 1)
        self.update()

    def _fill(self) -> None:
        self._menu.clear()
        group = QActionGroup(self._menu)
        for choice in self._choices:
            # An ampersand in a title is no mark of a key.
            title = shorten(harmless(choice.title), _LONGEST).replace("&", "&&")
            action = QAction(f"{choice.letter}   {title}", self._menu)
            action.setCheckable(True)
            action.setChecked(choice == self._current)
            action.triggered.connect(lambda _=False, chosen=choice.id: self.articleChosen.emit(chosen))
            group.addAction(action)
            self._menu.addAction(action)

    def sizeHint(self) -> QSize:
        """Return room for a good part of a title."""
        return QSize(self._theme.px(_WIDTH), self._theme.px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Return room for the badge, a word and the arrow."""
        return QSize(self._theme.px(110), self._theme.px(_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground, then badge, title and arrow."""
        super().paintEvent(event)
        px = self._theme.px
        painter = QPainter(self)
        letter = self._current.letter if self._current else "–"
        badge = QRectF(
            px(_PAD), (self.height() - px(_BADGE)) / 2, badge_width(letter, self._theme, px(_BADGE)), px(_BADGE)
        )
        paint_badge(painter, badge, letter, self._theme)
        side = px(16)
        x = badge.right() + px(_GAP)
        room = self.width() - x - side - px(_PAD + 4)
        font = self._theme.ui_font(12.5)
        painter.setFont(font)
        painter.setPen(self._theme.color("ink" if self.isEnabled() else "ink3"))
        title = " ".join(harmless(self._current.title).split()) if self._current else ""
        shown = QFontMetricsF(font).elidedText(title, Qt.TextElideMode.ElideRight, room)
        painter.drawText(QRectF(x, 0, room, self.height()), Qt.AlignmentFlag.AlignVCenter, shown)
        tone = self._theme.color("ink2" if self.isEnabled() else "line2")
        arrow = pixmap("down", tone, side, self.devicePixelRatioF())
        painter.drawPixmap(self.width() - side - px(8), (self.height() - side) // 2, arrow)
        painter.end()
