"""Articles and links for the finders, aligned by a plain word difference instead of the encoder."""

from collections.abc import Callable
from difflib import SequenceMatcher

import pytest

from core.lexis import key, stem
from core.model import AlignedWords, Article, Document, Evidence, Link, MatchClass, Span, Token, WordMatch
from core.segment import segment


def read(text: str, name: str = "a1") -> Article:
    return segment(Document(path="", sha256="0" * 64, text=text), name)


def align(a: Article, b: Article) -> tuple[AlignedWords, ...]:
    """Equal stretches word by word; replaced ones word by word when they are as long, else as one phrase."""
    own, other = [t for t in a.tokens if t.word], [t for t in b.tokens if t.word]
    text_a, text_b = [key(t.span.of(a.text)) for t in own], [key(t.span.of(b.text)) for t in other]
    aligned: list[AlignedWords] = []
    for tag, i0, i1, j0, j1 in SequenceMatcher(None, text_a, text_b, autojunk=False).get_opcodes():
        if tag == "equal" or (tag == "replace" and i1 - i0 == j1 - j0):
            aligned += [_pair(a, x, b, y) for x, y in zip(own[i0:i1], other[j0:j1], strict=True)]
        elif tag == "replace" and i1 - i0 <= 3 and j1 - j0 <= 3:
            whole_a, whole_b = Span(own[i0].start, own[i1 - 1].end), Span(other[j0].start, other[j1 - 1].end)
            aligned.append(AlignedWords(whole_a, whole_b, WordMatch.CHANGED))
    return tuple(aligned)


def _pair(a: Article, x: Token, b: Article, y: Token) -> AlignedWords:
    one, two = x.span.of(a.text), y.span.of(b.text)
    if key(one) == key(two):
        return AlignedWords(x.span, y.span, WordMatch.SAME)
    return AlignedWords(x.span, y.span, WordMatch.INFLECTED if stem(one) == stem(two) else WordMatch.CHANGED)


@pytest.fixture
def article() -> Callable[..., Article]:
    return read


@pytest.fixture
def linked() -> Callable[..., Link]:
    """Return a maker of the link that joins all sentences of two articles."""

    def make(a: Article, b: Article, match: MatchClass = MatchClass.CLOSE) -> Link:
        of_a, of_b = tuple(range(len(a.sentences))), tuple(range(len(b.sentences)))
        pairs = tuple((i, j, match) for i in of_a for j in of_b)
        evidence = Evidence(meaning=None, tokens=None, wording=0.5, order=0.5, longest_run=3)
        return Link(of_a, of_b, pairs, match, 0.9, evidence, alignment=align(a, b))

    return make
