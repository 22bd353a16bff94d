"""The import screen: how it shows what is said while articles are read and compared."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAccessible, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QProgressBar, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from core.errors import ArticleError
from desktop.actions import Actions
from desktop.dressing import dress_again
from desktop.intake import FileState, FileStatus
from desktop.pages.importing import ImportPage
from desktop.theme import Theme, load_theme, theme_names
from desktop.widgets.import_files import FileButtons
from tests.desktop.conftest import make_article

READY, WAITING, READING, FAILED = FileStatus.READY, FileStatus.WAITING, FileStatus.READING, FileStatus.FAILED
NAMES = ("a.txt", "b.txt", "c.txt", "d.txt", "e.txt")
ALL = tuple(FileState(i, name, READY, 11 + i) for i, name in enumerate(NAMES))
ERROR = ArticleError("/in/scan.pdf", "“/in/scan.pdf” is a PDF.", "Save it as text and add that.")
BAD = FileState(5, "scan.pdf", FAILED, error=ERROR, replaceable=True)
TWICE = FileState(6, "a.txt", FAILED, error=ArticleError("/in/a.txt", "“a.txt” is in the case already."))


class Clock:
    """A clock that a test sets."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def theme(qapp: QApplication, light: Theme) -> Iterator[Theme]:
    made = load_theme("light")
    made.changed.connect(lambda: dress_again(qapp, made))
    yield made
    dress_again(qapp, light)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def actions(qtbot: QtBot) -> Iterator[Actions]:
    owner = QWidget()
    qtbot.addWidget(owner)
    yield Actions(owner)
    owner.hide()


@pytest.fixture
def page(qtbot: QtBot, theme: Theme, actions: Actions, clock: Clock) -> ImportPage:
    made = ImportPage(theme, actions, clock)
    qtbot.addWidget(made)
    made.resize(1440, 822)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    return made


def settle() -> None:
    for _ in range(6):
        QApplication.processEvents()


def fill(page: ImportPage) -> None:
    page.begin(NAMES)
    for state in (*ALL, BAD, TWICE):
        page.tell_file(state)
    page.show_articles([make_article("One line.\\"), make_article("Two.Three.\nFour.")])
    settle()


def buttons(page: ImportPage, text: str) -> list[QPushButton]:
    rows = [b for b in page.findChildren(FileButtons) if b.isVisible()]
    return [b for row in rows for b in row.findChildren(QPushButton) if b.text() == text and b.isVisible()]


def test_it_follows_what_it_is_told(qtbot: QtBot, page: ImportPage, clock: Clock) -> None:
    fill(page)
    page.tell_progress("Linking sentences", 0.6)
    clock.now = 3.0
    page.tell_progress("Linking sentences", 0.7)
    assert page._title.text() == "Comparing 5 articles"
    assert page._line.text() == "Pair 1 of 10, A with B."  # at most some twelve times a second
    said = "Pair 6 of 10, B with D. About 3 seconds left in this step."
    qtbot.waitUntil(lambda: page._line.text() == said)
    assert page.stages.items[3].accessibleName() == "Link sentences, 50%"
    assert page.stages.items[3].bar.value() == 500
    assert page.stages.items[3].label.font().weight() == 600
    assert page.stages.items[0].label.font().weight() == 400
    page.finish()
    assert page._title.text() == "5 articles compared"
    page.begin(())
    assert page.next_place == 0
    assert page._title.text() == "Reading articles"
    assert not page.files.isVisible()
    assert not page._notes_card.isVisible()


def test_the_texts_can_be_opened_as_soon_as_two_are_read(qtbot: QtBot, page: ImportPage) -> None:
    page.begin(NAMES)
    assert not page.open_button.isEnabled()
    page.show_articles([make_article("One.")])
    assert not page.open_button.isEnabled()
    page.show_articles([make_article("One."), make_article("Two.")])
    with qtbot.waitSignal(page.openWanted):
        page.open_button.click()


def test_cancel_is_the_windows_own(qtbot: QtBot, page: ImportPage, actions: Actions) -> None:
    with qtbot.waitSignal(actions["cancel"].triggered):
        page.cancel_button.click()
    assert page.cancel_button.accessibleName() == "Cancel"


def test_what_was_noticed_is_said_in_few_lines(page: ImportPage) -> None:
    fill(page)
    assert page._notes_card.isVisible()
    said = [line.accessibleName() for line in page.notes._lines]
    assert said[0] == "A 1 ends with a stray “\\”."
    page.show_articles([make_article("Odd.\\") for _ in range(9)])
    said = [line.accessibleName() for line in page.notes._lines]
    assert (len(said), said[-1]) == (6, "4 more lines in the overview.")


def test_a_bad_file_can_be_replaced_or_skipped_by_mouse(qtbot: QtBot, page: ImportPage) -> None:
    fill(page)
    (paste,) = buttons(page, "Paste text")
    assert paste.accessibleName() == "Paste text in place of scan.pdf"
    with qtbot.waitSignal(page.pasteWanted) as pasted:
        paste.click()
    assert pasted.args == ["/in/scan.pdf"]
    assert page._model.rowCount() == 7
    page.forget("/in/scan.pdf")
    settle()
    assert page._model.rowCount() == 6
    (skip,) = buttons(page, "Skip")
    with qtbot.waitSignal(page.skipWanted) as skipped:
        skip.click()
    assert skipped.args == ["/in/a.txt"]
    assert [row.name for row in map(page._model.row, range(5))] == list(NAMES)
    assert page.files.hasFocus()


