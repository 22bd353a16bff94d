"""Says so where the article under review is likely the source of the other, and puts the other in its place."""

from __future__ import annotations

from PySide6.QtCore import QObject

from core.model import Severity
from desktop.actions import Actions, key_text
from desktop.control.articles import Articles
from desktop.language import tr
from desktop.message import Message
from desktop.models.likely_source import LikelySource, likely_source, said_of
from desktop.work import Work

ACTION = "review_derived"
_TOPIC = "likely source"
_Marks = tuple[int, int]
"""What tells the article under review and the other one from all others, whatever case they are in."""


class LikelySourceNotice(QObject):
    """One message, as long as it holds and nobody dismissed it."""

    def __init__(self, work: Work, articles: Articles, actions: Actions, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._work, self._articles, self._actions = work, articles, actions
        self._shown: tuple[LikelySource, _Marks] | None = None
        self._dismissed: set[_Marks] = set()
        work.changed.connect(self._show)

    def review(self) -> None:
        """Put the article under review that likely derives from the one that is."""
        found = likely_source(self._work.session)
        if found is not None:
            self._articles.review(found.derived)

    def _show(self) -> None:
        session = self._work.session
        found = likely_source(session)
        shown = None if found is None else (found, (session.mark(found.reviewed), session.mark(found.derived)))
        if shown == self._shown:
            return
        self._shown = shown
        if shown is None:
            self._work.withdrawn.emit(_TOPIC)
        elif shown[1] not in self._dismissed:
            self._tell(*shown)

    def _tell(self, found: LikelySource, marks: _Marks) -> None:
        what, remedy = said_of(found)
        action = self._actions[ACTION]
        button = tr("Put {letter} under review").format(letter=found.letters[1])
        self._work.said.emit(
            Message(
                what,
                remedy,
                Severity.MEDIUM,
                button,
                action.trigger,  # which does nothing while another case is being opened
                _TOPIC,
                tip=f"{button} ({key_text(action)})",
                dismissed=lambda: self._dismissed.add(marks),
            )
        )
