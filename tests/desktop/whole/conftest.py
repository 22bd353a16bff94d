"""The whole desktop: windows on the installed engine, hands on a keyboard, and what a reader gets to see."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QMenu, QWidget
from pytestqt.qtbot import QtBot

import seeds
from core import ingest
from core.case.contents import CaseContents, LastPlace, SavedArticle, SettingName
from core.case.file import CaseFile
from core.model import Analysis, article_letter
from core.pipeline import analyse
from desktop.engine import CoreEngine
from desktop.main_window import MainWindow
from desktop.settings import Settings
from desktop.theme import Theme

NONE = Qt.KeyboardModifier.NoModifier
ROLES = QAccessible.Role


class Hands:
    """Presses keys; only what has the keyboard gets them."""

    def __init__(self, qtbot: QtBot) -> None:
        self._qtbot = qtbot

    @staticmethod
    def focus() -> QWidget:
        """Return what has the keyboard; there is always something that has it, and it is in sight."""
        found = QApplication.focusWidget()
        assert found is not None, "nothing has the keyboard"
        assert found.isVisible(), f"{name_of(found)} has the keyboard and is out of sight"
        return found

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
        QTest.keyClick(self.focus(), key, modifiers)
        QApplication.processEvents()

    def ctrl(self, key: Qt.Key) -> None:
        self.press(key, Qt.KeyboardModifier.ControlModifier)

    def type(self, text: str) -> None:
        for letter in text:
            QTest.keyClicks(self.focus(), letter)
        QApplication.processEvents()

    def tab_to(self, name: str, most: int = 60) -> None:
        """Press Tab until what has the keyboard is called so."""
        for _ in range(most):
            if name_of(self.focus()) == name:
                return
            self.press(Qt.Key.Key_Tab)
        raise AssertionError(f"Tab does not reach “{name}”")


class Strays(QObject):
    """Notes every widget that becomes a window of its own without being one: it would flash up on the screen."""

    def __init__(self) -> None:
        super().__init__()
        self.names: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() is QEvent.Type.Show and isinstance(watched, QWidget) and self._stray(watched):
            self.names.append(f"{type(watched).__name__} {watched.accessibleName()}")
        return False

    @staticmethod
    def _stray(widget: QWidget) -> bool:
        plain = widget.isWindow() and widget.windowType() is Qt.WindowType.Window
        return plain and not isinstance(widget, (MainWindow, QDialog, QMenu))


def name_of(widget: QWidget) -> str:
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name) if interface else widget.accessibleName()


def texts(widget: QWidget) -> list[str]:
    """Return what labels in sight say, also where a narrow window shortens it."""
    return [name_of(x) for x in widget.findChildren(QLabel) if x.isVisible() and x.text()]


def tree(interface: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    """Yield what a screen reader can reach from here: what is in sight, and all rows of lists."""
    for n in range(interface.childCount()):
        child = interface.child(n)
        if child is None or not child.isValid():
            continue
        if child.state().invisible and child.role() not in (ROLES.ListItem, ROLES.Cell):
            continue
        yield child
        yield from tree(child)


@pytest.fixture
def hands(qtbot: QtBot) -> Hands:
    return Hands(qtbot)


@pytest.fixture
def named() -> Callable[[QWidget], str]:
    return name_of


@pytest.fixture
def said() -> Callable[[QWidget], list[str]]:
    return texts


@pytest.fixture
def spoken() -> Callable[[QWidget], list[tuple[Any, str]]]:
    """Return a function that lists what a screen reader finds in a widget: role and name."""

    def found(widget: QWidget) -> list[tuple[Any, str]]:
        root = QAccessible.queryAccessibleInterface(widget)
        return [(x.role(), x.text(QAccessible.Text.Name)) for x in tree(root)]

    return found


@pytest.fixture
def strays(qapp: QApplication) -> Iterator[Strays]:
    made = Strays()
    qapp.installEventFilter(made)
    yield made
    qapp.removeEventFilter(made)


@pytest.fixture(scope="session")
def sample() -> Analysis:
    return analyse([ingest.read(path) for path in seeds.paths()])


@pytest.fixture
def sample_case(sample: Analysis, tmp_path: Path) -> Path:
    """Return the sample case, saved, at its first finding on Compare."""
    path = tmp_path / "sample.cognate"
    articles = tuple(SavedArticle.of(a, article_letter(n)) for n, a in enumerate(sample.articles))
    settings = {SettingName.TITLE.value: "sample"}
    with CaseFile.create(path) as case:
        case.keep_all(CaseContents(articles=articles, analysis=sample, settings=settings))
        case.keep_place(LastPlace("compare_screen", "a3", "a5", 0))
    return path


Opener = Callable[..., MainWindow]


@pytest.fixture
def open_window(qtbot: QtBot, light: Theme, files: Any, tmp_path: Path) -> Iterator[Opener]:
    """Return a function that opens a window on the installed engine, with a case if it is given one."""
    made: list[MainWindow] = []

    def open_it(case: Path | None = None) -> MainWindow:
        window = MainWindow(light, CoreEngine(), Settings(tmp_path / "settings.ini"), files, tmp_path / "unsaved")
        made.append(window)
        window.case.view.set_animated(False)
        qtbot.addWidget(window)
        window.resize(1440, 900)
        window.show()
        qtbot.waitExposed(window)
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        if case is not None:
            window.files.open(case)
            qtbot.waitUntil(lambda: window.work.session.analysis is not None and not window.work.busy, timeout=30_000)
        return window

    yield open_it
    for window in made:
        window.files.keeper.close(discard=True)
        window.case.shutdown()
        window.work.shutdown()
