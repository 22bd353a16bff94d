"""The window: the frame with its parts, wired to the work, the decisions and the case's file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QSize, QTimer
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QGuiApplication,
    QShowEvent,
)
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from core.case.contents import CaseContents
from core.model import Pair, Severity
from desktop.actions import Actions
from desktop.control.abilities import Abilities
from desktop.control.articles import Articles
from desktop.control.case_files import CaseFiles
from desktop.control.choices import Choices
from desktop.control.exporting import Exporting
from desktop.control.importing import Importing
from desktop.control.looks import Looks
from desktop.control.navigation import Navigation
from desktop.control.reviewing import Reviewing
from desktop.control.texts import Texts
from desktop.control.weak import WeakLinks
from desktop.dialogs.files import FileChooser
from desktop.engine import Engine
from desktop.intake import Pasted, Sample, Source, cases_among
from desktop.language import tr
from desktop.message import Message, failure
from desktop.models.explain import pair_figures, pair_statement
from desktop.models.importing import stage_said
from desktop.pages.case import CasePage
from desktop.plain import harmless
from desktop.screens import Screen
from desktop.settings import GEOMETRY, OPEN_FOLDER, Settings
from desktop.theme import Theme
from desktop.widgets.drop_hint import DropHint
from desktop.widgets.job_bar import JobBar
from desktop.widgets.messages import MessagePanel
from desktop.widgets.parts import Panel
from desktop.widgets.sidebar import OF_ARTICLES
from desktop.widgets.status_bar import StatusBar, compared_figures, compared_statement
from desktop.widgets.top_bar import TopBar
from desktop.work import Work

if TYPE_CHECKING:
    from desktop.pages.welcome import WelcomePage

SMALLEST = (1024, 680)
USUAL = (1440, 900)
_LATER_MS = 100
"""What need not be there with the first frame comes after it."""
_REFUSED = "refused"
"""The topic of what could not be added because another case was being opened."""


class MainWindow(QMainWindow):
    """One case in one window."""

    def __init__(
        self, theme: Theme, engine: Engine, settings: Settings, files: FileChooser, cases: Path | None = None
    ) -> None:
        """Make the window; ``cases`` is the folder for cases without a name, None the program's own."""
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
        self._welcome: WelcomePage | None = None
        self._shown: QWidget | None = None
        self.case = CasePage(theme, self.actions_by_name)
        self.status = StatusBar(theme, self.actions_by_name)
        self._pages = QStackedWidget()
        self._pages.setAccessibleName(tr("Pages"))
        self._pages.addWidget(self.case)
        self._lay_out()
        self._drop_hint = DropHint(theme, self)
        self.intake = Importing(self.work, theme, self.actions_by_name, self)
        self.articles = Articles(self.work, self)
        self.reviewing = Reviewing(self.work, self.articles, self.case, self.actions_by_name, self)
        self.files = CaseFiles(self.work, self.reviewing.decisions, settings, files, self, cases)
        self.texts = Texts(self.work, self.intake, self.files.with_file_of, theme, self)
        self.navigation = Navigation(self.work, self.case, self.actions_by_name, settings, self)
        decisions, known = self.reviewing.decisions, self.actions_by_name
        self.abilities = Abilities(self.work, self.case, self.intake, self.texts, self.reviewing, known)
        self.weak = WeakLinks(self.work, self.case, known, settings, self.status, self.reviewing, self.abilities, self)
        shared = self.case, known, theme, settings
        self.looks = Looks(self.work, self.articles, self.files, *shared, self)
        self.looks.acted.connect(self.texts.act)
        self.choices = Choices(self.work, self.articles, self.case, self.files, decisions, theme, settings, self)
        self.exporting = Exporting(self.work, self.case, self.choices, self.navigation, theme, settings, files, self)
        self._connect_actions()
        self._connect_work()
        self._restore()
        QTimer.singleShot(_LATER_MS, self, self.files.left_behind)

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
        handlers: dict[str, Callable[[], None]] = {
            "new": self.files.new,
            "open_case": self.files.choose,
            "save_as": self.files.save_as,
            "open": self._choose_articles,
            "open_folder": self._choose_folder,
            "paste": self._paste,
            "sample": lambda: self.work.add([Sample()]),
            "compare": self.work.compare,
            "cancel": self.work.cancel,
            **self.reviewing.handlers(),
            **self.navigation.handlers(),
            **self.looks.handlers(),
            **self.texts.handlers(self.case.sidebar.list.marked),
            **self.choices.handlers(),
            **self.exporting.handlers(),
            **self.weak.handlers(),
        }
        for name, action in self.actions_by_name.all().items():
            action.triggered.connect(_without_state(handlers[name]))
            if name not in OF_ARTICLES:  # their keys belong to the list of articles alone
                self.addAction(action)

    def _connect_work(self) -> None:
        self.work.changed.connect(self._refresh)
        self.work.progressed.connect(self._show_progress)
        self.intake.changed.connect(self._refresh)
        self.intake.reasonsWanted.connect(lambda: self.navigation.show(Screen.OVERVIEW))
        self.intake.pageMade.connect(lambda: self._pages.addWidget(self.intake.page))
        self.work.idle.connect(self.job_bar.hide)
        tellers = self.work, self.articles, self.files, self.looks, self.intake, self.reviewing, self.exporting
        for teller in (*tellers, self.texts):
            teller.said.connect(self.messages.add)
        for teller in (self.work, self.files, self.exporting, self.texts):
            teller.withdrawn.connect(self.messages.withdraw)
        self.reviewing.placeWanted.connect(self.navigation.go_to)
        self.reviewing.told.connect(self.status.say)
        self.texts.undoable.connect(self.reviewing.do)
        self.texts.showWanted.connect(self.navigation.show_sentence)
        self.navigation.refreshWanted.connect(self._refresh)
        self.navigation.moved.connect(self.files.moved)
        self.files.stateChanged.connect(self._show_saved)
        self.files.loadingChanged.connect(self._on_loading)
        self.files.opened.connect(self._on_opened)
        self.files.place = self.navigation.place
        self.case.positionChanged.connect(self._show_position)
        self.case.sidebar.list.markedChanged.connect(self.abilities.show_articles)
        self.top_bar.picker.pairChosen.connect(self._show_pair)
        self.top_bar.positionLeftOut.connect(self.status.count_findings)
        self.case.pageMade.connect(self._wire)
        self.case.failed.connect(lambda error: self.messages.add(failure(error, "screen")))

    def _wire(self, screen: Screen) -> None:
        """Connect a screen that was just made."""
        if screen is Screen.OVERVIEW:
            self.case.overview.head.change.articleChosen.connect(self.articles.review)
            self.case.overview.side.problems.acted.connect(self.texts.act)

    def _restore(self) -> None:
        self.resize(QSize(*USUAL).boundedTo(self.screen().availableSize()))
        self.restoreGeometry(self._settings.get(GEOMETRY))
        self.navigation.restore()
        self.looks.restore()
        self.choices.begin()

    # what is shown

    def _refresh(self) -> None:
        """Show the session and what can be done with it."""
        session = self.work.session
        self.abilities.hold(held=self.files.loading)
        self.abilities.show_case()
        self._pages.setEnabled(not self.files.loading)
        shown = self._page()
        if self.intake.shown:
            self.job_bar.hide()
        if shown is not self._shown:
            self._shown = shown
            if shown is self._welcome:
                self.looks.show_recent(self._welcome)
            self._pages.setCurrentWidget(shown)
            (self.case.view if shown is self.case else shown).setFocus()
        self.top_bar.show_case(session, self.case.current)
        self.top_bar.screens.setVisible(shown is self.case)
        self.case.show_case(session, comparing=self.work.comparing)
        self.weak.show_case()
        self._show_saved()
        self._show_status()
        self.abilities.show_articles()
        if self.files.loading:  # also what others have enabled meanwhile
            self.abilities.hold(held=True)
        self.setWindowTitle(f"{harmless(session.title)} – Cognate" if session.articles else "Cognate")

    def _page(self) -> QWidget:
        """Return what is to be on screen."""
        if self.intake.shown:
            return self.intake.page
        opening = self.files.loading and self._welcome is None
        return self.case if self.work.session.articles or opening else self.welcome

    @property
    def welcome(self) -> WelcomePage:
        """Return the first page; it is made when it is first shown, for a window that opens a case needs none."""
        if self._welcome is None:
            from desktop.pages.welcome import WelcomePage  # noqa: PLC0415 - loaded when it is first shown

            page = self._welcome = WelcomePage(self._theme, self.actions_by_name)
            page.recentChosen.connect(lambda case: self.files.open(case.path))
            page.recentRemoved.connect(lambda case: self.looks.forget_recent(case.path, page))
            self._pages.addWidget(page)
        return self._welcome

    def _show_progress(self, stage: str, done: float) -> None:
        if not self.intake.shown and not self.exporting.watched:  # what is on screen tells it itself
            self.job_bar.show_progress(stage_said(stage), done)

    def _show_position(self) -> None:
        self.top_bar.show_position(*self.case.counted())
        self.status.show_position(*self.case.counted())
        self.abilities.show_position(*self.case.position())
        self.files.moved()

    def _show_saved(self) -> None:
        keeper = self.files.keeper
        name = "" if keeper.path is None or keeper.untitled else keeper.path.name
        self.top_bar.show_saved(self.files.saved_at, name, read_only=keeper.read_only)

    def _show_status(self) -> None:
        session, screen = self.work.session, self.case.current
        statement = notice = shorter = ""
        if session.analysis is not None:
            notice = session.analysis.engine.notice or ""
            if screen is not Screen.COMPARE:
                statement, shorter = compared_statement(session.analysis), compared_figures(session.analysis)
            elif session.pair is not None and session.view is not None:
                said = session.analysis, session.pair, session.view.right
                statement, shorter = pair_statement(*said), pair_figures(*said)
        self.status.show_pair(statement, notice, shorter)
        self.status.show_hints(screen if self._page() is self.case else None)

    def _on_loading(self) -> None:
        self._refresh()
        if not self.files.loading:
            self.case.get_ready()

    def _on_opened(self, contents: CaseContents) -> None:
        self.choices.follow_case()
        self._refresh()
        self.navigation.restore_place(contents)
        if self.focusWidget() is None:
            self.case.view.setFocus()

    # what people do

    def open_paths(self, paths: Sequence[Path]) -> None:
        """Open a case, or add files and folders to the one on screen."""
        self._take(list(paths))

    def _take(self, sources: Sequence[Source]) -> None:
        cases = cases_among(sources)
        if cases:
            self.files.open(cases[0])
        elif self.files.loading:
            self._refuse_articles()
        else:
            self.messages.withdraw(_REFUSED)
            self.work.add(sources)

    def _refuse_articles(self) -> None:
        """Say that nothing was added: the case that was seen is being left, and nobody chose the next one for this."""
        self.messages.add(
            Message(
                tr("Nothing was added: another case is being opened."),
                tr("Add the articles again when the case that they belong to is on screen."),
                Severity.MEDIUM,
                topic=_REFUSED,
            )
        )

    def _choose_articles(self) -> None:
        paths = self._files.articles(self, self._settings.get(OPEN_FOLDER))
        if paths:
            self._settings.set(OPEN_FOLDER, str(paths[0].parent))
            self.open_paths(paths)

    def _choose_folder(self) -> None:
        folder = self._files.article_folder(self, self._settings.get(OPEN_FOLDER))
        if folder is not None:
            self._settings.set(OPEN_FOLDER, str(folder))
            self.open_paths([folder])

    def _paste(self) -> None:
        sources = _dropped(QGuiApplication.clipboard().mimeData())
        if sources:
            self._take(sources)
            return
        self.messages.add(
            Message(tr("There is no text on the clipboard."), tr("Copy an article first."), Severity.LOW, topic="paste")
        )

    def _show_pair(self, pair: Pair) -> None:
        self.work.session.show_pair(pair)
        self._refresh()

    # what Qt tells

    def showEvent(self, event: QShowEvent) -> None:
        """Choose the page, where nothing that was asked for before has chosen it."""
        if self._shown is None:
            self._refresh()
        super().showEvent(event)

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
            self._take(sources)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Write what waits, remember the window's place, end all work, and wait for it out of sight."""
        self.case.inspector.verdicts.flush()
        self.choices.flush()
        if not self._may_close():
            event.ignore()
            return
        self._settings.set(GEOMETRY, self.saveGeometry())
        self.hide()
        self.files.keeper.close(discard=True)
        self.case.shutdown()
        self.work.shutdown()
        super().closeEvent(event)

    def _may_close(self) -> bool:
        """Let the case's file go, and return whether to close; people are asked where something would be lost."""
        from desktop.dialogs.leaving import leave_anyway, stop_writing  # noqa: PLC0415 - loaded when it is asked

        if self.work.exporting and not stop_writing(self):
            return False
        return self.files.close() or leave_anyway(self)


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
