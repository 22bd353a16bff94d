"""Unreachable cycles are collected on the main thread only, and never while something is worked on."""

from __future__ import annotations

import gc
import threading
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from core.model import Article
from core.once import once
from desktop import sweeping
from desktop.main_window import MainWindow
from desktop.sweeping import Sweeper


class Cycle:
    def __init__(self, gone: list[int]) -> None:
        self.own, self._gone = self, gone

    def __del__(self) -> None:
        self._gone.append(threading.get_ident())


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sweeping, "EVERY_MS", 5)


def test_cycles_go_on_the_main_thread(qtbot: QtBot, quick: None) -> None:  # noqa: ARG001 - sets the pace
    gone: list[int] = []
    sweeper = Sweeper(lambda: False)
    maker = threading.Thread(target=lambda: [Cycle(gone) for _ in range(5000)])
    maker.start()
    maker.join()
    qtbot.waitUntil(lambda: len(gone) == 5000)
    assert set(gone) == {threading.get_ident()}
    sweeper.end()


def test_nothing_is_collected_while_something_is_worked_on(qtbot: QtBot, quick: None) -> None:  # noqa: ARG001 - as above
    gone: list[int] = []
    busy = True
    sweeper = Sweeper(lambda: busy)
    Cycle(gone)
    qtbot.wait(60)
    assert gone == []
    busy = False
    qtbot.waitUntil(lambda: len(gone) == 1)
    sweeper.end()


def test_python_collects_again_when_the_last_one_ends(qtbot: QtBot) -> None:  # noqa: ARG001 - brings the application
    before = gc.isenabled()
    one, other = Sweeper(lambda: False), Sweeper(lambda: False)
    assert not gc.isenabled()
    one.end()
    one.end()
    assert not gc.isenabled()
    other.end()
    assert gc.isenabled() is before
    assert other.findChildren(QTimer)[0].isActive() is False


def test_a_window_at_work_collects_on_no_worker(qtbot: QtBot, open_window: Any, sample_case: Path) -> None:
    threads: set[int] = set()
    gc.callbacks.append(collected := lambda phase, info: threads.add(threading.get_ident()))  # noqa: ARG005 - Python's
    window: MainWindow = open_window(sample_case)
    for name in ("overview", "ledger", "report", "compare_screen"):
        window.actions_by_name[name].trigger()
        qtbot.waitUntil(lambda: not window.case.ledger.auditing, timeout=30_000)
    window.work.compare()
    qtbot.waitUntil(lambda: not window.work.busy, timeout=120_000)
    gc.callbacks.remove(collected)
    assert threads <= {threading.get_ident()}


def test_what_a_late_worker_found_out_about_a_closed_case_is_let_go(
    qtbot: QtBot,
    quick: None,  # noqa: ARG001 - sets the pace
    window: MainWindow,
    engine: Any,
    story_files: tuple[Path, ...],
) -> None:
    asked: list[str] = []

    @once
    def length(article: Article) -> int:
        asked.append(article.title)
        return len(article.text)

    window.open_paths(story_files)
    qtbot.waitUntil(lambda: window.work.session.analysis is not None and not window.work.busy)
    shown, closed = window.work.session.articles[0], engine.paste("An article of a case that was closed.")
    length(shown)
    length(closed)
    sweeps = window.work._sweeper._sweeps
    qtbot.waitUntil(lambda: window.work._sweeper._sweeps > sweeps)
    asked.clear()
    length(shown)
    assert asked == []
    length(closed)
    assert asked == [closed.title]
