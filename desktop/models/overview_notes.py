"""What the overview says in sentences. The words are the report's own; here is only chosen which of them are said.

Pure: an analysis in, sentences out.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from core.case.review import Review, Verdict
from core.model import Analysis, Article, DivergenceType, Severity, Side
from core.report.credits import credit_sentences
from core.report.exclusions import exclusions
from core.report.figures import scale
from core.report.findings import actions
from core.report.languages import language_notices
from core.report.parts import DirectionText
from core.report.phrases import VERDICT_NAMES, divergence_name, flat, sentence
from core.report.quotations import quotation_tables
from core.report.sources import Source, sources_of
from core.report.statements import direction, statement
from desktop.language import listed, tr
from desktop.models.notes import Note
from desktop.plain import harmless

_CREDIT_LINES = 5
_UNJUDGED = Review()
_DEMANDED = VERDICT_NAMES[Verdict.CREDIT]
"""What an editor says of a finding, which is told with it: its own words say only which it is."""
_ABOUT_CREDIT = frozenset({"Credit", _DEMANDED})
_ABOUT_WORDS = frozenset(
    divergence_name(kind)
    for kind in (
        DivergenceType.UNQUOTED,
        DivergenceType.QUOTATION,
        DivergenceType.SPEAKER,
        DivergenceType.ATTRIBUTION,
    )
)


@dataclass(frozen=True, slots=True)
class Headline:
    """What was found, in one sentence, and what is said below it."""

    about: str
    statement: str
    detail: str
    notice: str = ""


@dataclass(frozen=True, slots=True)
class Reasoning:
    """Why one article likely derives from another: reasons for, reasons against, what speaks for neither."""

    title: str
    verdict: str
    notes: tuple[Note, ...]


def headline(analysis: Analysis, review: Review = _UNJUDGED) -> Headline:
    """Return what was found in the article under review, but for what was judged to need nothing."""
    subject = analysis.article(analysis.subject)
    sources = sources_of(analysis)
    said = statement(analysis, sources, review)
    step = next(cell for cell in scale(analysis) if cell.applies)
    figure = sentence(f"{step.name}: {_lower(step.text)}")
    found = any(row.match.derived for row in analysis.ledger(subject.id).rows)
    parts = [figure, *said[1:]] if found else [*said[1:], figure]
    parts.append(exclusions(analysis))
    size = ", ".join([tr("{n} word(s)", "", subject.words), tr("{n} sentence(s)", "", len(subject.sentences))])
    return Headline(
        about=harmless(f"{flat(subject.title)} · {size}"),
        statement=harmless(said[0]),
        detail=harmless(" ".join(part for part in parts if part)),
        notice=" ".join(part for part in (stopped(analysis), *language_notices(analysis)) if part),
    )


def opening(
    articles: Sequence[Article], analysis: Analysis | None, review: Review = _UNJUDGED, *, comparing: bool
) -> Headline:
    """Return what is said over a case as it stands: what was found, or that nothing is compared yet."""
    if analysis is None:
        about = tr("{n} article(s)", "", len(articles))
        if comparing:
            return Headline(
                about,
                tr("Comparing {about}.").format(about=about),
                tr("The figures come with the result; the texts can be read."),
            )
        return Headline(about, tr("Nothing is compared yet."), tr("Compare again to see what one owes to the other."))
    said = headline(analysis, review)
    if {a.id for a in articles} == {a.id for a in analysis.articles}:
        return said
    rest = tr("they are being compared") if comparing else tr("compare again to include them")
    more = tr("Articles have come since these figures; {rest}.").format(rest=rest)
    return replace(said, notice=f"{said.notice} {more}".strip())


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]


def stopped(analysis: Analysis) -> str:
    """Return that pairs are missing, where the comparison was stopped."""
    if analysis.complete:
        return ""
    count = len(analysis.articles)
    whole = count * (count - 1) // 2
    said = tr("The comparison was stopped: {done} of {n} pair(s) of articles are compared.", "", whole)
    return said.format(done=len(analysis.pairs))


def reasonings(analysis: Analysis) -> tuple[Reasoning, ...]:
    """Return what speaks for and against each direction between the article under review and its counterparts."""
    sources = [source for source in sources_of(analysis) if source.links]
    letter = analysis.letter(analysis.subject)
    told = direction(analysis, sources)
    return tuple(_reasoning(letter, source, text) for source, text in zip(sources, told, strict=True))


def _reasoning(letter: str, source: Source, text: DirectionText) -> Reasoning:
    side = source.pair.direction.derived
    later, earlier = (source.letter, letter) if side is Side.B else (letter, source.letter)
    known = side is not Side.UNKNOWN
    title = (
        tr("Why {later} from {earlier}, and not the reverse").format(later=later, earlier=earlier)
        if known
        else tr("Which of {later} and {earlier} is older").format(later=later, earlier=earlier)
    )
    notes = [Note(harmless(why), good=known) for why in text.reasons]
    notes += [Note(harmless(tr("Against it: {why}").format(why=why))) for why in text.against]
    notes += [Note(harmless(text.note))] if text.note else []
    return Reasoning(title, harmless(text.verdict), tuple(notes))


def credit_notes(analysis: Analysis, review: Review = _UNJUDGED) -> tuple[Note, ...]:
    """Return what is to be said of credit and quotations in the article under review, the gravest first.

    What an editor judged is asked for as in the report: no more where it is acceptable or dismissed, and first of all
    where it needs a credit.
    """
    sources = sources_of(analysis)
    letter = analysis.letter(analysis.subject)
    linked = [source for source in sources if source.links]
    if not linked:
        return (Note(tr("Nothing in {letter} has a source here, so nothing needs a credit.").format(letter=letter)),)
    asked = [a for a in actions(analysis, sources, review) if a.name in _ABOUT_CREDIT or a.name in _ABOUT_WORDS]
    notes = [Note(harmless(f"{a.name}: {a.text}" if a.name == _DEMANDED else a.text), a.severity) for a in asked]
    answering = {source.letter for source in linked if source.answerable}
    weak = any(d.strength.weak for source in linked if source.answerable for d in source.pair.credit.details)
    notes += [Note(harmless(text), Severity.LOW if weak else None, good=not weak) for text in credit_sentences(sources)]
    for table in quotation_tables(analysis, sources):
        lines = [line.severity for line in table.lines if line.severity is not None]
        worst = min(lines, key=lambda s: s.rank, default=None)
        told = worst if table.letter in answering else None  # agreed reuse, and what others took, ask for nothing
        notes.append(Note(harmless(tr("Quotations in {summary}").format(summary=table.summary)), told))
    agreed = [source.letter for source in linked if source.licensed]
    if agreed:
        where = listed(sorted(agreed))
        notes.append(
            Note(
                tr("What {letter} shares with {where} is licensed, so its reuse needs no action.").format(
                    letter=letter, where=where
                )
            )
        )
    if len(notes) > _CREDIT_LINES:
        left = len(notes) - _CREDIT_LINES + 1
        notes = [*notes[: _CREDIT_LINES - 1], Note(tr("{n} more line(s) in the report.", "", left))]
    return tuple(notes)
