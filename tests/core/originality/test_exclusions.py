"""What an editor leaves out of the scores: which words go, what the shares become, and that nothing is lost."""

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.ingest import pasted
from core.model import (
    AlignedWords,
    Article,
    Document,
    Evidence,
    ExcludedAs,
    Exclusions,
    Ledger,
    Link,
    MatchClass,
    Pair,
    Role,
    Span,
    WordMatch,
)
from core.options import Options
from core.originality.ledger import make_ledger
from core.pipeline import analyse
from core.segment import segment
from core.similarity.encoder import Encoder

EVIDENCE = Evidence(meaning=0.9, tokens=0.9, wording=0.9, order=0.0, longest_run=5)
QUOTE = "“We cannot take risks with a bridge that carries so many cars,” said Ines Okoro, who heads the authority."
FIRE = "The mill burned down at dawn on Friday."


@pytest.fixture(scope="module")
def wording(tmp_path_factory: pytest.TempPathFactory) -> Encoder:
    """An encoder that is not there: what is tested here needs wording alone."""
    folder = tmp_path_factory.mktemp("none")
    return Encoder(folder / "none.onnx", folder / "none.json")


def link(match: MatchClass, a: int = 0, b: int = 0, alignment: tuple[AlignedWords, ...] = ()) -> Link:
    return Link((a,), (b,), ((a, b, match),), match, 0.9, EVIDENCE, alignment=alignment)


def ledger(
    a: str, b: str, links: list[Link], exclusions: Exclusions, phrases: tuple[tuple[str, ...], ...] = ()
) -> tuple[Article, Ledger]:
    first, second = segment(pasted(a), "a1", Role.REVIEW), segment(pasted(b), "a2")
    pairs = [Pair("a1", "a2", tuple(links))]
    return first, make_ledger(first, {"a1": first, "a2": second}, pairs, "a1", Options(), exclusions, phrases)


def told(article: Article, made: Ledger) -> list[tuple[str, ExcludedAs]]:
    return [(x.span.of(article.text), x.reason) for x in made.excluded]


def sums_to_one(made: Ledger) -> bool:
    scores = [made.scores] + ([made.without_exclusions] if made.without_exclusions else [])
    return all(math.isclose(sum(s.by_class.values()), 1) and math.isclose(sum(s.by_words.values()), 1) for s in scores)


def test_without_exclusions_nothing_is_left_out_and_nothing_is_told_twice() -> None:
    _, made = ledger(FIRE, FIRE, [link(MatchClass.VERBATIM)], Exclusions())
    assert made.excluded == ()
    assert made.without_exclusions is None
    assert made.scores.sourced == 1


def test_a_quotation_that_is_the_same_in_both_is_not_counted_as_copied(wording: Encoder) -> None:
    a, b = f"{QUOTE}\n\nBakers sell fewer rolls.\n", f"Snow fell on the high passes.\n\n{QUOTE}\n"
    plain = analyse([pasted(a), pasted(b)], encoder=wording)
    made = analyse([pasted(a), pasted(b)], encoder=wording, exclusions=Exclusions(quotations=True))
    assert [x.match for x in plain.pairs[0].links] == [MatchClass.QUOTATION]
    assert made.pairs == plain.pairs
    before, after = plain.ledger("a1"), made.ledger("a1")
    assert before.rows[0].match is MatchClass.QUOTATION
    assert after.without_exclusions == before.scores
    assert before.scores.sourced > 0.5
    assert after.scores.sourced == 0
    assert after.rows[0].match is MatchClass.UNCHECKED
    assert after.scores.by_words["unchecked"] == after.scores.by_class[MatchClass.UNCHECKED] == before.scores.sourced
    assert after.scores.longest_run is None
    assert [x.reason for x in after.excluded] == [ExcludedAs.QUOTATION]


def test_prose_around_a_quotation_stays_where_more_of_it_is_shared_than_of_the_quotation() -> None:
    text = "The port authority has run the old bridge for ninety years, but “the risk is real,” said Ines Okoro."
    at = text.index("the risk")
    alignment = (
        AlignedWords(Span(0, 63), Span(0, 63), WordMatch.SAME),
        AlignedWords(Span(at, at + 16), Span(at, at + 16), WordMatch.SAME),
    )
    article, made = ledger(text, text, [link(MatchClass.QUOTATION, alignment=alignment)], Exclusions(quotations=True))
    assert told(article, made) == [("the risk is real", ExcludedAs.QUOTATION)]
    assert made.rows[0].match is MatchClass.QUOTATION
    assert made.scores.sourced == pytest.approx(15 / 19)


def test_a_quotation_that_one_side_alone_has_stays() -> None:
    article, made = ledger(QUOTE, FIRE, [link(MatchClass.PARAPHRASE)], Exclusions(quotations=True))
    assert told(article, made) == []
    assert made.scores == made.without_exclusions


def test_names_go_with_the_titles_before_them() -> None:
    text = "On Friday former Vice President Ana Ruiz met the mayor. The minister saw Dr. Tom Hardy’s crew in Lund."
    article, made = ledger(text, text, [link(MatchClass.VERBATIM)], Exclusions(names=True))
    assert [wording for wording, _ in told(article, made)] == [
        "former Vice President Ana Ruiz",
        "Dr. Tom Hardy’s",
        "Lund",
    ]
    assert {reason for _, reason in told(article, made)} == {ExcludedAs.NAME}
    assert made.scores.by_class[MatchClass.VERBATIM] == pytest.approx(5 / 19)
    assert made.scores.by_words["unchecked"] == pytest.approx(9 / 19)
    assert made.scores.derived_share == pytest.approx(5 / 10)


