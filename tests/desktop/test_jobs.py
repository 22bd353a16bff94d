"""The worker idiom: newest wins, nothing after cancel, shutdown waits."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from core.errors import CognateError, ExportError
from core.progress import Progress
from desktop import jobs
from desktop.jobs import Lane


@pytest.fixture
def lane(qtbot: QtBot) -> Iterator[Lane]:  # noqa: ARG001 - needs the application
    made = Lane("test")
    yield made
    made.shutdown()


@pytest.fixture
def heard(lane: Lane) -> list[tuple[str, object]]:
    told: list[tuple[str, object]] = []
    for name in ("succeeded", "failed", "stopped"):
        getattr(lane, name).connect(lambda value, name=name: told.append((name, value)))
    lane.ended.connect(lambda: told.append(("ended", None)))
    return told


def _until_stopped(progress: Progress) -> None:
    while True:
        progress.step("waiting", 0.5)
        time.sleep(0.002)


def _after(gate: threading.Event, result: object) -> Callable[[Progress], object]:
    """Return work that hears of no stop until the gate is open."""

    def work(_: Progress) -> object:
        gate.wait(5)
        return result

    return work


def test_a_result_arrives_on_the_main_thread(qtbot: QtBot, lane: Lane) -> None:
    threads: list[bool] = []
    lane.succeeded.connect(lambda _: threads.append(threading.current_thread() is threading.main_thread()))
    with qtbot.waitSignal(lane.succeeded) as got:
        lane.start(lambda _: threading.current_thread() is threading.main_thread())
    assert got.args == [False]
    assert threads == [True]
    assert not lane.running


def test_the_newest_request_wins(qtbot: QtBot, lane: Lane, heard: list[tuple[str, object]]) -> None:
    gate = threading.Event()
    lane.start(_after(gate, "old"))
    lane.start(lambda _: "new")
    gate.set()
    qtbot.waitUntil(lambda: not lane.running)
    qtbot.wait(30)
    assert heard == [("ended", None), ("succeeded", "new")]


def test_what_a_run_tells_arrives_before_its_end_and_nothing_of_one_that_is_overtaken(
    qtbot: QtBot, lane: Lane, heard: list[tuple[str, object]]
) -> None:
    gate = threading.Event()
    lane.told.connect(lambda thing: heard.append(("told", thing)))

    def telling(said: str) -> Callable[[Progress], object]:
        tell = lane.telling()

        def work(progress: Progress) -> object:  # noqa: ARG001 - the interface
            gate.wait(5)
            tell(said)
            return said

        return work

    lane.start(telling("old"))
    lane.start(telling("new"))
    gate.set()
    qtbot.waitUntil(lambda: not lane.running)
    assert heard == [("told", "new"), ("ended", None), ("succeeded", "new")]
    lane.start(telling("dropped"))
    lane.cancel()
    qtbot.wait(30)
    assert heard[3:] == [("ended", None)]


def test_nothing_arrives_after_cancel(qtbot: QtBot, lane: Lane, heard: list[tuple[str, object]]) -> None:
    gate = threading.Event()
    steps: list[float] = []
    lane.progressed.connect(lambda _, done: steps.append(done))
    lane.start(_after(gate, "late"))
    lane.cancel()
    gate.set()
    qtbot.wait(60)
    assert heard == [("ended", None)]
    assert steps == []


def test_a_result_already_on_its_way_is_dropped_by_cancel(qtbot: QtBot, lane: Lane) -> None:
    done = threading.Event()
    told: list[object] = []
    lane.succeeded.connect(told.append)

    def work(_: Progress) -> None:
        done.set()

    lane.start(work)
    assert done.wait(5)
    time.sleep(0.02)  # the report is queued by now, this thread has not taken it
    lane.cancel()
    qtbot.wait(30)
    assert told == []


def test_stop_keeps_what_the_work_gives_back(qtbot: QtBot, lane: Lane) -> None:
    gate = threading.Event()
    lane.start(_after(gate, "partial"))
    lane.stop()
    gate.set()
    with qtbot.waitSignal(lane.stopped) as got:
        pass
    assert got.args == ["partial"]


def test_stop_raises_in_the_next_step(qtbot: QtBot, lane: Lane) -> None:
    lane.start(_until_stopped)
    with qtbot.waitSignal(lane.stopped) as got:
        lane.stop()
    assert got.args == [None]


def test_failures_speak_to_people(qtbot: QtBot, lane: Lane, caplog: pytest.LogCaptureFixture) -> None:
    def known(_: Progress) -> None:
        raise ExportError("The disk is full.", "Make room.")

    def unknown(_: Progress) -> None:
        raise ZeroDivisionError("ouch")

    with qtbot.waitSignal(lane.failed) as got:
        lane.start(known)
    assert str(got.args[0]) == "The disk is full. Make room."
    with caplog.at_level(logging.CRITICAL + 1), qtbot.waitSignal(lane.failed) as got:
        lane.start(unknown)
    assert isinstance(got.args[0], CognateError)
    assert "(ZeroDivisionError in desktop/jobs.py:" in got.args[0].what
    assert "ouch" not in str(got.args[0])


def test_progress_is_thinned_but_each_stage_is_told(qtbot: QtBot, lane: Lane) -> None:
    told: list[tuple[str, float]] = []
    lane.progressed.connect(lambda stage, done: told.append((stage, done)))

    def work(progress: Progress) -> None:
        for k in range(2000):
            progress.step("first", k / 2000)
        progress.step("second", 7.0)

    with qtbot.waitSignal(lane.succeeded):
        lane.start(work)
    assert told[0] == ("first", 0.0)
    assert told[-1] == ("second", 1.0)
    assert len(told) < 200


def test_shutdown_waits_for_the_thread(qtbot: QtBot) -> None:  # noqa: ARG001 - needs the application
    lane = Lane("short")
    left: list[bool] = []

    def work(_: Progress) -> None:
        time.sleep(0.05)
        left.append(True)

    lane.start(work)
    time.sleep(0.01)
    lane.shutdown()
    assert left == [True]


def test_after_shutdown_nothing_is_begun(qtbot: QtBot) -> None:  # noqa: ARG001 - needs the application
    made, ran = Lane("closed"), threading.Event()
    made.shutdown()
    made.start(lambda _: ran.set())
    assert not made.running
    assert not ran.is_set()


def test_what_is_left_is_not_waited_for_and_goes_when_its_work_ends(
    qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    owner, gate, told = QObject(), threading.Event(), list[object]()
    lane = Lane("left", owner)
    lane.succeeded.connect(told.append)
    lane.start(_after(gate, "late"))
    lane.start(_after(gate, "later"))
    before = time.monotonic()
    lane.leave()
    lane.leave()
    assert time.monotonic() - before < 1
    assert not lane.running
    owner.deleteLater()
    qtbot.wait(20)
    assert isValid(lane), "its thread still reports to it"
    lane.start(lambda _: "never")
    assert not lane.running
    gate.set()
    qtbot.waitUntil(lambda: not isValid(lane))
    assert told == []
    assert caplog.records == []
    assert lane not in jobs._left


def test_a_lane_that_is_left_at_rest_goes_with_its_owner(qtbot: QtBot) -> None:
    owner = QObject()
    lane = Lane("rest", owner)
    with qtbot.waitSignal(lane.succeeded):
        lane.start(lambda _: 1)
    lane.leave()
    assert lane.parent() is owner
    assert lane not in jobs._left
