"""Icons in all sizes that desktops ask for, drawn from one SVG."""

from __future__ import annotations

import os
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

SIZES = (16, 22, 24, 32, 48, 64, 96, 128, 256, 512)


def draw(svg: Path, hicolor: Path, place: str, name: str) -> None:
    """Draw ``svg`` into a theme's folders (``48x48/apps/cognate.png``), and put it there itself (``scalable``)."""
    _application()
    source = svg.read_bytes()
    for size in SIZES:
        image = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        QSvgRenderer(QByteArray(source)).render(painter, QRectF(0, 0, size, size))
        painter.end()
        folder = hicolor / f"{size}x{size}" / place
        folder.mkdir(parents=True, exist_ok=True)
        if not image.save(str(folder / f"{name}.png")):
            raise OSError(f"{folder / name}.png was not written")
    folder = hicolor / "scalable" / place
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{name}.svg").write_bytes(source)


def _application() -> QGuiApplication:
    running = QGuiApplication.instance()
    return running if isinstance(running, QGuiApplication) else QGuiApplication([])
