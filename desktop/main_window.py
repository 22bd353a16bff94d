"""The window: lays out its parts, connects actions to work, and shows what came of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData, QSize, QStandardPaths, Qt, QUrl
from PySide6.QtGui import (
    QCloseEvent,
    QDesktopServices,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QGuiApplication,
)
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QVBoxLayout

from core.model import Pair, Severity
from desktop.actions import Actions
from desktop.dialogs.files import FileChooser, report_name
from desktop.dialogs.keys import KeysDialog
from desktop.engine import Engine
from desktop.intake import Pasted, Sample, Source
from desktop.message import Message
from desktop.models.explain import pair_statement
from desktop.pages.case import CasePage
from desktop.pages.welcome import WelcomePage
from desktop.plain import harmless
from desktop.session import ranked_pairs
from desktop.settings import EXPORT_FOLDER, FOLDING, GEOMETRY, OPEN_FOLDER, SCROLL_LOCKED, Settings
from desktop.theme import Theme
from desktop.widgets.drop_hint import DropHint
from desktop.widgets.job_bar import JobBar
from desktop.widgets.messages import MessagePanel
from desktop.widgets.parts import Panel
from desktop.widgets.status_bar import StatusBar
from desktop.widgets.top_bar import TopBar
from desktop.work import Work, Written

SMALLEST = (1024, 680)
USUAL = (1440, 900)


class MainWindow(QMainWindow):
    """One case in one window."""

    def __init__(self, theme: Theme, engine: Engine, settings: Settings, files: FileChooser) -> None:
        super().__init__()
        self._theme, self._settings, self._files = theme, settings, files
        self.work = Work(engine, self)
        self.actions_by_name = Actions(self)
        self.setAccessibleName("Cognate")
        self.setAcceptDrops(True)
        self.setMinimumSize(*SMALLEST)
        self.top_bar = TopBar(theme, self.actions_by_name)
        self.job_bar = JobBar(theme, self.actions_by_name)
        self.messages = MessagePanel(theme)
        self.welcome = WelcomePage(theme, self.actions_by_name)
        self.case = CasePage(theme, self.actions_by_name)
        self.status = StatusBar(theme, self.actions_by_name)
        self._pages = QStackedWidget()
        self._pages.setAccessibleName("Pages")
        self._pages.addWidget(self.welcome)
        self._pages.addWidget(self.case)
        self._lay_out()
        self._drop_hint = DropHint(theme, self)
        self._connect_actions()
        self._connect_work()
        self._restore()
        self._refresh()

    def _lay_out(self) -> None:
        inside = Panel("Cognate", "bg")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (self.top_bar, self.job_bar, self.messages):
            column.addWidget(widget)
        column.addWidget(self._pages, 1)
        column.addWidget(self.status)
        self.setCentralWidget(inside)

    def _connect_actions(self) -> None:
        handlers = {
            "open": self._choose_articles,
            "paste": self._paste,
            "sample": lambda: self.work.add([Sample()]),
            "remove": self._remove,
            "review": self._review,
            "compare": self.work.compare,
            "next_finding": lambda: self.case.step(1),
            "previous_finding": lambda: self.case.step(-1),
            "swap": self._swap,
            "fold": self._fold,
            "lock": self._lock,
            "previous_pair": lambda: self._step_pair(-1),
            "next_pair": lambda: self._step_pair(1),
            "export": self._export,
            "cancel": self.work.cancel,
            "keys": self._show_keys,
        }
        for name, action in self.actions_by_name.all().items():
            action.triggered.connect(_without_state(handlers[name]))
            if name not in ("remove", "review"):  # their keys belong to the list of articles alone
                self.addAction(action)

    def _connect_work(self) -> None:
        self.work.changed.connect(self._refresh)
        self.work.progressed.connect(self.job_bar.show_progress)
        self.work.idle.connect(self.job_bar.hide)
        self.work.said.connect(self.messages.add)
        self.work.withdrawn.connect(self.messages.withdraw)
        self.work.exported.connect(self._tell_exported)
        self.case.articleChosen.connect(self._show_article)
        self.case.positionChanged.connect(self._show_position)
        self.case.sidebar.list.markedChanged.connect(self._enable_review)
        self.top_bar.picker.pairChosen.connect(self._show_pair)

    def _restore(self) -> None:
        self.resize(QSize(*USUAL).boundedTo(self.screen().availableSize()))
        self.restoreGeometry(self._settings.get(GEOMETRY))
        for name, setting in (("fold", FOLDING), ("lock", SCROLL_LOCKED)):
            self.actions_by_name[name].setChecked(self._settings.get(setting))
        self.case.view.set_folding(self._settings.get(FOLDING))
        self.case.view.set_scroll_locked(self._settings.get(SCROLL_LOCKED))

    # what is shown

    def _refresh(self) -> None:
        """Show the session and what can be done with it."""
        session = self.work.session
        self._enable()
        self._pages.setCurrentWidget(self.case if session.articles else self.welcome)
        self.top_bar.show_case(session)
        self.case.show_case(session, comparing=self.work.comparing)
        self._show_status()
        self._enable_review()
        self.setWindowTitle(f"{harmless(session.title)} – Cognate" if session.articles else "Cognate")

    def _enable(self) -> None:
        session = self.work.session
        two = session.view is not None
        pairs = len(session.analysis.pairs) if session.analysis else 0
        can = {
            "remove": bool(session.articles),
            "compare": self.work.can_compare,
            "swap": session.pair is not None,
            "fold": two,
            "lock": two,
            "previous_pair": pairs > 1,
            "next_pair": pairs > 1,
            "export": self.work.can_export,
            "cancel": self.work.busy,
        }
        for name, enabled in can.items():
            self.actions_by_name[name].setEnabled(enabled)

    def _enable_review(self) -> None:
        marked = self.case.sidebar.list.marked()
        self.actions_by_name["review"].setEnabled(self.work.session.can_review(marked))

    def _show_position(self) -> None:
        position, count = self.case.position()
        self.top_bar.show_position(position, count)
        self.actions_by_name["next_finding"].setEnabled(count > 0 and position < count)
        self.actions_by_name["previous_finding"].setEnabled(count > 0 and position != 1)

    def _show_status(self) -> None:
        session = self.work.session
        statement = notice = ""
        if session.analysis is not None:
            notice = session.analysis.engine.notice or ""
            if session.pair is not None and session.view is not None:
                statement = pair_statement(session.analysis, session.pair, session.view.right)
        self.status.show_pair(statement, notice)

    # what people do

    def open_paths(self, paths: Sequence[Path]) -> None:
        """Add files and folders to the case."""
        self.work.add(list(paths))

    def _choose_articles(self) -> None:
        paths = self._files.articles(self, self._settings.get(OPEN_FOLDER))
        if paths:
            self._settings.set(OPEN_FOLDER, str(paths[0].parent))
            self.open_paths(paths)

    def _paste(self) -> None:
        sources = _dropped(QGuiApplication.clipboard().mimeData())
        if sources:
            self.work.add(sources)
            return
        self.messages.add(
            Message("There is no text on the clipboard.", "Copy an article first.", Severity.LOW, topic="paste")
        )

    def _remove(self) -> None:
        marked = self.case.sidebar.list.marked()
        if marked is not None:
            self.work.remove(marked)

    def _review(self) -> None:
        marked = self.case.sidebar.list.marked()
        if marked is not None:
            self.work.review(marked)

    def _show_article(self, article_id: str) -> None:
        self.work.session.show_article(article_id)
        self._refresh()

    def _show_pair(self, pair: Pair) -> None:
        self.work.session.show_pair(pair)
        self._refresh()

    def _step_pair(self, by: int) -> None:
        session = self.work.session
        if session.analysis is None or not session.analysis.pairs:
            return
        pairs = ranked_pairs(session.analysis)
        place = pairs.index(session.pair) if session.pair in pairs else -1 if by > 0 else 0
        self._show_pair(pairs[(place + by) % len(pairs)])

    def _swap(self) -> None:
        self.work.session.swap()
        self._refresh()

    def _fold(self) -> None:
        folding = self.actions_by_name["fold"].isChecked()
        self._settings.set(FOLDING, folding)
        self.case.view.set_folding(folding)

    def _lock(self) -> None:
        locked = self.actions_by_name["lock"].isChecked()
        self._settings.set(SCROLL_LOCKED, locked)
        self.case.view.set_scroll_locked(locked)

    def _export(self) -> None:
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        folder = self._settings.get(EXPORT_FOLDER) or documents
        path = self._files.report(self, Path(folder) / report_name(self.work.session.title))
        if path is not None:
            self._settings.set(EXPORT_FOLDER, str(path.parent))
            self.work.export(path)

    def _tell_exported(self, written: Written) -> None:
        path = written.path

        def show() -> None:
            if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
                self.messages.add(Message("No program opened the report.", f"It is at {path}.", Severity.LOW))

        severity = Severity.MEDIUM if written.missing else None
        remedy = f"{written.missing} {path}".strip()
        self.messages.add(Message("The report was written.", remedy, severity, "Open", show, "export"))

    def _show_keys(self) -> None:
        dialog = KeysDialog(self._theme, self.actions_by_name.all(), self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    # what Qt tells

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files and text."""
        if _dropped(event.mimeData()):
            event.acceptProposedAction()
            self._drop_hint.cover()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Show the window as it was."""
        super().dragLeaveEvent(event)
        self._drop_hint.hide()

    def dropEvent(self, event: QDropEvent) -> None:
        """Add what was dropped."""
        self._drop_hint.hide()
        sources = _dropped(event.mimeData())
        if sources:
            event.acceptProposedAction()
            self.work.add(sources)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember the window's place, end all work, and wait for it out of sight: a step may take a while."""
        self._settings.set(GEOMETRY, self.saveGeometry())
        self.hide()
        self.work.shutdown()
        super().closeEvent(event)


def _dropped(data: QMimeData | None) -> list[Source]:
    """Return the files, or else the text, that a drop or the clipboard holds."""
    if data is None:
        return []
    files: list[Source] = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    text = data.text() if data.hasText() and not data.hasUrls() else ""
    return files or ([Pasted(text)] if text.strip() else [])


def _without_state(handler: Callable[[], None]) -> Callable[[bool], None]:
    """Return a slot for ``triggered``, whose checked state no handler wants."""

    def slot(_checked: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt's signature
        handler()

    return slot