def test_a_phrase_is_found_word_by_word_whatever_its_case_and_typography() -> None:
    text = "The mayor’s office can't say. THE MAYOR'S OFFICE asked. The mayor’s officers left. A (sic.) mark."
    phrases = (("the", "mayor", "office"), (), ("sic",))
    article, made = ledger(text, FIRE, [], Exclusions(phrases=("the Mayor's office", "…", "(sic.)")), phrases)
    assert told(article, made) == [
        ("The mayor’s office", ExcludedAs.PHRASE),
        ("THE MAYOR'S OFFICE", ExcludedAs.PHRASE),
        ("sic", ExcludedAs.PHRASE),
    ]


@pytest.mark.parametrize("phrase", ["(a+)+$", "[", ".*", "\\", "The mill*"])
def test_a_phrase_is_words_and_no_pattern(phrase: str, wording: Encoder) -> None:
    made = analyse([pasted(FIRE), pasted(FIRE)], encoder=wording, exclusions=Exclusions(phrases=(phrase,)))
    told_words = [x.span.of(FIRE) for x in made.ledger("a1").excluded]
    assert told_words == (["The mill"] if phrase == "The mill*" else [])


def test_a_sentence_of_nothing_but_excluded_words_is_unchecked() -> None:
    words = ("the", "mill", "burned", "down", "at", "dawn", "on", "friday")
    _, made = ledger(f"{FIRE} It rained.", FIRE, [link(MatchClass.VERBATIM)], Exclusions(phrases=(FIRE,)), (words,))
    assert [row.match for row in made.rows] == [MatchClass.UNCHECKED, MatchClass.NO_SOURCE]
    assert made.rows[0].sources == ()
    assert made.scores.largest_source is None
    assert made.scores.derivation.value == "not"
    assert made.without_exclusions is not None
    assert made.without_exclusions.derivation.value == "partially"


@pytest.mark.parametrize(("below", "counted"), [(4, 8), (8, 8), (9, 0)])
def test_a_run_counts_from_its_length_on(below: int, counted: int) -> None:
    _, made = ledger(
        f"{FIRE} Nobody was hurt.", f"{FIRE} It rained.", [link(MatchClass.CLOSE)], Exclusions(runs_below=below)
    )
    assert made.scores.by_words["verbatim"] == pytest.approx(counted / 11)
    assert made.scores.longest_run_words == counted


def test_a_run_is_as_long_as_the_texts_agree_beyond_its_sentence() -> None:
    text = "It rained all day. Nobody was hurt there. The mill is gone."
    links = [link(MatchClass.VERBATIM, i, i) for i in range(3)]
    _, long = ledger(text, text, links, Exclusions(runs_below=12))
    assert long.scores == long.without_exclusions
    _, short = ledger(text, text, links, Exclusions(runs_below=13))
    assert short.scores.sourced == 0


def test_boilerplate_is_unchecked_and_no_exclusion() -> None:
    text = f"{FIRE}\n\nFollow us on Twitter and Facebook for more news.\n"
    article, made = ledger(text, FIRE, [], Exclusions(names=True))
    assert not article.sentences[1].checked
    assert told(article, made) == []


def test_a_word_is_left_out_for_one_reason() -> None:
    words = ("at", "dawn", "on", "friday")
    article, made = ledger(FIRE, FIRE, [link(MatchClass.CLOSE)], Exclusions(runs_below=20, phrases=("x",)), (words,))
    assert told(article, made) == [("The mill burned down", ExcludedAs.RUN), ("at dawn on Friday", ExcludedAs.PHRASE)]


def test_a_negative_length_is_refused() -> None:
    with pytest.raises(ValueError, match="-1 words"):
        Exclusions(runs_below=-1)


PIECES = [FIRE, QUOTE, "“No,” he said.", "\n\n", "Ana Ruiz left Lund.", "\ud800", "🙂", "Related posts", "“", "***"]
TEXT = st.text(max_size=120) | st.lists(st.sampled_from(PIECES), max_size=10).map(" ".join)
ANY = st.builds(
    Exclusions,
    quotations=st.booleans(),
    names=st.booleans(),
    runs_below=st.integers(0, 30),
    phrases=st.lists(st.sampled_from(PIECES) | st.text(max_size=12), max_size=3).map(tuple),
)


@settings(max_examples=60, deadline=None)
@given(TEXT, TEXT, ANY)
def test_any_exclusions_of_any_text_keep_the_sums_and_the_links(
    wording: Encoder, a: str, b: str, exclusions: Exclusions
) -> None:
    documents = [Document("", "", a), Document("", "", b)]
    made, plain = (analyse(documents, encoder=wording, exclusions=x) for x in (exclusions, None))
    assert made.pairs == plain.pairs
    for article, now, before in zip(made.articles, made.ledgers, plain.ledgers, strict=True):
        assert sums_to_one(now)
        assert now.scores.sourced <= before.scores.sourced + 1e-9
        assert now.scores.by_class[MatchClass.UNCHECKED] >= before.scores.by_class[MatchClass.UNCHECKED] - 1e-9
        assert now.without_exclusions == (before.scores if exclusions.any else None)
        ends = [0, *(x.span.end for x in now.excluded)]
        assert all(end <= x.span.start < x.span.end for end, x in zip(ends, now.excluded, strict=False))
        assert ends[-1] <= len(article.text)
