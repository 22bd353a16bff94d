"""``cognate report``: exports again from a saved case, without comparing again; the case itself stays as it is."""

from __future__ import annotations

import argparse
from dataclasses import replace

from core.case.contents import CaseContents
from core.case.file import CaseFile
from core.commands.exporting import check_exports, exporter, targets_of
from core.commands.terminal import TerminalProgress
from core.errors import CaseError
from core.model import Analysis
from core.report.options import Marks, PageSize, ReportOptions


def run(args: argparse.Namespace) -> int:
    """Write what was asked for, else print the summary, and return the exit code."""
    targets = targets_of(args)
    check_exports(targets, [args.case])
    # Only to read, so that it does not matter whether a window has the case open.
    with CaseFile.open(args.case, read_only=True) as case:
        contents = case.read()
    analysis = _analysis(args.case, contents)
    title = args.title or contents.title
    with TerminalProgress() as progress:
        if targets:
            return int(exporter(targets, title, _options(args, contents), contents.review)(analysis, progress) > 0)
        from core.commands.present import presenter  # noqa: PLC0415 - loaded only where it is needed, as commands are

        presenter(title, contents.review)(analysis, progress)
    return 0


def _options(args: argparse.Namespace, contents: CaseContents) -> ReportOptions:
    """Return what was chosen for the case's report, and what is asked for instead."""
    kept = ReportOptions.from_saved({} if args.usual else contents.report or {})
    asked = {name: getattr(args, name) for name in ("full_texts", "anonymise")}
    asked |= {
        "marks": None if args.marks is None else Marks(args.marks),
        "page": None if args.page is None else PageSize(args.page),
    }
    return replace(
        kept,
        **{name: value for name, value in asked.items() if value is not None},
        authors=tuple(article.author for article in contents.articles if article.author),
        outlets=tuple(article.outlet for article in contents.articles if article.outlet),
    )


def _analysis(path: str, contents: CaseContents) -> Analysis:
    if contents.analysis is not None:
        return contents.analysis
    if contents.outdated:
        raise CaseError(f"“{path}” was compared by another version of Cognate.", "Open it and compare again.")
    raise CaseError(f"The articles in “{path}” are not compared yet.", "Open it in Cognate and compare them.")
