"""Files that a later start of the program hands in: taken at the door, opened in the window that there is."""

from __future__ import annotations

import os
import socket
import time
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QSocketNotifier, Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from desktop.door import MOST_BYTES, TAKEN, Door, Visit, visit_in

_AT_A_TIME = 65536
_LISTEN_SECONDS = 5.0
"""How long somebody at the door may take to say what they bring."""
_MOST_GUESTS = 8
_ASK_AGAIN_MS = 250
_SWEEP_MS = 1000
_TOKEN = "XDG_ACTIVATION_TOKEN"  # noqa: S105 - a name of the desktop environment's, no secret
"""Where Qt looks for the leave to bring a window to the front."""


class Arrivals(QObject):
    """Waits at the door beside everything else that the window does."""

    def __init__(self, door: Door, window: QWidget, take: Callable[[Visit], None]) -> None:
        super().__init__(window)
        self._door, self._window, self._take = door, window, take
        self._guests: list[_Guest] = []
        self._bell = QSocketNotifier(door.fileno(), QSocketNotifier.Type.Read, self)
        self._bell.activated.connect(self._let_in)
        self._sweep = QTimer(self, interval=_SWEEP_MS)
        self._sweep.timeout.connect(self._send_off)

    def end(self) -> None:
        """Take the door down; who still waits opens a window of their own."""
        self._bell.setEnabled(False)
        for guest in tuple(self._guests):
            self._part(guest, None)
        self._door.close()

    def _let_in(self) -> None:
        connection = self._door.guest()
        if connection is None:
            return
        if len(self._guests) >= _MOST_GUESTS:
            connection.close()
            return
        guest = _Guest(connection, self)
        guest.said = partial(self._part, guest)
        self._guests.append(guest)
        self._sweep.start()

    def _send_off(self) -> None:
        for guest in [g for g in self._guests if g.late()]:
            self._part(guest, None)

    def _part(self, guest: _Guest, visit: Visit | None) -> None:
        """Answer and part; what nobody waits for any more is not opened, for they opened it themselves."""
        if guest not in self._guests:
            return
        self._guests.remove(guest)
        if not self._guests:
            self._sweep.stop()
        if guest.part(taken=visit is not None) and visit is not None:
            self._come_forward(visit)
            self._open(visit)

    def _open(self, visit: Visit) -> None:
        """Open what came, but not behind a question that waits for its answer."""
        if QApplication.activeModalWidget() is not None:
            QTimer.singleShot(_ASK_AGAIN_MS, self, partial(self._open, visit))
        elif visit.files:
            self._take(visit)

    def _come_forward(self, visit: Visit) -> None:
        if visit.token:
            os.environ[_TOKEN] = visit.token
        self._window.setWindowState(self._window.windowState() & ~Qt.WindowState.WindowMinimized)
        self._window.show()
        self._window.raise_()
        self._window.activateWindow()


class _Guest(QObject):
    """One connection, read as its words come."""

    def __init__(self, connection: socket.socket, parent: QObject) -> None:
        super().__init__(parent)
        self.said: Callable[[Visit | None], None] = lambda _visit: None
        self._connection, self._heard = connection, bytearray()
        self._until = time.monotonic() + _LISTEN_SECONDS
        self._bell = QSocketNotifier(connection.fileno(), QSocketNotifier.Type.Read, self)
        self._bell.activated.connect(self._hear)

    def late(self) -> bool:
        """Return whether this took too long."""
        return time.monotonic() > self._until

    def part(self, *, taken: bool) -> bool:
        """Close the connection; return whether the other side has heard that its files were taken."""
        self._bell.setEnabled(False)
        heard = False
        if taken:
            try:
                heard = self._connection.send(TAKEN) == len(TAKEN)
            except OSError:
                heard = False
        self._connection.close()
        self.deleteLater()
        return heard

    def _hear(self) -> None:
        try:
            words = self._connection.recv(_AT_A_TIME)
        except BlockingIOError:
            return
        except OSError:
            self.said(None)
            return
        self._heard += words
        if len(self._heard) > MOST_BYTES:
            self.said(None)
        elif not words:
            self.said(visit_in(bytes(self._heard)))
