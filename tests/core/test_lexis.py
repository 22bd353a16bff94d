from hypothesis import given
from hypothesis import strategies as st

from core.lexis import is_function, key, shared_runs, stem

WORDS = st.lists(st.sampled_from("abc"), max_size=14)


def test_typography_case_and_possessive_do_not_make_another_word():
    assert key("Kim’s") == key("kim's") == key("KIM")
    assert key("U.S.") == key("u.s")
    assert key("officials’") != key("")


def test_inflected_forms_share_a_stem():
    assert stem("considered") == stem("considering")
    assert stem("10,000") == stem("10000")


def test_function_words():
    assert is_function("The")
    assert not is_function("rocket")


def test_runs_of_words():
    a = ["the", "narrow", "land", "link", "between", "the", "countries"]
    b = ["miniscule", "land", "link", "between", "the", "countries"]
    assert shared_runs(a, b, 4) == [(2, 1, 5)]
    assert shared_runs(a, b, 6) == []


@given(WORDS, WORDS, st.integers(1, 4))
def test_runs_are_equal_long_enough_and_apart(a, b, least):
    seen_a: set[int] = set()
    seen_b: set[int] = set()
    for i, j, n in shared_runs(a, b, least):
        assert n >= least
        assert a[i : i + n] == b[j : j + n]
        assert not seen_a & set(range(i, i + n))
        assert not seen_b & set(range(j, j + n))
        seen_a |= set(range(i, i + n))
        seen_b |= set(range(j, j + n))


@given(WORDS)
def test_a_text_is_one_run_of_itself(a):
    assert shared_runs(a, a, 1)[:1] == ([(0, 0, len(a))] if a else [])
