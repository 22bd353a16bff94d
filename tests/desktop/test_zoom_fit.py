"""Every screen at every zoom in a small window: the texts keep their share, verdicts and note stay usable."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from core.case.review import Verdict
from desktop.compare.header import HEADER_HEIGHT
from desktop.dressing import dress_again
from desktop.fonts import load_fonts
from desktop.main_window import MainWindow
from desktop.models.ledger import Column
from desktop.pages.compare import TEXTS_SHARE
from desktop.screens import Screen
from desktop.theme import Theme, load_theme
from desktop.widgets.note import NoteEdit
from desktop.widgets.shorter import ShorterText

SIZES = [(1024, 700), (1440, 900)]
STILL = 3
ZOOMS = [1.0, 2.0]


@pytest.fixture
def light(qapp: QApplication) -> Iterator[Theme]:
    """Give a theme of the test's own, whose zoom it may change."""
    load_fonts()
    theme = load_theme("light")
    qapp.setFont(theme.ui_font())
    before = qapp.styleSheet()
    yield theme
    qapp.setStyleSheet(before)


def place(widget: QWidget, window: QWidget) -> QRect:
    return QRect(widget.mapTo(window, QPoint()), widget.size())


def shown(qtbot: QtBot, case: MainWindow, screen: Screen, size: tuple[int, int]) -> None:
    case.resize(*size)
    case.navigation.show(screen)
    laid_out(qtbot, case)
    assert case.size().toTuple() == size


def laid_out(qtbot: QtBot, window: MainWindow) -> None:
    """Wait until everything that is seen stands still: some looks in a row find it at the same places."""
    looks: list[list[tuple[QWidget, QRect]]] = []

    def still() -> bool:
        looks.append([(w, w.geometry()) for w in window.findChildren(QWidget) if w.isVisible()])
        return len(looks) > STILL and all(look == looks[-1] for look in looks[-STILL:])

    qtbot.waitUntil(still)


@pytest.mark.parametrize("zoom", ZOOMS)
@pytest.mark.parametrize("size", SIZES)
def test_the_texts_keep_their_share_and_verdicts_do_not_overlap(
    qtbot: QtBot, case: MainWindow, light: Theme, size: tuple[int, int], zoom: float
) -> None:
    light.wear(zoom=zoom)
    shown(qtbot, case, Screen.COMPARE, size)
    page, inspector = case.case.compare, case.case.inspector
    case.case.view.select_link(0)
    laid_out(qtbot, case)

    texts = page.view.height() - light.px(HEADER_HEIGHT)
    assert texts >= TEXTS_SHARE * page.height() - 2
    places = [place(button, case) for button in inspector.verdicts.buttons.values()]
    assert all(button.isVisible() for button in inspector.verdicts.buttons.values())
    assert not any(one.intersects(other) for one, other in combinations(places, 2))
    assert all(place(inspector, case).contains(box) for box in places)
    for button in inspector.verdicts.buttons.values():
        assert button.width() >= button.minimumSizeHint().width()
        assert button.height() >= light.px(30)
        assert button.toolTip().startswith(button.accessibleName())
    inside = inspector._inside
    assert inside.minimumSizeHint().width() <= inspector._scroll.viewport().width(), "nothing is cut off at the right"


def test_the_note_can_be_written_where_it_is_scrolled_with_the_rest(
    qtbot: QtBot, case: MainWindow, light: Theme
) -> None:
    light.wear(zoom=2.0)
    shown(qtbot, case, Screen.COMPARE, (1024, 700))
    case.case.view.select_link(0)
    case.actions_by_name["note"].trigger()
    note = case.case.inspector.verdicts.note
    qtbot.waitUntil(note.hasFocus)
    seen = case.case.inspector._scroll.viewport()
    qtbot.waitUntil(lambda: place(seen, case).contains(place(note, case)))
    assert note.height() >= 2 * light.px(12.5)

    light.wear(zoom=1.0)
    case.resize(1440, 900)
    laid_out(qtbot, case)

    verdicts = case.case.inspector.verdicts
    assert verdicts.choice.parent() is verdicts, "the buttons are back under their names"
    assert {b.height() for b in verdicts.buttons.values()} == {30}
    assert verdicts.buttons[Verdict.CREDIT].width() >= verdicts.buttons[Verdict.CREDIT].named_width()


def test_the_line_that_an_editor_drew_stays(qtbot: QtBot, case: MainWindow, light: Theme) -> None:  # noqa: ARG001 - the window's
    shown(qtbot, case, Screen.COMPARE, (1024, 700))
    page = case.case.compare
    page._splitter.setSizes([page.height() - 321, 320])
    page._splitter.splitterMoved.emit(page.height() - 321, 1)
    drawn = page.inspector.height() / page.height()
    case.resize(1024, 800)
    laid_out(qtbot, case)
    assert page.inspector.height() == pytest.approx(drawn * page.height(), abs=2)


def test_the_placeholder_of_the_note_grows_with_the_zoom(qtbot: QtBot, light: Theme, qapp: QApplication) -> None:
    dress_again(qapp, light)
    note = NoteEdit(light)
    qtbot.addWidget(note)
    light.wear(zoom=2.0)
    assert note.viewport().font().pixelSize() == light.ui_font(12.5).pixelSize() == 25


@pytest.mark.parametrize("zoom", ZOOMS)
def test_the_tabs_of_the_audits_are_whole_and_rows_are_seen(
    qtbot: QtBot, case: MainWindow, light: Theme, zoom: float
) -> None:
    light.wear(zoom=zoom)
    shown(qtbot, case, Screen.LEDGER, (1024, 700))
    ledger = case.case.ledger
    for tab in ledger.audits.tabs:
        assert tab.height() >= tab.sizeHint().height()
        assert place(ledger, case).contains(place(tab, case))
    assert ledger.table.viewport().height() >= light.px(60)


