"""Colours by meaning and the type scale, as data: one file in ``resources/themes`` is one theme."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import resources
from string import Template
from types import MappingProxyType

from PySide6.QtGui import QColor, QFont

from core.model import MatchClass
from desktop import fonts


@dataclass(frozen=True, slots=True)
class Theme:
    """Every colour and font of the desktop; widgets name a meaning, never a colour."""

    name: str
    colors: Mapping[str, QColor]

    def color(self, token: str) -> QColor:
        """Return a colour by its token: ``"line2"``, ``"close.tint"``; raises KeyError on an unknown one."""
        return QColor(self.colors[token])

    def class_color(self, match: MatchClass, part: str) -> QColor:
        """Return the ``ink``, ``tint`` or ``bar`` of a class; unrelated is shown as no source."""
        shown = MatchClass.NO_SOURCE if match is MatchClass.UNRELATED else match
        return self.color(f"{shown.value}.{part}")

    def reading_font(self, size: float = 14.5, weight: int = 400) -> QFont:
        """Return the serif for article text; ``size`` in pixels."""
        return fonts.reading_font(size, weight)

    def ui_font(self, size: float = 13, weight: int = 400) -> QFont:
        """Return the sans serif for the interface; ``size`` in pixels."""
        return fonts.ui_font(size, weight)


def load_theme(name: str = "light") -> Theme:
    """Return the theme of that name; raises FileNotFoundError where there is none."""
    raw = tomllib.loads((resources.files("resources") / "themes" / f"{name}.toml").read_text("utf-8"))
    colors = {token: QColor(value) for token, value in raw["chrome"].items()}
    for match, parts in raw["class"].items():
        colors |= {f"{match}.{part}": _color(value) for part, value in parts.items()}
    return Theme(raw["name"], MappingProxyType(colors))


def _color(value: str) -> QColor:
    return QColor(0, 0, 0, 0) if value == "none" else QColor(value)


def style_sheet(theme: Theme) -> str:
    """Return the desktop's style sheet in the theme's colours."""
    template = Template((resources.files("resources") / "themes" / "desktop.qss").read_text("utf-8"))
    return template.substitute({token.replace(".", "_"): _css(color) for token, color in theme.colors.items()})


def _css(color: QColor) -> str:
    return color.name() if color.alpha() else "transparent"
