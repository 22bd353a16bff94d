"""A case is kept at every change, opened again where one was, and never lost."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from core.case.file import CaseFile
from core.case.review import Verdict
from core.model import Exclusions, Role
from desktop.control.recents import remembered
from desktop.main_window import MainWindow
from desktop.screens import Screen
from desktop.session import About
from desktop.settings import Settings
from desktop.theme import Theme

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def wait_saved(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.waitUntil(lambda: bool(window.files.saved_at) and not window.files.keeper.waiting)


def role(window: MainWindow) -> Role:
    """Return the role of the first article."""
    return window.work.session.articles[0].role


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


def test_articles_are_renamed_meant_and_moved_and_that_is_undone(qtbot: QtBot, case: MainWindow) -> None:
    before = case.work.session.articles[0].title
    case.articles.rename("a1", "  Harbour  story ")
    case.articles.set_role("a1", Role.LICENSED)
    case.articles.set_about("a1", About("Coast Daily", "A. Reporter", "2026-11-20"))
    assert case.work.session.articles[0].title == "Harbour story"
    assert role(case) is Role.LICENSED
    assert case.work.session.about("a1").outlet == "Coast Daily"
    wait_saved(qtbot, case)
    path = case.files.keeper.path
    assert path is not None
    with CaseFile.open(path, read_only=True) as kept:
        saved = kept.read().articles[0]
    assert (saved.title, saved.role, saved.outlet, saved.author) == (
        "Harbour story",
        Role.LICENSED,
        "Coast Daily",
        "A. Reporter",
    )
    case.articles.move("a1", 1)
    assert [a.title for a in case.work.session.articles][1] == "Harbour story"
    for _ in range(4):
        QTest.keyClick(case, Qt.Key.Key_Z, CONTROL)
    assert case.work.session.articles[0].title == before
    assert role(case) is Role.UNKNOWN
    assert case.work.session.about("a1") == About()
    qtbot.waitUntil(lambda: not case.work.busy)


def test_a_file_that_changed_is_read_again(qtbot: QtBot, case: MainWindow, story_files: tuple[Path, ...]) -> None:
    case.work.reread("a2")
    qtbot.waitUntil(lambda: bool(case.messages.messages))
    assert case.messages.messages[0].what == "The file has not changed."
    story_files[1].write_text("Bakers went home.\nFlour costs less.", "utf-8")
    case.work.reread("a2")
    qtbot.waitUntil(lambda: case.work.session.articles[1].title == "Bakers went home.")
    qtbot.waitUntil(lambda: not case.work.busy)
    assert case.work.session.analysis is not None


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


def test_unlinking_takes_the_finding_away_until_it_is_undone(qtbot: QtBot, case: MainWindow) -> None:
    pair = case.work.session.pair
    assert pair is not None
    count = len(pair.links)
    case.case.view.unlinkWanted.emit(case.case.selected_link())
    qtbot.waitUntil(lambda: case.work.session.pair is not None and len(case.work.session.pair.links) == count - 1)
    wait_saved(qtbot, case)
    QTest.keyClick(case, Qt.Key.Key_Z, CONTROL)
    qtbot.waitUntil(lambda: case.work.session.pair is not None and len(case.work.session.pair.links) == count)
    qtbot.waitUntil(lambda: not case.work.busy)


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


def test_what_was_put_under_review_is_kept_and_can_be_undone(qtbot: QtBot, case: MainWindow) -> None:
    case.articles.review("a2")
    qtbot.waitUntil(lambda: not case.work.busy)
    wait_saved(qtbot, case)
    path = case.files.keeper.path
    assert path is not None
    with CaseFile.open(path, read_only=True) as kept:
        assert kept.read().subject == "a2"
    QTest.keyClick(case, Qt.Key.Key_Z, CONTROL)
    qtbot.waitUntil(lambda: not case.work.busy)
    assert case.work.session.reviewed is None
    assert case.work.session.analysis is not None
    assert case.work.session.analysis.subject == "a3"


def test_two_links_taken_out_at_once_are_both_out(qtbot: QtBot, case: MainWindow) -> None:
    pair = case.work.session.pair
    assert pair is not None
    assert len(pair.links) == 2
    case.case.view.unlinkWanted.emit(0)
    case.case.view.unlinkWanted.emit(1)
    case.articles.exclude(Exclusions(names=True))
    qtbot.waitUntil(lambda: not case.work.busy)
    assert case.work.session.pair is not None
    assert case.work.session.pair.links == ()
    assert case.work.session.analysis is not None
    assert case.work.session.analysis.exclusions.names


def test_what_is_excluded_while_comparing_is_excluded_afterwards(qtbot: QtBot, case: MainWindow, engine: Any) -> None:
    engine.gate.clear()
    case.work.compare()
    case.articles.exclude(Exclusions(quotations=True))
    engine.gate.set()
    qtbot.waitUntil(lambda: not case.work.busy)
    assert case.work.session.analysis is not None
    assert case.work.session.analysis.exclusions.quotations


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


def test_put_back_is_only_offered_while_it_would_put_back(qtbot: QtBot, case: MainWindow) -> None:
    case.articles.remove("a2")
    qtbot.waitUntil(lambda: not case.work.busy)
    assert [m.button for m in case.messages.messages] == ["Put back"]
    QTest.keyClick(case, Qt.Key.Key_2)
    assert [m.button for m in case.messages.messages if m.topic == "removed"] == []


def test_removing_is_done_again_after_a_rename(qtbot: QtBot, case: MainWindow) -> None:
    stack = case.reviewing.decisions.undo_stack
    case.articles.rename("a1", "Another name")
    case.articles.remove("a1")
    stack.undo()
    stack.undo()
    stack.redo()
    stack.redo()
    qtbot.waitUntil(lambda: not case.work.busy)
    assert len(case.work.session.articles) == 2
    stack.undo()
    qtbot.waitUntil(lambda: not case.work.busy)
    assert len(case.work.session.articles) == 3


def test_decisions_stay_with_sentences_that_a_new_version_keeps(
    qtbot: QtBot, case: MainWindow, story_files: tuple[Path, ...]
) -> None:
    pair = case.work.session.pair
    assert pair is not None
    case.case.compare.go_to(1)
    QTest.keyClick(case, Qt.Key.Key_3)
    case.case.compare.go_to(0)
    QTest.keyClick(case, Qt.Key.Key_2)
    story_files[2].write_text("The harbour closes at nine.\nGulls returned to the pier.\nTickets stay cheap.", "utf-8")
    case.work.reread("a3")
    qtbot.waitUntil(lambda: case.work.session.articles[2].title == "The harbour closes at nine.")
    qtbot.waitUntil(lambda: not case.work.busy)
    pair = case.work.session.pair
    assert pair is not None
    assert [case.work.session.verdict(pair, link) for link in pair.links] == [None, Verdict.REWRITE]
    (message,) = [m for m in case.messages.messages if m.topic == "reread"]
    assert message.what == "Decisions carried over to the new version: 1."
    assert message.remedy == "1 decision about changed sentences must be given anew."


def test_nothing_is_changed_while_another_case_is_opened(qtbot: QtBot, case: MainWindow, saved: Path) -> None:
    case.files.open(saved)
    assert case.files.loading
    assert not case.actions_by_name["remove"].isEnabled()
    assert not case.actions_by_name["verdict_1"].isEnabled()
    qtbot.waitUntil(lambda: not case.files.loading)
    assert case.actions_by_name["verdict_1"].isEnabled()


def test_a_case_with_titles_of_its_own_is_kept(qtbot: QtBot, case: MainWindow, tmp_path: Path) -> None:
    case.articles.set_about("a1", About(outlet="Coast Daily"))
    wait_saved(qtbot, case)
    case.close()
    assert len(list((tmp_path / "unsaved").glob("*.cognate"))) == 1
