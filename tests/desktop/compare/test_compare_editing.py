"""Changing links by hand."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QAction, QContextMenuEvent, QKeySequence, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow, QMenu
from pytestqt.qtbot import QtBot

from desktop.compare import CompareView
from desktop.compare.column import Column
from desktop.compare.editing import HintBar
from desktop.theme import Theme
from tests.desktop.compare.view_parts import MakeView, Story, columns


def centre(column: Column, sentence: int) -> QPoint:
    return column.row_rect(column.row_of(sentence)).center()


def menu_of(view: CompareView) -> QMenu:
    return next(m for m in view.findChildren(QMenu) if m.isVisible())


def open_menu(view: CompareView, column: Column, sentence: int) -> QMenu:
    QTest.mouseDClick(column.viewport(), Qt.MouseButton.LeftButton, pos=centre(column, sentence))
    return menu_of(view)


def choose(menu: QMenu, number: int) -> None:
    action = menu.actions()[number]
    menu.close()
    action.trigger()


def hint(view: CompareView) -> HintBar:
    return view.findChildren(HintBar)[0]


def test_a_double_click_offers_to_unlink(make_view: MakeView, story: Story, qtbot: QtBot) -> None:
    view = make_view(868, 900)
    view.show_pair(*story)
    menu = open_menu(view, columns(view)[1], 1)
    assert [a.text() for a in menu.actions()] == ["Unlink B 2 from A 2, 3", "Link to another sentence…"]
    assert menu.accessibleName() == "Link of B 2"
    assert view.selected_link() == 1
    with qtbot.waitSignal(view.unlinkWanted) as told:
        choose(menu, 0)
    assert told.args == [1]


def test_the_selected_link_of_a_sentence_is_meant(make_view: MakeView, story: Story, qtbot: QtBot) -> None:
    view = make_view(868, 900)
    view.show_pair(*story)
    view.select_link(5)
    menu = open_menu(view, columns(view)[1], 6)
    assert menu.actions()[0].text() == "Unlink B 7 from A 17"
    with qtbot.waitSignal(view.unlinkWanted) as told:
        choose(menu, 0)
    assert told.args == [5]


def test_a_sentence_without_a_match_can_be_linked_by_its_menu(make_view: MakeView, story: Story, qtbot: QtBot) -> None:
    view = make_view(868, 900)
    view.show_pair(*story)
    left, right = columns(view)
    QTest.mouseDClick(right.viewport(), Qt.MouseButton.LeftButton, pos=centre(right, 2))
    assert not [m for m in view.findChildren(QMenu) if m.isVisible()], "a double click there is two clicks"
    right.set_current(2)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(), QPoint())
    QApplication.sendEvent(right.viewport(), event)
    menu = menu_of(view)
    assert [a.text() for a in menu.actions()] == ["Link to a sentence of A…"]
    choose(menu, 0)
    with qtbot.waitSignal(view.relinkWanted) as told:
        QTest.mouseClick(left.viewport(), Qt.MouseButton.LeftButton, pos=centre(left, 1))
    assert told.args == [-1, 1, 2]


def test_another_sentence_is_chosen_with_a_click(make_view: MakeView, story: Story, qtbot: QtBot) -> None:
    view = make_view(868, 900)
    view.show_pair(*story)
    left, right = columns(view)
    choose(open_menu(view, right, 0), 1)
    assert hint(view).isVisible()
    assert hint(view).text() == "Choose the sentence of A for B 1"
    assert hint(view).accessibleName() == "Choose the sentence of A for B 1. Escape cancels."
    assert hint(view).geometry().right() <= left.geometry().right()
    QTest.mouseClick(right.viewport(), Qt.MouseButton.LeftButton, pos=centre(right, 1))
    assert hint(view).isVisible(), "its own side is no answer"
    with qtbot.waitSignal(view.relinkWanted) as told:
        QTest.mouseClick(left.viewport(), Qt.MouseButton.LeftButton, pos=centre(left, 2))
    assert told.args == [0, 2, 0]
    assert not hint(view).isVisible()
    assert view.selected_link() == 0, "choosing selects nothing"


def test_another_sentence_is_chosen_with_the_keys_and_escape_cancels(theme: Theme, story: Story, qtbot: QtBot) -> None:
    window, pressed = QMainWindow(), []
    action = QAction(window)
    action.setShortcut(QKeySequence("Esc"))
    action.triggered.connect(lambda: pressed.append("Esc"))
    window.addAction(action)
    view = CompareView(theme)
    view.set_animated(False)
    window.setCentralWidget(view)
    qtbot.addWidget(window)
    window.resize(900, 900)
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    view.show_pair(*story)
    left, right = columns(view)
    choose(open_menu(view, left, 0), 1)
    window.activateWindow()
    qtbot.waitUntil(right.hasFocus)
    with qtbot.assertNotEmitted(view.relinkWanted):
        QTest.keyClick(window.windowHandle(), Qt.Key.Key_Escape)
    assert not hint(view).isVisible()
    assert pressed == []
    qtbot.waitUntil(left.hasFocus)
    choose(open_menu(view, left, 0), 1)
    window.activateWindow()
    qtbot.waitUntil(right.hasFocus)
    right.set_current(0)
    QTest.keyClick(right, Qt.Key.Key_Down)
    QTest.keyClick(right, Qt.Key.Key_Down)
    with qtbot.waitSignal(view.relinkWanted) as told:
        QTest.keyClick(right, Qt.Key.Key_Return)
    assert told.args == [0, 0, 2]
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Escape)
    assert pressed == ["Esc"], "otherwise Escape is the window's"


def test_a_sentence_can_be_dragged_to_another(make_view: MakeView, story: Story, qtbot: QtBot) -> None:
    view = make_view(868, 900)
    view.show_pair(*story)
    left, right = columns(view)
    start, other = centre(right, 0), right.viewport().mapFromGlobal(left.viewport().mapToGlobal(centre(left, 2)))
    button = Qt.MouseButton.LeftButton
    QTest.mousePress(right.viewport(), button, pos=start)
    drag(right, start + QPoint(2, 0))
    assert not hint(view).isVisible(), "a twitch is no drag"
    other = right.viewport().mapFromGlobal(left.viewport().mapToGlobal(centre(left, 2)))
    drag(right, other)
    assert hint(view).text() == "Drop it on the sentence of A for B 1"
    assert left._aim == 2
    with qtbot.waitSignal(view.relinkWanted) as told:
        QTest.mouseRelease(right.viewport(), button, pos=other)
    assert told.args == [0, 2, 0]
    QTest.mousePress(right.viewport(), button, pos=centre(right, 0))
    drag(right, other)
    with qtbot.assertNotEmitted(view.relinkWanted):
        QTest.mouseRelease(right.viewport(), button, pos=centre(right, 1))
    assert not hint(view).isVisible()
    assert left._aim == -1


def drag(column: Column, place: QPoint) -> None:
    """Move the pointer with the button down, which QTest's own move does not do."""
    button = Qt.MouseButton.LeftButton
    there = QPointF(column.viewport().mapToGlobal(place))
    event = QMouseEvent(
        QEvent.Type.MouseMove, QPointF(place), there, Qt.MouseButton.NoButton, button, Qt.KeyboardModifier.NoModifier
    )
    QApplication.sendEvent(column.viewport(), event)


def test_before_the_comparison_there_is_nothing_to_edit(make_view: MakeView, story: Story) -> None:
    analysis, _ = story
    view = make_view()
    view.show_articles(analysis.article("source"), analysis.article("review"), ("A", "B"))
    right = columns(view)[1]
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, centre(right, 0), right.mapToGlobal(QPoint(5, 5)))
    QApplication.sendEvent(right.viewport(), event)
    assert not [m for m in view.findChildren(QMenu) if m.isVisible()]


def test_another_pair_ends_choosing(make_view: MakeView, story: Story) -> None:
    view = make_view(868, 900)
    view.show_pair(*story)
    choose(open_menu(view, columns(view)[1], 0), 1)
    view.clear()
    assert not hint(view).isVisible()
    assert not any(column.picking for column in columns(view))
