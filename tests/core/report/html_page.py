"""Reads the HTML report back, and says what a report has to say, for tests."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser

from core.report.model import Report

VOID = {"meta", "img"}
EMPTY_SVG = {"path", "circle", "polygon", "polyline", "rect", "use"}
OURS = {
    *("html", "head", "meta", "title", "style", "body", "header", "main", "nav", "section", "article", "footer"),
    *("div", "p", "h1", "h2", "h3", "ul", "ol", "li", "a", "b", "span", "bdi", "ins", "del", "mark", "time", "img"),
    *("table", "thead", "tbody", "tr", "th", "td", "figure", "figcaption"),
    *("svg", "symbol", "desc", "text", *EMPTY_SVG),
}


class Page(HTMLParser):
    """A page as a tree's list of elements and texts; refuses tags that do not match."""

    def __init__(self, data: bytes) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.pieces: list[str] = []
        self.styles = ""
        self._open: list[str] = []
        self.feed(data.decode("utf-8"))
        self.close()
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in VOID:
            self._open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in EMPTY_SVG
        self.elements.append((tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "style" in self._open:
            self.styles += data
        else:
            self.pieces.append(data)

    @property
    def text(self) -> str:
        return flat("".join(self.pieces))

    def all(self, *tags: str) -> list[dict[str, str]]:
        return [attributes for tag, attributes in self.elements if tag in tags]

    def with_class(self, name: str) -> list[dict[str, str]]:
        return [attributes for _, attributes in self.elements if name in attributes.get("class", "").split()]

    def values(self, attribute: str) -> list[str]:
        return [attributes[attribute] for _, attributes in self.elements if attribute in attributes]


def flat(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


def said_by(report: Report) -> Iterator[str]:
    """Yield everything that a report says to people."""
    yield from (report.heading, report.date, report.prepared_by, report.title, report.subtitle, *report.notices)
    yield from (*report.credit, *report.method, *report.limits, report.engine, report.digest, report.footer)
    yield " ".join(report.statement)
    yield from (f"{cell.name} {cell.text}" for cell in report.scale)
    yield from (f"{cell.figure} {cell.name} {cell.text}" for cell in report.scores)
    yield from (f"{part.name} {part.percent}%" for part in report.bar)
    yield from (f"{a.name} {a.text}" for a in report.actions)
    yield from (part for d in report.direction for part in (d.verdict, *d.reasons, *d.against, d.note))
    yield from (part for f in report.files for part in (f.name, str(f.words), f.sha256))
    for section in report.sections:
        yield from (section.heading, section.summary)
        for card in section.cards:
            yield from (f"{card.class_name} {card.label}", card.strength, card.because)
            yield from (f"{card.source_title} {card.source.text}", f"{card.article_title} {card.article.text}")
            yield from (f"{d.name} {d.change} {d.why}" for d in card.divergences)
    yield from (f"{x.article_label}{x.article}{x.source_label}{x.source}" for x in report.same_facts)
    for line in report.ledger.lines if report.ledger else ():
        yield from (line.class_name, line.text, *(c.label for c in line.chips))
        yield f"{line.divergence.name} {line.divergence.change}" if line.divergence else ""
    for table in report.quotations:
        yield table.summary
        yield from (part for x in table.lines for part in (x.name, x.source, x.source_speaker, x.article, x.why))
    if report.matrix:
        yield from (report.matrix.summary, report.matrix.drawn)
        yield from (f"{cell.figure} {cell.detail}" for row in report.matrix.rows for cell in row.cells)
        yield from (part for x in report.matrix.pairs for part in (x.label, x.figure, x.detail))
    for part in report.omitted + report.added:
        yield from (part.heading, part.summary, part.more, *(f"{x.label}{x.text} {x.note}" for x in part.lines))
    for pair in report.texts:
        yield pair.heading
        for text in (pair.source, pair.article):
            yield from (text.title, *(f"{s.links} {s.text}" for p in text.paragraphs for s in p))
    yield from (f"{s.name}{s.value}{s.why}" for s in report.settings)
