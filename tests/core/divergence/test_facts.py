"""What the finders look up in a whole article is looked up once, whatever the article is called or meant to be."""

from __future__ import annotations

from dataclasses import replace

from core.divergence.facts import facts_of
from core.ingest import pasted
from core.model import Role
from core.segment import segment


def test_another_role_or_title_needs_no_new_look() -> None:
    article = segment(pasted("The harbour closes at noon, Ana Ruiz said. Nobody was hurt."), "a1")
    known = facts_of(article)
    assert facts_of(replace(article, role=Role.SOURCE)) is known
    titled = replace(article, title="Harbour", document=replace(article.document, title="Harbour"))
    assert facts_of(titled) is known


def test_another_reading_of_the_same_words_is_another_article() -> None:
    one, other = (segment(pasted("The harbour closes at noon."), "a1") for _ in range(2))
    assert facts_of(one) is not facts_of(other)
    assert facts_of(one) == facts_of(other)
