import pickle
from copy import deepcopy
from dataclasses import fields, replace

import msgspec

from core.model import BY_HAND, Article, Evidence, Link, MatchClass, Pair, Role, Side
from core.once import REMEMBERED, Itself, forget_others, kept, once
from core.segment import one_sentence

TEXT = "The bridge closed on Monday."


def test_the_words_of_an_article_are_counted_once_and_are_no_part_of_it():
    article, same = one_sentence(TEXT, "a1"), one_sentence(TEXT, "a1")
    assert article.words == 5
    assert article == same
    assert hash(article) == hash(same)
    assert repr(article) == repr(same)
    assert "words" not in {f.name.strip("_") for f in fields(Article)}
    assert msgspec.json.encode(article) == msgspec.json.encode(same)


def test_a_copy_counts_its_own_words():
    article = one_sentence(TEXT, "a1")
    assert article.words == 5
    assert replace(article, sentences=()).words == 0
    assert replace(article, role=Role.SOURCE).words == 5
    for copy in (
        pickle.loads(pickle.dumps(article)),  # noqa: S301 - made right here
        deepcopy(article),
        msgspec.json.decode(msgspec.json.encode(article), type=Article),
    ):
        assert copy == article
        assert copy.words == 5


def test_a_class_ranks_by_its_strength():
    assert [match.rank for match in MatchClass] == list(range(len(MatchClass)))
    assert MatchClass.VERBATIM.rank < MatchClass.CLOSE.rank


def test_a_link_knows_whether_an_editor_set_it():
    evidence = Evidence(None, None, 1.0, 0.0, 5)
    link = Link((0,), (0,), ((0, 0, MatchClass.CLOSE),), MatchClass.CLOSE, 1.0, evidence)
    assert not link.by_hand
    assert replace(link, evidence=replace(evidence, reasons=("wording", BY_HAND))).by_hand


def test_a_sentence_has_the_class_of_its_link_where_one_of_its_pairs_has_it():
    close, quoted, reworded = MatchClass.CLOSE, MatchClass.QUOTATION, MatchClass.PARAPHRASE
    pairs = ((2, 5, quoted), (2, 6, reworded), (3, 5, reworded), (3, 6, close))
    link = Link((2, 3), (5, 6), pairs, quoted, 1.0, Evidence(None, None, 1.0, 0.0, 5))
    assert link.classes(Side.A) == {2: quoted, 3: close}
    assert link.classes(Side.B) == {5: quoted, 6: close}


def test_what_is_found_out_about_an_article_is_found_out_once():
    asked: list[str] = []

    @once
    def length(article: Article) -> int:
        asked.append(article.id)
        return len(article.text)

    article = one_sentence(TEXT, "a1")
    assert length(article) == length(article) == len(TEXT)
    assert length(replace(article, role=Role.SOURCE, title="Another")) == len(TEXT)
    assert asked == ["a1"]
    assert length(one_sentence(TEXT, "a2")) == len(TEXT)
    assert length(replace(article, sentences=())) == len(TEXT)
    assert asked == ["a1", "a2", "a1"]


def test_the_answers_asked_for_last_are_kept():
    asked: list[str] = []

    @once
    def length(article: Article) -> int:
        asked.append(article.id)
        return len(article.text)

    articles = [one_sentence(TEXT, f"a{n}") for n in range(REMEMBERED)]
    for article in articles:
        length(article)
    length(articles[0])
    length(one_sentence(TEXT, "new"))
    asked.clear()
    length(articles[0])
    length(articles[1])
    assert asked == ["a1"]


def test_what_was_found_out_about_other_articles_is_let_go():
    asked: list[str] = []

    @kept(4)
    def letters(one: Itself, other: Itself | None, word: str) -> int:  # noqa: ARG001 - asked of both
        asked.append(one.article.id)
        return len(one.article.text + word)

    mine, closed = one_sentence(TEXT, "mine"), one_sentence(TEXT, "closed")
    own = replace(mine, title="As people call it")
    letters(Itself(mine), None, "x")
    letters(Itself(closed), None, "x")
    letters(Itself(mine), Itself(closed), "x")
    forget_others([own])
    asked.clear()
    letters(Itself(own), None, "x")
    assert asked == []
    letters(Itself(mine), Itself(closed), "x")
    letters(Itself(closed), None, "x")
    assert asked == ["mine", "closed"]


def test_links_of_a_pair_are_counted_once_and_the_count_is_no_part_of_it():
    evidence = Evidence(1.0, 1.0, 1.0, 0.0, 3)
    links = tuple(
        Link((n,), (n,), ((n, n, match),), match, 1.0, evidence)
        for n, match in enumerate((MatchClass.CLOSE, MatchClass.SAME_FACT, MatchClass.VERBATIM))
    )
    pair, same = Pair("a1", "a2", links), Pair("a1", "a2", links)
    assert pair.derived_links == 2
    assert pair == same
    assert hash(pair) == hash(same)
    assert replace(pair, links=()).derived_links == 0
    assert pickle.loads(pickle.dumps(pair)).derived_links == 2  # noqa: S301 - its own
