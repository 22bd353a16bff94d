"""A case of any number of linked passages: the sample's rewrite and many copies of its source, all repeated.

Links, word alignments and divergences are the engine's own, moved to where their sentences stand in the longer texts.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import fields, is_dataclass, replace
from functools import cache
from typing import TypeVar

import seeds
from core import ingest
from core.model import Analysis, Article, Link, Pair, Sentence, Span, Token
from core.options import Options
from core.pipeline import analyse, recounted

SOURCES = 19
_REWRITE, _SOURCE = 2, 4
_GAP = "\n\n"
_T = TypeVar("_T")


def many_passages(links: int, sources: int = SOURCES) -> Analysis:
    """Return an analysis of one article and its sources with that many links, about as many with each."""
    pair = _sample()
    rewrite, source = pair.articles
    counts = [links // sources + (n < links % sources) for n in range(sources)]
    rounds = -(-max(counts) // len(pair.pairs[0].links))
    subject = _repeated(rewrite, rounds, "a0")
    others = [_repeated(source, rounds, f"a{n + 1}") for n in range(sources)]
    pairs = [_pair(pair.pairs[0], subject, other, rounds, count) for other, count in zip(others, counts, strict=True)]
    case = replace(pair, articles=(subject, *others), pairs=tuple(pairs), subject=subject.id)
    return recounted(case, Options(), case.exclusions)


@cache
def _sample() -> Analysis:
    paths = seeds.paths()
    return analyse([ingest.read(paths[n]) for n in (_REWRITE, _SOURCE)], subject=0)


def _repeated(article: Article, rounds: int, name: str) -> Article:
    """Return the article with its text several times over, as a file of its own."""
    step = len(article.text) + len(_GAP)
    text = (article.text + _GAP) * rounds
    # The name keeps the digests of equal texts apart, as those of two files with the same words seldom are.
    digest = hashlib.sha256(f"{name}{text}".encode()).hexdigest()

    def over(items: Sequence[_T]) -> tuple[_T, ...]:
        return tuple(_moved(item, n * step) for n in range(rounds) for item in items)

    words = len(article.tokens)
    return replace(
        article,
        id=name,
        document=replace(article.document, path=f"/desk/{name}.txt", sha256=digest, text=text, findings=()),
        paragraphs=over(article.paragraphs),
        sentences=tuple(_sentence(s, n * step, n * words) for n in range(rounds) for s in article.sentences),
        tokens=tuple(
            Token(t.start + n * step, t.end + n * step, t.word) for n in range(rounds) for t in article.tokens
        ),
        quotations=over(article.quotations),
        mentions=over(article.mentions),
    )


def _sentence(sentence: Sentence, by: int, words: int) -> Sentence:
    first, last = sentence.first_token + words, sentence.last_token + words
    return replace(sentence, span=_moved(sentence.span, by), first_token=first, last_token=last)


def _pair(pair: Pair, subject: Article, other: Article, rounds: int, count: int) -> Pair:
    links = [_link(link, n, subject, other, rounds) for n in range(rounds) for link in pair.links]
    return replace(pair, a=subject.id, b=other.id, links=tuple(links[:count]), passages=(), divergences=())


def _link(link: Link, n: int, a: Article, b: Article, rounds: int) -> Link:
    """Return the link as it stands in round ``n``."""
    down, across = (n * len(x.sentences) // rounds for x in (a, b))
    own, there = (n * len(x.text) // rounds for x in (a, b))
    return replace(
        link,
        a=tuple(i + down for i in link.a),
        b=tuple(j + across for j in link.b),
        pairs=tuple((i + down, j + across, match) for i, j, match in link.pairs),
        alignment=tuple(replace(w, a=_moved(w.a, own), b=_moved(w.b, there)) for w in link.alignment),
        divergences=tuple(
            replace(d, a=d.a and _moved(d.a, own), b=d.b and _moved(d.b, there)) for d in link.divergences
        ),
    )


def _moved(value: _T, by: int) -> _T:
    """Return a value with every span in it further on."""
    if isinstance(value, Span):
        return type(value)(value.start + by, value.end + by)
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{f.name: _moved(getattr(value, f.name), by) for f in fields(value)})
    return value
