"""Which words an article has, as every stage asks for them. A foundation beside :mod:`core.lexis`."""

from __future__ import annotations

from collections import Counter

from core.lexis import key
from core.model import Article
from core.once import once


@once
def word_counts(article: Article) -> Counter[str]:
    """Return how often each word stands in an article, by its key; nobody may count on in it."""
    return Counter(key(t.of(article.text)) for t in article.tokens if t.word)
