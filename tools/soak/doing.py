"""What a process does until something ends it: saves verdicts, imports articles, or exports reports, for ever.

Each thing that is done is told by a line at the end of a file, after it is on the disk; what the disk refuses is told
as a refusal, and tried again.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

from core.case.contents import CaseContents, SavedArticle
from core.case.file import CaseFile
from core.case.review import FindingKey, Judgement, Verdict
from core.errors import CognateError
from core.ingest import read
from core.model import article_letter
from core.report.dated import report_date
from core.report.formats import Format, write_format
from core.report.model import build_report

CASE, SAVED, IMPORTS, REPORTS = "case.cognate", "saved-{}.cognate", "articles", "reports"
SAVED_AS_EVERY, IMPORTED_TOGETHER, TARGETS = 7, 3, 2
FORMATS = (Format.JSON, Format.HTML, Format.CSV, Format.DOCX)
VERDICTS = tuple(Verdict)
MOST_REFUSALS = 3
"""After so many a try has seen enough."""


def key(number: int) -> FindingKey:
    """Return the finding that gets the verdict of that number."""
    return FindingKey("a" * 64, "b" * 64, (number,), (number,))


def judgement(number: int) -> Judgement:
    """Return that verdict."""
    return Judgement(VERDICTS[number % len(VERDICTS)], f"Number {number}. " * (number % 60))


def save(folder: Path) -> Iterator[Callable[[], str]]:
    """Yield verdicts to be given in the case, and now and then to go on under another name."""
    case = CaseFile.open(folder / CASE)
    try:
        for number in count():

            def give(number: int = number) -> str:
                case.keep_judgement(key(number), judgement(number))
                return f"{number}"

            yield give
            if number % SAVED_AS_EVERY == SAVED_AS_EVERY - 1:

                def go_on(number: int = number) -> str:
                    nonlocal case
                    before, case = case, case.save_as(folder / SAVED.format(number // SAVED_AS_EVERY % TARGETS))
                    before.close()
                    return f"{number} {case.path.name}"

                yield go_on
    finally:
        case.close()


def bring_in(folder: Path) -> Iterator[Callable[[], str]]:
    """Yield articles to be read and kept with the case, a few at a time."""
    case = CaseFile.open(folder / CASE)
    kept = list(case.read().articles)
    files = sorted((folder / IMPORTS).iterdir())
    try:
        for number in count():

            def take(number: int = number) -> str:
                some = [files[(number * IMPORTED_TOGETHER + n) % len(files)] for n in range(IMPORTED_TOGETHER)]
                for path in some:
                    place, document = len(kept), read(path)
                    kept.append(SavedArticle(f"a{place + 1}", article_letter(place), path.stem, document))
                try:
                    case.keep_articles(kept)
                    case.keep_analysis(None)
                    case.keep_setting("subject", kept[-1].id)
                except CognateError:
                    del kept[-IMPORTED_TOGETHER:]
                    raise
                return f"{len(kept)}"

            yield take
    finally:
        case.close()


def export(folder: Path) -> Iterator[Callable[[], str]]:
    """Yield reports to be written, each over an older one."""
    with CaseFile.open(folder / CASE, read_only=True) as case:
        contents: CaseContents = case.read()
    analysis = contents.analysis
    if analysis is None:
        raise ValueError("there is nothing to report")
    for number in count():
        form = FORMATS[number % len(FORMATS)]

        def write(number: int = number, form: Format = form) -> str:
            title = f"Report {number}"
            report = build_report(analysis, case_title=title, when=report_date(), review=contents.review)
            name = f"{number // len(FORMATS) % TARGETS}{form.suffix or '-tables'}"
            write_format(form, analysis, report, contents.review, folder / REPORTS / name)
            return name

        yield write


KINDS = {"save": save, "import": bring_in, "export": export}


def do(kind: str, folder: Path, told: Path) -> None:
    """Do things of a kind one after the other, and tell each."""
    handle = os.open(told, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o666)
    refusals = 0
    for thing in KINDS[kind](folder):
        try:
            line = {"done": thing()}
        except CognateError as error:
            refusals += 1
            line = {"refused": str(error)}
        os.write(handle, json.dumps(line).encode() + b"\n")
        if refusals == MOST_REFUSALS:
            return
