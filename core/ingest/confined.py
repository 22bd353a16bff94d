"""Take from this process what reading one file never needs: memory, time, files to write, programs, the network.

Each limit is set where the system has it; what it lacks is left out, and the program that waits still has its clock.
"""

from __future__ import annotations

import contextlib
import importlib
import os
import socket
import sys
import time
from typing import Any

from core.ingest.limits import MEMORY, SECONDS

_FILES = 64
"""Open files at once: a library's data and one module at a time."""
_NICE = 5
"""A file that takes its time leaves the processor to the window."""


def confine(memory: int = MEMORY) -> None:
    """Limit this process for good; ``memory`` is in bytes."""
    # A library of trafilatura's opens an internet socket when it is loaded, to see whether it could, unless told this.
    socket.has_ipv6 = False
    resource = _resource()
    if resource is not None:
        # On Linux the data segment is all that is written to privately; elsewhere the address space comes closest.
        most = resource.RLIMIT_DATA if sys.platform == "linux" else getattr(resource, "RLIMIT_AS", None)
        for limit, value in (
            (most, memory),
            (resource.RLIMIT_FSIZE, 0),
            (resource.RLIMIT_CORE, 0),
            (resource.RLIMIT_NOFILE, _FILES),
            (getattr(resource, "RLIMIT_NPROC", None), 0),
        ):
            if limit is not None:
                _lower(resource, limit, value)
    if hasattr(os, "nice"):
        with contextlib.suppress(OSError):
            os.nice(_NICE)
    if sys.platform == "linux":
        from core.ingest import syscalls  # noqa: PLC0415 - there is none elsewhere

        syscalls.refuse()


def begin_file() -> None:
    """Give the next file its time of processor and clock: after it the system ends this process, whatever it does."""
    resource = _resource()
    if resource is None:
        return
    import signal  # noqa: PLC0415 - beside the above

    seconds = int(SECONDS) + 1
    _lower(resource, resource.RLIMIT_CPU, int(time.process_time()) + 1 + seconds, hard=False)
    signal.setitimer(signal.ITIMER_REAL, seconds)


def end_file() -> None:
    """Stop the clock."""
    if _resource() is not None:
        import signal  # noqa: PLC0415 - as above

        signal.setitimer(signal.ITIMER_REAL, 0)


def _resource() -> Any:  # noqa: ANN401 - a module that Windows does not have
    try:
        return importlib.import_module("resource")
    except ImportError:
        return None


def _lower(resource: Any, limit: int, value: int, *, hard: bool = True) -> None:  # noqa: ANN401 - as above
    """Set a limit, which some systems refuse; never above what it is already."""
    with contextlib.suppress(OSError, ValueError):
        ceiling = resource.getrlimit(limit)[1]
        if ceiling != resource.RLIM_INFINITY:
            value = min(value, ceiling)
        resource.setrlimit(limit, (value, value if hard else ceiling))
