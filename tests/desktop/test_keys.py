"""The sheet of keys."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.actions import ACTIONS, Actions
from desktop.dialogs.keys import NOTHING, KeysDialog, parts_of
from desktop.theme import Theme
from desktop.widgets.parts import KeyCap, Text


@pytest.fixture
def dialog(qtbot: QtBot, light: Theme) -> Iterator[KeysDialog]:
    owner = QWidget()
    qtbot.addWidget(owner)
    play = QAction("Play", owner)
    play.setShortcut(QKeySequence("Ctrl+Alt++"))
    play.setStatusTip("Play the xylophone")
    made = KeysDialog(light, {**Actions(owner).all(), "play": play})
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    yield made
    made.close()


def tips(dialog: KeysDialog) -> list[str]:
    return [line.tip.text() for group in dialog.groups for line in group.lines if line.tip.isVisible()]


def test_every_action_with_a_key_is_listed_once(dialog: KeysDialog) -> None:
    assert sorted(tips(dialog)) == sorted(
        [spec.tip for spec in ACTIONS if spec.key]
        + ["Play the xylophone", "Go from part to part; the arrow keys move inside a part"]
        + ["Unlink the sentence, or link it to another; a right click and a double click do the same"]
    )


def test_groups_come_from_the_table(dialog: KeysDialog) -> None:
    wanted = {str(getattr(spec, "group", "") or "Everywhere") for spec in ACTIONS if spec.key} | {"Everywhere"}
    assert {group.accessibleName() for group in dialog.groups} == {f"Keys: {name}" for name in wanted}


def test_search_finds_keys_and_words(qtbot: QtBot, dialog: KeysDialog) -> None:
    assert dialog.search.hasFocus()
    qtbot.keyClicks(dialog.search, "xylo")
    assert tips(dialog) == ["Play the xylophone"]
    dialog.search.setText("ctrl+o")
    assert tips(dialog) == [spec.tip for spec in ACTIONS if "ctrl+o" in f"{spec.key} {spec.tip}".casefold()]
    dialog.search.setText("zzz")
    assert tips(dialog) == []
    assert NOTHING in [label.text() for label in dialog.findChildren(Text) if label.isVisible()]
    QTest.keyClick(dialog.search, Qt.Key.Key_Escape)
    assert len(tips(dialog)) > 10


@pytest.mark.parametrize(
    ("keys", "parts"),
    [
        ("J", ["J"]),
        ("Ctrl+Shift+E", ["Ctrl", "Shift", "E"]),
        ("Ctrl++", ["Ctrl", "+"]),
        ("+", ["+"]),
        ("Ctrl+-", ["Ctrl", "-"]),
        ("[", ["["]),
    ],
)
def test_keys_are_shown_one_by_one(keys: str, parts: list[str]) -> None:
    assert parts_of(keys) == parts


def test_each_key_has_a_name(dialog: KeysDialog) -> None:
    names = [cap.accessibleName() for cap in dialog.findChildren(KeyCap)]
    assert {"Key Ctrl", "Key +", "Key J", "Key ?"} <= set(names)
