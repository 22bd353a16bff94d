"""How large a dialog is: as large as its content wants at the present zoom, and no larger than its screen."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog

from desktop.theme import Theme

_BORDER = 40
"""Pixels of the screen that stay free, for the window's frame."""


def fit(dialog: QDialog, theme: Theme, size: tuple[int, int]) -> None:
    """Resize a dialog to ``size``, given at a zoom of 100 %."""
    room = dialog.screen().availableSize()
    dialog.resize(min(theme.px(size[0]), room.width() - _BORDER), min(theme.px(size[1]), room.height() - _BORDER))
