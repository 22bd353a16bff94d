"""Outlook messages (MSG, [MS-OXMSG]): body, subject, sender, day and what is attached."""

from __future__ import annotations

import io
import struct
from dataclasses import dataclass
from datetime import datetime
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from core.ingest.kinds import SUFFIXES
from core.ingest.limits import MAX_MEMBERS
from core.ingest.mail_body import Body, put_plain, quote_notice, says_more
from core.ingest.mail_parts import people
from core.ingest.markup import markup_text
from core.ingest.names import safe_name, unused
from core.ingest.page_text import fragment_of
from core.ingest.source import Source, TextBuilder

if TYPE_CHECKING:
    from oxmsg import Message

_TROUBLE = (
    ValueError,
    TypeError,
    LookupError,
    AttributeError,
    AssertionError,
    OSError,
    OverflowError,
    RecursionError,
    struct.error,
)
"""What the library and the one below it let through for a damaged file."""
_HTML, _RTF = 0x1013, 0x1009
_BINARY = 0x0102


@dataclass(frozen=True, slots=True)
class Outlook:
    """An Outlook message; ``attached`` is (name, bytes) of what may be an article."""

    body: Body
    subject: str | None
    sender: str | None
    day: str | None
    attached: tuple[tuple[str, bytes], ...]


def outlook(source: Source) -> Outlook:
    """Return what is in an Outlook message; raises :class:`~core.errors.ArticleError`."""
    import oxmsg  # noqa: PLC0415 - not at start-up
    from oxmsg.domain.model import UnrecognizedCodePageError  # noqa: PLC0415 - as above

    try:
        message = oxmsg.Message.load(io.BytesIO(source.data))
        kind = message.message_class
        plain = message.body
        html = message.properties.binary_prop_value(_HTML) or (message.html_body or "").encode("utf-8", "replace")
        codepage = message.properties.body_encoding if html else None
        rtf = message.properties.binary_prop_value(_RTF)
        sent = message.sent_date
        subject, sender = message.subject, message.sender
        attached = _attached(message)
    except (*_TROUBLE, UnrecognizedCodePageError):
        raise source.error("is damaged", "Save it again from Outlook.") from None
    if "smime" in kind.lower() and not (plain or html):
        raise source.error("is an encrypted mail (S/MIME)", "Open it in Outlook and save its text, or paste that.")
    body = _body(source, plain, html, codepage)
    if not body.text and rtf:
        raise source.error("keeps its words as packed RTF only", "Save it as text, HTML or EML and add that.")
    day = sent.date().isoformat() if isinstance(sent, datetime) else None
    return Outlook(body, " ".join(subject.split()) or None, people(sender), day, tuple(attached))


def _body(source: Source, plain: str | None, html: bytes | None, codepage: str | None) -> Body:
    builder = TextBuilder()
    quoted = put_plain(builder, plain or "")
    text, findings = builder.build()
    own = Body(text, findings, notices=(quote_notice(quoted),) if quoted else ())
    if not html:
        return own
    rich = TextBuilder()
    markup, encoding, notice = markup_text(source, html, codepage)
    fragment_of(source, markup, rich)
    shown, hidden = rich.build()
    if not says_more(shown, text):
        return own
    return Body(shown, hidden, encoding, (notice.replace("The page", "The mail"),) if notice else ())


def _attached(message: Message) -> list[tuple[str, bytes]]:
    found: list[tuple[str, bytes]] = []
    names: dict[str, int] = {}
    for part in message.attachments[:MAX_MEMBERS]:
        name = safe_name(part.file_name or "")
        data = part.file_bytes
        if data and PurePosixPath(name).suffix.lower() in SUFFIXES:
            found.append((unused(name, names), data))
    return found
