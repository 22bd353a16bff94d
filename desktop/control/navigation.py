"""Going about in a case: screens, pairs, findings, folding, finding words; and coming back to where one was."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from core.case.contents import CaseContents, LastPlace
from desktop.actions import Actions
from desktop.pages.case import CasePage
from desktop.pairs import ranked_pairs
from desktop.screens import Screen
from desktop.session import Place
from desktop.settings import FOLDING, REFLOW, SCROLL_LOCKED, Settings
from desktop.work import Work


class Navigation(QObject):
    """What the keys and buttons do that change nothing of the case."""

    refreshWanted = Signal()  # noqa: N815 - signals are named as Qt names them
    moved = Signal()
    """Another screen, pair or finding is on screen."""

    def __init__(
        self, work: Work, case: CasePage, actions: Actions, settings: Settings, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._work, self._case, self._actions, self._settings = work, case, actions, settings
        case.articleChosen.connect(self.show_article)
        case.findingChosen.connect(self.go_to)
        case.screenChanged.connect(self.refreshWanted)
        work.articles_changed.connect(case.get_ready)  # a comparison takes a while: time to make the other screens

    def handlers(self) -> dict[str, Callable[[], None]]:
        """Return what the actions of this kind do."""
        return {
            **{screen.value: self._shower(screen) for screen in Screen},
            "matrix_table": lambda: self._case.overview.toggle_table(),  # noqa: PLW0108 - made when first shown
            "next_finding": lambda: self._case.step(1),
            "previous_finding": lambda: self._case.step(-1),
            "swap": self._swap,
            "fold": self._fold,
            "lock": self._lock,
            "reflow": self._reflow,
            "divergences_only": self._divergences_only,
            "previous_pair": lambda: self._step_pair(-1),
            "next_pair": lambda: self._step_pair(1),
            "find": self._find,
        }

    def restore(self) -> None:
        """Fold and lock as the settings remember."""
        for name, setting in (("fold", FOLDING), ("lock", SCROLL_LOCKED), ("reflow", REFLOW)):
            self._actions[name].setChecked(self._settings.get(setting))
        self._case.view.set_reflow(self._settings.get(REFLOW))
        self._case.view.set_folding(self._settings.get(FOLDING))
        self._case.view.set_scroll_locked(self._settings.get(SCROLL_LOCKED))

    def _shower(self, screen: Screen) -> Callable[[], None]:
        return lambda: self.show(screen)

    def show(self, screen: Screen) -> None:
        """Show a screen of the case; its action is checked also where it was shown already."""
        self._show_screen(screen)
        self.moved.emit()

    def _show_screen(self, screen: Screen) -> None:
        """Show a screen and the session as it stands; a page that tells of its change had both refreshed."""
        if screen is self._case.current:
            self.refreshWanted.emit()
        else:
            self._case.show_screen(screen)

    def show_article(self, article_id: str) -> None:
        """Show an article on the right, in the ledger where that is on screen."""
        self._work.session.show_article(article_id)
        if self._case.current is Screen.LEDGER:
            self._case.ledger.show_article(article_id)
        self._show_screen(Screen.LEDGER if self._case.current is Screen.LEDGER else Screen.COMPARE)
        self.moved.emit()

    def show_sentence(self, article_id: str, sentence: int) -> None:
        """Show a sentence of an article in Compare, beside whatever is there if the article is on screen already."""
        session = self._work.session
        if session.view is None or article_id not in (session.view.left, session.view.right):
            session.show_article(article_id)
        self._show_screen(Screen.COMPARE)
        self._case.view.go_to_sentence(article_id, sentence)
        self.moved.emit()

    def go_to(self, place: Place) -> None:
        """Compare the pair of a place and select its finding."""
        session = self._work.session
        if session.analysis is None:
            return
        both = {place.pair_a, place.pair_b}
        pair = next((p for p in session.analysis.pairs if {p.a, p.b} == both), None)
        if pair is None:
            return
        session.show_pair(pair)
        self._show_screen(Screen.COMPARE)
        if place.link >= 0:
            self._case.compare.go_to(place.link)
        self._case.view.setFocus()
        self.moved.emit()

    def place(self) -> LastPlace | None:
        """Return where the editor is, to be kept in the case."""
        pair = self._work.session.pair
        if pair is None:
            return LastPlace(self._case.current.value)
        view = self._case.view
        return LastPlace(self._case.current.value, pair.a, pair.b, self._case.selected_link(), view.scroll_place())

    def restore_place(self, contents: CaseContents) -> None:
        """Go to where the editor was when the case was last open, as far as it is still there."""
        place = contents.place
        if place is None or self._work.session.analysis is None:
            return
        if place.pair_a:
            self.go_to(Place(place.pair_a, place.pair_b, place.link))
            self._case.view.go_to_scroll(place.scroll)
        if place.screen in {screen.value for screen in Screen}:
            self.show(Screen(place.screen))

    def _step_pair(self, by: int) -> None:
        session = self._work.session
        if session.analysis is None or not session.analysis.pairs:
            return
        pairs = ranked_pairs(session.analysis)
        place = pairs.index(session.pair) if session.pair in pairs else -1 if by > 0 else 0
        session.show_pair(pairs[(place + by) % len(pairs)])
        self.refreshWanted.emit()
        self.moved.emit()

    def _swap(self) -> None:
        self._work.session.swap()
        self.refreshWanted.emit()

    def _fold(self) -> None:
        folding = self._actions["fold"].isChecked()
        self._settings.set(FOLDING, folding)
        self._case.view.set_folding(folding)

    def _reflow(self) -> None:
        reflow = self._actions["reflow"].isChecked()
        self._settings.set(REFLOW, reflow)
        self._case.view.set_reflow(reflow)

    def _lock(self) -> None:
        locked = self._actions["lock"].isChecked()
        self._settings.set(SCROLL_LOCKED, locked)
        self._case.view.set_scroll_locked(locked)

    def _divergences_only(self) -> None:
        self._case.view.set_divergences_only(self._actions["divergences_only"].isChecked())

    def _find(self) -> None:
        if self._case.current is Screen.LEDGER:
            self._case.ledger.focus_filter()
        else:
            self._case.view.open_find()