def test_a_bad_file_can_be_replaced_or_skipped_by_keyboard(qtbot: QtBot, page: ImportPage) -> None:
    fill(page)
    page.files.setFocus()
    assert page.files.currentIndex().row() == 0
    QTest.keyClick(page.files, Qt.Key.Key_Return)
    QTest.keyClick(page.files, Qt.Key.Key_Delete)
    assert page._model.rowCount() == 7
    reached = []
    for _ in range(3):
        here = QApplication.focusWidget()
        assert here is not None
        QTest.keyClick(here, Qt.Key.Key_Tab)
        there = QApplication.focusWidget()
        assert there is not None
        reached.append(there.accessibleName())
    assert reached == ["Paste text in place of scan.pdf", "Skip scan.pdf", "Skip a.txt"]
    page.files.setFocus()
    page.files.setCurrentIndex(page._model.index(5))
    with qtbot.waitSignal(page.pasteWanted) as pasted:
        QApplication.sendEvent(
            page.files, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier)
        )
    with qtbot.waitSignal(page.skipWanted) as skipped:
        QTest.keyClick(page.files, Qt.Key.Key_Delete)
    assert pasted.args == skipped.args == ["/in/scan.pdf"]


def test_a_file_that_is_read_after_all_loses_its_buttons(page: ImportPage) -> None:
    fill(page)
    page.tell_file(FileState(5, "scan.pdf", READY, 3))
    settle()
    assert not buttons(page, "Paste text")
    assert page._model.row(5).letter == "F"
    assert page.next_place == 7


def test_two_hundred_files_scroll_in_their_card_and_stay_quick(page: ImportPage) -> None:
    page.resize(1024, 622)
    page.begin([f"{n}.txt" for n in range(200)])
    for n in range(200):
        page.tell_file(FileState(n, f"{n}.txt", FAILED if n % 2 else READY, 12, ERROR if n % 2 else None))
    settle()
    assert page._scroll.verticalScrollBar().maximum() == 0
    assert page.files.verticalScrollBar().maximum() > 5000
    assert len(page.findChildren(FileButtons)) < 20
    page.files.scrollToBottom()
    settle()
    last = page.files.indexWidget(page._model.index(199))
    assert isinstance(last, FileButtons)
    assert len(page.findChildren(FileButtons)) < 40


def test_buttons_stand_in_their_row(page: ImportPage, theme: Theme) -> None:
    for zoom, width in ((1.0, 1440), (2.0, 1024)):
        theme.wear(zoom=zoom)
        page.resize(width, 622)
        fill(page)
        index = page._model.index(5)
        page.files.scrollTo(index)
        settle()
        row = page.files.visualRect(index)
        for text in ("Paste text", "Skip"):
            button = buttons(page, text)[0]
            corner = button.mapTo(page.files.viewport(), QPoint(0, 0))
            assert row.contains(corner)
            assert row.contains(button.mapTo(page.files.viewport(), button.rect().bottomRight()))
            assert min(button.width(), button.height()) >= 24


@pytest.mark.parametrize("width", [1024, 1440])
@pytest.mark.parametrize("zoom", [0.8, 1.0, 1.5, 2.0])
def test_nothing_is_cut_off(page: ImportPage, theme: Theme, width: int, zoom: float) -> None:
    theme.wear("contrast-light", zoom=zoom)
    page.resize(width, 622)
    fill(page)
    assert page._scroll.horizontalScrollBar().maximum() == 0
    inside = page._scroll.widget()
    assert inside is not None
    for widget in page.findChildren(QWidget):
        if widget.isVisible() and inside.isAncestorOf(widget) and not page.files.isAncestorOf(widget):
            assert widget.mapTo(inside, widget.rect().bottomRight()).x() < inside.width()
            if not isinstance(widget, QProgressBar):  # its height is the style sheet's
                assert widget.height() >= widget.minimumSizeHint().height()
    card = page._files_card
    assert page.files.geometry().bottom() >= card.height() - 3
    assert page.stages.height() == page.stages.heightForWidth(page.stages.width())


@pytest.mark.parametrize("name", theme_names())
def test_it_is_painted_in_every_theme(page: ImportPage, theme: Theme, name: str) -> None:
    theme.wear(name)
    fill(page)
    image = page.grab().toImage()
    assert image.pixelColor(4, 400) == theme.color("bg")
    spot = page.files.mapTo(page, QPoint(4, 20))
    assert image.pixelColor(spot) == theme.color("paper")


def test_everything_has_a_name(page: ImportPage) -> None:
    fill(page)
    for widget in page.findChildren(QWidget):
        if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            interface = QAccessible.queryAccessibleInterface(widget)
            assert interface is not None
            assert interface.text(QAccessible.Text.Name)
