"""``cognate batch``: many pairs of articles, one JSON line each, in the order in which they were asked."""

from __future__ import annotations

import argparse
import multiprocessing
import os
import signal
import sys
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import closing
from functools import partial
from itertools import islice
from multiprocessing.context import BaseContext
from pathlib import Path
from threading import Thread

from core.commands.answer import Answer, Line, failure
from core.commands.excluding import exclusions_from
from core.commands.pairs import read_pairs
from core.commands.settings import model_from, options_from
from core.commands.target import check_targets, lines
from core.commands.terminal import TerminalProgress, tell
from core.commands.timed import Tally
from core.errors import UsageError
from core.model import Exclusions
from core.options import Options

Work = Callable[[Line], Answer]

PROCESS_THREADS = 1
"""Threads of each process's encoder where there are several processes; a lone one takes what the machine has."""
LOOK_AHEAD = 8
"""Pairs handed to each process before the first one's answer is in: a slow pair holds up no other process."""


def run(args: argparse.Namespace) -> int:
    """Compare every pair and return the exit code."""
    check_targets({"--jsonl": args.jsonl}, [args.pairs])
    if args.jobs < 1:
        raise UsageError("--jobs needs at least 1.")
    options = options_from(args.set)
    exclusions = exclusions_from(args.exclude, args.exclude_phrase, args.exclude_runs)
    work = partial(_compare, options=options, exclusions=exclusions, model=model_from(args.model))
    asked = read_pairs(args.pairs)
    if args.jobs == 1:
        answers = (work(line, threads=0) for line in asked)
    else:
        answers = in_processes(asked, args.jobs, partial(work, threads=PROCESS_THREADS))
    tally, failed, noticed = Tally(), False, False
    # Closed at once when the run is stopped, so that no process works on for nobody.
    with closing(answers), TerminalProgress(beside=args.jsonl) as progress, lines(args.jsonl) as put:
        for done, answer in enumerate(answers, start=1):
            if answer.notice and not noticed:
                progress.wipe()
                tell(answer.notice)
                noticed = True
            put(answer.text)
            failed = failed or answer.failed
            tally.add(str(done), answer.seconds)
            progress.show(f"Comparing pairs … {done}")
    if args.timings:
        tally.tell()
    return int(failed)


def _compare(line: Line, options: Options, exclusions: Exclusions, threads: int, model: Path | None) -> Answer:
    """Return what is said of one pair, in whatever process this is."""
    from core.commands.worker import compare_here  # noqa: PLC0415 - a process that only hands on pairs needs none of it

    return compare_here(line, options, exclusions, threads, model)


def in_processes(asked: Iterable[Line], jobs: int, work: Work) -> Generator[Answer]:
    """Yield the answers in order while ``jobs`` processes do the work, some pairs ahead of the reader.

    A process that dies takes its pool with it. The pairs that were under way are then tried again, each in a
    process of its own: the one that kills it is answered as failed, the others as usual.
    """
    rest = iter(asked)
    while True:
        taken: deque[Line] = deque()
        try:
            with _pool(jobs) as pool:
                yield from _ordered(pool, rest, taken, jobs * LOOK_AHEAD, work)
        except BrokenProcessPool:
            yield from (_alone(line, work) for line in taken)
        else:
            return


def _ordered(
    pool: ProcessPoolExecutor, rest: Iterator[Line], taken: deque[Line], ahead: int, work: Work
) -> Iterator[Answer]:
    """Yield answers in order; ``taken`` holds, at every moment, the pairs whose answers were not yet yielded."""
    futures: deque[Future[Answer]] = deque()
    try:
        while True:
            for line in islice(rest, ahead - len(futures)):
                taken.append(line)
                futures.append(pool.submit(work, line))
            if not futures:
                return
            answer = futures.popleft().result()
            taken.popleft()
            yield answer
    finally:
        for future in futures:
            future.cancel()


def _alone(line: Line, work: Work) -> Answer:
    try:
        with _pool(1) as pool:
            return pool.submit(work, line).result()
    except BrokenProcessPool:
        return failure(line.id, "The process that compared these two articles ended, perhaps for lack of memory.")


def _pool(jobs: int) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(jobs, mp_context=_context(), initializer=_live_with_parent)


def _context() -> BaseContext:
    """Return how processes are made: never as a fork of this one, whose threads would be lost on the way."""
    if sys.platform != "linux":
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["core.commands.preload"])
    return context


def _live_with_parent() -> None:
    """Let a worker end without a traceback at Ctrl-C, of which the main process tells, and whenever that one has ended.

    A main process that is killed can tell nobody: each worker would go on with the pairs it was given.
    """
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()  # wakes when the pipe closes that the main process holds open, so it costs nothing meanwhile
        os._exit(1)
