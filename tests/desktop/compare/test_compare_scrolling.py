"""The compare view in motion: both columns together, the glide, strips and the wheel, very long articles."""

from __future__ import annotations

import time
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QProxyStyle, QStyle
from pytestqt.qtbot import QtBot

from core.model import Analysis, MatchClass, Pair, Role
from desktop.compare.geometry import READING_LINE
from desktop.compare.sync import DURATION
from tests.desktop.compare.view_parts import MakeView, Story, columns, gutter, strips, tops


def test_the_glide_takes_its_time_and_arrives(make_view: MakeView, story: Story, qtbot: QtBot) -> None:
    view = make_view()
    view.show_pair(*story)
    view.set_animated(True)
    view.select_link(4)
    assert tops(view, 10, 5)[0] != tops(view, 10, 5)[1]
    qtbot.waitUntil(lambda: tops(view, 10, 5)[0] == tops(view, 10, 5)[1], timeout=DURATION * 20)


class Still(QProxyStyle):
    """A style that wants no animation."""

    def styleHint(self, hint: QStyle.StyleHint, *rest: Any) -> int:  # noqa: N802 - Qt's name
        return 0 if hint is QStyle.StyleHint.SH_Widget_Animation_Duration else super().styleHint(hint, *rest)


def test_reduced_motion_goes_there_at_once(make_view: MakeView, story: Story) -> None:
    view = make_view()
    view.show_pair(*story)
    still = Still()
    view.setStyle(still)
    view.set_animated(True)
    view.select_link(4)
    assert tops(view, 10, 5)[0] == tops(view, 10, 5)[1]
    view.setStyle(QApplication.style())  # the view outlives this function, and with it the style


def test_scrolling_leads_the_other_column_along_and_never_back(make_view: MakeView, story: Story) -> None:
    view = make_view(868, 420)
    view.show_pair(*story)
    view.select_link(4)
    left, right = columns(view)
    places = []
    for _ in range(60):
        before = right.offset
        right.drive(7)
        assert 0 <= right.offset - before <= 7, "the driving column moves one to one"
        places.append(left.offset)
    assert right.offset == right.rows.total - right.page
    assert places == sorted(places)
    assert places[-1] > places[0]
    view.set_scroll_locked(False)
    there = left.offset
    right.drive(-100)
    assert left.offset == there


def test_after_scrolling_far_enough_anchors_meet_at_the_reading_line(make_view: MakeView, story: Story) -> None:
    view = make_view(868, 420)
    view.show_pair(*story)
    left, right = columns(view)
    line = right.page * READING_LINE
    for _ in range(400):
        extent = right.extent(5)
        assert extent is not None
        if extent[0] <= line:
            break
        right.drive(2)
    assert abs(tops(view, 10, 5)[0] - tops(view, 10, 5)[1]) <= 2
    assert left.offset > 0


def test_scrolling_stops_at_the_ends_of_the_text(make_view: MakeView, story: Story) -> None:
    view = make_view(868, 420)
    view.show_pair(*story)
    right = columns(view)[1]
    right.drive(-500)
    assert right.offset == 0
    right.drive(100_000)
    assert right.offset == right.rows.total - right.page


def test_a_strip_drags_its_column(make_view: MakeView, story: Story) -> None:
    view = make_view(868, 420)
    view.show_pair(*story)
    strip, right = strips(view)[1], columns(view)[1]
    QTest.mouseClick(strip, Qt.MouseButton.LeftButton, pos=QPoint(7, strip.height() - 2))
    assert right.offset == right.rows.total - right.page
    QTest.mouseClick(strip, Qt.MouseButton.LeftButton, pos=QPoint(7, 1))
    assert right.offset == 0
    assert len(strip.bars()) == len(right.blocks)


def test_resizing_keeps_the_ends_level(make_view: MakeView, story: Story) -> None:
    view = make_view()
    view.show_pair(*story)
    view.select_link(4)
    for width, height in ((1200, 500), (700, 800), (868, 600)):
        view.resize(width, height)
        assert tops(view, 10, 5)[0] == tops(view, 10, 5)[1]
    view.grab()


