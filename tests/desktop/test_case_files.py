"""A case is kept at every change, opened again where one was, and never lost."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from core.case.file import CaseFile
from core.case.review import Verdict
from core.model import Role
from desktop.control.recents import remembered
from desktop.main_window import MainWindow
from desktop.screens import Screen
from desktop.session import About
from desktop.settings import Settings
from desktop.theme import Theme
from tests.desktop.window_acts import wait_saved

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def saved(qtbot: QtBot, case: MainWindow, files: Any, tmp_path: Path) -> Path:
    """Return where the case of the window was saved, with a verdict and a note."""
    files.case_saved = tmp_path / "summit.cognate"
    QTest.keyClick(case, Qt.Key.Key_3)
    QTest.keyClick(case, Qt.Key.Key_S, CONTROL)
    qtbot.waitUntil(lambda: case.files.keeper.path == tmp_path / "summit.cognate")
    wait_saved(qtbot, case)
    return tmp_path / "summit.cognate"


@pytest.fixture
def other(
    qtbot: QtBot, light: Theme, engine: Any, files: Any, tmp_path: Path
) -> Iterator[Callable[[Path], MainWindow]]:
    """Return a function that opens a case in a window of its own."""
    made: list[MainWindow] = []

    def open_case(path: Path) -> MainWindow:
        window = MainWindow(light, engine, Settings(tmp_path / "settings.ini"), files, tmp_path / "unsaved")
        window.case.view.set_animated(False)
        qtbot.addWidget(window)
        window.resize(1440, 900)
        window.show()
        made.append(window)
        window.open_paths([path])
        return window

    yield open_case
    for window in made:
        window.files.keeper.close(discard=True)
        window.case.shutdown()
        window.work.shutdown()


def test_a_case_is_kept_before_it_has_a_name(qtbot: QtBot, case: MainWindow, tmp_path: Path) -> None:
    QTest.keyClick(case, Qt.Key.Key_2)
    wait_saved(qtbot, case)
    assert case.files.keeper.untitled
    (path,) = (tmp_path / "unsaved").glob("*.cognate")
    with CaseFile.open(path, read_only=True) as kept:
        contents = kept.read()
    assert [a.title for a in contents.articles] == [a.title for a in case.work.session.articles]
    assert contents.analysis == case.work.session.analysis
    assert [j.verdict for j in contents.review.judgements.values()] == [Verdict.CREDIT]


def test_a_saved_case_opens_where_one_was(
    qtbot: QtBot, case: MainWindow, saved: Path, other: Callable[[Path], MainWindow]
) -> None:
    case.navigation.show(Screen.LEDGER)
    judged = case.work.session.review_state
    case.close()
    assert not list((saved.parent / "unsaved").glob("*.cognate"))
    window = other(saved)
    qtbot.waitUntil(lambda: window.work.session.analysis is not None)
    assert window.work.session.review_state == judged
    assert window.case.current is Screen.LEDGER
    assert window.work.session.title == "summit"
    assert window.files.keeper.path == saved
    assert not window.work.busy


def test_a_verdict_can_be_undone_and_done_again(qtbot: QtBot, case: MainWindow) -> None:
    pair = case.work.session.pair
    assert pair is not None
    first = pair.links[case.case.selected_link()]
    QTest.keyClick(case, Qt.Key.Key_1)
    assert case.work.session.verdict(pair, first) is Verdict.ACCEPTABLE
    assert pair.links[case.case.selected_link()] is not first, "the next finding without a verdict is shown"
    QTest.keyClick(case, Qt.Key.Key_Z, CONTROL)
    assert case.work.session.verdict(pair, first) is None
    assert case.actions_by_name["redo"].text() == "Redo acceptable for C 1"
    QTest.keyClick(case, Qt.Key.Key_Z, CONTROL | SHIFT)
    assert case.work.session.verdict(pair, first) is Verdict.ACCEPTABLE
    wait_saved(qtbot, case)


def test_a_second_window_may_only_read(
    qtbot: QtBot, case: MainWindow, saved: Path, other: Callable[[Path], MainWindow]
) -> None:
    window = other(saved)
    qtbot.waitUntil(lambda: bool(window.messages.messages))
    (message,) = window.messages.messages
    assert message.what == "“summit.cognate” is open in another window."
    assert message.button == "Open to read"
    assert message.run is not None
    message.run()
    qtbot.waitUntil(lambda: window.work.session.analysis is not None)
    assert window.files.keeper.read_only
    assert case.files.keeper.path == saved


def test_a_new_case_leaves_the_saved_one_alone(qtbot: QtBot, case: MainWindow, saved: Path) -> None:
    before = saved.read_bytes()
    QTest.keyClick(case, Qt.Key.Key_N, CONTROL)
    qtbot.waitUntil(case.welcome.isVisible)
    qtbot.waitUntil(lambda: case.files.keeper.untitled)
    assert case.work.session.articles == ()
    assert not case.reviewing.decisions.undo_stack.canUndo()
    with CaseFile.open(saved, read_only=True) as kept:
        assert len(kept.read().review.judgements) == 1
    assert [recent.path for recent in case.welcome.recent()] == [saved]
    assert before


def test_recent_cases_can_be_opened_and_forgotten(qtbot: QtBot, case: MainWindow, saved: Path) -> None:
    QTest.keyClick(case, Qt.Key.Key_N, CONTROL)
    qtbot.waitUntil(case.welcome.isVisible)
    (recent,) = case.welcome.recent()
    case.welcome.recentChosen.emit(recent)
    qtbot.waitUntil(lambda: case.work.session.analysis is not None)
    assert case.files.keeper.path == saved
    case.welcome.recentRemoved.emit(recent)
    assert case.welcome.recent() == ()
    assert saved.exists()


def test_a_case_that_went_is_told_as_missing(tmp_path: Path, case: MainWindow, saved: Path, qtbot: QtBot) -> None:
    QTest.keyClick(case, Qt.Key.Key_N, CONTROL)
    qtbot.waitUntil(case.welcome.isVisible)
    saved.unlink()
    (recent,) = remembered(Settings(tmp_path / "settings.ini"))
    assert recent.missing
    assert recent.articles == 3


def test_what_is_no_case_is_told_and_the_case_stays(qtbot: QtBot, case: MainWindow, tmp_path: Path) -> None:
    (tmp_path / "broken.cognate").write_text("no database")
    case.open_paths([tmp_path / "broken.cognate"])
    qtbot.waitUntil(lambda: bool(case.messages.messages))
    assert case.messages.messages[0].what == "“broken.cognate” is not a Cognate case."
    assert len(case.work.session.articles) == 3


def test_a_disk_that_refuses_is_told_and_tried_again(qtbot: QtBot, case: MainWindow, saved: Path) -> None:
    moved = saved.with_name("elsewhere.cognate")
    saved.rename(moved)
    QTest.keyClick(case, Qt.Key.Key_1)
    qtbot.waitUntil(lambda: bool(case.messages.messages))
    (message,) = case.messages.messages
    assert "moved, deleted or replaced" in message.what
    assert "Nothing is lost while the window stays open." in message.remedy
    assert case.files.saved_at == ""
    moved.rename(saved)
    assert message.run is not None
    message.run()
    wait_saved(qtbot, case)
    qtbot.waitUntil(lambda: not case.messages.messages)
    with CaseFile.open(saved, read_only=True) as kept:
        assert len(kept.read().review.judgements) == 2


def test_what_a_crash_left_is_offered(
    qtbot: QtBot, case: MainWindow, tmp_path: Path, other: Callable[[Path], MainWindow]
) -> None:
    QTest.keyClick(case, Qt.Key.Key_4)
    wait_saved(qtbot, case)
    path = case.files.keeper.path
    assert path is not None
    left = path.with_name("20260101-000000-left.cognate")
    left.write_bytes(path.read_bytes())
    window = other(tmp_path / "none.txt")
    qtbot.waitUntil(lambda: any(m.topic == "left" for m in window.messages.messages))
    message = next(m for m in window.messages.messages if m.topic == "left")
    assert message.run is not None
    message.run()
    qtbot.waitUntil(lambda: window.work.session.analysis is not None)
    assert window.files.keeper.untitled
    assert len(window.work.session.review_state.judgements) == 1


def test_a_removed_article_stays_away_though_the_comparison_was_stopped(
    qtbot: QtBot, case: MainWindow, saved: Path, engine: Any, other: Callable[[Path], MainWindow]
) -> None:
    engine.gate.clear()
    case.articles.remove("a1")
    qtbot.waitUntil(lambda: case.work.comparing)
    case.work.cancel()
    engine.gate.set()
    qtbot.waitUntil(lambda: not case.work.busy)
    wait_saved(qtbot, case)
    case.close()
    window = other(saved)
    qtbot.waitUntil(lambda: len(window.work.session.articles) == 2 and not window.work.busy)
    titles = [a.title for a in window.work.session.articles]
    assert titles == ["Bakers met in the old hall.", "The harbour closes at dusk."]


def test_titles_and_roles_outlive_comparisons_and_reopening(
    qtbot: QtBot, case: MainWindow, saved: Path, engine: Any, other: Callable[[Path], MainWindow]
) -> None:
    engine.gate.clear()
    case.work.compare()
    case.articles.rename("a1", "The harbour story")
    case.articles.set_role("a2", Role.LICENSED)
    engine.gate.set()
    qtbot.waitUntil(lambda: not case.work.busy)
    assert case.work.session.articles[0].title == "The harbour story"
    case.articles.set_role("a2", Role.UNKNOWN)
    wait_saved(qtbot, case)
    case.close()
    window = other(saved)
    qtbot.waitUntil(lambda: window.work.session.analysis is not None)
    assert window.work.session.articles[0].title == "The harbour story"
    assert window.work.session.articles[1].role is Role.UNKNOWN


def test_saving_under_another_name_leaves_the_old_file_its_own(
    qtbot: QtBot, case: MainWindow, saved: Path, files: Any, tmp_path: Path
) -> None:
    files.case_saved = tmp_path / "second.cognate"
    QTest.keyClick(case, Qt.Key.Key_S, CONTROL)
    qtbot.waitUntil(lambda: case.files.keeper.path == tmp_path / "second.cognate")
    wait_saved(qtbot, case)
    assert case.work.session.title == "second"
    for path, title in ((saved, "summit"), (tmp_path / "second.cognate", "second")):
        with CaseFile.open(path, read_only=True) as kept:
            assert kept.read().title == title


def test_nothing_is_changed_while_another_case_is_opened(qtbot: QtBot, case: MainWindow, saved: Path) -> None:
    case.files.open(saved)
    assert case.files.loading
    assert not case.actions_by_name["remove"].isEnabled()
    assert not case.actions_by_name["verdict_1"].isEnabled()
    qtbot.waitUntil(lambda: not case.files.loading)
    assert case.actions_by_name["verdict_1"].isEnabled()


def enabled(window: MainWindow) -> set[str]:
    return {name for name, action in window.actions_by_name.all().items() if action.isEnabled()}


def test_what_could_be_used_before_a_case_was_opened_can_be_used_after(
    qtbot: QtBot, case: MainWindow, saved: Path
) -> None:
    free = {"open", "open_folder", "open_case", "paste", "sample", "preferences"}
    assert free <= enabled(case)
    case.files.open(saved)
    assert not free & enabled(case)
    qtbot.waitUntil(lambda: not case.files.loading and not case.work.busy)
    assert free <= enabled(case)
    case.files.new()
    qtbot.waitUntil(lambda: not case.files.loading and not case.work.busy)
    assert free <= enabled(case)


def test_what_can_be_undone_can_be_undone_still_where_no_other_case_came(
    qtbot: QtBot, case: MainWindow, tmp_path: Path
) -> None:
    case.articles.rename("a1", "Another name")
    assert case.actions_by_name["undo"].isEnabled()
    case.files.open(tmp_path / "none.cognate")
    assert not case.actions_by_name["undo"].isEnabled()
    qtbot.waitUntil(lambda: not case.files.loading)
    assert case.actions_by_name["undo"].isEnabled()


def test_articles_that_come_while_another_case_is_opened_are_refused_in_a_sentence(
    qtbot: QtBot, case: MainWindow, saved: Path, story_files: tuple[Path, ...]
) -> None:
    more = story_files[0].with_name("more.txt")
    more.write_text("A fourth article. Nobody waits for it.", "utf-8")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(more))])
    case.files.open(saved)
    middle = case.rect().center().toPointF()
    none = Qt.KeyboardModifier.NoModifier
    case.dropEvent(QDropEvent(middle, Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, none))
    assert [m.what for m in case.messages.messages] == ["Nothing was added: another case is being opened."]
    qtbot.waitUntil(lambda: not case.files.loading and not case.work.busy)
    assert len(case.work.session.articles) == 3
    case.open_paths([more])
    assert case.messages.messages == ()
    qtbot.waitUntil(lambda: len(case.work.session.articles) == 4 and not case.work.busy)


def test_a_case_with_titles_of_its_own_is_kept(qtbot: QtBot, case: MainWindow, tmp_path: Path) -> None:
    case.articles.set_about("a1", About(outlet="Coast Daily"))
    wait_saved(qtbot, case)
    case.close()
    assert len(list((tmp_path / "unsaved").glob("*.cognate"))) == 1


def test_what_can_be_read_of_a_damaged_case_is_a_new_one(
    qtbot: QtBot, case: MainWindow, saved: Path, tmp_path: Path, files: Any
) -> None:
    damaged = tmp_path / "from elsewhere.cognate"
    with closing(sqlite3.connect(saved)) as source, closing(sqlite3.connect(damaged)) as db:
        source.backup(db)
        db.execute("CREATE TRIGGER t AFTER INSERT ON judgements BEGIN DELETE FROM articles; END")
        db.commit()
    before = damaged.read_bytes()
    case.open_paths([damaged])
    qtbot.waitUntil(lambda: any(m.topic == "open" for m in case.messages.messages))
    (message,) = [m for m in case.messages.messages if m.topic == "open"]
    assert message.what.startswith(
        "“from elsewhere.cognate” is damaged. What can be read of it was put into a new case"
    )
    assert message.remedy.endswith("The damaged file was left as it is.")
    assert message.button == "Save case as…"
    assert case.files.keeper.untitled
    assert len(case.work.session.articles) == 3
    assert len(case.work.session.review_state.judgements) == 1
    files.case_saved = tmp_path / "rescued.cognate"
    assert message.run is not None
    message.run()
    qtbot.waitUntil(lambda: case.files.keeper.path == tmp_path / "rescued.cognate")
    wait_saved(qtbot, case)
    assert damaged.read_bytes() == before


def test_a_damaged_case_of_which_nothing_can_be_read_says_so(qtbot: QtBot, case: MainWindow, saved: Path) -> None:
    damaged = saved.with_name("damaged.cognate")
    damaged.write_bytes(saved.read_bytes()[:4_200])
    case.open_paths([damaged])
    qtbot.waitUntil(lambda: any(m.topic == "open" for m in case.messages.messages))
    assert "No article in it can be read." in case.messages.messages[0].what
    assert case.files.keeper.path == saved


def test_a_file_that_only_a_case_names_is_opened_when_people_agree(
    qtbot: QtBot, case: MainWindow, saved: Path, other: Callable[[Path], MainWindow], story_files: tuple[Path, ...]
) -> None:
    case.files.reread("a2")
    qtbot.waitUntil(lambda: any(m.what == "The file has not changed." for m in case.messages.messages))
    case.close()
    story_files[1].unlink()
    os.mkfifo(story_files[1])  # whoever opened it would wait
    window = other(saved)
    qtbot.waitUntil(lambda: window.work.session.analysis is not None)
    window.files.reread("a2")
    (message,) = [m for m in window.messages.messages if m.topic == "reread"]
    assert message.what == f"The case says that this article is from “{story_files[1]}”."
    assert not window.work.busy
    story_files[1].unlink()
    story_files[1].write_text("Bakers went home.\nFlour costs less.", "utf-8")
    assert message.run is not None
    message.run()
    qtbot.waitUntil(lambda: window.work.session.articles[1].title == "Bakers went home.")
    qtbot.waitUntil(lambda: not window.work.busy)
