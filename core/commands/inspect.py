"""``cognate inspect``: how each article was read, as JSON or to look at."""

from __future__ import annotations

import argparse

from rich.console import Console
from rich.table import Table
from rich.text import Text

from core import ingest
from core.commands.failures import FAILURES, reason
from core.commands.summary import terminal
from core.commands.target import check_targets, encoded, write
from core.commands.terminal import TerminalProgress, plain, tell
from core.errors import UsageError
from core.model import Article, Span, sentence_label
from core.originality.credit import credits_in
from core.report.analysis_json import Json, as_json, reading_to_dict
from core.report.phrases import flat, quoted, some
from core.segment import segment

Credits = tuple[tuple[Span, str], ...]


def run(args: argparse.Namespace) -> int:
    """Read every file, tell how, and return the exit code."""
    check_targets({"--json": args.json}, args.files)
    if not args.files:
        raise UsageError("To inspect takes at least one article.", "For example: cognate inspect draft.txt")
    console = terminal()
    told: list[Json] = []
    failed = False
    with TerminalProgress() as progress:
        for done, path in enumerate(args.files):
            progress.step("Reading", done / len(args.files))
            try:
                article = segment(ingest.read(path), f"a{done + 1}")
                found = credits_in(article)
            except FAILURES as error:
                failed = True
                progress.wipe()
                tell(reason(error))
                told.append({"path": path, "error": reason(error)})
                continue
            if args.json is None:
                progress.wipe()
                _print(console, article, found)
            else:
                told.append(reading_to_dict(article, found))
    if args.json is not None:
        write(args.json, encoded(as_json(told) + "\n"))
    return int(failed)


def _print(console: Console, article: Article, found: Credits) -> None:
    document = article.document
    console.print(Text(plain(article.title), "bold"))
    size = f"{some(article.words, 'word')} in {some(len(article.sentences), 'sentence')}"
    shape = f"{size} and {some(len(article.paragraphs), 'paragraph')}"
    console.print(Text(plain(f"{document.path}: {document.format}, {document.encoding}, {article.language}, {shape}")))
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
