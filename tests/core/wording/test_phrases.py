import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from core.model import Span
from core.wording.features import pair_field
from core.wording.phrases import Block, find_blocks
from core.wording.word import Word


def words(text):
    return [Word(Span(k, k + len(x)), x, any(c.isalnum() for c in x)) for k, x in enumerate(text.split())]


def blocks(a, b, likely):
    """Return the blocks' wordings; ``likely`` gives the chance of some pairs of words."""
    one, two = a.split(), b.split()
    chances = np.zeros((len(one), len(two)), dtype=np.float32)
    for (x, y), chance in likely.items():
        chances[one.index(x), two.index(y)] = chance
    found = find_blocks(pair_field(words(a), words(b), None), chances)
    return [(" ".join(one[x.a_start : x.a_end]), " ".join(two[x.b_start : x.b_end])) for x in found]


def test_a_block_takes_in_the_rest_of_the_phrase():
    found = blocks("was put off again", "was postponed again", {("put", "postponed"): 0.6, ("off", "postponed"): 0.35})
    assert ("put off", "postponed") in found


def test_an_unlikely_neighbour_stays_out():
    found = blocks("it put much off", "they postponed it", {("put", "postponed"): 0.6, ("much", "postponed"): 0.1})
    assert ("put", "postponed") in found


def test_an_equal_word_is_whole():
    found = blocks("old pump", "pump", {("pump", "pump"): 0.9, ("old", "pump"): 0.5})
    assert found == [("pump", "pump")]


def test_a_word_is_not_taken_twice():
    likely = {("left", "walked"): 0.8, ("went", "off"): 0.7, ("left", "out"): 0.6, ("went", "out"): 0.5}
    found = blocks("left went", "walked out off", likely)
    assert found == [("left", "walked out"), ("went", "off")]


def test_a_last_name_takes_in_what_stands_before_it():
    likely = {("Bush", "Bush"): 0.9, ("said", "said"): 0.9}
    assert blocks("Then President George Bush said", "Bush said", likely)[0] == ("President George Bush", "Bush")
    assert blocks("Yesterday Bush said", "Bush said", likely)[0] == ("Bush", "Bush")
    assert blocks("President Bush said", "Senator Bush said", likely)[1] == ("Bush", "Bush")


def test_a_first_name_takes_in_nothing():
    likely = {("Roy", "Roy"): 0.9, ("Petrak", "Petrak"): 0.9}
    assert ("Roy", "Roy") in blocks("when Councilman Roy Petrak came", "Roy Petrak", likely)


def test_only_words_left_over_meet():
    assert blocks("first of all the quarry", "a quarry last", {}) == [("quarry", "quarry")]
    assert blocks("one quarry , another quarry", "a quarry last", {}) == []


def test_a_pronoun_meets_the_name_in_its_place():
    likely = {("and", "and"): 0.9, ("left", "left"): 0.9}
    assert ("Alan Brisco", "he") in blocks("and Alan Brisco left", "and he left", likely)


def test_two_small_words_in_one_place_do_not_meet():
    likely = {("came", "came"): 0.9, ("home", "home"): 0.9}
    assert blocks("came to home", "came at home", likely) == [("came", "came"), ("home", "home")]


@given(st.integers(1, 8), st.integers(1, 8), st.integers(0, 999))
def test_each_word_stands_in_one_block_at_most(n, m, seed):
    random = np.random.default_rng(seed)
    vocabulary = ["the", "in", "Bush", "President", "mayor", "resigned", "4.2", ","]
    a, b = (words(" ".join(random.choice(vocabulary, size))) for size in (n, m))
    field = pair_field(a, b, None)
    found = find_blocks(field, random.uniform(0, 1, (n, m)).astype(np.float32) * field.possible)
    assert found == sorted(found, key=lambda x: x.a_start)
    for side in ([(x.a_start, x.a_end) for x in found], [(x.b_start, x.b_end) for x in found]):
        taken = [k for start, end in side for k in range(start, end)]
        assert len(taken) == len(set(taken))
        assert all(start < end for start, end in side)


def test_blocks_are_values():
    assert Block(0, 1, 0, 1) == Block(0, 1, 0, 1)
