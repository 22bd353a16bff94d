"""What an editor decided, in the report: on the cards, counted among the figures, and as a note for people."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields, replace
from datetime import UTC, datetime

from core.case.review import FindingKey, Judgement, Review
from core.model import Analysis, Link
from core.months import PRINTED
from core.report.chosen_parts import Decision, JudgedCard
from core.report.parts import Card, ScoreCell, SourceSection
from core.report.phrases import VERDICT_NAMES, flat, shorten, some
from core.report.sources import Source, sources_of

_LONGEST_NOTE, _LONGEST_NAME = 900, 60
_BY_HAND = "Linked by hand"


def judged_section(analysis: Analysis, source: Source, section: SourceSection, review: Review) -> SourceSection:
    """Return the section with each card's decision; as it is where nobody decided anything."""
    if not (review.judgements or review.set_by_hand):
        return section
    cards = [
        _judged(card, link, analysis, source, review) for card, link in zip(section.cards, source.links, strict=True)
    ]
    return replace(section, cards=tuple(cards))


def decision(analysis: Analysis, source: Source, link: Link, review: Review) -> Decision:
    """Return what was decided about a link of a source, in words."""
    key = FindingKey.of(analysis, source.pair, link)
    return decision_text(review.judgements.get(key, Judgement()))


def decision_text(judgement: Judgement) -> Decision:
    """Return a judgement in words."""
    verdict = judgement.verdict
    parts = [shorten(judgement.by, _LONGEST_NAME), moment(judgement.at)]
    return Decision(
        verdict=verdict.value if verdict else "",
        name=VERDICT_NAMES[verdict] if verdict else Decision().name,
        note=shorten(judgement.note, _LONGEST_NOTE),
        signed="" if judgement.empty else ", ".join(part for part in parts if part),
    )


def judged_cell(analysis: Analysis, sources: Sequence[Source], review: Review) -> ScoreCell | None:
    """Return how many of the findings have a verdict; None where none has."""
    judged, found = _counts(analysis, sources, review)
    if not judged:
        return None
    left = found - judged
    still = f"{some(left, 'passage')} {'is' if left == 1 else 'are'} still without a verdict"
    return ScoreCell(f"{judged} of {found}", "Findings judged", still if left else "Every passage has a verdict")


def passages_note(analysis: Analysis, review: Review) -> str:
    """Return what the aligned passages amount to: ``15 passages, 10 without a verdict``."""
    judged, found = _counts(analysis, sources_of(analysis), review)
    if not found:
        return "no passages"
    left = found - judged
    return f"{some(found, 'passage')}, {f'{left} without a verdict' if left else 'all with a verdict'}"


def moment(at: str) -> str:
    """Return an ISO 8601 time as people read it, in UTC; what is no time is left as it is."""
    try:
        when = datetime.fromisoformat(at)
    except ValueError:
        return shorten(flat(at), _LONGEST_NAME)
    when = when.astimezone(UTC) if when.tzinfo else when
    return f"{when.day} {PRINTED[when.month - 1]} {when.year}, {when:%H:%M} UTC"


def _counts(analysis: Analysis, sources: Sequence[Source], review: Review) -> tuple[int, int]:
    """Return how many findings have a verdict, and how many there are."""
    keys = [FindingKey.of(analysis, source.pair, link) for source in sources for link in source.links]
    return sum(review.verdict(key) is not None for key in keys), len(keys)


def _judged(card: Card, link: Link, analysis: Analysis, source: Source, review: Review) -> JudgedCard:
    key = FindingKey.of(analysis, source.pair, link)
    return JudgedCard(
        **{f.name: getattr(card, f.name) for f in fields(Card)},
        decision=decision_text(review.judgements.get(key, Judgement())),
        by_hand=_BY_HAND if review.set_by_hand.get(key) else "",
    )
