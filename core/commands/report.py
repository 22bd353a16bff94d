"""``cognate report``: exports again from a saved case, without comparing again; the case itself stays as it is."""

from __future__ import annotations

import argparse

from core.case.contents import CaseContents
from core.case.file import CaseFile
from core.commands.target import check_targets, encoded, write
from core.errors import CaseError
from core.model import Analysis
from core.report.analysis_json import analysis_to_dict, as_json


def run(args: argparse.Namespace) -> int:
    """Write what was asked for, else print the summary, and return the exit code."""
    check_targets({"--pdf": args.pdf, "--json": args.json}, [args.case])
    # Only to read, so that it does not matter whether a window has the case open.
    with CaseFile.open(args.case, read_only=True) as case:
        contents = case.read()
    analysis = _analysis(args.case, contents)
    if args.json is not None:
        write(args.json, encoded(as_json(analysis_to_dict(analysis)) + "\n"))
    if args.pdf is not None or args.json is None:
        _present(analysis, contents, args.pdf, args.title or contents.title)
    return 0


def _analysis(path: str, contents: CaseContents) -> Analysis:
    if contents.analysis is not None:
        return contents.analysis
    if contents.outdated:
        raise CaseError(f"“{path}” was compared by another version of Cognate.", "Open it and compare again.")
    raise CaseError(f"The articles in “{path}” are not compared yet.", "Open it in Cognate and compare them.")


def _present(analysis: Analysis, contents: CaseContents, pdf: str | None, title: str) -> None:
    # ruff: noqa: PLC0415 - what sets pages and colours is loaded only where it is needed, as commands are
    from core.commands.summary import print_summary
    from core.report.model import build_report
    from core.report.pdf import render_pdf, report_date

    report = build_report(analysis, case_title=title, when=report_date(), review=contents.review)
    if pdf is not None:
        write(pdf, render_pdf(report))
    else:
        print_summary(analysis, report)
