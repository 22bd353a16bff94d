"""Walk an ODF text's body and write its words down in reading order."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from core.ingest.looks import Colour, Concealed
from core.ingest.odt_styles import DRAW, NOTHING, TEXT, Says, Styles, look
from core.ingest.writer import Writer, credited

if TYPE_CHECKING:
    from lxml.etree import _Element

_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_SKIPPED = frozenset(
    {"tracked-changes", "note-citation", "ruby-text", "desc", "title", "forms", "sequence-decls", "variable-decls"}
    | {"user-field-decls", "dde-connection-decls", "soft-page-break", "table-of-content-source", "index-source-style"}
    | {
        "alphabetical-index-source",
        "bibliography-source",
        "illustration-index-source",
        "event-listeners",
        "list-header",
    }
    | {"object-index-source", "table-index-source", "user-index-source", "alphabetical-index-auto-mark-file"}
    | {"annotation-end", "glue-point", "binary-data", "object-ole", "math", "script", "meta-field-template"}
)
_MOST_BLANKS = 1000


@dataclass(frozen=True, slots=True)
class Change:
    """A tracked change: what it is (“insertion”, “deletion”), whose, and for a deletion the words that went."""

    kind: str
    author: str
    words: str = ""


class Walk:
    """Writes a body's words down; ``changes`` are the tracked ones by name."""

    def __init__(self, styles: Styles, changes: Mapping[str, Change]) -> None:
        self.writer = Writer()
        self.pictures = 0
        self._styles, self._changes = styles, changes
        self._ground: Colour | None = styles.page
        self._hidden = False
        self._in_line = 0
        """How many table rows that are written as lines stand around."""
        self._after: list[_Element] = []
        self._notes: list[_Element] = []
        self._inserted: set[str] = set()

    def all(self, body: _Element) -> None:
        """Write the body, then its footnotes and endnotes."""
        self._blocks(body)
        self.writer.paragraph()
        while self._notes:
            self._blocks(self._notes.pop(0))
            self.writer.paragraph()

    def _blocks(self, holder: _Element) -> None:
        for element in holder:
            if self.writer.full:
                return
            self._block(element, _name(element))

    def _block(self, element: _Element, name: str) -> None:
        if name in {"p", "h"}:
            self._paragraph(element)
        elif name == "list-item":
            self.writer.line()
            self._in_line += 1 if len(element) == 1 else 0
            self._blocks(element)
            self._in_line -= 1 if len(element) == 1 else 0
            self.writer.line()
        elif name == "list":
            self._list(element)
        elif name == "table":
            self._table(element)
        elif name == "section":
            self._section(element)
        elif name in {"frame", "text-box", "image"}:
            self._frame(element, name)
        elif name not in _SKIPPED:
            self._inline(element, name, NOTHING)

    def _list(self, element: _Element) -> None:
        # A list in an item goes on as lines of the list around it.
        inner = self._in_line > 0
        if not inner:
            self.writer.paragraph()
        self._blocks(element)
        if not inner:
            self.writer.paragraph()

    def _paragraph(self, element: _Element) -> None:
        says = self._styles.of("paragraph", element.get(f"{TEXT}style-name"))
        outer, self._after = self._after, []
        self._children(element, says)
        boxes, self._after = self._after, outer
        if self._in_line:
            self.writer.run(" ")
        else:
            self.writer.paragraph()
        for box in boxes:
            self._box(box)

    def _box(self, box: _Element) -> None:
        frame = box.getparent()
        style = None if frame is None else frame.get(f"{DRAW}style-name")
        ground, self._ground = self._ground, self._styles.ground("graphic", style, self._ground)
        lines, self._in_line = self._in_line, 0
        self.writer.paragraph()
        self._blocks(box)
        self.writer.paragraph()
        self._ground, self._in_line = ground, lines

    def _section(self, element: _Element) -> None:
        ground, hidden = self._ground, self._hidden
        self._ground = self._styles.ground("section", element.get(f"{TEXT}style-name"), ground)
        shown = element.get(f"{TEXT}display")
        self._hidden = hidden or shown == "none" or element.get(f"{TEXT}is-hidden") == "true"
        self._blocks(element)
        self._ground, self._hidden = ground, hidden

    def _table(self, element: _Element) -> None:
        outer = self._ground
        self.writer.paragraph()
        below = self._styles.ground("table", element.get(f"{_TABLE}style-name"), outer)
        for row in element.iter(f"{_TABLE}table-row"):
            # A table inside a cell is written with that cell.
            if next(row.iterancestors(f"{_TABLE}table")) is element:
                self._row(row, below)
        self._ground = outer
        self.writer.paragraph()

    def _row(self, row: _Element, below: Colour | None) -> None:
        cells = [c for c in row if _name(c) == "table-cell"]
        # A table for layout holds paragraphs, one of figures a line a row.
        lines = all(len(cell) <= 1 for cell in cells)
        self._in_line += lines
        for cell in cells:
            self._ground = self._styles.ground("table-cell", cell.get(f"{_TABLE}style-name"), below)
            self._blocks(cell)
        self._in_line -= lines
        self.writer.line()

    def _frame(self, element: _Element, name: str) -> None:
        if name == "text-box":
            self._after.append(element)
            if not self._in_paragraph(element):
                self._box(self._after.pop())
        elif name == "image":
            self.pictures += 1
        else:
            # A frame holds one thing in several forms; the first is the best.
            for inner in element:
                if _name(inner) in {"text-box", "image"}:
                    self._frame(inner, _name(inner))
                    return

    @staticmethod
    def _in_paragraph(element: _Element) -> bool:
        return next(element.iterancestors(f"{TEXT}p", f"{TEXT}h"), None) is not None

    def _children(self, element: _Element, says: Says) -> None:
        self._write(element.text, says)
        for inner in element:
            if self.writer.full:
                return
            self._inline(inner, _name(inner), says)
            self._write(inner.tail, says)

    def _inline(self, element: _Element, name: str, says: Says) -> None:
        if name == "s":
            self._write(" " * _count(element.get(f"{TEXT}c")), says)
        elif name == "tab":
            self._write("\t", says)
        elif name == "line-break":
            self.writer.line()
        elif name not in _SKIPPED:
            self._within(element, name, says)

    def _within(self, element: _Element, name: str, says: Says) -> None:
        if name in {"change", "change-start"}:
            self._change(element.get(f"{TEXT}change-id") or "", name)
        elif name == "annotation":
            self._comment(element)
        elif name == "note":
            self._notes += [body for body in element if _name(body) == "note-body"]
        elif name in {"hidden-text", "hidden-paragraph"}:
            self._conditional(element, name)
        elif name in {"frame", "text-box", "image"}:
            self._frame(element, name)
        elif name in {"p", "h", "list", "table", "section"}:
            self._block(element, name)
        else:
            own = element.get(f"{TEXT}style-name")
            span = name in {"span", "a"} and own
            self._children(element, self._styles.of("text", own).over(says) if span else says)

    def _conditional(self, element: _Element, name: str) -> None:
        if element.get(f"{TEXT}is-hidden") != "true":
            self._write(element.text, NOTHING)
        elif name == "hidden-text":
            words = element.get(f"{TEXT}string-value") or ""
            self.writer.run(words, Concealed("hidden-text", "hidden by a condition"))

    def _write(self, words: str | None, says: Says) -> None:
        if words:
            how = replace(look(says, self._ground), hidden=True) if self._hidden else look(says, self._ground)
            self.writer.run(words, how.concealed())

    def _change(self, key: str, name: str) -> None:
        change = self._changes.get(key)
        if change is None:
            return
        if change.kind == "deletion" and name == "change":
            self.writer.counts["deleted"] += 1
            self.writer.note(change.words, credited("deleted", change.author), "deleted-text")
        elif change.kind == "insertion" and key not in self._inserted:
            self._inserted.add(key)
            self.writer.counts["inserted"] += 1

    def _comment(self, element: _Element) -> None:
        author = next(("".join(e.itertext()) for e in element if _name(e) == "creator"), "")
        self.writer.note(" ".join(spelled(e) for e in element.iter(f"{TEXT}p")), credited("comment", author), "comment")


def changes_of(body: _Element) -> dict[str, Change]:
    """Return the tracked changes of a body by name."""
    found = {}
    for region in body.iter(f"{TEXT}changed-region"):
        for change in region:
            author = next(("".join(e.itertext()) for e in change.iter("{*}creator")), "")
            blocks = list(change.iter(f"{TEXT}p", f"{TEXT}h"))
            key = region.get(f"{TEXT}id") or region.get("{http://www.w3.org/XML/1998/namespace}id") or ""
            found[key] = Change(_name(change), author, " ".join(spelled(b) for b in blocks))
    return found


def spelled(paragraph: _Element) -> str:
    """Return a paragraph's words without their looks."""
    words = [paragraph.text or ""]
    for element in paragraph:
        name = _name(element)
        words.append(" " if name in {"s", "tab", "line-break"} else spelled(element))
        words.append(element.tail or "")
    return "".join(words)


def _count(value: str | None) -> int:
    return min(int(value), _MOST_BLANKS) if value and value.isascii() and value.isdigit() else 1


def _name(element: _Element) -> str:
    tag: str = element.tag
    return tag.rpartition("}")[2]
