"""What Cognate is, which version, and the works of others in it with their licences."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from core import __version__
from desktop.dialogs.fitting import fit
from desktop.dialogs.frame import make_button
from desktop.dialogs.works import OtherWork, version_details, works
from desktop.jobs import Lane
from desktop.language import tr, tr_noop
from desktop.plain import harmless, tooltip
from desktop.theme import Theme
from desktop.widgets.parts import Rule, Text, icon_sign

_SIZE = (760, 600)
_LIST_WIDTH = 250
_LIST_SHARE = 0.36
WHAT = tr_noop("Shows news editors which sentences of a rewrite were taken from where, and what changed on the way.")
OFFLINE = tr_noop("Nothing leaves this computer.")


class AboutDialog(QDialog):
    """The name, the version, and a list of works beside the text of the marked one's licence."""

    def __init__(
        self, theme: Theme, parent: QWidget | None = None, load: Callable[[], tuple[OtherWork, ...]] = works
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._works: tuple[OtherWork, ...] = ()
        self.setWindowTitle(tr("About Cognate"))
        self.setAccessibleName(tr("About Cognate"))
        self.list = QListWidget()
        self.list.setProperty("kind", "works")
        self.list.setAccessibleName(tr("Works and licences"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)  # long names are elided
        self._name = Text(theme, "", 13, 600).wrapped()
        self._about = Text(theme, tr("Reading the licences…"), 12, tone="ink2").wrapped()
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(tr("Text of the licence"))
        self.copy = make_button(tr("Copy version details"))
        self.copy.clicked.connect(self._copy)
        self._close = make_button(tr("Close"))
        self._close.clicked.connect(self.accept)
        self._lay_out()
        self.list.currentRowChanged.connect(self._show_work)
        theme.changed.connect(self._set_sizes)
        self._set_sizes()
        self._lane = Lane("licences", self)
        self._lane.succeeded.connect(lambda found: self._show_works(cast("tuple[OtherWork, ...]", found)))
        self._lane.failed.connect(lambda error: self._about.setText(str(error)))
        self._lane.start(lambda _progress: load())
        self._close.setFocus()

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(Text(self._theme, "Cognate").serif(self._theme, 22, 600))
        words.addWidget(Text(self._theme, tr("Version {version}").format(version=__version__), 12, tone="ink2"))
        words.addSpacing(4)
        words.addWidget(Text(self._theme, tr(WHAT)).wrapped())
        safe = QHBoxLayout()
        safe.setSpacing(6)
        safe.addWidget(icon_sign(self._theme, "lock", tr("Offline"), size=14))
        safe.addWidget(Text(self._theme, tr(OFFLINE), 13, 600).wrapped(), 1)
        words.addLayout(safe)
        head = QHBoxLayout()
        head.setSpacing(16)
        head.addWidget(icon_sign(self._theme, "logo", "Cognate", size=56), 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(words, 1)
        right = QVBoxLayout()
        right.setSpacing(4)
        for label in (self._name, self._about):
            right.addWidget(label)
        right.addWidget(self.text, 1)
        body = QHBoxLayout()
        body.setSpacing(16)
        body.addWidget(self.list)
        body.addLayout(right, 1)
        foot = QHBoxLayout()
        foot.addWidget(self.copy)
        foot.addStretch(1)
        foot.addWidget(self._close)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(14)
        column.addLayout(head)
        column.addWidget(Rule())
        column.addLayout(body, 1)
        column.addWidget(Rule())
        column.addLayout(foot)

    def _set_sizes(self) -> None:
        self.list.setFont(self._theme.ui_font(13))
        fit(self, self._theme, _SIZE)
        self._set_list_width()
        self.text.setFont(self._theme.ui_font(12))
        for button in (self.copy, self._close):
            button.setFont(self._theme.ui_font(12, 500))

    def _set_list_width(self) -> None:
        self.list.setFixedWidth(min(self._theme.px(_LIST_WIDTH), round(self.width() * _LIST_SHARE)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the licence's text most of the width."""
        super().resizeEvent(event)
        self._set_list_width()

    def _show_works(self, found: tuple[OtherWork, ...]) -> None:
        self._works = found
        for work in found:
            item = QListWidgetItem(harmless(work.name))
            item.setToolTip(tooltip(work.name))
            item.setData(Qt.ItemDataRole.AccessibleTextRole, harmless(f"{work.name}, {work.licence}"))
            self.list.addItem(item)
        self.list.setCurrentRow(0)

    def _show_work(self, row: int) -> None:
        if 0 <= row < len(self._works):
            work = self._works[row]
            self._name.setText(f"{work.name} {work.version}".strip())
            self._about.setText(tr("{use} Licence: {licence}.").format(use=work.use, licence=work.licence))
            self.text.setPlainText(harmless(work.text))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(version_details())
        self.copy.setText(tr("Copied"))
        self.copy.setAccessibleName(self.copy.text())

    def done(self, result: int) -> None:
        """Close; nothing that still runs is waited for."""
        self._lane.leave()
        super().done(result)
