"""Reads and segments files, one a line on standard input; tells on standard output what came of each and what it cost.

A program of its own, so that what it costs is nobody else's. Each line is JSON: a path, and the seconds that reading
may take.
"""

from __future__ import annotations

import json
import os
import resource
import sys
import time
import traceback
from pathlib import Path

from core.errors import ArticleError
from core.ingest import apart, children, expand, read
from core.model import Document
from core.segment import segment

MOST = 5
"""How many articles of an archive are read."""


def main() -> None:
    for line in sys.stdin:
        path, seconds = json.loads(line)
        vars(apart)["SECONDS"] = seconds
        _forget_peaks()
        ended, busy = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss, _busy()
        try:
            told = _told(path)
        except Exception:  # noqa: BLE001 - a fault of the program is what is looked for
            told = {"fault": traceback.format_exc()}
        now = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
        beside = max([now if now > ended else 0, *(_peak(child.pid) for child in children._idle)])
        cost = {"own": _peak(os.getpid()), "beside": beside, "processor": round(_busy() - busy, 2)}
        print(json.dumps(told | cost), flush=True)  # noqa: T201 - its answer
    children.end_all()


def _told(path: str) -> dict[str, object]:
    start = time.monotonic()
    expansion = expand(path)
    slowest = time.monotonic() - start
    errors = [(error.what, error.remedy) for error in expansion.errors]
    articles = []
    for place in expansion.places[:MOST]:
        # Reading has a clock; the work that comes after it is timed by the processor, for others may be at work too.
        start, busy = time.monotonic(), 0.0
        try:
            document = read(place)
        except ArticleError as error:
            errors.append((error.what, error.remedy))
            took = time.monotonic() - start
        else:
            took = time.monotonic() - start
            busy = time.thread_time()
            articles.append(_size(document))
            busy = time.thread_time() - busy
        slowest = max(slowest, took + busy)
    return {"articles": articles, "errors": errors, "notices": expansion.notices, "seconds": slowest}


def _size(document: Document) -> tuple[str, int, int]:
    article = segment(document, "a1")
    return document.format, len(document.text), len(article.sentences)


def _busy() -> float:
    """Return the seconds of processor that this process and its readers have taken, gone ones too."""
    total = sum(os.times()[:4])
    for child in children._idle:
        fields = Path(f"/proc/{child.pid}/stat").read_text().rpartition(")")[2].split()
        total += sum(map(int, fields[11:13])) / os.sysconf("SC_CLK_TCK")
    return total


def _forget_peaks() -> None:
    for pid in (os.getpid(), *(child.pid for child in children._idle)):
        if _peak(pid):
            Path(f"/proc/{pid}/clear_refs").write_text("5")


def _peak(pid: int) -> int:
    """Return the most memory that a process had at once, in KB; 0 for one that has ended meanwhile."""
    known = Path(f"/proc/{pid}/status").read_text().partition("VmHWM:")[2].split()
    return int(known[0]) if known else 0


if __name__ == "__main__":
    main()
