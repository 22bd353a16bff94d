"""Show two texts in a window that has nothing of Cognate but its typeface, and end: ``desktop_bare.py FILE FILE``."""

from __future__ import annotations

import sys
from importlib import resources
from pathlib import Path

from PySide6.QtCore import QByteArray, QPointF, QTimer
from PySide6.QtGui import QFont, QFontDatabase, QPainter, QPaintEvent, QTextLayout
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget


class Page(QWidget):
    """Lays a whole text out when it is shown, and paints it."""

    def __init__(self, text: str, font: QFont) -> None:
        super().__init__()
        self._layouts = [QTextLayout(line, font) for line in text.splitlines() if line]
        self.painted = False

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Lay out and paint."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), "white")
        y = 0.0
        for layout in self._layouts:
            layout.beginLayout()
            height = 0.0
            while (line := layout.createLine()).isValid():
                line.setLineWidth(self.width())
                line.setPosition(QPointF(0, height))
                height += line.height()
            layout.endLayout()
            layout.draw(painter, QPointF(0, y))
            y += height
        painter.end()
        self.painted = True


def main(paths: list[str]) -> int:
    """Show the texts and end as soon as they are painted."""
    application = QApplication([])
    for file in sorted((resources.files("fontpkg_source_serif_4") / "files").iterdir(), key=lambda f: f.name):
        if file.name.endswith(".ttf"):
            QFontDatabase.addApplicationFontFromData(QByteArray(file.read_bytes()))
    font = QFont("Source Serif 4")
    font.setPixelSize(15)
    window = QWidget()
    row = QHBoxLayout(window)
    pages = [Page(Path(path).read_text("utf-8"), font) for path in paths]
    for page in pages:
        row.addWidget(page)
    window.resize(1440, 900)
    window.show()
    timer = QTimer()
    timer.timeout.connect(lambda: application.quit() if all(page.painted for page in pages) else None)
    timer.start(1)
    application.exec()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
