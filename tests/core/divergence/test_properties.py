"""What must hold of any two texts."""

from collections.abc import Callable
from dataclasses import replace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.divergence import find_divergences
from core.divergence.view import link_view
from core.model import Article, Link, MatchClass, Span

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
        for side, span in ((a, divergence.a), (b, divergence.b)):
            assert span is None or (len(span) and span.end <= len(side.text))
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
            assert divergence.a or divergence.b


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
