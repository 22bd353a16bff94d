"""Colours by meaning and the type scale, as data: one file in ``resources/themes`` is one theme.

One :class:`Theme` is shared by every widget for as long as the program runs. It can put on other colours and another
zoom; widgets ask it whenever they paint, and hear of a change by ``theme.changed``.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from importlib import resources
from string import Template
from types import MappingProxyType

from PySide6.QtCore import QObject, Signal, SignalInstance
from PySide6.QtGui import QColor, QFont

from core.model import MatchClass
from desktop import fonts

READING_SIZE = 14.5
"""Pixels of the reading face at 100 %, where nothing else was chosen."""
LEAST_ZOOM, MOST_ZOOM = 0.8, 2.0
_SMALLEST_TEXT = 11.0
"""Pixels; zooming out makes nothing smaller than that."""
_HAIRLINE = 2
"""Lengths up to this stay as they are at any zoom: lines and focus rings."""


class _News(QObject):
    """Carries the one signal: the theme itself is plain data."""

    changed = Signal()


@dataclass(eq=False)
class Theme:
    """Every colour and font of the desktop; widgets name a meaning, never a colour."""

    name: str
    colors: Mapping[str, QColor]
    edged: bool = False
    """Whether fills have an edge of ink, so that none is told by its colour alone."""
    zoom: float = 1.0
    reading_size: float = READING_SIZE
    _news: _News = field(default_factory=_News, init=False, repr=False)
    _halo: Theme | None = field(default=None, init=False, repr=False)

    @property
    def changed(self) -> SignalInstance:
        """Return the signal that follows a change of colours or sizes."""
        return self._news.changed

    @property
    def dark(self) -> bool:
        """Return whether light text stands on a dark ground."""
        return self.colors["bg"].lightnessF() < self.colors["ink"].lightnessF()

    def wear(self, name: str | None = None, *, zoom: float | None = None, reading_size: float | None = None) -> None:
        """Put on another theme's colours, another zoom, another size of the reading face; what is None stays.

        Raises FileNotFoundError where there is no theme of that name.
        """
        worn = self if name in (None, self.name) else load_theme(str(name))
        zoom = self.zoom if zoom is None else min(MOST_ZOOM, max(LEAST_ZOOM, zoom))
        reading_size = self.reading_size if reading_size is None else reading_size
        if (worn.name, zoom, reading_size) == (self.name, self.zoom, self.reading_size):
            return
        self.name, self.colors, self.edged = worn.name, worn.colors, worn.edged
        self.zoom, self.reading_size, self._halo = zoom, reading_size, None
        self._news.changed.emit()

    def halo(self) -> Theme:
        """Return a theme in which every colour is this one's paper, to paint a rim under a sign."""
        if self._halo is None:
            self._halo = replace(self, colors=dict.fromkeys(self.colors, self.colors["paper"]))
        return self._halo

    def color(self, token: str) -> QColor:
        """Return a colour by its token: ``"line2"``, ``"close.tint"``; raises KeyError on an unknown one."""
        return QColor(self.colors[token])

    def class_color(self, match: MatchClass, part: str) -> QColor:
        """Return the ``ink``, ``tint`` or ``bar`` of a class; unrelated is shown as no source."""
        shown = MatchClass.NO_SOURCE if match is MatchClass.UNRELATED else match
        return self.color(f"{shown.value}.{part}")

    def edge(self, token: str = "line2") -> QColor:  # noqa: S107 - a token of the theme, no secret
        """Return the colour of an outline or a hairline: ``token``, or ink where fills are edged."""
        return self.color("ink" if self.edged else token)

    def px(self, length: float) -> int:
        """Return a length in pixels at the present zoom."""
        return int(length * self.zoom + 0.5)

    def reading_px(self, length: float) -> int:
        """Return a length that belongs to the reading face, such as the height of its lines."""
        return int(length * self.zoom * self.reading_size / READING_SIZE + 0.5)

    def reading_font(self, size: float = READING_SIZE, weight: int = 400) -> QFont:
        """Return the serif for article text; ``size`` in pixels at 100 % and the usual reading size."""
        return fonts.reading_font(_zoomed(size, self.zoom * self.reading_size / READING_SIZE), weight)

    def ui_font(self, size: float = 13, weight: int = 400) -> QFont:
        """Return the sans serif for the interface; ``size`` in pixels at 100 %."""
        return fonts.ui_font(_zoomed(size, self.zoom), weight)


def _zoomed(size: float, factor: float) -> float:
    return max(min(size, _SMALLEST_TEXT), size * factor)


def theme_names() -> tuple[str, ...]:
    """Return the names of all themes."""
    files = (resources.files("resources") / "themes").iterdir()
    return tuple(sorted(f.name.removesuffix(".toml") for f in files if f.name.endswith(".toml")))


def load_theme(name: str = "light") -> Theme:
    """Return the theme of that name; raises FileNotFoundError where there is none."""
    colors, edged = _read(name)
    return Theme(name, colors, edged)


@cache
def _read(name: str) -> tuple[Mapping[str, QColor], bool]:
    raw = tomllib.loads((resources.files("resources") / "themes" / f"{name}.toml").read_text("utf-8"))
    colors = {token: QColor(value) for token, value in raw["chrome"].items()}
    for match, parts in raw["class"].items():
        colors |= {f"{match}.{part}": _color(value) for part, value in parts.items()}
    return MappingProxyType(colors), bool(raw.get("edged", False))


def _color(value: str) -> QColor:
    return QColor(0, 0, 0, 0) if value == "none" else QColor(value)


def style_sheet(theme: Theme) -> str:
    """Return the desktop's style sheet in the theme's colours and at its zoom."""
    template = Template((resources.files("resources") / "themes" / "desktop.qss").read_text("utf-8"))
    colors = {token.replace(".", "_"): _css(color) for token, color in theme.colors.items()}
    colors |= {"edge": _css(theme.edge("line")), "edge2": _css(theme.edge("line2"))}
    return _LENGTH.sub(lambda found: _length(int(found[1]), theme), template.substitute(colors))


_LENGTH = re.compile(r"\b(\d+)px")


def _length(length: int, theme: Theme) -> str:
    return f"{length if length <= _HAIRLINE else theme.px(length)}px"


def _css(color: QColor) -> str:
    return color.name() if color.alpha() else "transparent"
