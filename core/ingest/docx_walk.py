"""Walk a Word file's body and write its words down in reading order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from core.ingest.docx_names import attribute, bare_name, child, sign, switch, word_name
from core.ingest.docx_styles import Styles, shading
from core.ingest.looks import WHITE, Colour, Concealed, colour_of
from core.ingest.writer import Writer, credited

if TYPE_CHECKING:
    from lxml.etree import _Element

_THROUGH = frozenset(
    {"body", "document", "sdt", "sdtContent", "customXml", "smartTag", "hyperlink", "fldSimple", "dir", "bdo", "ruby"}
    | {"rubyBase", "footnote", "endnote", "comment", "txbxContent", "tr", "ins", "moveTo"}
)
"""Elements that only hold others."""
_OUT = frozenset({"del", "moveFrom"})
_NOTES = {"footnoteReference": "footnote", "endnoteReference": "endnote"}
_MARKS = {"tab": "\t", "ptab": "\t", "noBreakHyphen": "\u2011"}


@dataclass
class Seen:
    """What else the walk met."""

    pictures: int = 0
    foreign: int = 0
    comments: set[str] = field(default_factory=set)


class Walk:
    """Writes a body's words down. ``notes`` and ``comments`` are the elements that it refers to, by kind and number."""

    def __init__(
        self, styles: Styles, notes: dict[tuple[str, str], _Element], comments: Mapping[str, _Element]
    ) -> None:
        self.writer = Writer()
        self.seen = Seen()
        self._styles, self._notes, self._comments = styles, dict(notes), comments
        self._ground: Colour | None = WHITE
        self._paragraph: _Element | None = None
        self._in_list = False
        self._out: Concealed | None = None
        self._after: list[_Element] = []
        self._notes_due: list[_Element] = []
        self._codes: list[bool] = []
        """For every field that is open, whether its code (not its result) is being read."""

    def all(self, root: _Element) -> None:
        """Write the body, then the footnotes and endnotes that it refers to, in that order."""
        self._blocks(root)
        self.writer.paragraph()
        while self._notes_due:
            self._blocks((self._notes_due.pop(0),))
            self.writer.paragraph()
        for key in self._comments:
            self._comment(key)

    def _blocks(self, elements: Iterable[_Element]) -> None:
        for element in elements:
            if self.writer.full:
                return
            name = word_name(element)
            if name == "p":
                self._block(element)
            elif name == "tbl":
                self._table(element)
            elif name == "altChunk":
                self.seen.foreign += 1
            elif name in _THROUGH:
                self._changed(element, name, self._blocks)
            elif name in _OUT:
                self._removed(element, self._blocks)
            elif bare_name(element) == "AlternateContent":
                self._blocks(_chosen(element))

    def _block(self, paragraph: _Element) -> None:
        outer = self._paragraph, self._after
        properties = child(paragraph, "pPr")
        self._paragraph, self._after = properties, []
        in_list = child(properties, "numPr") is not None
        if self._in_list and not in_list:
            self.writer.paragraph()
        self._in_list = in_list
        self._runs(paragraph)
        mark = child(properties, "rPr")
        gone = child(mark, "del") is not None or child(mark, "moveFrom") is not None or switch(child(mark, "vanish"))
        # With its end deleted or hidden, a paragraph runs on in the next one.
        if not gone:
            self.writer.line() if in_list else self.writer.paragraph()
        boxes = self._after
        self._paragraph, self._after = outer
        for box in boxes:
            self._box(box)

    def _table(self, table: _Element) -> None:
        properties = child(table, "tblPr")
        outer = self._ground
        below = None if self._styles.shaded_table(properties) else shading(properties, outer)
        self.writer.paragraph()
        for row in _within(table, "tr"):
            mark = child(row, "trPr")
            if child(mark, "del") is not None:
                self._removed(row, lambda r: self._row(r, below))
            else:
                if child(mark, "ins") is not None:
                    self.writer.counts["inserted"] += 1
                self._row(row, below)
            self.writer.line()
        self._ground = outer
        self.writer.paragraph()

    def _row(self, row: _Element, below: Colour | None) -> None:
        cells = list(_within(row, "tc"))
        # A table for layout holds paragraphs, one of figures a line a row.
        lines = all(sum(1 for block in cell if word_name(block) in {"p", "tbl", "sdt"}) <= 1 for cell in cells)
        for cell in cells:
            self._ground = shading(child(cell, "tcPr"), below)
            if not lines:
                self._blocks(cell)
                continue
            for block in cell:
                if word_name(block) == "p":
                    self._line(block)
                else:
                    self._blocks((block,))
            self.writer.run(" ")

    def _line(self, paragraph: _Element) -> None:
        outer = self._paragraph, self._after
        self._paragraph, self._after = child(paragraph, "pPr"), []
        self._runs(paragraph)
        boxes = self._after
        self._paragraph, self._after = outer
        for box in boxes:
            self._box(box)

    def _box(self, box: _Element) -> None:
        outer, self._ground = self._ground, _box_ground(box)
        codes, self._codes = self._codes, []
        self.writer.paragraph()
        self._blocks(box)
        self.writer.paragraph()
        self._ground, self._codes = outer, codes

    def _runs(self, elements: Iterable[_Element]) -> None:
        for element in elements:
            if self.writer.full:
                return
            name = word_name(element)
            if name == "r":
                self._run(element)
            elif name in _THROUGH:
                self._changed(element, name, self._runs)
            elif name in _OUT:
                self._removed(element, self._runs)
            elif bare_name(element) == "AlternateContent":
                self._runs(_chosen(element))
            elif bare_name(element) in {"oMath", "oMathPara"}:
                self._write("".join(t.text or "" for t in element.iter("{*}t")), None)

    def _run(self, run: _Element) -> None:
        how: Concealed | None = None
        asked = False
        for element in run:
            name = word_name(element)
            if name in {"rPr", ""} and bare_name(element) != "AlternateContent":
                continue
            if not asked:
                how = self._out or self._styles.look(self._ground, self._paragraph, child(run, "rPr")).concealed()
                asked = True
            self._piece(element, name, how)

    def _piece(self, element: _Element, name: str, how: Concealed | None) -> None:
        if name in {"t", "delText"}:
            self._write(element.text or "", how)
        elif name in _MARKS:
            self._write(_MARKS[name], how)
        elif name == "sym":
            self._write(sign(attribute(element, "font") or "", attribute(element, "char") or ""), how)
        elif name in {"br", "cr"} and not self._coded():
            self.writer.line()
        elif name == "fldChar":
            self._field(attribute(element, "fldCharType"))
        else:
            self._reference(element, name)

    def _reference(self, element: _Element, name: str) -> None:
        if name in _NOTES:
            # A note that stands twice, or that refers to itself, is written once.
            note = self._notes.pop((_NOTES[name], attribute(element, "id") or ""), None)
            if note is not None:
                self._notes_due.append(note)
        elif name == "commentReference":
            self._comment(attribute(element, "id") or "")
        elif name == "ruby":
            self._runs((element,))
        elif name in {"drawing", "pict", "object"} or bare_name(element) == "AlternateContent":
            self._picture(element)

    def _write(self, words: str, how: Concealed | None) -> None:
        if not self._coded():
            self.writer.run(words, how)

    def _coded(self) -> bool:
        return any(self._codes)

    def _field(self, kind: str | None) -> None:
        if kind == "begin":
            self._codes.append(True)
        elif self._codes and kind == "separate":
            self._codes[-1] = False
        elif self._codes and kind == "end":
            self._codes.pop()

    def _picture(self, element: _Element) -> None:
        """Keep the text boxes in a drawing for after the paragraph, and count its pictures."""
        stack = [element]
        while stack:
            at = stack.pop()
            name = bare_name(at)
            if name == "txbxContent":
                self._after.append(at)
                continue
            if name in {"blip", "imagedata"}:
                self.seen.pictures += 1
            stack += reversed(_chosen(at) if name == "AlternateContent" else list(at))

    def _changed(self, element: _Element, name: str, walk: Callable[[_Element], None]) -> None:
        if name in {"ins", "moveTo"} and self._out is None:
            self.writer.counts["inserted"] += 1
        walk(element)

    def _removed(self, element: _Element, walk: Callable[[_Element], None]) -> None:
        outer = self._out
        if outer is None:
            self.writer.counts["deleted"] += 1
            self._out = Concealed("deleted-text", credited("deleted", attribute(element, "author")))
        walk(element)
        self._out = outer

    def _comment(self, key: str) -> None:
        comment = self._comments.get(key)
        if comment is None or key in self.seen.comments:
            return
        self.seen.comments.add(key)
        blocks = ("".join(t.text or "" for t in p.iter("{*}t")) for p in comment.iter("{*}p"))
        self.writer.note(" ".join(blocks), credited("comment", attribute(comment, "author")), "comment")


