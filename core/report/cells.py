"""Tables that a spreadsheet opens and that cannot make it do anything.

CSV as RFC 4180 has it, in UTF-8 with the mark by which spreadsheets know it. Words that a spreadsheet would take for a
formula get an apostrophe before them, as OWASP advises; our own figures stay figures. Pure.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence

from core.report.phrases import flat
from core.report.sanitise import visible

Cell = str | int | float
LONGEST = 32_767
"""Characters of a cell that spreadsheets hold."""
_CUT = "…"
_MARK = "\ufeff"
_OPENING = r"[\s\"'“”„‘’‚«»‹›`\u00ad\u200b-\u200f\u2060-\u2064]*"
_SIGN = r"[=+\-@＝＋－＠﹢﹣]"
_FORMULA = re.compile(rf"^(?={_OPENING}{_SIGN})|(?<=;)(?={_OPENING}{_SIGN})")
"""Where a formula would begin: at a cell's begin, and after what parts cells in half of the world."""


def table(head: Sequence[str], rows: Iterable[Sequence[Cell]]) -> bytes:
    """Return rows as CSV; words are quoted and made harmless, figures are neither."""
    out = io.StringIO()
    writer = csv.writer(out, quoting=csv.QUOTE_NONNUMERIC, lineterminator="\r\n")
    writer.writerow(head)
    writer.writerows([harmless(cell) if isinstance(cell, str) else cell for cell in row] for row in rows)
    return (_MARK + out.getvalue()).encode("utf-8")


def harmless(words: str) -> str:
    """Return words as a cell can hold them: on one line, nothing invisible in them, no formula."""
    line = _FORMULA.sub("'", visible(flat(words)))
    return line if len(line) <= LONGEST else line[: LONGEST - 1] + _CUT
