"""What the report's screen says of the passages: how many there are, and how many have a verdict."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QObject, Signal

from core.case.review import Review
from core.errors import CognateError
from core.model import Analysis
from desktop.jobs import Lane

_AT_ONCE = 200
"""Links up to which the decided ones are counted here and now; those of long texts on a worker."""
_Noted = tuple[Analysis, Review, str]


class PassagesNote(QObject):
    """Says it of the analysis and the decisions that it was last asked about, and of no others."""

    changed = Signal()
    """:attr:`said` is another one."""
    failed = Signal(object)
    """A :class:`CognateError`: the passages could not be counted, and nothing is said of them."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.said = ""
        """The note; empty where there is nothing to say, or not yet."""
        self._asked: tuple[Analysis | None, Review | None] = (None, None)
        self._lane = Lane("notes", self)
        self._lane.succeeded.connect(lambda noted: self._on_noted(*cast("_Noted", noted)))
        self._lane.failed.connect(self._on_failed)

    def ask(self, analysis: Analysis | None, review: Review) -> None:
        """Say it of these; where they are many, the last note of this analysis stays until :attr:`changed`."""
        asked, self._asked = self._asked, (analysis, review)
        if asked[0] is analysis and asked[1] is review:
            return
        self._lane.cancel()
        if analysis is None:
            self.said = ""
        elif sum(len(pair.links) for pair in analysis.pairs) <= _AT_ONCE:
            self.said = _note(analysis, review)
        else:
            self.said = self.said if asked[0] is analysis else ""
            self._lane.start(lambda _: (analysis, review, _note(analysis, review)))

    def shutdown(self) -> None:
        """End what runs, and wait for it."""
        self._lane.shutdown()

    def _on_noted(self, analysis: Analysis, review: Review, note: str) -> None:
        if self._asked[0] is analysis and self._asked[1] is review:
            self.said = note
            self.changed.emit()

    def _on_failed(self, error: CognateError) -> None:
        self.said = ""
        self._asked = (None, None)  # so that it is counted when it is asked for again
        self.changed.emit()
        self.failed.emit(error)


def _note(analysis: Analysis, review: Review) -> str:
    from core.report.judged import passages_note  # noqa: PLC0415 - what makes reports is loaded where it is needed

    return passages_note(analysis, review)
