"""The sentences that the compare view says in words: headers, and each row's name for a screen reader.

Pure: values in, plain text out.
"""

from __future__ import annotations

from collections.abc import Sequence

from core.model import (
    Analysis,
    Article,
    Divergence,
    Link,
    MatchClass,
    Pair,
    Role,
    SentenceKind,
    Severity,
    Side,
    sentence_label,
)

_CLASS_WORDS = {
    MatchClass.VERBATIM: "verbatim",
    MatchClass.CLOSE: "close",
    MatchClass.PARAPHRASE: "paraphrase",
    MatchClass.QUOTATION: "quotation",
    MatchClass.SAME_FACT: "same fact only",
    MatchClass.NO_SOURCE: "no source here",
    MatchClass.UNCHECKED: "not checked",
    MatchClass.UNRELATED: "no source here",
}


def class_words(match: MatchClass) -> str:
    """Return a class's name inside a sentence."""
    return _CLASS_WORDS[match]


def plain_detail(article: Article) -> str:
    """Return what stands under a title before the analysis: its length."""
    return f"{article.words} word" if article.words == 1 else f"{article.words} words"


def header_details(analysis: Analysis, pair: Pair) -> tuple[str, str]:
    """Return what stands under the titles of A and B: part, order in time, and how much is shared."""
    a, b = analysis.article(pair.a), analysis.article(pair.b)
    earlier = {Side.A: pair.b, Side.B: pair.a}.get(pair.direction.derived)
    part_a = _PARTS_OF_A[Role.REVIEW if a.id == analysis.subject and a.role is Role.UNKNOWN else a.role]
    part_b = _PARTS_OF_B[b.role]
    said_a = f"{_taken(pair, a, of_a=True)} from {analysis.letter(b.id)}"
    said_b = f"{_taken(pair, b, of_a=False)} reused"
    return (
        f"{part_a}{_EARLIER if earlier == a.id else ''} · {said_a}",
        f"{part_b}{_EARLIER if earlier == b.id else ''} · {said_b}",
    )


_EARLIER = ", likely earlier"
_PARTS_OF_A = {
    Role.REVIEW: "Under review",
    Role.SOURCE: "Source",
    Role.LICENSED: "Licensed reprint",
    Role.UNKNOWN: "Compared article",
}
_PARTS_OF_B = {
    Role.REVIEW: "Also under review",
    Role.SOURCE: "Source",
    Role.LICENSED: "Licensed source",
    Role.UNKNOWN: "Source",
}


def _taken(pair: Pair, article: Article, *, of_a: bool) -> str:
    sentences = {i if of_a else j for link in pair.links for i, j, match in link.pairs if match.derived}
    checked = sum(s.kind is not SentenceKind.BOILERPLATE for s in article.sentences)
    noun = "sentence" if checked == 1 else "sentences"
    return f"{len(sentences)} of {checked} {noun}"


def sentence_name(
    label: str, match: MatchClass | None, partners: Sequence[str], divergences: Sequence[str], *, source: bool
) -> str:
    """Return a row's name: "C 12, close, from E 13, wrong word: rockets to brackets"."""
    if match is None:
        return label
    if not match.derived and source and match is MatchClass.NO_SOURCE:
        return f"{label}, not reused"
    parts = [label, class_words(match)]
    if partners:
        relation = ("reused in" if source else "from") if match.derived else "also in"
        parts.append(f"{relation} {_enumerated(partners)}")
    return ", ".join([*parts, *divergences])


def folded_name(letter: str, first: int, last: int) -> str:
    """Return the name of a folded row."""
    if first == last:
        return f"{sentence_label(letter, first)}, not reused, folded"
    where = f"{sentence_label(letter, first)} to {sentence_label(letter, last)}"
    return f"{last - first + 1} sentences not reused, {where}, folded"


def partner_indices(link: Link, sentence: int, *, of_a: bool) -> list[int]:
    """Return the sentences of the other article that one sentence corresponds to in a link."""
    if of_a:
        return [j for i, j, _ in link.pairs if i == sentence] or list(link.b)
    return [i for i, j, _ in link.pairs if j == sentence] or list(link.a)


def divergence_name(divergence: Divergence, a: Article, b: Article) -> str:
    """Return a divergence in words, from the source's to the article's: "wrong word: rockets to brackets"."""
    kind = divergence.type.value.replace("-", " ")
    new = divergence.a.of(a.text) if divergence.a is not None else ""
    old = divergence.b.of(b.text) if divergence.b is not None else ""
    if new and old:
        return f"{kind}: {old} to {new}"
    return f"{kind}: {new} added" if new else f"{kind}: {old} left out"


def told_divergences(link: Link, sentence: int, a: Article, b: Article, *, of_a: bool) -> list[str]:
    """Return the high and medium divergences that touch a sentence, the most severe first."""
    article, index = (a, sentence) if of_a else (b, sentence)
    span = article.sentences[index].span
    told = []
    for divergence in sorted(link.divergences, key=lambda d: d.severity.rank):
        own = divergence.a if of_a else divergence.b
        if divergence.severity is not Severity.LOW and (own is None or own.overlaps(span)):
            told.append(divergence_name(divergence, a, b))
    return told


def _enumerated(labels: Sequence[str]) -> str:
    return labels[0] if len(labels) == 1 else f"{', '.join(labels[:-1])} and {labels[-1]}"