@pytest.fixture(scope="module")
def novel() -> list[list[str]]:
    """About 61,000 words in 2,400 sentences."""
    stems = ("harbour", "council", "review", "minister", "grain", "winter", "signal", "bridge", "quarter", "letter")
    line = [" ".join(stems[(n * 7 + k * k) % 10] for k in range(12 + n * 5 % 27)) for n in range(2400)]
    return [[f"Sentence {n} {text}." for n, text in enumerate(line)][k : k + 6] for k in range(0, 2400, 6)]


def long_pair(cases: Any, paragraphs: list[list[str]]) -> tuple[Analysis, Pair]:
    """Return two articles of these paragraphs, six sentences each, in which every other sentence is linked."""
    a, b = cases.article("long-a", paragraphs, Role.REVIEW), cases.article("long-b", paragraphs)
    last = 6 * len(paragraphs) - 10
    links = [cases.link([n], [n + (n % 7 == 0)], MatchClass.CLOSE) for n in range(0, last, 2)]
    made: tuple[Analysis, Pair] = cases.analysis(a, b, links)
    return made


def test_very_long_articles_stay_level(make_view: MakeView, cases: Any, novel: list[list[str]]) -> None:
    analysis, pair = long_pair(cases, novel)
    assert analysis.articles[0].words > 55_000
    view = make_view(868, 822)
    view.show_pair(analysis, pair)
    for index in (600, 1190, 3):
        view.select_link(index)
        link = pair.links[index]
        assert tops(view, link.b[0], link.a[0])[0] == tops(view, link.b[0], link.a[0])[1]


def test_eight_times_the_text_opens_in_proportion_and_scrolls_as_fast(
    make_view: MakeView, cases: Any, novel: list[list[str]]
) -> None:
    def took(paragraphs: list[list[str]]) -> tuple[float, float]:
        """Return the seconds of this thread that it takes to open them, and to scroll sixty steps."""
        analysis, pair = long_pair(cases, paragraphs)
        view = make_view(868, 822)
        start = time.thread_time()
        view.show_pair(analysis, pair)
        view.repaint()
        opened = time.thread_time()
        for _ in range(60):
            columns(view)[1].drive(90)
            view.repaint()
        return opened - start, time.thread_time() - opened

    took(novel[:10])
    part, whole = ([took(novel[:count]) for _ in range(2)] for count in (50, 400))
    assert min(opening for opening, _ in whole) <= 12 * min(opening for opening, _ in part)
    assert min(scrolling for _, scrolling in whole) <= 2.5 * min(scrolling for _, scrolling in part)


def test_correcting_estimates_never_moves_what_is_read(make_view: MakeView, cases: Any, novel: list[list[str]]) -> None:
    a = cases.article("long-a", novel)
    view = make_view(868, 600)
    view.show_articles(a, a)
    view.set_scroll_locked(False)
    right = columns(view)[1]
    right.scroll_to(right.rows.total // 2)
    for _ in range(80):
        shown = right.shown_rows()
        middle = right.blocks[shown[len(shown) // 2]].first
        before = right.extent(middle)
        right.drive(-40)
        after = right.extent(middle)
        assert before is not None
        assert after is not None
        assert after[0] - before[0] == 40


def test_the_wheel_scrolls_columns_from_everywhere(make_view: MakeView, story: Story) -> None:
    view = make_view(868, 420)
    view.show_pair(*story)
    view.set_scroll_locked(False)
    left, right = columns(view)
    targets = ((left.viewport(), left), (right.viewport(), right), (gutter(view), right), (strips(view)[0], left))
    for widget, column in targets:
        before = column.offset
        event = QWheelEvent(
            QPointF(5, 60), QPointF(widget.mapToGlobal(QPoint(5, 60))), QPoint(), QPoint(0, -120),
            Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,  # noqa: FBT003 - Qt takes it by place only
        )  # fmt: skip
        QCoreApplication.sendEvent(widget, event)
        assert column.offset == before + 63
