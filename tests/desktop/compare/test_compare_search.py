"""Finding words in both texts."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QColor, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QMainWindow, QWidget
from pytestqt.qtbot import QtBot

from desktop.compare import CompareView
from desktop.compare.content import Choices, Shown, scene_of
from desktop.compare.geometry import READING_LINE
from desktop.compare.search import MOST_HITS, FindState, Hit, Search, find_hits, pattern
from desktop.theme import Theme
from desktop.widgets.find_bar import FindBar
from tests.desktop.compare.view_parts import MakeView, Story, columns


def bar(view: CompareView) -> FindBar:
    return view.findChildren(FindBar)[0]


@pytest.mark.parametrize(
    ("wanted", "text", "found"),
    [
        ("harbour", "The Harbour, the HARBOUR.", ["Harbour", "HARBOUR"]),
        ('it\'s "new"', "So it’s “new” now", ["it’s “new”"]),
        ("it’s “new”", 'So it\'s "new" now', ['it\'s "new"']),
        ("well-known", "well–known well-known", ["well–known", "well-known"]),
        ("two words", "two \u200bwords, two\u00a0words", ["two \u200bwords", "two\u00a0words"]),
        ("a.c", "abc a.c", ["a.c"]),
        ("ß", "Straße strasse", ["ß"]),
        ("🚀 fly", "🚀 fly", ["🚀 fly"]),
    ],
)
def test_case_white_space_and_shapes_of_marks_do_not_matter(wanted: str, text: str, found: list[str]) -> None:
    made = pattern(wanted)
    assert made is not None
    assert made.findall(text) == found


def test_nothing_is_found_of_nothing() -> None:
    assert pattern(" \t") is None
    assert find_hits((None, None), " ") == ()
    assert Search().state == FindState(0, 0)


def test_hits_come_by_side_and_sentence_and_are_capped(cases: Any) -> None:
    a = cases.article("a", [["One gull.", "Gull and gull."]])
    b = cases.article("b", [["No bird.", "A gull."]])
    scene = scene_of(Shown(a, b), Choices())
    hits = find_hits((scene.left, scene.right), "GULL")
    assert hits == (Hit(0, 1, 2, 6), Hit(1, 0, 4, 8), Hit(1, 1, 0, 4), Hit(1, 1, 9, 13))
    long = cases.article("c", [["x" * (MOST_HITS + 9)]])
    many = find_hits((scene_of(Shown(long), Choices()).right, None), "x")
    assert len(many) == MOST_HITS
    assert FindState(len(many), 1).capped


def test_a_hit_is_brought_to_the_reading_line_and_steps_go_around(make_view: MakeView, story: Story) -> None:
    view = make_view(868, 420)
    view.show_pair(*story)
    left, right = columns(view)
    state = view.find_text("sentence109")
    assert state == FindState(1, 1)
    extent = right.extent(9)
    assert extent is not None
    assert abs(extent[0] + right.line_of(Hit(1, 9, 0, 11)) - right.page * READING_LINE) <= 1
    assert right.current_sentence() == 9
    places = [view.find_text("ended").place for _ in range(3)]
    assert places == [places[0], places[0] + 1, places[0] + 2]
    assert view.find_text("ended", forward=False).place == places[1]
    assert view.find_text("ended").count == 44
    first = view.find_text("Sentence0 ")
    assert first == FindState(1, 1)
    assert left.offset == 0, "the beginning of a text is not pulled down"


def test_the_other_column_comes_along(make_view: MakeView, story: Story) -> None:
    view = make_view(868, 420)
    view.show_pair(*story)
    left, right = columns(view)
    view.find_text("sentence119")
    assert left.offset > 0
    extent = left.extent(23)
    assert extent is not None
    assert 0 <= extent[0] < left.page
    assert right.extent(19) is not None


def test_hits_in_folded_runs_open_them_until_the_search_ends(make_view: MakeView, story: Story) -> None:
    view = make_view()
    view.show_pair(*story)
    left = columns(view)[0]
    folded = [b.first for b in left.blocks if b.folded]
    assert folded == [3, 11, 17]
    view.find_text("sentence")
    assert not any(b.folded for b in left.blocks)
    view.find_text("sentence13")
    assert [b.first for b in left.blocks if b.folded] == [3, 17]
    view.clear_find()
    assert [b.first for b in left.blocks if b.folded] == [3, 17], "what was found stays open"


def test_typing_on_stays_at_the_hit(make_view: MakeView, story: Story) -> None:
    view = make_view(868, 420)
    view.show_pair(*story)
    view.select_link(7)
    one = view.find_text("sentence11")
    assert one.place > 1, "the first hit in view"
    longer = view.find_text("sentence119")
    assert longer == FindState(1, 1)
    assert columns(view)[1].current_sentence() == 19


def test_hits_are_boxed_and_underlined_and_the_current_one_more(
    make_view: MakeView, story: Story, theme: Theme
) -> None:
    view = make_view(868, 900)
    view.show_pair(*story)
    right = columns(view)[1]
    plain = right.viewport().grab().toImage()
    view.find_text("sentence10")
    marked = right.viewport().grab().toImage()
    assert marked != plain
    hit = Hit(1, 1, 0, 11)
    assert view.find_text("sentence101") == FindState(1, 1)
    sentence = right._blocks.sentence(1)
    (box,) = right._layouts.boxes(sentence, right._layouts.lay_out(1, sentence), hit.start, hit.end)
    rect = right.row_rect(right.row_of(1))
    x = right._painter.text_left(rect) + 20
    y = rect.top() + right._metrics.pad_top + round(box.bottom()) - 3
    assert QColor(right.viewport().grab().toImage().pixel(x, y)) == theme.color("ink")
    assert right.line_of(hit) == right._metrics.pad_top
    view.clear_find()
    assert QColor(right.viewport().grab().toImage().pixel(x, y)) != theme.color("ink")


def test_the_bar_searches_while_typing_and_steps_with_enter(make_view: MakeView, story: Story, qtbot: QtBot) -> None:
    view = make_view(868, 600)
    view.show_pair(*story)
    assert not bar(view).isVisible()
    view.activateWindow()
    view.open_find()
    line = bar(view).findChildren(QLineEdit)[0]
    qtbot.waitUntil(line.hasFocus)
    QTest.keyClicks(line, "SENTENCE10")
    assert bar(view).count_text() == "2 of 11", "the first in view"
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert bar(view).count_text() == "3 of 11"
    QTest.keyClick(line, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(line, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(line, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert bar(view).count_text() == "11 of 11"
    QTest.keyClicks(line, "zzz")
    assert bar(view).count_text() == "Nothing found"
    assert [
        b.accessibleName() for b in bar(view).findChildren(QWidget) if b.isEnabled() and "place" in b.accessibleName()
    ] == []
    line.clear()
    assert bar(view).count_text() == ""
    left, right = columns(view)
    assert right.x() <= bar(view).x()
    assert bar(view).geometry().right() <= right.geometry().right()
    assert not bar(view).grab().isNull()
    assert left.isVisible()


def test_escape_closes_the_bar_and_the_keyboard_goes_to_what_was_found(
    qtbot: QtBot, theme: Theme, story: Story
) -> None:
    window, pressed = QMainWindow(), []
    action = QAction(window)
    action.setShortcut(QKeySequence("Esc"))
    action.triggered.connect(lambda: pressed.append("Esc"))
    window.addAction(action)
    view = CompareView(theme)
    view.set_animated(False)
    window.setCentralWidget(view)
    qtbot.addWidget(window)
    window.resize(900, 600)
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    view.show_pair(*story)
    view.open_find()
    qtbot.waitUntil(bar(view).line.hasFocus)
    QTest.keyClicks(bar(view).line, "sentence3 ")
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Escape)
    assert pressed == []
    assert not bar(view).isVisible()
    left = columns(view)[0]
    qtbot.waitUntil(left.hasFocus)
    assert left.current_sentence() == 3
    view.open_find()
    assert bar(view).text() == "sentence3 "
    assert bar(view).count_text() == "1 of 1"


def test_the_search_goes_on_after_swapping_and_with_other_texts(make_view: MakeView, story: Story) -> None:
    view = make_view()
    view.show_pair(*story)
    view.find_text("sentence103")
    view.swap_sides()
    assert columns(view)[0]._hits.keys() == {3}
    assert columns(view)[1]._hits.keys() == set()
    view.clear()
    assert columns(view)[0]._hits == {}
