"""What stands over a ledger: whose it is, its largest figures, its bar, and what a reader must know first.

Pure. Every figure is the report's own.
"""

from __future__ import annotations

from dataclasses import dataclass

from core.model import Analysis, Article, MatchClass, Scores
from core.report.exclusions import exclusions
from core.report.figures import bar
from core.report.parts import BarPart
from core.report.phrases import quoted
from core.report.shares import percents
from desktop.language import tr
from desktop.models.facing import safe_title, seen_from, silence, takers
from desktop.plain import harmless

_LONGEST_RUN = 64


@dataclass(frozen=True, slots=True)
class LedgerHead:
    """The head of a ledger."""

    letter: str
    title: str
    detail: str
    bar: tuple[BarPart, ...]
    words: int
    notices: tuple[str, ...] = ()
    elsewhere: tuple[tuple[str, str], ...] = ()
    """Letters and ids of the articles whose ledgers show what this one keeps silent about."""


def ledger_head(analysis: Analysis, article_id: str, *, comparing: bool) -> LedgerHead:
    """Return the head of an article's ledger; ``comparing`` says that another comparison runs."""
    article, ledger = analysis.article(article_id), analysis.ledger(article_id)
    others = takers(analysis, article_id)
    return LedgerHead(
        letter=analysis.letter(article_id),
        title=safe_title(article),
        detail=_detail(analysis, article, ledger.scores),
        bar=bar(seen_from(analysis, article_id)),
        words=ledger.scores.words,
        notices=tuple(part for part in _notices(analysis, article_id, comparing=comparing) if part),
        elsewhere=tuple((analysis.letter(other), other) for other in others),
    )


def _detail(analysis: Analysis, article: Article, scores: Scores) -> str:
    if scores.largest_source is None:
        return tr("No sentence is taken from another article here.")
    parts = []
    if scores.longest_run is not None and scores.longest_run_words:
        wording = quoted(harmless(scores.longest_run.of(article.text)), _LONGEST_RUN)
        run = tr("Longest shared run: {n} word(s) ({wording}).", "", scores.longest_run_words)
        parts.append(run.format(wording=wording))
    source, share = scores.largest_source
    largest = tr("Largest single source: {letter}, {share}.")
    parts.append(largest.format(letter=analysis.letter(source), share=f"{percents(scores).of(share)}%"))
    return " ".join(parts)


def _notices(analysis: Analysis, article_id: str, *, comparing: bool) -> tuple[str, ...]:
    ledger, letter = analysis.ledger(article_id), analysis.letter(article_id)
    silent = silence(analysis, article_id)
    taken = any(row.match.derived for row in ledger.rows)
    checked = any(row.match is not MatchClass.UNCHECKED for row in ledger.rows)
    nothing = tr(
        "No sentence of {letter} has a source among these files. That does not prove that {letter} is original."
    ).format(letter=letter)
    stopped = tr("The comparison was stopped before its end. What it did not reach is unchecked.")
    return (
        tr("Another comparison is running. This is the ledger of the last one.") if comparing else "",
        "" if analysis.complete else stopped,
        silent,
        "" if taken or silent or not checked else nothing,
        exclusions(seen_from(analysis, article_id)),
    )
