"""What holds back headlines: they sum up, so they are near to everything, and they name what both articles are about.

Pure.
"""

from __future__ import annotations

import numpy as np

from core.evidence import Floats
from core.lexis import is_function, key
from core.model import Article, MentionKind, SentenceKind

APART = 0.3
"""Taken off the score of a headline and a body sentence: sharing a place or a name makes neither of the other."""
LITTLE_BUT_NAMES = 0.75
"""Most that two headlines which share little but a name may say of having been derived: no strong match."""
MORE_THAN_NAMES = 2
"""Content words that two headlines share beside names to say more."""


def held_back(a: Article, b: Article) -> Floats:
    """Return (a, b): what is taken off each score, where exactly one of both sentences is a headline."""
    rows = np.array([s.kind is SentenceKind.HEADLINE for s in a.sentences], dtype=bool)
    columns = np.array([s.kind is SentenceKind.HEADLINE for s in b.sentences], dtype=bool)
    off: Floats = APART * (rows[:, None] != columns[None, :]).astype(np.float32)
    return off


def most_to_say(a: Article, b: Article, i: int, j: int) -> float:
    """Return the highest confidence that A's sentence ``i`` and B's ``j`` may have: 1, or less for bare headlines."""
    if not a.sentences[i].kind is b.sentences[j].kind is SentenceKind.HEADLINE:
        return 1.0
    more = _beside_names(a, i) & _beside_names(b, j)
    same = [key(t.of(a.text)) for t in a.sentence_tokens(i)] == [key(t.of(b.text)) for t in b.sentence_tokens(j)]
    return 1.0 if same or len(more) >= MORE_THAN_NAMES else LITTLE_BUT_NAMES


def _beside_names(article: Article, sentence: int) -> set[str]:
    """Return the content words of a sentence that are part of no name."""
    span = article.sentences[sentence].span
    names = [m.span for m in article.mentions if m.kind is MentionKind.NAME and m.span.overlaps(span)]
    words = [t for t in article.sentence_tokens(sentence) if t.word and not any(n.overlaps(t.span) for n in names)]
    return {k for t in words if not is_function(k := key(t.of(article.text)))}
