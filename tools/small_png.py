"""Pictures with a palette: a screen has few colours that matter, and a byte a pixel makes a small file.

May import numpy and Qt's pictures; knows nothing of what is in them.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QByteArray
from PySide6.QtGui import QImage, QImageWriter

MOST_COLORS = 256
_FIRST_REACH, _WIDER = 4.0, 1.35
"""How near a colour must be to one of the palette to need no place of its own; it grows while those are too many."""
_AT_ONCE = 4096

Colors = NDArray[np.int64]


def save_small(image: QImage, path: Path) -> int:
    """Write a picture as a PNG of at most 256 colours; return its size in bytes.

    Raises OSError where it cannot be written.
    """
    image = image.convertToFormat(QImage.Format.Format_RGB32)
    width, height = image.width(), image.height()
    raw: Any = image.constBits()  # Qt's stubs call it bytes; it is a view of them
    pixels = np.frombuffer(raw, np.uint32).reshape(height, image.bytesPerLine() // 4)[:, :width] & 0xFFFFFF
    colors, places, counts = np.unique(pixels, return_inverse=True, return_counts=True)
    palette = choose_palette(_parts(colors), counts)
    indexes = nearest(_parts(colors), palette)[places.reshape(height, width)]
    small = QImage(width, height, QImage.Format.Format_Indexed8)
    small.setColorTable([0xFF000000 | int(r) << 16 | int(g) << 8 | int(b) for r, g, b in palette])
    lines: Any = small.bits()
    np.frombuffer(lines, np.uint8).reshape(height, small.bytesPerLine())[:, :width] = indexes
    path.parent.mkdir(parents=True, exist_ok=True)
    writer = QImageWriter(str(path), QByteArray(b"png"))
    writer.setCompression(100)
    if not writer.write(small):
        raise OSError(f"{path}: {writer.errorString()}")
    return path.stat().st_size


def choose_palette(colors: Colors, counts: NDArray[np.int64]) -> Colors:
    """Return at most 256 of the colours, the frequent ones first, none too near to another."""
    order = colors[np.argsort(-counts, kind="stable")]
    reach = _FIRST_REACH
    if len(order) <= MOST_COLORS:
        return order
    while (palette := _apart(order, reach)) is None:
        reach *= _WIDER
    return palette


def _apart(order: Colors, reach: float) -> Colors | None:
    """Return the colours that are farther than ``reach`` from all before them, None where they are too many."""
    kept: list[NDArray[np.int64]] = []
    left = order
    while len(left):
        if len(kept) == MOST_COLORS:
            return None
        kept.append(left[0])
        left = left[((left - left[0]) ** 2).sum(axis=1) > reach**2]
    return np.array(kept)


def nearest(colors: Colors, palette: Colors) -> NDArray[np.uint8]:
    """Return for each colour the place of the nearest one in the palette."""
    found = []
    for start in range(0, len(colors), _AT_ONCE):
        some = colors[start : start + _AT_ONCE]
        found.append((((some[:, None, :] - palette[None]) ** 2).sum(axis=2)).argmin(axis=1))
    return np.concatenate(found).astype(np.uint8)


def _parts(colors: NDArray[np.uint32]) -> Colors:
    """Return red, green and blue, one row a colour."""
    return np.stack([colors >> 16 & 255, colors >> 8 & 255, colors & 255], axis=1).astype(np.int64)
