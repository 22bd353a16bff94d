"""Give verdicts in a window by keys until somebody puts an end to it: ``reviewer.py CASE FOLDER SEED``.

Whenever the top bar says that everything is saved, a line tells the verdicts given so far, as JSON.
"""

from __future__ import annotations

import json
import random
import sys
import time
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.app import dress, make_application
from desktop.dialogs.files import FileDialogs
from desktop.engine import CoreEngine
from desktop.main_window import MainWindow
from desktop.settings import Settings
from desktop.theme import load_theme

VERDICTS = 50


def saved(window: MainWindow) -> bool:
    """Return whether the reader sees that everything is on the disk."""
    return ", saved " in window.top_bar._detail.full()


def tell(window: MainWindow) -> None:
    """Tell which verdicts there are: the sentences of both sides, and the verdict."""
    given = window.work.session.review_state.judgements.items()
    print(json.dumps([[k.first_sentences, k.second_sentences, j.verdict] for k, j in given]), flush=True)  # noqa: T201


def main(case: str, folder: str, seed: str) -> int:
    """Review the case."""
    chance = random.Random(seed)  # noqa: S311 - chosen, not kept secret
    application = make_application(["cognate"])
    theme = load_theme("light")
    dress(application, theme)
    window = MainWindow(
        theme, CoreEngine(), Settings(Path(folder) / "settings.ini"), FileDialogs(), Path(folder) / "unsaved"
    )
    window.resize(1440, 900)
    window.show()
    window.activateWindow()
    window.files.open(Path(case))
    while window.work.session.analysis is None or window.work.busy or not window.isActiveWindow():
        application.processEvents()
    window.case.view.setFocus()
    for number in range(VERDICTS):
        focus = QApplication.focusWidget()
        if focus is None:
            raise LookupError("nothing has the keyboard")
        QTest.keyClick(focus, Qt.Key(Qt.Key.Key_1 + number % 4))
        rest = time.monotonic() + chance.choice((0.0, 0.002, 0.01, 0.04))
        while True:
            application.processEvents()
            if saved(window):
                tell(window)
                break
            if time.monotonic() > rest:
                break
    while not saved(window):
        application.processEvents()
    tell(window)
    while True:  # until the end that somebody else sets
        application.processEvents()
        time.sleep(0.01)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
