"""Which of an article's words stand inside quotation marks, and which quoted words two sentences share."""

from __future__ import annotations

from dataclasses import dataclass

from core.lexis import is_function, key, shared_runs
from core.model import Article


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
    spans = sorted(q.span for q in article.quotations)
    out: list[Words] = []
    at = 0
    for index, sentence in enumerate(article.sentences):
        if not sentence.checked:
            out.append(Words((), ()))
            continue
        while at < len(spans) and spans[at].end <= sentence.span.start:
            at += 1
        near = [s for s in spans[at : at + 16] if s.overlaps(sentence.span)]
        words = [t for t in article.sentence_tokens(index) if t.word]
        out.append(
            Words(
                tuple(key(t.span.of(article.text)) for t in words),
                tuple(any(s.contains(t.span) for s in near) for t in words),
            )
        )
    return out


def shared_quotation(a: Words, b: Words, least: int) -> int:
    """Return how many quoted words two sentences share in runs of at least ``least`` with some content, else 0."""
    own, other = a.quoted_keys, b.quoted_keys
    if len(own) < least or len(other) < least:
        return 0
    runs = [own[i : i + n] for i, _, n in shared_runs(own, other, least)]
    return sum(len(run) for run in runs if sum(not is_function(word) for word in run) >= 2)  # noqa: PLR2004
