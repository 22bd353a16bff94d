"""The case on screen: its articles at the left, and beside them one of four screens."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget

from desktop.actions import Actions
from desktop.compare.view import CompareView
from desktop.jobs import Lane
from desktop.language import tr
from desktop.models.articles import ArticleModel, article_rows
from desktop.models.classes import ClassModel
from desktop.pages.compare import ComparePage
from desktop.pairs import sentence_classes, source_of
from desktop.screens import Screen
from desktop.session import Session, View
from desktop.theme import Theme
from desktop.widgets.inspector import Inspector
from desktop.widgets.parts import Panel, polish, settling
from desktop.widgets.sidebar import Sidebar

if TYPE_CHECKING:
    from desktop.pages.ledger import LedgerPage
    from desktop.pages.overview import OverviewPage
    from desktop.pages.report import ReportPage

    _Page = OverviewPage | ComparePage | LedgerPage | ReportPage

BADGES_BELOW = 1100
"""In narrower windows the sidebar shows badges only."""
_SOON_MS = 100
"""What is asked for is painted before other screens are loaded: a worker would take the time from it."""
_SLICE_MS = 20
"""From one step of getting a screen ready to the next: keys and paint come between."""


_DONE = object()
_Seen = tuple[object, ...]
"""What something was last shown for, told by being the same objects: texts are too long to compare."""


def _same(one: _Seen, other: _Seen | None) -> bool:
    return other is not None and len(one) == len(other) and all(x is y for x, y in zip(one, other, strict=True))


class CasePage(Panel):
    """Wires the sidebar and the screens to the session; only the screen in view is kept up to date."""

    articleChosen = Signal(str)  # noqa: N815 - signals are named as Qt names them
    positionChanged = Signal()  # noqa: N815
    screenChanged = Signal()  # noqa: N815
    findingChosen = Signal(object)  # noqa: N815
    """A :class:`~desktop.session.Place` to compare."""
    pageMade = Signal(object)  # noqa: N815
    """The :class:`Screen` that is there now."""
    failed = Signal(object)
    """A :class:`CognateError` of a part of a screen; the rest of it is shown."""

    def __init__(self, theme: Theme, actions: Actions) -> None:
        super().__init__(tr("Case"), "bg")
        self._theme = theme
        self._session = Session()
        self._comparing = False
        self._listed: _Seen | None = None
        self._counted: _Seen | None = None
        self._told: dict[Screen, _Seen] = {}
        """The case that each screen was last told of."""
        self._settling: dict[Screen, Iterator[None]] = {}
        """Screens that are not laid out since they were told, each with the steps that are left."""
        self._loaded = False
        self._loading = Lane("screens", self)
        self._loading.succeeded.connect(self._on_loaded)
        self._loading.failed.connect(self.failed)
        self._soon = QTimer(self, singleShot=True, interval=_SOON_MS)
        self._soon.timeout.connect(self._load_screens)
        self._slices = QTimer(self, interval=_SLICE_MS)
        self._slices.timeout.connect(self._take_step)
        self._painting = QTimer(self, singleShot=True, interval=0)
        theme.changed.connect(self._show_compact)
        self.articles = ArticleModel(self)
        self.classes = ClassModel(self)
        self.sidebar = Sidebar(theme, actions, self.articles, self.classes)
        self._actions = actions
        self.compare = ComparePage(theme, actions)
        self._overview: OverviewPage | None = None
        self._ledger: LedgerPage | None = None
        self._report: ReportPage | None = None
        self._stack = QStackedWidget()
        self._stack.setAccessibleName(tr("Screens"))
        self._stack.addWidget(self.compare)
        self._painting.timeout.connect(self._paint)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.sidebar)
        row.addWidget(self._stack, 1)
        self.current = Screen.COMPARE
        self.show_screen(Screen.COMPARE)
        self.sidebar.list.articleChosen.connect(self.articleChosen)
        self.classes.hiddenChanged.connect(self.compare.view.set_hidden_classes)
        self.compare.positionChanged.connect(self.positionChanged)

    # All screens but the first are made when they are first asked for, or when there is time: the window is up before.

    def get_ready(self) -> None:
        """Load and make the screens that are not there yet while nobody waits for them, and keep them up to date.

        A worker loads their modules, which is most of it; the rest is done in steps that keep the window free.
        """
        if not self._loaded and not self._loading.running:
            self._soon.start()

    @property
    def ready(self) -> bool:
        """Return whether every screen is there and shows, or puts together, the present case."""
        return self._loaded and not self._slices.isActive()

    @property
    def pending(self) -> bool:
        """Return whether a screen still puts together what it shows of a long text."""
        overview, ledger = self._overview, self._ledger
        return (overview is not None and overview.pending) or (ledger is not None and ledger.auditing)

    def _load_screens(self) -> None:
        """Load the modules once the window is up, however long that takes: its first picture comes before them."""
        handle = self.window().windowHandle()
        if handle is None or not handle.isExposed() or self._painting.isActive():
            self._soon.start()
        else:
            self._loading.start(lambda _: _load())

    def _on_loaded(self) -> None:
        self._loaded = True
        self._slices.start()

    def _take_step(self) -> None:
        """Make one screen that is missing, tell one of the present case, or lay one out; end when all is done."""
        hidden = [screen for screen in Screen if screen not in (self.current, Screen.COMPARE)]
        now: _Seen = (self._session.analysis, *self._session.articles)
        for screen in hidden:
            if not self.made(screen):
                polish(self._page(screen)())
                return
            if not _same(now, self._told.get(screen)):
                self._tell(screen)
                self._settling[screen] = settling(self._page(screen)())
                return
        if self.pending:
            return
        waiting = next((screen for screen in hidden if screen in self._settling), None)
        if waiting is None:
            self._slices.stop()
        elif next(self._settling[waiting], _DONE) is _DONE:
            del self._settling[waiting]

    def _tell(self, screen: Screen) -> None:
        """Have a screen show the session as it stands."""
        self._told[screen] = (self._session.analysis, *self._session.articles)
        self._page(screen)().show_case(self._session, comparing=self._comparing)

    @property
    def overview(self) -> OverviewPage:
        """Return the overview."""
        if self._overview is None:
            from desktop.pages.overview import OverviewPage  # noqa: PLC0415 - loaded when it is first shown

            page = self._overview = OverviewPage(self._theme, self._actions)
            page.articleChosen.connect(self.articleChosen)
            page.findingChosen.connect(self.findingChosen)
            self._take(Screen.OVERVIEW, page)
        return self._overview

    @property
    def ledger(self) -> LedgerPage:
        """Return the ledger."""
        if self._ledger is None:
            from desktop.pages.ledger import LedgerPage  # noqa: PLC0415 - as above

            page = self._ledger = LedgerPage(self._theme, self._actions)
            page.articleChosen.connect(self.articleChosen)
            page.findingChosen.connect(self.findingChosen)
            page.positionChanged.connect(self.positionChanged)
            page.offer_articles(offered=True)
            page.set_hidden_classes(self.classes.hidden)
            self.classes.hiddenChanged.connect(page.set_hidden_classes)
            self._take(Screen.LEDGER, page)
        return self._ledger

    @property
    def report(self) -> ReportPage:
        """Return the report."""
        if self._report is None:
            from desktop.pages.report import ReportPage  # noqa: PLC0415 - as above

            self._report = ReportPage(self._theme, self._actions)
            self._take(Screen.REPORT, self._report)
        return self._report

    def made(self, screen: Screen) -> bool:
        """Return whether a screen was asked for yet."""
        pages = {Screen.OVERVIEW: self._overview, Screen.LEDGER: self._ledger, Screen.REPORT: self._report}
        return pages.get(screen, self.compare) is not None

    def _take(self, screen: Screen, page: OverviewPage | LedgerPage | ReportPage) -> None:
        page.resize(self._stack.size())  # so that it is laid out before it is shown
        self._stack.addWidget(page)
        page.failed.connect(self.failed)
        self.pageMade.emit(screen)

    def _page(self, screen: Screen) -> Callable[[], _Page]:
        pages: dict[Screen, Callable[[], _Page]] = {
            Screen.OVERVIEW: lambda: self.overview,
            Screen.COMPARE: lambda: self.compare,
            Screen.LEDGER: lambda: self.ledger,
            Screen.REPORT: lambda: self.report,
        }
        return pages[screen]

    @property
    def view(self) -> CompareView:
        """Return the two articles side by side."""
        return self.compare.view

    @property
    def inspector(self) -> Inspector:
        """Return what tells of the selected finding."""
        return self.compare.inspector

    def show_screen(self, screen: Screen) -> None:
        """Show another screen of the case."""
        changed, self.current = screen is not self.current, screen
        self._settling.pop(screen, None)
        if changed:
            self._paint_next()
        self._tell(screen)
        self._stack.setCurrentWidget(self._page(screen)())
        self.sidebar.setVisible(screen is not Screen.REPORT)
        self._show_articles()
        self._show_classes()
        if changed:
            self.screenChanged.emit()
            self.positionChanged.emit()

    def show_case(self, session: Session, *, comparing: bool) -> None:
        """Show the session as it stands."""
        self._session, self._comparing = session, comparing
        if not _same((session.analysis, *session.articles), self._told.get(self.current)):
            self._paint_next()
        self._show_articles()
        self._tell(self.current)
        self._show_classes()
        if self._loaded:
            self._slices.start()

    def _paint_next(self) -> None:
        """Paint the screen in the next turn of the event loop: to put it together takes as long as a turn may."""
        if self._stack.isVisible():
            self._stack.setUpdatesEnabled(False)
            self._painting.start()

    def _paint(self) -> None:
        """Paint the screen from now on, and count the time until others are loaded from here."""
        self._stack.setUpdatesEnabled(True)
        if self._soon.isActive():
            self._soon.start()

    def _show_articles(self) -> None:
        """List the articles where they are not what is listed already: their words are counted for it."""
        session = self._session
        chosen = self.ledger.article if self.current is Screen.LEDGER else ""
        listed: _Seen = (session.analysis, session.view, chosen, *session.articles)
        if not _same(listed, self._listed):
            self._listed = listed
            view = View("", chosen) if chosen else session.view
            self.articles.set_rows(article_rows(session.articles, session.analysis, view))

    def _show_classes(self) -> None:
        """Count the classes of the article that the screen is about, where it is not the one counted last."""
        session = self._session
        chosen = self.ledger.article if self.current is Screen.LEDGER else ""
        counted: _Seen = (session.analysis, session.pair, session.view, self.current, chosen)
        if not _same(counted, self._counted):
            self._counted = counted
            self._count_classes()

    def _count_classes(self) -> None:
        session, pair, analysis = self._session, self._session.pair, self._session.analysis
        if analysis is None or session.view is None or (pair is None and self.current is Screen.COMPARE):
            self.classes.set_classes(None)
            self.sidebar.show_right("")
            return
        if pair is not None and self.current is Screen.COMPARE:
            right = analysis.article(session.view.right)
            self.classes.set_classes(sentence_classes(pair, right), source=source_of(pair) == right.id)
        else:
            wanted = self.ledger.article if self.current is Screen.LEDGER else ""
            right = analysis.article(wanted or analysis.subject)
            self.classes.set_classes(tuple(row.match for row in analysis.ledger(right.id).rows))
        self.sidebar.show_right(analysis.letter(right.id), pair=self.current is Screen.COMPARE)

    def selected_link(self) -> int:
        """Return the index of the selected link of the pair, −1 for none."""
        return self.compare.selected_link()

    def position(self) -> tuple[int, int]:
        """Return the 1-based place of the selected finding, 0 for none, and how many findings are shown."""
        return self.compare.position()

    def counted(self) -> tuple[int, int]:
        """Return the same without those that only share facts, as the overview and the report count."""
        return self.compare.counted()

    def step(self, by: int) -> None:
        """Select the next (1) or the previous (−1) finding, in the pair or in the ledger."""
        if self.current is Screen.LEDGER:
            self.ledger.step(by)
        else:
            self.compare.step(by)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shrink the sidebar where the window is narrow."""
        super().resizeEvent(event)
        self._show_compact()

    def _show_compact(self) -> None:
        self.sidebar.set_compact(compact=self.width() < self._theme.px(BADGES_BELOW))

    def shutdown(self) -> None:
        """End what the screens still do; for closing the window."""
        self._soon.stop()
        self._slices.stop()
        self._loaded = False  # nothing is laid out ahead any more
        self._loading.shutdown()
        for page in (self._overview, self._ledger, self._report):
            if page is not None:
                page.shutdown()


def _load() -> None:
    """Load what the screens are made with; on a worker, for nothing is made here."""
    import desktop.pages.ledger  # noqa: PLC0415
    import desktop.pages.overview  # noqa: PLC0415
    import desktop.pages.report  # noqa: PLC0415
    import desktop.widgets.preview  # noqa: F401, PLC0415
