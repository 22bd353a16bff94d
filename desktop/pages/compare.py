"""The pair on screen, and the selected finding at the right of it or below."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter

from core.align.closest import Closest
from core.case.review import FindingKey, Judgement, Review, Verdict
from core.model import Analysis, Link, Pair, article_letter
from desktop.actions import Actions
from desktop.compare.content import TextKey, text_key
from desktop.compare.header import HEADER_HEIGHT
from desktop.compare.view import CompareView
from desktop.language import tr
from desktop.models.decided import Findings
from desktop.models.explain import pair_statement
from desktop.models.weak import no_match
from desktop.session import Session
from desktop.theme import Theme
from desktop.widgets.inspector import MOST_TOGETHER, Inspector
from desktop.widgets.inspector import WIDTH as INSPECTOR_WIDTH
from desktop.widgets.parts import Panel
from desktop.widgets.weak_link import WeakLinkCard

SIDE_BY_SIDE_FROM = 978
"""In a narrower page, that of a window under 1200, the inspector is at the bottom."""
_BOTTOM_SHARE = 0.41
"""What the inspector at the bottom takes of the page, until an editor draws the line elsewhere …"""
TEXTS_SHARE = 0.45
"""… and what the texts keep of it in any case, headings aside."""


@dataclass(frozen=True, slots=True)
class _OnScreen:
    """What the compare view was last given, so that it is only told of changes."""

    analysis: Analysis | None
    pair: Pair | None
    articles: tuple[TextKey, ...]


@dataclass(frozen=True, slots=True)
class _Decided:
    """What verdicts and exclusions were last shown for."""

    analysis: Analysis | None
    pair: Pair | None
    review: Review

    def same(self, other: _Decided) -> bool:
        """Return whether both are the very same objects."""
        return self.analysis is other.analysis and self.pair is other.pair and self.review is other.review


class ComparePage(Panel):
    """Wires the compare view and the inspector to the session."""

    positionChanged = Signal()  # noqa: N815 - signals are named as Qt names them

    def __init__(self, theme: Theme, actions: Actions) -> None:
        super().__init__(tr("Compare"), "bg")
        self._theme, self._actions = theme, actions
        self._on_screen = _OnScreen(None, None, ())
        self._session = Session()
        self._comparing = False
        self.view = CompareView(theme)
        self.view.setAccessibleName(tr("Two articles side by side"))
        self.inspector = Inspector(theme)
        self.weak = WeakLinkCard(theme, actions, MOST_TOGETHER)
        self.weak.setParent(self.inspector)  # whose own it is, and goes with it, shown or not
        self.weak.hide()
        self._closest: tuple[Pair | None, Closest | None] = (None, None)
        self._expected: tuple[FindingKey, ...] = ()
        """Findings of which the first that a pair comes to have is selected in it."""
        self._on_demand = False
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.setAccessibleName(tr("Articles and finding"))
        self._splitter.setHandleWidth(1)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.addWidget(self.view)
        self._splitter.addWidget(self.inspector)
        self._splitter.setStretchFactor(0, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._splitter, 1)
        self._wide: bool | None = None
        self._drawn: float | None = None
        """The share of the page that an editor drew the inspector to; None where nobody has."""
        self._splitter.splitterMoved.connect(self._on_drawn)
        theme.changed.connect(self._fit)
        self._decided = _Decided(None, None, Review())
        self._findings: Findings | None = None
        self._verdicts: dict[int, Verdict] = {}
        self.view.linkSelected.connect(self._show_selection)
        self.view.linkSelected.connect(self._expect_no_more)
        self.view.stateChanged.connect(self._show_selection)

    def show_case(self, session: Session, *, comparing: bool) -> None:
        """Show the session as it stands."""
        self._session, self._comparing = session, comparing
        self._show_texts()
        self._show_decisions()
        self._show_selection()

    def _show_decisions(self) -> None:
        """Show verdicts and exclusions where they are not what is on screen already."""
        session, pair = self._session, self._session.pair
        if pair is None or session.analysis is None:
            return
        decided = _Decided(session.analysis, pair, session.review_state)
        if decided.same(self._decided):
            return
        if self._findings is None or self._decided.analysis is not session.analysis or self._decided.pair is not pair:
            self._findings = Findings(session.analysis, pair)
        self._decided = decided
        self._verdicts = self._findings.verdicts(session.review_state)
        self.view.set_verdicts(self._verdicts)
        self.view.set_notes(self._findings.notes(session.review_state))
        left_out = {ledger.article: tuple(x.span for x in ledger.excluded) for ledger in session.analysis.ledgers}
        self.view.set_excluded({i: left_out[i] for i in (pair.a, pair.b) if i in left_out})

    def _show_texts(self) -> None:
        session, pair = self._session, self._session.pair
        view = session.view
        ids = (view.left, view.right) if view else tuple(a.id for a in session.articles[:1])
        texts = tuple(text_key(session.article(i)) for i in ids)
        wanted = _OnScreen(session.analysis if pair else None, pair, () if pair else texts)
        if wanted != self._on_screen:
            before, self._on_screen = self._on_screen, wanted
            if pair is not None and session.analysis is not None:
                self._show_pair(session.analysis, pair, before)
            else:
                self._expect_again(before)
                self._show_articles(ids)
        if pair is not None and self.view.swapped() != session.swapped:
            self.view.swap_sides()

    def _show_pair(self, analysis: Analysis, pair: Pair, before: _OnScreen) -> None:
        """Show a pair; the finding that was selected in it stays, else its first one is."""
        selected = self.selected_link()
        same = before.pair is not None and (before.pair.a, before.pair.b) == (pair.a, pair.b)
        if not same and not self._expected:  # which may be the same texts under other letters
            self._expect_again(before)
        self.view.show_pair(analysis, pair)
        if self.view.swapped() != self._session.swapped:
            self.view.swap_sides()
        known = self._selectable(before.pair) if same else ()
        wanted = (self._come(analysis, pair), _same_link(known, selected, pair), self._near(known, selected, pair))
        first = next(iter(self.view.visible_links()), -1)
        self.view.select_link(next((n for n in wanted if n >= 0), first))

    def expect(self, keys: Sequence[FindingKey]) -> None:
        """Select the first of these findings as soon as the pair on screen, or one shown next, has it."""
        self._expected = tuple(keys)

    def _near(self, before: Sequence[Link], selected: int, after: Pair) -> int:
        """Return which finding follows one that is gone as they are read, else the last before it; −1 for none."""
        shown = self.view.visible_links()
        if not shown or not 0 <= selected < len(before):
            return -1

        def place(link: Link) -> tuple[tuple[int, ...], tuple[int, ...]]:
            return (link.b, link.a) if self._session.swapped else (link.a, link.b)

        gone = place(before[selected])
        return next((n for n in shown if place(after.links[n]) > gone), shown[-1])

    def _expect_again(self, before: _OnScreen) -> None:
        """Wait for the finding that is selected in a pair which is being put together again."""
        pair, analysis, selected = before.pair, before.analysis, self.selected_link()
        if pair is not None and analysis is not None and 0 <= selected < len(pair.links):
            self._expected = (FindingKey.of(analysis, pair, pair.links[selected]),)

    def _expect_no_more(self, link: int) -> None:
        """Wait for no finding once another one was selected."""
        if link >= 0:
            self._expected = ()

    def _come(self, analysis: Analysis, pair: Pair) -> int:
        """Return which link of a pair was waited for, −1 for none."""
        if not self._expected:
            return -1
        found = (n for n, link in enumerate(pair.links) if FindingKey.of(analysis, pair, link) in self._expected)
        return next(found, -1)

    def _show_articles(self, ids: tuple[str, ...]) -> None:
        order = [a.id for a in self._session.articles]
        letters = [article_letter(order.index(i)) for i in ids]
        shown = [self._session.article(i) for i in ids]
        if len(shown) == 1:
            self.view.show_articles(None, shown[0], ("", letters[0]))
        elif shown:
            self.view.show_articles(shown[0], shown[1], (letters[0], letters[1]))
        else:
            self.view.show_articles(None, None)

    def selected_link(self) -> int:
        """Return the index of the selected link, −1 for none."""
        return self.view.selected_link()

    def show_closest(self, pair: Pair | None, closest: Closest | None, *, shown: bool, on_demand: bool = False) -> None:
        """Say what came closest to a link in a pair, None while that is not known, and whether to show it.

        ``on_demand`` says that it will be looked for only when it is asked for.
        """
        self._closest, self._on_demand = (pair, closest), on_demand
        if pair is None or pair is not self._on_screen.pair:
            return
        self.view.set_weak_links(closest.pairs if closest is not None and shown else ())
        if not 0 <= self.selected_link() < len(pair.links):
            self._show_selection()

    def weak_place(self) -> int:
        """Return which of the closest pairs is selected, −1 for none."""
        pair, (known, closest) = self._on_screen.pair, self._closest
        if pair is None or pair is not known or closest is None:
            return -1
        place = self.selected_link() - len(pair.links)
        return place if 0 <= place < len(closest.pairs) else -1

    def go_to_weak(self, place: int) -> None:
        """Select one of the closest pairs, if it is shown."""
        pair = self._on_screen.pair
        if pair is not None and len(pair.links) + place in self.view.weak_links():
            self.view.select_link(len(pair.links) + place)

    def _selectable(self, pair: Pair | None) -> Sequence[Link]:
        """Return the links of a pair and its closest pairs behind them, as they are numbered."""
        if pair is None:
            return ()
        known, closest = self._closest
        return (*pair.links, *closest.pairs) if closest is not None and known is pair else pair.links

    def position(self) -> tuple[int, int]:
        """Return the 1-based place of the selected finding, 0 for none, and how many findings are shown."""
        links = self.view.visible_links() if self._on_screen.pair else ()
        selected = self.selected_link()
        return (links.index(selected) + 1 if selected in links else 0), len(links)

    def counted(self) -> tuple[int, int]:
        """Return the place and the number of the findings as they are counted everywhere: shared facts are none."""
        pair = self._on_screen.pair
        links = [n for n in self.view.visible_links() if pair is not None and pair.links[n].match.derived]
        selected = self.selected_link()
        return (links.index(selected) + 1 if selected in links else 0), len(links)

    def go_to(self, link: int) -> None:
        """Select a link of the pair on screen, if it has that many."""
        pair = self._on_screen.pair
        if pair is not None and 0 <= link < len(pair.links):
            self.view.select_link(link)

    def unjudged(self, by: int) -> int | None:
        """Return the next (1) or the last (−1) finding without a verdict, round the end; None where all have one."""
        pair, decided = self._on_screen.pair, self._decided
        if pair is None or self._session.pair is not pair or decided.pair is not pair:
            return None
        links = self.view.visible_links()
        here = self.selected_link()
        start = links.index(here) if here in links else (-1 if by > 0 else len(links))
        around = [links[(start + by * n) % len(links)] for n in range(1, len(links) + 1)] if links else []
        return next((n for n in around if n != here and n not in self._verdicts), None)

    def step(self, by: int) -> None:
        """Select the next (1) or the previous (−1) finding; from none, the first or the last."""
        links = self.view.visible_links() if self._on_screen.pair else ()
        place, count = self.position()
        goal = place - 1 + by if place else (0 if by > 0 else count - 1)
        if 0 <= goal < count:
            self.view.select_link(links[goal])

    def _show_selection(self) -> None:
        """Show the selected link in the inspector, or why there is none."""
        pair, analysis = self._on_screen.pair, self._on_screen.analysis
        selected = self.selected_link()
        if pair is not None and analysis is not None and 0 <= selected < len(pair.links):
            link = pair.links[selected]
            session = self._session
            judgement = session.judgement(pair, link) if session.analysis is analysis else Judgement()
            self.inspector.show_link(analysis, pair, link, judgement, by_hand=link.by_hand)
        elif pair is not None and analysis is not None and self._closest[1] is not None and self.weak_place() >= 0:
            self.weak.show_weak(analysis, pair, self._closest[1], self.weak_place())
            self.inspector.show_card(self.weak)
        elif pair is not None and analysis is not None:
            self._show_no_selection(analysis, pair)
        else:
            self._show_no_pair()
        self.positionChanged.emit()

    def _show_no_selection(self, analysis: Analysis, pair: Pair) -> None:
        if pair.links:
            hint = tr("Select a marked sentence, or press J for the first finding.")
            if not self.view.visible_links():
                hint = tr("All of its findings are hidden by the filter in the sidebar.")
            self.inspector.show_empty(pair_statement(analysis, pair, self._right(pair)), hint)
            return
        a, b = analysis.letter(pair.a), analysis.letter(pair.b)
        known, closest = self._closest
        found = closest if known is pair else None
        self.inspector.show_empty(
            tr("No reworded passage between {a} and {b}").format(a=a, b=b),
            no_match(analysis, pair, found),
            self._actions["closest"] if self._on_demand or (found is not None and found.pairs) else None,
            self._actions["next_pair"] if self._actions["next_pair"].isEnabled() else None,
        )

    def _right(self, pair: Pair) -> str:
        return self._session.view.right if self._session.view else pair.a

    def _show_no_pair(self) -> None:
        if len(self._session.articles) == 1:
            detail = tr("With a second one, Cognate shows what one owes to the other.")
            self.inspector.show_empty(tr("One article so far"), detail, self._actions["open"])
        elif self._comparing:
            self.inspector.show_empty(tr("Comparing"), tr("The texts can be read while the links arrive."))
        else:
            detail = tr("These two articles were not compared.")
            self.inspector.show_empty(tr("No links yet"), detail, self._actions["compare"])

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Move the inspector to the bottom where the page is narrow."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        wide = self.width() >= self._theme.px(SIDE_BY_SIDE_FROM)
        turned = wide != self._wide
        if turned:
            self._wide = wide
            self._drawn = None
            self._splitter.setOrientation(Qt.Orientation.Horizontal if wide else Qt.Orientation.Vertical)
            self.inspector.set_wide(wide=not wide)
            self.weak.set_wide(wide=not wide)
        if wide and turned:
            side = self._theme.px(INSPECTOR_WIDTH)
            self._splitter.setSizes([self.width() - side - 1, side])
        elif not wide:
            bottom = self._bottom()
            self._splitter.setSizes([self.height() - bottom - 1, bottom])

    def _bottom(self) -> int:
        """Return the height of an inspector at the bottom."""
        if self._drawn is not None:
            return round(self.height() * self._drawn)
        most = (1 - TEXTS_SHARE) * self.height() - self._theme.px(HEADER_HEIGHT)
        return round(min(self.height() * _BOTTOM_SHARE, most))

    def _on_drawn(self) -> None:
        if not self._wide and self.height():
            self._drawn = self.inspector.height() / self.height()


def _same_link(before: Sequence[Link], selected: int, after: Pair) -> int:
    """Return where a link of the last analysis stands in the next one, −1 where it is gone."""
    if not 0 <= selected < len(before):
        return -1
    old = before[selected]
    return next((i for i, link in enumerate(after.links) if (link.a, link.b) == (old.a, old.b)), -1)
