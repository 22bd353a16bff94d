"""The process that reads files for the program: tasks in on one pipe, answers out on another, nothing else.

It reads one file after the other until the pipe ends, the program does, or nothing has come for a while. Whatever a
library raises that no reader expected ends it, for its memory is not to be trusted then; the program says so.
"""

from __future__ import annotations

import os
import signal
import sys
from typing import BinaryIO

from core.errors import ArticleError
from core.ingest import confined
from core.ingest.formats import reader_of
from core.ingest.kinds import Kind
from core.ingest.limits import MAX_FILE
from core.ingest.messages import Act, Answer, Refusal, Task, line, packed, reading_of, receive, send, task_of
from core.ingest.source import Source, bounded

_IDLE_SECONDS = 60
"""How long it waits for another file before its memory is better given back."""
_MAX_TASK = 1024 * 1024


def main() -> int:
    """Read files until there is nothing more to read; return the exit code."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the program's to hear
    tasks, answers = _pipes()
    confined.confine()
    while _something_comes(tasks):
        frame = receive(tasks, _MAX_TASK)
        data = None if frame is None else receive(tasks, MAX_FILE)
        if frame is None or data is None:
            break
        confined.begin_file()
        _watch(tasks, on=True)
        answer = packed(_answer(task_of(frame), data))
        _watch(tasks, on=False)
        confined.end_file()
        send(answers, answer)
    return 0


def _answer(task: Task, data: bytes) -> Answer:
    source = Source(task.path.decode("utf-8", "surrogatepass"), data, task.sha256, task.encoding)
    try:
        return _done(task, source)
    except ArticleError as error:
        return Refusal(line(error.what), line(error.remedy))
    except MemoryError:
        return Refusal(memory=True)


def _done(task: Task, source: Source) -> Answer:
    if task.act is Act.READ:
        return reading_of(bounded(source, reader_of(task.kind)(source)))
    if task.kind is Kind.ZIP:
        from core.ingest.archive import listing, taken  # noqa: PLC0415 - only one of the two is needed
    else:
        from core.ingest.attached import listing, taken  # noqa: PLC0415 - as above
    return listing(source) if task.act is Act.LIST else taken(source, task.member)


def _pipes() -> tuple[BinaryIO, BinaryIO]:
    """Return the pipes to and from the program; what a library prints goes nowhere."""
    answers = os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)
    os.close(nowhere)
    return os.fdopen(os.dup(0), "rb", buffering=0), answers


def _something_comes(tasks: BinaryIO) -> bool:
    """Wait for the next task; return whether there is one. Windows cannot ask a pipe, so there it waits on."""
    if sys.platform == "win32":
        return True
    import select  # noqa: PLC0415 - beside the above

    return bool(select.select([tasks], [], [], _IDLE_SECONDS)[0])


def _watch(tasks: BinaryIO, *, on: bool) -> None:
    """Let the system end this process when the other end of the pipe goes, even in the midst of a library's work.

    Nothing is sent while a file is read, so the signal for input (whose default is to end) means just that.
    """
    if sys.platform == "win32":
        return
    import fcntl  # noqa: PLC0415 - Windows has none

    handle = tasks.fileno()
    flags = fcntl.fcntl(handle, fcntl.F_GETFL)
    if on:
        fcntl.fcntl(handle, fcntl.F_SETOWN, os.getpid())
    fcntl.fcntl(handle, fcntl.F_SETFL, flags | os.O_ASYNC if on else flags & ~os.O_ASYNC)


if __name__ == "__main__":
    sys.exit(main())
