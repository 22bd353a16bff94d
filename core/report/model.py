"""The originality report as plain values: every figure and sentence of it. Formats only render."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import PurePath

from core.case.review import Review
from core.model import Analysis, Article
from core.report.anonymise import WITHHELD, Cover, anonymised, cover, covered_notes, tidied
from core.report.cards import same_facts, section
from core.report.chosen_parts import JudgedCard, LedgerTable, Logo, Matrix, TextPair
from core.report.credits import credit_sentences
from core.report.dated import in_utc, printed, printed_day
from core.report.exclusions import exclusions, settings_used
from core.report.figures import bar, scale, score_cells
from core.report.findings import actions, set_aside
from core.report.full_texts import text_pairs
from core.report.judged import judged_cell, judged_section
from core.report.languages import language_notices
from core.report.ledger_lines import ledger_table
from core.report.left_out import added, left_out
from core.report.matrix import matrix
from core.report.method import choices, limits, method, settings, settings_digest
from core.report.options import Marks, PageSize, ReportOptions
from core.report.parts import (
    Action,
    BarPart,
    DirectionText,
    FileRow,
    LoneSentences,
    QuotationTable,
    SameFactRow,
    ScaleCell,
    ScoreCell,
    Setting,
    SourceSection,
)
from core.report.phrases import closed, flat, listed, shorten, some
from core.report.quotations import quotation_tables
from core.report.sources import Source, only_taken_by_others, sources_of
from core.report.statements import direction, licensed_changes, statement

HEADING = "Originality report"
_CASE_TITLE = 70
_PREPARED_BY = 90
_TOLD = 80
_RUNNING_TITLE = 60
_USUAL = ReportOptions()
_UNJUDGED = Review()


@dataclass(frozen=True, slots=True)
class Report:
    """One report about one article, in the order in which it is read."""

    heading: str
    when: datetime
    date: str
    prepared_by: str
    """A name, an outlet, or both."""
    case_title: str
    letter: str
    title: str
    running: str
    """Which article the report is about, for the head of each further page."""
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
    set_aside: str
    """Which findings an editor judged acceptable or dismissed; empty where none is."""
    direction: tuple[DirectionText, ...]
    credit: tuple[str, ...]
    """A sentence for each credit that the article gives."""
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
    ledger: LedgerTable | None = None
    matrix: Matrix | None = None
    omitted: tuple[LoneSentences, ...] = ()
    """For each source that something was taken from, the sentences that the article left out."""
    added: tuple[LoneSentences, ...] = ()
    """The article's sentences without a counterpart in this case: one list, or none where nothing was taken."""
    texts: tuple[TextPair, ...] = ()
    with_summary: bool = True
    with_verdicts: bool = False
    """Whether the cards bear verdicts; without any, each says instead how sure its link is."""
    marks: Marks = Marks.COLOUR
    page: PageSize = PageSize.A4
    logo: Logo | None = None
    language: str = "en"
    anonymised: bool = False
    """Whether letters and numbers stand for names: formats that carry more than this report must hide them too."""
    authors: tuple[str, ...] = ()
    """Who wrote the articles as people said it, for those formats."""
    outlets: tuple[str, ...] = ()


