"""What the overview says, as plain values, and its item models under Qt's own tester."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

import seeds
from core.case.review import Verdict
from core.ingest import read
from core.model import (
    Analysis,
    Direction,
    Divergence,
    DivergenceType,
    Document,
    Excluded,
    ExcludedAs,
    Exclusions,
    LedgerRow,
    MatchClass,
    Pair,
    Role,
    Severity,
    Side,
    Span,
)
from core.pipeline import analyse
from core.report.matrix import matrix as printed_matrix
from core.report.shares import percents
from desktop.models.overview_excerpts import Excerpt, fitted
from desktop.models.overview_findings import describe, finding_row, findings
from desktop.models.overview_findings_model import FIRST, FindingModel, FindingRole
from desktop.models.overview_matrix import Cell, CellKind, Matrix, overview_matrix, spoken
from desktop.models.overview_matrix_model import CellRole, MatrixModel
from desktop.models.overview_notes import headline
from desktop.models.overview_table import NAMES, Column, PairTableModel, table_rows
from tests.desktop.overview_parts import changed_pair, short_analysis, with_role

FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal


@pytest.fixture(scope="module")
def sample() -> Analysis:
    """Return the analysis of the sample case."""
    return analyse([read(path) for path in seeds.paths()])


@pytest.fixture
def analysis(engine: Any) -> Any:
    """Return three short articles, the third of which takes from the first."""
    return short_analysis(engine)


def cell_of(analysis: Analysis, row: str, column: str) -> Cell:
    matrix = overview_matrix(analysis.articles, analysis, comparing=False)
    return next(cell for line in matrix.cells for cell in line if (cell.row, cell.column) == (row, column))


# the matrix


def test_the_share_of_the_sample_is_that_of_the_scores(sample: Analysis) -> None:
    cell = cell_of(sample, "a3", "a5")
    largest = sample.ledger("a3").scores.largest_source
    assert largest is not None
    assert largest[0] == "a5"
    assert largest[1] == pytest.approx(cell.share)
    assert cell.figure == "74%"
    assert cell.strongest
    assert cell.main is MatchClass.PARAPHRASE
    assert spoken(cell) == "C from E: 74% of C’s words, 16 sentences, mostly paraphrase, the largest share here"


@pytest.mark.parametrize("subject", [2, 4])
@pytest.mark.parametrize("exclusions", [Exclusions(), Exclusions(quotations=True, names=True)])
def test_the_figures_are_those_that_are_printed(subject: int, exclusions: Exclusions) -> None:
    documents = [read(path) for path in seeds.paths()]
    analysis = analyse(documents, subject=subject, exclusions=exclusions)
    printed = printed_matrix(analysis)
    assert printed is not None
    shown = overview_matrix(analysis.articles, analysis, comparing=False)
    figures = [[cell.figure for cell in row.cells] for row in printed.rows]
    assert [[cell.figure for cell in row] for row in shown.cells] == figures


def test_a_share_that_other_figures_print_is_the_figure_that_they_print(sample: Analysis) -> None:
    cell = replace(cell_of(sample, "a3", "a5"), share=0.6066)
    assert replace(cell, whole=60).figure == "60%"  # 30.33 and 30.33 and 39.34 % add up to 100 as 30, 30 and 40
    assert replace(cell, whole=None).figure == "61%"
    assert cell_of(sample, "a3", "a5").whole == percents(sample.ledger("a3").scores).sourced


def test_a_pair_counts_once(sample: Analysis) -> None:
    cell = cell_of(sample, "a5", "a3")
    assert (cell.kind, cell.figure, cell.share) == (CellKind.GIVEN, "used by C", 0.0)
    assert spoken(cell) == "E is used by C, 17 sentences of E"


def test_cells_without_a_source_say_what_there_is(analysis: Analysis) -> None:
    assert [cell_of(analysis, "a1", other).detail for other in ("a1", "a2")] == ["", "no match"]
    facts = changed_pair(analysis, "a3", "a1", links=_as_facts(analysis), direction=Direction(Side.UNKNOWN))
    cell = cell_of(facts, "a3", "a1")
    assert (cell.figure, cell.detail, cell.main) == ("0%", "2 shared facts", MatchClass.SAME_FACT)
    assert spoken(cell) == "C from A: no words, 2 shared facts"


def _as_facts(analysis: Analysis) -> Any:
    pair = next(p for p in analysis.pairs if p.links)
    return tuple(
        replace(link, match=MatchClass.SAME_FACT, pairs=tuple((i, j, MatchClass.SAME_FACT) for i, j, _ in link.pairs))
        for link in pair.links
    )


def test_an_unknown_order_is_said(analysis: Analysis) -> None:
    unknown = changed_pair(analysis, "a3", "a1", direction=Direction(Side.UNKNOWN))
    taken, given = cell_of(unknown, "a3", "a1"), cell_of(unknown, "a1", "a3")
    assert (taken.kind, taken.detail) == (CellKind.TAKEN, "2 in common")
    assert given.figure == "shared with C"
    assert spoken(taken).endswith("order unknown")


def test_a_turned_direction_turns_the_row(analysis: Analysis) -> None:
    turned = changed_pair(analysis, "a3", "a1", direction=Direction(Side.B))
    assert cell_of(turned, "a1", "a3").kind is CellKind.TAKEN
    assert cell_of(turned, "a3", "a1").figure == "used by A"


def test_excluded_words_do_not_count(analysis: Analysis) -> None:
    whole = cell_of(analysis, "a3", "a1")
    article = analysis.article("a3")
    span = Span(article.sentences[0].span.start, article.sentences[0].span.start + len("The harbour"))
    fewer = _with_ledger(analysis, excluded=(Excluded(span, ExcludedAs.PHRASE),))
    assert cell_of(fewer, "a3", "a1").share == pytest.approx(whole.share - 2 / article.words)
    rows = (LedgerRow(MatchClass.UNCHECKED), *analysis.ledger("a3").rows[1:])
    gone = cell_of(_with_ledger(analysis, rows=rows), "a3", "a1")
    assert (gone.sentences, whole.sentences) == (1, 2)


def _with_ledger(analysis: Analysis, **changes: Any) -> Analysis:
    ledgers = tuple(replace(x, **changes) if x.article == "a3" else x for x in analysis.ledgers)
    return replace(analysis, ledgers=ledgers)


def test_missing_pairs_are_waited_for_or_said_to_be_missing(analysis: Analysis) -> None:
    waiting = overview_matrix(analysis.articles, None, comparing=True)
    assert {c.detail for row in waiting.cells for c in row if c.kind is not CellKind.ITSELF} == {"comparing"}
    stopped = replace(analysis, pairs=analysis.pairs[:1], complete=False)
    details = [c.detail for row in overview_matrix(stopped.articles, stopped, comparing=False).cells for c in row]
    assert details.count("not compared") == 4


def test_a_licence_is_told_in_the_cell(analysis: Analysis) -> None:
    cell = cell_of(with_role(analysis, "a1", Role.LICENSED), "a3", "a1")
    assert cell.licensed
    assert "licensed" in spoken(cell)


def test_matrix_model_keeps_qts_rules(qtbot: QtBot, analysis: Analysis) -> None:
    model = MatrixModel()
    QAbstractItemModelTester(model, FATAL)
    with qtbot.waitSignal(model.modelReset):
        model.set_matrix(overview_matrix(analysis.articles, None, comparing=True))
    with qtbot.waitSignal(model.dataChanged):
        model.set_matrix(overview_matrix(analysis.articles, analysis, comparing=False))
    index = model.index(2, 0)
    assert index.data().endswith("% 2 sentences")
    assert index.data(Qt.ItemDataRole.AccessibleTextRole).startswith("C from A: ")
    assert index.data(CellRole.SORT) == index.data(CellRole.RECORD).share > 0
    across = model.headerData(0, Qt.Orientation.Horizontal, Qt.ItemDataRole.AccessibleTextRole)
    assert across.startswith("from A, The harbour")
    assert model.headerData(9, Qt.Orientation.Vertical) is None
    model.set_matrix(Matrix())
    assert model.rowCount() == 0


def test_exclusions_count_in_the_cell_as_in_the_scores() -> None:
    documents = [read(path) for path in seeds.paths()]
    fewer = analyse(documents, exclusions=Exclusions(names=True, quotations=True))
    cell = cell_of(fewer, "a3", "a5")
    largest = fewer.ledger("a3").scores.largest_source
    assert largest is not None
    assert cell.share == pytest.approx(largest[1])
    assert cell.share < 0.7
    assert "are left out of the scores" in headline(fewer).detail


# its twin


def test_the_table_has_a_row_for_each_pair(sample: Analysis) -> None:
    matrix = overview_matrix(sample.articles, sample, comparing=False)
    rows = table_rows(matrix)
    assert len(rows) == len(sample.pairs)
    assert rows[0].letters == ("C", "E")


def test_table_model_keeps_qts_rules(qtbot: QtBot, sample: Analysis) -> None:
    model = PairTableModel()
    QAbstractItemModelTester(model, FATAL)
    with qtbot.waitSignal(model.modelReset):
        model.set_rows(table_rows(overview_matrix(sample.articles, sample, comparing=False)))
    first = [model.index(0, column).data() for column in Column]
    assert first == ["C", "E", "74%", "16", "0", "C likely derives from E"]
    assert model.index(0, Column.SHARE).data(Qt.ItemDataRole.AccessibleTextRole) == "Share: 74%"
    row_name = model.headerData(0, Qt.Orientation.Vertical, Qt.ItemDataRole.AccessibleTextRole)
    assert row_name.startswith("C from E: 74% of C’s words")
    assert model.headerData(0, Qt.Orientation.Vertical) is None
    assert model.index(1, Column.DIRECTION).data() == "none, same facts only"
    assert [model.headerData(n, Qt.Orientation.Horizontal) for n in range(6)] == list(NAMES)


# passages to check


def test_passages_go_by_severity_then_strength(sample: Analysis) -> None:
    found = findings(sample)
    rows = [finding_row(sample, place) for place in found.places]
    assert [rows[0].title, rows[1].title] == ["C 12 from E 13", "C 2–3 from E 3–4"]
    ranks = [row.severity.rank if row.severity else 3 for row in rows]
    assert ranks == sorted(ranks)
    assert len(rows) == 15
    assert (rows[0].source.words, rows[0].rewrite.words) == ("rockets", "brackets")
    assert describe(rows[0], Verdict.REWRITE) == (
        "C 12 from E 13, paraphrase, high, wrong word: rockets → brackets, needs rewrite"
    )


def test_what_is_missing_is_shown_in_the_sources_context_alone(sample: Analysis) -> None:
    row = next(r for p in findings(sample).places if (r := finding_row(sample, p)).title == "C 14 from E 20")
    assert row.source.words == "experts said"
    assert row.rewrite.words == ""
    assert "military technology" in row.rewrite.before


def test_licensed_passages_are_not_to_be_checked(analysis: Analysis) -> None:
    assert len(findings(analysis).places) == 2
    licensed = findings(with_role(analysis, "a1", Role.LICENSED))
    assert (licensed.places, licensed.licensed) == ((), 2)


def test_an_unknown_source_is_called_by_its_letter(analysis: Analysis) -> None:
    unknown = changed_pair(analysis, "a3", "a1", direction=Direction(Side.UNKNOWN))
    row = finding_row(unknown, findings(unknown).places[0])
    assert (row.title, row.source_label) == ("C 1 with A 1", "Article A")


def test_a_turned_pair_shows_its_source_first(analysis: Analysis) -> None:
    turned = changed_pair(analysis, "a3", "a1", direction=Direction(Side.B))
    row = finding_row(turned, findings(turned).places[0])
    assert (row.title, row.source.words, row.rewrite.words) == ("A 1 from C 1", "dusk", "noon")


def test_an_excerpt_keeps_the_changed_words_and_whole_words_around() -> None:
    excerpt = Excerpt("many artillery shells, ", "rockets", " and other ammunition for the front.")
    shown = fitted(excerpt, 40, len, len)
    assert shown.words == "rockets"
    assert len(shown.before + shown.words + shown.after) <= 40
    assert shown.before.startswith("…")
    assert shown.after.endswith("…")
    assert fitted(excerpt, 200, len, len) == excerpt


@pytest.mark.parametrize("width", [0, 1, 5, 12, 30])
def test_an_excerpt_fits_or_is_cut(width: int) -> None:
    shown = fitted(Excerpt("before that ", "a very long stretch of words that changed", " after"), width, len, len)
    assert shown.after == ""
    assert len(shown.words) <= max(1, width)


def test_an_article_that_tries_to_be_markup_stays_text(analysis: Analysis) -> None:
    pair = next(p for p in analysis.pairs if p.links)
    article = analysis.article(pair.a)
    evil = article.text.replace("The harbour", "<b>\u202e harb")
    document = Document("", article.document.sha256, evil)
    changed = replace(
        analysis, articles=tuple(replace(x, document=document) if x.id == pair.a else x for x in analysis.articles)
    )
    row = finding_row(changed, findings(changed).places[0])
    assert "\u202e" not in row.rewrite.text
    assert row.rewrite.text.startswith("<b>")


def test_finding_model_keeps_qts_rules(qtbot: QtBot, sample: Analysis) -> None:
    model = FindingModel()
    QAbstractItemModelTester(model, FATAL)
    with qtbot.waitSignal(model.modelReset):
        model.set_findings(sample, findings(sample).places, lambda place: Verdict.CREDIT if place.link == 0 else None)
    assert (model.rowCount(), model.total) == (FIRST, 15)
    with qtbot.waitSignal(model.rowsInserted):
        model.show_all(wanted=True)
    assert model.rowCount() == 15
    verdicts = [model.index(n).data(FindingRole.VERDICT) for n in range(15)]
    assert verdicts.count(Verdict.CREDIT) == 1
    with qtbot.waitSignal(model.dataChanged):
        model.tell_verdicts()
    with qtbot.waitSignal(model.rowsRemoved):
        model.show_all(wanted=False)
    index = model.index(0)
    assert index.data() == "C 12 from E 13"
    assert index.data(FindingRole.RECORD) is model.row(0)
    assert "wrong word" in index.data(Qt.ItemDataRole.AccessibleTextRole)


def test_a_link_without_a_change_comes_last(analysis: Analysis) -> None:
    rows = [finding_row(analysis, place) for place in findings(analysis).places]
    assert [row.severity for row in rows] == [Severity.HIGH, None]
    assert rows[1].name == "No change flagged"
    assert describe(rows[1], None) == "C 2 from A 2, verbatim, no change flagged"


def test_several_changes_are_counted(analysis: Analysis) -> None:
    pair: Pair = next(p for p in analysis.pairs if p.links)
    link = pair.links[0]
    more = Divergence(DivergenceType.NUMBER, Span(0, 3), None, Severity.LOW, "")
    links = (replace(link, divergences=(*link.divergences, more)), *pair.links[1:])
    changed = changed_pair(analysis, pair.a, pair.b, links=links)
    row = finding_row(changed, findings(changed).places[0])
    assert (row.more, row.name) == (1, "Date")
