"""The lists of opposites are well formed, and opposites tell of a change only where nothing turns the sense back."""

from collections.abc import Callable

import pytest

from core.divergence.find import find_divergences
from core.lexis import stem
from core.model import Article, DivergenceType, Link
from resources.lists import word_list

Reader = Callable[..., Article]
Linker = Callable[..., Link]


@pytest.mark.parametrize("name", ["opposites", "opposite_places"])
def test_every_line_has_two_sides_and_no_word_stands_on_both(name: str) -> None:
    for line in word_list(name):
        left, mark, right = line.replace(" >< ", " | ").partition(" | ")
        assert mark, line
        assert line == line.lower()
        assert not {stem(w) for w in left.split()} & {stem(w) for w in right.split()}, line


@pytest.mark.parametrize(
    ("a", "b", "told"),
    [
        ("Members voted for the plan to sell the pier.", "Members voted against the plan to sell the pier.", 1),
        ("Prices stayed above the level of May.", "Prices stayed below the level of May.", 1),
        ("The board accepted the offer in May.", "The board rejected the offer in May.", 1),
        ("The firm reported a decrease in profit.", "The firm reported an increase in profit.", 1),
        ("The party will lose the election in June.", "The party will win the election in June.", 1),
        ("No one supported the closure in May.", "Everyone opposed the closure in May.", 0),
        ("Rovers lost to City on Monday.", "City won against Rovers on Monday.", 0),
        ("Prices rose after they fell in May.", "Prices fell before they rose in May.", 0),
        ("“We supported the plan,” she said.", "“We opposed the plan,” she said.", 0),
    ],
)
def test_opposites(a: str, b: str, told: int, article: Reader, linked: Linker) -> None:
    own, other = article(a), article(b, "a2")
    found = find_divergences(linked(own, other), own, other, lambda *_: 0.9)
    assert sum(d.type is DivergenceType.NEGATION for d in found) == told


def test_both_wordings_are_told(article: Reader, linked: Linker) -> None:
    own, other = article("The council supported the closure."), article("The council opposed the closure.", "a2")
    (found,) = find_divergences(linked(own, other), own, other, lambda *_: 0.9)
    assert found.why == "“opposed” in the source became its opposite, “supported”."
