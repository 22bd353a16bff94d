"""Icons in all sizes that desktops ask for, drawn from one SVG."""

from __future__ import annotations

from pathlib import Path

from tools.package_ico import drawn

SIZES = (16, 22, 24, 32, 48, 64, 96, 128, 256, 512)


def draw(svg: Path, hicolor: Path, place: str, name: str) -> None:
    """Draw ``svg`` into a theme's folders (``48x48/apps/cognate.png``), and put it there itself (``scalable``)."""
    for size in SIZES:
        folder = hicolor / f"{size}x{size}" / place
        folder.mkdir(parents=True, exist_ok=True)
        (folder / f"{name}.png").write_bytes(drawn(svg, size))
    folder = hicolor / "scalable" / place
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{name}.svg").write_bytes(svg.read_bytes())
