from math import log1p, sqrt

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from core.align.judge import judge_pair
from core.align.likeness import ALONE, FIGURE, GAP, likeness
from core.model import Article, MatchClass
from core.options import Options
from core.segment import one_sentence
from core.similarity.compare import Comparison
from core.similarity.encoder import Encoder, default_encoder

WORDS = st.lists(
    st.sampled_from(
        ["the", "of", "mayor", "budget", "4.2%", "May", "no", "closed", "closing", "bridge", ",", "“", "”"]
    ),
    min_size=1,
    max_size=14,
).map(" ".join)


@pytest.fixture(scope="module")
def encoder() -> Encoder:
    return default_encoder()


@pytest.fixture(scope="module")
def no_encoder(tmp_path_factory) -> Encoder:
    nothing = tmp_path_factory.mktemp("nothing") / "model.onnx"
    return Encoder(nothing, nothing)


def pair(a: str, b: str) -> tuple[Article, Article]:
    return one_sentence(a, "a1"), one_sentence(b, "a2")


def like(a: str, b: str, encoder: Encoder) -> float:
    one, two = pair(a, b)
    return likeness(one, two, Comparison([one, two], encoder).evidence(one, two))


def judged(a: str, b: str, encoder: Encoder) -> tuple[float, MatchClass]:
    one, two = pair(a, b)
    link, match = judge_pair(one, two, Comparison([one, two], encoder).evidence(one, two), Options())
    return link.confidence, match


def both(encoder: Encoder, no_encoder: Encoder, a: str, b: str) -> list[float]:
    return [judged(a, b, e)[0] for e in (encoder, no_encoder)]


def test_the_same_sentence_is_surely_derived(encoder, no_encoder):
    for text in ("It rained.", "Location, location, location.", "The council voted 7-2 to close the library in June."):
        assert min(both(encoder, no_encoder, text, text)) > 0.99


def test_unrelated_sentences_are_surely_not(encoder, no_encoder):
    assert max(both(encoder, no_encoder, "It rained.", "Stocks fell.")) < 0.06
    news = (
        "The council voted 7-2 on Tuesday to close the library on Elm Street by the end of June.",
        "Prosecutors asked the court for a sentence of nine years, citing the age of the victims.",
    )
    assert max(both(encoder, no_encoder, *news)) < 0.03


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Rates rose 3 percent in May.", "Rates rose 5 percent in May."),
        ("The board approved the plan.", "The board did not approve the plan."),
        ("Leake pleaded guilty to 14 counts of fraud.", "Leake pleaded not guilty to 12 counts of fraud."),
    ],
)
def test_a_changed_figure_or_negation_is_still_derived(encoder, no_encoder, a, b):
    assert min(both(encoder, no_encoder, a, b)) > 0.9


def test_a_rewrite_with_few_words_kept_needs_the_encoder(encoder, no_encoder):
    rewrite = (
        "Officials shut the crossing after cracks were found.",
        "The bridge was closed when fissures came to light.",
    )
    with_it, without = both(encoder, no_encoder, *rewrite)
    assert with_it > without


def test_a_word_in_the_place_of_another_counts_half(no_encoder):
    # Weights .5 + 1 + 1, of which a half is lost to the changed word, the longest stretch without a match.
    changed = like("The mayor resigned.", "The mayor retired.", no_encoder)
    assert changed == pytest.approx(2 / 2.5 + ALONE - GAP * log1p(1))


def test_figures_on_one_side_only_count_against_it(no_encoder):
    bare = like("The firm lost money in spring.", "The firm lost money in spring.", no_encoder)
    dated = like("The firm lost money in 2019.", "The firm lost money in spring.", no_encoder)
    assert bare == pytest.approx(1 + ALONE)
    assert dated < bare - FIGURE * sqrt(1)


def test_one_long_stretch_of_new_matter_counts_more_than_scattered_words(no_encoder):
    source = "Crews closed the bridge and the tunnel and the harbor."
    scattered = like("Local crews closed the old bridge and the narrow tunnel and the busy harbor.", source, no_encoder)
    together = like(source[:-1] + " while anglers protested loudly.", source, no_encoder)
    assert together < scattered


def test_a_side_without_words_is_like_nothing(encoder):
    assert like("?!", "…", encoder) == like("?!", "It rained.", encoder) == 0
    assert judged("?!", "…", encoder)[1] is MatchClass.UNRELATED


@given(WORDS, WORDS)
def test_likeness_is_the_same_from_both_sides(no_encoder, a, b):
    assert like(a, b, no_encoder) == pytest.approx(like(b, a, no_encoder), abs=1e-5)


@given(WORDS)
def test_any_sentence_is_wholly_like_itself(no_encoder, text):
    assume(any(c.isalnum() for c in text))
    assert like(text, text, no_encoder) == pytest.approx(1 + ALONE, abs=1e-5)


@given(WORDS, WORDS)
def test_the_class_is_a_derived_one_from_even_odds_on(no_encoder, a, b):
    confidence, match = judged(a, b, no_encoder)
    assert match.derived is (confidence >= 0.5)
