"""What is attached to a mail and may be an article: its names, made safe and told apart. Nothing is opened."""

from __future__ import annotations

from collections.abc import Sequence
from email.message import Message
from pathlib import PurePosixPath
from typing import Any

from core.ingest.kinds import SUFFIXES
from core.ingest.mail_parts import file_name, header, kind_of_part
from core.ingest.names import safe_name, unused

_BODIES = frozenset({"text/plain", "text/html"})


def attached(parts: Sequence[Message[Any, Any]]) -> list[tuple[str, Message[Any, Any]]]:
    """Return (name, part) for each attachment of a format that is read; names are unique within the mail."""
    found: list[tuple[str, Message[Any, Any]]] = []
    names: dict[str, int] = {}
    for part in parts:
        if kind_of_part(part) == "message/rfc822":
            given: str | None = file_name(part) or f"{_subject(part)}.eml"
        else:
            given = file_name(part) if is_attached(part) else None
        name = safe_name(given or "")
        if PurePosixPath(name).suffix.lower() in SUFFIXES:
            found.append((unused(name, names), part))
    return found


def is_attached(part: Message[Any, Any]) -> bool:
    """Return whether a part is an attachment, not the mail's own words."""
    disposition = (header(part, "Content-Disposition") or "").partition(";")[0].strip().lower()
    return disposition == "attachment" or kind_of_part(part) not in _BODIES or file_name(part) is not None


def _subject(part: Message[Any, Any]) -> str:
    inner = part.get_payload()
    if isinstance(inner, list) and inner and isinstance(inner[0], Message):
        return header(inner[0], "Subject") or "message"
    return "message"
