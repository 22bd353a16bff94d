"""The two typefaces, loaded from their packages, at the sizes that render evenly.

Both are variable fonts. Without hinting the letters keep even distances at small sizes; the optical size axis of the
serif follows the size in pixels, as a browser would set it. The raster at scale 1 knows whole pixels only, so sizes
are rounded half up.
"""

from __future__ import annotations

import math
from functools import cache
from importlib import resources

from PySide6.QtCore import QByteArray
from PySide6.QtGui import QFont, QFontDatabase

READING_FAMILY = "Source Serif 4"
UI_FAMILY = "Inter"
_UNUSED = "Italic"
"""Nothing is set in italics."""
_PACKAGES = ("fontpkg_source_serif_4", "fontpkg_inter")


@cache
def load_fonts() -> tuple[str, ...]:
    """Register the packaged fonts with Qt once and return their families; needs a QGuiApplication."""
    families: set[str] = set()
    for package in _PACKAGES:
        for file in sorted((resources.files(package) / "files").iterdir(), key=lambda f: f.name):
            if not file.name.endswith(".ttf") or _UNUSED in file.name:
                continue
            number = QFontDatabase.addApplicationFontFromData(QByteArray(file.read_bytes()))
            families.update(QFontDatabase.applicationFontFamilies(number))
    return tuple(sorted(families))


def reading_font(size: float = 14.5, weight: int = 400) -> QFont:
    """Return the serif for article text; ``size`` in pixels."""
    return QFont(_reading(math.floor(size + 0.5), weight))


def ui_font(size: float = 13, weight: int = 400) -> QFont:
    """Return the sans serif for the interface, with figures of equal width; ``size`` in pixels."""
    return QFont(_ui(math.floor(size + 0.5), weight))


@cache  # painting asks at every stroke; a copy shares what Qt has looked up for it
def _reading(pixels: int, weight: int) -> QFont:
    font = _font(READING_FAMILY, pixels, weight)
    font.setVariableAxis(QFont.Tag("wght"), weight)
    font.setVariableAxis(QFont.Tag("opsz"), min(60.0, max(8.0, pixels)))
    font.setStyleHint(QFont.StyleHint.Serif)
    return font


@cache  # as above
def _ui(pixels: int, weight: int) -> QFont:
    font = _font(UI_FAMILY, pixels, weight)
    font.setFeature(QFont.Tag("tnum"), 1)
    font.setStyleHint(QFont.StyleHint.SansSerif)
    return font


def _font(family: str, pixels: int, weight: int) -> QFont:
    load_fonts()
    font = QFont(family)
    font.setPixelSize(pixels)
    font.setWeight(QFont.Weight(round(weight / 100) * 100))
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font