@pytest.mark.parametrize("zoom", ZOOMS)
def test_the_report_leaves_room_for_its_choices(qtbot: QtBot, case: MainWindow, light: Theme, zoom: float) -> None:
    light.wear(zoom=zoom)
    shown(qtbot, case, Screen.REPORT, (1024, 700))
    panel = case.case.report.panel
    assert panel._scroll.height() >= 0.6 * panel.height()
    buttons = [b for b in (panel.save, panel.copy, panel.print_button, *panel._short) if b.isVisible()]
    assert len(buttons) == 3, "each can be pressed, with words or without"
    places = [place(button, case) for button in buttons]
    assert not any(one.intersects(other) for one, other in combinations(places, 2))
    assert all(place(panel, case).contains(box) for box in places)


@pytest.mark.parametrize("zoom", [1.0, 2.0])
def test_the_find_bar_covers_no_text(qtbot: QtBot, case: MainWindow, light: Theme, zoom: float) -> None:
    light.wear(zoom=zoom)
    shown(qtbot, case, Screen.COMPARE, (1024, 700))
    view = case.case.view
    before = place(view._left, case)
    case.actions_by_name["find"].trigger()
    bar = view._finder.bar
    assert bar.width() >= bar.minimumSizeHint().width()
    for column in view._columns:
        assert not place(column, case).intersects(place(bar, case))
    bar.closed.emit()
    assert place(view._left, case) == before


@pytest.mark.parametrize("zoom", [1.5, 2.0])
def test_a_low_ledger_shows_all_columns_and_opens_its_audits(
    qtbot: QtBot, case: MainWindow, light: Theme, zoom: float
) -> None:
    light.wear(zoom=zoom)
    shown(qtbot, case, Screen.LEDGER, (1024, 700))
    ledger = case.case.ledger
    table, bar = ledger.table, ledger.table.horizontalScrollBar()
    assert not any(table.isColumnHidden(column) for column in Column)
    assert bar.maximum() > 0, "what has no room is reached by scrolling sideways"
    bar.setValue(bar.maximum())
    table.step(1)
    assert bar.value() == bar.maximum(), "a step goes down, not back to the first column"

    audits = ledger.audits
    assert audits.opener.isVisible()
    QTest.mouseClick(audits.tabs[1], Qt.MouseButton.LeftButton)
    qtbot.wait(30)
    assert audits.sections[1].isVisible()
    assert audits.height() > ledger.height() / 2
    QTest.mouseClick(audits.opener, Qt.MouseButton.LeftButton)
    qtbot.wait(30)
    assert table.isVisible()
    QTest.keyClick(audits.tabs[1], Qt.Key.Key_Space)
    case.actions_by_name["find"].trigger()
    assert ledger.controls.search.isVisible(), "what looks for sentences shows them"


@pytest.mark.parametrize("zoom", ZOOMS)
@pytest.mark.parametrize("size", SIZES)
def test_the_filters_of_the_ledger_are_not_cut(
    qtbot: QtBot, case: MainWindow, light: Theme, size: tuple[int, int], zoom: float
) -> None:
    light.wear(zoom=zoom)
    shown(qtbot, case, Screen.LEDGER, size)
    controls = case.case.ledger.controls
    controls.show_count("1 of 12,345 sentences")
    qtbot.wait(30)
    for toggle in (controls.divergent, controls.unjudged, controls.classes):
        assert toggle.width() >= toggle.sizeHint().width()


@pytest.mark.parametrize("zoom", ZOOMS)
def test_the_word_legend_is_in_sight_beside_the_verdict(
    qtbot: QtBot, case: MainWindow, light: Theme, zoom: float
) -> None:
    light.wear(zoom=zoom)
    shown(qtbot, case, Screen.COMPARE, (1440, 900))
    case.case.view.select_link(0)
    qtbot.wait(30)
    inspector = case.case.inspector
    if inspector._wide and not inspector._slim:
        assert place(inspector._heading, case).contains(place(inspector.diff.legend, case))
        assert place(inspector._heading, case).contains(place(inspector._strength, case))
    else:
        assert inspector.diff.isAncestorOf(inspector.diff.legend)


def test_where_the_top_bar_has_no_room_the_status_bar_says_which_finding(
    qtbot: QtBot, case: MainWindow, light: Theme
) -> None:
    light.wear(zoom=2.0)
    shown(qtbot, case, Screen.COMPARE, (1024, 700))
    case.case.view.select_link(0)
    qtbot.wait(30)
    said = case.top_bar._position.accessibleName()
    assert said.startswith("Finding 1 of ")
    for button in (case.top_bar._previous, case.top_bar._next):
        assert said in button.toolTip()
        assert said in button.accessibleDescription()
    assert any(hint.endswith(said.lower()) for hint in case.status.hints())


def test_a_label_says_less_before_it_is_cut(qtbot: QtBot, light: Theme) -> None:
    label = ShorterText(light)
    qtbot.addWidget(label)
    label.set_shorter("5 articles, kept 18:35, no name yet", "kept 18:35")
    label.show()
    label.resize(600, 20)
    assert label.text() == label.full()
    label.resize(label.sizeHint().width() - 20, 20)
    assert label.text() == "kept 18:35"
    assert label.toolTip()
    assert label.accessibleName() == label.full()
