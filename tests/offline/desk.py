"""Use the desktop from beginning to end, without a display: ``desk.py FOLDER``; tells each step that was done."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QApplication

from core.report.formats import Format
from core.report.options import ReportOptions
from desktop.app import make_application
from desktop.control.faults import FaultWatch
from desktop.dialogs.files import FileDialogs
from desktop.dressing import Wardrobe
from desktop.engine import CoreEngine
from desktop.exports import Order, Target
from desktop.main_window import MainWindow
from desktop.screens import Screen
from desktop.settings import Settings
from desktop.theme import load_theme

PATIENCE = 240.0


def wait(until: Callable[[], bool]) -> None:
    """Run the event loop until something is so."""
    end = time.monotonic() + PATIENCE
    while not until():
        if time.monotonic() > end:
            raise TimeoutError
        QApplication.processEvents()
        time.sleep(0.005)


def tell(what: str) -> None:
    """Tell a step that was done."""
    print(what, flush=True)  # noqa: T201 - the test reads it


def main(folder: Path) -> int:
    """Open the sample case, look at every screen, judge, export, save, close."""
    application = make_application(["cognate"])
    theme, settings = load_theme("light"), Settings(folder / "settings.ini")
    window = MainWindow(theme, CoreEngine(), settings, FileDialogs(), folder / "unsaved")
    wardrobe = Wardrobe(application, theme, settings)
    window.looks.wardrobe = wardrobe
    wardrobe.dress()
    FaultWatch(window, theme, window.files.keeper.flush).install()
    window.resize(1440, 900)
    window.show()
    window.actions_by_name["sample"].trigger()
    wait(lambda: window.work.session.analysis is not None and not window.work.busy)
    tell("compared")
    for screen in Screen:
        window.navigation.show(screen)
        wait(lambda: not window.work.busy)
    window.navigation.show(Screen.COMPARE)
    window.actions_by_name["verdict_2"].trigger()
    wait(lambda: bool(window.work.session.review_state.judgements))
    tell("judged")
    analysis = window.work.session.analysis
    if analysis is None:
        return 1
    targets = tuple(Target(form, folder / f"report{form.suffix}") for form in Format)
    ended: list[object] = []
    window.work.exported.connect(ended.append)
    window.work.export(Order(analysis, window.work.session.review_state, "Summit", ReportOptions(), targets))
    wait(lambda: bool(ended))
    if all(target.path.exists() for target in targets):
        tell("exported")
    window.files.keeper.save_as(folder / "case.cognate", "Summit")
    wait(lambda: window.files.keeper.path == folder / "case.cognate" and not window.files.keeper.waiting)
    tell("saved")
    window.close()
    tell("closed")
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
