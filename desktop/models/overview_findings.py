"""Which passages to check first, by severity, then by strength of match. Pure: an analysis in, rows out."""

from __future__ import annotations

from dataclasses import dataclass

from core.case.review import Verdict
from core.model import Analysis, Divergence, Link, MatchClass, Role, Severity, Side
from desktop.language import tr
from desktop.models.explain import divergence_rows, link_title
from desktop.models.overview_excerpts import Excerpt, excerpts
from desktop.session import Place
from desktop.terms import change_name, class_said, severity_said, verdict_said


@dataclass(frozen=True, slots=True)
class FindingRow:
    """A link as a passage to check."""

    place: Place
    severity: Severity | None
    title: str
    match: MatchClass
    name: str
    """What its gravest change is called."""
    change: str
    source_label: str
    source: Excerpt
    rewrite: Excerpt
    more: int
    """How many other changes it has."""


@dataclass(frozen=True, slots=True)
class Findings:
    """The passages to check, in order, and how many are not among them because the reuse was agreed on."""

    places: tuple[Place, ...] = ()
    licensed: int = 0


def findings(analysis: Analysis) -> Findings:
    """Return every passage with a source by severity, then by strength of match; licensed reprints ask for nothing."""
    licences = {a.id for a in analysis.articles if a.role is Role.LICENSED}
    ranked: list[tuple[tuple[int, float, int, int], Place]] = []
    licensed = 0
    for number, pair in enumerate(analysis.pairs):
        agreed = not licences.isdisjoint((pair.a, pair.b))
        for index, link in enumerate(pair.links):
            if not link.match.derived:
                continue
            if agreed:
                licensed += 1
                continue
            main = gravest(link)
            rank = main.severity.rank if main else len(Severity)
            ranked.append(((rank, -link.confidence, number, index), Place(pair.a, pair.b, index)))
    return Findings(tuple(place for _, place in sorted(ranked, key=lambda item: item[0])), licensed)


def gravest(link: Link) -> Divergence | None:
    """Return the gravest change of a link, the first of those."""
    return min(link.divergences, key=lambda d: d.severity.rank, default=None)


def finding_row(analysis: Analysis, place: Place) -> FindingRow:
    """Return a passage as it is listed."""
    pair = next(p for p in analysis.pairs if (p.a, p.b) == (place.pair_a, place.pair_b))
    link = pair.links[place.link]
    main = gravest(link)
    of_a, of_b = excerpts(analysis, pair, link, main)
    changes = divergence_rows(analysis, pair, link)
    known = pair.direction.derived is not Side.UNKNOWN
    source = pair.a if pair.flipped() else pair.b
    return FindingRow(
        place=place,
        severity=main.severity if main else None,
        title=" ".join(link_title(analysis, pair, link)),
        match=link.match,
        name=change_name(main.type) if main else tr("No change flagged"),
        change=changes[0].change if changes else "",
        source_label=tr("Source") if known else tr("Article {letter}").format(letter=analysis.letter(source)),
        source=of_a if pair.flipped() else of_b,
        rewrite=of_b if pair.flipped() else of_a,
        more=max(0, len(changes) - 1),
    )


def describe(row: FindingRow, verdict: Verdict | None) -> str:
    """Return a row as one phrase: ``C 12 from E 13, close, high, wrong word: rockets → brackets, needs rewrite``."""
    parts = [row.title, class_said(row.match)]
    if row.severity is not None:
        parts.append(severity_said(row.severity))
    name = row.name.lower()
    parts.append(f"{name}: {row.change}" if row.change else name)
    if row.more:
        parts.append(tr("{more} more").format(more=row.more))
    if verdict is not None:
        parts.append(verdict_said(verdict))
    return ", ".join(parts)
