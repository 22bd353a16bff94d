"""The ledger of one article: every sentence with its source, and the audits beside or below it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QSplitter, QStackedLayout, QVBoxLayout

from core.case.review import FindingKey, Review, Verdict
from core.errors import CognateError
from core.model import Analysis, Link, MatchClass, Pair, article_letter
from desktop.actions import Actions
from desktop.jobs import Lane
from desktop.language import tr
from desktop.models.audit_parts import Audits
from desktop.models.audits import audits
from desktop.models.facing import safe_title
from desktop.models.ledger import LedgerFilter, LedgerModel, LedgerSieve
from desktop.models.ledger_head import ledger_head
from desktop.models.ledger_rows import LedgerEntry, judged, ledger_entries, row_counts, shown_of
from desktop.session import Place, Session
from desktop.theme import Theme
from desktop.widgets.article_picker import ArticleChoice
from desktop.widgets.audits import WIDTH as AUDITS_WIDTH
from desktop.widgets.audits import AuditPanel
from desktop.widgets.empty import EmptyState
from desktop.widgets.ledger_controls import LedgerControls
from desktop.widgets.ledger_head import HeadView
from desktop.widgets.ledger_table import LedgerTable
from desktop.widgets.parts import Panel

SIDE_BY_SIDE_FROM = 1100
"""Narrower pages have the audits at the bottom."""
_BOTTOM_SHARE, _LOW_BELOW = 0.34, 430
"""Share of the height that the audits have at the bottom; in a low page these are their tabs, to be opened."""
_LOWEST_BELOW = 340
"""So low a page has no room for the legend of the bar either; the bar's tooltip says it."""
_AT_ONCE = 300
"""Sentences up to which the rows are made here and now; those of longer texts come from a worker."""


@dataclass(frozen=True, slots=True)
class _Shown:
    """What the page was last given, so that only changes cost anything."""

    analysis: Analysis | None = None
    review: Review | None = None
    article: str = ""
    articles: tuple[str, ...] = ()
    comparing: bool = False

    def same(self, other: _Shown) -> bool:
        """Return whether nothing changed; what is large is told by being the same object."""
        objects = self.analysis is other.analysis and self.review is other.review
        return objects and (self.article, self.articles, self.comparing) == (
            other.article,
            other.articles,
            other.comparing,
        )


@dataclass(frozen=True, slots=True)
class _Built:
    """The rows of an article's ledger, which hold as long as the analysis does."""

    analysis: Analysis | None
    article: str
    rows: tuple[LedgerEntry, ...]
    review: Review | None = None
    judged: tuple[LedgerEntry, ...] = ()
    """The rows with the verdicts of ``review``."""


