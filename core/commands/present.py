"""What was found, for people at a terminal.

A module of its own, for to load what sets pages and colours takes as long as all the rest of the command.
"""

from __future__ import annotations

from collections.abc import Callable

from core.case.review import Review
from core.commands.summary import print_summary
from core.commands.terminal import TerminalProgress
from core.model import Analysis
from core.report.dated import report_date
from core.report.model import build_report

_UNJUDGED = Review()


def presenter(
    title: str, review: Review = _UNJUDGED, *, chosen: bool = True
) -> Callable[[Analysis, TerminalProgress], None]:
    """Return what prints a summary of the findings; raises :class:`UsageError` where its date is none.

    ``chosen`` says that somebody named the subject.
    """
    when = report_date()

    def present(analysis: Analysis, terminal: TerminalProgress) -> None:
        report = build_report(analysis, case_title=title, when=when, review=review)
        terminal.wipe()
        print_summary(analysis, report, chosen=chosen)

    return present
