"""What the window says of its own state, and the choice of the article under review."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QMenu
from pytestqt.qtbot import QtBot

from core.model import Analysis, Severity
from core.report.formats import Format
from desktop.exports import Target
from desktop.main_window import MainWindow
from desktop.message import Message
from desktop.screens import Screen
from desktop.session import View
from desktop.widgets.parts import Text


def analysis_of(window: MainWindow) -> Analysis:
    assert window.work.session.analysis is not None
    return window.work.session.analysis


def cancel(window: MainWindow) -> None:
    QTest.keyClick(window, Qt.Key.Key_Escape)


def test_a_report_of_a_stopped_comparison_says_what_it_lacks(
    qtbot: QtBot, window: MainWindow, engine: Any, story_files: tuple[Path, ...], tmp_path: Path
) -> None:
    engine.gate.clear()
    engine.keeps_pairs = 1
    window.open_paths(story_files)
    qtbot.waitUntil(lambda: window.work.comparing)
    cancel(window)
    qtbot.waitUntil(lambda: not window.work.busy)
    path = tmp_path / "out.pdf"
    window.exporting.write((Target(Format.PDF, path),))
    qtbot.waitUntil(lambda: "The report was written." in [m.what for m in window.messages.messages])
    message = window.messages.messages[0]
    assert message.severity is Severity.MEDIUM
    assert message.remedy == f"The comparison was stopped: 1 of 3 pairs are in the report. {path}"


def test_an_article_can_be_put_under_review(
    qtbot: QtBot, case: MainWindow, engine: Any, settle: Callable[[MainWindow], None]
) -> None:
    articles = case.case.sidebar.list
    review = case.actions_by_name["review"]
    articles.setCurrentIndex(QModelIndex())
    assert not review.isEnabled()
    articles.setCurrentIndex(case.case.articles.index(2))
    assert not review.isEnabled()  # it is the one under review
    articles.setCurrentIndex(case.case.articles.index(0))
    assert review.isEnabled()
    articles.setFocus()
    QTest.keyClick(articles, Qt.Key.Key_R)
    qtbot.waitUntil(lambda: analysis_of(case).subject == "a1")
    settle(case)
    assert engine.runs == 2
    assert case.top_bar.picker.accessibleName() == "Pair shown: A from C"
    assert case.work.session.view == View("a3", "a1")
    assert not case.case.view.swapped()
    assert not review.isEnabled()
    assert not case.actions_by_name["compare"].isEnabled()
    case.articles.remove("a2")
    settle(case)
    assert analysis_of(case).subject == "a1"
    case.articles.remove("a1")  # what was under review has gone: the engine chooses again
    assert case.work.session.reviewed is None


def test_the_menu_of_an_article_puts_it_under_review(
    qtbot: QtBot, case: MainWindow, settle: Callable[[MainWindow], None]
) -> None:
    articles = case.case.sidebar.list
    articles._open_menu(articles.visualRect(case.case.articles.index(1)).center())
    (menu,) = articles.findChildren(QMenu)
    names = [action.text() for action in menu.actions()]
    assert names[:3] == ["Show on the right", "Put under review", "Article details…"]
    assert names[-1] == "Remove article"
    menu.actions()[1].trigger()
    menu.close()
    qtbot.waitUntil(lambda: analysis_of(case).subject == "a2")
    settle(case)


def test_a_review_that_is_stopped_can_be_asked_for_again(
    qtbot: QtBot, case: MainWindow, engine: Any, settle: Callable[[MainWindow], None]
) -> None:
    engine.gate.clear()
    case.articles.review("a1")
    qtbot.waitUntil(lambda: case.work.comparing)
    cancel(case)
    settle(case)
    assert analysis_of(case).subject == "a3"
    assert case.actions_by_name["compare"].isEnabled()
    engine.gate.set()
    case.actions_by_name["compare"].trigger()
    settle(case)
    assert analysis_of(case).subject == "a1"


def test_the_filter_says_what_it_counts(case: MainWindow) -> None:
    shown = [label.text() for label in case.case.sidebar.findChildren(QLabel) if label.isVisible()]
    assert shown[-2:] == ["Show in this pair", "(sentences of C)"]


def test_the_status_says_how_the_columns_scroll(window: MainWindow, case: MainWindow) -> None:
    assert case.status.scrolling() == "Scrolling together"
    QTest.keyClicks(case, "l")
    assert case.status.scrolling() == "Scrolling freely"
    case.status._scrolling.click()
    assert case.status.scrolling() == "Scrolling together"
    for article in ("a3", "a2", "a1"):
        window.articles.remove(article)
    assert window.status.scrolling() == ""


def test_a_message_and_its_advice_stand_side_by_side(qtbot: QtBot, window: MainWindow) -> None:
    window.messages.add(Message("It is so.", "Do this.", button="Do", run=window.show))
    row = window.messages.findChildren(Text)
    what, remedy = (next(label for label in row if label.text() == text) for text in ("It is so.", "Do this."))
    qtbot.waitUntil(lambda: remedy.x() > 0)
    assert 0 < remedy.x() - (what.x() + what.width()) < 20
    assert what.heightForWidth(what.width()) < 30  # on one line
    window.messages.add(Message("A long line. " * 20, "A long way out. " * 20))
    qtbot.waitUntil(lambda: window.messages.height() > 60)
    assert window.messages.width() == window.width()


def test_the_list_marks_what_the_screen_shows(case: MainWindow) -> None:
    def marked() -> list[str]:
        rows = (case.case.articles.row(n) for n in range(case.case.articles.rowCount()))
        return [row.id for row in rows if row.shown]

    assert marked() == ["a1", "a3"]
    case.navigation.show(Screen.LEDGER)
    assert marked() == ["a3"]
    case.case.sidebar.list.articleChosen.emit("a1")
    assert marked() == ["a1"]
    case.navigation.show(Screen.COMPARE)
    assert "a1" in marked()
    assert len(marked()) == 2
