"""Whom “he” and “she” mean."""

from collections.abc import Callable

import pytest

from core.divergence.antecedents import antecedent
from core.model import Article, Span

Reader = Callable[..., Article]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Striker Tom Weller, who scored twice, would stay. “I signed,” he said.", "Weller"),
        ("“We lost,” coach Ida Brandt said on Friday.\n\n“We will be back,” she said.", "Brandt"),
        ("Mr Weller and Mrs Brandt came to Leeds. “We will be back,” she said.", "Brandt"),
        ("The mill is owned by Penn Foods, whose head, Dr. Ida Brandt, was absent. “We will go,” she said.", "Brandt"),
        ("Tom Weller met Paul Moss in Leeds. “I signed,” he said.", None),
        ("Tom Weller met Paul Moss. Ida Brandt came.\n\nMoss’s view was short: “I signed,” he said.", "Moss"),
        ("The club lost. “We will be back,” she said.", None),
    ],
)
def test_antecedent(article: Reader, text: str, name: str | None) -> None:
    read = article(text)
    at = max(text.rfind(" he said"), text.rfind(" she said")) + 1
    found = antecedent(read, Span(at, text.index(" said", at)))
    assert (found.value.split()[-1] if found else None) == name


def test_a_name_is_no_pronoun(article: Reader) -> None:
    read = article("Tom Weller came. “I signed,” Weller said.")
    assert antecedent(read, Span(27, 33)) is None
