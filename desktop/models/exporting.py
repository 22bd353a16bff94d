"""What the dialog for exporting says: what each format is for, which files come of a choice, what of it goes into them.

Pure but for :func:`existing`, which looks at the disk and is for a worker.
"""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from pathlib import Path

from core.report.formats import Format
from core.report.options import PART_NAMES, ReportOptions
from core.report.tables import FILES
from desktop.exports import Exported, Outcome, Target
from desktop.language import listed, tr, tr_noop
from desktop.plain import REPLACEMENT, harmless
from desktop.settings import MARKS, PAGE
from desktop.terms import format_name

PURPOSES = {
    Format.PDF: tr_noop("To hand on, to print and to file"),
    Format.HTML: tr_noop("To read in a browser, without a network"),
    Format.DOCX: tr_noop("To edit in a word processor"),
    Format.CSV: tr_noop("For a spreadsheet: a folder of tables"),
    Format.JSON: tr_noop("For other programs: the whole analysis"),
}
"""What each format is for, in the order in which they are offered and written."""
READ = frozenset({Format.PDF, Format.HTML, Format.DOCX})
"""Formats that hold what was chosen for the report; the others hold everything."""
PAGED = frozenset({Format.PDF, Format.DOCX})
_FORBIDDEN = '/\\<>:"|?*'
_LONGEST_NAME = 200


@dataclass(frozen=True, slots=True)
class Proposal:
    """What the dialog begins with."""

    letter: str
    title: str
    """Which article the report is about."""
    folder: str
    name: str
    formats: frozenset[Format]
    options: ReportOptions
    notice: str = ""
    """What somebody must know before they export; empty where there is nothing."""


def remembered_formats(kept: str) -> frozenset[Format]:
    """Return the formats that a setting holds; PDF where it holds none that there is."""
    known = {f.name.lower(): f for f in Format}
    return frozenset(known[name] for name in kept.split(",") if name in known) or frozenset({Format.PDF})


def kept_formats(formats: Collection[Format]) -> str:
    """Return formats as a setting keeps them."""
    return ",".join(f.name.lower() for f in PURPOSES if f in formats)


def stem(name: str) -> str:
    """Return a name that was typed without spaces around it and without the suffix of one of the formats."""
    kept = name.strip()
    for of in Format:
        if of.suffix and kept.lower().endswith(of.suffix):
            return kept[: -len(of.suffix)].rstrip()
    return kept


def targets(folder: str, name: str, formats: Collection[Format]) -> tuple[Target, ...]:
    """Return where each format goes; nowhere where the folder is not named from the root on."""
    base = _rooted(folder)
    if base is None:
        return ()
    return tuple(Target(f, base / f"{stem(name)}{f.suffix}") for f in PURPOSES if f in formats)


def _rooted(folder: str) -> Path | None:
    """Return the folder that is named from the root or from somebody's home on, None where none is."""
    try:
        named = Path(folder).expanduser()
    except (RuntimeError, ValueError):  # nobody of that name has a home here
        return None
    return named if named.is_absolute() else None


def trouble(folder: str, name: str, formats: Collection[Format]) -> str:
    """Return in one sentence why nothing can be written, nothing where it can."""
    if not formats:
        return tr("Choose at least one format.")
    if not folder.strip():
        return tr("Name a folder.")
    if _rooted(folder) is None:
        return tr("Name the folder from the root on, or choose it.")
    return _name_trouble(stem(name))


def _name_trouble(kept: str) -> str:
    if not kept.strip("."):
        return tr("Name the files.")
    found = next((c for c in kept if c in _FORBIDDEN or harmless(c) == REPLACEMENT), "")
    if found:
        return tr("The name of a file cannot hold “{character}”.").format(character=harmless(found))
    if len(kept) > _LONGEST_NAME:
        return tr("The name is too long.")
    return ""


def existing(wanted: Iterable[Target]) -> frozenset[Path]:
    """Return the targets that are there and would be replaced; a folder of tables is, where it holds one of them."""
    return frozenset(t.path for t in wanted if any(os.path.lexists(path) for path in _files(t)))


def _files(target: Target) -> tuple[Path, ...]:
    return tuple(target.path / name for name in FILES) if target.format is Format.CSV else (target.path,)


def file_said(target: Target) -> str:
    """Return a target's name; that of a folder ends as folders do."""
    name = harmless(target.path.name)
    return f"{name}{os.sep}" if target.format is Format.CSV else name


def replaced_said(target: Target) -> str:
    """Return what happens to what is there."""
    if target.format is Format.CSV:
        return tr("the tables there will be replaced")
    return tr("will be replaced")


def contents_said(options: ReportOptions, formats: Collection[Format]) -> tuple[str, ...]:
    """Return which of the report's choices hold for these formats, one sentence each."""
    read = [format_name(f) for f in PURPOSES if f in formats and f in READ]
    paged = [format_name(f) for f in PURPOSES if f in formats and f in PAGED]
    whole = [format_name(f) for f in PURPOSES if f in formats and f not in READ]
    said = []
    if read:
        parts = [tr(name) for part, name in PART_NAMES.items() if getattr(options, part)]
        said.append(f"{listed(read)}: {listed([*parts, tr('Method and limits')])}.")
        said.append(f"{tr('Marks')}: {tr(dict(MARKS.choices)[options.marks.value])}.")
    if paged:
        said[-1] += f" {tr('Page')}: {tr(dict(PAGE.choices)[options.page.value])}."
    if whole:
        said.append(tr("{formats}: everything, whichever parts a report has.").format(formats=listed(whole)))
    if options.anonymise and formats:
        said.append(
            tr(
                "Anonymised: titles, files and the names of authors and outlets are replaced, in the texts too. "
                "People in the news keep their names."
            )
        )
    return tuple(said)


def end_said(exported: Exported, ordered: int) -> str:
    """Return in a sentence what came of an export of so many targets."""
    written = len(exported.written)
    if exported.stopped:
        return (
            tr("The export was stopped. {n} file(s) written before.", "", written)
            if written
            else tr("The export was stopped. Nothing was written.")
        )
    if written == ordered:
        return tr("The report was written.")
    if not written:
        return tr("The report could not be written.")
    return tr("{written} of {n} file(s) were written.", "", ordered).format(written=written)


def failure_said(outcome: Outcome, *, replaced: bool) -> str:
    """Return why a target was not written, and that nothing is lost where something was to be ``replaced``."""
    if outcome.error is None:
        return ""
    kept = tr("What was there is unchanged.") if replaced else ""
    return f"{harmless(str(outcome.error))} {kept}".strip()
