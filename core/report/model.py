"""The originality report as plain values: every figure and sentence of it. Formats only render."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import PurePath

from core.model import Analysis, Article
from core.report.cards import same_facts, section
from core.report.credits import credit_sentences
from core.report.exclusions import exclusions, settings_used
from core.report.figures import bar, scale, score_cells
from core.report.findings import actions
from core.report.method import limits, method, settings, settings_digest
from core.report.parts import (
    Action,
    BarPart,
    DirectionText,
    FileRow,
    QuotationTable,
    SameFactRow,
    ScaleCell,
    ScoreCell,
    Setting,
    SourceSection,
)
from core.report.phrases import listed, shorten, some
from core.report.quotations import quotation_tables
from core.report.sources import Source, only_taken_by_others, sources_of
from core.report.statements import direction, statement

HEADING = "Originality report"
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_CASE_TITLE = 70
_PREPARED_BY = 70
_RUNNING_TITLE = 60


@dataclass(frozen=True, slots=True)
class Report:
    """One report about one article, in the order in which it is read."""

    heading: str
    when: datetime
    date: str
    prepared_by: str
    case_title: str
    letter: str
    title: str
    short_title: str
    subtitle: str
    statement: tuple[str, ...]
    notices: tuple[str, ...]
    """What a reader must know before the figures: a run that was stopped, a missing encoder."""
    scale: tuple[ScaleCell, ScaleCell, ScaleCell]
    scores: tuple[ScoreCell, ...]
    bar: tuple[BarPart, ...]
    exclusions: str
    """What the figures leave out and what they would be with it; empty where nothing was left out."""
    actions: tuple[Action, ...]
    no_action: str
    """Said instead of :attr:`actions` where there is none."""
    credit: tuple[str, ...]
    """A sentence for each credit that the article gives."""
    direction: tuple[DirectionText, ...]
    files: tuple[FileRow, ...]
    sections: tuple[SourceSection, ...]
    quotations: tuple[QuotationTable, ...]
    same_facts: tuple[SameFactRow, ...]
    method: tuple[str, ...]
    settings: tuple[Setting, ...]
    engine: str
    limits: tuple[str, ...]
    digest: str
    footer: str
    language: str = "en"


def build_report(analysis: Analysis, *, case_title: str = "", prepared_by: str = "", when: datetime) -> Report:
    """Return the report about ``analysis.subject``, with the other articles as its sources.

    Args:
        analysis: a finished or a stopped analysis.
        case_title: the name of the case, for the footer.
        prepared_by: who answers for the report, for the header.
        when: the date of the report, as it is to be printed.
    """
    subject = analysis.article(analysis.subject)
    letter = analysis.letter(subject.id)
    title = subject.title or _file_name(subject)
    sources = sources_of(analysis)
    used = settings_used(analysis)
    digest = settings_digest(used)
    return Report(
        heading=HEADING,
        when=when,
        date=f"{when.day} {_MONTHS[when.month - 1]} {when.year}, {when:%H:%M}",
        prepared_by=shorten(prepared_by, _PREPARED_BY),
        case_title=case_title,
        letter=letter,
        title=title,
        short_title=shorten(title, _RUNNING_TITLE),
        subtitle=_subtitle(analysis, subject, letter),
        statement=statement(analysis, sources),
        notices=_notices(analysis, sources),
        scale=scale(analysis),
        scores=score_cells(analysis),
        bar=bar(analysis),
        exclusions=exclusions(analysis),
        actions=actions(analysis, sources),
        no_action=_no_action(letter, any(s.links for s in sources), all(s.licensed for s in sources if s.links)),
        credit=credit_sentences(sources),
        direction=direction(analysis, sources),
        files=tuple(
            FileRow(analysis.letter(a.id), _file_name(a), a.words, a.document.sha256) for a in analysis.articles
        ),
        sections=tuple(section(analysis, s) for s in sources if s.links),
        quotations=quotation_tables(analysis, sources),
        same_facts=same_facts(analysis, sources),
        method=method(analysis),
        settings=settings(used),
        engine=_engine(analysis),
        limits=limits(analysis, sources),
        digest=digest,
        footer=_footer(analysis, case_title, digest),
    )


def _subtitle(analysis: Analysis, subject: Article, letter: str) -> str:
    size = f"{some(subject.words, 'word')}, {some(len(subject.sentences), 'sentence')}"
    others = some(len(analysis.articles) - 1, "other article")
    return f"Article {letter}, {size}. Compared with {others} in this case."


def _notices(analysis: Analysis, sources: Sequence[Source]) -> tuple[str, ...]:
    notices = []
    if not analysis.complete:
        done, whole = len(analysis.pairs), len(analysis.articles) * (len(analysis.articles) - 1) // 2
        notices.append(
            f"This analysis was stopped before its end: {done} of {some(whole, 'pair')} of articles were compared. "
            "What the others share is not in this report."
        )
    if only_taken_by_others(sources):
        letter, others = analysis.letter(analysis.subject), listed([s.letter for s in sources if s.links])
        notices.append(
            f"What {letter} and {others} share was likely taken from {letter}. "
            f"The figures below say how much of {letter} that is."
        )
    if analysis.engine.notice:
        notices.append(analysis.engine.notice)
    return tuple(notices)


def _no_action(letter: str, linked: bool, licensed: bool) -> str:  # noqa: FBT001 - two facts, named at the one call
    if not linked:
        return f"Nothing: no sentence of {letter} is taken from another article of this case."
    if licensed:
        return "Nothing: the reuse is from or in a licensed reprint."
    return "Nothing that the comparison can name."


def _engine(analysis: Analysis) -> str:
    engine = analysis.engine
    if engine.encoder is None:
        return f"Made with Cognate {engine.version}, without a sentence encoder."
    mark = f" (SHA-256 {engine.encoder_sha256})" if engine.encoder_sha256 else ""
    return f"Made with Cognate {engine.version} and the sentence encoder {engine.encoder}{mark}."


def _footer(analysis: Analysis, case_title: str, digest: str) -> str:
    case = f" · case “{shorten(case_title, _CASE_TITLE)}”" if case_title.strip() else ""
    return f"Cognate {analysis.engine.version}{case} · settings digest {digest}"


def _file_name(article: Article) -> str:
    return PurePath(article.document.path).name or article.document.path or article.title