def _within(element: _Element, name: str) -> Iterable[_Element]:
    """Yield the rows of a table or the cells of a row, also where content controls and changes stand around them."""
    for inner in element:
        found = word_name(inner)
        if found == name:
            yield inner
        elif found in {"sdt", "sdtContent", "customXml", "ins", "moveTo"}:
            yield from _within(inner, name)


def _chosen(alternatives: _Element) -> list[_Element]:
    """Return what is shown of content that is there in several forms: the first that holds anything."""
    for choice in alternatives:
        if bare_name(choice) in {"Choice", "Fallback"} and len(choice):
            return list(choice)
    return []


def _box_ground(box: _Element) -> Colour | None:
    """Return the colour of a text box's shape, white where it has none, None where it is not told plainly."""
    shape = box.getparent()
    shape = None if shape is None else shape.getparent()
    if shape is None:
        return WHITE
    filled = shape.get("fillcolor")
    if filled and shape.get("filled") not in {"f", "false"}:
        return colour_of(filled)
    for properties in shape:
        if bare_name(properties) != "spPr":
            continue
        for fill in properties:
            if bare_name(fill) == "solidFill":
                return colour_of(fill[0].get("val")) if len(fill) else None
            if bare_name(fill) in {"gradFill", "blipFill", "pattFill"}:
                return None
    return None if any(bare_name(part) == "style" for part in shape) else WHITE
