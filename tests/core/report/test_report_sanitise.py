import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.report.sanitise import BREAK, REPLACEMENT, clean, replace_characters

ANY_TEXT = st.text(st.characters(codec=None, categories=None), max_size=300)


@given(ANY_TEXT)
def test_nothing_stays_that_a_pdf_must_not_hold(text: str) -> None:
    shown = clean(text)
    assert "\ufeff" not in shown
    assert not {unicodedata.category(c) for c in shown} & {"Cc", "Cs", "Co"}
    assert not any(c in shown for c in "\u202a\u202b\u202d\u202e\u2066\u2067\u2068\uffff\ufdd0")
    shown.encode("utf-8")


@given(ANY_TEXT)
def test_every_long_word_can_break(text: str) -> None:
    assert all(len(part) <= 40 for word in clean(text).split() for part in word.split(BREAK) if part.isalnum())


@given(st.text("abcdefgh “”,.-—é", max_size=200))
def test_ordinary_wording_is_left_alone(text: str) -> None:
    assert clean(text).replace(BREAK, "") == text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\x00b\x1bc", "a[U+0000]b[U+001B]c"),
        ("pay \u202e001\u202c now", "pay [U+202E]001[U+202C] now"),
        ("\ufeffStart", "[U+FEFF]Start"),
        ("one\r\ntwo\tthree", "one  two three"),
        ("\ue000 \ud800 \uffff", f"{REPLACEMENT} {REPLACEMENT} {REPLACEMENT}"),
        ("e\u0301", "e\u0301"),
    ],
)
def test_hidden_characters_become_visible(text: str, shown: str) -> None:
    assert clean(text) == shown


def test_a_tower_of_marks_is_cut() -> None:
    assert clean("a" + "\u0301" * 300 + "b") == "a" + "\u0301" * 4 + REPLACEMENT + "b"


def test_a_digest_stays_whole() -> None:
    digest = "3c9158868a855cd8b32aa5cbf0c4a0be68bf659f377a94b985780c78ab8ded13"
    assert clean(f"(SHA-256 {digest}).") == f"(SHA-256 {digest})."


def test_replacing_takes_joiners_along() -> None:
    family = "\U0001f468\u200d\U0001f469"
    assert replace_characters(f"x {family}\ufe0f", {"\U0001f468", "\U0001f469"}) == f"x {REPLACEMENT}{REPLACEMENT}"
    assert replace_characters("क\u200dष", {"z"}) == "क\u200dष"
