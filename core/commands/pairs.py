"""Files of pairs: one a line, as ``path<TAB>path`` or as JSON; a line that cannot be used does not stop the rest."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from core import ingest
from core.errors import CognateError, UsageError
from core.model import Document

Identifier = str | int


@dataclass(frozen=True, slots=True)
class Given:
    """One side of a pair: a path, or the text itself."""

    path: str | None = None
    text: str | None = None

    def document(self) -> Document:
        """Return it as a document; raises :class:`core.errors.ArticleError`."""
        return ingest.read(self.path) if self.path is not None else ingest.pasted(self.text or "")

    def wording(self) -> str:
        """Return its text."""
        return self.text if self.text is not None else self.document().text


@dataclass(frozen=True, slots=True)
class Asked:
    """A pair to work on."""

    id: Identifier
    a: Given
    b: Given


@dataclass(frozen=True, slots=True)
class Unusable:
    """A line that names no pair, and why."""

    id: Identifier
    why: str


def read_pairs(path: str) -> Iterator[Asked | Unusable]:
    """Yield each line of a ``.tsv`` or ``.jsonl`` file as it is needed; empty lines are passed over but counted."""
    parse = {".tsv": _from_tsv, ".jsonl": _from_jsonl}.get(Path(path).suffix.lower())
    if parse is None:
        raise UsageError(
            f"“{path}” is no file of pairs.", "Name a .tsv (two paths a line) or a .jsonl (an object a line)."
        )
    for number, line in enumerate(_lines(path), start=1):
        if line.strip():
            yield parse(line, str(number))


def _lines(path: str) -> Iterable[bytes]:
    try:
        with Path(path).open("rb") as file:
            for number, line in enumerate(file):
                yield (line.removeprefix(b"\xef\xbb\xbf") if number == 0 else line).rstrip(b"\r\n")
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else "not a file name"
        raise CognateError(f"“{path}” cannot be read ({reason}).", "Check the path.") from None


def _from_tsv(line: bytes, number: str) -> Asked | Unusable:
    # File names are bytes to the system, in whatever encoding they were made.
    columns = os.fsdecode(line).split("\t")
    if len(columns) != 2 or not all(columns):  # noqa: PLR2004 - a pair
        return Unusable(number, "The line does not hold two paths with a tab between them.")
    return Asked(number, Given(path=columns[0]), Given(path=columns[1]))


def _from_jsonl(line: bytes, number: str) -> Asked | Unusable:
    try:
        value = json.loads(line.decode("utf-8"))
    except (ValueError, RecursionError):
        return Unusable(number, "The line is not valid JSON in UTF-8.")
    if not isinstance(value, dict):
        return Unusable(number, "The line is not a JSON object with “a” and “b”.")
    identifier = value.get("id", number)
    if not isinstance(identifier, str | int) or isinstance(identifier, bool):
        return Unusable(number, "The line's “id” is neither a string nor a whole number.")
    a, b = _given(value.get("a")), _given(value.get("b"))
    if a is None or b is None:
        return Unusable(identifier, "“a” and “b” must each be a path or an object with a “text”.")
    return Asked(identifier, a, b)


def _given(value: object) -> Given | None:
    if isinstance(value, str):
        return Given(path=value)
    if isinstance(value, dict) and isinstance(value.get("text"), str):
        return Given(text=value["text"])
    return None
