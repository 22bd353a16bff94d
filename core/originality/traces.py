"""What rewriting leaves in single words: dates of publication, broken expressions, slips, names before introductions.

Pure: articles and links in, plain findings out; :mod:`core.originality.direction` says what they speak for. Each
finder looks at one side against the other and is asked twice.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from core.lexis import is_function, key, stem
from core.model import Article, Link, MentionKind, SentenceKind, Span, Token
from core.set_phrases import memberships
from core.spelling import one_spelling
from core.vocabulary import word_counts

HEAD = 8
"""Sentences at the top in which an article tells its own date."""
DATELINE = 90
"""Characters of a paragraph within which a date before a dash is that of the dateline."""
FAR_APART = 60
"""Days from which two dates without a year may be of different years."""
SLIP_ALIKE = 80.0
"""Likeness of spelling (Indel ratio) of a word and a slip for it."""
SHORTEST_SLIP = 5
SHORTEST_TYPO = 7
"""Letters from which one letter's difference from a word used elsewhere is a typo and no word of its own."""
COMMON_ROOT = 0.6
"""Share of the longer word from which a common beginning means one root."""
_DAY = re.compile(r"(?:(\d{4})|-)-(\d\d)-(\d\d)")
_CHANGED = re.compile(r"\b(?:updated|modified|last)\b", re.IGNORECASE)
_DASHES = ("—", "–", "--", " - ")
_GLUE = re.compile(r"[\w.]*(?:[a-z\d]{2}[.!?][A-Z][a-z]|(?:[A-Z]\.){2}(?:[A-Z]\.){2})[\w.]*")
_ADDRESS = re.compile(r"www\.|\.(?:com|org|net)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Day:
    """A day of publication, and how the article writes it."""

    wording: str
    year: int | None
    of_year: int
    """Days since New Year, months taken as 31 days: for comparing only."""


def published(article: Article) -> Day | None:
    """Return the day that an article gives as its own: in a dateline, or on a line of its own at its top."""
    for sentence in article.sentences[:HEAD]:
        first = bisect_left(article.mentions, sentence.span.start, key=lambda m: m.span.start)
        last = bisect_left(article.mentions, sentence.span.end, key=lambda m: m.span.start)
        for mention in (m for m in article.mentions[first:last] if m.kind is MentionKind.DATE):
            day = _DAY.fullmatch(mention.value)
            if day and _is_own(article, sentence.kind, sentence.span, mention.span):
                of_year = int(day[2]) * 31 + int(day[3])
                return Day(mention.span.of(article.text), int(day[1]) if day[1] else None, of_year)
    return None


def _is_own(article: Article, kind: SentenceKind, sentence: Span, date: Span) -> bool:
    if kind in (SentenceKind.DATELINE, SentenceKind.BOILERPLATE):
        return not _CHANGED.search(sentence.of(article.text))
    after = article.text[date.end : sentence.start + DATELINE]
    before = article.text[sentence.start : date.start]
    dash = min((after.find(d) for d in _DASHES if d in after), default=-1)
    # Nothing but a place, an agency and marks: one word in small letters makes it a sentence with a date in it.
    return dash >= 0 and not re.search(r"(?<![\w.])[a-z]{2,}", before + after[:dash])


def later(one: Day, other: Day) -> bool:
    """Return whether the first day surely comes after the second."""
    if one.year is not None and other.year is not None:
        return (one.year, one.of_year) > (other.year, other.of_year)
    return 0 < one.of_year - other.of_year < FAR_APART


def swaps(a: Article, b: Article, links: Sequence[Link]) -> Iterator[tuple[str, str]]:
    """Yield expressions that A has broken and B whole, each as (in A, in B)."""
    known = word_counts(b)
    for link in links:
        own = _words(a, link.a)
        # What has a capital may be a name, and a word that B has too was not put in for another.
        keys_a = [key(w) if w.islower() else w for w in own]
        keys_b = [key(w) for w in _words(b, link.b)]
        for at in range(len(keys_b)):
            for place, expression, fine in memberships().get(keys_b[at], ()):
                size = len(expression)
                if place or tuple(keys_b[at : at + size]) != expression:
                    continue
                for start in range(len(keys_a) - size + 1):
                    if _is_broken(keys_a[start : start + size], expression, fine, known):
                        yield " ".join(own[start : start + size]), " ".join(expression)


def _is_broken(own: Sequence[str], whole: Sequence[str], fine: frozenset[str], known: Counter[str]) -> bool:
    """Return whether one content word of an expression is another one, not of its root, and the rest stands."""
    other = [(x, y) for x, y in zip(own, whole, strict=True) if x != y]
    if len(other) != 1 or all(is_function(x) for x, y in zip(own, whole, strict=True) if x == y):
        return False
    word, right = other[0]
    plain = word.islower() and word.isalpha() and not is_function(word) and not is_function(right)
    return plain and word not in fine and not known[word] and word[:3] != right[:3]


def slips(a: Article, b: Article, links: Sequence[Link]) -> Iterator[tuple[str, str]]:
    """Yield words of A that look like slips for one of B: spelled alike, of another root, and used nowhere else.

    The word that belongs there is one that B uses more than once, or that A uses elsewhere too.
    """
    often_a, often_b = word_counts(a), word_counts(b)
    names = {key(w) for m in (*a.mentions, *b.mentions) for w in m.value.split()}
    for link in links:
        own = {key(w) for w in _words(a, link.a)}
        other = {key(w) for w in _words(b, link.b)}
        lone = [w for w in sorted(own - other) if often_a[w] == 1 and not often_b[w] and w not in names]
        meant = [w for w in sorted(other - own) if (often_b[w] > 1 or often_a[w]) and w not in names]
        for word in lone:
            for right in meant:
                if _is_slip(word, right):
                    yield word, right


def _is_slip(word: str, right: str) -> bool:
    if min(len(word), len(right)) < SHORTEST_SLIP or is_function(word) or is_function(right):
        return False
    if one_spelling(word, right):
        return False  # an accent, a soft hyphen, or the other side of the Atlantic
    one, two = stem(word), stem(right)
    longer = max(len(one), len(two))
    start = next((n for n, (x, y) in enumerate(zip(one, two, strict=False)) if x != y), min(len(one), len(two)))
    if one == two or start >= COMMON_ROOT * longer or one.endswith(two) or two.endswith(one):
        return False
    return min(fuzz.ratio(one, two), fuzz.ratio(word, right)) >= SLIP_ALIKE


def shared_damage(a: Article, b: Article) -> list[str]:
    """Return what both articles have that nobody writes on purpose: sentences run together, the same typo."""
    glued = {g.strip(".") for g in _GLUE.findall(a.text)} & {g.strip(".") for g in _GLUE.findall(b.text)}
    found = sorted(g for g in glued if g and not _ADDRESS.search(g))
    often_a, often_b = word_counts(a), word_counts(b)
    names = {key(w) for m in (*a.mentions, *b.mentions) for w in m.value.split()}
    common = often_a.keys() & often_b.keys()
    once = [w for w in sorted(common) if often_a[w] == often_b[w] == 1 and _may_be_typo(w) and w not in names]
    used: dict[str, list[str]] = defaultdict(list)
    for word in sorted(often_a.keys() | often_b.keys()):
        if often_a[word] + often_b[word] > 2 and _may_be_typo(word):  # noqa: PLR2004 - more than the typo itself
            used[word[:2] + word[-2:]].append(word)
    return found + [w for w in once if any(_is_typo(w, right) for right in used.get(w[:2] + w[-2:], ()))]


def _may_be_typo(word: str) -> bool:
    return len(word) >= SHORTEST_TYPO and word.isalpha()


def _is_typo(word: str, right: str) -> bool:
    """Return whether one letter parts a word from another of another stem, not at its end or beginning."""
    apart = Levenshtein.distance(word, right, score_cutoff=1) == 1
    return apart and stem(word) != stem(right) and not one_spelling(word, right)


def late_introductions(a: Article, b: Article, links: Sequence[Link]) -> Iterator[str]:
    """Yield the people whom A calls by last name before it introduces them, where B introduces them first."""
    in_a, in_b = _first_named(a), _first_named(b)
    of_a = sorted({i for link in links for i in link.a})
    for last, (full, bare) in in_a.items():
        met = in_b.get(last)
        if full is None or bare is None or met is None or met[0] is None:
            continue
        linked = any(a.sentences[i].span.contains(bare) for i in of_a)
        if linked and bare < full and (met[1] is None or met[0] < met[1]):
            yield full.of(a.text)


def _first_named(article: Article) -> dict[str, tuple[Span | None, Span | None]]:
    """Return, by last name, where an article first has a person's full name and where the last name alone."""
    found: dict[str, tuple[Span | None, Span | None]] = {}
    spoken = [q.speaker for q in article.quotations if q.speaker is not None]
    people = {
        key(m.value.split()[-1])
        for m in article.mentions
        if m.kind is MentionKind.NAME and any(s.contains(m.span) for s in spoken)
    }
    for mention in article.mentions:
        words = mention.value.split()
        if mention.kind is not MentionKind.NAME or key(words[-1]) not in people or _in_headline(article, mention.span):
            continue
        full, bare = found.get(key(words[-1]), (None, None))
        alone = len(words) == 1
        found[key(words[-1])] = (full if alone else full or mention.span, bare or mention.span if alone else bare)
    return found


def _in_headline(article: Article, span: Span) -> bool:
    at = bisect_right(article.sentences, span.start, key=lambda s: s.span.start) - 1
    return at >= 0 and article.sentences[at].kind is not SentenceKind.BODY


def _words(article: Article, sentences: Sequence[int]) -> list[str]:
    return [_of(article, t) for i in sentences for t in article.sentence_tokens(i) if t.word]


def _of(article: Article, token: Token) -> str:
    return token.of(article.text)
