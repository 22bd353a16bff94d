"""Pairs that came close to a link and are none: found out on a worker, shown when asked for, linked by hand.

They are an offer. No score, class, ledger or report knows of them until an editor makes one a link.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from core.align.closest import Closest
from core.errors import CognateError
from core.model import Analysis, Pair
from core.progress import Progress
from desktop.actions import Actions
from desktop.control.abilities import Abilities
from desktop.control.reviewing import Reviewing
from desktop.engine import Engine
from desktop.jobs import Lane
from desktop.language import tr
from desktop.message import Message
from desktop.pages.case import CasePage
from desktop.screens import Screen
from desktop.settings import WEAK_LINKS, Settings
from desktop.widgets.status_bar import StatusBar
from desktop.work import Work

_AFTER_MS = 500
"""How long a pair is on screen before it is asked for: who leafs through pairs waits for none of them."""
_KEPT = 32
"""Pairs of articles whose closest sentences are kept, the newest."""
_TOPIC = "closest"
UNASKED = 250_000
"""Sentences of one article times those of the other from which only an editor has them looked for: two texts of 61,000
words are seven million and take a worker eleven seconds, which the window would feel; this many take a good half."""


class WeakLinks(QObject):
    """Asks for the closest sentences of the pair on screen, once nothing else runs, and shows them."""

    def __init__(
        self,
        work: Work,
        case: CasePage,
        actions: Actions,
        settings: Settings,
        status: StatusBar,
        reviewing: Reviewing,
        abilities: Abilities,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._work, self._case, self._actions, self._settings = work, case, actions, settings
        self._status, self._reviewing, self._abilities = status, reviewing, abilities
        self._known: list[tuple[Pair, Closest]] = []
        self._asked: Pair | None = None
        self._failed: Pair | None = None
        """A pair that is not looked through again before somebody asks for it."""
        self._best_wanted: Pair | None = None
        self._wanted: Pair | None = None
        """A pair for which somebody pressed the key, and which was not looked through yet."""
        self._told: tuple[str, str] | None = None
        self._lane = Lane("closest", self)
        self._lane.succeeded.connect(self._on_found)
        self._lane.failed.connect(self._on_failed)
        self._soon = QTimer(self, singleShot=True, interval=_AFTER_MS)
        self._soon.timeout.connect(self._ask)
        actions["weak_links"].setChecked(settings.get(WEAK_LINKS))
        case.positionChanged.connect(self._show_abilities)
        work.changed.connect(self._give_way)
        work.restored.connect(self._forget)
        work.ending.connect(self._end)

    def handlers(self) -> dict[str, Callable[[], None]]:
        """Return what the actions of this kind do."""
        return {"weak_links": self._toggle, "next_weak": self._next, "closest": self._closest, "link_weak": self._link}

    def show_case(self) -> None:
        """Show what is known of the pair on screen, and have it found out where it is not."""
        pair = self._pair()
        closest = self._of(pair)
        shown = self._actions["weak_links"].isChecked()
        failed = pair is not None and closest is None and pair is self._failed
        large = pair is not None and closest is None and not failed and self._large(pair)
        if pair is not None and closest is None and pair is not self._asked and not failed and (shown or not large):
            self._soon.start()
        self._case.compare.show_closest(pair, closest, shown=shown, on_demand=large or failed)
        same = pair is not None and (pair.a, pair.b) == self._told
        self._told = (pair.a, pair.b) if pair is not None else None
        if closest is not None or large or failed or not same:  # what the pair had stands until it is looked for again
            self._status.show_weak(closest.weak if closest is not None else None if large else 0, shown=shown)
        if closest is not None and pair is self._best_wanted:
            self._best_wanted = None
            self._case.compare.go_to_weak(0)
        self._show_abilities()

    def _end(self) -> None:
        self._soon.stop()
        self._lane.shutdown()

    def _give_way(self) -> None:
        """Stop looking where the articles are compared: the pairs will be others, and both would read at once."""
        if self._work.comparing:
            self._lane.cancel()
            self._asked = None

    def _forget(self) -> None:
        """Let go of what belongs to the case that was closed."""
        self._soon.stop()
        self._lane.cancel()
        self._known = []
        self._asked = self._failed = self._best_wanted = self._wanted = self._told = None

    def _pair(self) -> Pair | None:
        """Return the pair that the comparison shows, None where another screen is in view."""
        return self._work.session.pair if self._case.current is Screen.COMPARE else None

    def _of(self, pair: Pair | None) -> Closest | None:
        return next((closest for known, closest in self._known if known is pair), None)

    def _large(self, pair: Pair) -> bool:
        """Return whether it would take long to look for what came close in a pair."""
        one, other = (len(self._work.session.article(i).sentences) for i in (pair.a, pair.b))
        return one * other > UNASKED

    def _ask(self) -> None:
        """Ask for the pair on screen, unless something runs that is waited for: its end asks again."""
        pair, analysis = self._pair(), self._work.session.analysis
        if pair is None or analysis is None or self._of(pair) is not None or self._work.busy:
            return
        self._asked = pair
        engine = self._work.engine
        self._lane.start(lambda progress: _found(engine, analysis, pair, progress))

    def _on_found(self, found: tuple[Pair, Closest]) -> None:
        self._known = [found, *self._known][:_KEPT]
        self._asked = self._failed = None
        self._work.withdrawn.emit(_TOPIC)
        self.show_case()
        self._say_none()

    def _on_failed(self, error: CognateError) -> None:
        self._failed, self._asked = self._asked, None
        self._best_wanted = None
        again = self._again if self._failed is not None and self._failed is self._pair() else None
        button = tr("Try again") if again else ""
        self._work.said.emit(Message(error.what, error.remedy, button=button, run=again, topic=_TOPIC))
        self.show_case()

    def _again(self) -> None:
        self._failed = None
        self.show_case()

    def _show_abilities(self) -> None:
        pair = self._pair()
        closest = self._of(pair)
        some = closest is not None and bool(closest.pairs)
        shown = some and self._actions["weak_links"].isChecked()
        place = self._case.compare.weak_place()
        later = pair is not None and closest is None and (pair is self._failed or self._large(pair))
        more = closest is not None and (len(closest.pairs) > 1 or place < 0)
        can = {"closest": some or later, "next_weak": shown and more, "link_weak": shown and place >= 0}
        self._abilities.enable(can)

    # what people do

    def _toggle(self) -> None:
        self._failed = None  # which asks again
        self._settings.set(WEAK_LINKS, self._actions["weak_links"].isChecked())
        self._wanted = self._pair()
        self.show_case()
        self._say_none()

    def _say_none(self) -> None:
        """Say that there is nothing to show, where somebody wanted to see it."""
        pair, analysis = self._pair(), self._work.session.analysis
        closest = self._of(pair)
        if pair is None or analysis is None or closest is None or pair is not self._wanted:
            return
        self._wanted = None
        if not closest.pairs:
            a, b = analysis.letter(pair.a), analysis.letter(pair.b)
            self._status.say(tr("No weak links between {a} and {b}.").format(a=a, b=b))

    def _closest(self) -> None:
        """Show weak links, and go to the best one."""
        self._best_wanted = self._pair()
        self._actions["weak_links"].setChecked(True)
        self._toggle()

    def _next(self) -> None:
        closest = self._of(self._pair())
        if closest is not None and closest.pairs:
            self._case.compare.go_to_weak((self._case.compare.weak_place() + 1) % len(closest.pairs))

    def _link(self) -> None:
        closest, place = self._of(self._pair()), self._case.compare.weak_place()
        if closest is not None and place >= 0:
            link = closest.pairs[place]
            self._reviewing.link_by_hand(link.a[0], link.b[0])


def _found(engine: Engine, analysis: Analysis, pair: Pair, progress: Progress) -> tuple[Pair, Closest]:
    return pair, engine.closest(analysis, pair, progress)
