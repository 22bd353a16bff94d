"""A Word report as its reader opens it, for the tests of what it says."""

import io
import re
import zipfile

import docx
from docx.document import Document
from docx.oxml.ns import qn
from docx.table import Table

from core.case.review import FindingKey, Judgement, Review
from core.model import Analysis

PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000008000000040802000000cf8b4e9e"
    "0000000d49444154789c6360601818000000640001e221bc330000000049454e44ae426082"
)


def opened(data: bytes) -> Document:
    return docx.Document(io.BytesIO(data))


def text_of(data: bytes) -> str:
    """Return all the words of the body on one line, also those in tables and links."""
    body = opened(data).element.body
    return re.sub(r"\s+", " ", " ".join("".join(p.itertext(qn("w:t"))) for p in body.iter(qn("w:p"))))


def heads(document: Document) -> list[str]:
    return [p.text for p in document.paragraphs if p.style is not None and p.style.name == "Heading 1"]


def under(document: Document, heading: str) -> list[Table]:
    """Return the tables between a heading and the next one of its rank."""
    found: list[Table] = []
    inside = False
    for block in document.iter_inner_content():
        if isinstance(block, Table):
            found += [block] if inside else []
        elif block.style is not None and block.style.name == "Heading 1":
            inside = block.text == heading
    return found


def cells_of(table: Table) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in table.rows]


def judged(analysis: Analysis, *judgements: Judgement) -> Review:
    (pair,) = analysis.pairs
    keys = [FindingKey.of(analysis, pair, link) for link in pair.links]
    return Review(dict(zip(keys, judgements, strict=False)))


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}
