"""Icons from ``resources/icons``, drawn in a colour of the theme."""

from __future__ import annotations

from functools import cache, lru_cache
from importlib import resources
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

_SCALES = (1, 2, 3)
_MOST_DRAWN = 256
"""Rasters that are kept: those of a window in one look, and of the looks before it."""


def icon(name: str, color: QColor, disabled: QColor | None = None, size: int = 16) -> QIcon:
    """Return an icon drawn in ``color``, and in ``disabled`` where its button is."""
    made = QIcon()
    for scale in _SCALES:
        made.addPixmap(pixmap(name, color, size, scale), QIcon.Mode.Normal)
        if disabled is not None:
            made.addPixmap(pixmap(name, disabled, size, scale), QIcon.Mode.Disabled)
    return made


def pixmap(name: str, color: QColor, size: int = 16, scale: float = 1) -> QPixmap:
    """Return one raster of an icon, ``size`` pixels wide at ``scale`` device pixels each."""
    return _drawn(name, color.name(), size, scale)


@lru_cache(maxsize=_MOST_DRAWN)  # painting asks at every stroke
def _drawn(name: str, color: str, size: int, scale: float) -> QPixmap:
    drawn = QPixmap(round(size * scale), round(size * scale))
    drawn.fill(Qt.GlobalColor.transparent)
    renderer = QSvgRenderer(QByteArray(_source(name).replace(b"currentColor", color.encode())))
    painter = QPainter(drawn)
    renderer.render(painter, QRectF(0, 0, size * scale, size * scale))
    painter.end()
    drawn.setDevicePixelRatio(scale)
    return drawn


def app_icon() -> QIcon:
    """Return the logo at the sizes that desktops ask for."""
    made = QIcon()
    for size in (16, 24, 32, 48, 64, 128, 256):
        made.addPixmap(pixmap("logo", QColor(), size))
    return made


@cache
def _source(name: str) -> bytes:
    return (_folder() / f"{name}.svg").read_bytes()


@cache
def _folder() -> Traversable:
    return resources.files("resources") / "icons"
