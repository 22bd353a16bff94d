import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.model import Span, WordMatch
from core.pipeline import judge
from core.wording.align import align_words, word_match
from core.wording.diff import equal_places
from core.wording.word import Word


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


def in_context(a, b):
    """Align with the encoder, as a link is."""
    return {(x.a.of(a), x.b.of(b)): x.match for x in judge(a, b).alignment}


@pytest.mark.parametrize(
    ("a", "b", "phrase"),
    [
        (
            "The final was called off on Friday.",
            "The final was cancelled on Friday.",
            ("called off", "cancelled"),
        ),
        (
            "Talks collapsed when the envoy left.",
            "Talks broke down when the envoy left.",
            ("collapsed", "broke down"),
        ),
    ],
)
def test_a_phrase_is_a_unit(a, b, phrase):
    assert in_context(a, b)[phrase] in (WordMatch.SYNONYM, WordMatch.CHANGED)


def test_a_name_meets_its_full_form():
    found = in_context("President Bush said the war was over.", "Bush said that the war was over.")
    assert found["President Bush", "Bush"] is WordMatch.SYNONYM


def test_initials_meet_the_name():
    found = in_context("The VOA reported the strike.", "The Voice of America reported the strike.")
    assert found["VOA", "Voice of America"] is WordMatch.SYNONYM


def test_what_stands_beside_an_unchanged_word_is_an_addition():
    found = in_context("The pump lost pressure at sea.", "The hydraulic pump lost pressure at sea.")
    assert found["pump", "pump"] is WordMatch.SAME
    assert not any("hydraulic" in b for _, b in found)


def test_other_quotation_marks_are_no_change():
    found = told('" We will fight , " she said', "“ We will fight , ” she said")
    assert found['"', "“"] is WordMatch.SAME
    assert found['"', "”"] is WordMatch.SAME


def test_a_word_that_moved_far_is_found_again():
    a = "On Tuesday , after a long debate that nobody had wanted , the council voted"
    b = "The vote fell in the council at the end of a week in which little was spoken of but the debate of Tuesday"
    assert told(a, b)["Tuesday", "Tuesday"] is WordMatch.SAME


def test_nothing_corresponds_to_nothing():
    assert align_words([], words("a b"), None) == ()


TEXT = st.lists(
    st.sampled_from(["the", "mayor", "resigned", ",", "4.2", "Friday", "🙂", "rockets"]), min_size=1, max_size=9
)


@given(TEXT, TEXT, st.none() | st.integers(0, 1 << 16))
def test_each_word_is_aligned_once_at_most(a, b, seed):
    one, two = words(" ".join(a)), words(" ".join(b))
    cosines = None if seed is None else np.random.default_rng(seed).uniform(-1, 1, (len(a), len(b))).astype(np.float32)
    found = align_words(one, two, cosines)
    assert found == align_words(one, two, cosines)
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


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("twelve", "eleven", WordMatch.CHANGED),
        ("twelve", "12", WordMatch.SYNONYM),
        ("twelve", "13", WordMatch.CHANGED),
        ("Twelve", "twelve", WordMatch.SAME),
    ],
)
def test_another_number_is_a_change_however_near_the_words(a: str, b: str, expected: WordMatch) -> None:
    assert word_match(a, b, 0.9) is expected
