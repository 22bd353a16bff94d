"""Whether two articles are on one topic at all.

Two figures must both be reached. The mean likeness of their sentences is raised by a topic and hardly by a passage that
was copied. Vocabulary in common is the overlap of the frequency distributions of content words; a name that both repeat
counts more, for it is what reports of one event cannot do without.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from core.align.stream import Flags
from core.evidence import CaseStems, WordField, Wording
from core.languages import ENGLISH, shared_language
from core.languages.codes import NOUNS_CAPITAL
from core.lexis import is_function
from core.model import Article
from core.once import REMEMBERED, Itself, kept
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
    language = shared_language(a.language, b.language) or ENGLISH
    share_a, name_a = _shares(a, words.stem_a, size, language)
    share_b, name_b = _shares(b, words.stem_b, size, language)
    worth = np.where(name_a & name_b, NAME, 1.0)
    return float((np.minimum(share_a, share_b) * worth).sum())


def vocabularies_in_common(
    articles: Sequence[Article], stems: CaseStems, language: str = ENGLISH
) -> NDArray[np.float64]:
    """Return (articles, articles): the same for every two of many articles in one language."""
    size = len(stems.worth)
    both = [_shares(a, stem, size, language) for a, stem in zip(articles, stems.stem, strict=True)]
    shares, names = np.stack([share for share, _ in both]), np.stack([name for _, name in both])
    out = np.zeros((len(articles), len(articles)))
    for at, (share, name) in enumerate(both):
        own = np.flatnonzero(share)
        worth = np.where(names[:, own] & name[own], NAME, 1.0)
        out[at] = (np.minimum(shares[:, own], share[own]) * worth).sum(axis=1)
    return out


def _shares(article: Article, stems: NDArray[np.int32], size: int, language: str) -> tuple[NDArray[np.float64], Flags]:
    """Return each stem's share of the article's content words, and whether it is a name that is repeated."""
    content, capital = _kinds(Itself(article), language)
    count = np.bincount(stems[content], minlength=size)
    capitals = np.bincount(stems[content & capital], minlength=size)
    return count / max(1, int(count.sum())), (count > 1) & (capitals > CAPITAL * count)


@kept(REMEMBERED)
def _kinds(itself: Itself, language: str) -> tuple[Flags, Flags]:
    """Return of each token of the checked sentences whether it is a content word, and whether it has a capital."""
    article = itself.article
    words = [
        t.of(article.text) if t.word else ""
        for i, s in enumerate(article.sentences)
        if s.checked
        for t in article.sentence_tokens(i)
    ]
    content = np.fromiter((bool(w) and not is_function(w, language) for w in words), dtype=bool, count=len(words))
    names = language not in NOUNS_CAPITAL
    capital = np.fromiter((names and w[:1].isupper() for w in words), dtype=bool, count=len(words))
    return content, capital
