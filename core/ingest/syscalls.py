"""Linux: refuse this process system calls, by a filter of the kernel (seccomp) that can never be taken off again.

Refused are sockets of any kind, programs and processes, opening anything for writing, changing or removing files,
signals to others and limits set on them, and looking into other processes. They answer “not permitted”, so that a
library that tries goes on. On a kernel or a processor without it nothing is refused. The numbers are those of the
kernel's tables for each processor; the filter is classic BPF (``linux/filter.h``, ``linux/seccomp.h``).
"""

from __future__ import annotations

import ctypes
import errno
import os
import struct
from dataclasses import dataclass

_NO_NEW_PRIVILEGES, _SET_SECCOMP, _FILTER = 38, 22, 2
_ALLOW, _ERRNO = 0x7FFF0000, 0x00050000
_LOAD, _EQUAL, _ANY_BIT, _AT_LEAST, _RETURN = 0x20, 0x15, 0x45, 0x35, 0x06
_NUMBER, _MACHINE, _ARGUMENTS = 0, 4, 16
_X32 = 0x40000000
"""Numbers from here on are the same calls in another form, on x86-64."""
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC
_CLONE_THREAD = 0x10000


@dataclass(frozen=True, slots=True)
class _Table:
    """A processor's name for the kernel, and its numbers."""

    machine: int
    refused: tuple[int, ...]
    own: tuple[int, ...]
    """Calls that a process may make upon itself alone."""
    opening: tuple[tuple[int, int], ...]
    """Calls that open a file, with the argument that says what for."""
    clone: int
    missing: tuple[int, ...]
    """Calls that are said not to exist, for then the C library takes an older one whose arguments can be seen."""


_TABLES = {
    "x86_64": _Table(
        0xC000003E,
        (
            # socket … listen, socketpair; fork, vfork, execve, execveat; kill, tkill, ptrace, process_vm_*, io_uring …
            *(
                41,
                42,
                43,
                49,
                50,
                53,
                288,
                57,
                58,
                59,
                322,
                62,
                101,
                200,
                310,
                311,
                323,
                321,
                425,
                426,
                427,
                424,
                434,
                438,
            ),
            # truncate, rename, mkdir, rmdir, creat, link, unlink, symlink, chmod, chown, mknod, mount and later forms
            *(76, 77, 82, 83, 84, 85, 86, 87, 88, 90, 91, 92, 93, 94, 133, 165, 258, 259, 260, 263, 264, 265, 266, 268),
            *(188, 189, 190, 316, 155, 161, 272, 308, 452),
            # rt_sigqueueinfo, perf_event_open, umount2, utime and its kin, removexattr and its kin
            *(129, 298, 166, 132, 235, 261, 280, 197, 198, 199),
        ),
        (234, 297, 302),
        ((2, 1), (257, 2)),
        56,
        (435, 437),
    ),
    "aarch64": _Table(
        0xC00000B7,
        (
            *(
                198,
                199,
                200,
                201,
                202,
                203,
                242,
                221,
                281,
                129,
                130,
                117,
                270,
                271,
                282,
                280,
                425,
                426,
                427,
                424,
                434,
                438,
            ),
            *(45, 46, 38, 276, 34, 35, 36, 37, 52, 53, 54, 55, 33, 40, 5, 6, 7, 41, 51, 97, 268, 452),
            *(138, 241, 39, 88, 14, 15, 16),
        ),
        (131, 240, 261),
        ((56, 2),),
        220,
        (435, 437),
    ),
}


def refuse() -> bool:
    """Refuse what reading never needs, for good; return whether the system took the filter."""
    table = _TABLES.get(os.uname().machine)
    return table is not None and _installed(_program(table))


def _program(table: _Table) -> list[bytes]:
    steps = _head(table)
    for number in table.refused:
        steps += [_step(_EQUAL, number, 0, 1), _no(errno.EPERM)]
    for number in table.missing:
        steps += [_step(_EQUAL, number, 0, 1), _no(errno.ENOSYS)]
    for number in table.own:
        # tgkill and prlimit among them; 0 is the process itself too.
        steps += [
            _step(_EQUAL, number, 0, 5),
            _step(_LOAD, _ARGUMENTS),
            _step(_EQUAL, 0, 2, 0),
            _step(_EQUAL, os.getpid(), 1, 0),
            _no(errno.EPERM),
            _step(_RETURN, _ALLOW),
        ]
    for number, argument in table.opening:
        steps += [
            _step(_EQUAL, number, 0, 4),
            _step(_LOAD, _ARGUMENTS + 8 * argument),
            _step(_ANY_BIT, _WRITING, 0, 1),
            _no(errno.EPERM),
            _step(_RETURN, _ALLOW),
        ]
    # A thread of this process may be made, another process may not.
    steps += [
        _step(_EQUAL, table.clone, 0, 3),
        _step(_LOAD, _ARGUMENTS),
        _step(_ANY_BIT, _CLONE_THREAD, 1, 0),
        _no(errno.EPERM),
    ]
    return [*steps, _step(_RETURN, _ALLOW)]


def _head(table: _Table) -> list[bytes]:
    """Refuse the calls of another processor's table, whose numbers mean other things; then load the number."""
    steps = [_step(_LOAD, _MACHINE), _step(_EQUAL, table.machine, 1, 0), _no(errno.EPERM), _step(_LOAD, _NUMBER)]
    return [*steps, _step(_AT_LEAST, _X32, 0, 1), _no(errno.EPERM)]


def _step(code: int, value: int, then: int = 0, otherwise: int = 0) -> bytes:
    """Return one instruction: ``then`` and ``otherwise`` are how many of the following it leaps over."""
    return struct.pack("=HBBI", code, then, otherwise, value)


def _no(reason: int) -> bytes:
    return _step(_RETURN, _ERRNO | reason)


def _installed(steps: list[bytes]) -> bool:
    class Program(ctypes.Structure):
        _fields_ = (("length", ctypes.c_ushort), ("steps", ctypes.c_void_p))

    code = ctypes.create_string_buffer(b"".join(steps))
    program = Program(len(steps), ctypes.cast(code, ctypes.c_void_p).value)
    control = ctypes.CDLL(None).prctl
    if control(_NO_NEW_PRIVILEGES, ctypes.c_ulong(1), *(ctypes.c_ulong(0),) * 3):
        return False
    return not control(
        _SET_SECCOMP, ctypes.c_ulong(_FILTER), ctypes.byref(program), ctypes.c_ulong(0), ctypes.c_ulong(0)
    )
