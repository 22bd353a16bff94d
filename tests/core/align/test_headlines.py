"""A headline shares names with everything: it is no sentence's source for that, and no strong match with another."""

import pytest

from core.align.headlines import APART, LITTLE_BUT_NAMES, held_back, most_to_say
from core.ingest import pasted
from core.model import Article
from core.segment import segment

BODY = (
    "\n\nAt night the keeper of the light at Saltmere wrote a letter. It ran to eleven pages in ink, and he burnt it."
)


def read(headline: str) -> Article:
    return segment(pasted(headline + BODY), "a1")


def test_only_a_headline_beside_a_body_sentence_is_held_back() -> None:
    article = read("Keeper of Saltmere light retires")
    off = held_back(article, article)
    assert off[0, 0] == off[1, 2] == 0
    assert off[0, 1] == off[2, 0] == pytest.approx(APART)


@pytest.mark.parametrize(
    ("one", "two", "most"),
    [
        (
            "Ida Brandt, 1931-2024: a life by the sea",
            "Ida Brandt, keeper who wrote to the sea, dies at 93",
            LITTLE_BUT_NAMES,
        ),
        ("Keeper Ida Brandt dies at lighthouse", "Lighthouse mourns keeper Ida Brandt", 1.0),
        ("Ida Brandt, at rest", "Ida Brandt, at rest", 1.0),
    ],
)
def test_headlines_that_share_little_but_a_name_are_no_strong_match(one: str, two: str, most: float) -> None:
    assert most_to_say(read(one), read(two), 0, 0) == most


def test_body_sentences_may_say_all() -> None:
    article = read("Keeper of Saltmere light retires")
    assert most_to_say(article, article, 1, 1) == 1.0