class LedgerPage(Panel):
    """Wires the head, the table and the audits to the session."""

    findingChosen = Signal(object)  # noqa: N815 - signals are named as Qt names them
    """A :class:`~desktop.session.Place` to open in Compare."""
    articleChosen = Signal(str)  # noqa: N815
    positionChanged = Signal()  # noqa: N815
    """The keyboard is on another row, or other rows are shown."""
    failed = Signal(object)
    """A :class:`CognateError`: the audits could not be made."""

    def __init__(self, theme: Theme, actions: Actions) -> None:
        super().__init__(tr("Ledger"), "bg")
        self._theme, self._actions = theme, actions
        self._session = Session()
        self._shown = _Shown()
        self._chosen = ""
        self._audited: tuple[Analysis | None, str, Review] = (None, "", Review())
        self._audits: Audits | None = None
        self._built = _Built(None, "", ())
        self.model = LedgerModel(self)
        self.filter = LedgerFilter(self)
        self.filter.setSourceModel(self.model)
        self.head = HeadView(theme)
        self.controls = LedgerControls(theme)
        self.table = LedgerTable(theme, self.filter)
        self.audits = AuditPanel(theme)
        self._empty, self._no_rows = EmptyState(theme), EmptyState(theme, "paper")
        self._lane, self._row_lane = Lane("audit", self), Lane("ledger", self)
        self._wide: tuple[bool, ...] | None = None
        self._opened = False
        """Whether a low page shows an audit in place of the sentences."""
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        left = self._left = Panel(tr("Sentences"), "paper")
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self.head, self.controls):  # the rows give way first where the page is low
            part.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
            column.addWidget(part)
        body = Panel(tr("Rows"), "paper")
        self._rows = QStackedLayout(body)
        self._rows.addWidget(self.table)
        self._rows.addWidget(self._no_rows)
        column.addWidget(body, 1)
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.setAccessibleName(tr("Sentences and audits"))
        self._splitter.setHandleWidth(1)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.addWidget(left)
        self._splitter.addWidget(self.audits)
        self._splitter.setStretchFactor(0, 1)
        self._pages = QStackedLayout(self)
        self._pages.addWidget(self._empty)
        self._pages.addWidget(self._splitter)

    def _connect(self) -> None:
        self.controls.picker.articleChosen.connect(self._choose)
        self.head.articleChosen.connect(self._choose)
        self.controls.sieveChanged.connect(self._sift)
        self.table.rowOpened.connect(self._open)
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self.positionChanged.emit())
        self.audits.placeChosen.connect(self.findingChosen)
        self.audits.openWanted.connect(self._open_audits)
        self._row_lane.succeeded.connect(self._show_built)
        self._lane.succeeded.connect(self._show_audits)
        self._row_lane.failed.connect(self._show_failure)
        self._lane.failed.connect(self.failed)
        self._theme.changed.connect(self._fit_anew)

    # what is shown

    @property
    def article(self) -> str:
        """Return the id of the article whose ledger is shown, "" without one."""
        return self._shown.article

    @property
    def auditing(self) -> bool:
        """Return whether rows or audits are still being made."""
        return self._lane.running or self._row_lane.running or self.audits.growing

    def show_case(self, session: Session, *, comparing: bool) -> None:
        """Show the session as it stands."""
        self._session = session
        self._fit()  # a page that was not shown yet was not resized either
        ids = tuple(a.id for a in session.articles)
        analysis = session.analysis
        if analysis is None:
            self._chosen = ""  # ids may be other articles' by now
        article = self._chosen if self._chosen in ids else (analysis.subject if analysis else "")
        shown = _Shown(analysis, session.review_state, article, ids, comparing)
        if shown.same(self._shown):
            return
        self._shown = shown
        if analysis is None or len(ids) < 2 or all(a.id != article for a in analysis.articles):  # noqa: PLR2004 - a comparison needs two
            self._show_nothing()
        else:
            self._show_ledger(analysis, article)
        self.positionChanged.emit()

    def show_article(self, article_id: str) -> None:
        """Show the ledger of an article of the case; one that is gone changes nothing."""
        if any(a.id == article_id for a in self._session.articles):
            self._chosen = article_id
            self.show_case(self._session, comparing=self._shown.comparing)

    def offer_articles(self, *, offered: bool) -> None:
        """Show or hide the page's own choice of articles; the window may have one."""
        self.controls.picker.setVisible(offered)

    def set_hidden_classes(self, hidden: frozenset[MatchClass]) -> None:
        """Hide the rows of these classes, as the sidebar's filter says."""
        self.controls.classes.set_hidden(hidden)

    def _show_ledger(self, analysis: Analysis, article_id: str) -> None:
        self.head.show_head(ledger_head(analysis, article_id, comparing=self._shown.comparing))
        choices = [ArticleChoice(a.id, analysis.letter(a.id), safe_title(a)) for a in analysis.articles]
        self.controls.show_articles(choices, article_id)
        self._pages.setCurrentWidget(self._splitter)
        if self._built.analysis is analysis and self._built.article == article_id:
            self._show_rows()
        elif len(analysis.article(article_id).sentences) <= _AT_ONCE:
            self._row_lane.cancel()
            self._show_built(_build(analysis, article_id, self._session.review_state))
        else:
            self.model.set_rows(())
            self._show_count()
            review = self._session.review_state
            self._row_lane.start(lambda _: _build(analysis, article_id, review))
        self._show_audits_of(analysis, article_id)

    def _show_audits_of(self, analysis: Analysis, article_id: str) -> None:
        """Have the audits made; those on screen stay until they are there where only something was decided."""
        review = self._session.review_state
        audited, article, judged_with = self._audited
        another = audited is not analysis or article != article_id
        if another or judged_with is not review:
            self._audited = (analysis, article_id, review)
            if another:
                self._audits = None
                self.audits.show_pending()
            self._lane.start(lambda _: audits(analysis, article_id, review))

    def _show_failure(self, error: CognateError) -> None:
        """Say in the table's place why there is none."""
        self._empty.show_state(error.what, error.remedy)
        self._pages.setCurrentWidget(self._empty)

    def _show_built(self, built: object) -> None:
        now = self._shown
        if isinstance(built, _Built) and built.article == now.article and built.analysis is now.analysis:
            self._built = built
            self._show_rows()

    def _show_rows(self) -> None:
        """Show the rows with the verdicts that there are now."""
        if self._built.analysis is not None:
            review = self._session.review_state
            rows = self._built.judged
            if review is not self._built.review:
                rows = _judged(self._built.analysis, self._built.rows, review)
            self.model.set_rows(rows)
            self.controls.show_counts(row_counts(rows))
            self._show_count()

    def _show_nothing(self) -> None:
        self._lane.cancel()
        self._row_lane.cancel()
        self._audited, self._built = (None, "", Review()), _Built(None, "", ())
        self._audits = None
        self.model.set_rows(())
        title, detail, action = self._missing()
        self._empty.show_state(title, detail, self._actions[action] if action else None)
        self._pages.setCurrentWidget(self._empty)

    def _missing(self) -> tuple[str, str, str]:
        """Return what there is not, why, and the action that helps."""
        number = len(self._session.articles)
        if not number:
            return (
                tr("No articles yet"),
                tr("Add two articles, and the ledger says of each sentence where it is from."),
                "open",
            )
        if number == 1:
            return (
                tr("One article so far"),
                tr("Add a second article to compare. A ledger needs something to look in."),
                "open",
            )
        if self._shown.comparing:
            return tr("Comparing"), tr("The ledger is filled as soon as all articles were compared."), "cancel"
        if self._shown.analysis is not None:
            order = [a.id for a in self._session.articles]
            letter = article_letter(order.index(self._shown.article))
            return (
                tr("{letter} was not compared yet").format(letter=letter),
                tr("Compare again to fill its ledger."),
                "compare",
            )
        return tr("Nothing was compared yet"), tr("Compare the articles to fill the ledger."), "compare"

    def _show_audits(self, found: object) -> None:
        if isinstance(found, Audits) and found != self._audits:
            self._audits = found
            self.audits.show_audits(found)

    # what is done

    def focus_filter(self) -> None:
        """Put the keyboard into the line that finds words."""
        self._open_audits(opened=False)
        self.controls.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.controls.search.selectAll()

    def step(self, by: int) -> bool:
        """Go to the next or previous sentence with a source; return whether there was one."""
        self._open_audits(opened=False)
        return self.table.step(by)

    def current_place(self) -> Place | None:
        """Return the strongest link of the current row."""
        entry = self.table.current()
        return entry.place if entry else None

    def shutdown(self) -> None:
        """Wait for what still runs; for closing the window."""
        self._lane.shutdown()
        self._row_lane.shutdown()

    def _choose(self, article_id: str) -> None:
        self.show_article(article_id)
        self.articleChosen.emit(article_id)

    def _open(self, entry: LedgerEntry) -> None:
        if entry.place is not None:
            self.findingChosen.emit(entry.place)

    def _sift(self, sieve: LedgerSieve) -> None:
        self.filter.set_sieve(sieve)
        self._show_count()

    def _show_count(self) -> None:
        shown, total = self.filter.rowCount(), self.model.rowCount()
        self.controls.show_count(shown_of(shown, total))
        if total and not shown:
            detail = tr("Other words, or fewer conditions, show more.")
            self._no_rows.show_state(tr("No sentence is left by the filter"), detail)
        elif self._row_lane.running or self._built.article != self._shown.article:
            self._no_rows.show_state(tr("Being put together …"), tr("This is a long text."))
        elif not total:
            self._no_rows.show_state(tr("No sentences"), tr("This article has no text that could be compared."))
        self._rows.setCurrentWidget(self.table if shown else self._no_rows)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Move the audits to the bottom where the page is narrow."""
        super().resizeEvent(event)
        self._fit()

    def _open_audits(self, opened: bool) -> None:  # noqa: FBT001 - a signal's
        """Show an audit in place of the sentences of a low page, or the sentences again."""
        if opened != self._opened:
            self._opened = opened
            self._fit_anew()

    def _fit_anew(self) -> None:
        self._wide = None
        self._fit()

    def _fit(self) -> None:
        wide, low = self.width() >= self._theme.px(SIDE_BY_SIDE_FROM), self.height() < self._theme.px(_LOW_BELOW)
        lowest = self.height() < self._theme.px(_LOWEST_BELOW)
        if (wide, low, lowest) == self._wide:
            return
        self._wide = wide, low, lowest
        closable = low and not wide
        self._opened = self._opened and closable
        self._left.setVisible(not (closable and self._opened))
        self.audits.set_closed(closed=not self._opened if closable else None)
        self._splitter.setOrientation(Qt.Orientation.Horizontal if wide else Qt.Orientation.Vertical)
        self.audits.set_stacked(stacked=wide)
        self.audits.setProperty("edge", "left" if wide else "top")
        side = self._theme.px(AUDITS_WIDTH)
        below = self.audits.tabs_height() if low else round(self.height() * _BOTTOM_SHARE)
        whole, part = (self.width(), side) if wide else (self.height(), below)
        self.audits.setMinimumHeight(part if closable else 0)
        self.head.set_low(
            low=low, lowest=lowest, named=self.controls.picker.isHidden()
        )  # else the choice of articles says it
        self._splitter.setSizes([whole - part - 1, part])


def _build(analysis: Analysis, article_id: str, review: Review) -> _Built:
    rows = ledger_entries(analysis, article_id)
    return _Built(analysis, article_id, rows, review, _judged(analysis, rows, review))


def _judged(analysis: Analysis, rows: tuple[LedgerEntry, ...], review: Review) -> tuple[LedgerEntry, ...]:
    """Return the rows with their verdicts; of thousands of links only those are looked up that may have one."""
    keys = review.judgements
    some = {key.first_sentences for key in keys} | {key.second_sentences for key in keys}

    def verdict(pair: Pair, link: Link) -> Verdict | None:
        if tuple(sorted(link.a)) not in some:
            return None
        judgement = keys.get(FindingKey.of(analysis, pair, link))
        return judgement.verdict if judgement else None

    return judged(rows, analysis, verdict) if keys else rows