def build_report(
    analysis: Analysis,
    *,
    case_title: str = "",
    prepared_by: str = "",
    when: datetime,
    options: ReportOptions = _USUAL,
    review: Review = _UNJUDGED,
    logo: Logo | None = None,
) -> Report:
    """Return the report about ``analysis.subject``, with the other articles as its sources.

    Args:
        analysis: a finished or a stopped analysis.
        case_title: the name of the case, for the footer.
        prepared_by: who answers for the report, for the header, where the options name nobody.
        when: the date of the report, as it is to be printed.
        options: which parts it has, and how it looks.
        review: the verdicts and notes to print.
        logo: the picture of the options' logo file, already read.
    """
    covered = cover(analysis, options.authors, options.outlets) if options.anonymise else None
    if covered:
        # The case is often called after an article or a folder, so its name goes too.
        analysis, case_title = anonymised(analysis, covered), ""
        review = covered_notes(review, covered)
    subject = analysis.article(analysis.subject)
    letter = analysis.letter(subject.id)
    title = subject.title or file_name(subject)
    sources = sources_of(analysis)
    used = settings_used(analysis)
    digest = settings_digest(used)
    sections = tuple(judged_section(analysis, s, section(analysis, s), review) for s in sources if s.links)
    settled = set_aside(analysis, sources, review)
    report = Report(
        heading=HEADING,
        when=in_utc(when),
        date=printed(when),
        prepared_by=_preparer(options.prepared_by or prepared_by, options.outlet),
        case_title=case_title,
        letter=letter,
        title=title,
        running=f"Article {letter}" if covered else f"Article {letter}, {shorten(title, _RUNNING_TITLE)}",
        subtitle=_subtitle(analysis, subject, letter),
        statement=statement(analysis, sources, review),
        notices=_notices(analysis, sources),
        scale=scale(analysis),
        scores=_scores(analysis, sources, review),
        bar=bar(analysis),
        exclusions=exclusions(analysis),
        actions=actions(analysis, sources, review),
        no_action=_no_action(analysis, sources, settled=settled),
        set_aside=settled,
        direction=direction(analysis, sources),
        credit=credit_sentences(sources) if options.audit else (),
        files=tuple(_file(analysis, a, hidden=covered is not None) for a in analysis.articles),
        sections=sections if options.passages else (),
        quotations=quotation_tables(analysis, sources) if options.audit else (),
        same_facts=same_facts(analysis, sources) if options.passages else (),
        method=(*method(analysis), *choices(options, review)),
        settings=settings(used),
        engine=_engine(analysis),
        limits=limits(analysis, sources),
        digest=digest,
        footer=_footer(analysis, case_title, digest),
        ledger=ledger_table(analysis, sources, review) if options.ledger else None,
        matrix=matrix(analysis) if options.matrix else None,
        omitted=left_out(analysis, sources) if options.omissions else (),
        added=added(analysis, sources) if options.omissions else (),
        texts=text_pairs(analysis, sources) if options.full_texts else (),
        with_summary=options.summary,
        with_verdicts=any(isinstance(c, JudgedCard) and c.told for x in sections for c in x.cards),
        marks=options.marks,
        page=options.page,
        logo=logo,
        anonymised=options.anonymise,
        authors=options.authors if covered else (),
        outlets=options.outlets if covered else (),
    )
    return _covered(report, covered) if covered else report


def _scores(analysis: Analysis, sources: Sequence[Source], review: Review) -> tuple[ScoreCell, ...]:
    """Return the figures; once anybody judged, the last of them counts the verdicts."""
    cells = score_cells(analysis)
    judged = judged_cell(analysis, sources, review)
    return (*cells[:-1], judged) if judged else cells


def _file(analysis: Analysis, article: Article, *, hidden: bool) -> FileRow:
    says, name = article.document, file_name(article)
    told = (says.outlet, says.author, printed_day(says.published or ""))
    return FileRow(
        letter=analysis.letter(article.id),
        name=name,
        words=article.words,
        sha256=WITHHELD if hidden else says.sha256,
        title="" if article.title == name else flat(article.title),
        told=closed(" · ".join(shorten(part, _TOLD) for part in told if part)),
    )


def _preparer(name: str, outlet: str) -> str:
    return shorten(", ".join(part.strip() for part in (name, outlet) if part.strip()), _PREPARED_BY)


def _covered(report: Report, covered: Cover) -> Report:
    """Return the report on an anonymised analysis with the names covered that an editor's own words hold."""
    return replace(
        report,
        statement=tuple(tidied(line) for line in report.statement),
        exclusions=covered.text(report.exclusions),
        sections=tuple(replace(x, summary=tidied(x.summary)) for x in report.sections),
        settings=tuple(replace(x, value=covered.text(x.value)) for x in report.settings),
        texts=tuple(
            replace(
                x,
                source=replace(x.source, title=tidied(x.source.title)),
                article=replace(x.article, title=tidied(x.article.title)),
            )
            for x in report.texts
        ),
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
    notices += language_notices(analysis)
    return tuple(notices)


def _no_action(analysis: Analysis, sources: Sequence[Source], *, settled: str) -> str:
    linked = [s for s in sources if s.links]
    if not linked:
        letter = analysis.letter(analysis.subject)
        return f"Nothing: no sentence of {letter} is taken from another article of this case."
    if all(s.licensed for s in linked):
        changed = licensed_changes(analysis, sources)
        also = " What was changed in it is told above." if changed else ""
        return f"Nothing: the reuse was agreed.{also}"
    if settled:
        return "Nothing else: what the comparison named was judged."
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


def file_name(article: Article) -> str:
    """Return what the file of an article is called; without one, what the article is."""
    return PurePath(article.document.path).name or article.document.path or article.title
