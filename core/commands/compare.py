"""``cognate compare``: every pair of some articles, in some formats, as a case, or as a summary to read at once."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from functools import partial

from core.commands.excluding import exclusions_from
from core.commands.exporting import check_exports, exporter, targets_of, tried
from core.commands.inputs import Inputs
from core.commands.saving import check_case, write_case
from core.commands.settings import model_from, options_from
from core.commands.target import place_of
from core.commands.terminal import TerminalProgress, tell
from core.commands.timed import tell_timings
from core.errors import ArticleError, CognateError, UsageError
from core.model import Analysis, Document
from core.pipeline import analyse
from core.progress import PartOf, Progress
from core.similarity.encoder import default_encoder
from core.timings import Stage, Timings

FEWEST = 2


def run(args: argparse.Namespace) -> int:
    """Compare the articles, write what was asked for, and return the exit code."""
    options = options_from(args.set)
    exclusions = exclusions_from(args.exclude, args.exclude_phrase, args.exclude_runs)
    targets = targets_of(args)
    check_exports(targets, args.files, args.case)
    inputs = Inputs(args.files)
    files = inputs.paths
    check_exports(targets, files, args.case)
    if len(files) < FEWEST:
        raise UsageError("To compare takes at least two articles.", "For example: cognate compare draft.txt source.txt")
    subject = None if args.subject is None else _place("--subject", args.subject, files)
    licensed = [_place("--licensed", name, files) for name in args.licensed]
    check_case(args.case)
    export = exporter(targets, args.title)
    present = None if targets or args.case is not None else _presenter(args.title, chosen=subject is not None)
    timings = Timings()
    encoder = default_encoder(timings=timings, folder=model_from(args.model))
    if encoder.notice:
        tell(encoder.notice)
    with TerminalProgress() as progress:
        with timings.stage(Stage.READING):
            documents = _read(inputs, PartOf(progress, 0.0, 0.05), progress)
        read = [index for index, document in enumerate(documents) if isinstance(document, Document)]
        if len(read) < FEWEST:
            raise CognateError("Fewer than two articles could be read, so there is nothing to compare.")
        if subject is not None and subject not in read:
            raise CognateError("The article under examination could not be read, so there is nothing to report.")
        chosen = None if subject is None else read.index(subject)
        analysis = analyse(
            [document for document in documents if isinstance(document, Document)],
            options,
            PartOf(progress, 0.05, 0.95),
            encoder=encoder,
            subject=chosen,
            licensed=[read.index(place) for place in licensed if place in read],
            exclusions=exclusions,
            timings=timings,
        )
        progress.step("Writing", 0.95)
        with timings.stage(Stage.WRITING):
            failed = export(analysis, progress)
            if args.case is not None:
                unread = [document for document in documents if isinstance(document, ArticleError)]
                failed += not tried(partial(write_case, args.case, analysis, args.title, chosen, unread), progress)
            if present is not None:
                present(analysis, progress)
    if args.timings:
        tell_timings(timings.take())
    return int(failed > 0 or len(read) < len(documents))


def _presenter(title: str, *, chosen: bool) -> Callable[[Analysis, TerminalProgress], None]:
    from core.commands.present import presenter  # noqa: PLC0415 - loaded only where it is needed, as commands are

    return presenter(title, chosen=chosen)


def _read(inputs: Inputs, progress: Progress, terminal: TerminalProgress) -> list[Document | ArticleError]:
    """Return each file's document, or what is wrong with one that cannot be read, which is told."""
    documents: list[Document | ArticleError] = []
    for done, path in enumerate(inputs.paths):
        progress.step("Reading", done / len(inputs.paths))
        try:
            documents.append(inputs.read(path))
        except ArticleError as error:
            terminal.wipe()
            tell(error)
            documents.append(error)
    return documents


def _place(option: str, named: str, files: Sequence[str]) -> int:
    """Return which file an option names: as it was written, else as the same file; raises :class:`UsageError`."""
    if named in files:
        return files.index(named)
    place = place_of(named)
    same = [index for index, path in enumerate(files) if place_of(path) == place]
    if not same:
        raise UsageError(f"{option} names “{named}”, which is not among the articles.", "Name one of them.")
    return same[0]
