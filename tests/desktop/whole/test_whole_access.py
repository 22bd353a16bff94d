"""What a screen reader finds on each screen, from the window down, with the sample case."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from core.model import MatchClass
from core.report.phrases import CLASS_NAMES
from desktop.main_window import MainWindow
from desktop.screens import Screen

ROLE = QAccessible.Role
Spoken = Callable[[QWidget], list[tuple[Any, str]]]


@pytest.fixture
def opened(open_window: Any, sample_case: Path) -> MainWindow:
    window: MainWindow = open_window(sample_case)
    assert window.case.current is Screen.COMPARE
    return window


def show(window: MainWindow, screen: Screen, qtbot: QtBot) -> None:
    window.actions_by_name[screen.value].trigger()
    qtbot.waitUntil(lambda: not window.case.ledger.auditing, timeout=30_000)
    qtbot.wait(60)


def names(found: list[tuple[Any, str]], role: Any) -> list[str]:
    return [name for kind, name in found if kind == role]


def focusable(window: QWidget) -> Iterator[QWidget]:
    """Yield every widget in sight that Tab can reach."""
    for widget in window.findChildren(QWidget):
        if widget.isVisible() and widget.isEnabled() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            yield widget


def test_on_the_welcome_page(open_window: Any, spoken: Spoken) -> None:
    found = spoken(open_window())
    assert {"Choose files", "Paste text", "Open the sample case"} <= set(names(found, ROLE.Button))
    assert "See what one article owes to another." in names(found, ROLE.StaticText)


def test_on_the_overview(opened: MainWindow, spoken: Spoken, qtbot: QtBot) -> None:
    show(opened, Screen.OVERVIEW, qtbot)
    found = spoken(opened.case.overview)
    cells = [name for _, name in found if name.startswith(("C from E", "E from C", "C from ", "C with "))]
    assert any(name.startswith("C from E: 74%") for name in cells), cells
    assert any("used by C" in name for _, name in found)
    nodes = [name for _, name in found if name.startswith("Article C, ")]
    assert any("C from E" in name for name in nodes)
    passages = names(spoken(opened.case.overview.findings), ROLE.ListItem)
    assert len(passages) >= 3
    assert all(name.startswith("C ") for name in passages), passages


def test_on_compare_each_block_says_what_it_is(opened: MainWindow, spoken: Spoken) -> None:
    source, own = (names(spoken(column), ROLE.ListItem) for column in opened.case.view._columns)
    analysis, pair = opened.work.session.analysis, opened.work.session.pair
    assert analysis is not None
    assert pair is not None
    folds = [name for name in own if "sentences" in name]
    sentences = [name.split(",")[0] for name in own if name not in folds]
    assert sentences == [f"C {n + 1}" for n in range(21) if f"C {n + 1}" in sentences]
    assert {f"C {n + 1}" for link in pair.links for n in link.a} <= set(sentences)
    assert folds == ["5 sentences without a source here, C 17 to C 21, folded"]
    for link in pair.links:
        said = next(name for name in own if name.startswith(f"C {link.a[0] + 1}, "))
        assert f"E {link.b[0] + 1}" in said
        assert any(CLASS_NAMES[match].lower() in said for _, _, match in link.pairs), said
    assert any(
        name.startswith(f"C 12, {class_of(opened, 11)}, from E 13, wrong word: rockets to brackets") for name in own
    )
    assert any(name.startswith("E 13, ") and "C 12" in name for name in source), source


def class_of(window: MainWindow, sentence: int) -> str:
    """Return the class of one of C's sentences, as it is said."""
    assert window.work.session.analysis is not None
    return CLASS_NAMES[window.work.session.analysis.ledger("a3").rows[sentence].match].lower()


def test_a_verdict_is_said_at_the_end_of_a_block(opened: MainWindow, spoken: Spoken, hands: Any) -> None:
    pair = opened.work.session.pair
    assert pair is not None
    link = next(n for n, x in enumerate(pair.links) if x.a == (11,))
    opened.case.compare.go_to(link)
    opened.case.view.setFocus()
    hands.press(Qt.Key.Key_3)
    own = names(spoken(opened.case.view._columns[1]), ROLE.ListItem)
    assert f"C 12, {class_of(opened, 11)}, from E 13, wrong word: rockets to brackets, needs rewrite" in own


