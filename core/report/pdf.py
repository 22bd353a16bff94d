"""The report as PDF: tagged (PDF/UA-1 and PDF/A-2a), the same bytes for the same report, never evaluating text.

The template gets the report as one JSON string; article text travels in it as data and is shown as text.
An export never fails for what an article says: scripts that the report's fonts lack are drawn with fonts of the
computer, else shown as U+FFFD, else the standards are given up; the report then says so.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from importlib.resources import files
from pathlib import Path
from typing import Literal

import typst

from core.case.review import Review
from core.errors import ExportError
from core.model import Analysis
from core.report.atomic import write_whole
from core.report.dated import report_date
from core.report.glyphs import FONTS, clusters, missing, uncovered
from core.report.logo import read_logo
from core.report.model import Report, build_report
from core.report.options import ReportOptions
from core.report.pdf_data import pdf_data
from core.report.sanitise import code_point, replace_characters

Standard = Literal["a-2a", "ua-1"]
STANDARDS: tuple[Standard, ...] = ("a-2a", "ua-1")
_SHOWN_CODE_POINTS = 12
_USUAL = ReportOptions()
_UNJUDGED = Review()
_ROUNDS = 8
"""How often characters that no font has are looked for: the compiler names those of one layout pass at a time."""
_BORROWED = (
    "Some characters are in scripts that the report's own fonts do not hold. They are drawn with fonts of this "
    "computer, so the file may look different when it is made on another one."
)
_UNTAGGED = "This file does not meet the standards PDF/A-2a and PDF/UA-1, because of characters in the articles."


@dataclass(frozen=True, slots=True)
class _Attempt:
    system_fonts: bool = False
    standards: tuple[Standard, ...] = STANDARDS
    notice: str = ""


def render_pdf(report: Report) -> bytes:
    """Return the report as a PDF file; equal reports give equal bytes."""
    text = json.dumps(pdf_data(report), ensure_ascii=False, separators=(",", ":"))
    marks = report.marks.value
    beyond = clusters(text)
    if missing(beyond, system_fonts=False):
        return _render_hard(text, marks, missing(beyond, system_fonts=True))
    try:
        return _compile(text, marks, _Attempt())
    except typst.TypstError:
        return _render_hard(text, marks, set())


def write_pdf(
    analysis: Analysis,
    path: str | os.PathLike[str],
    *,
    case_title: str = "",
    prepared_by: str = "",
    when: datetime | None = None,
    options: ReportOptions = _USUAL,
    review: Review = _UNJUDGED,
) -> None:
    """Write the report about the analysis' subject to ``path``, whole or not at all.

    Without ``when`` the date is that of ``SOURCE_DATE_EPOCH``, else now. Raises :class:`ExportError`, and
    :class:`~core.errors.UsageError` as :func:`report_date` does and where the options' logo cannot be used.
    """
    report = build_report(
        analysis,
        case_title=case_title,
        prepared_by=prepared_by,
        when=when or report_date(),
        options=options,
        review=review,
        logo=read_logo(options.logo, options.outlet),
    )
    write_whole(path, render_pdf(report))


def _render_hard(text: str, marks: str, lost: set[str]) -> bytes:
    """Render text that the report's own fonts cannot show: other fonts, then U+FFFD for ``lost``, then no standard.

    The probe told what is lost, so that this is seldom more than one compilation.
    """
    replaced: set[str] = set()
    new = lost
    for _ in range(_ROUNDS):
        replaced |= new
        try:
            shown = replace_characters(text, replaced)
            return _compile(
                shown, marks, _Attempt(system_fonts=True, notice=_lost(replaced) if replaced else _BORROWED)
            )
        except typst.TypstError as error:
            new = uncovered(error) - replaced
        if not new:
            break
    try:
        return _compile(text, marks, _Attempt(system_fonts=True, standards=(), notice=_UNTAGGED))
    except typst.TypstError as error:
        raise ExportError("The PDF could not be made.", str(error).splitlines()[0]) from error


def _compile(text: str, marks: str, attempt: _Attempt) -> bytes:
    resources = Path(str(files("resources")))
    return typst.compile(
        str(resources / "report" / "report.typ"),
        root=str(resources),
        font_paths=FONTS,
        ignore_system_fonts=not attempt.system_fonts,
        sys_inputs={"data": text, "marks": marks, "notice": attempt.notice},
        pdf_standards=list(attempt.standards),
        format="pdf",
    )


def _lost(characters: Iterable[str]) -> str:
    points = sorted(code_point(c) for c in characters)
    more = f" and {len(points) - _SHOWN_CODE_POINTS} more" if len(points) > _SHOWN_CODE_POINTS else ""
    return (
        f"{_BORROWED} Other characters are in no font of it either and stand as “\ufffd”: "
        f"{', '.join(points[:_SHOWN_CODE_POINTS])}{more}."
    )
