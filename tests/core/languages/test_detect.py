"""The language of short news: told for many languages, never wrongly for English, and not told where nothing speaks."""

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import core
from core.languages import NAMES, UNSURE, comparable, shared_language
from core.languages.detect import guess_language
from tests.core.languages.written import NEWS


@pytest.mark.parametrize("code", NEWS)
def test_two_sentences_of_news_tell_their_language(code):
    assert guess_language(NEWS[code]) == code


@pytest.mark.parametrize("code", [c for c in NEWS if c != "en"])
def test_a_few_words_are_not_taken_for_another_language(code):
    assert guess_language(" ".join(NEWS[code].split()[:2])[:12]) in (code, UNSURE)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "42",
        "Hello",
        "Der",
        "“It’s a nice car,” said Willoughby.",
        "Shares Plunge Amid Tariff Fears",
        "De big columns still stan’ here.",
        "https://example.org/der-die-das-und-nicht",
        "O’Brien’s attorney, Jordan Green, declined to comment.",
    ],
)
def test_what_says_too_little_is_english_or_not_told(text):
    assert guess_language(text) in ("en", UNSURE)


def test_english_that_quotes_another_language_is_english():
    quote = "«Nous ne pouvons plus attendre», he said. "
    assert guess_language(NEWS["en"] + " " + quote + NEWS["en"]) == "en"


def test_a_text_half_in_one_language_and_half_in_others_is_not_told():
    mixed = " ".join(NEWS[code] * 5 for code in ("de", "es", "pl"))
    assert guess_language(mixed) == UNSURE


def test_what_the_file_claims_counts_only_where_the_text_does_not_tell():
    assert guess_language("Kurz gemeldet", "de-AT") == "de"
    assert guess_language("Kort fortalt", "nb") == "no"
    assert guess_language(NEWS["fr"], "en-GB") == "fr"
    assert guess_language("Briefly", "x-none") == UNSURE


def test_texts_are_compared_in_the_language_of_the_one_that_tells():
    assert shared_language("de", UNSURE) == shared_language(UNSURE, "de") == "de"
    assert shared_language(UNSURE, UNSURE) == "en"
    assert not comparable("de", "en")


def test_plain_english_and_scripts_of_one_language_load_no_model():
    program = (
        "import sys\nfrom core.languages.detect import guess_language\n"
        "print(guess_language(sys.argv[1]), guess_language(sys.argv[2]), any('py3langid' in m for m in sys.modules))"
    )
    command = [sys.executable, "-c", program, NEWS["en"], NEWS["ko"]]
    done = subprocess.run(command, cwd=Path(core.__file__).parent.parent, capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["en", "ko", "False"]


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=300))
def test_any_text_has_an_answer(text):
    assert guess_language(text) in {*NAMES, UNSURE}
