"""Readers that do what a parser led astray may do; the process that reads is told to use them instead of its own."""

from __future__ import annotations

import ctypes
import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from core.ingest.source import Source
from core.model import Document, Finding, Span


def _document(source: Source, text: str) -> Document:
    return Document(path=source.path, sha256=source.sha256, text=text, format="rtf")


def _hangs(_: Source) -> str:
    while True:
        time.sleep(1)


def _spins(_: Source) -> str:
    sum(range(10**12))
    return ""


def _eats(_: Source) -> str:
    held = [bytes([n % 256]) * 10_000_000 for n in range(1000)]
    return f"It held {len(held)}."


def _breaks(_: Source) -> str:
    ctypes.string_at(0)
    return ""


def _raises(_: Source) -> str:
    raise KeyError("secret words")


def _prints(_: Source) -> str:
    os.write(1, b"\x00" * 100)
    print("words for nobody")  # noqa: T201 - what a library may do
    return "It printed."


def _refused(act: Callable[[], object]) -> str:
    try:
        act()
    except OSError as error:
        return f"refused: {type(error).__name__}"
    return "let through"


def _connects(_: Source) -> str:
    return _refused(socket.socket)


def _starts(_: Source) -> str:
    return _refused(lambda: subprocess.run([sys.executable, "-c", ""], check=False))


def _writes(source: Source) -> str:
    return _refused(lambda: Path(source.data.decode().split()[1]).write_bytes(b"x"))


def _removes(source: Source) -> str:
    return _refused(lambda: Path(source.data.decode().split()[1]).unlink())


def _kills(_: Source) -> str:
    return _refused(lambda: os.kill(os.getppid(), 9))


def _limits(_: Source) -> str:
    import resource  # noqa: PLC0415 - Windows has none

    return _refused(lambda: resource.prlimit(os.getppid(), resource.RLIMIT_CORE))


def _signals(_: Source) -> str:
    send = {"x86_64": 234, "aarch64": 131}[os.uname().machine]  # tgkill; the signal 0 only asks whether it could
    libc = ctypes.CDLL(None, use_errno=True)

    def act() -> None:
        if libc.syscall(send, os.getppid(), os.getppid(), 0):
            raise OSError(ctypes.get_errno(), "refused")

    return _refused(act)


def _knows(_: Source) -> str:
    return " ".join(["known:", *sorted(os.environ), os.getcwd()])  # noqa: PTH109 - as it stands


def _half_pair(_: Source) -> str:
    return "a \ud83d\ude00 b \ud800 c"


def _much(_: Source) -> str:
    return "word " * 1_000_000


def _again(_: Source) -> str:
    return f"process {os.getpid()}"


_WORDS = {
    "hangs": _hangs, "spins": _spins, "eats": _eats, "breaks": _breaks, "raises": _raises, "prints": _prints,
    "connects": _connects, "starts": _starts, "writes": _writes, "removes": _removes, "kills": _kills,
    "signals": _signals, "limits": _limits,
    "knows": _knows, "half": _half_pair, "much": _much, "again": _again,
}  # fmt: skip


def read(source: Source) -> Document:
    """Do what the first word of the file says."""
    act = source.data.decode().split()[0]
    if act == "beyond":
        document = _document(source, "Some words.")
        return replace(document, findings=(Finding("hidden-text", Span(5, 5000), "beyond the end"),))
    if act == "many":
        odd = Finding("hidden-text", Span(0, 0), "odd\n" + "x" * 3000)
        return replace(_document(source, "Some words."), findings=(odd,) * 5000, notices=("a\x1b[2Jb",) * 500)
    return _document(source, _WORDS[act](source))
