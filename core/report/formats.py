"""What a report can be written as, and how; what makes each format is loaded only when it is asked for."""

from __future__ import annotations

import os
from enum import StrEnum

from core.case.review import Review
from core.errors import ExportError
from core.faults import short
from core.model import Analysis
from core.progress import NoProgress, Progress
from core.report.analysis_json import analysis_to_dict, as_json
from core.report.anonymise import Cover, anonymised_case, cover, without_digests
from core.report.atomic import write_folder, write_whole
from core.report.model import Report
from core.report.tables import csv_files

_SILENT = NoProgress()
_UNJUDGED = Review()
_MADE = 0.95
"""How much of the work is done when a format is made and not yet written."""


class Format(StrEnum):
    """A form in which findings leave the program."""

    PDF = "pdf"
    HTML = "html"
    DOCX = "docx"
    CSV = "csv"
    """A folder of tables, of the whole case."""
    JSON = "json"
    """The analysis itself; parts that a report leaves out are in it all the same."""

    @property
    def title(self) -> str:  # type: ignore[override] # that a string can put itself in capitals is no use here
        """Return what people read."""
        return _TITLES[self]

    @property
    def suffix(self) -> str:
        """Return how its file's name ends; empty where it is a folder."""
        return "" if self is Format.CSV else f".{self.value}"


_TITLES = {
    Format.PDF: "PDF document",
    Format.HTML: "Web page (HTML)",
    Format.DOCX: "Word document (DOCX)",
    Format.CSV: "Tables (CSV)",
    Format.JSON: "Data (JSON)",
}
_FAULTS = (ArithmeticError, AttributeError, LookupError, MemoryError, OSError, RuntimeError, TypeError, ValueError)
"""What making a format can end with that is no fault of who wants it; some formats have more, see :func:`_faults`."""


def write_format(
    form: Format,
    analysis: Analysis,
    report: Report,
    review: Review,
    path: str | os.PathLike[str],
    progress: Progress = _SILENT,
) -> None:
    """Write the findings in one format, whole or not at all; raises :class:`ExportError`.

    Args:
        form: which format.
        analysis: the analysis that the report was built from, with its names.
        report: the report; where it hides names, every format does.
        review: the verdicts and notes.
        path: a file, or the folder of the tables, which is made where there is none.
        progress: hears when the making begins and when the writing does; who stops the run there finds the old file.
    """
    progress.step(f"Making: {form.title}", 0.0)
    if form is Format.CSV:
        tables = tables_of(analysis, review, report)
        progress.step("Writing", _MADE)
        write_folder(path, tables)
    else:
        data = rendered(form, analysis, report)
        progress.step("Writing", _MADE)
        write_whole(path, data)


def rendered(form: Format, analysis: Analysis, report: Report) -> bytes:
    """Return the findings in a format of one file; raises :class:`ExportError` where it cannot be made."""
    if form is Format.CSV:
        raise ValueError(f"{form.title} are several files")
    try:
        return _rendered(form, analysis, report)
    except _faults(form) as error:
        raise _own_fault(form, error) from error


def tables_of(analysis: Analysis, review: Review, report: Report) -> dict[str, bytes]:
    """Return the tables by their file names; raises :class:`ExportError` where they cannot be made."""
    try:
        return csv_files(analysis, review, report)
    except _FAULTS as error:
        raise _own_fault(Format.CSV, error) from error


def _own_fault(form: Format, error: Exception) -> ExportError:
    """Return a fault of a renderer as a refusal of its format alone, so that the others are written all the same."""
    return ExportError(
        f"{form.title}: not made, because of a fault of Cognate's own ({short(error)}).",
        "Choose another format, and report this with the sentence as it stands.",
    )


# ruff: noqa: PLC0415 - what sets pages is loaded only where it is needed


def _faults(form: Format) -> tuple[type[Exception], ...]:
    """Return what making the format can end with."""
    if form is Format.HTML:
        from jinja2 import TemplateError

        return *_FAULTS, TemplateError
    if form is Format.DOCX:
        from docx.exceptions import PythonDocxError
        from docx.opc.exceptions import OpcError
        from lxml.etree import LxmlError

        return *_FAULTS, PythonDocxError, OpcError, LxmlError
    return _FAULTS


def _rendered(form: Format, analysis: Analysis, report: Report) -> bytes:
    if form is Format.PDF:
        from core.report.pdf import render_pdf

        return render_pdf(report)
    if form is Format.HTML:
        from core.report.html import render_html

        return render_html(report)
    if form is Format.DOCX:
        from core.report.docx import render_docx

        return render_docx(report)
    return analysis_bytes(analysis, cover(analysis, report.authors, report.outlets) if report.anonymised else None)


def analysis_bytes(analysis: Analysis, covered: Cover | None = None) -> bytes:
    r"""Return the analysis as a JSON file; half a surrogate pair, which UTF-8 cannot hold, becomes ``\udc80``."""
    if covered is not None:
        analysis = without_digests(anonymised_case(analysis, _UNJUDGED, covered)[0])
    return (as_json(analysis_to_dict(analysis)) + "\n").encode("utf-8", "backslashreplace")
