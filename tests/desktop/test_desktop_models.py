"""The item models, under Qt's own tester, and the rows they show."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QListView, QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from core.model import Analysis, MatchClass
from core.progress import NoProgress
from desktop.delegates.classes import ClassDelegate
from desktop.models.articles import ArticleModel, ArticleRole, article_rows, describe
from desktop.models.classes import FILTERED, ClassModel, ClassRole
from desktop.session import View
from desktop.theme import Theme

FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal


@pytest.fixture
def analysis(engine: Any) -> Any:
    articles = [engine.paste(t) for t in ("One two three.", "Seven eight.", "One two three.")]
    return engine.analyse([a.document for a in articles], NoProgress())


def test_article_rows_say_what_part_each_plays(analysis: Analysis) -> None:
    rows = article_rows(analysis.articles, analysis, View("a1", "a3"))
    assert [r.letter for r in rows] == ["A", "B", "C"]
    assert [r.role for r in rows] == ["source", "", "review"]
    assert [r.shown for r in rows] == [True, False, True]
    assert describe(rows[2]) == (
        "C, One two three., 3 words, role review, 40% of its words have a source here, on screen"
    )


def test_percents_are_those_of_the_bar(analysis: Analysis) -> None:
    shares = {MatchClass.CLOSE: 0.505, MatchClass.NO_SOURCE: 0.495}
    ledgers = tuple(replace(x, scores=replace(x.scores, by_class=shares)) for x in analysis.ledgers)
    row = article_rows(analysis.articles, replace(analysis, ledgers=ledgers), None)[0]
    assert "51% of its words have a source here" in describe(row)  # the rest is 49, and both make 100


def test_titles_are_harmless(analysis: Analysis) -> None:
    odd = replace(analysis.articles[0], title="a\u202eb\ud800")
    model = ArticleModel()
    model.set_rows(article_rows([odd], None, None))
    assert model.index(0).data() == "a\ufffdb\ufffd"
    assert model.index(0).data(Qt.ItemDataRole.ToolTipRole) == "<qt>a\ufffdb\ufffd</qt>"


def test_before_a_result_rows_have_no_shares(analysis: Analysis) -> None:
    rows = article_rows(analysis.articles, None, None)
    assert [r.shares for r in rows] == [None, None, None]
    assert [r.role for r in rows] == ["", "", ""]


def test_article_model_keeps_qts_rules(qtbot: QtBot, analysis: Analysis) -> None:
    model = ArticleModel()
    QAbstractItemModelTester(model, FATAL)
    rows = article_rows(analysis.articles, None, None)
    with qtbot.waitSignal(model.modelReset):
        model.set_rows(rows)
    with qtbot.waitSignal(model.dataChanged):
        model.set_rows(article_rows(analysis.articles, analysis, None))
    model.set_rows(rows[:1])
    assert model.rowCount() == 1
    index = model.index(0)
    assert index.data() == "One two three."
    assert index.data(ArticleRole.RECORD) == rows[0]
    assert index.data(ArticleRole.SORT) == 0
    assert index.data(Qt.ItemDataRole.AccessibleTextRole).startswith("A, One two three.")


def test_class_model_keeps_qts_rules(qtbot: QtBot) -> None:
    model = ClassModel()
    QAbstractItemModelTester(model, FATAL)
    model.set_classes([MatchClass.CLOSE, MatchClass.CLOSE, MatchClass.NO_SOURCE, MatchClass.UNCHECKED])
    assert [model.row(n).count for n in range(6)] == [0, 2, 0, 0, 0, 1]
    close = model.index(1)
    with qtbot.waitSignal(model.hiddenChanged) as told:
        model.toggle(close)
    assert told.args == [frozenset({MatchClass.CLOSE})]
    assert close.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Unchecked.value
    assert close.data(Qt.ItemDataRole.AccessibleTextRole) == "Close, 2 sentences, hidden"
    model.setData(close, Qt.CheckState.Checked, Qt.ItemDataRole.CheckStateRole)
    assert model.hidden == frozenset()
    assert not model.setData(close, "text", Qt.ItemDataRole.EditRole)
    model.set_classes(None)
    assert close.data(ClassRole.RECORD).count is None
    assert [model.index(n).data(ClassRole.SORT) for n in range(model.rowCount())] == list(range(len(FILTERED)))


def test_a_click_anywhere_in_a_row_or_a_key_toggles_the_class(qtbot: QtBot, light: Theme) -> None:
    model, view = ClassModel(), QListView()
    qtbot.addWidget(view)
    view.setModel(model)
    delegate = ClassDelegate(light, view)
    option = QStyleOptionViewItem()
    option.rect = view.rect()
    at = QPointF(option.rect.right() - 3, option.rect.center().y())
    left = Qt.MouseButton.LeftButton
    click = QMouseEvent(QEvent.Type.MouseButtonRelease, at, at, left, left, Qt.KeyboardModifier.NoModifier)
    assert delegate.editorEvent(click, model, option, model.index(0))
    assert model.hidden == {MatchClass.VERBATIM}
    space = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Space, Qt.KeyboardModifier.NoModifier)
    assert delegate.editorEvent(space, model, option, model.index(0))
    assert model.hidden == frozenset()
    letter = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_J, Qt.KeyboardModifier.NoModifier)
    assert not delegate.editorEvent(letter, model, option, model.index(0))
