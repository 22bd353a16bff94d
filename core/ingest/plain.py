"""Plain text: the decoded file exactly, newlines as they are."""

from __future__ import annotations

from core.ingest.decode import UndecodableError, decode, decode_as, guessed
from core.ingest.decode_parts import in_parts
from core.ingest.source import Source
from core.model import Document
from core.notices import damage_notice, guess_notice, parts_notice


def read_plain(source: Source) -> Document:
    """Return the document of a plain-text file; raises :class:`~core.errors.ArticleError`."""
    text, encoding, notices = decoded(source)
    return Document(path=source.path, sha256=source.sha256, text=text, encoding=encoding, notices=notices)


def decoded(source: Source) -> tuple[str, str, tuple[str, ...]]:
    """Return a text file's text, its encoding (that of its beginning), and a sentence for the editor on a guess.

    Raises :class:`~core.errors.ArticleError` where the file's mark is broken or the editor's choice is no encoding.
    """
    if source.encoding is not None:
        try:
            return decode_as(source.data, source.encoding), source.encoding, ()
        except LookupError:
            raise source.error(
                f"cannot be read as {source.encoding}, which is no encoding of text", "Choose another encoding."
            ) from None
    parts = in_parts(source.data)
    if parts is not None:
        return parts.text, parts.first, (parts_notice(parts.first, parts.second, parts.line),)
    try:
        text, encoding = decode(source.data)
    except UndecodableError as error:
        raise source.error(
            f"begins like {error.encoding.upper()} text, but its bytes are damaged",
            "Save it again as UTF-8 and add that.",
        ) from None
    notice = guess_notice(encoding) if guessed(encoding) else damage_notice(text)
    return text, encoding, (notice,) if notice else ()
