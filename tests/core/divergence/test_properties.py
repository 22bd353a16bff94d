"""What must hold of any two texts."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.divergence.facts import quotations_near
from core.divergence.find import find_divergences
from core.divergence.turned import turned
from core.divergence.view import link_view
from core.model import Article, Link, MatchClass, Side, Span

Reader = Callable[..., Article]
Linker = Callable[..., Link]
PIECES = st.sampled_from(
    [
        "Ida Brandt said", "may", "not", "12 boats", "“We left,”", "on Tuesday", "in Hartwick", "the", "U.S.", "$4.2m",
        "according to", "will likely", ",", ".", "two thirds of", "told", "that", "record", "was", "chief executive",
        "’",        "\n\n", "kept", "keeps", "“", "”", "who", "Sept. 18", "—", "no", "experts",
    ]
)  # fmt: skip
TEXTS = st.lists(PIECES, min_size=1, max_size=25).map(" ".join)
FEW = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def check_place(span: Span | None, article: Article) -> None:
    """See that a span holds words of the article, and that they stand in a sentence of it."""
    if span is not None:
        assert any(c.isalnum() for c in span.of(article.text))
        assert span.end <= len(article.text)
        assert any(s.span.overlaps(span) for s in article.sentences)


def different(one: str, two: str) -> float:
    return 1.0 if one == two else 0.0


@FEW
@given(text=TEXTS)
def test_an_article_against_itself_has_no_divergence(article: Reader, linked: Linker, text: str) -> None:
    a, b = article(text), article(text, "a2")
    if a.sentences:
        link = linked(a, b)
        link = replace(link, pairs=tuple((i, i, MatchClass.CLOSE) for i in link.a))
        assert find_divergences(link, a, b, different) == ()


@FEW
@given(one=TEXTS, two=TEXTS)
def test_divergences_name_words_of_the_linked_sentences(article: Reader, linked: Linker, one: str, two: str) -> None:
    a, b = article(one), article(two, "a2")
    if not (a.sentences and b.sentences):
        return
    told = find_divergences(linked(a, b, MatchClass.PARAPHRASE), a, b, different)
    for divergence in told:
        check_place(divergence.a, a)
        check_place(divergence.b, b)
        assert divergence.why.endswith((".", "…”."))
    ranks = [d.severity.rank for d in told]
    assert ranks == sorted(ranks)


@FEW
@given(one=TEXTS, two=TEXTS)
def test_nothing_is_told_without_an_alignment_that_leaves_the_texts(
    article: Reader, linked: Linker, one: str, two: str
) -> None:
    a, b = article(one), article(two, "a2")
    if a.sentences and b.sentences:
        bare = replace(linked(a, b), alignment=())
        for divergence in find_divergences(bare, a, b, lambda *_: None):
            check_place(divergence.a, a)
            check_place(divergence.b, b)


@FEW
@given(one=TEXTS, two=TEXTS)
def test_the_change_is_the_same_from_either_end(article: Reader, linked: Linker, one: str, two: str) -> None:
    a, b = article(one), article(two, "a2")
    if a.sentences and b.sentences:
        link = linked(a, b)
        told = find_divergences(link, a, b, different, Side.A)
        from_b = find_divergences(turned(link), b, a, different, Side.B)
        assert {(d.type, d.severity, d.why, d.a, d.b) for d in told} == {
            (d.type, d.severity, d.why, d.b, d.a) for d in from_b
        }


@pytest.mark.parametrize(
    ("derived", "why"),
    [
        (Side.A, "“21” in the source became “12”."),
        (Side.B, "“12” in the source became “21”."),
        (Side.UNKNOWN, "“21” in the other article is “12” here."),
    ],
)
def test_a_change_is_told_of_the_side_that_was_made(article: Reader, linked: Linker, derived: Side, why: str) -> None:
    a, b = article("It has 12 boats."), article("It has 21 boats.", "a2")
    (told,) = find_divergences(linked(a, b), a, b, different, derived)
    assert told.why == why
    assert told.a is not None
    assert told.b is not None
    assert (told.a.of(a.text), told.b.of(b.text)) == ("12", "21")


def test_a_dropped_attribution_is_one_of_the_source_only(article: Reader, linked: Linker) -> None:
    a, b = article("Experts said the dam is old."), article("The dam is old.", "a2")
    assert find_divergences(linked(a, b), a, b, different, Side.A) == ()
    (told,) = find_divergences(linked(a, b), a, b, different, Side.B)
    assert told.b is None
    assert told.a is not None
    assert told.a.of(a.text) == "Experts said"


@FEW
@given(TEXTS)
def test_quotations_near_a_stretch_are_found_without_a_scan(article: Reader, text: str) -> None:
    a = article(text)
    for sentence in a.sentences:
        near = Span(max(0, sentence.span.start - 9), sentence.span.end + 9)
        found = [n for n, q in enumerate(a.quotations) if q.span.overlaps(near)]
        assert list(quotations_near(a, near)) == found


def test_the_view_lays_out_words_and_partners(article: Reader, linked: Linker) -> None:
    a, b = article("The dam broke."), article("The dam burst.", "a2")
    view = link_view(linked(a, b), a, b)
    assert [w.text for w in view.a.words] == ["The", "dam", "broke", "."]
    broke = view.a.words[2]
    assert [w.text for w in view.partners_b(broke)] == ["burst"]
    assert view.a.hull(view.a.words[:2]) == Span(0, 7)
    assert view.meet(Span(8, 13), Span(8, 13))
    assert not view.meet(Span(0, 3), Span(8, 13))


def test_links_of_one_fact_have_none(article: Reader, linked: Linker) -> None:
    a, b = article("It cost $12."), article("It cost $21.", "a2")
    assert find_divergences(linked(a, b, MatchClass.SAME_FACT), a, b, different) == ()
    assert find_divergences(linked(a, b, MatchClass.CLOSE), a, b, different) != ()
