"""Run a command that the kernel lets open no internet socket: ``sealed.py COMMAND …``.

A filter of the kernel's (seccomp, https://docs.kernel.org/userspace-api/seccomp_filter.html) holds for the command and
all its children and cannot be taken off: whoever asks for a socket of AF_INET or AF_INET6, by whatever library, or for
io_uring, which could ask for one unseen, is killed at once. Where the kernel knows no such filter this fails.
"""

from __future__ import annotations

import ctypes
import os
import platform
import struct
import sys
from dataclasses import dataclass

AF_INET, AF_INET6 = 2, 10
REFUSED = 97
"""How this ends where there can be no filter."""
_NO_NEW_PRIVILEGES, _SET_SECCOMP, _FILTER = 38, 22, 2
_LOAD, _EQUAL, _AT_LEAST, _RETURN = 0x20, 0x15, 0x35, 0x06
_NUMBER, _ARCHITECTURE, _FIRST_ARGUMENT = 0, 4, 16
_KILL, _ALLOW = 0x80000000, 0x7FFF0000
_IO_URING_SETUP = 425
_X32 = 0x40000000
"""Numbers from here are of another way to call the kernel, which nothing here uses."""
_MACHINES = {"x86_64": (0xC000003E, 41), "aarch64": (0xC00000B7, 198)}
"""The kernel's name for the machine, and the number of ``socket``."""


@dataclass(frozen=True)
class Step:
    """One instruction; the jumps are to labels."""

    code: int
    value: int
    then: int = 0
    otherwise: int = 0

    def packed(self) -> bytes:
        """Return it as the kernel reads it."""
        return struct.pack("HBBI", self.code, self.then, self.otherwise, self.value)


def program(machine: str) -> bytes:
    """Return the filter for a machine; raises :class:`KeyError` for one that is not known."""
    name, socket = _MACHINES[machine]
    steps = [
        Step(_LOAD, _ARCHITECTURE),
        Step(_EQUAL, name, 0, 9),  # else to kill
        Step(_LOAD, _NUMBER),
        Step(_AT_LEAST, _X32, 7, 0),  # to kill
        Step(_EQUAL, _IO_URING_SETUP, 6, 0),  # to kill
        Step(_EQUAL, socket, 0, 4),  # else to allow
        Step(_LOAD, _FIRST_ARGUMENT),
        Step(_EQUAL, AF_INET, 3, 0),  # to kill
        Step(_EQUAL, AF_INET6, 2, 0),  # to kill
        Step(_RETURN, _ALLOW),
        Step(_RETURN, _ALLOW),
        Step(_RETURN, _KILL),
    ]
    return b"".join(step.packed() for step in steps)


def seal() -> bool:
    """Put the filter on this process for good; return whether the kernel took it."""
    data = program(platform.machine())
    steps = ctypes.create_string_buffer(data, len(data))

    class Program(ctypes.Structure):
        _fields_ = (("length", ctypes.c_ushort), ("steps", ctypes.c_void_p))

    asked = Program(len(data) // 8, ctypes.cast(steps, ctypes.c_void_p))
    libc = ctypes.CDLL(None, use_errno=True)
    bound = libc.prctl(_NO_NEW_PRIVILEGES, 1, 0, 0, 0) == 0
    return bool(bound and libc.prctl(_SET_SECCOMP, _FILTER, ctypes.byref(asked)) == 0)


if __name__ == "__main__":
    if not seal():
        sys.exit(REFUSED)
    os.execv(sys.argv[1], sys.argv[1:])  # noqa: S606 - the command that the test names
