"""Mails: the message as it is read, its subject, sender and day; what is attached is named and never opened."""

from __future__ import annotations

from core.ingest.kinds import Kind
from core.ingest.mail_attached import attached
from core.ingest.mail_body import Body, body_of
from core.ingest.mail_outlook import outlook
from core.ingest.mail_parts import day_of, decoded, header, kind_of_part, leaves, parameter, parsed, people
from core.ingest.source import Source
from core.model import Document

_ASK = "Open it in the mail program and save its text, or paste that."
_WRAPPED = frozenset({"application/pkcs7-mime", "application/x-pkcs7-mime"})
_ARMOUR = b"-----BEGIN PGP MESSAGE-----"


def read_eml(source: Source) -> Document:
    """Return the document of a mail (RFC 5322); raises :class:`~core.errors.ArticleError`."""
    message = parsed(source, source.data)
    if not message.keys():
        raise source.error("does not begin as a mail does", "Save it again from the mail program.")
    parts = list(leaves(message))
    if kind_of_part(message) == "multipart/encrypted" or any(_ARMOUR in decoded(p)[:200] for p in parts[:3]):
        raise source.error("is an encrypted mail (PGP)", _ASK)
    if any(kind_of_part(p) in _WRAPPED for p in parts[:1]):
        signed = parameter(parts[0], "smime-type") == "signed-data"
        what = (
            "is a mail whose words are packed into a signature (S/MIME)" if signed else "is an encrypted mail (S/MIME)"
        )
        raise source.error(what, _ASK)
    return _document(
        source,
        Kind.EML,
        body_of(source, parts),
        header(message, "Subject"),
        people(header(message, "From")),
        day_of(header(message, "Date")),
        [name for name, _ in attached(parts)],
    )


def read_msg(source: Source) -> Document:
    """Return the document of an Outlook message; raises :class:`~core.errors.ArticleError`."""
    found = outlook(source)
    names = [name for name, _ in found.attached]
    return _document(source, Kind.MSG, found.body, found.subject, found.sender, found.day, names)


def _document(
    source: Source,
    kind: Kind,
    body: Body,
    subject: str | None,
    sender: str | None,
    day: str | None,
    names: list[str],
) -> Document:
    return Document(
        path=source.path,
        sha256=source.sha256,
        text=body.text,
        format=kind.value,
        encoding=body.encoding,
        title=subject,
        findings=body.findings,
        author=sender,
        published=day,
        notices=body.notices,
        attachments=tuple(f"{source.path}/{name}" for name in names),
    )
