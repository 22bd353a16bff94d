"""The audits beside the ledger: whom the article credits, what became of quotations, which runs it shares.

Pure: an analysis in, rows of words out. Meant for a worker: a long text takes a second.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from core.case.review import Review, Verdict
from core.model import Analysis, Article, CreditDetail, sentence_label
from core.report.attributions import Attribution, attributions
from core.report.credits import credit_sentences
from core.report.findings import actions
from core.report.parts import Action
from core.report.phrases import VERDICT_NAMES, flat, shorten
from core.report.runs import SharedRun, shared_runs_in, words_in
from core.report.sources import Source
from core.report.statements import licensed_changes
from desktop.language import tr, tr_noop
from desktop.models.audit_parts import AuditLine, AuditRow, Audits, AuditSection, Places, Sign, standing
from desktop.models.facing import Facing, facing, seen_from
from desktop.models.quotation_rows import quotation_section
from desktop.plain import harmless
from desktop.session import Place

_LONGEST_RUN = 160
_UNJUDGED = Review()
_CREDIT = "Credit"
"""What the report calls a credit that is missing, or leaves some out."""


def audits(analysis: Analysis, article_id: str, review: Review = _UNJUDGED) -> Audits:
    """Return the audits of one article; a credit is asked for as in the report, so verdicts are heeded."""
    sources = facing(analysis, article_id)
    own, letter = analysis.article(article_id), analysis.letter(article_id)
    return Audits(
        credit=_credit_section(seen_from(analysis, article_id), sources, review),
        quotations=quotation_section(own, letter, sources),
        runs=_run_section(own, letter, shared_runs_in(analysis, article_id)),
    )


def _credit_section(analysis: Analysis, sources: Sequence[Facing], review: Review) -> AuditSection:
    own, letter = analysis.article(analysis.subject), analysis.letter(analysis.subject)
    if not sources:
        return AuditSection(
            tr("Credit audit"), nothing=tr("No sentence of {letter} has a source here to credit.").format(letter=letter)
        )
    rows: list[AuditRow] = []
    for source in sources:
        rows += _missing(analysis, source, letter, review)
        rows += _given(own, letter, source)
    found = [(source, a) for source in sources for a in attributions(source.source.pair, own, source.source.article)]
    rows += _attribution_rows(letter, found)
    note, alarming = _credit_note(rows, [s for s in sources if not _settled(analysis, s, review)])
    return AuditSection(tr("Credit audit"), note, tuple(rows), alarming=alarming)


def _credit_note(rows: Sequence[AuditRow], sources: Sequence[Facing]) -> tuple[str, bool]:
    """Return in two words how the article stands with its sources, and whether that is serious."""
    asked = [s.source for s in sources if s.source.answerable and not s.source.only_quotations]
    if not asked:
        agreed = bool(sources) and all(s.source.licensed for s in sources)
        return (tr("agreed") if agreed else tr("none asked for")), False
    missing = [s for s in asked if not s.pair.credit.present]
    if missing:
        return (tr("not credited"), True) if len(missing) == len(asked) else (tr("partly credited"), True)
    partly = any(row.sign is Sign.MEDIUM and row.title == tr(_PARTLY) for row in rows)
    return (tr("partly credited") if partly else tr("credited")), False


_PARTLY = tr_noop("The credit leaves some out")


def _credit_actions(analysis: Analysis, source: Facing, review: Review) -> list[Action]:
    """Return what the report asks for of a credit: what an editor marked, then what is missing by itself."""
    demanded = VERDICT_NAMES[Verdict.CREDIT]
    return [a for a in actions(analysis, [source.source], review) if a.name in (demanded, _CREDIT)]


def _settled(analysis: Analysis, source: Facing, review: Review) -> bool:
    """Return whether an editor's verdicts left nothing to credit of what would be asked for without them."""
    return not _credit_actions(analysis, source, review) and bool(_credit_actions(analysis, source, _UNJUDGED))


