"""Markdown: its words without the markup; what stands before them about them is taken as such (front matter)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from contextlib import suppress

from core.ingest.kinds import Kind
from core.ingest.markup import markup_text
from core.ingest.page_text import fragment_of
from core.ingest.properties import day, one_line
from core.ingest.source import Source, TextBuilder
from core.model import Document, Finding

_FRONT = re.compile(r"\A(---|\+\+\+)[ \t]*\r?\n(.*?)\r?\n(?:\1|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL)
_ENTRY = re.compile(r"^([A-Za-z_]+)[ \t]*[:=][ \t]*(.*)$")
_ITEM = re.compile(r"^[ \t]*-[ \t]+(?:name:[ \t]*)?(.+)$")
_HEADING = re.compile(r"^#[ \t]+(.+?)[ \t#]*$", re.MULTILINE)
_DEEPEST = 60
"""Quotations and lists within each other; more is no article, and the parser calls itself for each."""
_MARKS = "[*_`"
_MOST_MARKS = 50_000
"""More of these than words call for: each may take the parser a tenth of a millisecond; a book has some 10,000."""
_LOST = 0.5
"""The share of words below which the markup was no markup, and the file is taken as plain text."""
_MOST = 300


def read_markdown(source: Source) -> Document:
    """Return the document of a Markdown file; raises :class:`~core.errors.ArticleError`."""
    from markdown_it import MarkdownIt  # noqa: PLC0415 - not at start-up

    text, encoding, _ = markup_text(source, source.data, named=False)
    found = _FRONT.match(text)
    facts = _facts(found[2]) if found else {}
    words = text[found.end() :] if found else text
    parser = MarkdownIt("commonmark", {"html": True, "maxNesting": _DEEPEST}).enable(["table", "strikethrough"])
    builder = TextBuilder()
    notices: tuple[str, ...] = ()
    shown: str = ""
    findings: tuple[Finding, ...] = ()
    if sum(map(words.count, _MARKS)) <= _MOST_MARKS:
        with suppress(RecursionError):
            fragment_of(source, f"<html><body>{parser.render(words)}</body></html>", builder)
            shown, findings = builder.build()
    hidden = sum(len(f.why.split()) for f in findings)
    if len(shown.split()) + hidden < _LOST * len(re.findall(r"\w{2,}", words)):
        shown, findings = words, ()
        notices = ("The file’s Markdown could not be told from its words; it was read as plain text.",)
    heading = _HEADING.search(words)
    title = facts.get("title") or (one_line(heading[1]) if heading else None)
    return Document(
        path=source.path,
        sha256=source.sha256,
        text=shown,
        format=Kind.MARKDOWN.value,
        encoding=encoding,
        title=title[:_MOST] if title else None,
        findings=findings,
        author=facts.get("author") or facts.get("authors") or facts.get("byline"),
        outlet=facts.get("outlet") or facts.get("publication"),
        published=day(facts.get("date") or facts.get("published")),
        language=facts.get("lang") or facts.get("language"),
        notices=notices,
    )


def _facts(front: str) -> Mapping[str, str]:
    """Return the entries of front matter that are one line or a list of lines; it is read as words, never run."""
    facts: dict[str, str] = {}
    name = ""
    for line in front.splitlines():
        entry, item = _ENTRY.match(line), _ITEM.match(line)
        if entry:
            name = entry[1].lower()
            values = entry[2].strip().removeprefix("[").removesuffix("]") if entry[2].startswith("[") else None
            value = ", ".join(_bare(v) for v in values.split(",")) if values is not None else _bare(entry[2])
            facts[name] = value[:_MOST]
        elif item and name:
            facts[name] = ", ".join(filter(None, (facts.get(name), _bare(item[1]))))[:_MOST]
    return {k: v for k, v in facts.items() if v}


def _bare(value: str) -> str:
    return " ".join(value.strip().strip("\"'").split())
