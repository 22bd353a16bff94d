"""The list of files that are being read; what could not be read has its buttons in its row."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QPushButton, QSizePolicy, QWidget

from desktop.delegates.importing import ROW_HEIGHT, FileDelegate, columns, lower_part
from desktop.intake import FileStatus
from desktop.language import tr
from desktop.models.importing import FileRow
from desktop.models.importing_model import MOVED, FileModel
from desktop.theme import Theme

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_LEAST_ROWS = 4
_GAP = 6
Index = QModelIndex | QPersistentModelIndex


class FileButtons(QWidget):
    """What can be done about a file that could not be read; lies over its row and shows only the buttons."""

    def __init__(self, theme: Theme, row: FileRow) -> None:
        super().__init__()
        self._theme, self.row = theme, row
        self.setAccessibleName(tr("What to do about {name}").format(name=row.name))
        self.paste = self._button(tr("Paste text"), tr("Paste text in place of {name}").format(name=row.name))
        self.paste.setToolTip(tr("Take the text on the clipboard in place of this file"))
        self.paste.setVisible(row.replaceable)
        self.skip = self._button(tr("Skip"), tr("Skip {name}").format(name=row.name))
        self.skip.setToolTip(tr("Go on without this file"))
        theme.changed.connect(self._place)

    def _button(self, text: str, name: str) -> QPushButton:
        made = QPushButton(text, self)
        made.setAccessibleName(name)
        made.setAutoDefault(False)
        return made

    def buttons(self) -> tuple[QPushButton, ...]:
        """Return the buttons there are, in order."""
        return (self.paste, self.skip) if self.row.replaceable else (self.skip,)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the buttons where the bars of the other rows are."""
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        at = columns(self.width(), self._theme.zoom)
        top, high = lower_part(self.height(), self._theme.zoom) if at.stacked else (0.0, float(self.height()))
        x = round(at.bar)
        for button in self.buttons():
            button.setFont(self._theme.ui_font(12.5, 500))
            size = button.sizeHint()
            button.setGeometry(x, round(top + (high - size.height()) / 2), size.width(), size.height())
            x += size.width() + self._theme.px(_GAP)


class FileList(QListView):
    """The rows; no higher than they are together, and scrolling where there is less room.

    Buttons are made for the rows in view, when they come into view.
    """

    pasteWanted = Signal(str)  # noqa: N815 - signals are named as Qt names them
    """The path of a file that pasted text is to stand in for."""
    skipWanted = Signal(str)  # noqa: N815
    heightChanged = Signal()  # noqa: N815
    """All rows together are as high as :meth:`maximumHeight` says."""

    def __init__(self, theme: Theme, model: FileModel) -> None:
        super().__init__()
        self._theme, self._files = theme, model
        self._delegate = FileDelegate(theme, self)
        self._dressing = False
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(tr("Files"))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setTabKeyNavigation(False)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(0)
        self._later.timeout.connect(self._fit)
        for signal in (model.modelReset, model.rowsInserted, model.rowsRemoved, theme.changed):
            signal.connect(self._later.start)
        self.verticalScrollBar().valueChanged.connect(self._dress)
        self._fit()

    def dataChanged(self, first: Index, last: Index, roles: Sequence[int] = ()) -> None:
        """Paint anew where only the work went on; lay out anew where a row may have become another."""
        if self._dressing or list(roles) == MOVED:
            self.viewport().update()
            return
        super().dataChanged(first, last, list(roles))
        self._later.start()

    def _fit(self) -> None:
        width = self.viewport().width()
        heights = [self._delegate.height(self._files.row(i), width) for i in range(self._files.rowCount())]
        self.setMinimumHeight(min(sum(heights), self._theme.px(_LEAST_ROWS * ROW_HEIGHT)))
        self.setMaximumHeight(max(1, sum(heights)))
        self.updateGeometry()
        self.heightChanged.emit()
        self.scheduleDelayedItemsLayout()
        self._dress()

    def sizeHint(self) -> QSize:
        """Return the height of the first rows: more is taken where there is room, up to that of all."""
        return QSize(self._theme.px(480), self.minimumHeight())

    def minimumSizeHint(self) -> QSize:
        """Return a width that lets names shrink."""
        return QSize(self._theme.px(320), self.minimumHeight())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the rows out for the width there is."""
        super().resizeEvent(event)
        self._later.start()

    # buttons

    def _dress(self) -> None:
        """Give the rows in view that need them their buttons, and take them from those that are read by now."""
        self.executeDelayedItemsLayout()
        self._dressing = True  # setting a widget says that its row changed, which it did not
        try:
            changed = [self._dress_row(number) for number in self._in_view()]
        finally:
            self._dressing = False
        if any(changed):
            self._chain()

    def _in_view(self) -> range:
        view = self.viewport().rect()
        first = self.indexAt(view.topLeft()).row()
        last = self.indexAt(view.bottomLeft()).row()
        return range(max(0, first), (last if last >= 0 else self._files.rowCount() - 1) + 1)

    def _dress_row(self, number: int) -> bool:
        """Return whether the row got buttons, or lost them."""
        index, bad = self._files.index(number), self._files.states[number].status is FileStatus.FAILED
        here: QWidget | None = self.indexWidget(index)
        if bad and here is None:
            self._add_buttons(index, self._files.row(number))
        elif here is not None and not bad:
            self.setIndexWidget(index, None)  # type: ignore[arg-type]
        return bad != (here is not None)

    def _chain(self) -> None:
        """Let Tab go through the buttons in the order of their rows."""
        rows = [self.indexWidget(self._files.index(number)) for number in range(self._files.rowCount())]
        buttons = [button for row in rows if isinstance(row, FileButtons) for button in row.buttons()]
        for one, other in pairwise((self, *buttons)):
            QWidget.setTabOrder(one, other)

    def _add_buttons(self, index: QModelIndex, row: FileRow) -> None:
        made = FileButtons(self._theme, row)
        made.paste.clicked.connect(lambda: self.pasteWanted.emit(row.path))
        made.skip.clicked.connect(lambda: self._skip(row))
        self.setIndexWidget(index, made)

    def _skip(self, row: FileRow) -> None:
        number = next((i for i, state in enumerate(self._files.states) if state.place == row.place), -1)
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        if number >= 0:
            self.setCurrentIndex(self._files.index(number))
        QTimer.singleShot(0, self, lambda: self._leave_out(row.path))  # not while its own button is clicked

    def _leave_out(self, path: str) -> None:
        self._files.forget(path)
        self.skipWanted.emit(path)

    # keyboard

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Put the keyboard on the first row, so that the focus can be seen."""
        if not self.currentIndex().isValid() and self._files.rowCount():
            self.setCurrentIndex(self._files.index(0))
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what the row that the keyboard is on offers."""
        index = self.currentIndex()
        row = self._files.row(index.row()) if index.isValid() else None
        if row is not None and row.replaceable and event.key() in _ENTER:
            self.pasteWanted.emit(row.path)
        elif row is not None and row.bad and event.key() == Qt.Key.Key_Delete:
            self._skip(row)
        else:
            super().keyPressEvent(event)
