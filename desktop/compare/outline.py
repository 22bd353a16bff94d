"""What is asked of every sentence of an article at once, kept in columns: how long it is, what it is, where it stands.

Pure. A text has thousands of sentences of which a few are in view: only these are ever made into something to paint.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from core.model import Article, SentenceKind
from desktop.remembering import early_of_article, remembered


@dataclass(frozen=True, slots=True, eq=False)
class Outline:
    """One article's sentences; an entry each. An outline equals only itself."""

    lengths: Sequence[int] = ()
    """Code points."""
    kinds: Sequence[SentenceKind] = ()
    starts: Sequence[bool] = ()
    """Whether it stands in another paragraph than the one before it."""
    headlines: frozenset[int] = frozenset()
    unchecked: frozenset[int] = frozenset()
    """Sentences that are compared with nothing."""

    def __len__(self) -> int:
        return len(self.lengths)


EMPTY = Outline()


@early_of_article
@remembered(8)
def outline_of(article: Article) -> Outline:
    """Return an article's outline; the last ones are kept, for every filter asks again."""
    sentences = article.sentences
    kinds = [s.kind for s in sentences]
    paragraphs = [p.start for p in article.paragraphs]
    numbers = [bisect_right(paragraphs, s.span.start) for s in sentences]
    return Outline(
        [len(s.span) for s in sentences],
        kinds,
        [n == 0 or numbers[n] != numbers[n - 1] for n in range(len(numbers))],
        frozenset(n for n, kind in enumerate(kinds) if kind is SentenceKind.HEADLINE),
        frozenset(n for n, s in enumerate(sentences) if not s.checked),
    )
