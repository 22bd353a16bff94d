"""What the program and the process that reads for it say to each other: frames of MessagePack over two pipes.

Whoever made the process's answer up may have been led astray by a hostile file, so its shape, its lengths and its
offsets are checked here; never pickle, which would run what it is sent.
"""

from __future__ import annotations

import re
from enum import StrEnum
from typing import IO, Annotated

from msgspec import DecodeError, Meta, Struct, ValidationError, msgpack

from core.ingest.kinds import Kind
from core.ingest.limits import MAX_FILE, MAX_MEMBERS, MAX_TEXT
from core.ingest.source import shortened
from core.model import Document, Finding, Span

MAX_FINDINGS = 2000
"""More findings than anybody reads; what comes after is said to be left out."""
MAX_NOTICES = 100
MAX_LINE = 2000
"""The longest title, notice or reason, in code points."""
MAX_ANSWER = MAX_FILE + 16 * MAX_TEXT
"""The longest answer in bytes: a part of an archive, or a text with its findings."""
_SIZE = 8
_HALVES = re.compile("[\ud800-\udfff]")

Line = Annotated[str, Meta(max_length=MAX_LINE)]
Short = Annotated[str, Meta(max_length=64, pattern=r"^[A-Za-z0-9._-]*$")]
Count = Annotated[int, Meta(ge=0)]


class Act(StrEnum):
    """What is wanted of a file."""

    READ = "read"
    LIST = "list"
    TAKE = "take"


class Task(Struct, frozen=True):
    """A file to work on; its bytes come in a frame of their own. ``path`` may hold half a surrogate pair, so: bytes."""

    act: Act
    kind: Kind
    path: bytes
    sha256: str
    encoding: str | None = None
    member: Count = 0


class Odd(Struct, frozen=True, array_like=True):
    """A finding."""

    type: Short
    start: Count
    end: Count
    why: Line


class Reading(Struct, frozen=True, tag="reading"):
    """A file as it was read. ``attachments`` are named without the file's own path."""

    text: Annotated[str, Meta(max_length=MAX_TEXT)]
    format: Kind
    encoding: Short
    title: Line | None = None
    author: Line | None = None
    outlet: Line | None = None
    published: Line | None = None
    made: Line | None = None
    address: Line | None = None
    language: Line | None = None
    findings: Annotated[tuple[Odd, ...], Meta(max_length=MAX_FINDINGS)] = ()
    notices: Annotated[tuple[Line, ...], Meta(max_length=MAX_NOTICES)] = ()
    attachments: Annotated[tuple[Line, ...], Meta(max_length=MAX_MEMBERS)] = ()


class Member(Struct, frozen=True, array_like=True):
    """An article inside an archive: the name that it is shown by, and its number there."""

    name: Line
    number: Count


class Listing(Struct, frozen=True, tag="listing"):
    """What an archive holds."""

    members: Annotated[tuple[Member, ...], Meta(max_length=MAX_MEMBERS)]
    notices: Annotated[tuple[Line, ...], Meta(max_length=MAX_NOTICES)] = ()


class Taken(Struct, frozen=True, tag="taken"):
    """One part of an archive."""

    data: Annotated[bytes, Meta(max_length=MAX_FILE)]


class Refusal(Struct, frozen=True, tag="refusal"):
    """Why a file cannot be read. ``memory``: only for lack of memory."""

    what: Line = ""
    remedy: Line = ""
    memory: bool = False


Answer = Reading | Listing | Taken | Refusal


class BadAnswerError(Exception):
    """An answer is not what a reader gives."""


def send(pipe: IO[bytes], *frames: bytes) -> None:
    """Write frames, each with its length before it."""
    for frame in frames:
        pipe.write(len(frame).to_bytes(_SIZE, "big"))
        pipe.write(frame)
    pipe.flush()


def receive(pipe: IO[bytes], most: int) -> bytes | None:
    """Return the next frame, None where there is no more; raises :class:`BadAnswerError` where it is too long."""
    head = _read(pipe, _SIZE)
    if head is None:
        return None
    size = int.from_bytes(head, "big")
    if size > most:
        raise BadAnswerError
    return _read(pipe, size)


def _read(pipe: IO[bytes], size: int) -> bytes | None:
    """Return so many bytes, None where the pipe ends before; a pipe without a buffer gives them in pieces."""
    pieces = []
    while size:
        piece = pipe.read(size)
        if not piece:
            return None
        pieces.append(piece)
        size -= len(piece)
    return b"".join(pieces)


def packed(message: Task | Answer) -> bytes:
    """Return a message as bytes."""
    return msgpack.encode(message)


def task_of(frame: bytes) -> Task:
    """Return the task in a frame."""
    return msgpack.decode(frame, type=Task)


def answer_of(frame: bytes) -> Answer:
    """Return the answer in a frame; raises :class:`BadAnswerError`."""
    try:
        answer: Answer = msgpack.decode(frame, type=Answer)
    except (ValidationError, DecodeError, UnicodeDecodeError, RecursionError):
        raise BadAnswerError from None
    return answer


def reading_of(document: Document) -> Reading:
    """Return what a reader made of a file, cut to what may be sent."""
    odd = document.findings
    notices = document.notices[: MAX_NOTICES - 1]
    if len(odd) > MAX_FINDINGS:
        notices += (f"Only the first {MAX_FINDINGS:,} of {len(odd):,} findings are kept.",)
    return Reading(
        text=sound(document.text),
        format=Kind(document.format),
        encoding=document.encoding,
        title=_line(document.title),
        author=_line(document.author),
        outlet=_line(document.outlet),
        published=_line(document.published),
        made=_line(document.made),
        address=_line(document.address),
        language=_line(document.language),
        findings=tuple(Odd(f.type, f.span.start, f.span.end, line(f.why)) for f in odd[:MAX_FINDINGS]),
        notices=tuple(line(notice) for notice in notices),
        attachments=tuple(
            sound(path).removeprefix(sound(document.path)).lstrip("/")[:MAX_LINE]
            for path in document.attachments[:MAX_MEMBERS]
        ),
    )


def document_of(reading: Reading, path: str, sha256: str) -> Document:
    """Return the document that a process read; raises :class:`BadAnswerError` where an offset leaves its text."""
    length = len(reading.text)
    if any(not odd.start <= odd.end <= length for odd in reading.findings):
        raise BadAnswerError
    return Document(
        path=path,
        sha256=sha256,
        text=reading.text,
        format=reading.format.value,
        encoding=reading.encoding,
        title=_line(reading.title),
        findings=tuple(Finding(odd.type, Span(odd.start, odd.end), line(odd.why)) for odd in reading.findings),
        author=_line(reading.author),
        outlet=_line(reading.outlet),
        published=_line(reading.published),
        made=_line(reading.made),
        address=_line(reading.address),
        language=_line(reading.language),
        notices=tuple(line(notice) for notice in reading.notices),
        attachments=tuple(f"{path}/{inner}" for inner in reading.attachments),
    )


def line(words: str) -> str:
    """Return words on one line, without control characters, and not too long."""
    some = shortened(words, MAX_LINE)
    return some if some.isprintable() else sound("".join(c if c.isprintable() else " " for c in some))


def sound(words: str) -> str:
    """Return words with halves of surrogate pairs, which no encoding holds, replaced one for one: offsets stay."""
    return words if words.isascii() else _HALVES.sub("\ufffd", words)


def _line(words: str | None) -> str | None:
    return (line(words) or None) if words else None
