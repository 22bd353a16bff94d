"""The passages to check first: a card with the gravest ones, and all of them on request."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QAction, QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QListView, QSizePolicy, QVBoxLayout

from desktop.delegates.overview_findings import ROW_HEIGHT, FindingDelegate
from desktop.language import tr
from desktop.models.overview_findings_model import FIRST, FindingModel
from desktop.theme import Theme
from desktop.widgets.buttons import ActionButton
from desktop.widgets.parts import Panel, Rule, Text

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class FindingList(QListView):
    """The rows, all as high as one another; as high as they are together, for the page scrolls."""

    findingChosen = Signal(object)  # noqa: N815 - signals are named as Qt names them
    """The :class:`~desktop.session.Place` of a row that was entered or clicked twice."""

    def __init__(self, theme: Theme, model: FindingModel) -> None:
        super().__init__()
        self._theme, self._findings = theme, model
        self.setModel(model)
        self.setItemDelegate(FindingDelegate(theme, self))
        self.setAccessibleName(tr("Passages to check first"))
        self.setAccessibleDescription(tr("Enter opens the passage in both articles."))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.doubleClicked.connect(self._choose)
        for signal in (model.modelReset, model.rowsInserted, model.rowsRemoved, theme.changed):
            signal.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        self.setFixedHeight(self._findings.rowCount() * self._theme.px(ROW_HEIGHT))
        self.scheduleDelayedItemsLayout()

    def sizeHint(self) -> QSize:
        """Return a width that shows something, and the height of the rows."""
        return QSize(self._theme.px(480), self.height())

    def minimumSizeHint(self) -> QSize:
        """Return a width that lets the excerpts shrink."""
        return QSize(self._theme.px(320), self.height())

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Put the keyboard on the first row, so that the focus can be seen."""
        if not self.currentIndex().isValid() and self._findings.rowCount():
            self.setCurrentIndex(self._findings.index(0))
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose the row that the keyboard is on."""
        if event.key() in _ENTER and self.currentIndex().isValid():
            self._choose(self.currentIndex())
            event.accept()
            return
        super().keyPressEvent(event)

    def _choose(self, index: QModelIndex) -> None:
        self.findingChosen.emit(self._findings.place(index.row()))


class FindingsCard(Panel):
    """Heading, rows, and a button for the rest."""

    def __init__(self, theme: Theme, model: FindingModel) -> None:
        super().__init__(tr("Passages to check first"), "card")
        self._model = model
        self.list = FindingList(theme, model)
        self._count = Text(theme, "", 12, tone="ink2")
        self._none = Text(theme, "", 13, tone="ink2").wrapped()
        self._none.setContentsMargins(14, 4, 14, 8)
        self._aside = Text(theme, "", 12, tone="ink2").wrapped()
        self._aside.setContentsMargins(14, 6, 14, 6)
        every = QAction(tr("Show all"), self)
        every.triggered.connect(lambda: model.show_all(wanted=not model.shows_all))
        self.all_button = ActionButton(theme, every, "quiet")
        self._rule = Rule()
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 6)
        column.setSpacing(0)
        column.addLayout(self._heading(theme))
        column.addWidget(self.list)
        column.addWidget(self._none)
        column.addWidget(self._rule)
        column.addWidget(self._aside)
        foot = QHBoxLayout()
        foot.setContentsMargins(6, 5, 10, 0)
        foot.addWidget(self.all_button)
        foot.addStretch(1)
        column.addLayout(foot)
        for signal in (model.modelReset, model.rowsInserted, model.rowsRemoved):
            signal.connect(self._tell)
        self._tell()

    def _heading(self, theme: Theme) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(14, 9, 14, 9)
        row.setSpacing(8)
        row.addWidget(Text(theme, tr("Passages to check first"), 13, 600))
        row.addWidget(Text(theme, tr("by severity, then by strength of match"), 11.5, tone="ink3"))
        row.addStretch(1)
        row.addWidget(self._count)
        return row

    def show_words(self, none: str, aside: str) -> None:
        """Say why there is no row, where there is none, and what is not among the rows."""
        self._none.setText(none)
        self._aside.setText(aside)
        self._tell()

    def _tell(self) -> None:
        shown, total = self._model.rowCount(), self._model.total
        self._count.setText(tr("{shown:,} of {total:,}").format(shown=shown, total=total) if total else "")
        self.list.setVisible(total > 0)
        self._none.setVisible(total == 0 and bool(self._none.text()))
        self._aside.setVisible(bool(self._aside.text()))
        self._rule.setVisible(total > 0 and (bool(self._aside.text()) or total > FIRST))
        few = (
            tr("Show the first {first}").format(first=FIRST)
            if self._model.shows_all
            else tr("Show all {n} passage(s)", "", total)
        )
        self.all_button.set_text(few)
        self.all_button.setToolTip("")
        self.all_button.setVisible(total > FIRST)
