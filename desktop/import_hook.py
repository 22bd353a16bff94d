"""Take off what PySide puts before every import of the process.

PySide 6 replaces Python's import by one of its own, which serves ``from __feature__ import …`` alone: it reads the
source of each module that is loaded and looks for its own name in it. Nothing here asks for a feature, and each start
read two hundred files for nothing.
"""

from __future__ import annotations

import builtins


def take_off_import_hook() -> None:
    """Give Python its own import back, where PySide has replaced it; call it when Qt is loaded."""
    own = getattr(builtins, "__orig_import__", None)
    if own is not None and builtins.__import__ is getattr(builtins, "__feature_import__", None):
        builtins.__import__ = own
