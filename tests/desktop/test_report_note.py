"""What is said of the passages of a report is of the case on screen, however long it takes to count them."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from core.case.review import Review
from core.errors import CognateError
from core.model import Analysis
from core.progress import NoProgress
from desktop.engine import Engine
from desktop.jobs import Lane
from desktop.main_window import MainWindow
from desktop.pages import report_note
from desktop.pages.report_note import PassagesNote
from tests.desktop.window_acts import whats


@pytest.fixture
def many(engine: Engine, story_files: tuple[Path, ...]) -> Analysis:
    return engine.analyse([engine.read(path).document for path in story_files], NoProgress())


@pytest.fixture
def few(many: Analysis) -> Analysis:
    return replace(many, pairs=())


@pytest.fixture
def gate(monkeypatch: pytest.MonkeyPatch, many: Analysis) -> threading.Event:
    """Return what holds the count of ``many`` back, which has too many links to be counted at once."""
    made = threading.Event()

    def count(analysis: Analysis, review: Review) -> str:
        if analysis is many:
            made.wait(10)
        return f"{sum(len(pair.links) for pair in analysis.pairs)} passages, {len(review.judgements)} judged"

    monkeypatch.setattr("desktop.pages.report_note._note", count)
    monkeypatch.setattr("desktop.pages.report_note._AT_ONCE", 1)
    return made


@pytest.fixture
def note(qtbot: QtBot) -> Iterator[PassagesNote]:  # noqa: ARG001 - needs an application
    made = PassagesNote()
    yield made
    made.shutdown()


def test_many_are_counted_on_a_worker(qtbot: QtBot, note: PassagesNote, many: Analysis, gate: threading.Event) -> None:
    note.ask(many, Review())
    assert note.said == ""
    with qtbot.waitSignal(note.changed):
        gate.set()
    assert note.said == "2 passages, 0 judged"
    gate.clear()
    note.ask(many, replace(Review()))
    assert note.said == "2 passages, 0 judged", "the last one stays until the next is there"
    gate.set()


def test_the_count_of_a_case_that_was_left_does_not_arrive(
    qtbot: QtBot, note: PassagesNote, many: Analysis, few: Analysis, gate: threading.Event
) -> None:
    heard: list[str] = []
    note.changed.connect(lambda: heard.append(note.said))
    for after, said in ((few, "0 passages, 0 judged"), (None, "")):
        gate.clear()
        note.ask(many, Review())
        note.ask(after, Review())
        assert note.said == said
        gate.set()
        qtbot.wait(50)
        assert note.said == said
    assert heard == []


def test_a_fault_is_told_and_nothing_wrong_is_said(
    qtbot: QtBot, note: PassagesNote, many: Analysis, gate: threading.Event, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate.set()
    with qtbot.waitSignal(note.changed):
        note.ask(many, Review())
    count, decided = report_note._note, replace(Review())

    def fail(_analysis: Analysis, _review: Review) -> str:
        raise CognateError("It broke.", "Mend it.")

    monkeypatch.setattr("desktop.pages.report_note._note", fail)
    with qtbot.waitSignal(note.failed) as got:
        note.ask(many, decided)
    assert str(got.args[0].what) == "It broke."
    assert note.said == "", "what was counted before is of other decisions"
    monkeypatch.setattr("desktop.pages.report_note._note", count)
    with qtbot.waitSignal(note.changed):
        note.ask(many, decided)
    assert note.said == "2 passages, 0 judged"


def test_a_fault_of_a_part_of_any_screen_is_told_where_others_are(qtbot: QtBot, case: MainWindow) -> None:
    qtbot.waitUntil(lambda: case.case.ready)
    parts: tuple[Lane | PassagesNote, ...] = (
        case.case.overview._decided_lane,
        case.case.report._note,
        case.case.ledger._lane,
    )
    for number, part in enumerate(parts):
        part.failed.emit(CognateError(f"Part {number} broke.", "Mend it."))
        assert whats(case) == [f"Part {number} broke."]
