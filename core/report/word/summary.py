"""The first pages of the Word report: statement, scale, scores, what needs action, direction, credit, files. Pure."""

from __future__ import annotations

from core.report.model import Report
from core.report.parts import BarPart, DirectionText, FileRow, ScaleCell
from core.report.word.markup import NOTHING, Xml, joined, paragraph, run, said
from core.report.word.sheet import Sheet
from core.report.word.signs import ground, severity, swatch
from core.report.word.styles import (
    BAR,
    CELL,
    CELL_DETAIL,
    CODE,
    DETAIL,
    FIGURE,
    LETTER,
    NAME_ON_DARK,
    NOTICE,
    ON_DARK,
    QUIET,
    SECTION,
    SOFT,
    STATEMENT,
    STRONG,
    SUBTITLE,
    TITLE,
)
from core.report.word.tables import Cell, Grid, Ground, Row, long, plain, row, table

_BAR_HEIGHT = 11
_SPACE = "\u00a0"


def opening(report: Report, sheet: Sheet) -> Xml:
    """Return all that stands before the passages."""
    return joined(
        (
            paragraph(said(report.title), style=TITLE),
            paragraph(said(report.subtitle), style=SUBTITLE),
            paragraph(said(" ".join(report.statement)), style=STATEMENT) if report.with_summary else NOTHING,
            *(paragraph(said(notice), style=NOTICE) for notice in report.notices),
            _figures(report, sheet) if report.with_summary else NOTHING,
            _direction(report) if report.with_summary else NOTHING,
            section("Credit", *(paragraph(said(line), style=QUIET) for line in report.credit)),
            _files(report, sheet),
        )
    )


def section(heading: str, *content: Xml) -> Xml:
    """Return a part under its heading; nothing where it is empty."""
    return joined((paragraph(said(heading), style=SECTION), *content)) if any(content) else NOTHING


def letter(name: str) -> Xml:
    """Return an article's letter in its box."""
    return run(f"{_SPACE}{name}{_SPACE}", LETTER)


def _figures(report: Report, sheet: Sheet) -> Xml:
    scores = (row(said(c.figure, FIGURE), said(c.name, STRONG), said(c.text, SOFT), keep=True) for c in report.scores)
    grid = Grid("Scores", sheet.colours.line2, (92, 132, 0), middle=True)
    return joined(
        (
            _scale(report.scale, sheet),
            section("Scores", table(grid, sheet.width, ("Figure", "Score", "What it counts"), scores)),
            _shares(report.bar, sheet) if report.bar else NOTHING,
            paragraph(said(report.exclusions)) if report.exclusions else NOTHING,
            _actions(report, sheet),
        )
    )


def _scale(cells: tuple[ScaleCell, ...], sheet: Sheet) -> Xml:
    grid = Grid("Derivation scale", sheet.colours.line2, (0, 0, 0), upright=True)
    return table(grid, sheet.width, (), [Row(tuple(_scale_cell(cell, sheet) for cell in cells))])


def _scale_cell(cell: ScaleCell, sheet: Sheet) -> Cell:
    if not cell.applies:
        name, text = said(cell.name, STRONG), said(cell.text, SOFT)
        return Cell(joined((paragraph(name, style=CELL), paragraph(text, style=CELL))))
    name, text = said(f"✓ {cell.name}", NAME_ON_DARK), said(f"Applies: {cell.text}", ON_DARK)
    return Cell(joined((paragraph(name, style=CELL), paragraph(text, style=CELL))), ground=Ground(sheet.colours.ink))


def _shares(parts: tuple[BarPart, ...], sheet: Sheet) -> Xml:
    """Return the bar of classes as a row of cells, and below it what each of them is."""
    shown = [part for part in parts if part.share > 0]
    told = f"Words by sentence class: {', '.join(f'{p.name} {p.percent}%' for p in shown)}"
    whole = sum(part.share for part in shown)
    grid = Grid(told, sheet.colours.paper, [sheet.width * part.share / whole for part in shown], upright=True)
    cells = tuple(Cell(paragraph(style=BAR), ground=ground(part.match, sheet.colours)) for part in shown)
    legend = [joined((swatch(p.match, sheet.colours), said(f" {p.name}{_SPACE}{p.percent}%     "))) for p in parts]
    return joined(
        (
            paragraph(style=BAR, keep=True),
            table(grid, sheet.width, (), [Row(cells, height=_BAR_HEIGHT)]) if shown else NOTHING,
            paragraph(*legend, run("by sentence class"), style=DETAIL),
        )
    )


def _actions(report: Report, sheet: Sheet) -> Xml:
    aside = paragraph(said(report.set_aside), style=QUIET) if report.set_aside else NOTHING
    if not report.actions:
        return section("What needs action", paragraph(said(report.no_action), style=QUIET), aside)
    rows = (row(severity(a.severity), said(a.name, STRONG), said(a.text)) for a in report.actions)
    grid = Grid("What needs action", sheet.colours.line2, (66, 104, 0))
    return section("What needs action", table(grid, sheet.width, ("Severity", "What", "In detail"), rows), aside)


def _direction(report: Report) -> Xml:
    def told(d: DirectionText) -> Xml:
        against = f" Against it: {' '.join(d.against)}" if d.against else ""
        note = f" {d.note}" if d.note else ""
        rest = "".join(f" {reason}" for reason in d.reasons) + against + note
        return paragraph(said(d.verdict, STRONG), said(rest, SOFT))

    return section("Direction", *map(told, report.direction))


def _files(report: Report, sheet: Sheet) -> Xml:
    def told(file: FileRow) -> Row:
        lines = (paragraph(said(line), style=CELL_DETAIL) for line in (file.title, file.told) if line)
        name = Cell(joined((paragraph(said(file.name), style=CELL), *lines)))
        cells = (plain(letter(file.letter)), name, plain(said(str(file.words))), plain(said(file.sha256, CODE)))
        return Row(cells, breakable=long(len(file.title)))

    rows = map(told, report.files)
    grid = Grid("Files", sheet.colours.line2, (44, 0, 44, 258), middle=True)
    return section("Files", table(grid, sheet.width, ("Article", "File", "Words", "SHA-256"), rows))
