"""What is done about how texts came to be: places, attachments, encodings, what their files say, files read again."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from core.model import Article, Finding, Span
from core.notices import guess_notice
from desktop import jobs
from desktop.dialogs.encoding import EncodingDialog
from desktop.main_window import MainWindow
from desktop.models.notes import Act, ActKind
from desktop.screens import Screen
from desktop.session import About
from desktop.theme import Theme
from tests.desktop.conftest import FakeEngine, make_article
from tests.desktop.window_acts import run_message, whats

STORY = "The harbour closes at noon.\nGulls returned to the caf\u00e9.\nNobody was hurt."


def read_text(path: Path, encoding: str | None) -> Article:
    """Return a text file as the program would: a guess is told, a choice is noted."""
    data = path.read_bytes()
    text = data.decode(encoding or "cp1252", "replace")
    made = make_article(text, str(path))
    notices = () if encoding else (guess_notice("cp1252"),)
    told = replace(
        made.document, encoding=encoding or "cp1252", notices=notices, encoding_chosen=encoding is not None, sha256="1"
    )
    return replace(made, document=told)


def documented(**says: Any) -> Callable[[Path, str | None], Article]:
    """Return what reads lines as sentences, of a file that says this of itself."""

    def read(path: Path, _encoding: str | None) -> Article:
        made = make_article(path.read_text("utf-8").split("\n\n")[0], str(path))
        document = replace(made.document, format="docx", **says)
        return replace(made, document=document, title=document.title or made.title)

    return read


@pytest.fixture
def mixed(tmp_path: Path, engine: FakeEngine) -> tuple[Path, Path]:
    """Return a file in ISO 8859-2 that says nothing of it, and another."""
    old, other = tmp_path / "old.txt", tmp_path / "other.txt"
    old.write_bytes("Śnieg leży w porcie.\nGulls returned to the pier.".encode("iso8859-2"))
    other.write_text("Snow lies on the pier.\nGulls returned to the pier.", "utf-8")
    engine.read_as["old.txt"] = read_text
    return old, other


def add(qtbot: QtBot, window: MainWindow, *paths: Path) -> None:
    count = len(window.work.session.articles) + len(paths)
    window.open_paths(paths)
    qtbot.waitUntil(lambda: len(window.work.session.articles) == count and not window.work.busy)


def dialog_of(qtbot: QtBot, window: MainWindow) -> EncodingDialog:
    qtbot.waitUntil(lambda: any(d.isVisible() for d in window.findChildren(EncodingDialog)))
    return next(d for d in window.findChildren(EncodingDialog) if d.isVisible())


# what their files say


def test_what_a_file_says_of_itself_is_what_is_known_of_the_article(
    qtbot: QtBot, window: MainWindow, engine: FakeEngine, story_files: tuple[Path, ...]
) -> None:
    said = {"author": "Ana Ruiz", "outlet": "The Daily", "published": "2026-01-02", "address": "https://d.example/1"}
    engine.read_as["a.txt"] = documented(title="Harbour", **said)
    add(qtbot, window, *story_files[:2])
    session = window.work.session
    assert session.about("a1") == About("The Daily", "Ana Ruiz", "2026-01-02", "https://d.example/1")
    assert session.about("a2") == About()
    assert not session.described()
    assert window.files._nothing_to_keep()  # all of it can be had from the files again
    saved = session.saved_articles()[0]
    assert [saved.outlet, saved.author] == [said["outlet"], said["author"]]
    assert [saved.date, saved.address] == [said["published"], said["address"]]
    window.articles.set_about("a1", replace(session.about("a1"), author=""))
    assert session.described()


def test_to_read_a_file_again_never_writes_over_what_an_editor_said(
    qtbot: QtBot, window: MainWindow, engine: FakeEngine, story_files: tuple[Path, ...]
) -> None:
    engine.read_as["a.txt"] = documented(author="Ana Ruiz", outlet="The Daily", title="Harbour")
    add(qtbot, window, *story_files[:2])
    session = window.work.session
    window.articles.set_about("a1", replace(session.about("a1"), author="A. Ruiz", date="2026-01-02"))
    engine.read_as["a.txt"] = documented(author="Staff", outlet="The Daily News", published="2026-02-03")
    story_files[0].write_text("The harbour opens at last.", "utf-8")
    window.work.reread("a1")
    qtbot.waitUntil(lambda: session.article("a1").text.endswith("last.") and not window.work.busy)
    assert session.about("a1") == About("The Daily News", "A. Ruiz", "2026-01-02")


@pytest.mark.parametrize(("renamed", "title"), [("", "The harbour opens at last."), ("My title", "My title")])
def test_a_title_that_an_editor_gave_stays_when_the_file_is_read_again(
    qtbot: QtBot, window: MainWindow, story_files: tuple[Path, ...], renamed: str, title: str
) -> None:
    add(qtbot, window, *story_files[:2])
    window.articles.rename("a1", renamed)
    story_files[0].write_text("The harbour opens at last.", "utf-8")
    window.work.reread("a1")
    qtbot.waitUntil(lambda: window.work.session.article("a1").text.endswith("last.") and not window.work.busy)
    assert window.work.session.article("a1").title == title


# places


def odd(path: Path, _encoding: str | None) -> Article:
    made = make_article(STORY, str(path))
    gulls, nobody = (STORY.index(word) for word in ("Gulls", "Nobody"))
    found = (
        Finding("zero-width", Span(gulls, gulls + 1), "it is not seen"),
        Finding("zero-width", Span(nobody, nobody + 1), "it is not seen"),
        Finding("hidden-text", Span(len(STORY), len(STORY)), "white on white: “\u202enever”"),
    )
    return replace(made, document=replace(made.document, findings=found))


def test_what_was_found_can_be_shown_place_by_place(
    qtbot: QtBot, window: MainWindow, engine: FakeEngine, story_files: tuple[Path, ...]
) -> None:
    engine.read_as["b.txt"] = odd
    add(qtbot, window, *story_files)
    window.navigation.show(Screen.OVERVIEW)
    problems = window.case.overview.side.problems
    qtbot.waitUntil(lambda: len(problems.findChildren(QPushButton)) == 2)
    shown, hidden = problems.findChildren(QPushButton)
    assert "“\ufffdnever”" in hidden.accessibleName(), "hidden words are quoted and steer nothing"
    places = []
    for button in (shown, shown, hidden):
        button.setFocus()
        QTest.keyClick(button, Qt.Key.Key_Space)
        assert window.case.current is Screen.COMPARE
        assert window.work.session.view is not None
        right = window.work.session.view.right == "a2"
        column = window.case.view._columns[1 if right else 0]
        places.append(column.blocks[column.currentIndex().row()].first)
        assert column.hasFocus()
        assert column._keyboard, "the ring shows the place"
        window.navigation.show(Screen.OVERVIEW)
    assert places == [1, 2, 2]


def test_a_note_on_an_article_that_has_gone_does_nothing(window: MainWindow) -> None:
    window.texts.act(Act(ActKind.SHOW, "a9", (Span(0, 1),)))
    window.texts.add_attached("a9")
    window.texts.choose_encoding("a9")
    assert window.case.current is Screen.COMPARE
    assert not window.work.busy
    assert whats(window) == []
    assert not window.findChildren(EncodingDialog)


# what came along


@pytest.fixture
def mail(tmp_path: Path, engine: FakeEngine) -> Path:
    """Return a mail with two attachments; it also names a file that is not in it."""
    path = tmp_path / "mail.eml"
    path.write_text("The harbour closes at noon.\nSee the files.", "utf-8")
    inside = [f"{path}/one.txt", f"{path}/two.docx"]
    engine.read_as["mail.eml"] = documented(attachments=(*inside, "/etc/hostname"))
    for name in ("one.txt", "two.docx"):
        engine.read_as[name] = lambda found, _: make_article(f"{STORY} {found.name}", str(found))
    return path


def test_what_is_attached_is_offered_and_added(qtbot: QtBot, window: MainWindow, mail: Path) -> None:
    add(qtbot, window, mail)
    qtbot.waitUntil(lambda: bool(whats(window)))
    assert whats(window) == ["“The harbour closes at noon.” came with 2 attachments."]
    assert window.messages.messages[0].button == "Add its 2 attachments"
    run_message(window)
    qtbot.waitUntil(lambda: len(window.work.session.articles) == 3 and not window.work.busy)
    assert [a.document.path for a in window.work.session.articles[1:]] == [f"{mail}/one.txt", f"{mail}/two.docx"]
    assert whats(window) == []
    assert window.texts.offered("a1") == ()


def test_what_is_attached_can_be_added_from_the_list_by_key(qtbot: QtBot, window: MainWindow, mail: Path) -> None:
    add(qtbot, window, mail)
    articles = window.case.sidebar.list
    qtbot.waitUntil(articles.isVisible)
    articles.setFocus()
    articles.setCurrentIndex(window.case.articles.index(0))
    assert window.actions_by_name["attachments"].isEnabled()
    QTest.keyClick(articles, Qt.Key.Key_A)
    qtbot.waitUntil(lambda: len(window.work.session.articles) == 3 and not window.work.busy)
    assert not window.actions_by_name["attachments"].isEnabled()


def test_the_import_screen_offers_what_is_attached(
    qtbot: QtBot, window: MainWindow, engine: FakeEngine, mail: Path, story_files: tuple[Path, ...]
) -> None:
    engine.gate.clear()
    window.open_paths([mail, story_files[0]])
    qtbot.waitUntil(lambda: window.work.comparing)
    (button,) = window.intake.page.notes.findChildren(QPushButton)
    assert button.text() == "Add its 2 attachments"
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(window.work.session.articles) == 4)
    engine.gate.set()
    qtbot.waitUntil(lambda: not window.work.busy)


# encoding


def test_an_encoding_is_chosen_by_what_the_text_looks_like(
    qtbot: QtBot, window: MainWindow, mixed: tuple[Path, Path]
) -> None:
    add(qtbot, window, *mixed)
    session = window.work.session
    assert session.article("a1").text.startswith("¦nieg")
    window.texts.act(Act(ActKind.ENCODING, "a1"))
    dialog = dialog_of(qtbot, window)
    qtbot.waitUntil(lambda: "¦nieg" in dialog.preview.toPlainText())
    assert not dialog.take.isEnabled(), "it reads like that already"
    dialog.list.setFocus()
    while "8859-2" not in dialog.list.currentItem().text():
        QTest.keyClick(dialog.list, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: "Śnieg" in dialog.preview.toPlainText())
    assert "all of the file can be read" in dialog.said.text()
    QTest.keyClick(dialog.list, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: session.article("a1").text.startswith("Śnieg") and not window.work.busy)
    assert session.article("a1").document.encoding_chosen
    assert session.analysis is not None
    assert session.analysis.article("a1").text.startswith("Śnieg")
    window.actions_by_name["undo"].trigger()
    qtbot.waitUntil(lambda: not window.work.busy)
    assert session.article("a1").text.startswith("¦nieg")
    assert session.analysis.article("a1").text.startswith("¦nieg")
    window.actions_by_name["redo"].trigger()
    qtbot.waitUntil(lambda: not window.work.busy)
    assert session.article("a1").text.startswith("Śnieg")


def test_a_slow_share_holds_neither_the_dialog_nor_the_window(
    qtbot: QtBot, window: MainWindow, mixed: tuple[Path, Path], engine: Any, caplog: pytest.LogCaptureFixture
) -> None:
    add(qtbot, window, *mixed)
    share, began = threading.Event(), threading.Event()

    def slowly(path: Path, encoding: str | None) -> Article:
        began.set()
        share.wait(20)  # deaf to any cancel, as a file on a share that does not answer
        return read_text(path, encoding)

    engine.read_as[mixed[0].name] = slowly
    window.texts.act(Act(ActKind.ENCODING, "a1"))
    dialog = dialog_of(qtbot, window)
    qtbot.waitUntil(began.is_set)
    before = time.monotonic()
    dialog.reject()
    qtbot.waitUntil(lambda: not window.findChildren(EncodingDialog))
    assert time.monotonic() - before < 5
    share.set()
    qtbot.waitUntil(lambda: not jobs._left)
    assert caplog.records == []
    assert window.work.session.article("a1").text.startswith("¦nieg")


def test_a_chosen_encoding_holds_when_the_file_is_read_again(
    qtbot: QtBot, window: MainWindow, mixed: tuple[Path, Path]
) -> None:
    add(qtbot, window, *mixed)
    session = window.work.session
    read = read_text(mixed[0], "iso8859-2")
    window.texts._read_so(session.mark("a1"), read, None, "A")
    mixed[0].write_bytes("Śnieg topnieje.\nGulls returned to the pier.".encode("iso8859-2"))
    window.work.reread("a1")
    qtbot.waitUntil(lambda: "topnieje" in session.article("a1").text and not window.work.busy)
    assert session.article("a1").text.startswith("Śnieg")


def test_a_chosen_encoding_is_kept_in_the_case(
    qtbot: QtBot, window: MainWindow, mixed: tuple[Path, Path], tmp_path: Path, files: Any
) -> None:
    add(qtbot, window, *mixed)
    window.texts._read_so(window.work.session.mark("a1"), read_text(mixed[0], "iso8859-2"), None, "A")
    files.case_saved = tmp_path / "snow.cognate"
    window.actions_by_name["save_as"].trigger()
    qtbot.waitUntil(lambda: bool(window.files.saved_at) and files.case_saved.exists() and not window.work.busy)
    window.actions_by_name["new"].trigger()
    qtbot.waitUntil(lambda: not window.work.session.articles and not window.files.loading)
    window.open_paths([files.case_saved])
    qtbot.waitUntil(lambda: len(window.work.session.articles) == 2 and not window.work.busy)
    document = window.work.session.article("a1").document
    assert (document.encoding, document.encoding_chosen) == ("iso8859-2", True)
    assert document.text.startswith("Śnieg")
    window.texts.choose_encoding("a1")
    assert "The case says that this article is from" in whats(window)[0], "only the case names the file"
    run_message(window)
    dialog = dialog_of(qtbot, window)
    assert "8859-2" in dialog.list.currentItem().text()
    dialog.reject()


def test_a_file_that_has_gone_is_told_in_the_dialog(
    qtbot: QtBot, light: Theme, engine: FakeEngine, mixed: tuple[Path, Path]
) -> None:
    article = read_text(mixed[0], None)
    gone = mixed[0].with_name("gone.txt")
    dialog = EncodingDialog(light, article, "A", lambda encoding, _: engine.read(gone, encoding))
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(lambda: "does not exist" in dialog.said.text())
    assert not dialog.take.isEnabled()
    assert dialog.preview.toPlainText() == ""
    assert dialog.result_article() is None
    dialog.reject()


def test_places_that_are_no_characters_are_counted(qtbot: QtBot, light: Theme, mixed: tuple[Path, Path]) -> None:
    article = read_text(mixed[0], None)
    dialog = EncodingDialog(light, article, "A", lambda encoding, _: read_text(mixed[0], encoding))
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.list.setCurrentRow(1)
    qtbot.waitUntil(dialog.take.isEnabled)
    assert dialog.said.text() == "In UTF-8, 2 places of the file cannot be read; shown as �."
    dialog.list.setCurrentRow(0)
    qtbot.waitUntil(lambda: not dialog.take.isEnabled())
    dialog.reject()


# stopping


def test_cancel_keeps_what_was_read(
    qtbot: QtBot, window: MainWindow, engine: FakeEngine, story_files: tuple[Path, ...]
) -> None:
    slow = story_files[0].with_name("slow.txt")
    slow.write_text("Late.", "utf-8")
    engine.read_gate.clear()
    window.open_paths([story_files[0], story_files[2], slow, story_files[1]])
    qtbot.waitUntil(lambda: len(window.work._files._arrived) == 2)
    window.actions_by_name["cancel"].trigger()
    assert [a.title for a in window.work.session.articles] == [
        "The harbour closes at noon.",
        "The harbour closes at dusk.",
    ]
    qtbot.waitUntil(lambda: not window.work.busy and window.case.isVisible())
    (message,) = window.messages.messages
    assert message.what == "Reading was stopped."
    assert message.remedy == "In the case: 2 more articles. Not read: 2 files."
    run_message(window)
    qtbot.waitUntil(lambda: window.work.session.analysis is not None)
    assert whats(window) == []


def test_a_cancel_reaches_a_reader_that_is_at_work(
    qtbot: QtBot, window: MainWindow, engine: FakeEngine, tmp_path: Path
) -> None:
    slow = tmp_path / "slow.txt"
    slow.write_text("Late.", "utf-8")
    engine.read_gate.clear()
    window.open_paths([slow])
    qtbot.waitUntil(lambda: bool(window.work._files._states))
    window.actions_by_name["cancel"].trigger()
    assert whats(window) == ["Reading was stopped."]
    pool = window.work._reading._pool
    assert pool.submit(lambda: True).result(timeout=5), "the thread is free again though the gate is shut"
    assert window.work.session.articles == ()


@pytest.mark.parametrize("new", [True, False])
def test_what_is_still_being_read_never_lands_in_another_case(
    qtbot: QtBot,
    window: MainWindow,
    engine: FakeEngine,
    files: Any,
    story_files: tuple[Path, ...],
    new: bool,  # noqa: FBT001 - a parameter
) -> None:
    add(qtbot, window, *story_files[:2])
    files.case_saved = story_files[0].with_name("harbour.cognate")
    window.actions_by_name["save_as"].trigger()
    qtbot.waitUntil(lambda: window.work.session.title == "harbour" and files.case_saved.exists())
    other = files.case_saved.with_name("other.cognate")
    other.write_bytes(files.case_saved.read_bytes())
    slow = story_files[0].with_name("slow.txt")
    slow.write_text("Late.", "utf-8")
    engine.read_gate.clear()
    window.open_paths([story_files[2], slow])
    qtbot.waitUntil(lambda: len(window.work._files._arrived) == 1)
    if new:
        window.actions_by_name["new"].trigger()
    else:
        window.open_paths([other])
    told = next(m for m in window.messages.messages if m.topic == "read")
    assert told.what == "Reading was stopped, for another case was opened."
    assert told.remedy == "Kept in “harbour”: 1 more article. Not read: 1 file."
    qtbot.waitUntil(lambda: not window.files.loading and not window.work.busy)
    engine.read_gate.set()
    qtbot.wait(60)
    assert len(window.work.session.articles) == (0 if new else 2)
    window.open_paths([files.case_saved])
    qtbot.waitUntil(lambda: len(window.work.session.articles) == 3)
    assert [a.title for a in window.work.session.articles][2] == "The harbour closes at dusk."
    qtbot.waitUntil(lambda: not window.work.busy)


# folders and archives


def test_a_folder_is_added_and_what_is_left_out_is_told(
    qtbot: QtBot, window: MainWindow, files: Any, story_files: tuple[Path, ...]
) -> None:
    folder = story_files[0].parent
    (folder / "photo.jpg").write_bytes(b"x")
    files.articles_in = folder
    window.actions_by_name["open_folder"].trigger()
    qtbot.waitUntil(lambda: len(window.work.session.articles) == 3 and not window.work.busy)
    qtbot.waitUntil(
        lambda: whats(window) == ["“story” also holds what is no article by its name and was left out: “photo.jpg”."]
    )
    assert QApplication.focusWidget() is not None
