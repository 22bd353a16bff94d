"""How both columns move together: synchronized scrolling, and gliding to the place of a finding."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from PySide6.QtCore import QEasingCurve, QObject, Qt, QVariantAnimation
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QStyle, QWidget

from desktop.compare.column import Column
from desktop.compare.geometry import (
    READING_LINE,
    Point,
    common_place,
    fade_out,
    follow,
    increasing,
    reachable_place,
)
from desktop.compare.scene import Scene, Tie

DURATION = 160
_FAR = 3
"""A glide begins at most so many pages away from its goal."""


class ScrollSync:
    """Moves the column that the reader does not scroll to the place that corresponds.

    Only the reader's scrolling drives; moving the follower tells nobody, so nothing can echo.
    """

    def __init__(self, left: Column, right: Column) -> None:
        self._columns = (left, right)
        self._scene = Scene()
        self.locked = True

    def set_scene(self, scene: Scene) -> None:
        """Synchronize by a scene's chain, which is made when the reader first scrolls."""
        self._scene = scene

    def drive(self, driver: Column, delta: int) -> None:
        """Follow a column that the reader has just scrolled by ``delta`` pixels."""
        if not self.locked:
            return
        left, right = self._columns
        follower = right if driver is left else left
        before = self._place(driver, follower, driver.offset - delta)
        after = self._place(driver, follower, driver.offset)
        follower.scroll_to(after + fade_out(follower.offset - before, delta))

    def _place(self, driver: Column, follower: Column, offset: int) -> float:
        """Return the offset at which the follower's reading line corresponds to the driver's."""
        y = offset + driver.page * READING_LINE
        return follow(y, self.anchors_around(driver, follower, y)) - follower.page * READING_LINE

    def anchors_around(self, driver: Column, follower: Column, y: float) -> list[Point]:
        """Return the places (driver, follower) that correspond just before and just after ``y``.

        The texts' beginnings and ends correspond too. Only neighbours are looked up: heights of a long text change
        with every scroll, and so would a list of all places.
        """
        own, chain = (0 if driver is self._columns[0] else 1), self._scene.chain

        def top(column: Column, sentence: int) -> int:
            return column.rows.top(column.row_of(sentence))

        def place(sentences: tuple[int, int]) -> Point:
            return top(driver, sentences[own]), top(follower, sentences[1 - own])

        after = bisect_right(chain, y, key=lambda sentences: top(driver, sentences[own]))
        before = place(chain[after - 1]) if after > 0 else (0.0, 0.0)
        end = (float(driver.rows.total), float(follower.rows.total))
        return increasing([before, place(chain[after]) if after < len(chain) else end])


@dataclass(frozen=True, slots=True)
class Goal:
    """A sentence of a column whose upper edge is to stand at ``y`` of the viewport."""

    column: Column
    sentence: int
    y: float

    def offset(self) -> float:
        """Return the offset that brings it there, by the heights known now."""
        row = self.column.row_of(self.sentence)
        return self.column.row_top(row) - self.y if row >= 0 else self.column.offset

    def reach(self) -> None:
        """Go there at once, to the pixel."""
        row = self.column.row_of(self.sentence)
        if row >= 0:
            self.column.place_row(row, self.y)


class Glide(QObject):
    """Moves columns to their goals in a short animation, or at once where motion is not wanted."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._widget = parent
        self._goals: tuple[Goal, ...] = ()
        self._from: tuple[float, ...] = ()
        self.wanted = True
        self._animation = QVariantAnimation(self)
        self._animation.setDuration(DURATION)
        self._animation.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._animation.setStartValue(0.0)
        self._animation.setEndValue(1.0)
        self._animation.valueChanged.connect(self._step)
        self._animation.finished.connect(self._arrive)

    def to(self, *goals: Goal) -> None:
        """Bring every goal to its place."""
        self._animation.stop()
        self._goals = goals
        if not (self.wanted and self._widget.isVisible() and motion_allowed(self._widget)):
            self._arrive()
            return
        self._from = tuple(_near(g) for g in goals)
        self._animation.start()

    def stop(self) -> None:
        """Stay where everything is: the reader took over."""
        self._animation.stop()
        self._goals = ()

    def _step(self, share: object) -> None:
        if isinstance(share, float) and self._animation.state() is QVariantAnimation.State.Running:
            for goal, start in zip(self._goals, self._from, strict=True):
                goal.column.scroll_to(start + (goal.offset() - start) * share)

    def _arrive(self) -> None:
        goals, self._goals = self._goals, ()
        for goal in goals:
            goal.reach()


class Leveller:
    """Brings both ends of a link to one height."""

    def __init__(self, left: Column, right: Column, glide: Glide) -> None:
        self._left, self._right, self._glide = left, right, glide

    def level(self, tie: Tie, still: Column | None = None) -> None:
        """Bring both ends to the reading line; ``still`` is a column that is not to move more than it must."""
        ends = ((self._left, tie.left), (self._right, tie.right))
        page = self._left.page
        bounds = [(c.row_top(c.row_of(n)), c.rows.total) for c, n in ends]
        y = common_place(bounds, page)
        if still is not None and (extent := still.extent(dict(ends)[still])) is not None:
            shown = min(max(extent[0], _HEADROOM), max(_HEADROOM, page - 4 * _HEADROOM))
            y = reachable_place(shown, bounds, page)
        self._glide.to(*(Goal(column, sentence, y) for column, sentence in ends))

    def level_at_once(self, tie: Tie) -> None:
        """Bring both ends to the reading line without a glide."""
        wanted, self._glide.wanted = self._glide.wanted, False
        self.level(tie)
        self._glide.wanted = wanted

    def is_level(self, tie: Tie) -> bool:
        """Return whether both ends stand at one height."""
        left, right = self._left.extent(tie.left), self._right.extent(tie.right)
        return left is not None and right is not None and left[0] == right[0]


_HEADROOM = 24


def _near(goal: Goal) -> float:
    """Return where a glide begins: where the column stands, or nearer when that is very far."""
    reach = _FAR * goal.column.page
    return max(goal.offset() - reach, min(goal.offset() + reach, goal.column.offset))


def motion_allowed(widget: QWidget) -> bool:
    """Return whether neither the style nor the system asks for reduced motion."""
    if widget.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration, None, widget) <= 0:
        return False
    if not hasattr(Qt, "MotionPreference"):  # Qt tells from 6.11 on
        return True
    hints = QGuiApplication.styleHints()  # named, because what it hands out lives no longer than this reference
    return hints.accessibility().motionPreference() is not Qt.MotionPreference.ReducedMotion
