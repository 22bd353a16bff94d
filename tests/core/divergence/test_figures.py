"""Figures in words are read whole, and never cut."""

import pytest

from core.segment.numbers import find_numbers


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("two and a half million dollars", ("two and a half million dollars", "2500000 USD")),
        ("a quarter of a million euros", ("a quarter of a million euros", "250000 EUR")),
        ("half a million", ("half a million", "500000")),
        ("one and three quarters", ("one and three quarters", "1.75")),
        ("a million and a half", ("a million and a half", "1500000")),
        ("£1¾bn", ("£1¾bn", "1750000000 GBP")),
        ("¾ of voters", ("¾", "75 %")),
    ],
)
def test_read_whole(text: str, found: tuple[str, str]) -> None:
    assert [(text[s:e], value) for s, e, value in find_numbers(text, 0, len(text))] == [found]


@pytest.mark.parametrize("text", ["a few million dollars", "tens of millions", "several thousand", "a year and a half"])
def test_no_figure(text: str) -> None:
    assert not [*find_numbers(text, 0, len(text))]
