"""Open a saved case in the desktop, scroll through it, and end: ``desktop_open.py CASE FOLDER [FRAMES]``.

Prints JSON: the seconds from opening the case to its being painted, and the milliseconds of each frame.
"""

# ruff: noqa: E402 - as desktop.__main__ does, it stops collecting before it loads anything, and takes a hook off

from __future__ import annotations

import gc
import json
import os
import sys
import time
from pathlib import Path

gc.disable()

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from desktop.import_hook import take_off_import_hook

take_off_import_hook()

from desktop.app import make_application
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


def main(words: list[str]) -> int:
    """Open, scroll, tell."""
    case, folder = map(Path, words[:2])
    count = int(words[2]) if len(words) > 2 else 0
    application = make_application(["cognate"])
    theme, settings = load_theme("light"), Settings(folder / "settings.ini")
    wardrobe = Wardrobe(application, theme, settings)
    window = MainWindow(theme, CoreEngine(), settings, FileDialogs(), folder / "unsaved")
    window.looks.wardrobe = wardrobe
    window.resize(1440, 900)
    painted = Painted(window)
    began = time.perf_counter()
    window.open_paths([case])
    wardrobe.dress()
    window.show()
    while not painted.at or window.work.session.analysis is None:
        application.processEvents()
        time.sleep(0.001)
    opened = painted.at - began
    taken = []
    if count:
        window.case.view.set_animated(False)
        rested = time.perf_counter() + REST_S
        while window.work.busy or time.perf_counter() < rested:
            application.processEvents()
        frames(window, 20)
        taken = frames(window, count)
    print(json.dumps({"opened": opened, "frames": taken}), flush=True)  # noqa: T201 - what it is for
    if count:
        window.close()
    else:  # ending is no part of a start
        window.files.keeper.flush()
        os._exit(0)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
