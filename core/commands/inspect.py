"""``cognate inspect``: how each article was read, as JSON or to look at."""

from __future__ import annotations

import argparse

from core.commands.failures import FAILURES, reason
from core.commands.inputs import Inputs
from core.commands.target import check_targets, encoded, write
from core.commands.terminal import TerminalProgress, tell
from core.commands.timed import tell_timings
from core.errors import UsageError
from core.model import Article, Span
from core.originality.credit import credits_in
from core.report.analysis_json import Json, as_json, reading_to_dict
from core.segment import segment
from core.timings import Stage, Timings

Credits = tuple[tuple[Span, str], ...]


def run(args: argparse.Namespace) -> int:
    """Read every file, tell how, and return the exit code."""
    check_targets({"--json": args.json}, args.files)
    if not args.files:
        raise UsageError("To inspect takes at least one article.", "For example: cognate inspect draft.txt")
    inputs = Inputs(args.files)
    check_targets({"--json": args.json}, inputs.paths)
    timings = Timings()
    told: list[Json] = []
    failed = False
    with TerminalProgress() as progress:
        for done, path in enumerate(inputs.paths):
            progress.step("Reading", done / len(inputs.paths))
            try:
                article, found = _read(inputs, path, f"a{done + 1}", timings)
            except FAILURES as error:
                failed = True
                progress.wipe()
                tell(reason(error))
                told.append({"path": path, "error": reason(error)})
                continue
            with timings.stage(Stage.WRITING):
                if args.json is None:
                    from core.commands.reading import print_reading  # noqa: PLC0415 - rich is not for JSON

                    progress.wipe()
                    print_reading(article, found)
                else:
                    told.append(reading_to_dict(article, found))
    with timings.stage(Stage.WRITING):
        if args.json is not None:
            write(args.json, encoded(as_json(told) + "\n"))
    if args.timings:
        tell_timings(timings.take())
    return int(failed)


def _read(inputs: Inputs, path: str, name: str, timings: Timings) -> tuple[Article, Credits]:
    """Return a file as an article, and the outlets that it names as its source."""
    with timings.stage(Stage.READING):
        document = inputs.read(path)
    with timings.stage(Stage.SENTENCES):
        article = segment(document, name)
    with timings.stage(Stage.LEDGERS):
        return article, credits_in(article)
