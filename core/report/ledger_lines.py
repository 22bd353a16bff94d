"""The sentence ledger: every sentence of the article with its class, its sources, and the gravest change in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from core.case.review import Review, Verdict
from core.model import Analysis, Article, Link, MatchClass, Side, sentence_label
from core.report.cards import change, place_of
from core.report.chosen_parts import Decision, LedgerLine, LedgerTable, MainDivergence, SourceChip
from core.report.judged import decision
from core.report.phrases import CLASS_NAMES, divergence_name, flat, some
from core.report.sources import Source, is_shared


@dataclass(frozen=True, slots=True)
class _Found:
    """A link of the subject and the source it leads to."""

    link: Link
    source: Source


def ledger_table(analysis: Analysis, sources: Sequence[Source], review: Review) -> LedgerTable:
    """Return a line for each sentence of the subject."""
    subject = analysis.article(analysis.subject)
    letter = analysis.letter(subject.id)
    rows = analysis.ledger(subject.id).rows
    found: dict[int, list[_Found]] = {}
    for source in sources:
        for link in (*source.links, *source.same_facts):
            for index in link.a:
                found.setdefault(index, []).append(_Found(link, source))
    judged = bool(review.judgements)
    lines = tuple(
        LedgerLine(
            label=sentence_label(letter, index),
            match=row.match,
            class_name=CLASS_NAMES[row.match],
            text=flat(subject.sentence_text(index)),
            chips=chips(index, found.get(index, ())),
            divergence=_main(index, found.get(index, ()), subject, letter),
            decision=_decision(analysis, found.get(index, ()), review) if judged else None,
        )
        for index, row in enumerate(rows)
    )
    linked = sum(row.match.derived for row in rows)
    one = linked == 1
    have = f"{'has' if one else 'have'} a source here"
    if is_shared(sources):
        have = f"{'shares its' if one else 'share their'} content with another article here"
    summary = f"{linked} of {some(len(rows), 'sentence')} {have}."
    return LedgerTable(f"Article {letter}, sentence by sentence. {summary}", subject.language, lines)


def chips(index: int, found: Sequence[_Found]) -> tuple[SourceChip, ...]:
    """Return the sentences that one sentence of the subject is linked to, the strongest class first."""
    found_here = sorted(
        (match.rank, place, j, match)
        for place, item in enumerate(found)
        for i, j, match in item.link.pairs
        if i == index and (match.derived or match is MatchClass.SAME_FACT)
    )
    made: dict[str, SourceChip] = {}
    for _, place, j, match in found_here:
        label = sentence_label(found[place].source.letter, j)
        made.setdefault(label, SourceChip(label, match, CLASS_NAMES[match]))
    return tuple(made.values())


def _main(index: int, found: Sequence[_Found], subject: Article, letter: str) -> MainDivergence | None:
    here = [
        (divergence, item.source)
        for item in found
        if item.link.match.derived
        for divergence in item.link.divergences
        if place_of(divergence, item.link, subject, item.source.article)[0] == index
    ]
    if not here:
        return None
    gravest, source = min(here, key=lambda pair: pair[0].severity.rank)
    letters = None if source.pair.direction.derived is Side.A else (letter, source.letter)
    said = change(gravest, subject, source.article, letters)
    return MainDivergence(gravest.severity, divergence_name(gravest.type), said)


def _decision(analysis: Analysis, found: Sequence[_Found], review: Review) -> Decision | None:
    """Return the verdict on the sentence's links that asks most of the writer, else that there is none yet."""
    made = [decision(analysis, item.source, item.link, review) for item in found if item.link.match.derived]
    judged = [d for d in made if d.verdict]
    return min(judged, key=lambda d: Verdict(d.verdict).weight) if judged else made[0] if made else None
