"""The sample articles, found the same way from a checkout, a wheel and a packaged application."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path


def paths() -> tuple[Path, ...]:
    """Return where the sample articles lie, in the order of their names."""
    folder = Path(str(files(__name__)))
    return tuple(sorted(folder.glob("*.txt")))