def _missing(analysis: Analysis, source: Facing, letter: str, review: Review) -> Iterator[AuditRow]:
    """Yield what is missing of a credit, or why none is asked for."""
    there, place = source.source.letter, source.place(_first_link(source))
    found = _credit_actions(analysis, source, review)
    told = [action for action in found if action.name == _CREDIT]
    for action in (action for action in found if action.name != _CREDIT):
        lines = (AuditLine(harmless(action.text)),)
        yield AuditRow(tr("An editor asks for a credit"), "", Sign(action.severity), lines, place)
    if _settled(analysis, source, review):
        text = tr("What {letter} shares with {there} was judged acceptable or dismissed.").format(
            letter=letter, there=there
        )
        yield AuditRow(tr("No credit is asked for"), "", Sign.KEPT, (AuditLine(text),), place)
    for action in told:
        missing = not source.source.pair.credit.present
        title = tr("{there} is not credited").format(there=there) if missing else tr(_PARTLY)
        yield AuditRow(title, "", Sign(action.severity), (AuditLine(action.text),), place)
    if source.source.licensed:
        text = tr("Reuse between {letter} and {there} was agreed, so no credit is asked for.").format(
            letter=letter, there=there
        )
        yield AuditRow(tr("Reuse was agreed"), "", Sign.KEPT, (AuditLine(text),), place)
        changed = licensed_changes(analysis, [source.source])
        if changed:
            heading, what = changed.split(": ", 1)
            yield AuditRow(harmless(heading), "", Sign.LOW, (AuditLine(harmless(what)),), place)
    elif source.source.taken_by_other:
        text = tr("{there} likely derives from {letter}, so no credit is asked of {letter}.").format(
            there=there, letter=letter
        )
        yield AuditRow(tr("No credit is asked for"), "", Sign.KEPT, (AuditLine(text),), place)
    elif source.source.only_quotations and not found:
        text = tr("{letter} shares only quotations with {there}.").format(letter=letter, there=there)
        yield AuditRow(tr("No credit is asked for"), "", Sign.KEPT, (AuditLine(text),), place)


def _given(own: Article, letter: str, source: Facing) -> Iterator[AuditRow]:
    """Yield a row for each newsroom or person whom the article credits."""
    details = source.source.pair.credit.details
    for name in source.source.pair.credit.names:
        named = [d for d in details if d.name == name]
        told = credit_sentences([_only(source, name, named)])
        where = list(dict.fromkeys(i for d in named for i in Places(own).of(d.span)))
        label = standing(letter, where)
        weak = all(d.strength.weak for d in named)
        link = next((n for i in where for n in _links_at(source, i)), _first_link(source))
        lines = tuple(AuditLine(harmless(text)) for text in told)
        sign = Sign.LOW if weak else Sign.KEPT
        yield AuditRow(
            tr("{name} is credited").format(name=harmless(flat(name))), label, sign, lines, source.place(link)
        )


def _only(source: Facing, name: str, details: Sequence[CreditDetail]) -> Source:
    """Return the source with one of its credits alone."""
    pair = source.source.pair
    credit = replace(pair.credit, names=(name,), details=tuple(details))
    return replace(source.source, pair=replace(pair, credit=credit))


def _attribution_rows(letter: str, found: Sequence[tuple[Facing, Attribution]]) -> Iterator[AuditRow]:
    """Yield what was dropped, gathered in one row, and what was kept in another."""
    dropped = [x for x in found if not x[1].kept]
    for known in (True, False):
        part = [x for x in dropped if x[0].known is known]
        if part:
            lost = (
                tr("{n} attribution(s) dropped", "", len(part))
                if known
                else tr("{n} attribution(s) missing from {letter}", "", len(part)).format(letter=letter)
            )
            agreed = all(x[0].source.licensed for x in part)
            sign = Sign.LOW if agreed else Sign.MEDIUM
            yield AuditRow(lost, "", sign, _attribution_lines(letter, part))
    kept = [x for x in found if x[1].kept]
    if kept:
        lines = _attribution_lines(letter, kept)
        yield AuditRow(tr("{n} attribution(s) kept", "", len(kept)), "", Sign.KEPT, lines)


def _attribution_lines(letter: str, found: Sequence[tuple[Facing, Attribution]]) -> tuple[AuditLine, ...]:
    return tuple(
        AuditLine(f"“{harmless(a.words)}”", label=sentence_label(letter, a.own), place=source.place(a.link))
        for source, a in found
    )


def _run_section(own: Article, letter: str, runs: Sequence[SharedRun]) -> AuditSection:
    title = tr("Shared runs, 4 words or more")
    if not runs:
        return AuditSection(
            title, nothing=tr("{letter} shares no four words in a row with a source.").format(letter=letter)
        )
    ordered = sorted(runs, key=lambda run: (-run.words, run.name, run.span))
    rows = tuple(_run_row(own, letter, run) for run in ordered)
    return AuditSection(
        title, ", ".join([tr("{n} run(s)", "", len(runs)), tr("{n} word(s)", "", words_in(runs))]), rows
    )


def _run_row(own: Article, letter: str, run: SharedRun) -> AuditRow:
    wording = shorten(harmless(run.span.of(own.text)), _LONGEST_RUN)
    size = tr("name") if run.name else tr("{n} word(s)", "", run.words)
    place = Place(run.pair.a, run.pair.b, run.link)
    return AuditRow(wording, f"{standing(letter, run.sentences)}, {size}", place=place)


def _links_at(source: Facing, sentence: int) -> Iterator[int]:
    return (n for n, link in enumerate(source.source.pair.links) if sentence in link.a)


def _first_link(source: Facing) -> int:
    """Return the link that comes first in the article, of those that count as taken over."""
    links = source.source.pair.links
    return min((n for n, link in enumerate(links) if link.match.derived), key=lambda n: links[n].a, default=-1)
