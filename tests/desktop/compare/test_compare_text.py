from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from desktop.compare.text import Utf16, shown


@given(st.text())
def test_utf16_offsets_agree_with_the_encoding(text: str) -> None:
    units = Utf16.of(text)
    for offset in range(len(text) + 1):
        assert units.units(offset) == len(text[:offset].encode("utf-16-le", "surrogatepass")) // 2


@given(st.text(st.characters(codec=None)))
def test_shown_text_keeps_every_offset_and_can_be_encoded(text: str) -> None:
    flat = shown(text)
    assert len(flat) == len(text)
    flat.encode("utf-8")
    assert not any(c in flat for c in "\n\r\t\u2028\u2029\x00")


def test_line_ends_inside_a_sentence_show_as_one_space() -> None:
    assert shown("one\r\n  two") == "one \u200b\u200b\u200btwo"
    assert shown("10\u00a0000 \ud800") == "10\u00a0000 \ufffd"
