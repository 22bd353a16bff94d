"""What a reader is given: a file's bytes with what is known of them; and how its answer is put together."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import PurePath

from core.disguise import disguises
from core.errors import ArticleError
from core.ingest.limits import MAX_LINES, MAX_TEXT
from core.model import Document, Finding, Span

_LONGEST_PATH = 300
_BLANKS = re.compile(r"[ \t\n\r\x0b\x0c]+")


@dataclass(frozen=True, slots=True)
class Source:
    """A file's bytes. ``path`` is as the editor gave it; ``encoding`` is one the editor chose, None leaves it open."""

    path: str
    data: bytes
    sha256: str
    encoding: str | None = None

    @property
    def suffix(self) -> str:
        """Return the suffix in lower case, dot included, or nothing."""
        return PurePath(self.path).suffix.lower()

    def error(self, what: str, remedy: str) -> ArticleError:
        """Return an error whose sentence begins with the file: ``what`` goes on after it."""
        return ArticleError(self.path, f"“{shown(self.path)}” {what}.", remedy)


class TextBuilder:
    """Puts an article's text together, paragraph by paragraph, and notes what is found on the way.

    Paragraphs are parted by an empty line. Spaces and line ends within what is added become one space each.
    """

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0
        self._gap = ""
        self._findings: list[Finding] = []

    def __len__(self) -> int:
        return self._length

    def add(self, wording: str) -> Span:
        """Add words to the paragraph that is open and return where they stand."""
        words = _BLANKS.sub(" ", wording)
        if words.startswith(" ") and self._parts:
            self._gap = self._gap or " "
        bare = words.strip(" ")
        if not bare:
            return Span(self._length, self._length)
        begin = self._put(self._gap)
        self._gap = " " if words.endswith(" ") else ""
        return Span(begin, self._put(bare))

    def line(self) -> None:
        """End the line, not the paragraph."""
        if self._parts and self._gap != "\n\n":
            self._gap = "\n"

    def paragraph(self) -> None:
        """End the paragraph; several ends in a row are one."""
        if self._parts:
            self._gap = "\n\n"

    def hidden(self, wording: str, why: str, kind: str = "hidden-text") -> None:
        """Note words that the file hides from its readers, at this place; they are no part of the text.

        ``why`` is a phrase that says how they are hidden (“white on white”); the finding quotes the words after it.
        """
        words = " ".join(wording.split())
        if words:
            self._findings.append(Finding(kind, Span(self._length, self._length), f"{why}: “{shortened(words)}”"))

    def found(self, kind: str, span: Span, why: str) -> None:
        """Note something odd about words that are part of the text."""
        self._findings.append(Finding(kind, span, why))

    def build(self) -> tuple[str, tuple[Finding, ...]]:
        """Return the text and the findings in text order."""
        return "".join(self._parts), _in_order(self._findings)

    def _put(self, words: str) -> int:
        """Append words as they are and return where what follows them begins."""
        if words:
            self._parts.append(words)
            self._length += len(words)
        return self._length


def shown(path: str) -> str:
    """Return a path fit for a sentence: on one line, and with its middle left out where it is very long."""
    plain = "".join(c if c.isprintable() else "\ufffd" for c in path)
    half = _LONGEST_PATH // 2
    return plain if len(plain) <= _LONGEST_PATH else f"{plain[:half]}…{plain[-half:]}"


def shortened(words: str, most: int = 200) -> str:
    """Return words cut to ``most`` code points, with a mark where they were cut."""
    return words if len(words) <= most else f"{words[: most - 1]}…"


def bounded(source: Source, document: Document) -> Document:
    """Return the document; raises :class:`~core.errors.ArticleError` where it holds no words or too many."""
    if len(document.text) > MAX_TEXT:
        raise source.error(
            f"holds more than {MAX_TEXT:,} characters of text", "Add the part of it that you want to compare."
        )
    if document.text.count("\n") > MAX_LINES:
        raise source.error(f"holds more than {MAX_LINES:,} lines", "Add the part of it that you want to compare.")
    if not holds_words(document.text):
        raise source.error("holds no words", "Add a file with the article’s text.")
    return document


def checked(source: Source, document: Document) -> Document:
    """Return the document with the disguised words of its text among its findings.

    Raises :class:`~core.errors.ArticleError` where it holds no words or too many.
    """
    document = bounded(source, document)
    return replace(document, findings=_in_order((*document.findings, *disguises(document.text))))


def _in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    return tuple(sorted(findings, key=lambda f: (f.span, f.type, f.why)))


def holds_words(text: str) -> bool:
    """Return whether the text has anything but spaces and invisible characters."""
    return bool(text.strip("\ufeff\u200b\x00 \t\r\n").strip())
