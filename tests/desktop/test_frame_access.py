"""Everything has a name, a size to hit and a way to it by keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QScrollBar, QWidget
from pytestqt.qtbot import QtBot

from core.model import Severity
from core.wording.marks import MarkKind
from desktop.compare.view import CompareView
from desktop.main_window import MainWindow
from desktop.message import Message

SMALLEST_TARGET = 24


def shown(window: QWidget) -> list[QWidget]:
    """Return the visible widgets of the frame: Qt names its own inner parts, the compare view's tests look at its."""
    own = [w for w in window.findChildren(QWidget) if w.isVisible() and not isinstance(w, QScrollBar)]
    compare = window.findChild(CompareView)
    inner = compare.findChildren(QWidget) if compare is not None else []
    return [w for w in own if not w.objectName().startswith("qt_") and w not in inner]


def name_of(widget: QWidget) -> str:
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name) if interface else widget.accessibleName()


def nameless(window: QWidget) -> list[str]:
    return [
        f"{type(w).__name__} in {type(w.parent()).__name__}"
        for w in shown(window)
        if not name_of(w) and not (isinstance(w, QLabel) and not w.text())
    ]


def test_everything_on_the_welcome_page_has_a_name(window: MainWindow) -> None:
    assert nameless(window) == []


@pytest.mark.parametrize("size", [(1440, 900), (1024, 680)])
def test_everything_in_a_case_has_a_name(qtbot: QtBot, case: MainWindow, size: tuple[int, int]) -> None:
    case.messages.add(Message("It broke.", "Mend it.", Severity.HIGH, "Again", lambda: None))
    case.job_bar.show_progress("Reading", 0.5)
    case.resize(*size)
    qtbot.wait(20)
    assert nameless(case) == []


def test_everything_in_the_keys_sheet_has_a_name(case: MainWindow) -> None:
    case.actions_by_name["keys"].trigger()
    dialog = next(w for w in QApplication.topLevelWidgets() if w.accessibleName() == "Keys")
    assert nameless(dialog) == []
    dialog.close()


@pytest.mark.parametrize("size", [(1440, 900), (1024, 680)])
def test_targets_are_large_enough(qtbot: QtBot, case: MainWindow, size: tuple[int, int]) -> None:
    case.messages.add(Message("It broke.", "Mend it.", Severity.HIGH, "Again", lambda: None))
    case.job_bar.show_progress("Reading", 0.5)
    case.resize(*size)
    qtbot.wait(20)
    buttons = [w for w in shown(case) if isinstance(w, QAbstractButton)]
    assert len(buttons) > 6
    for button in buttons:
        assert min(button.width(), button.height()) >= SMALLEST_TARGET, name_of(button)
    for row in range(6):
        assert case.case.sidebar.filter.sizeHintForRow(row) >= SMALLEST_TARGET


def test_nothing_is_cut_off_in_the_smallest_window(qtbot: QtBot, case: MainWindow) -> None:
    case.resize(1024, 680)
    qtbot.wait(20)
    for widget in shown(case.top_bar) + shown(case.status):
        assert case.top_bar.width() >= widget.geometry().right(), name_of(widget)
        if isinstance(widget, QAbstractButton):
            assert widget.width() >= widget.minimumSizeHint().width(), name_of(widget)


def test_tab_reaches_every_part(case: MainWindow) -> None:
    reached: set[str] = set()
    case.case.sidebar.list.setFocus()
    for _ in range(60):
        focus = QApplication.focusWidget()
        assert focus is not None
        reached.add(name_of(focus))
        QTest.keyClick(focus, Qt.Key.Key_Tab)
    assert {"Articles of the case", "Add articles", "Classes shown", "Details of the finding"} <= reached
    assert {"Swap sides", "Next finding", "Export report", "all keys"} <= reached
    assert any(name.startswith("Pair shown: C from A") for name in reached)


def test_enter_in_the_list_of_articles_shows_one(case: MainWindow) -> None:
    articles = case.case.sidebar.list
    articles.setFocus()
    articles.setCurrentIndex(case.case.articles.index(1))
    QTest.keyClick(articles, Qt.Key.Key_Return)
    assert case.work.session.view is not None
    assert case.work.session.view.right == "a2"


def test_space_in_the_filter_hides_a_class(case: MainWindow) -> None:
    view = case.case.sidebar.filter
    view.setFocus()
    view.setCurrentIndex(case.case.classes.index(0))
    QTest.keyClick(view, Qt.Key.Key_Space)
    assert case.case.classes.row(0).hidden


def test_the_word_diff_is_told_in_words(case: MainWindow) -> None:
    source, article = case.case.inspector.diff.passages
    assert source.accessibleName() == "Article A, Sentence 1, the source: The harbour closes at noon ."
    assert article.accessibleName() == "Article C, Sentence 1, under review: The harbour closes at dusk ."
    assert article.accessibleDescription() == "changed: dusk"


def test_a_word_lights_its_partner_by_pointer_and_by_key(qtbot: QtBot, case: MainWindow) -> None:
    source, article = case.case.inspector.diff.passages
    changed = next(n for n, m in enumerate(article.marks) if m.kind is MarkKind.CHANGED)
    with qtbot.waitSignal(article.lit) as lit:
        QTest.keyClick(article, Qt.Key.Key_Left)
    assert lit.args == [changed]
    assert [source.marks[n].span.of("The harbour closes at noon.") for n in source.glowing()] == ["noon"]
    QTest.keyClick(article, Qt.Key.Key_Left)
    assert source.glowing() == {0}
    last = next(run for run in article._runs if run.mark == changed)
    QTest.mouseMove(article, article._rect(last).center().toPoint())
    assert [source.marks[n].kind for n in source.glowing()] == [MarkKind.CHANGED]
    QApplication.sendEvent(article, QEvent(QEvent.Type.Leave))
    assert source.glowing() == frozenset()
