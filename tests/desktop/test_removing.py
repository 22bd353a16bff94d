"""Taking an article out: what was found between the others stays, and so does the place."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QModelIndex
from pytestqt.qtbot import QtBot

from core.model import Exclusions
from desktop.main_window import MainWindow
from desktop.session import View

TEXTS = {
    "a.txt": "Ships came at noon.\nGulls came to the pier.\nNobody was hurt at all.",
    "b.txt": "Flour is dear.\nGulls came to the pier.",
    "c.txt": "Bread is dear.\nGulls came to the pier.\nNobody was hurt at all.\nShips came at noon.",
    "d.txt": "Salt is dear.\nShips came at noon.",
}


@pytest.fixture
def four(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> MainWindow:
    """Return a window on four articles, the last under review, with its third finding in the first selected."""
    for name, text in TEXTS.items():
        (tmp_path / name).write_text(text, "utf-8")
    window.open_paths([tmp_path / name for name in TEXTS])
    qtbot.waitUntil(lambda: window.work.session.analysis is not None and not window.work.busy)
    analysis = window.work.session.analysis
    assert analysis is not None
    assert analysis.subject == "a4"
    window.case.sidebar.list.setCurrentIndex(QModelIndex())
    window.navigation.show_article("a3")
    window.case.compare.go_to(1)
    assert window.work.session.view == View("a1", "a3")
    return window


def selected(window: MainWindow) -> tuple[tuple[int, ...], tuple[int, ...]]:
    pair = window.work.session.pair
    assert pair is not None
    link = pair.links[window.case.selected_link()]
    return link.a, link.b


def test_what_the_others_share_is_not_compared_again(
    four: MainWindow, engine: Any, settle: Callable[[MainWindow], None]
) -> None:
    runs, was = engine.runs, selected(four)
    four.articles.remove("a2")
    assert four.work.session.title == "Salt is dear."
    assert four.work.session.view == View("a1", "a2")
    settle(four)
    assert (engine.runs, engine.kept_runs) == (runs, 1)
    analysis = four.work.session.analysis
    assert analysis is not None
    assert (analysis.subject, len(analysis.pairs), analysis.complete) == ("a3", 3, True)
    assert four.work.session.view == View("a1", "a2")
    assert selected(four) == was
    assert not four.work.can_compare
    four.actions_by_name["undo"].trigger()
    settle(four)
    assert engine.runs == runs
    assert four.work.session.view == View("a1", "a3")
    assert selected(four) == was


def test_decisions_and_exclusions_go_on_with_what_stays(
    four: MainWindow, engine: Any, settle: Callable[[MainWindow], None]
) -> None:
    runs = engine.runs
    pair = four.work.session.pair
    assert pair is not None
    gone = pair.links[1]
    four.case.view.unlinkWanted.emit(1)
    four.articles.exclude(Exclusions(names=True))
    settle(four)
    four.articles.remove("a2")
    settle(four)
    pair, analysis = four.work.session.pair, four.work.session.analysis
    assert pair is not None
    assert analysis is not None
    assert (gone.a, gone.b) not in [(link.a, link.b) for link in pair.links]
    assert analysis.exclusions.names
    assert (engine.runs, engine.kept_runs) == (runs, 1)


def test_without_the_article_under_review_all_is_compared_again_at_the_same_place(
    four: MainWindow, engine: Any, settle: Callable[[MainWindow], None]
) -> None:
    runs, was = engine.runs, selected(four)
    four.articles.remove("a4")
    assert four.work.session.title == "Ships came at noon."  # no longer called after the one that has gone
    settle(four)
    assert (engine.runs, engine.kept_runs) == (runs + 1, 0)
    assert four.work.session.view == View("a1", "a3")
    assert selected(four) == was


def test_what_was_not_compared_yet_is_compared(
    qtbot: QtBot, four: MainWindow, engine: Any, tmp_path: Path, settle: Callable[[MainWindow], None]
) -> None:
    (tmp_path / "e.txt").write_text("Ships came at noon.", "utf-8")
    engine.gate.clear()
    four.open_paths([tmp_path / "e.txt"])
    qtbot.waitUntil(lambda: four.work.comparing)
    four.articles.remove("a2")
    engine.gate.set()
    settle(four)
    assert engine.kept_runs == 0
    analysis = four.work.session.analysis
    assert analysis is not None
    assert len(analysis.pairs) == 6
