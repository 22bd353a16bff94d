"""Articles come into the window and go: opened, dropped, pasted, refused, removed and put back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu
from pytestqt.qtbot import QtBot

from core.errors import ArticleError
from core.model import Article
from desktop.main_window import MainWindow
from desktop.screens import Screen
from tests.desktop.window_acts import letters, press, run_message, whats

COPY = Qt.DropAction.CopyAction


def drop(window: MainWindow, *paths: Path, text: str = "") -> None:
    data = QMimeData()
    if paths:
        data.setUrls([QUrl.fromLocalFile(str(p)) for p in paths])
    if text:
        data.setText(text)
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPointF(400, 300), COPY, data, left, none)
    QApplication.sendEvent(window, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(window, QDropEvent(QPointF(400, 300), COPY, data, left, none))


def test_files_that_come_while_others_are_read_are_not_lost(
    qtbot: QtBot, window: MainWindow, story_files: tuple[Path, ...]
) -> None:
    window.open_paths(story_files[:1])
    window.open_paths(story_files[1:])
    qtbot.waitUntil(lambda: len(window.work.session.articles) == 3)


def test_a_drop_adds_files_and_folders(qtbot: QtBot, window: MainWindow, story_files: tuple[Path, ...]) -> None:
    drop(window, story_files[0].parent)
    qtbot.waitUntil(lambda: len(window.work.session.articles) == 3)
    assert window.work.session.title == "story"
    drop(window, text="Pasted by hand.")
    qtbot.waitUntil(lambda: len(window.work.session.articles) == 4)


def test_paste_adds_the_clipboards_text(qtbot: QtBot, window: MainWindow) -> None:
    QGuiApplication.clipboard().setText("A line from elsewhere.")
    window.actions_by_name["paste"].trigger()
    qtbot.waitUntil(lambda: len(window.work.session.articles) == 1)
    QGuiApplication.clipboard().clear()
    window.actions_by_name["paste"].trigger()
    assert whats(window) == ["There is no text on the clipboard."]


def test_a_paste_that_failed_is_told_until_the_next(qtbot: QtBot, case: MainWindow, engine: Any) -> None:
    paste, refused = engine.paste, ArticleError("", "The pasted text is larger than 1 MB.", "Add a part of it.")

    def refuse(text: str) -> Article:
        if "large" in text:
            raise refused
        read: Article = paste(text)
        return read

    engine.paste = refuse
    drop(case, text="A large text.")
    qtbot.waitUntil(lambda: whats(case) == [refused.what])
    drop(case, text="Another one.")
    qtbot.waitUntil(lambda: len(case.work.session.articles) == 4)
    assert refused.what not in whats(case)


def test_one_article_asks_for_a_second(qtbot: QtBot, window: MainWindow, story_files: tuple[Path, ...]) -> None:
    window.open_paths(story_files[:1])
    qtbot.waitUntil(window.case.isVisible)
    assert not window.work.busy
    assert window.case.inspector.empty_title() == "One article so far"


def test_bad_files_are_told_in_their_rows_and_in_short_when_these_are_gone(
    qtbot: QtBot, window: MainWindow, engine: Any, story_files: tuple[Path, ...], tmp_path: Path
) -> None:
    (tmp_path / "bad1.txt").write_text("x")
    engine.gate.clear()
    window.open_paths([tmp_path / "bad1.txt", *story_files, tmp_path / "gone.txt"])
    qtbot.waitUntil(lambda: window.work.comparing)
    assert window.intake.page.isVisible()
    assert whats(window) == [], "the rows are on screen"
    engine.gate.set()
    qtbot.waitUntil(lambda: window.work.session.analysis is not None and window.messages.isVisible())
    assert whats(window) == ["2 files not added: “bad1.txt” and “gone.txt”."]
    run_message(window)
    assert window.case.current is Screen.OVERVIEW
    told = {label.text() for label in window.case.overview.side.problems.findChildren(QLabel)}
    assert {"“bad1.txt” is not text. Save it as plain text.", "“gone.txt” does not exist. Check the path."} <= told


def test_a_bad_file_that_was_skipped_is_not_told_again(
    qtbot: QtBot, window: MainWindow, engine: Any, story_files: tuple[Path, ...], tmp_path: Path
) -> None:
    engine.gate.clear()
    window.open_paths([*story_files, tmp_path / "gone.txt"])
    qtbot.waitUntil(lambda: window.work.comparing)
    window.intake.page.skipWanted.emit(str(tmp_path / "gone.txt"))
    engine.gate.set()
    qtbot.waitUntil(lambda: window.work.session.analysis is not None and window.case.isVisible())
    assert whats(window) == []


def test_a_bad_file_for_a_case_that_is_open_is_told_in_full(qtbot: QtBot, case: MainWindow, tmp_path: Path) -> None:
    case.open_paths([tmp_path / "gone.txt"])
    qtbot.waitUntil(lambda: bool(case.messages.messages))
    (message,) = case.messages.messages
    assert (message.what, message.remedy) == ("“gone.txt” does not exist.", "Check the path.")


def test_an_article_can_be_removed_and_put_back(case: MainWindow, settle: Callable[[MainWindow], None]) -> None:
    articles = case.case.sidebar.list
    articles.setCurrentIndex(case.case.articles.index(1))
    articles.setFocus()
    QTest.keyClick(articles, Qt.Key.Key_Delete)
    settle(case)
    assert [a.title for a in case.work.session.articles] == [
        "The harbour closes at noon.",
        "The harbour closes at dusk.",
    ]
    assert letters(case) == ("B", "A")
    (message,) = case.messages.messages
    assert message.what.startswith("Article B, “Bakers met")
    assert message.remedy == "Its file is unchanged. The letters of the others moved up."
    run_message(case)
    settle(case)
    assert len(case.work.session.articles) == 3
    assert case.case.articles.row(1).title == "Bakers met in the old hall."
    assert case.messages.messages == ()


def test_delete_elsewhere_removes_nothing(case: MainWindow) -> None:
    case.case.sidebar.list.setCurrentIndex(case.case.articles.index(1))
    case.case.view.setFocus()
    QTest.keyClick(case, Qt.Key.Key_Delete)
    assert len(case.work.session.articles) == 3


def test_removing_the_last_article_welcomes_again(
    qtbot: QtBot, window: MainWindow, story_files: tuple[Path, ...]
) -> None:
    window.open_paths(story_files[:1])
    qtbot.waitUntil(window.case.isVisible)
    window.articles.remove("a1")
    assert window.welcome.isVisible()
    assert window.messages.messages[0].remedy == "Its file is unchanged."


def test_adding_an_article_keeps_the_pair_and_the_finding(
    qtbot: QtBot, case: MainWindow, tmp_path: Path, settle: Callable[[MainWindow], None]
) -> None:
    press(case, "j")
    (tmp_path / "late.txt").write_text("Nothing of the kind.", "utf-8")
    case.open_paths([tmp_path / "late.txt"])
    qtbot.waitUntil(lambda: len(case.work.session.articles) == 4)
    settle(case)
    assert letters(case) == ("C", "A")
    assert case.case.position() == (2, 2)


def test_the_menu_of_an_article_outlives_no_other_list(case: MainWindow, settle: Callable[[MainWindow], None]) -> None:
    articles = case.case.sidebar.list
    articles._open_menu(articles.visualRect(case.case.articles.index(2)).center())
    (menu,) = articles.findChildren(QMenu)
    show = menu.actions()[0]
    case.articles.remove("a1")
    assert not menu.isVisible()
    show.trigger()
    assert case.work.session.view is not None
    assert case.work.session.view.right != "a3"
    settle(case)
