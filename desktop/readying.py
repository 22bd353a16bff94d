"""What a worker does so that the window is not held later: load what a finding is told with, and keep collecting away.

Called on workers only. No Qt in here.
"""

from __future__ import annotations

import gc
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from core.model import Analysis

_guard = threading.Lock()
_working = 0


def ready(analysis: Analysis) -> Analysis:
    """Return the analysis after looking up of its articles what the first finding on screen needs.

    That is the stemmer and each article's words and mentions, which the engine keeps.
    """
    from core.divergence.facts import facts_of  # noqa: PLC0415 - loaded on the worker, not with the window
    from core.lexis import stem  # noqa: PLC0415 - as above

    stem("words")
    for article in analysis.articles:
        facts_of(article)
    return analysis


@contextmanager
def uncollected() -> Iterator[None]:
    """Look for unreachable cycles neither in what is made meanwhile nor ever in what is left of it.

    Looking through the millions of small values of a long text takes up to a second in which no thread runs, the
    window's neither, and finds nothing: values are trees and go with their last reference, looked through or not.
    """
    global _working  # noqa: PLW0603 - there is one collector in a process, and several workers
    with _guard:
        _working += 1
        gc.disable()
    try:
        yield
    finally:
        with _guard:
            _working -= 1
            if not _working:
                gc.freeze()
                gc.enable()
