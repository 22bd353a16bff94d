"""``cognate judge``: pairs of single sentences, one JSON line each."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from core.commands.failures import FAILURES, reason
from core.commands.pairs import Asked, Unusable, read_pairs
from core.commands.settings import model_from, options_from
from core.commands.target import check_targets, lines
from core.commands.terminal import TerminalProgress, tell
from core.commands.timed import tell_timings
from core.options import Options
from core.pipeline import JUDGE_CHUNK, Judgement, judge, judge_all
from core.report.analysis_json import Json, as_json, judgement_to_dict
from core.similarity.encoder import Encoder, default_encoder
from core.timings import Stage, Timings

Sentences = tuple[str, str]


def run(args: argparse.Namespace) -> int:
    """Judge every line and return the exit code."""
    check_targets({"--jsonl": args.jsonl}, [args.pairs])
    options = options_from(args.set)
    timings = Timings()
    encoder = default_encoder(timings=timings, folder=model_from(args.model))
    if encoder.notice:
        tell(encoder.notice)
    failed = False
    with TerminalProgress(beside=args.jsonl) as progress, lines(args.jsonl) as put:
        for done, answer in enumerate(answers(read_pairs(args.pairs), options, encoder, timings), start=1):
            with timings.stage(Stage.WRITING):
                put(as_json(answer))
            failed = failed or "error" in answer
            progress.show(f"Judging sentences … {done}")
    if args.timings:
        tell_timings(timings.take())
    return int(failed)


def answers(
    asked: Iterable[Asked | Unusable], options: Options, encoder: Encoder, timings: Timings | None = None
) -> Iterator[Json]:
    """Yield one object a line, in order; lines are taken together so that the encoder gets them in batches."""
    timings = timings or Timings()
    rest = iter(asked)
    while chunk := list(islice(rest, JUDGE_CHUNK)):
        with timings.stage(Stage.READING):
            read = [_read(line) for line in chunk]
        judged = _judged([pair for pair in read if isinstance(pair, tuple)], options, encoder, timings)
        yield from _in_order(chunk, read, judged)


def _judged(
    pairs: Sequence[Sentences], options: Options, encoder: Encoder, timings: Timings
) -> Iterator[Judgement | str]:
    """Yield what is said of each pair, or why nothing can be; one that fails costs the others their batch only."""
    done = 0
    try:
        for judgement in judge_all(pairs, options, encoder=encoder, timings=timings):
            done += 1
            yield judgement
    except FAILURES:
        for a, b in pairs[done:]:
            try:
                yield judge(a, b, options, encoder=encoder)
            except FAILURES as error:
                yield reason(error)


def _in_order(
    chunk: Sequence[Asked | Unusable], read: Sequence[Sentences | str], judged: Iterator[Judgement | str]
) -> Iterator[Json]:
    for line, pair in zip(chunk, read, strict=True):
        said = pair if isinstance(pair, str) else next(judged)
        if isinstance(said, str):
            yield {"id": line.id, "error": said}
        else:
            yield judgement_to_dict(line.id, said.match, said.confidence, said.alignment, said.divergences)


def _read(line: Asked | Unusable) -> Sentences | str:
    """Return both sentences, or why there are none."""
    if isinstance(line, Unusable):
        return line.why
    try:
        a, b = line.a.wording(), line.b.wording()
    except FAILURES as error:
        return reason(error)
    return (a, b) if a.strip() and b.strip() else "One of the two sentences is empty."
