"""What is attached to a mail and may be an article: its names, made safe and told apart. Nothing is opened."""

from __future__ import annotations

from collections.abc import Sequence
from email.message import Message
from pathlib import PurePosixPath
from typing import Any

from core.ingest.kinds import SUFFIXES
from core.ingest.mail_parts import file_name, header, kind_of_part

_LONGEST_NAME = 120
_BODIES = frozenset({"text/plain", "text/html"})


def attached(parts: Sequence[Message[Any, Any]]) -> list[tuple[str, Message[Any, Any]]]:
    """Return (name, part) for each attachment of a format that is read; names are unique within the mail."""
    found: list[tuple[str, Message[Any, Any]]] = []
    names: set[str] = set()
    for part in parts:
        if kind_of_part(part) == "message/rfc822":
            given: str | None = file_name(part) or f"{_subject(part)}.eml"
        else:
            given = file_name(part) if is_attached(part) else None
        if not given or PurePosixPath(safe_name(given)).suffix.lower() not in SUFFIXES:
            continue
        found.append((unique(safe_name(given), names), part))
    return found


def is_attached(part: Message[Any, Any]) -> bool:
    """Return whether a part is an attachment, not the mail's own words."""
    disposition = (header(part, "Content-Disposition") or "").partition(";")[0].strip().lower()
    return disposition == "attachment" or kind_of_part(part) not in _BODIES or file_name(part) is not None


def safe_name(name: str) -> str:
    """Return a file's name without folders, control characters and what file systems refuse."""
    last = name.replace("\\", "/").rpartition("/")[2]
    plain = "".join(c if c.isprintable() and c not in '<>:"|?*' else "_" for c in last).strip(" .")
    if len(plain) > _LONGEST_NAME:
        suffix = PurePosixPath(plain).suffix[:10]
        plain = plain[: _LONGEST_NAME - len(suffix)] + suffix
    return plain or "attachment"


def unique(name: str, names: set[str]) -> str:
    """Return the name, numbered where it is taken already, and note it as taken."""
    path = PurePosixPath(name)
    number = 1
    taken = name
    while taken.casefold() in names:
        number += 1
        taken = f"{path.stem} ({number}){path.suffix}"
    names.add(taken.casefold())
    return taken


def _subject(part: Message[Any, Any]) -> str:
    inner = part.get_payload()
    if isinstance(inner, list) and inner and isinstance(inner[0], Message):
        return header(inner[0], "Subject") or "message"
    return "message"
