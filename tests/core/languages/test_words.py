"""Stems and words of grammar: forms of one word meet, and no text of any language breaks a stemmer."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.languages import NAMES
from core.languages.words import abbreviations_in, grammar_words
from core.lexis import is_function, stem


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("de", "Häuser", "Häusern"),
        ("fr", "l’habitant", "habitants"),
        ("fr", "qu’aimait", "aimait"),
        ("it", "dell’impianto", "impianti"),
        ("es", "vecinos", "vecino"),
        ("ru", "театра", "театром"),
        ("sv", "bilarna", "bilar"),
        ("pt", "trabalhos", "trabalho"),
        ("nl", "gemeenten", "gemeente"),
    ],
)
def test_forms_of_one_word_have_one_stem(language, one, other):
    assert stem(one, language) == stem(other, language)


def test_words_of_grammar_are_those_of_the_language():
    assert is_function("nicht", "de")
    assert not is_function("nicht")
    assert is_function("qu’il", "fr")
    assert not is_function("the", "de")
    assert is_function("the", "und")


def test_a_language_without_lists_has_its_words_as_they_are():
    assert stem("Bibliothéik", "lb") == "bibliothéik"
    assert grammar_words("lb") == abbreviations_in("lb") == frozenset()


@settings(max_examples=300, deadline=None)
@given(st.sampled_from(sorted(NAMES)), st.text(alphabet=st.characters(categories=["L", "M"]), max_size=12))
def test_no_word_breaks_a_stemmer(language, word):
    assert isinstance(stem(word, language), str)
    assert isinstance(is_function(word, language), bool)
