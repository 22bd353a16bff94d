"""A mail taken apart by its envelope (RFC 5322, 2045): its parts in order, their bytes, its header lines.

Pure. Python's ``email`` reads the envelope; what it lets through for a damaged one becomes nothing or an error here.
"""

from __future__ import annotations

import binascii
import re
from collections.abc import Iterator
from email import policy
from email.message import EmailMessage, Message
from email.parser import BytesParser
from email.utils import getaddresses, parsedate_to_datetime
from itertools import islice
from typing import Any

from core.ingest.limits import MAX_MEMBERS
from core.ingest.source import Source

MAX_ENVELOPE = 256 * 1024
"""The most that a mail's head may take, in bytes; long ones take some 20 KB."""
MAX_BOUNDARIES = 20_000
"""The most lines that may part one piece of a mail from the next."""
_PIECE = re.compile(rb"\*\d{1,9}\*?=")
_MOST_PIECES = 1000
"""The most pieces that parameters may come in (RFC 2231): the parser goes through all of them for each."""
_MOST_HEADER = 2000
_TROUBLE = (
    ValueError,
    TypeError,
    LookupError,
    AttributeError,
    AssertionError,
    OverflowError,
    RecursionError,
    binascii.Error,
)
"""What the standard library lets through for header lines and parts that break their own rules."""
_HEAD_END = re.compile(rb"\r?\n\r?\n|\r\r")


def parsed(source: Source, data: bytes) -> EmailMessage:
    """Return a mail's parts; raises :class:`~core.errors.ArticleError`."""
    end = _HEAD_END.search(data)
    if (end.start() if end else len(data)) > MAX_ENVELOPE:
        raise source.error("does not begin as a mail does", "Save it again from the mail program.")
    if data.count(b"\n--") > MAX_BOUNDARIES:
        raise source.error("has more parts than a mail has", "Copy the article out of it and paste that.")
    if next(islice(_PIECE.finditer(data), _MOST_PIECES, None), None):
        raise source.error("has longer heads than a mail has", "Copy the article out of it and paste that.")
    try:
        return BytesParser(policy=policy.default).parsebytes(data)
    except _TROUBLE:
        raise source.error(
            "is damaged: its parts cannot be told apart", "Save it again from the mail program."
        ) from None


def leaves(message: Message[Any, Any]) -> Iterator[Message[Any, Any]]:
    """Yield the parts that hold something themselves, in order; a mail within the mail is one of them."""
    waiting: list[Message[Any, Any]] = [message]
    seen = 0
    while waiting and seen < MAX_MEMBERS:
        part = waiting.pop()
        try:
            payload = part.get_payload()
        except _TROUBLE:
            payload = None
        if kind_of_part(part).startswith("multipart/") and isinstance(payload, list):
            waiting.extend(p for p in reversed(payload) if isinstance(p, Message))
        else:
            seen += 1
            yield part


def kind_of_part(part: Message[Any, Any]) -> str:
    """Return a part's content type in lower case, text/plain where it breaks the rules."""
    try:
        return part.get_content_type().lower()
    except _TROUBLE:
        return "text/plain"


def decoded(part: Message[Any, Any]) -> bytes:
    """Return a part's bytes without their transfer encoding; what cannot be decoded is nothing."""
    try:
        payload = part.get_payload(decode=True)
    except _TROUBLE:
        return b""
    if isinstance(payload, bytes):
        return payload
    inner = part.get_payload()
    if isinstance(inner, list) and inner and isinstance(inner[0], Message):
        try:
            return inner[0].as_bytes()
        except _TROUBLE:
            return b""
    return b""


def charset_of(part: Message[Any, Any]) -> str | None:
    """Return the encoding that a part names."""
    try:
        return part.get_content_charset()
    except _TROUBLE:
        return None


def parameter(part: Message[Any, Any], name: str, header: str = "content-type") -> str:
    """Return a parameter of a part's header line in lower case, or nothing."""
    try:
        value = part.get_param(name, header=header)
    except _TROUBLE:
        return ""
    return value.lower() if isinstance(value, str) else ""


def file_name(part: Message[Any, Any]) -> str | None:
    """Return the name that a part gives its content, None where it has none."""
    try:
        return part.get_filename() or None
    except _TROUBLE:
        return None


def header(message: Message[Any, Any], name: str) -> str | None:
    """Return a header line as one line of text, decoded; None where there is none."""
    try:
        value = message[name]
        line = " ".join(str(value).split()) if value is not None else ""
    except _TROUBLE:
        return None
    return line.encode("utf-8", "replace").decode()[:_MOST_HEADER] or None


def people(line: str | None) -> str | None:
    """Return the names in a header line of addresses, the address of who has none."""
    try:
        names = [name or address for name, address in getaddresses([line or ""])]
    except _TROUBLE:
        return None
    return ", ".join(n for n in names if n) or None


def day_of(line: str | None) -> str | None:
    """Return the day of a Date line as its sender saw it, in ISO 8601."""
    try:
        return parsedate_to_datetime(line or "").date().isoformat()
    except _TROUBLE:
        return None
