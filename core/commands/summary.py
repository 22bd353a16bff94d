"""The analysis on a terminal: the same sentences and figures as the report, in colour where there is some.

Article text is always a :class:`rich.text.Text`, never markup, with control characters made visible.
"""

from __future__ import annotations

import shlex
import shutil
import sys

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from core.commands.terminal import plain
from core.model import Analysis, Article, MatchClass, Role, Severity
from core.report.model import Report
from core.report.parts import Card, QuotationLine, QuotationTable, SameFactRow, SourceSection
from core.report.phrases import CLASS_NAMES, shorten
from core.report.shares import BY_CLASS, percents

_COLOURS = {
    MatchClass.VERBATIM: "red",
    MatchClass.CLOSE: "dark_orange",
    MatchClass.PARAPHRASE: "yellow",
    MatchClass.QUOTATION: "blue",
    MatchClass.SAME_FACT: "bright_black",
}
_SIGNS = {
    Severity.HIGH: ("▲", "bold red"),
    Severity.MEDIUM: ("◆", "yellow"),
    Severity.LOW: ("○", "bright_black"),
}
_WIDEST = 100
"""Columns of a line that still reads well; also where the output is no terminal."""
_INDENT = (0, 0, 0, 2)
_LETTER_AND_WORDS = 11
_NARROWEST_TITLE = 16


def terminal() -> Console:
    """Return standard output as a console that respects NO_COLOR and never reads markup into text."""
    width = min(shutil.get_terminal_size().columns, _WIDEST) if sys.stdout.isatty() else _WIDEST
    return Console(file=sys.stdout, markup=False, emoji=False, highlight=False, width=width)


def print_summary(analysis: Analysis, report: Report, *, chosen: bool = True) -> None:
    """Print what was found about the subject, the figures of every article, and each finding.

    ``chosen`` says that somebody named the subject; else the other article may be the one to look at.
    """
    console = terminal()
    console.print(_text(f"{report.letter}  {report.title}", "bold"))
    console.print(_text(report.subtitle, "bright_black"))
    for line in report.statement:
        console.print(_text(line))
    for line in report.notices:
        console.print(_text(line, "yellow"))
    if not chosen:
        _print_other_subject(console, analysis, report.letter)
    for step in report.scale:
        if step.applies:
            console.print(_text(f"{step.name}: {step.text}."))
    _print_scores(console, report)
    if report.exclusions:
        console.print(_text(report.exclusions))
    console.print()
    _print_articles(console, analysis, report.letter)
    _print_actions(console, report)
    _print_direction(console, report)
    _print_credit(console, report)
    for section in report.sections:
        _print_section(console, section)
    _print_quotations(console, report)
    if report.same_facts:
        _heading(console, "Same facts")
    for row in report.same_facts:
        _print_same_fact(console, row)


def _print_scores(console: Console, report: Report) -> None:
    """Print the shares by words as such, for the table has them by class, and the other figures on their own line."""
    words, others = ([s for s in report.scores if s.by_words is said] for said in (True, False))
    for name, scores in (("By words: ", words), ("", others)):
        told = (f"{s.name} {s.figure}" + (f" ({s.aside})" if s.aside else "") for s in scores)
        console.print(_text(name + " · ".join(told), "bright_black"))


def _print_articles(console: Console, analysis: Analysis, letter: str) -> None:
    """Print the table of the articles with the shares by class."""
    console.print(_text("By class, all words of a sentence counted to its class:", "bright_black"))
    console.print(_articles(analysis, console.width))
    if any(_counted(analysis, article) for article in analysis.articles if article.id != analysis.subject):
        console.print(_text(f"The other articles are counted among themselves, without {letter}.", "bright_black"))


def _print_other_subject(console: Console, analysis: Analysis, letter: str) -> None:
    """Say how to examine the article that likely derives from the subject."""
    derived = _derived_from_subject(analysis)
    if derived is not None:
        named = shlex.quote(plain(derived.document.path))
        why = f"{letter} is under examination because it is named first."
        told = _text(f"{why} To examine {analysis.letter(derived.id)} instead: --subject {named}", "yellow")
        console.print(told, soft_wrap=True)  # on one line, so that it can be copied


def _derived_from_subject(analysis: Analysis) -> Article | None:
    """Return the other of two articles, where direction says that it derives from the subject."""
    if len(analysis.articles) > 2:  # noqa: PLR2004 - of more, the subject is not just the first
        return None
    derived = [p for p in analysis.pairs if p.a == analysis.subject and p.flipped() and p.derived_links]
    others = [analysis.article(p.b) for p in derived]
    return next((a for a in others if a.role is not Role.LICENSED), None)


