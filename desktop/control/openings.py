"""Files that the system asks a running program to open, as macOS does where others start it with their names."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QFileOpenEvent


class Openings(QObject):
    """Listens at an application and hands on each file that the system names."""

    def __init__(self, application: QObject, take: Callable[[Sequence[Path]], None]) -> None:
        super().__init__(application)
        self._take = take
        application.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the file of such an event; let all others pass."""
        if event.type() is QEvent.Type.FileOpen and isinstance(event, QFileOpenEvent) and event.file():
            self._take([Path(event.file())])
            return True
        return super().eventFilter(watched, event)
