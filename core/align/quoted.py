"""Which of an article's words stand inside quotation marks, and which quoted words two sentences share."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from core.languages import ENGLISH
from core.languages.codes import UNSPACED
from core.lexis import is_function, key
from core.model import Article
from core.once import REMEMBERED, Itself, kept

_CHARACTERS = 2
"""Characters of a word where each is a token of its own: most words of Chinese have as many."""
LEAST_CONTENT = 2
"""Content words that a shared run needs; "it is what it is" is said every day."""


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one sentence: their keys, and whether each is quoted."""

    keys: tuple[str, ...]
    quoted: tuple[bool, ...]

    @property
    def quoted_keys(self) -> list[str]:
        """The keys of the quoted words only."""
        return [k for k, q in zip(self.keys, self.quoted, strict=True) if q]


def sentence_words(article: Article) -> list[Words]:
    """Return the words of each checked sentence; unchecked ones have none."""
    return _sentence_words(Itself(article))


@kept(REMEMBERED)
def _sentence_words(itself: Itself) -> list[Words]:
    article = itself.article
    spans = sorted(q.span for q in article.quotations)
    out: list[Words] = []
    at = 0
    for index, sentence in enumerate(article.sentences):
        if not sentence.checked:
            out.append(Words((), ()))
            continue
        while at < len(spans) and spans[at].end <= sentence.span.start:
            at += 1
        end = at
        while end < len(spans) and spans[end].start < sentence.span.end:
            end += 1
        words = [t for t in article.sentence_tokens(index) if t.word]
        near = spans[at:end]
        out.append(
            Words(
                tuple(key(t.of(article.text)) for t in words),
                tuple(any(s.contains(t.span) for s in near) for t in words) if near else (False,) * len(words),
            )
        )
    return out


def sharing_quotations(
    a: Sequence[Words], b: Sequence[Words], least: int, language: str = ENGLISH
) -> list[tuple[int, int]]:
    """Return the sentences of A and B that share at least ``least`` quoted words in a row, two of them content."""
    places: dict[tuple[str, ...], set[int]] = defaultdict(set)
    for j, words in enumerate(b):
        for run in _telling_runs(words, least, language):
            places[run].add(j)
    return sorted(
        {
            (i, j)
            for i, words in enumerate(a)
            for run in _telling_runs(words, least, language)
            for j in places.get(run, ())
        }
    )


def quoted_runs(article: Article, least: int, language: str = ENGLISH) -> set[tuple[str, ...]]:
    """Return what an article quotes in runs of ``least`` words: who shares one of these shares a quotation."""
    return {run for words in sentence_words(article) for run in _telling_runs(words, least, language)}


def _telling_runs(words: Words, least: int, language: str) -> Iterator[tuple[str, ...]]:
    least *= _CHARACTERS if language in UNSPACED else 1
    keys = words.quoted_keys
    for start in range(len(keys) - least + 1):
        run = tuple(keys[start : start + least])
        if sum(not is_function(word, language) for word in run) >= LEAST_CONTENT:
            yield run
