"""A case that a person marked, and how an analysis scores against it; README.md says how cases are marked.

Pure: takes values, opens no file, runs no analysis.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import NotRequired, TypedDict

from core.model import Analysis, Article, Divergence, DivergenceType, MatchClass, Pair, Severity, Span

OF_THE_PAIR = (DivergenceType.OMISSION, DivergenceType.ADDITION)
"""Divergences of two articles as a whole; no case marks them."""


class GoldDivergence(TypedDict):
    """A change that an editor would want to know of, with the openings of the two sentences it is in."""

    type: str
    a: str | None
    b: str | None
    a_sentence: str
    b_sentence: str
    severity: str


class GoldCredit(TypedDict):
    """Whether A names its news source, and in which words."""

    present: bool
    text: str | None


class Gold(TypedDict):
    """What a person marked; sentences are named by their opening words."""

    a: str
    b: str
    kind: str
    links: list[tuple[str, str]]
    classes: list[str]
    same_fact: NotRequired[list[tuple[str, str]]]
    optional: NotRequired[list[tuple[str, str]]]
    divergences: list[GoldDivergence]
    derivation: str
    credit: GoldCredit


def count(gold: Gold, analysis: Analysis) -> Counter[str]:
    """Count what was found of what is marked; the links of articles that are not derived are counted apart."""
    (a, b), pair = analysis.articles, analysis.pairs[0]
    rows = _rows(a, b, gold["links"])
    told, want = told_pairs(pair), set(rows)
    got = set(told) - (set(_rows(a, b, gold.get("optional", []))) - want)
    of = "other_" if gold["derivation"] == "not" else ""
    counts = Counter({f"{of}cases": 1, f"{of}wanted": len(want), f"{of}told": len(got), f"{of}hit": len(got & want)})
    for row, kind in zip(rows, gold["classes"], strict=True):
        counts["class_of"] += row in told
        counts["class_right"] += told.get(row) == kind
    counts["all_cases"] = 1
    counts["derivation_right"] = int(analysis.ledger(a.id).scores.derivation == gold["derivation"])
    counts["credit_right"] = int(pair.credit.present == gold["credit"]["present"])
    counts.update(_count_divergences(gold["divergences"], a, b, pair))
    return counts


def lost_openings(gold: Gold, a: Article, b: Article) -> list[str]:
    """Return the openings that do not name exactly one sentence."""
    named = [*gold["links"], *gold.get("same_fact", []), *gold.get("optional", [])]
    named += [(row["a_sentence"], row["b_sentence"]) for row in gold["divergences"]]
    lost = [(row, _sentence(a, row[0]), _sentence(b, row[1])) for row in named]
    return list(dict.fromkeys(opening for row, x, y in lost for opening, at in zip(row, (x, y), strict=True) if at < 0))


def told_pairs(pair: Pair) -> dict[tuple[int, int], MatchClass]:
    """Return the sentence pairs called derived, each with its class."""
    return {(i, j): kind for link in pair.links for i, j, kind in link.pairs if kind is not MatchClass.SAME_FACT}


def _rows(a: Article, b: Article, named: Sequence[tuple[str, str]]) -> list[tuple[int, int]]:
    return [(_sentence(a, x), _sentence(b, y)) for x, y in named]


def _sentence(article: Article, opening: str) -> int:
    """Return the one sentence that begins so, its opening quotation marks apart, or -1."""
    texts = (article.sentence_text(i).lstrip("”“\"' ") for i in range(len(article.sentences)))
    hits = [i for i, text in enumerate(texts) if text.startswith(opening)]
    return hits[0] if len(hits) == 1 else -1


def _count_divergences(gold: Sequence[GoldDivergence], a: Article, b: Article, pair: Pair) -> Counter[str]:
    """Match divergences one to one: same type, overlapping words, a span of about the size marked."""
    told = [d for link in pair.links for d in link.divergences] + list(pair.divergences)
    free = [d for d in told if d.severity is not Severity.LOW and d.type not in OF_THE_PAIR]
    counts = Counter(divergence_told=len(free))
    for row in gold:
        hit = next((d for d in free if _same(d, row, a, b)), None)
        if hit:
            free.remove(hit)
        counts["divergence_told_hit"] += hit is not None
        if row["severity"] != Severity.LOW:
            counts["divergence_wanted"] += 1
            counts["divergence_hit"] += hit is not None
    return counts


def _same(told: Divergence, row: GoldDivergence, a: Article, b: Article) -> bool:
    """Return whether it is of the marked type and on the marked words of either side."""
    places = _places(a, row["a"], row["a_sentence"]), _places(b, row["b"], row["b_sentence"])
    return told.type == row["type"] and (_meets(told.a, places[0]) or _meets(told.b, places[1]))


def _places(article: Article, words: str | None, opening: str) -> list[Span]:
    """Return where the marked words stand in the sentence that is named, or in the article where none is."""
    if not words:
        return []
    named = [s.span for s in article.sentences if opening in s.span.of(article.text)]
    near = named or [Span(0, len(article.text))]
    found = ((span.start, m) for span in near for m in re.finditer(re.escape(words), span.of(article.text)))
    return [Span(start + m.start(), start + m.end()) for start, m in found]


def _meets(found: Span | None, places: Sequence[Span]) -> bool:
    """Return whether the span overlaps a place by about its size: naming the whole sentence is no finding."""
    return found is not None and any(found.overlaps(p) and len(found) <= 3 * len(p) + 30 for p in places)
