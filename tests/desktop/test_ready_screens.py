"""Screens that are made before they are asked for, and long texts that a worker prepares for them."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot

from core.case.review import Judgement, Verdict
from core.model import Article, MatchClass
from core.progress import Cancelled, NoProgress
from desktop import remembering
from desktop.main_window import MainWindow
from desktop.models.ledger import LedgerFilter, LedgerModel, LedgerSieve
from desktop.models.ledger_rows import LedgerEntry
from desktop.models.overview_excerpts import Excerpt, fitted
from desktop.pairs import sentence_classes
from desktop.readying import changed, numbered, ready_to_show, warm
from desktop.remembering import forget_all, remembered
from desktop.screens import Screen

HIDDEN = (Screen.OVERVIEW, Screen.LEDGER, Screen.REPORT)


# screens


def test_after_a_case_came_all_screens_are_made_and_hold_it(qtbot: QtBot, case: MainWindow) -> None:
    qtbot.waitUntil(lambda: case.case.ready)
    assert all(case.case.made(screen) for screen in HIDDEN)
    assert case.case.current is Screen.COMPARE
    assert "sentence" in case.case.overview.head.statement()
    assert case.case.ledger.model.rowCount() == len(case.work.session.articles[-1].sentences)
    assert not case.case.overview.isVisible()


def test_screens_are_loaded_when_what_was_asked_for_is_painted(qtbot: QtBot, case: MainWindow) -> None:
    page = case.case
    qtbot.waitUntil(lambda: page.ready)
    page._loaded = False
    page._soon.setInterval(0)
    page._paint_next()
    page.get_ready()
    page._load_screens()
    assert not page._loading.running
    with qtbot.waitSignal(page._painting.timeout):
        pass
    assert not page._loading.running
    assert page._soon.isActive()
    qtbot.waitUntil(lambda: page.ready)


def test_a_screen_is_there_at_once_for_whoever_does_not_wait(qtbot: QtBot, case: MainWindow) -> None:
    case.actions_by_name["overview"].trigger()
    assert case.case.overview.isVisible()
    assert "sentence" in case.case.overview.head.statement()
    qtbot.waitUntil(lambda: case.case.ready)
    assert case.case.overview.isVisible()


def test_hidden_screens_follow_another_result(qtbot: QtBot, case: MainWindow) -> None:
    qtbot.waitUntil(lambda: case.case.ready)
    analysis = case.work.session.analysis
    assert analysis is not None
    case.work.session.set_analysis(replace(analysis, pairs=tuple(replace(p, links=()) for p in analysis.pairs)))
    case.work.changed.emit()
    qtbot.waitUntil(lambda: case.case.ready)
    assert case.case.overview.findings.list.isHidden()


def test_a_long_overview_comes_from_a_worker_and_leads_nowhere_before(
    qtbot: QtBot, case: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    qtbot.waitUntil(lambda: case.case.ready)
    monkeypatch.setattr("desktop.pages.overview._AT_ONCE", 0)
    page, session = case.case.overview, case.work.session
    assert session.analysis is not None
    session.set_analysis(replace(session.analysis))
    chosen = QSignalSpy(page.findingChosen)
    page.show_case(session, comparing=False)
    assert page.pending
    assert not page.empty.isVisibleTo(page)
    page.findings.list._choose(page.findings.list.model().index(0, 0))
    assert chosen.count() == 0
    qtbot.waitUntil(lambda: not page.pending)
    page.findings.list._choose(page.findings.list.model().index(0, 0))
    assert chosen.count() == 1


def test_a_fault_while_credit_is_said_anew_is_told(
    qtbot: QtBot, case: MainWindow, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    qtbot.waitUntil(lambda: case.case.ready)
    monkeypatch.setattr("desktop.pages.overview._AT_ONCE", 0)

    def fail(_made: object, _review: object) -> object:
        raise ZeroDivisionError

    monkeypatch.setattr("desktop.pages.overview.reviewed", fail)
    page, session = case.case.overview, case.work.session
    session.review_state = replace(session.review_state)
    with caplog.at_level(logging.CRITICAL + 1), qtbot.waitSignal(page.failed):
        page.show_case(session, comparing=False)
    (message,) = case.messages.messages
    assert message.what.startswith("Cognate stopped this step because of a fault of its own (ZeroDivisionError")
    assert not page.pending


def test_a_long_ledger_has_its_verdicts_from_the_worker(
    qtbot: QtBot, case: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop.pages.ledger._AT_ONCE", 0)
    session = case.work.session
    pair = session.pair
    assert pair is not None
    key = session.key(pair, pair.links[0])
    review = session.review_state
    session.review_state = replace(review, judgements={key: Judgement(Verdict.CREDIT)})
    case.case.get_ready()
    qtbot.waitUntil(lambda: case.case.ready)
    assert [row.verdict for row in case.case.ledger.model.rows if row.verdict] == [Verdict.CREDIT]


# what is kept


def test_results_are_told_apart_by_identity_and_forgotten_together() -> None:
    asked: list[object] = []

    @remembered(2)
    def count(values: list[int]) -> int:
        asked.append(values)
        return len(values)

    one, other = [1, 2], [1, 2]
    assert (count(one), count(one), count(other)) == (2, 2, 2)
    assert len(asked) == 2
    forget_all()
    assert count(one) == 2
    assert len(asked) == 3
    with pytest.raises(TypeError, match="by position"):
        count(values=one)


def test_what_is_of_the_next_case_stays(engine: Any) -> None:
    asked: list[object] = []

    @remembered(8)
    def size(article: Article) -> list[int]:
        asked.append(article)
        return [len(article.text)]

    @remembered(8)
    def doubled(sizes: list[int]) -> int:
        asked.append(sizes)
        return 2 * sizes[0]

    stays, goes = (engine.paste(text) for text in ("The harbour closes at noon.", "Bakers met."))
    doubled(size(stays))
    doubled(size(goes))
    forget_all([stays])
    asked.clear()
    doubled(size(replace(stays, title="Another title")))
    assert asked == []
    doubled(size(goes))
    assert len(asked) == 2


def test_what_the_first_frame_asks_of_a_case_was_worked_out_on_the_worker(
    qtbot: QtBot, case: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    threads: dict[str, set[str]] = {"text": set(), "pair": set()}
    monkeypatch.setattr(remembering, "_of_articles", [lambda _: threads["text"].add(threading.current_thread().name)])
    monkeypatch.setattr(
        remembering, "_of_pairs", [lambda _pair, _a, _b: threads["pair"].add(threading.current_thread().name)]
    )
    case.work.compare()
    qtbot.waitUntil(lambda: not case.work.busy)
    assert [len(names) for names in threads.values()] == [1, 1]
    assert "MainThread" not in threads["text"] | threads["pair"]


def test_a_saved_case_is_shown_before_other_articles_are_looked_up(
    case: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked: list[str] = []
    monkeypatch.setattr("core.divergence.facts.facts_of", lambda article: looked.append(article.id))
    analysis, pair = case.work.session.analysis, case.work.session.pair
    assert analysis is not None
    assert pair is not None
    assert ready_to_show(analysis, pair) is analysis
    assert looked == [pair.a, pair.b]
    looked.clear()
    warm(analysis, NoProgress())
    assert looked == [article.id for article in analysis.articles]


def test_what_was_not_looked_up_is_when_the_case_is_on_screen(
    qtbot: QtBot, case: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    warmed: list[object] = []
    monkeypatch.setattr("desktop.work.warm", lambda analysis, _: warmed.append(analysis))
    case.work._warm_soon.start(0)
    qtbot.waitUntil(lambda: warmed == [case.work.session.analysis])


def test_closing_the_window_ends_looking_up(case: MainWindow) -> None:
    class Stopped:
        def step(self, _stage: str, _done: float) -> None:
            raise Cancelled

    with pytest.raises(Cancelled):
        warm(case.work.session.analysis, Stopped())


def test_figures_of_a_pair_are_the_same_objects_again(case: MainWindow) -> None:
    pair, article = case.work.session.pair, case.work.session.articles[-1]
    assert pair is not None
    assert sentence_classes(pair, article) is sentence_classes(pair, article)
    assert pair.derived_links == sum(link.match.derived for link in pair.links)


def test_an_article_that_has_its_values_stays_itself(engine: Any) -> None:
    article: Article = replace(engine.paste("The harbour closes at noon."), id="a2")
    assert changed(article, id="a2", title=article.title) is article
    assert changed(article, title="Other").title == "Other"
    assert numbered([article], 1) == (article,)
    assert numbered([article], 0)[0].id == "a1"


# what is measured and sought


@pytest.mark.parametrize("width", [0, 30, 45, 80, 120, 200, 1000])
@pytest.mark.parametrize("words", ["", "noon", "at half past noon on the second of the two days"])
def test_as_many_words_fit_as_one_after_the_other(words: str, width: int, monkeypatch: pytest.MonkeyPatch) -> None:
    excerpt = Excerpt("The harbour of the old town closes ", words, " and opens again at dusk, they said.")

    def measure(text: str) -> float:
        return float(len(text))

    part = fitted(excerpt, width, measure, measure)
    monkeypatch.setattr("desktop.models.overview_excerpts._most", _most)
    assert part == fitted(excerpt, width, measure, measure)


def _most(limit: int, fits: Callable[[int], bool]) -> int:
    return next((n for n in range(limit, 0, -1) if fits(n)), 0)


def test_the_filter_follows_the_rows_that_it_has() -> None:
    model, sieved = LedgerModel(), LedgerFilter()
    sieved.setSourceModel(model)
    sieved.set_sieve(LedgerSieve(words="harbour"))
    rows = [LedgerEntry(n, f"A {n + 1}", MatchClass.CLOSE, text) for n, text in enumerate(("The Harbour", "Gulls"))]
    model.set_rows(rows)
    assert sieved.rowCount() == 1
    model.set_rows([*rows, LedgerEntry(2, "A 3", MatchClass.CLOSE, "harbours")])
    assert sieved.rowCount() == 2
    sieved.set_sieve(LedgerSieve(words="gulls"))
    assert sieved.rowCount() == 1
