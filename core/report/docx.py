"""The report for those who must send Word: a file that they can read, edit and print; equal reports, equal bytes.

Text is data: it is cleaned and escaped where it becomes markup (``word/markup.py``), and never makes a field.
"""

from __future__ import annotations

import io
import zipfile

from core.report.model import Report
from core.report.word.chosen import ledger, omissions, overview, quotations
from core.report.word.closing import closing
from core.report.word.frame import framed
from core.report.word.passages import passages
from core.report.word.sheet import sheet_of
from core.report.word.summary import opening
from core.report.word.texts import full_texts

_PARTS = (opening, passages, ledger, quotations, overview, omissions, full_texts, closing)
_EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The date of every part of the archive: the earliest that the format knows."""
_RIGHTS = 0o600 << 16
_CONTENTS = "[Content_Types].xml"
"""The part that readers expect first."""
_TEXT, _END_OF_BODY = "word/document.xml", "<w:sectPr"
"""The part with the report's text, and the element that closes its body: the sheet."""
_DECLARED = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_FONTS = (("Calibri", "Carlito", "swiss"), ("Georgia", "Gelasio", "roman"), ("Consolas", "DejaVu Sans Mono", "modern"))
"""Each font, what may stand in for it, and its family."""


def render_docx(report: Report) -> bytes:
    """Return the report as a Word file."""
    document, width = framed(report)
    sheet = sheet_of(report, width)
    body = "".join(part(report, sheet) for part in _PARTS)
    made = io.BytesIO()
    document.save(made)
    return _filled(made, body)


def _filled(made: io.BytesIO, body: str) -> bytes:
    """Return the archive anew with its text, its parts in one order and of one date, and nothing of the library's own.

    The text goes in as it is: moving its elements into the library's tree takes longer than the square of their number.
    """
    own = {"docProps/app.xml": _application(), "word/fontTable.xml": _font_table()}
    out = io.BytesIO()
    with zipfile.ZipFile(made) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        before, end, after = old.read(_TEXT).decode().partition(_END_OF_BODY)
        own[_TEXT] = f"{before}{body}{end}{after}"
        for name in sorted(old.namelist(), key=lambda n: (n != _CONTENTS, n)):
            entry = zipfile.ZipInfo(name, _EARLIEST)
            entry.compress_type, entry.create_system, entry.external_attr = zipfile.ZIP_DEFLATED, 0, _RIGHTS
            new.writestr(entry, own[name] if name in own else old.read(name))
    return out.getvalue()


def _application() -> str:
    place = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
    return f'{_DECLARED}<Properties xmlns="{place}"><Application>Cognate</Application></Properties>'


def _font_table() -> str:
    place = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    fonts = "".join(
        f'<w:font w:name="{name}"><w:altName w:val="{other}"/><w:family w:val="{family}"/></w:font>'
        for name, other, family in _FONTS
    )
    return f'{_DECLARED}<w:fonts xmlns:w="{place}">{fonts}</w:fonts>'
