"""One row of an audit: sign, title, where; below it wordings and what they mean, all of it to be copied."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop.language import tr
from desktop.models.audit_parts import AuditLine, AuditRow
from desktop.plain import harmless
from desktop.session import Place
from desktop.theme import Theme
from desktop.widgets.parts import Text, severity_sign

MOST_LINES = 8
"""Lines of a row that are shown at first."""
_SIGN, _GAP, _TARGET = 16, 8, 24


class CopyText(Text):
    """A label whose text can be selected and copied; a click that selects nothing is a click."""

    clicked = Signal()

    def __init__(self, theme: Theme, text: str = "", size: float = 12.5, weight: int = 400, tone: str = "ink") -> None:
        super().__init__(theme, text, size, weight, tone)
        self.setWordWrap(True)
        flags = Qt.TextInteractionFlag
        self.setTextInteractionFlags(flags.TextSelectableByMouse | flags.TextSelectableByKeyboard)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tell of a click, unless it ended a selection."""
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton and not self.hasSelectedText():
            self.clicked.emit()


class PlaceButton(QPushButton):
    """A reference that goes there: ``C 15 from E 22``."""

    def __init__(self, theme: Theme, text: str) -> None:
        super().__init__()
        self._theme, self._words = theme, harmless(text)
        self.setProperty("kind", "quiet")
        self.setAccessibleName(tr("Go to {words}").format(words=self._words))
        self.setToolTip(tr("Show this place in Compare"))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        theme.changed.connect(self.updateGeometry)

    def text(self) -> str:
        """Return the reference."""
        return self._words

    def sizeHint(self) -> QSize:
        """Return room for the reference."""
        width = QFontMetricsF(self._theme.ui_font(11.5)).horizontalAdvance(self._words)
        return QSize(round(width) + self._theme.px(10), self._theme.px(_TARGET))

    def minimumSizeHint(self) -> QSize:
        """Return the same."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the reference, underlined while the pointer is over it."""
        super().paintEvent(event)
        font = self._theme.ui_font(11.5)
        font.setUnderline(self.underMouse())
        painter = QPainter(self)
        painter.setFont(font)
        painter.setPen(self._theme.color("ink2"))
        area = QRectF(self.rect()).adjusted(0, 0, -self._theme.px(4), 0)
        painter.drawText(area, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, self._words)
        painter.end()


class AuditItem(QWidget):
    """A row of an audit; a click on it goes to its place."""

    placeChosen = Signal(object)  # noqa: N815 - signals are named as Qt names them
    """A :class:`~desktop.session.Place`."""

    def __init__(self, theme: Theme, row: AuditRow) -> None:
        super().__init__()
        self._theme, self._row = theme, row
        self.setAccessibleName(row.spoken)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self._head())
        for line in row.lines[:MOST_LINES]:
            self._column.addWidget(self._line(line))
        left = len(row.lines) - MOST_LINES
        if left > 0:
            more = QPushButton(tr("Show {left:,} more").format(left=left))
            more.setAccessibleName(tr("Show {left:,} more of {title}").format(left=left, title=row.title))
            more.setProperty("kind", "quiet")
            more.clicked.connect(lambda: self._show_rest(more))
            self._column.addWidget(more, 0, Qt.AlignmentFlag.AlignLeft)

    @property
    def row(self) -> AuditRow:
        """Return what is shown."""
        return self._row

    def _show_rest(self, more: QPushButton) -> None:
        self._column.removeWidget(more)
        more.hide()
        more.deleteLater()
        for line in self._row.lines[MOST_LINES:]:
            self._column.addWidget(self._line(line))

    def _head(self) -> QWidget:
        row, top = self._row, Qt.AlignmentFlag.AlignTop
        made, line = _strip(row.title)
        if row.sign is not None:
            sign = severity_sign(self._theme, row.sign.value)
            line.addWidget(_lowered(sign, self._theme.px(4)), 0, top)
            title = CopyText(self._theme, row.title, 12.5, 600)
        else:
            title = CopyText(self._theme, row.title, 13.5)
            title.serif(self._theme, 13.5)
        title.setMinimumHeight(self._theme.px(_TARGET))
        title.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        title.clicked.connect(lambda: self._go(row.place))
        line.addWidget(title, 1)
        if row.label:
            line.addWidget(self._reference(row.label, row.place), 0, top)
        return made

    def _line(self, line: AuditLine) -> QWidget:
        made, box = _strip(f"{line.letter} {line.text}".strip())
        if self._row.sign is not None:
            box.setContentsMargins(self._theme.px(_SIGN) + _GAP, 0, 0, 2)
        top = Qt.AlignmentFlag.AlignTop
        if line.letter:
            letter = Text(self._theme, line.letter, 13.5, tone="ink3").serif(self._theme, 13.5)
            box.addWidget(letter, 0, top)
        words = CopyText(self._theme, line.text, 12, tone="ink" if line.letter else "ink2")
        if line.letter:
            words.serif(self._theme, 13.5)
        words.clicked.connect(lambda: self._go(line.place or self._row.place))
        box.addWidget(words, 1)
        if line.label:
            words.setMinimumHeight(self._theme.px(_TARGET))
            box.addWidget(self._reference(line.label, line.place), 0, top)
        return made

    def _reference(self, label: str, place: Place | None) -> QWidget:
        if place is None:
            return Text(self._theme, label, 11.5, tone="ink3")
        button = PlaceButton(self._theme, label)
        button.clicked.connect(lambda: self._go(place))
        return button

    def _go(self, place: Place | None) -> None:
        if place is not None:
            self.placeChosen.emit(place)


def _strip(name: str) -> tuple[QWidget, QHBoxLayout]:
    made = QWidget()
    made.setAccessibleName(name)
    line = QHBoxLayout(made)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(_GAP)
    return made, line


def _lowered(sign: QWidget, by: int) -> QWidget:
    """Return a sign that stands as low as the first line of the words beside it."""
    made, line = _strip(sign.accessibleName())
    line.setContentsMargins(0, by, 0, 0)
    line.addWidget(sign)
    return made
