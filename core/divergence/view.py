"""One link as the finders see it: the words of both sides in a row, and who corresponds to whom.

Pure. A is the side that the change is told of, B the one it is compared with: A's source, where that is known. Places
are indices into a side's row of words.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from core.divergence.facts import facts_of, initials, mentions_in, quotation_at, quotations_near
from core.lexis import is_function, key, stem
from core.model import Article, Link, Mention, MentionKind, Quotation, Span, WordMatch
from core.spelling import one_spelling, spelled
from resources.lists import word_list

NEAR = 20
"""Characters around a sentence in which a quotation may stand that its words belong to."""
Similar = Callable[[str, str], float | None]
"""Cosine of the encoder's vectors of two words or phrases out of context, None without the encoder."""


@dataclass(frozen=True, slots=True)
class Word:
    """A token of one side."""

    at: int
    span: Span
    text: str
    key: str
    """Case, typography and possessive aside."""
    word: bool
    sentence: int
    """Index of its sentence in the article."""
    quotation: int | None
    """Index of the quotation of the article that it stands in."""

    @property
    def content(self) -> bool:
        """Return whether it carries content rather than grammar."""
        return self.word and not is_function(self.text)


@dataclass(frozen=True, slots=True)
class SideView:
    """One side of a link."""

    article: Article
    sentences: tuple[int, ...]
    words: tuple[Word, ...]
    mentions: tuple[Mention, ...]
    """The mentions inside the link's sentences."""
    quotations: tuple[Quotation, ...]
    """The quotations in and next to the link's sentences."""

    @property
    def vocabulary(self) -> frozenset[str]:
        """Return the keys of all words of the whole article."""
        return facts_of(self.article).vocabulary

    def of(self, span: Span) -> str:
        """Return the wording of a stretch."""
        return span.of(self.article.text)

    def mentioned(self, kind: MentionKind) -> list[Mention]:
        """Return the mentions of one kind inside the link's sentences."""
        return [m for m in self.mentions if m.kind is kind]

    def inside(self, span: Span) -> list[Word]:
        """Return the words that overlap a stretch."""
        first = bisect_right(self.words, span.start, key=lambda w: w.span.end)
        return list(self.words[first : bisect_left(self.words, span.end, key=lambda w: w.span.start)])

    def sentence(self, index: int) -> list[Word]:
        """Return the words of one sentence of the article."""
        return [w for w in self.words if w.sentence == index]

    def quoted(self, span: Span) -> bool:
        """Return whether a stretch begins inside a quotation."""
        return quotation_at(self.article, span.start) is not None

    def hull(self, words: Sequence[Word]) -> Span:
        """Return the stretch from the first of the words to the last."""
        return Span(min(w.span.start for w in words), max(w.span.end for w in words))


@dataclass(frozen=True, slots=True)
class LinkView:
    """Both sides of a link and the correspondence of their words."""

    link: Link
    a: SideView
    b: SideView
    to_b: Mapping[int, tuple[int, ...]]
    to_a: Mapping[int, tuple[int, ...]]
    matches: Mapping[tuple[int, int], WordMatch]
    derived: bool = True
    """Whether A was made from B as far as is known; else a change must not be told as one that A made."""

    @property
    def source(self) -> str:
        """Return what a sentence calls B."""
        return "the source" if self.derived else "the other article"

    def became(self, a: Span, b: Span) -> str:
        """Return the beginning of a sentence that tells both wordings."""
        if self.derived:
            return f"“{self.b.of(b)}” in the source became “{self.a.of(a)}”"
        return f"“{self.b.of(b)}” in the other article is “{self.a.of(a)}” here"

    def opposed(self, a: Span, b: Span) -> str:
        """Return a sentence that tells two wordings of which one is the other's opposite."""
        if self.derived:
            return f"“{self.b.of(b)}” in the source became its opposite, “{self.a.of(a)}”."
        return f"“{self.b.of(b)}” in the other article is its opposite, “{self.a.of(a)}”, here."

    def partners_a(self, word: Word) -> list[Word]:
        """Return the words of A that stand for a word of B."""
        return [self.a.words[i] for i in self.to_a.get(word.at, ())]

    def partners_b(self, word: Word) -> list[Word]:
        """Return the words of B that a word of A stands for."""
        return [self.b.words[j] for j in self.to_b.get(word.at, ())]

    def meet(self, a: Span, b: Span) -> bool:
        """Return whether some word of a stretch of A stands for one of a stretch of B."""
        other = {w.at for w in self.b.inside(b)}
        return any(j in other for w in self.a.inside(a) for j in self.to_b.get(w.at, ()))

    def paired_a(self, sentence: int) -> tuple[int, ...]:
        """Return the sentences of A that truly correspond to one of B."""
        return tuple(i for i, j, _ in self.link.pairs if j == sentence) or self.link.a


