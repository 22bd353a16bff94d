"""The last pages of the Word report: how it was made, what it cannot tell, and with which settings. Pure."""

from __future__ import annotations

from core.report.model import Report
from core.report.word.markup import Xml, joined, paragraph, said
from core.report.word.sheet import Sheet
from core.report.word.styles import DETAIL, LIST, QUIET, SOFT
from core.report.word.summary import section
from core.report.word.tables import Grid, row, table


def closing(report: Report, sheet: Sheet) -> Xml:
    """Return method, limits and settings."""
    told = f"Digest {report.digest}. Two reports with the same digest were made with the same settings."
    rows = (row(said(s.name), said(s.value), said(s.why, SOFT), letters=len(s.value)) for s in report.settings)
    grid = Grid("Settings", sheet.colours.line2, (124, 84, 0))
    return joined(
        (
            section("Method", *(paragraph(said(line), style=QUIET) for line in (*report.method, report.engine))),
            section(
                "What this report cannot establish", *(paragraph(said(line), style=LIST) for line in report.limits)
            ),
            section(
                "Settings",
                paragraph(said(told), style=QUIET, keep=True),
                table(grid, sheet.width, ("Setting", "Value", "What it decides"), rows),
                paragraph(style=DETAIL),
            ),
        )
    )
