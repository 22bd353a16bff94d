import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.model import Span
from core.wording.features import AROUND, FAR, best_other, neighbour_features, pair_features, pair_field
from core.wording.word import Word, traits


def words(text):
    return [Word(Span(k, k + len(x)), x, any(c.isalnum() for c in x)) for k, x in enumerate(text.split())]


def features(a, b, similarity=None):
    return dict(pair_features(pair_field(words(a), words(b), similarity)))


def neighbours(a, b, chances, links):
    field = pair_field(words(a), words(b), None)
    return dict(neighbour_features(field, np.zeros_like(chances), chances, links))


@pytest.mark.parametrize(
    ("one", "two"), [("rises", "rising"), ("broke", "broken"), ("three", "3"), ("an", "a"), ("Bank’s", "bank")]
)
def test_forms_of_one_word_have_one_base(one, two):
    assert traits(one, word=True).base == traits(two, word=True).base


def test_a_word_that_is_no_word_has_no_letters():
    assert traits("“", word=False).base == traits('"', word=False).base
    assert not traits("“", word=False).acronym
    assert not traits("of", word=True).content


@pytest.mark.parametrize("acronym", ["VOA", "V.O.A.", "voa"])
def test_initials_are_found_with_and_without_the_small_words(acronym):
    found = features(acronym, "the Voice of America said")["acronym"]
    assert found.tolist() == [[0, 1, 1, 1, 0]]
    assert features("said VoA", "Voice of Asia")["acronym"].tolist() == [[0, 0, 0], [1, 1, 1]]


def test_what_is_not_there_is_no_acronym():
    assert not features("BBC", "Voice of America")["acronym"].any()


def test_a_mark_meets_only_its_like():
    field = pair_field(words(", word"), words(", ; word"), None)
    assert field.possible.tolist() == [[True, False, False], [False, False, True]]


def test_repeated_words_meet_in_turn():
    found = features("the old and the new", "the old and the new")
    assert np.argwhere(found["same turn"]).tolist() == [[0, 0], [3, 3]]
    assert np.argwhere(found["only"]).tolist() == [[1, 1], [2, 2], [4, 4]]


def test_the_word_difference_keeps_what_is_in_order():
    kept = features("x a b c", "a b y c")["unchanged"]
    assert np.argwhere(kept).tolist() == [[1, 0], [2, 1], [3, 3]]


def test_without_the_encoder_nothing_is_known_of_meaning():
    found = features("a big storm", "one huge tempest")
    for name in ("centred", "softmax", "ahead in row", "ahead in column", "alike beside", "alike across"):
        assert not found[name].any()


@given(st.integers(1, 9), st.integers(1, 9), st.integers(0, 99))
def test_every_feature_has_the_shape_of_the_link_and_is_finite(n, m, seed):
    random = np.random.default_rng(seed)
    vocabulary = ["the", "a", "in", "mayor", "mayors", "3", "three", "U.S.", "United", "States", ",", "“"]
    a, b = (" ".join(random.choice(vocabulary, size)) for size in (n, m))
    field = pair_field(words(a), words(b), random.uniform(-1, 1, (n, m)).astype(np.float32))
    chances = random.uniform(0, 1, (n, m)).astype(np.float32)
    for name, feature in (*pair_features(field), *neighbour_features(field, chances, chances, [(0, 0)])):
        assert feature.shape == (n, m), name
        assert np.isfinite(feature).all(), name


@given(st.integers(1, 6), st.integers(1, 6), st.integers(0, 99))
def test_best_other_is_the_best_of_the_others(n, m, seed):
    values = np.random.default_rng(seed).integers(0, 4, (n, m)).astype(np.float32)
    for i in range(n):
        for j in range(m):
            row = max((values[i, k] for k in range(m) if k != j), default=0)
            column = max((values[k, j] for k in range(n) if k != i), default=0)
            assert best_other(values, 1)[i, j] == row
            assert best_other(values, 0)[i, j] == column


@given(st.integers(1, 9), st.integers(1, 9), st.integers(0, 99))
def test_neighbours_are_summed_over_the_window_and_compared_across(n, m, seed):
    chances = np.random.default_rng(seed).integers(0, 4, (n, m)).astype(np.float32)
    found = neighbours("x " * n, "y " * m, chances, [])
    for i in range(n):
        for j in range(m):
            window = chances[max(0, i - AROUND) : i + AROUND + 1, max(0, j - AROUND) : j + AROUND + 1]
            assert found["chance around"][i, j] == window.sum() - chances[i, j]
            beside = [(i - 1, j), (i + 1, j), (i, j - 1), (i, j + 1)]
            across = max((chances[p, q] for p, q in beside if 0 <= p < n and 0 <= q < m), default=0)
            assert found["chance across"][i, j] == across


def test_the_expected_place_follows_from_linked_neighbours():
    chances = np.zeros((4, 9), dtype=np.float32)
    away = neighbours("a b c d", "p q r s t u v w x", chances, [(0, 1), (3, 6)])["from A's place"] * FAR
    assert away[1].tolist() == [2, 1, 0, 1, 0, 1, 2, 3, 4]  # one after its left neighbour's, or two before its right's
    assert away[0].tolist() == [3, 2, 1, 0, 1, 2, 3, 4, 5]  # a link says nothing of itself
    nowhere = neighbours("a", "p q", np.zeros((1, 2), dtype=np.float32), [])["from A's place"]
    assert nowhere.tolist() == [[1, 1]]
