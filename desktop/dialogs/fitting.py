"""How large a dialog is: as large as its content wants at the present zoom, and no larger than its screen.

And the window when it is first opened: where it has no room with its frame, it fills the screen.
"""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QWidget

from desktop.theme import Theme

_BORDER = 40
"""Pixels of the screen that stay free, for the window's frame."""


def fit(dialog: QDialog, theme: Theme, size: tuple[int, int]) -> None:
    """Resize a dialog to ``size``, given at a zoom of 100 %."""
    room = dialog.screen().availableSize()
    dialog.resize(min(theme.px(size[0]), room.width() - _BORDER), min(theme.px(size[1]), room.height() - _BORDER))


def fit_first(window: QWidget) -> None:
    """Have a window that was never opened before fill its screen, where it has no room there together with its frame.

    What the frame takes is not known before the window is on screen.
    """
    room = window.screen().availableSize() - QSize(_BORDER, _BORDER)
    if window.width() > room.width() or window.height() > room.height():
        window.resize(window.size().boundedTo(room))
        window.setWindowState(window.windowState() | Qt.WindowState.WindowMaximized)
