"""Collect unreachable cycles on the main thread, and nowhere else.

Left to itself, Python collects on whichever thread makes the next object. On a worker that destroys widgets from
there, which Qt does not survive; and looking through the values of a long text holds every thread for up to a second.
"""

from __future__ import annotations

import gc
from collections.abc import Callable
from typing import ClassVar

from PySide6.QtCore import QObject, QTimer

EVERY_MS = 2000
_WHOLE_EVERY = 30
"""Sweeps of what is young until one of everything."""


class Sweeper(QObject):
    """Collects every now and then while nothing is worked on; as long as one lives, nobody else collects.

    Args:
        busy: tells whether something is worked on: what a worker makes then is no garbage.
        parent: who owns it; call :meth:`end` before that goes.
        tidy: lets go of what is kept and not needed any more, before it is collected.
    """

    _living: ClassVar[int] = 0

    def __init__(
        self, busy: Callable[[], bool], parent: QObject | None = None, tidy: Callable[[], None] = lambda: None
    ) -> None:
        super().__init__(parent)
        self._busy, self._tidy, self._sweeps, self._ended = busy, tidy, 0, False
        Sweeper._living += 1
        gc.disable()
        self._timer = QTimer(self, interval=EVERY_MS)
        self._timer.timeout.connect(self._sweep)
        self._timer.start()

    def _sweep(self) -> None:
        if not self._busy():
            self._sweeps += 1
            self._tidy()
            gc.collect(2 if self._sweeps % _WHOLE_EVERY == 0 else 1)

    def end(self) -> None:
        """Collect no more; with the last one, Python does so again as it likes."""
        if not self._ended:
            self._ended = True
            self._timer.stop()
            Sweeper._living -= 1
            if not Sweeper._living:
                gc.enable()
