"""The frame at every size and zoom: nothing overlaps, what has no room is left out, a screen's keys are named."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.delegates.classes import short_count
from desktop.fonts import load_fonts
from desktop.main_window import MainWindow
from desktop.screens import Screen
from desktop.theme import Theme, load_theme
from desktop.widgets.sidebar import COMPACT_WIDTH, WIDTH
from desktop.widgets.status_bar import StatusBar, compared_statement


@pytest.fixture
def light(qapp: QApplication) -> Theme:
    """Return a theme of the test's own, whose zoom it may change."""
    load_fonts()
    theme = load_theme("light")
    qapp.setFont(theme.ui_font())
    return theme


def overlaps(parent: QWidget) -> list[str]:
    """Return the visible children of a row that lie over their neighbour or outside the row."""
    shown = [w for w in parent.findChildren(QWidget) if w.parent() is parent and w.isVisible()]
    row = sorted((w.geometry() for w in shown), key=lambda box: box.left())
    wrong = [f"{one} over {other}" for one, other in pairwise(row) if one.right() >= other.left()]
    return wrong + [f"{box} outside" for box in row if box.right() > parent.width()]


def squeezed(parent: QWidget) -> list[str]:
    """Return the visible children that have less room than they need."""
    shown = [w for w in parent.findChildren(QWidget) if w.parent() is parent and w.isVisible()]
    return [f"{type(w).__name__} at {w.width()}" for w in shown if w.width() < w.minimumSizeHint().width()]


@pytest.mark.parametrize("zoom", [0.8, 1.0, 1.5, 2.0])
@pytest.mark.parametrize("width", [1024, 1440])
@pytest.mark.parametrize("screen", list(Screen))
def test_the_bars_hold_what_they_show(
    qtbot: QtBot, case: MainWindow, light: Theme, screen: Screen, width: int, zoom: float
) -> None:
    light.wear(zoom=zoom)
    case.resize(width, 700)
    case.navigation.show(screen)
    case.status.show_hints(screen)
    qtbot.wait(20)

    for bar in (case.top_bar, case.status):
        assert overlaps(bar) == []
        assert squeezed(bar) == []


def test_where_it_is_narrow_the_screens_are_a_menu(case: MainWindow, light: Theme) -> None:
    case.resize(1024, 700)
    case.navigation.show(Screen.COMPARE)
    QApplication.processEvents()
    assert case.top_bar.screens.menu.isHidden()

    light.wear(zoom=2.0)
    QApplication.processEvents()

    menu = case.top_bar.screens.menu
    assert menu.isVisible()
    assert menu.accessibleName() == "Screen shown: Compare"
    case.actions_by_name["ledger"].trigger()
    assert menu.accessibleName() == "Screen shown: Ledger"


def test_the_sidebar_and_the_choice_of_a_pair_grow_with_the_zoom(case: MainWindow, light: Theme) -> None:
    before, sidebar = case.top_bar.picker.sizeHint(), case.case.sidebar
    assert sidebar.minimumWidth() == WIDTH

    light.wear(zoom=1.25)

    picker = case.top_bar.picker
    assert picker.sizeHint().width() > 1.2 * before.width()
    assert picker.sizeHint().height() == light.px(30)
    assert picker.menu().font().pixelSize() == light.ui_font(13).pixelSize()
    assert sidebar.minimumWidth() == light.px(WIDTH)
    assert sidebar.filter.sizeHint().height() >= 6 * light.px(30)

    light.wear(zoom=1.5)

    assert sidebar.minimumWidth() == light.px(COMPACT_WIDTH)


def test_each_screen_names_its_keys(case: MainWindow) -> None:
    case.resize(1440, 900)
    said = {}
    for screen in Screen:
        case.navigation.show(screen)
        case.status.show_hints(screen)
        said[screen] = " | ".join(case.status.hints())

    assert said[Screen.OVERVIEW] == "↑ ↓ ← → cell | Enter compare | T table view"
    assert said[Screen.COMPARE] == "J K finding | 1 – 4 verdict | N note"
    assert said[Screen.LEDGER].startswith("J K finding")
    assert said[Screen.REPORT].startswith("PgUp PgDn page | Ctrl+P print")


def test_keys_of_a_verdict_are_named_only_where_a_finding_is_selected(case: MainWindow) -> None:
    case.resize(1440, 900)
    case.navigation.show(Screen.COMPARE)
    case.status.show_hints(Screen.COMPARE)
    assert "1 – 4 verdict" in case.status.hints()

    case.case.view.select_link(-1)

    assert case.status.hints() == ("J K finding",)


@pytest.mark.parametrize(("count", "said"), [(0, "0"), (999, "999"), (1582, "1.6k"), (9949, "9.9k"), (9960, "10k")])
def test_a_large_count_is_short_where_only_badges_are_shown(count: int, said: str) -> None:
    assert short_count(count) == said


def test_without_a_case_no_keys_are_named(window: MainWindow) -> None:
    window.status.show_hints(None)

    assert window.status.hints() == ()
    assert window.status.scrolling() == ""


def test_hints_give_way_before_the_statement_does(qtbot: QtBot, case: MainWindow, light: Theme) -> None:
    bar: StatusBar = case.status
    case.navigation.show(Screen.COMPARE)
    bar.show_hints(Screen.COMPARE)
    case.resize(1440, 900)
    qtbot.waitUntil(lambda: len(bar.hints()) == 3)

    light.wear(zoom=2.0)
    case.resize(1024, 700)

    qtbot.waitUntil(lambda: len(bar.hints()) < 3)
    assert bar.statement()


def test_the_overview_says_how_much_is_compared(case: MainWindow) -> None:
    analysis = case.work.session.analysis
    assert analysis is not None

    count = len(analysis.articles)
    assert (
        compared_statement(analysis) == f"{count} articles, {count * (count - 1) // 2} pair{'s' * (count > 2)} compared"
    )
