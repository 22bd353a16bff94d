"""Whether a window can be shown: asked before Qt is, for Qt ends the process where there is no display."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import Path

_X_DISPLAY = re.compile(r"(?P<host>.*):(?P<number>\d+)(\.\d+)?$")
_PATIENCE_SECONDS = 2.0


def has_display(environment: Mapping[str, str], platform: str, answers: Callable[[str], bool] | None = None) -> bool:
    """Return whether this environment has a display; ``answers`` says whether an X server of that name does."""
    if not platform.startswith("linux"):
        return True
    chosen = re.split("[:;]", environment.get("QT_QPA_PLATFORM", ""))[0]
    if chosen and chosen not in ("xcb", "wayland"):
        return True
    wayland = environment.get("WAYLAND_DISPLAY", "")
    if wayland and Path(environment.get("XDG_RUNTIME_DIR", "/"), wayland).exists():
        return True
    display = environment.get("DISPLAY", "")
    return bool(display) and (answers or x_answers)(display)


def x_answers(display: str) -> bool:
    """Return whether something listens where the X display of that name would."""
    parts = _X_DISPLAY.match(display)
    if parts is None:
        return False
    if parts["host"] not in ("", "unix"):
        return True  # another computer's display: asking it would open a network connection, so Qt finds out
    path = f"/tmp/.X11-unix/X{parts['number']}"  # noqa: S108 - where X servers have their sockets
    return _connects(path) or _connects(f"\0{path}")


def _connects(address: str) -> bool:
    import socket  # noqa: PLC0415 - only an X display is asked

    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as tried:
        tried.settimeout(_PATIENCE_SECONDS)
        try:
            tried.connect(address)
        except OSError:
            return False
        return True
