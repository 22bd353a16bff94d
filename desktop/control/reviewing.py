"""Deciding about findings: verdicts, notes, links set by hand, and taking all that back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand

from core.case.review import FindingKey, Verdict
from core.model import Analysis, Article, Link, Pair, Severity, sentence_label
from desktop.actions import Actions
from desktop.control.articles import Articles, Undoable
from desktop.language import listed, tr
from desktop.message import Message
from desktop.pages.case import CasePage
from desktop.screens import Screen
from desktop.session import Place
from desktop.undo import Change, Decisions, keys_of
from desktop.work import Work

VERDICTS = {
    "verdict_1": Verdict.ACCEPTABLE,
    "verdict_2": Verdict.CREDIT,
    "verdict_3": Verdict.REWRITE,
    "verdict_4": Verdict.DISMISS,
    "verdict_0": None,
}
"""What the actions say of the selected finding."""


class Reviewing(QObject):
    """Wires the screens and the actions to the decisions."""

    said = Signal(object)
    """A :class:`Message`."""
    told = Signal(str)
    """What was just decided or taken back, for the line at the bottom."""
    placeWanted = Signal(object)  # noqa: N815 - signals are named as Qt names them
    """A :class:`~desktop.session.Place` to go to."""

    def __init__(
        self, work: Work, articles: Articles, case: CasePage, actions: Actions, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._work, self._case, self._actions = work, case, actions
        self._judged = -1
        """The link that a verdict key was just pressed for, from which the selection went on by itself; −1 for none."""
        self._onward = False
        """Whether the selection went back to that one for a note, and goes on again when the note is written."""
        self.decisions = Decisions(parent=self)
        case.inspector.verdictWanted.connect(lambda verdict: self._judge(case.inspector.finding(), verdict))
        case.inspector.noteWanted.connect(self._note)
        case.inspector.noteLeft.connect(case.view.setFocus)
        case.inspector.noteLeft.connect(self._go_onward)
        case.inspector.noteDone.connect(self._go_onward)
        case.view.linkSelected.connect(self._forget_judged)
        case.screenChanged.connect(self._forget_judged)
        case.view.unlinkWanted.connect(self._unlink)
        case.view.relinkWanted.connect(self._relink)
        articles.undoable.connect(self.do)
        articles.undo_wanted.connect(self.undo)
        work.exchanged.connect(self._carry)
        self.decisions.changed.connect(self._on_change)
        self.decisions.replaced.connect(self._on_replaced)
        stack = self.decisions.undo_stack
        # “Put back” takes back the last change: once there is another one, it is not what it says any more.
        stack.indexChanged.connect(self._withdraw_offer)
        for signal in (stack.canUndoChanged, stack.canRedoChanged, stack.indexChanged):
            signal.connect(self.show_undo)
        self.show_undo()

    def handlers(self) -> dict[str, Callable[[], None]]:
        """Return what the actions of this kind do."""
        return {
            "undo": self.undo,
            "redo": self.redo,
            "next_unjudged": lambda: self.step_unjudged(1),
            "previous_unjudged": lambda: self.step_unjudged(-1),
            "note": self.write_note,
            **{name: partial(self.judge, name) for name in VERDICTS},
        }

    # what people decide

    def judge(self, action: str) -> None:
        """Give the verdict of an action to the selected finding, and go on to the next without one."""
        finding = self._selected()
        if finding is None:
            return
        verdict = VERDICTS[action]
        self._judge(finding, verdict)
        if verdict is not None and self._case.current is Screen.COMPARE:
            number = self._case.selected_link()
            self.step_unjudged(1)
            self._judged = number

    def _judge(self, finding: tuple[Analysis, Pair, Link] | None, verdict: Verdict | None) -> None:
        if finding is not None:
            analysis, pair, link = finding
            self.decisions.judge(FindingKey.of(analysis, pair, link), verdict, finding_label(analysis, pair, link))

    def _note(self, text: str) -> None:
        finding = self._case.inspector.finding()
        if finding is not None:
            analysis, pair, link = finding
            self.decisions.note(FindingKey.of(analysis, pair, link), text, finding_label(analysis, pair, link))

    def write_note(self) -> None:
        """Put the keyboard into the note of the selected finding, or of the one that was just judged by a key."""
        place = self._case.ledger.current_place() if self._case.current is Screen.LEDGER else None
        if place is not None:
            self.placeWanted.emit(place)
        judged = self._judged
        if judged >= 0:
            self._case.compare.go_to(judged)
        if self._case.current is Screen.COMPARE and self._selected() is not None:
            self._onward = judged >= 0
            self._case.inspector.focus_note()

    def _forget_judged(self) -> None:
        self._judged, self._onward = -1, False

    def _go_onward(self) -> None:
        """Go on from a note for which the selection had gone back."""
        if self._onward:
            self._case.view.setFocus()
            self.step_unjudged(1)
            self._forget_judged()

    def step_unjudged(self, by: int) -> None:
        """Go to the next (1) or the last (−1) finding without a verdict."""
        link = self._case.compare.unjudged(by)
        if link is not None:
            self._case.compare.go_to(link)

    def _unlink(self, number: int) -> None:
        analysis, pair = self._work.session.analysis, self._work.session.pair
        if analysis is None or pair is None or not 0 <= number < len(pair.links):
            return
        link = pair.links[number]
        key = FindingKey.of(analysis, pair, link)
        by_hand = self.decisions.review.set_by_hand.get(key)
        text = tr("Unlink {label}").format(label=finding_label(analysis, pair, link))
        self.decisions.link(key, None if by_hand else False, text)

    def _relink(self, number: int, left: int, right: int) -> None:
        """Link the sentences at the left and the right instead of what a link says; −1 adds to what there is."""
        session = self._work.session
        analysis, pair = session.analysis, session.pair
        if analysis is None or pair is None:
            return
        own, other = (left, right) if session.swapped else (right, left)
        self._link(analysis, pair, number, own, other)

    def link_by_hand(self, own: int, other: int) -> None:
        """Link a sentence of the A of the pair on screen with one of its B, besides what there is."""
        analysis, pair = self._work.session.analysis, self._work.session.pair
        if analysis is not None and pair is not None:
            self._link(analysis, pair, -1, own, other)

    def _link(self, analysis: Analysis, pair: Pair, number: int, own: int, other: int) -> None:
        new = FindingKey.between(analysis, pair, (own,), (other,))
        label = listed([sentence_label(analysis.letter(pair.a), own), sentence_label(analysis.letter(pair.b), other)])
        if 0 <= number < len(pair.links):
            self._case.compare.expect((new,))
            self.decisions.relink(
                FindingKey.of(analysis, pair, pair.links[number]), new, tr("Link {label}").format(label=label)
            )
        else:
            self._case.compare.expect((new,))
            self.decisions.link(new, linked=True, text=tr("Link {label}").format(label=label))

    def _selected(self) -> tuple[Analysis, Pair, Link] | None:
        """Return the finding that a verdict would be of: the selected one of the screen."""
        session = self._work.session
        analysis = session.analysis
        if analysis is None:
            return None
        if self._case.current is Screen.COMPARE:
            pair, number = session.pair, self._case.selected_link()
        elif self._case.current is Screen.LEDGER and (place := self._case.ledger.current_place()) is not None:
            both = (place.pair_a, place.pair_b)
            pair = next((p for p in analysis.pairs if (p.a, p.b) == both), None)
            number = place.link
        else:
            return None
        return (analysis, pair, pair.links[number]) if pair is not None and 0 <= number < len(pair.links) else None

    @property
    def can_judge(self) -> bool:
        """Return whether a verdict would have a finding."""
        return self._selected() is not None

    # what follows

    def undo(self) -> None:
        """Take the last change back, say what that was, and go to the finding that it was about."""
        stack = self.decisions.undo_stack
        self._turn(stack.command(stack.index() - 1) if stack.canUndo() else None, stack.undo, tr("Undone: {change}."))

    def redo(self) -> None:
        """Make the change again that was taken back, in the same way."""
        stack = self.decisions.undo_stack
        self._turn(stack.command(stack.index()) if stack.canRedo() else None, stack.redo, tr("Done again: {change}."))

    def _turn(self, command: QUndoCommand | None, turn: Callable[[], None], said: str) -> None:
        if command is None:
            return
        text, keys = command.text(), keys_of(command)
        self._case.inspector.verdicts.flush()
        turn()
        self._forget_judged()
        self._go_to(keys)
        self.told.emit(said.format(change=f"{text[:1].lower()}{text[1:]}"))

    def _go_to(self, keys: Sequence[FindingKey]) -> None:
        """Show the pair of these findings, where pairs are on screen, and the first that it has, now or once it has."""
        analysis = self._work.session.analysis
        pair = next((p for key in keys if analysis is not None and (p := pair_of(analysis, key))), None)
        if analysis is None or pair is None or self._case.current is not Screen.COMPARE:
            return
        found = [n for n, link in enumerate(pair.links) if FindingKey.of(analysis, pair, link) in keys]
        self.placeWanted.emit(Place(pair.a, pair.b, found[0] if found else -1))
        if not found:
            self._case.compare.expect(keys)

    def do(self, change: Undoable) -> None:
        """Do a change of the case, to be undone with all others."""
        self.decisions.undo_stack.push(Change(change.text, change.do, change.undo, offered=change.offered))

    def _on_change(self, _key: FindingKey) -> None:
        session, before = self._work.session, self._work.session.review_state
        session.review_state = self.decisions.review
        if before.set_by_hand == session.review_state.set_by_hand:  # only the screen in view shows verdicts and notes
            self._case.show_case(session, comparing=self._work.comparing)
        else:
            self._work.follow_up()

    def _carry(self, before: Article, after: Article) -> None:
        """Keep the decisions about the sentences that a new version of a text kept."""
        from core.case.carry import carry  # noqa: PLC0415 - loaded when a file has changed

        carried = carry(self.decisions.review, before, after)
        for key, judgement in carried.judgements.items():
            self.decisions.put(key, judgement)
        if carried.set_by_hand:
            self.decisions.put_links(carried.set_by_hand)
        moved = len({*carried.judgements, *carried.set_by_hand})
        if moved or carried.left:
            what = tr("Decisions carried over to the new version: {moved}.").format(moved=moved)
            lost = tr("{n} decision(s) about changed sentences must be given anew.", "", carried.left)
            rest = lost if carried.left else ""
            self.said.emit(Message(what, rest, Severity.MEDIUM if carried.left else Severity.LOW, topic="reread"))

    def _on_replaced(self) -> None:
        self._work.session.review_state = self.decisions.review

    def _withdraw_offer(self) -> None:
        stack = self.decisions.undo_stack
        last = stack.command(stack.index() - 1) if stack.index() else None
        if not (isinstance(last, Change) and last.offered):
            self._work.withdrawn.emit("removed")

    def show_undo(self) -> None:
        """Enable undo and redo by what there is to take back, and say what that is."""
        stack = self.decisions.undo_stack
        for name, can, text, alone, told in (
            ("undo", stack.canUndo(), stack.undoText(), tr("Undo"), tr("Undo {change}")),
            ("redo", stack.canRedo(), stack.redoText(), tr("Redo"), tr("Redo {change}")),
        ):
            action = self._actions[name]
            action.setEnabled(can)
            action.setText(told.format(change=f"{text[:1].lower()}{text[1:]}") if text else alone)


def pair_of(analysis: Analysis, key: FindingKey) -> Pair | None:
    """Return the pair that a finding is, or was, in; None where its files are not there."""
    files = {key.first, key.second}
    both = (p for p in analysis.pairs if {analysis.article(i).document.sha256 for i in (p.a, p.b)} == files)
    return next(both, None)


def finding_label(analysis: Analysis, pair: Pair, link: Link) -> str:
    """Return the sentences that a finding is about: ``C 12``, ``C 12 and 13``."""
    letter = analysis.letter(pair.a)
    return f"{letter} {listed([str(n + 1) for n in link.a])}"
