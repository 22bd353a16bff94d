"""What people do in the window, with an engine that is not in the way."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QMenu
from pytestqt.qtbot import QtBot

from core.model import MatchClass, article_letter
from core.progress import NoProgress
from desktop.dialogs.files import covered_report_name, report_name
from desktop.main_window import MainWindow
from desktop.models.classes import FILTERED
from desktop.screens import Screen
from desktop.session import View
from desktop.settings import Settings
from desktop.theme import Theme
from desktop.widgets.pair_picker import PairPicker, pair_choices
from tests.desktop.window_acts import analysis_of, letters, press


def test_without_articles_the_window_welcomes(window: MainWindow) -> None:
    assert window.welcome.isVisible()
    assert not window.top_bar.picker.isVisible()
    for name in ("export", "next_finding", "swap", "remove", "compare", "cancel"):
        assert not window.actions_by_name[name].isEnabled()


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
    for part in inside:
        assert isinstance(part, QMenu)
        part.aboutToShow.emit()
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


def test_the_engines_notice_is_shown(
    qtbot: QtBot, window: MainWindow, engine: Any, story_files: tuple[Path, ...]
) -> None:
    engine.notice = "The language model is missing."
    window.open_paths(story_files)
    qtbot.waitUntil(lambda: window.work.session.analysis is not None)
    assert window.status.notice() == "The language model is missing."


def test_the_status_says_what_the_pair_comes_to(case: MainWindow) -> None:
    assert case.status.statement() == "C ← A: 2 of 3 sentences have a source in A"


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


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("A/B: what?", "A B what - report"),
        ("", "Case - report"),
        ("x" * 200, "x" * 80 + " - report"),
        ("End.", "End - report"),
    ],
)
def test_report_names_are_valid_everywhere(title: str, name: str) -> None:
    assert report_name(title) == name
    assert covered_report_name("AB") == "Article AB - report"


def test_the_article_under_review_was_recognised_and_can_be_changed(
    qtbot: QtBot, case: MainWindow, settle: Callable[[MainWindow], None]
) -> None:
    case.navigation.show(Screen.OVERVIEW)
    change = case.case.overview.head.change
    qtbot.waitUntil(change.isVisible)
    assert change.text() == "Change"
    subject = case.work.session.analysis.subject if case.work.session.analysis else ""
    letter = article_letter([a.id for a in case.work.session.articles].index(subject))
    assert change.toolTip().startswith(f"{letter} was recognised as the article under review")

    action = change.menu().actions()[0]
    chosen = action.text().split()[0]
    action.trigger()
    settle(case)

    assert case.work.session.analysis is not None
    assert case.work.session.analysis.letter(case.work.session.analysis.subject) == chosen != letter
    assert change.toolTip().startswith(f"{chosen} was put under review.")
    case.actions_by_name["undo"].trigger()
    settle(case)
    assert case.work.session.analysis.subject == subject