def test_on_compare_the_finding_is_told(opened: MainWindow, spoken: Spoken) -> None:
    found = spoken(opened.case.inspector)
    buttons = names(found, ROLE.Button) + names(found, ROLE.CheckBox) + names(found, ROLE.RadioButton)
    for verdict in ("Acceptable", "Needs credit", "Needs rewrite", "Dismiss"):
        assert any(name.startswith(verdict) for name in buttons), buttons
    assert "Note on C 1 from E 1" in names(found, ROLE.EditableText)
    assert any("under review" in name for _, name in found)
    assert any("the source" in name for _, name in found)


def test_on_the_ledger_each_row_says_what_it_is(opened: MainWindow, spoken: Spoken, qtbot: QtBot) -> None:
    show(opened, Screen.LEDGER, qtbot)
    model = opened.case.ledger.filter
    rows = [str(model.index(n, 0).data(Qt.ItemDataRole.AccessibleTextRole)) for n in range(model.rowCount())]
    assert len(rows) == 21
    said = next(row for row in rows if row.startswith(f"C 12, {class_of(opened, 11)}, from E 13"))
    assert "rockets to brackets" in said
    analysis = opened.work.session.analysis
    assert analysis is not None
    without = [n for n, row in enumerate(analysis.ledger("a3").rows) if row.match is MatchClass.NO_SOURCE]
    assert without
    assert [rows[n] for n in without] == [f"C {n + 1}, no source here" for n in without]
    cells = names(spoken(opened.case.ledger.table), ROLE.Cell)
    assert said in cells
    assert "21 sentences" in names(spoken(opened.case.ledger.controls), ROLE.StaticText)
    assert {"Only with divergences", "Only without verdict"} <= set(
        names(spoken(opened.case.ledger.controls), ROLE.CheckBox)
    )
    classes = names(spoken(opened.case.sidebar), ROLE.ListItem)
    assert any(name.startswith("Close, ") and name.endswith(" sentences, shown") for name in classes), classes


def test_on_the_report(opened: MainWindow, spoken: Spoken, qtbot: QtBot) -> None:
    show(opened, Screen.REPORT, qtbot)
    found = spoken(opened.case.report)
    boxes = names(found, ROLE.CheckBox)
    assert any(name.startswith("Method and limits") for name in boxes), boxes
    assert {"Export", "Copy findings", "Print", "Next page"} <= set(names(found, ROLE.Button))
    assert "Prepared by" in names(found, ROLE.EditableText)


@pytest.mark.parametrize("screen", [None, *Screen])
def test_everything_that_the_keyboard_reaches_has_a_name(
    screen: Screen | None, open_window: Any, sample_case: Path, named: Callable[[QWidget], str], qtbot: QtBot
) -> None:
    window: MainWindow = open_window(sample_case if screen is not None else None)
    if screen is not None:
        show(window, screen, qtbot)
    reached = list(focusable(window))
    assert len(reached) > 4
    assert [f"{type(w).__name__} in {type(w.parent()).__name__}" for w in reached if not named(w).strip()] == []


@pytest.mark.parametrize("screen", list(Screen))
def test_tab_goes_round_and_leaves_nothing_out(screen: Screen, opened: MainWindow, hands: Any, qtbot: QtBot) -> None:
    show(opened, screen, qtbot)
    wanted = {w for w in focusable(opened) if w.focusProxy() is None}
    reached: set[QWidget] = set()
    for _ in range(4 * len(wanted)):
        hands.press(Qt.Key.Key_Tab)
        reached.add(hands.focus())
    missed = [w for w in wanted - reached if w.isVisible() and not one_of_several(w)]
    assert [f"{type(w).__name__} {w.accessibleName()}" for w in missed] == []


def one_of_several(widget: QWidget) -> bool:
    """Return whether the arrows go here and not Tab: a button of which only one of a group is chosen, another one."""
    return isinstance(widget, QAbstractButton) and widget.isCheckable() and not widget.isChecked()
