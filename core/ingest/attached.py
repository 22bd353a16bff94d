"""What is attached to a mail, as an archive's articles are told: by name, and one of them taken out."""

from __future__ import annotations

from email.message import Message
from typing import Any

from core.ingest.kinds import Kind, kind_of
from core.ingest.limits import MAX_FILE, MAX_MEMBERS
from core.ingest.mail_attached import attached
from core.ingest.mail_outlook import outlook
from core.ingest.mail_parts import decoded, leaves, parsed
from core.ingest.messages import Listing, Member, Taken
from core.ingest.packed import too_large
from core.ingest.source import Source


def listing(source: Source) -> Listing:
    """Return what is attached and may be an article; raises :class:`~core.errors.ArticleError`."""
    names = [name for name, _ in _attached(source)]
    return Listing(tuple(Member(name, number) for number, name in enumerate(names[:MAX_MEMBERS])))


def taken(source: Source, number: int) -> Taken:
    """Return the bytes of one attachment; raises :class:`~core.errors.ArticleError`."""
    _, part = _attached(source)[number]
    data = part if isinstance(part, bytes) else decoded(part)
    if len(data) > MAX_FILE:
        raise too_large(source, MAX_FILE)
    return Taken(data)


def _attached(source: Source) -> list[tuple[str, bytes | Message[Any, Any]]]:
    if kind_of(source.data, source.suffix) is Kind.MSG:
        return [*outlook(source).attached]
    return [*attached(list(leaves(parsed(source, source.data))))]
