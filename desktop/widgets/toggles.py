"""Buttons that stay down: one thing on or off, one of several, and a menu of classes to show."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QMenu, QPushButton, QSizePolicy

from core.model import MatchClass
from desktop.icons import pixmap
from desktop.language import tr
from desktop.models.classes import FILTERED
from desktop.terms import class_name
from desktop.theme import Theme

_HEIGHT, _BOX, _PAD, _GAP = 30, 14, 10, 7
"""At a zoom of 100 %."""


class Toggle(QPushButton):
    """A button with a box that is ticked while it is on."""

    def __init__(self, theme: Theme, text: str, tip: str = "") -> None:
        super().__init__()
        self._theme, self._words = theme, text
        self.setCheckable(True)
        self.setAccessibleName(text)
        self.setToolTip(tip)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        theme.changed.connect(self.updateGeometry)

    def _font(self) -> QFont:
        return self._theme.ui_font(12.5, 500 if self.isChecked() else 400)

    def sizeHint(self) -> QSize:
        """Return room for box and text."""
        px = self._theme.px
        words = QFontMetricsF(self._theme.ui_font(12.5, 500)).horizontalAdvance(self._words)
        return QSize(round(words) + px(2 * _PAD + _BOX + _GAP), px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Return the same: the button does not shrink."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the button's ground, then box and text."""
        super().paintEvent(event)
        theme, side = self._theme, self._theme.px(_BOX)
        box = QRectF(theme.px(_PAD), (self.height() - side) / 2, side, side)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on, ink = self.isChecked(), theme.color("ink" if self.isEnabled() else "ink3")
        painter.setPen(QPen(ink if on else theme.edge("ink3"), 1.0))
        painter.setBrush(ink if on else theme.color("paper"))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
        if on:
            painter.setPen(QPen(theme.color("paper"), side / 8, c=Qt.PenCapStyle.RoundCap, j=Qt.PenJoinStyle.RoundJoin))
            points = ((0.25, 0.53), (0.43, 0.70), (0.76, 0.31))
            painter.drawPolyline(QPolygonF([QPointF(box.left() + x * side, box.top() + y * side) for x, y in points]))
        painter.setFont(self._font())
        painter.setPen(ink)
        words = QRectF(box.right() + theme.px(_GAP), 0, self.width(), self.height())
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self._words)
        painter.end()


