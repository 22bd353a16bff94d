"""Whether two articles are on one topic at all.

Two figures must both be reached. The mean likeness of their sentences is raised by a topic and hardly by a passage that
was copied. Vocabulary in common is the overlap of the frequency distributions of content words; a name that both repeat
counts more, for it is what reports of one event cannot do without.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from core.align.stream import Flags
from core.evidence import WordField, Wording
from core.lexis import is_function
from core.model import Article
from core.options import Options

NAME = 3.0
"""What a name counts beside another word: where it loses 2 of 100 pairs on one topic, the overlap alone lets 12 of 100
unlike texts pass that share a copied passage, and 22 if names count like words."""
CAPITAL = 0.7
"""Share of a word's occurrences that start with a capital from which it is a name."""


def share_topic(a: Article, b: Article, wording: Wording, words: WordField, options: Options) -> bool:
    """Return whether the articles have more in common, sentence by sentence and as wholes, than unlike texts."""
    return wording.likeness >= options.same_likeness and vocabulary_in_common(a, b, words) >= options.same_vocabulary


def vocabulary_in_common(a: Article, b: Article, words: WordField) -> float:
    """Return the overlap of both articles' content words: 0 for none, above 1 only where names are shared."""
    size = 1 + max(int(stems.max(initial=0)) for stems in (words.stem_a, words.stem_b))
    share_a, name_a = _shares(a, words.stem_a, size)
    share_b, name_b = _shares(b, words.stem_b, size)
    worth = np.where(name_a & name_b, NAME, 1.0)
    return float((np.minimum(share_a, share_b) * worth).sum())


def _shares(article: Article, stems: NDArray[np.int32], size: int) -> tuple[NDArray[np.float64], Flags]:
    """Return each stem's share of the article's content words, and whether it is a name that is repeated."""
    words = [
        t.of(article.text) if t.word else ""
        for i, s in enumerate(article.sentences)
        if s.checked
        for t in article.sentence_tokens(i)
    ]
    content = np.fromiter((bool(w) and not is_function(w) for w in words), dtype=bool, count=len(words))
    capital = np.fromiter((w[:1].isupper() for w in words), dtype=bool, count=len(words))
    count = np.bincount(stems[content], minlength=size)
    capitals = np.bincount(stems[content & capital], minlength=size)
    return count / max(1, int(count.sum())), (count > 1) & (capitals > CAPITAL * count)
