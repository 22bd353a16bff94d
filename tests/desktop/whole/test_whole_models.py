"""Every item model of the desktop keeps Qt's rules while the window is used."""

from __future__ import annotations

import importlib
import pkgutil
from pathlib import Path
from typing import Any

from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

import desktop
from desktop.main_window import MainWindow
from desktop.screens import Screen

FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal


def model_classes() -> set[type[QAbstractItemModel]]:
    """Return every item model that the desktop has."""
    for module in pkgutil.walk_packages(desktop.__path__, "desktop."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    found: set[type[QAbstractItemModel]] = set()
    waiting: list[type[QAbstractItemModel]] = [QAbstractItemModel]
    while waiting:
        for kind in waiting.pop().__subclasses__():
            waiting.append(kind)
            if kind.__module__.startswith("desktop."):
                found.add(kind)
    return found


def test_every_model_keeps_qts_rules_while_the_window_is_used(
    qtbot: QtBot, open_window: Any, sample_case: Path, hands: Any
) -> None:
    window: MainWindow = open_window()
    pages = window.case.overview, window.case.ledger, window.case.report, window.intake.page  # made when asked for
    assert all(pages)
    models = [m for m in window.findChildren(QAbstractItemModel) if type(m).__module__.startswith("desktop.")]
    testers = [QAbstractItemModelTester(model, FATAL, window) for model in models]
    assert {type(model) for model in models} == model_classes()
    window.files.open(sample_case)
    qtbot.waitUntil(lambda: window.work.session.analysis is not None and not window.work.busy, timeout=30_000)
    for screen in (*Screen, Screen.COMPARE):
        window.actions_by_name[screen.value].trigger()
        qtbot.waitUntil(lambda: not window.case.ledger.auditing, timeout=30_000)
    window.case.view.setFocus()
    for key in (Qt.Key.Key_1, Qt.Key.Key_Z, Qt.Key.Key_X, Qt.Key.Key_D, Qt.Key.Key_D, Qt.Key.Key_BracketRight):
        hands.press(key)
    for row in 2 * list(range(window.case.classes.rowCount())):
        window.case.classes.toggle(window.case.classes.index(row))
    window.actions_by_name["ledger"].trigger()
    window.case.ledger.controls.search.setText("missile")
    assert 0 < window.case.ledger.filter.rowCount() < window.case.ledger.model.rowCount()
    for column in range(window.case.ledger.model.columnCount()):
        window.case.ledger.table.sortByColumn(column, Qt.SortOrder.DescendingOrder)
    window.files.new()
    qtbot.waitUntil(lambda: not window.work.session.articles and not window.work.busy)
    assert all(tester.model() is model for tester, model in zip(testers, models, strict=True))
