"""What is attached to a mail, as an archive's articles are told: by name, and one of them taken out."""

from __future__ import annotations

from core.ingest.kinds import Kind, kind_of
from core.ingest.limits import MAX_FILE, MAX_MEMBERS
from core.ingest.mail import attachment
from core.ingest.mail_attached import attached
from core.ingest.mail_outlook import outlook
from core.ingest.mail_parts import leaves, parsed
from core.ingest.messages import Listing, Member, Taken
from core.ingest.packed import too_large
from core.ingest.source import Source


def listing(source: Source) -> Listing:
    """Return what is attached and may be an article; raises :class:`~core.errors.ArticleError`."""
    return Listing(tuple(Member(name, number) for number, name in enumerate(_names(source)[:MAX_MEMBERS])))


def taken(source: Source, number: int) -> Taken:
    """Return the bytes of one attachment; raises :class:`~core.errors.ArticleError`."""
    data = attachment(source, _names(source)[number])
    if len(data) > MAX_FILE:
        raise too_large(source, MAX_FILE)
    return Taken(data)


def _names(source: Source) -> list[str]:
    if kind_of(source.data, source.suffix) is Kind.MSG:
        return [name for name, _ in outlook(source).attached]
    return [name for name, _ in attached(list(leaves(parsed(source, source.data))))]
