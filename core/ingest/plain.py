"""Plain text: the decoded file exactly, newlines as they are."""

from __future__ import annotations

from core.errors import ArticleError
from core.ingest.decode import UndecodableError, decode
from core.ingest.kinds import foreign_kind
from core.model import Document


def read_plain(path: str, data: bytes, sha256: str) -> Document:
    """Return the document of a plain-text file; raises :class:`ArticleError` when it is something else."""
    kind = foreign_kind(data)
    if kind:
        raise ArticleError(
            path,
            f"“{path}” is {kind}; this version reads plain text.",
            "Save it as text and add that.",
        )
    try:
        text, encoding = decode(data)
    except UndecodableError as error:
        raise ArticleError(
            path,
            f"“{path}” begins like {error.encoding.upper()} text, but its bytes are damaged.",
            "Save it again as UTF-8 and add that.",
        ) from None
    if not holds_words(text):
        raise ArticleError(path, f"“{path}” holds no words.", "Add a file with the article's text.")
    return Document(path=path, sha256=sha256, text=text, format="text", encoding=encoding)


def holds_words(text: str) -> bool:
    """Return whether the text has anything but spaces and invisible characters."""
    return bool(text.strip() and text.strip("\ufeff\u200b\x00 \t\r\n"))
