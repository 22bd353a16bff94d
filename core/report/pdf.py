"""The report as PDF: tagged (PDF/UA-1 and PDF/A-2a), the same bytes for the same report, never evaluating text.

The template gets the report as one JSON string; article text travels in it as data and is shown as text.
An export never fails for what an article says: scripts that the report's fonts lack are drawn with fonts of the
computer, else shown as U+FFFD, else the standards are given up; the report then says so.
"""

from __future__ import annotations

import json
import os
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from importlib.resources import files
from pathlib import Path
from typing import Literal

import typst

from core.case.review import Review
from core.errors import ExportError, UsageError
from core.model import Analysis
from core.report.atomic import write_whole
from core.report.logo import read_logo
from core.report.model import Report, build_report
from core.report.options import ReportOptions
from core.report.phrases import shorten
from core.report.sanitise import clean, code_point, replace_characters

Standard = Literal["a-2a", "ua-1"]
STANDARDS: tuple[Standard, ...] = ("a-2a", "ua-1")
_FONT_PACKAGES = ("fontpkg_inter", "fontpkg_source_serif_4")
_SHOWN_CODE_POINTS = 12
_SHOWN_EPOCH = 40
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
    data = {key: _plain(value) for key, value in asdict(report).items()}
    try:
        return _compile(data, _Attempt())
    except typst.TypstError:
        return _render_hard(data)


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
    :class:`UsageError` as :func:`report_date` does and where the options' logo cannot be used.
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


def report_date() -> datetime:
    """Return the date of ``SOURCE_DATE_EPOCH`` in UTC where it is set, else the local time.

    Raises :class:`UsageError` where it is set to what is no date.
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if not epoch:
        return datetime.now(UTC).astimezone()
    try:
        return datetime.fromtimestamp(int(epoch), UTC)
    except (ValueError, OverflowError, OSError):
        raise UsageError(
            f"SOURCE_DATE_EPOCH is “{shorten(epoch, _SHOWN_EPOCH)}”, which is no date.",
            "Set it to seconds since 1970, or unset it.",
        ) from None


def _render_hard(data: dict[str, object]) -> bytes:
    """Render text that the report's own fonts cannot show: other fonts, then U+FFFD, then no standard."""
    try:
        return _compile(data, _Attempt(system_fonts=True, notice=_BORROWED))
    except typst.TypstError as error:
        missing = _uncovered(error)
    replaced: set[str] = set()
    for _ in range(_ROUNDS):
        new = missing - replaced
        if not new:
            break
        replaced |= new
        try:
            return _compile(_replaced(data, replaced), _Attempt(system_fonts=True, notice=_lost(replaced)))
        except typst.TypstError as error:
            missing = _uncovered(error)
    try:
        return _compile(data, _Attempt(system_fonts=True, standards=(), notice=_UNTAGGED))
    except typst.TypstError as error:
        raise ExportError("The PDF could not be made.", str(error).splitlines()[0]) from error


def _compile(data: dict[str, object], attempt: _Attempt) -> bytes:
    shown = {**data, "export_notice": attempt.notice}
    resources = Path(str(files("resources")))
    return typst.compile(
        str(resources / "report" / "report.typ"),
        root=str(resources),
        font_paths=[str(files(package) / "files") for package in _FONT_PACKAGES],
        ignore_system_fonts=not attempt.system_fonts,
        sys_inputs={"data": json.dumps(shown, ensure_ascii=False)},
        pdf_standards=list(attempt.standards),
        format="pdf",
    )


def _plain(value: object) -> object:
    """Return the report as what JSON holds, every string of it fit for a PDF."""
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, bytes):
        return list(value)
    if isinstance(value, dict):
        return {str(key): _plain(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(inner) for inner in value]
    if isinstance(value, datetime):
        return [value.year, value.month, value.day, value.hour, value.minute, value.second]
    return value


def _replaced(value: dict[str, object], characters: Iterable[str]) -> dict[str, object]:
    text = json.dumps(value, ensure_ascii=False)
    made: dict[str, object] = json.loads(replace_characters(text, characters))
    return made


def _lost(characters: Iterable[str]) -> str:
    points = sorted(code_point(c) for c in characters)
    more = f" and {len(points) - _SHOWN_CODE_POINTS} more" if len(points) > _SHOWN_CODE_POINTS else ""
    return (
        f"{_BORROWED} Other characters are in no font of it either and stand as “\ufffd”: "
        f"{', '.join(points[:_SHOWN_CODE_POINTS])}{more}."
    )


_NOT_SHOWN = re.compile(r'the text `"(.*?)"` could not be displayed|codepoint `"(.*?)"`')
_ESCAPE = re.compile(r"\\u\{([0-9a-fA-F]+)\}|\\(.)")
_VARIATION_SELECTORS = frozenset(map(chr, range(0xFE00, 0xFE10)))


def _uncovered(error: typst.TypstError) -> set[str]:
    """Return the characters that the typesetter says it could not show."""
    found: set[str] = set()
    for match in _NOT_SHOWN.finditer(str(getattr(error, "diagnostic", "")) or str(error)):
        quoted = match.group(1) or match.group(2) or ""
        found |= set(_ESCAPE.sub(lambda m: chr(int(m.group(1), 16)) if m.group(1) else m.group(2), quoted))
    # Formatting characters are only named because of their neighbours, and ASCII is in every font.
    return {c for c in found - _VARIATION_SELECTORS if not c.isascii() and unicodedata.category(c) != "Cf"}
