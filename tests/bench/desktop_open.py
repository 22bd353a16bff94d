"""Open a saved case in the desktop, scroll through it, and end: ``desktop_open.py CASE FOLDER [--frames N]``.

Prints JSON: the seconds from opening the case to its being painted, and the milliseconds of each frame.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import time
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from desktop.app import dress, make_application
from desktop.dialogs.files import FileDialogs
from desktop.dressing import Wardrobe
from desktop.engine import CoreEngine
from desktop.main_window import MainWindow
from desktop.settings import Settings
from desktop.theme import load_theme

REST_S = 3.0
"""What is loaded after the case is on screen is loaded by then."""


class Painted(QObject):
    """Notes when the right column is painted with a text in it."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.at = 0.0
        self._column = window.case.view._columns[1]
        self._column.viewport().installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Hear of each painting."""
        if event.type() is QEvent.Type.Paint and self._column.blocks and not self.at:
            QTimer.singleShot(0, self._note)
        return False

    def _note(self) -> None:
        self.at = self.at or time.perf_counter()


def frames(window: MainWindow, count: int) -> list[float]:
    """Return what scrolling by a notch and painting takes, in milliseconds, up and down the text."""
    target = window.case.view._columns[1].viewport()
    place = QPointF(target.rect().center())
    taken = []
    for number in range(count):
        delta = QPoint(0, 120 if number % 100 >= 50 else -120)
        none, button = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.NoButton
        phase = Qt.ScrollPhase.NoScrollPhase
        event = QWheelEvent(place, target.mapToGlobal(place), QPoint(), delta, button, none, phase, False)  # noqa: FBT003
        began = time.perf_counter()
        QApplication.sendEvent(target, event)
        QApplication.processEvents()
        taken.append(1e3 * (time.perf_counter() - began))
    return taken


def main() -> int:
    """Open, scroll, tell."""
    parser = argparse.ArgumentParser(description="Open a saved case in the desktop.")
    parser.add_argument("case", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--frames", type=int, default=0)
    asked = parser.parse_args()
    application = make_application(["cognate"])
    theme, settings = load_theme("light"), Settings(asked.folder / "settings.ini")
    dress(application, theme)
    wardrobe = Wardrobe(application, theme, settings)
    window = MainWindow(theme, CoreEngine(), settings, FileDialogs(), asked.folder / "unsaved")
    window.looks.wardrobe = wardrobe
    window.resize(1440, 900)
    window.show()
    painted = Painted(window)
    began = time.perf_counter()
    window.open_paths([asked.case])
    while not painted.at or window.work.session.analysis is None:
        application.processEvents()
        time.sleep(0.001)
    opened = painted.at - began
    taken = []
    if asked.frames:
        window.case.view.set_animated(False)
        rested = time.perf_counter() + REST_S
        while window.work.busy or time.perf_counter() < rested:
            application.processEvents()
        frames(window, 20)
        taken = frames(window, asked.frames)
    print(json.dumps({"opened": opened, "frames": taken}), flush=True)  # noqa: T201 - what it is for
    if asked.frames:
        window.close()
    else:  # ending is no part of a start
        window.files.keeper.flush()
        os._exit(0)
    return 0


if __name__ == "__main__":
    sys.exit(main())
