"""The left side: the case's articles, and which classes are shown of the one on the right."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QAction, QFocusEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QListView, QMenu, QSizePolicy, QVBoxLayout

from desktop.actions import Actions
from desktop.delegates.articles import ArticleDelegate
from desktop.delegates.classes import ROW_HEIGHT, ClassDelegate
from desktop.language import tr
from desktop.models.articles import ArticleModel
from desktop.models.classes import FILTERED, ClassModel
from desktop.theme import Theme
from desktop.widgets.buttons import ActionButton
from desktop.widgets.parts import ElidedText, Panel, Text

WIDTH, COMPACT_WIDTH = 222, 72
"""At a zoom of 100 %."""
_LEAST_ROWS = 2
"""Rows of a list that stay on screen where the window is low; the others scroll."""
OF_ARTICLES = ("review", "details", "move_up", "move_down", "reread", "encoding", "attachments", "remove")
"""The actions on the marked article; their keys are the list's own."""


class ArticleList(QListView):
    """The articles; as high as they need, scrolling where that is too much."""

    articleChosen = Signal(str)  # noqa: N815 - signals are named as Qt names them
    """The id of an article that was clicked or entered."""
    markedChanged = Signal()  # noqa: N815

    def __init__(self, theme: Theme, model: ArticleModel, keyed: Sequence[QAction]) -> None:
        super().__init__()
        self.setModel(model)
        self.setItemDelegate(ArticleDelegate(theme, self))
        self.setAccessibleName(tr("Articles of the case"))
        self.setMouseTracking(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        for action in keyed:  # they act on the marked article: their keys are the list's own
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            self.addAction(action)
        self._model, self._keyed = model, tuple(keyed)
        self.selectionModel().currentChanged.connect(self.markedChanged)
        self.clicked.connect(self._choose)
        self.activated.connect(self._choose)
        self.customContextMenuRequested.connect(self._open_menu)
        model.modelReset.connect(self.updateGeometry)
        model.dataChanged.connect(self.updateGeometry)

    def marked(self) -> str | None:
        """Return the id of the article that the keyboard is on."""
        index = self.currentIndex()
        return self._model.row(index.row()).id if index.isValid() else None

    def sizeHint(self) -> QSize:
        """Return the height of all rows."""
        height = sum(self.sizeHintForRow(row) for row in range(self._model.rowCount()))
        return QSize(COMPACT_WIDTH, height + 2)

    def minimumSizeHint(self) -> QSize:
        """Return the height of the first rows."""
        rows = range(min(_LEAST_ROWS, self._model.rowCount()))
        return QSize(COMPACT_WIDTH, sum(self.sizeHintForRow(row) for row in rows) + 2)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Put the keyboard on the first article on screen, so that the focus can be seen."""
        if not self.currentIndex().isValid():
            rows = range(self._model.rowCount())
            start = next((row for row in rows if self._model.row(row).shown), 0)
            self.setCurrentIndex(self._model.index(start))
        super().focusInEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for another height where titles break differently now."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def _choose(self, index: QModelIndex) -> None:
        self.articleChosen.emit(self._model.row(index.row()).id)

    def _open_menu(self, at: QPoint) -> None:
        index = self.indexAt(at)
        if not index.isValid():
            return
        self.setCurrentIndex(index)
        menu = QMenu(self)
        menu.setAccessibleName(tr("Article"))
        menu.setFont(self.font())
        show = menu.addAction(tr("Show on the right"))
        chosen = self._model.row(index.row()).id
        show.triggered.connect(lambda: self.articleChosen.emit(chosen))
        menu.addActions(self._keyed)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        # Other articles have come or gone: the id may be another one's by now, and no row is marked any more.
        self._model.modelReset.connect(menu.close)
        menu.popup(self.viewport().mapToGlobal(at))


class ClassList(QListView):
    """The classes that can be shown or hidden; as high as they need, scrolling where that is too much."""

    def __init__(self, theme: Theme, classes: ClassModel) -> None:
        super().__init__()
        self._theme = theme
        self.setModel(classes)
        self.setItemDelegate(ClassDelegate(theme, self))
        self.setAccessibleName(tr("Classes shown"))
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        theme.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """Return the height of all rows."""
        return QSize(COMPACT_WIDTH, self._theme.px(ROW_HEIGHT) * len(FILTERED) + 2)

    def minimumSizeHint(self) -> QSize:
        """Return the height of the first rows."""
        return QSize(COMPACT_WIDTH, self._theme.px(ROW_HEIGHT) * _LEAST_ROWS + 2)


class Sidebar(Panel):
    """Articles above, class filter below; badges only where the window is narrow."""

    def __init__(self, theme: Theme, actions: Actions, articles: ArticleModel, classes: ClassModel) -> None:
        super().__init__(tr("Articles and classes"), edge="right")
        self._theme = theme
        self.list = ArticleList(theme, articles, [actions[name] for name in OF_ARTICLES])
        self._heading = Text(theme, tr("Articles"), 11, 600, tone="ink3")
        self._add = ActionButton(theme, actions["open"], "row", text=tr("Add articles"))
        self._add_short = ActionButton(theme, actions["open"], "quiet", text="")
        self._show_in = ElidedText(theme, tr("Show in this pair"), 11, 600, tone="ink3")
        self._sentences_of = ElidedText(theme, "", 11, tone="ink3")
        self.filter = ClassList(theme, classes)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 14, 9, 12)
        column.setSpacing(4)
        column.addLayout(self._heading_row(self._heading))
        column.addSpacing(4)
        column.addWidget(self.list)
        column.addWidget(self._add)
        column.addWidget(self._add_short, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
        column.addLayout(self._heading_row(self._show_in, self._sentences_of))
        column.addSpacing(2)
        column.addWidget(self.filter)
        self._compact, self.filtering = False, False
        self._apply()
        theme.changed.connect(self._apply)

    def _heading_row(self, *labels: Text) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(8, 0, 8, 0)
        row.setSpacing(4)
        for label in labels:
            row.addWidget(label)
        row.addStretch(1)
        return row

    def set_compact(self, *, compact: bool) -> None:
        """Show badges only, or everything."""
        self._compact = compact
        self._apply()

    def show_right(self, letter: str, *, pair: bool = True) -> None:
        """Name the article whose sentences the filter counts; without one there is nothing to filter."""
        of_article = tr("Show in article {letter}").format(letter=letter)
        self._show_in.set_full(tr("Show in this pair") if pair else of_article)
        of = tr("(sentences of {letter})").format(letter=letter)
        self._sentences_of.set_full(of if pair else tr("(sentences)"))
        self.filtering = bool(letter)
        self._apply()

    def _apply(self) -> None:
        self.setFixedWidth(self._theme.px(COMPACT_WIDTH if self._compact else WIDTH))
        self._heading.setVisible(not self._compact)
        self._add.setVisible(not self._compact)
        self._add_short.setVisible(self._compact)
        self.filter.setVisible(self.filtering)
        for label in (self._show_in, self._sentences_of):
            label.setVisible(self.filtering and not self._compact)
