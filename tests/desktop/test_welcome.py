"""The first page: recent cases, and how it stands in narrow windows and large type."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from core.model import MatchClass
from desktop.actions import Actions
from desktop.dressing import dress_again
from desktop.models.recent import RecentCase, day, detail, named
from desktop.pages.welcome import WelcomePage
from desktop.theme import Theme, load_theme, theme_names
from desktop.widgets.recent import REMOVE, RecentButton

NOW = datetime(2026, 3, 10, 12, tzinfo=UTC)
TURNS = 6
"""Of the event loop: text that wraps tells its height a turn after its width, and so does what it stands in."""
HERE = RecentCase(Path("/c/one.case"), "City budget", 8, NOW, ((MatchClass.CLOSE, 0.4),))
GONE = RecentCase(Path("/c/two.case"), "Ferry accident", 1, NOW - timedelta(days=9), missing=True)


@pytest.fixture
def theme(qapp: QApplication, light: Theme) -> Iterator[Theme]:
    made = load_theme("light")
    made.changed.connect(lambda: dress_again(qapp, made))
    yield made
    dress_again(qapp, light)


@pytest.fixture
def page(qtbot: QtBot, theme: Theme) -> WelcomePage:
    owner = QWidget()
    qtbot.addWidget(owner)
    made = WelcomePage(theme, Actions(owner))
    made.setProperty("owner", owner)
    qtbot.addWidget(made)
    made.resize(1440, 822)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    return made


def buttons(page: WelcomePage) -> list[RecentButton]:
    return [b for b in page.findChildren(RecentButton) if b.isVisible()]


@pytest.mark.parametrize(
    ("ago", "said"), [(0, "today"), (1, "yesterday"), (2, "8 Mar"), (40, "29 Jan"), (80, "20 Dec 2025"), (-3, "13 Mar")]
)
def test_days_are_said_as_people_say_them(ago: int, said: str) -> None:
    assert day(NOW - timedelta(days=ago), NOW) == said


def test_a_case_is_told_of_in_one_line() -> None:
    assert detail(HERE, NOW) == "8 articles, today"
    assert detail(GONE, NOW) == "1 article, not found"


def test_without_recent_cases_there_is_no_heading(page: WelcomePage) -> None:
    assert not page._recent_heading.isVisible()
    page.set_recent([HERE])
    assert page._recent_heading.isVisible()
    page.set_recent([])
    assert not page._recent_heading.isVisible()
    assert page.recent() == ()


def test_a_recent_case_can_be_chosen_by_mouse_and_keyboard(qtbot: QtBot, page: WelcomePage) -> None:
    page.set_recent([HERE, GONE])
    assert page.recent() == (HERE, GONE)
    (button, _) = buttons(page)
    assert button.accessibleName().startswith("City budget, 8 articles")
    with qtbot.waitSignal(page.recentChosen) as clicked:
        button.click()
    button.setFocus()
    with qtbot.waitSignal(page.recentChosen) as pressed:
        QTest.keyClick(button, Qt.Key.Key_Space)
    assert clicked.args == pressed.args == [HERE]


def test_a_case_whose_file_is_gone_can_only_be_taken_from_the_list(qtbot: QtBot, page: WelcomePage) -> None:
    page.set_recent([HERE, GONE])
    (_, button) = buttons(page)
    assert not button.isEnabled()
    assert "not found" in button.accessibleName()
    remove = next(b for b in page.findChildren(QPushButton) if b.accessibleName().startswith(REMOVE))
    with qtbot.waitSignal(page.recentRemoved) as removed:
        remove.click()
    assert removed.args == [GONE]


def test_any_case_can_be_taken_from_the_list(qtbot: QtBot, page: WelcomePage) -> None:
    page.set_recent([HERE])
    (button,) = buttons(page)
    with qtbot.waitSignal(page.recentRemoved) as by_key:
        QTest.keyClick(button, Qt.Key.Key_Delete)
    button.customContextMenuRequested.emit(button.rect().center())
    menu = button.findChild(QMenu)
    assert menu is not None
    with qtbot.waitSignal(page.recentRemoved) as by_menu:
        menu.actions()[0].trigger()
    menu.close()
    assert by_key.args == by_menu.args == [HERE]


@pytest.mark.parametrize("width", [1024, 1440])
@pytest.mark.parametrize("zoom", [0.8, 1.0, 1.5, 2.0])
def test_nothing_is_cut_off(page: WelcomePage, theme: Theme, width: int, zoom: float) -> None:
    page.set_recent([HERE, GONE])
    theme.wear("contrast-light", zoom=zoom)
    page.resize(width, 622)
    for _ in range(TURNS):
        QApplication.processEvents()
    assert page.horizontalScrollBar().maximum() == 0
    inside = page.widget()
    assert inside is not None
    for widget in page.findChildren(QWidget):
        if widget.isVisible() and inside.isAncestorOf(widget):
            corner = widget.mapTo(inside, widget.rect().bottomRight())
            assert corner.x() < inside.width()
            assert widget.height() >= widget.minimumSizeHint().height()


@pytest.mark.parametrize("name", theme_names())
def test_it_is_painted_in_every_theme(page: WelcomePage, theme: Theme, name: str) -> None:
    page.set_recent([HERE, GONE])
    theme.wear(name)
    QApplication.processEvents()
    image = page.grab().toImage()
    assert image.pixelColor(4, 400) == theme.color("bg")
    corner = page.drop_area.mapTo(page, page.drop_area.rect().center())
    assert image.pixelColor(corner.x() - 300, corner.y()) == theme.color("paper")


def test_a_case_without_a_name_is_told_by_its_title_and_when_it_was_begun() -> None:
    now = datetime(2026, 11, 27, 9, 0, tzinfo=UTC)
    path = Path("20261126-213005-0a1b2c3d.cognate")
    assert named(path, "", now) == "begun yesterday 21:30"
    assert named(path, "Gulls return", now) == "“Gulls return”, begun yesterday 21:30"
    assert named(Path("rescued.cognate"), "", now) == "rescued"
    assert named(Path("rescued.cognate"), "Gulls return", now) == "“Gulls return”"
