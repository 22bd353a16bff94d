"""A whole review by keyboard alone: every key goes to what has the keyboard, and every step is looked at."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from core.case.file import CaseFile
from core.case.review import Verdict
from core.report.phrases import CLASS_NAMES
from desktop.main_window import MainWindow
from desktop.screens import Screen

SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
NOTE = "Ask the desk: 70 or 75?"
GIVEN = (Verdict.ACCEPTABLE, Verdict.CREDIT, Verdict.REWRITE, Verdict.DISMISS)
NAMES = ("Acceptable", "Needs credit", "Needs rewrite", "Dismiss")
Said = Callable[[QWidget], list[str]]


class Reader:
    """Tells what somebody in front of the window sees."""

    def __init__(self, window: MainWindow, said: Said, qtbot: QtBot) -> None:
        self.window, self.said, self._qtbot = window, said, qtbot

    def position(self) -> str:
        """Return what the top bar says of the place: ``Finding 2 of 15``."""
        return " ".join(x for x in self.said(self.window.top_bar._position))

    def bar(self) -> list[str]:
        return self.said(self.window.top_bar)

    def inspector(self) -> list[str]:
        return self.said(self.window.case.inspector)

    def verdicts(self) -> dict[str, Verdict]:
        """Return the verdicts by what the blocks under review are called to a screen reader."""
        window = self.window
        session, pair = window.work.session, window.work.session.pair
        assert pair is not None
        given = {n: session.verdict(pair, link) for n, link in enumerate(pair.links)}
        return {str(n): verdict for n, verdict in given.items() if verdict is not None}

    def block(self, sentence: int) -> str:
        """Return the name of a block of the article under review."""
        column = self.window.case.view._columns[1]
        index = column.model().index(column.row_of(sentence), 0)
        return str(index.data(Qt.ItemDataRole.AccessibleTextRole))

    def wait(self, until: Callable[[], bool], timeout: int = 60_000) -> None:
        self._qtbot.waitUntil(until, timeout=timeout)

    def kept(self) -> None:
        """Wait until the top bar says that everything is on the disk."""
        self.wait(lambda: bool(self.window.files.saved_at))


@pytest.fixture
def begun(open_window: Any, hands: Any, said: Said, qtbot: QtBot) -> Reader:
    """Return a reader of the sample case, opened from the welcome page by keys and compared."""
    window: MainWindow = open_window()
    reader = Reader(window, said, qtbot)
    assert window.welcome.isVisible()
    assert "See what one article owes to another." in said(window.welcome)
    hands.tab_to("Open the sample case")
    hands.press(Qt.Key.Key_Space)
    reader.wait(lambda: window.work.session.analysis is not None and not window.work.busy)
    reader.wait(window.case.isVisible)
    assert not window.welcome.isVisible()
    assert not window.job_bar.isVisible()
    return reader


def dialog() -> QDialog:
    (found,) = [w for w in QApplication.topLevelWidgets() if isinstance(w, QDialog) and w.isVisible()]
    return found


def test_a_review_by_keyboard_alone(
    begun: Reader, hands: Any, files: Any, tmp_path: Path, open_window: Any, strays: Any
) -> None:
    go_round_the_screens(begun, hands)
    go_through_the_findings(begun, hands)
    give_verdicts(begun, hands)
    write_a_note(begun, hands)
    take_back_and_give_again(begun, hands)
    look_at_the_exclusions(begun, hands)
    find_words(begun, hands)
    filter_the_ledger(begun, hands)
    files.case_saved = tmp_path / "rockets.cognate"
    save(begun, hands)
    export(begun, hands, tmp_path / "reports")
    copy_findings(begun, hands)
    come_back(begun, open_window, hands)
    assert strays.names == []


def go_round_the_screens(reader: Reader, hands: Any) -> None:
    pages = {
        Qt.Key.Key_1: (Screen.OVERVIEW, reader.window.case.overview, "Passages to check first"),
        Qt.Key.Key_3: (Screen.LEDGER, reader.window.case.ledger, "Sentence"),
        Qt.Key.Key_4: (Screen.REPORT, reader.window.case.report, "Sections"),
        Qt.Key.Key_2: (Screen.COMPARE, reader.window.case.compare, "Divergences"),
    }
    for key, (screen, page, _) in pages.items():
        hands.ctrl(key)
        assert reader.window.case.current is screen
        assert page.isVisible()
        assert [other.isVisible() for _, other, _ in pages.values()].count(True) == 1
        assert reader.window.actions_by_name[screen.value].isChecked()
        focus = hands.focus()
        assert page.isAncestorOf(focus) or reader.window.top_bar.isAncestorOf(focus)


def go_through_the_findings(reader: Reader, hands: Any) -> None:
    count = reader.window.case.position()[1]
    assert count > 10
    assert reader.position() == f"Finding 1 of {count}"
    first = reader.inspector()
    hands.press(Qt.Key.Key_J)
    assert reader.position() == f"Finding 2 of {count}"
    assert reader.inspector() != first
    hands.press(Qt.Key.Key_J)
    hands.press(Qt.Key.Key_K)
    hands.press(Qt.Key.Key_K)
    assert reader.position() == f"Finding 1 of {count}"
    assert reader.inspector() == first
    link = reader.window.work.session.pair.links[reader.window.case.selected_link()]  # type: ignore[union-attr]
    assert CLASS_NAMES[link.match] in {*reader.inspector(), reader.window.case.inspector._chip.accessibleName()}


def give_verdicts(reader: Reader, hands: Any) -> None:
    """Give each of the four verdicts to a finding; each goes on to the next that has none."""
    window, pair = reader.window, reader.window.work.session.pair
    assert pair is not None
    for number, (verdict, name) in enumerate(zip(GIVEN, NAMES, strict=True)):
        link = window.case.selected_link()
        hands.press(Qt.Key(Qt.Key.Key_1 + number))
        assert window.work.session.verdict(pair, pair.links[link]) is verdict
        assert window.case.selected_link() != link
        said = reader.block(pair.links[link].a[0])
        assert said.endswith({"Dismiss": "dismissed"}.get(name, name.lower())), said
        assert window.actions_by_name["undo"].text().startswith(f"Undo {name[0].lower()}{name[1:]} for C ")
    assert window.case.position()[0] == 5
    hands.press(Qt.Key.Key_K)
    assert window.case.inspector.verdict() is Verdict.DISMISS
    hands.press(Qt.Key.Key_0)
    assert window.case.inspector.verdict() is None
    assert len(reader.verdicts()) == 3
    hands.press(Qt.Key.Key_J, SHIFT)  # the one without is where we are, so the next
    assert window.case.position()[0] == 5
    hands.press(Qt.Key.Key_K, SHIFT)
    assert window.case.position()[0] == 4
    hands.press(Qt.Key.Key_4)
    assert len(reader.verdicts()) == 4


def write_a_note(reader: Reader, hands: Any) -> None:
    """Write a note on the finding that was just judged, from which the selection has gone on."""
    window, note = reader.window, reader.window.case.inspector.verdicts.note
    next_one = window.case.selected_link()
    hands.press(Qt.Key.Key_N)
    judged = window.case.selected_link()
    assert window.case.inspector.verdict() is Verdict.DISMISS
    assert hands.focus() is note
    hands.type(NOTE)
    assert note.toPlainText() == NOTE
    assert window.case.selected_link() == judged
    assert len(reader.verdicts()) == 4, "figures in a note are no verdicts"
    hands.press(Qt.Key.Key_Escape)
    assert hands.focus() is not note
    assert window.case.view.isAncestorOf(hands.focus())
    assert window.case.selected_link() == next_one
    pair = window.work.session.pair
    assert pair is not None
    assert window.work.session.judgement(pair, pair.links[judged]).note == NOTE
    assert note.toPlainText() == ""
    hands.press(Qt.Key.Key_K)
    assert note.toPlainText() == NOTE


def take_back_and_give_again(reader: Reader, hands: Any) -> None:
    """Take every decision back and make it again; nothing of it is lost on the way."""
    window = reader.window
    decided = dict(window.work.session.review_state.judgements)
    undone = 0
    while window.actions_by_name["undo"].isEnabled():
        before = dict(window.work.session.review_state.judgements)
        hands.ctrl(Qt.Key.Key_Z)
        assert dict(window.work.session.review_state.judgements) != before
        undone += 1
    assert undone == 7, "four verdicts, one cleared and given again, a note"
    assert reader.verdicts() == {}
    assert window.case.inspector.verdicts.note.toPlainText() == ""
    for _ in range(undone):
        hands.press(Qt.Key.Key_Z, CTRL | SHIFT)
    assert not window.actions_by_name["redo"].isEnabled()
    assert dict(window.work.session.review_state.judgements) == decided


def look_at_the_exclusions(reader: Reader, hands: Any) -> None:
    before = hands.focus()
    hands.press(Qt.Key.Key_E)
    opened = dialog()
    reader.wait(opened.isActiveWindow)
    assert opened.isAncestorOf(hands.focus())
    assert any("quotation" in text.lower() for text in [*reader.said(opened), *names_in(opened)])
    hands.press(Qt.Key.Key_Escape)
    reader.wait(lambda: not any(isinstance(w, QDialog) and w.isVisible() for w in QApplication.topLevelWidgets()))
    reader.window.activateWindow()  # as a desktop does of itself when a dialog closes
    reader.wait(reader.window.isActiveWindow)
    assert hands.focus() is before


def names_in(widget: QWidget) -> list[str]:
    return [w.accessibleName() or str(w.property("text") or "") for w in widget.findChildren(QWidget) if w.isVisible()]


def find_words(reader: Reader, hands: Any) -> None:
    bar = reader.window.case.view._finder.bar
    before = reader.window.case.selected_link()
    hands.ctrl(Qt.Key.Key_F)
    assert bar.isVisible()
    hands.type("putin")
    assert hands.focus() is bar.line
    found = bar.count_text()
    assert found.startswith("1 of ")
    hands.press(Qt.Key.Key_Return)
    assert bar.count_text() == found.replace("1 of", "2 of", 1)
    hands.press(Qt.Key.Key_Escape)
    assert not bar.isVisible()
    assert reader.window.case.view.isAncestorOf(hands.focus())
    assert reader.window.case.selected_link() == before


def filter_the_ledger(reader: Reader, hands: Any) -> None:
    ledger = reader.window.case.ledger
    hands.ctrl(Qt.Key.Key_3)
    whole = ledger.filter.rowCount()
    assert f"{whole} sentences" in " ".join(reader.said(ledger.controls))
    hands.ctrl(Qt.Key.Key_F)
    assert hands.focus() is ledger.controls.search
    hands.type("military")
    left = ledger.filter.rowCount()
    assert 0 < left < whole
    assert f"{left} of {whole}" in " ".join(reader.said(ledger.controls))
    hands.ctrl(Qt.Key.Key_A)
    hands.press(Qt.Key.Key_Backspace)
    assert ledger.filter.rowCount() == whole
    hands.ctrl(Qt.Key.Key_2)
    assert reader.window.case.current is Screen.COMPARE


def save(reader: Reader, hands: Any) -> None:
    window = reader.window
    hands.ctrl(Qt.Key.Key_S)
    keeper = window.files.keeper
    reader.wait(
        lambda: keeper.path is not None and keeper.path.name == "rockets.cognate" and bool(window.files.saved_at)
    )
    assert any(x.endswith(f"rockets.cognate, saved {window.files.saved_at}") for x in reader.bar())
    assert "rockets" in reader.bar()


def export(reader: Reader, hands: Any, folder: Path) -> None:
    """Export two formats to a folder that is typed, and come back."""
    folder.mkdir()
    before = hands.focus()
    hands.ctrl(Qt.Key.Key_E)
    opened = dialog()
    reader.wait(opened.isActiveWindow)
    hands.tab_to("PDF document")
    hands.tab_to("Tables (CSV)")
    hands.press(Qt.Key.Key_Space)
    hands.tab_to("Folder")
    hands.ctrl(Qt.Key.Key_A)
    hands.type(str(folder))
    hands.tab_to("Name of the files")
    hands.ctrl(Qt.Key.Key_A)
    hands.type("rockets")
    assert {"rockets.pdf", "rockets/"} <= set(reader.said(opened))
    hands.press(Qt.Key.Key_Return)
    reader.wait(lambda: "The report was written." in reader.said(opened))
    report = folder / "rockets.pdf"
    assert report.read_bytes().startswith(b"%PDF")
    assert report.stat().st_size > 20_000
    assert sorted(path.name for path in folder.iterdir()) == ["rockets", "rockets.pdf"]
    assert {path.name for path in (folder / "rockets").iterdir()} == {"sentences.csv", "links.csv", "divergences.csv"}
    hands.tab_to("Open rockets.pdf")
    hands.tab_to("Show rockets/ in its folder")
    hands.press(Qt.Key.Key_Escape)
    reader.wait(lambda: not any(isinstance(w, QDialog) and w.isVisible() for w in QApplication.topLevelWidgets()))
    reader.window.activateWindow()
    reader.wait(reader.window.isActiveWindow)
    assert hands.focus() is before


def copy_findings(reader: Reader, hands: Any) -> None:
    hands.press(Qt.Key.Key_C, CTRL | SHIFT)
    reader.wait(lambda: any("Findings copied" in text for text in reader.said(reader.window.messages)))
    assert NOTE in QApplication.clipboard().text()


def come_back(reader: Reader, open_window: Any, hands: Any) -> None:
    """Close the window; a second one finds everything as it was."""
    first = reader.window
    decided, link = dict(first.work.session.review_state.judgements), first.case.selected_link()
    view, inspector = first.work.session.view, reader.inspector()
    case = first.files.keeper.path
    assert case is not None
    first.close()
    with CaseFile.open(case, read_only=True) as file:
        assert dict(file.read().review.judgements) == decided
    second = Reader(open_window(case), reader.said, reader._qtbot)
    assert dict(second.window.work.session.review_state.judgements) == decided
    assert sum(bool(j.note) for j in decided.values()) == 1
    assert second.window.case.current is Screen.COMPARE
    assert second.window.work.session.view == view
    assert second.window.case.selected_link() == link
    second.wait(lambda: second.inspector() == inspector, 3000)
    assert second.window.case.view.isAncestorOf(hands.focus())
