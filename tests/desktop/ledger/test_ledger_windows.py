"""No part of a screen is ever a window of its own, not for a moment: a window that flashes up takes the keyboard."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.main_window import MainWindow
from desktop.models.audit_parts import AuditSection
from desktop.screens import Screen
from desktop.theme import Theme
from desktop.widgets.audits import SectionView


class Watch(QObject):
    """What is shown as a window, by its class."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Note every widget that is shown as a window."""
        if event.type() is QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.shown.append(f"{type(watched).__name__} “{watched.accessibleName()}”")
        return False


@pytest.fixture
def watch(qapp: QApplication) -> Iterator[Watch]:
    made = Watch()
    qapp.installEventFilter(made)
    yield made
    qapp.removeEventFilter(made)


def test_a_heading_of_an_audit_is_never_a_window(qtbot: QtBot, light: Theme, watch: Watch) -> None:
    view = SectionView(light)
    qtbot.addWidget(view)
    for titled in (True, False):
        view.set_titled(titled=titled)
        view.show_section(AuditSection(f"Audit {titled}", nothing="Nothing."))
        light.changed.emit()
    assert watch.shown == []


@pytest.mark.parametrize("screen", list(Screen))
def test_a_screen_opens_no_window_but_its_own(
    qtbot: QtBot, watch: Watch, case: MainWindow, settle: Callable[[MainWindow], None], screen: Screen
) -> None:
    case.navigation.show(screen)
    settle(case)
    qtbot.wait(100)
    assert {shown.split()[0] for shown in watch.shown} == {"MainWindow"}
    visible = [w for w in QApplication.topLevelWidgets() if w.isVisible() and w is not case]
    assert visible == []
    assert case.isVisible()
