"""The button that says which pair is shown, and its menu of all pairs."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from itertools import groupby

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QMenu, QPushButton

from core.model import Analysis, Pair, Side, article_letter
from desktop.delegates.painting import badge_width, paint_badge
from desktop.icons import pixmap
from desktop.language import tr
from desktop.pairs import ranked_pairs, taker
from desktop.theme import Theme

FLAT_UP_TO = 24
"""More pairs than this are grouped by article, so that the menu fits the screen."""
HEIGHT = 30
_BADGE, _GAP, _PAD, _ARROW = 20, 8, 11, 16
"""At a zoom of 100 %, as the height."""


@dataclass(frozen=True, slots=True)
class PairChoice:
    """One line of the menu."""

    pair: Pair
    here: str
    there: str
    count: str


def pair_choices(analysis: Analysis) -> tuple[PairChoice, ...]:
    """Return all pairs of the case with how many links each has, the strongest first."""
    letters = {article.id: article_letter(n) for n, article in enumerate(analysis.articles)}
    return tuple(PairChoice(p, letters[p.a], letters[p.b], _count(p)) for p in ranked_pairs(analysis))


def _count(pair: Pair) -> str:
    derived = pair.derived_links
    if derived:
        return tr("{n} link(s)", "", derived)
    same = len(pair.links)
    return tr("{same} same fact").format(same=same) if same else tr("no match")


class PairPicker(QPushButton):
    """Shows ``C from E`` and lets any other pair be chosen."""

    pairChosen = Signal(object)  # noqa: N815 - signals are named as Qt names them
    """The chosen :class:`~core.model.Pair`."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._letters: tuple[str, str, str] | None = None
        self._choices: tuple[PairChoice, ...] = ()
        self._current: Pair | None = None
        self._menu = QMenu(self)
        self._menu.setAccessibleName(tr("Pairs of articles"))
        self._menu.aboutToShow.connect(self._fill_menu)
        self.setMenu(self._menu)
        self.setToolTip(tr("Choose which two articles to compare ([ and ] go to the previous and next pair)"))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.set_pairs((), None)
        self._dress()
        theme.changed.connect(self._dress)

    def _dress(self) -> None:
        self._menu.setFont(self._theme.ui_font(13))
        self.updateGeometry()
        self.update()

    def set_pairs(self, choices: tuple[PairChoice, ...], current: Pair | None, *, swapped: bool = False) -> None:
        """Offer these pairs and mark the one on screen."""
        self._choices, self._current = choices, current
        shown = next((c for c in choices if c.pair == current), None)
        self._letters = _said(shown, swapped=swapped) if shown else None
        self.setEnabled(bool(choices))
        self.setAccessibleName(
            tr("Pair shown: {letters}").format(letters=" ".join(self._letters))
            if self._letters
            else tr("Pair shown: none")
        )
        self.updateGeometry()
        self.update()

    def _fill_menu(self) -> None:
        """Fill the menu when it opens: a large case has thousands of pairs."""
        self._menu.clear()
        group = QActionGroup(self._menu)
        if len(self._choices) <= FLAT_UP_TO:
            self._fill(self._menu, self._choices, group)
            return
        by_article = sorted(self._choices, key=lambda choice: (len(choice.here), choice.here))
        for letter, group_choices in groupby(by_article, key=lambda choice: choice.here):
            menu = self._menu.addMenu(letter)
            menu.setFont(self._menu.font())
            fill = partial(self._fill, menu, tuple(group_choices), group)
            menu.aboutToShow.connect(fill)  # when it opens, too

    def _fill(self, menu: QMenu, choices: tuple[PairChoice, ...], group: QActionGroup) -> None:
        if menu.actions():
            return
        for choice in choices:
            action = QAction(f"{' '.join(_said(choice))}\t{choice.count}", menu)
            action.setCheckable(True)
            action.setChecked(choice.pair == self._current)
            action.triggered.connect(lambda _=False, pair=choice.pair: self.pairChosen.emit(pair))
            group.addAction(action)
            menu.addAction(action)

    def sizeHint(self) -> QSize:
        """Return the size of the badges, the word between them and the arrow."""
        one, word, other = self._letters or ("A", tr("from"), "B")
        px, badge = self._theme.px, self._theme.px(_BADGE)
        badges = badge_width(one, self._theme, badge) + badge_width(other, self._theme, badge)
        said = QFontMetricsF(self._theme.ui_font(13)).horizontalAdvance(word)
        return QSize(round(badges + said) + 2 * px(_PAD) + 3 * px(_GAP) + px(_ARROW), px(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Return the same: the button does not shrink."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the button's ground, then the badges over it."""
        super().paintEvent(event)
        painter = QPainter(self)
        font, px, badge = self._theme.ui_font(13), self._theme.px, self._theme.px(_BADGE)
        painter.setFont(font)
        x, middle = float(px(_PAD)), self.height() / 2
        for place, part in enumerate(self._letters or ("–", tr("from"), "–")):
            if place == 1:
                width = QFontMetricsF(font).horizontalAdvance(part)
                painter.setPen(self._theme.color("ink3"))
                painter.drawText(QRectF(x, 0, width + 1, self.height()), Qt.AlignmentFlag.AlignVCenter, part)
            else:
                width = badge_width(part, self._theme, badge)
                paint_badge(painter, QRectF(round(x), round(middle - badge / 2), width, badge), part, self._theme)
            x += width + px(_GAP)
        side, ink = px(_ARROW), self._theme.color("ink2" if self.isEnabled() else "line2")
        arrow = pixmap("down", ink, side, self.devicePixelRatioF())
        painter.drawPixmap(round(self.width() - px(_PAD) - side + 2), round(middle - side / 2), arrow)
        painter.end()


def _said(choice: PairChoice, *, swapped: bool = False) -> tuple[str, str, str]:
    """Return the two letters and the word between them, the derived one first where direction is known."""
    if taker(choice.pair) is Side.UNKNOWN:
        return (choice.there, tr("with"), choice.here) if swapped else (choice.here, tr("with"), choice.there)
    word = tr("from")
    return (choice.there, word, choice.here) if choice.pair.flipped() else (choice.here, word, choice.there)
