"""What the desktop remembers between runs; each setting is declared once, with its default and its meaning."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

from PySide6.QtCore import QByteArray, QSettings

T = TypeVar("T", str, bool, QByteArray)


@dataclass(frozen=True, slots=True)
class Setting(Generic[T]):
    """One remembered value: its key in the file, its default and what it is for."""

    key: str
    default: T
    meaning: str


OPEN_FOLDER = Setting("folders/open", "", "Where the last articles were opened from.")
EXPORT_FOLDER = Setting("folders/export", "", "Where the last report was written to.")
FOLDING = Setting("compare/folding", True, "Whether runs of sentences without a match are folded into one row.")
SCROLL_LOCKED = Setting("compare/scroll_locked", True, "Whether both articles scroll together.")
GEOMETRY = Setting("window/geometry", QByteArray(), "Where the window stood and how large it was.")


class Settings:
    """The settings in a file of the user's configuration folder, or in the file given."""

    def __init__(self, path: Path | None = None) -> None:
        ini = QSettings.Format.IniFormat
        self._store = (
            QSettings(str(path), ini) if path else QSettings(ini, QSettings.Scope.UserScope, "Cognate", "cognate")
        )

    def get(self, setting: Setting[T]) -> T:
        """Return the remembered value, or the default where there is none or it does not fit."""
        value = self._store.value(setting.key, setting.default, type(setting.default))
        return value if isinstance(value, type(setting.default)) else setting.default

    def set(self, setting: Setting[T], value: T) -> None:
        """Remember a value."""
        self._store.setValue(setting.key, value)
