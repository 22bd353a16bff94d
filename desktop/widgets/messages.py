"""What went wrong or was done, one row each, until it is dismissed; nothing waits for an answer."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QScrollArea, QSizePolicy, QSpacerItem, QVBoxLayout, QWidget

from desktop.icons import icon
from desktop.language import tr
from desktop.message import Message
from desktop.plain import harmless, tooltip
from desktop.theme import Theme
from desktop.widgets.parts import Panel, Text, severity_sign

_TALLEST = 168
_KEPT = 60
"""Rows beyond these push out the oldest."""


class MessagePanel(Panel):
    """The rows; gone when there are none."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(tr("Messages"), edge="bottom")
        self._theme = theme
        self._rows: list[tuple[Message, QWidget]] = []
        self._inside = Panel(tr("List of messages"))
        self._column = QVBoxLayout(self._inside)
        self._column.setContentsMargins(14, 6, 8, 6)
        self._column.setSpacing(2)
        self._scroll = QScrollArea()
        self._scroll.setAccessibleName(tr("Messages"))
        self._scroll.setWidget(self._inside)
        self._scroll.setWidgetResizable(True)
        self._scroll.setMinimumHeight(1)  # one row is lower than what a scroll area asks for
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 1)
        box.addWidget(self._scroll)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._make_again)
        self.hide()

    @property
    def messages(self) -> tuple[Message, ...]:
        """Return the rows from top to bottom."""
        return tuple(message for message, _ in self._rows)

    def add(self, message: Message) -> None:
        """Show a row at the top."""
        if message.topic:
            self.withdraw(message.topic)
        row = self._row(message)
        self._rows.insert(0, (message, row))
        self._column.insertWidget(0, row)
        row.show()  # now, for the panel's height counts it
        for _, old in self._rows[_KEPT:]:
            self._drop(old)
        self._fit()

    def _make_again(self) -> None:
        """Make every row anew: its widths were measured in the type that there was."""
        messages = self.messages
        for _, row in list(self._rows):
            self._drop(row)
        for message in reversed(messages):
            self.add(message)

    def withdraw(self, topic: str) -> None:
        """Remove the messages on a topic."""
        for message, row in list(self._rows):
            if message.topic == topic:
                self._drop(row)
        self._fit()

    def _drop(self, row: QWidget) -> None:
        self._rows = [(m, r) for m, r in self._rows if r is not row]
        self._column.removeWidget(row)
        row.hide()
        row.deleteLater()

    def _dismiss(self, row: QWidget) -> None:
        message = next((m for m, r in self._rows if r is row), None)
        if message is not None and message.dismissed is not None:
            message.dismissed()
        self._drop(row)
        self._fit()

    def _fit(self) -> None:
        self.setVisible(bool(self._rows))
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Return the height of the rows, as far as it is not too much."""
        width = self.width()
        wraps = self._column.hasHeightForWidth()
        height = self._column.heightForWidth(width) if wraps else self._column.sizeHint().height()
        return QSize(width, min(self._theme.px(_TALLEST), height + 1))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for another height where the rows break differently now."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def _row(self, message: Message) -> QWidget:
        row = QWidget()
        row.setAccessibleName(harmless(f"{message.what} {message.remedy}".strip()))
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 2, 0, 2)
        line.setSpacing(10)
        line.addWidget(self._sign(message))
        line.addLayout(self._words(message), 1)
        line.addWidget(self._close_button(row), 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _words(self, message: Message) -> QHBoxLayout:
        """Return what happened, what to do and its button side by side; what is too long for the row breaks."""
        box = QHBoxLayout()
        box.setSpacing(12)
        parts = [Text(self._theme, message.what, 13, 500)]
        if message.remedy:
            parts.append(Text(self._theme, message.remedy, 13, tone="ink2"))
        for part in parts:
            wide = part.sizeHint().width() + 1  # unbroken; no wider, so that the next part follows at once
            part.wrapped().setMaximumWidth(wide)
            box.addWidget(part, wide)
        if message.run is not None:
            box.addWidget(self._button(message), 0, Qt.AlignmentFlag.AlignTop)
        box.addSpacerItem(QSpacerItem(0, 0, QSizePolicy.Policy.Expanding))
        return box

    def _sign(self, message: Message) -> QWidget:
        """Return the sign at the height of the first line."""
        made = QWidget()
        made.setAccessibleName(tr("Severity"))
        box = QVBoxLayout(made)
        box.setContentsMargins(0, self._theme.px(6), 0, 0)
        box.addWidget(severity_sign(self._theme, message.severity))
        box.addStretch()
        return made

    def _button(self, message: Message) -> QPushButton:
        button = QPushButton(message.button)
        button.setFont(self._theme.ui_font(12, 500))
        button.setAccessibleName(message.button)
        button.setToolTip(tooltip(message.tip) if message.tip else "")
        if message.run is not None:
            button.clicked.connect(message.run)
        return button

    def _close_button(self, row: QWidget) -> QPushButton:
        close = QPushButton()
        close.setProperty("kind", "quiet")
        close.setProperty("square", True)
        side, sign = self._theme.px(26), self._theme.px(16)
        close.setFixedSize(side, side)
        close.setIcon(icon("close", self._theme.color("ink2"), size=sign))
        close.setIconSize(QSize(sign, sign))
        close.setAccessibleName(tr("Dismiss message"))
        close.setToolTip(tr("Dismiss"))
        close.clicked.connect(lambda: self._dismiss(row))
        return close
