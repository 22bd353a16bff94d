"""Imported by the server that the processes of a batch are forked from: what is loaded here is there once for all.

Forking is safe here as it is not elsewhere: the server does nothing else, and with one thread to compute in the
encoder starts none that a fork would lose.
"""

from __future__ import annotations

import signal


def _load() -> None:
    # First of all: Ctrl-C while the rest is loading ends the server without a traceback.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    from core.commands.batch import PROCESS_THREADS  # noqa: PLC0415 - after the above, for it takes long
    from core.commands.worker import own_tools  # noqa: PLC0415 - as above

    encoder, timings = own_tools(PROCESS_THREADS)
    encoder.load()
    timings.take()  # no pair's time, and not to be told by every process


_load()
