"""A recent case as a row: its name, how many articles, when, and the bar of the article under review."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QWidget

from desktop.delegates.painting import paint_class_bar
from desktop.icons import pixmap
from desktop.language import tr, tr_noop
from desktop.models.recent import RecentCase, detail
from desktop.plain import harmless, tooltip
from desktop.theme import Theme

REMOVE = tr_noop("Remove from the list")
_HEIGHT, _ICON, _PAD, _GAP = 52, 20, 8, 12
_BAR_WIDTH, _SHORT_BAR, _BAR_HEIGHT = 64, 36, 6
_WIDE_FROM = 270
_CLOSE = 26


class RecentButton(QPushButton):
    """Opens the case; greyed where its file is gone."""

    removeAsked = Signal()  # noqa: N815 - signals are named as Qt names them

    def __init__(self, theme: Theme, case: RecentCase) -> None:
        super().__init__()
        self._theme, self._case = theme, case
        self._title = " ".join(harmless(case.title).split())
        self._detail = detail(case, datetime.now().astimezone())
        self.setProperty("kind", "row")
        self.setAccessibleName(f"{self._title}, {self._detail}")
        self.setToolTip(tooltip(str(case.path)))
        self.setEnabled(not case.missing)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._open_menu)
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """Return a size that lets the title shrink."""
        return QSize(self._theme.px(160), self._theme.px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Return the same."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the case from the list on Del."""
        if event.key() == Qt.Key.Key_Delete:
            self.removeAsked.emit()
        else:
            super().keyPressEvent(event)

    def _open_menu(self, at: QPoint) -> None:
        menu = QMenu(self)
        menu.setAccessibleName(tr("Recent case"))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(tr(REMOVE)).triggered.connect(self.removeAsked)
        menu.popup(self.mapToGlobal(at))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw icon, two lines and the bar over the button's ground."""
        super().paintEvent(event)
        theme, px = self._theme, self._theme.px
        painter = QPainter(self)
        side, middle = px(_ICON), self.height() / 2
        ink = theme.color("ink2" if self.isEnabled() else "ink3")
        drawn = pixmap("article", ink, side, self.devicePixelRatioF())
        painter.drawPixmap(px(_PAD), round(middle - side / 2), drawn)
        left = px(_PAD + _GAP) + side
        right = self.width() - px(_PAD)
        if self._case.shares:
            wide = px(_BAR_WIDTH if self.width() >= px(_WIDE_FROM) else _SHORT_BAR)
            bar = QRectF(right - wide, round(middle - px(_BAR_HEIGHT) / 2), wide, px(_BAR_HEIGHT))
            paint_class_bar(painter, bar, self._case.shares, theme)
            right = round(bar.left()) - px(_GAP)
        lines = (
            (self._title, theme.ui_font(13, 500), "ink" if self.isEnabled() else "ink3", -1),
            (self._detail, theme.ui_font(11.5), "ink3", 0),
        )
        for text, font, token, place in lines:
            high = px(18)
            area = QRectF(left, middle + place * high, max(0, right - left), high)
            painter.setFont(font)
            painter.setPen(theme.color(token))
            shown = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, area.width())
            painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
        painter.end()


class RecentRow(QWidget):
    """The button, and where the file is gone a second one that takes it from the list."""

    chosen = Signal(object)
    """The :class:`~desktop.models.recent.RecentCase` to open …"""
    removed = Signal(object)
    """… and the one to take from the list."""

    def __init__(self, theme: Theme, case: RecentCase) -> None:
        super().__init__()
        self._theme, self.case = theme, case
        self.button = RecentButton(theme, case)
        self.setAccessibleName(self.button.accessibleName())
        self.button.clicked.connect(lambda: self.chosen.emit(case))
        self.button.removeAsked.connect(lambda: self.removed.emit(case))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.button, 1)
        if case.missing:
            row.addWidget(self._remove_button())
        self._set_size()
        theme.changed.connect(self._set_size)

    def _set_size(self) -> None:
        self.setFixedHeight(self._theme.px(_HEIGHT))

    def _remove_button(self) -> QPushButton:
        made = RemoveButton(self._theme)
        made.setAccessibleName(f"{tr(REMOVE)}: {self.case.title}")
        made.clicked.connect(lambda: self.removed.emit(self.case))
        return made


class RemoveButton(QPushButton):
    """A small cross."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setProperty("kind", "quiet")
        self.setToolTip(tr(REMOVE))
        self._set_size()
        theme.changed.connect(self._set_size)

    def _set_size(self) -> None:
        self.setFixedSize(self._theme.px(_CLOSE), self._theme.px(_CLOSE))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the cross over the button's ground."""
        super().paintEvent(event)
        side = self._theme.px(16)
        painter = QPainter(self)
        drawn = pixmap("close", self._theme.color("ink2"), side, self.devicePixelRatioF())
        painter.drawPixmap(round((self.width() - side) / 2), round((self.height() - side) / 2), drawn)
        painter.end()
