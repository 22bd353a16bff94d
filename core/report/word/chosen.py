"""The further parts of the Word report: ledger, quotations, overview, what was omitted and added. Pure."""

from __future__ import annotations

from core.report.chosen_parts import LedgerLine, MatrixCell
from core.report.model import Report
from core.report.parts import LoneSentence, LoneSentences, QuotationLine, QuotationTable
from core.report.word.markup import NOTHING, Xml, joined, paragraph, said, wording
from core.report.word.sheet import Sheet
from core.report.word.signs import class_chip, in_language, rail, severity, verdict
from core.report.word.styles import CELL, CELL_DETAIL, DETAIL, EXCERPT, QUIET, SOFT, STRONG, SUBSECTION
from core.report.word.summary import letter, section
from core.report.word.tables import Cell, Grid, Ground, Row, long, plain, row, table

_BESIDE_RAIL = 130
"""Twips between the line beside a sentence and the sentence."""


def ledger(report: Report, sheet: Sheet) -> Xml:
    """Return every sentence of the article with its class and its sources."""
    if report.ledger is None:
        return NOTHING
    language = report.ledger.language
    rows = (_ledger_row(line, language, sheet) for line in report.ledger.lines)
    head = ("No.", "Class", "Sentence", "Sources and main divergence")
    return section(
        "Sentence ledger",
        paragraph(said(report.ledger.summary), style=QUIET, keep=True),
        table(Grid("Sentence ledger", sheet.colours.line2, (40, 92, 0, 142)), sheet.width, head, rows),
    )


def _ledger_row(line: LedgerLine, language: str, sheet: Sheet) -> Row:
    chips = joined(
        joined((sheet.link(sheet.places.of(line.label, c.label), class_chip(c.match, c.label)), said(" ")))
        for c in line.chips
    )
    number = sheet.bookmark(sheet.places.sentences[line.label], said(line.label, STRONG))
    d = line.divergence
    main = (
        joined((severity(d.severity), said("  "), said(d.name, STRONG), said("  "), said(d.change))) if d else NOTHING
    )
    decided = verdict(line.decision) if line.decision else NOTHING
    margin = [paragraph(part, style=CELL_DETAIL) for part in (chips, main, decided) if part]
    return Row(
        (
            plain(number, CELL_DETAIL),
            plain(class_chip(line.match, line.class_name), CELL_DETAIL),
            Cell(in_language(line.text, language, EXCERPT), rail=rail(line.match, sheet.colours), inset=_BESIDE_RAIL),
            Cell(joined(margin) or paragraph(style=CELL_DETAIL)),
        ),
        breakable=long(len(line.text)),
    )


def quotations(report: Report, sheet: Sheet) -> Xml:
    """Return what became of the quotations, source by source."""
    told = f"What became of each quotation, what went wrong first. “Here” is article {report.letter}."
    tables = [part for t in report.quotations for part in _quotation_table(t, sheet)]
    return section("Quotations", paragraph(said(told), style=QUIET), *tables) if tables else NOTHING


def _quotation_table(t: QuotationTable, sheet: Sheet) -> tuple[Xml, Xml]:
    rows = (
        Row(
            (
                Cell(_quotation_status(line)),
                Cell(_spoken(line.source, line.source_speaker)),
                Cell(_spoken(line.article, line.article_speaker)),
                plain(said(line.why, SOFT), CELL_DETAIL),
            )
        )
        for line in t.lines
    )
    head = ("Status", t.source_title, t.article_title, "In detail")
    return (
        paragraph(said(t.summary, STRONG), keep=True),
        table(Grid(t.summary, sheet.colours.line2, (74, 0, 0, 122)), sheet.width, head, rows),
    )


def _quotation_status(line: QuotationLine) -> Xml:
    weight = paragraph(severity(line.severity), style=CELL_DETAIL) if line.severity else NOTHING
    return joined((paragraph(said(line.name, STRONG), style=CELL_DETAIL), weight))


def _spoken(words: str, speaker: str) -> Xml:
    if not words:
        return paragraph(said("–", SOFT), style=CELL_DETAIL)
    runs, rtl = wording([(words, "")])
    who = paragraph(said(speaker, SOFT), style=CELL_DETAIL) if speaker else NOTHING
    return joined((paragraph(runs, style=EXCERPT, rtl=rtl), who))


def overview(report: Report, sheet: Sheet) -> Xml:
    """Return what each article of the case has from each other one."""
    m = report.matrix
    if m is None:
        return NOTHING
    heading = "Overview of the case"
    if m.rows:
        rows = (
            Row(
                (
                    plain(
                        joined((letter(r.letter), said(f"  {r.title}", SOFT))), CELL_DETAIL, keep=r is not m.rows[-1]
                    ),
                    *(_matrix_cell(cell, sheet) for cell in r.cells),
                )
            )
            for r in m.rows
        )
        columns = (sheet.width / 4, *(0 for _ in m.letters))
        head = ("Article", *(f"from {name}" for name in m.letters))
        found = table(Grid(heading, sheet.colours.line2, columns, upright=True), sheet.width, head, rows)
    else:
        pairs = (row(said(p.label, STRONG), said(p.figure), said(p.detail, SOFT)) for p in m.pairs)
        found = table(
            Grid(heading, sheet.colours.line2, (132, 72, 0)), sheet.width, ("Pair", "Share", "What it counts"), pairs
        )
    return section(heading, paragraph(said(m.summary), style=QUIET, keep=True), found if m.rows or m.pairs else NOTHING)


def _matrix_cell(cell: MatrixCell, sheet: Sheet) -> Cell:
    if cell.same:
        return Cell(paragraph(style=CELL), ground=Ground(sheet.colours.paper, "thinDiagStripe", sheet.colours.line2))
    if cell.match is None:
        return Cell(joined((paragraph(said(cell.figure), style=CELL), paragraph(said(cell.detail), style=CELL_DETAIL))))
    figure = paragraph(said(cell.figure, STRONG), style=CELL)
    detail = paragraph(class_chip(cell.match, cell.detail), style=CELL_DETAIL)
    return Cell(joined((figure, detail)), ground=Ground(sheet.colours.classes[cell.match].tint))


def omissions(report: Report, sheet: Sheet) -> Xml:
    """Return the sentences that only one side has."""
    parts = [x for part in (*report.omitted, *report.added) for x in _lone_sentences(part, sheet)]
    return section("Omitted and added", *parts) if parts else NOTHING


def _lone_sentences(part: LoneSentences, sheet: Sheet) -> tuple[Xml, ...]:
    rows = (
        Row((plain(said(line.label, STRONG), CELL_DETAIL), Cell(_lone_sentence(line))), breakable=long(len(line.text)))
        for line in part.lines
    )
    return (
        paragraph(said(part.heading), style=SUBSECTION),
        paragraph(said(part.summary), style=QUIET, keep=True),
        table(Grid(part.heading, sheet.colours.line2, (48, 0)), sheet.width, ("No.", "Sentence"), rows),
        paragraph(said(part.more), style=DETAIL),
    )


def _lone_sentence(line: LoneSentence) -> Xml:
    note = paragraph(said(line.note, SOFT), style=CELL_DETAIL) if line.note else NOTHING
    return joined((in_language(line.text, line.language, EXCERPT), note))
