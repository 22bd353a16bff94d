"""The case in memory."""

from __future__ import annotations

from typing import Any

import pytest

from core.case.contents import CaseContents
from core.model import Article, MatchClass
from core.once import once
from core.progress import NoProgress
from desktop.pairs import ranked_pairs, sentence_classes, strongest_pair
from desktop.session import Session


@pytest.fixture
def texts() -> list[str]:
    return ["One two three.\nFour five six.", "Seven eight nine.", "One two three.\nFour five ten."]


@pytest.fixture
def articles(engine: Any, texts: list[str]) -> list[Article]:
    return [engine.paste(text) for text in texts]


@pytest.fixture
def session(articles: list[Article]) -> Session:
    made = Session()
    made.add(articles)
    return made


@pytest.fixture
def analysis(engine: Any, session: Any) -> Any:
    return engine.analyse([a.document for a in session.articles], NoProgress())


def test_articles_get_ids_in_order(session: Any, articles: list[Article]) -> None:
    session.add(articles[:1])
    assert [a.id for a in session.articles] == ["a1", "a2", "a3", "a4"]


def test_the_subjects_strongest_pair_is_shown_first(session: Any, analysis: Any) -> None:
    session.show_any()
    session.set_analysis(analysis)
    assert (session.view.left, session.view.right) == ("a1", "a3")
    assert not session.swapped


def test_a_chosen_pair_stays_when_a_result_arrives(session: Any, analysis: Any) -> None:
    session.show_article("a2")
    chosen = session.view
    session.set_analysis(analysis)
    assert session.view == chosen


def test_a_source_is_shown_on_the_right_when_it_is_chosen(session: Any, analysis: Any) -> None:
    session.set_analysis(analysis)
    session.show_article("a1")
    assert (session.view.left, session.view.right) == ("a3", "a1")
    assert session.swapped
    session.swap()
    assert not session.swapped


def test_removing_renumbers_and_drops_what_no_longer_holds(session: Any, analysis: Any) -> None:
    session.set_analysis(analysis)
    put_back = session.remove("a1")
    assert [a.id for a in session.articles] == ["a1", "a2"]
    assert session.analysis is None
    assert session.view is None
    put_back(0)
    put_back(0)  # it is there already
    assert [a.title for a in session.articles] == ["One two three.", "Seven eight nine.", "One two three."]


def test_a_new_article_leaves_the_old_result_readable(session: Any, analysis: Any, engine: Any) -> None:
    session.set_analysis(analysis)
    assert not session.stale
    session.add([engine.paste("Late.")])
    assert session.stale
    assert session.pair is not None
    session.show_article("a4")
    assert session.view.right == "a4"
    assert session.pair is None


def test_pairs_are_ranked_by_links(analysis: Any) -> None:
    assert [(p.a, p.b) for p in ranked_pairs(analysis)] == [("a3", "a1"), ("a2", "a1"), ("a3", "a2")]
    strongest = strongest_pair(analysis, "a1")
    assert strongest is not None
    assert strongest.a == "a3"
    assert strongest_pair(analysis, "none") is None


def test_each_sentence_has_its_strongest_class(analysis: Any) -> None:
    pair = strongest_pair(analysis, "a3")
    assert pair is not None
    assert sentence_classes(pair, analysis.article("a3")) == (MatchClass.VERBATIM, MatchClass.CLOSE)
    other = next(p for p in analysis.pairs if (p.a, p.b) == ("a3", "a2"))
    assert set(sentence_classes(other, analysis.article("a3"))) == {MatchClass.NO_SOURCE}


def test_the_title_is_the_cases_name_or_the_subjects_title(
    session: Any, analysis: Any, articles: list[Article]
) -> None:
    session.set_analysis(analysis)
    assert session.title == "One two three."
    named = Session()
    named.add(articles, "Ferry accident")
    assert named.title == "Ferry accident"
    assert Session().title == "New case"


def test_opening_a_case_lets_go_of_the_one_before_and_keeps_what_was_found_out_about_its_own(
    session: Session, articles: list[Article], engine: Any
) -> None:
    asked: list[str] = []

    @once
    def length(article: Article) -> int:
        asked.append(article.title)
        return len(article.text)

    opened = engine.paste("An article of the case that is opened.")
    for article in (articles[0], opened):
        length(article)
    session.load([opened], CaseContents())
    asked.clear()
    length(session.articles[0])
    assert asked == []
    length(articles[0])
    assert asked == [articles[0].title]
