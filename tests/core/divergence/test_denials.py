"""Denials lost or added around a preposition, none told as all, and modals of other strength."""

from collections.abc import Callable

import pytest

from core.divergence.find import find_divergences
from core.model import Article, DivergenceType, Link

Reader = Callable[..., Article]
Linker = Callable[..., Link]
Told = tuple[str, str]


@pytest.fixture
def told(article: Reader, linked: Linker) -> Callable[[str, str, DivergenceType], list[Told]]:
    """Return what is told of two texts, as the words of A and of B."""

    def find(a: str, b: str, kind: DivergenceType) -> list[Told]:
        own, other = article(a), article(b, "a2")
        found = find_divergences(linked(own, other), own, other, lambda *_: 0.9)
        return [(d.a.of(own.text), d.b.of(other.text)) for d in found if d.type is kind and d.a and d.b]

    return find


@pytest.mark.parametrize(
    ("affirmed", "denied", "words"),
    [
        (
            "The union is in dispute with the port over pay.",
            "The union is not in dispute with the port over pay.",
            ("is in dispute", "is not in dispute"),
        ),
        (
            "The keys were on the table that night.",
            "The keys weren't on the table that night.",
            ("were on the table", "weren't on the table"),
        ),
        (
            "Two of the captains signed the letter.",
            "None of the captains signed the letter.",
            ("Two of the captains", "None of the captains"),
        ),
        (
            "Everyone in the crew saw the light.",
            "No one in the crew saw the light.",
            ("Everyone in the crew", "No one in the crew"),
        ),
        ("All ferries sailed on Monday.", "No ferries sailed on Monday.", ("All ferries", "No ferries")),
        ("The ferry always sails at night.", "The ferry never sails at night.", ("always sails", "never sails")),
    ],
)
def test_a_denial_is_told_whichever_side_has_it(
    affirmed: str, denied: str, words: Told, told: Callable[[str, str, DivergenceType], list[Told]]
) -> None:
    assert told(affirmed, denied, DivergenceType.NEGATION) == [words]
    assert told(denied, affirmed, DivergenceType.NEGATION) == [words[::-1]]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The driver had left the scene when police arrived.", "The driver was not at the scene when police arrived."),
        ("The mayor was out of danger.", "The mayor was not in danger."),
        ("He was killed at home when the raid came.", "He was not at home when the raid came."),
        ("The owner denied being in talks to sell.", "The owner said it was not in talks to sell."),
        ("All ferries were late, but nobody complained.", "Nobody complained, but all ferries were late."),
        ("Nobody in the crew agreed.", "Everyone in the crew refused."),
    ],
)
def test_another_way_to_say_it_is_no_denial_lost(
    a: str, b: str, told: Callable[[str, str, DivergenceType], list[Told]]
) -> None:
    assert told(a, b, DivergenceType.NEGATION) == []


@pytest.mark.parametrize(
    ("a", "b", "words"),
    [
        (
            "Bell said the yard would be exposed to frost.",
            "Bell said the yard might be exposed to frost.",
            ("would be exposed", "might be exposed"),
        ),
        ("The yard must pay the fine.", "The yard may pay the fine.", ("must pay", "may pay")),
        ("The yard will close in May.", "The yard could close in May.", ("will close", "could close")),
        ("The ferry will carry 40 cars.", "The ferry can carry 40 cars.", ("will carry", "can carry")),
        ("The yard is closed to visitors.", "The yard may be closed to visitors.", ("is closed", "may be closed")),
    ],
)
def test_a_modal_of_other_strength_is_told(
    a: str, b: str, words: Told, told: Callable[[str, str, DivergenceType], list[Told]]
) -> None:
    assert told(a, b, DivergenceType.MODALITY) == [words]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The yard will probably close in May.", "The yard may close in May."),
        ("The yard would close if the bank refused.", "The yard could close if the bank refused."),
        ("The yard might close in May.", "The yard may close in May."),
        ("“The yard will close,” Bell said.", "“The yard may close,” Bell said."),
    ],
)
def test_doubt_that_is_kept_is_no_change(
    a: str, b: str, told: Callable[[str, str, DivergenceType], list[Told]]
) -> None:
    assert told(a, b, DivergenceType.MODALITY) == []
