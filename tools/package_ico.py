"""Icons as Windows and macOS want them: one file with all sizes, made of PNG pictures that are drawn from an SVG."""

from __future__ import annotations

import os
import struct
from collections.abc import Mapping
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

ICO_SIZES = (16, 20, 24, 32, 40, 48, 64, 128, 256)
ICNS_KINDS = {
    b"icp4": 16,
    b"ic11": 32,
    b"icp5": 32,
    b"ic12": 64,
    b"ic07": 128,
    b"ic13": 256,
    b"ic08": 256,
    b"ic14": 512,
    b"ic09": 512,
    b"ic10": 1024,
}
"""Kind of a picture in an icon for macOS -> its side in pixels; some sizes stand for twice as dense a half."""
_ICO_HEAD, _ICO_ENTRY = struct.Struct("<HHH"), struct.Struct("<BBBBHHII")
_WHOLE_BYTE = 256


def ico(pictures: Mapping[int, bytes]) -> bytes:
    """Return an icon for Windows: PNG pictures by their side in pixels."""
    head = _ICO_HEAD.pack(0, 1, len(pictures))
    at = len(head) + _ICO_ENTRY.size * len(pictures)
    entries, bodies = b"", b""
    for side, png in sorted(pictures.items()):
        told = side % _WHOLE_BYTE  # 256 is written as 0
        entries += _ICO_ENTRY.pack(told, told, 0, 0, 1, 32, len(png), at + len(bodies))
        bodies += png
    return head + entries + bodies


def icns(pictures: Mapping[int, bytes]) -> bytes:
    """Return an icon for macOS: PNG pictures by their side in pixels, one for each of :data:`ICNS_KINDS`."""
    parts = b"".join(_part(kind, pictures[side]) for kind, side in ICNS_KINDS.items())
    return _part(b"icns", parts)


def _part(kind: bytes, body: bytes) -> bytes:
    return kind + struct.pack(">I", len(body) + 8) + body


def drawn(svg: Path, side: int) -> bytes:
    """Return an SVG as a PNG of that many pixels a side."""
    running = QGuiApplication.instance() or QGuiApplication([])
    image = QImage(side, side, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(QByteArray(svg.read_bytes())).render(painter, QRectF(0, 0, side, side))
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if running is None or not image.save(buffer, "PNG"):  # type: ignore[call-overload]  # the stub wants bytes
        raise OSError(f"{svg} was not drawn")
    return bytes(buffer.data().data())


def write(svg: Path, stem: Path) -> None:
    """Write ``stem``.ico and ``stem``.icns, drawn from an SVG."""
    stem.parent.mkdir(parents=True, exist_ok=True)
    stem.with_suffix(".ico").write_bytes(ico({side: drawn(svg, side) for side in ICO_SIZES}))
    stem.with_suffix(".icns").write_bytes(icns({side: drawn(svg, side) for side in set(ICNS_KINDS.values())}))
