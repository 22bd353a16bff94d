"""``--pdf``, ``--html``, ``--docx``, ``--csv`` and ``--json``: what is written where, several in one run."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping, Sequence
from functools import partial

from core.case.review import Review
from core.commands.target import check_targets, place_of, write
from core.commands.terminal import TerminalProgress, tell
from core.errors import CognateError
from core.model import Analysis
from core.report.anonymise import cover
from core.report.atomic import write_folder
from core.report.dated import report_date
from core.report.formats import Format, analysis_bytes, rendered, tables_of
from core.report.model import Report, build_report
from core.report.options import ReportOptions
from core.report.tables import FILES

Targets = Mapping[Format, str]
Export = Callable[[Analysis, TerminalProgress], int]
"""Writes an analysis, and returns how many formats could not be written, of which it tells."""
_ORDER = (Format.CSV, Format.JSON, Format.PDF, Format.HTML, Format.DOCX)
"""The folder of the tables first, for another file may be meant to go into it."""
_BEGUN = 0.97
"""How much of a run is done when its comparison is, and what was found is written."""
_USUAL = ReportOptions()
_UNJUDGED = Review()


def targets_of(args: argparse.Namespace) -> Targets:
    """Return what the options name, by format, in the order in which it is written."""
    named = {form: getattr(args, form.value) for form in _ORDER}
    return {form: target for form, target in named.items() if target is not None}


def check_exports(targets: Targets, inputs: Sequence[str], case: str | None = None) -> None:
    """See that no two exports meet and that none falls on an article or a case; raises :class:`UsageError`."""
    files = {f"--{form.value}": target for form, target in targets.items() if form is not Format.CSV}
    check_targets({**files, "--case": case}, inputs, targets.get(Format.CSV), FILES)


def exporter(targets: Targets, title: str, options: ReportOptions = _USUAL, review: Review = _UNJUDGED) -> Export:
    """Return what writes each format to its target; raises :class:`UsageError` where the report's date is none."""
    when = report_date() if set(targets) - {Format.JSON} else None

    def export(analysis: Analysis, terminal: TerminalProgress) -> int:
        report = None
        if when is not None:
            report = build_report(analysis, case_title=title, when=when, options=options, review=review)
        failed = 0
        for form, target in targets.items():
            if report is None:
                task = partial(_write_json, target, analysis, options)
            else:
                task = partial(_write, form, target, analysis, report, review)
            terminal.step(f"Writing: {form.title}", _BEGUN)
            failed += not tried(task, terminal)
        return failed

    return export


def _write_json(target: str, analysis: Analysis, options: ReportOptions) -> None:
    covered = cover(analysis, options.authors, options.outlets) if options.anonymise else None
    write(target, analysis_bytes(analysis, covered))


def _write(form: Format, target: str, analysis: Analysis, report: Report, review: Review) -> None:
    if form is Format.CSV:
        write_folder(place_of(target), tables_of(analysis, review, report))
    else:
        write(target, rendered(form, analysis, report))


def tried(task: Callable[[], None], terminal: TerminalProgress) -> bool:
    """Do something that may be refused, and return whether it was done; what went wrong is told."""
    try:
        task()
    except CognateError as error:
        terminal.wipe()
        tell(error)
        return False
    return True
