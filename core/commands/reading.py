"""How an article was read, on a terminal."""

from __future__ import annotations

from collections.abc import Sequence

from rich.table import Table
from rich.text import Text

from core.commands.summary import terminal
from core.commands.terminal import plain
from core.model import Article, Span, sentence_label
from core.report.languages import said_language
from core.report.phrases import flat, quoted, some


def print_reading(article: Article, found: Sequence[tuple[Span, str]]) -> None:
    """Print an article's sentences, quotations, credits and findings; ``found`` are the outlets that it credits."""
    console = terminal()
    document = article.document
    console.print(Text(plain(article.title), "bold"))
    size = f"{some(article.words, 'word')} in {some(len(article.sentences), 'sentence')}"
    shape = f"{size} and {some(len(article.paragraphs), 'paragraph')}"
    read = f"{document.format}, {document.encoding}, {said_language(article.language)}"
    console.print(Text(plain(f"{document.path}: {read}, {shape}")))
    table = Table.grid(padding=(0, 1))
    for index, sentence in enumerate(article.sentences):
        wording = plain(flat(article.sentence_text(index)))
        # Without a case there are no letters: the bare number is what people see.
        table.add_row(
            Text(sentence_label("", index).strip(), "bright_black"), Text(sentence.kind.value, "bright_black"), wording
        )
    console.print(table)
    for quotation in article.quotations:
        speaker = quotation.speaker.of(article.text) if quotation.speaker else "nobody named"
        console.print(Text(plain(f"Quotation of {flat(speaker)}: {quoted(quotation.span.of(article.text), 80)}")))
    for span, name in found:
        console.print(Text(plain(f"Credit to {name}: {quoted(span.of(article.text), 80)}")))
    for finding in document.findings:
        console.print(Text(plain(f"{finding.type} at {finding.span.start}: {finding.why}"), "yellow"))
    console.print()
