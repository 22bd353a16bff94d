"""The linked passages of the Word report, one table for each source, and the sentences that share facts only. Pure."""

from __future__ import annotations

from core.report.chosen_parts import Decision, JudgedCard
from core.report.model import Report
from core.report.parts import Card, SourceSection
from core.report.places import fact, passage
from core.report.word.markup import NOTHING, Xml, joined, paragraph, run, said
from core.report.word.sheet import Sheet
from core.report.word.signs import change, class_chip, marked, verdict
from core.report.word.styles import CELL, CELL_DETAIL, DETAIL, EXCERPT, QUIET, SOFT, STRONG, mark_style
from core.report.word.summary import section
from core.report.word.tables import Cell, Grid, Row, long, plain, table
from core.wording.marks import MarkKind

_FINDING = 106
"""Points for what a passage is; both wordings share the rest."""
_LEGEND = (
    (MarkKind.SAME, "same"),
    (MarkKind.INFLECTED, "inflected"),
    (MarkKind.SYNONYM, "synonym"),
    (MarkKind.CHANGED, "changed"),
    (MarkKind.ADDED, "+added"),
    (MarkKind.MISSING, "missing"),
    (MarkKind.WRONG, "!wrong word"),
)


def passages(report: Report, sheet: Sheet) -> Xml:
    """Return the passages, source by source, and what reports the same facts."""
    sections = (_source(s, report, sheet, legend=not i) for i, s in enumerate(report.sections))
    return joined((*sections, _same_facts(report, sheet)))


def _source(source: SourceSection, report: Report, sheet: Sheet, *, legend: bool) -> Xml:
    rows = [
        r
        for number, card in enumerate(source.cards, start=1)
        for r in _rows(card, passage(source.letter, number), sheet, with_verdict=report.with_verdicts)
    ]
    titles = [(card.source_title, card.article_title) for card in source.cards[:1]]
    grid = Grid(source.heading, sheet.colours.line2, (_FINDING, 0, 0), upright=True)
    return section(
        source.heading,
        paragraph(said(source.summary), style=QUIET, keep=True),
        _marks_legend() if legend else NOTHING,
        *(table(grid, sheet.width, ("Passage", *pair), rows) for pair in titles),
    )


def _marks_legend() -> Xml:
    signs = [joined((run("   "), run(name, mark_style(kind, source=False)))) for kind, name in _LEGEND]
    replaced = joined((run("   "), run("its source", mark_style(MarkKind.WRONG, source=True))))
    return paragraph(run("Marks:", SOFT), *signs, replaced, style=DETAIL, keep=True)


def _rows(card: Card, place: str, sheet: Sheet, *, with_verdict: bool) -> list[Row]:
    """Return a passage's wordings, and below them what changed and what an editor decided."""
    letters = len(card.source.text) + len(card.article.text)
    decision = card.decision if isinstance(card, JudgedCard) else Decision()
    below = bool(card.divergences or decision.note)
    label = sheet.bookmark(place, sheet.to_ledger(card.sentences, said(card.label, STRONG)))
    what = joined(
        (
            paragraph(class_chip(card.match, card.class_name), style=CELL, keep=below),
            paragraph(label, style=CELL, keep=below),
            paragraph(said(card.strength), style=CELL_DETAIL, keep=below),
            paragraph(said(card.because), style=CELL_DETAIL, keep=below) if card.because else NOTHING,
            _decided(card, decision) if with_verdict and not below else NOTHING,
        )
    )
    wordings = (
        Cell(what),
        Cell(marked(card.source, source=True, keep=below)),
        Cell(marked(card.article, source=False, keep=below)),
    )
    rows = [Row(wordings, breakable=long(letters), opens=sheet.colours.ink3)]
    if below:
        first = Cell(_decided(card, decision)) if with_verdict else plain(said("What changed"), CELL_DETAIL)
        rows.append(_outcome(card, decision, first))
    return rows


def _decided(card: Card, decision: Decision) -> Xml:
    """Return the verdict, who set it when, and whether an editor set the link."""
    by_hand = card.by_hand if isinstance(card, JudgedCard) else ""
    lines = [paragraph(said(line), style=CELL_DETAIL) for line in (decision.signed, by_hand) if line]
    return joined((paragraph(verdict(decision), style=CELL), *lines))


def _outcome(card: Card, decision: Decision, first: Cell) -> Row:
    note = paragraph(said("Note: ", STRONG), said(decision.note), style=CELL) if decision.note else NOTHING
    changes = joined((*map(change, card.divergences), note))
    letters = sum(len(d.change) + len(d.why) for d in card.divergences) + len(decision.note)
    return Row((first, Cell(changes, columns=2)), breakable=long(letters))


def _same_facts(report: Report, sheet: Sheet) -> Xml:
    if not report.same_facts:
        return NOTHING
    rows = (
        Row(
            (
                plain(sheet.bookmark(fact(number), sheet.to_ledger(r.sentences, said(r.article_label, STRONG)))),
                plain(said(r.article), EXCERPT),
                plain(said(r.source_label, STRONG)),
                plain(said(r.source), EXCERPT),
            )
        )
        for number, r in enumerate(report.same_facts, start=1)
    )
    head = ("No.", f"Article {report.letter}", "No.", "The other article")
    told = "These sentences report what another article reports. None counts as taken over."
    return section(
        "Same facts",
        paragraph(said(told), style=QUIET, keep=True),
        table(Grid("Same facts", sheet.colours.line2, (48, 0, 48, 0)), sheet.width, head, rows),
    )
