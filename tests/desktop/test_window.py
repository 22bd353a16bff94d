"""What people do in the window, with an engine that is not in the way."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QLineEdit, QMenu
from pytestqt.qtbot import QtBot

from core.model import Analysis, MatchClass
from core.progress import NoProgress
from desktop.dialogs.files import report_name
from desktop.main_window import MainWindow
from desktop.models.classes import FILTERED
from desktop.session import View
from desktop.settings import Settings
from desktop.theme import Theme
from desktop.widgets.pair_picker import PairPicker, pair_choices

COPY = Qt.DropAction.CopyAction


def letters(window: MainWindow) -> tuple[str, str]:
    pair = window.work.session.pair
    assert pair is not None
    return analysis_of(window).letter(pair.a), analysis_of(window).letter(pair.b)


def analysis_of(window: MainWindow) -> Analysis:
    assert window.work.session.analysis is not None
    return window.work.session.analysis


def run_message(window: MainWindow) -> None:
    """Press the button of the one message there is."""
    (message,) = window.messages.messages
    assert message.run is not None
    message.run()


def whats(window: MainWindow) -> list[str]:
    return [message.what for message in window.messages.messages]


def press(window: MainWindow, key: str) -> None:
    QTest.keyClicks(window, key)


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


def test_without_articles_the_window_welcomes(window: MainWindow) -> None:
    assert window.welcome.isVisible()
    assert not window.top_bar.picker.isVisible()
    for name in ("export", "next_finding", "swap", "remove", "compare", "cancel"):
        assert not window.actions_by_name[name].isEnabled()


def test_the_texts_can_be_read_before_the_links_arrive(
    qtbot: QtBot, window: MainWindow, engine: Any, story_files: tuple[Path, ...]
) -> None:
    engine.gate.clear()
    window.open_paths(story_files)
    qtbot.waitUntil(lambda: window.work.comparing)
    assert window.intake.page.isVisible()
    assert not window.job_bar.isVisible()
    window.intake.page.openWanted.emit()
    qtbot.waitUntil(window.job_bar.isVisible)
    assert window.case.isVisible()
    assert window.case.articles.rowCount() == 3
    assert window.work.session.analysis is None
    assert window.case.inspector.empty_title() == "Comparing"
    engine.gate.set()
    qtbot.waitUntil(lambda: window.work.session.analysis is not None)
    qtbot.waitUntil(lambda: not window.job_bar.isVisible())
    assert letters(window) == ("C", "A")


def test_j_and_k_go_through_the_findings(case: MainWindow) -> None:
    assert case.case.position() == (1, 2)
    press(case, "j")
    assert case.case.position() == (2, 2)
    assert not case.actions_by_name["next_finding"].isEnabled()
    press(case, "j")
    assert case.case.position() == (2, 2)
    press(case, "k")
    assert case.case.position() == (1, 2)
    assert not case.actions_by_name["previous_finding"].isEnabled()


def test_the_filter_hides_a_class_and_its_findings(case: MainWindow) -> None:
    assert [case.case.classes.row(n).count for n in range(len(FILTERED))] == [1, 1, 0, 0, 0, 1]
    verbatim = case.case.classes.index(FILTERED.index(MatchClass.VERBATIM))
    case.case.classes.toggle(verbatim)
    assert case.case.position()[1] == 1
    case.case.classes.toggle(verbatim)
    assert case.case.position()[1] == 2


def test_pairs_swap_fold_and_lock_have_keys(case: MainWindow) -> None:
    assert letters(case) == ("C", "A")
    press(case, "]")
    assert letters(case) == ("B", "A")
    press(case, "[")
    assert letters(case) == ("C", "A")
    press(case, "x")
    assert case.case.view.swapped()
    assert case.work.session.swapped
    press(case, "x")
    assert not case.case.view.swapped()
    press(case, "z")
    assert not case.case.view.folding()
    press(case, "l")
    assert not case.case.view._sync.locked


def test_choosing_an_article_shows_it_on_the_right(case: MainWindow) -> None:
    case.case.sidebar.list.articleChosen.emit("a1")
    assert case.work.session.view == View("a3", "a1")
    assert case.case.view.swapped()
    assert [case.case.classes.row(n).count for n in (0, 1, 5)] == [1, 1, 1]
    case.top_bar.picker.pairChosen.emit(analysis_of(case).pairs[0])
    assert not case.case.view.swapped()


def test_the_pair_picker_is_a_menu_of_all_pairs(case: MainWindow) -> None:
    menu = case.top_bar.picker.menu()
    menu.aboutToShow.emit()
    lines = [action.text() for action in menu.actions()]
    assert lines == ["C from A\t2 links", "B with A\tno match", "C with B\tno match"]
    assert [action.isChecked() for action in menu.actions()] == [True, False, False]
    menu.actions()[2].trigger()
    assert letters(case) == ("C", "B")
    assert case.top_bar.picker.accessibleName() == "Pair shown: C with B"


def test_a_large_case_groups_its_pairs_by_article(light: Theme, engine: Any, qtbot: QtBot) -> None:
    documents = [engine.paste(f"Text {n}.").document for n in range(8)]
    picker = PairPicker(light)
    qtbot.addWidget(picker)
    picker.set_pairs(pair_choices(engine.analyse(documents, NoProgress())), None)
    menu = picker.menu()
    menu.aboutToShow.emit()
    assert [action.text() for action in menu.actions()] == list("BCDEFGH")
    inside = [action.menu() for action in menu.actions()]
    assert sum(len(m.actions()) for m in inside if isinstance(m, QMenu)) == 28


def test_a_pair_without_links_says_that_it_proves_nothing(case: MainWindow) -> None:
    press(case, "]")
    assert case.case.position() == (0, 0)
    assert case.case.inspector.empty_title() == "No reworded passage between B and A"


def test_single_letters_do_nothing_in_a_text_field(qtbot: QtBot, case: MainWindow) -> None:
    field = QLineEdit(case.centralWidget())
    field.show()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    before = case.case.position()
    QTest.keyClicks(field, "jkxzl[]?")
    assert field.text() == "jkxzl[]?"
    assert case.case.position() == before
    assert not case.case.view.swapped()
    assert case.case.view.folding()
    assert not case.findChildren(QDialog)


def test_cancel_leaves_no_late_result(
    qtbot: QtBot, window: MainWindow, engine: Any, story_files: tuple[Path, ...]
) -> None:
    engine.gate.clear()
    window.open_paths(story_files)
    qtbot.waitUntil(lambda: window.work.comparing)
    press_escape(window)
    qtbot.waitUntil(lambda: not window.work.busy)
    engine.gate.set()
    qtbot.wait(60)
    assert window.work.session.analysis is None
    assert len(window.work.session.articles) == 3
    assert whats(window) == ["The comparison was stopped."]
    assert not window.job_bar.isVisible()
    run_message(window)
    qtbot.waitUntil(lambda: window.work.session.analysis is not None)
    assert whats(window) == []


def press_escape(window: MainWindow) -> None:
    QTest.keyClick(window, Qt.Key.Key_Escape)


def test_cancel_keeps_the_pairs_that_are_finished(
    qtbot: QtBot, window: MainWindow, engine: Any, story_files: tuple[Path, ...]
) -> None:
    engine.gate.clear()
    engine.keeps_pairs = 1
    window.open_paths(story_files)
    qtbot.waitUntil(lambda: window.work.comparing)
    press_escape(window)
    qtbot.waitUntil(lambda: not window.work.busy)
    assert len(analysis_of(window).pairs) == 1
    assert window.messages.messages[0].remedy == "1 of 3 pairs are compared; a report holds only those."
    assert window.actions_by_name["compare"].isEnabled()


def test_a_newer_request_overtakes_the_comparison(
    qtbot: QtBot, window: MainWindow, engine: Any, story_files: tuple[Path, ...]
) -> None:
    engine.gate.clear()
    window.open_paths(story_files[:2])
    qtbot.waitUntil(lambda: window.work.comparing)
    window.open_paths(story_files[2:])
    qtbot.waitUntil(lambda: len(window.work.session.articles) == 3)
    engine.gate.set()
    qtbot.waitUntil(lambda: not window.work.busy)
    assert len(analysis_of(window).articles) == 3


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


def test_one_article_asks_for_a_second(qtbot: QtBot, window: MainWindow, story_files: tuple[Path, ...]) -> None:
    window.open_paths(story_files[:1])
    qtbot.waitUntil(window.case.isVisible)
    assert not window.work.busy
    assert window.case.inspector.empty_title() == "One article so far"


def test_bad_files_are_told_one_by_one_and_the_rest_goes_on(
    qtbot: QtBot, window: MainWindow, story_files: tuple[Path, ...], tmp_path: Path
) -> None:
    (tmp_path / "bad1.txt").write_text("x")
    window.open_paths([tmp_path / "bad1.txt", *story_files, tmp_path / "gone.txt"])
    qtbot.waitUntil(lambda: window.work.session.analysis is not None)
    assert whats(window) == ["“bad1.txt” is not text.", "“gone.txt” does not exist."]
    assert [m.remedy for m in window.messages.messages] == ["Save it as plain text.", "Check the path."]
    assert window.messages.isVisible()


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


def test_export_writes_the_report_and_says_where(
    qtbot: QtBot, case: MainWindow, engine: Any, files: Any, tmp_path: Path, settle: Callable[[MainWindow], None]
) -> None:
    files.saves = tmp_path / "out.pdf"
    QTest.keyClick(case, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: bool(case.messages.messages))
    assert files.saves.read_bytes() == b"%PDF 3"
    assert engine.written == [(files.saves, "The harbour closes at dusk.")]
    assert files.suggested.name == "The harbour closes at dusk - report.pdf"
    (message,) = case.messages.messages
    assert (message.what, message.remedy, message.severity) == ("The report was written.", str(files.saves), None)
    assert message.button == "Open"
    settle(case)


def test_an_export_that_fails_says_why(qtbot: QtBot, case: MainWindow, files: Any, tmp_path: Path) -> None:
    files.saves = tmp_path / "gone" / "out.pdf"
    case.actions_by_name["export"].trigger()
    qtbot.waitUntil(lambda: bool(case.messages.messages))
    assert whats(case) == ["The folder “gone” is not there."]
    (message,) = case.messages.messages
    assert message.button == "Choose another place"
    files.saves = tmp_path / "out.pdf"
    run_message(case)
    qtbot.waitUntil((tmp_path / "out.pdf").exists)
    qtbot.waitUntil(lambda: whats(case) == ["The report was written."])


def test_an_export_that_is_not_wanted_does_nothing(case: MainWindow, files: Any, engine: Any) -> None:
    files.saves = None
    case.actions_by_name["export"].trigger()
    assert engine.written == []
    assert not case.work.busy


def test_the_engines_notice_is_shown(
    qtbot: QtBot, window: MainWindow, engine: Any, story_files: tuple[Path, ...]
) -> None:
    engine.notice = "The language model is missing."
    window.open_paths(story_files)
    qtbot.waitUntil(lambda: window.work.session.analysis is not None)
    assert window.status.notice() == "The language model is missing."


def test_the_status_says_what_the_pair_comes_to(case: MainWindow) -> None:
    assert case.status.statement() == "C ← A: 2 of 3 sentences have a source in A"


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


def test_a_narrow_window_moves_the_inspector_down_and_shows_badges(qtbot: QtBot, case: MainWindow) -> None:
    view, inspector = case.case.view, case.case.inspector
    assert inspector.mapTo(case, QPoint()).x() > view.mapTo(case, QPoint()).x()
    case.resize(1024, 680)
    qtbot.waitUntil(lambda: case.width() == 1024)
    assert inspector.mapTo(case, QPoint()).y() > view.mapTo(case, QPoint()).y()
    assert case.case.sidebar.width() < 100
    case.resize(1440, 900)
    qtbot.waitUntil(lambda: inspector.mapTo(case, QPoint()).y() < 200)
    assert case.case.sidebar.width() == 222


def test_text_of_articles_is_never_markup(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    hostile = "<h1>Big</h1> <img src='x'> & <b>bold</b> \U0001f600 " + "long " * 40
    paths = []
    for name in ("one.txt", "two.txt"):
        (tmp_path / name).write_text(hostile + name.split(".")[0], "utf-8")
        paths.append(tmp_path / name)
    window.open_paths(paths)
    qtbot.waitUntil(lambda: window.work.session.analysis is not None)
    window.grab()
    assert all(label.textFormat() == Qt.TextFormat.PlainText for label in window.findChildren(QLabel))
    for row in range(2):
        tip = window.case.articles.index(row).data(Qt.ItemDataRole.ToolTipRole)
        assert tip.startswith("<qt>&lt;h1&gt;Big")
    assert not any("<h1>" in label.toolTip() for label in window.findChildren(QLabel))


def test_the_keys_sheet_opens(case: MainWindow) -> None:
    press(case, "?")
    (dialog,) = case.findChildren(QDialog)
    assert dialog.isVisible()
    dialog.reject()


def test_choices_are_remembered(
    qtbot: QtBot, case: MainWindow, light: Theme, engine: Any, files: Any, tmp_path: Path
) -> None:
    press(case, "z")
    case.close()
    again = MainWindow(light, engine, Settings(tmp_path / "settings.ini"), files)
    qtbot.addWidget(again)
    assert not again.case.view.folding()
    assert not again.actions_by_name["fold"].isChecked()
    again.work.shutdown()


def test_closing_waits_for_the_work(
    qtbot: QtBot, window: MainWindow, engine: Any, story_files: tuple[Path, ...]
) -> None:
    engine.gate.clear()
    window.open_paths(story_files)
    qtbot.waitUntil(lambda: window.work.comparing)
    window.close()
    assert not window.work.busy


def test_the_window_is_gone_before_the_work_is_waited_for(
    qtbot: QtBot, window: MainWindow, engine: Any, story_files: tuple[Path, ...]
) -> None:
    seen: list[bool] = []
    engine.told_to_stop = lambda: seen.append(window.isVisible())
    engine.gate.clear()
    window.open_paths(story_files)
    qtbot.waitUntil(lambda: window.work.comparing)
    window.close()
    assert seen == [False]


def test_removing_an_article_while_comparing_shows_the_ones_that_stay(
    qtbot: QtBot, window: MainWindow, engine: Any, story_files: tuple[Path, ...]
) -> None:
    engine.gate.clear()
    window.open_paths(story_files)
    qtbot.waitUntil(lambda: window.work.comparing)
    window.case.sidebar.list.articleChosen.emit("a2")
    assert headings(window) == [("A", "The harbour closes at noon."), ("B", "Bakers met in the old hall.")]
    window.articles.remove("a1")
    qtbot.waitUntil(lambda: window.work.comparing)
    window.case.sidebar.list.articleChosen.emit("a2")
    assert headings(window) == [("A", "Bakers met in the old hall."), ("B", "The harbour closes at dusk.")]
    assert [column._blocks.sentence(0).text for column in window.case.view._columns] == [t for _, t in headings(window)]


def headings(window: MainWindow) -> list[tuple[str, str]]:
    return [(h.letter, h.title) for h in window.case.view._header.headings() if h is not None]


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


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("A/B: what?", "A B what - report.pdf"),
        ("", "Case - report.pdf"),
        ("x" * 200, "x" * 80 + " - report.pdf"),
        ("End.", "End - report.pdf"),
    ],
)
def test_report_names_are_valid_everywhere(title: str, name: str) -> None:
    assert report_name(title) == name
