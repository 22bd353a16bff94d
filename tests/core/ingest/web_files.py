"""What the tests of pages, mails and books share."""

from __future__ import annotations

from pathlib import Path

from rapidfuzz.distance import Levenshtein

from core.ingest.formats import reader_of
from core.ingest.kinds import kind_of
from core.ingest.source import Source, checked
from core.model import Document

FILES = Path(__file__).parents[2] / "files" / "formats"
ARTICLE = (FILES / "article.txt").read_text(encoding="utf-8")


def document_of(name: str, data: bytes | str, encoding: str | None = None) -> Document:
    raw = data.encode() if isinstance(data, str) else data
    source = Source(name, raw, "0" * 64, encoding)
    kind = kind_of(raw, source.suffix)
    assert kind is not None
    return checked(source, reader_of(kind)(source))


def document_in(name: str) -> Document:
    return document_of(name, (FILES / name).read_bytes())


def word_error(text: str) -> float:
    wanted = ARTICLE.split()
    return Levenshtein.distance(wanted, text.split()) / len(wanted)


def found(document: Document) -> list[tuple[str, str]]:
    return [(f.type, f.why) for f in document.findings]
