import numpy as np
import pytest

from core.model import Span
from core.wording import chances
from core.wording.chances import mutual_best, second_look, word_chances
from core.wording.features import pair_features, pair_field
from core.wording.weights import Weights, word_weights
from core.wording.word import Word


def words(text):
    return [Word(Span(k, k + len(x)), x, any(c.isalnum() for c in x)) for k, x in enumerate(text.split())]


def field(a, b, similarity=None):
    return pair_field(words(a), words(b), similarity)


@pytest.mark.parametrize("encoder", [True, False])
def test_there_is_a_weight_for_every_feature_and_no_other(encoder):
    weights, known = word_weights(encoder=encoder), field("the mayor", "a mayor")
    first = [name for name, _ in pair_features(known)]
    more = [name for name, _ in second_look(known, np.zeros((2, 2), dtype=np.float32))]
    assert list(weights.first) == first
    assert list(weights.second) == [*first, *more]
    assert len(set(weights.second)) == len(weights.second)


def test_without_the_encoder_meaning_has_no_weight():
    weights = word_weights(encoder=False)
    for name in ("centred", "softmax", "ahead in row", "ahead in column", "alike beside", "alike across"):
        assert weights.first[name] == weights.second[name] == 0


def test_a_word_never_stands_for_a_mark():
    known = field("no , never", "never , no ;")
    told = word_chances(known, word_weights(encoder=False))
    assert told[~known.possible].tolist() == [0] * int((~known.possible).sum())
    assert ((told >= 0) & (told <= 1)).all()


def test_the_same_sentence_is_told_word_for_word():
    text = "The minister said on Friday that the bridge would be closed for a week ."
    size = len(text.split())
    for similarity in (None, np.eye(size, dtype=np.float32)):
        told = word_chances(field(text, text, similarity), word_weights(encoder=similarity is not None))
        assert mutual_best(told, 0.5) == [(k, k) for k in range(size)]


def test_a_large_link_is_told_like_a_small_one(monkeypatch):
    random = np.random.default_rng(1)
    a, b = (" ".join(random.choice(["the", "mayor", "left", "town", "on", "Friday", ",", "said"], n)) for n in (30, 40))
    known = field(a, b, random.uniform(-1, 1, (30, 40)).astype(np.float32))
    whole = word_chances(known, word_weights(encoder=True))
    monkeypatch.setattr(chances, "AT_ONCE", 1)
    np.testing.assert_allclose(word_chances(known, word_weights(encoder=True)), whole, atol=1e-5)


def test_features_are_added_in_log_odds():
    names = [name for name, _ in pair_features(field("x", "y"))]
    more = [name for name, _ in second_look(field("x", "y"), np.zeros((1, 1), dtype=np.float32))]
    none = dict.fromkeys([*names, *more], 0.0)
    told = word_chances(field("x", "y"), Weights(none, none | {"one": np.log(3)}))
    assert told.tolist() == [[pytest.approx(0.75)]]


def test_mutual_best_wants_both_to_agree():
    told = np.array([[0.9, 0.8], [0.7, 0.1]], dtype=np.float32)
    assert mutual_best(told, 0.5) == [(0, 0)]
    assert mutual_best(told, 0.95) == []
