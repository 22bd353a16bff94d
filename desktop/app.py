"""Make the application: its name, icon, fonts and look."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QApplication

from desktop.dialogs.files import FileDialogs
from desktop.dressing import Wardrobe
from desktop.engine import CoreEngine
from desktop.fonts import load_fonts
from desktop.icons import app_icon
from desktop.main_window import MainWindow
from desktop.settings import Settings
from desktop.theme import Theme, load_theme, style_sheet

_SWITCH_SECONDS = 0.0005


def make_application(argv: Sequence[str]) -> QApplication:
    """Return the one application object; ``argv`` starts with the program's name."""
    # A worker lets go of the interpreter this often: drawing asks for it again at every call of Qt's, and waits.
    sys.setswitchinterval(_SWITCH_SECONDS)
    application = QApplication(list(argv))
    application.setApplicationName("cognate")
    application.setApplicationDisplayName("Cognate")
    application.setDesktopFileName("cognate")
    application.setWindowIcon(app_icon())
    return application


def dress(application: QApplication, theme: Theme) -> None:
    """Give the application the theme's fonts and style sheet."""
    load_fonts()
    application.setStyle("Fusion")
    application.setFont(theme.ui_font())
    application.setStyleSheet(style_sheet(theme))


def run(paths: Sequence[Path]) -> int:
    """Open the window with these articles and stay until it is closed."""
    application = make_application(sys.argv[:1])
    theme, settings = load_theme("light"), Settings()
    dress(application, theme)
    wardrobe = Wardrobe(application, theme, settings)
    window = MainWindow(theme, CoreEngine(), settings, FileDialogs())
    window.looks.wardrobe = wardrobe
    window.show()
    window.open_paths(paths)
    return application.exec()
