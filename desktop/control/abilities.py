"""Which actions can be used: by what the case holds, what is on screen, and what runs."""

from __future__ import annotations

from collections.abc import Mapping

from desktop.actions import Actions
from desktop.control.importing import Importing
from desktop.control.likely_source import ACTION as LIKELY_SOURCE
from desktop.control.reviewing import VERDICTS, Reviewing
from desktop.control.texts import Texts
from desktop.models.likely_source import likely_source
from desktop.pages.case import CasePage
from desktop.screens import Screen
from desktop.work import Work

ALWAYS = ("guide", "keys", "about", "zoom_in", "zoom_out", "zoom_reset", "contrast", "cancel")
"""Actions that can be used while a case is being opened."""
OF_NO_CASE = ("open", "open_folder", "open_case", "paste", "sample", "preferences")
"""Actions that can be used whatever the case holds, but not while one is being opened."""


class Abilities:
    """Enables and disables the window's actions."""

    def __init__(
        self, work: Work, case: CasePage, intake: Importing, texts: Texts, reviewing: Reviewing, actions: Actions
    ) -> None:
        self._work, self._case, self._intake, self._texts = work, case, intake, texts
        self._reviewing, self._actions = reviewing, actions
        self._held = False

    def enable(self, can: Mapping[str, bool]) -> None:
        """Enable what can be used, but nothing that would change a case while another is being opened.

        Whatever shows an action shows it anew when it changes: none is enabled here to be taken back later.
        """
        for name, enabled in can.items():
            self._actions[name].setEnabled(enabled and (not self._held or name in ALWAYS))

    def show_case(self) -> None:
        """Enable what the case, the screen and the work allow."""
        session, screen = self._work.session, self._case.current
        comparing = screen is Screen.COMPARE
        two = session.view is not None and comparing
        pairs = len(session.analysis.pairs) if session.analysis else 0
        can = {
            "new": bool(session.articles),
            "save_as": bool(session.articles),
            "compare": self._work.can_compare,
            LIKELY_SOURCE: likely_source(session) is not None,
            "swap": session.pair is not None and comparing,
            "fold": two,
            "lock": two,
            "reflow": two,
            "weak_links": session.pair is not None and comparing,
            "divergences_only": session.pair is not None and comparing,
            "previous_pair": pairs > 1 and comparing,
            "next_pair": pairs > 1 and comparing,
            "find": (two or screen is Screen.LEDGER) and bool(session.articles),
            "export": self._work.can_export,
            "copy_findings": self._work.can_export,
            "print": self._work.can_export,
            "exclusions": session.analysis is not None,
            "matrix_table": screen is Screen.OVERVIEW and pairs > 0,
            "cancel": self._work.busy,
        }
        can |= {name.value: bool(session.articles) and not self._intake.shown for name in Screen}
        self.enable(can)
        for screen_name in Screen:
            self._actions[screen_name.value].setChecked(screen_name is screen)

    def hold(self, *, held: bool) -> None:
        """While another case is being opened, let nothing change the one that is still on screen."""
        before, self._held = self._held, held
        self.enable({name: name != "cancel" or self._work.busy for name in ALWAYS})
        if held:
            self.enable({name: False for name in self._actions.all() if name not in ALWAYS})
        elif before:  # the rest is enabled by what the case holds
            self.enable(dict.fromkeys(OF_NO_CASE, True))
            self._reviewing.show_undo()

    def show_articles(self) -> None:
        """Enable what can be done with the article that is marked in the list."""
        session, marked = self._work.session, self._case.sidebar.list.marked()
        ids = [a.id for a in session.articles]
        known = marked in ids
        place = ids.index(marked) if known and marked is not None else -1
        can = {
            "review": session.can_review(marked),
            "remove": bool(ids),
            "details": known,
            "move_up": place > 0,
            "move_down": 0 <= place < len(ids) - 1,
            "reread": known and bool(session.articles[place].document.path),
            "encoding": marked is not None and self._texts.can_choose_encoding(marked),
            "attachments": marked is not None and bool(self._texts.offered(marked)),
        }
        self.enable(can)

    def show_position(self, position: int, count: int) -> None:
        """Enable what goes about in the findings and decides about them; ``position`` is 1-based, 0 for none."""
        ledger = self._case.current is Screen.LEDGER
        here = ledger or self._case.current is Screen.COMPARE
        ahead = {"next_finding": position < count or ledger, "previous_finding": position != 1 or ledger}
        self.enable({name: here and count > 0 and more for name, more in ahead.items()})
        self.enable(dict.fromkeys((*VERDICTS, "note"), self._reviewing.can_judge))
        unjudged = self._case.current is Screen.COMPARE and count > 0
        self.enable(dict.fromkeys(("next_unjudged", "previous_unjudged"), unjudged))