class Tab(QPushButton):
    """One of several views; the one on screen is underlined."""

    def __init__(self, theme: Theme, text: str) -> None:
        super().__init__()
        self._theme, self._words = theme, text
        self.setProperty("kind", "quiet")
        self.setCheckable(True)
        self.setAccessibleName(text)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._quiet = False
        theme.changed.connect(self.updateGeometry)

    def set_quiet(self, *, quiet: bool) -> None:
        """Underline nothing: what the tab stands for is not on screen."""
        self._quiet = quiet
        self.update()

    def sizeHint(self) -> QSize:
        """Return room for the text."""
        words = QFontMetricsF(self._theme.ui_font(12.5, 600)).horizontalAdvance(self._words)
        return QSize(round(words) + self._theme.px(2 * _PAD), self._theme.px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Return the same."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the text, and the line under the one on screen."""
        super().paintEvent(event)
        on = self.isChecked() and not self._quiet
        painter = QPainter(self)
        painter.setFont(self._theme.ui_font(12.5, 600 if on else 400))
        painter.setPen(self._theme.color("ink" if on else "ink2"))
        painter.drawText(QRectF(self.rect()), Qt.AlignmentFlag.AlignCenter, self._words)
        if on:
            pad = self._theme.px(_PAD)
            painter.fillRect(QRectF(pad, self.height() - 4, self.width() - 2 * pad, 2), self._theme.color("ink"))
        painter.end()


class Opener(QPushButton):
    """Opens what has no room beside its tabs, and closes it again."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._words = ""
        self.setProperty("kind", "quiet")
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)
        self.show_open(opened=False)

    def show_open(self, *, opened: bool) -> None:
        """Show whether it is open."""
        self.setChecked(opened)
        self._words = tr("Sentences") if opened else ""
        said = tr("Show the sentences again") if opened else tr("Show the audit in place of the sentences")
        self.setAccessibleName(said)
        self.setToolTip(said)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return a square, and room for the words if there are any."""
        words = QFontMetricsF(self._theme.ui_font(12.5)).horizontalAdvance(self._words)
        return QSize(
            self._theme.px(_HEIGHT) + (round(words) + self._theme.px(_PAD) if words else 0), self._theme.px(_HEIGHT)
        )

    def minimumSizeHint(self) -> QSize:
        """Return a square: the words give way."""
        return QSize(self._theme.px(_HEIGHT), self._theme.px(_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw an arrow to where the audit goes, behind the words where they have room."""
        super().paintEvent(event)
        side, ink = self._theme.px(16), self._theme.color("ink")
        painter = QPainter(self)
        worded = bool(self._words) and self.width() >= self.sizeHint().width()
        if worded:
            painter.setFont(self._theme.ui_font(12.5))
            painter.setPen(ink)
            words = QRectF(self.rect()).adjusted(self._theme.px(_PAD), 0, 0, 0)
            painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self._words)
        arrow = pixmap("down" if self.isChecked() else "up", ink, side, self.devicePixelRatioF())
        left = self.width() - side - self._theme.px(_GAP) if worded else (self.width() - side) // 2
        painter.drawPixmap(left, (self.height() - side) // 2, arrow)
        painter.end()


class ClassMenu(QPushButton):
    """Says how many classes are shown; its menu shows and hides them."""

    hiddenChanged = Signal(object)  # noqa: N815 - signals are named as Qt names them
    """The frozen set of classes that are hidden."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._hidden: frozenset[MatchClass] = frozenset()
        self._counts: Mapping[MatchClass, int] = {}
        self._classes: tuple[MatchClass, ...] = (*FILTERED, MatchClass.UNCHECKED)
        self._menu = QMenu(self)
        self._menu.setAccessibleName(tr("Classes shown"))
        self._menu.aboutToShow.connect(self._fill)
        self.setMenu(self._menu)
        self.setToolTip(tr("Choose which classes of sentences are shown"))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        theme.changed.connect(self.updateGeometry)
        self._say()

    @property
    def hidden_classes(self) -> frozenset[MatchClass]:
        """Return the classes that are not shown."""
        return self._hidden

    def set_hidden(self, hidden: frozenset[MatchClass]) -> None:
        """Hide these classes and show all others."""
        if hidden != self._hidden:
            self._hidden = hidden
            self._say()
            self.hiddenChanged.emit(hidden)

    def set_counts(self, counts: Mapping[MatchClass, int]) -> None:
        """Tell how many sentences each class has."""
        self._counts = dict(counts)

    def _fill(self) -> None:
        self._menu.clear()
        for match in self._classes:
            action = self._menu.addAction(f"{class_name(match)}\t{self._counts.get(match, 0):,}")
            action.setCheckable(True)
            action.setChecked(match not in self._hidden)
            action.triggered.connect(lambda on, match=match: self._show_class(match, shown=on))
        self._menu.addSeparator()
        everything = self._menu.addAction(tr("Show all"))
        everything.setEnabled(bool(self._hidden))
        everything.triggered.connect(lambda: self.set_hidden(frozenset()))

    def _show_class(self, match: MatchClass, *, shown: bool) -> None:
        self.set_hidden(self._hidden - {match} if shown else self._hidden | {match})

    def _words(self) -> str:
        shown = len(self._classes) - len(self._hidden)
        return (
            tr("All classes")
            if not self._hidden
            else tr("{shown} of {classes} classes").format(shown=shown, classes=len(self._classes))
        )

    def _say(self) -> None:
        self.setAccessibleName(tr("Classes shown: {words}").format(words=self._words()))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return room for the longest text and the arrow."""
        px, metrics = self._theme.px, QFontMetricsF(self._theme.ui_font(12.5))
        return QSize(round(metrics.horizontalAdvance("5 of 7 classes")) + px(2 * _PAD + 18), px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Return the same."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground, the text and the arrow."""
        super().paintEvent(event)
        px, side = self._theme.px, self._theme.px(16)
        painter = QPainter(self)
        painter.setFont(self._theme.ui_font(12.5))
        painter.setPen(self._theme.color("ink"))
        area = QRectF(self.rect()).adjusted(px(_PAD), 0, 0, 0)
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, self._words())
        arrow = pixmap("down", self._theme.color("ink2"), side, self.devicePixelRatioF())
        painter.drawPixmap(self.width() - side - px(8), (self.height() - side) // 2, arrow)
        painter.end()