def link_view(link: Link, a: Article, b: Article, *, derived: bool = True) -> LinkView:
    """Return the link with its words laid out; ``derived`` says whether A is known to be made from B."""
    side_a, side_b = _side(a, link.a), _side(b, link.b)
    places_a, places_b = ({w.span.start: w.at for w in side.words} for side in (side_a, side_b))
    to_b: dict[int, list[int]] = defaultdict(list)
    to_a: dict[int, list[int]] = defaultdict(list)
    matches: dict[tuple[int, int], WordMatch] = {}
    for aligned in link.alignment:
        own, other = _met(side_a, places_a, aligned.a), _met(side_b, places_b, aligned.b)
        for i, j in ((w.at, v.at) for w in own for v in other if w.word == v.word):
            to_b[i].append(j)
            to_a[j].append(i)
            matches[i, j] = aligned.match
    from_a, from_b = {i: tuple(js) for i, js in to_b.items()}, {j: tuple(i) for j, i in to_a.items()}
    return LinkView(link, side_a, side_b, from_a, from_b, matches, derived)


def _met(side: SideView, places: Mapping[int, int], span: Span) -> Sequence[Word]:
    """Return the words that overlap an aligned stretch, which nearly always is one word."""
    at = places.get(span.start)
    if at is not None and side.words[at].span.end == span.end:
        return side.words[at : at + 1]
    return side.inside(span)


def _side(article: Article, sentences: Sequence[int]) -> SideView:
    words: list[Word] = []
    mentions: list[Mention] = []
    for index in sentences:
        span = article.sentences[index].span
        mentions += mentions_in(article, span)
        quotes = bool(quotations_near(article, span))
        for token in article.sentence_tokens(index):
            place = token.span
            text = place.of(article.text)
            quotation = quotation_at(article, place.start) if quotes else None
            words.append(Word(len(words), place, text, key(text), token.word, index, quotation))
    return SideView(article, tuple(sentences), tuple(words), tuple(mentions), _quotations(article, sentences))


def _quotations(article: Article, sentences: Sequence[int]) -> tuple[Quotation, ...]:
    """Return the quotations in and next to some sentences, in text order."""
    found: set[int] = set()
    for span in (article.sentences[i].span for i in sentences):
        found.update(quotations_near(article, Span(max(0, span.start - NEAR), span.end + NEAR)))
    return tuple(article.quotations[n] for n in sorted(found))


def same_stem(a: str, b: str) -> bool:
    """Return whether two words are forms of one word, irregular verbs included."""
    return stem(a) == stem(b) or base_form(a) == base_form(b) or stem(spelled(a)) == stem(spelled(b))


def same_form(a: str, b: str) -> bool:
    """Return whether two words are forms of one verb or noun, not words derived from one another (equal, equality)."""
    one, two = key(a), key(b)
    if base_form(a) == base_form(b) and (is_irregular_past(a) or is_irregular_past(b)):
        return True
    shared = next((n for n, (x, y) in enumerate(zip(one, two, strict=False)) if x != y), min(len(one), len(two)))
    return stem(a) == stem(b) and {one[shared:], two[shared:]} <= _ENDINGS


def same_spelling(a: str, b: str) -> bool:
    """Return whether two words differ in accents, apostrophes and British or American spelling alone.

    Accents and apostrophes may be kept, dropped, or lost with their letters.
    """
    return _folded(a) == _folded(b) or _bare(a) == _bare(b) or one_spelling(a, b)


def _folded(word: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFD", word) if c.isalnum())


def _bare(word: str) -> str:
    return "".join(c for c in word if c.isascii() and c.isalnum())


def abbreviates(word: str, name: str) -> bool:
    """Return whether a word is made of the initials of a name: DH, Department of Health."""
    return shortened(word) == initials(name) != ""


def shortened(word: str) -> str:
    """Return a word as the initials of a name are written: without stops, in lower case."""
    return word.replace(".", "").casefold()


def base_form(word: str) -> str:
    """Return the base of an irregular verb form, else the word's stem."""
    return _irregular().get(key(word)) or stem(word)


def is_irregular_past(word: str) -> bool:
    """Return whether the word is a past form of an irregular verb that differs from its base."""
    plain = key(word)
    return _irregular().get(plain, plain) != plain


_ENDINGS = frozenset({"", "s", "es", "ed", "d", "ing", "e", "y", "ies", "ied", "n", "en", "er", "est"})


@cache
def _irregular() -> dict[str, str]:
    rows = (line.split() for line in word_list("irregular_verbs"))
    return {form: base for base, *forms in rows for form in (base, *forms)}


@cache
def word_table(name: str) -> dict[str, str]:
    """Return ``resources/words/NAME.txt`` whose lines read ``word = value``."""
    rows = (line.partition(" = ") for line in word_list(name))
    return {left.strip(): right.strip() for left, _, right in rows}
