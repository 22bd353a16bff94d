"""Decisions and taking them back."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest
from PySide6.QtGui import QUndoStack
from pytestqt.qtbot import QtBot

from core.case.review import FindingKey, Judgement, Review, Verdict
from desktop.undo import Change, Decisions, SetHandLink, SetJudgement

KEY = FindingKey("aa", "bb", (1,), (2,))
OTHER = FindingKey("aa", "bb", (3,), (4,))


class Clock:
    """Goes on a minute whenever it is looked at."""

    def __init__(self) -> None:
        self.moment = datetime(2026, 11, 26, 15, 0, tzinfo=timezone(timedelta(hours=1)))

    def __call__(self) -> datetime:
        self.moment += timedelta(minutes=1)
        return self.moment


@pytest.fixture
def decisions(qapp: object) -> Decisions:  # noqa: ARG001 - commands need the application
    made = Decisions(Clock())
    made.set_editor(" Ana ")
    return made


def test_a_verdict_is_signed_dated_told_and_undone(decisions: Decisions, qtbot: QtBot) -> None:
    with qtbot.waitSignal(decisions.changed) as told:
        decisions.judge(KEY, Verdict.REWRITE, "C 12")
    assert told.args == [KEY]
    assert decisions.judgement(KEY) == Judgement(Verdict.REWRITE, "", "Ana", "2026-11-26T14:01:00Z")
    assert decisions.undo_stack.undoText() == "Needs rewrite for C 12"
    with qtbot.waitSignal(decisions.changed) as told:
        decisions.undo_stack.undo()
    assert told.args == [KEY]
    assert decisions.review == Review()
    decisions.undo_stack.redo()
    assert decisions.review.verdict(KEY) is Verdict.REWRITE


def test_the_same_verdict_again_is_no_step(decisions: Decisions, qtbot: QtBot) -> None:
    decisions.judge(KEY, Verdict.DISMISS, "C 12")
    with qtbot.assertNotEmitted(decisions.changed):
        decisions.judge(KEY, Verdict.DISMISS, "C 12")
        decisions.clear(OTHER, "C 13")
        decisions.note(KEY, "  ", "C 12")
    assert decisions.undo_stack.count() == 1


def test_clearing_keeps_the_note_and_a_note_keeps_the_verdict(decisions: Decisions) -> None:
    decisions.judge(KEY, Verdict.CREDIT, "C 12")
    decisions.note(KEY, "Name the agency.", "C 12")
    assert decisions.judgement(KEY).verdict is Verdict.CREDIT
    decisions.clear(KEY, "C 12")
    assert decisions.undo_stack.undoText() == "No verdict for C 12"
    assert (decisions.judgement(KEY).verdict, decisions.judgement(KEY).note) == (None, "Name the agency.")
    decisions.note(KEY, "", "C 12")
    assert decisions.review.judgements == {}


def test_edits_of_one_note_are_one_step(decisions: Decisions) -> None:
    decisions.judge(KEY, Verdict.CREDIT, "C 12")
    for text in ("Na", "Name", "Name it"):
        decisions.note(KEY, text, "C 12")
    assert decisions.undo_stack.count() == 2
    decisions.note(OTHER, "Else", "C 13")
    decisions.note(KEY, "Name it twice", "C 12")
    assert decisions.undo_stack.count() == 4
    decisions.undo_stack.undo()
    assert decisions.judgement(KEY).note == "Name it"
    decisions.undo_stack.undo()
    decisions.undo_stack.undo()
    assert decisions.judgement(KEY) == Judgement(Verdict.CREDIT, "", "Ana", "2026-11-26T14:01:00Z")


def test_a_verdict_between_two_edits_keeps_them_apart(decisions: Decisions) -> None:
    decisions.note(KEY, "One", "C 12")
    decisions.judge(KEY, Verdict.CREDIT, "C 12")
    decisions.note(KEY, "Two", "C 12")
    assert decisions.undo_stack.count() == 3
    decisions.undo_stack.undo()
    assert decisions.judgement(KEY).note == "One"


def test_a_note_that_is_again_what_it_was_leaves_no_step(decisions: Decisions) -> None:
    decisions.note(KEY, "One", "C 12")
    decisions.note(KEY, "", "C 12")
    assert decisions.undo_stack.count() == 0
    assert decisions.review.judgements == {}


def test_links_by_hand_go_and_come_back(decisions: Decisions, qtbot: QtBot) -> None:
    decisions.link(KEY, linked=False, text="Unlink C 12")
    assert decisions.review.set_by_hand == {KEY: False}
    assert decisions.undo_stack.undoText() == "Unlink C 12"
    decisions.undo_stack.undo()
    assert decisions.review.set_by_hand == {}
    seen: list[dict[FindingKey, bool]] = []
    decisions.changed.connect(lambda _: seen.append(dict(decisions.review.set_by_hand)))
    with qtbot.waitSignals([decisions.changed, decisions.changed]):
        decisions.relink(KEY, OTHER, "Link C 12 to E 14")
    assert seen == [{KEY: False, OTHER: True}] * 2, "nobody hears of half a change"
    decisions.relink(OTHER, OTHER, "Link C 12 to E 14")
    assert decisions.undo_stack.count() == 1
    decisions.undo_stack.undo()
    assert decisions.review.set_by_hand == {}


def test_another_case_begins_with_nothing_to_undo(decisions: Decisions, qtbot: QtBot) -> None:
    decisions.judge(KEY, Verdict.REWRITE, "C 12")
    opened = Review({OTHER: Judgement(Verdict.DISMISS)})
    with qtbot.waitSignal(decisions.replaced):
        decisions.set_review(opened)
    assert decisions.review is opened
    assert not decisions.undo_stack.canUndo()


def test_a_change_of_the_frame_is_done_undone_and_done_again(qapp: object) -> None:  # noqa: ARG001 - as above
    stack, names = QUndoStack(), ["New case"]
    stack.push(Change("Rename to Summit", lambda: names.append("Summit"), lambda: names.append("New case")))
    stack.undo()
    stack.redo()
    assert names == ["New case", "Summit", "New case", "Summit"]
    assert stack.undoText() == "Rename to Summit"


def test_commands_can_be_made_by_hand(decisions: Decisions) -> None:
    after = Judgement(Verdict.ACCEPTABLE, "", "Ben", datetime(2026, 1, 1, tzinfo=UTC).isoformat())
    decisions.undo_stack.push(SetJudgement(decisions, KEY, Judgement(), after, "Acceptable for C 12"))
    decisions.undo_stack.push(SetHandLink(decisions, OTHER, None, after=True, text="Link C 13"))
    assert decisions.review == Review({KEY: after}, {OTHER: True})
