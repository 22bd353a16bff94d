"""A process that has loaded everything and does nothing but have children: each is there in some milliseconds.

It has no threads, so that its children may do anything, and where the system allows it, a table of mounts of its own,
so that a small disk of one try is nobody else's and goes with it. ``python -m tools.soak.nursery`` answers lines of
JSON with lines of JSON.
"""

from __future__ import annotations

import ctypes
import json
import os
import resource
import signal
import subprocess
import sys
import time
import traceback
from pathlib import Path
from typing import Any, Self

from tools.soak.subject import BrokenError

ROOT = Path(__file__).resolve().parents[2]
NOBODY = 65534
_NEW_MOUNTS, _PRIVATE = 0x00020000, 1 << 18 | 1 << 14
_LONGEST = 30.0


class Nursery:
    """The process, from outside."""

    def __init__(self) -> None:
        environment = {**os.environ, "PYTHONPATH": str(ROOT)}
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tools.soak.nursery"],
            cwd=ROOT,
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    @classmethod
    def started(cls) -> Self:
        """Return one that answers."""
        made = cls()
        made.ask("hello")
        return made

    def ask(self, what: str, **more: object) -> Any:  # noqa: ANN401 - JSON
        """Have something done and return what it came to; raises :class:`BrokenError` where it is at fault."""
        if self._process.stdin is None or self._process.stdout is None:
            raise BrokenError("the nursery has no ears")
        self._process.stdin.write(json.dumps({"what": what, **more}) + "\n")
        self._process.stdin.flush()
        answer = json.loads(self._process.stdout.readline())
        if "fault" in answer:
            raise BrokenError(answer["fault"])
        return answer["came"]

    def close(self) -> None:
        """End it."""
        self._process.terminate()
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                pipe.close()


def _own_mounts() -> bool:
    """Return whether this process now has a table of mounts of its own."""
    libc = ctypes.CDLL(None, use_errno=True)
    return bool(libc.unshare(_NEW_MOUNTS) == 0 and libc.mount(b"none", b"/", None, _PRIVATE, None) == 0)


def _mount(libc: ctypes.CDLL, folder: str, kilobytes: int) -> None:
    options = f"size={kilobytes}k,mode=0777".encode()
    if libc.mount(b"tmpfs", os.fsencode(folder), b"tmpfs", 0, options) != 0:
        raise OSError(ctypes.get_errno(), "no small disk")


def _begin(asked: dict[str, Any]) -> int:
    """Start a child that does something and return its number."""
    from tools.soak.doing import do  # noqa: PLC0415 - loaded once, before the first child

    child = os.fork()
    if child:
        return child
    code = 1
    try:
        if limit := asked.get("largest_file"):
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
        if asked.get("nobody") and os.getuid() == 0:
            os.setresgid(NOBODY, NOBODY, NOBODY)
            os.setresuid(NOBODY, NOBODY, NOBODY)
        do(asked["kind"], Path(asked["folder"]), Path(asked["told"]))
        code = 0
    except Exception:  # noqa: BLE001 - it must not go on as its parent would
        traceback.print_exc()
    finally:
        sys.stderr.flush()
        os._exit(code)


def _end(child: int, *, kill: bool) -> int:
    """Return how a child ended, by itself or killed."""
    until = time.monotonic() + _LONGEST
    if kill:
        os.kill(child, signal.SIGKILL)
    while time.monotonic() < until:
        pid, status = os.waitpid(child, os.WNOHANG)
        if pid:
            return os.waitstatus_to_exitcode(status)
        time.sleep(0.001)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    raise BrokenError("it did not end")


def _answer(asked: dict[str, Any], *, mounts: bool) -> object:
    libc = ctypes.CDLL(None, use_errno=True)
    what = asked["what"]
    if what == "begin":
        return _begin(asked)
    if what == "end":
        return _end(asked["child"], kill=asked["kill"])
    if what == "mount" and mounts:
        _mount(libc, asked["folder"], asked["kilobytes"])
    elif what == "unmount" and mounts:
        libc.umount2(os.fsencode(asked["folder"]), 2)
    elif what == "run":
        from tools.soak import checking  # noqa: PLC0415 - as above

        return getattr(checking, asked["name"])(*asked["with"])
    return mounts


def main() -> int:
    """Answer until nobody asks any more."""
    mounts = os.getuid() == 0 and _own_mounts()
    import tools.soak.checking  # noqa: PLC0415 - so that children need load nothing
    import tools.soak.doing  # noqa: F401, PLC0415

    for line in sys.stdin:
        try:
            answer = {"came": _answer(json.loads(line), mounts=mounts)}
        except Exception as error:  # noqa: BLE001 - told to whoever asked
            answer = {"fault": f"{type(error).__name__}: {error}"}
        print(json.dumps(answer), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
