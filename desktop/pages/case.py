"""The case on screen: its articles at the left, and beside them one of four screens."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget

from desktop.actions import Actions
from desktop.compare.view import CompareView
from desktop.models.articles import ArticleModel, article_rows
from desktop.models.classes import ClassModel
from desktop.pages.compare import ComparePage
from desktop.screens import Screen
from desktop.session import Session, View, sentence_classes
from desktop.theme import Theme
from desktop.widgets.inspector import Inspector
from desktop.widgets.parts import Panel
from desktop.widgets.sidebar import Sidebar

if TYPE_CHECKING:
    from desktop.pages.ledger import LedgerPage
    from desktop.pages.overview import OverviewPage
    from desktop.pages.report import ReportPage

    _Page = OverviewPage | ComparePage | LedgerPage | ReportPage

BADGES_BELOW = 1100
"""In narrower windows the sidebar shows badges only."""


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

    def __init__(self, theme: Theme, actions: Actions) -> None:
        super().__init__("Case", "bg")
        self._theme = theme
        self._session = Session()
        self._comparing = False
        self._listed: _Seen | None = None
        self._counted: _Seen | None = None
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
        self._stack.setAccessibleName("Screens")
        self._stack.addWidget(self.compare)
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

    # All screens but the first are made when they are first asked for: the window is up before they are.

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

    def _take(self, screen: Screen, page: _Page) -> None:
        self._stack.addWidget(page)
        self.pageMade.emit(screen)

    def _page(self, screen: Screen) -> _Page:
        pages: dict[Screen, Callable[[], _Page]] = {
            Screen.OVERVIEW: lambda: self.overview,
            Screen.COMPARE: lambda: self.compare,
            Screen.LEDGER: lambda: self.ledger,
            Screen.REPORT: lambda: self.report,
        }
        return pages[screen]()

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
        page = self._page(screen)
        page.show_case(self._session, comparing=self._comparing)
        self._stack.setCurrentWidget(page)
        self.sidebar.setVisible(screen is not Screen.REPORT)
        self._show_articles()
        self._show_classes()
        if changed:
            self.screenChanged.emit()
            self.positionChanged.emit()

    def show_case(self, session: Session, *, comparing: bool) -> None:
        """Show the session as it stands."""
        self._session, self._comparing = session, comparing
        self._show_articles()
        self._page(self.current).show_case(session, comparing=comparing)
        self._show_classes()

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
            self.classes.set_classes(sentence_classes(pair, right))
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
        for page in (self._ledger, self._report):
            if page is not None:
                page.shutdown()
