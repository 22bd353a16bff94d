"""Four buttons for the verdicts, named or as one row of icons and keys."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QPushButton, QWidget

from core.case.review import Verdict
from desktop.delegates.painting import KEY_CAP_HEIGHT, key_cap_width, paint_key_cap
from desktop.icons import pixmap
from desktop.language import tr
from desktop.theme import Theme
from desktop.verdict_signs import SIGNS

_HEIGHT, _PAD, _ICON, _GAP, _CAP_PAD = 30, 10, 16, 6, 8
_SLIM_PAD, _SLIM_GAP = 7, 4
_BETWEEN, _CAP = 6, 24
"""Between two buttons; what a key takes beside a name."""
SLIM = len(Verdict)
"""So many beside each other, without their names."""
_MIDDLE = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


class VerdictButton(QPushButton):
    """A verdict's icon and name, and its key at the right; ink where it is the finding's."""

    def __init__(self, theme: Theme, verdict: Verdict) -> None:
        super().__init__()
        self._theme, self._sign = theme, SIGNS[verdict]
        self.verdict, self._slim, self._keyed = verdict, False, True
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(self._sign.name)
        self.setAccessibleDescription(tr("Verdict, key {key}; the same again takes it away").format(key=self._sign.key))
        self.setToolTip(f"{self._sign.name} ({self._sign.key})")
        self.setProperty("kind", "plain")
        theme.changed.connect(self.updateGeometry)

    def nextCheckState(self) -> None:
        """Stay as it is: which one is checked follows from the finding's verdict."""

    def show_checked(self, *, checked: bool) -> None:
        """Show whether this is the finding's verdict."""
        if checked != self.isChecked():
            self.setChecked(checked)
            self.setProperty("kind", "primary" if checked else "plain")
            self.style().unpolish(self)
            self.style().polish(self)
            self.update()

    def set_slim(self, *, slim: bool) -> None:
        """Show icon and key only: the name is then the tooltip's and the screen reader's."""
        if slim != self._slim:
            self._slim = slim
            self.updateGeometry()
            self.update()

    def set_keyed(self, *, keyed: bool) -> None:
        """Show the key or not; of buttons that stand together all do, or none."""
        if keyed != self._keyed:
            self._keyed = keyed
            self.update()

    def _plain_width(self) -> int:
        return self._theme.px(2 * _SLIM_PAD + _ICON) if self._slim else self.named_width()

    def named_width(self) -> int:
        """Return the least width that tells the name in full."""
        wide = QFontMetricsF(self._theme.ui_font(13, 500)).horizontalAdvance(self._sign.name)
        return round(wide) + self._theme.px(2 * _PAD + _ICON + _GAP)

    def sizeHint(self) -> QSize:
        """Return the size of icon, name and key with room around them."""
        cap = round(key_cap_width(self._sign.key, self._theme))
        cap += self._theme.px(_SLIM_GAP if self._slim else _GAP + _CAP_PAD - _PAD)
        return QSize(self._plain_width() + cap, self._theme.px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Return a size that tells the name in full; the key gives way."""
        return QSize(self._plain_width(), self._theme.px(_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground, then icon, name and key over it."""
        super().paintEvent(event)
        theme, on_ink = self._theme, self.isChecked()
        ink = theme.color("paper" if on_ink else "ink" if self.isEnabled() else "ink3")
        size, pad = theme.px(_ICON), theme.px(_SLIM_PAD if self._slim else _PAD)
        if self._slim and not self._keyed:
            pad = (self.width() - size) // 2
        painter = QPainter(self)
        drawn = pixmap(self._sign.icon, ink, size, self.devicePixelRatioF())
        painter.drawPixmap(pad, (self.height() - size) // 2, drawn)
        painter.setPen(ink)
        painter.setFont(theme.ui_font(13, 500))
        left = pad + size + theme.px(_GAP)
        if not self._slim:
            painter.drawText(QRectF(left, 0, self.width() - left, self.height()), _MIDDLE, self._sign.name)
        if not self._keyed:
            painter.end()
            return
        wide, high = key_cap_width(self._sign.key, theme), theme.px(KEY_CAP_HEIGHT)
        right, top = self.width() - theme.px(_SLIM_PAD if self._slim else _CAP_PAD), (self.height() - high) / 2
        cap = QRectF(round(right - wide), round(top), wide, high)
        paint_key_cap(painter, cap, self._sign.key, theme, on_ink=on_ink)
        painter.end()


class VerdictChoice(QWidget):
    """The four buttons: under each other, two by two, or in one row of icons and keys."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme, self._across = theme, 0
        self.setAccessibleName(tr("Verdicts"))
        self.buttons = {verdict: VerdictButton(theme, verdict) for verdict in Verdict}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(_BETWEEN)
        self.arrange(2)

    def arrange(self, across: int) -> None:
        """Put so many buttons beside each other; all four have no room for their names."""
        if across != self._across:
            self._across = across
            for place, button in enumerate(self.buttons.values()):
                self._grid.removeWidget(button)
                self._grid.addWidget(button, place // across, place % across)
                self._grid.setColumnStretch(place, 1 if place < across else 0)
                button.set_slim(slim=across == SLIM)
            self._show_keys()

    def width_of(self, across: int) -> int:
        """Return the width that the names take with so many buttons beside each other."""
        widest = max(button.named_width() for button in self.buttons.values())
        return across * widest + (across - 1) * _BETWEEN

    def comfortable(self, across: int) -> int:
        """Return the width that names and keys take with so many beside each other."""
        return self.width_of(across) + across * self._theme.px(_CAP)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the keys out where one of them has no room."""
        super().resizeEvent(event)
        self._show_keys()

    def _show_keys(self) -> None:
        row = self.width() - (self._across - 1) * _BETWEEN
        widest = max(button.sizeHint().width() for button in self.buttons.values())
        for button in self.buttons.values():
            button.set_keyed(keyed=row >= self._across * widest)

    def height_of(self, across: int) -> int:
        """Return the height with so many buttons beside each other."""
        rows = len(self.buttons) // across
        return rows * self._theme.px(_HEIGHT) + (rows - 1) * _BETWEEN
