"""The parts of a compare view, as its tests look at them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from core.model import Analysis, Pair
from desktop.compare.column import Column
from desktop.compare.gutter import GutterWidget
from desktop.compare.strip import Strip
from desktop.compare.view import CompareView

MakeView = Callable[..., CompareView]
Story = tuple[Analysis, Pair]


def columns(view: CompareView) -> tuple[Column, Column]:
    left, right = sorted(view.findChildren(Column), key=QWidget.x)
    return left, right


def gutter(view: CompareView) -> GutterWidget:
    return view.findChildren(GutterWidget)[0]


def strips(view: CompareView) -> tuple[Strip, Strip]:
    left, right = sorted(view.findChildren(Strip), key=QWidget.x)
    return left, right


def tops(view: CompareView, left: int, right: int) -> tuple[int, int]:
    ends = columns(view)[0].extent(left), columns(view)[1].extent(right)
    assert ends[0] is not None
    assert ends[1] is not None
    return ends[0][0], ends[1][0]
