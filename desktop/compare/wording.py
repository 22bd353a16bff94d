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
from core.report.phrases import flat
from desktop.language import listed, tr, tr_noop
from desktop.pairs import taker
from desktop.plain import harmless
from desktop.terms import change_said, class_said


def plain_detail(article: Article) -> str:
    """Return what stands under a title before the analysis: its length."""
    return tr("{n} word(s)", "", article.words)


def header_details(analysis: Analysis, pair: Pair) -> tuple[str, str]:
    """Return what stands under the titles of A and B: part, order in time, and how much is shared.

    Only where direction says that A derives from B is anything said to be taken from B.
    """
    a, b = analysis.article(pair.a), analysis.article(pair.b)
    here, there = analysis.letter(a.id), analysis.letter(b.id)
    count_a, count_b = _taken(pair, a, of_a=True), _taken(pair, b, of_a=False)
    part_a = tr(_PARTS[Role.REVIEW if a.id == analysis.subject and a.role is Role.UNKNOWN else a.role])
    if not pair.derived_links:
        part_b = tr(_PARTS[Role.REVIEW if b.id == analysis.subject and b.role is Role.UNKNOWN else b.role])
        return (
            tr("{part} · nothing taken from {letter}").format(part=part_a, letter=there),
            tr("{part} · nothing taken").format(part=part_b),
        )
    if pair.direction.derived is Side.A:
        part_b = tr(_PARTS_OF_SOURCE[b.role])
        return (
            tr("{part} · {count} from {letter}").format(part=part_a, count=count_a, letter=there),
            tr("{part}, likely earlier · {count} reused").format(part=part_b, count=count_b),
        )
    part_b = tr(_PARTS[Role.REVIEW if b.id == analysis.subject and b.role is Role.UNKNOWN else b.role])
    if pair.flipped():
        # Short, for the line is: only what people said of an article themselves stands beside the order in time.
        part_a = tr("{part}, likely earlier").format(part=part_a) if a.role in _GIVEN else tr("Likely the source")
        part_b = tr("{part}, likely later").format(part=part_b) if b.role in _GIVEN else tr("Likely later")
    shared = tr("{part} · {count} shared with {letter}")
    return (
        shared.format(part=part_a, count=count_a, letter=there),
        shared.format(part=part_b, count=count_b, letter=here),
    )


_PARTS = {
    Role.REVIEW: tr_noop("Under review"),
    Role.SOURCE: tr_noop("Source"),
    Role.LICENSED: tr_noop("Licensed reprint"),
    Role.UNKNOWN: tr_noop("Compared article"),
}
_GIVEN = (Role.SOURCE, Role.LICENSED)
_PARTS_OF_SOURCE = {
    Role.REVIEW: tr_noop("Also under review"),
    Role.SOURCE: tr_noop("Source"),
    Role.LICENSED: tr_noop("Licensed source"),
    Role.UNKNOWN: tr_noop("Source"),
}


def _taken(pair: Pair, article: Article, *, of_a: bool) -> str:
    sentences = {i if of_a else j for link in pair.links for i, j, match in link.pairs if match.derived}
    # Of all sentences, as in the report's statement and ledger: the same figure everywhere.
    return tr("{some} of {n} sentence(s)", "", len(article.sentences)).format(some=len(sentences))


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
        return ", ".join([label, *divergences])
    if not match.derived and source and match is MatchClass.NO_SOURCE:
        return ", ".join([tr("{label}, not reused").format(label=label), *divergences])
    parts = [label, class_said(match)]
    if partners:
        relation = _RELATIONS[source if match.derived else None]
        parts.append(tr(relation).format(partners=listed(partners)))
    return ", ".join([*parts, *divergences])


_RELATIONS = {
    True: tr_noop("reused in {partners}"),
    False: tr_noop("from {partners}"),
    None: tr_noop("also in {partners}"),
}


def left_out_words(wordings: Sequence[str]) -> list[str]:
    """Return what is said of words that exclusions leave out: ``3 words left out of the scores``."""
    count = sum(len(wording.split()) for wording in wordings)
    return [tr("{n} word(s) left out of the scores", "", count)] if count else []


def folded_name(letter: str, first: int, last: int, lacks: str) -> str:
    """Return the name of a folded row."""
    if first == last:
        return tr("{sentence}, {lacks}, folded").format(sentence=sentence_label(letter, first), lacks=tr(lacks))
    where = tr("{first} to {last}").format(first=sentence_label(letter, first), last=sentence_label(letter, last))
    return tr("{n} sentence(s) {lacks}, {where}, folded", "", last - first + 1).format(lacks=tr(lacks), where=where)


def partner_indices(link: Link, sentence: int, *, of_a: bool) -> list[int]:
    """Return the sentences of the other article that one sentence corresponds to in a link."""
    if of_a:
        return [j for i, j, _ in link.pairs if i == sentence] or list(link.b)
    return [i for i, j, _ in link.pairs if j == sentence] or list(link.a)


def divergence_words(divergence: Divergence, a: Article, b: Article, derived: Side = Side.A) -> str:
    """Return a divergence in words, from the source's to the derived one's: "wrong word: rockets to brackets".

    Where direction does not tell, nothing became anything: "wrong word: rockets against brackets".
    """
    kind = change_said(divergence.type)
    new = flat(harmless(divergence.a.of(a.text))) if divergence.a is not None else ""
    old = flat(harmless(divergence.b.of(b.text))) if divergence.b is not None else ""
    if derived is Side.UNKNOWN:
        return (
            tr("{kind}: {old} against {new}").format(kind=kind, old=old, new=new)
            if new and old
            else tr("{kind}: {wording} in one only").format(kind=kind, wording=new or old)
        )
    if derived is Side.B:
        new, old = old, new
    if new and old:
        return tr("{kind}: {old} to {new}").format(kind=kind, old=old, new=new)
    return (
        tr("{kind}: {new} added").format(kind=kind, new=new)
        if new
        else tr("{kind}: {old} left out").format(kind=kind, old=old)
    )


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
