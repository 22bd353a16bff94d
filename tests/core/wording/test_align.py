import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from core.model import Span, WordMatch
from core.wording.align import Word, align_words
from core.wording.diff import equal_places


def words(text):
    out, at = [], 0
    for part in text.split(" "):
        out.append(Word(Span(at, at + len(part)), part, any(c.isalnum() for c in part)))
        at += len(part) + 1
    return out


def told(a, b, similarity=None):
    return {(x.a.of(a), x.b.of(b)): x.match for x in align_words(words(a), words(b), similarity)}


def test_the_same_words_correspond():
    text = "The minister left the room ."
    assert set(told(text, text).values()) == {WordMatch.SAME}
    assert len(told(text, text)) >= 5


def test_inflected_words_correspond():
    found = told("He considered the offer", "He is considering the offer")
    assert found["considered", "considering"] is WordMatch.INFLECTED


def test_a_word_in_the_same_slot_is_changed():
    found = told("shells , brackets and other arms", "shells , rockets and other arms")
    assert found["brackets", "rockets"] is WordMatch.CHANGED


def test_moved_words_still_correspond():
    found = told("On Friday the mayor resigned", "the mayor resigned On Friday")
    assert found["Friday", "Friday"] is WordMatch.SAME
    assert found["mayor", "mayor"] is WordMatch.SAME


def test_likeness_in_context_makes_synonyms():
    a, b = "big storm", "huge tempest"
    found = told(a, b, np.array([[0.9, 0.1], [0.1, 0.9]], dtype=np.float32))
    assert found["big", "huge"] is WordMatch.SYNONYM
    assert found["storm", "tempest"] is WordMatch.SYNONYM


def test_nothing_corresponds_to_nothing():
    assert align_words([], words("a b"), None) == ()


TEXT = st.lists(
    st.sampled_from(["the", "mayor", "resigned", ",", "4.2", "Friday", "🙂", "rockets"]), min_size=1, max_size=9
)


@given(TEXT, TEXT)
def test_each_word_is_aligned_once_at_most(a, b):
    one, two = words(" ".join(a)), words(" ".join(b))
    found = align_words(one, two, None)
    for side, tokens in (([x.a for x in found], one), ([x.b for x in found], two)):
        for token in tokens:
            assert sum(s.overlaps(token.span) for s in side) <= 1
    assert [x.a for x in found] == sorted(x.a for x in found)


@given(TEXT, TEXT)
def test_equal_places_are_equal_and_in_order(a, b):
    places = equal_places(a, b)
    assert all(a[i] == b[j] for i, j in places)
    assert places == sorted(set(places))
    assert len({j for _, j in places}) == len(places)


def test_every_word_of_an_unchanged_sentence_stays_in_place():
    many = [f"w{n}" for n in range(7000)]
    assert equal_places(many, many) == [(n, n) for n in range(7000)]
