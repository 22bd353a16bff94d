"""The words inside quotation marks as rows of keys, and how two such rows relate.

Pure. Typography, capitals, hyphens and British or American spelling are no difference. What a quotation leaves out by
“…” parts it into pieces, and words in square brackets are its writer's and not the speaker's: neither changes what was
said.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from rapidfuzz.distance import Indel, Levenshtein

from core.lexis import is_function, shared_runs, stem
from core.model import Article, Quotation
from core.quoted import in_order, keys_of, quoted_pieces
from resources.lists import word_list

SHORTEST = 3
"""Words below which a quotation is a term, which is either the same or another one."""
RUN = 2
"""Words in a row that count as shared where one quotation may be part of a longer one."""
SHOWN = 2
"""Changes that a sentence tells one by one."""
LONGEST_SHOWN = 8
"""Words of a change that are shown."""


@dataclass(frozen=True, slots=True)
class Quoted:
    """A quotation of an article: its words, their keys, and the sentences that it stands in."""

    quotation: Quotation
    words: tuple[str, ...]
    keys: tuple[str, ...]
    pieces: tuple[tuple[str, ...], ...]
    """The keys again, parted where the quotation marks an omission or holds words in brackets."""
    sentences: tuple[int, ...]
    vocabulary: frozenset[str]

    @property
    def content(self) -> int:
        """Return how many of its words carry content."""
        return sum(not is_function(k) for k in self.keys)


def quoted_in(article: Article) -> tuple[Quoted, ...]:
    """Return the quotations of an article that have words, but for those of the page's own lines."""
    starts = [t.start for t in article.tokens]
    made = (_quoted(article, quotation, starts) for quotation in article.quotations)
    return tuple(q for q in made if q.keys and q.sentences and article.sentences[q.sentences[0]].checked)


def _quoted(article: Article, quotation: Quotation, starts: Sequence[int]) -> Quoted:
    text, span = article.text, quotation.span
    tokens = article.tokens[bisect_left(starts, span.start) : bisect_left(starts, span.end)]
    pieces = quoted_pieces(text, span.start, [t.span for t in tokens if t.word])
    words = [w.text for piece in pieces for w in piece]
    first = max(0, bisect_right(article.sentences, span.start, key=lambda s: s.span.start) - 1)
    last = bisect_left(article.sentences, span.end, key=lambda s: s.span.start)
    sentences = tuple(i for i in range(first, last) if article.sentences[i].span.overlaps(span))
    kept = keys_of(pieces)
    keys = tuple(k for p in kept for k in p)
    return Quoted(quotation, tuple(words), keys, kept, sentences, frozenset(keys))


def same_words(a: Quoted, b: Sequence[str]) -> bool:
    """Return whether each piece of a quotation stands word for word in a row of keys, in order."""
    return in_order(a.pieces, b)


def shortens(a: Quoted, b: Quoted) -> bool:
    """Return whether a quotation has fewer words than another and no content word of its own, in any of their forms.

    It denies what the other denies.
    """
    if len(a.keys) >= len(b.keys) or _denials(a) != _denials(b):
        return False
    forms = {form for k in b.keys for form in _forms(k)}
    return all(is_function(k) or not forms.isdisjoint(_forms(k)) for k in a.keys)


def closest(a: Quoted, b: Quoted) -> float:
    """Return what :func:`closeness` cannot exceed, quickly: the share of the shorter one's words that the other has."""
    shorter, longer = (a, b) if len(a.keys) <= len(b.keys) else (b, a)
    return sum(k in longer.vocabulary for k in shorter.keys) / len(shorter.keys)


def closeness(a: Quoted, b: Quoted) -> float:
    """Return 0 … 1: how much of the shorter quotation is the other's; 1 where it stands in it word for word."""
    if a.keys == b.keys or same_words(a, b.keys) or same_words(b, a.keys):
        return 1.0
    shorter = min(len(a.keys), len(b.keys))
    if shorter < SHORTEST:
        return 0.0
    part = sum(n for _, _, n in shared_runs(a.keys, b.keys, RUN)) / shorter
    return min(0.99, max(part, Indel.normalized_similarity(a.keys, b.keys)))


def told_changes(a: Quoted, b: Quoted) -> str:
    """Return in a sentence which words differ; what B has before or after the part that A quotes is no change."""
    if sorted(a.keys) == sorted(b.keys):
        return "The same words in another order."
    steps = [s for s in _changed(a.keys, b.keys) if s[2] < s[3] or 0 < s[0] < s[1] < len(b.keys)]
    told = []
    for start, end, own_start, own_end in steps[:SHOWN]:
        here, there = _shown(a.words[own_start:own_end]), _shown(b.words[start:end])
        if here and there:
            told.append(f"“{here}” here, “{there}” in the other article")
        else:
            told.append(f"“{here}” only here" if here else f"“{there}” only in the other article")
    if not told:
        return "Words are left out unmarked."
    more = len(steps) - len(told)
    return "Other words in the marks: " + "; ".join(told) + (f"; {more} more" if more else "") + "."


def _changed(a: Sequence[str], b: Sequence[str]) -> list[tuple[int, int, int, int]]:
    """Return the stretches of B and of A that differ, as (start in B, end, start in A, end); neighbours are one."""
    out: list[tuple[int, int, int, int]] = []
    for step in Levenshtein.opcodes(b, a):
        if step.tag == "equal":
            continue
        if out and out[-1][1] == step.src_start and out[-1][3] == step.dest_start:
            out[-1] = (out[-1][0], step.src_end, out[-1][2], step.dest_end)
        else:
            out.append((step.src_start, step.src_end, step.dest_start, step.dest_end))
    return out


def _denials(quoted: Quoted) -> int:
    hard = {line.partition(" = ")[0].strip() for line in word_list("negators") if line.endswith("hard")}
    return sum(k in hard or k.endswith("n't") for k in quoted.keys)


def _forms(word: str) -> set[str]:
    """Return the stem of a word and, of an irregular verb, its base."""
    return {stem(word), _bases().get(word, word)}


@cache
def _bases() -> dict[str, str]:
    rows = (line.split() for line in word_list("irregular_verbs"))
    return {form: base for base, *forms in rows for form in (base, *forms)}


def _shown(words: Sequence[str]) -> str:
    return " ".join(words) if len(words) <= LONGEST_SHOWN else " ".join(words[:LONGEST_SHOWN]) + " …"
