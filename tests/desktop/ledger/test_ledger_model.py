"""The ledger as an item model: cells, order, filter."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from core.case.review import Verdict
from core.model import Analysis, MatchClass, Severity
from desktop.models.ledger import TITLES, Column, LedgerFilter, LedgerModel, LedgerRole, LedgerSieve
from desktop.models.ledger_rows import LedgerEntry, SourceChip, ledger_entries
from desktop.session import Place

UP, DOWN = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder


def entry(index: int, match: MatchClass = MatchClass.NO_SOURCE, **facts: object) -> LedgerEntry:
    return replace(LedgerEntry(index, f"C {index + 1}", match, f"Sentence {index + 1} of many"), **facts)  # type: ignore[arg-type]


def chip(letter: str, index: int, match: MatchClass = MatchClass.CLOSE) -> SourceChip:
    return SourceChip(letter, index, match, Place("a1", "a2", index))


ROWS = (
    entry(0),
    entry(
        1, MatchClass.PARAPHRASE, chips=(chip("E", 9),), severity=Severity.LOW, change="x → y", kind="Name", asks=True
    ),
    entry(2, MatchClass.CLOSE, chips=(chip("E", 2),), severity=Severity.HIGH, change="p → q", kind="Number", asks=True),
    entry(3, MatchClass.UNCHECKED, reason="Unchecked: boilerplate"),
    entry(4, MatchClass.CLOSE, chips=(chip("AA", 0),), asks=True, verdict=Verdict.CREDIT, text="A rocket, café"),
)


@pytest.fixture
def model() -> LedgerModel:
    made = LedgerModel()
    made.set_rows(ROWS)
    return made


@pytest.fixture
def shown(model: LedgerModel) -> LedgerFilter:
    made = LedgerFilter()
    made.setSourceModel(model)
    return made


def numbers(model: QAbstractItemModel) -> list[int]:
    return [model.index(row, 0).data(LedgerRole.RECORD).index for row in range(model.rowCount())]


def test_the_models_keep_the_rules_of_item_models(model: LedgerModel, shown: LedgerFilter) -> None:
    testers = [QAbstractItemModelTester(m, QAbstractItemModelTester.FailureReportingMode.Fatal) for m in (model, shown)]
    shown.sort(Column.CLASS, DOWN)
    shown.set_sieve(LedgerSieve(words="sentence"))
    model.set_rows(tuple(replace(row, verdict=Verdict.REWRITE) for row in ROWS))
    shown.sort(Column.NUMBER, UP)
    shown.set_sieve(LedgerSieve())
    model.set_rows(ROWS[:2])
    model.set_rows(())
    assert len(testers) == 2
    assert shown.rowCount() == 0


def test_the_sample_fills_every_cell(sample: Analysis) -> None:
    model = LedgerModel()
    model.set_rows(ledger_entries(sample, "a3"))
    for row in range(model.rowCount()):
        for column in Column:
            assert model.index(row, column).data(Qt.ItemDataRole.AccessibleTextRole)
    assert model.index(11, Column.CHANGE).data() == "rockets → brackets"
    assert model.index(0, Column.SOURCE).data() == "E 1"
    assert "rockets" in model.index(11, Column.CHANGE).data(Qt.ItemDataRole.ToolTipRole)


def test_columns_have_titles(model: LedgerModel) -> None:
    titles = [model.headerData(c, Qt.Orientation.Horizontal) for c in Column]
    assert titles == list(TITLES.values())
    assert model.headerData(0, Qt.Orientation.Vertical) is None


@pytest.mark.parametrize(
    ("column", "up", "down"),
    [
        (Column.NUMBER, [0, 1, 2, 3, 4], [4, 3, 2, 1, 0]),
        (Column.CLASS, [2, 4, 1, 0, 3], [3, 0, 1, 2, 4]),
        (Column.SENTENCE, [4, 0, 1, 2, 3], [3, 2, 1, 0, 4]),
        (Column.SOURCE, [2, 1, 4, 0, 3], [4, 1, 2, 0, 3]),
        (Column.CHANGE, [2, 1, 0, 3, 4], [1, 2, 0, 3, 4]),
        (Column.VERDICT, [4, 0, 1, 2, 3], [4, 0, 1, 2, 3]),
    ],
)
def test_rows_sort_by_a_column_and_those_without_a_value_stay_last(
    shown: LedgerFilter, column: Column, up: list[int], down: list[int]
) -> None:
    shown.sort(column, UP)
    assert numbers(shown) == up
    shown.sort(column, DOWN)
    assert numbers(shown) == down


def test_what_rows_are_sorted_by_can_be_compared(model: LedgerModel) -> None:
    for column in Column:
        keys = [model.index(row, column).data(LedgerRole.SORT) for row in range(model.rowCount())]
        assert sorted(keys) is not None


def test_a_place_follows_its_row_when_it_moves(shown: LedgerFilter) -> None:
    kept = QPersistentModelIndex(shown.index(4, Column.VERDICT))
    shown.sort(Column.CLASS, UP)
    assert kept.data(LedgerRole.RECORD).index == 4
    assert kept.column() == Column.VERDICT
    assert kept.row() == 1


@pytest.mark.parametrize(
    ("sieve", "left"),
    [
        (LedgerSieve(), [0, 1, 2, 3, 4]),
        (LedgerSieve(words="CAFÉ rocket"), [4]),
        (LedgerSieve(words="c 2"), [1]),
        (LedgerSieve(words="nowhere"), []),
        (LedgerSieve(hidden=frozenset({MatchClass.CLOSE, MatchClass.UNCHECKED})), [0, 1]),
        (LedgerSieve(divergent=True), [1, 2]),
        (LedgerSieve(unjudged=True), [1, 2]),
        (LedgerSieve(words="sentence", divergent=True, hidden=frozenset({MatchClass.CLOSE})), [1]),
    ],
)
def test_a_sieve_leaves_the_rows_that_it_lets_through(shown: LedgerFilter, sieve: LedgerSieve, left: list[int]) -> None:
    shown.set_sieve(sieve)
    assert numbers(shown) == left


def test_other_verdicts_change_rows_and_not_the_place(model: LedgerModel) -> None:
    resets: list[QModelIndex] = []
    changes: list[tuple[int, int]] = []
    model.modelReset.connect(lambda: resets.append(QModelIndex()))
    model.dataChanged.connect(lambda first, last: changes.append((first.row(), last.row())))
    model.sort(Column.NUMBER, DOWN)
    model.set_rows((*ROWS[:2], replace(ROWS[2], verdict=Verdict.DISMISS), *ROWS[3:]))
    assert not resets
    assert changes == [(2, 2)]
    assert model.index(2, Column.VERDICT).data() == "Dismiss"
    model.set_rows(ROWS[:3])
    assert len(resets) == 1


def test_a_verdict_takes_a_row_out_of_those_that_wait_for_one(model: LedgerModel, shown: LedgerFilter) -> None:
    shown.set_sieve(LedgerSieve(unjudged=True))
    model.set_rows((*ROWS[:2], replace(ROWS[2], verdict=Verdict.DISMISS), *ROWS[3:]))
    assert numbers(shown) == [1]


def test_wording_of_articles_is_no_markup(model: LedgerModel) -> None:
    model.set_rows((entry(0, text="<b>bold</b>"),))
    assert "&lt;b&gt;" in model.index(0, Column.SENTENCE).data(Qt.ItemDataRole.ToolTipRole)
