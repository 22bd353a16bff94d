"""``cognate batch``: many pairs of articles, one JSON line each, in the order in which they were asked."""

from __future__ import annotations

import argparse
import multiprocessing
import signal
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import closing
from functools import partial
from itertools import islice

from core.commands.failures import FAILURES, reason
from core.commands.pairs import Asked, Identifier, Unusable, read_pairs
from core.commands.settings import options_from
from core.commands.target import check_targets, lines
from core.commands.terminal import TerminalProgress, tell
from core.errors import UsageError
from core.options import Options
from core.pipeline import analyse
from core.report.analysis_json import analysis_to_dict, as_json
from core.similarity.encoder import Encoder, default_encoder

Line = Asked | Unusable
Answer = tuple[str, bool]
"""A line of JSON, and whether the pair failed."""
Work = Callable[[Line], Answer]

CHUNK = 4
"""Pairs that a process takes at once: enough to hide the handing over, few enough to stop soon."""
LOOK_AHEAD = 3
"""Chunks that wait for each process."""


def run(args: argparse.Namespace) -> int:
    """Compare every pair and return the exit code."""
    check_targets({"--jsonl": args.jsonl}, [args.pairs])
    if args.jobs < 1:
        raise UsageError("--jobs needs at least 1.")
    options = options_from(args.set)
    encoder = default_encoder()
    if encoder.notice:
        tell(encoder.notice)
    asked = read_pairs(args.pairs)
    if args.jobs == 1:
        answers = (compare(line, options, encoder) for line in asked)
    else:
        answers = in_processes(asked, args.jobs, partial(_compare_here, options=options))
    failed = False
    # Closed at once when the run is stopped, so that no process works on for nobody.
    with closing(answers), TerminalProgress(beside=args.jsonl) as progress, lines(args.jsonl) as put:
        for done, (line, bad) in enumerate(answers, start=1):
            put(line)
            failed = failed or bad
            progress.show(f"Comparing pairs … {done}")
    return int(failed)


def compare(line: Line, options: Options, encoder: Encoder) -> Answer:
    """Return what is said of one pair; what is wrong with its articles becomes the answer."""
    if isinstance(line, Unusable):
        return _failure(line.id, line.why)
    try:
        analysis = analyse([line.a.document(), line.b.document()], options, encoder=encoder, subject=0)
    except FAILURES as error:
        return _failure(line.id, reason(error))
    return as_json(analysis_to_dict(analysis, line.id)), False


def in_processes(asked: Iterable[Line], jobs: int, work: Work) -> Generator[Answer]:
    """Yield the answers in order while ``jobs`` processes do the work, a few chunks ahead of the reader.

    A process that dies takes its pool with it. The pairs that were under way are then tried again, each in a
    process of its own: the one that kills it is answered as failed, the others as usual.
    """
    rest = iter(asked)
    while True:
        taken: deque[list[Line]] = deque()
        try:
            with _pool(jobs) as pool:
                yield from _ordered(pool, rest, taken, jobs * LOOK_AHEAD, work)
        except BrokenProcessPool:
            yield from (_alone(line, work) for chunk in taken for line in chunk)
        else:
            return


def _ordered(
    pool: ProcessPoolExecutor, rest: Iterator[Line], taken: deque[list[Line]], ahead: int, work: Work
) -> Iterator[Answer]:
    """Yield answers in order; ``taken`` holds, at every moment, the chunks whose answers were not yet yielded."""
    futures: deque[Future[list[Answer]]] = deque()
    try:
        while True:
            while len(futures) < ahead and (chunk := list(islice(rest, CHUNK))):
                taken.append(chunk)
                futures.append(pool.submit(_all, chunk, work))
            if not futures:
                return
            answers = futures.popleft().result()
            taken.popleft()
            yield from answers
    finally:
        for future in futures:
            future.cancel()


def _alone(line: Line, work: Work) -> Answer:
    try:
        with _pool(1) as pool:
            return pool.submit(_all, [line], work).result()[0]
    except BrokenProcessPool:
        return _failure(line.id, "The process that compared these two articles ended, perhaps for lack of memory.")


def _pool(jobs: int) -> ProcessPoolExecutor:
    # Spawned and not forked: the encoder's threads do not survive a fork.
    return ProcessPoolExecutor(jobs, mp_context=multiprocessing.get_context("spawn"), initializer=_die_quietly)


def _die_quietly() -> None:
    """Let Ctrl-C end a worker without a traceback; the main process tells the user."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def _all(chunk: list[Line], work: Work) -> list[Answer]:
    return [work(line) for line in chunk]


_encoder_here: list[Encoder] = []
"""This process's encoder, made for its first pair: loading it for every pair would cost more than comparing."""


def _compare_here(line: Line, options: Options) -> Answer:
    if not _encoder_here:
        _encoder_here.append(default_encoder(threads=1))
    return compare(line, options, _encoder_here[0])


def _failure(identifier: Identifier, why: str) -> Answer:
    return as_json({"id": identifier, "error": why}), True
