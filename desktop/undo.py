"""What changes the case, so that it can be taken back: verdicts, notes, links set by hand, and changes of the frame."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, datetime

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from core.case.review import FindingKey, Judgement, Review, Verdict
from desktop.language import tr
from desktop.verdict_signs import SIGNS

Clock = Callable[[], datetime]
_NOTES = 1
"""The id by which Qt asks commands whether they merge; other commands have none."""
_ALONE = -1


def now() -> datetime:
    """Return this moment in UTC."""
    return datetime.now(UTC)


class Decisions(QObject):
    """Holds the review; every decision of an editor goes through here and can be undone.

    A decision is told by the ``label`` of its finding: ``Needs rewrite for C 12``.
    """

    changed = Signal(object)
    """The :class:`FindingKey` whose judgement, or link by hand, is another now: done, undone or done again."""
    replaced = Signal()
    """The whole review is another one: another case."""

    def __init__(self, clock: Clock = now, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.undo_stack = QUndoStack(self)
        self._review = Review()
        self._clock = clock
        self._editor = ""

    @property
    def review(self) -> Review:
        """Return all decisions as they stand."""
        return self._review

    def set_review(self, review: Review) -> None:
        """Begin with another case's decisions; nothing of the last one can be undone."""
        self.undo_stack.clear()
        self._review = review
        self.replaced.emit()

    def set_editor(self, name: str) -> None:
        """Say who decides from now on."""
        self._editor = name.strip()

    def judgement(self, key: FindingKey) -> Judgement:
        """Return what was decided about a finding; an empty judgement where nothing was."""
        return self._review.judgements.get(key, Judgement())

    def judge(self, key: FindingKey, verdict: Verdict | None, label: str) -> None:
        """Give a verdict; None takes it away. The note stays."""
        before = self.judgement(key)
        if before.verdict is not verdict:
            name = SIGNS[verdict].name if verdict is not None else tr("No verdict")
            self.undo_stack.push(
                SetJudgement(
                    self,
                    key,
                    before,
                    self._signed(replace(before, verdict=verdict)),
                    tr("{name} for {label}").format(name=name, label=label),
                )
            )

    def clear(self, key: FindingKey, label: str) -> None:
        """Take a verdict away; the note stays."""
        self.judge(key, None, label)

    def note(self, key: FindingKey, text: str, label: str) -> None:
        """Write a note; an empty one takes it away. The verdict stays."""
        before, text = self.judgement(key), text.strip()
        if before.note != text:
            after = self._signed(replace(before, note=text))
            self.undo_stack.push(SetJudgement(self, key, before, after, tr("Note for {label}").format(label=label)))

    def link(self, key: FindingKey, linked: bool | None, text: str) -> None:  # noqa: FBT001 - a value, not a switch
        """Link sentences by hand (True), unlink them (False), or leave it to the comparison again (None)."""
        before = self._review.set_by_hand.get(key)
        if before is not linked:
            self.undo_stack.push(SetHandLink(self, key, before, linked, text))

    def relink(self, old: FindingKey, new: FindingKey, text: str) -> None:
        """Unlink sentences and link others in one step."""
        before = self._review.set_by_hand
        if old != new:
            changes = {old: (before.get(old), False), new: (before.get(new), True)}
            self.undo_stack.push(SetHandLinks(self, changes, text))

    def put(self, key: FindingKey, judgement: Judgement) -> None:
        """Take a judgement over as it is. For commands; it cannot be undone."""
        self._review = self._review.judged(key, judgement)
        self.changed.emit(key)

    def put_links(self, links: Mapping[FindingKey, bool | None]) -> None:
        """Take over which sentences are linked by hand, all before any is told. For commands; it cannot be undone."""
        for key, linked in links.items():
            self._review = self._review.linked(key, linked=linked)
        for key in links:
            self.changed.emit(key)

    def _signed(self, judgement: Judgement) -> Judgement:
        moment = self._clock().astimezone(UTC).replace(tzinfo=None)
        return replace(judgement, by=self._editor, at=f"{moment.isoformat(timespec='seconds')}Z")


class SetJudgement(QUndoCommand):
    """A verdict or a note; edits of one note that follow each other are one step."""

    def __init__(
        self, decisions: Decisions, key: FindingKey, before: Judgement, after: Judgement, text: str = ""
    ) -> None:
        super().__init__(text)
        self._decisions, self.key, self.before, self.after = decisions, key, before, after

    @property
    def only_note(self) -> bool:
        """Return whether the verdict stays."""
        return self.before.verdict is self.after.verdict

    def id(self) -> int:
        """Return what Qt merges by."""
        return _NOTES if self.only_note else _ALONE

    def mergeWith(self, other: QUndoCommand) -> bool:
        """Take a later edit of the same note in; a note that is again what it was leaves no step."""
        if not isinstance(other, SetJudgement) or other.key != self.key or not other.only_note:
            return False
        self.after = other.after
        self.setObsolete(self.after.note == self.before.note)
        return True

    def redo(self) -> None:
        """Put the judgement in place."""
        self._decisions.put(self.key, self.after)

    def undo(self) -> None:
        """Put the last one back."""
        self._decisions.put(self.key, self.before)


class SetHandLinks(QUndoCommand):
    """Links by hand that change in one step: each with what it was and what it is then."""

    def __init__(
        self, decisions: Decisions, changes: Mapping[FindingKey, tuple[bool | None, bool | None]], text: str = ""
    ) -> None:
        super().__init__(text)
        self._decisions, self.changes = decisions, dict(changes)

    def redo(self) -> None:
        """Link or unlink."""
        self._decisions.put_links({key: after for key, (_, after) in self.changes.items()})

    def undo(self) -> None:
        """Take it back."""
        self._decisions.put_links({key: before for key, (before, _) in self.changes.items()})


class SetHandLink(SetHandLinks):
    """Sentences linked or unlinked by hand."""

    def __init__(
        self,
        decisions: Decisions,
        key: FindingKey,
        before: bool | None,  # noqa: FBT001 - a value, not a switch
        after: bool | None,  # noqa: FBT001 - as above
        text: str = "",
    ) -> None:
        super().__init__(decisions, {key: (before, after)}, text)


def keys_of(command: QUndoCommand) -> tuple[FindingKey, ...]:
    """Return the findings that a command is about; none where it is about something else."""
    if isinstance(command, SetJudgement):
        return (command.key,)
    return tuple(command.changes) if isinstance(command, SetHandLinks) else ()


class Change(QUndoCommand):
    """Any other change of the case: something to do, and what takes it back.

    ``offered`` says that a message offers to take it back.
    """

    def __init__(self, text: str, do: Callable[[], None], undo: Callable[[], None], *, offered: bool = False) -> None:
        super().__init__(text)
        self._do, self._undo = do, undo
        self.offered = offered

    def redo(self) -> None:
        """Do it, at first and again."""
        self._do()

    def undo(self) -> None:
        """Take it back."""
        self._undo()
