"""Keep Python's constants alive under PySide6 6.12 on Python 3.11.

The 6.12 wheels are built as if None, True and False were immortal, which they are from Python 3.12 on: every Qt call
that returns one of them takes a reference away without ever having added it (``QWidget.update``: −1 a call; 6.11 adds
it as it should). On Python 3.11 the count reaches zero after some ten thousand calls, minutes of use, and the
interpreter aborts ("none_dealloc"). So the counts get a head start that no session can use up.
"""

from __future__ import annotations

import ctypes
import sys

_CONSTANTS = (None, True, False, NotImplemented, Ellipsis)
_HEAD_START = 1 << 40


def guard_constants() -> None:
    """Make the constants practically immortal, where the interpreter does not."""
    if sys.implementation.name != "cpython" or sys.version_info >= (3, 12):
        return
    for constant in _CONSTANTS:
        count = ctypes.c_ssize_t.from_address(id(constant))  # the first field of a CPython object
        if count.value < _HEAD_START:
            count.value += _HEAD_START
