"""A fault of the program itself: that it happened, whether the work is safe, and a report to copy."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from core.model import Severity
from desktop.dialogs.fitting import fit
from desktop.dialogs.frame import make_button
from desktop.language import tr
from desktop.theme import Theme
from desktop.widgets.parts import Text, severity_sign

_SIZE = (640, 440)


class FaultDialog(QDialog):
    """Says it, and offers to go on, as Esc does, or to quit: see :attr:`quit_wanted` when it has finished."""

    def __init__(self, theme: Theme, report: str, parent: QWidget | None = None, *, saved: bool) -> None:
        """Make the dialog; ``saved`` says whether all that was done is on the disk."""
        super().__init__(parent)
        self._theme = theme
        self.quit_wanted = False
        title = tr("Something went wrong in Cognate")
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        safe = (
            tr("Everything you did is saved.")
            if saved
            else tr("The last changes are not saved. Go on, and save the case under another name.")
        )
        self.safe = Text(theme, safe, 13, 600).wrapped()
        self.report = QPlainTextEdit(report)
        self.report.setReadOnly(True)
        self.report.setTabChangesFocus(True)
        self.report.setAccessibleName(tr("Report of the fault"))
        self.copy = make_button(tr("Copy report"))
        self.quit = make_button(tr("Quit"))
        self.go_on = make_button(tr("Go on"), "primary")
        self.go_on.setDefault(True)
        self.copy.clicked.connect(self._copy)
        self.quit.clicked.connect(self._quit)
        self.go_on.clicked.connect(self.accept)
        self._lay_out(title, severity_sign(theme, None if saved else Severity.HIGH))
        theme.changed.connect(self._set_sizes)
        self._set_sizes()
        self.go_on.setFocus()

    def _lay_out(self, title: str, sign: QWidget) -> None:
        theme = self._theme
        state = QHBoxLayout()
        state.setSpacing(8)
        state.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        state.addWidget(self.safe, 1)
        why = tr("The fault is the program’s, not your articles’. If anything looks odd, quit and start again.")
        private = tr("The report names places in the program, none of your texts. Nothing is sent unless you send it.")
        foot = QHBoxLayout()
        foot.addWidget(self.copy)
        foot.addStretch(1)
        foot.addWidget(self.quit)
        foot.addWidget(self.go_on)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(12)
        column.addWidget(Text(theme, title).serif(theme, 21, 600).wrapped())
        column.addLayout(state)
        column.addWidget(Text(theme, why).wrapped())
        column.addWidget(self.report, 1)
        column.addWidget(Text(theme, private, 12, tone="ink2").wrapped())
        column.addLayout(foot)

    def _set_sizes(self) -> None:
        fit(self, self._theme, _SIZE)
        self.report.setFont(self._theme.ui_font(12))
        for button in (self.copy, self.quit, self.go_on):
            button.setFont(self._theme.ui_font(12, 500))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.report.toPlainText())
        self.copy.setText(tr("Copied"))
        self.copy.setAccessibleName(tr("Copied"))

    def _quit(self) -> None:
        self.quit_wanted = True
        self.reject()
