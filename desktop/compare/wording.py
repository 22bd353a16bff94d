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
    Severity,
    Side,
    sentence_label,
)
from core.report.phrases import CLASS_NAMES, divergence_name, flat, listed, some
from desktop.plain import harmless
from desktop.session import derived_links, taker


def plain_detail(article: Article) -> str:
    """Return what stands under a title before the analysis: its length."""
    return some(article.words, "word")


def header_details(analysis: Analysis, pair: Pair) -> tuple[str, str]:
    """Return what stands under the titles of A and B: part, order in time, and how much is shared.

    Only where direction says that A derives from B is anything said to be taken from B.
    """
    a, b = analysis.article(pair.a), analysis.article(pair.b)
    here, there = analysis.letter(a.id), analysis.letter(b.id)
    count_a, count_b = _taken(pair, a, of_a=True), _taken(pair, b, of_a=False)
    part_a = _PARTS[Role.REVIEW if a.id == analysis.subject and a.role is Role.UNKNOWN else a.role]
    if not derived_links(pair):
        part_b = _PARTS[Role.REVIEW if b.id == analysis.subject and b.role is Role.UNKNOWN else b.role]
        return f"{part_a} · nothing taken from {there}", f"{part_b} · nothing taken"
    if pair.direction.derived is Side.A:
        part_b = _PARTS_OF_SOURCE[b.role]
        return f"{part_a} · {count_a} from {there}", f"{part_b}, likely earlier · {count_b} reused"
    part_b = _PARTS[Role.REVIEW if b.id == analysis.subject and b.role is Role.UNKNOWN else b.role]
    if pair.flipped():
        # Short, for the line is: only what people said of an article themselves stands beside the order in time.
        part_a = f"{part_a}, likely earlier" if a.role in _GIVEN else "Likely the source"
        part_b = f"{part_b}, likely later" if b.role in _GIVEN else "Likely later"
    return f"{part_a} · {count_a} shared with {there}", f"{part_b} · {count_b} shared with {here}"


_PARTS = {
    Role.REVIEW: "Under review",
    Role.SOURCE: "Source",
    Role.LICENSED: "Licensed reprint",
    Role.UNKNOWN: "Compared article",
}
_GIVEN = (Role.SOURCE, Role.LICENSED)
_PARTS_OF_SOURCE = {
    Role.REVIEW: "Also under review",
    Role.SOURCE: "Source",
    Role.LICENSED: "Licensed source",
    Role.UNKNOWN: "Source",
}


def _taken(pair: Pair, article: Article, *, of_a: bool) -> str:
    sentences = {i if of_a else j for link in pair.links for i, j, match in link.pairs if match.derived}
    # Of all sentences, as in the report's statement and ledger: the same figure everywhere.
    return f"{len(sentences)} of {some(len(article.sentences), 'sentence')}"


def is_source(pair: Pair, *, of_a: bool) -> bool | None:
    """Return whether direction calls that side the source; None where it does not say."""
    return {Side.A: not of_a, Side.B: of_a, Side.UNKNOWN: None}[taker(pair)]


def sentence_name(
    label: str, match: MatchClass | None, partners: Sequence[str], divergences: Sequence[str], *, source: bool | None
) -> str:
    """Return a row's name: "C 12, close, from E 13, wrong word: rockets to brackets".

    ``source`` says whether the sentence stands in the source; None where direction does not tell.
    """
    if match is None:
        return label
    if not match.derived and source and match is MatchClass.NO_SOURCE:
        return f"{label}, not reused"
    parts = [label, CLASS_NAMES[match].lower()]
    if partners:
        relation = _RELATIONS[source] if match.derived else "also in"
        parts.append(f"{relation} {listed(partners)}")
    return ", ".join([*parts, *divergences])


_RELATIONS = {True: "reused in", False: "from", None: "also in"}


def left_out_words(wordings: Sequence[str]) -> list[str]:
    """Return what is said of words that exclusions leave out: ``3 words left out of the scores``."""
    count = sum(len(wording.split()) for wording in wordings)
    return [f"{some(count, 'word')} left out of the scores"] if count else []


def folded_name(letter: str, first: int, last: int, lacks: str) -> str:
    """Return the name of a folded row."""
    if first == last:
        return f"{sentence_label(letter, first)}, {lacks}, folded"
    where = f"{sentence_label(letter, first)} to {sentence_label(letter, last)}"
    return f"{some(last - first + 1, 'sentence')} {lacks}, {where}, folded"


def partner_indices(link: Link, sentence: int, *, of_a: bool) -> list[int]:
    """Return the sentences of the other article that one sentence corresponds to in a link."""
    if of_a:
        return [j for i, j, _ in link.pairs if i == sentence] or list(link.b)
    return [i for i, j, _ in link.pairs if j == sentence] or list(link.a)


def divergence_words(divergence: Divergence, a: Article, b: Article, derived: Side = Side.A) -> str:
    """Return a divergence in words, from the source's to the derived one's: "wrong word: rockets to brackets".

    Where direction does not tell, nothing became anything: "wrong word: rockets against brackets".
    """
    kind = divergence_name(divergence.type).lower()
    new = flat(harmless(divergence.a.of(a.text))) if divergence.a is not None else ""
    old = flat(harmless(divergence.b.of(b.text))) if divergence.b is not None else ""
    if derived is Side.UNKNOWN:
        return f"{kind}: {old} against {new}" if new and old else f"{kind}: {new or old} in one only"
    if derived is Side.B:
        new, old = old, new
    if new and old:
        return f"{kind}: {old} to {new}"
    return f"{kind}: {new} added" if new else f"{kind}: {old} left out"


def told_divergences(
    link: Link, sentence: int, a: Article, b: Article, *, of_a: bool, derived: Side = Side.A
) -> list[str]:
    """Return the high and medium divergences that touch a sentence, the most severe first."""
    article, index = (a, sentence) if of_a else (b, sentence)
    span = article.sentences[index].span
    told = []
    for divergence in sorted(link.divergences, key=lambda d: d.severity.rank):
        own = divergence.a if of_a else divergence.b
        if divergence.severity is not Severity.LOW and (own is None or own.overlaps(span)):
            told.append(divergence_words(divergence, a, b, derived))
    return told
