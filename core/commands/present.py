"""What was found, for people: the report as a PDF, else the summary on the terminal.

A module of its own, for to load what sets pages and colours takes as long as all the rest of the command.
"""

from __future__ import annotations

from collections.abc import Callable

from core.commands.summary import print_summary
from core.commands.target import write
from core.commands.terminal import TerminalProgress
from core.model import Analysis
from core.report.model import build_report
from core.report.pdf import render_pdf, report_date


def presenter(pdf: str | None, title: str) -> Callable[[Analysis, TerminalProgress], None]:
    """Return what writes the report to ``pdf``, or prints it; raises :class:`UsageError` where its date is none."""
    when = report_date()

    def present(analysis: Analysis, terminal: TerminalProgress) -> None:
        report = build_report(analysis, case_title=title, when=when)
        if pdf is not None:
            write(pdf, render_pdf(report))
        else:
            terminal.wipe()
            print_summary(analysis, report)

    return present
