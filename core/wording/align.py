"""Word alignment inside one link: which words of A stand for which words of B.

Pure: tokens and a matrix of similarities in, aligned stretches out. Two rounds of logistic regression say how likely
two words correspond (:mod:`core.wording.chances`), the likeliest become blocks and grow to phrases
(:mod:`core.wording.phrases`), and here each block is told how its two wordings relate.
"""

from __future__ import annotations

from collections.abc import Sequence

from core.languages import ENGLISH, shared_language
from core.lexis import is_function, key, stem
from core.model import AlignedWords, Article, Span, WordMatch
from core.wording.chances import word_chances
from core.wording.features import Field, Floats, pair_field
from core.wording.phrases import Block, find_blocks
from core.wording.weights import word_weights
from core.wording.word import Traits, Word, traits

SYNONYM = 0.22
"""Lowest centred cosine in context at which different words count as synonyms; by eye on own and sample links."""


def align_words(a: Sequence[Word], b: Sequence[Word], similarity: Floats | None) -> tuple[AlignedWords, ...]:
    """Return the corresponding words of A and B, in A's order; each word stands in at most one stretch.

    Args:
        a: the tokens of A's sentences in the link, in order.
        b: the tokens of B's.
        similarity: (a, b) cosines of the word vectors in context, None without the encoder.
    """
    if not a or not b:
        return ()
    field = pair_field(a, b, similarity)
    chances = word_chances(field, word_weights(encoder=similarity is not None))
    return tuple(_told(a, b, block, field) for block in find_blocks(field, chances))


def align_link(
    a: Article, of_a: Sequence[int], b: Article, of_b: Sequence[int], similarity: Floats | None
) -> tuple[AlignedWords, ...]:
    """Align the words of two groups of sentences; ``similarity`` as in :func:`align_words`."""
    language = shared_language(a.language, b.language) or ENGLISH
    return align_words(link_words(a, of_a, language), link_words(b, of_b, language), similarity)


def link_words(article: Article, indices: Sequence[int], language: str = ENGLISH) -> list[Word]:
    """Return the tokens of some sentences, in order."""
    return [Word(t.span, t.of(article.text), t.word, language) for i in indices for t in article.sentence_tokens(i)]


def _told(a: Sequence[Word], b: Sequence[Word], block: Block, field: Field) -> AlignedWords:
    i, j = slice(block.a_start, block.a_end), slice(block.b_start, block.b_end)
    own, other = a[i], b[j]
    if not own[0].word:
        match = WordMatch.SAME  # but for typography
    elif len(own) == len(other) == 1:
        close = float(field.centred[block.a_start, block.b_start])
        match = word_match(own[0].text, other[0].text, close, own[0].language)
    else:
        match = _phrase_match(field.a[i], field.b[j], float(field.centred[i, j].max()))
    return AlignedWords(Span(own[0].span.start, own[-1].span.end), Span(other[0].span.start, other[-1].span.end), match)


def _phrase_match(a: Sequence[Traits], b: Sequence[Traits], close: float) -> WordMatch:
    """Return how two phrases relate.

    One that leaves out words of the other and adds none keeps its sense, and so do the initials of a name.
    """
    content_a, content_b = ({t.base for t in side if t.content} for side in (a, b))
    if content_a <= content_b or content_b <= content_a or _abbreviates(a, b) or _abbreviates(b, a):
        return WordMatch.SYNONYM
    if any(t.digit for t in (*a, *b)):
        return WordMatch.CHANGED  # figures have no synonyms
    return WordMatch.SYNONYM if close >= SYNONYM else WordMatch.CHANGED


def _abbreviates(short: Sequence[Traits], long: Sequence[Traits]) -> bool:
    if len(short) > 1 or not short[0].acronym:
        return False
    every, content = "".join(t.initial for t in long), "".join(t.initial for t in long if not t.function)
    return short[0].acronym in (every, content)


def word_match(a: str, b: str, close: float, language: str = ENGLISH) -> WordMatch:
    """Return how two aligned words relate; ``close`` is their centred cosine in context."""
    if key(a) == key(b):
        return WordMatch.SAME
    if stem(a, language) == stem(b, language):
        return WordMatch.INFLECTED
    one, two = (traits(x, word=True, language=language).base for x in (a, b))
    if one == two and one.isdecimal():
        return WordMatch.SYNONYM  # twelve and 12
    if any(c.isdigit() for c in one + two) or (a[:1].isupper() and b[:1].isupper() and not is_function(a, language)):
        return WordMatch.CHANGED  # figures and names have no synonyms
    return WordMatch.SYNONYM if close >= SYNONYM else WordMatch.CHANGED
