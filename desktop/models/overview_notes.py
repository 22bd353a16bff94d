"""What the overview says in sentences. The words are the report's own; here is only chosen which of them are said.

Pure: an analysis in, sentences out.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from core.errors import ArticleError
from core.model import Analysis, Article, DivergenceType, SentenceKind, Severity, Side, article_letter, sentence_label
from core.report.credits import credit_sentences
from core.report.exclusions import exclusions
from core.report.figures import scale
from core.report.findings import actions
from core.report.parts import DirectionText
from core.report.phrases import divergence_name, flat, listed, quoted, sentence, some
from core.report.quotations import quotation_tables
from core.report.sources import Source, sources_of
from core.report.statements import direction, statement
from desktop.plain import harmless

_CREDIT_LINES = 5
_OPENERS = "“”\"‘'("
_REFERENCE = re.compile(r"\b([A-Z]{1,2}) (?=\d)")
_STRAY = "\\|^~_`¬¦"
"""Characters that end no sentence."""
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
class Note:
    """One line with a sign: a severity, a tick where all is well, or a dash."""

    text: str
    severity: Severity | None = None
    good: bool = False


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


def headline(analysis: Analysis) -> Headline:
    """Return what was found in the article under review."""
    subject = analysis.article(analysis.subject)
    sources = sources_of(analysis)
    said = statement(analysis, sources)
    step = next(cell for cell in scale(analysis) if cell.applies)
    figure = sentence(f"{step.name}: {_lower(step.text)}")
    found = any(row.match.derived for row in analysis.ledger(subject.id).rows)
    parts = [figure, *said[1:]] if found else [*said[1:], figure]
    parts.append(exclusions(analysis))
    size = f"{some(subject.words, 'word')}, {some(len(subject.sentences), 'sentence')}"
    return Headline(
        about=harmless(f"{flat(subject.title)} · {size}"),
        statement=harmless(said[0]),
        detail=harmless(" ".join(part for part in parts if part)),
        notice=stopped(analysis),
    )


def opening(articles: Sequence[Article], analysis: Analysis | None, *, comparing: bool) -> Headline:
    """Return what is said over a case as it stands: what was found, or that nothing is compared yet."""
    if analysis is None:
        about = some(len(articles), "article")
        if comparing:
            return Headline(about, f"Comparing {about}.", "The figures come with the result; the texts can be read.")
        return Headline(about, "Nothing is compared yet.", "Compare again to see what one owes to the other.")
    said = headline(analysis)
    if {a.id for a in articles} == {a.id for a in analysis.articles}:
        return said
    rest = "they are being compared" if comparing else "compare again to include them"
    return replace(said, notice=f"{said.notice} Articles have come since these figures; {rest}.".strip())


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]


def stopped(analysis: Analysis) -> str:
    """Return that pairs are missing, where the comparison was stopped."""
    if analysis.complete:
        return ""
    count = len(analysis.articles)
    whole = some(count * (count - 1) // 2, "pair")
    return f"The comparison was stopped: {len(analysis.pairs)} of {whole} of articles are compared."


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
    title = f"Why {later} from {earlier}, and not the reverse" if known else f"Which of {later} and {earlier} is older"
    notes = [Note(harmless(why), good=known) for why in text.reasons]
    notes += [Note(harmless(f"Against it: {why}")) for why in text.against]
    notes += [Note(harmless(text.note))] if text.note else []
    return Reasoning(title, harmless(text.verdict), tuple(notes))


def credit_notes(analysis: Analysis) -> tuple[Note, ...]:
    """Return what is to be said of credit and quotations in the article under review, the gravest first."""
    sources = sources_of(analysis)
    letter = analysis.letter(analysis.subject)
    linked = [source for source in sources if source.links]
    if not linked:
        return (Note(f"Nothing in {letter} has a source here, so nothing needs a credit."),)
    asked = [a for a in actions(analysis, sources) if a.name == "Credit" or a.name in _ABOUT_WORDS]
    notes = [Note(harmless(a.text), a.severity) for a in asked]
    answering = {source.letter for source in linked if source.answerable}
    weak = any(d.strength.weak for source in linked if source.answerable for d in source.pair.credit.details)
    notes += [Note(harmless(text), Severity.LOW if weak else None, good=not weak) for text in credit_sentences(sources)]
    for table in quotation_tables(analysis, sources):
        lines = [line.severity for line in table.lines if line.severity is not None]
        worst = min(lines, key=lambda s: s.rank, default=None)
        told = worst if table.letter in answering else None  # agreed reuse, and what others took, ask for nothing
        notes.append(Note(harmless(f"Quotations in {table.summary}"), told))
    agreed = [source.letter for source in linked if source.licensed]
    if agreed:
        where = listed(sorted(agreed))
        notes.append(Note(f"What {letter} shares with {where} is licensed, so its reuse needs no action."))
    if len(notes) > _CREDIT_LINES:
        left = len(notes) - _CREDIT_LINES + 1
        notes = [*notes[: _CREDIT_LINES - 1], Note(f"{some(left, 'more line')} in the report.")]
    return tuple(notes)


def problem_notes(articles: Sequence[Article], problems: Sequence[ArticleError]) -> tuple[Note, ...]:
    """Return what was odd about the files: unread ones first, then odd characters, lost spaces, lines left out."""
    notes = [Note(harmless(str(problem)), Severity.HIGH) for problem in problems]
    boilerplate: list[str] = []
    for number, article in enumerate(articles):
        letter = article_letter(number)
        notes += _odd(article, letter)
        lines = [i for i, s in enumerate(article.sentences) if s.kind is SentenceKind.BOILERPLATE]
        shown = [quoted(article.sentence_text(i), 40) for i in lines[:2]]
        if lines:
            more = f" and {len(lines) - len(shown)} more" if len(lines) > len(shown) else ""
            boilerplate.append(f"{', '.join(shown)}{more} in {letter}")
    if boilerplate:
        notes.append(Note(harmless(f"Left out as boilerplate: {'; '.join(boilerplate)}.")))
    return tuple(notes)


def _odd(article: Article, letter: str) -> list[Note]:
    grouped: dict[tuple[str, str], int] = {}
    for finding in article.document.findings:
        grouped[finding.type, finding.why] = grouped.get((finding.type, finding.why), 0) + 1
    notes = [
        Note(harmless(f"{letter} has {kind.replace('-', ' ')} in {some(n, 'place')}. {sentence(why)}"), Severity.MEDIUM)
        for (kind, why), n in grouped.items()
    ]
    for index, found in enumerate(article.sentences):
        last = found.span.of(article.text).rstrip()[-1:]
        if last and last in _STRAY:
            notes.append(Note(harmless(f"{sentence_label(letter, index)} ends with a stray “{last}”.")))
    lost = lost_spaces(article)
    if lost:
        places = some(lost, "place")
        notes.append(Note(f"{letter} has {places} where two sentences touch without a space."))
    return notes


def lost_spaces(article: Article) -> int:
    """Return how often a sentence begins right after the one before, in a script that has capitals."""
    starts = [
        other.span.start
        for one, other in zip(article.sentences, article.sentences[1:], strict=False)
        if one.span.end == other.span.start
    ]
    return sum(article.text[start : start + 1].isupper() or article.text[start] in _OPENERS for start in starts)


def tied(text: str) -> str:
    """Return the text with its references kept on one line: ``C 12`` does not break."""
    return _REFERENCE.sub("\\1\u00a0", text)
