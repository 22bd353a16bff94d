"""Make the application: its name, icon, fonts and look."""

from __future__ import annotations

import sys
import threading
from collections.abc import Sequence
from importlib.resources import files
from pathlib import Path

from PySide6.QtCore import QThread, QTimer
from PySide6.QtWidgets import QApplication

from core.faults import tell_faults_shortly
from core.scratch import clear_stale
from desktop.control.arrivals import Arrivals
from desktop.control.faults import FaultWatch
from desktop.dialogs.files import FileDialogs
from desktop.dialogs.fitting import fit_first
from desktop.door import Door
from desktop.dressing import Wardrobe
from desktop.engine import CoreEngine
from desktop.fonts import load_fonts
from desktop.icons import app_icon
from desktop.language import install
from desktop.main_window import MainWindow
from desktop.settings import GEOMETRY, Settings
from desktop.theme import Theme, load_theme, style_sheet

_SWITCH_SECONDS = 0.0005
_SAVE_SECONDS = 10.0
"""How long saving after a fault is waited for: the disk may be what is at fault."""
_FAULT = 1
TRANSLATIONS = Path(str(files("resources") / "translations"))


def make_application(
    argv: Sequence[str], languages: Sequence[str] | None = None, translations: Path | None = None
) -> QApplication:
    """Return the one application object; ``argv`` starts with the program's name.

    It speaks the first of ``languages``, the system's by default, that there is in ``translations``, the program's own
    folder by default.
    """
    # A worker lets go of the interpreter this often: drawing asks for it again at every call of Qt's, and waits.
    sys.setswitchinterval(_SWITCH_SECONDS)
    application = QApplication(list(argv))
    application.setApplicationName("cognate")
    application.setApplicationDisplayName("Cognate")
    application.setDesktopFileName("cognate")
    application.setStyle("Fusion")
    install(application, translations or TRANSLATIONS, languages)
    # What a desktop shows outside the window may follow it.
    QTimer.singleShot(0, application, lambda: application.setWindowIcon(app_icon()))
    return application


def dress(application: QApplication, theme: Theme) -> None:
    """Give the application the theme's fonts and style sheet, where no :class:`Wardrobe` does."""
    load_fonts()
    application.setStyle("Fusion")
    application.setFont(theme.ui_font())
    application.setStyleSheet(style_sheet(theme))


def run(paths: Sequence[Path], door: Door | None = None) -> int:
    """Open the window with these articles and stay until it is closed; at the ``door`` later starts hand in theirs."""
    tell_faults_shortly()
    application = make_application(sys.argv[:1])
    theme, settings = load_theme("light"), Settings()
    wardrobe = Wardrobe(application, theme, settings)
    window = MainWindow(theme, CoreEngine(), settings, FileDialogs())
    window.looks.wardrobe = wardrobe
    watch = FaultWatch(window, theme, lambda: _saved(window))
    watch.quit.connect(lambda: application.exit(_FAULT))
    watch.install()
    window.open_paths(paths)  # a case is read while the window is dressed and laid out
    wardrobe.dress()
    if settings.get(GEOMETRY).isEmpty():
        fit_first(window)
    window.show()
    threading.Thread(target=clear_stale, name="tidy", daemon=True).start()
    if sys.platform == "darwin":  # which names files to a program that runs, and starts none with them
        from desktop.control.openings import Openings  # noqa: PLC0415 - nowhere else

        Openings(application, window.open_paths)
    arrivals = Arrivals(door, window, lambda visit: window.open_paths(visit.files)) if door else None
    code = application.exec()
    watch.end()
    if arrivals:
        arrivals.end()
    return code


def _saved(window: MainWindow) -> bool:
    """Have what was decided written now, and return whether all of it is on the disk."""
    if QThread.currentThread() is window.thread():
        window.case.inspector.verdicts.flush()
        window.choices.flush()
    return window.files.keeper.flush(_SAVE_SECONDS)