def _articles(analysis: Analysis, width: int) -> Table:
    """Return a row an article: its words and the share of each class, which add up to 100."""
    shown = [m for m in BY_CLASS if any(x.scores.by_class.get(m, 0.0) > 0 for x in analysis.ledgers)]
    columns = {m: max(len(word) for word in CLASS_NAMES[m].split()) for m in shown}
    left = width - sum(columns.values()) - len(columns) - _LETTER_AND_WORDS
    table = Table(box=None, pad_edge=False, padding=(0, 1, 0, 0), header_style="bold")
    table.add_column("")
    table.add_column("Article", width=max(left, _NARROWEST_TITLE))
    table.add_column("Words", justify="right")
    for match, column in columns.items():
        # A name of several words stands on as many lines, so that the titles keep some room.
        table.add_column(CLASS_NAMES[match], justify="right", width=column, header_style=_COLOURS.get(match, ""))
    for article in analysis.articles:
        printed = percents(analysis.ledger(article.id).scores).by_class
        style = "bold" if article.id == analysis.subject else ""
        figures = [f"{printed[m]}%" if _counted(analysis, article) else "–" for m in shown]
        title = shorten(plain(article.title), max(left, _NARROWEST_TITLE))
        cells = [analysis.letter(article.id), title, f"{article.words:,}", *figures]
        table.add_row(*(_text(cell, style) for cell in cells))
    return table


def _counted(analysis: Analysis, article: Article) -> bool:
    """Return whether the article's ledger looks at any pair: what is shared with the subject is the subject's."""
    others = [p for p in analysis.pairs if article.id in (p.a, p.b) and analysis.subject not in (p.a, p.b)]
    return article.id == analysis.subject or bool(others)


def _print_actions(console: Console, report: Report) -> None:
    _heading(console, "Needs action")
    for action in report.actions:
        console.print(_signed(action.severity, f"{action.name}: {action.text}"))
    if not report.actions:
        console.print(_text(report.no_action))
    if report.set_aside:
        console.print(_text(report.set_aside, "bright_black"))


def _print_credit(console: Console, report: Report) -> None:
    if report.credit:
        _heading(console, "Credit")
    for line in report.credit:
        console.print(_text(line))


def _print_direction(console: Console, report: Report) -> None:
    if report.direction:
        _heading(console, "Direction")
    for direction in report.direction:
        console.print(_text(" ".join((direction.verdict, *direction.reasons))))
        for reason in direction.against:
            console.print(_text(f"Against it: {reason}", "bright_black"))
        if direction.note:
            console.print(_text(direction.note, "bright_black"))


def _print_section(console: Console, section: SourceSection) -> None:
    _heading(console, section.heading)
    console.print(_text(section.summary, "bright_black"))
    for card in section.cards:
        _print_card(console, card)


def _print_quotations(console: Console, report: Report) -> None:
    if report.quotations:
        _heading(console, "Quotations")
    for table in report.quotations:
        _print_quotation_table(console, table)


def _print_quotation_table(console: Console, table: QuotationTable) -> None:
    console.print(_text(table.summary, "bright_black"))
    for line in table.lines:
        console.print()
        head = f"{line.name}: {line.why}"
        console.print(_signed(line.severity, head) if line.severity else _text(head))
        for title, words, speaker in _sides(table, line):
            console.print(_indented(f"{title}: {words}" + (f" ({speaker})" if speaker else "")))


def _sides(table: QuotationTable, line: QuotationLine) -> list[tuple[str, str, str]]:
    """Return title, wording and speaker of the sides that have the quotation, the source first."""
    both = (
        (table.source_title, line.source, line.source_speaker),
        (table.article_title, line.article, line.article_speaker),
    )
    return [side for side in both if side[1]]


def _print_same_fact(console: Console, row: SameFactRow) -> None:
    console.print()
    console.print(_text(f"{row.article_label} and {row.source_label}", "bright_black"))
    console.print(_indented(row.source, "bright_black"))
    console.print(_indented(row.article))


def _print_card(console: Console, card: Card) -> None:
    console.print()
    head = _text(f"{card.label}  ")
    head.append(card.class_name, f"bold {_COLOURS.get(card.match, '')}")
    head.append("  " + plain(" · ".join(part for part in (card.strength, card.because) if part)), "bright_black")
    console.print(head)
    console.print(_indented(card.source.text, "bright_black"))
    console.print(_indented(card.article.text))
    for line in card.divergences:
        console.print(
            Padding(_signed(line.severity, f"{line.name}: {line.change}. {line.why}"), (0, 0, 0, 2), expand=False)
        )


def _signed(severity: Severity, words: str) -> Table:
    """Return words beside the sign of their severity, so that further lines stay in their column."""
    sign, style = _SIGNS[severity]
    grid = Table.grid(padding=(0, 1))
    grid.add_row(Text(sign, style), _text(words))
    return grid


def _heading(console: Console, words: str) -> None:
    console.print()
    console.print(_text(words, "bold underline"))


def _indented(words: str, style: str = "") -> Padding:
    return Padding(_text(words, style), _INDENT, expand=False)


def _text(words: str, style: str = "") -> Text:
    return Text(plain(words), style)
